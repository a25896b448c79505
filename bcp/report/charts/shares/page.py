"""Puts the shares on a sheet: a bar for each function, lost time to the right, won to the left."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.drill.review.minutes import Cause
from bcp.report.charts.inks import HAIR, INK, SOFT
from bcp.report.charts.pen import Pen, Ruler
from bcp.report.charts.picture import Drawn
from bcp.report.charts.shares.view import Row, SharesView
from bcp.report.spans import exact
from bcp.units import DAY, HOUR, MINUTE
from bcp.words import join, say
from bcp.words.aar import WORDS

__all__ = ["drawn", "headline", "spoken"]

_WIDTH, _MARGIN = 540.0, 10.0
_ROW, _BAR = 17.0, 10.0
_SIZE, _SMALL = 7.6, 6.6
_TITLE = (12.0, 11.0, 10.0, 9.0)
_NAMES, _GAPS = 0.32, 84.0
_STEPS = (
    *(n * MINUTE for n in (1, 5, 10, 30)),
    *(n * HOUR for n in (1, 2, 6, 12)),
    *(n * DAY for n in (1, 2, 7, 30)),
)
_TICKS = 6

# Told apart in grey too: each hatch occurs once, and neighbours differ in darkness.
_INKS: Mapping[Cause, tuple[str, str]] = {
    "inject": ("#3D0C1C", ""),
    "crew": ("#8C6D9E", "\\\\\\\\\\"),
    "leap": ("#D3D3D0", ""),
    "order": ("#E6B35A", "....."),
    "slower": ("#7795B4", ""),
    "waiting": ("#C2500C", "/////"),
}
_LEAST_HATCHED = 5.0


def headline(view: SharesView) -> str:
    """Return what the picture proves."""
    cause = "" if view.most is None else say(WORDS, f"cause-{view.most}", view.lang)
    if view.lang == "en":
        cause = cause[:1].lower() + cause[1:]
    return say(WORDS, "shares-title", view.lang, number=len(view.rows), cause=cause)


def spoken(view: SharesView) -> str:
    """Return the picture in words, for those who hear it."""
    return "\n".join(_spoken(row, view) for row in view.rows)


def _spoken(row: Row, view: SharesView) -> str:
    parts = (
        f"{say(WORDS, f'cause-{cause}', view.lang)} {exact(row.shares[cause], view.lang)}"
        for cause in view.causes
        if row.shares[cause]
    )
    return f"{row.name}: {exact(row.gap, view.lang)} ({join(parts, view.lang)})"


def drawn(view: SharesView) -> Drawn:
    """Return the page."""
    ruler = Ruler()
    title, size = ruler.shrink(headline(view), _TITLE, _WIDTH - 2 * _MARGIN)
    top = _MARGIN + size * 1.3 + 20
    bottom = top + _ROW * len(view.rows)
    pen = Pen(_WIDTH, bottom + 44 + _MARGIN)
    pen.text((_MARGIN, _MARGIN + size * 0.9), title, size, INK, bold=True)
    chart = _Chart(pen, ruler, view)
    chart.axis(top, bottom)
    for place, row in enumerate(view.rows):
        chart.row(row, top + place * _ROW)
    chart.zero(top, bottom)
    chart.legend(bottom + 14)
    pen.text((_MARGIN, bottom + 40), say(WORDS, "shares-axis", view.lang), 7.0, SOFT)
    missing = "".join(sorted(ruler.missing))
    return Drawn(pen, headline(view), spoken(view), missing)


class _Chart:
    def __init__(self, pen: Pen, ruler: Ruler, view: SharesView) -> None:
        self._pen, self._ruler, self._view = pen, ruler, view
        self._start = _MARGIN + (_WIDTH - 2 * _MARGIN) * _NAMES
        self._end = _WIDTH - _MARGIN - _GAPS
        lost = [sum(v for v in row.shares.values() if v > 0) for row in view.rows]
        won = [sum(v for v in row.shares.values() if v < 0) for row in view.rows]
        self._low, self._high = min([0, *won]), max([0, *lost])
        self._high = max(self._high, self._low + MINUTE)

    def _x(self, seconds: int) -> float:
        share = (seconds - self._low) / (self._high - self._low)
        return self._start + share * (self._end - self._start)

    def axis(self, top: float, bottom: float) -> None:
        span = self._high - self._low
        step = next((step for step in _STEPS if span / step <= _TICKS), _STEPS[-1])
        for tick in range(-(-self._low // step) * step, self._high + 1, step):
            x = self._x(tick)
            self._pen.line((x, top - 3), (x, bottom), HAIR, 0.6)
            text = exact(tick, self._view.lang) if tick else "0"
            self._pen.text((x, top - 6), text, _SMALL, SOFT, "center")

    def zero(self, top: float, bottom: float) -> None:
        self._pen.line((self._x(0), top - 3), (self._x(0), bottom + 2), INK, 1.0)

    def row(self, row: Row, top: float) -> None:
        pen, middle = self._pen, top + _ROW / 2
        name = self._ruler.fit(row.name, _SIZE, self._start - _MARGIN - 10)
        pen.text((_MARGIN, middle + _SIZE * 0.36), name, _SIZE, INK)
        lost = won = 0
        for cause in self._view.causes:
            seconds = row.shares[cause]
            start = lost if seconds > 0 else won
            self._bar(cause, (start, start + seconds), middle)
            if seconds > 0:
                lost += seconds
            else:
                won += seconds
        text = ("+" if row.gap > 0 else "") + exact(row.gap, self._view.lang)
        shown = self._ruler.fit(text, _SIZE, _GAPS - 6)
        pen.text((_WIDTH - _MARGIN, middle + _SIZE * 0.36), shown, _SIZE, INK, "right")

    def _bar(self, cause: Cause, ends: tuple[int, int], middle: float) -> None:
        x0, x1 = sorted(self._x(end) for end in ends)
        if x1 > x0:
            ink, hatch = _INKS[cause]
            box = (x0, middle - _BAR / 2, x1, middle + _BAR / 2)
            self._pen.boxes([box], ink, hatch if x1 - x0 > _LEAST_HATCHED else "")
            self._pen.line((x1, middle - _BAR / 2), (x1, middle + _BAR / 2), "white", 0.7)

    def legend(self, top: float) -> None:
        x = _MARGIN
        for cause in self._view.causes:
            text = say(WORDS, f"cause-{cause}", self._view.lang)
            ink, hatch = _INKS[cause]
            self._pen.boxes([(x, top, x + 18, top + 8)], ink, hatch)
            self._pen.text((x + 22, top + 6.6), text, _SMALL + 0.6, INK)
            x += 22 + self._ruler.width(text, _SMALL + 0.6) + 14
