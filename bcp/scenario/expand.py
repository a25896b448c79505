"""Which components a selection means (section 3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bcp.inventory.models import Component, Inventory
from bcp.scenario.models import Select


class Selector:
    """Finds the components of selections, with the places of an inventory looked up once."""

    def __init__(self, inventory: Inventory) -> None:
        self._components = inventory.components
        self._parents = {c.id: c.within for c in inventory.components}
        self._inside: dict[tuple[str, ...], frozenset[str]] = {}

    def __call__(self, select: Select) -> tuple[str, ...]:
        """Return the ids that *select* means, in the order of the files; empty if none."""
        inside = None if select.within is None else self._stand_in(select.within)
        return tuple(c.id for c in self._components if _fits(c, select, inside))

    def _stand_in(self, places: tuple[str, ...]) -> frozenset[str]:
        """Return what stands in any of *places* at any depth, the places themselves left out."""
        if places not in self._inside:
            known: dict[str, bool] = {}
            for component in self._components:
                _stands_in(component.id, frozenset(places), self._parents, known)
            self._inside[places] = frozenset(id_ for id_, inside in known.items() if inside)
        return self._inside[places]


def _stands_in(
    component: str,
    places: frozenset[str],
    parents: Mapping[str, str | None],
    known: dict[str, bool],
) -> None:
    """Note for *component* and every place above it whether it stands in one of *places*."""
    path: list[str] = []
    node: str | None = component
    while node is not None and node not in known and node not in path:
        path.append(node)
        node = parents.get(node)
    for below in reversed(path):
        parent = parents.get(below)
        known[below] = parent is not None and (parent in places or known.get(parent, False))


def _fits(component: Component, select: Select, inside: frozenset[str] | None) -> bool:
    return (
        (select.id is None or component.id in select.id)
        and (select.kind is None or component.kind in select.kind)
        and (inside is None or component.id in inside)
        and (select.tag is None or not _disjoint(component.tags, select.tag))
    )


def _disjoint(one: Iterable[str], other: tuple[str, ...]) -> bool:
    return not any(tag in other for tag in one)
