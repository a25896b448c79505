"""The command `bcp measures`: its help, and what it says."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.words import Lang

WORDS: dict[str, Mapping[Lang, str]] = {
    "short-measures": {
        "ja": "費用に見合う対策の順と、予算内の最良の組合せを示す",
        "en": "which measures are worth their money, alone and together",
    },
    "help-measures": {
        "ja": "台帳に書かれた対策を、費用（初期費用と数年分の運用費）当たりに減らせる損失の大きい順に示します。"
        "どの対策も、あるときとないときの全ての被害想定を同じ乱数で計算して比べ、平均の95%信頼区間を付けます。"
        "どの業務が目標に間に合うようになり、どの業務が間に合わなくなるかも示します。\n\n"
        "--budget を付けると、その額で買える最良の組合せを探します。対策の効果は足し算にならないので、"
        "組合せごとに計算します。--runs 0 では乱数を使わず、通常のシミュレーションを1回ずつ行います。",
        "en": "Rank the measures of the inventory by the loss that each avoids for its cost (once, and "
        "some years of running it). Every scenario is played with and without each measure on the same "
        "random numbers, and the mean comes with its 95 % confidence interval. You also see which "
        "functions meet their targets because of it, and which no longer do.\n\nWith --budget, the best "
        "package that the money buys is found. Effects of measures do not add up, so packages are "
        "simulated too. With --runs 0 nothing is drawn: each is one plain simulation.",
    },
    "example-measures": {
        "ja": "  bcp measures\n  bcp measures --budget 2000万円\n"
        "  bcp measures --runs 0 --scenario quake-holiday-night --all\n"
        "  bcp measures --given planned --budget 5000000 --years 10",
        "en": "  bcp measures\n  bcp measures --budget 20M\n"
        "  bcp measures --runs 0 --scenario quake-holiday-night --all\n"
        "  bcp measures --given planned --budget 5000000 --years 10",
    },
    "option-measures-scenario": {
        "ja": "用いる被害想定。複数回の指定ができる。既定は全て",
        "en": "scenario to judge by, may be repeated; default: all of them",
    },
    "option-measures-runs": {
        "ja": "被害想定ごとに抽選する回数（30以上）。0なら抽選せず、通常のシミュレーションで比べる。既定は500",
        "en": "runs to draw of each scenario (30 or more); 0: draw nothing, compare plain simulations; "
        "default 500",
    },
    "option-measures-seed": {
        "ja": "乱数の種。同じ種なら同じ結果になる。既定は1",
        "en": "seed of the random numbers: the same seed, the same figures; default 1",
    },
    "option-measures-budget": {
        "ja": "予算。例: 20000000、2000万円、1.5億。年数分の運用費を含む",
        "en": "what can be spent, running costs of the years included; e.g. 20000000 or 20M",
    },
    "option-measures-years": {
        "ja": "費用と損失を数える年数。既定は5",
        "en": "years over which costs and losses are counted; default 5",
    },
    "option-measures-given": {
        "ja": "既に行うと決めた対策。これらがある状態から比べる。+ でつなぐか、planned（計画中・実施中）",
        "en": "measures that are settled: everything is judged on top of them; joined with +, or "
        "`planned`",
    },
    "progress-packages": {"ja": "組合せを計算中", "en": "playing the packages"},
    "bad-money": {
        "ja": "{name} の「{value}」は金額として読めません。例: 20000000、2000万円、1.5億",
        "en": "{name}: `{value}` is no sum of money; write e.g. 20000000 or 20M",
    },
    "measures-few-runs": {
        "ja": "--runs {number} では平均の信頼区間を出せません。0（抽選しない）か{least}以上にしてください。",
        "en": "--runs {number} is too few for an interval; give 0 (draw nothing) or {least} and more",
    },
    "measures-no-draws": {
        "ja": "--strategy {strategy} は抽選のたびに探索するわけにいかないので、--runs 0 と組み合わせてください。",
        "en": "--strategy {strategy} would have to search anew in every run; use it with --runs 0",
    },
    # --- the head ----------------------------------------------------------------------------
    "measures-title": {
        "ja": "対策の費用と効果 — {organisation}",
        "en": "Measures: cost and effect — {organisation}",
    },
    "measures-expected": {
        "ja": "{number}件の被害想定をそれぞれの頻度で重み付けした、{years}年間の損失の期待値で比べます。"
        "今のままの損失は{loss}（重み付き時間）です。",
        "en": "Judged by the expected loss of {years} years (scenarios: {number}, weighted by their "
        "likelihood). As things are, that is {loss} weighted hours.",
    },
    "measures-once": {
        "ja": "{number}件の被害想定が1回ずつ起きたときの損失で比べます（頻度の書かれていない被害想定があるので、"
        "重み付けしません）。今のままの損失は{loss}（重み付き時間）です。",
        "en": "Judged by the loss if every scenario happens once (scenarios: {number}; not weighted, as "
        "not every one has a likelihood). As things are, that is {loss} weighted hours.",
    },
    "measures-drawn": {
        "ja": "±は95%信頼区間です。被害・所要時間・参集を{runs}回ずつ抽選し（種{seed}）、対策のあるときとないときを"
        "同じ乱数で比べました。区間が表すのは計算の精度で、頻度や費用の見積りの確かさではありません。",
        "en": "± is the 95 % confidence interval: damage, durations and people on hand were drawn "
        "{runs} times (seed {seed}), with and without the measure on the same numbers. It tells how "
        "exact the computing is, not how sure likelihoods and costs are.",
    },
    "measures-plain": {
        "ja": "抽選はせず、通常のシミュレーション（所要時間は平均、50%以上の被害は必ず起きる）を1回ずつ比べました。",
        "en": "Nothing was drawn: plain simulations are compared (mean durations; damage with a "
        "share of one half or more hits).",
    },
    "measures-given": {
        "ja": "次の対策は行うものとして、その上で比べます: {names}",
        "en": "Taken as settled, everything on top of them: {names}",
    },
    "measures-empty": {
        "ja": "効果を計算できる対策が台帳にありません。measures に対策を書き、changes に何が変わるかを書いてください。",
        "en": "The inventory holds no measure whose effect can be worked out. List them under "
        "`measures`, and under `changes` what they change.",
    },
    # --- the table ---------------------------------------------------------------------------
    "measures-col-name": {"ja": "対策", "en": "Measure"},
    "measures-col-cost": {"ja": "費用（{years}年）", "en": "Cost ({years} y)"},
    "measures-col-avoided": {"ja": "減る損失", "en": "Loss avoided"},
    "measures-col-share": {"ja": "割合", "en": "share"},
    "measures-col-per": {"ja": "100万円あたり", "en": "Per ¥1M"},
    "measures-state": {"ja": "{status}", "en": "{status}"},
    "measures-state-lead": {
        "ja": "{status}、決定から{lead}で働く",
        "en": "{status}, works {lead} after the decision",
    },
    "measures-months": {"ja": "{number}か月", "en": "{number} months"},
    "measures-data-only": {
        "ja": "止まる時間の損失には表れないが、失うデータが減る",
        "en": "stops nothing for a shorter time, but saves data",
    },
    "measures-same-worth": {
        "ja": "次の順位との差は、抽選の誤差の範囲内",
        "en": "no clear lead over the next one",
    },
    "measures-nothing": {
        "ja": "どの被害想定でも、止まる時間も目標の達否も変わらない",
        "en": "changes no downtime and no target met in any scenario",
    },
    "measures-worse": {
        "ja": "損失が増える（加わったものも止まるため（bcp compare で確かめられる）か、要員の取り合いの順番が変わるため"
        "（--strategy optimal で確かめられる））",
        "en": "more is lost with it (what it adds stops too: see bcp compare; or crews are taken in "
        "another order: see --strategy optimal)",
    },
    "measures-unsure": {
        "ja": "減るとは言い切れない（区間が0を含む）",
        "en": "may not help at all (the interval holds 0)",
    },
    "measures-gained-rto": {"ja": "RTOに間に合うようになる業務", "en": "Meet their RTO by it"},
    "measures-gained-mtpd": {"ja": "MTPDを超えなくなる業務", "en": "Stay within their MTPD by it"},
    "measures-gained-rpo": {"ja": "RPOを守れるようになる業務", "en": "Meet their RPO by it"},
    "measures-gained-data": {
        "ja": "データを全て失うことのなくなる業務",
        "en": "No longer lose all their data",
    },
    "measures-spoilt-data": {
        "ja": "逆にデータを全て失う業務",
        "en": "Lose all their data because of it",
    },
    "measures-spoilt-rto": {
        "ja": "逆にRTOに間に合わなくなる業務",
        "en": "Miss their RTO because of it",
    },
    "measures-spoilt-mtpd": {
        "ja": "逆にMTPDを超える業務",
        "en": "Go beyond their MTPD because of it",
    },
    "measures-spoilt-rpo": {
        "ja": "逆にRPOを守れなくなる業務",
        "en": "Miss their RPO because of it",
    },
    "measures-functions": {
        "ja": "{label}: {functions}（{scenarios}）",
        "en": "{label}: {functions} ({scenarios})",
    },
    "measures-many": {"ja": "{names} ほか{number}業務", "en": "{names} and {number} more"},
    "measures-scenarios": {"ja": "{number}件の被害想定で", "en": "in {number} scenarios"},
    "measures-scenario": {"ja": "{name}で", "en": "in {name}"},
    "measures-aside": {
        "ja": "費用の書かれていない対策（順位の外）",
        "en": "Measures without a cost (not ranked)",
    },
    "measures-unjudged": {
        "ja": "何が変わるか（changes）が書かれていないので計算できない対策: {names}",
        "en": "Not judged, as they do not say what they change (`changes`): {names}",
    },
    "measures-over": {
        "ja": "完了又は取りやめの対策{number}件は含みません。",
        "en": "Done or dropped, left out: {number}.",
    },
    "measures-changes": {
        "ja": "ほかの目的で計画されている変更（順位の外）",
        "en": "Changes planned for other ends (not ranked)",
    },
    "measures-changes-why": {
        "ja": "止まらない、早く戻すための対策ではないので（purpose: change）、順位にも組合せにも入れません。"
        "復旧への影響は bcp compare で確かめられます。",
        "en": "They are no measures against outages (`purpose: change`), so they stand in no ranking "
        "and no package. bcp compare shows what they do to recovery.",
    },
    "measures-alone": {
        "ja": "どの対策も、それだけを行ったときの効果です。組み合わせると足し算にはなりません。",
        "en": "Each is judged alone; effects of several do not add up.",
    },
    # --- the package -------------------------------------------------------------------------
    "package-title": {
        "ja": "予算 {budget} で買える最良の組合せ",
        "en": "The best package for {budget}",
    },
    "package-none": {
        "ja": "この予算で損失を減らせる組合せはありません。",
        "en": "No package within this budget lowers the loss.",
    },
    "package-item": {"ja": "{name}　{cost}", "en": "{name}  {cost}"},
    "package-sum": {
        "ja": "費用 {cost}（残り {left}）。減る損失 {avoided}（今の{share}）。",
        "en": "Costs {cost} ({left} left). Avoids {avoided} weighted hours, {share} of the loss.",
    },
    "package-lead": {
        "ja": "全てが働くまで、決定から{lead}。",
        "en": "All of it works {lead} after the decision.",
    },
    "package-add": {
        "ja": "一つずつの効果を足すと{sum}になりますが、組み合わせると{avoided}です。",
        "en": "The effects of each alone add up to {sum}; together they avoid {avoided}.",
    },
    "package-proven": {
        "ja": "これより損失の少ない組合せが予算内にないことは、確かめてあります"
        "（{packages}通りを、{tried}回の計算で尽くした）。",
        "en": "No package within the budget loses less: all {packages} were weighed, by {tried} "
        "simulations.",
    },
    "package-proven-drawn": {
        "ja": "選ぶのに用いた抽選では、これより損失の少ない組合せは予算内にありません（{packages}通りを尽くした）。"
        "上の数字は、選ぶのに用いなかった別の抽選によるものです。",
        "en": "On the runs by which it was chosen no package within the budget loses less: all "
        "{packages} were weighed. The figures above are of other runs.",
    },
    "package-gap": {
        "ja": "対策が多いため、これが最良であるという証明はありません。予算内でどう選んでも、減らせる損失は"
        "{most}を超えません（この組合せは{avoided}）。",
        "en": "With so many measures there is no proof that this is the best. Whatever is chosen, no "
        "more than {most} can be avoided (this package: {avoided}).",
    },
    "ladder-title": {
        "ja": "予算と、その額で減らせる損失（それぞれ最良の組合せ）",
        "en": "What each sum of money buys at best",
    },
    "ladder-col-cost": {"ja": "費用（{years}年）", "en": "Cost ({years} y)"},
    "ladder-col-avoided": {"ja": "減る損失", "en": "Avoided"},
    "ladder-col-package": {
        "ja": "組合せ（上の表の番号）",
        "en": "Package (numbers of the table above)",
    },
    "ladder-shown": {
        "ja": "費用に対する伸びが大きい段階だけを示しています（全部で{number}段階、--all で全て表示）。",
        "en": "Only the steps that buy most for their cost are shown (all {number}: --all).",
    },
    "next-measures": {
        "ja": "次に: bcp measures --budget 金額 / bcp compare 対策 / bcp chart benefit",
        "en": "Next: bcp measures --budget SUM / bcp compare MEASURE / bcp chart benefit",
    },
    "next-measures-package": {
        "ja": "次に: bcp compare {package}",
        "en": "Next: bcp compare {package}",
    },
}
