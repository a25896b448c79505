"""What the chart of the spread of recovery times says."""

from __future__ import annotations

from bcp.words import Table

WORDS: Table = {
    "headline": {"ja": "{scenario}: {finding}", "en": "{scenario}: {finding}"},
    "finding-below": {
        "ja": "{total}業務のうち{number}業務は、RTOを守れる確率が90％に届かない",
        "en": "{number} of {total} functions have less than a 90 % chance of meeting their RTO",
    },
    "finding-below-one": {
        "ja": "{total}業務のうち1業務は、RTOを守れる確率が90％に届かない",
        "en": "1 of {total} functions has less than a 90 % chance of meeting its RTO",
    },
    "finding-met": {
        "ja": "{total}業務すべてが90％以上の確率でRTOを守れる",
        "en": "all {total} functions have a chance of 90 % or more of meeting their RTO",
    },
    "finding-empty": {"ja": "結果に業務がない", "en": "the result holds no functions"},
    "facts": {
        "ja": "{runs}回の試行による。失われる業務の量（重み付き）: 中央値 {p50}時間、10回に1回は {p90}時間以上",
        "en": "Over {runs} runs. Loss in weighted hours: median {p50}, one run in ten {p90} or more",
    },
    "column-chance": {"ja": "RTOを守れる確率", "en": "Chance of meeting the RTO"},
    "column-rto": {"ja": "RTO", "en": "RTO"},
    "column-p90": {"ja": "P90", "en": "P90"},
    "legend-good": {"ja": "P10〜P90（確率90％以上）", "en": "P10 to P90 (chance 90 % or more)"},
    "legend-fair": {"ja": "P10〜P90（50％以上90％未満）", "en": "P10 to P90 (50 % to below 90 %)"},
    "legend-poor": {"ja": "P10〜P90（50％未満）", "en": "P10 to P90 (below 50 %)"},
    "legend-median": {"ja": "中央値（P50）", "en": "median (P50)"},
    "legend-p99": {
        "ja": "P99（100回に1回はこれより長い）",
        "en": "P99 (one run in a hundred takes longer)",
    },
    "legend-rto": {"ja": "目標復旧時間（RTO）", "en": "RTO"},
    "legend-mtpd": {"ja": "最大許容停止時間（MTPD）", "en": "MTPD"},
    "note-axis": {
        "ja": "横軸は停止時間（目盛は対数）。帯に10回のうち8回が収まる。",
        "en": "Downtime, on a logarithmic scale. Eight runs of ten end within a bar.",
    },
    "note-no-p10": {
        "ja": "P10が結果にない業務の帯は、中央値からP90まで。",
        "en": "Where the result holds no P10, a bar reaches from the median to P90.",
    },
    "note-more": {
        "ja": "確率の低い順に{shown}業務を示し、{more}業務を省いた。--all ですべて表示する。",
        "en": "The {shown} with the lowest chance are shown, {more} are left out; --all shows all.",
    },
    "note-never": {
        "ja": "どの試行でも止まらない{number}業務は省いた。",
        "en": "Left out: {number} that stop in no run.",
    },
    "note-unknown": {
        "ja": "結果にあって今の台帳にない{number}業務は省いた: {ids}。",
        "en": "Left out: {number} functions of the result that the inventory no longer holds: {ids}.",
    },
    "note-unplayed": {
        "ja": "今の台帳にあって結果にない{number}業務は含まない。",
        "en": "Not in the result: {number} functions of the inventory.",
    },
    "spoken-row": {
        "ja": "{name}: RTO {rto}を守れる確率 {chance}％。停止時間は中央値 {p50}、P90 {p90}、P99 {p99}。",
        "en": "{name}: {chance} % chance of meeting its RTO of {rto}; downtime: median {p50}, P90 {p90}, P99 {p99}.",
    },
}
