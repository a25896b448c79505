"""Tables that other tools export: commas, semicolons or tabs, in UTF-8 or in CP932."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from bcp.errors import Fault, InputError
from bcp.exchange.foreign.limits import READ, RECORDS
from bcp.exchange.foreign.naming import clean_name
from bcp.reading import read_file

__all__ = ["Columns", "Row", "Table", "read_table"]

_COLUMNS = 500
Columns = Mapping[str, Sequence[str]]
"""Which headings a column may have, by the name that it has here."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells by heading."""

    line: int
    cells: Mapping[str, str]

    def get(self, columns: Columns, name: str) -> str:
        """Return the cell of the first heading of *name* that has one."""
        for heading in columns[name]:
            if text := self.cells.get(heading, ""):
                return text
        return ""


@dataclass(frozen=True, slots=True)
class Table:
    """One file."""

    file: str
    name: str
    """Of the file, without its ending."""
    headings: tuple[str, ...]
    rows: tuple[Row, ...]

    def has(self, columns: Columns, *names: str) -> bool:
        """Return whether there is a column for each of *names*."""
        return all(set(columns[name]) & set(self.headings) for name in names)

    def fault(self, row: Row, heading: str, key: str, **values: object) -> Fault:
        """Return the fault *key* in a cell."""
        return Fault(self.file, row.line, heading, key, values)


def read_table(path: Path) -> Table:
    """Return the rows of a file; its headings are made alike: small letters, one space.

    Raises
    ------
    InputError
        If it cannot be read, is no table, or is too large.
    """
    file = str(path)
    text = _text(read_file(path, file, READ), file)
    rows = list(_rows(text, file))
    headings = tuple(map(_alike, rows[0][1])) if rows else ()
    if len(headings) < 2 or len(headings) > _COLUMNS:  # noqa: PLR2004 (a name and something more)
        raise InputError([Fault(file, 1, "", "foreign-not-table")])
    faults = [
        Fault(file, line, "", "foreign-row-length", {"found": len(row), "wanted": len(headings)})
        for line, row in rows[1:]
        if len(row) > len(headings) and any(map(str.strip, row[len(headings) :]))
    ]
    if faults:
        raise InputError(faults)
    return Table(file, path.stem, headings, tuple(_row(headings, *held) for held in rows[1:]))


def _row(headings: Sequence[str], line: int, row: Sequence[str]) -> Row:
    cells = zip(headings, map(clean_name, row), strict=False)
    return Row(line, {heading: text for heading, text in cells if text})


def _text(data: bytes, file: str) -> str:
    encodings = ["utf-16"] if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "cp932"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise InputError([Fault(file, 0, "", "foreign-not-csv-text")])


def _rows(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    first = text.lstrip("\r\n").partition("\n")[0]
    bare = re.sub('"[^"]*"', "", first)
    mark = max(";\t,", key=bare.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=mark, strict=True)
    try:
        for number, row in enumerate(reader):
            if number > RECORDS:
                raise InputError([Fault(file, 0, "", "foreign-too-many", {"most": RECORDS})])
            if any(cell.strip() for cell in row):
                yield reader.line_num, row
    except csv.Error:
        raise InputError([Fault(file, reader.line_num, "", "foreign-quote")]) from None


def _alike(heading: str) -> str:
    """Return a heading in the form in which headings are compared.

    ``rack_id->name``, ``Rack→Name`` and ``rack_name`` become ``rack id name`` and ``rack name``.
    """
    plain = unicodedata.normalize("NFKC", clean_name(heading)).casefold()
    return " ".join(re.sub(r"->|→|:|_|\*|~|\s", " ", plain).split())
