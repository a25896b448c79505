"""The spread of recovery times over many runs, and the chance of meeting each RTO."""

from bcp.report.charts.spread.draw import draw_spread
from bcp.report.charts.spread.view import MOST_ROWS, SpreadView, spread_view

__all__ = ["MOST_ROWS", "SpreadView", "draw_spread", "spread_view"]
