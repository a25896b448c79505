"""Where pages of Word end: no heading, head or note is left alone, and no page is empty."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn

from bcp.report.document import Block, Column, Cover, Document, Paragraph, Section, Table
from bcp.report.writers import bytes_of

LONG = "非常に長い見出しで何行にもなるもの" * 3


def table(rows: int, *columns: Column) -> Table:
    """Return a table of short rows."""
    held = columns or (Column("業務"), Column("時間"))
    return Table("", held, tuple(tuple(f"{n}" for _ in held) for n in range(rows)))


def body(*blocks: Block, cover: Cover | None = None) -> list[Any]:
    """Return what a document of two chapters holds, the first of *blocks*."""
    chapters = (Section("一", blocks), Section("二", (Paragraph("終わり"),)))
    made = bytes_of(Document("計画", sections=chapters, cover=cover), ".docx")
    return list(docx.Document(BytesIO(made)).element.body)


def text(part: Any) -> str:
    return "".join(held.text or "" for held in part.iter(qn("w:t")))


def has(part: Any, name: str) -> bool:
    return any(True for _ in part.iter(qn(f"w:{name}")))


def test_chapters_of_a_book_begin_pages() -> None:
    """With a cover each chapter but the first begins a page; a short paper runs on."""
    book = {text(part): has(part, "pageBreakBefore") for part in body(cover=Cover("市"))}
    short = {text(part): has(part, "pageBreakBefore") for part in body()}

    assert (book["1\u3000一"], book["2\u3000二"]) == (False, True)
    assert not short["2\u3000二"]


def test_a_table_that_fills_a_page_begins_no_empty_one() -> None:
    """Between a table and the next chapter there is no paragraph that could spill over."""
    parts = body(table(3), cover=Cover("市"))
    place = next(
        n for n, part in enumerate(parts) if part.tag == qn("w:tbl") and "業務" in text(part)
    )

    assert text(parts[place + 1]) == "2\u3000二"


def test_a_note_stays_with_the_end_of_its_table() -> None:
    """The last row and the gap behind it keep with the note; without a note they do not."""
    noted = body(table(40), Paragraph("注", "note"))
    plain = body(table(40), Paragraph("本文"))

    for parts, keeps in ((noted, True), (plain, False)):
        held = next(part for part in parts if part.tag == qn("w:tbl"))
        assert has(held.tr_lst[-1], "keepNext") is keeps
        assert has(parts[parts.index(held) + 1], "keepNext") is keeps


def test_short_tables_stay_whole_and_tall_ones_do_not() -> None:
    """It is the lines that count, not the rows: few rows of much text may be parted."""
    tall = Table("", (Column("業務"), Column("理由")), (("一", LONG * 4),) * 6)

    for held, kept in ((table(6), 6), (tall, 3)):
        made = next(part for part in body(held) if part.tag == qn("w:tbl"))
        assert sum(has(row, "keepNext") for row in made.tr_lst) == kept


def test_a_head_over_two_rows_is_as_high_as_its_words() -> None:
    """Its rows are told how high to be: what spans them does not stretch them everywhere."""
    columns = (Column(LONG, share=0.2), Column("一", group="組"), Column("二", group="組"))
    made = next(part for part in body(table(2, *columns)) if part.tag == qn("w:tbl"))
    heights = [int(held.get(qn("w:val"))) for held in made.iter(qn("w:trHeight"))]

    assert len(heights) == 2
    assert sum(heights) >= 5 * 240
