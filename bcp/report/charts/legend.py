"""The legend of a picture: the signs that occur in it, set out in lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bcp.report.charts.inks import INK
from bcp.report.charts.pen import Box, Pen, Ruler

__all__ = ["Key", "Legend", "Show"]

Show = Callable[[Pen, Ruler, Box], None]
"""Draws a sign into a box."""

_WIDE, _HIGH, _LINE = 2.8, 1.25, 2.1
"""How wide and high a sign is and how high a line, in sizes of the letters."""
_GAP, _SPACE = 0.55, 1.65
"""Between a sign and its text, and between two entries."""
_DROP = 0.36


@dataclass(frozen=True, slots=True)
class Key:
    """What a sign means."""

    text: str
    show: Show


@dataclass(frozen=True, slots=True)
class _Entry:
    x: float
    line: int
    key: Key


class Legend:
    """Signs with their meaning."""

    def __init__(self, keys: Sequence[Key], ruler: Ruler, width: float, size: float) -> None:
        self._ruler, self._size = ruler, size
        self._entries: list[_Entry] = []
        x, line = 0.0, 0
        for key in keys:
            needed = (_WIDE + _GAP) * size + ruler.width(key.text, size)
            if x and x + needed > width:
                x, line = 0.0, line + 1
            self._entries.append(_Entry(x, line, key))
            x += needed + _SPACE * size
        self.height = (line + 1) * _LINE * size if self._entries else 0.0
        """In points."""

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Draw the legend with its upper left corner at a point."""
        size = self._size
        for entry in self._entries:
            x, y = left + entry.x, top + (entry.line + 0.5) * _LINE * size
            half = _HIGH * size / 2
            entry.key.show(pen, self._ruler, (x, y - half, x + _WIDE * size, y + half))
            at = (x + (_WIDE + _GAP) * size, y + size * _DROP)
            pen.text(at, entry.key.text, size, INK)
