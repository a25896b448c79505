"""What each format must have beyond its words, read back by other means."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import openpyxl
import pypdf
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bcp.report.document import (
    Bullets,
    Cell,
    Column,
    Document,
    Figure,
    Numbered,
    Paragraph,
    Run,
    Table,
)
from bcp.report.writers import FORMATS, bytes_of
from bcp.report.writers.flow import harmless
from bcp.words import Lang
from tests.unit.report.writers.reading import pdf_text
from tests.unit.report.writers.samples import HOSTILE, document, png, whole

HTML = bytes_of(whole(), ".html").decode()
LONG = Table("長い表", (Column("番号"), Column("値")), tuple((f"{n}番", "値") for n in range(120)))


def word(data: bytes) -> docx.document.Document:
    return docx.Document(BytesIO(data))


# --- Word ----------------------------------------------------------------------------------------


def test_word_has_headings_that_word_knows() -> None:
    """Headings carry Word's own styles and their numbers."""
    held = [(p.style.name, p.text) for p in word(bytes_of(whole(), ".docx")).paragraphs if p.style]

    assert [pair for pair in held if str(pair[0]).startswith("Heading")] == [
        ("Heading 1", "1　概要"),
        ("Heading 2", "1.1　目標"),
        ("Heading 3", "1.1.1　基準"),
        ("Heading 1", "2　経過"),
        ("Heading 1", "3　一覧"),
        ("Heading 1", "付録"),
    ]


def test_word_lists_the_headings_before_it_has_updated_them() -> None:
    """The contents name every section; Word is told to fill in the pages."""
    file = word(bytes_of(whole(), ".docx"))
    listed = [
        p.text.rstrip("\t")
        for p in file.paragraphs
        if p.style and str(p.style.name).startswith("toc ")
    ]

    assert listed == ["1　概要", "1.1　目標", "1.1.1　基準", "2　経過", "3　一覧", "付録"]
    assert "TOC" in str(file.element.xpath("string(//w:instrText)"))
    assert file.settings.element.find(qn("w:updateFields")) is not None
    assert word(bytes_of(document(), ".docx")).settings.element.find(qn("w:updateFields")) is None


def test_word_names_letters_that_windows_has() -> None:
    """Japanese text is in Yu Gothic, and the mark is on every page."""
    file = word(bytes_of(whole(), ".docx"))
    (fonts,) = file.styles.element.xpath("w:docDefaults//w:rFonts")

    assert fonts.get(qn("w:eastAsia")) == "游ゴシック"
    assert "訓練 EXERCISE" in file.sections[0].header.paragraphs[0].text
    codes = file.sections[0].footer._element.xpath(".//w:instrText")
    assert [code.text.strip() for code in codes] == ["PAGE", "NUMPAGES"]


def test_word_repeats_heads_and_cuts_no_row() -> None:
    """The head of a table comes again on each page, and every row stays whole."""
    (table,) = word(bytes_of(document(LONG), ".docx")).tables
    rows = [row._tr for row in table.rows]

    assert [row.xpath("boolean(w:trPr/w:tblHeader)") for row in rows[:2]] == [True, False]
    assert all(row.xpath("boolean(w:trPr/w:cantSplit)") for row in rows)


def test_word_counts_each_list_from_one() -> None:
    """Two lists of steps have numbers of their own."""
    steps = Numbered(("一", "二"))
    file = word(bytes_of(document(steps, steps), ".docx"))
    used = file.element.body.xpath(".//w:p/w:pPr/w:numPr/w:numId/@w:val")
    started = file.part.numbering_part.element.xpath(
        "w:num[w:lvlOverride/w:startOverride]/@w:numId"
    )

    assert used == [started[0]] * 2 + [started[1]] * 2


def test_word_holds_svg_as_a_picture_with_its_description() -> None:
    """Word gets a PNG of an SVG, half as high as it is wide like the original."""
    file = word(bytes_of(whole(), ".docx"))

    assert [s._inline.docPr.get("descr") for s in file.inline_shapes] == [
        "紺色の長方形",
        "同じ長方形",
    ]
    assert all(abs(s.width / s.height - 2) < 0.01 for s in file.inline_shapes)


# --- PDF -----------------------------------------------------------------------------------------


def fonts_of(reader: Any) -> list[Any]:
    return [font for page in reader.pages for font in page["/Resources"]["/Font"].values()]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_pdf_embeds_every_font(lang: Lang) -> None:
    """No reader needs a Japanese font of its own."""
    fonts = [
        font.get_object()["/DescendantFonts"][0].get_object()
        for font in fonts_of(pypdf.PdfReader(BytesIO(bytes_of(whole(lang), ".pdf"))))
    ]

    assert {font["/BaseFont"].split("+")[1] for font in fonts} <= {"IPAexGothic", "DejaVuSans"}
    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


def test_pdf_says_what_it_is() -> None:
    """Title, author, language and outline are set; it is tagged and fit for an archive."""
    reader = pypdf.PdfReader(BytesIO(bytes_of(whole(), ".pdf")))
    assert reader.metadata is not None
    root: Any = reader.root_object

    assert (reader.metadata.title, reader.metadata.author) == ("訓練結果報告書", "筑西市")
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("ja", True)
    assert b"<pdfaid:part>2</pdfaid:part>" in root["/Metadata"].get_data()
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert [re.sub(r"[\d\s]", "", str(title)) for title in titles] == [
        "概要",
        "経過",
        "一覧",
        "付録",
    ]


def test_pdf_repeats_heads_and_marks_on_every_page() -> None:
    """Each page of a long table begins with the mark and the head of the table."""
    pages = pypdf.PdfReader(BytesIO(bytes_of(document(LONG), ".pdf"))).pages
    texts = [page.extract_text() for page in pages]

    assert len(texts) > 2
    assert all("訓練" in text and "番号" in text for text in texts)
    assert [f"{n} / {len(texts)} ページ" in text for n, text in enumerate(texts, start=1)] == [
        True
    ] * len(texts)


def test_pdf_cuts_a_cell_that_no_page_can_hold() -> None:
    """A cell longer than a page goes on over the next ones, to its last letter."""
    text = "長い記録。" * 900 + "終わり"
    table = Table("", (Column("時刻"), Column("記録")), (("10:01", text),))

    made = bytes_of(document(table), ".pdf")

    counts = [page.extract_text().count("記録。") for page in pypdf.PdfReader(BytesIO(made)).pages]
    assert "終わり" in pdf_text(made)
    assert [count < 400 for count in counts] == [True] * len(counts), "none runs off its page"


# --- HTML ----------------------------------------------------------------------------------------


def test_html_fetches_and_runs_nothing() -> None:
    """There is no script and no address in the page but data; its policy forbids the rest."""
    assert "default-src 'none'" in HTML
    assert "<script" not in HTML
    assert set(re.findall(r'(?:src|href)="([a-z#]+)', HTML)) <= {"data", "#section", "#"}
    assert "url(" not in HTML


def test_html_can_be_read_aloud() -> None:
    """Language, one first heading, scopes of heads, and words for pictures and ticks."""
    assert '<html lang="ja">' in HTML
    assert HTML.count("<h1>") == 1
    assert re.findall(r"<h(\d) id", HTML) == ["2", "2", "3", "4", "2", "2", "2"]
    assert '<th scope="col">業務</th>' in HTML
    assert '<th scope="row">訓練名</th>' in HTML
    assert 'alt="紺色の長方形"' in HTML
    assert re.findall(r'role="img" aria-label="(.)"', HTML) == ["済", "未"]


def test_html_holds_hostile_titles_and_marks() -> None:
    """A title, a mark or a label cannot leave its place, in the style sheet neither."""
    evil = "</title></style><script>\"'\\"
    made = Document(evil, evil, meta=replace(whole().meta, marks=(evil,), organisation=evil))

    text = bytes_of(made, ".html").decode()

    assert "<script" not in text
    assert text.count("</style>") == 1
    assert text.count("</title>") == 1


# --- Markdown ------------------------------------------------------------------------------------


@pytest.mark.property
@given(
    st.lists(
        st.text(
            st.one_of(st.sampled_from("*_`#+-=.)(1[]<>&|~\\!$@: \n。a字"), st.characters()),
            max_size=10,
        ),
        min_size=1,
        max_size=3,
    ),
    st.lists(st.booleans(), min_size=3, max_size=3),
)
def test_markdown_sentences_are_plain_text(texts: list[str], strong: list[bool]) -> None:
    """Whatever runs hold, strong or not, they make one paragraph that says just that."""
    runs = tuple(Run(text, strong=bold) for text, bold in zip(texts, strong, strict=False))
    expected = [harmless(text) for text in texts]

    data = bytes_of(document(Paragraph(runs), lang="en"), ".md").decode()

    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(data)
    body = tokens[next(n for n, t in enumerate(tokens) if t.content.endswith("結果")) + 2 :]
    assert {token.type for token in body} <= {"paragraph_open", "inline", "paragraph_close"}
    held = "".join(child.content for token in body for child in token.children or [])
    letters = re.sub(r"</?strong>|\s", "", held)
    assert letters == re.sub(r"\s", "", "".join(expected))


def test_markdown_lists_are_plain_text() -> None:
    """Hostile items are items of one list each, and boxes can be ticked."""
    data = bytes_of(document(Bullets(HOSTILE)), ".md").decode()
    tokens = MarkdownIt("commonmark").parse(data)

    assert [t.type for t in tokens].count("bullet_list_open") == 2  # the facts, and these
    assert {t.type for t in tokens} & {"blockquote_open", "fence", "code_block", "hr"} == set()
    assert "- [x] 済んだ\n- [ ] これから" in bytes_of(whole(), ".md").decode()


def test_markdown_is_bold_beside_japanese_signs() -> None:
    """Bold words that end in 。 are bold, which ** alone cannot do."""
    data = bytes_of(whole(), ".md").decode()

    assert "結果は<strong>良好。</strong>[経過](#section-4)<u>を見よ</u>" in data
    assert '## <a id="section-4"></a>2 経過' in data


# --- Excel ---------------------------------------------------------------------------------------


def test_excel_has_no_formula() -> None:
    """Text that looks like a formula is text, also after someone has edited the cell."""
    table = Table("=1+1", (Column("=A1"),), tuple((text,) for text in HOSTILE))
    book = openpyxl.load_workbook(BytesIO(bytes_of(document(table), ".xlsx")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]

    assert {cell.data_type for cell in cells} <= {"s", "n"}
    guarded = {cell.value for cell in cells if cell.quotePrefix}
    assert {"=1+1", "+1", "-1+2", "@SUM(A1)", "=A1"} <= guarded


def test_excel_counts_what_are_numbers() -> None:
    """In a column of numbers they are numbers, unless that would change how they look."""
    rows = tuple((text,) for text in ("12", "0.50", "007", "1,000", "-0", "1e5", "○ 3"))
    table = Table("数", (Column("n", kind="number"),), rows)

    sheet = openpyxl.load_workbook(BytesIO(bytes_of(document(table), ".xlsx"))).worksheets[1]

    values = [row[0] for row in sheet.iter_rows(min_row=4, values_only=True)]
    assert values == [12, 0.5, "007", "1,000", "-0", "1e5", "○ 3"]


def test_excel_sheets_have_names_of_their_own() -> None:
    """Captions too long, alike or with forbidden signs become names that Excel takes."""
    captions = ("a/b:c" * 10, "a/b:c" * 10, "'", "A" * 40, "a" * 40, "")
    tables = [Table(caption, (Column("x"),), ()) for caption in captions]

    names = openpyxl.load_workbook(BytesIO(bytes_of(document(*tables), ".xlsx"))).sheetnames

    assert len({name.casefold() for name in names}) == len(names) == 7
    assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in names)


def test_excel_prints_on_a4() -> None:
    """Every sheet is as wide as the page, repeats its head and bears the mark."""
    book = openpyxl.load_workbook(BytesIO(bytes_of(whole(), ".xlsx")))
    sheets = book.worksheets

    assert {(s.page_setup.paperSize, s.page_setup.fitToWidth) for s in sheets} == {("9", 1)} or {
        (int(s.page_setup.paperSize), s.page_setup.fitToWidth) for s in sheets
    } == {(9, 1)}
    assert {s.page_setup.fitToHeight for s in sheets} == {0}
    assert {s.oddHeader.left.text for s in sheets} == {"訓練 EXERCISE"}
    assert sheets[2].print_title_rows == "$3:$3"


# --- all of them ---------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", list(FORMATS))
def test_empty_documents_can_be_written(suffix: str) -> None:
    """A document that says nothing is still a file."""
    assert bytes_of(Document(""), suffix)
    assert bytes_of(document(Paragraph(""), Bullets(()), Table("", (Column(""),), ())), suffix)


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_tall_pictures_fit_the_page(suffix: str) -> None:
    """A picture ten times as high as wide is made smaller, not cut."""
    made = bytes_of(document(Figure("高い図", png(20, 200), "縦長")), suffix)

    if suffix == ".docx":
        (shape,) = word(made).inline_shapes
        assert shape.height <= 200 * 36000
    else:
        texts = [page.extract_text() for page in pypdf.PdfReader(BytesIO(made)).pages]
        assert ["高い図" in text for text in texts] == [False, True]
        assert ["1 結果" in text for text in texts] == [False, True], "the heading stays with it"


def test_tones_are_never_colour_alone() -> None:
    """Every tone that means something has its sign in the text."""
    tones = ("good", "warn", "bad")
    rows = tuple((Cell("x", tone=tone),) for tone in tones)  # type: ignore[arg-type]

    text = pdf_text(bytes_of(document(Table("", (Column("h"),), rows)), ".pdf"))

    assert "h○x△x×x" in text
