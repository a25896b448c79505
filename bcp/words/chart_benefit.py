"""What the chart of cost against benefit says."""

from __future__ import annotations

from bcp.words import Table

WORDS: Table = {
    "headline": {
        "ja": "100万円あたりの効果が最も大きいのは「{name}」（失われる業務を{per}時間減らす）",
        "en": "“{name}” buys most: {per} weighted hours less lost per 1 million yen",
    },
    "headline-free": {
        "ja": "費用のかからない「{name}」が、失われる業務を{avoided}時間減らす",
        "en": "“{name}” costs nothing and saves {avoided} weighted hours",
    },
    "headline-none": {
        "ja": "費用の分かる対策のうち、失われる業務を減らすものはない",
        "en": "no measure with a known cost lowers the loss",
    },
    "headline-empty": {
        "ja": "効果を計算できる対策がない",
        "en": "no measure says what it would change",
    },
    "facts-expected": {
        "ja": "{organisation}。{years}年間に減らせる損失の期待値（{number}件の被害想定をそれぞれの頻度で重み付け）と、{years}年間の費用",
        "en": "{organisation}. Expected loss avoided over {years} years ({number} scenarios, weighted by their likelihood) against the cost of {years} years",
    },
    "facts-once": {
        "ja": "{organisation}。{number}件の被害想定が1回ずつ起きたときに減らせる損失と、{years}年間の費用（頻度のない被害想定があるため重み付けしない）",
        "en": "{organisation}. Loss avoided if each of {number} scenarios happens once, against the cost of {years} years (not weighted, as not every scenario has a likelihood)",
    },
    "axis-cost": {
        "ja": "費用（初期費用＋{years}年分の運用費、百万円）",
        "en": "Cost (once and {years} years of running it), million yen",
    },
    "axis-benefit": {
        "ja": "減らせる損失（重み付き時間）",
        "en": "Loss avoided (weighted hours)",
    },
    "column-measure": {"ja": "対策", "en": "Measure"},
    "column-cost": {"ja": "百万円", "en": "M yen"},
    "column-avoided": {"ja": "減る時間", "en": "Avoided"},
    "column-per": {"ja": "100万円あたり", "en": "Per M yen"},
    "without-cost": {"ja": "費用の記載がない対策", "en": "Measures without a cost"},
    "legend-frontier": {
        "ja": "効率のよい対策（これより安くて効果の大きいものはない）",
        "en": "efficient: nothing cheaper avoids as much",
    },
    "legend-other": {"ja": "ほかの対策", "en": "other measures"},
    "note-alone": {
        "ja": "どの対策も、それだけを行ったときの効果。組み合わせると足し算にはならない。値が負のものは損失を増やす。",
        "en": "Each measure is judged alone; together they do not simply add up. A negative figure means a higher loss.",
    },
    "note-unchanged": {
        "ja": "何が変わるかが書かれていない対策、終わった対策、やめた対策は含まない。",
        "en": "Measures that do not say what they change, are done or were dropped are not judged.",
    },
    "note-more": {
        "ja": "ほか{number}件の対策は表から省いた。",
        "en": "{number} more measures are left out of the table.",
    },
    "spoken-row": {
        "ja": "{number} {name}: 費用 {cost}百万円、減る損失 {avoided}時間、100万円あたり {per}。",
        "en": "{number} {name}: cost {cost} million yen, {avoided} hours avoided, {per} per million yen.",
    },
    "spoken-aside": {
        "ja": "{name}: 費用の記載なし、減る損失 {avoided}時間。",
        "en": "{name}: no cost given, {avoided} hours avoided.",
    },
}
