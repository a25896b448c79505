"""The recovery curve: how much of all functions is back when, and how much service is lost."""

from bcp.report.charts.curve.draw import draw_curve
from bcp.report.charts.curve.view import MOST, CurveView, curve_view

__all__ = ["MOST", "CurveView", "curve_view", "draw_curve"]
