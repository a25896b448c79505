"""Puts the table of scenarios against functions on a sheet."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.report.charts.frame import Frame, Sheet
from bcp.report.charts.heatmap.sentences import description, feet, head_of, text_of
from bcp.report.charts.heatmap.view import Cell, HeatmapView, Row
from bcp.report.charts.inks import ALARM, BEYOND, FAINT, HAIR, INK, LATE, SOFT
from bcp.report.charts.legend import Key, Show
from bcp.report.charts.pen import Box, Pen, Ruler
from bcp.report.charts.picture import Drawn, Size
from bcp.words import say
from bcp.words.chart_heatmap import WORDS

__all__ = ["SHADES", "draw_heatmap", "shade_of"]

SHADES: Mapping[str, tuple[str, str]] = {
    "none": ("white", FAINT),
    "half": ("#EAF0F6", INK),
    "met": ("#C9D8E8", INK),
    "late": ("#E9A878", INK),
    "later": (LATE, "white"),
    "beyond": (BEYOND, "white"),
}
"""By how bad it is: the fill, each darker than the one before, and the ink on it."""
_SIGNS = {"half": "met", "later": "late"}
_HALF, _TWICE = 0.5, 2.0
_MANY = 26
"""From how many rows on a sheet of A4 stands upright."""
_WIDEST, _NARROWEST = 74.0, 30.0
"""Of a column."""
_LEAST_ROW, _MOST_ROW = 9.0, 20.0
_FOOT, _GAP = 12.5, 5.0
_MARK, _RIGHT, _DROP = 16.0, 32.0, 0.36
_NAMES = 0.29
_HEAD_LINES = 8
_HEAD_SIZES = (7.2, 6.8, 6.4, 6.0, 5.6, 5.2, 4.9)


def shade_of(cell: Cell) -> str:
    """Return the shade of a cell, a key of :data:`SHADES`."""
    if cell.verdict == "met":
        return "half" if cell.ratio <= _HALF else "met"
    if cell.verdict == "late":
        return "late" if cell.ratio <= _TWICE else "later"
    return cell.verdict


def draw_heatmap(view: HeatmapView, size: Size = "a4") -> Drawn:
    """Return the table on a sheet."""
    is_upright = size == "a4" and len(view.rows) >= _MANY
    frame = Frame(head_of(view), size, _keys(view), is_upright=is_upright)
    if not view.rows or not view.columns:
        return frame.sheet(0).done(description(view))
    columns = _Columns(view, frame)
    rows = len(view.rows) + (view.others is not None)
    rest = columns.head + len(feet(view)) * _FOOT + _GAP
    least = _LEAST_ROW if size == "a4" else 0.0  # paper can grow longer, a slide cannot
    height = min(max((frame.most - rest) / rows, least), _MOST_ROW)
    sheet = frame.sheet(rest + rows * height)
    _Table(sheet, view, columns, height).draw()
    return sheet.done(description(view))


class _Columns:
    """Where the columns stand, and how high their heads are."""

    def __init__(self, view: HeatmapView, frame: Frame) -> None:
        ruler, size = frame.ruler, frame.letters.text
        number = len(view.columns) + bool(view.more_columns)
        names = [row.name for row in view.rows] + [name for name, _ in feet(view)]
        widest = max(ruler.width(name, size) for name in names) + 6
        self.name = _MARK + min(widest, frame.width * _NAMES)
        """The width of the names, in points."""
        room = frame.width - self.name - _RIGHT
        self.width = min(max(room / number, min(_NARROWEST, room / number)), _WIDEST)
        """Of a column, in points."""
        self.heads, self.size = self._fitted(view, ruler)
        """The lines of each head, and the size of their letters."""
        self.head = max(len(lines) for lines in self.heads) * self.size * 1.25 + 8
        """How high the heads are, in points."""

    def _fitted(self, view: HeatmapView, ruler: Ruler) -> tuple[list[list[str]], float]:
        """Return the names of the scenarios in lines, as large as all of them go in whole."""
        names = [column.name for column in view.columns]
        if view.more_columns:
            names.append(say(WORDS, "column-others", view.lang, number=view.more_columns))
        is_english = view.lang == "en"
        room = self.width - (1.0 if is_english else 2.5)  # whole words may come close
        for size in _HEAD_SIZES:
            whole = [ruler.wrap(name, size, room) for name in names]
            words = [word for name in names for word in name.split() if is_english]
            fits = all(ruler.width(word, size) <= room for word in words)
            if fits and max(len(lines) for lines in whole) <= _HEAD_LINES:
                return whole, size
        last = _HEAD_SIZES[-1]
        return [ruler.wrap(name, last, room, most=_HEAD_LINES) for name in names], last


class _Table:
    """Draws the cells."""

    def __init__(self, sheet: Sheet, view: HeatmapView, columns: _Columns, height: float) -> None:
        self._sheet, self._view, self._columns, self._height = sheet, view, columns, height
        self._pen, self._ruler = sheet.pen, sheet.ruler
        self._size = min(sheet.letters.text, height * 0.74)
        self._left, self._top = sheet.room[0], sheet.room[1] + columns.head
        self._start = self._left + columns.name
        self._number = len(view.columns) + bool(view.more_columns)
        self._right = self._start + self._number * columns.width
        self._end = self._right + _RIGHT

    def _x(self, place: int) -> float:
        return self._start + place * self._columns.width

    def draw(self) -> None:
        """Draw heads, rows and feet."""
        self._heads()
        rows = [*self._view.rows, *([self._view.others] if self._view.others else [])]
        for place, row in enumerate(rows):
            self._row(row, self._top + place * self._height)
        bottom = self._top + len(rows) * self._height
        for place in range(self._number + 1):
            x = self._x(place)
            self._pen.line((x, self._top), (x, bottom), "white", 0.8)
        for y in (self._top, bottom):
            self._pen.line((self._left, y), (self._end, y), INK, 0.9)
        self._feet(bottom + _GAP)

    def _heads(self) -> None:
        pen, columns, view = self._pen, self._columns, self._view
        line = columns.size * 1.25
        for place, lines in enumerate(columns.heads):
            x = self._x(place) + columns.width / 2
            base = self._top - 5 - (len(lines) - 1) * line
            for number, text in enumerate(lines):
                pen.text((x, base + number * line), text, columns.size, INK, "center")
        base, size = self._top - 5, self._sheet.letters.small
        head = say(WORDS, "column-function", view.lang)
        pen.text((self._left + _MARK, base), head, size, SOFT)
        pen.text((self._end, base), say(WORDS, "column-missed", view.lang), size, SOFT, "right")

    def _row(self, row: Row, top: float) -> None:
        pen, size, middle = self._pen, self._size, top + self._height / 2
        base = middle + size * _DROP
        is_rest = not row.id
        name = row.name
        if is_rest:
            number = self._view.more_rows
            name = say(WORDS, "row-others", self._view.lang, number=number)
        pen.line((self._left, top), (self._end, top), FAINT if is_rest else HAIR, 0.5)
        pen.text((self._left + 5, base), row.rank, size * 0.9, SOFT, "center", bold=True)
        room = self._columns.name - _MARK - 5
        shown, used = self._ruler.shrink(name, (size, size * 0.93, size * 0.86), room)
        pen.text((self._left + _MARK, base), shown, used, SOFT if is_rest else INK)
        for place, cell in enumerate(row.cells):
            is_several = is_rest or place >= len(self._view.columns)
            self._cell(cell, place, top, is_several=is_several)
        ink = ALARM if row.missed else SOFT
        text = str(row.missed) if row.missed else "–"
        pen.text((self._end, base), text, size, ink, "right", bold=bool(row.missed))

    def _cell(self, cell: Cell, place: int, top: float, *, is_several: bool) -> None:
        fill, ink = SHADES[shade_of(cell)]
        x = self._x(place)
        box: Box = (x, top + 0.4, x + self._columns.width, top + self._height - 0.4)
        if cell.verdict != "none":
            self._pen.boxes([box], fill)
        text = text_of(cell, self._view.lang, is_several=is_several)
        size = min(self._size * 0.92, self._sheet.letters.small)
        sizes = (size, size * 0.92, size * 0.84)
        room = self._columns.width - 3
        shown, used = self._ruler.shrink(text, sizes, room)
        if shown != text:
            shown, used = self._ruler.shrink(text.replace(" ", "", 1), sizes, room)
        if shown != text.replace(" ", "", 1) and shown != text:
            shown = text[:1]  # its sign
        middle = (x + self._columns.width / 2, top + self._height / 2 + used * _DROP)
        self._pen.text(middle, shown, used, ink, "center")

    def _feet(self, top: float) -> None:
        pen, size = self._pen, self._sheet.letters.small
        sizes = (size, size * 0.9, size * 0.8)
        for number, (name, figures) in enumerate(feet(self._view)):
            base = top + (number + 0.5) * _FOOT + size * _DROP
            room = self._columns.name - 8
            shown, used = self._ruler.shrink(name, sizes, room)
            pen.text((self._start - 6, base), shown, used, SOFT, "right")
            for place, text in enumerate(figures):
                x = self._x(place) + self._columns.width / 2
                fitted, used = self._ruler.shrink(text, sizes, self._columns.width - 2)
                pen.text((x, base), fitted, used, INK, "center", bold=not number)


def _keys(view: HeatmapView) -> list[Key]:
    """Return the shades that occur, with their signs."""
    rows = [*view.rows, *([view.others] if view.others else [])]
    found = {shade_of(cell) for row in rows for cell in row.cells}
    return [
        Key(say(WORDS, f"legend-{shade}", view.lang), _show(shade, view))
        for shade in SHADES
        if shade in found
    ]


def _show(shade: str, view: HeatmapView) -> Show:
    fill, ink = SHADES[shade]
    if shade == "none":
        return lambda pen, _, box: pen.outline(box, HAIR, 0.6)
    sign = say(WORDS, f"verdict-{_SIGNS.get(shade, shade)}", view.lang)

    def show(pen: Pen, _ruler: Ruler, box: Box) -> None:
        pen.boxes([box], fill)
        size = (box[3] - box[1]) * 0.8
        pen.text(
            ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2 + size * _DROP), sign, size, ink, "center"
        )

    return show
