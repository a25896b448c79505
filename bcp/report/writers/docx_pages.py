"""The pages of Word output: upright, lying and the cover, with their heads and feet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm

from bcp.report.writers.docx_parts import Xml, element, paragraph, run
from bcp.report.writers.docx_parts import field as word_field
from bcp.report.writers.docx_styles import rename
from bcp.report.writers.flow import Flow
from bcp.words import say
from bcp.words.document import WORDS

END = "document_end"
"""The bookmark of the last page."""
_TWIPS = 635
"""In a twentieth of a point, as python-docx counts."""
_NARROWEST = 2835
"""Of the text, in twentieths of a point: 50 mm; a template with less room than that has none."""
_PAGE = re.compile(r"\bPAGE\b", re.IGNORECASE)
"""The field that shows the number of a page."""
_REFERENCES = ("headerReference", "footerReference")


@dataclass(slots=True)
class Pages:
    """How the pages of one file are set."""

    file: WordFile
    flow: Flow
    is_own: bool
    """Whether they are ours and not those of a template."""
    called: Mapping[str, str] = field(default_factory=dict)
    """What the file calls our styles, where it has names of its own."""
    _made: dict[bool, list[Xml]] = field(default_factory=dict)
    _begun: bool = False

    def width(self, *, is_wide: bool) -> int:
        """Return the width of the text in twentieths of a point."""
        return self._inner(is_wide=is_wide) // _TWIPS

    def height(self, *, is_wide: bool) -> int:
        """Return the height of the text as python-docx counts."""
        section = self._section
        sides = (section.top_margin or 0) + (section.bottom_margin or 0)
        pages = (section.page_width, section.page_height)
        whole = (min if is_wide else max)(page or Mm(297) for page in pages)
        return max(whole - sides, Mm(60))

    def _inner(self, *, is_wide: bool) -> int:
        section = self._section
        sides = (section.left_margin or 0) + (section.right_margin or 0)
        pages = (section.page_width, section.page_height)
        whole = (max if is_wide else min)(page or Mm(210) for page in pages)
        return max(whole - sides, _NARROWEST * _TWIPS)

    @property
    def _section(self) -> Section:
        return self.file.sections[-1]

    def prepare(self) -> None:
        """Take out of the pages what would stretch or number them; mark those of a template."""
        for grid in self._end.findall(qn("w:docGrid")):
            # A grid would stretch the lines.
            self._end.remove(grid)
        for kind in ("type", "pgNumType"):
            for held in self._end.findall(qn(f"w:{kind}")):
                self._end.remove(held)
        if not self.is_own:
            self._complete_template()

    def cover(self) -> Xml:
        """Return how the cover is set: its note at the foot, and no number."""
        made = self._bare(is_wide=False)
        references = [ref for ref in self._references if ref.get(qn("w:type")) == "first"]
        if self.flow.cover and self.flow.cover.note:
            references = [ref for ref in references if ref.tag == qn("w:headerReference")]
            references.append(self._note())
        for ref in reversed(references):
            held = deepcopy(ref)
            made.insert(0, held)
        if references:
            # Only a first page of its own keeps what it has from the pages behind it.
            made.append(element("titlePg"))
        return made

    def setting(self, *, is_wide: bool) -> Xml:
        """Return how the pages of a section are set that lie or not."""
        made = self._bare(is_wide=is_wide)
        has_cover = self.flow.cover is not None
        references = self._made.get(is_wide) or self._made.setdefault(
            is_wide, list(self._heads(is_wide=is_wide))
        )
        kept = [ref for ref in references if not (has_cover and ref.get(qn("w:type")) == "first")]
        for ref in reversed(kept):
            made.insert(0, deepcopy(ref))
        is_first = not self._begun
        self._begun = True
        if is_first and has_cover:
            made.find(qn("w:pgMar")).addnext(element("pgNumType", start=1))
        if is_first and not has_cover and self._end.find(qn("w:titlePg")) is not None:
            made.append(element("titlePg"))
        return made

    @property
    def _end(self) -> Xml:
        return self.file.element.body.sectPr

    @property
    def _references(self) -> list[Xml]:
        return [ref for name in _REFERENCES for ref in self._end.findall(qn(f"w:{name}"))]

    def _bare(self, *, is_wide: bool) -> Xml:
        """Return the size and the margins of a page, turned if it lies."""
        made = element("sectPr")
        for name in ("pgSz", "pgMar"):
            made.append(deepcopy(self._end.find(qn(f"w:{name}"))))
        page = Section(made, self.file.part)
        width, height = page.page_width, page.page_height
        if width is not None and height is not None and is_wide != (width > height):
            page.page_width, page.page_height = height, width
        page.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
        return made

    def set_a4(self) -> None:
        """Set the pages to A4 as ours are."""
        section = self._section
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(20)
        section.top_margin, section.bottom_margin = Mm(26), Mm(22)
        section.header_distance, section.footer_distance = Mm(12), Mm(11)

    def _heads(self, *, is_wide: bool) -> Iterator[Xml]:
        """Yield references to head and foot: those of the template, and ours where it has none."""
        held = self._references
        yield from held
        for name in _REFERENCES:
            if not any(ref.tag == qn(f"w:{name}") for ref in held):
                yield self._head(name, is_wide=is_wide)

    def _head(self, name: str, *, is_wide: bool) -> Xml:
        is_header = name == "headerReference"
        part, key = self._new_part(is_header=is_header)
        tab = element("tab", val="right", pos=self.width(is_wide=is_wide))
        tabs = element("tabs", element("tab", val="clear", pos=self.width(is_wide=False)), tab)
        runs = self._header() if is_header else self._footer()
        style = "Header" if is_header else "Footer"
        own = {"tabs": tabs} if is_wide else {}
        part.element.append(self._paragraph(style, *runs, **own))
        return _reference(name, key, "default")

    def _header(self) -> Iterator[Xml]:
        if self.flow.mark:
            yield run(f" {self.flow.mark} ", element("rStyle", val="Mark"))
        yield element("r", element("tab"))
        yield run(self.flow.title)

    def _footer(self) -> Iterator[Xml]:
        yield run(self.flow.foot)
        yield element("r", element("tab"))
        yield from self._number()

    def _number(self) -> Iterator[Xml]:
        # A cover has no number, so the last page is not the number of all pages.
        total = f"PAGEREF {END}" if self.flow.cover else "NUMPAGES"
        text = say(WORDS, "page", self.flow.lang, number="\0PAGE\0", total=f"\0{total}\0")
        for piece in re.split("\0", text):
            if piece in {"PAGE", total}:
                yield from word_field(piece, "1")
            elif piece:
                yield run(piece)

    def _note(self) -> Xml:
        part, key = self._new_part(is_header=False)
        note = self.flow.cover.note if self.flow.cover else ""
        part.element.append(self._paragraph("CoverNote", run(note)))
        return _reference("footerReference", key, "first")

    def _new_part(self, *, is_header: bool) -> tuple[Any, str]:
        """Return an empty head or foot, and what its references call it."""
        document: Any = self.file.part
        part, key = document.add_header_part() if is_header else document.add_footer_part()
        for child in list(part.element):
            part.element.remove(child)
        return part, key

    def _paragraph(self, style: str, *runs: Xml, **properties: Xml) -> Xml:
        made = paragraph(style, *runs, **properties)
        rename((made,), self.called)
        return made

    def _complete_template(self) -> None:
        """Put the mark above the heads of a template, and a number below if it has none at all."""
        held = [(ref, self._part_of(ref)) for ref in self._references]
        has_number = any(_PAGE.search("".join(part.itertext())) for _, part in held)
        for ref, part in held:
            if ref.tag == qn("w:headerReference") and self.flow.mark:
                mark = run(f" {self.flow.mark} ", element("rStyle", val="Mark"))
                part.insert(0, self._paragraph("Header", mark))
            if ref.tag == qn("w:footerReference") and not has_number:
                right = element("jc", val="right")
                part.append(self._paragraph("Footer", *self._number(), jc=right))

    def _part_of(self, reference: Xml) -> Xml:
        part: Any = self.file.part.related_parts[reference.get(qn("r:id"))]
        return part.element


def _reference(name: str, key: str, kind: str) -> Xml:
    made = element(name, type=kind)
    made.set(qn("r:id"), key)
    return made
