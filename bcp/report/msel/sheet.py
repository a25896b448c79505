"""A drill as an Excel sheet: a head, and a row an inject, ready to edit and to print on A4."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from math import ceil
from typing import Any
from unicodedata import east_asian_width

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from bcp.drill.file.models import Drill, Inject
from bcp.drill.file.writing import plain
from bcp.errors import UsageError
from bcp.exchange.package import repacked
from bcp.exchange.shield import LONGEST
from bcp.report.msel.columns import COLUMNS, DIFFICULTIES, Column, said
from bcp.report.names import called
from bcp.report.writers.look import ACCENT, HEAD, INK, RULE
from bcp.words import Lang, say
from bcp.words.msel import WORDS

__all__ = ["SHEET", "sheet_bytes"]

SHEET = "MSEL"
_HEADING = 5
"""The row of the headings; the injects stand below."""
_SPARE = 200
"""Rows below the last inject that have the lists too."""
_LISTS = "lists"
_LONGEST_LIST = 255
"""Letters of a list that stands in the cell's own rule."""
_LABEL, _RIGHT = 1, 6
"""The columns in which what is said of the drill begins."""

_LINE, _PAD, _TALLEST = 14.0, 4.0, 409.0
"""In points; no row of Excel is higher than the last."""

_EDGE = Side(style="thin", color=RULE)
_BOX = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_FONT = "游ゴシック"
_AS_TEXT = "@"


def sheet_bytes(drill: Drill, scenario: str, lang: Lang) -> bytes:
    """Return the Excel file of a drill: the same drill, the same bytes.

    Parameters
    ----------
    drill
        The drill.
    scenario
        What people call the scenario that it rehearses.
    lang
        The language of the headings.

    Raises
    ------
    UsageError
        If something is longer than a cell can hold.
    """
    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    _write_head(sheet, drill, scenario, lang)
    _write_headings(sheet, drill.injects, lang)
    for number, inject in enumerate(drill.injects, _HEADING + 1):
        _write_inject(sheet, number, inject, lang)
    last = _HEADING + max(len(drill.injects), 1)
    printed = sum(column.is_printed for column in COLUMNS)
    sheet.print_area = f"A1:{get_column_letter(printed)}{last}"
    sheet.auto_filter.ref = f"A{_HEADING}:{get_column_letter(len(COLUMNS))}{last}"
    _add_lists(book, drill, last + _SPARE, lang)
    _set_up_page(sheet, drill, lang)
    book.properties.creator = "bcp"
    book.properties.title = called(drill.drill, lang)
    made = BytesIO()
    book.save(made)
    return repacked(made.getvalue(), drill.drill.on.date() if drill.drill.on else None)


def _write_head(sheet: Any, drill: Drill, scenario: str, lang: Lang) -> None:
    head = drill.drill
    on = f"{head.on:%Y-%m-%d %H:%M}" if head.on else ""
    title = _put(sheet, 1, _LABEL, say(WORDS, "title", lang))
    title.font = Font(name=_FONT, size=14, bold=True, color=ACCENT)
    title.comment = _comment(say(WORDS, "head-note", lang))
    facts = (
        (2, _LABEL, "drill", called(head, lang)),
        (3, _LABEL, "drill-id", head.id),
        (2, _RIGHT, "on", on),
        (3, _RIGHT, "kind", say(WORDS, f"kind-{head.kind}", lang)),
        (2, _RIGHT + 1, "place", head.place or ""),
        (3, _RIGHT + 1, "scenario", scenario),
    )
    for row, column, key, value in facts:
        label = say(WORDS, key, lang)
        if column == _LABEL:
            _put(sheet, row, column, label).font = Font(
                name=_FONT, size=10, bold=True, color=ACCENT
            )
            _put(sheet, row, column + 2, value)
        else:
            _put(sheet, row, column, f"{label}: {value}" if value else "")


def _write_headings(sheet: Any, injects: Sequence[Inject], lang: Lang) -> None:
    used = {key for inject in injects for key in plain(inject)}
    for number, column in enumerate(COLUMNS, 1):
        cell = _put(sheet, _HEADING, number, column.heading(lang))
        cell.font = Font(name=_FONT, size=10, bold=True, color=ACCENT)
        cell.fill = PatternFill("solid", start_color=HEAD)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = _BOX
        cell.comment = _comment(say(WORDS, f"about-{column.word}", lang))
        size = sheet.column_dimensions[get_column_letter(number)]
        size.width = column.width
        size.number_format = _AS_TEXT
        if column.is_rare:
            size.outlineLevel = 1
            size.hidden = column.key not in used
    sheet.row_dimensions[_HEADING].height = 32
    sheet.freeze_panes = sheet.cell(_HEADING + 1, 2)


def _write_inject(sheet: Any, row: int, inject: Inject, lang: Lang) -> None:
    tree, lines = plain(inject), 1
    for number, column in enumerate(COLUMNS, 1):
        text = said(column, tree.get(column.key), lang)
        if len(text.encode("utf-16-le")) // 2 > LONGEST:
            raise UsageError("msel-cell-too-long", no=inject.no, name=column.key, most=LONGEST)
        cell = _put(sheet, row, number, text)
        cell.alignment = _alignment(column)
        cell.border = _BOX
        lines = max(lines, _lines(text, column) if column.is_printed else 1)
    sheet.row_dimensions[row].height = min(lines * _LINE + _PAD, _TALLEST)


def _lines(text: str, column: Column) -> int:
    """Return how many lines a text takes in its column."""
    return sum(max(1, ceil(_letters(line) / (column.width - 1))) for line in text.split("\n"))


def _letters(text: str) -> int:
    """Return how wide *text* is in narrow letters."""
    return sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in text)


def _alignment(column: Column) -> Alignment:
    is_short = column.key in ("no", "at", "deadline", "difficulty")
    return Alignment(
        horizontal="center" if is_short else "left", vertical="top", wrap_text=not is_short
    )


def _put(sheet: Any, row: int, column: int, text: str) -> Any:
    """Write a text that no program takes for a number, a date or a formula."""
    cell = sheet.cell(row, column)
    cell.font = Font(name=_FONT, size=10, color=INK)
    cell.number_format = _AS_TEXT
    if text:
        cell.value = text
        cell.data_type = "s"
        cell.quotePrefix = text[0] in "=+-@\t'"
    return cell


def _comment(text: str) -> Comment:
    return Comment(text, "bcp", height=120, width=320)


def _add_lists(book: Any, drill: Drill, last: int, lang: Lang) -> None:
    """Let difficulty and objective be chosen from lists."""
    names = [say(WORDS, f"difficulty-{name}", lang) for name in DIFFICULTIES]
    goals = [objective.id for objective in drill.objectives]
    for key, choices in (("difficulty", names), ("objective", goals)):
        if not choices:
            continue
        rule = DataValidation("list", formula1=_formula(book, choices), allow_blank=True)
        rule.error = say(WORDS, "not-listed", lang)
        rule.showErrorMessage = True
        number = next(n for n, column in enumerate(COLUMNS, 1) if column.key == key)
        letter = get_column_letter(number)
        rule.add(f"{letter}{_HEADING + 1}:{letter}{last}")
        book[SHEET].add_data_validation(rule)


def _formula(book: Any, choices: Sequence[str]) -> str:
    """Return the list of *choices*, on a hidden sheet if it is too long for a rule."""
    text = ",".join(choices)
    if len(text) <= _LONGEST_LIST:
        return f'"{text}"'
    lists = book.create_sheet(_LISTS)
    lists.sheet_state = "hidden"
    for row, choice in enumerate(choices, 1):
        _put(lists, row, 1, choice)
    return f"{_LISTS}!$A$1:$A${len(choices)}"


def _set_up_page(sheet: Any, drill: Drill, lang: Lang) -> None:
    """Print it across A4, as wide as the paper, with the headings on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{_HEADING}:{_HEADING}"
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.75
    sheet.page_margins.header = sheet.page_margins.footer = 0.3
    name = called(drill.drill, lang).replace("&", "&&")[:80]
    sheet.oddHeader.left.text = say(WORDS, "mark", lang)
    sheet.oddHeader.right.text = name
    sheet.oddFooter.center.text = say(WORDS, "page", lang, page="&P", pages="&N")
