"""Puts the parts of the timeline on a page of A4: upright if there are many rows."""

from __future__ import annotations

from dataclasses import dataclass

from bcp.report.charts.pen import Pen, Ruler
from bcp.report.charts.timeline import sentences
from bcp.report.charts.timeline.columns import columns_on
from bcp.report.charts.timeline.rows import Rows
from bcp.report.charts.timeline.signs import ALARM, INK, SOFT, Legend
from bcp.report.charts.timeline.view import TimelineView
from bcp.words import say
from bcp.words.chart import WORDS

_SHORT, _LONG = 595.0, 842.0
"""The sides of A4 in points."""
_MANY = 26
"""From how many rows on the page stands upright."""
_MARGIN = 26.0
_LEAST_ROW, _MOST_ROW = 11.0, 27.0
_HEADS = 34.0
"""The height of the labels above the rows."""
_FEET = 15.0
"""The height of the labels below them."""
_SPACE = 8.0
_TITLE_SIZES = (18.0, 17.0, 16.0, 15.0, 14.0, 13.0)
_TITLE_LINE = 1.3
_WORSE_SIZE, _WORSE_LINE = 9.0, 15.0
_FACTS_SIZE, _FACTS_LINE = 8.0, 14.0
_NOTE_SIZE, _NOTE_LINE = 7.0, 11.0


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands above the chart."""

    title: tuple[str, ...]
    size: float
    worse: str
    facts: str

    @property
    def height(self) -> float:
        """In points."""
        title = len(self.title) * self.size * _TITLE_LINE
        return title + (_WORSE_LINE if self.worse else 0) + _FACTS_LINE

    def write(self, pen: Pen) -> None:
        """Write it at the top of the page."""
        y = _MARGIN
        for line in self.title:
            pen.text((_MARGIN, y + self.size * 0.9), line, self.size, INK, bold=True)
            y += self.size * _TITLE_LINE
        if self.worse:
            pen.text((_MARGIN, y + _WORSE_SIZE * 1.1), self.worse, _WORSE_SIZE, ALARM)
            y += _WORSE_LINE
        pen.text((_MARGIN, y + _FACTS_SIZE * 1.1), self.facts, _FACTS_SIZE, SOFT)


def drawn(view: TimelineView) -> tuple[Pen, str]:
    """Return the page, and the letters on it that no font has."""
    ruler = Ruler()
    is_upright = len(view.rows) >= _MANY
    width, most = (_SHORT, _LONG) if is_upright else (_LONG, _SHORT)
    inner = width - 2 * _MARGIN
    head, legend = _head(view, ruler, inner), Legend(view, ruler, inner)
    notes = _notes(view, ruler, inner)
    top = _MARGIN + head.height + (_HEADS if view.rows else _SPACE)
    below = (_FEET if is_upright else 4) + _SPACE + legend.height + len(notes) * _NOTE_LINE
    row_height = _row_height(len(view.rows), most - top - below - _MARGIN)
    bottom = top + row_height * len(view.rows)
    pen = Pen(width, bottom + below + _MARGIN)
    head.write(pen)
    if view.rows:
        columns = columns_on(view, ruler, (_MARGIN, width - _MARGIN), row_height)
        rows = Rows(pen, ruler, view, columns, row_height)
        rows.write_heads(top)
        rows.draw(top)
        if is_upright:
            rows.write_edges(bottom + 12)
    after = bottom + (_FEET if is_upright else 4) + _SPACE
    legend.draw(pen, _MARGIN, after)
    for place, note in enumerate(notes):
        base = after + legend.height + (place + 0.9) * _NOTE_LINE
        pen.text((_MARGIN, base), note, _NOTE_SIZE, SOFT)
    return pen, "".join(sorted(ruler.missing))


def _row_height(number: int, room: float) -> float:
    return min(max(room / max(number, 1), _LEAST_ROW), _MOST_ROW)


def _head(view: TimelineView, ruler: Ruler, width: float) -> _Head:
    title, size = ruler.shrink(sentences.headline(view), _TITLE_SIZES, width)
    lines: tuple[str, ...] = (title,)
    if title != sentences.headline(view):
        size = _TITLE_SIZES[2]
        lines = tuple(ruler.fit(t, size, width) for t in (view.scenario, sentences.outcome(view)))
    worse = ruler.fit(sentences.consequences(view), _WORSE_SIZE, width)
    facts = ruler.fit("　|　".join(sentences.circumstances(view)), _FACTS_SIZE, width)
    return _Head(lines, size, worse, facts)


def _notes(view: TimelineView, ruler: Ruler, width: float) -> list[str]:
    texts = [sentences.axis_note(view)] if view.rows else []
    texts += sentences.notes(view)
    fitted = [ruler.fit(text, _NOTE_SIZE, width) for text in texts]
    for row in view.rows:
        # Measured, so that their letters are known to be missing before the page is set out.
        ruler.width(row.name + row.department, _NOTE_SIZE)
    if ruler.missing:
        fitted.append(say(WORDS, "missing-letters", view.lang))
    return fitted
