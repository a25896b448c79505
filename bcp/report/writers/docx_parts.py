"""The pieces of a Word document as python-docx keeps them: runs, paragraphs, fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml

from bcp.report.document import Run
from bcp.report.writers.flow import Runs

Xml = Any
"""An element; lxml's types do not say which."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
UPRIGHT = 9638
"""The width of the text on A4, in twentieths of a point: 170 mm."""
_FIRST = ("pStyle", "keepNext", "keepLines")
"""What stands before the end of a page in the properties of a paragraph."""


def element(tag: str, *children: Xml, **attributes: object) -> Xml:
    """Return an element of WordprocessingML, its attributes of the same."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def paragraph(style: str, *children: Xml, **properties: Xml) -> Xml:
    """Return a paragraph; *properties* are further elements of its properties, by name."""
    held = element("pPr", element("pStyle", val=style), *properties.values())
    return element("p", held, *children)


def run(text: str, *properties: Xml) -> Xml:
    """Return a run; line feeds in *text* become line breaks."""
    made = element("r")
    if properties:
        made.append(element("rPr", *properties))
    for number, line in enumerate(text.split("\n")):
        if number:
            made.append(element("br"))
        made.append(_letters(line))
    return made


def _letters(line: str) -> Xml:
    letters = element("t")
    letters.text = line
    letters.set(_SPACE, "preserve")
    return letters


def sentence(runs: Runs) -> Iterator[Xml]:
    """Yield the runs of a sentence, those with a target as links."""
    for held in runs:
        made = run(held.text, *_properties(held))
        yield element("hyperlink", made, anchor=bookmark(held.target)) if held.target else made


def _properties(held: Run) -> Iterator[Xml]:
    if held.target:
        yield element("rStyle", val="Hyperlink")
    if held.strong:
        yield element("b")
        yield element("bCs")
    if held.emphasis:
        yield element("u", val="single")


def on_new_page(held: Xml) -> Xml:
    """Let the paragraph *held* begin a page."""
    properties = held.pPr
    place = sum(properties.find(qn(f"w:{name}")) is not None for name in _FIRST)
    properties.insert(place, element("pageBreakBefore"))
    return held


def keep_next(held: Xml) -> None:
    """Keep the paragraph *held* on the page of what follows it."""
    properties = held.pPr
    if properties.find(qn("w:keepNext")) is None:
        properties.insert(int(properties.find(qn("w:pStyle")) is not None), element("keepNext"))


def bold(text: str) -> Xml:
    """Return a run in bold."""
    return run(text, element("b"), element("bCs"))


def bookmark(anchor: str) -> str:
    """Return the name of a place as Word allows it."""
    return anchor.replace("-", "_")


def field(instruction: str, shown: str) -> Iterator[Xml]:
    """Yield the runs of a field that Word fills in, and what it shows until then."""
    yield field_mark("begin")
    yield element("r", code(f" {instruction} "))
    yield field_mark("separate")
    yield run(shown)
    yield field_mark("end")


def field_mark(kind: str) -> Xml:
    """Return the beginning or end of a field, or what parts its instruction from its result."""
    return element("r", element("fldChar", fldCharType=kind))


def code(text: str) -> Xml:
    """Return a piece of the instruction of a field."""
    made = element("instrText")
    made.text = text
    made.set(_SPACE, "preserve")
    return made


def tick_box(*, is_ticked: bool) -> Xml:
    """Return a box that can be ticked in Word."""
    sign = "☒" if is_ticked else "☐"
    return parse_xml(
        f'<w:sdt {nsdecls("w", "w14")}><w:sdtPr><w14:checkbox><w14:checked w14:val="{int(is_ticked)}"/>'
        '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
        '<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" '
        f'w:eastAsia="MS Gothic"/></w:rPr><w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>'
    )
