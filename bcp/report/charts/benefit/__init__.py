"""What each measure costs against the loss that it avoids."""

from bcp.report.charts.benefit.draw import draw_benefit
from bcp.report.charts.benefit.view import BenefitView, benefit_view

__all__ = ["BenefitView", "benefit_view", "draw_benefit"]
