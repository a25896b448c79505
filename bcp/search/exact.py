"""How good an order can be at best, and a better one where a solver finds it.

Three ways, from the quickest to the slowest: what is certainly down (``bound``), every play of a
small case (``enumeration``), and a relaxation solved by a constraint solver (``model``). Whatever
they propose is judged by the simulation, and an order is proven the best only where its loss is the
bound itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from bcp.chance.draw import WorkId
from bcp.recovery.play import Case, play
from bcp.recovery.strategy import Order, plan_by
from bcp.search.bound import least_loss
from bcp.search.certain import Certain, certain_of
from bcp.search.enumeration import enumerate_plays
from bcp.search.judging import loss_of

__all__ = ["Effort", "Solved", "solve"]


@dataclass(frozen=True, slots=True)
class Effort:
    """How hard to try."""

    plays: int = 1000
    """A case of so many plays at most is enumerated."""
    works: int = 400
    """A case of so many works at most is given to the solver."""
    deterministic: float = 2.0
    """How long the solver looks, in its deterministic time: a few seconds each, the same on every
    machine."""
    seconds: float | None = None
    """And by the clock at most; what comes out then depends on the machine."""
    workers: int = 1
    """Threads of the solver; with more than one, what comes out depends on the machine."""
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Solved:
    """What came out."""

    order: Order | None
    """An order that loses less than the hint; None: none was found."""
    loss: Fraction
    """Of that order, or of the hint, in weighted hours."""
    bound: Fraction
    """No order loses less."""
    is_proven: bool
    """Whether nothing better exists: the loss is the bound."""


def solve(
    case: Case,
    hint: Order | None = None,
    effort: Effort | None = None,
    *,
    hold_back: bool | None = None,
) -> Solved:
    """Return a bound of the loss of *case*, and an order better than *hint* if one is found.

    The same arguments give the same answer, unless *effort* counts seconds or several workers.

    Parameters
    ----------
    case
        An inventory under a scenario.
    hint
        The best order known; ``slack`` if left out.
    effort
        How hard to try.
    hold_back
        Whether crews may wait for what comes first; as the organisation says, if left out.
    """
    if hold_back is None:
        hold_back = case.network.inventory.organisation.hold_back
    effort = effort or Effort()
    hint = hint or plan_by("slack", case.network, case.impact)
    search = _Search(case, hint, certain_of(case), hold_back=hold_back)
    if not search.is_proven and not hold_back:
        search.enumerate(effort.plays)
    if not search.is_proven and _works(case) <= effort.works:
        search.relax(effort)
    return search.solved()


def _works(case: Case) -> int:
    """Return how many works there are, those of all procedures to choose from counted."""
    network = case.network
    return sum(
        len(network.procedures[procedure].tasks)
        for component in case.impact.damaged
        for procedure in network.components[component].procedure
    )


class _Search:
    """The best order so far, and the best bound."""

    def __init__(self, case: Case, hint: Order, certain: Certain, *, hold_back: bool) -> None:
        self._case, self._certain, self._hold_back = case, certain, hold_back
        self._hint = self._best = hint
        self._state = play(case, hint)
        self._loss = loss_of(case, self._state)
        self._bound = least_loss(case, certain)

    @property
    def is_proven(self) -> bool:
        """Whether nothing better exists."""
        return self._loss <= self._bound

    def solved(self) -> Solved:
        """Return what came out."""
        order = None if self._best is self._hint else self._best
        return Solved(order, self._loss, self._bound, self.is_proven)

    def enumerate(self, most: int) -> None:
        """Look at every play, if there are not too many."""
        found = enumerate_plays(self._case, most)
        if found is not None:
            self._bound = max(self._bound, found.least)
            self._try(found.order)

    def relax(self, effort: Effort) -> None:
        """Ask the constraint solver."""
        from bcp.search.model import Limit, relax

        limit = Limit(effort.deterministic, effort.seconds, effort.workers, effort.seed)
        found = relax(self._case, self._certain, self._state, self._loss, limit)
        self._bound = max(self._bound, found.bound)
        order = self._order_by(found.starts)
        for holds_back in {False, self._hold_back}:
            self._try(replace(order, holds_back=holds_back))

    def _try(self, order: Order) -> None:
        state = play(self._case, order)
        loss = loss_of(self._case, state)
        if loss < self._loss:
            self._best, self._state, self._loss = order, state, loss

    def _order_by(self, starts: Mapping[WorkId, int]) -> Order:
        """Return an order by when works start; those without a start as in the hint, at the end."""
        network = self._case.network
        procedures = dict(self._best.procedures)
        procedures.update({component: procedure for component, procedure, _ in starts})
        pairs = [
            (component, task.id)
            for component in sorted(self._case.impact.damaged, key=network.place.__getitem__)
            if component in procedures
            for task in network.procedures[procedures[component]].tasks
        ]
        begun = {(component, task): start for (component, _, task), start in starts.items()}
        late, places = self._case.horizon, self._best.places
        last = len(places)
        pairs.sort(key=lambda pair: (begun.get(pair, late), places.get(pair, last)))
        return Order(procedures, {pair: i for i, pair in enumerate(pairs)}, self._best.durations)
