"""The dependency map as a drawing, and as the bytes of a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcp.report.charts.map.view import MapView

if TYPE_CHECKING:
    from bcp.report.charts.picture import Drawn, Picture, Size

__all__ = ["draw_map", "map_figure"]


def draw_map(view: MapView, size: Size = "a4") -> Drawn:
    """Return *view* drawn on a sheet; to be called by :func:`picture_of`.

    What would be too small to be read on A4 is drawn on A3; what would be so there, or on a slide,
    is put together further.
    """
    # Not at the top: whoever only wants the numbers does not wait for matplotlib.
    from bcp.report.charts.map.page import draw_map as drawn

    return drawn(view, size)


def map_figure(view: MapView, size: Size = "a4", kind: str = ".png") -> Picture:
    """Return *view* as the bytes of a picture; the same view gives the same bytes.

    Raises
    ------
    ValueError
        If *kind* is none of ``.png``, ``.svg``, ``.pdf``.
    """
    from bcp.report.charts.picture import picture_of

    return picture_of(lambda: draw_map(view, size), kind)
