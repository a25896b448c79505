"""The commands `bcp explain` and `bcp importance`: help, headings, and what they say."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.words import Lang

WORDS: dict[str, Mapping[Lang, str]] = {
    # --- bcp explain -----------------------------------------------------------------------------
    "short-explain": {
        "ja": "なぜその時刻に戻るのか、何を変えれば間に合うかを示す",
        "en": "why it is back when it is, and what would change that",
    },
    "help-explain": {
        "ja": "被害想定の中で、業務又は構成要素がなぜその時刻に戻るのかを、待ったものと掛かった時間の順に文章で説明します。"
        "目標復旧時間（RTO）に間に合わない業務には、間に合わせるための最も小さな変更（人を増やす、早く着く、作業を短くする、持ちこたえる時間を延ばすなど）を探し、"
        "実際に計算して確かめたものだけを示します。一つで足りなければ、二つの組合せを探します。",
        "en": "Tell in sentences why a function or a component is back when it is in a scenario: what was waited for, one thing after the other, and how long it took. "
        "For a function that misses its RTO, look for the smallest change that would meet it (more people, there sooner, a shorter task, a longer reserve …) and show only what was played and does. "
        "Where no single change does it, two together are looked for.",
    },
    "example-explain": {
        "ja": "  bcp explain internal-communication quake-holiday-night\n  bcp explain groupware quake-holiday-night\n  bcp explain external-mail quake-holiday-night --json",
        "en": "  bcp explain internal-communication quake-holiday-night\n  bcp explain groupware quake-holiday-night\n  bcp explain external-mail quake-holiday-night --json",
    },
    "argument-explain-id": {
        "ja": "業務又は構成要素のID（bcp simulate で一覧）",
        "en": "id of a function or a component",
    },
    "item-not-played": {
        "ja": "「{name}」は要員又は復旧手順です。ここには業務又は構成要素のIDを書いてください。「bcp show {name}」で、使われる所を示します。",
        "en": "`{name}` is a team or a procedure; this takes the id of a function or a component. `bcp show {name}` says where it is used.",
    },
    "explain-title": {"ja": "{name}（{id}） — {scenario}", "en": "{name} ({id}) — {scenario}"},
    "explain-course": {"ja": "経過", "en": "How it went"},
    "explain-parts": {"ja": "内訳: {parts}。", "en": "In all: {parts}."},
    "explain-until": {"ja": "{until}まで", "en": "until {until}"},
    "explain-smallest": {
        "ja": "目標に間に合わせる最も小さな変更",
        "en": "The smallest change that meets the target",
    },
    "explain-pair": {
        "ja": "一つの変更では間に合わない。次の二つを合わせれば間に合う",
        "en": "No single change meets the target; these two together do",
    },
    "explain-both": {"ja": "{one}。かつ、{other}。", "en": "{one}; and {other}."},
    "explain-one": {"ja": "{one}。", "en": "{one}."},
    "explain-others": {"ja": "ほかの方法", "en": "Other ways"},
    "explain-effect": {
        "ja": "停止時間は{before}から{after}になり、目標の{rto}に間に合う。全体の損失は{was}から{now}になる。",
        "en": "It is then down for {after} instead of {before}, within its RTO of {rto}. The loss of the whole scenario goes from {was} to {now}.",
    },
    "explain-effect-short": {
        "ja": "停止時間{after}、全体の損失{now}。",
        "en": "Down for {after}, loss {now}.",
    },
    "explain-gained": {
        "ja": "ほかに{number}業務が間に合うようになる: {names}。",
        "en": "{number} more would meet their RTO: {names}.",
    },
    "explain-spoilt": {
        "ja": "代わりに{number}業務が間に合わなくなる: {names}。",
        "en": "{number} would miss their RTO instead: {names}.",
    },
    "explain-none": {
        "ja": "間に合わせる変更は見つからない",
        "en": "No change was found that meets the target",
    },
    "explain-none-lead": {
        "ja": "経過の上とその周りの{tried}件を、考えられる限り大きく変えて一つずつ計算し、効きのよい{starts}件にはもう一つを組み合わせて計算したが、どれも目標に間に合わなかった。",
        "en": "{tried} things along the course and around it were changed as far as can be and played one by one, and a second one beside each of the {starts} that help most: none of it meets the target.",
    },
    "explain-nearest": {
        "ja": "最も縮むのは次の変更で、停止時間は{before}から{after}になる。",
        "en": "What helps most takes the time down from {before} to {after}:",
    },
    "explain-how": {
        "ja": "どの変更も、変えた台帳でこの被害想定を計算し直して確かめた。手間の小さい順に並べ、長さを半分未満にする変更と人や時間を2倍より多くする変更は後にした。",
        "en": "Every change was checked by playing the scenario with it. They are sorted by effort; what cuts a length by more than half, or more than doubles anything, comes after what does not.",
    },
    "explain-left-out": {
        "ja": "試したのは経過に近い{tried}件と台帳の対策で、経過から離れた{number}件は試していない。",
        "en": "Tried were the {tried} things nearest to the course, measures among them; {number} further from it were not.",
    },
    "explain-kept": {
        "ja": "探索で得た復旧の順序は、変更の後もそのままとした。",
        "en": "The order that the search found was kept as it is under every change.",
    },
    "explain-order": {"ja": "復旧の順序の中での位置", "en": "Its place in the recovery order"},
    "explain-rank": {
        "ja": "損傷した{all}件のうち{rank}番目。{reason}",
        "en": "Number {rank} of {all} damaged. {reason}",
    },
    "explain-ahead": {
        "ja": "同じ要員を使うもののうち、これより先のものは{number}件: {names}。",
        "en": "{number} of those before it want the same people: {names}.",
    },
    "explain-waiting": {
        "ja": "これを待つ業務（{number}件）",
        "en": "Functions that wait for it ({number})",
    },
    "explain-no-one-waits": {
        "ja": "これを待つ業務はない。",
        "en": "No function waits for it.",
    },
    "progress-failures": {"ja": "一つずつ計算しています", "en": "playing them one by one"},
    "progress-changes": {"ja": "変更を一つずつ試しています", "en": "trying changes one by one"},
    # --- bcp importance --------------------------------------------------------------------------
    "short-importance": {
        "ja": "壊れると困るものから順に示す",
        "en": "what matters most: what each failure stops",
    },
    "help-importance": {
        "ja": "構成要素を、それだけが壊れたときに困る順に並べます。平日の日中に一つだけが損傷し、定められた手順で復旧する場合を、構成要素ごとに計算します。"
        "被害想定を指定すると、その被害の中で一つだけが無事だったら損失がどれだけ減るかの順に並べます。",
        "en": "Sort the components by how much it matters if one of them fails: for each, a working day on which it alone is damaged and recovered by its procedure is played. "
        "With a scenario: by how much less would be lost if it alone had been spared.",
    },
    "example-importance": {
        "ja": "  bcp importance\n  bcp importance --all\n  bcp importance quake-holiday-night",
        "en": "  bcp importance\n  bcp importance --all\n  bcp importance quake-holiday-night",
    },
    "argument-importance-scenario": {
        "ja": "被害想定のID又はYAMLファイル。省略すれば、一つだけが壊れた場合",
        "en": "id of a scenario or a YAML file; left out: each fails alone",
    },
    "option-importance-strategy": {
        "ja": "要員が足りないときの順番。slack: 期限までの余裕が少ない順（既定）、rank: 業務のランク順",
        "en": "who goes first when people are short; slack: by latest start (default), rank: by the rank of the functions",
    },
    "importance-title": {
        "ja": "一つだけ壊れたとき困るもの — {organisation}",
        "en": "What matters most if it alone fails — {organisation}",
    },
    "importance-lead": {
        "ja": "平日の{hour}時に一つだけが損傷し、定められた手順で復旧したときに、停止する業務と目標に間に合わない業務の数。手順のないものは戻らない。",
        "en": "Functions that stop, and that miss their targets, if it alone is damaged at {hour}:00 on a working day and recovered by its procedure. What has none does not come back.",
    },
    "importance-title-scenario": {
        "ja": "無事なら損失が減るもの — {scenario}",
        "en": "What would help most if it were spared — {scenario}",
    },
    "importance-lead-scenario": {
        "ja": "損傷する{number}件のうち一つだけが無事だったときに減る損失と、間に合うようになる業務・間に合わなくなる業務の数。全体の損失は{loss}。",
        "en": "How much less is lost if one of the {number} damaged ones alone were spared, and how many functions then meet or miss their RTO. The whole loss is {loss}.",
    },
    "importance-none-damaged": {
        "ja": "この被害想定では、損傷するものがない。",
        "en": "Nothing is damaged in this scenario.",
    },
    "importance-harmless": {
        "ja": "ほかの{number}件は、それだけが壊れても業務は停止しない。",
        "en": "The other {number} stop no function if they alone fail.",
    },
    "importance-bundles": {
        "ja": "{number}件（仮想基盤、ネットワークなど）はほかのものの総称で、それ自体は壊れないので除いた。",
        "en": "Left out are {number} that are names for what they need (a platform, a network): nothing in them breaks.",
    },
    "importance-useless": {
        "ja": "ほかの{number}件は、それだけが無事でも損失は減らない。",
        "en": "The other {number} would not make the loss smaller if they alone were spared.",
    },
    "next-importance": {
        "ja": "次に: bcp show {id} / bcp check",
        "en": "next: bcp show {id} / bcp check",
    },
    "next-importance-scenario": {
        "ja": "次に: bcp explain {id} {scenario}",
        "en": "next: bcp explain {id} {scenario}",
    },
    "col-stops": {"ja": "停止", "en": "Stops"},
    "col-misses-rto": {"ja": "RTO超過", "en": "RTO missed"},
    "col-misses-mtpd": {"ja": "MTPD超過", "en": "MTPD missed"},
    "col-loss-alone": {"ja": "損失", "en": "Loss"},
    "col-loss-avoided": {"ja": "減る損失", "en": "Loss avoided"},
    "col-gained": {"ja": "RTO達成増", "en": "RTO gained"},
    "col-spoilt": {"ja": "RTO超過増", "en": "RTO lost"},
    "importance-no-procedure": {"ja": "復旧の手順なし", "en": "no procedure"},
    "show-importance-stays": {
        "ja": "これだけが壊れると、復旧の手順がないため、{stopped}業務が停止したままになる。",
        "en": "If it alone fails, functions stopped for good: {stopped}. It has no procedure.",
    },
    "show-importance-misses": {
        "ja": "これだけが壊れると、{stopped}業務が停止し、{missed}業務が目標復旧時間（RTO）に間に合わない（平日の日中、定められた手順で復旧した場合）。",
        "en": "If it alone fails, functions stopped: {stopped}; RTO missed: {missed} (on a working day, recovered by its procedure).",
    },
    "show-importance-meets": {
        "ja": "これだけが壊れると、{stopped}業務が停止するが、いずれも目標復旧時間（RTO）に間に合う（平日の日中、定められた手順で復旧した場合）。",
        "en": "If it alone fails, functions stopped: {stopped}; all are back within their RTO (on a working day, recovered by its procedure).",
    },
}
