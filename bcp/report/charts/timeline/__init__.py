"""The timeline of a scenario: which functions stop, how long, and which miss their targets."""

from bcp.report.charts.timeline.draw import SUFFIXES, draw_timeline
from bcp.report.charts.timeline.view import TimelineView, timeline_view

__all__ = ["SUFFIXES", "TimelineView", "draw_timeline", "timeline_view"]
