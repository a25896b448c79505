"""The looks of the map: a colour and letters for each kind, a dash for each sort of line."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.report.charts.inks import BEYOND, INK, LATE
from bcp.report.charts.map.layout import EdgeSort
from bcp.report.charts.map.view import State
from bcp.report.charts.pen import Box, Pen, Ruler
from bcp.words import Lang, say
from bcp.words.chart_map import WORDS

__all__ = ["DASHES", "KINDS", "LINES", "draw_line", "draw_sign", "draw_state_ground", "letter_ink"]

KINDS: Mapping[str, str] = {
    "site": "#4D4D4D",
    "room": "#7A6A58",
    "power": "#9A6A00",
    "cooling": "#2A7F9E",
    "network": "#1F5FA8",
    "server": "#35507A",
    "storage": "#5B4A8A",
    "service": "#00715A",
    "data": "#7B3F7D",
    "external": "#8A4B2A",
    "function": "#1A1A1A",
}
"""Told apart by the letters on them: in grey they are alike."""
LINES: Mapping[EdgeSort, tuple[str, float]] = {
    "requires": ("#8C8C8C", 0.55),
    "spare": ("#1F5FA8", 0.7),
    "starts": ("#9A5B00", 0.8),
    "held": ("#00715A", 0.8),
    "task": ("#7B3F7D", 0.6),
}
DASHES: Mapping[EdgeSort, tuple[float, ...]] = {
    "requires": (),
    "spare": (3.2, 1.8),
    "starts": (0.9, 1.3),
    "held": (4.0, 1.2, 0.9, 1.2),
    "task": (1.8, 1.8),
}
"""Lengths on and off, in points."""
_GROUNDS: Mapping[State, str] = {"damaged": BEYOND, "down": "#F2D7C4", "late": LATE}
_MARKS: Mapping[State, str] = {"damaged": "×", "down": "▼", "late": "△"}
_DROP = 0.36


def draw_sign(pen: Pen, ruler: Ruler, box: Box, kind: str, lang: Lang) -> None:
    """Draw the sign of a kind: its letters, white on its colour."""
    x0, y0, x1, y1 = box
    pen.boxes([box], KINDS[kind])
    text = say(WORDS, f"sign-{kind}", lang)
    size = min((x1 - x0) * 0.92 / ruler.width(text, 1), (y1 - y0) * 0.62)
    pen.text(((x0 + x1) / 2, (y0 + y1) / 2 + size * _DROP), text, size, "white", "center")


def draw_state_ground(pen: Pen, box: Box, state: State) -> None:
    """Draw the ground of a box that was hit, and its mark at the upper right."""
    x0, y0, x1, y1 = box
    pen.boxes([box], _GROUNDS[state])
    if state == "down":
        corners = ((x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0))
        pen.path(corners, LATE, (y1 - y0) * 0.06)
    size = (y1 - y0) * 0.34
    pen.text((x1 - size * 0.2, y0 + size * 0.95), _MARKS[state], size, letter_ink(state), "right")


def letter_ink(state: State | None) -> str:
    """Return the ink of letters on a box."""
    return INK if state in (None, "down") else "white"


def draw_line(pen: Pen, sort: EdgeSort, ends: tuple[float, float], y: float) -> None:
    """Draw a level piece of a line, for the legend."""
    ink, width = LINES[sort]
    pen.path([(ends[0], y), (ends[1], y)], ink, width * 1.4, DASHES[sort])
