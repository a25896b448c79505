"""Where the minutes of a drill went: its gap to the plan, split without rest. Pure.

A ladder of replays of one scenario leads from the plan to what happened, each rung with one thing
more: what injects struck, the people they took away, leaps of the clock without work, the team's
order, the team's pace, and at last what happened. What a rung adds to the downtime of a function
is what that thing cost; the sum of all is the gap. Less than nothing is time won.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from bcp.drill.live.forecast import play_out
from bcp.drill.live.state import DrillState
from bcp.drill.review.replays import Change, Game, changes_of, played, still_of
from bcp.memory import paused_gc
from bcp.outage.timeline import Downtime, downtimes
from bcp.recovery.outcome import downtime, restored
from bcp.recovery.play import Case, State
from bcp.recovery.strategy import STRATEGIES, targets
from bcp.recovery.works import Work
from bcp.scenario.models import Event

__all__ = ["CAUSES", "Cause", "Ladder", "Outcome", "Rung", "Split", "best_of", "ladder", "splits"]

Cause = Literal["inject", "crew", "leap", "order", "slower", "waiting"]
CAUSES: tuple[Cause, ...] = ("inject", "crew", "leap", "order", "slower", "waiting")
"""What an inject struck; people it took away; the clock leapt while nobody worked; the team's
order; tasks that took longer than planned; work that could have begun and was not."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One replay, and what it has more than the one before."""

    cause: Cause | None
    """None: the plan itself."""
    no: str
    """The inject that strikes in it for the first time; empty if it is not about one."""
    case: Case
    end: State
    """How things stand at the horizon."""
    downs: Mapping[str, Sequence[Downtime]]
    """When everything was down."""

    def downtime(self, function: str) -> int:
        """Return the total length of the outages of *function*, to the horizon."""
        return downtime(self.downs.get(function, ()), self.case.horizon)


@dataclass(frozen=True, slots=True)
class Ladder:
    """From the plan, the first rung, to what happened, the last."""

    rungs: tuple[Rung, ...]

    @property
    def plan(self) -> Rung:
        """What the plan makes of the scenario alone."""
        return self.rungs[0]

    @property
    def actual(self) -> Rung:
        """What happened, played on to the horizon by the plan."""
        return self.rungs[-1]

    def last(self, cause: Cause) -> Rung | None:
        """Return the last rung that adds *cause*, if one does."""
        return next((rung for rung in reversed(self.rungs) if rung.cause == cause), None)

    def before(self, cause: Cause) -> Rung | None:
        """Return the rung below the first that adds *cause*, if one does."""
        pairs = pairwise(self.rungs)
        return next((below for below, rung in pairs if rung.cause == cause), None)


def ladder(state: DrillState) -> Ladder:
    """Return the replays from the plan to what a drill made of its scenario."""
    with paused_gc():
        return Ladder(tuple(_rungs(state)))


def _rungs(state: DrillState) -> Iterator[Rung]:
    setting, changes, still = state.setting, changes_of(state), still_of(state)
    game = Game(setting)
    yield _rung(None, "", *played(game))
    if state.phase == "ready":
        return
    for is_wanted, cause in _SORTS:
        for number, change in enumerate(changes):
            if change.only(is_wanted).events:
                game = replace(game, changes=_struck(changes, number, cause))
                yield _rung(cause, change.no, *played(game))
    if still:
        game = replace(game, still=still)
        yield _rung("leap", "", *played(game))
    ranks: dict[Work, int] = {}
    for attempt in state.attempts:
        ranks.setdefault(attempt.work, len(ranks))
    game = replace(game, chosen=state.chosen, ranks=ranks)
    yield _rung("order", "", *played(game))
    end = play_out(state)
    yield _rung("slower", "", *played(replace(game, lengths=_lengths(state, end))))
    yield _rung("waiting", "", state.case, end)


def _rung(cause: Cause | None, no: str, case: Case, end: State) -> Rung:
    return Rung(cause, no, case, end, downtimes(end.condition.changes))


def _is_staff(event: Event) -> bool:
    return event.staff is not None


def _is_blow(event: Event) -> bool:
    return event.staff is None


_SORTS: tuple[tuple[Callable[[Event], bool], Cause], ...] = (
    (_is_blow, "inject"),
    (_is_staff, "crew"),
)


def _struck(changes: Sequence[Change], number: int, cause: Cause) -> tuple[Change, ...]:
    """Return *changes* as far as a rung has come: up to *number*, of people only in the second."""
    if cause == "inject":
        return tuple(change.only(_is_blow) for change in changes[: number + 1])
    return (*changes[: number + 1], *(change.only(_is_blow) for change in changes[number + 1 :]))


def _lengths(state: DrillState, end: State) -> dict[Work, int]:
    """Return how long each task took: what was broken off counts with the go that followed."""
    lengths = {done.work: done.finish - done.start for done in end.works.done}
    for attempt in state.attempts:
        if attempt.aborted is not None:
            planned = state.order.duration(attempt.work)
            lost = attempt.aborted - attempt.started
            lengths[attempt.work] = lengths.get(attempt.work, planned) + lost
    return lengths


# --- what comes of it --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a function in one play."""

    downtime: int
    """Seconds, over all its outages, to the horizon."""
    restored: int | None
    """When it came up for good; 0: never down; None: not within the horizon."""


@dataclass(frozen=True, slots=True)
class Split:
    """The gap of one function between plan and drill, by cause."""

    function: str
    rto: int
    planned: Outcome
    achieved: Outcome
    shares: Mapping[Cause, int]
    """What each cause added to the downtime, in seconds; their sum is the gap."""
    by_inject: tuple[tuple[Cause, str, int], ...]
    """Of ``inject`` and ``crew``: which inject added how much."""

    @property
    def gap(self) -> int:
        """Downtime in the drill less downtime by the plan, in seconds."""
        return self.achieved.downtime - self.planned.downtime


def outcome_of(rung: Rung, function: str) -> Outcome:
    """Return what became of *function* in a rung."""
    return Outcome(rung.downtime(function), restored(rung.downs.get(function, ())))


def splits(held: Ladder) -> dict[str, Split]:
    """Return the gap of every function, by cause: the shares add up to it exactly."""
    rto = targets(held.plan.case.network, held.plan.case.impact)
    return {function: _split(held, function, rto[function]) for function in rto}


def _split(held: Ladder, function: str, rto: int) -> Split:
    shares: dict[Cause, int] = dict.fromkeys(CAUSES, 0)
    by_inject: list[tuple[Cause, str, int]] = []
    for below, rung in pairwise(held.rungs):
        assert rung.cause is not None
        added = rung.downtime(function) - below.downtime(function)
        shares[rung.cause] += added
        if rung.no and added:
            by_inject.append((rung.cause, rung.no, added))
    return Split(
        function,
        rto,
        outcome_of(held.plan, function),
        outcome_of(held.actual, function),
        shares,
        tuple(by_inject),
    )


def best_of(state: DrillState) -> dict[str, tuple[Outcome, str]]:
    """Return the least downtime that a strategy reaches for each function, and which one.

    On the scenario with what the injects struck, at the moments at which they did, nothing of
    which is known before; tasks take their planned lengths and begin as soon as they can.
    """
    found: dict[str, tuple[Outcome, str]] = {}
    with paused_gc():
        for strategy in sorted(
            STRATEGIES, key=lambda name: name != state.setting.drill.drill.strategy
        ):
            game = Game(state.setting, changes_of(state), strategy=strategy)
            rung = _rung(None, "", *played(game))
            for function in rung.case.network.functions:
                new = outcome_of(rung, function)
                if function not in found or new.downtime < found[function][0].downtime:
                    found[function] = new, strategy
    return found
