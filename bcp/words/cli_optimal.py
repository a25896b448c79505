"""Strategy ``optimal``: its options, its progress, and what it says of what it found."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.words import Lang

WORDS: dict[str, Mapping[Lang, str]] = {
    # --- options -----------------------------------------------------------------------------
    "option-strategy": {
        "ja": "要員が足りないときの順番。slack: 期限までの余裕が少ない順（既定）、rank: 業務のランク順、"
        "optimal: 損失の最も小さい順番を探す（数秒から）",
        "en": "who goes first when people are short; slack: by latest start (default), rank: by the "
        "rank of the functions, optimal: search for the order that loses least (from seconds on)",
    },
    "metavar-seconds": {"ja": "秒", "en": "SECONDS"},
    "option-time-limit": {
        "ja": "optimal の探索をこの秒数で打ち切る。--effort がなければ、この秒数まで探し続ける",
        "en": "optimal: end the search after so long; without --effort, go on searching until then",
    },
    "option-effort": {
        "ja": "optimal の探索の量（既定は200）。同じ量と種からは、どの計算機でも同じ順番が得られる",
        "en": "optimal: how much to search (default 200); the same amount and seed give the "
        "same order on every machine",
    },
    "option-search-seed": {
        "ja": "optimal の探索に使う乱数の種（既定は0）",
        "en": "optimal: seed of the search (default 0)",
    },
    "option-hold-back": {
        "ja": "optimal: 先の作業のために、手の空いた要員を待たせることを認める",
        "en": "optimal: let free crews wait for what comes first in the order",
    },
    "needs-optimal": {
        "ja": "{name} は --strategy optimal とともに使います。",
        "en": "{name} goes with --strategy optimal",
    },
    "strategy-optimal": {
        "ja": "損失が最小になる順に復旧（optimal）",
        "en": "least loss by search (optimal)",
    },
    # --- progress ----------------------------------------------------------------------------
    "search-begins": {
        "ja": "最適な順番の探索を準備中（初回は1分ほどかかることがある）",
        "en": "preparing the search (the first time this may take a minute)",
    },
    "search-progress": {
        "ja": "最適な順番を探索中 {done} 損失 {loss} 下限 {bound} 差 {gap}（Ctrl-Cで打ち切り）",
        "en": "searching {done} loss {loss} bound {bound} gap {gap} (Ctrl-C: take the best)",
    },
    "search-interrupted": {
        "ja": "探索を打ち切り、それまでの最良の順番を用いる。",
        "en": "search broken off; going on with the best order so far",
    },
    # --- what was found ----------------------------------------------------------------------
    "compared": {"ja": "順番の比較", "en": "The orders compared"},
    "col-strategy": {"ja": "順番の決め方", "en": "Order"},
    "col-loss": {"ja": "損失指標", "en": "Loss"},
    "col-against": {"ja": "slackとの差", "en": "Against slack"},
    "col-rto-missed": {"ja": "RTO超過", "en": "RTO missed"},
    "compared-slack": {"ja": "余裕の少ない順（slack）", "en": "least slack first (slack)"},
    "compared-rank": {"ja": "業務のランク順（rank）", "en": "best rank first (rank)"},
    "compared-optimal": {"ja": "探索で得た順番（optimal）", "en": "found by search (optimal)"},
    "compared-bound": {
        "ja": "これより小さくはならない（下限）",
        "en": "nothing can lose less (bound)",
    },
    "functions-missed": {"ja": "{number}業務", "en": "{number}"},
    "gap-none": {
        "ja": "これより損失の小さい順番は存在しない（証明済み）。",
        "en": "No order loses less than this one; that is proven.",
    },
    "gap": {
        "ja": "改善の余地は、あるとしても最大で{gap}（損失指標{room}）。下限は証明されたもので、"
        "そこまで下がる順番があるとは限らない。",
        "en": "A better order could save {gap} at most (a loss of {room}). The bound is proven; that "
        "an order reaches it is not.",
    },
    "gap-no-better": {
        "ja": "探索では、slackとrankのうち良い方より損失の小さい順番は見つからなかった。",
        "en": "The search found nothing better than the better one of slack and rank.",
    },
    "not-repeatable-told": {
        "ja": "制限時間で打ち切ったので、別の計算機では別の順番になることがある。"
        "同じ順番を得るには --time-limit の代わりに --effort {effort} を用いる。",
        "en": "The search was cut off by the time limit: another machine may come to another order. "
        "For the same order everywhere use --effort {effort} in place of --time-limit.",
    },
    "not-repeatable-interrupted": {
        "ja": "途中で打ち切ったので、もう一度探索すると別の順番になることがある。",
        "en": "The search was broken off: another run may come to another order.",
    },
    "moved-forward": {
        "ja": "slackより早く復旧するもの: {names}",
        "en": "Recovered sooner than by slack: {names}",
    },
    "moved-back": {
        "ja": "slackより遅く復旧するもの: {names}",
        "en": "Recovered later than by slack: {names}",
    },
    "moved-sooner": {"ja": "{name}（{length}早い）", "en": "{name} ({length} sooner)"},
    "moved-later": {"ja": "{name}（{length}遅い）", "en": "{name} ({length} later)"},
    "moved-none": {
        "ja": "どの構成要素も、slackと同じ時刻に復旧する。",
        "en": "Every component is recovered at the same moment as by slack.",
    },
    "other-procedure": {
        "ja": "slackと違う手順で復旧するもの: {names}",
        "en": "By another procedure than with slack: {names}",
    },
    "other-procedure-one": {
        "ja": "{name}（{before}ではなく{after}）",
        "en": "{name} ({after}, not {before})",
    },
    "search-more": {
        "ja": "もっと探すには: bcp simulate {scenario} --strategy optimal --time-limit 60",
        "en": "To search longer: bcp simulate {scenario} --strategy optimal --time-limit 60",
    },
}
