"""How the map is set out before its lines are untangled: layers, areas and columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bcp.report.charts.map.boxes import FUNCTION, Thing
from bcp.report.charts.map.labels import room_of
from bcp.report.charts.map.layers import Layers, folded, layers_of
from bcp.report.charts.map.links import Link
from bcp.report.charts.map.weave import GAP, Weave, height_of, weave
from bcp.words import Lang

__all__ = ["HEAD", "LABEL", "PAD", "SIGN", "Ground", "Plan", "best_plan"]

LABEL = 6.6
"""The size of the letters in boxes, in points."""
SIGN = 10.0
"""How much of a box, at its left, is for the sign of its kind."""
PAD = 2.0
HEAD = 10.0
"""The height of the label of an area."""
_CHANNEL, _PER_LINE, _WIDEST_CHANNEL = 12.0, 0.2, 34.0
"""Between two layers: the least, for each line that turns there, and the most."""
_BETWEEN = 5.0
"""Between two areas."""
_FOLDS = (10**6, 64, 48, 40, 32, 26, 20, 16, 12, 9, 7, 5)


@dataclass(frozen=True, slots=True)
class Ground:
    """What there is to set out."""

    things: tuple[Thing, ...]
    links: tuple[Link, ...]
    """All of them: they decide who stands left of whom."""
    drawn: tuple[Link, ...]
    """Those that are drawn."""
    areas: Mapping[str, int]
    """By site, the row of its area."""
    dealt: tuple[str, ...]
    """The boxes in the order in which they fill columns."""
    lang: Lang
    aspect: float
    """The width wanted for a height of 1."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A way to set out the map; all lengths in points."""

    held: Weave
    tops: Mapping[int, tuple[float, float]]
    """By row, where its area begins and ends; -1: the whole height."""
    lefts: tuple[float, ...]
    """By layer, where its boxes begin."""
    widths: tuple[float, ...]
    """By layer, how wide they are."""

    @property
    def first(self) -> int:
        """The first layer that holds functions only; the number of layers if there is none."""
        layers = (item.layer for item in self.held.items if item.row < 0)
        return min(layers, default=self.held.layers)

    @property
    def height(self) -> float:
        """Of everything."""
        return max(bottom for _, bottom in self.tops.values()) + GAP

    @property
    def width(self) -> float:
        """Of everything."""
        return self.lefts[-1] + self.widths[-1] if self.lefts else 0.0


def best_plan(ground: Ground) -> Plan:
    """Return the plan that can be shown largest on a sheet of the wanted shape."""
    layers = layers_of(ground.things, ground.links)
    sites = {thing.id: _area(thing, ground) for thing in ground.things}
    rows = {id_: sites[id_] for id_ in ground.dealt}
    plans, seen = list[Plan](), set[tuple[int, ...]]()
    for most in _FOLDS:
        fold = folded(layers, rows, most)
        key = tuple(fold.values())
        if key not in seen:
            seen.add(key)
            plans.append(_plan(ground, fold))
    return min(plans, key=lambda plan: max(plan.width / ground.aspect, plan.height))


def _area(thing: Thing, ground: Ground) -> str:
    return FUNCTION if thing.kind == FUNCTION else str(ground.areas[thing.site])


def _plan(ground: Ground, layers: Layers) -> Plan:
    rows = {thing.id: ground.areas[thing.site] for thing in ground.things}
    held = weave(ground.things, ground.drawn, layers, rows)
    return Plan(held, _tops(held), *_columns(ground, held))


def _tops(held: Weave) -> dict[int, tuple[float, float]]:
    """Return where each area begins and ends, stretched where the functions need more height."""
    heights: dict[int, float] = {}
    for (_, row), items in held.cells().items():
        needed = height_of([held.items[item] for item in items])
        heights[row] = max(heights.get(row, 0.0), needed)
    rows = sorted(row for row in heights if row >= 0)
    fixed = len(rows) * HEAD + max(len(rows) - 1, 0) * (_BETWEEN + GAP)
    needed = sum(heights[row] for row in rows)
    whole = max(needed + fixed, heights.get(-1, 0.0) + HEAD)
    stretch = (whole - fixed) / needed if needed else 1.0
    found = {-1: (HEAD, whole)}
    top = 0.0
    for row in rows:
        bottom = top + HEAD + heights[row] * stretch
        found[row] = (top + HEAD, bottom)
        top = bottom + GAP + _BETWEEN
    return found


def _columns(ground: Ground, held: Weave) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return where the boxes of each layer begin, and how wide they are."""
    labels = {thing.id: thing.label for thing in ground.things}
    widths, lines = [0.0] * held.layers, [0] * held.layers
    for item in held.items:
        if item.box:
            needed = SIGN + room_of(labels[item.box], ground.lang) * LABEL + PAD
            widths[item.layer] = max(widths[item.layer], needed)
    for left, _ in held.pieces():
        lines[held.items[left].layer] += 1
    lefts, x = list[float](), 0.0
    for width, number in zip(widths, lines, strict=True):
        lefts.append(x)
        x += width + min(_CHANNEL + number * _PER_LINE, _WIDEST_CHANNEL)
    return tuple(lefts), tuple(widths)
