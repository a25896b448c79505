"""Word by python-docx: real styles, headings that Word knows, letters that Windows has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from io import BytesIO
from string import Template

import docx
from docx.document import Document as WordFile
from docx.opc.oxml import serialize_part_xml
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Mm

from bcp.report.writers import look
from bcp.report.writers.docx_parts import (
    WIDTH,
    Xml,
    bold,
    bookmark,
    element,
    field,
    paragraph,
    run,
    sentence,
    table,
    tick_box,
)
from bcp.report.writers.flow import Flow, Heading, Item, Items, NewPage, Picture, Words
from bcp.report.writers.grid import Grid
from bcp.report.writers.package import day_of, repacked
from bcp.report.writers.pictures import height_of, png_of
from bcp.words import say
from bcp.words.document import WORDS

_JAPANESE, _LATIN = "游ゴシック", "Yu Gothic"
_INSTEAD = "MS Gothic"
"""On a machine that has no Yu Gothic."""
_STYLES = {"normal": "Normal", "lead": "Lead", "note": "Note", "caption": "Caption"}
_LISTS = {"bullets": "ListBullet", "numbers": "ListNumber", "checks": "CheckList"}
_TEXT, _TALLEST = Mm(170), Mm(200)
_UNWANTED = ("/thumbnail", "/stylesWithEffects", "/extended-properties")
"""Parts of python-docx's own template that say what is not so of this file."""


def make(flow: Flow, name: str) -> bytes:  # noqa: ARG001 (other formats name files by it)
    """Return the file. Word fills in the page numbers of the contents when it opens it."""
    file = docx.Document()
    _prepare(file, flow)
    body = file.element.body
    end = body.sectPr
    for part in _parts(file, flow):
        end.addprevious(part)
    made = BytesIO()
    file.save(made)
    return repacked(made.getvalue(), flow.date)


def _parts(file: WordFile, flow: Flow) -> Iterator[Xml]:
    yield from _opening(flow)
    for item in flow.front:
        yield from _item(file, item)
    if flow.contents:
        yield from _contents(flow)
    for item in flow.items:
        yield from _item(file, item)


def _opening(flow: Flow) -> Iterator[Xml]:
    yield paragraph("Title", run(flow.title))
    if flow.subtitle:
        yield paragraph("Subtitle", run(flow.subtitle))
    if flow.facts:
        soft = look.SOFT
        runs = [
            made
            for label, value in flow.facts
            for made in (run(f"{label} ", element("color", val=soft)), run(f"{value}\u3000 "))
        ]
        yield paragraph("Facts", *runs)


def _contents(flow: Flow) -> Iterator[Xml]:
    """Yield a table of contents that Word fills in, and until then the headings as links.

    They have no page numbers yet: only whoever lays out the pages knows them.
    """
    yield paragraph("TOCHeading", run(flow.contents))
    code = element("instrText")
    code.text = r' TOC \o "1-3" \h \z \u '
    begin = [_field_mark("begin"), element("r", code), _field_mark("separate")]
    for heading in flow.headings:
        link = element("hyperlink", run(_title(heading)), anchor=bookmark(heading.anchor))
        yield paragraph(f"TOC{heading.level}", *begin, link)
        begin = []
    yield paragraph("AfterTable", *begin, _field_mark("end"))


def _field_mark(kind: str) -> Xml:
    return element("r", element("fldChar", fldCharType=kind))


def _item(file: WordFile, item: Item) -> Iterator[Xml]:
    match item:
        case Heading():
            yield _heading(item)
        case Words():
            keeps = {"keepNext": element("keepNext")} if item.style == "caption" else {}
            yield paragraph(_STYLES[item.style], *sentence(item.runs), **keeps)
        case Items():
            yield from _items(file, item)
        case Grid():
            if item.caption:
                yield _caption(item.label, item.caption, keepNext=element("keepNext"))
            yield table(item)
            yield paragraph("AfterTable")
        case Picture():
            yield from _picture(file, item)
        case NewPage():
            yield paragraph("AfterTable", element("r", element("br", type="page")))


def _title(heading: Heading) -> str:
    return f"{heading.number}\u3000{heading.title}" if heading.number else heading.title


def _heading(heading: Heading) -> Xml:
    number = heading.anchor.rpartition("-")[2]
    start = element("bookmarkStart", id=number, name=bookmark(heading.anchor))
    end = element("bookmarkEnd", id=number)
    return paragraph(f"Heading{heading.level}", start, run(_title(heading)), end)


def _caption(label: str, caption: str, **properties: Xml) -> Xml:
    return paragraph("Caption", bold(f"{label}\u3000"), run(caption), **properties)


def _items(file: WordFile, items: Items) -> Iterator[Xml]:
    style = _LISTS[items.sort]
    properties = {}
    if items.sort == "numbers":
        # Each list of its own, or Word would count on from the last one.
        numbers = file.part.numbering_part.element.add_num(2)
        numbers.add_lvlOverride(ilvl=0).add_startOverride(1)
        properties["numPr"] = numbers.numId
    for runs, done in zip(items.items, items.done, strict=True):
        held = list(sentence(runs))
        if items.sort == "checks":
            held = [tick_box(is_ticked=done), element("r", element("tab")), *held]
        own = {
            name: element("numPr", element("ilvl", val=0), element("numId", val=number))
            for name, number in properties.items()
        }
        yield paragraph(style, *held, **own)


def _picture(file: WordFile, picture: Picture) -> Iterator[Xml]:
    png = png_of(picture)
    width = min(picture.width * _TEXT, _TALLEST / height_of(png))
    made = file.add_picture(BytesIO(png), width=round(width))
    # python-docx adds it at the end of the file; it is moved to its place.
    held = made._inline  # noqa: SLF001 (python-docx has no other way to describe a picture)
    held.docPr.set("descr", picture.alt)
    held.docPr.set("name", picture.label or picture.alt)
    whole = held.getparent().getparent().getparent()
    drawing = held.getparent()
    whole.getparent().remove(whole)
    keeps = {"keepNext": element("keepNext")} if picture.caption else {}
    yield paragraph("Picture", element("r", drawing), **keeps)
    if picture.caption:
        yield _caption(picture.label, picture.caption, jc=element("jc", val="center"))


def _prepare(file: WordFile, flow: Flow) -> None:
    _set_properties(file, flow)
    _replace_content(file.styles.element, _template("word-styles.xml"))
    _replace_content(file.part.numbering_part.element, _template("word-numbering.xml"))
    _set_page(file, flow)
    _set_settings(file, flow)
    for part in (file.part, file.part.package):
        for key in [key for key, rel in part.rels.items() if rel.reltype.endswith(_UNWANTED)]:
            del part.rels[key]


def _template(name: str) -> Xml:
    text = (files("bcp.report.writers") / "templates" / name).read_text(encoding="utf-8")
    values = {
        "INK": look.INK,
        "SOFT": look.SOFT,
        "ACCENT": look.ACCENT,
        "RULE": look.RULE,
        "HEAD": look.HEAD,
        "LATIN": _LATIN,
        "JAPANESE": _JAPANESE,
        "WIDTH": str(WIDTH),
    }
    return parse_xml(Template(text).substitute(values))


def _replace_content(old: Xml, new: Xml) -> None:
    for child in list(old):
        old.remove(child)
    old.extend(list(new))


def _set_properties(file: WordFile, flow: Flow) -> None:
    properties, day = file.core_properties, day_of(flow.date)
    properties.title, properties.subject = flow.title[:255], flow.subtitle[:255]
    properties.author = properties.last_modified_by = flow.organisation[:255]
    properties.comments = properties.keywords = ""
    properties.language = "ja-JP" if flow.lang == "ja" else "en-US"
    properties.version = flow.version[:255]
    properties.created = properties.modified = day
    properties.revision = 1


def _set_page(file: WordFile, flow: Flow) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(26), Mm(22)
    section.header_distance, section.footer_distance = Mm(12), Mm(11)
    for grid in section._sectPr.findall(qn("w:docGrid")):  # noqa: SLF001
        section._sectPr.remove(grid)  # noqa: SLF001 (a grid would stretch the lines)
    head, foot = section.header.paragraphs[0]._p, section.footer.paragraphs[0]._p  # noqa: SLF001
    mark = [run(f" {flow.mark} ", element("rStyle", val="Mark"))] if flow.mark else []
    head.extend([*mark, element("r", element("tab")), run(flow.title)])
    foot.extend([run(flow.foot), element("r", element("tab")), *_page_number(flow)])


def _page_number(flow: Flow) -> Iterator[Xml]:
    text = say(WORDS, "page", flow.lang, number="\0PAGE\0", total="\0NUMPAGES\0")
    for piece in re.split("\0", text):
        if piece in {"PAGE", "NUMPAGES"}:
            yield from field(piece, "1")
        elif piece:
            yield run(piece)


def _set_settings(file: WordFile, flow: Flow) -> None:
    settings = file.settings.element
    compat = settings.find(qn("w:compat"))
    for setting in compat:
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    if flow.contents:
        compat.addprevious(element("updateFields", val="true"))
    _name_fonts(file)


def _name_fonts(file: WordFile) -> None:
    """Say which letters to take where there is no Yu Gothic."""
    part = next(
        rel.target_part for rel in file.part.rels.values() if rel.reltype.endswith("/fontTable")
    )
    letters = parse_xml(part.blob)
    for name in (_JAPANESE, _LATIN):
        letters.append(element("font", element("altName", val=_INSTEAD), name=name))
    part._blob = serialize_part_xml(letters)  # noqa: SLF001 (python-docx keeps this part as bytes)
