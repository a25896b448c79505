"""The sheets of an inventory as CSV files, one each, and the cells of CSV files from elsewhere.

A text that a spreadsheet program would take for a formula stands behind an apostrophe, which is
taken off again when it is read.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path

from bcp.errors import Fault, InputError
from bcp.exchange.book.meanings import meaning
from bcp.exchange.book.sheets import heading
from bcp.exchange.book.tables import Table
from bcp.exchange.grid import Grid, Limits
from bcp.exchange.shield import shielded, unshielded
from bcp.reading import CONTROL, read_file
from bcp.words import Lang, say
from bcp.words.book import WORDS

__all__ = ["csv_texts", "read_csv"]

_DANGEROUS = re.compile(r"'*[=+\-@\t\r]")
_README = "readme"


def csv_texts(tables: Sequence[Table], digest: str, lang: Lang) -> dict[str, bytes]:
    """Return the CSV files of an inventory by name: UTF-8 with a mark, so that Excel reads them."""
    files = {f"{table.sheet.key}.csv": _written(_rows(table, lang)) for table in tables}
    return {f"{_README}.csv": _written(_readme(digest, lang)), **files}


def _readme(digest: str, lang: Lang) -> Iterator[Sequence[str]]:
    for number in range(1, 11):
        yield (say(WORDS, f"readme-line-{number}", lang),)
    yield (say(WORDS, "readme-digest", lang), digest)


def _rows(table: Table, lang: Lang) -> Iterator[Sequence[str]]:
    sheet = table.sheet
    if not sheet.is_tall:
        yield [heading(sheet, column, lang) for column in sheet.columns]
        yield from table.rows
        return
    yield [say(WORDS, key, lang) for key in ("tall-key", "tall-value", "tall-meaning")]
    for column, text in zip(sheet.columns, table.rows[0], strict=True):
        yield heading(sheet, column, lang), text, meaning(sheet, column, lang)


def _written(rows: Iterator[Sequence[str]]) -> bytes:
    made = StringIO(newline="")
    csv.writer(made, lineterminator="\r\n").writerows([_safe(text) for text in row] for row in rows)
    return made.getvalue().encode("utf-8-sig")


def _safe(text: str) -> str:
    held = shielded(text) if text else ""
    return f"'{held}" if _DANGEROUS.match(held) else held


def _plain(text: str) -> str:
    return unshielded(text[1:] if text.startswith("'") and _DANGEROUS.match(text) else text)


# --- reading -------------------------------------------------------------------------------------


def read_csv(path: Path, limits: Limits) -> tuple[Grid, ...]:
    """Return the sheets of a folder of CSV files, or of one file.

    Raises
    ------
    InputError
        With every fault that keeps a file from being read.
    """
    if not path.is_dir():
        return (_grid(path, limits),)
    grids, faults = [], list[Fault]()
    paths = sorted(held for held in path.iterdir() if held.suffix.lower() == ".csv")
    if not paths:
        raise InputError([Fault(str(path), 0, "", "book-no-csv")])
    if len(paths) > limits.sheets:
        raise InputError([Fault(str(path), 0, "", "book-too-long", {"most": limits.sheets})])
    for held in paths:
        try:
            grids.append(_grid(held, limits))
        except InputError as error:
            faults += error.faults
    if faults:
        raise InputError(faults)
    return tuple(grids)


def _grid(path: Path, limits: Limits) -> Grid:
    file = str(path)
    data = read_file(path, file)
    if len(data) > limits.file_bytes:
        most = limits.file_bytes // 2**20
        raise InputError([Fault(file, 0, "", "book-too-large", {"most": most})])
    grid = Grid(file, path.stem, {})
    faults: list[Fault] = []
    try:
        rows = csv.reader(StringIO(_text(data, file), newline=""), strict=True)
        for number, row in enumerate(rows, 1):
            if number > limits.rows:
                faults.append(grid.fault(number, 1, "book-too-long", most=limits.rows))
                break
            _take(grid, number, row[: limits.columns], faults)
    except csv.Error:
        raise InputError([Fault(file, 0, "", "book-csv-quote")]) from None
    return Grid(file, grid.sheet, grid.rows, tuple(faults))


def _take(grid: Grid, number: int, row: Sequence[str], faults: list[Fault]) -> None:
    for column, held in enumerate(row, 1):
        text = _plain(held.replace("\r\n", "\n"))
        if CONTROL.search(text):
            faults.append(grid.fault(number, column, "control-character"))
        elif text.strip():
            grid.rows.setdefault(number, {})[column] = text


def _text(data: bytes, file: str) -> str:
    for encoding in ("utf-8-sig", "cp932"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputError([Fault(file, 0, "", "book-not-csv")])
