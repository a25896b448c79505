"""The spread of recovery times as a drawing, and as the bytes of a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcp.report.charts.spread.view import SpreadView

if TYPE_CHECKING:
    from bcp.report.charts.picture import Drawn, Picture, Size

__all__ = ["draw_spread", "spread_figure"]


def draw_spread(view: SpreadView, size: Size = "a4") -> Drawn:
    """Return *view* drawn on a sheet; to be called by :func:`picture_of`."""
    # Not at the top: whoever only wants the numbers does not wait for matplotlib.
    from bcp.report.charts.spread.page import draw_spread as drawn

    return drawn(view, size)


def spread_figure(view: SpreadView, size: Size = "a4", kind: str = ".png") -> Picture:
    """Return *view* as the bytes of a picture; the same view gives the same bytes.

    Raises
    ------
    ValueError
        If *kind* is none of ``.png``, ``.svg``, ``.pdf``.
    """
    from bcp.report.charts.picture import picture_of

    return picture_of(lambda: draw_spread(view, size), kind)
