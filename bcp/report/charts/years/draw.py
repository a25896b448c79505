"""An earlier state against the present one as a drawing, and as the bytes of a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcp.report.charts.years.view import YearsView

if TYPE_CHECKING:
    from bcp.report.charts.picture import Drawn, Picture, Size

__all__ = ["draw_years", "years_figure"]


def draw_years(view: YearsView, size: Size = "a4") -> Drawn:
    """Return *view* drawn on a sheet; to be called by :func:`picture_of`."""
    # Not at the top: whoever only wants the numbers does not wait for matplotlib.
    from bcp.report.charts.years.page import draw_years as drawn

    return drawn(view, size)


def years_figure(view: YearsView, size: Size = "a4", kind: str = ".png") -> Picture:
    """Return *view* as the bytes of a picture; the same view gives the same bytes.

    Raises
    ------
    ValueError
        If *kind* is none of ``.png``, ``.svg``, ``.pdf``.
    """
    from bcp.report.charts.picture import picture_of

    return picture_of(lambda: draw_years(view, size), kind)
