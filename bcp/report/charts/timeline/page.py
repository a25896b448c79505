"""Puts the parts of the timeline on a sheet: of A4, upright if there are many rows."""

from __future__ import annotations

from collections.abc import Iterator

from bcp.report.charts.frame import Frame, Head
from bcp.report.charts.picture import Drawn, Size
from bcp.report.charts.timeline import sentences
from bcp.report.charts.timeline.columns import columns_on
from bcp.report.charts.timeline.rows import Rows
from bcp.report.charts.timeline.signs import legend_of
from bcp.report.charts.timeline.view import TimelineView

__all__ = ["draw_timeline"]

_MANY = 26
"""From how many rows on the page stands upright."""
_LEAST_ROW, _MOST_ROW = 11.0, 27.0
_HEADS = 34.0
"""The height of the labels above the rows."""
_FEET = 15.0
"""The height of the labels below them."""


def draw_timeline(view: TimelineView, size: Size = "a4") -> Drawn:
    """Return the timeline on a sheet."""
    is_upright = size == "a4" and len(view.rows) >= _MANY
    frame = Frame(_head(view), size, legend_of(view), is_upright=is_upright)
    if not view.rows:
        return frame.sheet(0).done(sentences.description(view))
    feet = _FEET if is_upright else 4.0
    least = _LEAST_ROW if size == "a4" else 0.0  # paper can grow longer, a slide cannot
    height = min(max((frame.most - _HEADS - feet) / len(view.rows), least), _MOST_ROW)
    sheet = frame.sheet(_HEADS + height * len(view.rows) + feet)
    left, top, right, _ = sheet.room
    columns = columns_on(view, sheet.ruler, (left, right), height)
    rows = Rows(sheet.pen, sheet.ruler, view, columns, height)
    rows.write_heads(top + _HEADS)
    bottom = rows.draw(top + _HEADS)
    if is_upright:
        rows.write_edges(bottom + 12)
    return sheet.done(sentences.description(view))


def _head(view: TimelineView) -> Head:
    return Head(
        lang=view.lang,
        title=sentences.headline(view),
        facts="　|　".join(sentences.circumstances(view)),
        alarm=sentences.consequences(view),
        notes=tuple(_notes(view)),
        source=view.source,
        names=tuple(row.name + row.department for row in view.rows),
    )


def _notes(view: TimelineView) -> Iterator[str]:
    if view.rows:
        yield sentences.axis_note(view)
    yield from sentences.notes(view)
