"""Puts recovery curves on a sheet: one in full, or several side by side."""

from __future__ import annotations

import math

from bcp.outlook.curve import Curve
from bcp.report.charts.axis import draw_ground
from bcp.report.charts.curve.plot import SHOWS, Plot
from bcp.report.charts.curve.sentences import (
    description,
    head_of,
    hours,
    lost,
    moments,
    percent,
)
from bcp.report.charts.curve.view import CurveView, Panel
from bcp.report.charts.frame import Frame, Sheet
from bcp.report.charts.inks import INK, SOFT
from bcp.report.charts.legend import Key
from bcp.report.charts.pen import Box
from bcp.report.charts.picture import Drawn, Size
from bcp.report.charts.timeline.signs import draw_rto
from bcp.words import say
from bcp.words.chart_curve import WORDS

__all__ = ["draw_curve"]

_HEADS, _LEFT, _ROW = 30.0, 44.0, 13.0
_MOST = 330.0
"""How high the curve of one scenario is at most, in points."""
_CELL = 134.0
"""How high one of several is at most."""
_GAP = 14.0
_DROP = 0.36


def draw_curve(view: CurveView, size: Size = "a4") -> Drawn:
    """Return the recovery curves on a sheet."""
    frame = Frame(head_of(view), size, _keys(view))
    if len(view.panels) == 1:
        sheet = frame.sheet(min(frame.most, _MOST))
        _One(sheet, view, view.panels[0]).draw()
    else:
        columns = _columns(len(view.panels), size)
        lines = math.ceil(len(view.panels) / columns) if columns else 0
        sheet = frame.sheet(min(frame.most, lines * _CELL))
        _draw_several(sheet, view, columns, lines)
    return sheet.done(description(view))


def _columns(number: int, size: Size) -> int:
    if number > 4:  # noqa: PLR2004 (two lines of two are still large enough)
        return 4 if size == "a4" and number > 6 else 3  # noqa: PLR2004 (two lines of three)
    return min(number, 2)


def _keys(view: CurveView) -> list[Key]:
    occurs = {
        "now": bool(view.panels),
        "after": any(panel.after for panel in view.panels),
        "lost": any(panel.lost for panel in view.panels),
        "band": any(panel.band for panel in view.panels),
    }
    keys = [Key(say(WORDS, f"legend-{k}", view.lang), SHOWS[k]) for k, is_ in occurs.items() if is_]
    if any(view.axis.covers(mark.moment) for mark in view.marks):
        text = say(WORDS, "legend-mark", view.lang, rank=view.marks[0].rank)
        show = lambda pen, _, box: draw_rto(pen, box[2] - 6, (box[1], box[3]))  # noqa: E731
        keys.append(Key(text, show))
    return keys


class _One:
    """Draws one scenario over the whole sheet, with its levels in figures below."""

    def __init__(self, sheet: Sheet, view: CurveView, panel: Panel) -> None:
        self._sheet, self._view, self._panel = sheet, view, panel
        self._pen, self._ruler, self._letters = sheet.pen, sheet.ruler, sheet.letters
        left, top, right, bottom = sheet.room
        rows = 1 + (panel.after is not None)
        self._bottom = bottom - rows * _ROW - 4
        box: Box = (left + _LEFT, top + _HEADS, right - 14, self._bottom)
        self._plot = Plot(sheet.pen, box, view.axis)

    def draw(self) -> None:
        """Draw it."""
        view, letters, (left, top, right, bottom) = self._view, self._letters, self._plot.box
        draw_ground(self._sheet, view.axis, (left, right), (top, bottom), view.tiers, view.lang)
        self._plot.levels(letters.small)
        unit = say(WORDS, "level", view.lang)
        self._pen.text((self._sheet.room[0], top - 20), unit, letters.small, SOFT)
        self._plot.curves(self._panel)
        self._pen.line((left, bottom), (right, bottom), INK, 0.9)
        for mark in view.marks:
            if view.axis.covers(mark.moment):
                draw_rto(self._pen, self._plot.x(mark.moment), (top, top + 15), INK, 3.2)
        self._figure()
        self._table(bottom)

    def _figure(self) -> None:
        """Write what is lost in the lower right corner, where a curve that has risen is not."""
        now, after = lost(self._panel, self._view)
        lines = [(now, 11.0, True)] + ([(after, 9.5, False)] if after else [])
        width = max(self._ruler.width(text, size) for text, size, _ in lines)
        right, bottom = self._plot.box[2] - 8, self._plot.box[3] - 8
        height = sum(size * 1.6 for _, size, _ in lines)
        box = (right - width - 16, bottom - height - 4, right, bottom)
        self._pen.outline(box, SOFT, 0.6, rounding=3)
        y = box[1] + 2
        for text, size, is_bold in lines:
            y += size * 1.6
            self._pen.text((right - 8, y - size * 0.5), text, size, INK, "right", bold=is_bold)

    def _table(self, top: float) -> None:
        """Write the levels at the tiers below the chart."""
        panel = self._panel
        self._levels("row-now", panel.now, top + _ROW)
        if panel.after is not None:
            self._levels("row-after", panel.after, top + 2 * _ROW)

    def _levels(self, key: str, curve: Curve, base: float) -> None:
        size, free = self._letters.small, 0.0
        head = say(WORDS, key, self._view.lang)
        self._pen.text((self._sheet.room[0], base), head, size, SOFT)
        for moment in moments(self._view):
            text = percent(curve.at(moment))
            half, x = self._ruler.width(text, size) / 2, self._plot.x(moment)
            if x - half > free:
                self._pen.text((x, base), text, size, INK, "center")
                free = x + half + 3


def _draw_several(sheet: Sheet, view: CurveView, columns: int, lines: int) -> None:
    left, top, right, bottom = sheet.room
    if not columns:
        return
    width = (right - left + _GAP) / columns
    height = (bottom - top) / lines
    for place, panel in enumerate(view.panels):
        x, y = left + place % columns * width, top + place // columns * height
        _small(sheet, view, panel, (x, y, x + width - _GAP, y + height))


def _small(sheet: Sheet, view: CurveView, panel: Panel, room: Box) -> None:
    """Draw one of several: its name, its curve, and what is lost."""
    pen, ruler, letters = sheet.pen, sheet.ruler, sheet.letters
    left, top, right, bottom = room
    name, size = ruler.shrink(panel.name, (8.6, 8.0, 7.4, 6.8), right - left)
    pen.text((left, top + 9), name, size, INK, bold=True)
    text = say(WORDS, "lost-short", view.lang, lost=hours(panel.lost, view))
    if panel.after is not None:
        values = {"lost": hours(panel.lost, view), "after": hours(panel.after.lost, view)}
        text = say(WORDS, "lost-short-after", view.lang, **values)
    pen.text((left, top + 19), ruler.fit(text, letters.small, right - left), letters.small, SOFT)
    box: Box = (left + 17, top + 38, right - 4, bottom - 8)
    plot = Plot(pen, box, view.axis)
    draw_ground(sheet, view.axis, (box[0], box[2]), (box[1], box[3]), view.tiers, view.lang)
    plot.levels(letters.small * 0.85)
    plot.curves(panel)
    pen.line((box[0], box[3]), (box[2], box[3]), INK, 0.9)
