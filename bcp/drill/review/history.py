"""Drills over the years: what each reached, what is overdue, what no drill has dealt with. Pure.

Rehearsals by a script and drills that were not ended are shown, but count for nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from bcp.drill.file.models import Head
from bcp.drill.live.forecast import play_out
from bcp.drill.live.objectives import Item, improvement_items, measure
from bcp.drill.live.state import DrillState
from bcp.drill.review.touched import Touched, touched_by
from bcp.inventory.models import Inventory
from bcp.memory import paused_gc
from bcp.outage.timeline import downtimes
from bcp.recovery.outcome import downtime, restored
from bcp.recovery.strategy import targets
from bcp.units import DAY

__all__ = [
    "History",
    "Overdue",
    "OverdueItem",
    "Past",
    "Trend",
    "Untouched",
    "history_of",
    "past_of",
    "untouched",
]

Trend = Literal["better", "same", "worse", "first"]


@dataclass(frozen=True, slots=True)
class Past:
    """A drill that was held, in figures."""

    record: str
    """The name of its record."""
    head: Head
    inventory: str
    """The id of the organisation."""
    on: dt.date | None
    by: Literal["people", "script"]
    is_ended: bool
    down: int
    """How many functions were down."""
    met: int
    """How many of them came back within their RTO, or will if the plan is followed."""
    over: int
    """Total downtime beyond the RTOs, in seconds, to the horizon."""
    objectives: int
    reached: int
    """How many objectives were reached: as people rated them, else as measured."""
    items: tuple[Item, ...]
    touched: Touched

    @property
    def counts(self) -> bool:
        """Whether people held it to its end."""
        return self.is_ended and self.by == "people"


@dataclass(frozen=True, slots=True)
class Overdue:
    """A drill that should have been held again."""

    drill: str
    last: dt.date | None
    """When it was held last; None: never."""
    due: dt.date | None
    """When it was due; None: never held."""


@dataclass(frozen=True, slots=True)
class OverdueItem:
    """An improvement whose date has passed and that was not done."""

    record: str
    item: Item


@dataclass(frozen=True, slots=True)
class Untouched:
    """What no drill has dealt with, in the order of the inventory."""

    components: tuple[str, ...]
    """Those with a procedure: the others can never be worked on."""
    tasks: tuple[str, ...]
    functions: tuple[str, ...]
    of: tuple[int, int, int]
    """How many components with a procedure, tasks and functions there are."""


@dataclass(frozen=True, slots=True)
class History:
    """All drills of a workspace."""

    pasts: tuple[Past, ...]
    """The oldest first."""
    trends: dict[str, Trend]
    """Of each record: against the one before of the same drill."""
    overdue: tuple[Overdue, ...]
    items: tuple[OverdueItem, ...]


def past_of(
    state: DrillState, record: str, on: dt.date | None, by: Literal["people", "script"]
) -> Past:
    """Return a drill in figures.

    Parameters
    ----------
    state
        How it stands at the end of its record.
    record
        The name of the record.
    on
        The day on which it was held, if that is known.
    by
        Whether people held it, or a script rehearsed it.
    """
    downs, rto = _played(state), targets(state.setting.network, state.case.impact)
    down = {id_: held for id_, held in downs.items() if held[1]}
    return Past(
        record=record,
        head=state.setting.drill.drill,
        inventory=state.setting.inventory.organisation.id,
        on=on,
        by=by,
        is_ended=state.phase == "ended",
        down=len(down),
        met=sum(back is not None and length <= rto[id_] for id_, (back, length) in down.items()),
        over=sum(max(0, length - rto[id_]) for id_, (_, length) in down.items()),
        objectives=len(state.setting.drill.objectives),
        reached=_reached(state),
        items=improvement_items(state),
        touched=touched_by(state),
    )


def _played(state: DrillState) -> dict[str, tuple[int | None, int]]:
    """Return when each function is back and how long it was down, the plan followed after the end."""
    if state.phase == "ready":
        return {}
    with paused_gc():
        downs = downtimes(play_out(state).condition.changes)
    horizon = state.case.horizon
    return {
        id_: (restored(downs.get(id_, ())), downtime(downs.get(id_, ()), horizon))
        for id_ in state.setting.network.functions
    }


def _reached(state: DrillState) -> int:
    found = 0
    for objective in state.setting.drill.objectives:
        rated = state.ratings.get(objective.id)
        is_met = rated.rating in {"P", "S"} if rated else measure(state, objective).is_met
        found += bool(is_met)
    return found


def history_of(pasts: Iterable[Past], drills: Sequence[Head], today: dt.date) -> History:
    """Return the drills over the years.

    Parameters
    ----------
    pasts
        Those that were held, the oldest first.
    drills
        Those there are files of: only these can be overdue.
    today
        By which day to judge what is overdue.
    """
    known = tuple(pasts)
    overdue = (_overdue(head, known, today) for head in drills)
    items = (
        OverdueItem(past.record, item)
        for past in known
        if past.by == "people"
        for item in past.items
        if item.done is None and item.due is not None and item.due < today
    )
    found = sorted(items, key=lambda held: held.item.due or today)
    return History(
        pasts=known,
        trends={past.record: _trend(past, known[:n]) for n, past in enumerate(known)},
        overdue=tuple(one for one in overdue if one is not None),
        items=tuple(found),
    )


def _trend(past: Past, before: Sequence[Past]) -> Trend:
    """Compare a drill with the one before: functions in time, then downtime beyond the targets."""
    earlier = [one for one in before if one.head.id == past.head.id and one.counts]
    if not earlier or not past.counts:
        return "first"
    old, new = _measure(earlier[-1]), _measure(past)
    return "same" if new == old else "better" if new > old else "worse"


def _measure(past: Past) -> tuple[float, int]:
    return (past.met / past.down if past.down else 1.0, -past.over)


def _overdue(head: Head, pasts: Sequence[Past], today: dt.date) -> Overdue | None:
    if head.every is None:
        return None
    days = [one.on for one in pasts if one.head.id == head.id and one.counts and one.on is not None]
    if not days:
        return Overdue(head.id, None, None)
    due = max(days) + dt.timedelta(days=head.every // DAY)
    return Overdue(head.id, max(days), due) if due < today else None


def untouched(pasts: Iterable[Past], inventory: Inventory) -> Untouched:
    """Return what of *inventory* none of its drills has dealt with."""
    held = [
        past.touched
        for past in pasts
        if past.counts and past.inventory == inventory.organisation.id
    ]
    components = [item.id for item in inventory.components if item.procedure]
    used = {name for item in inventory.components for name in item.procedure}
    tasks = [
        f"{item.id}/{task.id}"
        for item in inventory.procedures
        if item.id in used
        for task in item.tasks
    ]
    functions = [item.id for item in inventory.functions]
    return Untouched(
        components=_left(components, (one.components for one in held)),
        tasks=_left(tasks, (one.tasks for one in held)),
        functions=_left(functions, (one.functions for one in held)),
        of=(len(components), len(tasks), len(functions)),
    )


def _left(ids: Sequence[str], touched: Iterable[frozenset[str]]) -> tuple[str, ...]:
    known = frozenset[str]().union(*touched)
    return tuple(id_ for id_ in ids if id_ not in known)
