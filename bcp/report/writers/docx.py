"""Word by python-docx: real styles, headings that Word knows, letters that Windows has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import count

import docx
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.shared import Mm

from bcp.exchange.package import day_of, repacked
from bcp.report.writers import look
from bcp.report.writers.docx_pages import END, Pages
from bcp.report.writers.docx_parts import (
    UPRIGHT,
    Xml,
    bold,
    bookmark,
    code,
    element,
    field,
    field_mark,
    keep_next,
    on_new_page,
    paragraph,
    run,
    sentence,
    tick_box,
)
from bcp.report.writers.docx_styles import add_styles, rename, set_styles
from bcp.report.writers.docx_tables import table
from bcp.report.writers.docx_template import opened
from bcp.report.writers.flow import (
    Flow,
    Front,
    Heading,
    Item,
    Items,
    NewPage,
    Picture,
    Turn,
    Words,
)
from bcp.report.writers.grid import Grid
from bcp.report.writers.pictures import height_of, png_of
from bcp.report.writers.widths import UPRIGHT as LETTERS
from bcp.report.writers.widths import fitted

_STYLES = {"normal": "Normal", "lead": "Lead", "note": "Note", "caption": "Caption"}
_LISTS = {"bullets": "ListBullet", "numbers": "ListNumber", "checks": "CheckList"}
_MOST_OF_PAGE = 0.74
"""How high a picture may be, so that its heading, caption and note are on its page."""
_LOGO = {True: (Mm(70), Mm(24)), False: (Mm(50), Mm(12))}
"""How wide and high a logo may be: on a cover, and above a title."""
_TWIP = 635
"""A twentieth of a point, as python-docx counts."""
_BEHIND_UPDATE = frozenset(
    qn(f"w:{name}")
    for name in (
        *("hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "docVars", "rsids"),
        *("themeFontLang", "clrSchemeMapping", "shapeDefaults", "decimalSymbol", "listSeparator"),
    )
)
"""What stands behind ``updateFields`` in the settings."""
_UNWANTED = ("/thumbnail", "/stylesWithEffects", "/extended-properties")
"""Parts of python-docx's own template that say what is not so of this file."""


def make(flow: Flow, name: str) -> bytes:  # noqa: ARG001 (other formats name files by it)
    """Return the file. Word fills in the page numbers of the contents when it opens it.

    Raises
    ------
    UsageError
        If the template of the house cannot be used.
    """
    template = flow.word_template
    file = docx.Document() if template is None else opened(template)
    pages = Pages(file, flow, is_own=template is None)
    steps = 2
    if template is None:
        pages.set_a4()
        set_styles(file, flow.dye)
    else:
        pages.called, steps = add_styles(file, flow.dye, pages.width(is_wide=False))
    pages.prepare()
    body = _Body(file, flow, pages, steps)
    body.write()
    rename(body.parts, pages.called)
    _set_settings(file, flow)
    _set_properties(file, flow)
    end = file.element.body.sectPr
    setting = pages.setting(is_wide=body.is_wide)
    for part in body.parts:
        end.addprevious(part)
    file.element.body.replace(end, setting)
    made = BytesIO()
    file.save(made)
    return repacked(made.getvalue(), flow.date)


class _Body:
    """The text of one file, as it grows."""

    def __init__(self, file: WordFile, flow: Flow, pages: Pages, steps: int) -> None:
        self._file, self._flow, self._pages, self._steps = file, flow, pages, steps
        self._is_new_page = False
        self._drawings = count(1)
        self.is_wide = False
        self.parts: list[Xml] = []

    def write(self) -> None:
        flow = self._flow
        if flow.cover is None:
            self._add(self._opening())
        else:
            self._add(self._cover(flow.cover))
            self._end_section(self._pages.cover())
        for item in flow.front:
            self._add(self._item(item))
        if flow.contents:
            self._add(_contents(flow))
            self._is_new_page = flow.cover is not None and not _turns(flow.items[:1])
        for item in flow.items:
            if isinstance(item, Words) and item.style == "note":
                self._hold()
            self._add(self._item(item))
        self._close()

    def _hold(self) -> None:
        """Keep the end of a table or figure on the page of the note that follows it."""
        if self._is_new_page or not self.parts or self.parts[-1].tag != qn("w:p"):
            return
        keep_next(self.parts[-1])
        for table_ in self.parts[-2:-1]:
            for held in table_.tr_lst[-1].iter(qn("w:p")) if table_.tag == qn("w:tbl") else ():
                keep_next(held)

    def _drop_gap(self) -> None:
        """Take out the gap behind a table that ends a page: below a full one it begins another."""
        tags = [part.tag for part in self.parts[-2:]]
        gap = self.parts[-1].find(f"{qn('w:pPr')}/{qn('w:pStyle')}") if tags[1:] else None
        if tags[:1] == [qn("w:tbl")] and gap is not None and gap.get(qn("w:val")) == "AfterTable":
            self.parts.pop()

    def _add(self, parts: Iterator[Xml]) -> None:
        """Add *parts*, the first of them on a new page if that is due."""
        for part in parts:
            held = part
            if self._is_new_page:
                self._is_new_page = False
                if part.tag == qn("w:p"):
                    held = on_new_page(part)
                else:
                    self.parts.append(on_new_page(paragraph("AfterTable")))
            self.parts.append(held)

    def _end_section(self, setting: Xml) -> None:
        """End a section in the last paragraph: one of its own could begin an empty page."""
        if not self.parts or self.parts[-1].tag != qn("w:p"):
            self.parts.append(paragraph("AfterTable"))
        last = self.parts[-1]
        if last.pPr.find(qn("w:sectPr")) is not None:
            last = paragraph("AfterTable")
            self.parts.append(last)
        last.pPr.append(setting)

    def _close(self) -> None:
        """Mark where the last page is."""
        last = next((p for p in reversed(self.parts) if p.tag == qn("w:p")), None)
        if last is None or last is not self.parts[-1] or last.pPr.find(qn("w:sectPr")) is not None:
            last = paragraph("AfterTable")
            self.parts.append(last)
        last.append(element("bookmarkStart", id=0, name=END))
        last.append(element("bookmarkEnd", id=0))

    def _opening(self) -> Iterator[Xml]:
        flow = self._flow
        if flow.logo:
            yield paragraph("Picture", self._logo(flow.logo), jc=element("jc", val="left"))
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

    def _cover(self, cover: Front) -> Iterator[Xml]:
        flow = self._flow
        if flow.mark:
            yield paragraph("CoverMark", run(f" {flow.mark} ", element("rStyle", val="Mark")))
        if flow.logo:
            yield paragraph("Picture", self._logo(flow.logo))
        if cover.kicker:
            yield paragraph("CoverKicker", run(cover.kicker))
        across = self._pages.width(is_wide=False)
        half = round(cover.size * 2 * min(across / UPRIGHT, 1.0))
        yield paragraph(
            "CoverTitle", run(flow.title, element("sz", val=half), element("szCs", val=half))
        )
        if flow.subtitle:
            yield paragraph("CoverSubtitle", run(flow.subtitle))
        yield paragraph("CoverRule")
        for grid in cover.grids:
            yield self._table(grid)
            yield paragraph("CoverGap")

    def _logo(self, logo: Picture) -> Xml:
        most, highest = _LOGO[self._flow.cover is not None]
        png = png_of(logo)
        return self._drawn(logo, png, min(most, highest / height_of(png)))

    def _item(self, item: Item) -> Iterator[Xml]:
        match item:
            case Heading():
                yield _heading(item)
            case Words():
                keeps = {"keepNext": element("keepNext")} if item.style == "caption" else {}
                yield paragraph(_STYLES[item.style], *sentence(item.runs), **keeps)
            case Items():
                yield from self._items(item)
            case Grid():
                if item.caption:
                    yield _caption(item.label, item.caption, keepNext=element("keepNext"))
                yield self._table(item)
                yield paragraph("AfterTable")
            case Picture():
                yield from self._picture(item)
            case NewPage():
                self._drop_gap()
                self._is_new_page = True
            case Turn():
                self._end_section(self._pages.setting(is_wide=self.is_wide))
                self.is_wide = item.is_wide

    def _table(self, grid: Grid) -> Xml:
        across = self._pages.width(is_wide=self.is_wide)
        if not self._pages.is_own:
            # The margins of a template are others than those that the columns were made for.
            shares = fitted(grid, grid.width * across / UPRIGHT * LETTERS)
            grid = replace(grid, shares=shares)
        return table(grid, across, self._flow.dye)

    def _items(self, items: Items) -> Iterator[Xml]:
        style = _LISTS[items.sort]
        properties = {}
        if items.sort == "numbers":
            # Each list of its own, or Word would count on from the last one.
            numbers = self._file.part.numbering_part.element.add_num(self._steps)
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

    def _picture(self, picture: Picture) -> Iterator[Xml]:
        png = png_of(picture)
        wide = self._pages.width(is_wide=self.is_wide) * _TWIP
        high = self._pages.height(is_wide=self.is_wide) * _MOST_OF_PAGE
        width = min(picture.width * wide, high / height_of(png))
        keeps = {"keepNext": element("keepNext")} if picture.caption else {}
        yield paragraph("Picture", self._drawn(picture, png, width), **keeps)
        if picture.caption:
            yield _caption(picture.label, picture.caption, jc=element("jc", val="center"))

    def _drawn(self, picture: Picture, png: bytes, width: float) -> Xml:
        """Return a run with *picture*, as wide as python-docx counts *width*."""
        made = self._file.part.new_pic_inline(BytesIO(png), width=round(width))
        made.docPr.set("descr", picture.alt)
        made.docPr.set("name", picture.label or picture.alt)
        made.docPr.set("id", str(next(self._drawings)))
        return element("r", element("drawing", made))


def _turns(items: tuple[Item, ...]) -> bool:
    """Whether *items* begin with an end of a page by themselves."""
    return bool(items) and isinstance(items[0], Turn | NewPage)


def _contents(flow: Flow) -> Iterator[Xml]:
    """Yield a table of contents that Word can update: every heading with the number of its page.

    The numbers are fields of their own, as LibreOffice fills in no others when it converts a file.
    It would leave them alone within a table of contents; a tab behind the name of the field, a
    space like any other to Word, keeps LibreOffice from taking it for one.
    """
    yield paragraph("TOCHeading", run(flow.contents))
    begin = [
        field_mark("begin"),
        element("r", code(' TOC\t\\o "1-3" \\h \\z \\u ')),
        field_mark("separate"),
    ]
    for heading in flow.headings:
        place = bookmark(heading.anchor)
        page = field(rf"PAGEREF {place} \h", "")
        title = (run(_title(heading)), element("r", element("tab")))
        link = element("hyperlink", *title, *page, anchor=place)
        yield paragraph(f"TOC{heading.level}", *begin, link)
        begin = []
    yield paragraph("AfterTable", *begin, field_mark("end"))


def _title(heading: Heading) -> str:
    return f"{heading.number}\u3000{heading.title}" if heading.number else heading.title


def _heading(heading: Heading) -> Xml:
    number = heading.anchor.rpartition("-")[2]
    start = element("bookmarkStart", id=number, name=bookmark(heading.anchor))
    end = element("bookmarkEnd", id=number)
    return paragraph(f"Heading{heading.level}", start, run(_title(heading)), end)


def _caption(label: str, caption: str, **properties: Xml) -> Xml:
    return paragraph("Caption", bold(f"{label}\u3000"), run(caption), **properties)


def _set_properties(file: WordFile, flow: Flow) -> None:
    properties, day = file.core_properties, day_of(flow.date)
    properties.title, properties.subject = flow.title[:255], flow.subtitle[:255]
    properties.author = properties.last_modified_by = flow.organisation[:255]
    properties.comments = properties.keywords = ""
    properties.language = "ja-JP" if flow.lang == "ja" else "en-US"
    properties.version = flow.version[:255]
    properties.created = properties.modified = day
    properties.revision = 1
    for part in (file.part, file.part.package):
        for key in [key for key, rel in part.rels.items() if rel.reltype.endswith(_UNWANTED)]:
            del part.rels[key]


def _set_settings(file: WordFile, flow: Flow) -> None:
    settings = file.settings.element
    compat = settings.find(qn("w:compat"))
    for setting in compat if compat is not None else ():
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    if flow.contents and settings.find(qn("w:updateFields")) is None:
        update = element("updateFields", val="true")
        behind = next((held for held in settings if held.tag in _BEHIND_UPDATE), None)
        if behind is None:
            settings.append(update)
        else:
            behind.addprevious(update)
