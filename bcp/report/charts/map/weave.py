"""The map as layers of items: boxes, and the places where long lines pass between boxes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bcp.report.charts.map.boxes import FUNCTION, Thing
from bcp.report.charts.map.layers import Layers
from bcp.report.charts.map.links import Link

__all__ = ["BOX", "GAP", "Item", "Weave", "height_of", "weave"]

BOX = 18.0
"""The height of a box, in points: two lines of letters."""
_LINE = 0.8
"""The height that a passing line takes."""
GAP = 2.4
"""Between two items."""
_WHOLE = -1
"""The row of layers that hold functions only: they stand across all areas."""


@dataclass(frozen=True, slots=True)
class Item:
    """A box, or a place where lines pass."""

    layer: int
    row: int
    """The area it stands in; -1: across all of them."""
    height: float
    box: str = ""
    """Empty: lines pass here."""


@dataclass(slots=True)
class Weave:
    """Items, and the pieces of lines between neighbouring layers."""

    items: list[Item] = field(default_factory=list)
    ways: dict[tuple[str, str], tuple[int, ...]] = field(default_factory=dict)
    """By link: the items it leads through, from left to right, both boxes included."""
    layers: int = 0

    def pieces(self) -> list[tuple[int, int]]:
        """Return the pieces of all lines, each once, from left to right."""
        pairs = (pair for way in self.ways.values() for pair in pairwise(way))
        return [*dict.fromkeys(pairs)]

    def cells(self) -> dict[tuple[int, int], list[int]]:
        """Return the items by layer and row, as they were made."""
        found: dict[tuple[int, int], list[int]] = {}
        for number, item in enumerate(self.items):
            found.setdefault((item.layer, item.row), []).append(number)
        return found


def height_of(items: Sequence[Item]) -> float:
    """Return the room that *items* take above each other."""
    return sum(item.height + GAP for item in items)


def weave(
    things: Sequence[Thing], links: Sequence[Link], layers: Layers, rows: Mapping[str, int]
) -> Weave:
    """Return the items of a map.

    Lines from one box share their way as far as they lead in one direction, as the branches of a
    tree do: so there are as few of them as there are things that others need.

    Parameters
    ----------
    things
        The boxes.
    links
        Who needs whom.
    layers
        The layer of each box; those of a link differ.
    rows
        The area of each box.
    """
    kinds = {thing.id: thing.kind for thing in things}
    mixed = {layers[id_] for id_, kind in kinds.items() if kind != FUNCTION}
    first = max(mixed, default=-1) + 1
    held = Weave(layers=max(layers.values(), default=-1) + 1)

    def row(layer: int, box: str) -> int:
        return _WHOLE if layer >= first else rows[box]

    number = {thing.id: place for place, thing in enumerate(things)}
    held.items += [
        Item(layers[thing.id], row(layers[thing.id], thing.id), BOX, thing.id) for thing in things
    ]
    passing: dict[tuple[str, bool, int], int] = {}
    for link in links:
        is_back = layers[link.start] > layers[link.end]
        left, right = (link.end, link.start) if is_back else (link.start, link.end)
        way = [number[left]]
        for layer in range(layers[left] + 1, layers[right]):
            key = (left, is_back, layer)
            if key not in passing:
                passing[key] = len(held.items)
                held.items.append(Item(layer, row(layer, left), _LINE))
            way.append(passing[key])
        held.ways[link.start, link.end] = (*way, number[right])
    return held
