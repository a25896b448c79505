"""The pictures of a report."""

from __future__ import annotations

from bcp.drill.review.review import Review
from bcp.report.aar.origin import Origin
from bcp.report.aar.telling import Teller
from bcp.report.charts.shares import shares_picture, shares_view
from bcp.report.charts.tasks import tasks_picture, tasks_view
from bcp.report.document import Figure

__all__ = ["shares_figure", "tasks_figure"]


def tasks_figure(held: Review, origin: Origin, tell: Teller) -> Figure | None:
    """Return the tasks as planned and as done, if there are any."""
    view = tasks_view(held, (origin.name, origin.version), tell.lang)
    if not view.rows:
        return None
    image, _, text = tasks_picture(view)
    return Figure(tell.say("fig-tasks"), image, text)


def shares_figure(held: Review, tell: Teller) -> Figure | None:
    """Return the gaps by cause, if there are any."""
    view = shares_view(held, tell.lang)
    if not view.rows:
        return None
    image, _, text = shares_picture(view)
    return Figure(tell.say("fig-shares"), image, text)
