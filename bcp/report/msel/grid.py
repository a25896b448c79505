"""The sheet of injects in an Excel file from elsewhere."""

from __future__ import annotations

from pathlib import Path

from bcp.exchange.grid import Complaints, Grid, Limits, read_grids

__all__ = ["Grid", "Limits", "grid_of"]

LIMITS = Limits()
_SAID = Complaints("msel-not-xlsx", "msel-too-large", "msel-too-long", "msel-formula")


def grid_of(path: Path, sheet: str, limits: Limits = LIMITS) -> Grid:
    """Return the sheet called *sheet* of an Excel file, or its first.

    Raises
    ------
    InputError
        If the file cannot be read, is no Excel file, or is too large.
    """
    (grid,) = read_grids(path, _SAID, limits, sheet)
    return grid
