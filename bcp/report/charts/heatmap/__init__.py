"""Every scenario against every function: which targets are met."""

from bcp.report.charts.heatmap.draw import draw_heatmap
from bcp.report.charts.heatmap.view import MOST, HeatmapView, heatmap_view

__all__ = ["MOST", "HeatmapView", "draw_heatmap", "heatmap_view"]
