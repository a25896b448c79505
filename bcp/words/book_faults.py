"""What is wrong with the sheets of an inventory, and what would be right."""

from __future__ import annotations

from bcp.words import Lang

FAULTS: dict[str, dict[Lang, str]] = {
    "book-not-xlsx": {
        "ja": "Excelファイル（.xlsx）として読めません。Excelで開き、パスワードを付けずに「Excelブック (*.xlsx)」で保存し直してください。",
        "en": "cannot be read as an Excel file; open it in Excel and save it again as .xlsx, without a password",
    },
    "book-too-large": {
        "ja": "ファイルが大き過ぎます（上限 {most} MiB）。画像や台帳と関係のないシートを消して保存してください。",
        "en": "the file is too large (at most {most} MiB); remove pictures and sheets that are not of the inventory",
    },
    "book-too-long": {
        "ja": "行が多過ぎます（上限 {most} 行）。余分な行を削除してください。",
        "en": "too many rows (at most {most}); delete those that are not needed",
    },
    "book-formula": {
        "ja": "数式又はエラー（{value}）は読み込めません。値を直接書くか、「値の貼り付け」をしてください。",
        "en": "holds a formula or an error ({value}); write the value itself, or paste it as a value",
    },
    "book-merged": {
        "ja": "セルが結合されています（{range}）。結合を解き、行ごとに値を書いてください。",
        "en": "joined cells ({range}); split them and write the value in each row",
    },
    "book-nothing": {
        "ja": "台帳のシートがありません。シートの名前は {known} のどれかにするか、「bcp export excel」で作った表を使ってください。",
        "en": "holds no sheet of an inventory; call sheets {known}, or start from what `bcp export excel` makes",
    },
    "book-sheet-misspelt": {
        "ja": "「{value}」というシートは台帳にありません。「{nearest}」ではありませんか。読まなくてよければ、消すか別の名前にしてください。",
        "en": "no such sheet as `{value}`; did you mean `{nearest}`? If it is not meant for the inventory, remove or rename it",
    },
    "book-sheet-twice": {
        "ja": "「{sheet}」のシートが2つあります（{value}）。一つにしてください。",
        "en": "the sheet `{sheet}` stands twice (`{value}`); keep one of them",
    },
    "book-no-headings": {
        "ja": "見出しの行がありません。{known} などの見出しのうち、どの項目かが分かるもの（ID 又は名称）が要ります。",
        "en": "has no row of headings; one that says which item a row is of is needed, id or name (of {known} …)",
    },
    "book-heading-misspelt": {
        "ja": "「{value}」という見出しは使えません。「{nearest}」ではありませんか。",
        "en": "no such heading as `{value}`; did you mean `{nearest}`?",
    },
    "book-heading-twice": {
        "ja": "同じ見出し「{value}」が2回あります。どちらか一つにしてください。",
        "en": "the heading `{value}` stands twice; keep one of them",
    },
    "book-no-heading": {
        "ja": "見出しのない列に書かれています。見出しのある列に移すか、消してください。",
        "en": "stands in a column without a heading; move it to one that has one, or remove it",
    },
    "book-row-twice": {
        "ja": "同じ項目の行が2つあります（{first} と）。一つにしてください。",
        "en": "two rows of the same item (the other: {first}); keep one of them",
    },
    "book-rest-elsewhere": {
        "ja": "「{name}」は、それを書く列又はシートが別にあります。そちらに書いてください。",
        "en": "`{name}` has a column or a sheet of its own; write it there",
    },
    "book-scenario-twice": {
        "ja": "同じid「{id}」の被害想定が2つあります（もう一つ: {first}）。どちらかのidを変えてください。",
        "en": "two scenarios have the id `{id}` (the other: {first}); change one of them",
    },
    "book-mark-unknown": {
        "ja": "照合印「{value}」の項目は台帳にありません（表を作った後に変わったか、消えました）。書き出し直すか、新しい行とするなら印を消してください。",
        "en": "no item has the mark `{value}`: it was changed or removed since the sheets were made; export again, or empty the mark to add the row as new",
    },
    "book-no-owner": {
        "ja": "どれの一部かが書かれていません。「{sheet}」のIDを書いてください。",
        "en": "does not say what it is part of; write an id of `{sheet}`",
    },
    "book-owner-unknown": {
        "ja": "「{id}」は「{sheet}」にありません。IDを確かめるか、先にその行を加えてください。",
        "en": "there is no `{id}` among `{sheet}`; check the id, or add its row",
    },
    "book-not-yaml": {
        "ja": "「{value}」は読めません。この列は YAML で {example} のように書きます。",
        "en": "`{value}` cannot be read; this column is written in YAML, such as {example}",
    },
    "book-no-pair": {
        "ja": "「{value}」は「左: 右」の形ではありません。0h: 20%; 3h: 60% のように書いてください。",
        "en": "`{value}` is no pair; write `0h: 20%; 3h: 60%`",
    },
    "book-not-pert": {
        "ja": "「{value}」は所要時間として読めません。2h 又は 2h / 4h / 12h（最短 / 最頻 / 最長）と書いてください。",
        "en": "`{value}` is no length of time; write 2h, or low / likely / high: 2h / 4h / 12h",
    },
    "book-no-csv": {
        "ja": "CSVファイル（.csv）が一つもありません。「bcp export csv」で作ったフォルダーを指定してください。",
        "en": "holds no CSV file (.csv); name a folder that `bcp export csv` makes",
    },
    "book-not-csv": {
        "ja": "CSVとして読めません（文字コードが UTF-8 でも Shift_JIS でもありません）。「CSV UTF-8（コンマ区切り）」で保存し直してください。",
        "en": "cannot be read as CSV: it is neither UTF-8 nor Shift_JIS; save it again as “CSV UTF-8”",
    },
    "book-csv-quote": {
        "ja": '引用符（"）が閉じていないか、1つの欄が長過ぎます。表計算ソフトで保存し直してください。',
        "en": 'a quote (") is not closed, or a cell is too long; save it again in a spreadsheet program',
    },
    "book-cell-too-long": {
        "ja": "「{item}」の {name} が長過ぎて、表に書けません（上限 {most} 文字）。YAMLファイルの中で短くするか、分けてください。",
        "en": "`{name}` of `{item}` is too long for a cell (at most {most} characters); shorten or split it in the YAML file",
    },
}
