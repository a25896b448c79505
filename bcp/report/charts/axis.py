"""A time axis from the incident on, linear or logarithmic, and its ground on a sheet."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from bcp.units import DAY, HOUR, MINUTE, MONTH, WEEK
from bcp.words import Lang, say, show_span
from bcp.words.chart import WORDS

if TYPE_CHECKING:
    from bcp.report.charts.frame import Sheet

__all__ = ["AxisKind", "TimeAxis", "axis_to", "draw_ground", "time_label"]

AxisKind = Literal["log", "linear"]

_ROUND = (
    *(n * MINUTE for n in (5, 15, 30)),
    *(n * HOUR for n in (1, 2, 3, 6, 12)),
    *(n * DAY for n in (1, 2, 3)),
    WEEK,
    2 * WEEK,
    *(n * MONTH for n in (1, 2, 3, 6, 12, 24, 60, 120, 600)),
)
_LOG_FROM = 48 * HOUR
"""Beyond this, hours would vanish on a linear axis."""
_STEPS = 8
"""How many parts a linear axis has at most."""
_EDGES = {0: "edge-0", WEEK: "edge-1-week", 2 * WEEK: "edge-2-weeks", MONTH: "edge-1-month"}


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Where moments lie.

    Examples
    --------
    >>> axis = TimeAxis(DAY, "linear")
    >>> axis.place(0), axis.place(6 * HOUR), axis.place(2 * DAY)
    (0.0, 0.25, 1.0)
    >>> TimeAxis(3 * HOUR, "log").place(HOUR)
    0.5
    """

    end: int
    """The last moment, in seconds since the incident."""
    kind: AxisKind
    """Logarithmic is log(1 + hours): the incident itself is on the axis too."""

    def place(self, seconds: float) -> float:
        """Return the place of a moment, from 0 to 1; beyond either end, that end."""
        share = min(max(seconds / self.end, 0.0), 1.0)
        if self.kind == "linear":
            return share
        return math.log1p(share * self.end / HOUR) / math.log1p(self.end / HOUR)

    def covers(self, seconds: int) -> bool:
        """Return whether a moment lies on the axis, its ends included."""
        return 0 <= seconds <= self.end

    def ticks(self) -> tuple[int, ...]:
        """Return round moments to label, the ends included."""
        if self.kind == "log":
            inside = [moment for moment in _ROUND if MINUTE * 30 < moment < self.end]
            return (0, *inside, self.end)
        return (*range(0, self.end, _step(self.end)), self.end)


def axis_to(
    moments: Iterable[int], horizon: int | None = None, kind: AxisKind | None = None
) -> TimeAxis:
    """Return the axis that shows *moments*, up to the next round one.

    Parameters
    ----------
    moments
        What has to be seen, in seconds since the incident.
    horizon
        Where the axis ends at the latest, in seconds.
    kind
        Logarithmic where there is more than two days to see, if left out.
    """
    wanted = max([*moments, HOUR])
    kind = kind or ("log" if wanted > _LOG_FROM else "linear")
    if kind == "log":
        end = next((moment for moment in _ROUND if moment >= wanted), wanted)
    else:
        end = -(-wanted // _step(wanted)) * _step(wanted)
    return TimeAxis(end if horizon is None else max(min(end, horizon), 1), kind)


def _step(end: int) -> int:
    return next((step for step in _ROUND if end / step <= _STEPS), _ROUND[-1])


def time_label(seconds: int, lang: Lang) -> str:
    """Return what an axis calls a moment."""
    if seconds in _EDGES:
        return say(WORDS, _EDGES[seconds], lang)
    if seconds % MONTH == 0 and seconds:
        return say(WORDS, "edge-months", lang, number=seconds // MONTH)
    return show_span(seconds, lang)


def draw_ground(
    sheet: Sheet,
    axis: TimeAxis,
    sides: tuple[float, float],
    ends: tuple[float, float],
    bands: Iterable[int],
    lang: Lang,
) -> None:
    """Draw the bands and ticks of an axis, its labels above them.

    Parameters
    ----------
    sheet
        Where to draw.
    axis
        The axis.
    sides
        Where it begins and ends, from left to right.
    ends
        The upper and the lower end of the chart.
    bands
        The ends of the bands that the organisation thinks in: shaded, labelled first.
    lang
        Of the labels.
    """
    from bcp.report.charts.inks import HAIR, INK, RULE, SHADE, SOFT

    pen, (start, end), (top, bottom) = sheet.pen, sides, ends

    def x_of(moment: int) -> float:
        return start + axis.place(moment) * (end - start)

    edges = [0, *sorted({band for band in bands if 0 < band < axis.end}), axis.end]
    shaded = [(x_of(low), top, x_of(high), bottom) for low, high in pairwise(edges)]
    pen.boxes(shaded[::2], SHADE)
    taken: list[tuple[float, float]] = []
    size = sheet.letters.small
    for moment in (*edges, *axis.ticks()):
        x, text = x_of(moment), time_label(moment, lang)
        is_edge = moment in edges
        half = sheet.ruler.width(text, size) / 2
        if any(x - half < right + 2 and x + half > left - 2 for left, right in taken):
            pen.line((x, top), (x, bottom), HAIR, 0.5)
            continue
        taken.append((x - half, x + half))
        pen.line((x, top - 3), (x, bottom), RULE if is_edge else HAIR, 0.8 if is_edge else 0.5)
        pen.text((x, top - 6), text, size, INK if is_edge else SOFT, "center", bold=is_edge)
