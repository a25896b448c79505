"""An inventory as an Excel workbook: a sheet a sort of thing, ready to be edited and read back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from math import ceil
from typing import Any
from unicodedata import east_asian_width

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from bcp.errors import UsageError
from bcp.exchange.book.columns import Column
from bcp.exchange.book.meanings import about_sheet, explained, meaning
from bcp.exchange.book.notation import choice
from bcp.exchange.book.sheets import REST, Sheet, heading, readme_title
from bcp.exchange.book.tables import Table
from bcp.exchange.package import repacked
from bcp.exchange.shield import LONGEST, shielded
from bcp.words import Lang, say
from bcp.words.book import WORDS

__all__ = ["workbook_bytes"]

_SPARE = 300
"""Rows below the last item that have the lists too."""
_LONGEST_LIST = 255
"""Letters of a list that stands in the cell's own rule."""
_LINE, _PAD, _MOST_LINES = 14.0, 4.0, 8
"""In points; a row is no higher than so many lines, or the table could not be surveyed."""
_INK, _ACCENT, _HEAD, _RULE = "1A1A1A", "1F3A5F", "E4EAF1", "9AA5B1"
_EDGE = Side(style="thin", color=_RULE)
_BOX = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_NAME = "游ゴシック"
_FONT = Font(name=_NAME, size=10, color=_INK)
_BOLD = Font(name=_NAME, size=10, bold=True, color=_ACCENT)
_TITLE = Font(name=_NAME, size=14, bold=True, color=_ACCENT)
_FILL = PatternFill("solid", start_color=_HEAD)
_WRAPPED = Alignment(horizontal="left", vertical="top", wrap_text=True)
_CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)
_AS_TEXT = "@"
_REMARKS = frozenset({"source", "assumed", REST})
"""Columns whose texts are long and seldom read: they make no row higher."""
_RARE = ("name_en", "department_en", "what_en", "assumed", "teaches_en", "words", "file")
_RARE_OF_EVENTS = ("select.within_tag", "correlation", "corrupt_since", "optional")
"""Keys that few items have."""
_PAPER = 190
"""Letters that stand beside each other on a printed page."""
_LINES = tuple(f"readme-line-{number}" for number in range(1, 11))


def workbook_bytes(tables: Sequence[Table], name: str, digest: str, lang: Lang) -> bytes:
    """Return the workbook of an inventory: the same inventory, the same bytes.

    Parameters
    ----------
    tables
        Its sheets.
    name
        What people call the organisation.
    digest
        Of the files it was made from; read back, it tells that they have changed since.
    lang
        The language of the headings.

    Raises
    ------
    UsageError
        If something is longer than a cell can hold.
    """
    book = Workbook()
    _write_readme(book.active, tables, name, digest, lang)
    writer = _Writer(book, tables, lang)
    for table in tables:
        if table.sheet.is_tall:
            writer.tall(table)
        else:
            writer.wide(table)
    book.properties.creator = "bcp"
    book.properties.title = say(WORDS, "readme-heading", lang, name=name)
    made = BytesIO()
    book.save(made)
    return repacked(made.getvalue(), None)


def _put(sheet: Any, row: int, column: int, text: str, font: Font = _FONT) -> Any:
    """Write a text that no program takes for a number, a date or a formula."""
    cell = sheet.cell(row, column)
    cell.font = font
    cell.number_format = _AS_TEXT
    if text:
        cell.value = shielded(text)
        cell.data_type = "s"
        cell.quotePrefix = text[0] in "=+-@\t'"
    return cell


def _write_readme(sheet: Any, tables: Sequence[Table], name: str, digest: str, lang: Lang) -> None:
    sheet.title = readme_title(lang)
    _put(sheet, 1, 1, say(WORDS, "readme-heading", lang, name=name), _TITLE)
    for row, key in enumerate(_LINES, 3):
        cell = _put(sheet, row, 1, say(WORDS, key, lang))
        cell.alignment = _WRAPPED
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=3)
        sheet.row_dimensions[row].height = _LINE * ceil(_letters(cell.value) / 96) + _PAD
    top = len(_LINES) + 4
    for column, key in enumerate(("readme-sheet", "readme-rows", "readme-about"), 1):
        cell = _put(sheet, top, column, say(WORDS, key, lang), _BOLD)
        cell.fill, cell.border = _FILL, _BOX
    for row, table in enumerate(tables, top + 1):
        title = table.sheet.title(lang)
        link = _put(sheet, row, 1, title)
        link.hyperlink = f"#{quote_sheetname(title)}!A1"
        link.font = Font(name=_NAME, size=10, color=_ACCENT, underline="single")
        count = "" if table.sheet.is_tall else str(len(table.rows))
        _put(sheet, row, 2, count)
        about = _put(sheet, row, 3, about_sheet(table.sheet, lang))
        about.alignment = _WRAPPED
        sheet.row_dimensions[row].height = _LINE * ceil(_letters(about.value or " ") / 56) + _PAD
    last = top + len(tables) + 2
    _put(sheet, last, 1, say(WORDS, "readme-digest", lang))
    _put(sheet, last, 2, digest)
    for letter, width in zip("ABC", (30, 10, 60), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.sheet_view.showGridLines = False
    _set_up_page(sheet, lang)
    sheet.print_title_rows = None
    sheet.page_setup.orientation = "portrait"


def _letters(text: str) -> int:
    """Return how wide *text* is in narrow letters."""
    return sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in text)


class _Writer:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Any, tables: Sequence[Table], lang: Lang) -> None:
        self.book, self.lang = book, lang
        self.lasts = {table.sheet.key: len(table.rows) + 1 + _SPARE for table in tables}
        self.sheets: Mapping[str, Sheet] = {table.sheet.key: table.sheet for table in tables}
        self.ranks = next((_ranks(t) for t in tables if t.sheet.key == "organisation"), ())

    # --- a row an item ---------------------------------------------------------------------------

    def wide(self, table: Table) -> None:
        """Write a sheet with a row an item."""
        sheet = self.book.create_sheet(table.sheet.title(self.lang))
        self._headings(sheet, table)
        for number, cells in enumerate(table.rows, 2):
            self._row(sheet, number, table, cells)
        letter = get_column_letter(len(table.sheet.columns))
        sheet.auto_filter.ref = f"A1:{letter}{max(len(table.rows), 1) + 1}"
        first = 3 if table.sheet.is_inner or not table.sheet.has_id else 2
        sheet.freeze_panes = sheet.cell(2, first)
        for number, column in enumerate(table.sheet.columns, 1):
            letter = get_column_letter(number)
            self._add_list(sheet, column, f"{letter}2:{letter}{self.lasts[table.sheet.key]}")
        _set_up_page(sheet, self.lang)
        seen = (held.width for held in sheet.column_dimensions.values() if not held.hidden)
        sheet.page_setup.fitToWidth = ceil(sum(seen) / _PAPER)
        sheet.print_title_cols = f"A:{get_column_letter(first - 1)}"

    def _headings(self, sheet: Any, table: Table) -> None:
        for number, column in enumerate(table.sheet.columns, 1):
            text = heading(table.sheet, column, self.lang)
            cell = _put(sheet, 1, number, text, _BOLD)
            cell.fill, cell.alignment, cell.border = _FILL, _CENTRED, _BOX
            cell.comment = Comment(explained(table.sheet, column, self.lang), "bcp", 150, 340)
            size = sheet.column_dimensions[get_column_letter(number)]
            size.width = column.width
            size.number_format = _AS_TEXT
            if _is_rare(column) and column.key not in table.used:
                size.outlineLevel, size.hidden = 1, True
        names = [heading(table.sheet, column, self.lang) for column in table.sheet.columns]
        widths = [column.width for column in table.sheet.columns]
        lines = max(_height(name, width - 1) for name, width in zip(names, widths, strict=True))
        sheet.row_dimensions[1].height = lines * _LINE + 2 * _PAD

    def _row(self, sheet: Any, number: int, table: Table, cells: Sequence[str]) -> None:
        lines = 1
        for place, (column, text) in enumerate(zip(table.sheet.columns, cells, strict=True), 1):
            _refuse_long(text, cells[0], heading(table.sheet, column, self.lang))
            cell = _put(sheet, number, place, text)
            cell.alignment, cell.border = _WRAPPED, _BOX
            if column.path[0] not in _REMARKS:
                lines = max(lines, _height(text, column.width))
        sheet.row_dimensions[number].height = min(lines, _MOST_LINES) * _LINE + _PAD

    def _add_list(self, sheet: Any, column: Column, cells: str) -> None:
        """Let a column be chosen from a list, if it takes one of what is known."""
        formula = self._formula(column)
        if not formula:
            return
        rule = DataValidation("list", formula1=formula, allow_blank=True)
        rule.error = say(WORDS, "not-listed", self.lang)
        rule.showErrorMessage = True
        # An id that is not yet there, or a name, may be written all the same.
        rule.errorStyle = "warning" if column.refers else "stop"
        rule.add(cells)
        sheet.add_data_validation(rule)

    def _formula(self, column: Column) -> str:
        if column.form == "words":
            return ""  # a list offers one word, and a cell holds several
        if column.refers and column.form == "text":
            return self._ids(column.refers)
        words: tuple[str, ...] = column.choices
        if column.form == "bool":
            words = ("true", "false")
            texts = [say(WORDS, f"is-{word}", self.lang) for word in words]
        else:
            texts = [choice(column, word, self.lang) for word in words]
        if column.key == "rank":
            texts = [*self.ranks]
        text = ",".join(texts)
        is_plain = (
            text
            and len(text) <= _LONGEST_LIST
            and not any("," in one or '"' in one for one in texts)
        )
        return f'"{text}"' if is_plain else ""

    def _ids(self, section: str) -> str:
        """Return the cells in which the ids of a section stand, new rows among them."""
        sheet = self.sheets[section]
        number = next(n for n, one in enumerate(sheet.columns, 1) if one.key == "id")
        letter = get_column_letter(number)
        title = quote_sheetname(sheet.title(self.lang))
        return f"{title}!${letter}$2:${letter}${self.lasts[section]}"

    # --- a row a key -----------------------------------------------------------------------------

    def tall(self, table: Table) -> None:
        """Write a sheet with a row a key."""
        sheet = self.book.create_sheet(table.sheet.title(self.lang))
        for number, key in enumerate(("tall-key", "tall-value", "tall-meaning"), 1):
            cell = _put(sheet, 1, number, say(WORDS, key, self.lang), _BOLD)
            cell.fill, cell.alignment, cell.border = _FILL, _CENTRED, _BOX
        for letter, width in zip("ABC", (28, 60, 60), strict=True):
            sheet.column_dimensions[letter].width = width
        row = 2
        for column, text in zip(table.sheet.columns, table.rows[0], strict=True):
            if _is_rare(column) and not text:
                continue
            self._key(sheet, row, table.sheet, column, text)
            row += 1
        sheet.freeze_panes = sheet.cell(2, 2)
        _set_up_page(sheet, self.lang)

    def _key(self, sheet: Any, row: int, of: Sheet, column: Column, text: str) -> None:
        name = heading(of, column, self.lang)
        _refuse_long(text, of.title(self.lang), name)
        label = _put(sheet, row, 1, name, _BOLD)
        label.fill = _FILL
        label.comment = Comment(explained(of, column, self.lang), "bcp", 150, 340)
        value = _put(sheet, row, 2, text)
        about = _put(sheet, row, 3, meaning(of, column, self.lang))
        for cell in (label, value, about):
            cell.alignment, cell.border = _WRAPPED, _BOX
        lines = max(_height(text, 60), _height(about.value or "", 60))
        sheet.row_dimensions[row].height = min(lines, 20) * _LINE + _PAD
        self._add_list(sheet, column, f"B{row}")


def _ranks(table: Table) -> tuple[str, ...]:
    number = next(n for n, column in enumerate(table.sheet.columns) if column.key == "ranks")
    return tuple(part.strip() for part in table.rows[0][number].split(";") if part.strip())


def _is_rare(column: Column) -> bool:
    """Return whether a column is folded away as long as nothing stands in it."""
    is_fact = column.path[0] == "facts"
    return is_fact or column.key in (REST, *_RARE, *_RARE_OF_EVENTS)


def _refuse_long(text: str, item: str, name: str) -> None:
    if len(shielded(text).encode("utf-16-le")) // 2 > LONGEST:
        raise UsageError("book-cell-too-long", item=item, name=name, most=LONGEST)


def _height(text: str, width: float) -> int:
    """Return how many lines a text takes in a column."""
    return sum(max(1, ceil(_letters(line) / (width - 1))) for line in text.split("\n"))


def _set_up_page(sheet: Any, lang: Lang) -> None:
    """Print it across A4, as wide as the paper, with the headings on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.oddHeader.right.text = sheet.title.replace("&", "&&")
    sheet.oddFooter.center.text = say(WORDS, "page", lang, page="&P", pages="&N")
