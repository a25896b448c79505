"""The inks of all pictures: told apart in grey too, and by people who see no red."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.report.charts.pen import Box, Pen

__all__ = [
    "ALARM",
    "BEYOND",
    "CALM",
    "FAINT",
    "HAIR",
    "INK",
    "KEPT",
    "LATE",
    "RULE",
    "SHADE",
    "SOFT",
    "UP",
    "WITHIN",
    "hatched",
]

INK, SOFT, FAINT = "#1A1A1A", "#595959", "#6E6E6E"
RULE, HAIR = "#BDBDBD", "#E3E3E3"
SHADE = "#F5F5F3"
"""The ground of every other band."""
ALARM = "#A63603"
"""Words about a missed target."""
WITHIN, LATE, BEYOND = "#7795B4", "#C2500C", "#3D0C1C"
"""Within a target, after it, after the last one: the later, the darker."""
KEPT = "#D5F0E4"
"""What a workaround keeps going."""
UP = "#00866A"
CALM = "#D3D3D0"
"""What is neither good nor bad."""

_HATCHES: Mapping[str, str] = {LATE: "///////"}
_LEAST_HATCHED = 4.0
"""In points."""


def hatched(pen: Pen, boxes: list[Box], ink: str) -> None:
    """Fill boxes with an ink and its hatching; the shortest hold none, which would break them."""
    hatch = _HATCHES.get(ink, "")
    long = [box for box in boxes if box[2] - box[0] >= _LEAST_HATCHED]
    pen.boxes([box for box in boxes if box[2] - box[0] < _LEAST_HATCHED], ink)
    pen.boxes(long, ink, hatch)
