"""The chart of tasks as the bytes of a picture."""

from __future__ import annotations

from typing import Literal

from bcp.report.charts.tasks.view import TasksView
from bcp.report.charts.writing import described

__all__ = ["SETTINGS", "tasks_picture"]

SETTINGS = {
    "hatch.linewidth": 1.0,
    "path.simplify": False,
    "svg.fonttype": "path",  # letters as shapes: right on machines without Japanese fonts
    "svg.hashsalt": "bcp",  # the same picture, the same bytes
}


def tasks_picture(view: TasksView, kind: Literal["png", "svg"] = "png") -> tuple[bytes, str, str]:
    """Return the picture, its title, and it in words; the same view gives the same bytes."""
    # Not at the top: whoever only wants the numbers does not wait for matplotlib.
    from matplotlib.style import context

    from bcp.report.charts.tasks.page import drawn, headline, spoken

    with context(["default", SETTINGS]):
        pen, _ = drawn(view)
        title, text = headline(view), spoken(view)
        data = pen.png(title, text) if kind == "png" else described(pen.svg(), title, text)
    return data, title, text
