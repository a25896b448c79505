"""What the chart of an earlier state against the present one shows, as numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from bcp.inventory.models import Function, Inventory
from bcp.outlook.changes import Changes
from bcp.outlook.outlook import Outlook, by_urgency
from bcp.recovery.result import FunctionResult
from bcp.report.charts.axis import TimeAxis, axis_to
from bcp.report.charts.picture import Size, Source
from bcp.report.names import called, clean
from bcp.words import Lang

__all__ = ["MOST_ROWS", "Change", "Loss", "Row", "YearsView", "years_view"]

MOST_ROWS: Mapping[Size, int] = {"a3": 40, "a4": 30, "slide": 14}
"""How many functions fit on a sheet."""
_LONGEST = 30
"""How many letters of the name of the earlier state are shown."""
Change = Literal["worse", "better", "new", "gone", "same"]


@dataclass(frozen=True, slots=True)
class Row:
    """A function; times in seconds."""

    id: str
    name: str
    rank: str
    before: int | None
    """Its downtime then; None: there was no such function."""
    after: int | None
    """Its downtime now; None: there is none any more."""
    was_open: bool
    """Whether it was still down at the end then."""
    is_open: bool
    rto: int
    """The one of now; of a function that is gone, the one of then."""

    @property
    def change(self) -> Change:
        """What became of it."""
        if self.before is None:
            return "new"
        if self.after is None:
            return "gone"
        then, now = (self.was_open, self.before), (self.is_open, self.after)
        return "same" if then == now else "worse" if now > then else "better"


@dataclass(frozen=True, slots=True)
class Loss:
    """A scenario, in weighted hours."""

    scenario: str
    before: Fraction | None
    """None: there was no such scenario."""
    after: Fraction


@dataclass(frozen=True, slots=True)
class YearsView:
    """Everything the picture says."""

    lang: Lang
    organisation: str
    label: str
    """What the earlier state is called."""
    scenario: str
    """The name of the one whose functions are shown; empty if there is none."""
    is_compared: bool
    """Whether the earlier state holds that scenario."""
    axis: TimeAxis
    tiers: tuple[int, ...]
    rows: tuple[Row, ...]
    """What changed most first, the worse before the better."""
    more: int
    """How many are left out for want of room."""
    unhit: int
    """How many stopped neither then nor now."""
    counts: Mapping[Change, int]
    """Of all functions that stopped then or now, shown or not."""
    met: tuple[int, int]
    """How many met their RTO then, and how many do now."""
    total: int
    """How many functions there are now."""
    losses: tuple[Loss, ...]
    """All scenarios, the one of *scenario* first."""
    source: str


def years_view(
    changes: Changes,
    outlooks: Sequence[Outlook],
    inventory: Inventory,
    lang: Lang,
    *,
    most: int | None = MOST_ROWS["a4"],
    source: Source | None = None,
) -> YearsView:
    """Return what the picture shows: the functions of the first scenario, the losses of all.

    Parameters
    ----------
    changes
        The earlier state.
    outlooks
        What the scenarios do now.
    inventory
        As it is now.
    lang
        Of the names, and of the words in the picture.
    most
        How many functions to show; all if None.
    source
        Where the picture comes from.
    """
    first = next((held for held in outlooks if held.head.id in changes.outlooks), None)
    chosen = first or next(iter(outlooks), None)
    then = changes.outlooks[first.head.id].functions if first else {}
    now = chosen.functions if chosen else {}
    rows = _rows(changes.inventory, inventory, then, now, lang) if first else []
    hit = [row for row in rows if row.before or row.after]
    shown = sorted(hit, key=_merit)[:most]
    others = [held for held in outlooks if held is not chosen]
    return YearsView(
        lang=lang,
        organisation=clean(called(inventory.organisation, lang)),
        label=_short(clean(changes.label)),
        scenario=clean(called(chosen.head, lang)) if chosen else "",
        is_compared=first is not None,
        axis=axis_to(_moments(shown)),
        tiers=inventory.organisation.tiers,
        rows=tuple(shown),
        more=len(hit) - len(shown),
        unhit=len(rows) - len(hit),
        counts={kind: sum(row.change == kind for row in hit) for kind in _ORDER},
        met=(_met(then), _met(now)),
        total=len(now),
        losses=tuple(
            _loss(held, changes, lang) for held in [*([chosen] if chosen else []), *others]
        ),
        source=source.line(lang) if source else "",
    )


def _short(label: str) -> str:
    """Return the end of a long path: a title holds no more."""
    return label if len(label) <= _LONGEST else f"…{label[1 - _LONGEST :]}"


_ORDER: tuple[Change, ...] = ("worse", "better", "new", "gone", "same")


def _merit(row: Row) -> tuple[int, int]:
    return _ORDER.index(row.change), -abs((row.after or 0) - (row.before or 0))


def _moments(rows: Sequence[Row]) -> list[int]:
    return [moment for row in rows for moment in (row.before, row.after, row.rto) if moment]


def _met(functions: Mapping[str, FunctionResult]) -> int:
    return sum(held.rto_met for held in functions.values())


def _rows(
    before: Inventory,
    after: Inventory,
    then: Mapping[str, FunctionResult],
    now: Mapping[str, FunctionResult],
    lang: Lang,
) -> list[Row]:
    """Return all functions by urgency, those that are gone last."""
    held = {function.id: function for function in (*before.functions, *after.functions)}
    here = by_urgency(after, [id_ for id_ in held if id_ in now])
    gone = by_urgency(before, [id_ for id_ in held if id_ in then and id_ not in now])
    return [_row(held[id_], then.get(id_), now.get(id_), lang) for id_ in (*here, *gone)]


def _row(
    function: Function, then: FunctionResult | None, now: FunctionResult | None, lang: Lang
) -> Row:
    told = now or then
    assert told is not None
    return Row(
        id=function.id,
        name=clean(called(function, lang)),
        rank=clean(function.rank or ""),
        before=None if then is None else then.downtime,
        after=None if now is None else now.downtime,
        was_open=then is not None and then.restored is None,
        is_open=now is not None and now.restored is None,
        rto=told.rto,
    )


def _loss(held: Outlook, changes: Changes, lang: Lang) -> Loss:
    earlier = changes.outlooks.get(held.head.id)
    before = None if earlier is None else earlier.loss
    return Loss(clean(called(held.head, lang)), before, held.loss)
