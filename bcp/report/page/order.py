"""The recovery priority: bars over a folded time axis for a scenario, and the table without one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bcp.outlook.outlook import Outlook
from bcp.recovery.result import PriorityRow
from bcp.report.charts.timeline.scale import Scale, scale_to
from bcp.report.dossier import Dossier
from bcp.report.page.voice import EMPTY, Both, Voice
from bcp.words.recovery import WORDS as RECOVERY

__all__ = ["Bar", "Order", "OrderRow", "Played", "Tick", "order_of"]

_ROWS = 20
_BEYOND = -1
"""The tier of what is required later than the last band (`PriorityRow.tier`)."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled line of the axis."""

    place: float
    """From 0, the incident, to 1, the end of the axis."""
    label: Both


@dataclass(frozen=True, slots=True)
class Bar:
    """The recovery of a component along the axis; places from 0 to 1."""

    start: float | None
    """None: it never began."""
    end: float | None
    """None: it is not finished within the horizon."""
    due: float | None
    """When functions need it; None: nobody waits for it, or later than the axis shows."""
    is_late: bool


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One row of the recovery priority."""

    rank: int
    id: str
    name: Both
    tier: Both
    """The band, said in the first row of each only."""
    bar: Bar | None
    """None without a scenario."""
    start: Both
    finish: Both
    due: Both
    reason: Both


@dataclass(frozen=True, slots=True)
class Played:
    """The order in which a scenario was recovered."""

    scenario: str
    name: Both
    ticks: tuple[Tick, ...]
    rows: tuple[OrderRow, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Order:
    """Both orders."""

    played: Played | None
    """Of the foremost scenario that damages anything."""
    rows: tuple[OrderRow, ...]
    """If everything were lost."""
    left_out: int


def order_of(dossier: Dossier, voice: Voice) -> Order:
    """Return the recovery priority."""
    outlook = next((one for one in dossier.outlooks if one.order), None)
    last = max(dossier.inventory.organisation.tiers, default=0)
    shown = dossier.priority[:_ROWS]
    return Order(
        played=None if outlook is None else _played(outlook, dossier, voice),
        rows=_rows(shown, None, last, voice),
        left_out=len(dossier.priority) - len(shown),
    )


def _played(outlook: Outlook, dossier: Dossier, voice: Voice) -> Played:
    tiers = dossier.inventory.organisation.tiers
    shown = outlook.order[:_ROWS]
    moments = [row.finish or row.earliest_start or 0 for row in shown]
    scale = scale_to(moments, tiers, outlook.horizon)
    ticks = tuple(Tick(scale.place(edge), _edge(edge, voice)) for edge in scale.edges)
    return Played(
        scenario=outlook.head.id,
        name=voice.scenario(outlook.head.id),
        ticks=ticks,
        rows=_rows(shown, scale, max(tiers, default=0), voice),
        left_out=outlook.damaged - len(shown),
    )


def _edge(seconds: int, voice: Voice) -> Both:
    return voice.brief(seconds) if seconds else voice.say("axis-start")


def _rows(
    rows: Sequence[PriorityRow], scale: Scale | None, last: int, voice: Voice
) -> tuple[OrderRow, ...]:
    found, before = [], object()
    for row in rows:
        tier = EMPTY if row.tier == before else _tier(row.tier, last, voice)
        before = row.tier
        found.append(_row(row, scale, tier, voice))
    return tuple(found)


def _tier(tier: int | None, last: int, voice: Voice) -> Both:
    if tier is None:
        return voice.say("tier-spare")
    if tier == _BEYOND:
        return voice.say("tier-beyond", length=voice.span(last))
    return voice.say("tier-within", length=voice.span(tier))


def _row(row: PriorityRow, scale: Scale | None, tier: Both, voice: Voice) -> OrderRow:
    return OrderRow(
        rank=row.rank,
        id=row.component,
        name=voice.name(row.component),
        tier=tier,
        bar=None if scale is None else _bar(row, scale),
        start=voice.span(row.earliest_start),
        finish=voice.span(row.finish),
        due=voice.span(row.required_by),
        reason=voice.phrase(RECOVERY, row.reason),
    )


def _bar(row: PriorityRow, scale: Scale) -> Bar:
    start, end, due = row.earliest_start, row.finish, row.required_by
    return Bar(
        start=None if start is None else scale.place(start),
        end=None if end is None or not scale.covers(end) else scale.place(end),
        due=None if due is None or not scale.covers(due) else scale.place(due),
        is_late=due is not None and (end is None or end > due),
    )
