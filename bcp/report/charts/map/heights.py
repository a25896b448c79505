"""How high each item stands: in its order, without touching, its lines as straight as they go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bcp.report.charts.map.order import Cells
from bcp.report.charts.map.weave import GAP, Weave

__all__ = ["heights_of", "settled"]

_SWEEPS = 10
_STRAIGHT = 4.0
"""How much more the bend of a line weighs that only passes."""


def heights_of(held: Weave, cells: Cells, areas: Mapping[int, tuple[float, float]]) -> list[float]:
    """Return the height of the middle of each item.

    Parameters
    ----------
    held
        The items.
    cells
        Their order.
    areas
        By row, where its area begins and ends.
    """
    beside: list[list[tuple[int, float]]] = [[] for _ in held.items]
    for left, right in held.pieces():
        passing = sum(not held.items[end].box for end in (left, right))
        beside[left].append((right, _STRAIGHT**passing))
        beside[right].append((left, _STRAIGHT**passing))
    heights = [0.0] * len(held.items)
    for (_, row), items in cells.items():
        top, bottom = areas[row]
        step = (bottom - top) / len(items)
        for place, item in enumerate(items):
            heights[item] = top + (place + 0.5) * step
    for sweep in range(_SWEEPS):
        for key in sorted(cells, reverse=sweep % 2 == 1):
            _settle(held, cells[key], areas[key[1]], beside, heights)
    return heights


def _settle(
    held: Weave,
    items: Sequence[int],
    area: tuple[float, float],
    beside: Sequence[Sequence[tuple[int, float]]],
    heights: list[float],
) -> None:
    wanted, weights = [], []
    for item in items:
        weight = sum(weight for _, weight in beside[item])
        weights.append(weight or 0.01)
        mean = sum(heights[other] * weight for other, weight in beside[item])
        wanted.append(mean / weight if weight else heights[item])
    sizes = [held.items[item].height + GAP for item in items]
    for item, height in zip(items, settled(wanted, weights, sizes, area), strict=True):
        heights[item] = height


def settled(
    wanted: Sequence[float],
    weights: Sequence[float],
    sizes: Sequence[float],
    area: tuple[float, float],
) -> list[float]:
    """Return middles as near to those wanted as their order, sizes and area let them be.

    Least squares: with the sizes taken out, it is isotonic regression, which pooling neighbours
    that are out of order solves exactly (Barlow et al., "Statistical inference under order
    restrictions", 1972); what lies outside of the area is moved to its edge.

    Parameters
    ----------
    wanted
        The middles that would be best, from top to bottom.
    weights
        How much each counts, above 0.
    sizes
        The height that each takes.
    area
        Where the first may begin and the last end; it holds them all.
    """
    offsets, total = [], 0.0
    for size in sizes:
        offsets.append(total + size / 2)
        total += size
    pools: list[tuple[float, float, int]] = []
    for want, weight, offset in zip(wanted, weights, offsets, strict=True):
        pool = (want - offset, weight, 1)
        while pools and pools[-1][0] >= pool[0]:
            value, heavy, number = pools.pop()
            both = heavy + pool[1]
            pool = ((value * heavy + pool[0] * pool[1]) / both, both, number + pool[2])
        pools.append(pool)
    top, bottom = area
    starts = [min(max(v, top), bottom - total) for v, _, number in pools for _ in range(number)]
    return [start + offset for start, offset in zip(starts, offsets, strict=True)]
