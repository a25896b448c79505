"""The tasks of a drill, planned against actual: who waited, what took longer, what was in vain."""

from bcp.report.charts.tasks.draw import tasks_picture
from bcp.report.charts.tasks.view import TasksView, tasks_view

__all__ = ["TasksView", "tasks_picture", "tasks_view"]
