"""Time that goes by in a drill: what is due is given, and everything becomes entries. Pure."""

from __future__ import annotations

from typing import Literal

from bcp.drill.live import events as happened
from bcp.drill.live.events import Entry, Event
from bcp.drill.live.fold import evolve
from bcp.drill.live.passing import next_moment, pass_to
from bcp.drill.live.state import DrillState

__all__ = ["Story", "Told", "catch_up"]

Told = tuple[DrillState, tuple[Entry, ...]]
"""The state afterwards, and the entries that lead to it."""


class Story:
    """What happens at one moment of the exercise, entry by entry."""

    def __init__(self, state: DrillState, exercise: int, real: str) -> None:
        self.state, self.real = state, real
        self.exercise = max(exercise, state.exercise)
        self.entries: list[Entry] = []

    def tell(self, event: Event, exercise: int | None = None, scenario: int | None = None) -> None:
        """Add an event; now, unless it happened on the way here."""
        state = self.state
        entry = Entry(
            len(state.entries) + 1,
            self.exercise if exercise is None else exercise,
            state.scenario_at(self.exercise) if scenario is None else scenario,
            self.real,
            event,
        )
        self.state = evolve(state, entry)
        self.entries.append(entry)

    def catch_up(self) -> None:
        """Let time go by until now, and fire everything in between in order."""
        while True:
            target = self.state.scenario_at(self.exercise)
            found = _next_event(self.state, target)
            moment = next_moment(self.state)
            if moment is not None and moment <= target and (found is None or moment < found[0]):
                self.state = pass_to(self.state, self._exercise_at(moment), moment)
            elif found is not None:
                due = max(found[0], self.state.scenario)
                self.tell(found[1], self._exercise_at(due), due)
            else:
                self.state = pass_to(self.state, self.exercise, target)
                return

    def _exercise_at(self, scenario: int) -> int:
        there = self.state.anchor.exercise_at(scenario)
        return min(max(there, self.state.exercise), self.exercise)


def _next_event(state: DrillState, target: int) -> tuple[int, Event] | None:
    """Return what happens next by itself and is recorded, not later than *target*, and when."""
    if state.phase not in {"running", "paused"}:
        return None
    found: list[tuple[int, int, Event]] = []
    for place, (no, given) in enumerate(state.injects.items()):
        if given.fired is None and given.due is not None and given.due <= target:
            has_condition = state.setting.injects[no].when is not None
            by: Literal["condition", "clock"] = "condition" if has_condition else "clock"
            found.append((given.due, place, happened.InjectFired(inject=no, by=by)))
    found += [(at, -1, event) for at, event in _leaps(state) if at <= target]
    if not found:
        return None
    due, _, chosen = min(found, key=lambda one: (one[0], one[1]))
    return due, chosen


def _leaps(state: DrillState) -> list[tuple[int, Event]]:
    """Return the planned leaps that are still to come."""
    if state.leap is not None or state.phase != "running":
        return []
    clock = state.setting.drill.clock
    return [
        (
            leap.at,
            happened.Jumped(origin=leap.at, to=leap.to, meanwhile=clock.meanwhile, planned=True),
        )
        for leap in clock.jumps
        if leap.at >= state.scenario
    ]


def catch_up(state: DrillState, exercise: int, real: str) -> Told:
    """Let time go by until the exercise clock shows *exercise* milliseconds.

    Every inject that is due and every planned leap in between happens in order, exactly once.

    Parameters
    ----------
    state
        Where the drill stands.
    exercise
        Milliseconds; not less than the state's.
    real
        The local time to label entries with.
    """
    story = Story(state, exercise, real)
    story.catch_up()
    return story.state, tuple(story.entries)
