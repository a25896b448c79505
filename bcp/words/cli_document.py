"""The command `bcp document`: its help, options and what it says."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.words import Lang

WORDS: dict[str, Mapping[Lang, str]] = {
    "short-document": {
        "ja": "年次のICT-BCPを文書にする",
        "en": "write the annual ICT-BCP",
    },
    "help-document": {
        "ja": "ICT-BCPの本文と様式を、台帳、すべての被害想定の計算結果、対策及び訓練の記録から作ります"
        "（Word・PDF・HTML・Markdown）。.xlsx を指定すると、様式だけの表計算ファイルになります。記入して"
        "いない項目は文書の終わりに一覧になります。",
        "en": "Write the ICT-BCP with its forms from the inventory, all scenarios, measures and the "
        "records of drills, as Word, PDF, HTML or Markdown. An .xlsx holds the forms only, a sheet "
        "each. What nobody has filled in yet is listed at the end.",
    },
    "example-document": {
        "ja": "  bcp document\n  bcp document -o 計画.docx -o 計画.pdf -o 様式集.xlsx\n"
        "  bcp document --edition public --format pdf\n  bcp document --since ../昨年の台帳",
        "en": "  bcp document\n  bcp document -o plan.docx -o plan.pdf -o forms.xlsx\n"
        "  bcp document --edition public --format pdf\n  bcp document --since ../last-year",
    },
    "option-document-output": {
        "ja": "書き出すファイル（.docx .pdf .html .md .xlsx）。複数回の指定ができる。既定は"
        " <台帳のID>-ict-bcp.docx（公開版は -public が付く）",
        "en": "file to write (.docx .pdf .html .md .xlsx), may be repeated; default: "
        "<inventory>-ict-bcp.docx, with -public for the public edition",
    },
    "option-document-format": {
        "ja": "既定の名前で作る形式。コンマ区切り又は複数回の指定で、いくつでも",
        "en": "formats to make under the default name, separated by commas or repeated",
    },
    "option-document-edition": {
        "ja": "internal は庁内用。public は公開用で、連絡先、弱点、confidential の付いたものなどを除く",
        "en": "internal, or public: without contacts, weak points and whatever is tagged "
        "confidential",
    },
    "option-document-since": {
        "ja": "比べる以前の状態。フォルダー又はgitの版。新旧対照表を加える",
        "en": "an earlier state to compare with, a folder or a revision of git: adds old beside "
        "new",
    },
    "option-document-scenario": {
        "ja": "用いる被害想定（ライブラリーのものも）。複数回の指定ができる。既定はこの台帳の全て",
        "en": "scenario to use, of the library too, may be repeated; default: all of this inventory",
    },
    "option-document-date": {
        "ja": "文書に記す日付。既定は計画の日付。今日の日付は自動では入らない",
        "en": "the date to print; default: that of the plan; today is never put in by itself",
    },
    "option-document-risk": {
        "ja": "bcp risk --json の結果のファイル。結果の確からしさを加える",
        "en": "what `bcp risk --json` printed: adds how sure the results are",
    },
    "progress-pictures": {"ja": "図を作成中", "en": "drawing the pictures"},
    "document-blanks": {
        "ja": "未記入の項目が{number}件あります（付録の未記入項目一覧を参照）。",
        "en": "{number} fields are not filled in yet (see the annex).",
    },
    "document-blanks-one": {
        "ja": "未記入の項目が1件あります（付録の未記入項目一覧を参照）。",
        "en": "One field is not filled in yet (see the annex).",
    },
    "document-no-blanks": {
        "ja": "未記入の項目はありません。",
        "en": "Every field is filled in.",
    },
    "document-missed": {
        "ja": "{scenarios}の被害想定のうち{hit}で、あわせて{functions}業務がRTOに間に合いません。",
        "en": "Functions that miss their RTO: {functions}, in {hit} of {scenarios} scenarios.",
    },
    "document-met": {
        "ja": "{scenarios}の被害想定のすべてで、全業務がRTOに間に合います。",
        "en": "All functions meet their RTO in all {scenarios} scenarios.",
    },
    "document-unplayed": {
        "ja": "被害想定がまだありません。",
        "en": "There is no scenario yet.",
    },
}
