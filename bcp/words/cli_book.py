"""The commands that bring an inventory into Excel or CSV files, and back: help and what they say."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.words import Lang

WORDS: dict[str, Mapping[Lang, str]] = {
    "short-export": {
        "ja": "台帳や結果を他の形式のファイルにする",
        "en": "put the inventory or results into files of other formats",
    },
    "help-export": {
        "ja": "台帳や計算の結果を、他のプログラムが読める形式のファイルにします。",
        "en": "Put the inventory, or what was computed from it, into files that other programs read.",
    },
    "short-export-excel": {
        "ja": "台帳を1冊のExcelファイルにする（読み戻せる）",
        "en": "the inventory as one Excel workbook, which can be read back",
    },
    "short-export-csv": {
        "ja": "台帳をCSVファイルのフォルダーにする（読み戻せる）",
        "en": "the inventory as a folder of CSV files, which can be read back",
    },
    "short-import-excel": {
        "ja": "Excelファイルの変更を台帳に取り込む（様式1も可）",
        "en": "take the changes of an Excel workbook into the inventory (form 1 too)",
    },
    "short-import-csv": {
        "ja": "CSVファイルの変更を台帳に取り込む",
        "en": "take the changes of CSV files into the inventory",
    },
    # --- bcp export excel, bcp export csv -------------------------------------------------------
    "help-export-excel": {
        "ja": "台帳の全体を1冊のExcelファイルにします。シートごとに1種類（構成要素、業務、要員、復旧手順、作業、連絡先など）、1行に1件です。見出しは --lang の言語で、列の意味は見出しのメモに、選べる値は一覧になっています。\n\n直したファイルは「bcp import excel」で読み戻せます。同じ台帳からは、いつも同じファイルができます。--scenarios を付けると、その台帳の被害想定も「被害想定」「出来事」のシートに入ります。訓練は含みません。",
        "en": "Put the whole inventory into one Excel workbook: a sheet each for components, functions, teams, procedures, tasks, people and so on, a row for each of them. Headings are in the language of --lang, each with a note of what it means; where there is a choice, there is a list.\n\nAfter editing, `bcp import excel` reads it back. The same inventory makes the same file. With --scenarios the scenarios of the inventory are in it too, as the sheets Scenarios and Events. Drills are not in it.",
    },
    "example-export-excel": {
        "ja": "  bcp export excel\n  bcp export excel -o 台帳.xlsx\n  bcp export excel --scenarios\n  bcp export excel --lang en -o inventory.xlsx",
        "en": "  bcp export excel\n  bcp export excel -o inventory.xlsx\n  bcp export excel --scenarios\n  bcp export excel --lang ja -o inventory-ja.xlsx",
    },
    "option-export-excel-output": {
        "ja": "作るファイル。省略すると「台帳の名前.xlsx」",
        "en": "the file to make; left out: the name of the inventory and .xlsx",
    },
    "help-export-csv": {
        "ja": "台帳の全体を、シートごとに1つのCSVファイルにして、フォルダーに置きます。列と書き方は「bcp export excel」と同じです。文字コードはUTF-8（BOM付き）で、Excelでもそのまま開けます。\n\n直したフォルダーは「bcp import csv」で読み戻せます。",
        "en": "Put the whole inventory into a folder of CSV files, one a sheet, with the columns of `bcp export excel`. They are in UTF-8 with a byte order mark, so that Excel opens them as they are.\n\nAfter editing, `bcp import csv` reads the folder back.",
    },
    "example-export-csv": {
        "ja": "  bcp export csv\n  bcp export csv -o 台帳csv --scenarios",
        "en": "  bcp export csv\n  bcp export csv -o inventory-csv --scenarios",
    },
    "option-export-csv-output": {
        "ja": "作るフォルダー。省略すると「台帳の名前-csv」",
        "en": "the folder to make; left out: the name of the inventory and -csv",
    },
    "option-book-scenarios": {
        "ja": "その台帳の被害想定も入れる",
        "en": "put the scenarios of the inventory in too",
    },
    # --- bcp import excel, bcp import csv -------------------------------------------------------
    "help-import-excel": {
        "ja": "Excelファイルを台帳と比べ、変わるところをシート・行・列ごとに、またファイルの差分として示します。これだけでは何も書きません。-o で新しいフォルダーに、--apply で台帳そのものに書きます。変わらない項目は、YAMLファイルの注釈も書き方もそのまま残ります。\n\n列の順は自由で、見出しは日本語でも英語でもかまいません。ないシート・列・行は変わりません。国の様式1（情報システム一覧）に書き込んだ表も読めます。被害想定のシートがあれば、台帳の被害想定のファイルも比べます。誤りはすべて、シートとセルで示します。",
        "en": "Compare an Excel workbook with the inventory and show what changes, by sheet, row and column, and as a difference of the files. Nothing is written unless asked for: -o makes a new folder, --apply changes the inventory itself. What does not change stays in the YAML files as it is written, comments too.\n\nColumns may stand in any order, headings in either language. Sheets, columns and rows that are missing change nothing. The ministry's form 1 (information systems), filled in by hand, is read too. Sheets of scenarios are compared with the scenario files of the inventory. Every fault is named by sheet and cell.",
    },
    "example-import-excel": {
        "ja": "  bcp import excel 台帳.xlsx\n  bcp import excel 台帳.xlsx -o inventory/new\n  bcp import excel 台帳.xlsx --apply\n  bcp import excel 様式1.xlsx --partial\n  bcp import excel 台帳.xlsx --new -o inventory/mycity",
        "en": "  bcp import excel inventory.xlsx\n  bcp import excel inventory.xlsx -o inventory/new\n  bcp import excel inventory.xlsx --apply\n  bcp import excel form-1.xlsx --partial\n  bcp import excel inventory.xlsx --new -o inventory/mycity",
    },
    "help-import-csv": {
        "ja": "CSVファイルのフォルダー（又は1つのCSVファイル）を台帳と比べ、変わるところを示します。決まりは「bcp import excel」と同じで、ファイルの名前がシートの名前にあたります（components.csv、構成要素.csv など）。文字コードは UTF-8 と Shift_JIS（CP932）を読みます。",
        "en": "Compare a folder of CSV files, or one of them, with the inventory and show what changes. The rules are those of `bcp import excel`; the name of a file is that of a sheet (components.csv). UTF-8 and Shift_JIS (CP932) are read.",
    },
    "example-import-csv": {
        "ja": "  bcp import csv 台帳csv\n  bcp import csv people.csv --partial --apply",
        "en": "  bcp import csv inventory-csv\n  bcp import csv people.csv --partial --apply",
    },
    "argument-book-file": {
        "ja": "「bcp export excel」で作ったファイル、又は同じ見出しの表、様式1",
        "en": "what `bcp export excel` made, a table with such headings, or form 1",
    },
    "argument-book-csv": {
        "ja": "「bcp export csv」で作ったフォルダー、又は1つのCSVファイル",
        "en": "what `bcp export csv` made, or one CSV file",
    },
    "option-book-into": {
        "ja": "比べる台帳のフォルダー又は名前（省略すると作業フォルダーの台帳）",
        "en": "the inventory to compare with, a folder or a name; left out: that of the workspace",
    },
    "option-book-dry-run": {
        "ja": "変わるところを示すだけで、-o や --apply があっても書かない",
        "en": "only show what changes, even with -o or --apply",
    },
    "option-book-output": {
        "ja": "台帳を写して変えた、新しいフォルダーを作る",
        "en": "make a new folder: a copy of the inventory with the changes",
    },
    "option-book-apply": {
        "ja": "台帳のファイルを書き換える（すべて書けるか、何も変わらないか）",
        "en": "change the files of the inventory, all of them or none",
    },
    "option-book-new": {
        "ja": "今ある台帳によらず、表だけから新しい台帳を作る（-o とともに）",
        "en": "make an inventory of the sheets alone (with -o)",
    },
    "option-book-partial": {
        "ja": "空の欄と、ない行は「書いていない」とみなし、変えない",
        "en": "empty cells and missing rows say nothing, and change nothing",
    },
    "option-book-delete": {
        "ja": "シートに行のない項目を台帳から消す",
        "en": "take away items that have no row on a sheet that is there",
    },
    "book-partial-delete": {
        "ja": "--partial は行がないことに意味を持たせないので、--delete と一緒には使えません。",
        "en": "with --partial a missing row says nothing, so --delete cannot be used beside it",
    },
    "book-apply-output": {
        "ja": "--apply は今の台帳を書き換えます。-o や --new とは一緒に使えません。",
        "en": "--apply changes the inventory that is there; it cannot be used with -o or --new",
    },
    "book-new-into": {
        "ja": "--new は今ある台帳を使いません。--into とは一緒に使えません。",
        "en": "--new uses no inventory that is there; it cannot be used with --into",
    },
    "book-changed-meanwhile": {
        "ja": "{file} は、読んだ後に他で変えられました。もう一度やり直してください。何も書いていません。",
        "en": "{file} was changed by somebody else meanwhile; nothing was written, try again",
    },
    "book-written": {
        "ja": "{target} に書いた（{number}ファイル）。",
        "en": "Written to {target} (files: {number}).",
    },
    "book-written-scenarios": {
        "ja": "被害想定は {target} に書いた（{number}ファイル）。",
        "en": "Scenarios are written to {target} (files: {number}).",
    },
    "book-no-scenarios": {
        "ja": "{folder} は作業フォルダー（inventory と scenarios のあるフォルダー）の台帳ではないので、被害想定を書く所がありません。-o で新しいフォルダーに書くか、被害想定のシートを消してください。",
        "en": "{folder} is no inventory of a workspace (a folder with inventory and scenarios), so there is no place for scenarios; write a new folder with -o, or remove the sheets of scenarios",
    },
    "book-check": {
        "ja": "確かめるには: bcp check --inventory {target}",
        "en": "To check it: bcp check --inventory {target}",
    },
    "book-not-written-new": {
        "ja": "まだ何も書いていない。書くには -o 新しいフォルダー を付ける。",
        "en": "Nothing is written yet. To write it, add -o DIR.",
    },
    "book-not-written": {
        "ja": "まだ何も書いていない。書くには -o 新しいフォルダー、又は --apply を付ける。",
        "en": "Nothing is written yet. To write it, add -o DIR or --apply.",
    },
}
