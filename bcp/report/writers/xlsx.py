"""Excel: a sheet for each form and table, ready to print on A4, with not one formula in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from bcp.exchange.package import day_of, repacked
from bcp.report.writers import look
from bcp.report.writers.flow import Flow
from bcp.report.writers.xlsx_cells import Raster, font, height_of, write, write_grid
from bcp.report.writers.xlsx_forms import UPRIGHT, Sheet, fill, sheets_of
from bcp.words import say
from bcp.words.document import WORDS

_LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_HEAD = 100
"""Letters of the header: Excel refuses a file that has more than 255 in all."""
_COVER = (24.0, 66.0)
"""The widths of the columns of the cover."""


def make(flow: Flow, name: str) -> bytes:  # noqa: ARG001 (other formats name files by it)
    """Return the file."""
    book = Workbook()
    cover = book.active
    sheets = list(sheets_of(flow))
    names = _names(flow, sheets)
    cover.title = names[0]
    _set_properties(book, flow)
    _write_cover(cover, flow, sheets, names[1:])
    for held, title in zip(sheets, names[1:], strict=True):
        sheet = book.create_sheet(title)
        last = fill(sheet, held, flow)
        if held.is_form:
            sheet.print_area = f"A1:{get_column_letter(sheet.max_column)}{last}"
        _set_print(sheet, flow, is_wide=held.is_wide)
    made = BytesIO()
    book.save(made)
    return repacked(made.getvalue(), flow.date)


def _names(flow: Flow, sheets: Sequence[Sheet]) -> list[str]:
    """Return the names of the sheets: what Excel allows, no two alike."""
    taken: dict[str, str] = {}
    for text in (say(WORDS, "cover", flow.lang), *(sheet.name for sheet in sheets)):
        # Excel counts letters beyond the first plane twice.
        wanted = "".join(sign for sign in text if sign <= "\uffff") or say(
            WORDS, "sheet", flow.lang
        )
        plain = _FORBIDDEN.sub(" ", wanted).strip(" '")[:_LONGEST_NAME].strip(" '") or "-"
        name, number = plain, 1
        while name.casefold() in taken:
            number += 1
            end = f" ({number})"
            name = f"{plain[: _LONGEST_NAME - len(end)]}{end}"
        taken[name.casefold()] = name
    return list(taken.values())


def _set_properties(book: Workbook, flow: Flow) -> None:
    properties = book.properties
    properties.title, properties.creator = flow.title, flow.organisation
    properties.created = properties.modified = day_of(flow.date).replace(tzinfo=None)


def _write_cover(
    sheet: Worksheet, flow: Flow, sheets: Sequence[Sheet], names: Sequence[str]
) -> None:
    row = _write_lines(sheet, flow)
    if flow.cover:
        row = _write_front(sheet, flow, row)
    else:
        sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = _COVER
    for place, (held, name) in enumerate(zip(sheets, names, strict=True), start=row + 1):
        cell = write(sheet.cell(place, 1), held.title or name)
        quoted = name.replace("'", "''")
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!A1")
        cell.font = font(colour=flow.dye.accent)
    _set_print(sheet, flow, is_wide=False)


def _write_lines(sheet: Worksheet, flow: Flow) -> int:
    """Write title and, without a cover, facts; return the row behind them."""
    rows: list[tuple[str, str, Font]] = [
        (flow.mark, "", font(bold=True)),
        (flow.cover.kicker if flow.cover else "", "", font(12, colour=look.SOFT)),
        (flow.title, "", font(size=16, bold=True, colour=flow.dye.accent)),
        (flow.subtitle, "", font(colour=look.SOFT)),
        *((label, value, font()) for label, value in ([] if flow.cover else flow.facts)),
    ]
    number = 0
    for number, (label, value, held) in enumerate((row for row in rows if row[0]), start=1):
        write(sheet.cell(number, 1), label).font = held
        write(sheet.cell(number, 2), value).font = held
        sheet.row_dimensions[number].height = held.size * 1.8
    return number + 1


def _write_front(sheet: Worksheet, flow: Flow, row: int) -> int:
    """Write the tables and the note of the cover; return the row behind them."""
    assert flow.cover is not None
    wide = 12
    for number in range(1, wide + 1):
        sheet.column_dimensions[get_column_letter(number)].width = UPRIGHT / wide
    for grid in flow.cover.grids:
        columns = len(grid.shares)
        parts = (3, wide - 3) if grid.sort == "pairs" else (wide // 4,) * columns
        edges = tuple(sum(parts[:n]) for n in range(columns + 1))
        row = write_grid(sheet, grid, Raster((UPRIGHT / wide,) * wide, edges), row + 1, flow.dye)
    if flow.cover.note:
        row += 1
        cell = write(sheet.cell(row, 1), flow.cover.note)
        cell.font, cell.alignment = font(colour=look.SOFT), Alignment(wrap_text=True)
        sheet.row_dimensions[row].height = height_of(flow.cover.note, UPRIGHT - 4)
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=wide)
        row += 1
    return row


def _set_print(sheet: Worksheet, flow: Flow, *, is_wide: bool) -> None:
    """Print on A4, as wide as the page, the mark on every one."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape" if is_wide else "portrait"
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
