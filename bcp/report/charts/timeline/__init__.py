"""The timeline of a scenario: which functions stop, how long, and which miss their targets."""

from bcp.report.charts.timeline.draw import draw_timeline
from bcp.report.charts.timeline.view import MOST_ROWS, TimelineView, timeline_view

__all__ = ["MOST_ROWS", "TimelineView", "draw_timeline", "timeline_view"]
