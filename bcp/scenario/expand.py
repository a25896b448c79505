"""Which components a selection means (section 3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from bcp.inventory.models import Inventory
from bcp.scenario.models import Select


class Selector:
    """Finds the components of selections, an inventory looked through once for all of them."""

    def __init__(self, inventory: Inventory) -> None:
        self._order: dict[str, int] = {}
        self._by_kind: dict[str, set[str]] = defaultdict(set)
        self._by_tag: dict[str, set[str]] = defaultdict(set)
        self._contents: dict[str, list[str]] = defaultdict(list)
        for number, component in enumerate(inventory.components):
            self._order[component.id] = number
            self._by_kind[component.kind].add(component.id)
            for tag in component.tags:
                self._by_tag[tag].add(component.id)
            if component.within is not None:
                self._contents[component.within].append(component.id)

    def __call__(self, select: Select) -> tuple[str, ...]:
        """Return the ids that *select* means, in the order of the files; empty if none."""
        found: list[set[str]] = []
        if select.id is not None:
            found.append({name for name in select.id if name in self._order})
        if select.kind is not None:
            found.append(_any_of(select.kind, self._by_kind))
        if select.within is not None:
            found.append(self._inside(select.within))
        if select.tag is not None:
            found.append(_any_of(select.tag, self._by_tag))
        return tuple(sorted(set.intersection(*found), key=self._order.__getitem__))

    def _inside(self, places: Iterable[str]) -> set[str]:
        """Return what stands in any of *places* at any depth, the places themselves left out."""
        found: set[str] = set()
        waiting = list(places)
        while waiting:
            for name in self._contents.get(waiting.pop(), ()):
                if name not in found:
                    found.add(name)
                    waiting.append(name)
        return found


def select(chosen: Select, inventory: Inventory) -> tuple[str, ...]:
    """Return the ids of *inventory* that *chosen* means, in the order of the files."""
    return Selector(inventory)(chosen)


def _any_of(names: Iterable[str], held: Mapping[str, set[str]]) -> set[str]:
    return set().union(*(held.get(name, ()) for name in names))
