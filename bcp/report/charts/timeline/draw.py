"""The timeline as a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcp.report.charts.timeline.view import TimelineView

if TYPE_CHECKING:
    from bcp.report.charts.picture import Drawn, Size

__all__ = ["draw_timeline"]


def draw_timeline(view: TimelineView, size: Size = "a4") -> Drawn:
    """Return *view* drawn on a sheet; to be called by :func:`picture_of`."""
    # Not at the top: whoever only wants the numbers does not wait for matplotlib.
    from bcp.report.charts.timeline.page import draw_timeline as drawn

    return drawn(view, size)
