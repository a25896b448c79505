"""Reads tables back out of every format, each by other means than those that wrote it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise

import docx
import openpyxl
import pypdf
from docx.table import _Cell
from markdown_it import MarkdownIt

Matrix = list[list[str]]
"""A table by rows; what spans several places stands in the first of them, the rest are empty."""


def docx_tables(data: bytes) -> list[Matrix]:
    made = []
    for table in docx.Document(BytesIO(data)).tables:
        seen: set[int] = set()
        cells = [[cell for cell in row.cells] for row in table.rows]  # noqa: C416 (keeps them alive)
        made.append([[_once(cell, seen) for cell in row] for row in cells])
    return made


def _once(cell: _Cell, seen: set[int]) -> str:
    if id(cell._tc) in seen:
        return ""
    seen.add(id(cell._tc))
    return cell.text


class _Tables(HTMLParser):
    """Places cells as a browser does, spans and all."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[dict[tuple[int, int], str]] = []
        self._row, self._place, self._text = -1, (0, 0), list[str]()
        self._is_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append({})
            self._row = -1
        elif tag == "tr":
            self._row += 1
        elif tag in {"td", "th"}:
            self._begin(dict(attrs))
        elif tag == "br" and self._is_cell:
            self._text.append("\n")

    def _begin(self, attrs: dict[str, str | None]) -> None:
        table, column = self.tables[-1], 0
        while (self._row, column) in table:
            column += 1
        for down in range(int(attrs.get("rowspan") or 1)):
            for right in range(int(attrs.get("colspan") or 1)):
                table[self._row + down, column + right] = ""
        self._place, self._text, self._is_cell = (self._row, column), [], True

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self.tables[-1][self._place] = "".join(self._text)
            self._is_cell = False

    def handle_data(self, data: str) -> None:
        if self._is_cell:
            self._text.append(data)


def html_tables(data: bytes) -> list[Matrix]:
    parser = _Tables()
    parser.feed(data.decode())
    parser.close()
    made = []
    for table in parser.tables:
        rows, columns = (max(place[axis] for place in table) + 1 for axis in (0, 1))
        made.append([[table[row, column] for column in range(columns)] for row in range(rows)])
    return made


def markdown_tables(data: bytes) -> list[Matrix]:
    """Return the tables; a head without text, which GitHub needs, is left out."""
    tokens = MarkdownIt("commonmark").enable("table").parse(data.decode())
    made: list[Matrix] = []
    for before, token in pairwise(tokens):
        if before.type == "table_open":
            made.append([])
        if before.type == "tr_open":
            made[-1].append([])
        if token.type == "inline" and before.type in {"th_open", "td_open"}:
            made[-1][-1].append(_inline(token.children or []))
    return [table[1:] if not any(table[0]) else table for table in made]


def _inline(tokens: list) -> str:  # type: ignore[type-arg]
    shown = {"hardbreak": "\n", "softbreak": "\n"}
    parts = []
    for token in tokens:
        if token.type == "html_inline":
            assert token.content in {"<br>", "<strong>", "</strong>"}, token.content
            parts.append("\n" if token.content == "<br>" else "")
        elif token.type in {"text", "text_special"}:
            parts.append(token.content)
        else:
            assert token.type in {"strong_open", "strong_close", *shown}, token.type
            parts.append(shown.get(token.type, ""))
    return "".join(parts)


def xlsx_tables(data: bytes) -> list[Matrix]:
    """Return the sheets after the first, as Excel shows them."""
    book = openpyxl.load_workbook(BytesIO(data))
    made = []
    for sheet in book.worksheets[1:]:
        rows = list(sheet.iter_rows(min_row=3))
        assert all(cell.data_type in {"s", "n"} for row in rows for cell in row)
        made.append([[_shown(cell.value, cell.number_format) for cell in row] for row in rows])
    return made


def _shown(value: object, form: str) -> str:
    if isinstance(value, float):
        return f"{value:.{len(form.partition('.')[2])}f}"
    return "" if value is None else str(value)


def pdf_text(data: bytes) -> str:
    """Return all letters without any space, as they lie on the pages."""
    pages = pypdf.PdfReader(BytesIO(data)).pages
    return squeezed("".join(page.extract_text() for page in pages))


def squeezed(text: str) -> str:
    """Return *text* without spaces, and without places to break a word."""
    return re.sub(r"[\s\u200b\u2060]", "", text)
