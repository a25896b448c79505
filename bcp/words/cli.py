"""The command line: help, headings, headlines, and what is said when something goes wrong."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.words import Lang
from bcp.words.cli_authoring import WORDS as AUTHORING
from bcp.words.cli_book import WORDS as BOOK
from bcp.words.cli_chart import WORDS as CHART
from bcp.words.cli_check import WORDS as CHECK
from bcp.words.cli_compare import WORDS as COMPARE
from bcp.words.cli_document import WORDS as DOCUMENT
from bcp.words.cli_drill import WORDS as DRILL
from bcp.words.cli_explain import WORDS as EXPLAIN
from bcp.words.cli_foreign import WORDS as FOREIGN
from bcp.words.cli_gathering import WORDS as GATHERING
from bcp.words.cli_import import WORDS as IMPORT
from bcp.words.cli_library import WORDS as LIBRARY
from bcp.words.cli_measures import WORDS as MEASURES
from bcp.words.cli_optimal import WORDS as OPTIMAL
from bcp.words.cli_report import WORDS as REPORT
from bcp.words.cli_risk import WORDS as RISK
from bcp.words.cli_risk_places import WORDS as RISK_PLACES

WORDS: dict[str, Mapping[Lang, str]] = {
    **BOOK,
    **AUTHORING,
    **CHART,
    **CHECK,
    **COMPARE,
    **DOCUMENT,
    **DRILL,
    **EXPLAIN,
    **FOREIGN,
    **GATHERING,
    **IMPORT,
    **LIBRARY,
    **MEASURES,
    **OPTIMAL,
    **REPORT,
    **RISK,
    **RISK_PLACES,
    # --- help --------------------------------------------------------------------------------
    "usage": {"ja": "使い方:", "en": "Usage:"},
    "commands": {"ja": "コマンド:", "en": "Commands:"},
    "arguments": {"ja": "引数:", "en": "Arguments:"},
    "options": {"ja": "オプション:", "en": "Options:"},
    "examples": {"ja": "例:", "en": "Examples:"},
    "metavar-options": {"ja": "[オプション]", "en": "[OPTIONS]"},
    "metavar-command": {"ja": "コマンド [引数]...", "en": "COMMAND [ARGS]..."},
    "metavar-dir": {"ja": "フォルダー", "en": "DIR"},
    "help-bcp": {
        "ja": "ICT部門の業務継続計画（ICT-BCP）を、実際の機器と業務のデータから確かめる道具です。災害で何が止まり、どの順に復旧し、どの業務が目標に間に合わないかを、理由とともに示します。\n\nまず「bcp」とだけ入力すると、ここで何ができるかを示します。",
        "en": "Business continuity for an ICT office, from data on its real equipment and functions: what a disaster stops, in which order to recover, which functions miss their target, and why.\n\nType `bcp` alone to see what can be done here.",
    },
    "help-list": {
        "ja": "この作業フォルダーにある台帳、被害想定、訓練を一覧にします。「bcp list scenarios」は、どの台帳でも使える被害想定も示し、言葉や種類で探せます。一つに絞ると、その内容を示します。",
        "en": "List the inventories, scenarios and drills of this workspace. `bcp list scenarios` shows the scenarios for any inventory too, and finds them by words and kind; a single one is shown in full.",
    },
    "help-check": {
        "ja": "台帳とその被害想定・訓練に誤りがないかを確かめ、弱点（守れない目標、単一障害点と見かけの冗長化、同時に失われるバックアップ、1人にしかできない作業など）を、番号、経路、対処とともに挙げます。受け入れる指摘は accepted.yaml に理由と期限を書けば除かれます。誤りがあれば終了コードは1です。",
        "en": "Check the inventory, its scenarios and drills for faults, and list weak points: targets that cannot be met, single points of failure and false redundancy, backups lost together with the original, work that one person alone can do. Each has a code, the way it comes about and what to do. What you accept, with a reason and until when, stands in accepted.yaml. The exit status is 1 if there are faults.",
    },
    "help-show": {
        "ja": "構成要素・業務・要員・手順の一つについて、必要とするもの、それを必要とするもの、それが止まると止まるものを示します。",
        "en": "Show what a component, function, team or procedure needs, who needs it, and what stops with it.",
    },
    "help-simulate": {
        "ja": "被害想定のとおりになったとき、何が止まり、どの順に復旧し、いつ業務が再開できるかを計算します。",
        "en": "Work out what a scenario stops, in which order it is recovered, and when the functions are back.",
    },
    "help-priority": {
        "ja": "復旧優先順位の表を、理由とともに示します。被害想定を指定しなければ、全てが失われた場合の順位です。",
        "en": "Show the recovery priority table with its reasons. Without a scenario: the order if everything were lost.",
    },
    "help-chart": {"ja": "図を作ります。", "en": "Draw pictures."},
    "help-completion": {
        "ja": "コマンド、オプション、IDを補完するためのシェル用スクリプトを出力します。",
        "en": "Print the script that lets a shell complete commands, options and ids.",
    },
    "short-list": {
        "ja": "台帳、被害想定、訓練を一覧にする",
        "en": "list inventories, scenarios and drills",
    },
    "short-check": {
        "ja": "データの誤りと弱点を確かめる",
        "en": "check the data, and list weak points",
    },
    "short-show": {
        "ja": "一つについて、依存関係と影響を示す",
        "en": "what one thing needs, and what stops with it",
    },
    "short-simulate": {
        "ja": "被害想定の影響と復旧を計算する",
        "en": "what a scenario stops, and when it is back",
    },
    "short-priority": {"ja": "復旧優先順位を示す", "en": "the recovery priority table"},
    "short-chart": {"ja": "図を作る", "en": "draw pictures"},
    "short-completion": {"ja": "シェルの補完を設定する", "en": "completion for your shell"},
    "example-bcp": {
        "ja": "  bcp init my-city\n  bcp simulate quake-working-hours",
        "en": "  bcp init my-city\n  bcp simulate quake-working-hours",
    },
    "example-simulate": {
        "ja": "  bcp simulate quake-working-hours\n  bcp simulate quake-working-hours --strategy rank --all\n  bcp simulate quake-working-hours --json --fail-on mtpd,deadlock\n  bcp simulate quake --set power=7d --set hit=30%",
        "en": "  bcp simulate quake-working-hours\n  bcp simulate quake-working-hours --strategy rank --all\n  bcp simulate quake-working-hours --json --fail-on mtpd,deadlock\n  bcp simulate quake --set power=7d --set hit=30%",
    },
    "example-completion": {
        "ja": '  bash:  eval "$(bcp completion bash)"        （~/.bashrc に書く）\n  zsh:   eval "$(bcp completion zsh)"         （~/.zshrc に書く）\n  fish:  bcp completion fish | source         （config.fish に書く）',
        "en": '  bash:  eval "$(bcp completion bash)"        (in ~/.bashrc)\n  zsh:   eval "$(bcp completion zsh)"         (in ~/.zshrc)\n  fish:  bcp completion fish | source         (in config.fish)',
    },
    "argument-scenario": {
        "ja": "被害想定のID（bcp list scenarios で一覧）又はYAMLファイル",
        "en": "id of a scenario (see `bcp list scenarios`) or a YAML file",
    },
    "argument-scenario-optional": {
        "ja": "被害想定のID又はYAMLファイル。省略すれば、全てが失われた場合",
        "en": "id of a scenario or a YAML file; left out: everything is lost",
    },
    "argument-id": {
        "ja": "構成要素・業務・要員・手順のID",
        "en": "id of a component, function, team or procedure",
    },
    "argument-target": {"ja": "新しく作るフォルダー", "en": "the folder to make"},
    "argument-shell": {"ja": "使っているシェル", "en": "which shell you use"},
    "option-help": {"ja": "この説明を表示する", "en": "show this help"},
    "option-version": {"ja": "版を表示する", "en": "show the version"},
    "option-lang": {
        "ja": "表示の言語（環境変数 BCP_LANG でも指定できる）",
        "en": "language of the output (or set BCP_LANG)",
    },
    "option-inventory": {
        "ja": "台帳のフォルダー又はその名前（台帳が複数あるときの既定は環境変数 BCP_INVENTORY）",
        "en": "folder of the inventory, or its name in the workspace; BCP_INVENTORY names the one that is meant where there are several",
    },
    "option-no-cache": {
        "ja": "前回読み込んだ結果を使わず、読み直す",
        "en": "read the files again even if nothing changed",
    },
    "option-json": {
        "ja": "結果をJSONで標準出力に出す",
        "en": "print the result as one JSON document",
    },
    "option-fail-on": {
        "ja": "当てはまるものがあれば終了コードを3にする。コンマ区切り又は複数回の指定ができる",
        "en": "exit with status 3 if one is found; separate by commas or repeat",
    },
    "option-all": {"ja": "省略せずに全て示す", "en": "show everything, leave nothing out"},
    "option-from": {"ja": "元にする見本", "en": "the sample to start from"},
    "option-force": {
        "ja": "既にあるファイルを上書きする",
        "en": "overwrite files that exist",
    },
    # --- the start ---------------------------------------------------------------------------
    "start-title": {
        "ja": "bcp {version} — ICT部門の業務継続計画",
        "en": "bcp {version} — business continuity for an ICT office",
    },
    "start-outside": {
        "ja": "ここは作業フォルダー（inventory と scenarios のあるフォルダー）ではありません。新しく作るか、作業フォルダーの中で実行してください。",
        "en": "This is no workspace (a folder with inventory and scenarios). Make one, or go to one.",
    },
    "start-inventories": {"ja": "台帳: {names}", "en": "Inventory: {names}"},
    "start-scenarios": {"ja": "被害想定: {names}", "en": "Scenarios: {names}"},
    "start-no-scenarios": {
        "ja": "被害想定はまだありません（scenarios/ にYAMLファイルを置きます）。",
        "en": "No scenarios yet (put YAML files into scenarios/).",
    },
    "start-try": {"ja": "まず試すこと", "en": "Try first"},
    "try-init": {"ja": "bcp init my-city", "en": "bcp init my-city"},
    "try-init-why": {
        "ja": "自分の市の作業フォルダーを作る",
        "en": "make a workspace of your own",
    },
    "try-check": {"ja": "bcp check", "en": "bcp check"},
    "try-check-why": {"ja": "データの誤りと弱点", "en": "faults of the data, and weak points"},
    "try-simulate": {"ja": "bcp simulate {scenario}", "en": "bcp simulate {scenario}"},
    "try-simulate-why": {"ja": "何が止まり、いつ戻るか", "en": "what stops, and when it is back"},
    "try-priority": {"ja": "bcp priority {scenario}", "en": "bcp priority {scenario}"},
    "try-priority-why": {
        "ja": "何から復旧するか、その理由",
        "en": "what to recover first, and why",
    },
    "try-chart": {"ja": "bcp chart timeline {scenario}", "en": "bcp chart timeline {scenario}"},
    "try-chart-why": {"ja": "一枚の図にする", "en": "the same as a picture"},
    "try-list": {"ja": "bcp list", "en": "bcp list"},
    "try-list-why": {"ja": "台帳と被害想定の一覧", "en": "inventories and scenarios"},
    "try-help": {"ja": "bcp --help", "en": "bcp --help"},
    "try-help-why": {"ja": "全てのコマンド", "en": "all commands"},
    "init-done": {
        "ja": "{target} に作業フォルダーを作りました（{number}ファイル）。",
        "en": "Made the workspace {target} ({number} files).",
    },
    # --- moments -----------------------------------------------------------------------------
    "moment-zero": {"ja": "発生時", "en": "T+0h"},
    "moment-after": {"ja": "{length}後", "en": "T+{length}"},
    "moment-before": {"ja": "{length}前", "en": "T-{length}"},
    "moment-both": {"ja": "{moment}（{clock}）", "en": "{moment} ({clock})"},
    "no-end": {"ja": "期限なし", "en": "without end"},
    # --- columns -----------------------------------------------------------------------------
    "col-verdict": {"ja": "判定", "en": "Verdict"},
    "col-rank": {"ja": "ランク", "en": "Rank"},
    "col-function": {"ja": "業務", "en": "Function"},
    "col-causes": {"ja": "原因", "en": "root causes"},
    "col-down": {"ja": "停止", "en": "Down"},
    "col-restored": {"ja": "復旧", "en": "Restored"},
    "col-downtime": {"ja": "停止時間", "en": "Downtime"},
    "col-rto": {"ja": "RTO", "en": "RTO"},
    "col-mtpd": {"ja": "MTPD", "en": "MTPD"},
    "col-place": {"ja": "順", "en": "#"},
    "col-component": {"ja": "構成要素", "en": "Component"},
    "col-id": {"ja": "ID", "en": "id"},
    "col-name": {"ja": "名称", "en": "Name"},
    "col-folder": {"ja": "場所", "en": "Folder"},
    "col-starts": {"ja": "発生日時", "en": "Starts"},
    "col-on": {"ja": "実施予定", "en": "Planned for"},
    "col-scenario": {"ja": "被害想定", "en": "Scenario"},
    "col-required": {"ja": "期限", "en": "Needed by"},
    "col-tier": {"ja": "区分", "en": "tier"},
    "col-latest": {"ja": "着手期限", "en": "Start by"},
    "col-start": {"ja": "着手", "en": "Start"},
    "col-finish": {"ja": "完了", "en": "Finish"},
    "col-slack": {"ja": "余裕", "en": "Slack"},
    "col-unlocks": {"ja": "業務", "en": "For"},
    "more": {"ja": "… ほか{number}件（--all で全て表示）", "en": "… and {number} more (--all)"},
    "and-others": {"ja": " ほか{number}件", "en": " and {number} more"},
    "outages": {"ja": "{number}回", "en": "{number} outages"},
    "data-lost": {
        "ja": "データ{lost}分を失う（RPO {rpo}）",
        "en": "loses {lost} of data (RPO {rpo})",
    },
    "data-gone": {
        "ja": "データを失う（使えるバックアップなし）",
        "en": "loses its data (no usable backup)",
    },
    # --- verdicts ----------------------------------------------------------------------------
    "verdict-down": {"ja": "× 未復旧", "en": "× not back"},
    "verdict-mtpd": {"ja": "× MTPD超過", "en": "× MTPD missed"},
    "verdict-rto": {"ja": "△ RTO未達", "en": "△ RTO missed"},
    "verdict-rpo": {"ja": "△ RPO未達", "en": "△ RPO missed"},
    "verdict-met": {"ja": "○ 達成", "en": "○ met"},
    "verdict-none": {"ja": "– 影響なし", "en": "– not hit"},
    # --- a simulation ------------------------------------------------------------------------
    "fact-starts": {"ja": "発生 {starts}", "en": "starts {starts}"},
    "fact-horizon": {"ja": "計算期間 {length}", "en": "horizon {length}"},
    "severity-normal": {"ja": "平常時の目標を適用", "en": "targets of ordinary times"},
    "severity-disaster": {"ja": "災害時の目標を適用", "en": "targets of a disaster"},
    "strategy-slack": {
        "ja": "余裕の少ない順に復旧（slack）",
        "en": "least slack first (slack)",
    },
    "strategy-rank": {"ja": "業務のランク順に復旧（rank）", "en": "best rank first (rank)"},
    "headline-none": {
        "ja": "{all}業務は、いずれも止まりません。",
        "en": "No function stops ({all} in all).",
    },
    "headline": {
        "ja": "{all}業務のうち{down}業務が止まり、{rto}業務が目標復旧時間（RTO）に間に合いません。",
        "en": "Functions that stop: {down} of {all}. Missing their recovery time objective (RTO): {rto}.",
    },
    "headline-more": {
        "ja": "最大許容停止時間（MTPD）超過 {mtpd}業務、目標復旧時点（RPO）未達 {rpo}業務。損失 {loss}（重み付き時間）。",
        "en": "Beyond their MTPD: {mtpd}. Missing their RPO: {rpo}. Loss: {loss} weighted hours.",
    },
    "teaches": {"ja": "この想定のねらい: {text}", "en": "What it teaches: {text}"},
    "functions": {"ja": "業務への影響", "en": "Functions"},
    "unaffected": {
        "ja": "ほかの{number}業務は止まりません。",
        "en": "Functions that do not stop: {number}.",
    },
    "workaround-anew": {
        "ja": "注: 手作業等の代替は停止時間を短くしません。停止を繰り返す業務では、代替の開始までの時間を停止のたびに数え直します。",
        "en": "Note: a workaround never shortens a downtime, and each outage starts its `after` anew.",
    },
    "title-department": {"ja": "{name}（{department}）", "en": "{name} ({department})"},
    "still-down": {
        "ja": "{length}たっても復旧しないもの",
        "en": "Still down after {length}",
    },
    "still-functions": {"ja": "業務 {number}: {names}", "en": "functions, {number}: {names}"},
    "still-components": {
        "ja": "構成要素 {number}: {names}",
        "en": "components, {number}: {names}",
    },
    "order": {"ja": "復旧の順番", "en": "Recovery order"},
    "order-empty": {
        "ja": "復旧作業の必要なものはありません。",
        "en": "Nothing has to be repaired.",
    },
    "chain": {
        "ja": "なぜ間に合わないか: {function}",
        "en": "Why it is late: {function}",
    },
    "chain-lead": {
        "ja": "復旧は{restored}。目標{rto}に対し{late}の超過。次の一続きの作業と待ちがこれを決めている。",
        "en": "Restored at {restored}, against an RTO of {rto}: {late} too late. These tasks and waits, one after the other, fixed it.",
    },
    "link-task": {
        "ja": "{start} → {end}  {name}: {why}［{length}］",
        "en": "{start} → {end}  {name}: {why} [{length}]",
    },
    "link-wait": {
        "ja": "{start} → {end}  {why}［{length}］",
        "en": "{start} → {end}  {why} [{length}]",
    },
    "findings": {"ja": "指摘事項", "en": "Findings"},
    "next-simulate": {
        "ja": "次に: bcp priority {scenario} / bcp chart timeline {scenario} / bcp show ID",
        "en": "Next: bcp priority {scenario} / bcp chart timeline {scenario} / bcp show ID",
    },
    "failed-on-rto": {
        "ja": "--fail-on rto: {number}業務がRTO未達",
        "en": "--fail-on rto: RTO missed by {number}",
    },
    "failed-on-mtpd": {
        "ja": "--fail-on mtpd: {number}業務がMTPD超過",
        "en": "--fail-on mtpd: MTPD missed by {number}",
    },
    "failed-on-rpo": {
        "ja": "--fail-on rpo: {number}業務がRPO未達",
        "en": "--fail-on rpo: RPO missed by {number}",
    },
    "failed-on-deadlock": {
        "ja": "--fail-on deadlock: デッドロック {number}件",
        "en": "--fail-on deadlock: deadlocks found: {number}",
    },
    # --- the priority table ------------------------------------------------------------------
    "priority-title": {
        "ja": "復旧優先順位 — {organisation}",
        "en": "Recovery priority — {organisation}",
    },
    "priority-title-scenario": {
        "ja": "復旧優先順位 — {scenario}（{organisation}）",
        "en": "Recovery priority — {scenario} ({organisation})",
    },
    "priority-lead": {
        "ja": "全てが失われ、要員に限りがないとした場合の順位です。着手期限が発生より前になるものは、直ちに着手しても目標に間に合いません。",
        "en": "If everything were lost and people were never short. What had to be started before the incident cannot meet its target.",
    },
    "priority-lead-scenario": {
        "ja": "この被害想定で損壊するものの復旧の順番です。余裕が負のものは、期限に遅れて着手しています。",
        "en": "The order for what the scenario damages. A negative slack means that work began too late for the target.",
    },
    "priority-late": {
        "ja": "{number}件は、直ちに着手しても目標に間に合いません。目標、手順の所要時間、予備の有無を見直してください。",
        "en": "{number} cannot meet their target even if begun at once: reconsider the target, the length of the procedure, or a spare.",
    },
    "next-priority": {
        "ja": "次に: bcp priority 被害想定 / bcp show ID",
        "en": "Next: bcp priority SCENARIO / bcp show ID",
    },
    "next-priority-scenario": {
        "ja": "次に: bcp simulate {scenario} / bcp priority {scenario} --strategy rank / bcp show ID",
        "en": "Next: bcp simulate {scenario} / bcp priority {scenario} --strategy rank / bcp show ID",
    },
    "tier-within": {"ja": "{band}以内", "en": "≤ {band}"},
    "tier-beyond": {"ja": "{band}超", "en": "> {band}"},
    "tier-spare": {"ja": "予備", "en": "spare"},
    # --- lists -------------------------------------------------------------------------------
    "inventories": {"ja": "台帳", "en": "Inventories"},
    "scenarios": {"ja": "被害想定", "en": "Scenarios"},
    "drills": {"ja": "訓練", "en": "Drills"},
    "argument-what": {
        "ja": "inventories（台帳）、scenarios（被害想定）、drills（訓練）のどれか。省略すれば全て",
        "en": "inventories, scenarios or drills; left out: all of them",
    },
    "unreadable": {
        "ja": "（読み込めません。bcp check で確かめてください）",
        "en": "(at fault: see `bcp check`)",
    },
    # --- one item ----------------------------------------------------------------------------
    "show-needs": {"ja": "必要とするもの", "en": "Needs"},
    "show-start-needs": {
        "ja": "起動のときだけ必要とするもの",
        "en": "Needs only to start",
    },
    "show-repair-needs": {"ja": "復旧作業に必要なもの", "en": "Needs to be recovered"},
    "show-needed-by": {
        "ja": "これを必要とするもの（{number}）",
        "en": "Needed by ({number})",
    },
    "show-repairs": {
        "ja": "これを必要とする復旧作業（{number}）",
        "en": "Tasks that need it ({number})",
    },
    "show-holds": {
        "ja": "これが予備力として支えるもの（{number}）",
        "en": "Holds the reserve of ({number})",
    },
    "show-contains": {"ja": "この中にあるもの（{number}）", "en": "Holds inside ({number})"},
    "show-stops": {
        "ja": "これだけが失われると止まる業務（{number}。ほかに構成要素{others}）",
        "en": "Functions that stop if it alone is lost ({number}; and {others} components)",
    },
    "show-stops-components": {
        "ja": "これだけが失われても止まる業務はありません（止まる構成要素 {others}）。",
        "en": "If it alone is lost, no function stops ({others} components do).",
    },
    "show-stops-nothing": {
        "ja": "これだけが失われても、ほかに止まるものはありません。",
        "en": "If it alone is lost, nothing else stops.",
    },
    "need-staff": {"ja": "要員: {team} {number}人以上", "en": "staff: at least {number} of {team}"},
    "need-all": {"ja": "全て: {names}", "en": "all of {names}"},
    "need-some": {
        "ja": "{all}のうち{number}以上: {names}",
        "en": "at least {number} of {all}: {names}",
    },
    "need-extras": {"ja": "{text}［{extras}］", "en": "{text} [{extras}]"},
    "need-switchover": {"ja": "切替に{length}", "en": "changeover {length}"},
    "need-holdover": {"ja": "失われても{length}は継続", "en": "carries on {length} without"},
    "need-held-by": {
        "ja": "失われても{by}により{length}は継続",
        "en": "carries on {length} by {by}",
    },
    "need-task": {"ja": "{task}: {need}", "en": "{task}: {need}"},
    "fact-kind": {"ja": "種別: {kind}", "en": "{kind}"},
    "fact-within": {"ja": "場所: {places}", "en": "in {places}"},
    "fact-startup": {"ja": "起動 {length}", "en": "start-up {length}"},
    "fact-procedure": {"ja": "手順: {names}", "en": "procedure: {names}"},
    "fact-no-procedure": {"ja": "復旧手順なし", "en": "no procedure"},
    "fact-rank": {"ja": "ランク{rank}", "en": "rank {rank}"},
    "fact-workaround": {
        "ja": "代替: {name}（{after}後から、{for_}、{level}）",
        "en": "workaround: {name} (after {after}, for {for_}, {level})",
    },
    "fact-place": {"ja": "{file}:{line}", "en": "{file}:{line}"},
    "fact-note": {"ja": "注記: {text}", "en": "note: {text}"},
    "fact-source": {"ja": "出典: {text}", "en": "source: {text}"},
    "fact-assumed": {"ja": "仮定を含む項目: {keys}", "en": "assumed: {keys}"},
    "target-pair": {
        "ja": "{normal}（災害時 {disaster}）",
        "en": "{normal} ({disaster} in a disaster)",
    },
    "kind-site": {"ja": "敷地・建物", "en": "site"},
    "kind-room": {"ja": "室", "en": "room"},
    "kind-power": {"ja": "電源", "en": "power"},
    "kind-cooling": {"ja": "空調", "en": "cooling"},
    "kind-network": {"ja": "ネットワーク", "en": "network"},
    "kind-server": {"ja": "サーバ", "en": "server"},
    "kind-storage": {"ja": "ストレージ", "en": "storage"},
    "kind-service": {"ja": "サービス", "en": "service"},
    "kind-data": {"ja": "データ", "en": "data"},
    "kind-external": {"ja": "外部", "en": "external"},
    "team-own": {"ja": "職員 {size}人", "en": "{size} people"},
    "team-vendor": {"ja": "事業者 {size}人", "en": "vendor, {size} people"},
    "team-assembly": {"ja": "参集: {steps}", "en": "on hand: {steps}"},
    "team-staffs": {
        "ja": "この要員を必要とする業務（{number}）",
        "en": "Functions that need these people ({number})",
    },
    "team-tasks": {"ja": "担当する復旧作業（{number}）", "en": "Tasks ({number})"},
    "procedure-tasks": {"ja": "作業", "en": "Tasks"},
    "procedure-recovers": {
        "ja": "この手順で復旧するもの（{number}）",
        "en": "Recovers ({number})",
    },
    "task-after": {"ja": "{names}の後", "en": "after {names}"},
    # --- a check -----------------------------------------------------------------------------
    "check-counts": {
        "ja": "{organisation}（{folder}）: 構成要素 {components}、業務 {functions}、班・事業者 {teams}、手順 {procedures}、被害想定 {scenarios}、訓練 {drills}",
        "en": "{organisation} ({folder}): components {components}, functions {functions}, teams {teams}, procedures {procedures}, scenarios {scenarios}, drills {drills}",
    },
    "check-sound": {"ja": "データに誤りはありません。", "en": "No faults in the data."},
    "check-no-findings": {"ja": "弱点は見つかりませんでした。", "en": "No weak points found."},
    "group-serious": {
        "ja": "重大: このままでは復旧できない、又は目標を守れないもの（{number}件）",
        "en": "Serious: cannot be recovered, or not in time ({number})",
    },
    "group-warning": {
        "ja": "注意: 備えが足りない、又は働かないおそれのあるもの（{number}件）",
        "en": "Weak: something is missing, or may fail when it is needed ({number})",
    },
    "group-note": {
        "ja": "参考: 知っておくべきこと（{number}件）",
        "en": "Good to know ({number})",
    },
    "next-check": {
        "ja": "次に: bcp show ID / bcp list / bcp simulate 被害想定",
        "en": "Next: bcp show ID / bcp list / bcp simulate SCENARIO",
    },
    # --- what goes wrong ---------------------------------------------------------------------
    "wrong": {"ja": "誤り: {what}", "en": "error: {what}"},
    "see-help": {
        "ja": "使い方は「{command} --help」で表示します。",
        "en": "See `{command} --help`.",
    },
    "faults-one": {"ja": "誤りが1件あります。", "en": "1 fault"},
    "faults-count": {"ja": "誤りが{number}件あります。", "en": "{number} faults"},
    "no-command": {
        "ja": "「{name}」というコマンドはありません。あるもの: {known}",
        "en": "no such command as `{name}`; there are {known}",
    },
    "no-command-near": {
        "ja": "「{name}」というコマンドはありません。「{nearest}」ではありませんか。",
        "en": "no such command as `{name}`; did you mean `{nearest}`?",
    },
    "no-option": {
        "ja": "「{name}」というオプションはありません。",
        "en": "no such option as `{name}`",
    },
    "no-option-near": {
        "ja": "「{name}」というオプションはありません。「{nearest}」ではありませんか。",
        "en": "no such option as `{name}`; did you mean `{nearest}`?",
    },
    "option-needs-value": {
        "ja": "「{name}」の値の指定が正しくありません。値を一つ続けてください。",
        "en": "`{name}` takes one value after it",
    },
    "missing-argument": {"ja": "{name} を指定してください。", "en": "{name} is missing"},
    "extra-arguments": {
        "ja": "余分な引数があります: {rest}",
        "en": "too many arguments: {rest}",
    },
    "bad-choice-of": {
        "ja": "「{name}」に指定できるのは次のいずれかです: {known}",
        "en": "`{name}` must be one of {known}",
    },
    "bad-choice": {
        "ja": "「{name}」に「{value}」は指定できません。指定できるもの: {known}",
        "en": "`{name}` cannot be `{value}`; it may be {known}",
    },
    "bad-suffix": {
        "ja": "{file}: この種類のファイルは作れません。名前の終わりを次のいずれかにしてください: {known}",
        "en": "{file}: cannot make this kind of file; let the name end in one of {known}",
    },
    "exists": {
        "ja": "{file} は既にあります。上書きするには --force を付けてください。",
        "en": "{file} exists; add --force to overwrite it",
    },
    "no-folder": {
        "ja": "{file} を作れません。フォルダー {folder} がありません。",
        "en": "cannot make {file}: there is no folder {folder}",
    },
    "no-item": {
        "ja": "「{name}」というIDの構成要素・業務・要員・手順はありません。",
        "en": "no component, function, team or procedure has the id `{name}`",
    },
    "no-item-near": {
        "ja": "「{name}」というIDはありません。近いもの: {nearest}",
        "en": "nothing has the id `{name}`; near to it: {nearest}",
    },
    "not-written": {
        "ja": "結果を出力できません（{why}）。",
        "en": "cannot write the output ({why})",
    },
    "not-written-to": {
        "ja": "{file} を読み書きできません（{why}）。",
        "en": "cannot read or write {file} ({why})",
    },
    "letters-missing": {
        "ja": "図の書体にない文字を〓で示しました: {letters}",
        "en": "letters that no font of the picture has, drawn as 〓: {letters}",
    },
    "reason-full": {"ja": "ディスクの空きがありません", "en": "the disk is full"},
    "reason-forbidden": {"ja": "権限がありません", "en": "not allowed"},
    "reason-read-only": {"ja": "読み取り専用です", "en": "it is read-only"},
    "reason-missing": {"ja": "ありません", "en": "not there"},
    "reason-not-folder": {"ja": "途中にフォルダーでないものがあります", "en": "not a folder"},
    "reason-is-folder": {"ja": "フォルダーです", "en": "it is a folder"},
    "reason-busy": {
        "ja": "ほかのプログラムが使っているか、書き換えました",
        "en": "another program uses it or has changed it",
    },
    "interrupted": {"ja": "中断しました。", "en": "interrupted"},
    "unexpected": {
        "ja": "予期しない誤りが起きました（{what}）。bcp の不具合と思われます。環境変数 BCP_DEBUG=1 を設定して実行すると詳細を表示します。",
        "en": "something unexpected went wrong ({what}); this looks like a bug in bcp. Run again with BCP_DEBUG=1 to see where.",
    },
}
