"""Covers, lying pages, heads of two rows, forms and contents, in every format."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pypdf
import pytest
from docx.oxml.ns import qn

from bcp.report.document import (
    Block,
    Box,
    Column,
    Document,
    FormGrid,
    House,
    PageBreak,
    Paragraph,
    Section,
    Table,
)
from bcp.report.writers import FORMATS, bytes_of
from bcp.report.writers.flow import Heading, NewPage, Turn, flow_of
from bcp.report.writers.look import READABLE, contrast, dye_of
from tests.unit.report.writers.papers import COVER, GROUPED, GROUPED_MATRIX, paper
from tests.unit.report.writers.reading import (
    docx_tables,
    html_tables,
    markdown_tables,
    pdf_text,
    squeezed,
    xlsx_tables,
)
from tests.unit.report.writers.samples import HOSTILE, document
from tests.unit.report.writers.tagged import pdf_tables

READERS = {
    ".docx": docx_tables,
    ".html": html_tables,
    ".md": markdown_tables,
    ".xlsx": xlsx_tables,
}
PAPER = {suffix: bytes_of(paper(), suffix) for suffix in FORMATS}
UPRIGHT, LYING = (11906, 16838), (16838, 11906)


def word(data: bytes) -> docx.document.Document:
    return docx.Document(BytesIO(data))


# --- heads of two rows ---------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", READERS)
def test_groups_are_read_back(suffix: str) -> None:
    """The head has two rows: neighbours of a group share one above theirs."""
    assert READERS[suffix](bytes_of(document(GROUPED), suffix)) == [GROUPED_MATRIX]


def test_groups_are_read_back_from_the_pdf() -> None:
    """A screen reader meets each head once."""
    (held,) = pdf_tables(bytes_of(document(GROUPED), ".pdf"))

    assert held[0] == ["業務", "目標", "予想", "判定"]
    assert held[1] == ["RTO", "MTPD", "地震"]
    assert held[2:] == [[squeezed(text) for text in row] for row in GROUPED_MATRIX[2:]]


@pytest.mark.parametrize("suffix", READERS)
def test_hostile_groups_are_plain_text(suffix: str) -> None:
    """What a group is called is no markup or formula either."""
    texts = [text for text in HOSTILE if text.strip() and text.isprintable()]
    columns = tuple(Column(f"c{n}", group=text) for n, text in enumerate(texts))
    (held,) = READERS[suffix](bytes_of(document(Table("", columns, ())), suffix))

    flow = flow_of(document(Table("", columns, ())))
    (grid,) = flow.grids
    assert held[0] == [spot.text for spot in grid.rows[0]]


def test_both_rows_of_a_head_are_repeated() -> None:
    """Word, PDF, HTML and Excel bring the whole head again on each page."""
    long = replace(GROUPED, rows=GROUPED.rows * 60)
    made = {suffix: bytes_of(document(long), suffix) for suffix in FORMATS}

    (table,) = word(made[".docx"]).tables
    rows = [row._tr.xpath("boolean(w:trPr/w:tblHeader)") for row in table.rows]
    pages = [page.extract_text() for page in pypdf.PdfReader(BytesIO(made[".pdf"])).pages]
    sheet = openpyxl.load_workbook(BytesIO(made[".xlsx"])).worksheets[1]

    assert rows[:3] == [True, True, False]
    assert not any(rows[2:])
    assert len(pages) > 2
    assert all("目標" in text and "MTPD" in text for text in pages)
    head = made[".html"].decode().partition("<thead>")[2].partition("</thead>")[0]
    assert head.count("<tr>") == 2
    assert '<th scope="colgroup" colspan="2" class="center">目標</th>' in head
    assert '<th scope="col" rowspan="2">業務</th>' in head
    assert sheet.print_title_rows == "$3:$4"


# --- lying pages ---------------------------------------------------------------------------------


def test_wide_sections_lie_and_share_their_pages() -> None:
    """Neighbours that are wide lie together; a heading goes with the wide section it opens."""
    wide = Section("b", (Paragraph("x"),), is_wide=True)
    sections = (
        Section("a", (PageBreak(),)),
        Section("over", (), (wide, wide)),
        Section("c", (Paragraph("x"),), (wide,)),
        Section("d"),
    )
    items = flow_of(Document("", sections=sections)).items

    shown = [
        item.title if isinstance(item, Heading) else item.is_wide
        for item in items
        if isinstance(item, (Heading, Turn))
    ]
    assert shown == ["a", True, "over", "b", "b", False, "c", True, "b", False, "d"]
    assert not any(isinstance(item, NewPage) for item in items), "no page is left empty"


def test_parts_hold_everything_but_the_turns() -> None:
    """The items by how their pages lie are all the items."""
    flow = flow_of(paper())

    assert [part.is_wide for part in flow.parts] == [False, True, False, True, False]
    held = [item for part in flow.parts for item in part.items]
    assert held == [item for item in flow.items if not isinstance(item, Turn)]
    assert flow_of(Document("")).parts == ()


def test_word_turns_pages_with_heads_of_their_own() -> None:
    """Every section has its size, and a tab at the right edge of its own pages."""
    sections = word(PAPER[".docx"]).sections
    sizes = [
        (s.page_width.twips, s.page_height.twips)
        for s in sections
        if s.page_width and s.page_height
    ]

    assert sizes == [UPRIGHT, UPRIGHT, LYING, UPRIGHT, LYING, UPRIGHT]
    tabs = [
        section.header.paragraphs[0]._p.xpath("w:pPr/w:tabs/w:tab[@w:val='right']/@w:pos")
        for section in sections[1:]
    ]
    assert tabs == [[], ["14570"], [], ["14570"], []]
    assert all("部外秘" in s.header.paragraphs[0].text for s in sections[1:])


def test_word_never_ends_a_section_in_a_table() -> None:
    """A section ends in a paragraph that is there anyway, so that it begins no empty page."""
    body = word(PAPER[".docx"]).element.body
    ends = body.xpath("w:p[w:pPr/w:sectPr]")

    assert [end.pPr.pStyle.get(qn("w:val")) for end in ends] == ["CoverGap", *["AfterTable"] * 4]
    assert all(end.getprevious().tag == qn("w:tbl") for end in ends)


def test_pdf_turns_pages() -> None:
    """The pages of wide sections lie; the others stand."""
    pages = pypdf.PdfReader(BytesIO(PAPER[".pdf"])).pages
    lies = [page.mediabox.width > page.mediabox.height for page in pages]
    texts = [squeezed(page.extract_text()) for page in pages]

    assert lies == [False, False, False, True, False, True, False]
    assert ["2.1一覧表" in text for text in texts].index(True, 2) == 3
    assert "2様式" in texts[3], "the heading above is not left alone"


def test_html_prints_wide_sections_on_lying_pages() -> None:
    """A page of its own is named for them."""
    text = PAPER[".html"].decode()

    assert re.findall(r'<div class="(upright|wide)">', text) == [
        *("upright", "wide", "upright", "wide", "upright")
    ]
    assert "@page wide { size: A4 landscape; }" in text


# --- the cover -----------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", READERS)
def test_covers_say_the_same(suffix: str) -> None:
    """Facts and boxes to sign are the same in every format; a date not known has its room."""
    expected = [
        [["管理文書番号", "BCP-001"], ["版", "3.2"]],
        [["市長", "副市長"], ["", "鈴木 一郎"], ["　　年　月　日", "2026年3月28日"]],
    ]
    if suffix == ".xlsx":
        sheet = openpyxl.load_workbook(BytesIO(PAPER[suffix])).worksheets[0]
        held = [cell.value for row in sheet.iter_rows() for cell in row if cell.value]
        texts = [text for table in expected for row in table for text in row if text]
        assert [text for text in held if text in texts] == texts
    else:
        assert READERS[suffix](PAPER[suffix])[:2] == expected


@pytest.mark.parametrize("suffix", FORMATS)
def test_covers_hold_everything(suffix: str) -> None:
    """Kicker, title, subtitle, mark and note stand on it."""
    if suffix == ".docx":
        file = word(PAPER[suffix])
        text = "".join(p.text for p in file.paragraphs[:8])
        text += "".join(p.text for p in file.sections[0].first_page_footer.paragraphs)
    elif suffix == ".pdf":
        text = squeezed(pypdf.PdfReader(BytesIO(PAPER[suffix])).pages[0].extract_text())
    elif suffix == ".xlsx":
        sheet = openpyxl.load_workbook(BytesIO(PAPER[suffix])).worksheets[0]
        text = "".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
    else:
        text = PAPER[suffix].decode()

    for held in (COVER.kicker, "業務継続計画", "令和8年度", "部外秘", COVER.note):
        assert held in text


def test_many_boxes_to_sign_lie_in_rows() -> None:
    """No more than four are beside one another, and none is lost."""
    approvals = tuple((f"職{n}", "", "") for n in range(9))
    flow = flow_of(replace(paper(), cover=replace(COVER, approvals=approvals)))

    assert flow.cover is not None
    held = [[spot.text for spot in grid.rows[0]] for grid in flow.cover.approvals]
    assert held == [[f"職{n}" for n in row] for row in ([0, 1, 2, 3], [4, 5, 6, 7], [8])]


def test_long_titles_fit_the_cover() -> None:
    """A title is made smaller to stay in one line, but never small."""
    sizes = [
        flow.cover.size
        for title in ("計画", "情報システム部門の業務継続計画（筑西市）", "長い" * 60)
        if (flow := flow_of(replace(paper(), title=title))).cover
    ]

    assert sizes[0] == 28
    assert 19 <= sizes[1] < 28
    assert sizes[2] == 24


def test_pages_are_counted_behind_the_cover() -> None:
    """The cover has no number, the contents are page 1, and the last page is the total."""
    pages = pypdf.PdfReader(BytesIO(PAPER[".pdf"])).pages
    texts = [page.extract_text() for page in pages]
    total = len(pages) - 1

    assert "ページ" not in texts[0]
    assert all(f"{n} / {total} ページ" in text for n, text in enumerate(texts[1:], start=1))
    body = word(PAPER[".docx"]).element.body
    assert body.xpath("w:p/w:pPr/w:sectPr[w:pgNumType/@w:start='1']/w:titlePg") == []
    assert len(body.xpath("//w:sectPr/w:pgNumType")) == 1
    (code,) = [
        code.text.strip()
        for code in word(PAPER[".docx"]).sections[1].footer._element.xpath(".//w:instrText")
        if "REF" in code.text
    ]
    assert body.xpath(f".//w:bookmarkStart[@w:name='{code.split()[1]}']")


# --- contents ------------------------------------------------------------------------------------


def test_word_contents_point_to_the_page_of_each_heading() -> None:
    """Each entry is a link with the number of the page of a bookmark that is in that heading."""
    body = word(PAPER[".docx"]).element.body
    entries = body.xpath("w:p[starts-with(w:pPr/w:pStyle/@w:val, 'TOC')][w:hyperlink]")
    headings = body.xpath("w:p[starts-with(w:pPr/w:pStyle/@w:val, 'Heading')]")

    assert len(entries) == len(headings) == 6
    for entry, heading in zip(entries, headings, strict=True):
        (link,) = entry.findall(qn("w:hyperlink"))
        (code,) = link.xpath(".//w:instrText")
        (mark,) = heading.xpath("w:bookmarkStart/@w:name")
        assert link.get(qn("w:anchor")) == mark
        assert code.text.split()[:2] == ["PAGEREF", mark]
        assert "".join(link.xpath("w:r/w:t/text()")) == "".join(heading.xpath("w:r/w:t/text()"))


def test_word_can_update_the_contents_and_libreoffice_reads_them() -> None:
    """They are one field from the first entry to behind the last; its name ends in a tab."""
    body = word(PAPER[".docx"]).element.body
    codes = [code.text for code in body.xpath(".//w:instrText") if "TOC" in code.text]
    kinds = body.xpath(".//w:fldChar/@w:fldCharType")

    assert [code.split() for code in codes] == [["TOC", r"\o", '"1-3"', r"\h", r"\z", r"\u"]]
    assert codes[0].startswith(" TOC\t")
    assert [kinds.count(kind) for kind in ("begin", "separate", "end")] == [7, 7, 7]


def test_pdf_contents_have_the_right_numbers() -> None:
    """Each number is that of the page where the heading stands."""
    pages = [squeezed(p.extract_text()) for p in pypdf.PdfReader(BytesIO(PAPER[".pdf"])).pages]
    titles = [squeezed(f"{held.number}{held.title}") for held in flow_of(paper()).headings]

    assert len(titles) == 6
    for title in titles:
        # Dots lead from the title to the number.
        (number,) = re.findall(re.escape(title) + r"\.{3,}(\d)", pages[1])
        assert title in pages[int(number)]


def test_word_leaves_no_heading_or_head_alone() -> None:
    """Headings, captions and heads stay with what follows, and no row is cut."""
    long = replace(GROUPED, rows=GROUPED.rows * 60)
    file = word(bytes_of(document(long), ".docx"))
    (table,) = file.tables
    keeps = [bool(row._tr.xpath(".//w:keepNext")) for row in table.rows]

    assert file.styles["Heading 1"].element.xpath("boolean(w:pPr/w:keepNext)")
    assert table._tbl.getprevious().xpath("boolean(w:pPr/w:keepNext)")
    assert [n for n, keep in enumerate(keeps) if keep] == [0, 1, 2, len(keeps) - 2]


# --- Excel ---------------------------------------------------------------------------------------


def test_each_form_has_a_sheet() -> None:
    """A form with its notes, lists and grids is on one sheet, named after it and linked to."""
    book = openpyxl.load_workbook(BytesIO(PAPER[".xlsx"]))
    held: dict[str, Any] = {sheet.title: sheet for sheet in book.worksheets}

    assert list(held) == ["表紙", "表1 目標と予想", "様式1", "様式2", "様式3"]
    links = [
        cell.hyperlink.location
        for row in held["表紙"].iter_rows()
        for cell in row
        if cell.hyperlink
    ]
    assert links == ["'表1 目標と予想'!A1", "'様式1'!A1", "'様式2'!A1", "'様式3'!A1"]
    texts = [c.value for row in held["様式2"].iter_rows() for c in row if c.value]
    assert texts[0] == "点検表"
    for text in (
        "表3　様式11 被害チェックシート",
        "サーバー",
        "□ 電源",
        "情報政策課",
        "13日12時間",
    ):
        assert text in texts
    sides = [held[name].page_setup.orientation for name in ("様式1", "様式2", "様式3")]
    assert sides == ["landscape", "portrait", "landscape"]
    assert all(sheet.print_area for name, sheet in held.items() if name.startswith("様式"))


def test_grids_of_a_form_are_as_wide_as_its_sheet() -> None:
    """Grids with columns of their own share the columns of the sheet, from edge to edge."""
    sheet = openpyxl.load_workbook(BytesIO(PAPER[".xlsx"]))["様式2"]
    merged = {str(area).partition(":")[0]: area for area in sheet.merged_cells.ranges}
    for text, right in (("確認者", False), ("所属", False), ("情報政策課", True), ("判定", True)):
        (cell,) = [c for row in sheet.iter_rows() for c in row if c.value == text]
        area = merged.get(cell.coordinate)
        last = area.max_col if area else cell.column
        assert (last == sheet.max_column) is right
        assert right or cell.column == 1
    whole = sum(dimension.width for dimension in sheet.column_dimensions.values())
    assert abs(whole - 92) < 1


def test_heads_are_repeated_only_above_their_own_rows() -> None:
    """A form repeats a head when printed if no other grid comes after it."""
    book = openpyxl.load_workbook(BytesIO(PAPER[".xlsx"]))

    assert book["様式1"].print_title_rows == "$5:$5"
    last = book["様式2"].print_title_rows
    assert book["様式2"][last[1:].partition(":")[0]][0].value == "業務"
    form = (FormGrid("f", (1,), ((Box("x"),),)), GROUPED, FormGrid("g", (1,), ((Box("y"),),)))
    other = Document("", sections=(Section("s", form, form="様式9"),))
    held = openpyxl.load_workbook(BytesIO(bytes_of(other, ".xlsx")))["様式9"]
    assert held.print_title_rows is None


def test_forms_hold_no_formula() -> None:
    """Titles, notes, lists and boxes of a form are text, whatever they look like."""
    blocks: tuple[Block, ...] = (
        *map(Paragraph, HOSTILE),
        Table("=1", (Column("=2"), Column("=3", group="=4")), ()),
    )
    forms = tuple(Section(text, blocks, form=text) for text in ("=1+1", "[a]:*?/\\'", "'"))
    book = openpyxl.load_workbook(BytesIO(bytes_of(Document("=0", sections=forms), ".xlsx")))

    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert all(
        cell.quotePrefix for cell in cells if str(cell.value).startswith(("=", "+", "-", "@"))
    )


# --- colours, and all of them --------------------------------------------------------------------


@pytest.mark.parametrize("accent", ["E8B800", "FFFFFF", "00783C", "000000", "1F3A5F", "#ffcc00"])
def test_colours_of_a_house_can_be_read(accent: str) -> None:
    """One too light is darkened until it can be read, and one dark enough stays as it is."""
    dye = dye_of(accent)

    assert contrast(dye.accent, "FFFFFF") >= READABLE
    assert contrast("1A1A1A", dye.head) >= 7
    assert contrast(dye.on_dark, "14181D") >= READABLE
    if contrast(accent.removeprefix("#"), "FFFFFF") >= READABLE:
        assert dye.accent == accent


def test_houses_have_their_colour_everywhere() -> None:
    """Headings, rules and grounds of heads take the colour of the house in every format."""
    made = {
        s: bytes_of(paper(house=House(accent="7A1F3D")), s) for s in (".docx", ".html", ".xlsx")
    }

    file = word(made[".docx"])
    assert str(file.styles["Heading 1"].font.color.rgb) == "7A1F3D"
    assert "1F3A5F" not in file.element.xml
    assert "--accent: #7A1F3D" in made[".html"].decode()
    sheet = openpyxl.load_workbook(BytesIO(made[".xlsx"]))["様式3"]
    assert sheet["A1"].font.color.rgb == "007A1F3D"


@pytest.mark.parametrize("suffix", FORMATS)
def test_same_paper_same_bytes(suffix: str, tmp_path: Path) -> None:
    """Another process, another time zone: the same bytes, with cover, forms and a template."""
    script = (
        "import sys, hashlib; from bcp.report.writers import bytes_of;"
        "from bcp.report.document import House;"
        "from tests.unit.report.writers.papers import paper;"
        f"print(hashlib.sha256(bytes_of(paper(), {suffix!r})).hexdigest())"
    )
    run = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(__file__).parents[4],
        env={"TZ": "Pacific/Apia", "PYTHONHASHSEED": "7", "PYTHONUTF8": "1", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert run.stdout.strip() == hashlib.sha256(PAPER[suffix]).hexdigest()


def test_pdf_says_nothing_twice() -> None:
    """The text of the cover is on the cover only."""
    assert pdf_text(PAPER[".pdf"]).count("BCP-001") == 1
