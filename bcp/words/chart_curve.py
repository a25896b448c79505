"""What the picture of the recovery curve says."""

from __future__ import annotations

from bcp.words import Table

WORDS: Table = {
    # --- the headline ------------------------------------------------------------------------
    "title-part": {
        "ja": "{scenario}: {moment}後に業務の{share}が戻る。失われる業務は延べ{lost}",
        "en": "{scenario}: {share} of the functions are back after {moment}; {lost} of service are lost",
    },
    "title-whole": {
        "ja": "{scenario}: {moment}で全ての業務が戻る。失われる業務は延べ{lost}",
        "en": "{scenario}: all functions are back after {moment}; {lost} of service are lost",
    },
    "title-none": {"ja": "{scenario}: 止まる業務はない", "en": "{scenario}: no function stops"},
    "title-several": {
        "ja": "{number}件の被害想定のうち、失われる業務が最も多いのは「{scenario}」（延べ{lost}）",
        "en": 'Of {number} scenarios, "{scenario}" costs the most service: {lost}',
    },
    "title-several-none": {
        "ja": "{number}件の被害想定のいずれでも、止まる業務はない",
        "en": "In none of {number} scenarios does a function stop",
    },
    "title-after": {
        "ja": "（計画中の対策後 {lost}）",
        "en": " ({lost} after the planned measures)",
    },
    # --- below it ----------------------------------------------------------------------------
    "facts": {
        "ja": "予想復旧曲線（全業務の水準を重みで合わせたもの。100% = 平常どおり）",
        "en": "Recovery curve: the level of all functions by their weight; 100% is business as usual",
    },
    "after-at": {
        "ja": "対策後の{moment}後: {share}",
        "en": "after {moment} with the planned measures: {share}",
    },
    "risk": {
        "ja": "ばらつき: {runs}回の試行の10%点から90%点",
        "en": "spread: P10 to P90 of {runs} runs",
    },
    # --- the chart ---------------------------------------------------------------------------
    "lost-hours": {"ja": "{number}時間分", "en": "{number} hours"},
    "lost": {
        "ja": "失われる業務 延べ{lost}（期間{horizon}の{share}）",
        "en": "Service lost: {lost} ({share} of {horizon})",
    },
    "lost-after": {"ja": "対策後 延べ{lost}", "en": "after the measures: {lost}"},
    "lost-short": {"ja": "延べ{lost}", "en": "{lost} lost"},
    "lost-short-after": {"ja": "延べ{lost} → {after}", "en": "{lost} lost → {after}"},
    "level": {"ja": "業務の水準（重み付き、%）", "en": "Level of the functions (weighted, %)"},
    "row-now": {"ja": "現状", "en": "now"},
    "row-after": {"ja": "対策後", "en": "after"},
    "mark": {"ja": "RTO（{rank}）", "en": "RTO ({rank})"},
    # --- the legend --------------------------------------------------------------------------
    "legend-now": {"ja": "現状", "en": "as things are"},
    "legend-after": {"ja": "計画中の対策後", "en": "after the planned measures"},
    "legend-lost": {"ja": "失われる業務", "en": "service lost"},
    "legend-band": {
        "ja": "ばらつき（10%点〜90%点）",
        "en": "spread (P10 to P90)",
    },
    "legend-mark": {
        "ja": "ランク{rank}の業務のRTO",
        "en": "RTO of the functions of rank {rank}",
    },
    # --- the notes ---------------------------------------------------------------------------
    "note-area": {
        "ja": "横軸が等間隔でないため、面積の見た目は時間に比例しない。延べ時間は、全業務が止まった1時間を1時間分と数える。",
        "en": "As the scale is not even, the area does not look as large as it is. An hour in which nothing works counts as one hour lost.",
    },
    "note-lost": {
        "ja": "延べ時間は、全業務が止まった1時間を1時間分と数える。",
        "en": "An hour in which nothing works counts as one hour lost.",
    },
    "note-others": {
        "ja": "ほかに被害想定{number}件があり、省略した。",
        "en": "Not shown: {number} more scenarios.",
    },
    # --- read out ----------------------------------------------------------------------------
    "spoken": {
        "ja": "{scenario}: {levels}。失われる業務は延べ{lost}（期間{horizon}の{share}）。",
        "en": "{scenario}: {levels}; service lost {lost} ({share} of {horizon}).",
    },
    "spoken-after": {
        "ja": "{scenario}（計画中の対策後）: {levels}。失われる業務は延べ{lost}（期間{horizon}の{share}）。",
        "en": "{scenario}, after the planned measures: {levels}; service lost {lost} ({share} of {horizon}).",
    },
    "spoken-level": {"ja": "{moment}後 {share}", "en": "{share} after {moment}"},
}
