"""The work of the teams: who does what when, and how busy each is."""

from bcp.report.charts.crews.draw import draw_crews
from bcp.report.charts.crews.view import MOST_ROWS, CrewsView, crews_view

__all__ = ["MOST_ROWS", "CrewsView", "crews_view", "draw_crews"]
