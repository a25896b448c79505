"""The recovery priority: from start to restoration, against when it is needed."""

from bcp.report.charts.priority.draw import draw_priority
from bcp.report.charts.priority.view import MOST_ROWS, Play, PriorityView, priority_view

__all__ = ["MOST_ROWS", "Play", "PriorityView", "draw_priority", "priority_view"]
