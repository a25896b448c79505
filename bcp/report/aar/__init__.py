"""The report of a drill (AAR): chapter by chapter, from a review to one frozen document."""

from bcp.report.aar.build import after_action_report
from bcp.report.aar.json import review_json
from bcp.report.aar.origin import Origin, origin_of

__all__ = ["Origin", "after_action_report", "origin_of", "review_json"]
