"""The work of the teams as a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcp.report.charts.crews.view import CrewsView

if TYPE_CHECKING:
    from bcp.report.charts.picture import Drawn, Size

__all__ = ["draw_crews"]


def draw_crews(view: CrewsView, size: Size = "a4") -> Drawn:
    """Return *view* drawn on a sheet; to be called by :func:`picture_of`."""
    # Not at the top: whoever only wants the numbers does not wait for matplotlib.
    from bcp.report.charts.crews.page import draw_crews as drawn

    return drawn(view, size)
