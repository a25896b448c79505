"""The chart of tasks as the bytes of a picture."""

from __future__ import annotations

from typing import Literal

from bcp.report.charts.picture import picture_of
from bcp.report.charts.tasks.view import TasksView

__all__ = ["tasks_picture"]


def tasks_picture(view: TasksView, kind: Literal["png", "svg"] = "png") -> tuple[bytes, str, str]:
    """Return the picture, its title, and it in words; the same view gives the same bytes."""
    # Not at the top: whoever only wants the numbers does not wait for matplotlib.
    from bcp.report.charts.tasks.page import drawn

    picture = picture_of(lambda: drawn(view), f".{kind}")
    return picture.data, picture.title, picture.text
