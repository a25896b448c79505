"""The best package under a budget: what is claimed to be best is, and every bound is true."""

from __future__ import annotations

import random
from math import inf

import pytest

from bcp.advice.packages import best_package, ladder
from bcp.advice.tables import Item, Mask, Shelf, Table, fill_tables, subsets


class Town:
    """Measures and scenarios whose losses are made up: they neither add up nor shrink."""

    def __init__(self, seed: int, items: int = 7, scenarios: int = 4) -> None:
        rng = random.Random(seed)
        self.items = [Item(f"m{place}", rng.choice([0, 1, 3, 5, 8])) for place in range(items)]
        self.bearing = [rng.getrandbits(items) for _ in range(scenarios)]
        self.known = [
            {mask: float(rng.randint(0, 60)) for mask in subsets(bearing)}
            for bearing in self.bearing
        ]
        self.asked = 0

    def worth(self, mask: Mask, place: int) -> float:
        """Return what a package costs in a scenario, and count that it was asked."""
        self.asked += 1
        return self.known[place][mask]

    def shelf(self, budget: int | None, most: int) -> Shelf:
        """Return what can be bought, with tables of as many packages as may be tried."""
        tables, limit = fill_tables(self.items, self.bearing, self.worth, budget, most)
        return Shelf(self.items, tables, self.worth, budget=limit)

    def total(self, mask: Mask) -> float:
        """Return what all scenarios cost."""
        pairs = zip(self.known, self.bearing, strict=True)
        return sum(known[mask & bearing] for known, bearing in pairs)

    def price(self, mask: Mask) -> int:
        """Return what a package costs to buy."""
        return sum(item.cost for place, item in enumerate(self.items) if mask >> place & 1)

    def best(self, budget: int) -> tuple[float, int, int]:
        """Return loss, cost and number of measures of the best package, all of them looked at."""
        masks = [m for m in range(1 << len(self.items)) if self.price(m) <= budget]
        return min((self.total(m), self.price(m), m.bit_count()) for m in masks)


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("most", [10_000, 40, 0])
def test_what_is_proven_best_is_best(seed: int, most: int) -> None:
    """Whatever tables there are: a package said to be proven is the best of all, and the cheapest."""
    town, budget = Town(seed), 9

    choice = best_package(town.shelf(budget, most), budget)

    assert choice.is_proven
    assert (choice.loss, choice.cost, choice.mask.bit_count()) == town.best(budget)
    assert choice.loss == town.total(choice.mask)


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize(("nodes", "tries"), [(0, 100), (3, 100), (1000, 4)])
def test_a_bound_is_true_when_the_search_is_cut_short(seed: int, nodes: int, tries: int) -> None:
    """No package loses less than the bound, and what is not proven does not claim to be."""
    town, budget = Town(seed), 9
    least = town.best(budget)[0]

    choice = best_package(town.shelf(budget, 30), budget, nodes, tries)

    assert choice.bound <= least <= choice.loss
    assert choice.cost <= budget
    assert choice.is_proven == (choice.bound == choice.loss)


@pytest.mark.parametrize("seed", range(20))
def test_every_rung_of_the_ladder_is_the_best_at_its_price(seed: int) -> None:
    """Each rung is what its own price buys at best, and between two nothing is better."""
    town = Town(seed)

    rungs = ladder(town.shelf(None, 10_000))

    for rung, after in zip(rungs, [*rungs[1:], None], strict=True):
        assert town.best(rung.cost)[:2] == (rung.loss, rung.cost)
        if after is not None:
            assert after.loss < rung.loss
            assert town.best(after.cost - 1)[0] == rung.loss


def test_there_is_no_ladder_where_tables_are_missing() -> None:
    """Of scenarios that were not looked at in full nothing is said at every price."""
    assert ladder(Town(1).shelf(None, 4)) == ()


def test_what_cannot_be_taken_together_is_not_bought() -> None:
    """The best package is the best of those whose measures fit together."""
    items = [Item("a", 1), Item("b", 1)]
    worth = {0: 9.0, 1: 5.0, 2: 6.0, 3: 1.0}
    table = Table(0, 0b11, worth, is_complete=True)
    shelf = Shelf(items, (table,), lambda *_: inf, lambda mask: mask != 0b11)

    choice = best_package(shelf, 2)

    assert (choice.mask, choice.loss) == (0b01, 5.0)
    assert [rung.mask for rung in ladder(shelf)] == [0, 0b01]


def test_a_pair_that_only_helps_together_is_found() -> None:
    """A greedy choice sees no gain in either half of a pair; the search does."""
    items = [Item("a", 4), Item("b", 4), Item("c", 5)]
    worth = dict.fromkeys(range(8), 9.0) | {0b011: 0.0, 0b111: 0.0, 0b100: 7.0}
    shelf = Shelf(items, (Table(0, 0b111, worth, is_complete=True),), lambda *_: inf)

    assert best_package(shelf, 8).mask == 0b011
    assert best_package(shelf, 7).mask == 0b100


def test_nothing_is_tried_twice() -> None:
    """Each package is tried at most once on each scenario."""
    town = Town(3)
    shelf = town.shelf(None, 10_000)

    best_package(shelf, 9)
    ladder(shelf)

    assert town.asked == shelf.tried == sum(len(known) for known in town.known)
