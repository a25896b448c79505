"""The chart of shares as the bytes of a picture."""

from __future__ import annotations

from typing import Literal

from bcp.report.charts.shares.view import SharesView
from bcp.report.charts.tasks.draw import SETTINGS
from bcp.report.charts.writing import described

__all__ = ["shares_picture"]


def shares_picture(view: SharesView, kind: Literal["png", "svg"] = "png") -> tuple[bytes, str, str]:
    """Return the picture, its title, and it in words; the same view gives the same bytes."""
    # Not at the top: whoever only wants the numbers does not wait for matplotlib.
    from matplotlib.style import context

    from bcp.report.charts.shares.page import drawn, headline, spoken

    with context(["default", SETTINGS]):
        pen = drawn(view)
        title, text = headline(view), spoken(view)
        data = pen.png(title, text) if kind == "png" else described(pen.svg(), title, text)
    return data, title, text
