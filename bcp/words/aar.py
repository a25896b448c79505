"""What the report of a drill says (AAR): headings, sentences, verdicts, and how it was computed."""

from __future__ import annotations

from bcp.words import Table

WORDS: Table = {
    # --- the cover ---------------------------------------------------------------------------
    "title": {"ja": "訓練実施結果報告書", "en": "After-action report"},
    "mark": {"ja": "訓練", "en": "EXERCISE"},
    "name": {"ja": "訓練名", "en": "Drill"},
    "kind": {"ja": "種別", "en": "Kind"},
    "on": {"ja": "実施日時", "en": "Held"},
    "place": {"ja": "実施場所", "en": "Place"},
    "purpose": {"ja": "目的", "en": "Purpose"},
    "scenario": {"ja": "被害想定", "en": "Scenario"},
    "lasted": {"ja": "所要時間", "en": "Duration"},
    "lasted-text": {
        "ja": "訓練時計で{exercise}（想定では発災から{scenario}まで）",
        "en": "{exercise} on the exercise clock (up to {scenario} after the incident)",
    },
    "planned-length": {"ja": "予定 {length}", "en": "planned: {length}"},
    "people": {"ja": "参加者", "en": "Participants"},
    "people-text": {"ja": "{number}人（名簿は別記）", "en": "{number} (listed below)"},
    "documents": {"ja": "使用文書", "en": "Documents used"},
    "safety": {"ja": "安全上の留意", "en": "Safety"},
    "stop-when": {"ja": "中止基準", "en": "Stopped if"},
    "record": {"ja": "記録", "en": "Record"},
    "not-over": {
        "ja": "この訓練はまだ終了していない。以下は{scenario}時点の途中経過である。",
        "en": "This drill has not been ended: what follows is how it stood at {scenario}.",
    },
    "tampered": {
        "ja": "注意: この記録には書き換えられた跡がある。{faults}",
        "en": "Caution: this record has been tampered with. {faults}",
    },
    "made-by": {"ja": "作成", "en": "Prepared by"},
    "seen-by": {"ja": "確認", "en": "Reviewed by"},
    "approved-by": {"ja": "承認", "en": "Approved by"},
    # --- the half page for managers -----------------------------------------------------------
    "sum-objectives": {
        "ja": "目標{total}件のうち{reached}件を達成した{open}。",
        "en": "{reached} of {total} objectives were reached{open}.",
    },
    "sum-open": {"ja": "（未評価{number}件）", "en": " ({number} not rated)"},
    "sum-objectives-none": {"ja": "目標は定めていない。", "en": "No objectives were set."},
    "sum-functions": {
        "ja": "停止した{total}業務のうち{met}業務が目標復旧時間（RTO）内に復旧した。",
        "en": "{met} of the {total} functions that were down came back within their RTO.",
    },
    "sum-functions-forecast": {
        "ja": "停止した{total}業務のうち{met}業務が目標復旧時間（RTO）内に復旧する。"
        "うち{forecast}業務は訓練の終了時にまだ停止しており、以後計画どおり進めた場合の見込みである。",
        "en": "{met} of the {total} functions that were down come back within their RTO; "
        "{forecast} were still down when the drill ended, for which this is what following the "
        "plan from then on would lead to.",
    },
    "sum-functions-none": {"ja": "停止した業務はない。", "en": "No function was down."},
    "sum-gap": {
        "ja": "停止時間は全業務の合計で、計画より{gap}長かった。",
        "en": "Over all functions, downtime was {gap} longer than by the plan.",
    },
    "sum-gap-won": {
        "ja": "停止時間は全業務の合計で、計画より{gap}短かった。",
        "en": "Over all functions, downtime was {gap} shorter than by the plan.",
    },
    "sum-gap-none": {
        "ja": "停止時間は全業務の合計で、計画と同じであった。",
        "en": "Over all functions, downtime was as planned.",
    },
    "sum-losses": {"ja": "時間を最も要した点:", "en": "What cost most time:"},
    "sum-loss": {
        "ja": "{cause}: {reason} 影響{functions}業務、延べ{total}。",
        "en": "{cause}: {reason} Functions delayed: {functions}; {total} in all.",
    },
    "sum-items": {"ja": "主な改善事項:", "en": "Most important improvements:"},
    "sum-item": {
        "ja": "{text}（担当 {owner}、期限 {due}）",
        "en": "{text} (owner: {owner}; due: {due})",
    },
    "untracked": {
        "ja": "この訓練では、参加者による作業の着手が記録されていない。業務の復旧時刻は計画どおりに"
        "進めた場合の値であり、参加者の作業時間を表すものではない。",
        "en": "In this drill nobody recorded beginning any task. The times at which functions come "
        "back are what following the plan leads to, and say nothing about the work of the "
        "participants.",
    },
    # --- chapters ----------------------------------------------------------------------------
    "ch-overview": {"ja": "訓練の概要", "en": "Overview"},
    "ch-objectives": {"ja": "目標と評価", "en": "Objectives and ratings"},
    "ch-functions": {"ja": "業務の復旧", "en": "Recovery of the functions"},
    "ch-tasks": {"ja": "計画と実績の作業", "en": "Tasks, planned and actual"},
    "ch-minutes": {"ja": "時間の内訳", "en": "Where the minutes went"},
    "ch-strengths": {"ja": "良かった点", "en": "Strengths"},
    "ch-difficulties": {"ja": "つまづいた点・課題", "en": "Difficulties"},
    "ch-hot-wash": {"ja": "訓練直後の振り返り", "en": "Hot wash"},
    "ch-items": {"ja": "改善計画", "en": "Improvement plan"},
    "ch-timeline": {"ja": "経過", "en": "Timeline"},
    "ch-record": {"ja": "訓練記録", "en": "Drill record"},
    "ch-injects": {"ja": "状況付与の実施結果", "en": "Injects and their results"},
    "ch-people": {"ja": "参加者", "en": "Participants"},
    "ch-touched": {"ja": "訓練の対象となったもの", "en": "What the drill dealt with"},
    "ch-method": {"ja": "算定方法と記録の確認", "en": "How it was computed"},
    "ch-corrections": {"ja": "記録の訂正", "en": "Corrections"},
    # --- overview ----------------------------------------------------------------------------
    "begun": {"ja": "開始", "en": "Started"},
    "ended": {"ja": "終了", "en": "Ended"},
    "speed": {"ja": "時計の進み方", "en": "Clocks"},
    "speed-real": {
        "ja": "想定時刻は実時間どおりに進めた。",
        "en": "The scenario's clock ran in real time.",
    },
    "speed-text": {
        "ja": "想定時刻を実時間の{speeds}倍で進めた。本書の時間は、断りのない限り想定上の時間である。",
        "en": "The scenario's clock ran at ×{speeds}. Times in this report are scenario time unless "
        "they say otherwise.",
    },
    "by-hand": {
        "ja": "作業の完了は進行役の操作による。",
        "en": "Tasks were finished when people said so.",
    },
    "by-clock": {
        "ja": "作業は計画上の時間で完了したものとした。",
        "en": "Tasks were taken to finish after their planned length.",
    },
    # --- objectives --------------------------------------------------------------------------
    "col-objective": {"ja": "目標", "en": "Objective"},
    "col-criterion": {"ja": "判断基準", "en": "Criterion"},
    "col-measured": {"ja": "測定値", "en": "Measured"},
    "col-rating": {"ja": "評価", "en": "Rating"},
    "col-reason": {"ja": "理由", "en": "Reason"},
    "measured-met": {"ja": "{reached}（基準 {within}）", "en": "{reached} (within {within})"},
    "measured-none": {"ja": "未達（基準 {within}）", "en": "not reached (within {within})"},
    "measured-open": {"ja": "測定中（基準 {within}）", "en": "still open (within {within})"},
    "measured-people": {"ja": "評価者が判断", "en": "judged by people"},
    "rating-p": {"ja": "P 支障なく実施", "en": "P performed without challenges"},
    "rating-s": {"ja": "S 一部課題あり", "en": "S performed with some challenges"},
    "rating-m": {"ja": "M 重大な課題あり", "en": "M performed with major challenges"},
    "rating-u": {"ja": "U 実施できず", "en": "U unable to be performed"},
    "rating-none": {"ja": "未評価", "en": "not rated"},
    "rating-met": {"ja": "測定では達成", "en": "met, as measured"},
    "rating-missed": {"ja": "測定では未達", "en": "missed, as measured"},
    "no-objectives": {"ja": "目標は定めていない。", "en": "No objectives were set."},
    # --- functions ---------------------------------------------------------------------------
    "col-function": {"ja": "業務", "en": "Function"},
    "col-rank": {"ja": "ランク", "en": "Rank"},
    "col-rto": {"ja": "目標（RTO）", "en": "Target (RTO)"},
    "col-planned": {"ja": "計画", "en": "Planned"},
    "col-best": {"ja": "最善", "en": "Best possible"},
    "col-achieved": {"ja": "実績", "en": "Achieved"},
    "col-gap": {"ja": "計画との差", "en": "Gap to plan"},
    "col-verdict": {"ja": "判定", "en": "Verdict"},
    "verdict-met": {"ja": "達成", "en": "in time"},
    "verdict-met-forecast": {"ja": "達成見込み", "en": "will be in time"},
    "verdict-missed": {"ja": "未達", "en": "too late"},
    "verdict-missed-forecast": {"ja": "未達見込み", "en": "will be too late"},
    "verdict-down": {"ja": "復旧せず", "en": "not restored"},
    "forecast": {"ja": "{length}\n（見込み）", "en": "{length}\n(forecast)"},
    "never-back": {"ja": "復旧せず", "en": "not restored"},
    "cap-functions": {
        "ja": "業務ごとの停止時間（目標・計画・最善・実績）",
        "en": "Downtime of each function: target, planned, best possible, achieved",
    },
    "note-functions": {
        "ja": "いずれも停止時間の合計（目標復旧時間と比べる値）。計画: 被害想定だけの場合に計画の順"
        "（{strategy}）で進めたとき（bcp simulate の値）。最善: 訓練で付与された被害を加え、余裕の"
        "少ない順とランク順のうち早い方（付与されるまでは被害を知らないものとする）。見込み: 訓練の"
        "終了後、計画どおり進めた場合。",
        "en": "Total downtime, which is what the RTO is compared with. Planned: by the plan's order "
        "({strategy}) on the scenario alone, as in bcp simulate. Best possible: with what the "
        "injects struck, by the better of the two orders (least slack, best rank), which know "
        "nothing of an inject before it is given. Forecast: if the plan is followed after the end "
        "of the drill.",
    },
    "untouched-functions": {
        "ja": "ほかの{number}業務は、計画でも訓練でも停止しなかった。",
        "en": "The other {number} functions were not down, by the plan or in the drill.",
    },
    "horizon-note": {
        "ja": "「復旧せず」の業務の停止時間は、想定期間の終わり（発災から{horizon}）までを数えた。",
        "en": "Downtime of what is not restored is counted to the end of the scenario ({horizon} "
        "after the incident).",
    },
    "strategy-slack": {"ja": "余裕の少ない順", "en": "least slack first"},
    "strategy-rank": {"ja": "ランク順", "en": "best rank first"},
    # --- tasks -------------------------------------------------------------------------------
    "cap-tasks": {"ja": "計画と実績の作業時刻", "en": "Tasks: planned and actual times"},
    "col-task": {"ja": "作業", "en": "Task"},
    "col-crew": {"ja": "担当", "en": "Crew"},
    "col-plan-times": {"ja": "計画", "en": "Planned"},
    "col-ready": {"ja": "着手可能", "en": "Could begin"},
    "col-actual-times": {"ja": "実績", "en": "Actual"},
    "col-wait": {"ja": "待ち", "en": "Waited"},
    "col-over": {"ja": "時間の増減", "en": "Longer by"},
    "task-name": {"ja": "{component} {task}", "en": "{component}: {task}"},
    "task-attempt": {
        "ja": "{name}（{attempt}回目の被害）",
        "en": "{name} (damaged for the {attempt}. time)",
    },
    "by-plan": {"ja": "計画どおりとみなす", "en": "assumed, by the plan"},
    "aborted": {"ja": "{start}–{end} 中断", "en": "{start}–{end} broken off"},
    "running": {"ja": "{start}– 継続中", "en": "{start}– in progress"},
    "ahead": {"ja": "未着手（見込み {start}–{end}）", "en": "not begun (forecast {start}–{end})"},
    "never": {"ja": "未着手", "en": "not begun"},
    "times": {"ja": "{start}–{end}", "en": "{start}–{end}"},
    "no-tasks": {"ja": "復旧の作業はない。", "en": "There were no recovery tasks."},
    "tasks-left": {
        "ja": "ほかの{number}作業は、訓練の終了後に行う計画である。",
        "en": "The plan has {number} more tasks after the end of the drill.",
    },
    "note-tasks": {
        "ja": "時刻は発災からの経過（時:分:秒）。着手可能: 前の作業、必要なもの、立入り、人員がそろい、着手まで"
        "途切れなかった最初の時刻。",
        "en": "Times since the incident (h:mm:ss). Could begin: from when everything it needs, access and its "
        "crew were there without a break until it was begun.",
    },
    # --- minutes -----------------------------------------------------------------------------
    "cause-inject": {"ja": "状況付与", "en": "Inject"},
    "cause-crew": {"ja": "要員不足", "en": "Crew shortage"},
    "cause-leap": {"ja": "時計の進め", "en": "Leap of the clock"},
    "cause-order": {"ja": "着手の順番", "en": "Order"},
    "cause-slower": {"ja": "作業の遅れ", "en": "Slower than planned"},
    "cause-waiting": {"ja": "判断待ち", "en": "Waiting for a decision"},
    "part-inject": {"ja": "状況付与による被害{length}", "en": "{length} by injects"},
    "part-crew": {"ja": "要員不足{length}", "en": "{length} crew shortage"},
    "part-leap": {"ja": "時計を進めた間{length}", "en": "{length} leapt over"},
    "part-order": {"ja": "着手の順番{length}", "en": "{length} wrong order"},
    "part-slower": {"ja": "作業の遅れ{length}", "en": "{length} slower than planned"},
    "part-waiting": {"ja": "判断待ち{length}", "en": "{length} waiting for a decision"},
    "part-won": {"ja": "短縮{length}（{cause}）", "en": "{length} won ({cause})"},
    "minutes-line": {
        "ja": "目標{rto}に対し停止{achieved}（計画{planned}）。計画との差の内訳: {parts}。",
        "en": "Down for {achieved}; target {rto}, planned {planned}. The difference: {parts}.",
    },
    "minutes-line-none": {
        "ja": "目標{rto}に対し停止{achieved}（計画どおり）。",
        "en": "Down for {achieved}, as planned; target {rto}.",
    },
    "reason-inject": {
        "ja": "状況付与 No.{no} の被害（{length}）。",
        "en": "What inject {no} struck ({length}).",
    },
    "reason-crew": {
        "ja": "状況付与 No.{no} による人員の不足（{length}）。",
        "en": "The people whom inject {no} took away ({length}).",
    },
    "reason-order": {
        "ja": "{component}「{task}」は計画の順では{by_plan}、チームの順では{by_team}の着手となる（{length}）。",
        "en": "{component}, {task}: begun at {by_plan} in the plan's order, at {by_team} in the "
        "team's ({length}).",
    },
    "reason-order-busy": {
        "ja": "{component}「{task}」は計画の順では{by_plan}、チームの順では{by_team}の着手となる。"
        "{team}が先に{other}に当たった（{length}）。",
        "en": "{component}, {task}: begun at {by_plan} in the plan's order, at {by_team} in the "
        "team's, in which {team} went to {other} first ({length}).",
    },
    "reason-slower": {
        "ja": "{component}「{task}」は計画{planned}のところ{took}を要した（{length}）。",
        "en": "{component}, {task}: took {took} instead of {planned} ({length}).",
    },
    "reason-waiting": {
        "ja": "{component}「{task}」は{ready}に着手できたが、着手は{begun}であった（{length}）。",
        "en": "{component}, {task}: could begin at {ready}, was begun at {begun} ({length}).",
    },
    "cap-totals": {
        "ja": "時間の内訳（全業務の合計）",
        "en": "Where the minutes went, all functions",
    },
    "cap-shares": {"ja": "業務ごとの内訳", "en": "Where the minutes went, by function"},
    "fig-shares": {
        "ja": "計画との差の内訳（業務ごと）",
        "en": "The gap to the plan by cause, for each function",
    },
    "col-cause": {"ja": "要因", "en": "Cause"},
    "col-meaning": {"ja": "意味", "en": "Meaning"},
    "col-total": {"ja": "合計", "en": "Total"},
    "col-weighted": {"ja": "重み付き合計", "en": "Weighted total"},
    "sum": {"ja": "計画との差", "en": "Gap to the plan"},
    "means-inject": {
        "ja": "状況付与で加わった被害・停止・立入制限",
        "en": "damage, outages and barred places that injects added",
    },
    "means-crew": {
        "ja": "状況付与で減った、または遅れた人員",
        "en": "people absent or late by an inject",
    },
    "means-leap": {
        "ja": "作業がないものとして想定時刻を進めた間",
        "en": "the scenario's clock leapt while nothing was assumed to be done",
    },
    "means-order": {
        "ja": "着手の順番と選んだ手順が計画と違うことによる差",
        "en": "begun in another order, or by another procedure, than planned",
    },
    "means-slower": {
        "ja": "作業に計画と違う時間がかかったことによる差（中断した分を含む）",
        "en": "tasks took another time than planned, attempts in vain included",
    },
    "means-waiting": {
        "ja": "着手できる作業に着手しなかった時間",
        "en": "work could have begun and was not",
    },
    "minutes-lead": {
        "ja": "同じ被害想定を、計画から実際まで要因を一つずつ加えて再現し、停止時間の増減を要因に"
        "割り当てた。合計は計画との差に秒まで一致する。負の値は短縮を表す。",
        "en": "The same scenario was played again from the plan to what happened, with one cause "
        "more each time; what each added to the downtime is its share. The shares add up to the "
        "gap to the second. Less than nothing is time won.",
    },
    "minutes-none": {
        "ja": "どの業務の停止時間も計画と同じであった。",
        "en": "Every function was down for as long as planned.",
    },
    "minutes-more": {
        "ja": "ほかに計画との差がある{number}業務は、表のとおり。",
        "en": "The other {number} functions with a gap stand in the table.",
    },
    "minutes-by-function": {"ja": "業務ごとの説明", "en": "Function by function"},
    # --- strengths, difficulties, improvement -------------------------------------------------
    "none-noted": {"ja": "記録なし。", "en": "None were noted."},
    "said": {"ja": "{text}", "en": "{text}"},
    "noted": {"ja": "{text}（{who}、{at}）", "en": "{text} ({who}, {at})"},
    "noted-nobody": {"ja": "{text}（{at}）", "en": "{text} ({at})"},
    "good-objective": {
        "ja": "目標「{text}」を{reached}で達成した（基準{within}）。",
        "en": "The objective “{text}” was reached in {reached} (within {within}).",
    },
    "good-function": {
        "ja": "{function}は計画より{length}早く復旧した。",
        "en": "{function} was back {length} earlier than planned.",
    },
    "hard-aborted": {
        "ja": "{component}「{task}」を{after}で中断した。",
        "en": "{component}, {task}: broken off after {after}.",
    },
    "hard-aborted-why": {
        "ja": "{component}「{task}」を{after}で中断した（{why}）。",
        "en": "{component}, {task}: broken off after {after} ({why}).",
    },
    "hard-aborted-again": {
        "ja": "{component}「{task}」を{after}で中断し、やり直した。",
        "en": "{component}, {task}: broken off after {after}, and done anew.",
    },
    "hard-aborted-why-again": {
        "ja": "{component}「{task}」を{after}で中断し、やり直した（{why}）。",
        "en": "{component}, {task}: broken off after {after}, and done anew ({why}).",
    },
    "hard-missed": {
        "ja": "状況付与 No.{no} の期限（{within}）までに「{expected}」ができなかった。",
        "en": "Inject {no}: “{expected}” was not done within {within}.",
    },
    "hard-late": {
        "ja": "状況付与 No.{no} の「{expected}」が期限（{within}）に{late}遅れた。",
        "en": "Inject {no}: “{expected}” was done {late} after its deadline ({within}).",
    },
    "hard-not": {
        "ja": "状況付与 No.{no} で期待した「{expected}」が行われなかった。",
        "en": "Inject {no}: “{expected}” was not done as expected.",
    },
    "cap-items": {"ja": "改善計画", "en": "Improvement plan"},
    "col-id": {"ja": "番号", "en": "Item"},
    "col-item": {"ja": "改善事項", "en": "To be improved"},
    "col-owner": {"ja": "担当", "en": "Owner"},
    "col-due": {"ja": "期限", "en": "Due"},
    "col-done": {"ja": "状況", "en": "Status"},
    "done-on": {"ja": "{date} 完了", "en": "done {date}"},
    "item-open": {"ja": "未完了", "en": "open"},
    "undecided": {"ja": "未定", "en": "to be decided"},
    "no-items": {"ja": "改善事項はない。", "en": "There are no improvement items."},
    "items-note": {
        "ja": "達しなかった目標と守れなかった期限は、自動的に改善事項とした。",
        "en": "Objectives that were missed and deadlines that passed opened an item by themselves.",
    },
    # --- timeline and record -----------------------------------------------------------------
    "cap-timeline": {"ja": "主な経過", "en": "Main events"},
    "col-scenario": {"ja": "想定時刻", "en": "Scenario time"},
    "col-exercise": {"ja": "訓練時計", "en": "Exercise clock"},
    "col-what": {"ja": "出来事", "en": "What happened"},
    "back": {"ja": "復旧: {names}", "en": "Back: {names}"},
    "cap-record": {"ja": "訓練記録", "en": "Drill record"},
    "col-time": {"ja": "時刻", "en": "Time"},
    "col-status": {"ja": "作業内容・状況", "en": "Work and situation"},
    "col-stumbled": {"ja": "つまづいた工程など", "en": "Stumbling blocks"},
    "finding": {
        "ja": "総括: {first}つまづき・期限超過・中断は{stumbles}件、改善事項は{items}件。",
        "en": "Overall: {first} Stumbling blocks, missed deadlines and broken-off tasks: "
        "{stumbles}; improvement items: {items}.",
    },
    "deadline-passed": {"ja": "No.{no} の期限切れ", "en": "Deadline of inject {no} passed"},
    "time-note": {
        "ja": "時刻は記入時の実時刻、想定時刻は訓練中の時計。",
        "en": "Time: when it was written down. Scenario time: by the clock of the drill.",
    },
    "time-note-script": {
        "ja": "この記録は台本による試行であり、時刻は訓練時計による。",
        "en": "This record is a rehearsal by a script: times are those of the exercise clock.",
    },
    # --- injects -----------------------------------------------------------------------------
    "cap-injects": {"ja": "状況付与（MSEL）と結果", "en": "Injects (MSEL) and their results"},
    "col-no": {"ja": "番号", "en": "No."},
    "col-given": {"ja": "付与", "en": "Given"},
    "col-inject": {"ja": "発信元 → 付与先と内容", "en": "From → to, and inject"},
    "col-expected": {"ja": "期待される行動（期限）", "en": "Expected action (deadline)"},
    "col-answer": {"ja": "対応", "en": "What was done"},
    "col-result": {"ja": "結果", "en": "Result"},
    "inject-met": {"ja": "実施", "en": "done"},
    "inject-late": {"ja": "期限後に実施", "en": "done late"},
    "inject-missed": {"ja": "期限超過", "en": "missed"},
    "inject-partly": {"ja": "一部実施", "en": "done in part"},
    "inject-not": {"ja": "期待と異なる", "en": "not as expected"},
    "inject-open": {"ja": "対応なし", "en": "not answered"},
    "inject-told": {"ja": "周知のみ", "en": "information only"},
    "inject-not-given": {"ja": "未付与", "en": "not given"},
    "decided": {"ja": "判断: {option}", "en": "decided: {option}"},
    "after": {"ja": "{length}後", "en": "after {length}"},
    "before": {"ja": "付与の前に着手済み", "en": "done before it was given"},
    "no-injects": {"ja": "状況付与はない。", "en": "There were no injects."},
    # --- people ------------------------------------------------------------------------------
    "col-who": {"ja": "氏名・職", "en": "Name or post"},
    "col-role": {"ja": "役割", "en": "Role"},
    "col-team": {"ja": "班", "en": "Team"},
    "col-organisation": {"ja": "所属", "en": "Organisation"},
    "role-facilitator": {"ja": "進行役", "en": "facilitator"},
    "role-controller": {"ja": "状況付与係", "en": "controller"},
    "role-player": {"ja": "参加者", "en": "player"},
    "role-evaluator": {"ja": "評価者", "en": "evaluator"},
    "role-observer": {"ja": "見学者", "en": "observer"},
    "no-people": {"ja": "参加者は記入されていない。", "en": "No participants were listed."},
    # --- touched -----------------------------------------------------------------------------
    "touched-components": {"ja": "構成要素（{number}）", "en": "Components ({number})"},
    "touched-tasks": {"ja": "作業（{number}）", "en": "Tasks ({number})"},
    "touched-functions": {
        "ja": "停止した業務（{number}）",
        "en": "Functions that were down ({number})",
    },
    "touched-plan": {"ja": "計画の該当箇所（{number}）", "en": "Sections of the plan ({number})"},
    # --- method ------------------------------------------------------------------------------
    "method-text": {
        "ja": "計画から実際まで、次の順に一つずつ加えて同じ被害想定を再現した: 状況付与の被害、状況付与"
        "による人員の減、時計の進め、チームの順番と手順、チームの作業時間、実際。各段階は着手できる"
        "作業に直ちに着手する。加える順番によって内訳は変わり得る。訓練の終了後は計画どおり進めた"
        "ものとして想定期間の終わりまで延長した。",
        "en": "From the plan to what happened, one thing was added at a time: what injects struck, "
        "whom they took away, leaps of the clock, the team's order and procedures, the team's pace, "
        "and what happened. Each replay begins whatever can begin at once. In another order the "
        "shares might differ. After its end the drill was played on by the plan to the end of the "
        "scenario.",
    },
    "method-reasons": {
        "ja": "業務ごとに挙げた作業は、その業務の復旧を決めた一連の作業から選んだ。複数の待ちが重なる"
        "ときは、その合計が内訳と一致しないことがある。",
        "en": "The tasks named for a function lie on the chain of work that its return waited for. "
        "Where several delays overlap, they need not add up to a share.",
    },
    "version": {"ja": "算定に用いた版", "en": "Computed by"},
    "record-version": {"ja": "記録した版", "en": "Recorded by"},
    "digest-inventory": {"ja": "台帳", "en": "Inventory"},
    "digest-scenario": {"ja": "被害想定", "en": "Scenario"},
    "digest-drill": {"ja": "訓練", "en": "Drill"},
    "chain": {"ja": "記録の連鎖", "en": "Chain of the record"},
    "chain-whole": {
        "ja": "全{number}件、書換えの跡なし",
        "en": "{number} entries, no sign of tampering",
    },
    "chain-broken": {"ja": "{line}行目で途切れている", "en": "broken at line {line}"},
    "chain-none": {"ja": "記録ファイルなし（記憶上の記録）", "en": "kept in memory only"},
    "by-people": {"ja": "人による実施", "en": "run by people"},
    "by-script": {"ja": "台本による試行", "en": "rehearsed by a script"},
    "cap-corrections": {"ja": "訂正・取消し", "en": "Entries corrected or taken back"},
    "col-entry": {"ja": "番号", "en": "Entry"},
    "col-original": {"ja": "元の記録", "en": "As written"},
    "col-corrected": {"ja": "訂正後", "en": "As corrected"},
    "taken-back": {"ja": "取消し", "en": "taken back"},
    "moved": {"ja": "時刻を{at}に訂正", "en": "moved to {at}"},
    "no-corrections": {"ja": "訂正はない。", "en": "Nothing was corrected."},
    # --- the chart of tasks ------------------------------------------------------------------
    "fig-tasks": {"ja": "計画と実績の作業", "en": "Tasks, planned and actual"},
    "chart-title": {
        "ja": "{name}: 着手待ち 合計{waited}、作業の延び 合計{over}",
        "en": "{name}: {waited} waited before tasks, {over} longer than planned",
    },
    "chart-title-none": {
        "ja": "{name}: 作業は待ちも延びもなく進んだ",
        "en": "{name}: no task waited or took longer than planned",
    },
    "chart-planned": {"ja": "計画", "en": "planned"},
    "chart-actual": {"ja": "実績", "en": "actual"},
    "chart-over": {"ja": "計画より延びた分", "en": "longer than planned"},
    "chart-wait": {"ja": "着手できたが未着手", "en": "could have begun"},
    "chart-aborted": {"ja": "中断", "en": "broken off"},
    "chart-assumed": {"ja": "計画どおりとみなす・見込み", "en": "assumed by the plan, or forecast"},
    "chart-inject": {"ja": "状況付与", "en": "inject"},
    "chart-end": {"ja": "訓練終了", "en": "end of the drill"},
    "chart-others": {
        "ja": "ほか{number}作業は表のとおり。",
        "en": "{number} more tasks: see the table.",
    },
    "chart-no-crew": {"ja": "担当なし", "en": "no crew"},
    "chart-axis": {
        "ja": "横軸は発災からの経過（時:分）で、訓練にかけた時間に応じた幅。枠は計画、帯は実績。",
        "en": "Time since the incident (h:mm), as wide as people spent on it. Outline: planned; "
        "bar: actual.",
    },
    "chart-folded": {
        "ja": "斜線の区間は想定時刻を進めた間（縮めて表示）。",
        "en": "Hatched: the clock leapt over it (folded up).",
    },
    "chart-source": {
        "ja": "出典: 訓練記録 {record}（bcp {version}）",
        "en": "Source: drill record {record} (bcp {version})",
    },
    "chart-spoken": {
        "ja": "{name}: 計画{planned}、実績{actual}、待ち{wait}。",
        "en": "{name}: planned {planned}, actual {actual}, waited {wait}.",
    },
    # --- the chart of shares -----------------------------------------------------------------
    "shares-title": {
        "ja": "計画との差が大きい{number}業務: 最大の要因は{cause}",
        "en": "The {number} functions with the largest gap: mostly {cause}",
    },
    "shares-axis": {
        "ja": "横軸は計画との差。0より左は短縮。",
        "en": "Difference to the plan; left of 0: time won.",
    },
}
