"""Puts an earlier state against the present one on a sheet: a line from then to now for each."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.report.charts.axis import draw_ground
from bcp.report.charts.frame import Frame, Sheet
from bcp.report.charts.inks import ALARM, FAINT, HAIR, INK, LATE, SOFT, UP
from bcp.report.charts.legend import Key, Show
from bcp.report.charts.pen import Box, Pen, Ruler
from bcp.report.charts.picture import Drawn, Size
from bcp.report.charts.timeline.signs import draw_open, draw_rto
from bcp.report.charts.years.sentences import description, head_of, hours
from bcp.report.charts.years.view import Change, Row, YearsView
from bcp.words import say
from bcp.words.chart_years import WORDS

__all__ = ["draw_years"]

_LEAST_ROW, _MOST_ROW = 9.5, 22.0
_HEADS = 24.0
_TABLE, _BETWEEN = 0.27, 22.0
"""The share of the width for the table of losses, and what is left before it."""
_NAMES = 0.34
_MARK, _PAD = 16.0, 8.0
_DROP = 0.36
_INKS: Mapping[Change, str] = {
    "better": UP,
    "worse": LATE,
    "same": FAINT,
    "new": SOFT,
    "gone": SOFT,
}


def draw_years(view: YearsView, size: Size = "a4") -> Drawn:
    """Return then against now on a sheet."""
    frame = Frame(head_of(view), size, _keys(view))
    if not view.losses:
        return frame.sheet(0).done(description(view))
    room = int((frame.most - _HEADS) / _MOST_ROW)
    if len(view.losses) > room:
        frame = Frame(head_of(view, len(view.losses) - room), size, _keys(view))
    least = _LEAST_ROW if size != "slide" else 0.0  # paper can grow longer, a slide cannot
    fitting = (frame.most - _HEADS) / max(len(view.rows), 1)
    height = min(max(fitting, least), _MOST_ROW)
    # Of a single scenario the line below the title has told the loss.
    lines = min(len(view.losses), room) if len(view.losses) > 1 or not view.rows else 0
    sheet = frame.sheet(_HEADS + max(height * len(view.rows), _MOST_ROW * lines))
    left, _, right, _ = sheet.room
    share = _TABLE if view.rows else 1.0
    middle = right - (right - left) * share if lines else right + _BETWEEN
    if view.rows:
        _Chart(sheet, view, height, middle - _BETWEEN).draw()
    if lines:
        _losses(sheet, view, middle, lines)
    return sheet.done(description(view))


class _Chart:
    """Draws along the time axis."""

    def __init__(self, sheet: Sheet, view: YearsView, height: float, right: float) -> None:
        self._sheet, self._view, self._height, self._right = sheet, view, height, right
        self._pen, self._ruler = sheet.pen, sheet.ruler
        self._size = min(sheet.letters.text, height * 0.72)
        left = sheet.room[0]
        widest = max(self._ruler.width(row.name, self._size) for row in view.rows)
        self._name = left + _MARK
        self._start = self._name + min(widest, (right - left) * _NAMES) + _PAD + 6
        told = [say(WORDS, f"change-{row.change}", view.lang) for row in view.rows]
        self._verdict = right - max(self._ruler.width(text, self._size) for text in told)
        self._end = self._verdict - _PAD - 12

    def _x(self, seconds: float) -> float:
        return self._start + self._view.axis.place(seconds) * (self._end - self._start)

    def draw(self) -> None:
        """Draw the axis, the head of the column, and all rows."""
        pen, view, (left, top, _, _) = self._pen, self._view, self._sheet.room
        top += _HEADS
        bottom = top + self._height * len(view.rows)
        sides, ends = (self._start, self._end), (top, bottom)
        draw_ground(self._sheet, view.axis, sides, ends, view.tiers, view.lang)
        for place, row in enumerate(view.rows):
            self._row(row, top + place * self._height)
        for y in (top, bottom):
            pen.line((left, y), (self._right, y), INK, 0.9)

    def _row(self, row: Row, top: float) -> None:
        pen, left = self._pen, self._sheet.room[0]
        middle = top + self._height / 2
        base = middle + self._size * _DROP
        pen.line((left, top), (self._right, top), HAIR, 0.4)
        rank = self._ruler.fit(row.rank, self._size * 0.9, _MARK - 2)
        pen.text((left + 6, base), rank, self._size * 0.9, SOFT, "center", bold=True)
        sizes = [self._size * share for share in (1, 0.93, 0.86)]
        name, size = self._ruler.shrink(row.name, sizes, self._start - self._name - _PAD)
        pen.text((self._name, base), name, size, INK)
        told = say(WORDS, f"change-{row.change}", self._view.lang)
        is_worse = row.change == "worse"
        ink = ALARM if is_worse else _INKS[row.change]
        pen.text((self._verdict, base), told, self._size, ink, bold=is_worse)
        self._change(row, middle)

    def _change(self, row: Row, middle: float) -> None:
        pen, half, covers = self._pen, self._height * 0.42, self._view.axis.covers
        size = min(self._height * 0.17, 3.4)
        if covers(row.rto):
            ends = (middle - half, middle + half)
            draw_rto(pen, self._x(row.rto), ends, FAINT, min(self._height * 0.12, 2.2))
        if row.before is not None and row.after is not None and row.change != "same":
            line = ((self._x(row.before), middle), (self._x(row.after), middle))
            pen.line(*line, _INKS[row.change], size * 0.75)
        if row.before is not None:
            _draw_then(pen, self._x(row.before), middle, size)
        if row.after is not None:
            _draw_now(pen, self._x(row.after), middle, size, _INKS[row.change])
        if row.is_open:
            draw_open(pen, self._end + size, middle, size)


def _draw_then(pen: Pen, x: float, y: float, size: float) -> None:
    pen.dot((x, y), size * 0.8, FAINT, size * 0.35)


def _draw_now(pen: Pen, x: float, y: float, size: float, ink: str) -> None:
    corners = ((x, y - size), (x + size, y), (x, y + size), (x - size, y))
    pen.shape(corners, ink, ink, size * 0.1)


def _losses(sheet: Sheet, view: YearsView, left: float, room: int) -> None:
    """Write the loss of each scenario then and now."""
    pen, ruler, lang = sheet.pen, sheet.ruler, view.lang
    right, top = sheet.room[2], sheet.room[1] + _HEADS
    size, small = sheet.letters.text, sheet.letters.small
    shown = view.losses[:room]
    columns = [[hours(loss.before) for loss in shown], [hours(loss.after) for loss in shown]]
    heads = [say(WORDS, f"column-{key}", lang) for key in ("then", "now")]
    widths = [
        max(ruler.width(head, small), *(ruler.width(text, size) for text in texts))
        for head, texts in zip(heads, columns, strict=True)
    ]
    ends = (right - widths[1] - 9, right)
    title = ruler.fit(say(WORDS, "column-loss", lang), small, right - left)
    pen.text((left, top - 15), title, small, SOFT)
    for head, x in zip(heads, ends, strict=True):
        pen.text((x, top - 5), head, small, SOFT, "right")
    pen.line((left, top), (right, top), INK, 0.9)
    for place, loss in enumerate(shown):
        base = top + (place + 0.5) * _MOST_ROW + size * _DROP
        sizes = [size * share for share in (1, 0.93, 0.86)]
        name, fit = ruler.shrink(loss.scenario, sizes, ends[0] - widths[0] - left - 6)
        is_worse = loss.before is not None and loss.after > loss.before
        is_better = loss.before is not None and loss.after < loss.before
        ink = ALARM if is_worse else UP if is_better else SOFT
        pen.text((left, base), name, fit, INK, bold=not place and bool(view.rows))
        pen.text((ends[0], base), columns[0][place], size, SOFT, "right")
        pen.text((ends[1], base), columns[1][place], size, ink, "right", bold=is_worse)
        y = top + (place + 1) * _MOST_ROW
        pen.line((left, y), (right, y), HAIR, 0.4)


def _keys(view: YearsView) -> list[Key]:
    """Return the signs that occur."""
    kinds = {row.change for row in view.rows}
    occurs = {
        "then": any(row.before is not None for row in view.rows),
        "now": any(row.after is not None for row in view.rows),
        "better": "better" in kinds,
        "worse": "worse" in kinds,
        "rto": any(view.axis.covers(row.rto) for row in view.rows),
        "open": any(row.is_open for row in view.rows),
    }
    return [
        Key(say(WORDS, f"legend-{key}", view.lang), _SHOWS[key])
        for key, found in occurs.items()
        if found
    ]


def _show_change(change: Change) -> Show:
    def show(pen: Pen, _ruler: Ruler, box: Box) -> None:
        y = (box[1] + box[3]) / 2
        ends = (box[2] - 3, box[0] + 3) if change == "better" else (box[0] + 3, box[2] - 3)
        pen.line((ends[0], y), (ends[1], y), _INKS[change], 2.4)
        _draw_then(pen, ends[0], y, 3.2)
        _draw_now(pen, ends[1], y, 3.2, _INKS[change])

    return show


_SHOWS: Mapping[str, Show] = {
    "then": lambda pen, _, box: _draw_then(pen, box[2] - 5, (box[1] + box[3]) / 2, 3.2),
    "now": lambda pen, _, box: _draw_now(pen, box[2] - 5, (box[1] + box[3]) / 2, 3.2, FAINT),
    "better": _show_change("better"),
    "worse": _show_change("worse"),
    "rto": lambda pen, _, box: draw_rto(pen, box[2] - 4, (box[1] - 1, box[3] + 1), FAINT),
    "open": lambda pen, _, box: draw_open(pen, box[2] - 8, (box[1] + box[3]) / 2, 4.0),
}
