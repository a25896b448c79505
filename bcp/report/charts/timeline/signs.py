"""The signs of the timeline: shapes that differ in grey too, and their legend."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.report.charts.inks import (
    BEYOND,
    FAINT,
    INK,
    KEPT,
    LATE,
    UP,
    WITHIN,
    hatched,
)
from bcp.report.charts.legend import Key, Show
from bcp.report.charts.pen import Box, Pen, Ruler
from bcp.report.charts.timeline.view import Lateness, TimelineView
from bcp.words import say
from bcp.words.chart import WORDS

__all__ = [
    "KEPT",
    "LOST",
    "UP",
    "draw_impaired",
    "draw_kept",
    "draw_level",
    "draw_lost",
    "draw_mtpd",
    "draw_open",
    "draw_restored",
    "draw_rto",
    "draw_up",
    "legend_of",
]

# The later, the darker.
LOST: Mapping[Lateness, str] = {"within": WITHIN, "late": LATE, "beyond": BEYOND}


def draw_lost(pen: Pen, lateness: Lateness, boxes: list[Box]) -> None:
    """Draw stretches of downtime."""
    hatched(pen, boxes, LOST[lateness])


def draw_kept(pen: Pen, boxes: list[Box]) -> None:
    """Draw what is kept going, with an edge above that stands out in grey."""
    pen.boxes(boxes, KEPT)
    pen.boxes([(x0, y0 - 0.35, x1, y0 + 0.35) for x0, y0, x1, _ in boxes], UP)


def draw_impaired(pen: Pen, boxes: list[Box]) -> None:
    """Draw what is missing of a function that is up."""
    pen.boxes(boxes, "white", "......", FAINT)


def draw_level(pen: Pen, ruler: Ruler, middle: tuple[float, float], text: str, size: float) -> None:
    """Write a level on a bar, on a label of its own."""
    x, y = middle
    half = ruler.width(text, size) / 2 + 1.4
    pen.outline((x - half, y - size * 0.6, x + half, y + size * 0.6), "none", 0, rounding=1.5)
    pen.text((x, y + size * 0.36), text, size, INK, "center")


def draw_up(pen: Pen, start: float, end: float, y: float) -> None:
    """Draw the line of a function that works."""
    if end > start:
        pen.line((start, y), (end, y), UP, 1.4)


def draw_restored(pen: Pen, x: float, y: float, size: float = 2.4) -> None:
    """Draw the moment a function comes up for good: the ring begins there, to hide no outage."""
    radius = size * 0.95
    pen.dot((x + radius + size * 0.22, y), radius, UP, size * 0.45)


def draw_rto(
    pen: Pen, x: float, ends: tuple[float, float], ink: str = INK, size: float = 2.4
) -> None:
    """Draw when the RTO is used up: a line under a filled triangle."""
    top, bottom = ends
    pen.line((x, top), (x, bottom), "white", size)
    pen.line((x, top), (x, bottom), ink, size * 0.42)
    pen.shape(((x - size, top), (x + size, top), (x, top + 1.6 * size)), ink, ink, size * 0.3)


def draw_mtpd(
    pen: Pen, x: float, ends: tuple[float, float], ink: str = INK, size: float = 2.4
) -> None:
    """Draw when the MTPD is used up: a line on an open triangle."""
    top, bottom = ends
    base = bottom - 1.6 * size
    pen.line((x, top), (x, base), "white", size)
    pen.line((x, top), (x, base), ink, size * 0.42)
    pen.shape(((x - size, bottom), (x + size, bottom), (x, base)), "white", ink, size * 0.3)


def draw_open(pen: Pen, x: float, y: float, size: float) -> None:
    """Draw that a function is still down at the end: an arrow beyond the axis."""
    pen.shape(((x + 1, y - size), (x + 1, y + size), (x + 1 + size * 1.3, y)), INK, INK, 0)


def legend_of(view: TimelineView) -> tuple[Key, ...]:
    """Return the signs that occur in *view*, and what they mean."""
    return tuple(Key(say(WORDS, key, view.lang), _SIGNS[key]) for key in _occurring(view))


def _occurring(view: TimelineView) -> list[str]:
    stretches = [stretch for row in view.rows for stretch in row.stretches]
    late = {stretch.lateness for stretch in stretches}
    marks = [("legend-rto", "rto_at"), ("legend-mtpd", "mtpd_at")]
    found = [f"legend-{one}" for one in LOST if one in late]
    if any(stretch.lateness and stretch.level for stretch in stretches):
        found.append("legend-workaround")
    if None in late:
        found.append("legend-impaired")
    for key, name in marks:
        moments = [getattr(row, name) for row in view.rows]
        if any(moment is not None and view.scale.covers(moment) for moment in moments):
            found.append(key)
    if view.rows:
        found.append("legend-up")
    if any(row.verdict == "down" for row in view.rows):
        found.append("legend-open")
    return found


def _show_workaround(pen: Pen, ruler: Ruler, box: Box) -> None:
    x0, y0, x1, y1 = box
    draw_lost(pen, "within", [box])
    draw_kept(pen, [(x0, y0 + (y1 - y0) * 0.6, x1, y1)])
    draw_level(pen, ruler, ((x0 + x1) / 2, (y0 + y1) / 2), "40%", 5.6)


def _show_up(pen: Pen, _ruler: Ruler, box: Box) -> None:
    y = (box[1] + box[3]) / 2
    draw_up(pen, box[0] + 5, box[2], y)
    draw_restored(pen, box[0] + 2, y)


def _show_lost(lateness: Lateness) -> Show:
    return lambda pen, _ruler, box: draw_lost(pen, lateness, [box])


def _show_impaired(pen: Pen, _ruler: Ruler, box: Box) -> None:
    x0, y0, x1, y1 = box
    middle = (y0 + y1) / 2
    draw_kept(pen, [(x0, middle, x1, y1)])
    draw_impaired(pen, [(x0, y0, x1, middle)])


_SIGNS: Mapping[str, Show] = {
    "legend-within": _show_lost("within"),
    "legend-late": _show_lost("late"),
    "legend-beyond": _show_lost("beyond"),
    "legend-workaround": _show_workaround,
    "legend-impaired": _show_impaired,
    "legend-up": _show_up,
    "legend-rto": lambda pen, _, box: draw_rto(pen, box[2] - 4, (box[1] - 1, box[3] + 1)),
    "legend-mtpd": lambda pen, _, box: draw_mtpd(pen, box[2] - 4, (box[1] - 1, box[3] + 1)),
    "legend-open": lambda pen, _, box: draw_open(pen, box[2] - 8, (box[1] + box[3]) / 2, 4.0),
}
