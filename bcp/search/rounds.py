"""Several searches side by side, in rounds, so that what comes out does not depend on threads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from types import TracebackType
from typing import Self

import numpy as np

from bcp.compiled.tables import compile_case
from bcp.recovery.play import Case
from bcp.recovery.strategy import Order
from bcp.search.causes import moves_of_works
from bcp.search.chains import Chain, PlayedChain, ShortestChain, seed_of
from bcp.search.lateness import LateChain
from bcp.search.lists import listing_of, moves_of
from bcp.search.packing import packed_of
from bcp.search.project import project_of
from bcp.search.turning import Ground, ListChain

__all__ = ["Pool", "has_choice"]

_CHAINS = 2
"""Searches with seeds of their own. Never the number of workers, which differs among machines."""
_LOOK = 0.05
"""Seconds between two looks whether time is up."""
_WORKS_FROM = 0.5
"""From which part of the effort on single works are moved, not functions."""


class Pool:
    """The searches of one case."""

    def __init__(
        self, case: Case, starts: Sequence[Order], base: Order, *, seed: int, hold_back: bool
    ) -> None:
        self._stop = np.zeros(1, np.int64)
        self.chains = [*_chains(case, starts, base, seed=seed, hold_back=hold_back)]
        self._known = np.inf
        self._threads: ThreadPoolExecutor | None = None
        # Machine code is made before any clock of the caller runs.
        stopped = np.ones(1, np.int64)
        for chain in self.chains:
            chain.go_on(1.0, stopped)

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let every thread come to an end."""
        self._stop[0] = 1
        if self._threads is not None:
            self._threads.shutdown()

    @property
    def is_for_shortest(self) -> bool:
        """Whether the shortest project is looked for."""
        return isinstance(self.chains[0], ShortestChain)

    @property
    def is_exhausted(self) -> bool:
        """Whether no search can find anything better."""
        return any(isinstance(held, ShortestChain) and held.is_shortest for held in self.chains)

    def round(self, workers: int, is_over: Callable[[], bool], spent: float) -> bool:
        """Let every search go on for one round; return whether it was a whole one.

        Parameters
        ----------
        workers
            How many threads.
        is_over
            Asked meanwhile whether to break off.
        spent
            Which part of the effort, or of the time, is over.
        """
        for chain in self.chains:
            if isinstance(chain, LateChain):
                chain.cool(spent)
            elif isinstance(chain, ListChain) and spent >= _WORKS_FROM:
                chain.move_works()
        if self._threads is None:
            self._threads = ThreadPoolExecutor(min(workers, len(self.chains)))
        running = [self._threads.submit(chain.go_on, 1.0, self._stop) for chain in self.chains]
        try:
            self._await(running, is_over)
        finally:
            if not all(one.done() for one in running):
                self._stop[0] = 1
                wait(running)
        for one in running:
            one.result()
        return not self._stop[0]

    def _await(self, running: list[Future[None]], is_over: Callable[[], bool]) -> None:
        left = set(running)
        while left:
            left = wait(left, _LOOK).not_done
            if left and is_over():
                self._stop[0] = 1

    @property
    def loss(self) -> float:
        """The loss of the best order of all, in weighted hours, about."""
        return min(chain.loss for chain in self.chains)

    def best(self) -> Order | None:
        """Return the best order of all, if it is better than the last one returned."""
        chain = min(self.chains, key=lambda held: held.loss)
        if not chain.loss < self._known:
            return None
        self._known = chain.loss
        return chain.order()

    def share(self) -> None:
        """Let every search know of the best of the others.

        Not annealing that cools down once: what it holds is worse meanwhile, and meant to be.
        """
        if isinstance(self.chains[0], LateChain):
            return
        best = min(self.chains, key=lambda held: held.loss)
        order = best.order()
        for chain in self.chains:
            if chain is not best:
                chain.adopt(order)

    def adopt(self, order: Order) -> None:
        """Let every search go on from *order*, if it is better than its own."""
        for chain in self.chains:
            chain.adopt(order)


def _chains(
    case: Case, starts: Sequence[Order], base: Order, *, seed: int, hold_back: bool
) -> Iterator[Chain]:
    """Yield the searches that suit a case."""
    order = Order(base.procedures, base.places, base.durations, hold_back)
    project = project_of(case, base.procedures)
    seeds = [seed_of(seed, number) for number in range(_CHAINS)]
    if project.is_exact and not _has_procedures(case):
        listing = listing_of(project)
        ground = Ground(project, listing, moves_of(project), order)
        packed = packed_of(project, listing) if hold_back else None
        if packed is not None:
            yield from (ShortestChain(ground, packed, one) for one in seeds)
        elif hold_back:
            yield from (LateChain(ground, starts, one) for one in seeds)
        else:
            yield from (ListChain(ground, starts, one) for one in seeds)
        return
    compiled = compile_case(case.network, case.impact)
    moves = moves_of_works(compiled)
    yield from (PlayedChain(compiled, moves, starts, order, one) for one in seeds)


def has_choice(case: Case, order: Order) -> bool:
    """Return whether there is anything to decide: an order, or a procedure."""
    return len(order.places) > 1 or _has_procedures(case)


def _has_procedures(case: Case) -> bool:
    components = case.network.components
    return any(len(components[id_].procedure) > 1 for id_ in case.impact.damaged)
