"""The spread of recovery times as a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcp.report.charts.spread.view import SpreadView

if TYPE_CHECKING:
    from bcp.report.charts.picture import Drawn, Size

__all__ = ["draw_spread"]


def draw_spread(view: SpreadView, size: Size = "a4") -> Drawn:
    """Return *view* drawn on a sheet; to be called by :func:`picture_of`."""
    # Not at the top: whoever only wants the numbers does not wait for matplotlib.
    from bcp.report.charts.spread.page import draw_spread as drawn

    return drawn(view, size)
