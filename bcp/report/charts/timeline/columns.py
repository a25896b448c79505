"""Where the columns of the timeline stand: as wide as what they hold, the rest for the chart."""

from __future__ import annotations

from dataclasses import dataclass

from bcp.report.charts.pen import Ruler
from bcp.report.charts.timeline import sentences
from bcp.report.charts.timeline.view import Row, TimelineView
from bcp.words import say
from bcp.words.chart import WORDS

DEPARTMENT_SIZE = 6.0
_RANK_WIDTH = 15.0
_LABEL_SHARE = 0.28
"""The most of the width that names may take, with the departments behind them."""
_TALL = 21.0
"""From which height on a row holds two lines."""
_MARGIN = 25.0
"""Between the axis and the verdict: room for the last label of the axis."""
_BETWEEN = 5.0
"""Between a name and the department behind it."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand from left to right, in points."""

    rank: float
    name: float
    label: float
    """The width of name and department."""
    is_tall: bool
    """Whether the department stands below the name, not behind it."""
    name_sizes: tuple[float, ...]
    """From the one wanted to the least."""
    figure_size: float
    start: float
    """Where the axis begins."""
    end: float
    verdict: float
    figures: tuple[float, ...]
    """The right ends of downtime, RTO and MTPD."""

    @property
    def left(self) -> float:
        """Where the table begins."""
        return self.rank

    @property
    def right(self) -> float:
        """Where the table ends."""
        return self.figures[-1]


def columns_on(
    view: TimelineView, ruler: Ruler, sides: tuple[float, float], row_height: float
) -> Columns:
    """Return the columns of *view* between two *sides*, for rows of a height, all in points."""
    left, right = sides
    is_tall = row_height >= _TALL
    sizes = (8.6, 8.0, 7.5, 7.0) if is_tall else (7.6, 7.2, 6.8, 6.4)
    pad, figure_size = (9.0, 7.6) if is_tall else (7.0, 7.0)
    name = left + (_RANK_WIDTH if any(row.rank for row in view.rows) else 0.0)
    label = max(
        min(_label_width(view, ruler, sizes[0], is_tall=is_tall), (right - left) * _LABEL_SHARE),
        _head_width(view, ruler, figure_size),
    )
    verdict, figures = _right_columns(view, ruler, right, (pad, figure_size))
    return Columns(
        rank=left,
        name=name,
        label=label,
        is_tall=is_tall,
        name_sizes=sizes,
        figure_size=figure_size,
        start=name + label + pad,
        end=verdict - _MARGIN,
        verdict=verdict,
        figures=figures,
    )


def _head_width(view: TimelineView, ruler: Ruler, size: float) -> float:
    """Return the width of the head of the names, and of what the first label of the axis takes."""
    firsts = (sentences.edge_label(0, view), sentences.edge_clock(0, view))
    half = max(ruler.width(text, size) for text in firsts) / 2
    return ruler.width(say(WORDS, "column-function", view.lang), size) + half


def _label_width(view: TimelineView, ruler: Ruler, size: float, *, is_tall: bool) -> float:
    def width(row: Row) -> float:
        name, department = ruler.width(row.name, size), ruler.width(row.department, DEPARTMENT_SIZE)
        return max(name, department) if is_tall else name + department + _BETWEEN

    return max((width(row) for row in view.rows), default=0.0)


def _right_columns(
    view: TimelineView, ruler: Ruler, right: float, sizes: tuple[float, float]
) -> tuple[float, tuple[float, ...]]:
    """Return where the verdict begins, and where downtime, RTO and MTPD end."""
    pad, size = sizes
    keys = ("verdict", "downtime", "rto", "mtpd")
    heads = [say(WORDS, f"column-{key}", view.lang) for key in keys]
    held = [(sentences.verdict(row, view), *sentences.figures(row, view)) for row in view.rows]
    widths = [
        max(ruler.width(text, size) for text in column) for column in zip(heads, *held, strict=True)
    ]
    ends = [right]
    for width in reversed(widths[2:]):
        ends.insert(0, ends[0] - width - pad)
    return ends[0] - widths[1] - pad - widths[0], tuple(ends)
