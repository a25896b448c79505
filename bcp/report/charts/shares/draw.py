"""The chart of shares as the bytes of a picture."""

from __future__ import annotations

from typing import Literal

from bcp.report.charts.picture import picture_of
from bcp.report.charts.shares.view import SharesView

__all__ = ["shares_picture"]


def shares_picture(view: SharesView, kind: Literal["png", "svg"] = "png") -> tuple[bytes, str, str]:
    """Return the picture, its title, and it in words; the same view gives the same bytes."""
    # Not at the top: whoever only wants the numbers does not wait for matplotlib.
    from bcp.report.charts.shares.page import drawn

    picture = picture_of(lambda: drawn(view), f".{kind}")
    return picture.data, picture.title, picture.text
