"""The recovery curve as a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcp.report.charts.curve.view import CurveView

if TYPE_CHECKING:
    from bcp.report.charts.picture import Drawn, Size

__all__ = ["draw_curve"]


def draw_curve(view: CurveView, size: Size = "a4") -> Drawn:
    """Return *view* drawn on a sheet; to be called by :func:`picture_of`."""
    # Not at the top: whoever only wants the numbers does not wait for matplotlib.
    from bcp.report.charts.curve.page import draw_curve as drawn

    return drawn(view, size)
