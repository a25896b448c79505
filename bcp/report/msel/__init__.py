"""The injects of a drill (MSEL) as an Excel sheet, and back without loss."""

from bcp.report.msel.reading import Changes, read_sheet
from bcp.report.msel.sheet import sheet_bytes

__all__ = ["Changes", "read_sheet", "sheet_bytes"]
