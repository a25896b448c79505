"""The command `bcp risk`: its help, and what it says."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.words import Lang

WORDS: dict[str, Mapping[Lang, str]] = {
    # --- help --------------------------------------------------------------------------------
    "short-risk": {
        "ja": "目標に間に合う確率を、何千回もの試行で示す",
        "en": "the chance of meeting each target, from thousands of runs",
    },
    "help-risk": {
        "ja": "被害想定を何千回も計算し、各業務が目標復旧時間（RTO）と最大許容停止時間（MTPD）に間に合う確率、"
        "停止時間の幅、損失の幅とその原因を示します。1回ごとに、どの機器が壊れるか（share）、"
        "作業に何時間かかるか（low・likely・high）、職員がいつ集まるか（assembly）、"
        "事業者がどれだけ遅れるかを抽選し、復旧を初めから終わりまで計算します。\n\n"
        "被害想定を指定しなければ、発生頻度（likelihood）のあるもの全てについて計算し、"
        "1年当たりに見込まれる損失も示します。同じ種（--seed）なら、どの機械でも何台で計算しても同じ結果です。"
        "途中で止める（Ctrl-C）と、そこまでの結果を示します。",
        "en": "Play a scenario thousands of times: the chance that each function meets its RTO and "
        "MTPD, how long it may be down, how large the loss may be, and what that depends on. Each "
        "run draws what is hit (share), how long tasks take (low, likely, high), when people come "
        "in (assembly) and how late vendors are, and plays the whole recovery.\n\nWithout a "
        "scenario, all that have a likelihood are played, and what they come to in a year is "
        "shown. The same seed gives the same figures on any machine and any number of them. "
        "Stopped half-way (Ctrl-C), it shows what was reached.",
    },
    "example-risk": {
        "ja": "  bcp risk quake-holiday-night\n  bcp risk\n"
        "  bcp risk ransomware --precision 1%\n"
        "  bcp risk quake-working-hours --json > risk.json\n"
        "  bcp chart spread quake-working-hours --risk risk.json -o spread.png",
        "en": "  bcp risk quake-holiday-night\n  bcp risk\n"
        "  bcp risk ransomware --precision 1%\n"
        "  bcp risk quake-working-hours --json > risk.json\n"
        "  bcp chart spread quake-working-hours --risk risk.json -o spread.png",
    },
    "argument-scenarios": {
        "ja": "被害想定のIDまたはファイル。いくつでも。省略すると、発生頻度のあるもの全て",
        "en": "ids or files of scenarios; all that have a likelihood if left out",
    },
    "option-runs": {
        "ja": "試行の回数。既定は10,000。--precision があれば上限で、既定は1,000,000",
        "en": "how many runs; 10,000 by default. With --precision at most so many, by default "
        "1,000,000",
    },
    "option-seed": {
        "ja": "乱数の種（0以上の整数）。既定は0",
        "en": "seed of the random numbers, from 0 on; 0 by default",
    },
    "option-precision": {
        "ja": "この精度に達したら止める。1% なら、RTOに間に合う確率が±1ポイント、平均損失が±1%（いずれも95%区間）",
        "en": "stop at this precision; 1%: every chance of an RTO within 1 point, the mean loss "
        "within 1 % (intervals of 95 %)",
    },
    "option-risk-strategy": {
        "ja": "要員が足りないときの順番。1回ごとに、その回の被害から決め直す。slack: 期限までの余裕が少ない順（既定）、rank: 業務のランク順。optimal は一つの被害に対する探索なので、ここでは使えない",
        "en": "who goes first when people are short, decided anew in each run for what it damages; "
        "slack: by latest start (default), rank: by the rank of the functions. optimal is a search "
        "for one damage and is not offered here",
    },
    "metavar-precision": {"ja": "割合", "en": "SHARE"},
    "bad-precision": {
        "ja": "{name} には 1% や 0.5% のように、0.01% 以上 50% 以下を書いてください（「{value}」）。",
        "en": "{name} takes 0.01 % to 50 %, such as 1% or 0.5% (`{value}`)",
    },
    # --- while it runs -----------------------------------------------------------------------
    "risk-preparing": {
        "ja": "初めての実行なので、計算の準備をしています（30秒から1分ほど。次からは不要です）。",
        "en": "Preparing the engine for its first use (half a minute to a minute; not needed again).",
    },
    "progress-risk": {"ja": "{name}", "en": "{name}"},
    "risk-nothing-yet": {
        "ja": "中断しました。まだ1回も終わっていません。",
        "en": "Interrupted; no run was finished yet.",
    },
    # --- one scenario ------------------------------------------------------------------------
    "risk-facts": {
        "ja": "{runs}回の試行（乱数の種 {seed}）",
        "en": "{runs} runs (seed {seed})",
    },
    "risk-broken-off": {
        "ja": "途中で止めたので、{runs}回までの結果です（{asked}回のうち）。",
        "en": "Stopped half-way: these are the figures of {runs} runs out of {asked}.",
    },
    "risk-precise": {
        "ja": "求められた精度（{precision}）に、{runs}回で達しました。",
        "en": "The precision asked for ({precision}) was reached after {runs} runs.",
    },
    "risk-imprecise": {
        "ja": "{runs}回では、求められた精度（{precision}）に達しませんでした。--runs を増やしてください。",
        "en": "{runs} runs were not enough for the precision asked for ({precision}); raise --runs.",
    },
    "risk-all-rto": {
        "ja": "全ての業務がRTOに間に合うのは、{times}です。",
        "en": "All functions meet their RTO {times} times.",
    },
    "risk-all-rto-never": {
        "ja": "全ての業務がRTOに間に合うことは、一度もありません。",
        "en": "In no run does every function meet its RTO.",
    },
    "risk-all-rto-always": {
        "ja": "どの回も、全ての業務がRTOに間に合います。",
        "en": "In every run all functions meet their RTO.",
    },
    "risk-all-mtpd-never": {
        "ja": "どの回も、MTPDを超える業務があります。",
        "en": "In every run some function goes beyond its MTPD.",
    },
    "risk-all-mtpd-always": {
        "ja": "どの回も、MTPDを超える業務はありません。",
        "en": "In no run does a function go beyond its MTPD.",
    },
    "risk-all-mtpd": {
        "ja": "MTPDを超える業務がないのは、{times}です。",
        "en": "No function goes beyond its MTPD {times} times.",
    },
    "risk-loss": {
        "ja": "損失（重み付き）は平均 {mean} 時間（±{half}）。2回に1回は {p50} 時間を、10回に1回は {p90} 時間を、"
        "100回に1回は {p99} 時間を超えます。",
        "en": "The loss is {mean} weighted hours on average (±{half}); one time in 2 it is more "
        "than {p50}, one in 10 more than {p90}, one in 100 more than {p99}.",
    },
    "risk-certain": {
        "ja": "この被害想定に不確かなものはなく、何回計算しても同じ結果です。share に幅を持たせるか、"
        "duration に low・likely・high を書くと、確率を求められます。",
        "en": "Nothing about this scenario is uncertain: every run is the same. A share between 0 "
        "and 100 %, or a duration with low, likely and high, would make it a matter of chance.",
    },
    "risk-functions": {
        "ja": "業務ごとの見込み（RTOに間に合いにくい順）",
        "en": "Functions, the least likely to meet their RTO first",
    },
    "col-rto-met": {"ja": "RTOに間に合う", "en": "RTO met"},
    "col-rto-interval": {"ja": "95%区間", "en": "95 % interval"},
    "col-p50": {"ja": "半分は", "en": "Half within"},
    "col-parts": {"ja": "最長の一つ", "en": "longest part"},
    "col-p90": {"ja": "9割は", "en": "9 in 10 within"},
    "col-p99": {"ja": "99%は", "en": "99 in 100"},
    "times-never": {"ja": "一度もなし", "en": "never"},
    "times-always": {"ja": "毎回", "en": "every time"},
    "times-some": {"ja": "{base}回に{number}回", "en": "{number} in {base}"},
    "times-rare": {"ja": "{base}回に1回未満", "en": "< 1 in {base}"},
    "times-mostly": {"ja": "{base}回に{most}回超", "en": "> {most} in {base}"},
    "times-range": {"ja": "{low}〜{high}", "en": "{low} to {high}"},
    "times-both": {"ja": "{times}（{range}）", "en": "{times} ({range})"},
    "beyond-mtpd": {"ja": "MTPD超過: {times}", "en": "beyond MTPD: {times}"},
    "risk-not-back": {
        "ja": "期間内に戻らない: {times}",
        "en": "not back at all: {times}",
    },
    "risk-fine": {
        "ja": "ほかの{number}業務は、どの回もRTOに間に合いました。",
        "en": "The other {number} functions met their RTO in every run.",
    },
    "risk-read": {
        "ja": "読み方: 「100回に62回（60〜64）」は、この想定どおりのことが100回起きれば62回ほど間に合うという見込みで、"
        "括弧内は試行の回数による誤差の幅（95%）。想定そのものの誤りは含みません。"
        "「半分は」「9割は」は、それだけの回で停止時間がその長さまでに収まることを示します。",
        "en": "How to read it: “62 in 100 (60 to 64)” means that of 100 such events about 62 would "
        "end in time; the range is what the number of runs leaves open (95 %). Errors in the "
        "assumptions themselves are not in it. “Half within”: in half of the runs the function is "
        "down no longer.",
    },
    "risk-parts": {
        "ja": "「最長の一つ」は、業務が必要とし、壊れたもののうち、復旧手順が最も長い一つの時間です。復旧時間としてこれを示す道具が多いのですが、"
        "順に待つ時間も、要員の取り合いも、参集や停電の終わりを待つ時間も足されないので、実際より短くなります。",
        "en": "“Longest part” is the longest single procedure among what the function needs and "
        "lost, which many tools give as its recovery time. It is too short: nothing is added for "
        "work that waits for other work, for busy crews, for people on their way or for power.",
    },
    "risk-drivers": {"ja": "損失のばらつきの原因", "en": "What the spread of the loss comes from"},
    "risk-drivers-by": {
        "ja": "被害の有無 {damage}、作業の所要時間 {duration}、参集・到着 {arrival}、組合せなど {rest}",
        "en": "what is hit {damage}, durations of tasks {duration}, arrivals {arrival}, "
        "combinations and the rest {rest}",
    },
    "risk-drivers-read": {
        "ja": "それぞれが単独で説明する割合（相関係数の2乗）。組合せで効くものや、直線的でない効き方は「組合せなど」に入ります。",
        "en": "The share that each explains alone (its squared correlation with the loss). What "
        "matters only together with others, or not in a straight line, is in “the rest”.",
    },
    "driver-damage": {"ja": "{name}の被害", "en": "damage of {name}"},
    "driver-site": {
        "ja": "{name}が、まとめて壊れるか",
        "en": "whether {name} are hit, all together",
    },
    "driver-duration": {"ja": "{name}の「{task}」の時間", "en": "duration of “{task}” of {name}"},
    "driver-arrival": {"ja": "{name}の参集・到着", "en": "arrival of {name}"},
    "driver-falls": {"ja": "（大きいほど損失は減る）", "en": " (the loss falls with it)"},
    "risk-convergence": {"ja": "数字の落ち着き", "en": "How the figures settled"},
    "col-runs": {"ja": "試行", "en": "Runs"},
    "col-loss-mean": {"ja": "平均損失", "en": "Mean loss"},
    "col-loss-half": {"ja": "誤差（95%）", "en": "± (95 %)"},
    "col-widest": {"ja": "確率の誤差（最大）", "en": "± of chances (widest)"},
    "points": {"ja": "{number}ポイント", "en": "{number} points"},
    "next-risk": {
        "ja": "1回の内訳は bcp simulate {scenario}、図は bcp risk {scenario} --json > risk.json のあと "
        "bcp chart spread {scenario} --risk risk.json",
        "en": "One run in detail: bcp simulate {scenario}. A chart: bcp risk {scenario} --json > "
        "risk.json, then bcp chart spread {scenario} --risk risk.json",
    },
    # --- several scenarios -------------------------------------------------------------------
    "risks-title": {
        "ja": "{organisation}の被害想定{number}件",
        "en": "{number} scenarios of {organisation}",
    },
    "risks-broken-off": {
        "ja": "途中で止めたので、{all}件のうち終わりまで計算できたのは{done}件です。",
        "en": "Stopped half-way: {done} of {all} scenarios were played to their end.",
    },
    "col-scenario": {"ja": "被害想定", "en": "Scenario"},
    "col-likelihood": {"ja": "頻度", "en": "How often"},
    "col-all-met": {"ja": "全業務がRTO内", "en": "All RTOs met"},
    "col-late": {"ja": "遅れる業務", "en": "late on average"},
    "late-functions": {"ja": "平均{number}業務", "en": "{number} functions"},
    "col-mean": {"ja": "平均損失", "en": "Mean loss"},
    "col-loss-p90": {"ja": "10回に1回は", "en": "1 in 10 above"},
    "col-a-year": {"ja": "1年当たり", "en": "A year"},
    "every-years": {"ja": "{years}年に1回", "en": "once in {years} y"},
    "times-a-year": {"ja": "年に{number}回", "en": "{number} a year"},
    "risk-yearly": {"ja": "1年当たりの見込み", "en": "In a year"},
    "yearly-loss": {
        "ja": "これらを合わせた損失は、1年当たり平均 {mean} 時間（重み付き、±{half}）と見込まれます。",
        "en": "Together they are expected to cost {mean} weighted hours a year (±{half}).",
    },
    "yearly-exceeded": {
        "ja": "1回の損失がその大きさを超える出来事が、1年のうちに少なくとも1回起きる確率:",
        "en": "The chance that a year has at least one event with a loss beyond:",
    },
    "col-chance": {"ja": "1年の確率", "en": "Chance a year"},
    "col-exceeded": {"ja": "超える損失", "en": "Loss beyond"},
    "col-return": {"ja": "目安", "en": "About"},
    "yearly-functions": {
        "ja": "1年当たりの停止時間が長い業務",
        "en": "Functions that are down longest in a year",
    },
    "col-down-year": {"ja": "1年当たりの停止", "en": "Down a year"},
    "yearly-left-out": {
        "ja": "発生頻度（likelihood）がないので数に入れていない被害想定: {names}",
        "en": "Left out, as they have no likelihood: {names}",
    },
    "yearly-read": {
        "ja": "被害想定どうしは無関係に起き、そのつど全てが元どおりになっていたものとして足し合わせています。",
        "en": "Scenarios are taken to come independently of each other, each finding everything in "
        "order again.",
    },
    "next-risks": {
        "ja": "業務ごとの見込みは bcp risk 被害想定、または --all",
        "en": "For the functions: bcp risk SCENARIO, or --all",
    },
}
