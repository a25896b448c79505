"""The sheets as CSV files: the same columns, the same rules, and back without loss."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bcp.errors import InputError
from bcp.exchange.book.limits import LIMITS
from bcp.exchange.book.merging import merge
from bcp.exchange.book.rows import rows_of
from bcp.exchange.book.tables import tables_of
from bcp.exchange.csv_files import csv_texts, read_csv
from bcp.exchange.grid import Limits
from bcp.words import LANGS, Lang, say
from bcp.words.faults import WORDS
from tests.support.books import FILES, base


def folder(path: Path, lang: Lang = "ja", files: dict[str, str] | None = None) -> Path:
    path.mkdir()
    held = base(files or dict(FILES))
    for name, data in csv_texts(tables_of(held, lang), "d", lang).items():
        (path / name).write_bytes(data)
    return path


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_changes_by_itself(tmp_path: Path, lang: Lang) -> None:
    """Files that nobody touched change no byte."""
    read = rows_of(read_csv(folder(tmp_path / "csv", lang), LIMITS))

    assert (read.faults, read.notices, read.digest) == ([], [], "d")
    assert merge(base(), read, lang).difference.is_empty


def test_as_excel_saves_it(tmp_path: Path) -> None:
    """A file that Excel saved in Shift_JIS, with its own line ends, is read as it is meant."""
    made = folder(tmp_path / "csv")
    for path in made.iterdir():
        text = path.read_bytes().decode("utf-8-sig")
        path.write_bytes(text.encode("cp932"))
    (made / "people.csv").write_bytes("ID,氏名,電話\r\nchief,課長,0299-00-0001\r\n".encode("cp932"))

    made_of = merge(base(), rows_of(read_csv(made, LIMITS)), "ja").difference

    assert [(row.item, row.after, row.place) for row in made_of.changed] == [
        ("chief", "課長", "people!B2")
    ]


def test_no_formula_gets_out(tmp_path: Path) -> None:
    """Text that a spreadsheet would run stands behind an apostrophe, and comes back without it."""
    evil = {**FILES, "things.yaml": FILES["things.yaml"].replace("name: UPS", 'name: "@SUM(A1)"')}
    made = folder(tmp_path / "csv", files=evil)
    cells = [
        cell
        for line in (made / "components.csv").read_text("utf-8-sig").splitlines()
        for cell in line.split(",")
    ]

    assert {"'=住民DB", "'@SUM(A1)"} <= set(cells)
    assert [cell for cell in cells if cell[:1] in "=@+-" and cell] == []
    assert merge(base(evil), rows_of(read_csv(made, LIMITS)), "ja").difference.is_empty


def test_one_file(tmp_path: Path) -> None:
    """One file is a sheet by its name, or by its headings."""
    path = tmp_path / "名簿.csv"
    path.write_text("ID,氏名,携帯電話\nchief,係長,090\n", encoding="utf-8")
    read = rows_of(read_csv(path, LIMITS), is_partial=True)
    made = merge(base(), read, "ja").difference

    assert [notice.key for notice in made.notices] == ["took-for-sheet"]
    assert [(row.column.key, row.after) for row in made.changed] == [("mobile", "090")]


def refused(path: Path, limits: Limits = LIMITS) -> list[str]:
    with pytest.raises(InputError) as caught:
        read_csv(path, limits)
    for fault in caught.value.faults:
        assert all(say(WORDS, fault.key, lang, **fault.values) for lang in LANGS)
    return [fault.key for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"a,\x81\xff\xff\n", "book-not-csv"),
        (b'a,"b\n', "book-csv-quote"),
        (b'a,"b"c\n', "book-csv-quote"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, data: bytes, key: str) -> None:
    """Another encoding and an open quote are told of the file that has them."""
    (tmp_path / "people.csv").write_bytes(data)

    assert refused(tmp_path) == [key]


def test_too_much(tmp_path: Path) -> None:
    """Folders without CSV, files and rows beyond any need are refused."""
    assert refused(tmp_path) == ["book-no-csv"]
    (tmp_path / "people.csv").write_bytes(b"id\n" * 50)
    assert refused(tmp_path, replace(LIMITS, file_bytes=10)) == ["book-too-large"]
    (grid,) = read_csv(tmp_path, replace(LIMITS, rows=20))
    assert [fault.key for fault in grid.faults] == ["book-too-long"]
    (tmp_path / "people.csv").write_bytes(b"id,name\na,\x1b[31m\x00\n")
    (grid,) = read_csv(tmp_path, LIMITS)
    assert [fault.key for fault in grid.faults] == ["control-character"]
