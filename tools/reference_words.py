"""What the generated pages say beside the code: headings and short forms, and all of the Japanese.

The English sentence of a model and of its keys is its docstring. A key without Japanese here makes
``tools.make_reference`` fail.
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

JA: dict[str, tuple[str, dict[str, str]]] = {
    "Named": (
        "",
        {
            "id": "構成要素・業務・要員・手順のすべてのファイルを通して重複しない名前。",
            "name": "呼び名。省略すると ID。",
            "name_en": "英語で表示するときの名前。",
        },
    ),
    "Inventory": (
        "ファイルの最上位に書けるもの。ファイルはいくつに分けてもよく、まとめて読みます。",
        {
            "organisation": "どの組織の台帳か。全ファイルを通して1回だけ書きます。",
            "components": "構成要素。業務以外の、動いたり止まったりするものすべて。",
            "functions": "業務。",
            "teams": "要員と事業者。",
            "procedures": "復旧手順。",
            "measurements": "訓練で実際にかかった時間。計算の結果は変わりません。",
            "plan": "計画書そのものについての事項。全ファイルを通して1回まで。",
            "people": "連絡する相手。",
            "roles": "非常時と平常時の役割。",
            "contracts": "事業者との契約・協定。",
            "measures": "対策と、その進み具合。",
            "actions": "非常時に行うこと。",
        },
    ),
    "Organisation": (
        "どの組織の台帳か、どんな決まりを使うか。",
        {
            "language": "指定がないときに結果を表示する言語。",
            "timezone": "`starts` と `hours` を読む現地時刻（IANA 名）。",
            "ranks": "業務の優先ランク。急ぐものから順に。",
            "holidays": "勤務時間の `weekdays` から除く日。",
            "tiers": "復旧優先順位表の段階（`required_by` の区切り）。",
            "outage_weight": "損失指標で、遅れ1時間に対して停止1時間を何倍に数えるか。",
            "hold_back": "`optimal` が、より急ぐ作業のために班を空けておいてよいか。",
        },
    ),
    "Component": (
        "業務以外の、動いたり止まったりするもの。",
        {
            "kind": "種類。",
            "within": "置かれている場所（入れ子も可）。それだけでは依存関係になりません。",
            "requires": "動くために、すべて満たされていなければならないグループ。",
            "starts_with": "起動するときだけ必要なグループ。",
            "startup": "必要なものがそろってから動き出すまでの時間。",
            "procedure": "損傷したときの復旧手順。複数あれば、そのどれか。",
            "backups": "データの写し。種類が data のときだけ。",
            "tags": "被害想定で選ぶための印。",
            "facts": "文書にだけ使う事項。計算の結果は変わりません。",
        },
    ),
    "Group": (
        "このうち `at_least` 個以上が動いていなければならない（規則 R1）。",
        {
            "any_of": "構成要素または業務の ID。優先して使う順に、重複なく。",
            "at_least": "いくつ動いていて、使われていなければならないか。",
            "holdover": "これがなくても、どれだけ持ちこたえるか（規則 R2）。",
            "held_by": "持ちこたえる間、動いていなければならないもの（UPS、自家発電機）。",
            "switchover": "使っていたものが止まったとき、予備に切り替わるまでの時間。",
            "levels": "業務の場合、動いている数ごとの業務レベル。",
        },
    ),
    "Backup": (
        "データの写し。どこかに置いてある。",
        {
            "at": "写しを置いている構成要素。",
            "every": "取得の間隔。",
            "age": "発災時点で最も新しい写しの古さ。省略すると最悪の場合（`every`）。",
            "online": "データを壊すもの（ランサムウェアなど）が写しにも及ぶか。",
            "medium": "媒体と取得の方法（様式7）。",
            "generations": "保管する世代の数（様式7）。",
            "tested": "最後に試しに復元した日（様式7）。",
        },
    ),
    "Function": (
        "組織が果たすべき仕事（業務）。",
        {
            "department": "所管課。",
            "department_en": "所管課の英語名。",
            "rank": "優先ランク。`organisation` の `ranks` のどれか。",
            "weight": "他の業務と比べた、1時間の重み。",
            "rto": "業務開始目標時間（RTO）。",
            "mtpd": "最大許容停止時間（MTPD）。RTO 以上。",
            "rpo": "目標復旧時点（RPO）。失ってよいデータの長さ（時間）。",
            "peaks": "より短い RTO が求められる時期。",
            "impact": "業務影響分析（BIA）。どれだけ止まるとどれほど困るか、0（なし）〜4（耐えられない）。",
            "requires": "業務ができるために、すべて満たされていなければならないグループ。",
            "staff": "必要な職員。",
            "workaround": "情報システムが止まっている間の代替手段。",
            "tags": "分類のための印。",
            "facts": "文書にだけ使う事項。計算の結果は変わりません。",
        },
    ),
    "Target": (
        "大規模災害のときに変わってもよい目標時間。",
        {
            "normal": "通常時（severity: normal）。",
            "disaster": "大規模災害時（severity: disaster）。省略すると通常時と同じ。",
        },
    ),
    "Peak": (
        "業務を早く再開しなければならない時期。",
        {
            "from": "最初の日（含む）。",
            "to": "最後の日（含む）。年をまたいでもよい。",
            "rto": "その時期の RTO。短い方が使われます。",
        },
    ),
    "Staff": (
        "業務に必要な職員。",
        {"team": "どの要員か。", "at_least": "何人以上か。"},
    ),
    "Workaround": (
        "情報システムなしで業務を続ける方法。停止時間を短くはしません。",
        {
            "name": "代わりに何をするか。",
            "after": "停止してから使えるようになるまでの時間。",
            "for": "どれだけ続けられるか。省略すると限りなし。",
            "level": "業務のどれだけをまかなえるか。",
        },
    ),
    "Team": (
        "同じ作業ができる人の集まり。外部事業者も含む。",
        {
            "size": "人数。",
            "vendor": "呼ばれて来る事業者か。最初の損傷のときから参集を数えます。",
            "assembly": "いつからどれだけ集まるか。省略すると最初から全員。",
            "delay": "0h より後の参集に、全員そろってどれだけ遅れうるか。`bcp risk` だけが使います。",
            "hours": "勤務時間。省略すると24時間。",
            "tags": "分類のための印。",
        },
    ),
    "Procedure": (
        "ある種のものをどう復旧するか。",
        {"tasks": "作業。順序は `after` だけで決まります。"},
    ),
    "Task": (
        "復旧手順の中の1つの作業。",
        {
            "id": "手順の中で重複しない名前。",
            "name": "呼び名。省略すると ID。",
            "name_en": "英語で表示するときの名前。",
            "crew": "どの要員が何人必要か。全員が同時に必要です。",
            "duration": "所要時間。1つの値、または最短・最頻・最長。",
            "after": "先に終わっていなければならない、同じ手順の作業。",
            "requires": "始めるために必要なグループ。`own` は復旧する構成要素自身の `requires`。",
            "onsite": "構成要素のある場所に人が行く必要があるか。",
        },
    ),
    "Pert": (
        "確実には分からない所要時間（PERT 分布）。",
        {"low": "最短。", "likely": "最も起こりそうな値。", "high": "最長。"},
    ),
    "Measurement": (
        "訓練で人が行ったときに作業にかかった時間。`bcp drill learn --write` が書きます。",
        {
            "procedure": "復旧手順。",
            "task": "その作業。",
            "took": "かかった時間。実時間どおりに進めた訓練だけを数えます。",
            "on": "測った日。",
            "drill": "どの訓練か。",
            "record": "もとの記録。同じ記録は1回だけ数えます。",
        },
    ),
    "PlanFacts": (
        "計画書としての事項。番号、版、承認、組織として決めたこと。",
        {
            "title": "表紙の題名。省略すると通常の題名。",
            "number": "管理文書番号。",
            "version": "この版の番号。",
            "on": "この版の日付。省略すると最新の改定の日付。",
            "owner": "計画を管理する部署。",
            "approvals": "承認者。",
            "revisions": "改定の履歴。古い順。",
            "distribution": "写しの配布先。",
            "purpose": "趣旨・目的。1段落ずつ。",
            "policy": "基本方針。",
            "scope": "対象範囲。台帳から分かること以外。",
            "related": "上位計画・関係文書。",
            "scenarios": "対象とする被害想定の ID。最初のものが最も重要。省略するとすべて。",
            "secondary": "起こりうる二次災害。",
            "activation": "発動基準。",
            "deactivation": "解除基準。",
            "maintenance": "維持管理として行うこと。",
            "answers": "確認項目への回答。キーは `checklist-1`〜`checklist-6`（国のICT-BCPチェックリスト）と"
            "`element-1`〜`element-6`（重要6要素）。",
            "drills": "予定している訓練。訓練のファイルがあるもの以外。",
            "chapters": "独自の章。",
            "house": "文書の体裁。",
        },
    ),
    "Approval": ("計画の承認。", {"by": "承認者の職名。", "on": "承認の日。"}),
    "Revision": (
        "計画の1つの版。",
        {"version": "版の番号。", "on": "日付。", "what": "変えたこと。", "by": "作成者。"},
    ),
    "Copies": (
        "計画書の写しの置き場所。",
        {
            "to": "誰が持っているか。",
            "copies": "部数。",
            "form": "紙、USBメモリなどの別。",
            "where": "保管場所。公開版には載せません。",
        },
    ),
    "RelatedPlan": (
        "この計画が整合しなければならない別の計画。",
        {
            "name": "名称。",
            "relation": "上位・並列・下位の別と、何について関係するか。",
            "kept": "どこに保管されているか。",
        },
    ),
    "Maintenance": (
        "計画を実態に合わせ続けるための作業。",
        {"what": "何をするか。", "when": "いつ、どれだけの頻度で。", "role": "誰が（役割の ID）。"},
    ),
    "Answer": (
        "確認項目への回答。",
        {"answer": "できているか。", "remark": "どのようにか、又は何が足りないか。"},
    ),
    "Chapter": (
        "Markdown で書いた独自の章。",
        {
            "file": "これを書いたファイルから見た場所。台帳のフォルダーの外は指せません。",
            "after": "何番目の章の後に置くか。0 は最初の章の前、省略すると最後。",
            "public": "公開版にも載せるか。",
        },
    ),
    "House": (
        "組織の文書の体裁。",
        {
            "logo": "PNG 又は SVG。これを書いたファイルから見た場所。",
            "colour": "見出しと罫線の色。引用符で囲みます（引用符がないと注釈とみなされます）。",
            "word_template": "Word 出力に使うスタイル・ヘッダー・フッターを持つ .docx 又は .dotx。",
        },
    ),
    "Person": (
        "連絡する相手（様式9）。公開版には載せません。",
        {
            "id": "人と役割のすべてのファイルを通して重複しない名前。",
            "name": "呼び名。",
            "name_en": "英語で表示するときの名前。",
            "sort": "`staff`（職員）、`office`（庁内）、`vendor`（事業者）、`authority`（関係機関）。",
            "team": "属する要員の ID。",
            "department": "所属。",
            "title": "職名。",
            "phone": "勤務先の電話番号。",
            "mobile": "本人の携帯電話番号。",
            "mail": "メールアドレス。",
            "address": "住所。",
            "commute": "災害時の参集の方法と所要時間。",
            "otherwise": "電話が通じないときの連絡方法。",
        },
    ),
    "Role": (
        "非常時又は平常時の役割（様式8・様式13）。",
        {
            "id": "人と役割のすべてのファイルを通して重複しない名前。",
            "name": "呼び名。",
            "name_en": "英語で表示するときの名前。",
            "when": "`emergency`（非常時、様式8）又は `maintenance`（平常時、様式13）。",
            "lead": "責任者（人の ID）。",
            "deputies": "代理。代わる順に。",
            "duties": "任務。",
            "gathers": "参集場所。",
            "gathers_else": "そこが使えないときの参集場所。",
        },
    ),
    "Contract": (
        "事業者との契約・協定（様式2）。",
        {
            "id": "契約のすべてのファイルを通して重複しない名前。",
            "name": "呼び名。",
            "vendor": "相手（要員の ID）。",
            "covers": "対象の構成要素。",
            "duty": "災害時に相手が行うこと。",
            "response": "対応の時間と曜日。",
            "contact": "平常時の連絡先。公開版には載せません。",
            "emergency": "非常時の連絡先。公開版には載せません。",
            "until": "いつまで有効か。",
            "issue": "残っている課題。公開版には載せません。",
        },
    ),
    "Measure": (
        "対策と、その進み具合（様式6）。",
        {
            "id": "対策のすべてのファイルを通して重複しない名前。",
            "name": "何をするか。",
            "name_en": "英語で表示するときの名前。",
            "of": "それがないために弱い構成要素・業務・要員。",
            "weakness": "何が弱いか。公開版には載せません。",
            "priority": "優先度。ここでの言い方で。",
            "owner": "担当。",
            "due": "期限。",
            "lead_time": "決定から効果が出るまでの時間。",
            "cost": "初期費用（円）。",
            "yearly": "年間の費用（円）。",
            "status": "`idea`（案）、`planned`（予定）、`doing`（実施中）、`done`（済み）、`dropped`（取りやめ）。"
            "予定と実施中が「対策後」の計算に入ります。",
            "left": "対策をしても残る弱さ。公開版には載せません。",
            "changes": "台帳のどこが変わるか。components、functions、teams、procedures の項目。"
            "ある項目は書いたキーだけが置き換わり（`null` で消え）、ない項目は加わります。",
        },
    ),
    "Action": (
        "非常時に行うこと（様式10）。",
        {
            "phase": "`initial`（初動）、`alternate`（代替）、`recovery`（復旧）。",
            "within": "発災からどれだけのうちに。",
            "what": "何をするか。",
            "what_en": "同じことを英語で。",
            "if": "どんな場合に。省略すると常に。",
            "role": "誰が（役割の ID）。",
            "refers": "参照する文書・様式。",
        },
    ),
    "Facts": (
        "構成要素について書き留めたこと（様式1・3・4・5）。",
        {
            "summary": "何のためのものか。システムなら支えている業務。",
            "department": "所管課。",
            "model": "メーカーと型番。",
            "vendor": "保守する事業者（要員の ID）。",
            "fixed": "転倒しないよう固定されているか。",
            "reinstall": "入れ直しのしやすさ。",
            "address": "拠点の所在地。公開版には載せません。",
            "built": "建物の建築年。",
            "structure": "建物の構造と階数。",
            "seismic": "建物の耐震診断の結果。",
            "flood": "想定される浸水の深さ。",
            "hazards": "津波、土砂災害、火災。",
            "floor": "部屋の場所。",
            "cooling": "部屋の冷却と、停電時の状況。",
            "leak": "部屋の漏水・浸水のおそれ。",
            "extinguisher": "部屋の消火設備。",
            "entry": "入室の方法と、停電時の入り方。",
            "feed": "電源の引込み。",
            "capacity": "電源の容量と持続時間。",
            "fuel": "発電機の燃料の種類・備蓄・補給先。",
            "carrier": "回線の事業者。",
            "route": "回線の経路。",
            "priority_phone": "災害時優先電話か、衛星経由か。",
            "check": "被災後の点検の方法（様式11）。",
            "verdict": "評価。`good`（良）、`fair`（可）、`poor`（不可）。",
            "remark": "その他。",
        },
    ),
    "FunctionFacts": (
        "業務について書き留めたこと（様式15・16）。",
        {
            "sort": "`emergency`（応急業務）又は `ordinary`（通常業務）。",
            "outcome": "目標復旧レベル。RTO までに何ができていなければならないか。",
            "effects": "止まると何が起こるか。",
            "remark": "その他。",
        },
    ),
    "Scenario": (
        "被害想定のファイル。",
        {"scenario": "想定の見出し。", "events": "起こること。"},
    ),
    "Head": (
        "想定の名前と、いつ起こるか。",
        {
            "kind": "earthquake（地震）、flood（水害）、blackout（停電）、ransomware など。",
            "severity": "通常時と大規模災害時の、どちらの目標を使うか。",
            "assembly": "職員が参集するところから始まるか（時間外、道路の不通）。",
            "starts": "発災の現地日時。",
            "horizon": "どこまで先を計算するか。",
            "likelihood": "年に何回起こるか。",
            "teaches": "この想定で分かること。",
            "teaches_en": "同じことを英語で。",
        },
    ),
    "Event": (
        "起こることの1つ。`damage`、`outage`、`access`、`staff` のうち1つを書きます。",
        {
            "at": "発災からの時間。",
            "damage": "壊れるもの。",
            "outage": "止まるが、自然に復旧するもの。",
            "access": "入れなくなる場所。",
            "staff": "動けなくなる要員。",
        },
    ),
    "Damage": (
        "復旧手順が終わるまで使えない損傷。",
        {
            "select": "何が壊れるか。",
            "share": "それぞれが壊れる確率。",
            "correlation": "`site` と書くと、同じ拠点のものは一緒に壊れるか一緒に助かる。",
            "corrupt_since": "データが、出来事のどれだけ前からすでに壊れていたか。",
        },
    ),
    "Outage": (
        "しばらく止まり、作業なしで戻るもの。",
        {"select": "何が止まるか。", "for": "どれだけの間か。省略すると最後まで。"},
    ),
    "Access": (
        "しばらくの間、現地での作業を始められない場所。",
        {"select": "どこに入れないか。", "for": "どれだけの間か。省略すると最後まで。"},
    ),
    "StaffChange": (
        "一部しか動けなくなる要員。",
        {
            "team": "どの要員か。",
            "available": "動ける割合、または人数。",
            "for": "どれだけの間か。省略すると最後まで。",
        },
    ),
    "Select": (
        "構成要素の選び方。違うキーは「かつ」、1つのキーの中の値は「または」。",
        {
            "id": "ID で。",
            "kind": "種類で。",
            "within": "置かれている場所で（入れ子も含む。場所そのものは含まない）。",
            "tag": "印で。",
        },
    ),
    "Drill": (
        "訓練のファイル。`drills/<台帳>/` に置きます。",
        {
            "drill": "訓練の見出し。",
            "objectives": "訓練目標。",
            "participants": "参加者。連絡先は書きません。",
            "clock": "想定の時計の進み方。",
            "injects": "状況付与（MSEL）。参加者にいつ何を伝えるか。順不同。",
        },
    ),
    "DrillHead": (
        "訓練の名前と目的、どの被害想定で行うか。",
        {
            "id": "訓練のファイルを通して重複しない名前。",
            "kind": "訓練の種類: `image-up`（イメージアップ）、`walkthrough`（ウォークスルー）、"
            "`restore`（リストア）、`power-cut`（実機を用いた停電対応）、`damage-survey`"
            "（被害状況調査シミュレーション）、`full-scale`（フルスケールエクササイズ）、`tabletop`（机上）、"
            "`functional`（機能別）、`connectivity`（導通）、`assembly`（参集）。",
            "scenario": "被害想定の ID、またはこのファイルから見た被害想定ファイルの場所。",
            "strategy": "どの順を計画とみなすか。`slack`（余裕の少ない順）または `rank`（優先ランク順）。",
            "purpose": "訓練の目的。",
            "purpose_en": "同じことを英語で。",
            "place": "実施場所。",
            "on": "実施予定の日時。",
            "length": "所要予定時間（訓練の時計で）。",
            "every": "繰り返す間隔。これを過ぎると期限超過と表示します。",
            "safety": "触れてはならないもの（安全上の留意）。",
            "stop_when": "中止基準。",
            "documents": "使用する計画の箇所や様式。",
        },
    ),
    "Objective": (
        "訓練で示したいことと、その達成の判断基準。",
        {
            "id": "状況付与や評価で使う名前。",
            "text": "何を示すか。",
            "text_en": "同じことを英語で。",
            "criterion": "達成の判断基準。できれば数値で。",
            "criterion_en": "同じことを英語で。",
            "measure": "プログラムが自動で判定するための測り方。",
        },
    ),
    "DrillMeasure": (
        "目標の測り方。`up`、`started`、`finished`、`answered` のうち1つと、時間を書きます。",
        {
            "up": "この構成要素または業務が復旧したこと。発災から数えます。",
            "started": "この作業に着手したこと（`構成要素/作業`）。発災から数えます。",
            "finished": "この作業が終わったこと（`構成要素/作業`）。発災から数えます。",
            "answered": "この状況付与の「期待される行動」がとられたこと。付与から数えます。",
            "within": "どれだけの時間のうちに（想定の時計で）。",
        },
    ),
    "Participant": (
        "参加者。役職や役割で書きます（連絡先は書きません）。",
        {
            "name": "職名または氏名。",
            "name_en": "同じことを英語で。",
            "role": "役割: `facilitator`（進行役）、`controller`（統制・付与役）、`player`（プレイヤー）、"
            "`evaluator`（評価者）、`observer`（見学者）。",
            "team": "どの要員（台帳の teams）として行動するか。",
            "organisation": "所属。自組織なら省略できます。",
        },
    ),
    "DrillClock": (
        "想定の時計が、訓練の時計に対してどう進むか。",
        {
            "starts": "訓練を始めるとき、想定の時計が発災から何時間後を指しているか。",
            "speed": "想定の時計の速さ。訓練の1秒で想定が何秒進むか。",
            "jumps": "予定している早送り。",
            "meanwhile": "開始前と早送りの間は、計画どおり進んだとみなす（`plan`）か、何もしなかったとみなす（`nothing`）か。",
            "tasks": "作業の終わりを誰が決めるか。進行役（`by-hand`）か、計画の所要時間（`planned`）か。",
        },
    ),
    "Jump": (
        "想定の時計の早送り。訓練の時計はそのまま進みます。",
        {
            "at": "想定の時計がこの時点（発災から）になったら…",
            "to": "…この時点へ進めます。",
        },
    ),
    "Inject": (
        "状況付与の1件。`at` は時刻で、`when` は条件で付与し、どちらもなければ進行役が必要なときに出します。",
        {
            "no": "番号。`3` や `3a`。",
            "at": "付与時刻。発災からの `1h30m`、または想定の時計で `15:10`。",
            "when": "付与の条件。",
            "from": "発信元。",
            "to": "付与先。要員の ID、またはそれ以外の相手。",
            "means": "伝達手段（電話、紙、メール、口頭など）。",
            "text": "付与する内容。",
            "text_en": "同じことを英語で。",
            "expected": "期待される行動。",
            "expected_en": "同じことを英語で。",
            "deadline": "期限。付与からどれだけのうちに（想定の時計で）。",
            "met_by": "とられたことを自動で判定するしるし。",
            "objective": "関連する訓練目標。",
            "difficulty": "`basic`（共通の基本情報）、`standard`（目的に応じた情報）、`hard`（難易度を上げる情報）。",
            "plan": "試す計画の箇所。",
            "events": "付与と同時に起こること。被害想定の `events` と同じ書き方で、`at` は付与から数えます。",
            "options": "決めなければならないことの選択肢。",
        },
    ),
    "When": (
        "条件付きの状況付与が待つもの。`after`、`up`、`down`、`missed`、`chosen` のうち1つを書きます。",
        {
            "after": "この番号の状況付与が出されたこと。",
            "up": "この構成要素または業務が動いていること（止まらなかった場合も含む）。",
            "down": "この構成要素または業務が止まっていること。",
            "missed": "この番号の状況付与の期限が、期待される行動のないまま過ぎたこと。",
            "chosen": "この選択肢が選ばれたこと（`状況付与/選択肢`）。",
            "delay": "それからどれだけ後か（想定の時計で）。",
        },
    ),
    "Sign": (
        "行動がとられたことのしるし。`up`、`started`、`finished` のうち1つを書きます。",
        {
            "up": "この構成要素または業務が動いていること。",
            "started": "この作業に着手したこと（`構成要素/作業`）。",
            "finished": "この作業が終わったこと（`構成要素/作業`）。",
        },
    ),
    "Option": (
        "決め方の1つ。",
        {
            "id": "`chosen` で使う名前。",
            "text": "どう決めるか。",
            "text_en": "同じことを英語で。",
            "events": "それによって変わること。`at` は決定から数えます。",
        },
    ),
}
"""By the name of the model: its sentence, and the sentence of each key."""
