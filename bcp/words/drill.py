"""What a drill says: why tasks wait, what the log holds, what is refused, what has to improve."""

from __future__ import annotations

from bcp.words import Table

WORDS: Table = {
    # --- why a task does not start
    "waits-after": {"ja": "前の作業が未了（{tasks}）", "en": "comes after {tasks}"},
    "waits-lacks": {"ja": "使えないもの（{ids}）", "en": "needs {ids}"},
    "waits-barred": {"ja": "立入不可（{ids}）", "en": "no access to {ids}"},
    "waits-off-duty": {"ja": "{team}が勤務時間外", "en": "{team} is off duty"},
    "waits-absent": {
        "ja": "{team}が足りない（必要{number}人、在席{present}人）",
        "en": "too few of {team} ({number} needed, {present} there)",
    },
    "waits-busy": {
        "ja": "{team}が手いっぱい（必要{number}人、手空き{free}人）",
        "en": "{team} is busy ({number} needed, {free} free)",
    },
    # --- what a conditional inject waits for
    "when-after": {"ja": "No.{no}の付与", "en": "inject {no} given"},
    "when-after-later": {"ja": "No.{no}の付与から{delay}後", "en": "{delay} after inject {no}"},
    "when-missed": {"ja": "No.{no}の期限切れ", "en": "deadline of {no} missed"},
    "when-missed-later": {
        "ja": "No.{no}の期限切れから{delay}後",
        "en": "{delay} after the deadline of {no} was missed",
    },
    "when-chosen": {"ja": "No.{no}で「{option}」を選択", "en": "option {option} chosen in {no}"},
    "when-chosen-later": {
        "ja": "No.{no}で「{option}」を選択してから{delay}後",
        "en": "{delay} after option {option} was chosen in {no}",
    },
    "when-up": {"ja": "「{id}」の復旧", "en": "{id} is up"},
    "when-up-later": {"ja": "「{id}」の復旧から{delay}後", "en": "{delay} after {id} is up"},
    "when-down": {"ja": "「{id}」の停止", "en": "{id} is down"},
    "when-down-later": {"ja": "「{id}」の停止から{delay}後", "en": "{delay} after {id} is down"},
    # --- the log
    "log-started": {"ja": "訓練開始", "en": "the drill started"},
    "log-paused": {"ja": "一時停止", "en": "paused"},
    "log-resumed": {"ja": "再開", "en": "resumed"},
    "log-ended": {"ja": "訓練終了", "en": "the drill ended"},
    "log-jumped": {
        "ja": "想定時刻を発災から{origin}後から{to}後へ進めた",
        "en": "the scenario's clock leapt from {origin} to {to} after the incident",
    },
    "log-speed-set": {"ja": "想定時計の速さを{speed}倍にした", "en": "scenario clock at ×{speed}"},
    "log-fired-clock": {"ja": "状況付与 No.{inject}: {text}", "en": "inject {inject}: {text}"},
    "log-fired-condition": {
        "ja": "状況付与 No.{inject}（条件成立）: {text}",
        "en": "inject {inject} (its condition came true): {text}",
    },
    "log-fired-hand": {
        "ja": "状況付与 No.{inject}（手動）: {text}",
        "en": "inject {inject} (by hand): {text}",
    },
    "log-inject-postponed": {
        "ja": "状況付与 No.{inject}を{by}延期した",
        "en": "inject {inject} put off by {by}",
    },
    "log-inject-postponed-all": {
        "ja": "以後の状況付与をすべて{by}延期した",
        "en": "all injects to come put off by {by}",
    },
    "log-task-started": {"ja": "着手: {component} {task}", "en": "begun: {component}, {task}"},
    "log-task-finished": {"ja": "完了: {component} {task}", "en": "finished: {component}, {task}"},
    "log-task-aborted": {"ja": "中断: {component} {task}", "en": "broken off: {component}, {task}"},
    "log-task-aborted-why": {
        "ja": "中断: {component} {task}（{text}）",
        "en": "broken off: {component}, {task} ({text})",
    },
    "log-task-assigned": {
        "ja": "担当: {component} {task} → {who}",
        "en": "assigned: {component}, {task} to {who}",
    },
    "log-decided": {"ja": "判断 No.{inject}: {option}", "en": "decided in {inject}: {option}"},
    "log-decided-why": {
        "ja": "判断 No.{inject}: {option}（{text}）",
        "en": "decided in {inject}: {option} ({text})",
    },
    "log-answered-met": {
        "ja": "対応 No.{inject}: {text}",
        "en": "done about inject {inject}: {text}",
    },
    "log-answered-partly": {
        "ja": "対応 No.{inject}（一部）: {text}",
        "en": "done in part about inject {inject}: {text}",
    },
    "log-answered-not": {
        "ja": "対応 No.{inject}（期待と異なる）: {text}",
        "en": "not done as expected about inject {inject}: {text}",
    },
    "log-noted-note": {"ja": "{text}", "en": "{text}"},
    "log-noted-stumble": {"ja": "つまづき: {text}", "en": "stumbled: {text}"},
    "log-noted-strength": {"ja": "良かった点: {text}", "en": "went well: {text}"},
    "log-noted-hot-wash": {"ja": "振り返り: {text}", "en": "hot wash: {text}"},
    "log-corrected": {"ja": "{entry}番の記録を訂正した", "en": "entry {entry} corrected"},
    "log-rated": {
        "ja": "評価 {rating}: {objective}（{text}）",
        "en": "rated {rating}: {objective} ({text})",
    },
    "log-improved": {"ja": "改善事項 {item}: {text}", "en": "improvement item {item}: {text}"},
    "log-improved-done": {"ja": "改善事項 {item} 完了", "en": "improvement item {item} done"},
    "log-undone": {"ja": "{entry}番の記録を取り消した", "en": "entry {entry} taken back"},
    # --- improvement items that open by themselves
    "item-rated-m": {
        "ja": "目標「{objective}」の評価がM（重大な課題あり）であった",
        "en": "the objective “{objective}” was rated M (major challenges)",
    },
    "item-rated-u": {
        "ja": "目標「{objective}」の評価がU（実施できず）であった",
        "en": "the objective “{objective}” was rated U (unable to be performed)",
    },
    "item-not-reached": {
        "ja": "目標「{objective}」（{within}以内）に達しなかった",
        "en": "the objective “{objective}” (within {within}) was not reached",
    },
    "item-too-slow": {
        "ja": "目標「{objective}」は{within}以内のところ{reached}かかった",
        "en": "the objective “{objective}” took {reached} instead of {within}",
    },
    "item-deadline": {
        "ja": "状況付与 No.{no}への対応が期限（{within}）に間に合わなかった",
        "en": "the expected action on inject {no} was not done within {within}",
    },
    "item-not-done": {
        "ja": "状況付与 No.{no}への対応が期待と異なった",
        "en": "the expected action on inject {no} was not done",
    },
    # --- what is refused
    "refused-started-already": {"ja": "訓練はすでに始まっている", "en": "the drill has started"},
    "refused-not-started": {
        "ja": "訓練がまだ始まっていない。先に開始する",
        "en": "the drill has not started yet: start it first",
    },
    "refused-ended": {"ja": "訓練は終了している", "en": "the drill is over"},
    "refused-not-now": {"ja": "今はできない", "en": "not possible now"},
    "refused-not-running-clock": {"ja": "時計は動いていない", "en": "the clocks are not running"},
    "refused-not-paused": {"ja": "一時停止していない", "en": "the drill is not paused"},
    "refused-jump-back": {
        "ja": "想定時計は進めることしかできない",
        "en": "the scenario's clock can only leap forward",
    },
    "refused-jump-too-far": {
        "ja": "シナリオの終わりより先へは進められない",
        "en": "that is beyond the end of the scenario",
    },
    "refused-unknown-inject": {"ja": "状況付与 No.{no}はない", "en": "there is no inject {no}"},
    "refused-fired-already": {
        "ja": "状況付与 No.{no}はすでに付与した",
        "en": "inject {no} has been given already",
    },
    "refused-no-time": {
        "ja": "状況付与 No.{no}には予定時刻がない",
        "en": "inject {no} has no time to put off",
    },
    "refused-not-fired": {
        "ja": "状況付与 No.{no}はまだ付与していない",
        "en": "inject {no} has not been given yet",
    },
    "refused-unknown-option": {
        "ja": "No.{no}に選択肢「{option}」はない（{known}）",
        "en": "inject {no} has no option {option} (there are: {known})",
    },
    "refused-decided-already": {
        "ja": "No.{no}はすでに判断した。変えるには先に取り消す",
        "en": "inject {no} has been decided: take that back first",
    },
    "refused-unknown-objective": {"ja": "目標「{id}」はない", "en": "there is no objective {id}"},
    "refused-unknown-task": {"ja": "作業「{task}」はない", "en": "there is no task {task}"},
    "refused-not-damaged": {
        "ja": "「{task}」の機器は壊れていないか、復旧を終えている",
        "en": "the component of {task} is not damaged, or recovered already",
    },
    "refused-not-waiting": {"ja": "「{task}」は着手待ちではない", "en": "{task} is not waiting"},
    "refused-cannot-start": {
        "ja": "「{task}」はその時点では着手できない",
        "en": "{task} could not start at that time",
    },
    "refused-read-only": {
        "ja": "この画面は見るだけである。操作は訓練を進行する画面で行う",
        "en": "this screen only shows; the drill is run from the facilitator's",
    },
    "refused-signal-lost": {
        "ja": "信号途絶（{seconds}秒前の状態）",
        "en": "signal lost: as of {seconds} s ago",
    },
    "refused-record-reread": {
        "ja": "記録を最初から読み直した",
        "en": "record read again from its start",
    },
    "refused-record-broken": {
        "ja": "記録の{line}行目が壊れている",
        "en": "record broken at line {line}",
    },
    "refused-record-impossible": {
        "ja": "記録に矛盾がある",
        "en": "the record contradicts itself",
    },
    "refused-record-unreadable": {
        "ja": "記録を読めない（{reason}）",
        "en": "cannot read the record: {reason}",
    },
    "refused-task-waits": {
        "ja": "「{task}」にはまだ着手できない: {reasons}",
        "en": "{task} cannot start yet: {reasons}",
    },
    "refused-running-already": {"ja": "「{task}」は作業中である", "en": "{task} is in progress"},
    "refused-done-already": {"ja": "「{task}」は完了している", "en": "{task} is finished"},
    "refused-not-running": {"ja": "「{task}」は作業中ではない", "en": "{task} is not in progress"},
    "refused-empty-text": {"ja": "文が空である", "en": "the text is empty"},
    "refused-cannot-undo": {"ja": "{n}番の記録は取り消せない", "en": "entry {n} cannot be undone"},
    "refused-undone-already": {
        "ja": "{n}番の記録は取消し済み",
        "en": "entry {n} is undone already",
    },
    "refused-undo-later-first": {
        "ja": "{n}番より後の記録がこれに基づいている。先に後の記録を取り消す",
        "en": "later entries rest on entry {n}: take those back first",
    },
    "refused-unknown-entry": {"ja": "{n}番の記録はない", "en": "there is no entry {n}"},
    "refused-nothing-to-undo": {"ja": "取り消すものがない", "en": "there is nothing to take back"},
    "refused-cannot-correct": {
        "ja": "{n}番の記録は訂正できない",
        "en": "entry {n} cannot be corrected",
    },
    "refused-time-outside": {
        "ja": "時刻は訓練の開始から現在までとする",
        "en": "the time must lie between the start of the drill and now",
    },
    "refused-time-ahead": {
        "ja": "まだ来ていない時刻である",
        "en": "that time has not come yet",
    },
    "refused-moved-away": {
        "ja": "{n}番の記録をその時刻に移すと、ほかの記録と合わなくなる",
        "en": "moved there, entry {n} would contradict other entries",
    },
}
