"""Scenarios against functions as a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcp.report.charts.heatmap.view import HeatmapView

if TYPE_CHECKING:
    from bcp.report.charts.picture import Drawn, Size

__all__ = ["draw_heatmap"]


def draw_heatmap(view: HeatmapView, size: Size = "a4") -> Drawn:
    """Return *view* drawn on a sheet; to be called by :func:`picture_of`."""
    # Not at the top: whoever only wants the numbers does not wait for matplotlib.
    from bcp.report.charts.heatmap.page import draw_heatmap as drawn

    return drawn(view, size)
