"""One recovery curve in a box: levels upwards, time to the right, the lost service shaded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bcp.report.charts.axis import TimeAxis
from bcp.report.charts.curve.view import Panel
from bcp.report.charts.inks import HAIR, INK, SOFT, UP
from bcp.report.charts.legend import Show
from bcp.report.charts.pen import Box, Pen, Ruler

__all__ = ["SHOWS", "Plot"]

LOST, LOST_HATCH = "#EFC9AE", "/////"
_WIDE, _DASHES = 2.4, (6.0, 3.0)
_LEVELS = (0, 25, 50, 75, 100)

Point = tuple[float, float]


def _draw_lost(pen: Pen, corners: Sequence[Point]) -> None:
    pen.area(corners, LOST, LOST_HATCH)


def _draw_band(pen: Pen, low: Sequence[Point], high: Sequence[Point]) -> None:
    """Draw the band so that what lies below it is still seen."""
    pen.area([*low, *reversed(high)], "none", "...", SOFT)
    for edge in (low, high):
        pen.path(edge, SOFT, 0.8)


def _draw_lines(pen: Pen, now: Sequence[Point], after: Sequence[Point]) -> None:
    """Draw both lines so that each is seen where they run together."""
    if after:
        pen.path(after, "white", _WIDE * 1.5)
    if now:
        pen.path(now, INK, _WIDE)
    if after:
        pen.path(after, UP, _WIDE * 0.8, _DASHES)


@dataclass(frozen=True, slots=True)
class Plot:
    """Draws the curves of a panel into a box."""

    pen: Pen
    box: Box
    axis: TimeAxis

    def x(self, moment: float) -> float:
        """Return where a moment lies."""
        return self.box[0] + self.axis.place(moment) * (self.box[2] - self.box[0])

    def y(self, share: float) -> float:
        """Return where a level lies, from 0 to 1."""
        return self.box[3] - share * (self.box[3] - self.box[1])

    def levels(self, size: float) -> None:
        """Draw the lines of the levels, and write them to the left as far as there is room."""
        left, top, right, bottom = self.box
        step = 1 if (bottom - top) / (len(_LEVELS) - 1) > size * 1.3 else 2
        for place, level in enumerate(_LEVELS):
            y = self.y(level / 100)
            self.pen.line((left, y), (right, y), HAIR, 0.5)
            if place % step == 0:
                drop = 0.7 if level == _LEVELS[-1] else 0.36  # clear of the label of the axis
                self.pen.text((left - 5, y + size * drop), str(level), size, SOFT, "right")

    def curves(self, panel: Panel) -> None:
        """Draw what is lost, the spread, and the curves now and after the measures."""
        now = self._steps([(moment, float(share)) for moment, share in panel.now.points])
        top = self.y(1)
        if panel.lost:
            _draw_lost(self.pen, [*now, (now[-1][0], top), (now[0][0], top)])
        if panel.band:
            low = self._steps([(moment, bad) for moment, bad, _ in panel.band])
            high = self._steps([(moment, good) for moment, _, good in panel.band])
            _draw_band(self.pen, low, high)
        after = panel.after.points if panel.after else ()
        steps = self._steps([(moment, float(share)) for moment, share in after])
        _draw_lines(self.pen, now, steps)

    def _steps(self, points: Sequence[tuple[int, float]]) -> list[Point]:
        """Return the corners of a line that holds each level up to the next moment."""
        if not points:
            return []
        shown = [(moment, share) for moment, share in points if moment <= self.axis.end]
        ends = [*(moment for moment, _ in shown[1:]), self.axis.end]
        return [
            (self.x(moment), self.y(share))
            for (start, share), end in zip(shown, ends, strict=True)
            for moment in (start, end)
        ]


def _show_lost(pen: Pen, _ruler: Ruler, box: Box) -> None:
    x0, y0, x1, y1 = box
    _draw_lost(pen, [(x0, y0), (x1, y0), (x1, y1), (x0, y1)])


def _show_band(pen: Pen, _ruler: Ruler, box: Box) -> None:
    x0, y0, x1, y1 = box
    _draw_band(pen, [(x0, y1), (x1, y1)], [(x0, y0), (x1, y0)])


def _show_now(pen: Pen, _ruler: Ruler, box: Box) -> None:
    y = (box[1] + box[3]) / 2
    _draw_lines(pen, [(box[0], y), (box[2], y)], [])


def _show_after(pen: Pen, _ruler: Ruler, box: Box) -> None:
    y = (box[1] + box[3]) / 2
    _draw_lines(pen, [], [(box[0], y), (box[2], y)])


SHOWS: dict[str, Show] = {
    "now": _show_now,
    "after": _show_after,
    "lost": _show_lost,
    "band": _show_band,
}
"""The signs of the legend."""
