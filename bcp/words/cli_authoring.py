"""The commands `bcp init`, `bcp new`, `bcp fmt` and `bcp rename`."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.words import Lang

WORDS: dict[str, Mapping[Lang, str]] = {
    "metavar-text": {"ja": "文字列", "en": "TEXT"},
    "option-authoring-dry-run": {
        "ja": "何が変わるかだけを示し、何も書かない",
        "en": "show what would change and write nothing",
    },
    # --- bcp init ----------------------------------------------------------------------------
    "short-init": {
        "ja": "自分の市の作業フォルダーを作る",
        "en": "make a workspace of your own",
    },
    "help-init": {
        "ja": "新しい作業フォルダーを作ります。端末では市の規模などを順に尋ね（Enterで括弧内の値）、答えに合わせた台帳、被害想定3件、訓練1件を作ります。値はすべて仮のもので assumed と書かれ、どこから直すかがコメントで分かります。"
        "--from なら見本の市を写します。端末でなければ尋ねず、オプションがなければ筑西市の見本を写します。既にあるものは上書きしません。",
        "en": "Make a new workspace. In a terminal a few questions are asked (Enter takes what is in brackets), and an inventory, three scenarios and a drill are written to match. Every value is a guess and marked `assumed`; the comments say what to replace first. "
        "`--from` copies a sample city instead. Without a terminal nothing is asked, and without options the sample of Chikusei is copied. Nothing that exists is overwritten.",
    },
    "example-init": {
        "ja": "  bcp init my-city\n  bcp init my-city --yes --size town --name 筑波町 --no-generator\n  bcp init chikusei --from chikusei",
        "en": "  bcp init my-city\n  bcp init my-city --yes --size town --name Tsukuba --no-generator\n  bcp init chikusei --from chikusei",
    },
    "option-init-size": {
        "ja": "規模: town（1万5千人）、city（5万人）、large（20万人）",
        "en": "about 15,000, 50,000 or 200,000 people",
    },
    "option-init-name": {"ja": "市町村の名", "en": "the name of the city"},
    "option-init-staff": {"ja": "情報部門の人数", "en": "people in the ICT office"},
    "option-init-core": {
        "ja": "基幹業務システムの場所: own（庁内のサーバ室）、cloud（ガバメントクラウド）",
        "en": "where the core systems run: in your own server room, or the government cloud",
    },
    "option-init-generator": {
        "ja": "非常用発電機があるか",
        "en": "whether there is an emergency generator",
    },
    "option-init-fuel": {"ja": "燃料が続く時間", "en": "how long its fuel lasts"},
    "option-init-core-vendor": {
        "ja": "基幹業務システムの保守事業者",
        "en": "who maintains the core systems",
    },
    "option-init-infra-vendor": {
        "ja": "サーバ・ストレージの保守事業者",
        "en": "who maintains servers and storage",
    },
    "option-init-network-vendor": {
        "ja": "ネットワークの保守事業者",
        "en": "who maintains the network",
    },
    "option-init-yes": {
        "ja": "尋ねずに、指定しないものは普通の値にする",
        "en": "ask nothing: what is not given is as usual",
    },
    "init-my-city": {"ja": "わたしの市", "en": "My City"},
    "init-asks": {
        "ja": "{target} を作ります。Enterだけなら括弧内の値になります。値は後からファイルで直せます。",
        "en": "Making {target}. Enter alone takes what is in brackets; all of it can be changed in the files later.",
    },
    "ask-size": {"ja": "どこから始めますか", "en": "Where to start from"},
    "ask-size-town": {"ja": "人口1万5千人ほどの町村", "en": "a town of about 15,000"},
    "ask-size-city": {"ja": "人口5万人ほどの市", "en": "a city of about 50,000"},
    "ask-size-large": {"ja": "人口20万人ほどの市", "en": "a city of about 200,000"},
    "ask-size-other": {"ja": "見本の市 {name} を写す", "en": "a copy of the sample city {name}"},
    "ask-name": {"ja": "市町村の名", "en": "Name of the city"},
    "ask-staff": {"ja": "情報部門の人数", "en": "People in the ICT office"},
    "ask-staff-again": {
        "ja": "「{value}」は人数ではありません。1から10000までの数字で答えてください。",
        "en": "`{value}` is no number of people; give one from 1 to 10000.",
    },
    "ask-core": {"ja": "基幹業務システムはどこで動きますか", "en": "Where the core systems run"},
    "ask-core-own": {"ja": "庁内のサーバ室", "en": "in our own server room"},
    "ask-core-cloud": {"ja": "ガバメントクラウド", "en": "in the government cloud"},
    "ask-generator": {"ja": "非常用発電機がありますか", "en": "Is there an emergency generator"},
    "ask-generator-yes": {"ja": "ある", "en": "yes"},
    "ask-generator-no": {"ja": "ない", "en": "no"},
    "ask-fuel": {
        "ja": "燃料が続く時間（24h、3d など）",
        "en": "How long its fuel lasts (24h, 3d …)",
    },
    "ask-fuel-again": {
        "ja": "「{value}」は時間の長さではありません。24h や 3d のように答えてください。",
        "en": "`{value}` is no length of time; write 24h or 3d.",
    },
    "ask-core-vendor": {
        "ja": "基幹業務システムの保守事業者（分からなければEnter）",
        "en": "Core system vendor (Enter: not known yet)",
    },
    "ask-infra-vendor": {
        "ja": "サーバ・ストレージの保守事業者（分からなければEnter）",
        "en": "Server and storage vendor (Enter: not known yet)",
    },
    "ask-network-vendor": {
        "ja": "ネットワークの保守事業者（分からなければEnter）",
        "en": "Network vendor (Enter: not known yet)",
    },
    "ask-again": {
        "ja": "1から{most}までの番号で答えてください。",
        "en": "Give a number from 1 to {most}.",
    },
    "init-bad-fuel": {
        "ja": "「--fuel」に「{value}」は指定できません。24h や 3d のように書いてください。",
        "en": "`--fuel` cannot be `{value}`; write 24h or 3d",
    },
    "init-either": {
        "ja": "「--from」は見本をそのまま写すので、{names} と一緒には使えません。",
        "en": "`--from` copies a sample as it is; it cannot be joined with {names}",
    },
    "init-replace": {
        "ja": "この順に、仮の値（assumed）を実際の値に直します",
        "en": "Replace what is assumed, in this order",
    },
    # --- bcp new -----------------------------------------------------------------------------
    "short-new": {
        "ja": "構成要素、業務などのひな形を台帳に足す",
        "en": "add a stub of a component, function, team …",
    },
    "help-new": {
        "ja": "構成要素、業務、班、手順、対策のひな形を、同じ種類の項目が最も多いファイルに足します。被害想定は新しいファイルになります。書き足す所はコメントで分かり、足した後も台帳に誤りはありません。IDが既にあれば何もしません。",
        "en": "Add a stub of a component, function, team, procedure or measure to the file where most of its kind are; a scenario gets a file of its own. Comments say what to fill in, and the inventory is free of faults afterwards. An id that exists is refused.",
    },
    "example-new": {
        "ja": "  bcp new component dns-1 --name DNSサーバ --kind server --requires rack-power\n  bcp new function library --name 図書館 --dry-run\n  bcp new scenario snow --kind snow",
        "en": "  bcp new component dns-1 --name 'DNS server' --kind server --requires rack-power\n  bcp new function library --name Library --dry-run\n  bcp new scenario snow --kind snow",
    },
    "argument-new-sort": {
        "ja": "何を足すか: 構成要素、業務、班、手順、被害想定、対策",
        "en": "what to add",
    },
    "argument-new-id": {"ja": "新しいID（英小文字、数字、ハイフン）", "en": "its id"},
    "option-stub-name": {"ja": "呼び名", "en": "as people call it"},
    "option-stub-kind": {
        "ja": "構成要素の種別、又は被害想定の種類",
        "en": "the kind of the component or scenario",
    },
    "option-stub-requires": {
        "ja": "必要とするもののID（対策では弱点となっているもの）。カンマで区切る",
        "en": "ids of what it needs (of a measure: what is weak), separated by commas",
    },
    "option-stub-file": {
        "ja": "足すファイル。なければ作る",
        "en": "the file to add it to, made if it is not there",
    },
    "stub-not-for": {
        "ja": "「{name}」は {sort} には使えません。使えるもの: {known}",
        "en": "`{name}` is not for a {sort}; it is for {known}",
    },
    "stub-outside": {
        "ja": "{file} は {folder} の中にありません。",
        "en": "{file} is not inside {folder}",
    },
    "stub-exists": {
        "ja": "{file} は既にあります。別のIDか --file を指定してください。",
        "en": "{file} exists; give another id, or --file",
    },
    "stub-no-place": {
        "ja": "ここは作業フォルダーではないので、被害想定を置く所がありません。bcp init で作れます。",
        "en": "a scenario has its place in a workspace, and this is none; `bcp init` makes one",
    },
    "stub-done": {
        "ja": "{id} を {file} に足しました。台帳に誤りはありません。",
        "en": "Added {id} to {file}; the inventory is free of faults.",
    },
    "stub-would": {
        "ja": "{id} を {file} に足すことになります（--dry-run なので何も書いていません）。",
        "en": "Would add {id} to {file} (--dry-run: nothing was written).",
    },
    "next-stub": {
        "ja": "次に: コメントに従って書き足し、bcp show {id} で確かめます。",
        "en": "Next: fill in what the comments say, then `bcp show {id}`.",
    },
    "next-measure": {
        "ja": "次に: changes に何が変わるかを書き、bcp measures で効果を確かめます。",
        "en": "Next: write under `changes` what it changes, then see `bcp measures`.",
    },
    "next-scenario": {
        "ja": "次に: 起きることを書き足し、bcp simulate {id} で確かめます。",
        "en": "Next: write what happens, then `bcp simulate {id}`.",
    },
    # --- bcp fmt -----------------------------------------------------------------------------
    "short-fmt": {
        "ja": "ファイルを決まった形に整える（コメントは残す）",
        "en": "put the files into their usual form, comments kept",
    },
    "help-fmt": {
        "ja": "台帳、被害想定、訓練のファイルを決まった形に整えます。項目のキーを決まった順に並べ、字下げ、括弧、引用符をそろえ、コメントと空行は残します。意味が変わらないことを読み直して確かめ、変わるなら書きません。"
        "指定しなければ作業フォルダーの全てのファイルが対象です（訓練の記録を除く）。",
        "en": "Put the files of inventories, scenarios and drills into their usual form: keys in the usual order, indentation, brackets and quotes alike; comments and blank lines stay. What comes out is read again, and nothing is written unless it means the same. "
        "Without files: all of the workspace (records of drills aside).",
    },
    "example-fmt": {
        "ja": "  bcp fmt\n  bcp fmt --check\n  bcp fmt inventory/my-city/teams.yaml",
        "en": "  bcp fmt\n  bcp fmt --check\n  bcp fmt inventory/my-city/teams.yaml",
    },
    "argument-fmt-files": {
        "ja": "ファイル又はフォルダー。省略すれば作業フォルダーの全て",
        "en": "files or folders; left out: all of the workspace",
    },
    "option-fmt-check": {
        "ja": "書かずに、整っていないファイルを挙げる（あれば終了コード1）",
        "en": "write nothing; name what is not in its usual form (exit status 1)",
    },
    "fmt-missing": {"ja": "{file} がありません。", "en": "{file} is not there"},
    "fmt-no-files": {
        "ja": "ここは作業フォルダーではありません。整えるファイルを指定してください。",
        "en": "this is no workspace; name the files",
    },
    "fmt-done": {
        "ja": "{files}ファイルのうち{changed}ファイルを整えました。",
        "en": "Files looked at: {files}; put into their usual form: {changed}.",
    },
    "fmt-would": {
        "ja": "{files}ファイルのうち{changed}ファイルが整っていません。bcp fmt で整えます。",
        "en": "Files looked at: {files}; not in their usual form: {changed}. `bcp fmt` mends that.",
    },
    "fmt-nothing": {
        "ja": "{files}ファイルは全て整っています。",
        "en": "Files looked at: {files}; all are in their usual form.",
    },
    # --- bcp rename --------------------------------------------------------------------------
    "short-rename": {
        "ja": "IDを、それを参照する全ての箇所とともに変える",
        "en": "change an id, and every place that names it",
    },
    "help-rename": {
        "ja": "構成要素、業務、班、手順、人、役割、契約、対策、被害想定、訓練、組織のIDを、台帳、被害想定、訓練、受容した指摘の中でそれを参照する全ての箇所とともに変えます。コメントと書き方は残ります。文章の中の言葉は変えません。書く前に全体を読み直し、誤りが生じるなら何も書きません。",
        "en": "Change the id of a component, function, team, procedure, person, role, contract, measure, scenario, drill or organisation, and every place that names it: inventory, scenarios, drills, accepted findings. Comments and layout stay; words in sentences are left alone. All of it is read again first, and nothing is written if a fault would come of it.",
    },
    "example-rename": {
        "ja": "  bcp rename rack-power rack-power-a --dry-run\n  bcp rename ict ict-division --kind team",
        "en": "  bcp rename rack-power rack-power-a --dry-run\n  bcp rename ict ict-division --kind team",
    },
    "argument-rename-old": {"ja": "今のID", "en": "the id as it is"},
    "argument-rename-new": {"ja": "新しいID", "en": "the id as it is to be"},
    "option-rename-kind": {
        "ja": "同じIDのものが複数あるとき、どれか（component、team、role など）",
        "en": "which is meant, where several things share the id (component, team, role …)",
    },
    "rename-no-id": {
        "ja": "「{name}」はIDになりません。英小文字、数字、ハイフンだけを使い、own 以外にしてください。",
        "en": "`{name}` is no id: use small letters, digits and hyphens, and not `own`",
    },
    "rename-taken": {
        "ja": "「{name}」というIDは既にあります。",
        "en": "there is something with the id `{name}` already",
    },
    "rename-unknown": {
        "ja": "「{name}」というIDのものはありません。",
        "en": "nothing has the id `{name}`",
    },
    "rename-not-of-kind": {
        "ja": "「{name}」は {kind} ではありません。あるもの: {known}",
        "en": "`{name}` is no {kind}; it is: {known}",
    },
    "rename-several": {
        "ja": "「{name}」というIDのものが複数あります（{known}）。--kind でどれかを指定してください。",
        "en": "several things have the id `{name}` ({known}); say which with --kind",
    },
    "rename-done": {
        "ja": "{old} を {new} に変えました（{files}ファイル、{lines}行）。全体を読み直し、誤りがないことを確かめました。",
        "en": "Changed {old} to {new}: {lines} lines in {files} files. All of it was read again and is free of faults.",
    },
    "rename-would": {
        "ja": "{old} を {new} に変えると{files}ファイルの{lines}行が変わります（--dry-run なので何も書いていません）。",
        "en": "Changing {old} to {new} would touch {lines} lines in {files} files (--dry-run: nothing was written).",
    },
    "rename-file": {
        "ja": "ファイル名 {file} はそのままです。必要なら自分で変えてください。",
        "en": "The file is still called {file}; move it yourself if you like.",
    },
}
