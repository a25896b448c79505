"""The gap of each function to the plan, by cause."""

from bcp.report.charts.shares.draw import shares_picture
from bcp.report.charts.shares.view import SharesView, shares_view

__all__ = ["SharesView", "shares_picture", "shares_view"]
