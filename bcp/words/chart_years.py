"""What the chart of an earlier state against the present one says."""

from __future__ import annotations

from bcp.words import Table

WORDS: Table = {
    "headline": {"ja": "{scenario}: {finding}", "en": "{scenario}: {finding}"},
    "finding-better": {
        "ja": "「{label}」のときより{better}業務の停止が短くなった",
        "en": "{better} functions are down for less time than at {label}",
    },
    "finding-worse": {
        "ja": "「{label}」のときより{worse}業務の停止が長くなった",
        "en": "{worse} functions are down for longer than at {label}",
    },
    "finding-both": {
        "ja": "「{label}」のときより{better}業務の停止が短く、{worse}業務の停止が長くなった",
        "en": "since {label}, {better} functions are down for less time and {worse} for longer",
    },
    "finding-same": {
        "ja": "「{label}」のときと停止時間は変わらない",
        "en": "no downtime has changed since {label}",
    },
    "finding-new": {
        "ja": "「{label}」のときにはなかった被害想定で、比べられない",
        "en": "cannot be compared: there was no such scenario at {label}",
    },
    "finding-none": {"ja": "比べられる被害想定がない", "en": "there is no scenario to compare"},
    "facts": {
        "ja": "{organisation}。RTOに間に合う業務 {was} → {now}（{total}業務中）。失われる業務の量（重み付き時間） {before} → {after}",
        "en": "{organisation}. Functions that meet their RTO: {was} → {now} of {total}. Loss in weighted hours: {before} → {after}",
    },
    "column-change": {"ja": "変化", "en": "Change"},
    "change-better": {"ja": "▲ 短縮", "en": "▲ shorter"},
    "change-worse": {"ja": "▼ 延長", "en": "▼ longer"},
    "change-same": {"ja": "＝", "en": "="},
    "change-new": {"ja": "新しい業務", "en": "new"},
    "change-gone": {"ja": "なくなった業務", "en": "removed"},
    "column-loss": {
        "ja": "被害想定ごとの損失（重み付き時間）",
        "en": "Loss by scenario (weighted hours)",
    },
    "column-then": {"ja": "以前", "en": "Then"},
    "column-now": {"ja": "今", "en": "Now"},
    "legend-then": {"ja": "以前の停止時間", "en": "downtime then"},
    "legend-now": {"ja": "今の停止時間", "en": "downtime now"},
    "legend-better": {"ja": "短くなった", "en": "shorter"},
    "legend-worse": {"ja": "長くなった", "en": "longer"},
    "legend-rto": {"ja": "今の目標復旧時間（RTO）", "en": "RTO as it is now"},
    "legend-open": {"ja": "期間の終わりも停止中", "en": "still down at the end"},
    "note-axis": {
        "ja": "横軸は停止時間の合計。以前の値は、そのときの台帳と被害想定で計算した。",
        "en": "Total downtime. The earlier figures come from the inventory and the scenarios as they were then.",
    },
    "note-more": {
        "ja": "変化の大きい順に{shown}業務を示し、{more}業務を省いた。--all ですべて表示する。",
        "en": "The {shown} that changed most are shown, {more} are left out; --all shows all.",
    },
    "note-unhit": {
        "ja": "以前も今も止まらない{number}業務は省いた。",
        "en": "Left out: {number} that stopped neither then nor now.",
    },
    "note-scenarios": {
        "ja": "ほか{number}件の被害想定は表から省いた。",
        "en": "{number} more scenarios are left out of the table.",
    },
    "spoken-row": {
        "ja": "{name}: {before} → {after}（{change}）。RTO {rto}。",
        "en": "{name}: {before} → {after} ({change}); RTO {rto}.",
    },
    "spoken-loss": {
        "ja": "{scenario}: 損失 {before} → {after} 時間。",
        "en": "{scenario}: loss {before} → {after} hours.",
    },
}
