"""Puts the map on a sheet: the largest letters that A4, A3 or a slide allow."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bcp.report.charts.frame import Frame, Sheet
from bcp.report.charts.inks import INK, RULE, SHADE, SOFT
from bcp.report.charts.legend import Key, Show
from bcp.report.charts.map import signs
from bcp.report.charts.map.lay import lay_out
from bcp.report.charts.map.layout import Box, Edge, EdgeSort, MapLayout, Node, Region
from bcp.report.charts.map.plan import LABEL, SIGN
from bcp.report.charts.map.sentences import description, head_of
from bcp.report.charts.map.view import MapView, State
from bcp.report.charts.pen import Pen, Ruler
from bcp.report.charts.picture import ZOOMS, Drawn, Size
from bcp.words import say
from bcp.words.chart_map import WORDS

__all__ = ["draw_map", "fitted"]

_LEAST: dict[Size, float] = {"a3": 5.0, "a4": 5.0, "slide": 6.5}
"""The smallest letters in boxes on the finished sheet, in points."""
_LARGEST = 9.0
_FEWER = (180, 160, 140, 120, 100, 85, 70, 60, 50, 42, 35, 28, 20, 12)
"""To how many boxes a map is put together that cannot be read otherwise."""
_ASPECTS: dict[Size, float] = {"a3": 1.75, "a4": 1.8, "slide": 2.4}
"""About how much wider than high the room for the map is."""
_CURVE = 8
"""Into how many straight pieces a bend is cut."""
_DROP = 0.36
_STATES: tuple[State, ...] = ("late", "damaged", "down")
"""The worst first."""


Fitted = tuple[Size, MapLayout, Frame]


def fitted(view: MapView, size: Size) -> Fitted:
    """Return the sheet to take, and the map on it: with letters that can be read."""
    whole: Size = "a3" if size == "a4" else size
    found = _tried(view, whole, view.most)
    most = view.most
    if not _is_readable(found):
        steps = [fewer for fewer in _FEWER if fewer < view.most] or [view.most]
        # The fewer boxes, the larger they are: the first that can be read is found by halving.
        low, high = 0, len(steps) - 1
        while low < high:
            middle = (low + high) // 2
            if _is_readable(_tried(view, whole, steps[middle])):
                high = middle
            else:
                low = middle + 1
        most = steps[low]
        found = _tried(view, whole, most)
    smaller = _tried(view, size, most) if size != whole else found
    return smaller if _is_readable(smaller) else found


def _tried(view: MapView, size: Size, most: int) -> Fitted:
    aspect = _ASPECTS[size]
    layout = lay_out(view.network, view.lang, most=most, only=view.only, aspect=aspect)
    return size, layout, _frame(view, layout, size)


def _is_readable(found: Fitted) -> bool:
    size, layout, frame = found
    return _scale(layout, frame) * LABEL * ZOOMS[size] >= _LEAST[size]


def _frame(view: MapView, layout: MapLayout, size: Size) -> Frame:
    return Frame(head_of(view, layout), size, _keys(view, layout))


def _scale(layout: MapLayout, frame: Frame) -> float:
    whole = min(frame.width / layout.width, frame.most / layout.height)
    return min(whole, _LARGEST / LABEL)


def draw_map(view: MapView, size: Size = "a4") -> Drawn:
    """Return the map on a sheet."""
    _, layout, frame = fitted(view, size)
    scale = _scale(layout, frame)
    sheet = frame.sheet(max(layout.height * scale, 1))
    chart = _Chart(sheet, view, scale, (frame.width - layout.width * scale) / 2)
    for region in layout.regions:
        chart.region(region)
    for edge in sorted(layout.edges, key=lambda edge: edge.sort != "requires"):
        chart.edge(edge)
    for node in layout.nodes:
        chart.node(node)
    return sheet.done(description(view, layout))


class _Chart:
    """Draws a layout at a scale."""

    def __init__(self, sheet: Sheet, view: MapView, scale: float, inset: float) -> None:
        self._pen, self._ruler, self._view, self._scale = sheet.pen, sheet.ruler, view, scale
        self._left, self._top = sheet.room[0] + inset, sheet.room[1]

    def _at(self, point: tuple[float, float]) -> tuple[float, float]:
        return self._left + point[0] * self._scale, self._top + point[1] * self._scale

    def _box(self, box: Box) -> Box:
        return (*self._at(box[:2]), *self._at(box[2:]))

    def region(self, region: Region) -> None:
        """Draw an area and its name."""
        x0, y0, x1, y1 = self._box(region.box)
        self._pen.boxes([(x0, y0, x1, y1)], SHADE)
        self._pen.path([(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)], RULE, 0.6)
        size = 7.2 * self._scale
        name = self._ruler.fit(region.label, size, x1 - x0 - 6 * self._scale)
        at = (x0 + 3 * self._scale, y0 + 8.2 * self._scale)
        self._pen.text(at, name, size, SOFT, bold=True)

    def edge(self, edge: Edge) -> None:
        """Draw a line, level where it leaves and reaches boxes."""
        ink, width = signs.LINES[edge.sort]
        points = [self._at(point) for point in bent(edge.points)]
        dashes = tuple(length * self._scale for length in signs.DASHES[edge.sort])
        self._pen.path(points, ink, width * self._scale, dashes)

    def node(self, node: Node) -> None:
        """Draw a box: its sign, its name, and how many functions it stops alone."""
        pen, scale, view = self._pen, self._scale, self._view
        x0, y0, x1, y1 = box = self._box(node.box)
        state = _state(node, view)
        pen.boxes([box], "white")
        if state is not None:
            signs.draw_state_ground(pen, box, state)
        is_centre = view.centre is not None and view.centre.id in node.members
        is_worst = view.centre is None and any(id_ in view.worst for id_ in node.members)
        width = 1.5 if is_centre or is_worst else 0.5
        pen.path([(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)], INK, width * scale)
        sign = (x0, y0, x0 + (SIGN - 1.2) * scale, y1)
        signs.draw_sign(pen, self._ruler, sign, node.kind, view.lang)
        self._name(node, signs.letter_ink(state))

    def _name(self, node: Node, ink: str) -> None:
        x0, y0, x1, y1 = self._box(node.box)
        size, left = LABEL * self._scale, x0 + SIGN * self._scale
        high = size * 1.12
        top = (y0 + y1) / 2 - high * len(node.lines) / 2
        for place, line in enumerate(node.lines):
            text, fit = self._ruler.shrink(line, (size, size * 0.92), x1 - left - 0.5)
            base = top + (place + 0.5) * high + fit * _DROP
            self._pen.text((left, base), text, fit, ink)


def bent(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return *points* with curves between them where a line changes its height."""
    found = [points[0]]
    for (x0, y0), (x1, y1) in pairwise(points):
        if abs(y1 - y0) > 0.1:  # noqa: PLR2004 (what nobody sees)
            for step in range(1, _CURVE):
                share = step / _CURVE
                rise = share * share * (3 - 2 * share)
                found.append((x0 + (x1 - x0) * share, y0 + (y1 - y0) * rise))
        found.append((x1, y1))
    return found


def _state(node: Node, view: MapView) -> State | None:
    """Return the worst state of what a box stands for."""
    if view.struck is None:
        return None
    found = {view.struck.states.get(member) for member in node.members}
    return next((state for state in _STATES if state in found), None)


def _keys(view: MapView, layout: MapLayout) -> list[Key]:
    """Return the signs that occur."""
    lang = view.lang
    kinds = {node.kind for node in layout.nodes}
    sorts = {edge.sort for edge in layout.edges}
    states = {_state(node, view) for node in layout.nodes}
    keys = [
        Key(say(WORDS, f"kind-{kind}", lang), _show_kind(kind, view))
        for kind in signs.KINDS
        if kind in kinds
    ]
    keys += [
        Key(say(WORDS, f"line-{sort}", lang), _show_line(sort))
        for sort in signs.LINES
        if sort in sorts
    ]
    keys += [
        Key(say(WORDS, f"state-{state}", lang), _show_state(state))
        for state in _STATES
        if state in states
    ]
    if view.centre is not None:
        keys.append(Key(say(WORDS, "legend-centre", lang), _show_thick))
    elif view.worst:
        keys.append(Key(say(WORDS, "legend-worst", lang), _show_thick))
    return keys


def _show_kind(kind: str, view: MapView) -> Show:
    def show(pen: Pen, ruler: Ruler, box: Box) -> None:
        _, y0, x1, y1 = box
        signs.draw_sign(pen, ruler, (x1 - (y1 - y0) * 1.1, y0, x1, y1), kind, view.lang)

    return show


def _show_line(sort: EdgeSort) -> Show:
    return lambda pen, _ruler, box: signs.draw_line(
        pen, sort, (box[0], box[2]), (box[1] + box[3]) / 2
    )


def _show_state(state: State) -> Show:
    return lambda pen, _ruler, box: signs.draw_state_ground(pen, box, state)


def _show_thick(pen: Pen, _ruler: Ruler, box: Box) -> None:
    x0, y0, x1, y1 = box
    pen.boxes([box], "white")
    pen.path([(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)], INK, 1.4)
