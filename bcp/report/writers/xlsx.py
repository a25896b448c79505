"""Excel: a sheet for each table and form, ready to print on A4, with not one formula in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any
from unicodedata import east_asian_width

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from bcp.report.writers import look
from bcp.report.writers.flow import Flow
from bcp.report.writers.grid import Grid, Spot
from bcp.report.writers.package import day_of, repacked
from bcp.words import Lang, say
from bcp.words.document import WORDS

_FONT = "游ゴシック"
_LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_NUMBER = re.compile(r"(?!-0(\.0*)?$)-?(0|[1-9]\d{0,8})(\.\d{1,6})?")
"""What a spreadsheet shows again exactly as it was written."""
_UPRIGHT, _FLAT = 92.0, 138.0
"""How many narrow letters fit across A4."""
_MOST_UPRIGHT = 5
"""Columns; more are printed across."""
_LINE = 16.5
"""In points."""
_TALLEST = 409.0
"""No row of Excel is higher."""
_TOP = 3
"""In which row the table begins, below the caption."""
_LONGEST_HEAD = 100
"""Letters of the header: Excel refuses a file that has more than 255 in all."""


def make(flow: Flow, name: str) -> bytes:  # noqa: ARG001 (other formats name files by it)
    """Return the file."""
    book = Workbook()
    cover = book.active
    names = _names(flow)
    cover.title = names[0]
    _set_properties(book, flow)
    _write_cover(cover, flow, names)
    for grid, title in zip(flow.grids, names[1:], strict=True):
        _write_grid(book.create_sheet(title), grid, flow)
    made = BytesIO()
    book.save(made)
    return repacked(made.getvalue(), flow.date)


def _names(flow: Flow) -> list[str]:
    """Return the names of the sheets: what Excel allows, no two alike."""
    taken: dict[str, str] = {}
    wanted = [say(WORDS, "cover", flow.lang), *(_wanted(grid, flow.lang) for grid in flow.grids)]
    for text in wanted:
        plain = _FORBIDDEN.sub(" ", text).strip(" '")[:_LONGEST_NAME].strip(" '") or "-"
        name, number = plain, 1
        while name.casefold() in taken:
            number += 1
            end = f" ({number})"
            name = f"{plain[: _LONGEST_NAME - len(end)]}{end}"
        taken[name.casefold()] = name
    return list(taken.values())


def _wanted(grid: Grid, lang: Lang) -> str:
    text = f"{grid.label} {grid.caption}".replace("\n", " ").strip()
    # Excel counts letters beyond the first plane twice.
    return "".join(sign for sign in text if sign <= "\uffff") or say(WORDS, "sheet", lang)


def _set_properties(book: Workbook, flow: Flow) -> None:
    properties = book.properties
    properties.title, properties.creator = flow.title, flow.organisation
    properties.created = properties.modified = day_of(flow.date).replace(tzinfo=None)


def _write_cover(sheet: Worksheet, flow: Flow, names: list[str]) -> None:
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 24, 66
    rows: list[tuple[str, str, Font]] = [
        (flow.mark, "", _font(bold=True)),
        (flow.title, "", _font(size=16, bold=True, colour=look.ACCENT)),
        (flow.subtitle, "", _font(colour=look.SOFT)),
        *((label, value, _font()) for label, value in flow.facts),
    ]
    number = 0
    for number, (label, value, font) in enumerate((row for row in rows if row[0]), start=1):
        _write(sheet.cell(number, 1), label).font = font
        _write(sheet.cell(number, 2), value).font = font
        sheet.row_dimensions[number].height = font.size * 1.8
    for place, (grid, name) in enumerate(zip(flow.grids, names[1:], strict=True), start=number + 2):
        shown = f"{grid.label}\u3000{grid.caption}" if grid.caption else name
        cell = _write(sheet.cell(place, 1), shown)
        quoted = name.replace("'", "''")
        cell.hyperlink = f"#'{quoted}'!A1"
        cell.font = _font(colour=look.ACCENT)
    _set_print(sheet, flow, columns=2)


def _write_grid(sheet: Worksheet, grid: Grid, flow: Flow) -> None:
    caption = f"{grid.label}\u3000{grid.caption}" if grid.caption else flow.title
    _write(sheet.cell(1, 1), caption).font = _font(size=12, bold=True, colour=look.ACCENT)
    across = _UPRIGHT if len(grid.shares) <= _MOST_UPRIGHT else _FLAT
    widths = [max(share * across, 4.0) for share in grid.shares]
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = round(width, 2)
    for number, row in enumerate(grid.rows):
        sheet.row_dimensions[number + _TOP].height = _height(grid, number, widths)
        for spot in row:
            _write_spot(sheet, spot, grid)
    if grid.heads:
        last = _TOP + grid.heads - 1
        sheet.print_title_rows = f"{_TOP}:{last}"
        sheet.freeze_panes = sheet.cell(last + 1, 1)
    _set_print(sheet, flow, columns=len(grid.shares))


def _write_spot(sheet: Worksheet, spot: Spot, grid: Grid) -> None:
    row, column = spot.row + _TOP, spot.column + 1
    down, right = row + spot.rows - 1, column + spot.columns - 1
    for place in ((r, c) for r in range(row, down + 1) for c in range(column, right + 1)):
        sheet.cell(*place).border = _border(spot, grid)
    cell = _write(sheet.cell(row, column), spot.text, is_number=spot.number)
    is_head = spot.role in {"head", "label"}
    cell.font = _font(bold=spot.strong or is_head, colour=look.LETTERS.get(spot.tone, look.INK))
    ground = look.GROUNDS.get(spot.tone) or (look.HEAD if is_head else None)
    if ground:
        cell.fill = PatternFill("solid", fgColor=ground)
    cell.alignment = Alignment(
        horizontal=spot.align, vertical="center", wrap_text=True, indent=int(spot.align != "center")
    )
    if (row, column) != (down, right):
        sheet.merge_cells(start_row=row, start_column=column, end_row=down, end_column=right)


def _write(cell: Any, text: str, *, is_number: bool = False) -> Any:
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


def _font(size: float = 10, *, bold: bool = False, colour: str = look.INK) -> Font:
    return Font(name=_FONT, size=size, bold=bold, color=colour)


def _border(spot: Spot, grid: Grid) -> Border:
    thin = Side(style="thin", color=look.RULE)
    above = grid.rows[spot.row - 1] if spot.row else ()
    is_first = spot.role == "total" and not any(other.role == "total" for other in above)
    top = Side(style="medium", color=look.ACCENT) if is_first or spot.role == "head" else thin
    return Border(left=thin, right=thin, top=top, bottom=thin)


def _height(grid: Grid, number: int, widths: list[float]) -> float:
    """Return how high a row must be: Excel finds that out for itself only when someone edits it."""
    lines = max((_lines(spot, widths) for spot in grid.rows[number] if spot.rows == 1), default=1)
    return min(lines * _LINE + 4, _TALLEST)


def _lines(spot: Spot, widths: list[float]) -> int:
    # Letters at the edge do not fit, and Japanese ones move on in pairs.
    room = max(sum(widths[spot.column : spot.column + spot.columns]) - 4, 2)
    needed = sum(1 + int(max(_width(line) - 1, 0) // room) for line in spot.text.split("\n"))
    return max(needed, spot.lines + (spot.lines > 1))


def _width(line: str) -> int:
    return sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in line)


def _set_print(sheet: Worksheet, flow: Flow, columns: int) -> None:
    """Print on A4, as wide as the page, the mark on every one."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "portrait" if columns <= _MOST_UPRIGHT else "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.sheet_view.showGridLines = False
    margins = sheet.page_margins
    margins.left = margins.right = 0.6
    margins.top, margins.bottom = 0.9, 0.7
    for name, text in _heads(flow).items():
        part = sheet.oddHeader if name in {"left", "right"} else sheet.oddFooter
        side = {"left": "left", "right": "right", "foot": "left"}[name]
        getattr(part, side).text = text
    sheet.oddFooter.right.text = say(WORDS, "page", flow.lang, number="&P", total="&N")


def _heads(flow: Flow) -> Mapping[str, str]:
    return dict(_filled({"left": flow.mark, "right": flow.title, "foot": flow.foot}))


def _filled(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, text in texts.items():
        if text:
            yield name, text[:_LONGEST_HEAD].replace("&", "&&")
