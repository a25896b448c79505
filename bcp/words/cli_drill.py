"""What the commands of ``bcp drill`` say: help, summaries, results and complaints."""

from __future__ import annotations

from bcp.words import Table

WORDS: Table = {
    # --- the group
    "short-drill": {
        "ja": "訓練を準備・実施し、振り返る",
        "en": "prepare, run and review drills",
    },
    "help-drill": {
        "ja": "訓練を準備し（new、msel）、実施し（run、resume、watch、serve）、振り返ります（report、list、learn）。",
        "en": "Prepare drills (new, msel), run them (run, resume, watch, serve) and review them "
        "(report, list, learn).",
    },
    "argument-drill": {
        "ja": "訓練のID（bcp list drills で一覧）又はYAMLファイル",
        "en": "id of a drill (see `bcp list drills`) or a YAML file",
    },
    # --- new
    "short-drill-new": {
        "ja": "想定から訓練の下書きを作る",
        "en": "draft a drill from a scenario",
    },
    "help-drill-new": {
        "ja": "想定を計算し、訓練の下書きを作ります。何が、いつ、だれに知らされるか、復旧の順番から何をすべきか、"
        "目標と判断基準、時計の速さまで入った状況付与20〜30件から始められます。同じファイルからは同じ下書きができ、"
        "既にあるファイルは上書きしません。",
        "en": "Play a scenario and draft a drill from it: what people would notice, when, and what they "
        "should do by the order of recovery, with objectives and a clock, so that you start from "
        "twenty to thirty injects. The same files give the same draft, and nothing that exists is "
        "overwritten.",
    },
    "option-new-id": {
        "ja": "訓練のID。省略すると「想定のID-drill」",
        "en": "the id of the drill; left out: ID-drill, after the scenario",
    },
    "option-new-kind": {
        "ja": "訓練の種類（functional は時間どおりに進める訓練、tabletop は机上訓練）",
        "en": "the kind of drill",
    },
    "option-new-length": {
        "ja": "予定の長さ（例: 30m、2h）",
        "en": "how long it is to take, such as 30m or 2h",
    },
    "option-new-out": {
        "ja": "作るファイル。省略すると作業フォルダーの drills/組織/ID.yaml",
        "en": "the file to make; left out: drills/INVENTORY/ID.yaml of the workspace",
    },
    "example-drill-new": {
        "ja": "  bcp drill new quake-working-hours\n"
        "  bcp drill new ransomware --kind tabletop --length 30m --id virus-30min",
        "en": "  bcp drill new quake-working-hours\n"
        "  bcp drill new ransomware --kind tabletop --length 30m --id virus-30min",
    },
    "new-bad-id": {
        "ja": "「{value}」は訓練のIDにできません。英小文字・数字・ハイフンで書いてください。",
        "en": "`{value}` cannot be the id of a drill: use small letters, digits and hyphens",
    },
    "new-bad-length": {
        "ja": "「{value}」は長さではありません。10m から 12h までを 30m、2h のように書いてください。",
        "en": "`{value}` is no length for a drill: write 10m to 12h, such as 30m or 2h",
    },
    "new-exists": {
        "ja": "{file} は既にあります。--id か --out で別の名前を指定してください。",
        "en": "{file} exists; give another name with --id or --out",
    },
    "new-no-place": {
        "ja": "作業フォルダーの外です。--out で作るファイルを指定してください。",
        "en": "this is no workspace; name the file with --out",
    },
    "new-done": {
        "ja": "訓練の下書きを {file} に作りました。",
        "en": "A draft of the drill is in {file}.",
    },
    "new-counts": {
        "ja": "状況付与{number}件（時刻つき{timed}、条件つき{waiting}、手元に置くもの{bench}）、目標{objectives}件",
        "en": "{number} injects ({timed} with a time, {waiting} with a condition, {bench} on the bench), "
        "{objectives} objectives",
    },
    "new-clock": {
        "ja": "{length}で、想定の{start}後から{end}後までを{speed}倍で進めます。",
        "en": "{length}, from {start} to {end} after the incident at ×{speed}",
    },
    "new-heading-look": {"ja": "手で確かめること", "en": "Look at by hand"},
    "new-heading-next": {"ja": "次にすること", "en": "What comes next"},
    "new-look-1": {
        "ja": "参加者の役割、日時（on）、場所（place）を書き入れる。",
        "en": "Fill in who takes part, when (on) and where (place).",
    },
    "new-look-2": {
        "ja": "電話の文句を、自分の課で実際に使う言葉に直す。",
        "en": "Put the calls into the words that your divisions use.",
    },
    "new-look-3": {
        "ja": "期待される行動と期限を、計画の該当箇所（plan）と照らし合わせる。",
        "en": "Compare expected actions and deadlines with the part of the plan they test (plan).",
    },
    "new-step-edit": {
        "ja": "ファイルを直す。表で直すなら bcp drill msel {drill}",
        "en": "edit the file, or a sheet of it: bcp drill msel {drill}",
    },
    "new-step-check": {"ja": "確かめる: bcp check", "en": "check it: bcp check"},
    "new-step-run": {
        "ja": "試しに動かす: bcp drill run {drill}",
        "en": "try it out: bcp drill run {drill}",
    },
    # --- msel
    "short-drill-msel": {
        "ja": "状況付与をExcelの表にする、表から読み戻す",
        "en": "the injects as an Excel sheet, and back",
    },
    "help-drill-msel": {
        "ja": "訓練の状況付与を、印刷もできるExcelの表（MSEL）にします。--from を付けると、編集した表を読み戻し、"
        "状況付与だけを入れ替えた新しい訓練ファイルを作ります。元の訓練ファイルは変わらず、既にあるファイルは上書きしません。",
        "en": "Write the injects of a drill as an Excel sheet (MSEL) to edit and to print. With --from, "
        "read such a sheet back into a new drill file that differs in its injects only. The drill "
        "itself is left as it is, and nothing that exists is overwritten.",
    },
    "option-msel-from": {
        "ja": "読み戻すExcelの表",
        "en": "the Excel sheet to read back",
    },
    "option-msel-out": {
        "ja": "作るファイル。省略すると「訓練ID-msel.xlsx」、--from のときは表と同じ名前の .yaml",
        "en": "the file to make; left out: ID-msel.xlsx, or with --from the name of the sheet with "
        ".yaml",
    },
    "example-drill-msel": {
        "ja": "  bcp drill msel ransomware-tabletop --out msel.xlsx\n"
        "  bcp drill msel ransomware-tabletop --from msel.xlsx --out new.yaml",
        "en": "  bcp drill msel ransomware-tabletop --out msel.xlsx\n"
        "  bcp drill msel ransomware-tabletop --from msel.xlsx --out new.yaml",
    },
    "msel-exists": {
        "ja": "{file} は既にあります。--out で別の名前を指定してください。",
        "en": "{file} exists; give another name with --out",
    },
    "msel-changes": {
        "ja": "状況付与: 追加 {added}、変更 {changed}、削除 {removed}",
        "en": "injects: added {added}, changed {changed}, removed {removed}",
    },
    "msel-remarks": {
        "ja": "{file} の「#」で始まる注釈は、新しいファイルには引き継がれません。",
        "en": "Comments (#) of {file} are not carried over.",
    },
    "inject-of-drill": {
        "ja": "「{drill}」の状況付与{no}",
        "en": "inject {no} of {drill}",
    },
    # --- run, resume
    "short-drill-run": {"ja": "訓練を始める", "en": "run a drill"},
    "help-drill-run": {
        "ja": "訓練を始め、進行役の画面を開きます。操作と状況付与は一つずつディスクに書き込んでから画面に出すため、"
        "電源が落ちても失われません（続きは bcp drill resume）。記録には台帳・想定・訓練のファイルの写しも残ります。"
        "--script を付けると、画面を開かずに台本の操作を順に行い、最後の状態をJSONで出します。",
        "en": "Start a drill and open the facilitator's screen. Everything is on the disk before the "
        "screen shows it, so that nothing is lost if the power fails (`bcp drill resume` goes on). "
        "The record also keeps copies of the files of inventory, scenario and drill. With --script, "
        "no screen is opened: the commands of a script are carried out, and the final state is "
        "printed as JSON.",
    },
    "short-drill-resume": {"ja": "中断した訓練を続ける", "en": "go on with a drill"},
    "help-drill-resume": {
        "ja": "記録のある訓練を、止まったところから続けます。終了した訓練には、評価・記録・改善事項を書き足せます。"
        "出力を端末以外に送って --json を付けると、画面を開かずに現在の状態を出します。",
        "en": "Go on with a recorded drill where it stood. To one that is over, ratings, notes and "
        "improvement items can be added. With --json, and the output sent elsewhere than to a "
        "terminal, no screen is opened: the state is printed as it stands.",
    },
    "argument-record-optional": {
        "ja": "記録（訓練ID/日時）、訓練のID（その最新の記録）又はフォルダー。省略すると、終了していない最新の記録",
        "en": "a record (DRILL/TIME), the id of a drill (its latest record) or a folder; left out: the "
        "latest that was not ended",
    },
    "option-drill-record": {
        "ja": "記録を作るフォルダー。省略すると作業フォルダーの drills/records/訓練ID/日時",
        "en": "the folder to make for the record; left out: drills/records/DRILL/TIME of the workspace",
    },
    "option-drill-no-record": {
        "ja": "記録を作らない（--script のときだけ）",
        "en": "make no record (with --script only)",
    },
    "option-drill-script": {
        "ja": "画面を開かずに行う台本（YAML、1行1件のJSON、又は以前の記録）",
        "en": "a script to play without a screen: YAML, JSON lines, or an earlier record",
    },
    "option-drill-theme": {
        "ja": "画面の配色（暗い・明るい・高コントラスト）",
        "en": "the colours of the screen",
    },
    "option-drill-ascii": {
        "ja": "記号と罫線をASCIIにする",
        "en": "signs and lines in ASCII only",
    },
    "example-drill-run": {
        "ja": "  bcp drill run ransomware-tabletop\n"
        "  bcp drill run ransomware-tabletop --script rehearsal.yaml --no-record",
        "en": "  bcp drill run ransomware-tabletop\n"
        "  bcp drill run ransomware-tabletop --script rehearsal.yaml --no-record",
    },
    "example-drill-resume": {
        "ja": "  bcp drill resume\n  bcp drill resume ransomware-tabletop/20261125-1000",
        "en": "  bcp drill resume\n  bcp drill resume ransomware-tabletop/20261125-1000",
    },
    "drill-no-terminal": {
        "ja": "端末で実行してください（画面を開けません）。画面なしで進めるには --script で台本を指定します。",
        "en": "run this in a terminal, there is no screen here; to do without one, give a script with "
        "--script",
    },
    "resume-no-terminal": {
        "ja": "端末で実行してください（画面を開けません）。現在の状態だけを見るには --json を付けます。",
        "en": "run this in a terminal, there is no screen here; to see how the drill stands, add --json",
    },
    "no-record-needs-script": {
        "ja": "--no-record は --script と一緒に使います。人が行う訓練は必ず記録します。",
        "en": "--no-record goes with --script; a drill with people is always recorded",
    },
    "files-changed": {
        "ja": "読み込んでいる間にファイルが変わりました。もう一度実行してください。",
        "en": "files changed while they were read; run it again",
    },
    "record-is-in": {"ja": "記録: {record}", "en": "record: {record}"},
    "record-go-on": {
        "ja": "続けるには: bcp drill resume {record}",
        "en": "to go on: bcp drill resume {record}",
    },
    "record-set-aside": {
        "ja": "記録の最後の行が書きかけのまま壊れていたため、{file} に移しました。その前の行から続けます。",
        "en": "the last line of the record was damaged; it was set aside in {file}, and the drill goes on "
        "from the line before",
    },
    # --- watch, serve
    "short-drill-watch": {
        "ja": "進行中の訓練を別の画面に映す（見るだけ）",
        "en": "see a running drill on a second screen",
    },
    "help-drill-watch": {
        "ja": "別の端末で進行中の訓練を、その記録から映します。見るだけで、操作はできません。既定の --view players は"
        "会場のスクリーン用で、まだ付与していない状況、期待する行動、目標、見込み、進行役の書き込みを出しません。"
        "--view observers は評価者用で、すべてを出します。進行中の訓練がなければ、始まるまで待ちます。"
        "終わった訓練の記録も見られます。",
        "en": "Follow the record of a drill that is run in another terminal. Nothing can be done from "
        "here. --view players, the default, is for the projector: it hides what has not been injected "
        "yet, expected actions, objectives, forecasts and what the facilitator writes. --view observers "
        "shows everything. If no drill runs, it waits for one. A record that is over can be seen too.",
    },
    "argument-record-watched": {
        "ja": "記録（訓練ID/日時）、訓練のID（その最新の記録）又はフォルダー。省略すると、進行中の最新の訓練",
        "en": "a record (DRILL/TIME), the id of a drill (its latest record) or a folder; left out: the "
        "latest drill that runs",
    },
    "option-drill-view": {
        "ja": "players は参加者に見せてよいものだけ、observers はすべて（既定は players）",
        "en": "players: what they may know; observers: everything [players]",
    },
    "watch-no-terminal": {
        "ja": "端末で実行してください（画面を開けません）。ブラウザーで見るには bcp drill serve を使います。",
        "en": "run this in a terminal, there is no screen here; to see the drill in a browser, use "
        "`bcp drill serve`",
    },
    "example-drill-watch": {
        "ja": "  bcp drill watch\n  bcp drill watch --view observers --theme light",
        "en": "  bcp drill watch\n  bcp drill watch --view observers --theme light",
    },
    "short-drill-serve": {
        "ja": "進行中の訓練をブラウザーに映す（見るだけ）",
        "en": "see a running drill in a browser",
    },
    "help-drill-serve": {
        "ja": "bcp drill watch と同じ画面を、ブラウザーで見られるようにします。既定ではこのパソコンからだけ見られます。"
        "--host で別のアドレスを指定すると、同じネットワークのほかの機器からも見られます。そのときは、この端末に出る"
        "接続コードが要ります。通信は暗号化されません。やめるには Ctrl+C を押します。",
        "en": "Give the screen of `bcp drill watch` to browsers, by default to those on this computer "
        "only. --host names another address, for devices in the same network; they need the code "
        "that is printed here. The connection is not encrypted. Ctrl-C ends it.",
    },
    "option-drill-host": {
        "ja": "待ち受けるアドレス。既定はこのパソコンだけ（127.0.0.1）",
        "en": "the address to listen on [127.0.0.1, this computer only]",
    },
    "option-drill-port": {
        "ja": "待ち受けるポート（既定は8765）",
        "en": "the port to listen on [8765]",
    },
    "option-drill-code": {
        "ja": "このパソコンからも接続コードを求める",
        "en": "ask for the code on this computer too",
    },
    "option-drill-once": {
        "ja": "接続コードを1台ごとに新しくする（省略すると、終えるまで同じコードで何台でも）",
        "en": "a new code for each browser; left out: one code until this ends",
    },
    "example-drill-serve": {
        "ja": "  bcp drill serve\n  bcp drill serve --host 192.168.1.20",
        "en": "  bcp drill serve\n  bcp drill serve --host 192.168.1.20",
    },
    "serve-bad-port": {
        "ja": "「{value}」はポート番号ではありません。1から65535までの数を指定してください。",
        "en": "`{value}` is no port: give a number from 1 to 65535",
    },
    "serve-port-taken": {
        "ja": "{host} のポート {port} は使われています。--port で別の番号を指定してください。",
        "en": "port {port} of {host} is in use; name another with --port",
    },
    "serve-no-address": {
        "ja": "{host}:{port} で待ち受けられません（{why}）。--host にはこのパソコンのアドレスを、--port には1024より大きい番号を指定してください。",
        "en": "cannot listen on {host}:{port} ({why}); --host takes an address of this computer, --port a "
        "number above 1024",
    },
    "serve-open": {"ja": "ブラウザーで開く: {url}", "en": "open in a browser: {url}"},
    "serve-code": {
        "ja": "接続コード: {code}　そのまま開けるURL: {url}",
        "en": "code: {code}   URL with the code: {url}",
    },
    "serve-plain": {
        "ja": "通信は暗号化されません。信頼できるネットワークでだけ使ってください。",
        "en": "the connection is not encrypted: use it in a network that you trust",
    },
    "serve-stop": {"ja": "やめるには Ctrl+C", "en": "Ctrl-C ends it"},
    "serve-joined": {
        "ja": "{address} で表示を始めた（{number}台）",
        "en": "{address} is watching ({number} in all)",
    },
    "serve-guessing": {
        "ja": "{address} から誤った接続コードが続いたため、しばらく受け付けない",
        "en": "{address} sent wrong codes again and again and has to wait",
    },
    "serve-failed": {
        "ja": "画面を開けなかった: {reason}",
        "en": "a screen could not be opened: {reason}",
    },
    # --- report, list, learn
    "short-drill-report": {"ja": "訓練の報告書を作る", "en": "write the report of a drill"},
    "help-drill-report": {
        "ja": "訓練の記録から、訓練実施結果報告書をWord・PDF・HTML・Markdownで作ります。業務ごとの目標・計画・最善・実績、"
        "計画との差がどこで生じたか、計画と実績の作業の図、改善計画、訓練記録が入ります。ファイルを指定しなければ、"
        "記録のフォルダーに report.docx などを作ります。終了していない訓練は途中経過として書きます。",
        "en": "Write the after-action report of a recorded drill in Word, PDF, HTML and Markdown: "
        "target, planned, best possible and achieved for each function, where the minutes went, a "
        "chart of planned against actual tasks, the improvement plan and the record. Unless files "
        "are named, report.docx and the others are made in the folder of the record. A drill that "
        "was not ended is reported as it stands.",
    },
    "argument-record-latest": {
        "ja": "記録（訓練ID/日時）、訓練のID（その最新の記録）又はフォルダー。省略すると最新の記録",
        "en": "a record (DRILL/TIME), the id of a drill (its latest record) or a folder; left out: the "
        "latest record",
    },
    "option-report-out": {
        "ja": "作るファイル（.docx .pdf .html .md）。繰り返せる",
        "en": "a file to make (.docx .pdf .html .md); can be repeated",
    },
    "option-format": {
        "ja": "記録のフォルダーに作るファイルの種類。省略すると四つとも",
        "en": "which files to make in the folder of the record; left out: all four",
    },
    "example-drill-report": {
        "ja": "  bcp drill report\n  bcp drill report quake-two-hours --out 報告書.docx",
        "en": "  bcp drill report\n  bcp drill report quake-two-hours --out report.docx",
    },
    "short-drill-list": {
        "ja": "訓練の履歴と、期限を過ぎたものを見る",
        "en": "drills over the years, and what is overdue",
    },
    "help-drill-list": {
        "ja": "これまでの訓練を並べます。目標復旧時間内に復旧した業務と達成した目標の数、前回からの変化、期限を過ぎた訓練と改善事項、"
        "どの訓練でも対象になっていない構成要素・作業・業務が分かります。台本による試行と終了していない訓練は数えません。",
        "en": "Show the drills that were held: functions back in time, objectives reached, the change "
        "since the time before, drills and improvement items that are overdue, and which "
        "components, tasks and functions no drill has dealt with. Rehearsals by a script, and "
        "drills that were not ended, count for nothing.",
    },
    "option-untouched": {
        "ja": "どの訓練でも対象になっていないものをすべて並べる",
        "en": "list everything that no drill has dealt with",
    },
    "option-today": {
        "ja": "この日の時点で期限を判断する。省略すると今日",
        "en": "judge what is overdue by this day; left out: today",
    },
    "history-title": {"ja": "訓練の履歴", "en": "Drills over the years"},
    "history-none": {
        "ja": "訓練の記録はまだありません。",
        "en": "There are no records of drills yet.",
    },
    "history-note": {
        "ja": "期限内: 停止した業務のうち目標復旧時間（RTO）内に復旧したもの（見込みを含む）。↑↓は前回との比較。",
        "en": "In time: of the functions that were down, those back within their RTO (forecasts "
        "included). ↑↓: against the time before.",
    },
    "history-script": {"ja": "台本による試行", "en": "rehearsal by a script"},
    "history-open": {"ja": "終了していない", "en": "not ended"},
    "col-held": {"ja": "実施日", "en": "Held"},
    "col-drill": {"ja": "訓練", "en": "Drill"},
    "col-record": {"ja": "記録・種別", "en": "record, kind"},
    "col-in-time": {"ja": "期限内", "en": "In time"},
    "col-objectives": {"ja": "目標達成", "en": "Objectives"},
    "col-over": {"ja": "超過の合計", "en": "Over target"},
    "history-overdue": {"ja": "時期を過ぎた訓練 {number}件", "en": "Overdue drills: {number}"},
    "overdue-never": {"ja": "{drill}: 実施の記録がない", "en": "{drill}: never held"},
    "overdue-since": {
        "ja": "{drill}: 前回 {last}、次は {due} までの予定",
        "en": "{drill}: last held {last}, was due by {due}",
    },
    "history-items": {
        "ja": "期限を過ぎた改善事項 {number}件",
        "en": "Overdue improvements: {number}",
    },
    "overdue-item": {
        "ja": "{due} {text}（担当 {owner}） {record} {item}",
        "en": "{due} {text} (owner: {owner}) {record} {item}",
    },
    "owner-none": {"ja": "未定", "en": "to be decided"},
    "untouched-title": {
        "ja": "どの訓練でも対象になっていないもの（{inventory}）",
        "en": "What no drill has dealt with ({inventory})",
    },
    "untouched-components": {
        "ja": "復旧手順のある構成要素 {all}件のうち{number}件",
        "en": "{number} of {all} components with a procedure",
    },
    "untouched-tasks": {"ja": "作業 {all}件のうち{number}件", "en": "{number} of {all} tasks"},
    "untouched-functions": {
        "ja": "業務 {all}件のうち{number}件",
        "en": "{number} of {all} functions",
    },
    "untouched-task": {"ja": "{procedure}「{task}」", "en": "{procedure}: {task}"},
    "untouched-more": {"ja": "すべて見るには --untouched", "en": "--untouched lists all of them"},
    "short-drill-improve": {
        "ja": "改善事項に担当・期限・完了を記す",
        "en": "set owner, date or completion of an improvement",
    },
    "help-drill-improve": {
        "ja": "訓練の改善事項に、内容・担当・期限・完了日を書き足します。記録に追記され、元の記述は残ります。",
        "en": "Add text, owner, due date or completion to an item of the improvement plan. It is "
        "appended to the record; what was written before stays.",
    },
    "argument-record-named": {
        "ja": "記録（訓練ID/日時）、訓練のID（その最新の記録）又はフォルダー",
        "en": "a record (DRILL/TIME), the id of a drill (its latest record) or a folder",
    },
    "argument-item": {
        "ja": "改善事項の番号（報告書の改善計画）。新しく加えるときは new",
        "en": "the item, as in the improvement plan of the report; `new` adds one",
    },
    "option-improve-text": {"ja": "改善する内容", "en": "what is to be done"},
    "option-improve-owner": {"ja": "担当", "en": "who sees to it"},
    "option-improve-due": {"ja": "期限", "en": "until when"},
    "option-improve-done": {
        "ja": "完了した日。日付を省略すると今日",
        "en": "when it was done; without a date: today",
    },
    "example-drill-improve": {
        "ja": "  bcp drill improve quake-two-hours inject-4 --owner 情報政策課 --due 2027-01-31\n"
        "  bcp drill improve quake-two-hours inject-4 --done",
        "en": "  bcp drill improve quake-two-hours inject-4 --owner ICT --due 2027-01-31\n"
        "  bcp drill improve quake-two-hours inject-4 --done",
    },
    "improve-open": {
        "ja": "{item}: {text}（担当 {owner}、期限 {due}）",
        "en": "{item}: {text} (owner: {owner}; due: {due})",
    },
    "improve-done": {
        "ja": "{item}: {text}（担当 {owner}、{done} 完了）",
        "en": "{item}: {text} (owner: {owner}; done {done})",
    },
    "improve-nothing": {
        "ja": "書き足すことがありません。--text --owner --due --done のどれかを付けてください。",
        "en": "nothing to add; give one of --text, --owner, --due or --done",
    },
    "unknown-item": {
        "ja": "「{name}」という改善事項はありません。あるもの: {known}",
        "en": "no such item as `{name}`; there are {known}",
    },
    "bad-day": {
        "ja": "{name}: 「{value}」は日付ではありません。2027-01-31 のように書いてください。",
        "en": "{name}: `{value}` is no date; write it like 2027-01-31",
    },
    "measured-once": {"ja": "実測1回（{last}）", "en": "measured once, in {last}"},
    "measured-twice": {"ja": "実測2回（直近{last}）", "en": "measured twice, last in {last}"},
    "measured-often": {
        "ja": "実測{number}回（直近{last}）",
        "en": "measured {number} times, last in {last}",
    },
    "measured-some": {
        "ja": "手順の{all}作業のうち{number}作業を実測（直近{last}）",
        "en": "{number} of {all} tasks measured, last in {last}",
    },
    "measured-task": {"ja": "{text}: {took}", "en": "{text}: {took}"},
    "short-drill-learn": {
        "ja": "訓練で測った作業時間を見る・台帳に残す",
        "en": "what drills measured, and keeping it in the inventory",
    },
    "help-drill-learn": {
        "ja": "すべての記録から、人が実時間で行った作業の所要時間を、台帳の見積りと並べて示します。計画の仮定で行った作業、早送り中や"
        "速さを変えた時計での作業、中断した作業は数えません（一時停止の間も数えません）。--write を付けたときだけ、台帳の "
        "measured.yaml に書きます。見積り（duration）は書き換えません。",
        "en": "Show how long tasks took when people did them in real time, beside the estimates of the "
        "inventory. What was assumed by the plan, done on a clock that ran fast or leapt, or broken "
        "off is left out; pauses do not count. Only with --write is it kept, in measured.yaml of "
        "the inventory; estimates are never changed.",
    },
    "option-learn-write": {
        "ja": "台帳のフォルダーの measured.yaml に書く",
        "en": "keep it in measured.yaml in the folder of the inventory",
    },
    "learn-title": {
        "ja": "訓練で測った作業時間（{organisation}）",
        "en": "Task durations measured in drills ({organisation})",
    },
    "learn-none": {
        "ja": "測った作業はありません。",
        "en": "Nothing has been measured.",
    },
    "col-task": {"ja": "作業", "en": "Task"},
    "col-estimate": {"ja": "見積り", "en": "Estimate"},
    "col-median": {"ja": "中央値", "en": "Median"},
    "col-spread": {"ja": "範囲", "en": "Spread"},
    "col-count": {"ja": "回数", "en": "Count"},
    "col-last": {"ja": "直近", "en": "Last"},
    "learn-left-out": {"ja": "数えなかったもの: {reasons}", "en": "Left out: {reasons}"},
    "left-plan": {"ja": "計画の仮定 {number}", "en": "assumed by the plan {number}"},
    "left-clock": {"ja": "時計が完了させた {number}", "en": "finished by the clock {number}"},
    "left-unfinished": {"ja": "完了していない {number}", "en": "not finished {number}"},
    "left-aborted": {"ja": "中断 {number}", "en": "broken off {number}"},
    "left-leap": {"ja": "時計の早送り {number}", "en": "the clock leapt {number}"},
    "left-speed": {"ja": "実時間でない {number}", "en": "not in real time {number}"},
    "left-zero": {"ja": "0秒 {number}", "en": "0 s {number}"},
    "left-absurd": {
        "ja": "見積りの20倍超又は20分の1未満 {number}",
        "en": "more than 20 times longer or shorter than estimated {number}",
    },
    "left-unknown": {"ja": "台帳にない作業 {number}", "en": "not in the inventory {number}"},
    "left-script": {
        "ja": "台本による試行の記録 {number}件",
        "en": "records of rehearsals {number}",
    },
    "learn-written": {
        "ja": "{file} に{number}件の実測を書きました。",
        "en": "{number} measurements are in {file}",
    },
    "learn-same": {
        "ja": "{file} に書き加えるものはありません。",
        "en": "{file} holds all of it already",
    },
    "learn-how": {
        "ja": "台帳に残すには bcp drill learn --write",
        "en": "bcp drill learn --write keeps this in the inventory",
    },
    "learn-foreign": {
        "ja": "{file} に measurements 以外のものがあります。手で書いたファイルなら、別の名前に変えてください。",
        "en": "{file} holds more than measurements; if it was written by hand, give it another name",
    },
    "report-tampered": {
        "ja": "注意: 記録が書き換えられています。{fault}",
        "en": "caution: this record has been tampered with: {fault}",
    },
    "report-rehearsal": {
        "ja": "これは台本による試行の記録です。",
        "en": "This is the record of a rehearsal by a script.",
    },
}
