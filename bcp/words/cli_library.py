"""Scenarios for any inventory: finding them, setting their parameters, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.words import Lang

WORDS: dict[str, Mapping[Lang, str]] = {
    # --- options -----------------------------------------------------------------------------
    "argument-list-words": {
        "ja": "scenarios のとき、この言葉をすべて含む想定だけを示す（日本語・英語）",
        "en": "with scenarios: only those that hold all of these words, in either language",
    },
    "option-kind": {
        "ja": "scenarios のとき、この種類（flood など）だけを示す",
        "en": "with scenarios: only those of this kind (flood …)",
    },
    "option-fits": {
        "ja": "scenarios のとき、台帳に当てはまるか、足りないタグは何かを示す",
        "en": "with scenarios: whether each fits the inventory, and which tags it lacks",
    },
    "option-set": {
        "ja": "被害想定の変数の値を変える（power=7d など）。複数回の指定ができる",
        "en": "play with another value of a parameter (power=7d); can be repeated",
    },
    "metavar-set": {"ja": "名前=値", "en": "NAME=VALUE"},
    "bad-set": {
        "ja": "--set の「{value}」は「名前=値」の形ではありません（例: --set power=7d）。",
        "en": "`{value}` of --set is not NAME=VALUE, such as --set power=7d",
    },
    "set-twice": {
        "ja": "--set で {name} が2回指定されています。",
        "en": "--set gives {name} twice",
    },
    "list-only-scenarios": {
        "ja": "言葉と --kind、--fits は「bcp list scenarios」でだけ使えます。",
        "en": "words, --kind and --fits go with `bcp list scenarios` only",
    },
    "example-list": {
        "ja": "  bcp list scenarios\n  bcp list scenarios 停電 燃料\n  bcp list scenarios --kind flood --fits\n  bcp list scenarios quake",
        "en": "  bcp list scenarios\n  bcp list scenarios blackout fuel\n  bcp list scenarios --kind flood --fits\n  bcp list scenarios quake",
    },
    # --- the list ----------------------------------------------------------------------------
    "library": {
        "ja": "どの台帳でも使える被害想定（{number}件）",
        "en": "Scenarios for any inventory ({number})",
    },
    "library-hint": {
        "ja": "ほかに、どの台帳でも使える被害想定が{number}件ある: bcp list scenarios",
        "en": "There are {number} scenarios for any inventory besides: bcp list scenarios",
    },
    "library-none": {"ja": "当てはまる被害想定はない。", "en": "No scenario matches."},
    "library-next": {
        "ja": "内容を見る: bcp list scenarios ID　動かす: bcp simulate ID",
        "en": "To read one: bcp list scenarios ID   To play it: bcp simulate ID",
    },
    "col-inventory": {"ja": "台帳", "en": "Inventory"},
    "col-kind": {"ja": "種類", "en": "Kind"},
    "col-fits": {"ja": "適合", "en": "Fits"},
    "col-lacking": {"ja": "台帳にないタグなど", "en": "Lacking"},
    "fits-whole": {"ja": "全部", "en": "yes"},
    "fits-partly": {"ja": "一部", "en": "partly"},
    "fits-not": {"ja": "不可", "en": "no"},
    "outline-fit": {"ja": "{fits}（台帳にない: {what}）", "en": "{fits}; lacking {what}"},
    "fits-lead": {
        "ja": "台帳「{inventory}」への適合。「一部」は、当たるもののない出来事を省いて動かす。",
        "en": "How they fit the inventory “{inventory}”; of those that fit partly, what matches "
        "nothing is left out.",
    },
    "fits-other": {
        "ja": "タグ以外で当たるものがない（{number}件）",
        "en": "nothing matches ({number})",
    },
    "fits-unreadable": {"ja": "誤り: {fault}", "en": "fault: {fault}"},
    # --- one scenario ------------------------------------------------------------------------
    "outline-facts": {
        "ja": "種類 {kind} / 目標 {severity} / 出来事 {number}件",
        "en": "kind {kind} · targets {severity} · events {number}",
    },
    "outline-starts": {"ja": "発生 {starts}", "en": "starts {starts}"},
    "outline-likelihood": {
        "ja": "頻度（仮定） 年{number}回",
        "en": "likelihood (assumed) {number} a year",
    },
    "outline-severity-normal": {"ja": "平常時", "en": "normal"},
    "outline-severity-disaster": {"ja": "大規模災害時", "en": "disaster"},
    "outline-parameters": {
        "ja": "変数（--set で変えられる）",
        "en": "Parameters (--set changes them)",
    },
    "outline-source": {"ja": "出典: {text}", "en": "Source: {text}"},
    "outline-assumed": {"ja": "仮定: {text}", "en": "Assumed: {text}"},
    "outline-file": {"ja": "ファイル: {file}", "en": "File: {file}"},
    "outline-try": {"ja": "動かす: {command}", "en": "To play it: {command}"},
    # --- beside results ----------------------------------------------------------------------
    "conditions": {"ja": "変数: {parameters}", "en": "Parameters: {parameters}"},
    "condition": {"ja": "{name}（{id}）={value}", "en": "{name} ({id}) = {value}"},
    "condition-set": {
        "ja": "{name}（{id}）={value}［既定 {default}］",
        "en": "{name} ({id}) = {value} [default {default}]",
    },
    "played-conditions": {"ja": "{scenario}: {conditions}", "en": "{scenario}: {conditions}"},
    "conditions-of": {"ja": "{scenario} の{conditions}", "en": "{scenario}: {conditions}"},
    "skipped": {
        "ja": "{scenario}: 台帳に当たるもののない出来事を{number}件省いた（{what}）。",
        "en": "{scenario}: {number} events left out, as the inventory has nothing for them ({what})",
    },
    "left-out": {
        "ja": "台帳に当たるもののない出来事を{number}件省いた（{what}）",
        "en": "{number} events left out, as the inventory has nothing for them ({what})",
    },
    "left-out-one": {
        "ja": "台帳に当たるもののない出来事を1件省いた（{what}）",
        "en": "1 event left out, as the inventory has nothing for it ({what})",
    },
    "left-out-event": {"ja": "{number}番目の出来事", "en": "event {number}"},
    "skipped-tag": {"ja": "タグ {tag}", "en": "tag {tag}"},
    "skipped-line": {"ja": "{line}行目", "en": "line {line}"},
}

KINDS: Mapping[str, str] = {
    "blackout": "停電",
    "cloud": "クラウド",
    "compound": "複合災害",
    "cyber": "サイバー",
    "earthquake": "地震",
    "facility": "設備故障",
    "failure": "機器故障 障害",
    "fire": "火災",
    "flood": "水害 浸水",
    "human": "人為 要員",
    "network": "通信障害",
    "pandemic": "感染症",
    "ransomware": "ランサムウェア",
    "snow": "大雪",
    "storage": "ストレージ 障害",
    "storm": "風水害 台風",
    "tsunami": "津波",
    "volcano": "火山 噴火",
}
"""By which Japanese words scenarios of a kind are found as well."""

FAULTS: dict[str, dict[Lang, str]] = {
    "unknown-scenario-kind": {
        "ja": "「{name}」という種類の被害想定はありません。あるもの: {known}",
        "en": "no scenario is of the kind `{name}`; there are {known}",
    },
    "set-without-scenario": {
        "ja": "--set は、被害想定を名指ししたときだけ使えます。",
        "en": "--set needs a scenario that is named",
    },
    "set-with-since": {
        "ja": "--set と --since は同時に使えません。前の状態とは、ファイルにある値で比べます。",
        "en": "--set does not go with --since: what was before is compared by the values of the files",
    },
    "parameter-twice": {
        "ja": "変数「{name}」が2回定義されています。",
        "en": "the parameter `{name}` is defined twice",
    },
    "parameter-unused": {
        "ja": "変数「{name}」はどこにも使われていません。値の所に ${name} と書くか、この変数を消してください。",
        "en": "nothing uses the parameter `{name}`; write ${name} where its value belongs, or take it out",
    },
    "parameter-unknown": {
        "ja": "「${name}」という変数はありません。parameters に定義してください（あるもの: {known}）。文字としての $ は $$ と書きます。",
        "en": "there is no parameter `${name}`; define it under parameters (there are {known}), or write $$ for a dollar sign",
    },
    "parameter-not-there": {
        "ja": "--set で指定された変数「{name}」はこの被害想定にありません。あるもの: {known}",
        "en": "this scenario has no parameter `{name}`, which --set names; there are {known}",
    },
    "parameter-not-there-near": {
        "ja": "--set で指定された変数「{name}」はこの被害想定にありません。「{nearest}」ではありませんか。あるもの: {known}",
        "en": "this scenario has no parameter `{name}`, which --set names; did you mean `{nearest}`? There are {known}",
    },
    "parameter-none": {
        "ja": "--set で「{name}」が指定されていますが、この被害想定に変数はありません。",
        "en": "--set names `{name}`, but this scenario has no parameters",
    },
    "parameter-here": {
        "ja": "この値は変数「{name}」の値 {value}（既定は {default}）です。--set の値か、parameters の default を直してください。変数: {known}",
        "en": "this is the value {value} of the parameter `{name}` (default {default}); mend what --set gives, or the default. Parameters: {known}",
    },
    "within-twice": {
        "ja": "within と within_tag は、どちらか一つだけを書いてください。",
        "en": "write within or within_tag, not both",
    },
    "staff-one-team": {
        "ja": "staff には team と teams のどちらか一つを書いてください（team は ID、teams は own・vendors・all・busiest）。",
        "en": "staff takes exactly one of team (an id) and teams (own, vendors, all, busiest)",
    },
    "no-such-teams": {
        "ja": "teams: {value} に当たる要員が台帳に一つもありません。",
        "en": "the inventory has no team that `teams: {value}` means",
    },
    "scenario-nothing-left": {
        "ja": "この台帳には、この被害想定の当たるものが一つもありません。構成要素にタグ（{tags}）を付けてください。タグの一覧は docs/ja/scenario-library.md にあります。",
        "en": "nothing in this inventory is struck by this scenario; give components the tags it asks for ({tags}); docs/scenario-library.md lists them",
    },
}
