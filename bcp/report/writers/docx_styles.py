"""The styles of Word output: ours, or those of a template and ours where it has none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.resources import files
from string import Template

from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.parts.numbering import NumberingPart

from bcp.report.writers import look
from bcp.report.writers.docx_parts import UPRIGHT, Xml, element

_JAPANESE, _LATIN = "游ゴシック", "Yu Gothic"
_INSTEAD = "MS Gothic"
"""On a machine that has no Yu Gothic."""
_EASTERN = ("ja", "zh", "ko")
_REFERENCES = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")


def set_styles(file: WordFile, dye: look.Dye) -> None:
    """Give *file* our styles and lists, and none of its own."""
    _replace_content(file.styles.element, _template("word-styles.xml", dye))
    _replace_content(file.part.numbering_part.element, _template("word-numbering.xml", dye))
    _name_fonts(file)


def add_styles(file: WordFile, dye: look.Dye, width: int) -> tuple[Mapping[str, str], int]:
    """Add to *file* those of our styles that it lacks, and our lists.

    Returns
    -------
    Mapping[str, str]
        What it calls each of our styles: Word knows them by their names, and a Japanese Word gives
        them other ids.
    int
        The number of our list of steps.
    """
    styles = file.styles.element
    lists = _add_lists(file, dye)
    ids = {_name(style): str(style.get(qn("w:styleId"))) for style in styles.findall(qn("w:style"))}
    ours = _template("word-styles.xml", dye, width).findall(qn("w:style"))
    called = {
        style.get(qn("w:styleId")): ids.get(_name(style), style.get(qn("w:styleId")))
        for style in ours
    }
    for style in ours:
        if _name(style) not in ids:
            style.attrib.pop(qn("w:default"), None)
            for number in style.iter(qn("w:numId")):
                number.set(qn("w:val"), lists[number.get(qn("w:val"))])
            styles.append(style)
            rename((style,), called)
    _set_language(styles)
    return called, int(lists["2"])


def _set_language(styles: Xml) -> None:
    """Let Japanese signs look Japanese where a template does not say so."""
    for language in styles.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang"):
        if not str(language.get(qn("w:eastAsia"), "")).startswith(_EASTERN):
            language.set(qn("w:eastAsia"), "ja-JP")


def rename(parts: Iterable[Xml], called: Mapping[str, str]) -> None:
    """Let *parts* name styles as the file calls them."""
    for part in parts:
        for name in _REFERENCES:
            for held in part.iter(qn(f"w:{name}")):
                own = held.get(qn("w:val"))
                held.set(qn("w:val"), called.get(own, own))


def _name(style: Xml) -> str:
    return str(style.find(qn("w:name")).get(qn("w:val"))).casefold()


def _add_lists(file: WordFile, dye: look.Dye) -> dict[str, str]:
    """Add our lists under numbers of their own; return these by ours."""
    numbering = _numbering(file)
    taken = [int(n) for n in numbering.xpath("w:abstractNum/@w:abstractNumId | w:num/@w:numId")]
    shift = max(taken, default=0)
    held = _template("word-numbering.xml", dye)
    kinds = held.findall(qn("w:abstractNum"))
    for kind in kinds:
        kind.set(qn("w:abstractNumId"), str(int(kind.get(qn("w:abstractNumId"))) + shift))
    first = numbering.find(qn("w:num"))
    for kind in kinds:
        if first is None:
            numbering.append(kind)
        else:
            first.addprevious(kind)
    numbers = {}
    for number in held.findall(qn("w:num")):
        own = number.get(qn("w:numId"))
        numbers[own] = str(int(own) + shift)
        number.set(qn("w:numId"), numbers[own])
        (kind,) = number.findall(qn("w:abstractNumId"))
        kind.set(qn("w:val"), str(int(kind.get(qn("w:val"))) + shift))
        last = numbering.findall(qn("w:num"))
        if last:
            last[-1].addnext(number)
        else:
            kinds[-1].addnext(number)
    return numbers


def _numbering(file: WordFile) -> Xml:
    """Return the lists of *file*; a template may have none."""
    rels = file.part.rels.values()
    if not any(rel.reltype == RELATIONSHIP_TYPE.NUMBERING for rel in rels):
        part = NumberingPart(
            PackURI("/word/numbering.xml"),
            CONTENT_TYPE.WML_NUMBERING,
            parse_xml(f"<w:numbering {nsdecls('w')}/>"),
            file.part.package,
        )
        file.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return file.part.numbering_part.element


def _template(name: str, dye: look.Dye, width: int = UPRIGHT) -> Xml:
    text = (files("bcp.report.writers") / "templates" / name).read_text(encoding="utf-8")
    values = {
        "INK": look.INK,
        "SOFT": look.SOFT,
        "ACCENT": dye.accent,
        "RULE": look.RULE,
        "HEAD": dye.head,
        "LATIN": _LATIN,
        "JAPANESE": _JAPANESE,
        "WIDTH": str(width),
    }
    return parse_xml(Template(text).substitute(values))


def _replace_content(old: Xml, new: Xml) -> None:
    for child in list(old):
        old.remove(child)
    old.extend(list(new))


def _name_fonts(file: WordFile) -> None:
    """Say which letters to take where there is no Yu Gothic."""
    part = next(
        rel.target_part
        for rel in file.part.rels.values()
        if rel.reltype == RELATIONSHIP_TYPE.FONT_TABLE
    )
    letters = parse_xml(part.blob)
    for name in (_JAPANESE, _LATIN):
        letters.append(element("font", element("altName", val=_INSTEAD), name=name))
    part._blob = serialize_part_xml(letters)  # noqa: SLF001 (python-docx keeps this part as bytes)
