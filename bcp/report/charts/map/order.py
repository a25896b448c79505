"""In which order items stand above each other in their layers, so that few lines cross."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence

from bcp.report.charts.map.weave import GAP, Weave

__all__ = ["Cells", "crossings", "ordered"]

Cells = dict[tuple[int, int], list[int]]
"""By layer and row: the items from top to bottom."""
_SWEEPS = 14
_PATIENCE = 5
"""How many sweeps without a better result are worth making."""


def ordered(held: Weave, tops: Mapping[int, float]) -> Cells:
    """Return the items of each cell from top to bottom.

    Each cell is sorted by where the neighbours of its items stand, from left to right and back,
    and the best result is kept (Sugiyama, Tagawa and Toda, "Methods for visual understanding of
    hierarchical system structures", IEEE Trans. SMC 11 (1981)). Items never leave their area.

    Parameters
    ----------
    held
        The items.
    tops
        By row, the upper edge of its area.
    """
    cells = held.cells()
    pieces = held.pieces()
    before, after = _neighbours(pieces)
    heights = _stacked(held, cells, tops)
    best, least, tries = _copy(cells), crossings(held, pieces, heights), 0
    for sweep in range(_SWEEPS):
        is_back = sweep % 2 == 1
        for key in sorted(cells, reverse=is_back):
            _sort(cells[key], after if is_back else before, heights)
            heights |= _stack(held, cells[key], tops[key[1]])
        now = crossings(held, pieces, heights)
        tries = 0 if now < least else tries + 1
        if now < least:
            best, least = _copy(cells), now
        if tries >= _PATIENCE or not least:
            break
    return best


def _copy(cells: Cells) -> Cells:
    return {key: [*items] for key, items in cells.items()}


def _neighbours(
    pieces: Iterable[tuple[int, int]],
) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    before: dict[int, list[int]] = {}
    after: dict[int, list[int]] = {}
    for left, right in pieces:
        before.setdefault(right, []).append(left)
        after.setdefault(left, []).append(right)
    return before, after


def _sort(
    items: list[int], beside: Mapping[int, Sequence[int]], heights: Mapping[int, float]
) -> None:
    """Sort *items* by the mean height of what they are joined to; the others stay about there."""

    def wanted(item: int) -> float:
        others = beside.get(item)
        if not others:
            return heights[item]
        return sum(heights[other] for other in others) / len(others)

    items.sort(key=wanted)


def _stacked(held: Weave, cells: Cells, tops: Mapping[int, float]) -> dict[int, float]:
    found: dict[int, float] = {}
    for key, items in cells.items():
        found |= _stack(held, items, tops[key[1]])
    return found


def _stack(held: Weave, items: Sequence[int], top: float) -> dict[int, float]:
    found = {}
    for item in items:
        height = held.items[item].height + GAP
        found[item] = top + height / 2
        top += height
    return found


def crossings(held: Weave, pieces: Sequence[tuple[int, int]], heights: Mapping[int, float]) -> int:
    """Return how many pairs of lines cross between neighbouring layers."""
    layers: dict[int, list[tuple[float, float]]] = {}
    for left, right in pieces:
        layer = held.items[left].layer
        layers.setdefault(layer, []).append((heights[left], heights[right]))
    return sum(_crossings(sorted(ends)) for ends in layers.values())


def _crossings(ends: Sequence[tuple[float, float]]) -> int:
    """Return how many lines cross of those whose *ends* are sorted by the first."""
    seen: list[float] = []
    number = 0
    for _, end in ends:
        number += len(seen) - bisect_right(seen, end)
        insort(seen, end)
    return number
