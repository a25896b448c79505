"""Strategy ``optimal``: a search for the order, and the procedures, with the least loss.

Rules first, then a compiled search from the best of them, then proofs and a constraint solver
where the case is small enough. What they propose is judged by the one simulation, so the order is
never worse than that of ``slack`` and of ``rank``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from math import inf
from typing import Literal

from bcp.graph.network import Network
from bcp.recovery.play import Case, case_of
from bcp.recovery.strategy import STRATEGIES, Order, Planned, plan_by
from bcp.scenario.impact import Impact
from bcp.search.bound import bound_of
from bcp.search.exact import Effort, solve
from bcp.search.judging import loss_of_order
from bcp.search.rounds import Pool, has_choice

__all__ = ["DEFAULT_EFFORT", "Ending", "Found", "Optimal", "Progress"]

DEFAULT_EFFORT = 200
"""Rounds of search: a few seconds for the sample inventory."""

Ending = Literal["proven", "effort", "told", "interrupted"]
"""Why a search ended: nothing better exists; its effort was spent; it was told to stop (a limit of
time); somebody interrupted it. After the last two another run may come to another order."""

_EXACT_AFTER = 20
"""Rounds after which proofs are tried: by then the local search has a good order to hand over."""
_EXACT_WORKS = 400
"""And where there are no more works than this: the solver finds nothing in good time beyond."""
_QUICK_WORKS = 130
"""The same where the effort is counted: on larger cases a short look proves nothing."""
_SHORT_WORKS = 80
"""The same for the shortest project, where the search breeds better orders in that time."""
_FEW_WORKS = 12
_SHARE_EVERY = 30
"""Rounds after which each search hears of the best of the others."""
_WORKS_A_ROUND = 5
"""The simulation takes as long for a case as the search for a good many of its rounds, the more the
larger the case: so it judges what was found after a round for so many works, and in the end."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a search is."""

    loss: Fraction
    """Of the best order so far, in weighted hours; of the latest as the search counts it."""
    bound: Fraction
    """No order can lose less."""
    done: int
    """Rounds of search that were done."""
    effort: int | None
    """Of how many; None: until it is told to stop."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came to."""

    plan: Order
    losses: Mapping[str, Fraction]
    """The loss of ``slack``, ``rank`` and ``optimal``, in weighted hours."""
    rules: Mapping[str, Order]
    """The orders of ``slack`` and ``rank``."""
    bound: Fraction
    """No order loses less."""
    seed: int
    effort: int
    """Rounds of search that were done."""
    ending: Ending

    @property
    def loss(self) -> Fraction:
        """The loss of the plan."""
        return self.losses["optimal"]

    @property
    def is_proven(self) -> bool:
        """Whether nothing better exists."""
        return self.loss <= self.bound

    @property
    def is_repeatable(self) -> bool:
        """Whether every machine comes to this plan."""
        return self.ending in ("proven", "effort")

    @property
    def planned(self) -> Planned:
        """The plan, as the simulation takes it."""
        return Planned(self.plan, "optimal", self.bound)


def never() -> bool:
    """Return that there is time left."""
    return False


def ignore(_: Progress) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Optimal:
    """Makes the plan with the least loss that a search finds; a ``Planner``.

    The same seed and effort give the same plan on every machine, whatever the workers.
    """

    effort: int | None = DEFAULT_EFFORT
    """Rounds of search; None: until `is_over` says so, or nothing better exists."""
    seed: int = 0
    workers: int = 2
    """Threads; the plan does not depend on them."""
    hold_back: bool | None = None
    """Whether crews may wait for what comes first in the order; None: as the organisation says."""
    seconds: float | None = None
    """What the solver is told, where `is_over` is a limit of time."""
    spent: Callable[[], float] | None = None
    """Which part of the time is over, from 0 to 1, where time is the only limit: a search gets choosy
    towards its end. None: after as many rounds as usual, and again."""
    is_over: Callable[[], bool] = never
    """Asked whether to stop, from the moment on at which the search is prepared; what is best by then
    is returned."""
    on_progress: Callable[[Progress], None] = ignore
    """Told of each round."""

    def __call__(self, network: Network, impact: Impact) -> Planned:
        """Return the plan for what *impact* does to *network*."""
        return self.search(case_of(network, impact)).planned

    def search(self, case: Case) -> Found:
        """Return the best order found for *case*, and how good it is."""
        session = _Session(self, case)
        try:
            ending = session.run()
        except KeyboardInterrupt:
            ending = "interrupted"
        return session.found(ending)


@dataclass
class _Session:
    """One search under way."""

    wish: Optimal
    case: Case
    losses: dict[str, Fraction] = field(default_factory=dict)
    done: int = 0

    def __post_init__(self) -> None:
        case = self.case
        wanted = self.wish.hold_back
        organisation = case.network.inventory.organisation
        self.hold_back = organisation.hold_back if wanted is None else wanted
        rules = {name: plan_by(name, case.network, case.impact) for name in ("slack", "rank")}
        assert rules.keys() == STRATEGIES.keys()
        self.losses = {name: loss_of_order(case, order) for name, order in rules.items()}
        self.best = rules[min(rules, key=self.losses.__getitem__)]
        self.loss, self.rules = min(self.losses.values()), rules
        # With nothing to decide, what happens is the best that can happen.
        self.bound = bound_of(case) if has_choice(case, self.best) else self.loss

    def _is_proven(self) -> bool:
        return self.loss <= self.bound

    def found(self, ending: Ending) -> Found:
        """Return what has been found so far."""
        if self._is_proven() and ending != "interrupted":
            ending = "proven"
        losses = {**self.losses, "optimal": self.loss}
        return Found(self.best, losses, self.rules, self.bound, self.wish.seed, self.done, ending)

    def run(self) -> Ending:
        """Search until nothing better exists, the effort is spent, or somebody says stop."""
        wish = self.wish
        self._tell()
        if self._is_proven() or wish.effort == 0:
            return "effort"
        starts = [*self.rules.values()]
        with Pool(self.case, starts, self.best, seed=wish.seed, hold_back=self.hold_back) as pool:
            try:
                return self._go_on(pool)
            finally:
                self._judge(pool)

    def _go_on(self, pool: Pool) -> Ending:
        wish, every = self.wish, max(1, len(self.best.places) // _WORKS_A_ROUND)
        while wish.effort is None or self.done < wish.effort:
            if wish.is_over() or not pool.round(wish.workers, wish.is_over, self._share()):
                return "told"
            self.done += 1
            if self.done % every == 0 or self.done == _EXACT_AFTER:
                self._judge(pool)
            if self.done == _EXACT_AFTER and not self._is_proven():
                self._prove(pool)
            self._tell(pool.loss)
            if self._is_proven() or pool.is_exhausted:
                return "effort"
            if self.done % _SHARE_EVERY == 0:
                pool.share()
        return "effort"

    def _share(self) -> float:
        """Return which part of the effort, or of the time, is over."""
        wish = self.wish
        if wish.effort is not None:
            return self.done / wish.effort
        if wish.spent is not None:
            return wish.spent()
        return self.done / (3 * DEFAULT_EFFORT) % 1.0

    def _judge(self, pool: Pool) -> None:
        """Let the simulation judge the best order of the searches, if it is a new one."""
        order = pool.best()
        if order is not None:
            self._try(order)

    def _try(self, order: Order) -> None:
        for held in {order.holds_back, False}:
            judged = replace(order, holds_back=held)
            loss = loss_of_order(self.case, judged)
            if loss < self.loss:
                self.best, self.loss = judged, loss

    def _prove(self, pool: Pool) -> None:
        """Look for a better bound and order where the case is small enough."""
        works, is_long = len(self.best.places), self.wish.effort is None
        most = _EXACT_WORKS if is_long else _QUICK_WORKS
        if works > (min(most, _SHORT_WORKS) if pool.is_for_shortest else most):
            return
        effort = Effort(
            # Plays by the readable engine: only where there are few, and each is short.
            plays=1000 if works <= _FEW_WORKS else 0,
            works=_EXACT_WORKS,
            deterministic=4.0 if is_long else 0.5,
            seconds=self._seconds(),
            seed=self.wish.seed,
        )
        solved = solve(self.case, self.best, effort, hold_back=self.hold_back)
        self.bound = max(self.bound, solved.bound)
        if solved.order is not None:
            self._try(solved.order)
            pool.adopt(self.best)

    def _seconds(self) -> float | None:
        return None if self.wish.seconds is None else max(0.5, self.wish.seconds / 8)

    def _tell(self, found: float = inf) -> None:
        loss = self.loss
        if found < loss:
            loss = max(self.bound, Fraction(found))
        self.wish.on_progress(Progress(loss, self.bound, self.done, self.wish.effort))
