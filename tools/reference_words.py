"""What the generated pages say beside the code: headings and short forms.

The English sentence of a model and of its keys is its docstring; the Japanese one stands in
``bcp/words/meanings.py``, and a key without one makes ``tools.make_reference`` fail.
"""

from __future__ import annotations

from typing import Literal

Lang = Literal["ja", "en"]
Both = dict[Lang, str]

HEAD: Both = {
    "en": """# Keys of the files

Made from the models by `make reference`; not edited by hand. 日本語: [ja](../ja/reference/yaml.md)

A key that begins with `x-` is a note of your own and is ignored. Every item may also have
`note` (a remark), `source` (which sentence of which document it comes from) and `assumed` (which
of its keys hold an assumption, and the basis: `assumed: {rto: half of the national standard}`;
`all` stands for every key).

Where a list is asked for, one value may stand without brackets if the table says *one or more*.

## How values are written
""",
    "ja": """# ファイルのキー一覧

`make reference` がプログラムから作るページです（手では直しません）。 English: [en](../../reference/yaml.md)

`x-` で始まるキーは利用者の覚え書きとして読み飛ばします。どの項目にも `note`（備考）、`source`（どの文書の
どの記述によるか）、`assumed`（どのキーが仮の値か、とその根拠。例 `assumed: {rto: 国の標準の半分}`。`all` は
すべてのキー）を書けます。

「1つまたは複数」とあるキーは、値が1つなら角かっこなしで書けます。

## 値の書き方
""",
}

COLUMNS: Both = {
    "en": "| Key | Value | If left out | Meaning |",
    "ja": "| キー | 値 | 省略すると | 意味 |",
}

COMMANDS_HEAD: Both = {
    "en": """# Commands

What `--help` of each command prints; made by `make reference`. 日本語: [ja](../ja/reference/commands.md)

Exit status: 0 done; 1 the input is at fault; 2 the command line is at fault; 3 done, and
`--fail-on` found what it was asked to look for; 130 interrupted.
""",
    "ja": """# コマンド一覧

各コマンドの `--help` の表示です（`make reference` が作ります）。 English: [en](../../reference/commands.md)

終了コードは次のとおりです。0 正常、1 入力ファイルの誤り、2 コマンドの書き方の誤り、3 正常に終わり
`--fail-on` で指定したものがあった、130 中断。
""",
}

INVENTORY_HEAD: Both = {"en": "## Inventory files", "ja": "## 台帳（inventory）のファイル"}
SCENARIO_HEAD: Both = {"en": "## Scenario files", "ja": "## 被害想定（scenarios）のファイル"}
DRILL_HEAD: Both = {"en": "## Drill files", "ja": "## 訓練（drills）のファイル"}
REQUIRED: Both = {"en": "**required**", "ja": "**必須**"}
NOTHING: Both = {"en": "nothing", "ja": "なし"}
LIST: Both = {"en": "list of {of}", "ja": "{of}のリスト"}
MANY: Both = {"en": "one or more: {of}", "ja": "1つまたは複数の{of}"}
MAPPING: Both = {"en": "mapping of {key} to {of}", "ja": "{key}から{of}への対応"}
OR: Both = {"en": " or ", "ja": "、"}

VALUES: dict[str, tuple[Both, str]] = {
    "At": (
        {"en": "moment", "ja": "時点"},
        "`1h30m` `15:10` `2026-11-25T10:00`",
    ),
    "bool": ({"en": "yes or no", "ja": "はい・いいえ"}, "`true` `false`"),
    "Choice": ({"en": "option of an inject", "ja": "状況付与の選択肢"}, "`3/stay`"),
    "Changes": (
        {"en": "sections with items", "ja": "区分ごとの項目"},
        "`{components: [{id: line-2, requires: [tower]}]}`",
    ),
    "Clock": ({"en": "time of day", "ja": "時刻"}, "`09:00` … `24:00`"),
    "Colour": ({"en": "colour", "ja": "色"}, '`"#005bac"`'),
    "Day": ({"en": "date", "ja": "日付"}, "`2026-11-23`"),
    "Duration": ({"en": "duration", "ja": "時間"}, "`90s` `30m` `4h` `3d` `2w` `1d12h` `0h`"),
    "float": ({"en": "number", "ja": "数"}, "`0.01`"),
    "Heads": ({"en": "number of people", "ja": "人数"}, "`1`, `2` …"),
    "Id": ({"en": "id", "ja": "ID"}, "`[a-z0-9-]+`: `registry-db`"),
    "int": ({"en": "whole number", "ja": "整数"}, "`1`"),
    "LocalTime": ({"en": "local date and time", "ja": "現地の日時"}, "`2026-11-23T02:00`"),
    "MonthDay": ({"en": "day of the year", "ja": "月日"}, "`02-16`"),
    "ParameterId": (
        {"en": "name of a parameter", "ja": "変数の名前"},
        "`[a-z][a-z0-9-]*`: `power`; used as/使う所では `$power`",
    ),
    "People": ({"en": "people or share", "ja": "人数または割合"}, "`2` or/または `60%`"),
    "Share": ({"en": "share", "ja": "割合"}, "`30%`, `0.3`"),
    "Span": ({"en": "duration above zero", "ja": "0より長い時間"}, "`30m` `4h` `3d`"),
    "Text": ({"en": "text", "ja": "文字列"}, "住民記録"),
    "Weight": ({"en": "number from zero", "ja": "0以上の数"}, "`10`, `0.5`"),
    "WorkRef": (
        {"en": "task of a component", "ja": "構成要素の作業"},
        "`registry-db/restore`",
    ),
    "_HOURS_FIELD": (
        {"en": "working hours", "ja": "勤務時間"},
        "`weekdays 09:00-17:30`, `daily 22:00-06:00`",
    ),
}
"""By its name in the models: what a kind of value is called, and how it looks in a file."""

TITLES: dict[str, Both] = {
    "Inventory": {"en": "A file", "ja": "ファイル全体"},
    "Organisation": {"en": "`organisation`", "ja": "`organisation`（組織）"},
    "Component": {"en": "One of `components`", "ja": "`components` の1件（構成要素）"},
    "Group": {"en": "A group, such as one of `requires`", "ja": "`requires` などの1件（グループ）"},
    "Backup": {"en": "One of `backups`", "ja": "`backups` の1件（バックアップ）"},
    "Function": {"en": "One of `functions`", "ja": "`functions` の1件（業務）"},
    "Target": {"en": "`rto` and `mtpd`", "ja": "`rto` と `mtpd`（目標時間）"},
    "Peak": {"en": "One of `peaks`", "ja": "`peaks` の1件（繁忙期）"},
    "Staff": {"en": "`staff`", "ja": "`staff`（必要な職員）"},
    "Workaround": {"en": "`workaround`", "ja": "`workaround`（代替手段）"},
    "Team": {"en": "One of `teams`", "ja": "`teams` の1件（要員・事業者）"},
    "Procedure": {"en": "One of `procedures`", "ja": "`procedures` の1件（復旧手順）"},
    "Task": {"en": "One of `tasks`", "ja": "`tasks` の1件（作業）"},
    "Pert": {"en": "`duration` of a task", "ja": "作業の `duration`（所要時間）"},
    "Measurement": {"en": "One of `measurements`", "ja": "`measurements` の1件（実測時間）"},
    "PlanFacts": {"en": "`plan`", "ja": "`plan`（計画書）"},
    "Approval": {"en": "One of `approvals`", "ja": "`approvals` の1件（承認）"},
    "Revision": {"en": "One of `revisions`", "ja": "`revisions` の1件（改定）"},
    "Copies": {"en": "One of `distribution`", "ja": "`distribution` の1件（配布先）"},
    "RelatedPlan": {"en": "One of `related`", "ja": "`related` の1件（関係文書）"},
    "Maintenance": {"en": "One of `maintenance`", "ja": "`maintenance` の1件（維持管理）"},
    "Answer": {"en": "One of `answers`", "ja": "`answers` の1件（確認への回答）"},
    "Chapter": {"en": "One of `chapters`", "ja": "`chapters` の1件（独自の章）"},
    "House": {"en": "`house`", "ja": "`house`（文書の体裁）"},
    "Person": {"en": "One of `people`", "ja": "`people` の1件（連絡先）"},
    "Role": {"en": "One of `roles`", "ja": "`roles` の1件（役割）"},
    "Contract": {"en": "One of `contracts`", "ja": "`contracts` の1件（契約・協定）"},
    "Measure": {"en": "One of `measures`", "ja": "`measures` の1件（対策）"},
    "Action": {"en": "One of `actions`", "ja": "`actions` の1件（行動）"},
    "Facts": {"en": "`facts` of a component", "ja": "構成要素の `facts`（文書に載せる事項）"},
    "FunctionFacts": {"en": "`facts` of a function", "ja": "業務の `facts`（文書に載せる事項）"},
    "Scenario": {"en": "A file of a scenario", "ja": "被害想定のファイル全体"},
    "Head": {"en": "`scenario`", "ja": "`scenario`（想定の見出し）"},
    "Parameter": {"en": "One of `parameters`", "ja": "`parameters` の1件（変数）"},
    "Event": {"en": "One of `events`", "ja": "`events` の1件（出来事）"},
    "Damage": {"en": "`damage`", "ja": "`damage`（損傷）"},
    "Outage": {"en": "`outage`", "ja": "`outage`（停止）"},
    "Access": {"en": "`access`", "ja": "`access`（立入制限）"},
    "StaffChange": {"en": "`staff` of an event", "ja": "出来事の `staff`（要員の減少）"},
    "Select": {"en": "`select`", "ja": "`select`（対象の選び方）"},
    "Drill": {"en": "A file of a drill", "ja": "訓練のファイル全体"},
    "DrillHead": {"en": "`drill`", "ja": "`drill`（訓練の見出し）"},
    "Objective": {"en": "One of `objectives`", "ja": "`objectives` の1件（訓練目標）"},
    "DrillMeasure": {"en": "`measure`", "ja": "`measure`（目標の測り方）"},
    "Participant": {"en": "One of `participants`", "ja": "`participants` の1件（参加者）"},
    "DrillClock": {"en": "`clock`", "ja": "`clock`（想定の時計）"},
    "Jump": {"en": "One of `jumps`", "ja": "`jumps` の1件（早送り）"},
    "Inject": {"en": "One of `injects`", "ja": "`injects` の1件（状況付与）"},
    "When": {"en": "`when`", "ja": "`when`（付与の条件）"},
    "Sign": {"en": "`met_by`", "ja": "`met_by`（達成の判定）"},
    "Option": {"en": "One of `options`", "ja": "`options` の1件（選択肢）"},
}

NOUNS: dict[str, Both] = {
    "Organisation": {"en": "organisation", "ja": "組織"},
    "Component": {"en": "components", "ja": "構成要素"},
    "Group": {"en": "groups", "ja": "グループ"},
    "Backup": {"en": "backups", "ja": "バックアップ"},
    "Function": {"en": "functions", "ja": "業務"},
    "Target": {"en": "target", "ja": "目標時間"},
    "Peak": {"en": "peaks", "ja": "繁忙期"},
    "Staff": {"en": "staff", "ja": "必要な職員"},
    "Workaround": {"en": "workaround", "ja": "代替手段"},
    "Team": {"en": "teams", "ja": "要員"},
    "Procedure": {"en": "procedures", "ja": "復旧手順"},
    "Task": {"en": "tasks", "ja": "作業"},
    "Pert": {"en": "duration of a task", "ja": "作業の所要時間"},
    "Measurement": {"en": "measurements", "ja": "実測時間"},
    "PlanFacts": {"en": "plan", "ja": "計画書"},
    "Approval": {"en": "approvals", "ja": "承認"},
    "Revision": {"en": "revisions", "ja": "改定"},
    "Copies": {"en": "copies", "ja": "配布先"},
    "RelatedPlan": {"en": "related plans", "ja": "関係文書"},
    "Maintenance": {"en": "work of maintenance", "ja": "維持管理"},
    "Answer": {"en": "answer", "ja": "回答"},
    "Chapter": {"en": "chapters", "ja": "独自の章"},
    "House": {"en": "house style", "ja": "体裁"},
    "Person": {"en": "people", "ja": "連絡先"},
    "Role": {"en": "roles", "ja": "役割"},
    "Contract": {"en": "contracts", "ja": "契約・協定"},
    "Measure": {"en": "measures", "ja": "対策"},
    "Action": {"en": "actions", "ja": "行動"},
    "Facts": {"en": "facts", "ja": "文書に載せる事項"},
    "FunctionFacts": {"en": "facts", "ja": "文書に載せる事項"},
    "Head": {"en": "scenario", "ja": "想定の見出し"},
    "Parameter": {"en": "parameters", "ja": "変数"},
    "Event": {"en": "events", "ja": "出来事"},
    "Damage": {"en": "damage", "ja": "損傷"},
    "Outage": {"en": "outage", "ja": "停止"},
    "Access": {"en": "access", "ja": "立入制限"},
    "StaffChange": {"en": "staff", "ja": "要員の減少"},
    "Select": {"en": "selection", "ja": "対象の選び方"},
    "DrillHead": {"en": "drill", "ja": "訓練の見出し"},
    "Objective": {"en": "objectives", "ja": "訓練目標"},
    "DrillMeasure": {"en": "measure", "ja": "目標の測り方"},
    "Participant": {"en": "participants", "ja": "参加者"},
    "DrillClock": {"en": "clock", "ja": "想定の時計"},
    "Jump": {"en": "jumps", "ja": "早送り"},
    "Inject": {"en": "injects", "ja": "状況付与"},
    "When": {"en": "condition", "ja": "付与の条件"},
    "Sign": {"en": "sign", "ja": "達成の判定"},
    "Option": {"en": "options", "ja": "選択肢"},
}
"""How a table of another item links to an item."""

SHORT_FORMS: dict[str, Both] = {
    "Group": {
        "en": "An id alone, `- db-server`, is short for `- {any_of: [db-server]}`.",
        "ja": "ID だけの `- db-server` は `- {any_of: [db-server]}` の略記です。",
    },
    "Target": {
        "en": "A duration alone, `rto: 3h`, counts in ordinary times and in a disaster.",
        "ja": "時間だけの `rto: 3h` は、通常時と大規模災害時の両方に使われます。",
    },
    "Pert": {
        "en": "A duration alone, `duration: 2h`, is known for sure.",
        "ja": "時間だけの `duration: 2h` は、確実に分かっている所要時間です。",
    },
}
