"""The sheets of an inventory: what they explain, what a difference says, and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.words import Lang
from bcp.words.book_headings import WORDS as HEADINGS
from bcp.words.book_scenarios import WORDS as SCENARIOS

WORDS: dict[str, Mapping[Lang, str]] = {
    **HEADINGS,
    **SCENARIOS,
    # --- the sheet that explains the others ----------------------------------------------------
    "readme-heading": {"ja": "{name}：台帳", "en": "{name}: inventory"},
    "readme-line-1": {
        "ja": "このブックは ICT-BCP の台帳です。シートごとに1種類のもの（構成要素、業務、要員など）を、1行に1件書きます。",
        "en": "This workbook is the inventory of an ICT-BCP: a sheet for each sort of thing (components, functions, teams …), a row for each of them.",
    },
    "readme-line-2": {
        "ja": "見出しにカーソルを合わせると、その列の意味と書き方が出ます。選べる欄には一覧があります。",
        "en": "Point at a heading to read what the column means and how it is written. Where there is a choice, there is a list.",
    },
    "readme-line-3": {
        "ja": "IDは半角の英小文字・数字・ハイフンです。既にあるIDは変えないでください（変えるときは bcp rename）。ID を空けて名称だけ書いた新しい行には、取込みのときにIDが付きます。",
        "en": "Ids are small letters, digits and hyphens. Do not change an id that is there (use `bcp rename`). A new row with a name and no id is given one when it is read.",
    },
    "readme-line-4": {
        "ja": "時間は 30m、4h、3d のように書きます（30分、4時間、3日でもよい）。人数は 2、割合は 60%、日付は 2026-11-23 です。",
        "en": "Lengths of time are written 30m, 4h, 3d; people 2, shares 60%, dates 2026-11-23.",
    },
    "readme-line-5": {
        "ja": "複数あるものは「; 」で区切ります。例 ad-server; db-server。対応は「時間: 値」です。例 0h: 20%; 3h: 60%",
        "en": "Several things are separated by `; `, as in `ad-server; db-server`; pairs are written `0h: 20%; 3h: 60%`.",
    },
    "readme-line-6": {
        "ja": "細かな条件は波かっこの中に書きます。例 {{any_of: [switch-a, switch-b], at_least: 1, switchover: 5m}}",
        "en": "What needs more is written in braces: {{any_of: [switch-a, switch-b], at_least: 1, switchover: 5m}}",
    },
    "readme-line-7": {
        "ja": "列の順は自由で、要らない列・シートは消しても構いません。ないものは変わりません。欄を空にすると、その値は消えます（--partial を付けた取込みを除く）。",
        "en": "Columns may stand in any order, and columns and sheets may be removed: what is not there does not change. An emptied cell takes its value away (unless read with --partial).",
    },
    "readme-line-8": {
        "ja": "行を消しても台帳からは消えません。消すときは取込みに --delete を付けます。照合印の列は変えないでください。",
        "en": "A row that is removed stays in the inventory unless --delete is given. Leave the column of marks as it is.",
    },
    "readme-line-9": {
        "ja": "読み戻すときは「bcp import excel このファイル」。まず変わるところだけが示され、台帳は変わりません。",
        "en": "Read it back by `bcp import excel THIS-FILE`: what would change is shown first, and nothing is written.",
    },
    "readme-line-10": {
        "ja": "数式・結合したセルは使えません。値を書いてください。",
        "en": "Formulas and joined cells cannot be read: write the values.",
    },
    "readme-digest": {
        "ja": "台帳の版（変えないでください）",
        "en": "Version of the inventory (leave it)",
    },
    "readme-sheet": {"ja": "シート", "en": "Sheet"},
    "readme-rows": {"ja": "件数", "en": "Rows"},
    "readme-about": {"ja": "内容", "en": "What is on it"},
    "tall-key": {"ja": "項目", "en": "Key"},
    "tall-value": {"ja": "値", "en": "Value"},
    "tall-meaning": {"ja": "意味", "en": "Meaning"},
    "page": {"ja": "{page} / {pages} ページ", "en": "page {page} of {pages}"},
    "not-listed": {"ja": "一覧から選んでください。", "en": "Choose one of the list."},
    # --- notes of headings that are no keys of a model ------------------------------------------
    "about-note": {"ja": "覚え書き。", "en": "A remark for people."},
    "about-source": {
        "ja": "どの文書のどの記述によるか。",
        "en": "Which sentence of which document the facts come from.",
    },
    "about-assumed": {
        "ja": "仮の値であるキーと、その根拠。all はすべてのキー。例 rto: 国の標準の半分",
        "en": "Which keys hold an assumption, and its basis; `all` stands for every key. Such as rto: half of the national standard",
    },
    "about-rest": {
        "ja": "他の列に書けないもの（利用者の覚え書き x-… など）。YAML で書く。例 {{x-memo: 要確認}}",
        "en": "What has no column of its own, such as notes of the user (x-…), in YAML: {{x-memo: to be checked}}",
    },
    "about-mark": {
        "ja": "取込みのとき、もとの項目を見分けるための印。変えないこと。新しい行は空欄。",
        "en": "By which the item is known again when it is read back. Leave it as it is; empty in a new row.",
    },
    "about-tasks-of": {
        "ja": "どの復旧手順の作業か（ID）。",
        "en": "The procedure that it is a task of (id).",
    },
    "about-backups-of": {
        "ja": "どのデータのバックアップか（構成要素のID）。",
        "en": "The data that it is a copy of (id of a component).",
    },
    "required": {"ja": "必須。", "en": "Required."},
    # --- how each form is written ----------------------------------------------------------------
    "form-text": {"ja": "文字列", "en": "text"},
    "form-number": {"ja": "整数", "en": "a whole number"},
    "form-bool": {"ja": "はい・いいえ", "en": "yes or no"},
    "form-choice": {"ja": "一覧から選ぶ", "en": "one of the list"},
    "form-day": {"ja": "日付。2026-11-23", "en": "a date: 2026-11-23"},
    "form-duration": {
        "ja": "時間。30m 4h 3d（30分、4時間、3日でもよい）",
        "en": "a length of time: 30m 4h 3d",
    },
    "form-pert": {
        "ja": "時間。2h 又は 最短 / 最頻 / 最長（2h / 4h / 12h）",
        "en": "2h, or low / likely / high: 2h / 4h / 12h",
    },
    "form-hours": {
        "ja": "weekdays 09:00-17:30 又は daily 22:00-06:00",
        "en": "weekdays 09:00-17:30, or daily 22:00-06:00",
    },
    "form-words": {"ja": "「; 」で区切る。a; b", "en": "separated by `; `: a; b"},
    "form-lines": {
        "ja": "1行に1つ（セル内の改行は Alt+Enter）",
        "en": "one a line (Alt+Enter breaks a line)",
    },
    "form-groups": {
        "ja": "IDを「; 」で区切る。どれか1つでよいもの等は波かっこで書く。a; {{any_of: [b, c]}}",
        "en": "ids separated by `; `; alternatives in braces: a; {{any_of: [b, c]}}",
    },
    "form-pairs": {
        "ja": "「: 」でつなぎ「; 」で区切る。0h: 20%; 3h: 60%",
        "en": "pairs: 0h: 20%; 3h: 60%",
    },
    "form-yaml": {
        "ja": "YAML（1行で、波かっこ又は角かっこの中に）",
        "en": "YAML on one line, in braces or brackets",
    },
    # --- a difference ----------------------------------------------------------------------------
    "difference-none": {"ja": "変わるところはない。", "en": "Nothing changes."},
    "difference-count": {
        "ja": "変わる欄 {changed}、加わる行 {added}、消える行 {removed}（ファイル {files}）",
        "en": "Cells that change: {changed}; rows added: {added}, removed: {removed} (files: {files})",
    },
    "difference-changed": {"ja": "{item} {column}（{place}）", "en": "{item} {column} ({place})"},
    "difference-added": {
        "ja": "追加 {item} {name}（{place} → {file}）",
        "en": "added {item} {name} ({place} → {file})",
    },
    "difference-removed": {
        "ja": "削除 {item} {name}（{file}）",
        "en": "removed {item} {name} ({file})",
    },
    "difference-empty": {"ja": "（空欄）", "en": "(empty)"},
    "difference-kept": {
        "ja": "シート「{sheet}」に行のない {number} 件（{first}）は、そのまま残す。消すなら --delete",
        "en": "Items that have no row on `{sheet}` stay: {number} ({first}); --delete takes them away",
    },
    "difference-patch": {"ja": "ファイルの差分", "en": "Difference of the files"},
    # --- notices ---------------------------------------------------------------------------------
    "took-for-form-1": {
        "ja": "「{sheet}」を様式1（情報システム一覧）として読む。空欄は変更しない。",
        "en": "`{sheet}` is read as form 1 (information systems); its empty cells change nothing.",
    },
    "took-for-sheet": {
        "ja": "シート「{value}」を、見出しから「{sheet}」として読む。",
        "en": "The sheet `{value}` is read as `{sheet}`, by its headings.",
    },
    "sheet-passed": {
        "ja": "シート「{value}」は台帳のシートではないので読まない。",
        "en": "The sheet `{value}` is none of the inventory and is passed over.",
    },
    "column-passed": {
        "ja": "シート「{sheet}」の列「{value}」は台帳にないので読まない。",
        "en": "The column `{value}` of `{sheet}` is none of the inventory and is passed over.",
    },
    "places-passed": {
        "ja": "列「{value}」は読まない。建物についての事項は、その建物（種類が拠点）の行の「耐震診断」「浸水想定」に書く。",
        "en": "The column `{value}` is passed over: what is asked of a building stands in its own row (kind site), under seismic survey and flooding.",
    },
    "id-given": {
        "ja": "「{name}」（{place}）にIDがないので {id} とする。変えるなら bcp rename {id} 新しいID",
        "en": "`{name}` ({place}) has no id and is called {id}; to change it: bcp rename {id} NEW",
    },
    "digest-other": {
        "ja": "台帳は、この表を作った後に変わっている。その間に他で直した欄も、表の値に戻る変更として示される。よく確かめること。",
        "en": "The inventory has changed since these sheets were made: what was changed elsewhere shows here as a change back. Look closely.",
    },
}
