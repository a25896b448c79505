"""What the chart of the spread of recovery times shows, as numbers."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bcp.inventory.models import Function, Inventory
from bcp.report.charts.axis import TimeAxis, axis_to
from bcp.report.charts.picture import Size, Source
from bcp.report.names import called, clean
from bcp.report.risk import Chance, Risk
from bcp.scenario.models import Head
from bcp.words import Lang

__all__ = ["ENOUGH", "HALF", "MOST_ROWS", "Row", "SpreadView", "percent", "spread_view"]

ENOUGH, HALF = 0.9, 0.5
"""From which chance of meeting its RTO on a function is well, and from which on it is fair."""
MOST_ROWS: Mapping[Size, int] = {"a3": 40, "a4": 32, "slide": 14}
"""How many functions fit on a sheet."""
Grade = Literal["good", "fair", "poor"]


@dataclass(frozen=True, slots=True)
class Row:
    """A function; all times in seconds of downtime."""

    id: str
    name: str
    rank: str
    rto: int
    mtpd: int | None
    p10: float | None
    p50: float
    p90: float
    p99: float
    chance: float
    """Of meeting its RTO, from 0 to 1."""

    @property
    def grade(self) -> Grade:
        """How its chance is judged."""
        if self.chance >= ENOUGH:
            return "good"
        return "fair" if self.chance >= HALF else "poor"

    @property
    def low(self) -> float:
        """Where its bar begins: at P10, or at the median where that is not known."""
        return self.p50 if self.p10 is None else self.p10


@dataclass(frozen=True, slots=True)
class SpreadView:
    """Everything the picture says."""

    lang: Lang
    scenario: str
    runs: int
    loss: tuple[float, float]
    """Median and P90, in weighted hours."""
    axis: TimeAxis
    tiers: tuple[int, ...]
    rows: tuple[Row, ...]
    """The lowest chance first."""
    more: int
    """How many are left out for want of room."""
    never: int
    """How many stop in no run."""
    below: int
    """How many have less than :data:`ENOUGH` of a chance, shown or not."""
    total: int
    """How many functions are both in the result and in the inventory."""
    unknown: tuple[str, ...]
    """The ids of functions that only the result knows."""
    unplayed: int
    """How many functions only the inventory knows."""
    source: str


def spread_view(
    risk: Risk,
    head: Head,
    inventory: Inventory,
    lang: Lang,
    *,
    most: int | None = MOST_ROWS["a4"],
    source: Source | None = None,
) -> SpreadView:
    """Return what the picture shows.

    Parameters
    ----------
    risk
        What `bcp risk` found.
    head
        Of the scenario that it found it for: says which targets count.
    inventory
        Gives names and targets.
    lang
        Of the names, and of the words in the picture.
    most
        How many functions to show; all if None.
    source
        Where the picture comes from.
    """
    held = {function.id: function for function in inventory.functions}
    rows = [
        _row(held[id_], chance, head, lang) for id_, chance in risk.functions.items() if id_ in held
    ]
    hit = [row for row in rows if risk.functions[row.id].p_down > 0]
    hit.sort(key=lambda row: (row.chance, -row.p90))
    shown = hit[:most]
    ends = [math.ceil(row.p99) for row in shown]
    marks = [row.rto for row in shown]
    return SpreadView(
        lang=lang,
        scenario=clean(called(head, lang)),
        runs=risk.runs,
        loss=(risk.loss.p50, risk.loss.p90),
        axis=axis_to([*ends, *marks], kind="log"),
        tiers=inventory.organisation.tiers,
        rows=tuple(shown),
        more=len(hit) - len(shown),
        never=len(rows) - len(hit),
        below=sum(row.chance < ENOUGH for row in rows),
        total=len(rows),
        unknown=tuple(clean(id_) for id_ in risk.functions if id_ not in held),
        unplayed=sum(id_ not in risk.functions for id_ in held),
        source=source.line(lang) if source else "",
    )


def _row(function: Function, chance: Chance, head: Head, lang: Lang) -> Row:
    day = None if head.starts is None else (head.starts.month, head.starts.day)
    time = chance.downtime
    return Row(
        id=function.id,
        name=clean(called(function, lang)),
        rank=clean(function.rank or ""),
        rto=function.rto_at(head.severity, day),
        mtpd=None if function.mtpd is None else function.mtpd.at(head.severity),
        p10=time.p10,
        p50=time.p50,
        p90=time.p90,
        p99=time.p99,
        chance=chance.p_rto_met,
    )


def percent(chance: float) -> int:
    """Return a chance in whole percent, never rounded up, so that 89.9 % is not read as 90."""
    return math.floor(chance * 100 + 1e-9)
