"""The dependency map (依存関係図): who needs whom, in layers, grouped by site and kind."""

from bcp.report.charts.map.draw import draw_map
from bcp.report.charts.map.lay import lay_out
from bcp.report.charts.map.layout import Edge, MapLayout, Node, Region
from bcp.report.charts.map.view import MapView, map_view

__all__ = [
    "Edge",
    "MapLayout",
    "MapView",
    "Node",
    "Region",
    "draw_map",
    "lay_out",
    "map_view",
]
