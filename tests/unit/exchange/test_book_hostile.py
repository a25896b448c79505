"""Workbooks from elsewhere are hostile until they are read: each way to do harm, and its answer."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from bcp.errors import InputError
from bcp.exchange.book.limits import BOOK, LIMITS
from bcp.exchange.book.rows import rows_of
from bcp.exchange.grid import Grid, Limits, read_grids
from bcp.words import LANGS, say
from bcp.words.faults import WORDS
from tests.support.books import base, book


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.xlsx"


def refused(path: Path, limits: Limits = LIMITS) -> list[str]:
    with pytest.raises(InputError) as caught:
        read_grids(path, BOOK, limits)
    for fault in caught.value.faults:
        assert all(say(WORDS, fault.key, lang, **fault.values) for lang in LANGS)
    return [fault.key for fault in caught.value.faults]


def spoilt(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """Return the workbook of the tests with the files packed in it changed."""
    book(base(), path)
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def written(path: Path, fill: Callable[[Any], None]) -> Grid:
    """Return the only sheet of a workbook that *fill* writes into."""
    made = Workbook()
    made.active.title = "連絡先"
    made.active.append(["ID", "氏名"])
    fill(made.active)
    made.save(path)
    (grid,) = read_grids(path, BOOK, LIMITS)
    return grid


@pytest.mark.parametrize("data", [b"", b"id,name\n", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0"])
def test_no_workbook(path: Path, data: bytes) -> None:
    """Text, a broken file or an encrypted one is refused in words."""
    path.write_bytes(data)

    assert refused(path) == ["book-not-xlsx"]


def test_bomb(path: Path) -> None:
    """What would unpack to more than a person could mean is refused before it is unpacked."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(5):
            archive.writestr(f"xl/{number}.xml", bytes(50 * 2**20))

    assert path.stat().st_size < 2**20
    assert refused(path) == ["book-too-large"]


def test_too_large(path: Path) -> None:
    """A file that is too large, or has too many files in it, is refused."""
    book(base(), path)

    assert refused(path, replace(LIMITS, file_bytes=100)) == ["book-too-large"]
    assert refused(path, replace(LIMITS, members=3)) == ["book-too-large"]


@pytest.mark.parametrize("name", ["xl/worksheets/sheet2.xml", "xl/sharedStrings.xml"])
def test_entities(path: Path, name: str) -> None:
    """A part that defines entities, which could grow or fetch files, is refused."""
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'

    assert refused(spoilt(path, lambda members: members.update({name: bomb}))) == ["book-not-xlsx"]


def test_links_to_other_files(path: Path) -> None:
    """A link to another workbook is neither opened nor in the way."""
    link = (
        b'<?xml version="1.0"?><externalLink xmlns="http://schemas.openxmlformats.org/'
        b'spreadsheetml/2006/main"><externalBook/></externalLink>'
    )
    spoilt(path, lambda members: members.update({"xl/externalLinks/externalLink1.xml": link}))
    read = rows_of(read_grids(path, BOOK, LIMITS))

    assert (read.faults, len(read.sheaves)) == ([], 14)


def test_formulas_and_errors(path: Path) -> None:
    """A formula is refused by its cell, whatever it was last computed to; so is an error."""

    def fill(sheet: Any) -> None:
        sheet.append(["a", '=HYPERLINK("http://x")'])
        sheet.append(["b", "#REF!"])

    grid = written(path, fill)

    assert [(fault.where, fault.key) for fault in grid.faults] == [
        ("連絡先!B2", "book-formula"),
        ("連絡先!B3", "book-formula"),
    ]


def test_text_that_looks_like_a_formula(path: Path) -> None:
    """Text that begins like a formula is written as text, and read back as text."""
    held = load_workbook(book(base(), path))["構成要素"]
    cells = [cell for row in held.iter_rows() for cell in row if str(cell.value).startswith("=")]

    assert [(cell.value, cell.data_type, cell.quotePrefix) for cell in cells] == [
        ("=住民DB", "s", True)
    ]
    assert "db" in {
        row.text("id")
        for sheaf in rows_of(read_grids(path, BOOK, LIMITS)).sheaves
        for row in sheaf.rows
    }


def test_a_sheet_that_claims_a_million_rows(path: Path) -> None:
    """What a sheet says of its own size is not believed; far rows with text are a fault."""

    def claim(members: dict[str, bytes]) -> None:
        name = "xl/worksheets/sheet3.xml"
        text = members[name]
        start = text.index(b'<dimension ref="') + len(b'<dimension ref="')
        end = text.index(b'"', start)
        members[name] = text[:start] + b"A1:XFD1048576" + text[end:]

    read = rows_of(read_grids(spoilt(path, claim), BOOK, LIMITS))
    assert (read.faults, len(read.sheaves)) == ([], 14)

    grid = written(path, lambda sheet: sheet.cell(1_048_576, 1, "x"))
    assert [fault.key for fault in grid.faults] == ["book-too-long"]


def test_walking_without_end(path: Path) -> None:
    """Rows that stand far apart on many sheets do not keep the reader busy for ever."""
    made = Workbook()
    for number in range(3):
        made.create_sheet(f"s{number}").cell(1000, 1, "x")
    made.save(path)

    assert refused(path, replace(LIMITS, walked=500)) == ["book-too-long"]


def test_joined_cells(path: Path) -> None:
    """Cells that are joined below the headings are refused; above them they do no harm."""

    def fill(sheet: Any) -> None:
        sheet.append(["a", "山田"])
        sheet.append(["b", None])
        sheet.insert_rows(1)
        sheet["A1"] = "連絡先一覧"
        sheet.merge_cells("A1:D1")
        sheet.merge_cells("B3:B4")

    read = rows_of([written(path, fill)])

    assert [(fault.where, fault.key) for fault in read.faults] == [("連絡先!B3", "book-merged")]


def test_control_characters(path: Path) -> None:
    """What would steer a terminal is refused by its cell."""
    grid = written(path, lambda sheet: sheet.append(["a", '\\"\\u001b[31m"']))

    assert [(fault.where, fault.key) for fault in grid.faults] == [
        ("連絡先!B2", "control-character")
    ]


def test_shares_in_percent(path: Path) -> None:
    """A share that Excel made a number of is read as it is seen, not as one person."""

    def fill(sheet: Any) -> None:
        sheet.append(["a", 1])
        sheet.cell(2, 2).number_format = "0%"

    assert written(path, fill).rows[2][2] == "100%"


def test_nothing_of_ours(path: Path) -> None:
    """A workbook without any sheet of an inventory says which there could be."""
    made = Workbook()
    made.active.title = "売上"
    made.active.append(["月", "額"])
    made.save(path)

    read = rows_of(read_grids(path, BOOK, LIMITS))

    assert [fault.key for fault in read.faults] == ["book-nothing"]
