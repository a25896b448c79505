"""The recovery priority as a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcp.report.charts.priority.view import PriorityView

if TYPE_CHECKING:
    from bcp.report.charts.picture import Drawn, Size

__all__ = ["draw_priority"]


def draw_priority(view: PriorityView, size: Size = "a4") -> Drawn:
    """Return *view* drawn on a sheet; to be called by :func:`picture_of`."""
    # Not at the top: whoever only wants the numbers does not wait for matplotlib.
    from bcp.report.charts.priority.page import draw_priority as drawn

    return drawn(view, size)
