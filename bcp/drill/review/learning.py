"""How long tasks took when people did them: what drills teach the plan. Pure.

A time counts only if it is a fact about work: begun and finished by people, on a clock that ran as
real ones do, not broken off. Pauses do not count, as the exercise clock stands during them.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from bcp.drill.live.state import Attempt, DrillState
from bcp.inventory.measured import Measurement
from bcp.inventory.models import Inventory
from bcp.units import halves_up

__all__ = ["Learnt", "Lesson", "Reason", "Seen", "lessons", "merged", "seen_in"]

Reason = Literal[
    "plan", "clock", "unfinished", "aborted", "leap", "speed", "zero", "absurd", "unknown"
]
"""Why a go at a task says nothing: begun by the plan; finished by the clock; not finished; broken
off; the clock leapt during it; it ran fast; it took no time; it is out of all proportion to the
plan; the inventory has no such task any more."""

_ABSURD = 20
"""How many times longer or shorter than planned is no measurement but a mistake."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What one record says."""

    measurements: tuple[Measurement, ...]
    left_out: Counter[Reason]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A task: what was planned and what was measured, in seconds."""

    procedure: str
    task: str
    planned: int
    took: tuple[int, ...]
    """Every measurement, in the order of the days."""
    last: dt.date

    @property
    def count(self) -> int:
        """How often it was measured."""
        return len(self.took)

    @property
    def median(self) -> int:
        """The middle of what was measured; of two in the middle, their mean, halves up."""
        ordered, middle = sorted(self.took), len(self.took) // 2
        if len(ordered) % 2:
            return ordered[middle]
        return halves_up(Fraction(ordered[middle - 1] + ordered[middle], 2))


@dataclass(frozen=True, slots=True)
class Learnt:
    """What all records together teach."""

    lessons: tuple[Lesson, ...]
    """In the order of the inventory."""
    left_out: Counter[Reason]


def seen_in(state: DrillState, record: str, on: dt.date) -> Seen:
    """Return what one drill measured.

    Parameters
    ----------
    state
        The drill at the end of its record.
    record
        The name of the record.
    on
        The day on which it was held.
    """
    found: list[Measurement] = []
    left_out: Counter[Reason] = Counter()
    for attempt in state.attempts:
        reason = _flaw(state, attempt)
        if reason is not None:
            left_out[reason] += 1
            continue
        found.append(
            Measurement(
                procedure=attempt.work.procedure,
                task=attempt.work.task,
                took=_length(attempt),
                on=on,
                drill=state.setting.drill.drill.id,
                record=record,
            )
        )
    return Seen(tuple(found), left_out)


def _length(attempt: Attempt) -> int:
    """Return how long it took on the exercise clock, in whole seconds."""
    return ((attempt.finished_exercise or 0) - attempt.exercise) // 1000


def _flaw(state: DrillState, attempt: Attempt) -> Reason | None:  # noqa: PLR0911 (one a reason)
    """Return why *attempt* is no measurement, or None."""
    if attempt.by_plan:
        return "plan"
    if attempt.aborted is not None:
        return "aborted"
    if attempt.finished is None:
        return "unfinished"
    if attempt.finished_exercise is None:
        return "clock"
    if 0 in attempt.speeds:
        return "leap"
    if any(speed != 1 for speed in attempt.speeds):
        return "speed"
    took, planned = _length(attempt), state.order.duration(attempt.work)
    if took <= 0:
        return "zero"
    if planned and not planned <= took * _ABSURD <= planned * _ABSURD**2:
        return "absurd"
    return None


def lessons(seen: Iterable[Seen], inventory: Inventory) -> Learnt:
    """Return what *seen* teaches about the tasks of *inventory*."""
    left_out: Counter[Reason] = Counter()
    by_task: dict[tuple[str, str], list[Measurement]] = {}
    known = {(item.id, task.id): task for item in inventory.procedures for task in item.tasks}
    for one in seen:
        left_out.update(one.left_out)
        for held in one.measurements:
            if (held.procedure, held.task) in known:
                by_task.setdefault((held.procedure, held.task), []).append(held)
            else:
                left_out["unknown"] += 1
    found = []
    for key, task in known.items():
        if measured := sorted(by_task.get(key, ()), key=lambda held: held.on):
            took = tuple(held.took for held in measured)
            found.append(Lesson(*key, task.duration.mean, took, measured[-1].on))
    return Learnt(tuple(found), left_out)


def merged(kept: Sequence[Measurement], seen: Iterable[Seen]) -> tuple[Measurement, ...]:
    """Return what is to be kept: each record counts once, those no longer there as they were.

    Parameters
    ----------
    kept
        What was written down before.
    seen
        What the records say now.
    """
    fresh = [held for one in seen for held in one.measurements]
    again = {held.record for held in fresh}
    every = [*(held for held in kept if held.record not in again), *fresh]
    return tuple(sorted(every, key=lambda held: (held.on, held.record, held.procedure, held.task)))
