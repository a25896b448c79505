"""The best package of measures under a budget: proven where it can be, with its gap otherwise.

Which measures to buy is a knapsack whose values do not add up: two measures may do the same good,
or do any only together. What adds up are the scenarios. So each scenario has a table of what it
costs with every package of the measures that bear on it. A branch and bound (Land and Doig 1960),
the least bound first, decides about one measure after the other; its bound adds the least entries
that are still open to each scenario. Where a table would be too large, nothing is taken for its
bound and its entries are found as they are needed: the bound stays true, only less sharp.

Then a first package comes from a greedy choice by gain per yen, bettered by adding, dropping and
exchanging. (Khuller, Moss and Naor 1999 give a guarantee for gains that shrink as more is bought.
Ours need not: the second half of a pair may be what helps. So none is claimed.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from math import inf

from bcp.advice.tables import Mask, Shelf, Table, floors

__all__ = ["Choice", "Step", "best_package", "ladder"]

NODES = 200_000
"""How many packages in part the branch and bound looks at."""
TRIES = 1024
"""How many packages it tries, each on one scenario, besides those in the tables."""
LISTED = 16
"""Of how many measures every package is listed, to find the best at every price."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A package under a budget."""

    mask: Mask
    cost: int
    """In yen."""
    loss: float
    """What all scenarios cost with it, weighted."""
    bound: float
    """What they cost at least with any package within the budget."""
    is_proven: bool
    """Whether no package within the budget costs less."""


@dataclass(frozen=True, slots=True)
class Step:
    """A package that nothing as cheap betters."""

    mask: Mask
    cost: int
    loss: float


def best_package(shelf: Shelf, budget: int, nodes: int = NODES, tries: int = TRIES) -> Choice:
    """Return the package within *budget* with which all scenarios cost least.

    Of several the cheapest; of those the one with the fewest measures.

    Parameters
    ----------
    shelf
        What can be bought.
    budget
        In yen.
    nodes, tries
        How much is looked at and tried before the search ends with what it has.
    """
    first = 0 if shelf.is_complete else _exchanged(shelf, budget)
    return _Branching(shelf, budget, first).best(nodes, shelf.tried + tries)


def ladder(shelf: Shelf) -> tuple[Step, ...]:
    """Return the best package at every price that was tried, the cheapest first; perhaps nothing.

    Each costs more than the one before it, and less is lost. The first is to buy nothing, unless
    something helps and is free.

    Parameters
    ----------
    shelf
        What can be bought; of more than :data:`LISTED` measures no ladder is made.
    """
    if len(shelf.items) > LISTED or not shelf.is_complete:
        return ()
    found = [
        (price, shelf.total(mask), mask.bit_count(), mask)
        for mask in range(1 << len(shelf.items))
        if (price := shelf.price(mask)) <= (inf if shelf.budget is None else shelf.budget)
    ]
    steps: list[Step] = []
    least = inf
    for cost, loss, _, mask in sorted(found):
        if loss < least and shelf.fits(mask):
            least = loss
            steps.append(Step(mask, cost, loss))
    return tuple(steps)


class _Branching:
    """Decides about one item after the other, what buys most alone first."""

    def __init__(self, shelf: Shelf, budget: int, first: Mask) -> None:
        self.shelf, self.budget = shelf, budget
        self.order = sorted(range(len(shelf.items)), key=self._merit)
        known = [table for table in shelf.tables if table.is_complete]
        self.known = [
            (table.bearing, floors(table, self.order), _depths(table, self.order))
            for table in known
        ]
        self.found = (shelf.total(first), shelf.price(first), first.bit_count(), first)
        """Loss, cost, number of measures, mask: the least of them is wanted."""

    def best(self, nodes: int, tries: int) -> Choice:
        """Search, and return the best with what is proven of it.

        Parameters
        ----------
        nodes
            How many packages in part to look at.
        tries
            How many packages may have been tried in the end, each on one scenario.
        """
        waiting = [(self._bound(0, 0), 0, 0, 0)]
        while waiting and waiting[0][:2] < self.found[:2] and nodes and self.shelf.tried < tries:
            nodes -= 1
            _, cost, less, mask = heappop(waiting)
            for node in self._below(-less, mask, cost):
                if node[:2] < self.found[:2]:
                    heappush(waiting, node)
        loss, cost, _, mask = self.found
        bound = min(waiting[0][0], loss) if waiting else loss
        return Choice(mask, cost, loss, bound, is_proven=bound >= loss)

    def _below(self, depth: int, mask: Mask, cost: int) -> Iterator[tuple[float, int, int, Mask]]:
        """Yield what a package in part can become: bound, cost, items decided (negative), mask.

        A whole one is rated instead.
        """
        if depth == len(self.order):
            rated = (self.shelf.total(mask), cost, mask.bit_count(), mask)
            if rated < self.found and self.shelf.fits(mask):
                self.found = rated
            return
        place = self.order[depth]
        yield self._bound(depth + 1, mask), cost, -depth - 1, mask
        more = cost + self.shelf.items[place].cost
        if more <= self.budget:
            with_it = mask | 1 << place
            yield self._bound(depth + 1, with_it), more, -depth - 1, with_it

    def _bound(self, depth: int, mask: Mask) -> float:
        return sum(
            levels[depths[depth]].get(mask & bearing, inf) for bearing, levels, depths in self.known
        )

    def _merit(self, place: int) -> tuple[float, int]:
        cost = self.shelf.items[place].cost
        alone = self.shelf.total(1 << place) if cost <= self.budget else inf
        return (alone - self.shelf.total(0)) / max(cost, 1), place


def _depths(table: Table, order: Sequence[int]) -> list[int]:
    """Return how many items of a table are decided after each number of items."""
    depths = [0]
    for place in order:
        depths.append(depths[-1] + (table.bearing >> place & 1))
    return depths


Rated = tuple[float, int, int]
"""What a package loses and costs, and how many measures it has: the least is wanted."""


def _exchanged(shelf: Shelf, budget: int) -> Mask:
    """Return a package that no addition, removal or exchange of one measure betters."""
    known: dict[Mask, Rated] = {}

    def rated(mask: Mask) -> Rated:
        if mask not in known:
            loss = shelf.total(mask) if shelf.fits(mask) else inf
            known[mask] = loss, shelf.price(mask), mask.bit_count()
        return known[mask]

    held = 0
    while grown := [m for m in _with_one_more(held, shelf, budget) if rated(m) < rated(held)]:
        held = min(grown, key=lambda mask: _slope(rated(held), rated(mask)))
    while better := [m for m in _neighbours(held, shelf, budget) if rated(m) < rated(held)]:
        held = min(better, key=rated)
    return held


def _slope(before: Rated, after: Rated) -> tuple[float, float]:
    """Return what the least of is the steepest gain per yen, or the largest gain that is free."""
    gain, paid = before[0] - after[0], after[1] - before[1]
    return (-gain / paid if paid > 0 else -inf, -gain)


def _with_one_more(mask: Mask, shelf: Shelf, budget: int) -> Iterator[Mask]:
    for place, item in enumerate(shelf.items):
        if not mask >> place & 1 and shelf.price(mask) + item.cost <= budget:
            yield mask | 1 << place


def _neighbours(mask: Mask, shelf: Shelf, budget: int) -> Iterator[Mask]:
    yield from _with_one_more(mask, shelf, budget)
    for place in range(len(shelf.items)):
        if mask >> place & 1:
            less = mask & ~(1 << place)
            yield less
            yield from (other for other in _with_one_more(less, shelf, budget) if other != mask)
