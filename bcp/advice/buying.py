"""Which measures to buy with a sum of money, and what each sum would buy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import fsum, inf

from bcp.advice.packages import best_package, ladder
from bcp.advice.ranking import Effect, effect_of
from bcp.advice.tables import MOST, Item, Mask, Shelf, fill_tables
from bcp.advice.trials import Package, Trials
from bcp.advice.weighing import Weighing, cost_of
from bcp.errors import InputError
from bcp.inventory.facts import Measure

__all__ = ["Market", "Purchase", "Rung", "market_of"]

Wrap = Callable[[Sequence[tuple[int, Mask]]], Iterator[tuple[int, Mask]]]


@dataclass(frozen=True, slots=True)
class Rung:
    """The best package at a price."""

    measures: tuple[Measure, ...]
    cost: int
    """In yen."""
    avoided: float
    """The weighted loss avoided, in weighted hours."""


@dataclass(frozen=True, slots=True)
class Purchase:
    """The best package that was found within a budget."""

    budget: int
    """In yen."""
    measures: tuple[Measure, ...]
    cost: int
    """In yen, once and over the years."""
    avoided: float
    """The weighted loss avoided by the runs that it was chosen by."""
    most: float
    """What no package within the budget can exceed: proven."""
    is_proven: bool
    """Whether no package within the budget avoids more."""
    tried: int
    """How many packages were simulated, each on one scenario."""
    packages: int
    """How many packages there are within no budget at all."""
    effect: Effect
    """What it changes; by runs that it was not chosen by, where runs are drawn."""


class Market:
    """The measures that have a price, and what every package of them is worth."""

    def __init__(
        self, trials: Trials, weighing: Weighing, shelf: Shelf, alone: Sequence[Measure]
    ) -> None:
        self._trials, self._weighing, self._shelf = trials, weighing, shelf
        self._measures = alone
        self._worst = shelf.total(0)

    def ladder(self) -> tuple[Rung, ...]:
        """Return the best package at every price; nothing if they were too many to try."""
        return tuple(
            Rung(self._chosen(step.mask), step.cost, self._worst - step.loss)
            for step in ladder(self._shelf)
        )

    def buy(self, budget: int, judge: Trials | None = None) -> Purchase:
        """Return the best package within a budget.

        Parameters
        ----------
        budget
            In yen.
        judge
            Draws other runs than those by which the package is chosen. What is best by a sample
            looks better in that sample than it is (the optimiser's curse: Smith and Winkler 2006).
        """
        choice = best_package(self._shelf, budget)
        chosen = self._chosen(choice.mask)
        return Purchase(
            budget=budget,
            measures=chosen,
            cost=choice.cost,
            avoided=self._worst - choice.loss,
            most=self._worst - choice.bound,
            is_proven=choice.is_proven,
            tried=self._shelf.tried,
            packages=1 << len(self._measures),
            effect=effect_of(judge or self._trials, self._weighing, [held.id for held in chosen]),
        )

    def _chosen(self, mask: Mask) -> tuple[Measure, ...]:
        return tuple(held for place, held in enumerate(self._measures) if mask >> place & 1)


def market_of(
    trials: Trials,
    weighing: Weighing,
    budget: int | None = None,
    most: int = MOST,
    wrap: Wrap = iter,
) -> Market:
    """Return a market of the measures of *trials* that have a price.

    Parameters
    ----------
    trials
        Play or draw what is to be compared.
    weighing
        How often each scenario counts, and over how many years costs are.
    budget
        Dearer packages are never wanted; nothing: all may be.
    most
        How many packages to try at most before the best is only searched for.
    wrap
        Shows how far it is.
    """
    priced = [held for held in trials.measures if cost_of(held, weighing.years) is not None]
    items = [Item(held.id, cost_of(held, weighing.years) or 0) for held in priced]
    places = {item.id: place for place, item in enumerate(items)}

    def package(mask: Mask) -> Package:
        return frozenset(item.id for place, item in enumerate(items) if mask >> place & 1)

    def worth(mask: Mask, place: int) -> float:
        try:
            runs = trials.losses(package(mask), place)
        except InputError:
            return inf
        return float(weighing.factors[place]) * (fsum(runs) / len(runs))

    bearing = [sum(1 << places[name] for name in held if name in places) for held in trials.bearing]
    tables, limit = fill_tables(items, bearing, worth, budget, most, wrap)
    shelf = Shelf(items, tables, worth, lambda mask: trials.fits(package(mask)), limit)
    return Market(trials, weighing, shelf, priced)
