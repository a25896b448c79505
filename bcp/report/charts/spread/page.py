"""Puts the spread of recovery times on a sheet: a bar for each function, its chance beside it."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.report.charts.axis import draw_ground
from bcp.report.charts.frame import Frame, Sheet
from bcp.report.charts.inks import ALARM, BEYOND, HAIR, INK, LATE, RULE, SOFT, WITHIN, hatched
from bcp.report.charts.legend import Key, Show
from bcp.report.charts.pen import Box, Pen, Ruler
from bcp.report.charts.picture import Drawn, Size
from bcp.report.charts.spread.sentences import description, head_of
from bcp.report.charts.spread.view import Grade, Row, SpreadView, percent
from bcp.report.charts.timeline.signs import draw_mtpd, draw_open, draw_rto
from bcp.words import say, show_span
from bcp.words.chart_spread import WORDS

__all__ = ["draw_spread"]

_LEAST_ROW, _MOST_ROW = 9.5, 24.0
_HEADS = 24.0
_NAMES = 0.27
_MARK, _PAD = 16.0, 9.0
_CHANCE = 62.0
"""The width of the bar of a chance of 1."""
_BAR = 0.5
_LEAST_BAR = 1.2
_DROP = 0.36
_INKS: Mapping[Grade, str] = {"good": WITHIN, "fair": LATE, "poor": BEYOND}


def draw_spread(view: SpreadView, size: Size = "a4") -> Drawn:
    """Return the spread on a sheet."""
    frame = Frame(head_of(view), size, _keys(view))
    if not view.rows:
        return frame.sheet(0).done(description(view))
    least = _LEAST_ROW if size != "slide" else 0.0  # paper can grow longer, a slide cannot
    height = min(max((frame.most - _HEADS) / len(view.rows), least), _MOST_ROW)
    sheet = frame.sheet(_HEADS + height * len(view.rows))
    _Chart(sheet, view, height).draw()
    return sheet.done(description(view))


class _Chart:
    """Draws along the time axis."""

    def __init__(self, sheet: Sheet, view: SpreadView, height: float) -> None:
        self._sheet, self._view, self._height = sheet, view, height
        self._pen, self._ruler = sheet.pen, sheet.ruler
        self._size = min(sheet.letters.text, height * 0.72)
        left, _, right, _ = sheet.room
        widest = max(self._ruler.width(row.name, self._size) for row in view.rows)
        self._name = left + _MARK
        self._start = self._name + min(widest, (right - left) * _NAMES) + _PAD + 6
        figure = self._ruler.width("100%", self._size)
        head = self._ruler.width(say(WORDS, "column-chance", view.lang), sheet.letters.small)
        self._chance = right - max(_CHANCE + figure + 5, head)
        figures = [
            *(self._span(row.rto) for row in view.rows),
            *(self._span(row.p90) for row in view.rows),
        ]
        column = max(self._ruler.width(text, self._size) for text in figures)
        self._columns = (self._chance - 2 * _PAD - column, self._chance - _PAD)
        self._end = self._columns[0] - column - _PAD - 12

    def _span(self, seconds: float) -> str:
        return show_span(round(seconds / 60) * 60, self._view.lang)

    def _x(self, seconds: float) -> float:
        return self._start + self._view.axis.place(seconds) * (self._end - self._start)

    def draw(self) -> None:
        """Draw the axis, the heads of the columns, and all rows."""
        pen, view, (left, top, right, _) = self._pen, self._view, self._sheet.room
        top += _HEADS
        bottom = top + self._height * len(view.rows)
        draw_ground(
            self._sheet, view.axis, (self._start, self._end), (top, bottom), view.tiers, view.lang
        )
        small = self._sheet.letters.small
        for key, x in zip(("rto", "p90"), self._columns, strict=True):
            pen.text((x, top - 6), say(WORDS, f"column-{key}", view.lang), small, SOFT, "right")
        pen.text((self._chance, top - 6), say(WORDS, "column-chance", view.lang), small, SOFT)
        for place, row in enumerate(view.rows):
            self._row(row, top + place * self._height)
        for y in (top, bottom):
            pen.line((left, y), (right, y), INK, 0.9)

    def _row(self, row: Row, top: float) -> None:
        pen, (left, _, right, _) = self._pen, self._sheet.room
        middle = top + self._height / 2
        base = middle + self._size * _DROP
        pen.line((left, top), (right, top), HAIR, 0.4)
        rank = self._ruler.fit(row.rank, self._size * 0.9, _MARK - 2)
        pen.text((left + 6, base), rank, self._size * 0.9, SOFT, "center", bold=True)
        sizes = [self._size * share for share in (1, 0.93, 0.86)]
        name, size = self._ruler.shrink(row.name, sizes, self._start - self._name - _PAD)
        pen.text((self._name, base), name, size, INK)
        for text, x in zip((self._span(row.rto), self._span(row.p90)), self._columns, strict=True):
            pen.text((x, base), text, self._size, SOFT, "right")
        self._spread(row, middle)
        self._judge(row, middle)

    def _spread(self, row: Row, middle: float) -> None:
        pen, half = self._pen, self._height * _BAR / 2
        low, median, high = self._x(row.low), self._x(row.p50), self._x(row.p90)
        pen.line((low, middle), (self._x(row.p99), middle), SOFT, 0.9)
        box = (low, middle - half, max(high, low + _LEAST_BAR), middle + half)
        hatched(pen, [box], _INKS[row.grade])
        _draw_median(pen, median, middle, half * 1.25)
        _draw_last(pen, self._x(row.p99), middle, half * 0.7)
        ends, size = (
            (middle - self._height * 0.44, middle + self._height * 0.44),
            self._height * 0.13,
        )
        if row.mtpd is not None and self._view.axis.covers(row.mtpd):
            draw_mtpd(pen, self._x(row.mtpd), ends, INK, min(size, 2.5))
        draw_rto(pen, self._x(row.rto), ends, INK, min(size, 2.5))
        if row.p99 > self._view.axis.end:
            draw_open(pen, self._end, middle, half * 0.8)

    def _judge(self, row: Row, middle: float) -> None:
        pen, half, is_bad = self._pen, self._height * _BAR / 2, row.grade != "good"
        left = self._chance
        x0, x1 = left, left + _CHANCE
        pen.boxes([(x0, middle - half, x1, middle + half)], RULE)
        if row.chance > 0:
            box = (x0, middle - half, x0 + _CHANCE * row.chance, middle + half)
            hatched(pen, [box], _INKS[row.grade])
        text = f"{percent(row.chance)}%"
        at = (x1 + 5, middle + self._size * _DROP)
        pen.text(at, text, self._size, ALARM if is_bad else SOFT, bold=is_bad)


def _draw_median(pen: Pen, x: float, y: float, half: float) -> None:
    pen.line((x, y - half), (x, y + half), "white", 3.0)
    pen.line((x, y - half), (x, y + half), INK, 1.5)


def _draw_last(pen: Pen, x: float, y: float, half: float) -> None:
    pen.line((x, y - half), (x, y + half), SOFT, 0.9)


def _keys(view: SpreadView) -> list[Key]:
    """Return the signs that occur."""
    grades = {row.grade for row in view.rows}
    covers = view.axis.covers
    occurs: dict[str, bool] = {
        **{grade: grade in grades for grade in _INKS},
        "median": bool(view.rows),
        "p99": bool(view.rows),
        "rto": bool(view.rows),
        "mtpd": any(row.mtpd is not None and covers(row.mtpd) for row in view.rows),
    }
    return [
        Key(say(WORDS, f"legend-{key}", view.lang), _SHOWS[key])
        for key, found in occurs.items()
        if found
    ]


def _show_bar(grade: Grade) -> Show:
    return lambda pen, _ruler, box: hatched(pen, [box], _INKS[grade])


def _show_median(pen: Pen, _ruler: Ruler, box: Box) -> None:
    _draw_median(pen, box[2] - 5, (box[1] + box[3]) / 2, (box[3] - box[1]) / 2)


def _show_last(pen: Pen, _ruler: Ruler, box: Box) -> None:
    x0, y0, x1, y1 = box
    middle = (y0 + y1) / 2
    pen.line((x0, middle), (x1 - 1, middle), SOFT, 0.9)
    _draw_last(pen, x1 - 1, middle, (y1 - y0) * 0.3)


_SHOWS: Mapping[str, Show] = {
    **{grade: _show_bar(grade) for grade in _INKS},
    "median": _show_median,
    "p99": _show_last,
    "rto": lambda pen, _, box: draw_rto(pen, box[2] - 4, (box[1] - 1, box[3] + 1)),
    "mtpd": lambda pen, _, box: draw_mtpd(pen, box[2] - 4, (box[1] - 1, box[3] + 1)),
}
