"""What the chart of shares shows, as numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bcp.drill.review.minutes import CAUSES, Cause
from bcp.drill.review.review import Review
from bcp.report.names import clean, names_of
from bcp.words import Lang

__all__ = ["MOST_ROWS", "Row", "SharesView", "shares_view"]

MOST_ROWS = 15
"""How many functions are shown."""


@dataclass(frozen=True, slots=True)
class Row:
    """A function."""

    name: str
    gap: int
    shares: Mapping[Cause, int]


@dataclass(frozen=True, slots=True)
class SharesView:
    """Everything the picture says; lengths in seconds."""

    lang: Lang
    rows: tuple[Row, ...]
    """The largest gap first."""
    causes: tuple[Cause, ...]
    """Those that occur."""
    most: Cause | None
    """The cause that cost most in the rows together."""


def shares_view(held: Review, lang: Lang) -> SharesView:
    """Return the functions with the largest gaps, by cause."""
    names = names_of(held.state.setting.inventory, lang)
    changed = [one for one in held.functions if any(one.split.shares.values())]
    changed.sort(key=lambda one: -abs(one.split.gap))
    rows = tuple(
        Row(clean(names.get(one.id, one.id)), one.split.gap, one.split.shares)
        for one in changed[:MOST_ROWS]
    )
    totals = {cause: sum(row.shares[cause] for row in rows) for cause in CAUSES}
    occurring = tuple(cause for cause in CAUSES if any(row.shares[cause] for row in rows))
    most = max(occurring, key=totals.__getitem__, default=None)
    return SharesView(lang, rows, occurring, most)
