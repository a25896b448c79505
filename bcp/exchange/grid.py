"""What stands in the cells of an Excel file from elsewhere, opened with care.

Nothing in it is run or followed: links to other files are not opened, formulas and macros are not
looked at, and what would unpack to more than a person could mean is refused before it is unpacked.
"""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import range_boundaries

from bcp.errors import Fault, InputError
from bcp.exchange.shield import unshielded
from bcp.reading import CONTROL, read_file, shown

__all__ = ["Complaints", "Grid", "Limits", "read_grids"]


@dataclass(frozen=True)
class Limits:
    """How large a workbook can be; what is larger is an accident or an attack."""

    file_bytes: int = 10 * 2**20
    """As it lies on the disk."""
    member_bytes: int = 50 * 2**20
    """Of all that is packed in it together."""
    members: int = 1000
    """Files packed in it."""
    rows: int = 5000
    """Down to which rows a sheet is read."""
    columns: int = 100
    sheets: int = 100
    walked: int = 5_000_000
    """Rows that are looked at, the empty ones between others among them."""


@dataclass(frozen=True)
class Complaints:
    """Which texts of ``bcp.words.faults`` say what is wrong with a workbook."""

    not_xlsx: str
    too_large: str
    too_long: str
    formula: str


@dataclass(frozen=True)
class Grid:
    """A sheet as text."""

    file: str
    """The file as the user would name it."""
    sheet: str
    """The name of the sheet; nothing if the file is one."""
    rows: dict[int, dict[int, str]]
    """The cells that are not empty, by row and column, from 1."""
    faults: tuple[Fault, ...] = ()
    """Cells that hold something else than text and numbers."""
    merged: tuple[str, ...] = ()
    """Ranges whose cells were joined."""

    def cell(self, row: int, column: int) -> str:
        """Return what a cell is called, such as ``MSEL!D7``."""
        name = f"{get_column_letter(column)}{row}"
        return f"{self.sheet}!{name}" if self.sheet else name

    def fault(self, row: int, column: int, key: str, **values: object) -> Fault:
        """Return the fault *key* in a cell."""
        return Fault(self.file, 0, self.cell(row, column), key, values)

    def merged_cells(self) -> Iterator[tuple[str, int, int, int, int]]:
        """Yield every joined range: its name, and its first and last column and row."""
        for name in self.merged:
            left, top, right, bottom = range_boundaries(name)
            yield name, left, top, right, bottom


def read_grids(
    path: Path, words: Complaints, limits: Limits, sheet: str | None = None
) -> tuple[Grid, ...]:
    """Return the sheets of an Excel file.

    Parameters
    ----------
    path
        The file.
    words
        How faults are said.
    limits
        How large it may be.
    sheet
        If given, only the sheet of that name is read, or the first if there is none.

    Raises
    ------
    InputError
        If the file cannot be read, is no Excel file, or is too large.
    """
    file = str(path)
    data = read_file(path, file)
    if len(data) > limits.file_bytes or not _is_modest(data, file, words, limits):
        most = limits.file_bytes // 2**20
        raise InputError([Fault(file, 0, "", words.too_large, {"most": most})])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what else an Excel file may hold, nothing is wanted
        try:
            book = load_workbook(BytesIO(data), read_only=True, keep_links=False)
            held = _wanted(book, sheet)[: limits.sheets]
            found = [(one.title, [*_cells(one, limits)], _merged(one, data)) for one in held]
        except _TooLongError:
            raise InputError([Fault(file, 0, "", words.too_long, {"most": limits.rows})]) from None
        except Exception:  # noqa: BLE001 (the library raises anything on a damaged file)
            raise InputError([Fault(file, 0, "", words.not_xlsx)]) from None
    return tuple(
        _grid(Grid(file, title, {}, merged=merged), cells, words, limits)
        for title, cells, merged in found
    )


class _TooLongError(Exception):
    """A file makes its reader walk on and on."""


def _wanted(book: Any, sheet: str | None) -> list[Any]:
    """Return the sheets to be read; those that only hold a chart are none."""
    if sheet is None:
        return list(book.worksheets)
    return [book[sheet] if sheet in book.sheetnames else book.worksheets[0]]


# --- before anything is unpacked -----------------------------------------------------------------

_DECLARATION = tuple("<!DOCTYPE".encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be"))
"""How a file begins that could define something which then grows."""


def _is_modest(data: bytes, file: str, words: Complaints, limits: Limits) -> bool:
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
        raise InputError([Fault(file, 0, "", words.not_xlsx)]) from None
    if any(declared in text for text in texts for declared in _DECLARATION):
        raise InputError([Fault(file, 0, "", words.not_xlsx)])
    return True


def _is_xml(name: str) -> bool:
    return name.casefold().endswith((".xml", ".rels", ".vml"))


# --- cells ---------------------------------------------------------------------------------------

_MERGED = re.compile(
    rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})"'
)


def _merged(sheet: Any, data: bytes) -> tuple[str, ...]:
    """Return the joined ranges of a sheet; the library does not tell them where it only reads."""
    with zipfile.ZipFile(BytesIO(data)) as packed:
        text = packed.read(sheet._worksheet_path)  # noqa: SLF001 (nothing public says it)
    return tuple(found.decode() for found in _MERGED.findall(text))


def _cells(sheet: Any, limits: Limits) -> Iterator[tuple[int, int, Any, str]]:
    """Yield row, column, value and type of every cell that is not empty."""
    sheet.reset_dimensions()  # what a file says of its own size may be a lie
    last = None
    for walked, row in enumerate(sheet.iter_rows(max_col=limits.columns)):
        if walked > limits.walked:
            raise _TooLongError
        if row is last:
            continue  # for every row that is missing the library hands out the same empty one
        last = row
        for cell in row:
            if cell.value is not None and cell.value != "":
                yield cell.row, cell.column, _as_seen(cell), cell.data_type


def _as_seen(cell: Any) -> Any:
    """Return the value of a cell; of a share in percent what is seen, not what is computed with."""
    is_number = cell.data_type == "n" and isinstance(cell.value, (int, float))
    if is_number and "%" in str(cell.number_format):
        return f"{(Decimal(str(cell.value)) * 100).normalize():f}%"
    return cell.value


def _grid(
    empty: Grid, cells: Sequence[tuple[int, int, Any, str]], words: Complaints, limits: Limits
) -> Grid:
    faults: list[Fault] = []
    for row, column, value, kind in cells:
        if row > limits.rows:
            faults.append(empty.fault(row, column, words.too_long, most=limits.rows))
            break
        written = _text(value)
        text = unshielded(written)
        if kind in ("f", "e"):
            faults.append(empty.fault(row, column, words.formula, value=shown(value)))
        elif CONTROL.search(text):
            faults.append(empty.fault(row, column, "control-character"))
        elif written.strip():
            empty.rows.setdefault(row, {})[column] = text
    return Grid(empty.file, empty.sheet, empty.rows, tuple(faults), empty.merged)


def _text(value: Any) -> str:
    """Return what a person who typed *value* meant to write."""
    if isinstance(value, (datetime, time)):
        return value.isoformat(timespec="seconds" if value.second else "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)
