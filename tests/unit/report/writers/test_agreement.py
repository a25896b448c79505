"""Every writer says the same in every cell, whatever it holds."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bcp.report.document import Cell, Column, Table
from bcp.report.writers import FORMATS, bytes_of
from bcp.report.writers.flow import harmless
from bcp.report.writers.letters import printable
from tests.unit.report.writers.reading import (
    Matrix,
    docx_tables,
    html_tables,
    markdown_tables,
    squeezed,
    xlsx_tables,
)
from tests.unit.report.writers.samples import (
    FORM,
    HOSTILE,
    PAIRS,
    RIGHT_TO_LEFT,
    TABLE,
    document,
    whole,
)
from tests.unit.report.writers.tagged import pdf_tables

READERS = {
    ".docx": docx_tables,
    ".html": html_tables,
    ".md": markdown_tables,
    ".xlsx": xlsx_tables,
}
EXPECTED: list[Matrix] = [
    [["訓練名", "机上訓練"], ["評価", "○ S"]],
    [
        ["業務", "判定", "分", "割合"],
        ["住民票の発行", "○ 達成", "12", "0.50"],
        ["国保の給付", "△ RTO未達", "-5", "1.25"],
        ["税の収納", "×", "1,000", "–"],
        ["計", "", "1007", ""],
    ],
    [
        ["確認者", "", "日時", "10:01"],
        ["機器", "サーバー", "× 停止", ""],
        ["", "回線", "", ""],
    ],
]
LETTERS = st.sampled_from("|\\`*_{}[]<>&#+-=.!~$@:'\"()%^/ \n\t　1a語𠮷😀\u200b\u202e\ue000\x00")
TEXTS = st.text(st.one_of(LETTERS, st.characters()), max_size=12)


def one_table(texts: list[str]) -> Table:
    return Table("", (Column("n"), Column("text", kind="number")), tuple(("x", t) for t in texts))


def as_printed(table: Matrix) -> Matrix:
    """Return a table as a PDF shows it: with the letters that there are, here without spaces."""
    return [[squeezed(printable(text)) for text in row] for row in table]


@pytest.mark.parametrize("suffix", READERS)
def test_every_cell_is_read_back(suffix: str) -> None:
    """Tables, heads of forms and forms hold what was put into them, tones by their signs too."""
    assert READERS[suffix](bytes_of(whole(), suffix)) == EXPECTED


def test_every_cell_is_read_out_of_the_pdf() -> None:
    """A screen reader finds the same tables in the PDF, each cell once."""
    pairs, table, (first, second, third) = map(as_printed, EXPECTED)

    # Boxes that another one covers are no cells of their own.
    assert pdf_tables(bytes_of(whole(), ".pdf")) == [
        pairs,
        table,
        [first, second[:3], third[1:3]],
    ]


@pytest.mark.parametrize("suffix", READERS)
def test_hostile_cells_are_plain_text(suffix: str) -> None:
    """Markup, formulas and steering signs are shown as they stand, or not at all."""
    table = one_table([*HOSTILE, *RIGHT_TO_LEFT])

    (held,) = READERS[suffix](bytes_of(document(table), suffix))

    assert [row[1] for row in held[1:]] == [harmless(text) for text in (*HOSTILE, *RIGHT_TO_LEFT)]


def test_hostile_cells_are_plain_text_in_the_pdf() -> None:
    """So they are in a PDF, with 〓 for letters that no font has."""
    (held,) = pdf_tables(bytes_of(document(one_table([*HOSTILE])), ".pdf"))

    shown = [row[1] for row in held[1:]]

    assert shown == [squeezed(printable(harmless(text))) for text in HOSTILE]
    assert shown[HOSTILE.index("外字\ue000 葛\U000e0100")] == "外字〓葛"


@pytest.mark.property
@settings(max_examples=30)
@given(st.lists(TEXTS, min_size=1, max_size=4), TEXTS)
@example(["-0.0", "12345678901234567890", "1.10"], "=1")
def test_writers_agree_on_any_text(texts: list[str], head: str) -> None:
    """Whatever a cell or a head holds, all writers hold the same."""
    rows = tuple((Cell(text, tone="warn"), text) for text in texts)
    table = Table("", (Column("x" + head), Column("n", kind="number")), rows)
    made = {suffix: bytes_of(document(table), suffix) for suffix in FORMATS}

    (expected,) = docx_tables(made[".docx"])

    assert {suffix: READERS[suffix](made[suffix]) for suffix in READERS} == {
        suffix: [expected] for suffix in READERS
    }
    assert [row[1] for row in expected[1:]] == [harmless(text) for text in texts]
    assert pdf_tables(made[".pdf"]) == [as_printed(expected)]


def test_tables_of_the_sample_are_those_expected() -> None:
    """What is expected above is what the sample holds: as many cells, none left out."""
    assert [len(EXPECTED[1]) - 2, len(EXPECTED[0])] == [len(TABLE.rows), len(PAIRS.pairs)]
    assert len(EXPECTED[2]) == len(FORM.rows)
