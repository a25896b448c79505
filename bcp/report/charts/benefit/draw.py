"""Cost against benefit of measures as a drawing, and as the bytes of a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcp.report.charts.benefit.view import BenefitView

if TYPE_CHECKING:
    from bcp.report.charts.picture import Drawn, Picture, Size

__all__ = ["benefit_figure", "draw_benefit"]


def draw_benefit(view: BenefitView, size: Size = "a4") -> Drawn:
    """Return *view* drawn on a sheet; to be called by :func:`picture_of`."""
    # Not at the top: whoever only wants the numbers does not wait for matplotlib.
    from bcp.report.charts.benefit.page import draw_benefit as drawn

    return drawn(view, size)


def benefit_figure(view: BenefitView, size: Size = "a4", kind: str = ".png") -> Picture:
    """Return *view* as the bytes of a picture; the same view gives the same bytes.

    Raises
    ------
    ValueError
        If *kind* is none of ``.png``, ``.svg``, ``.pdf``.
    """
    from bcp.report.charts.picture import picture_of

    return picture_of(lambda: draw_benefit(view, size), kind)
