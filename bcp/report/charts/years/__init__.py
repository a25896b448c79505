"""An earlier state of the inventory against the present one: downtimes and losses."""

from bcp.report.charts.years.draw import draw_years
from bcp.report.charts.years.view import MOST_ROWS, YearsView, years_view

__all__ = ["MOST_ROWS", "YearsView", "draw_years", "years_view"]
