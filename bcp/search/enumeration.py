"""Small cases exactly: every play that any order and any choice of procedures can lead to.

Not orders are counted but what they decide. Whenever works can start and there are not enough
people for all of them, an order decides which set of them starts: one to which no further work can
be added. Whoever follows every such set at every moment has seen every play. ``docs/bounds.md``
shows that each of these plays is also that of some order: the works in the sequence of their starts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import prod

from bcp.recovery.play import Case, State, advance, begin
from bcp.recovery.strategy import Order
from bcp.recovery.works import Work, Workshop
from bcp.search.judging import loss_of, loss_of_order

__all__ = ["Enumerated", "enumerate_plays"]

_MOST_SETS = 5000
"""Sets of works between which one moment may leave the choice."""
_HOPELESS = 100
"""A case is given up when one play has met choices enough for so many times the plays allowed."""


@dataclass(frozen=True, slots=True)
class Enumerated:
    """What all plays of a case came to."""

    order: Order
    """Leads to the best play."""
    loss: Fraction
    """Of that order, in weighted hours."""
    least: Fraction
    """The least loss of any play; below `loss` only where a component is damaged twice, so that one
    place in the order has to do for two recoveries."""
    plays: int
    """How many there are."""


class _TooMany(Exception):  # noqa: N818 (nothing is wrong)
    """There are more plays than were allowed."""


def enumerate_plays(case: Case, most: int) -> Enumerated | None:
    """Return the best of all plays without holding back, or None if there are more than *most*.

    Parameters
    ----------
    case
        An inventory under a scenario.
    most
        How many plays to look at.
    """
    durations = {key: task.duration.mean for key, task in case.network.tasks.items()}
    best: tuple[Fraction, Order] | None = None
    plays = 0
    try:
        for procedures in _procedures(case, most):
            plan = Order(procedures, _Nowhere(), durations)
            for state in _plays(case, plan, most - plays):
                plays += 1
                loss = loss_of(case, state)
                if best is None or loss < best[0]:
                    best = loss, _order_of(case, plan, state)
    except _TooMany:
        return None
    assert best is not None
    least, order = best
    return Enumerated(order, loss_of_order(case, order), least, plays)


class _Nowhere(dict[tuple[str, str], int]):
    """The places of works while none decides anything."""

    def __missing__(self, key: tuple[str, str]) -> int:
        return 0


def _procedures(case: Case, most: int) -> Iterator[Mapping[str, str]]:
    """Yield every choice of procedures for what is damaged."""
    damaged = sorted(case.impact.damaged, key=case.network.place.__getitem__)
    held = {c: case.network.components[c].procedure for c in damaged}
    able = {component: listed for component, listed in held.items() if listed}
    for number, chosen in enumerate(product(*able.values())):
        if number >= most:
            raise _TooMany
        yield dict(zip(able, chosen, strict=True))


def _plays(case: Case, plan: Order, most: int) -> Iterator[State]:
    """Yield the end of every play by the procedures of *plan*."""
    script: list[int] = []
    for _ in range(most):
        teller = _Teller(script)
        yield advance(case, begin(), plan, case.horizon, teller)
        if teller.seems_to_have > _HOPELESS * most:
            raise _TooMany
        script = teller.next_script()
        if not script:
            return
    raise _TooMany


class _Teller:
    """Starts works as a script says, and the first set of each choice after its end."""

    def __init__(self, script: Sequence[int]) -> None:
        self._script = script
        self._taken: list[tuple[int, int]] = []
        """Of each choice so far: which set was taken, of how many."""

    def __call__(self, workshop: Workshop) -> bool:
        """Start one set of works; return whether one takes no time (a starter of R5 (5))."""
        sets = _fullest(workshop)
        taken = 0
        if len(sets) > 1:
            place = len(self._taken)
            taken = self._script[place] if place < len(self._script) else 0
            self._taken.append((taken, len(sets)))
        instantly = False
        for work in sets[taken]:
            instantly |= workshop.start(work)
        return instantly

    @property
    def seems_to_have(self) -> int:
        """How many plays there would be if every play met the choices of this one."""
        return prod(number for _, number in self._taken)

    def next_script(self) -> list[int]:
        """Return the script of the next play; empty if this was the last one."""
        taken = self._taken
        while taken and taken[-1][0] + 1 == taken[-1][1]:
            taken.pop()
        if not taken:
            return []
        return [*(number for number, _ in taken[:-1]), taken[-1][0] + 1]


def _fullest(workshop: Workshop) -> list[tuple[Work, ...]]:
    """Return the sets of works that can start together and leave no crew for another one."""
    able = [work for work in workshop.works.waiting if workshop.can_start(work)]
    crews = [workshop.task(work).crew for work in able]
    teams = {team for crew in crews for team in crew}
    busy = workshop.works.busy
    free = {t: workshop.roster.present(t, workshop.now) - busy.get(t, 0) for t in teams}
    found: list[tuple[Work, ...]] = []

    def choose(place: int, taken: tuple[int, ...]) -> None:
        if len(found) > _MOST_SETS:
            raise _TooMany
        if place == len(able):
            left = [i for i in range(len(able)) if i not in taken]
            if not any(_fits(crews[i], free) for i in left):
                found.append(tuple(able[i] for i in taken))
            return
        crew = crews[place]
        fits = _fits(crew, free)
        if fits:
            for team, number in crew.items():
                free[team] -= number
            choose(place + 1, (*taken, place))
            for team, number in crew.items():
                free[team] += number
        if not fits or _is_wanted_later(crew, crews[place + 1 :]):
            choose(place + 1, taken)

    choose(0, ())
    return found


def _fits(crew: Mapping[str, int], free: Mapping[str, int]) -> bool:
    return all(free[team] >= number for team, number in crew.items())


def _is_wanted_later(crew: Mapping[str, int], rest: Sequence[Mapping[str, int]]) -> bool:
    """Return whether it can make sense to leave out a work for what comes after it."""
    return any(not crew.keys().isdisjoint(other) for other in rest)


def _order_of(case: Case, plan: Order, state: State) -> Order:
    """Return the order that leads to a play: the sequence of its starts, the rest at the end."""
    pairs = dict.fromkeys((held.work.component, held.work.task) for held in state.works.done)
    for component, procedure in plan.procedures.items():
        for task in case.network.procedures[procedure].tasks:
            pairs.setdefault((component, task.id))
    return Order(plan.procedures, {pair: i for i, pair in enumerate(pairs)}, plan.durations)
