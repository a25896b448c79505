"""Puts the tasks of a drill on a sheet as wide as A4: outline planned, bar actual."""

from __future__ import annotations

from collections.abc import Iterator

from bcp.report.charts.inks import (
    ALARM,
    BEYOND,
    CALM,
    FAINT,
    HAIR,
    INK,
    LATE,
    RULE,
    SHADE,
    SOFT,
    WITHIN,
)
from bcp.report.charts.pen import Box, Pen, Ruler
from bcp.report.charts.picture import Drawn
from bcp.report.charts.tasks.view import Go, Row, TasksView
from bcp.report.spans import exact, moment, plain
from bcp.words import say
from bcp.words.aar import WORDS

__all__ = ["drawn", "headline", "spoken"]

_WIDTH, _MARGIN = 540.0, 10.0
_NAMES = 0.34
"""The share of the width that names take."""
_ROW, _CREW = 15.0, 12.0
"""The height of a task, and of the line with the name of a crew."""
_HEADS, _FEET = 30.0, 8.0
_SIZE, _SMALL = 7.2, 6.2
_LINE = 13.0
_TITLE = (12.0, 11.0, 10.0, 9.0)
_PLAN, _BAR = 3.8, 5.8
"""How high the outline and the bar are."""
_LEAST = 0.9

ACTUAL, OVER, ASSUMED = WITHIN, LATE, CALM
_Entry = tuple[str, str, float, int]
"""A sign, its text, where it begins, and in which line."""
_KEYS = ("planned", "actual", "over", "wait", "aborted", "assumed", "inject", "end")


def headline(view: TasksView) -> str:
    """Return what the picture proves."""
    if not view.waited and not view.over:
        return say(WORDS, "chart-title-none", view.lang, name=view.drill)
    waited, over = exact(view.waited, view.lang), exact(view.over, view.lang)
    return say(WORDS, "chart-title", view.lang, name=view.drill, waited=waited, over=over)


def spoken(view: TasksView) -> str:
    """Return the picture in words, for those who hear it."""
    return "\n".join(_spoken(row, view) for row in view.rows)


def _spoken(row: Row, view: TasksView) -> str:
    planned = "–" if row.planned is None else "–".join(map(moment, row.planned))
    actual = ", ".join(f"{moment(go.start)}–{moment(go.end)}" for go in row.goes) or "–"
    wait = exact(sum(go.start - go.ready for go in row.goes), view.lang)
    values = {"name": row.name, "planned": planned, "actual": actual, "wait": wait}
    return say(WORDS, "chart-spoken", view.lang, **values)


def drawn(view: TasksView) -> Drawn:
    """Return the page."""
    ruler = Ruler()
    title, size = ruler.shrink(headline(view), _TITLE, _WIDTH - 2 * _MARGIN)
    top = _MARGIN + size * 1.3 + _HEADS
    lines = list(_lines(view))
    bottom = top + sum(_ROW if isinstance(line, Row) else _CREW for line in lines)
    notes, entries = _notes(view), _entries(view, ruler)
    legend = bottom + _FEET + 4
    after = legend + _LINE * (1 + max(line for *_, line in entries))
    height = after + len(notes) * 11 + _MARGIN
    pen = Pen(_WIDTH, height)
    pen.text((_MARGIN, _MARGIN + size * 0.9), title, size, INK, bold=True)
    chart = _Chart(pen, ruler, view)
    chart.ground(top, bottom)
    chart.injects(top, bottom)
    y = top
    for line in lines:
        if isinstance(line, Row):
            chart.row(line, y)
            y += _ROW
        else:
            chart.crew(line, y)
            y += _CREW
    chart.end(top, bottom)
    chart.legend(entries, legend)
    for place, note in enumerate(notes):
        shown = ruler.fit(note, 7.0, _WIDTH - 2 * _MARGIN)
        pen.text((_MARGIN, after + 9 + place * 11), shown, 7.0, SOFT)
    missing = "".join(sorted(ruler.missing))
    return Drawn(pen, headline(view), spoken(view), missing)


def _lines(view: TasksView) -> Iterator[Row | str]:
    """Yield the rows, and the name of each crew before its own."""
    previous: str | None = None
    for row in view.rows:
        if row.crew != previous:
            yield row.crew or say(WORDS, "chart-no-crew", view.lang)
        previous = row.crew
        yield row


def _notes(view: TasksView) -> list[str]:
    record, version = view.source
    texts = [say(WORDS, "chart-axis", view.lang)]
    if view.axis.folded():
        texts.append(say(WORDS, "chart-folded", view.lang))
    if view.left_out:
        texts.append(say(WORDS, "chart-others", view.lang, number=view.left_out))
    texts.append(say(WORDS, "chart-source", view.lang, record=record or "–", version=version))
    return texts


class _Chart:
    """Draws along the time axis."""

    def __init__(self, pen: Pen, ruler: Ruler, view: TasksView) -> None:
        self._pen, self._ruler, self._view = pen, ruler, view
        self._start = _MARGIN + (_WIDTH - 2 * _MARGIN) * _NAMES
        self._end = _WIDTH - _MARGIN - 10

    def _x(self, seconds: int) -> float:
        return self._start + self._view.axis.place(seconds) * (self._end - self._start)

    def ground(self, top: float, bottom: float) -> None:
        """Draw the axis: ticks with labels, and what the clock leapt over as narrow bands."""
        pen, axis = self._pen, self._view.axis
        folded = [(self._x(start), top, self._x(end), bottom) for start, end in axis.folded()]
        pen.boxes(folded, SHADE, "\\\\\\", RULE)
        free = 0.0
        for tick in axis.ticks():
            x, text = self._x(tick), plain(tick)
            pen.line((x, top - 3), (x, bottom), HAIR, 0.6)
            half = self._ruler.width(text, _SMALL) / 2
            if x - half >= free:
                pen.text((x, top - 5), text, _SMALL, SOFT, "center")
                free = x + half + 3

    def crew(self, name: str, top: float) -> None:
        """Write the name of a crew above its tasks."""
        pen = self._pen
        pen.line((_MARGIN, top), (self._end, top), FAINT, 0.6)
        shown = self._ruler.fit(name, _SIZE, self._start - _MARGIN - 8)
        pen.text((_MARGIN, top + 9.4), shown, _SIZE, SOFT, bold=True)

    def row(self, row: Row, top: float) -> None:
        """Draw a task: above as planned, below as done."""
        pen = self._pen
        pen.line((_MARGIN, top), (self._end, top), HAIR, 0.4)
        shown = self._ruler.fit(row.name, _SIZE, self._start - _MARGIN - 14)
        pen.text((_MARGIN + 6, top + _ROW / 2 + _SIZE * 0.36), shown, _SIZE, INK)
        if row.planned is not None:
            self._planned(row.planned, top + 2)
        for go in row.goes:
            self._go(go, top + 2 + _PLAN + 1.4)

    def _box(self, start: int, end: int, top: float, height: float) -> Box:
        x0, x1 = self._x(start), self._x(end)
        return x0, top, max(x1, x0 + _LEAST), top + height

    def _beyond(self, end: int, top: float, height: float, ink: str) -> None:
        """Draw an arrow where something goes on beyond the axis."""
        if end > self._view.axis.end:
            x, y = self._end + 1.5, top + height / 2
            half = height / 2
            self._pen.shape(((x, y - half), (x, y + half), (x + half * 1.4, y)), ink, ink, 0)

    def _planned(self, planned: tuple[int, int], top: float) -> None:
        if planned[0] <= self._view.axis.end:
            self._pen.outline(self._box(*planned, top, _PLAN), INK, 0.7)
        self._beyond(planned[1], top, _PLAN, INK)

    def _go(self, go: Go, top: float) -> None:
        pen = self._pen
        if go.start > self._view.axis.end:
            self._beyond(go.start, top, _BAR, FAINT)
            return
        if go.ready < go.start:
            _draw_wait(pen, self._box(go.ready, go.start, top, _BAR))
        if go.is_assumed:
            pen.boxes([self._box(go.start, go.end, top, _BAR)], ASSUMED)
        elif go.is_aborted:
            _draw_aborted(pen, self._box(go.start, go.end, top, _BAR))
        else:
            pen.boxes([self._box(go.start, go.over_from, top, _BAR)], ACTUAL)
            if go.end > go.over_from:
                _draw_over(pen, self._box(go.over_from, go.end, top, _BAR))
        self._beyond(go.end, top, _BAR, FAINT)

    def injects(self, top: float, bottom: float) -> None:
        """Draw when injects were given."""
        pen, ends = self._pen, {0: 0.0, 1: 0.0}
        for no, at in sorted(self._view.injects, key=lambda one: one[1]):
            if not self._view.axis.covers(at):
                continue
            x, half = self._x(at), self._ruler.width(no, _SMALL) / 2 + 3
            _dashed(pen, x, (top - 2, bottom))
            level = next((level for level in ends if x - half >= ends[level]), None)
            if level is not None:
                y = top - 14 - level * 8
                pen.shape(((x - 2, y + 1), (x + 2, y + 1), (x, y + 4.5)), ALARM, ALARM, 0)
                pen.text((x, y), no, _SMALL, ALARM, "center")
                ends[level] = x + half

    def end(self, top: float, bottom: float) -> None:
        """Draw when the drill ended."""
        if self._view.axis.covers(self._view.end):
            x = self._x(self._view.end)
            self._pen.line((x, top - 3), (x, bottom + 4), INK, 1.4)

    def legend(self, entries: list[_Entry], top: float) -> None:
        """Draw what each sign means."""
        for key, text, x, line in entries:
            y = top + _LINE * (line + 0.5)
            _sign(self._pen, key, (x, y - 3.2, x + 18, y + 3.2))
            self._pen.text((x + 22, y + _SMALL * 0.36), text, _SMALL + 0.4, INK)


def _entries(view: TasksView, ruler: Ruler) -> list[_Entry]:
    """Return the legend, set out in lines: the signs that occur."""
    found: list[_Entry] = []
    x, line = _MARGIN, 0
    for key in _occurring(view):
        text = say(WORDS, f"chart-{key}", view.lang)
        width = 22 + ruler.width(text, _SMALL + 0.4)
        if x > _MARGIN and x + width > _WIDTH - _MARGIN:
            x, line = _MARGIN, line + 1
        found.append((key, text, x, line))
        x += width + 12
    return found


def _occurring(view: TasksView) -> Iterator[str]:
    goes = [go for row in view.rows for go in row.goes]
    occurs = {
        "over": any(go.end > go.over_from for go in goes if not go.is_aborted),
        "wait": any(go.start > go.ready for go in goes),
        "aborted": any(go.is_aborted for go in goes),
        "assumed": any(go.is_assumed for go in goes),
        "inject": bool(view.injects),
    }
    return (key for key in _KEYS if occurs.get(key, True))


def _draw_wait(pen: Pen, box: Box) -> None:
    """Draw a wait as a thin line from a tick: nothing is done in it."""
    x0, y0, x1, y1 = box
    y = (y0 + y1) / 2
    pen.line((x0, y0), (x0, y1), ALARM, 0.9)
    pen.line((x0, y), (x1, y), ALARM, 1.2)


def _draw_over(pen: Pen, box: Box) -> None:
    pen.boxes([box], OVER, "/////" if box[2] - box[0] > 4 else "")  # noqa: PLR2004 (in points)


def _draw_aborted(pen: Pen, box: Box) -> None:
    _, y0, x1, y1 = box
    pen.boxes([box], BEYOND)
    pen.line((x1 - 2.5, y0 - 1.2), (x1 + 2.5, y1 + 1.2), INK, 1.0)
    pen.line((x1 - 2.5, y1 + 1.2), (x1 + 2.5, y0 - 1.2), INK, 1.0)


def _dashed(pen: Pen, x: float, ends: tuple[float, float]) -> None:
    top, bottom = ends
    y = top
    while y < bottom:
        pen.line((x, y), (x, min(y + 2, bottom)), ALARM, 0.35)
        y += 5.5


def _sign(pen: Pen, key: str, box: Box) -> None:
    x0, y0, x1, y1 = box
    if key == "planned":
        pen.outline((x0, y0 + 1, x1, y1 - 1), INK, 0.7)
    elif key == "wait":
        _draw_wait(pen, box)
    elif key == "over":
        _draw_over(pen, box)
    elif key == "aborted":
        _draw_aborted(pen, (x0, y0, x1 - 4, y1))
    elif key == "inject":
        _dashed(pen, (x0 + x1) / 2, (y0 - 2, y1 + 2))
    elif key == "end":
        pen.line(((x0 + x1) / 2, y0 - 2), ((x0 + x1) / 2, y1 + 2), INK, 1.4)
    else:
        pen.boxes([box], ACTUAL if key == "actual" else ASSUMED)
