"""The losses of every package that matters, by scenario, and what can be proven from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

__all__ = ["MOST", "Item", "Mask", "Shelf", "Table", "Worth", "fill_tables", "floors", "subsets"]

MOST = 512
"""How many packages are tried at most, each on one scenario, before the best is searched for."""
LISTED = 20
"""Of how many measures the packages are listed at all."""

Mask = int
"""A package: bit ``i`` stands for the item at place ``i``."""
Worth = Callable[[Mask, int], float]
"""Returns what the scenario at a place costs with a package, weighted; ``inf``: they do not fit."""


@dataclass(frozen=True, slots=True)
class Item:
    """A measure that can be bought."""

    id: str
    cost: int
    """In yen."""


@dataclass(slots=True)
class Table:
    """A scenario: what it costs with each package of the items that bear on it."""

    place: int
    """Which scenario."""
    bearing: Mask
    worth: dict[Mask, float] = field(default_factory=dict)
    """By package, as far as they were tried."""
    is_complete: bool = False
    """Whether every package within the budget was tried."""


def subsets(mask: Mask) -> Iterator[Mask]:
    """Yield every subset of *mask*, the empty one first, *mask* last.

    Examples
    --------
    >>> [f"{held:b}" for held in subsets(0b101)]
    ['0', '1', '100', '101']
    """
    held = 0
    while True:
        yield held
        if held == mask:
            return
        held = (held - mask) & mask


def price(mask: Mask, items: Sequence[Item]) -> int:
    """Return what a package costs in yen."""
    return sum(item.cost for place, item in enumerate(items) if mask >> place & 1)


@dataclass(frozen=True)
class Shelf:
    """What can be bought, and what is known of every package."""

    items: Sequence[Item]
    tables: Sequence[Table]
    """Of each scenario."""
    worth: Worth
    """Tries what no table holds yet."""
    fits: Callable[[Mask], bool] = lambda _: True
    """Whether the measures of a package can be taken together."""
    budget: int | None = None
    """In yen: what dearer packages are worth was not tried; nothing: all were."""

    @property
    def is_complete(self) -> bool:
        """Whether nothing has to be tried any more."""
        return all(table.is_complete for table in self.tables)

    @property
    def tried(self) -> int:
        """How many packages were tried so far, each on one scenario."""
        return sum(len(table.worth) for table in self.tables)

    def price(self, mask: Mask) -> int:
        """Return what a package costs in yen."""
        return price(mask, self.items)

    def total(self, mask: Mask) -> float:
        """Return what all scenarios cost with a package."""
        return sum(self._look_up(table, mask & table.bearing) for table in self.tables)

    def _look_up(self, table: Table, mask: Mask) -> float:
        if mask not in table.worth:
            table.worth[mask] = self.worth(mask, table.place)
        return table.worth[mask]


def fill_tables(
    items: Sequence[Item],
    bearing: Sequence[Mask],
    worth: Worth,
    budget: int | None,
    most: int = MOST,
    wrap: Callable[[Sequence[tuple[int, Mask]]], Iterator[tuple[int, Mask]]] = iter,
) -> tuple[tuple[Table, ...], int | None]:
    """Try every package within the budget, scenario by scenario, as long as they are not too many.

    Parameters
    ----------
    items
        What can be bought.
    bearing
        Of each scenario: the items that can change anything in it.
    worth
        Tries one package on one scenario.
    budget
        In yen; nothing: there is none. It is only looked at where there are too many packages.
    most
        How many to try. The scenarios with the fewest packages come first; those whose turn would
        exceed it are left to be searched.
    wrap
        Shows how far it is.

    Returns
    -------
    tuple
        The tables, and the budget that they are limited to; nothing: they hold dearer packages too.
    """
    tables = tuple(Table(place, mask) for place, mask in enumerate(bearing))
    if sum(1 << mask.bit_count() for mask in bearing) <= most:
        budget = None
    wanted: list[tuple[int, Mask]] = []
    for table in sorted(tables, key=lambda held: (held.bearing.bit_count(), held.place)):
        if table.bearing.bit_count() > LISTED:
            continue
        asked = [m for m in subsets(table.bearing) if budget is None or price(m, items) <= budget]
        if len(wanted) + len(asked) > most:
            continue
        wanted += [(table.place, mask) for mask in asked]
        table.is_complete = True
    for place, mask in wrap(wanted):
        tables[place].worth[mask] = worth(mask, place)
    return tables, budget


def floors(table: Table, order: Sequence[int]) -> tuple[Mapping[Mask, float], ...]:
    """Return the least that a scenario can still cost once the first of its items are decided.

    Entry ``k`` maps what was chosen of the first ``k`` items that bear on it to the least over all
    choices of the rest: true whatever they cost, so a bound under any budget.

    Parameters
    ----------
    table
        A complete one.
    order
        The places of all items in the order in which they are decided.
    """
    levels: list[Mapping[Mask, float]] = [table.worth]
    known = table.bearing
    for place in reversed([place for place in order if table.bearing >> place & 1]):
        known &= ~(1 << place)
        above = levels[-1]
        levels.append(
            {
                mask: min(above.get(mask, inf), above.get(mask | 1 << place, inf))
                for mask in subsets(known)
            }
        )
    return tuple(reversed(levels))
