"""What the annual plan says: headings, sentences with figures, and drafts to start from."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.annual_tables import WORDS as TABLES

WORDS: Table = {
    **TABLES,
    # --- the cover ---------------------------------------------------------------------------
    "title": {
        "ja": "ICT部門の業務継続計画（ICT-BCP）",
        "en": "ICT business continuity plan (ICT-BCP)",
    },
    "subtitle-public": {"ja": "公開版", "en": "Public edition"},
    "subtitle-forms": {"ja": "様式集", "en": "Forms"},
    "number": {"ja": "管理文書番号", "en": "Document number"},
    "version": {"ja": "版", "en": "Version"},
    "on": {"ja": "作成・改定日", "en": "Date"},
    "owner": {"ja": "所管", "en": "Kept by"},
    "edition": {"ja": "区分", "en": "Edition"},
    "edition-internal": {"ja": "庁内用", "en": "internal"},
    "edition-public": {"ja": "公開用", "en": "public"},
    "approvals": {"ja": "承認者", "en": "Approvals"},
    "approval": {"ja": "承認", "en": "Approved"},
    "note-internal": {
        "ja": "連絡先、弱点及びバックアップの所在を含む。庁外に持ち出さないこと。",
        "en": "Holds contacts, weak points and where backups are. Not to leave the office.",
    },
    "note-public": {
        "ja": "連絡先、弱点その他の公開に適さない事項を除いた版である。",
        "en": "Contacts, weak points and whatever else is not for the public were left out.",
    },
    "mark-internal": {"ja": "庁内限り", "en": "INTERNAL"},
    "annex": {"ja": "付録{number}　{title}", "en": "Annex {number}  {title}"},
    # --- headings ----------------------------------------------------------------------------
    "ch-cover": {"ja": "表紙", "en": "Cover"},
    "ch-control": {"ja": "文書管理", "en": "Document control"},
    "ch-summary": {"ja": "本計画の要点", "en": "The plan in brief"},
    "ch-basics": {"ja": "趣旨・基本方針", "en": "Purpose and policy"},
    "ch-purpose": {"ja": "趣旨・目的", "en": "Purpose"},
    "ch-policy": {"ja": "基本方針", "en": "Policy"},
    "ch-scope": {"ja": "対象範囲", "en": "Scope"},
    "ch-related": {"ja": "関係文書と文書体系", "en": "Related papers"},
    "ch-terms": {"ja": "用語", "en": "Terms"},
    "ch-organisation": {"ja": "運用体制と役割", "en": "Organisation and roles"},
    "ch-damage": {"ja": "被害想定", "en": "Damage assumed"},
    "ch-secondary": {"ja": "起こりうる二次災害", "en": "What may follow"},
    "ch-importance": {"ja": "重要業務・重要システム", "en": "Important functions and systems"},
    "ch-priority": {"ja": "復旧優先順位", "en": "Recovery priority"},
    "ch-order": {"ja": "復旧の見通し", "en": "How recovery goes"},
    "ch-map": {"ja": "依存関係図", "en": "What depends on what"},
    "ch-curves": {"ja": "予想復旧曲線", "en": "Expected recovery curve"},
    "ch-results": {"ja": "被害想定別の計算結果", "en": "Results by scenario"},
    "ch-heatmap": {"ja": "被害想定と業務の対照", "en": "Scenarios against functions"},
    "ch-misses": {
        "ja": "目標に間に合わない業務とその理由",
        "en": "What misses its target, and why",
    },
    "ch-certainty": {"ja": "結果の確からしさ", "en": "How sure we are"},
    "ch-resources": {"ja": "必要資源・外部事業者", "en": "Resources and vendors"},
    "ch-weaknesses": {"ja": "現状の脆弱性と事前対策", "en": "Weak points and measures"},
    "ch-effects": {"ja": "対策の効果", "en": "What measures change"},
    "ch-response": {"ja": "緊急時対応・復旧計画", "en": "Emergency response and recovery"},
    "ch-activation": {"ja": "発動基準", "en": "When the plan applies"},
    "ch-deactivation": {"ja": "解除基準", "en": "When it ends"},
    "ch-contacts": {"ja": "連絡先・参照文書", "en": "Contacts and papers"},
    "ch-papers": {"ja": "参照文書", "en": "Papers"},
    "ch-training": {"ja": "教育・訓練", "en": "Training and drills"},
    "ch-past-drills": {"ja": "訓練の実績", "en": "Drills held"},
    "ch-untouched": {"ja": "訓練で扱っていないもの", "en": "What no drill has dealt with"},
    "ch-upkeep": {"ja": "維持管理・見直し", "en": "Upkeep and review"},
    "ch-improvements": {"ja": "改善事項", "en": "Improvements"},
    "ch-to-do": {"ja": "未記入項目一覧", "en": "Still to be filled in"},
    "ch-method": {"ja": "計算の方法と限界", "en": "How it was computed"},
    "ch-changes": {"ja": "前回からの変更", "en": "What changed"},
    "ch-log": {"ja": "改版の記録", "en": "Change log"},
    "ch-old-new": {"ja": "新旧対照表", "en": "Old and new"},
    "ch-outcome": {"ja": "被害想定ごとの変化", "en": "How the results changed"},
    "ch-targets": {"ja": "業務ごとの変化", "en": "How the functions changed"},
    # --- in brief ----------------------------------------------------------------------------
    "verdict-unplayed": {
        "ja": "本計画は{functions}業務、{systems}システムを対象とする。被害想定はまだない。",
        "en": "This plan covers {functions} functions and {systems} systems. No scenario has been "
        "written yet.",
    },
    "verdict-missed": {
        "ja": "{scenarios}の被害想定のうち{hit}で、あわせて{missed}業務（全{functions}業務）が"
        "目標復旧時間（RTO）に間に合わない。",
        "en": "In {hit} of {scenarios} scenarios, {missed} of {functions} functions miss their "
        "RTO.",
    },
    "verdict-met": {
        "ja": "{scenarios}の被害想定のすべてで、{functions}業務が目標復旧時間（RTO）に間に合う。",
        "en": "In all {scenarios} scenarios, all {functions} functions meet their RTO.",
    },
    "gist-worst": {
        "ja": "損失が最も大きいのは「{scenario}」で、{stopped}業務が止まり、うち{missed}業務がRTOに"
        "間に合わない（損失{loss}重み付き時間）。",
        "en": "{scenario} costs most: {stopped} functions stop, {missed} of them miss their RTO "
        "(loss: {loss} weighted hours).",
    },
    "gist-first": {
        "ja": "最も早く復旧しなければならないのは、{names}である。",
        "en": "To be recovered first: {names}.",
    },
    "gist-planned": {
        "ja": "予定した対策を終えると、RTOに間に合わない業務は全被害想定で延べ{before}から{after}に、"
        "損失は{loss}から{left}重み付き時間になる。",
        "en": "With all planned measures, the RTOs missed over all scenarios go from {before} to "
        "{after}, and the loss from {loss} to {left} weighted hours.",
    },
    "gist-no-drill": {
        "ja": "訓練の実施記録はまだない。",
        "en": "No drill has been held yet.",
    },
    "gist-drill": {
        "ja": "訓練はこれまでに{number}回実施した。直近（{day}）では、止まった{down}業務のうち{met}業務が"
        "RTOに間に合った。",
        "en": "Drills held so far: {number}. In the last ({day}), {met} of {down} functions that "
        "stopped were back in time.",
    },
    "gist-blanks": {
        "ja": "まだ記入していない項目が{number}件ある。",
        "en": "{number} fields have not been filled in yet. ",
    },
    "gist-blanks-one": {
        "ja": "まだ記入していない項目が1件ある。",
        "en": "One field has not been filled in yet. ",
    },
    "gist-blanks-link": {"ja": "未記入項目一覧を参照。", "en": "They are listed in the annex."},
    # --- chapter 1 ---------------------------------------------------------------------------
    "draft": {"ja": "{text}（案）", "en": "{text} (draft)"},
    "draft-field": {"ja": "本文（案のまま）", "en": "text (still the draft)"},
    "purpose": {
        "ja": "本計画は、災害、事故、サイバー攻撃等により情報システムが被害を受けた場合にも、住民の生命、"
        "生活及び財産を守るために必要な業務を継続し、又は早期に再開できるよう、ICT部門の体制、行動及び"
        "事前の備えを定めるものである。",
        "en": "This plan lays down how the ICT office is organised, acts and prepares, so that what "
        "protects the lives and livelihoods of residents goes on or is soon resumed when a "
        "disaster, an accident or an attack hits the information systems.",
    },
    "policy": {
        "ja": "職員及び来庁者の安全の確保を最優先とする。\n"
        "業務の目標復旧時間（RTO）に基づく復旧優先順位に従い、限られた要員と資源を配分する。\n"
        "訓練と点検の結果により、少なくとも年1回、本計画を見直す。",
        "en": "The safety of staff and visitors comes first.\n"
        "People and resources go where the recovery priority, drawn from the targets of the "
        "functions, sends them.\n"
        "Drills and checks lead to a review at least once a year.",
    },
    "scope-lead": {
        "ja": "本計画は、{organisation}のICT部門が所管し、又は復旧を支援する次のものを対象とする。",
        "en": "This plan is about what the ICT office of {organisation} runs or helps to recover.",
    },
    "scope-functions": {"ja": "業務", "en": "Functions"},
    "scope-systems": {"ja": "情報システム", "en": "Systems"},
    "scope-sites": {"ja": "拠点", "en": "Sites"},
    "scope-departments": {"ja": "主管課", "en": "Departments"},
    "scope-components": {
        "ja": "構成要素（設備・回線・データ等を含む）",
        "en": "Components, equipment, lines and data included",
    },
    "parts-lead": {
        "ja": "本計画の文書体系は次のとおりである。",
        "en": "The plan consists of:",
    },
    "parts-plan": {
        "ja": "本書：業務継続計画の本文及び様式",
        "en": "this document: the plan and its forms",
    },
    "parts-forms": {
        "ja": "様式集：様式を1枚ずつ印刷して用いるもの（表計算ファイル）",
        "en": "the forms as a workbook, to be printed one by one",
    },
    "parts-drills": {
        "ja": "訓練の計画書、状況付与計画表及び実施報告書",
        "en": "plans, inject lists and reports of drills",
    },
    "parts-files": {
        "ja": "台帳及び被害想定（データ）：本書の表、図及び計算結果の元となるもの",
        "en": "the inventory and the scenarios, as data: what tables, figures and results come from",
    },
    "term-function": {"ja": "業務", "en": "function"},
    "means-function": {
        "ja": "市民又は庁内に提供する仕事のまとまり。非常時に優先するものを重要業務という。",
        "en": "A piece of work done for residents or for the organisation itself.",
    },
    "term-rto": {"ja": "目標復旧時間（RTO）", "en": "RTO"},
    "means-rto": {
        "ja": "業務が止まってから再開するまでの目標とする時間。業務開始目標時間ともいう。",
        "en": "Recovery time objective: within which time a function is to be resumed.",
    },
    "term-mtpd": {"ja": "最大許容停止時間（MTPD）", "en": "MTPD"},
    "means-mtpd": {
        "ja": "業務の停止が許される限度の時間。これを超えると影響が容認できなくなる。",
        "en": "Maximum tolerable period of disruption: beyond it the effects cannot be accepted.",
    },
    "term-rpo": {"ja": "目標復旧時点（RPO）", "en": "RPO"},
    "means-rpo": {
        "ja": "どの時点までのデータを復元するかの目標。失ってよいデータの長さを時間で表す。",
        "en": "Recovery point objective: how much data may be lost, as a length of time.",
    },
    "term-scenario": {"ja": "被害想定", "en": "scenario"},
    "means-scenario": {
        "ja": "いつ、何が被害を受け、何が使えず、誰が参集できるかの想定。",
        "en": "What is hit when, what cannot be used, and who is on hand.",
    },
    "term-priority": {"ja": "復旧優先順位", "en": "recovery priority"},
    "means-priority": {
        "ja": "業務の目標と依存関係から計算した、設備・システムを復旧する順序。",
        "en": "The order in which things are recovered, worked out from targets and dependencies.",
    },
    "term-curve": {"ja": "予想復旧曲線", "en": "recovery curve"},
    "means-curve": {
        "ja": "経過時間に対して、全業務のうちどれだけが使えるかを重み付きで表した曲線。",
        "en": "How much of all functions is there over time, by weight.",
    },
    "term-loss": {"ja": "損失（重み付き時間）", "en": "loss (weighted hours)"},
    "means-loss": {
        "ja": "業務が止まった時間と目標に遅れた時間を、業務の重みを付けて合計したもの。小さいほどよい。",
        "en": "Hours of outage and of lateness, summed by the weight of the functions. Less is "
        "better.",
    },
    "term-workaround": {"ja": "代替手段", "en": "workaround"},
    "means-workaround": {
        "ja": "システムが使えない間、手作業等により業務の一部を続ける方法。",
        "en": "How part of a function goes on without its systems.",
    },
    # --- chapters 2, 8 and 10 ----------------------------------------------------------------
    "no-roles": {"ja": "緊急時の役割と責任者", "en": "roles in an emergency, and who plays them"},
    "roles-lead": {
        "ja": "緊急時には{number}の役割を置く。",
        "en": "There are {number} roles in an emergency.",
    },
    "roles-lead-one": {
        "ja": "緊急時には1の役割を置く。",
        "en": "There is one role in an emergency.",
    },
    "roles-lead-public": {
        "ja": "緊急時には次の{number}の役割を置き、責任者と代理者をあらかじめ定める。",
        "en": "There are {number} roles in an emergency; who plays them is settled beforehand.",
    },
    "roles-alone": {
        "ja": "このうち{number}の役割に代理者がいない。",
        "en": "Without a deputy: {number}.",
    },
    "roles-all": {
        "ja": "いずれにも代理者を定めている。",
        "en": "All of them have a deputy.",
    },
    "upkeep-link": {
        "ja": "平常時の運用体制は様式13に定める。",
        "en": "Form 13 says who does what all year round.",
    },
    "contacts-lead": {
        "ja": "緊急時の連絡先として{number}人（機関を含む）を登録している。",
        "en": "There are {number} people and bodies to call.",
    },
    "contacts-lead-one": {
        "ja": "緊急時の連絡先として1人を登録している。",
        "en": "There is one contact.",
    },
    "upkeep-lead": {
        "ja": "本計画は、次の体制により、少なくとも年1回、訓練の結果、台帳の変更及び点検の結果を反映して"
        "見直す。",
        "en": "The plan is reviewed at least once a year in the light of drills, changes and "
        "checks.",
    },
    # --- chapter 3 ---------------------------------------------------------------------------
    "damage-lead": {
        "ja": "{number}の被害想定を置く。主たる想定は「{first}」である。",
        "en": "There are {number} scenarios. The foremost is {first}.",
    },
    "damage-lead-one": {
        "ja": "被害想定は「{first}」の1件である。",
        "en": "There is one scenario: {first}.",
    },
    "secondary": {
        "ja": "余震による設備の転倒又は漏水の拡大\n"
        "停電の長期化に伴う空調の停止及び機器の過熱\n"
        "混乱に乗じたサイバー攻撃、復旧作業中の操作誤り",
        "en": "Aftershocks that topple equipment or spread water damage.\n"
        "Equipment that overheats when a long power cut stops the cooling.\n"
        "Attacks that exploit the confusion, and slips while systems are recovered.",
    },
    # --- chapter 4 ---------------------------------------------------------------------------
    "importance-lead": {
        "ja": "{number}業務について、停止の影響と目標復旧時間（RTO）を定めた。",
        "en": "Targets were set for {number} functions.",
    },
    "importance-lead-one": {
        "ja": "1業務について、停止の影響と目標復旧時間（RTO）を定めた。",
        "en": "A target was set for one function.",
    },
    "importance-ranks": {
        "ja": "ランク別では{ranks}である。",
        "en": "By rank: {ranks}.",
    },
    "rank-count": {"ja": "{rank} {number}業務", "en": "{rank} {number}"},
    "priority-lead": {
        "ja": "業務の目標と依存関係から、{number}の設備・システムの復旧の順序と理由を計算した。特定の被害想定に"
        "よらず、すべてが被災した場合の順序である。",
        "en": "The order and reasons for {number} items follow from the targets of the functions "
        "and what they depend on, as if everything were hit.",
    },
    "priority-lead-one": {
        "ja": "業務の目標から、復旧するものの順序と理由を計算した。",
        "en": "The order follows from the targets of the functions.",
    },
    "priority-late": {
        "ja": "うち{number}件は、直ちに着手しても目標に間に合わない。",
        "en": "{number} of them are too late for their target even if begun at once.",
    },
    "priority-late-one": {
        "ja": "うち1件は、直ちに着手しても目標に間に合わない。",
        "en": "One of them is too late for its target even if begun at once.",
    },
    "order-lead": {
        "ja": "業務は止まってから戻るまで、設備・システムは復旧に着手してから終わるまでを示す。",
        "en": "Functions from their stop to their return, items from the begin of work to its end.",
    },
    "map-lead": {
        "ja": "業務が何に支えられているかを示す。必要とするものがすべて失われると、業務は止まる。",
        "en": "What carries the functions: they stop when all that they need of a kind is lost.",
    },
    "heatmap-lead": {
        "ja": "各被害想定での各業務の停止時間。○は目標復旧時間（RTO）に間に合うもの、△は間に合わないもの、×は最大許容停止時間"
        "（MTPD）を超えるもの又は期間内に復旧しないもの、–は止まらないもの。",
        "en": "Downtime of each function in each scenario. ○ keeps its RTO, △ misses it, × exceeds its "
        "MTPD or is not back within the horizon, – never stops.",
    },
    "heatmap-missed": {"ja": "RTOに間に合わない業務", "en": "Functions that miss their RTO"},
    "heatmap-down": {"ja": "未復旧", "en": "not back"},
    "curve-lead": {
        "ja": "「{scenario}」では、業務の{day}が1日後に、{three}が3日後に使える。",
        "en": "In {scenario}, {day} of the functions are there after a day and {three} after "
        "three.",
    },
    "curve-later": {
        "ja": "予定した対策の後は、それぞれ{day}、{three}になる。",
        "en": "With the planned measures: {day} and {three}.",
    },
    "loss-note": {
        "ja": "損失は、業務が止まった時間と目標に遅れた時間を、業務の重みを付けて合計したもの（重み付き時間）。",
        "en": "Loss: hours of outage and of lateness, summed by the weight of the functions.",
    },
    "misses-lead": {
        "ja": "目標復旧時間（RTO）に間に合わない業務について、復旧の時期を決めているものを、発災からの時間の"
        "順に示す。ここを短くすれば業務は早く戻る。",
        "en": "What fixed the restoration of each function that misses its RTO, in the order of "
        "time. Shortening this brings it back sooner.",
    },
    "misses-more": {
        "ja": "ほかに{number}の被害想定で間に合わない業務がある。",
        "en": "Targets are missed in {number} more scenarios.",
    },
    "missed-more": {
        "ja": "このほか、損失がより小さい{number}業務が間に合わない。",
        "en": "{number} more functions, which lose less, are late.",
    },
    "certainty-lead": {
        "ja": "作業時間などのばらつきを{runs}回試行した結果、RTOに間に合う確率の低い業務から順に示す。",
        "en": "Over {runs} runs with durations drawn at random, the least certain first.",
    },
    # --- chapters 5, 6 and 7 -----------------------------------------------------------------
    "resources-lead": {
        "ja": "復旧に当たる庁内の班は{teams}（計{people}人）、外部事業者は{vendors}、契約は{contracts}件である。",
        "en": "Recovery rests on {teams} teams of our own ({people} people) and {vendors} vendors; "
        "contracts: {contracts}.",
    },
    "weaknesses-lead": {
        "ja": "台帳の点検で{found}件の弱点（うち重大{serious}件）が見つかった。対策は{measures}件で、完了{done}件、"
        "予定・実施中{planned}件である。",
        "en": "Checking found {found} weak points, {serious} of them serious. Measures: {measures}, "
        "of which {done} are done and {planned} planned or under way.",
    },
    "effects-lead": {
        "ja": "一つだけ行うとすれば「{measure}」の効果が最も大きく、全被害想定の損失が{avoided}重み付き時間減り、"
        "{gained}業務がRTOに間に合うようになる。",
        "en": "By itself, {measure} does most: it avoids {avoided} weighted hours of loss over all "
        "scenarios, and {gained} functions regain their RTO.",
    },
    "effects-note": {
        "ja": "減る損失は、全被害想定を1回ずつ数えた重み付き時間の合計。複数の対策の効果は単純には足せない。",
        "en": "Loss avoided: weighted hours, each scenario counted once. The effects of several "
        "measures do not add up.",
    },
    "activation": {
        "ja": "市内で震度6弱以上の地震を観測したとき。\n"
        "重要業務を支える情報システムが、目標復旧時間（RTO）を超えて停止するおそれがあるとき。\n"
        "庁舎、サーバ室、電源又は通信回線に重大な被害が生じ、又はそのおそれがあるとき。\n"
        "そのほか、統括責任者が必要と認めたとき。",
        "en": "When an earthquake of intensity 6-lower or more is observed in the city.\n"
        "When systems that carry important functions may be down beyond their RTO.\n"
        "When the office, the server room, power or lines are badly hit or may be.\n"
        "When whoever is in charge finds it necessary.",
    },
    "deactivation": {
        "ja": "重要業務を支える情報システムがすべて復旧し、通常の運用に戻せると統括責任者が認めたとき。",
        "en": "When the systems that carry important functions are all back, and whoever is in "
        "charge finds that ordinary operation can resume.",
    },
    # --- chapter 9 ---------------------------------------------------------------------------
    "no-drills": {"ja": "訓練の計画", "en": "a drill"},
    "training-lead": {
        "ja": "{number}の訓練を計画しており、記録のある訓練は{held}回である。",
        "en": "Drills planned: {number}. Held with a record: {held}.",
    },
    "drills-due": {
        "ja": "実施の時期を過ぎた訓練: {names}。",
        "en": "Overdue: {names}.",
    },
    "untouched-functions": {
        "ja": "業務 {number}／{of}",
        "en": "Functions, {number} of {of}",
    },
    "untouched-components": {
        "ja": "復旧手順のある設備 {number}／{of}",
        "en": "Items with a procedure, {number} of {of}",
    },
    # --- annexes -----------------------------------------------------------------------------
    "to-do-lead": {
        "ja": "本計画には未記入の項目が{number}件ある。次の場所に書けば、本書を作り直したときに反映される。",
        "en": "{number} fields have not been filled in. Write them where the table says and make "
        "the document anew.",
    },
    "to-do-lead-one": {
        "ja": "本計画には未記入の項目が1件ある。次の場所に書けば、本書を作り直したときに反映される。",
        "en": "One field has not been filled in. Write it where the table says and make the "
        "document anew.",
    },
    "to-do-note": {
        "ja": "1件ずつの一覧は bcp document --json で得られる。空欄でよい項目は、その旨を書けば一覧から消える。",
        "en": "`bcp document --json` lists them one by one. Where nothing is wanted, say so and "
        "the field is no longer listed.",
    },
    "method-lead": {
        "ja": "本書の図表と数値は、台帳と被害想定のデータから計算した。同じデータからは同じ結果になる。結果を読む"
        "ときは、次のことに注意する。",
        "en": "Tables, figures and numbers were computed from the inventory and the scenarios; the "
        "same data gives the same results. Mind that:",
    },
    "limit-1": {
        "ja": "作業時間は一つの見積りであり、実際にはばらつく。",
        "en": "durations are single estimates; real ones vary;",
    },
    "limit-2": {
        "ja": "復旧の順序は、着手できる作業から優先順位の順に要員を割り当てて決まる。人の判断による変更は含まない。",
        "en": "crews go to what can be begun, the most urgent first; nobody decides otherwise;",
    },
    "limit-3": {
        "ja": "被害想定は起こりうる被害の一例であり、起こる被害の予測ではない。",
        "en": "a scenario is an example of what may happen, not a forecast;",
    },
    "limit-4": {
        "ja": "台帳に書かれていない依存関係は、結果に現れない。",
        "en": "what the inventory does not say has no effect on any result;",
    },
    "limit-5": {
        "ja": "代替手段は損失を和らげるが、停止時間は短くしない。",
        "en": "a workaround softens the loss but shortens no downtime.",
    },
    "method-version": {"ja": "プログラム", "en": "Program"},
    "method-inventory": {"ja": "台帳（ID、要約値）", "en": "Inventory (id, digest)"},
    "method-strategy": {"ja": "復旧順の決め方", "en": "Strategy"},
    "method-date": {"ja": "基準日", "en": "Date"},
    # --- what changed ------------------------------------------------------------------------
    "earlier": {"ja": "前回の版", "en": "the earlier edition"},
    "changes-none": {
        "ja": "{label}から台帳に変更はない。",
        "en": "The inventory has not changed since {label}.",
    },
    "changes-lead": {
        "ja": "{label}から、台帳の{number}件が変わった（追加{added}、変更{changed}、廃止{removed}）。",
        "en": "Since {label}, {number} items of the inventory differ (added: {added}, changed: "
        "{changed}, removed: {removed}).",
    },
    "log-line": {"ja": "{version}（{day}）: {what}", "en": "{version} ({day}): {what}"},
    "old-new-lead": {
        "ja": "変更理由・備考の欄は、改定の際に記入する。",
        "en": "Reasons and remarks are filled in by hand.",
    },
    "scenarios-gone": {
        "ja": "前回だけにあった被害想定: {names}。",
        "en": "Scenarios that only the earlier state had: {names}.",
    },
    "section-organisation": {"ja": "団体", "en": "Organisation"},
    "section-components": {"ja": "設備・システム", "en": "Components"},
    "section-functions": {"ja": "業務", "en": "Functions"},
    "section-teams": {"ja": "要員・事業者", "en": "Teams"},
    "section-procedures": {"ja": "復旧手順", "en": "Procedures"},
    "section-measurements": {"ja": "訓練での実測", "en": "Measurements"},
    "section-plan": {"ja": "計画の文書", "en": "The plan as a paper"},
    "section-people": {"ja": "連絡先", "en": "People"},
    "section-roles": {"ja": "役割", "en": "Roles"},
    "section-contracts": {"ja": "契約", "en": "Contracts"},
    "section-measures": {"ja": "対策", "en": "Measures"},
    "section-actions": {"ja": "行動", "en": "Actions"},
}
