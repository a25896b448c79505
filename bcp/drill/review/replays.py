"""The same scenario played again with some of what happened in a drill: what minutes are told by.

Every replay starts whatever can start, at once. They differ in what strikes, in who goes first and
in how long tasks take.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bcp.drill.live import events as happened
from bcp.drill.live.fold import effective
from bcp.drill.live.passing import NOBODY
from bcp.drill.live.setting import Setting, acts_at, extended
from bcp.drill.live.state import DrillState
from bcp.recovery.play import Case, State, advance, begin, next_instant, step
from bcp.recovery.strategy import Order, plan_by
from bcp.recovery.works import Starter, Work, Workshop, by_order_of, by_plan
from bcp.scenario.models import Event

__all__ = ["Change", "Game", "Still", "TeamPlan", "changes_of", "played", "still_of"]


@dataclass(frozen=True, slots=True)
class Still:
    """A leap of the scenario's clock during which nothing was begun."""

    start: int
    """From this moment on, in seconds since the incident …"""
    end: int
    """… until this one."""
    begun: tuple[Work, ...] = ()
    """What people had begun before it: that may be begun at its first moment still."""


@dataclass(frozen=True, slots=True)
class Change:
    """What an inject, or what was decided about it, changed in the scenario."""

    no: str
    """The inject."""
    at: int
    """When it struck, in seconds since the incident."""
    events: tuple[Event, ...]
    is_early: bool = False
    """Whether it was given before the drill started: its plan knew of it."""

    def only(self, choose: Callable[[Event], bool]) -> Change:
        """Return the change with those of its events that *choose* accepts."""
        return replace(self, events=tuple(event for event in self.events if choose(event)))


def changes_of(state: DrillState) -> tuple[Change, ...]:
    """Return what changed the scenario in a drill, in the order in which it happened."""
    found: list[Change] = []
    is_early = True
    for entry in effective(state.entries):
        event = entry.event
        if isinstance(event, happened.Started):
            is_early = False
        elif isinstance(event, happened.InjectFired):
            inject, at = state.setting.injects[event.inject], state.injects[event.inject].fired
            found.append(Change(event.inject, at or 0, inject.events, is_early))
        elif isinstance(event, happened.Decided):
            options = state.setting.injects[event.inject].options
            at = state.injects[event.inject].option_at
            events = next(held.events for held in options if held.id == event.option)
            found.append(Change(event.inject, at or 0, events))
    return tuple(change for change in found if change.events)


def still_of(state: DrillState) -> tuple[Still, ...]:
    """Return the leaps of the scenario's clock during which nothing was assumed to be begun."""
    clock = state.setting.drill.clock
    leaps = [(-1, clock.starts)] if clock.meanwhile == "nothing" and clock.starts else []
    for entry in effective(state.entries):
        event = entry.event
        if isinstance(event, happened.Jumped) and event.meanwhile == "nothing":
            leaps.append((event.origin, event.to))
    return tuple(
        Still(start, end, tuple(held.work for held in state.attempts if held.started <= start))
        for start, end in leaps
    )


@dataclass(frozen=True, slots=True)
class TeamPlan:
    """A plan whose tasks a team did in an order of its own, and took its own time for."""

    order: Order
    """Of the plan: for all that the team did not do."""
    ranks: Mapping[Work, int] = field(default_factory=dict)
    """The position of what the team did."""
    lengths: Mapping[Work, int] = field(default_factory=dict)
    """How long it took, in seconds."""

    def procedure(self, component: str) -> str | None:
        """Return the procedure of *component*."""
        return self.order.procedure(component)

    def place(self, work: Work) -> int:
        """Return the position of *work*: what the team did, then the rest as planned."""
        return self.ranks.get(work, len(self.ranks) + self.order.place(work))

    def duration(self, work: Work) -> int:
        """Return the seconds that *work* takes."""
        return self.lengths.get(work, self.order.duration(work))

    @property
    def holds_back(self) -> bool:
        """Whether a crew is kept for what comes first: people decide that by starting tasks."""
        return False


@dataclass(frozen=True, slots=True)
class Game:
    """What is played again."""

    setting: Setting
    changes: tuple[Change, ...] = ()
    still: tuple[Still, ...] = ()
    strategy: str | None = None
    """Whose order counts; that of the drill if left out."""
    chosen: Mapping[str, str] = field(default_factory=dict)
    """The procedures that people chose."""
    ranks: Mapping[Work, int] = field(default_factory=dict)
    lengths: Mapping[Work, int] = field(default_factory=dict)

    def plan_for(self, case: Case) -> TeamPlan:
        """Return the plan for what *case* damages."""
        strategy = self.strategy or self.setting.drill.drill.strategy
        order = plan_by(strategy, case.network, case.impact, self.chosen)
        return TeamPlan(order, self.ranks, self.lengths)

    def starter(self) -> Starter:
        """Return who starts tasks: the plan, but not while nothing is begun."""
        return self._start if self.still else by_plan

    def _start(self, workshop: Workshop) -> bool:
        for held in self.still:
            if held.start < workshop.now < held.end:
                return False
            if held.start == workshop.now:
                return by_order_of(held.begun)(workshop)
        return by_plan(workshop)


def played(game: Game) -> tuple[Case, State]:
    """Return the case with all that struck, and how it stands at the horizon.

    The plan does not know what will strike: it is made anew when it does, as in the drill.
    """
    case, engine, starter = game.setting.case, begin(), game.starter()
    for change in game.changes:
        if change.is_early:
            case = extended(case, change.events, change.at)
    plan = game.plan_for(case)
    for at, changes in _stops(game):
        engine = advance(case, engine, plan, at, starter)
        if next_instant(case, engine) == at:
            # What strikes now is known before anybody begins anything now.
            engine = step(case, engine, plan, at, NOBODY)
        for change in changes:
            # One after the other, as they are given: the first may call those whom the next takes.
            after = extended(case, change.events, at)
            late = acts_at(case, after, at)
            case, plan = after, game.plan_for(after)
            engine = step(case, engine, plan, at, NOBODY, late=late)
        engine = step(case, engine, plan, at, starter, deed=Workshop.queue_again)
    return case, advance(case, engine, plan, case.horizon, starter)


def _stops(game: Game) -> Sequence[tuple[int, list[Change]]]:
    """Return the moments at which something changes or a leap is over, in order."""
    found: dict[int, list[Change]] = {held.end: [] for held in game.still}
    for change in game.changes:
        if not change.is_early and change.events:
            found.setdefault(change.at, []).append(change)
    return [(at, found[at]) for at in sorted(found) if at < game.setting.case.horizon]
