"""What stands in the cells of an Excel file from elsewhere, opened with care."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from bcp.errors import Fault, InputError
from bcp.reading import CONTROL, read_file
from bcp.report.msel.columns import unshielded

__all__ = ["Grid", "Limits", "grid_of"]


@dataclass(frozen=True)
class Limits:
    """How large a sheet of injects can be; what is larger is an accident or an attack."""

    file_bytes: int = 10 * 2**20
    """As it lies on the disk."""
    member_bytes: int = 50 * 2**20
    """Of all that is packed in it together."""
    members: int = 1000
    """Files packed in it."""
    rows: int = 5000
    """Down to which rows are read."""
    columns: int = 100


LIMITS = Limits()
_DECLARATION = tuple("<!DOCTYPE".encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be"))
"""How a file begins that could define something which then grows."""


@dataclass(frozen=True)
class Grid:
    """A sheet as text."""

    file: str
    """The file as the user would name it."""
    sheet: str
    """The name of the sheet."""
    rows: dict[int, dict[int, str]]
    """The cells that are not empty, by row and column, from 1."""
    faults: tuple[Fault, ...]
    """Cells that hold something else than text and numbers."""

    def cell(self, row: int, column: int) -> str:
        """Return what a cell is called, such as ``MSEL!D7``."""
        return f"{self.sheet}!{get_column_letter(column)}{row}"

    def fault(self, row: int, column: int, key: str, **values: object) -> Fault:
        """Return the fault *key* in a cell."""
        return Fault(self.file, 0, self.cell(row, column), key, values)


def grid_of(path: Path, sheet: str, limits: Limits = LIMITS) -> Grid:
    """Return the sheet called *sheet* of an Excel file, or its first.

    Raises
    ------
    InputError
        If the file cannot be read, is no Excel file, or is too large.
    """
    file = str(path)
    data = read_file(path, file)
    if len(data) > limits.file_bytes or not _is_modest(data, file, limits):
        most = limits.file_bytes // 2**20
        raise InputError([Fault(file, 0, "", "msel-too-large", {"most": most})])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what else an Excel file may hold, nothing is wanted
        try:
            book = load_workbook(BytesIO(data), read_only=True, keep_links=False)
            held = book[sheet] if sheet in book.sheetnames else book.worksheets[0]
            cells = [*_cells(held, limits)]
        except Exception:  # noqa: BLE001 (the library raises anything on a damaged file)
            raise InputError([Fault(file, 0, "", "msel-not-xlsx")]) from None
    return _grid(file, held.title, cells, limits)


def _is_modest(data: bytes, file: str, limits: Limits) -> bool:
    """Return whether what is packed in the file is no larger than a person could mean.

    Raises
    ------
    InputError
        If it is no packed file, or defines entities.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            members = packed.infolist()
            if len(members) > limits.members:
                return False
            # No more is unpacked of a member than it says, even if that is a lie.
            if sum(member.file_size for member in members) > limits.member_bytes:
                return False
            texts = [packed.read(member) for member in members if _is_xml(member.filename)]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        raise InputError([Fault(file, 0, "", "msel-not-xlsx")]) from None
    if any(declared in text for text in texts for declared in _DECLARATION):
        raise InputError([Fault(file, 0, "", "msel-not-xlsx")])
    return True


def _is_xml(name: str) -> bool:
    return name.casefold().endswith((".xml", ".rels", ".vml"))


def _cells(sheet: Any, limits: Limits) -> Iterator[tuple[int, int, Any, str]]:
    """Yield row, column, value and type of every cell that is not empty."""
    for row in sheet.iter_rows(max_col=limits.columns):
        for cell in row:
            if cell.value is not None and cell.value != "":
                yield cell.row, cell.column, cell.value, cell.data_type


def _grid(
    file: str, title: str, cells: Sequence[tuple[int, int, Any, str]], limits: Limits
) -> Grid:
    rows: dict[int, dict[int, str]] = {}
    grid = Grid(file, title, rows, ())
    faults: list[Fault] = []
    for row, column, value, kind in cells:
        if row > limits.rows:
            faults.append(grid.fault(row, column, "msel-too-long", most=limits.rows))
            break
        written = _text(value)
        text = unshielded(written)
        if kind in ("f", "e"):
            faults.append(grid.fault(row, column, "msel-formula", value=text[:60]))
        elif CONTROL.search(text):
            faults.append(grid.fault(row, column, "control-character"))
        elif written.strip():
            rows.setdefault(row, {})[column] = text
    return Grid(file, title, rows, tuple(faults))


def _text(value: Any) -> str:
    """Return what a person who typed *value* meant to write."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds" if value.second else "minutes")
    if isinstance(value, time):
        return value.isoformat(timespec="seconds" if value.second else "minutes")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)
