"""Cells of Excel: their texts, never formulas, and how they look."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from bcp.report.writers import look
from bcp.report.writers.grid import Grid, Spot
from bcp.report.writers.widths import letters

_FONT = "游ゴシック"
_NUMBER = re.compile(r"(?!-0(\.0*)?$)-?(0|[1-9]\d{0,8})(\.\d{1,6})?")
"""What a spreadsheet shows again exactly as it was written."""
_LINE = 16.5
"""In points."""
_TALLEST = 409.0
"""No row of Excel is higher."""


def write(cell: Any, text: str, *, is_number: bool = False) -> Any:
    """Put *text* into *cell*, as a number if it is meant as one, and never as a formula."""
    if is_number and _NUMBER.fullmatch(text):
        decimals = len(text.partition(".")[2])
        cell.value = float(text) if decimals else int(text)
        cell.number_format = f"0.{'0' * decimals}" if decimals else "0"
        return cell
    if text:
        cell.value = text
        cell.data_type = "s"
        # It stays text even when someone edits the cell.
        cell.quotePrefix = text[0] in "=+-@\t\r'"
    return cell


def font(size: float = 10, *, bold: bool = False, colour: str = look.INK) -> Font:
    """Return letters of *size* in points."""
    return Font(name=_FONT, size=size, bold=bold, color=colour)


def height_of(text: str, room: float, least: int = 1) -> float:
    """Return how high a row with *text* must be in points.

    Excel finds that out for itself only when someone edits it. *room* is how many narrow letters
    are beside one another, *least* how many lines there are at least.
    """
    needed = sum(1 + int(max(letters(line) - 1, 0) // max(room, 2)) for line in text.split("\n"))
    return min(max(needed, least) * _LINE + 4, _TALLEST)


@dataclass(frozen=True, slots=True)
class Raster:
    """The columns of a sheet, finer than those of a grid if several grids share it."""

    widths: tuple[float, ...]
    """Of each column of the sheet, in narrow letters."""
    edges: tuple[int, ...]
    """Where each column of the grid begins, and where the last one ends: columns of the sheet."""

    def span(self, spot: Spot) -> tuple[int, int]:
        """Return the first and the last column of *spot*, counted from 1."""
        return self.edges[spot.column] + 1, self.edges[spot.column + spot.columns]

    def room(self, spot: Spot) -> float:
        """Return how many narrow letters fit into a line of *spot*."""
        first, last = self.span(spot)
        # Edges and indent take some, and a Japanese letter that does not fit moves on whole.
        return max(sum(self.widths[first - 1 : last]) - 2.5, 2)


def write_grid(sheet: Worksheet, grid: Grid, raster: Raster, top: int, dye: look.Dye) -> int:
    """Write *grid* from the row *top* on; return the row behind it."""
    for number, row in enumerate(grid.rows):
        sheet.row_dimensions[number + top].height = _height(row, raster)
        for spot in row:
            _write_spot(sheet, spot, grid, raster, (top, dye))
    return top + len(grid.rows)


def _height(row: Sequence[Spot], raster: Raster) -> float:
    heights = (
        height_of(spot.text, raster.room(spot), spot.lines + (spot.lines > 1))
        for spot in row
        if spot.rows == 1
    )
    return max(heights, default=_LINE + 4)


def _write_spot(
    sheet: Worksheet, spot: Spot, grid: Grid, raster: Raster, own: tuple[int, look.Dye]
) -> None:
    top, dye = own
    row, (column, right) = spot.row + top, raster.span(spot)
    down = row + spot.rows - 1
    for place in ((r, c) for r in range(row, down + 1) for c in range(column, right + 1)):
        sheet.cell(*place).border = _border(spot, grid, dye)
    cell = write(sheet.cell(row, column), spot.text, is_number=spot.number)
    is_head = spot.role in {"head", "label"}
    cell.font = font(bold=spot.strong or is_head, colour=look.LETTERS.get(spot.tone, look.INK))
    ground = look.GROUNDS.get(spot.tone) or (dye.head if is_head else None)
    if ground:
        cell.fill = PatternFill("solid", fgColor=ground)
    cell.alignment = Alignment(
        horizontal=spot.align, vertical="center", wrap_text=True, indent=int(spot.align != "center")
    )
    if (row, column) != (down, right):
        sheet.merge_cells(start_row=row, start_column=column, end_row=down, end_column=right)


def _border(spot: Spot, grid: Grid, dye: look.Dye) -> Border:
    thin = Side(style="thin", color=look.RULE)
    above = grid.rows[spot.row - 1] if spot.row else ()
    is_first = spot.role == "total" and not any(other.role == "total" for other in above)
    is_top = spot.role == "head" and spot.row == 0
    top = Side(style="medium", color=dye.accent) if is_first or is_top else thin
    return Border(left=thin, right=thin, top=top, bottom=thin)
