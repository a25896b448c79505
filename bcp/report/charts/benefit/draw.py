"""Cost against benefit of measures as a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcp.report.charts.benefit.view import BenefitView

if TYPE_CHECKING:
    from bcp.report.charts.picture import Drawn, Size

__all__ = ["draw_benefit"]


def draw_benefit(view: BenefitView, size: Size = "a4") -> Drawn:
    """Return *view* drawn on a sheet; to be called by :func:`picture_of`."""
    # Not at the top: whoever only wants the numbers does not wait for matplotlib.
    from bcp.report.charts.benefit.page import draw_benefit as drawn

    return drawn(view, size)
