"""Puts cost against benefit on a sheet: points with numbers, and the table that names them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from bcp.report.charts.benefit.sentences import description, figures, head_of
from bcp.report.charts.benefit.view import MILLION, YEARS, BenefitView, Point
from bcp.report.charts.frame import Frame, Sheet
from bcp.report.charts.inks import FAINT, HAIR, INK, RULE, SOFT, WITHIN
from bcp.report.charts.legend import Key
from bcp.report.charts.pen import Box, Pen, Ruler
from bcp.report.charts.picture import Drawn, Size
from bcp.words import say
from bcp.words.chart_benefit import WORDS

__all__ = ["draw_benefit", "steps_to"]

_TABLE = 0.44
"""The share of the width that the table takes."""
_GAP = 26.0
_LEFT, _FOOT, _TOP = 34.0, 26.0, 16.0
"""Beside, below and above the field of points: for figures and the names of the axes."""
_ROW = 15.0
_RADIUS = 3.2
_DROP = 0.36
_TICKS = 5


def draw_benefit(view: BenefitView, size: Size = "a4") -> Drawn:
    """Return cost against benefit on a sheet."""
    keys = _keys(view)
    frame = Frame(head_of(view), size, keys)
    rows = len(view.points) + len(view.aside) + 2 * bool(view.aside)
    room = int((frame.most - 2 * _ROW) / _ROW)
    more = max(rows - room, 0)
    if more:
        more += 1
        frame = Frame(head_of(view, more), size, keys)
    if not rows:
        return frame.sheet(0).done(description(view))
    sheet = frame.sheet()
    left, top, right, bottom = sheet.room
    middle = right - (right - left) * _TABLE
    _table(sheet, view, (middle, top, right, bottom), room - 1 if more else room)
    if view.points:
        _Field(sheet, view, (left + _LEFT, top + _TOP, middle - _GAP, bottom - _FOOT)).draw()
    return sheet.done(description(view))


class _Field:
    """The points, cost to the right and benefit upwards."""

    def __init__(self, sheet: Sheet, view: BenefitView, box: Box) -> None:
        self._sheet, self._view, self._box = sheet, view, box
        self._pen, self._ruler = sheet.pen, sheet.ruler
        costs = [_millions(point) for point in view.points]
        saved = [float(point.avoided) for point in view.points]
        self._costs = steps_to(0.0, max(costs))
        self._saved = steps_to(min([0.0, *saved]), max([0.0, *saved]))
        self._taken: list[Box] = []

    def _x(self, cost: float) -> float:
        x0, _, x1, _ = self._box
        low, high = self._costs[0], self._costs[-1]
        return x0 + (cost - low) / (high - low) * (x1 - x0)

    def _y(self, saved: float) -> float:
        _, y0, _, y1 = self._box
        low, high = self._saved[0], self._saved[-1]
        return y1 - (saved - low) / (high - low) * (y1 - y0)

    def _at(self, point: Point) -> tuple[float, float]:
        return self._x(_millions(point)), self._y(float(point.avoided))

    def draw(self) -> None:
        """Draw the axes, the line of the efficient ones, the points and their names."""
        self._axes()
        efficient = sorted((p for p in self._view.points if p.is_efficient), key=_millions)
        path = [self._at(point) for point in efficient]
        if len(path) > 1:
            self._pen.path(path, WITHIN, 1.2, (3.0, 2.0))
        for point in self._view.points:
            x, y = self._at(point)
            reach = _RADIUS + 0.6
            self._taken.append((x - reach, y - reach, x + reach, y + reach))
        for point in reversed(self._view.points):
            _draw_point(self._pen, self._at(point), is_efficient=point.is_efficient)
        for point in self._view.points:
            self._name(point)

    def _axes(self) -> None:
        pen, ruler, (x0, y0, x1, y1) = self._pen, self._ruler, self._box
        size = self._sheet.letters.small
        for cost in self._costs:
            x, text = self._x(cost), f"{cost:,.10g}"
            pen.line((x, y0), (x, y1), HAIR, 0.5)
            pen.text((x, y1 + size * 1.3), text, size, SOFT, "center")
        for saved in self._saved:
            y, text = self._y(saved), f"{saved:,.10g}"
            pen.line((x0, y), (x1, y), RULE if not saved else HAIR, 0.5)
            pen.text((x0 - 4, y + size * _DROP), text, size, SOFT, "right")
        zero = self._y(0)
        pen.line((x0, zero), (x1, zero), INK, 0.9)
        pen.line((x0, y0), (x0, y1), INK, 0.9)
        lang = self._view.lang
        title = say(WORDS, "axis-cost", lang, years=YEARS)
        pen.text((x1, y1 + size * 2.9), ruler.fit(title, size, x1 - x0 + _LEFT), size, INK, "right")
        pen.text((x0 - _LEFT, y0 - 8), say(WORDS, "axis-benefit", lang), size, INK)

    def _name(self, point: Point) -> None:
        """Write the number of a point beside it, and its name where it is efficient and fits."""
        size = self._sheet.letters.small
        texts = [str(point.number)]
        if point.is_efficient:
            name = self._ruler.fit(point.name, size, 118)
            texts.insert(0, f"{point.number} {name}")
        for text, place in product(texts, range(8)):
            box = _beside(self._at(point), self._ruler.width(text, size), size, place)
            if self._is_free(box):
                break
        else:
            box, text = _beside(self._at(point), 0, size, 0), texts[-1]
        self._taken.append(box)
        ink = INK if point.is_efficient else SOFT
        self._pen.text((box[0], box[3] - size * 0.2), text, size, ink, bold=point.is_efficient)

    def _is_free(self, box: Box) -> bool:
        left, top, right, bottom = self._box
        inside = left < box[0] and box[2] <= right + _GAP / 2 and top - 4 <= box[1]
        touches = (
            box[0] < x1 and x0 < box[2] and box[1] < y1 and y0 < box[3]
            for x0, y0, x1, y1 in self._taken
        )
        return inside and box[3] <= bottom and not any(touches)


def _beside(at: tuple[float, float], width: float, size: float, place: int) -> Box:
    """Return the box of a text beside a point: right, left, above, below, and the corners."""
    x, y = at
    gap = _RADIUS + 2.4
    across = (1, -1, 0, 0, 1, -1, 1, -1)[place]
    down = (0, 0, -1, 1, -1, -1, 1, 1)[place]
    left = x + gap if across > 0 else x - gap - width if across < 0 else x - width / 2
    middle = y + down * (gap + size / 2)
    return left, middle - size / 2, left + width, middle + size / 2


def _millions(point: Point) -> float:
    return (point.cost or 0) / MILLION


def _draw_point(pen: Pen, at: tuple[float, float], *, is_efficient: bool) -> None:
    x, y = at
    if is_efficient:
        reach = _RADIUS * 1.15
        corners = ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))
        pen.shape(corners, INK, INK, 0.6)
    else:
        pen.dot(at, _RADIUS * 0.8, FAINT, 1.1)


def steps_to(low: float, high: float) -> list[float]:
    """Return round values from *low* or below to *high* or above, about five of them.

    Examples
    --------
    >>> steps_to(0, 23), steps_to(-3, 19)
    ([0.0, 5.0, 10.0, 15.0, 20.0, 25.0], [-5.0, 0.0, 5.0, 10.0, 15.0, 20.0])
    """
    span = high - low
    if span <= 0:
        return [low, low + 1]
    power = 1e-9
    while span / (power * 10) > _TICKS:
        power *= 10
    step = next(power * n for n in (1, 2, 2.5, 5, 10) if span / (power * n) <= _TICKS)
    first = low // step
    found = [first * step]
    while found[-1] < high - step * 1e-9:
        found.append((first + len(found)) * step)
    return [round(value, 9) for value in found]


def _table(sheet: Sheet, view: BenefitView, box: Box, room: int) -> None:
    pen, ruler, lang = sheet.pen, sheet.ruler, view.lang
    left, top, right, _ = box
    size, small = sheet.letters.text, sheet.letters.small
    heads = [say(WORDS, f"column-{key}", lang) for key in ("cost", "avoided", "per")]
    rows = [*view.points, *view.aside]
    ends = _ends(rows, heads, ruler, (size, small), right)
    y = top + _ROW
    pen.text((left + 16, y - 5), say(WORDS, "column-measure", lang), small, SOFT)
    for head, x in zip(heads, ends, strict=True):
        pen.text((x, y - 5), head, small, SOFT, "right")
    pen.line((left, y), (right, y), INK, 0.9)
    name = ends[0] - max(ruler.width(figures(row)[0], size) for row in rows) - 8
    lines: list[Point | None] = [*view.points, *([None, *view.aside] if view.aside else [])]
    for point in lines[:room]:
        base = y + _ROW / 2 + size * _DROP
        if point is None:
            pen.text((left, base), say(WORDS, "without-cost", lang), small, SOFT, bold=True)
        else:
            _line(sheet, point, (left, base, name), ends)
        y += _ROW
        pen.line((left, y), (right, y), HAIR, 0.4)


def _line(
    sheet: Sheet, point: Point, at: tuple[float, float, float], ends: Sequence[float]
) -> None:
    pen, size, (left, base, end) = sheet.pen, sheet.letters.text, at
    is_bold = point.is_efficient
    ink = INK if point.avoided > 0 else SOFT
    if point.number:
        pen.text((left + 11, base), str(point.number), size, ink, "right", bold=is_bold)
    sizes = [size * share for share in (1, 0.93, 0.86)]
    name, fit = sheet.ruler.shrink(point.name, sizes, end - left - 16)
    pen.text((left + 16, base), name, fit, ink, bold=is_bold)
    for text, x in zip(figures(point), ends, strict=True):
        pen.text((x, base), text, size, ink, "right", bold=is_bold)


def _ends(
    rows: Sequence[Point],
    heads: Sequence[str],
    ruler: Ruler,
    sizes: tuple[float, float],
    right: float,
) -> list[float]:
    """Return the right ends of the columns of figures."""
    size, small = sizes
    ends = [right]
    columns = list(zip(*(figures(row) for row in rows), strict=True))
    for head, texts in list(zip(heads, columns, strict=True))[:0:-1]:
        width = max(ruler.width(head, small), *(ruler.width(text, size) for text in texts))
        ends.insert(0, ends[0] - width - 9)
    return ends


def _keys(view: BenefitView) -> list[Key]:
    """Return the signs that occur."""
    lang, keys = view.lang, list[Key]()
    if any(point.is_efficient for point in view.points):
        keys.append(Key(say(WORDS, "legend-frontier", lang), _show_efficient))
    if any(not point.is_efficient for point in view.points):
        keys.append(Key(say(WORDS, "legend-other", lang), _show_other))
    return keys


def _show_efficient(pen: Pen, _ruler: Ruler, box: Box) -> None:
    x0, y0, x1, y1 = box
    pen.path([(x0, y1), (x1, y0)], WITHIN, 1.2, (3.0, 2.0))
    _draw_point(pen, ((x0 + x1) / 2, (y0 + y1) / 2), is_efficient=True)


def _show_other(pen: Pen, _ruler: Ruler, box: Box) -> None:
    _draw_point(pen, (box[2] - 5, (box[1] + box[3]) / 2), is_efficient=False)
