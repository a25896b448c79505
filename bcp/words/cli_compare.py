"""The command `bcp compare`: its help, and what it says."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.words import Lang

WORDS: dict[str, Mapping[Lang, str]] = {
    "short-compare": {
        "ja": "対策・台帳・被害想定を並べて比べる",
        "en": "measures, inventories or scenarios side by side",
    },
    "help-compare": {
        "ja": "二つ以上のものを一つの表に並べ、何がどう変わるかを示します。並べられるのは、対策、台帳、"
        "又は被害想定です。\n\n対策は台帳に書かれたIDで指定し、同時に行うものは + でつなぎます。none は今のまま、"
        "planned は計画中・実施中の対策の全て、all は終わっていない対策の全てです（ほかの目的の変更"
        "（purpose: change）はどちらにも入らず、IDで指定します）。台帳はフォルダー又は名前で、"
        "被害想定はID又はファイルで指定します。対策又は台帳を一つだけ書けば、今の台帳と比べます。"
        "同じ名前のものが二つ以上あるときは、measure:、inventory:、scenario: を前に付けてください。\n\n"
        "最初に書いたもの（A）を基準に、損失、RTO・MTPD・RPOに間に合わない業務、停止時間の変わる業務、"
        "デッドロック、bcp check の指摘の増減を示します。",
        "en": "Put two or more things into one table and show what changes: measures, inventories, or "
        "scenarios.\n\nA measure is named by its id in the inventory; those taken together are joined "
        "with +. `none` is the inventory as it is, `planned` all measures planned or under way, `all` "
        "all that are open; a change planned for another end (`purpose: change`) is in neither, and is "
        "named by its id. An inventory is named by its folder or name, a scenario by its id or "
        "file. A measure or an inventory alone is compared with the inventory as it is. Where a name "
        "means several things, put measure:, inventory: or scenario: before it.\n\nAgainst the first "
        "(A) you see the loss, the functions that miss RTO, MTPD or RPO, the downtimes that change, "
        "the deadlocks, and what `bcp check` finds less or more.",
    },
    "example-compare": {
        "ja": "  bcp compare second-route\n"
        "  bcp compare none planned cooling-on-generator+fuel-for-72h\n"
        "  bcp compare inventory/chikusei ../案/inventory/chikusei\n"
        "  bcp compare quake-holiday-night quake-working-hours",
        "en": "  bcp compare second-route\n"
        "  bcp compare none planned cooling-on-generator+fuel-for-72h\n"
        "  bcp compare inventory/chikusei ../draft/inventory/chikusei\n"
        "  bcp compare quake-holiday-night quake-working-hours",
    },
    "argument-compare-names": {
        "ja": "対策（+ でつなぐ）、none、planned、all、台帳又は被害想定",
        "en": "measures (joined with +), none, planned, all; inventories; or scenarios",
    },
    "option-compare-scenario": {
        "ja": "比べるのに用いる被害想定。複数回の指定ができる。既定は全て",
        "en": "scenario to judge by, may be repeated; default: all of them",
    },
    # --- what cannot be compared -------------------------------------------------------------
    "compare-unknown": {
        "ja": "「{name}」という対策、台帳、被害想定はありません。あるもの: {known}",
        "en": "no measure, inventory or scenario is called `{name}`; there are {known}",
    },
    "compare-unknown-near": {
        "ja": "「{name}」という対策、台帳、被害想定はありません。「{nearest}」ではありませんか。"
        "あるもの: {known}",
        "en": "no measure, inventory or scenario is called `{name}`; did you mean `{nearest}`? There "
        "are {known}",
    },
    "compare-ambiguous": {
        "ja": "「{name}」に当てはまるものが二つ以上あります。次のどれかのように書いてください: {known}",
        "en": "`{name}` means several things here; write one of {known}",
    },
    "compare-mixed": {
        "ja": "被害想定「{scenario}」は、台帳や対策「{other}」とは並べられません。"
        "その被害想定のもとで比べるなら、bcp compare {other} --scenario {scenario} としてください。",
        "en": "the scenario `{scenario}` cannot stand beside the inventory or measure `{other}`; to "
        "judge by that scenario, ask for `bcp compare {other} --scenario {scenario}`",
    },
    "compare-one-scenario": {
        "ja": "比べる相手がありません。被害想定は二つ以上書いてください（「{name}」だけなら "
        "bcp simulate {name}）。",
        "en": "there is nothing to compare `{name}` with; name two scenarios (or use `bcp simulate "
        "{name}`)",
    },
    "compare-scenario-twice": {
        "ja": "被害想定どうしを比べるときは、--scenario は使えません。",
        "en": "--scenario has no meaning where scenarios themselves are compared",
    },
    "compare-no-scenarios": {
        "ja": "台帳 {folder} には、比べるのに用いる被害想定がありません。--scenario でファイルを指定してください。",
        "en": "the inventory {folder} has no scenarios to judge by; name a file with --scenario",
    },
    "compare-nothing-common": {
        "ja": "並べた台帳の全てで計算できる被害想定がありません。",
        "en": "no scenario fits every inventory that is to be compared",
    },
    "compare-left-out": {
        "ja": "「{side}」に合わない被害想定を省きました: {fault}",
        "en": "left out a scenario that does not fit `{side}`: {fault}",
    },
    "unknown-measure": {
        "ja": "「{name}」という対策はありません。あるもの: {known}",
        "en": "no such measure as `{name}`; there are {known}",
    },
    "unknown-measure-near": {
        "ja": "「{name}」という対策はありません。「{nearest}」ではありませんか。あるもの: {known}",
        "en": "no such measure as `{name}`; did you mean `{nearest}`? There are {known}",
    },
    "measure-changes-nothing": {
        "ja": "対策「{name}」には、台帳の何が変わるか（changes）が書かれていないので、計算できません。",
        "en": "the measure `{name}` does not say what it changes (`changes`), so nothing can be worked "
        "out",
    },
    # --- what is told ------------------------------------------------------------------------
    "compare-title": {
        "ja": "{organisation} — 並べて比べる",
        "en": "{organisation} — side by side",
    },
    "compare-title-scenarios": {
        "ja": "{organisation} — 被害想定を並べて比べる",
        "en": "{organisation} — scenarios side by side",
    },
    "compare-side-none": {"ja": "今の台帳のまま", "en": "the inventory as it is"},
    "compare-side-inventory": {"ja": "{name}の台帳", "en": "inventory of {name}"},
    "compare-cost": {
        "ja": "［{name}、{years}年で{cost}］",
        "en": " [{name}, {cost} over {years} years]",
    },
    "compare-named": {"ja": "［{name}］", "en": " [{name}]"},
    "compare-change": {"ja": "差", "en": "change"},
    "compare-loss": {
        "ja": "損失（重み付き時間）",
        "en": "Loss (weighted hours)",
    },
    "compare-expected": {"ja": "1年あたりの期待値", "en": "expected in a year"},
    "compare-rto": {"ja": "RTOに間に合わない業務", "en": "Functions that miss their RTO"},
    "compare-mtpd": {"ja": "MTPDを超える業務", "en": "Functions beyond their MTPD"},
    "compare-rpo": {
        "ja": "RPOを超えてデータを失う業務",
        "en": "Functions that lose more data than their RPO",
    },
    "compare-never": {
        "ja": "計算期間内に再開しない業務",
        "en": "Functions not back within the horizon",
    },
    "compare-deadlocks": {
        "ja": "互いを待って起動できない組",
        "en": "Deadlocks",
    },
    "compare-findings": {"ja": "bcp check の指摘", "en": "Findings of `bcp check`"},
    "compare-same": {
        "ja": "次の被害想定では何も変わりません: {names}",
        "en": "Nothing changes in: {names}",
    },
    "compare-all-same": {
        "ja": "{number}件の被害想定のどれでも、止まる業務も停止時間も変わりません。",
        "en": "Nothing changes in any of the scenarios ({number}): the same functions stop, as long.",
    },
    "compare-all-same-scenarios": {
        "ja": "どの被害想定でも、止まる業務と停止時間は同じです。",
        "en": "The scenarios stop the same functions, as long.",
    },
    "compare-functions": {
        "ja": "結果の変わる業務（損失の差が大きい順）",
        "en": "Functions that fare differently (largest difference of loss first)",
    },
    "compare-marks": {
        "ja": "– 止まらない、○ RTO達成、△ RTO未達、× MTPD超過又は未復旧",
        "en": "– does not stop, ○ RTO met, △ RTO missed, × beyond MTPD or not back",
    },
    "compare-not-there": {"ja": "（なし）", "en": "(none)"},
    "compare-one-sided": {
        "ja": "一方にしかない業務の損失も、上の損失に入っている: {names}",
        "en": "The losses above count functions that only one side has: {names}",
    },
    "compare-data-lost": {"ja": "データ{lost}分を失う", "en": "loses {lost} of data"},
    "compare-data-gone": {"ja": "データを全て失う", "en": "loses all its data"},
    "compare-fixed": {
        "ja": "{side}でなくなる指摘（{first}との比較、{number}件）",
        "en": "Findings gone in {side}, against {first} ({number})",
    },
    "compare-new": {
        "ja": "{side}で新たに生じる指摘（{first}との比較、{number}件）",
        "en": "New findings in {side}, against {first} ({number})",
    },
    "next-compare": {
        "ja": "次に: bcp measures（費用に見合う対策の順） / bcp simulate 被害想定",
        "en": "Next: bcp measures (what is worth its money) / bcp simulate SCENARIO",
    },
    "next-compare-scenarios": {
        "ja": "次に: bcp simulate 被害想定（なぜそうなるか） / bcp compare 対策（何で変わるか）",
        "en": "Next: bcp simulate SCENARIO (why) / bcp compare MEASURE (what would change it)",
    },
}
