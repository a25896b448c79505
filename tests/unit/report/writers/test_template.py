"""A city's own Word file: what is taken over, what is left out and what is refused."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from bcp.errors import UsageError
from bcp.report.document import Document, House
from bcp.report.writers import bytes_of
from bcp.report.writers.docx_template import MOST_BYTES, MOST_PARTS
from tests.unit.report.writers.papers import paper, template
from tests.unit.report.writers.reading import docx_tables
from tests.unit.report.writers.samples import SVG, document, png

TEMPLATE = template()
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def written(data: bytes) -> docx.document.Document:
    made = bytes_of(paper(house=House(word_template=data)), ".docx")
    return docx.Document(BytesIO(made))


def changed(change: Callable[[dict[str, bytes]], Mapping[str, bytes] | None]) -> bytes:
    """Return the template with *change* made to its parts."""
    with zipfile.ZipFile(BytesIO(TEMPLATE)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts.update(change(parts) or {})
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return held.getvalue()


def remote(kind: str, part: str = "document") -> bytes:
    """Return a template of which a part names something elsewhere."""
    rel = (
        '<Relationship Id="rId99" TargetMode="External" Target="http://example.org/x" '
        f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>'
    )
    name = f"word/_rels/{part}.xml.rels"
    empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    return changed(
        lambda parts: {
            name: parts.get(name, empty).replace(
                b"</Relationships>", f"{rel}</Relationships>".encode()
            )
        }
    )


def test_styles_and_margins_of_a_template_stay() -> None:
    """Headings look as in the template, under the names that it has for them; margins too."""
    file = written(TEMPLATE)
    heads = [p for p in file.paragraphs if p.style is not None and p.style.name == "Heading 1"]

    assert [p.text for p in heads] == ["1　目的", "2　様式", "付録"]
    assert {str(p._p.xpath("string(w:pPr/w:pStyle/@w:val)")) for p in heads} == {"1"}
    assert str(file.styles["Heading 1"].font.color.rgb) == "A01414"
    assert {round(section.left_margin.mm) for section in file.sections if section.left_margin} == {
        30
    }
    assert file.styles["Plan Table"].element.xpath("string(w:basedOn/@w:val)") == "TableNormal"


def test_every_style_that_is_used_is_there() -> None:
    """No paragraph, run or table names a style that the file lacks."""
    file = written(TEMPLATE)
    ids = set(file.styles.element.xpath("w:style/@w:styleId"))
    roots = [file.element, file.styles.element]
    roots += [s.header._element for s in file.sections] + [s.footer._element for s in file.sections]
    names = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
    used = {
        str(held.get(qn("w:val")))
        for root in roots
        for n in names
        for held in root.iter(qn(f"w:{n}"))
    }

    assert used - ids == set()
    lists = set(file.part.numbering_part.element.xpath("w:num/@w:numId"))
    assert set(file.element.body.xpath(".//w:numPr/w:numId/@w:val")) <= lists


def test_text_of_a_template_is_dropped() -> None:
    """Nothing of its text, its pictures or its properties is in the output."""
    made = bytes_of(paper(house=House(word_template=TEMPLATE)), ".docx")
    with zipfile.ZipFile(BytesIO(made)) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist()).decode(errors="replace")
        pictures = [name for name in archive.namelist() if "media" in name]

    assert "旧版" not in whole
    assert "下書き" not in whole
    assert "draft" not in whole
    assert len(pictures) == 1, "the one of the head"


def test_heads_of_a_template_stay_and_bear_the_mark() -> None:
    """Every page but the cover has the head of the template, the mark above and a number."""
    sections = written(TEMPLATE).sections

    assert [p.text for p in sections[0].header.paragraphs] == [""]
    for section in sections[1:]:
        assert [p.text.strip() for p in section.header.paragraphs] == ["部外秘", "筑西市 公式様式"]
        assert section.footer.paragraphs[0].text == "筑西市役所"
        codes = section.footer._element.xpath(".//w:instrText")
        assert [code.text.split()[0] for code in codes] == ["PAGE", "PAGEREF"]


def test_templates_without_heads_get_ours() -> None:
    """What a template has not is added: mark, title and number on every page."""
    (*_, section) = written(template(with_head=False)).sections

    assert "業務継続計画" in section.header.paragraphs[0].text
    assert section.footer._element.xpath("boolean(.//w:instrText)")


def test_templates_change_no_cell() -> None:
    """The tables are those of a document without a template."""
    own, other = (bytes_of(paper(house=House(word_template=t)), ".docx") for t in (None, TEMPLATE))

    assert docx_tables(other) == docx_tables(own)


def test_dotx_is_a_template_too() -> None:
    """A file that Word calls a template becomes a document."""
    old, new = f"{MAIN}document.main+xml".encode(), f"{MAIN}template.main+xml".encode()
    types = "[Content_Types].xml"
    data = changed(lambda parts: {types: parts[types].replace(old, new)})

    assert written(data).paragraphs
    with zipfile.ZipFile(BytesIO(bytes_of(document_with(data), ".docx"))) as archive:
        assert old in archive.read(types)


def document_with(data: bytes) -> Document:
    return paper(house=House(word_template=data))


def test_links_in_a_template_are_no_danger() -> None:
    """An address that is only followed by a click may be there."""
    assert written(remote("hyperlink")).paragraphs


def macros(parts: dict[str, bytes]) -> dict[str, bytes]:
    types = "[Content_Types].xml"
    old = f"{MAIN}document.main+xml".encode()
    return {
        types: parts[types].replace(old, b"application/vnd.ms-word.document.macroEnabled.main+xml")
    }


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "word-template-broken"),
        (b"PK\x03\x04 not an archive", "word-template-broken"),
        (png(), "word-template-broken"),
        (TEMPLATE[:-200], "word-template-broken"),
        (bytes_of(document(), ".xlsx"), "word-template-broken"),
        (changed(lambda _: {"word/document.xml": b"<not xml"}), "word-template-broken"),
        (changed(lambda _: {"word/styles.xml": b"<!DOCTYPE x []><x/>"}), "word-template-broken"),
        (changed(macros), "word-template-macros"),
        (changed(lambda _: {"word/vbaProject.bin": b"x"}), "word-template-macros"),
        (changed(lambda _: {"word/activeX/activeX1.xml": b"<x/>"}), "word-template-macros"),
        (remote("image"), "word-template-remote"),
        (remote("attachedTemplate", "settings"), "word-template-remote"),
        (remote("oleObject", "header1"), "word-template-remote"),
        (
            changed(lambda _: {"word/media/x.bin": b"\0" * (MOST_BYTES + 1)}),
            "word-template-too-large",
        ),
        (changed(lambda _: {"word/media/x.bin": b"\0" * 2**24}), "word-template-too-large"),
        (
            changed(lambda _: {f"word/{n}.bin": b"" for n in range(MOST_PARTS)}),
            "word-template-too-large",
        ),
    ],
    ids=lambda held: held if isinstance(held, str) else "",
)
def test_what_could_act_or_is_no_word_file_is_refused(data: bytes, key: str) -> None:
    """Macros, parts elsewhere, archives that unpack to too much and other files have a sentence."""
    with pytest.raises(UsageError) as caught:
        written(data)

    assert caught.value.key == key


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".html"])
@pytest.mark.parametrize("logo", [png(), SVG], ids=["png", "svg"])
def test_logos_are_on_the_cover(suffix: str, logo: bytes) -> None:
    """A logo is one picture more, as a PNG or an SVG."""
    counts = []
    for house in (House(), House(logo=logo)):
        made = bytes_of(paper(house=house), suffix)
        if suffix == ".docx":
            counts.append(len(docx.Document(BytesIO(made)).inline_shapes))
        else:
            counts.append(made.count(b"<img" if suffix == ".html" else b"/Figure"))

    assert counts == [0, 1]


@pytest.mark.parametrize(
    "logo",
    [
        png()[:40],
        b"<svg not closed",
        b'<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/hosts.png"/></svg>',
        png()[:16] + b"\0\0\xff\xff\0\0\xff\xff" + png()[24:],
    ],
    ids=["cut", "broken", "other file", "bomb"],
)
def test_broken_logos_are_refused(logo: bytes) -> None:
    """What cannot be drawn, or would fill the memory, has a sentence."""
    with pytest.raises(UsageError) as caught:
        bytes_of(paper(house=House(logo=logo)), ".html")

    assert caught.value.key == "logo-broken"
