"""The annual ICT-BCP: its chapters in the order of the ministry's guideline, as one document."""

from bcp.report.annual.build import Written, annual_plan, forms_workbook, written_plan
from bcp.report.annual.own import OwnChapter, values_of

__all__ = [
    "OwnChapter",
    "Written",
    "annual_plan",
    "forms_workbook",
    "values_of",
    "written_plan",
]
