"""An earlier state against the present one as a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcp.report.charts.years.view import YearsView

if TYPE_CHECKING:
    from bcp.report.charts.picture import Drawn, Size

__all__ = ["draw_years"]


def draw_years(view: YearsView, size: Size = "a4") -> Drawn:
    """Return *view* drawn on a sheet; to be called by :func:`picture_of`."""
    # Not at the top: whoever only wants the numbers does not wait for matplotlib.
    from bcp.report.charts.years.page import draw_years as drawn

    return drawn(view, size)
