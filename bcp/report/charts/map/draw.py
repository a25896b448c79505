"""The dependency map as a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcp.report.charts.map.view import MapView

if TYPE_CHECKING:
    from bcp.report.charts.picture import Drawn, Size

__all__ = ["draw_map"]


def draw_map(view: MapView, size: Size = "a4") -> Drawn:
    """Return *view* drawn on a sheet; to be called by :func:`picture_of`.

    What would be too small to be read on A4 is drawn on A3; what would be so there, or on a slide,
    is put together further.
    """
    # Not at the top: whoever only wants the numbers does not wait for matplotlib.
    from bcp.report.charts.map.page import draw_map as drawn

    return drawn(view, size)
