"""What stands on the sheet of injects (MSEL): headings, explanations and the head of the sheet."""

from __future__ import annotations

from bcp.words import Table

WORDS: Table = {
    # --- the head of the sheet ---------------------------------------------------------------
    "title": {
        "ja": "【訓練】状況付与計画表（MSEL）",
        "en": "EXERCISE – Master scenario events list (MSEL)",
    },
    "mark": {"ja": "訓練", "en": "EXERCISE"},
    "drill": {"ja": "訓練名", "en": "Drill"},
    "drill-id": {"ja": "訓練ID", "en": "Drill id"},
    "on": {"ja": "実施日時", "en": "Date"},
    "place": {"ja": "実施場所", "en": "Place"},
    "scenario": {"ja": "被害想定", "en": "Scenario"},
    "kind": {"ja": "種別", "en": "Kind"},
    "head-note": {
        "ja": "見出しより上の欄は読み込まれません。変えるときは訓練のYAMLファイルを直してください。",
        "en": "What stands above the headings is not read back. To change it, edit the YAML file.",
    },
    "kind-image-up": {"ja": "イメージアップ訓練", "en": "image-up drill"},
    "kind-walkthrough": {"ja": "ウォークスルー訓練", "en": "walkthrough"},
    "kind-restore": {"ja": "リストア訓練", "en": "restore drill"},
    "kind-power-cut": {"ja": "実機を用いた停電対応訓練", "en": "power-cut drill on real equipment"},
    "kind-damage-survey": {
        "ja": "被害状況調査シミュレーション訓練",
        "en": "damage-survey simulation",
    },
    "kind-full-scale": {"ja": "フルスケールエクササイズ訓練", "en": "full-scale exercise"},
    "kind-tabletop": {"ja": "机上訓練", "en": "table-top exercise"},
    "kind-functional": {"ja": "機能別訓練", "en": "functional exercise"},
    "kind-connectivity": {"ja": "導通訓練", "en": "connectivity drill"},
    "kind-assembly": {"ja": "参集訓練", "en": "assembly drill"},
    # --- headings ----------------------------------------------------------------------------
    "no": {"ja": "番号", "en": "No."},
    "at": {"ja": "付与時刻", "en": "Time"},
    "from": {"ja": "発信元", "en": "From"},
    "to": {"ja": "付与先", "en": "To"},
    "means": {"ja": "伝達手段", "en": "Means"},
    "text": {"ja": "付与内容", "en": "Inject"},
    "expected": {"ja": "期待される行動", "en": "Expected action"},
    "deadline": {"ja": "期限", "en": "Deadline"},
    "objective": {"ja": "関連目標", "en": "Objective"},
    "difficulty": {"ja": "難易度", "en": "Difficulty"},
    "plan": {"ja": "計画の該当箇所", "en": "Part of the plan"},
    "when": {"ja": "付与条件", "en": "Condition"},
    "met-by": {"ja": "達成の判定", "en": "Met by"},
    "options": {"ja": "選択肢", "en": "Options"},
    "events": {"ja": "状態の変化", "en": "State changes"},
    "text-en": {"ja": "付与内容（英語）", "en": "Inject (English)"},
    "expected-en": {"ja": "期待される行動（英語）", "en": "Expected action (English)"},
    "note": {"ja": "備考", "en": "Remark"},
    "source": {"ja": "出典", "en": "Source"},
    "assumed": {"ja": "仮定", "en": "Assumed"},
    # --- what each column takes --------------------------------------------------------------
    "about-no": {
        "ja": "状況付与の番号。3 や 3a のように、半角の英小文字・数字・ハイフンで、重複なく。必須。",
        "en": "Number of the inject, such as 3 or 3a: small letters, digits and hyphens. Required.",
    },
    "about-at": {
        "ja": "いつ付与するか。発災からの時間（1h30m）、時刻（15:10）、日時（2026-11-25T10:00）。"
        "空欄なら、条件で、又は進行役の判断で付与する。",
        "en": "When it is given: a time since the incident (1h30m), a time of day (15:10) or a local "
        "time (2026-11-25T10:00). Empty: by its condition, or when the facilitator wants.",
    },
    "about-from": {"ja": "誰からの連絡か。", "en": "Who says it."},
    "about-to": {
        "ja": "誰に伝えるか。複数なら1行に1つ（セル内の改行は Alt+Enter）。",
        "en": "Who is told. Several: one a line (Alt+Enter breaks a line).",
    },
    "about-means": {
        "ja": "どう伝えるか（電話、紙、メール、口頭など）。",
        "en": "How: telephone, paper, e-mail, by word of mouth …",
    },
    "about-text": {"ja": "伝える内容。必須。", "en": "What they are told. Required."},
    "about-expected": {
        "ja": "それを受けて、どう行動してほしいか。",
        "en": "What they should do about it.",
    },
    "about-deadline": {
        "ja": "付与からどれだけのうちに行動するか（10m、1h30m）。期待される行動がなければ空欄。",
        "en": "How long they have for it (10m, 1h30m). Empty if nothing is expected.",
    },
    "about-objective": {
        "ja": "どの訓練目標のためか。訓練目標のIDを一覧から選ぶ。",
        "en": "The objective it serves: choose its id from the list.",
    },
    "about-difficulty": {
        "ja": "基本（共通の基本情報）、標準（目的に応じた情報）、難（難易度を上げる情報）。空欄は標準。",
        "en": "basic (what everybody needs), standard (what the purpose asks for), hard (an extra "
        "difficulty). Empty: standard.",
    },
    "about-plan": {"ja": "試す計画の箇所。", "en": "The part of the plan that it tests."},
    "about-when": {
        "ja": "時刻でなく条件で付与するとき。{{after: 3, delay: 10m}}（3の10分後）、{{up: ID}}（復旧したら）、"
        "{{down: ID}}（止まったら）、{{missed: 3}}（3の期限が過ぎたら）、{{chosen: 3/stay}}（選択肢が選ばれたら）。",
        "en": "What it waits for instead of a time: {{after: 3, delay: 10m}}, {{up: ID}}, {{down: ID}}, "
        "{{missed: 3}} or {{chosen: 3/stay}}.",
    },
    "about-met-by": {
        "ja": "行動がとられたことを自動で判定するしるし。{{up: ID}}、{{started: 構成要素/作業}}、"
        "{{finished: 構成要素/作業}} のどれか。",
        "en": "What shows by itself that it was done: {{up: ID}}, {{started: component/task}} or "
        "{{finished: component/task}}.",
    },
    "about-options": {
        "ja": "決めなければならないことの選択肢。[{{id: stay, text: 現行で続ける}}, {{id: move, text: 切り替える}}]",
        "en": "What can be decided: [{{id: stay, text: Go on}}, {{id: move, text: Change over}}]",
    },
    "about-events": {
        "ja": "付与と同時に起こること。被害想定の events と同じ書き方。"
        "[{{at: 0h, staff: {{team: ict, available: 2}}}}]",
        "en": "What it changes, written like the events of a scenario: "
        "[{{at: 0h, staff: {{team: ict, available: 2}}}}]",
    },
    "about-text-en": {"ja": "付与内容の英訳。", "en": "The inject in English."},
    "about-expected-en": {"ja": "期待される行動の英訳。", "en": "The expected action in English."},
    "about-note": {"ja": "覚え書き。", "en": "A remark for people."},
    "about-source": {"ja": "どの文書のどの記述によるか。", "en": "Which document it comes from."},
    "about-assumed": {
        "ja": "仮の値であるキーと、その根拠。{{deadline: 事業者との協議前}}",
        "en": "Which keys hold an assumption, and its basis: {{deadline: not yet agreed}}",
    },
    # --- difficulties ------------------------------------------------------------------------
    "difficulty-basic": {"ja": "基本", "en": "basic"},
    "difficulty-standard": {"ja": "標準", "en": "standard"},
    "difficulty-hard": {"ja": "難", "en": "hard"},
    "not-listed": {
        "ja": "一覧から選んでください。",
        "en": "Choose one of the list.",
    },
    "page": {"ja": "{page} / {pages} ページ", "en": "page {page} of {pages}"},
}
