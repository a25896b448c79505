"""The work of the teams as a drawing, and as the bytes of a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcp.report.charts.crews.view import CrewsView

if TYPE_CHECKING:
    from bcp.report.charts.picture import Drawn, Picture, Size

__all__ = ["crews_figure", "draw_crews"]


def draw_crews(view: CrewsView, size: Size = "a4") -> Drawn:
    """Return *view* drawn on a sheet; to be called by :func:`picture_of`."""
    # Not at the top: whoever only wants the numbers does not wait for matplotlib.
    from bcp.report.charts.crews.page import draw_crews as drawn

    return drawn(view, size)


def crews_figure(view: CrewsView, size: Size = "a4", kind: str = ".png") -> Picture:
    """Return *view* as the bytes of a picture; the same view gives the same bytes.

    Raises
    ------
    ValueError
        If *kind* is none of ``.png``, ``.svg``, ``.pdf``.
    """
    from bcp.report.charts.picture import picture_of

    return picture_of(lambda: draw_crews(view, size), kind)
