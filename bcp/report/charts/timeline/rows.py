"""The chart itself: a row for each function along the time axis, its figures beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from bcp.report.charts.inks import ALARM, FAINT, HAIR, INK, RULE, SHADE, SOFT
from bcp.report.charts.pen import Box, Pen, Ruler
from bcp.report.charts.timeline import sentences, signs
from bcp.report.charts.timeline.columns import DEPARTMENT_SIZE, Columns
from bcp.report.charts.timeline.view import Row, Stretch, TimelineView
from bcp.words import say
from bcp.words.chart import WORDS

_CLOCK_SIZE = 5.8
_BETWEEN = 5.0
"""Between a name and the department behind it, and between two labels of the axis."""
_LEAST_BAR = 0.8
"""How wide the shortest outage is drawn, in points."""
_BAR = 0.62
"""How much of the height of a row the bar takes."""
_RING = 2.5
"""How far the middle of the ring lies behind the restoration that it marks, in points."""
_DROP = 0.36
"""How far below the middle of a line its baseline lies, in sizes of the letters."""


_LEAST_SHOWN = 4
"""How many letters are worth showing of a department."""


class Rows:
    """Draws the rows of a view onto a page."""

    def __init__(
        self, pen: Pen, ruler: Ruler, view: TimelineView, columns: Columns, row_height: float
    ) -> None:
        self._pen, self._ruler, self._view, self._columns = pen, ruler, view, columns
        self._height = row_height

    def draw(self, top: float) -> float:
        """Draw all rows from *top* on, and return where they end."""
        bottom = top + self._height * len(self._view.rows)
        self._draw_ground(top, bottom)
        for place, row in enumerate(self._view.rows):
            self._write_row(row, top + place * self._height)
        middles = [top + (place + 0.5) * self._height for place in range(len(self._view.rows))]
        self._draw_bars(middles)
        self._draw_levels(middles)
        for row, middle in zip(self._view.rows, middles, strict=True):
            self._draw_marks(row, middle)
        return bottom

    def write_heads(self, bottom: float) -> None:
        """Write what the columns hold above *bottom*, and the labels of the axis."""
        pen, columns, lang = self._pen, self._columns, self._view.lang
        base, size = bottom - 6, columns.figure_size
        pen.text((columns.name, base), say(WORDS, "column-function", lang), size, SOFT)
        pen.text((columns.verdict, base), say(WORDS, "column-verdict", lang), size, SOFT)
        for key, x in zip(("downtime", "rto", "mtpd"), columns.figures, strict=True):
            pen.text((x, base), say(WORDS, f"column-{key}", lang), size, SOFT, "right")
        has_clock = self._view.starts is not None
        self.write_edges(base - (9 if has_clock else 0), bold=True)
        if has_clock:
            self._write_along(base, _CLOCK_SIZE, sentences.edge_clock)

    def write_edges(self, base: float, *, bold: bool = False) -> None:
        """Write the labels of the axis on a baseline."""
        size = self._columns.figure_size
        self._write_along(base, size, sentences.edge_label, bold=bold)

    def _write_along(
        self,
        base: float,
        size: float,
        label: Callable[[int, TimelineView], str],
        *,
        bold: bool = False,
    ) -> None:
        """Write a label at each edge, leaving out those that would touch the one before."""
        free, last = 0.0, self._columns.verdict - _BETWEEN / 2
        for edge in self._view.scale.edges:
            text = label(edge, self._view)
            half = self._ruler.width(text, size) / 2
            x = min(self._x(edge), last - half)
            if x - half >= free:
                self._pen.text((x, base), text, size, INK if bold else SOFT, "center", bold=bold)
                free = x + half + _BETWEEN / 2

    def _x(self, seconds: int) -> float:
        start, end = self._columns.start, self._columns.end
        return start + self._view.scale.place(seconds) * (end - start)

    def _draw_ground(self, top: float, bottom: float) -> None:
        pen, columns, scale = self._pen, self._columns, self._view.scale
        bands = list(pairwise(self._x(edge) for edge in scale.edges))
        pen.boxes([(x0, top, x1, bottom) for x0, x1 in bands[::2]], SHADE)
        for tick in scale.ticks():
            pen.line((self._x(tick), top), (self._x(tick), bottom), HAIR, 0.5)
        previous: Row | None = None
        for place, row in enumerate(self._view.rows):
            y = top + place * self._height
            is_new = previous is not None and previous.rank != row.rank
            if previous is not None:
                ink, width = (FAINT, 0.8) if is_new else (HAIR, 0.5)
                pen.line((columns.left, y), (columns.right, y), ink, width)
            previous = row
        for edge in scale.edges:
            pen.line((self._x(edge), top - 3), (self._x(edge), bottom + 3), RULE, 0.8)
        for y in (top, bottom):
            pen.line((columns.left, y), (columns.right, y), INK, 0.9)

    def _write_row(self, row: Row, top: float) -> None:
        pen, columns, ruler = self._pen, self._columns, self._ruler
        middle = top + self._height / 2
        size = columns.figure_size
        base = middle + size * _DROP
        is_missed = row.verdict != "met"
        rank = ruler.fit(row.rank, size, columns.name - columns.rank - 1)
        pen.text((columns.rank + 4, base), rank, size, SOFT, "center", bold=True)
        self._write_names(row, middle)
        ink = ALARM if is_missed else SOFT
        verdict = sentences.verdict(row, self._view)
        pen.text((columns.verdict, base), verdict, size, ink, bold=is_missed)
        inks = (INK if is_missed else SOFT, SOFT, SOFT)
        figures = sentences.figures(row, self._view)
        for text, x, colour in zip(figures, columns.figures, inks, strict=True):
            pen.text((x, base), text, size, colour, "right")

    def _write_names(self, row: Row, middle: float) -> None:
        pen, columns, ruler = self._pen, self._columns, self._ruler
        name, size = ruler.shrink(row.name, columns.name_sizes, columns.label)
        if columns.is_tall:
            department = ruler.fit(row.department, DEPARTMENT_SIZE, columns.label)
            base = middle + (-1.0 if department else size * _DROP)
            pen.text((columns.name, middle + 8), department, DEPARTMENT_SIZE, FAINT)
        else:
            base = middle + size * _DROP
            room = columns.label - ruler.width(name, size) - _BETWEEN
            department = ruler.fit(row.department, DEPARTMENT_SIZE, room)
            if len(department) < min(_LEAST_SHOWN, len(row.department)):
                department = ""
            right = columns.name + columns.label
            pen.text((right, base), department, DEPARTMENT_SIZE, FAINT, "right")
        pen.text((columns.name, base), name, size, INK)

    def _draw_bars(self, middles: Sequence[float]) -> None:
        """Draw every stretch: those that look the same at once, as there may be thousands."""
        lost: dict[str, list[Box]] = {lateness: [] for lateness in signs.LOST}
        kept: list[Box] = []
        missing: list[Box] = []
        for row, middle in zip(self._view.rows, middles, strict=True):
            self._draw_up(row, middle)
            for stretch in row.stretches:
                x0, y0, x1, y1 = self._box(stretch, middle)
                edge = y1 - (y1 - y0) * float(stretch.level)
                if stretch.level:
                    kept.append((x0, edge, x1, y1))
                where = missing if stretch.lateness is None else lost[stretch.lateness]
                where.append((x0, y0, x1, edge))
        for lateness in signs.LOST:
            signs.draw_lost(self._pen, lateness, lost[lateness])
        signs.draw_impaired(self._pen, missing)
        signs.draw_kept(self._pen, kept)

    def _box(self, stretch: Stretch, middle: float) -> Box:
        x0, x1 = self._x(stretch.start), self._x(stretch.end)
        half = self._height * _BAR / 2
        return x0, middle - half, max(x1, x0 + _LEAST_BAR), middle + half

    def _draw_up(self, row: Row, middle: float) -> None:
        end = 0
        for stretch in row.stretches:
            signs.draw_up(self._pen, self._x(end), self._x(stretch.start), middle)
            end = stretch.end
        signs.draw_up(self._pen, self._x(end), self._columns.end, middle)

    def _draw_levels(self, middles: Sequence[float]) -> None:
        size = min(6.2, self._height * _BAR - 1.6)
        for row, middle in zip(self._view.rows, middles, strict=True):
            taken = [self._x(mark) for mark in (row.rto_at, row.mtpd_at) if mark is not None]
            if row.restored is not None:
                taken.append(self._x(row.restored) + _RING)
            for start, end, level in _runs(row.stretches):
                text = f"{level:.0%}"
                half = self._ruler.width(text, size) / 2 + 3
                at = _free_middle((self._x(start), self._x(end)), half, taken)
                if at is not None:
                    signs.draw_level(self._pen, self._ruler, (at, middle), text, size)

    def _draw_marks(self, row: Row, middle: float) -> None:
        view, half = self._view, self._height * 0.42
        ends = (middle - half, middle + half)
        ink = FAINT if row.verdict == "met" else INK
        size = min(2.5, self._height * 0.15)
        if row.mtpd_at is not None and view.scale.covers(row.mtpd_at):
            signs.draw_mtpd(self._pen, self._x(row.mtpd_at), ends, ink, size)
        if row.rto_at is not None and view.scale.covers(row.rto_at):
            signs.draw_rto(self._pen, self._x(row.rto_at), ends, ink, size)
        if row.restored is None:
            signs.draw_open(self._pen, self._columns.end, middle, self._height * _BAR / 2 * 0.8)
        elif row.outages:
            signs.draw_restored(self._pen, self._x(row.restored), middle, size)


def _free_middle(ends: tuple[float, float], half: float, taken: Sequence[float]) -> float | None:
    """Return the middle of a label in a bar: the bar's own, or one that covers no mark."""
    start, end = ends
    if end - start < 2 * half:
        return None
    inside = sorted(x for x in taken if start < x < end)
    gaps = [(start, end), *pairwise([start, *inside, end])] if inside else [(start, end)]
    for left, right in sorted(gaps, key=lambda gap: gap[0] - gap[1]):
        middle = (left + right) / 2
        if right - left >= 2 * half and all(abs(x - middle) >= half for x in inside):
            return middle
    return None


def _runs(stretches: Sequence[Stretch]) -> Iterator[tuple[int, int, float]]:
    """Yield (start, end, level) where a level between nothing and all goes on unbroken."""
    open_: tuple[int, int, float] | None = None
    for stretch in stretches:
        level = float(stretch.level)
        if open_ is not None and (open_[1], open_[2]) == (stretch.start, level):
            open_ = (open_[0], stretch.end, level)
            continue
        if open_ is not None and open_[2]:
            yield open_
        open_ = (stretch.start, stretch.end, level)
    if open_ is not None and open_[2]:
        yield open_
