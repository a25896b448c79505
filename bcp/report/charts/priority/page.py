"""Puts the recovery priority on a sheet: names to the left, bars, figures to the right."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.report.charts.axis import draw_ground
from bcp.report.charts.frame import Frame, Sheet
from bcp.report.charts.inks import (
    ALARM,
    BEYOND,
    FAINT,
    HAIR,
    INK,
    LATE,
    SOFT,
    WITHIN,
    hatched,
)
from bcp.report.charts.legend import Key, Show
from bcp.report.charts.pen import Box, Pen, Ruler
from bcp.report.charts.picture import Drawn, Size
from bcp.report.charts.priority.sentences import description, figures, head_of
from bcp.report.charts.priority.view import Part, PriorityView, Row
from bcp.report.charts.timeline.signs import draw_mtpd, draw_open, draw_rto
from bcp.words import say
from bcp.words.chart_priority import WORDS

__all__ = ["draw_priority"]

_LEAST_ROW, _MOST_ROW = 9.5, 20.0
_HEADS = 24.0
_MANY = 44
"""From how many rows on a sheet of A4 stands upright."""
_NAMES = 0.27
"""The most of the width that names may take."""
_MARK = 18.0
_PAD = 9.0
_LEAST_BAR = 0.8
_BAR = 0.6
_DROP = 0.36
_INKS: Mapping[Part, str] = {"within": WITHIN, "late": LATE, "beyond": BEYOND}
_COLUMNS = ("verdict", "up", "due", "waiting")


def draw_priority(view: PriorityView, size: Size = "a4") -> Drawn:
    """Return the recovery priority on a sheet."""
    lines = _lines(view)
    is_upright = size == "a4" and len(lines) >= _MANY
    frame = Frame(head_of(view), size, _keys(view), is_upright=is_upright)
    if not lines:
        return frame.sheet(0).done(description(view))
    least = _LEAST_ROW if size == "a4" else 0.0  # paper can grow longer, a slide cannot
    height = min(max((frame.most - _HEADS) / len(lines), least), _MOST_ROW)
    sheet = frame.sheet(_HEADS + height * len(lines))
    _Chart(sheet, view, height).draw(lines)
    return sheet.done(description(view))


def _lines(view: PriorityView) -> list[Row | str]:
    """Return the rows, with a heading where there are two sorts."""
    if not view.functions:
        return [*view.components]
    if not view.components:
        return [*view.functions]
    heads = [say(WORDS, key, view.lang) for key in ("functions", "components")]
    return [heads[0], *view.functions, heads[1], *view.components]


class _Chart:
    """Draws along the time axis."""

    def __init__(self, sheet: Sheet, view: PriorityView, height: float) -> None:
        self._sheet, self._view, self._height = sheet, view, height
        self._pen, self._ruler = sheet.pen, sheet.ruler
        letters = sheet.letters
        self._size = min(letters.text, height * 0.72)
        left, _, right, _ = sheet.room
        rows = (*view.functions, *view.components)
        self._figures = {row.id: figures(row, view) for row in rows}
        self._ends = self._columns(right)
        widest = max(self._ruler.width(row.name, self._size) for row in rows)
        self._name = left + _MARK
        self._start = self._name + min(widest, (right - left) * _NAMES) + _PAD + 6
        verdict = self._ruler.width(self._heads()[0], letters.small)
        self._end = self._ends[0] - verdict - _PAD - 14

    def _heads(self) -> list[str]:
        return [say(WORDS, f"column-{key}", self._view.lang) for key in _COLUMNS]

    def _columns(self, right: float) -> list[float]:
        """Return the right ends of the columns of figures."""
        size = self._size
        ends = [right]
        columns = list(zip(*self._figures.values(), strict=True))
        for head, texts in list(zip(self._heads(), columns, strict=True))[:0:-1]:
            widths = [self._ruler.width(head, self._sheet.letters.small)]
            widths += [self._ruler.width(text, size) for text in texts]
            ends.insert(0, ends[0] - max(widths) - _PAD)
        return ends

    def _x(self, seconds: float) -> float:
        return self._start + self._view.axis.place(seconds) * (self._end - self._start)

    def draw(self, lines: list[Row | str]) -> None:
        """Draw the axis, the heads of the columns, and all rows."""
        pen, view, (left, top, right, _) = self._pen, self._view, self._sheet.room
        top += _HEADS
        bottom = top + self._height * len(lines)
        sides, ends = (self._start, self._end), (top, bottom)
        draw_ground(self._sheet, view.axis, sides, ends, view.tiers, view.lang)
        for head, x in zip(self._heads(), self._ends, strict=True):
            pen.text((x, top - 6), head, self._sheet.letters.small, SOFT, "right")
        for y in (top, bottom):
            pen.line((left, y), (right, y), INK, 0.9)
        for place, line in enumerate(lines):
            y = top + place * self._height
            if isinstance(line, str):
                base = y + self._height / 2 + self._size * _DROP
                pen.line((left, y), (right, y), FAINT, 0.8)
                pen.text((left, base), line, self._size, SOFT, bold=True)
            else:
                self._row(line, y)

    def _row(self, row: Row, top: float) -> None:
        pen, (left, _, right, _) = self._pen, self._sheet.room
        middle = top + self._height / 2
        base = middle + self._size * _DROP
        pen.line((left, top), (right, top), HAIR, 0.4)
        pen.text((left + 6, base), row.mark, self._size * 0.9, SOFT, "center")
        room = self._start - self._name - _PAD
        sizes = [self._size * share for share in (1, 0.93, 0.86)]
        name, size = self._ruler.shrink(row.name, sizes, room)
        pen.text((self._name, base), name, size, INK)
        is_missed = row.verdict in ("late", "beyond")
        for place, (text, x) in enumerate(zip(self._figures[row.id], self._ends, strict=True)):
            ink = ALARM if is_missed and place < 2 else SOFT  # noqa: PLR2004 (verdict and end)
            pen.text((x, base), text, self._size, ink, "right", bold=is_missed and not place)
        self._bars(row, middle)
        self._marks(row, middle)

    def _bars(self, row: Row, middle: float) -> None:
        half = self._height * _BAR / 2
        for bar in row.bars:
            x0, x1 = self._x(bar.start), self._x(bar.end)
            box = (x0, middle - half, max(x1, x0 + _LEAST_BAR), middle + half)
            hatched(self._pen, [box], _INKS[bar.part])
        if row.is_open:
            draw_open(self._pen, self._end, middle, half * 0.8)
        if not row.bars and row.start is not None and row.verdict != "none":
            x = self._x(row.start)
            self._pen.boxes([(x, middle - half, x + _LEAST_BAR, middle + half)], WITHIN)

    def _marks(self, row: Row, middle: float) -> None:
        half, size = self._height * 0.42, min(2.5, self._height * 0.15)
        ends, covers = (middle - half, middle + half), self._view.axis.covers
        if row.mtpd_at is not None and covers(row.mtpd_at):
            draw_mtpd(self._pen, self._x(row.mtpd_at), ends, INK, size)
        if row.due is None:
            return
        if row.due < 0:
            _before(self._pen, self._start - 1.5, middle, size * 1.3)
        elif covers(row.due):
            draw_rto(self._pen, self._x(row.due), ends, INK, size)


def _before(pen: Pen, x: float, y: float, size: float) -> None:
    """Draw that something was due before the axis begins."""
    pen.shape(((x, y - size), (x, y + size), (x - size * 1.3, y)), INK, INK, 0)


def _keys(view: PriorityView) -> list[Key]:
    """Return the signs that occur."""
    rows = (*view.functions, *view.components)
    parts = {bar.part for row in rows for bar in row.bars}
    covers = view.axis.covers
    occurs = {
        "within": "within" in parts,
        "late": "late" in parts,
        "beyond": "beyond" in parts,
        "due": any(row.due is not None and covers(row.due) for row in rows),
        "mtpd": any(row.mtpd_at is not None and covers(row.mtpd_at) for row in rows),
        "before": any(row.due is not None and row.due < 0 for row in rows),
        "open": any(row.is_open for row in rows),
    }
    return [
        Key(say(WORDS, f"legend-{key}", view.lang), _SHOWS[key])
        for key, found in occurs.items()
        if found
    ]


def _show_bar(part: Part) -> Show:
    def show(pen: Pen, _ruler: Ruler, box: Box) -> None:
        hatched(pen, [box], _INKS[part])

    return show


_SHOWS: Mapping[str, Show] = {
    "within": _show_bar("within"),
    "late": _show_bar("late"),
    "beyond": _show_bar("beyond"),
    "due": lambda pen, _, box: draw_rto(pen, box[2] - 4, (box[1] - 1, box[3] + 1)),
    "mtpd": lambda pen, _, box: draw_mtpd(pen, box[2] - 4, (box[1] - 1, box[3] + 1)),
    "before": lambda pen, _, box: _before(pen, box[2] - 4, (box[1] + box[3]) / 2, 3.0),
    "open": lambda pen, _, box: draw_open(pen, box[2] - 8, (box[1] + box[3]) / 2, 4.0),
}
