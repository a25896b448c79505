"""A document as writers need it: one thing after the other, numbered, its text made harmless.

Every writer shows the same flow, so that no two of them can number, sign or clean a text
differently.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count, groupby, zip_longest
from typing import Literal

from bcp.report.document import (
    Block,
    Bullets,
    Check,
    CheckList,
    Document,
    Figure,
    Numbered,
    PageBreak,
    Paragraph,
    Run,
    Section,
    Style,
    Text,
    runs_of,
    walk,
)
from bcp.report.writers.cleaning import between, harmless, one_line, without_edges
from bcp.report.writers.front import Front, facts_of, front_of
from bcp.report.writers.grid import Grid, grid_of
from bcp.report.writers.look import Dye, dye_of
from bcp.report.writers.widths import LYING, UPRIGHT, fitted
from bcp.words import Lang, say
from bcp.words.document import WORDS

__all__ = [
    "Flow",
    "Front",
    "Heading",
    "Item",
    "Items",
    "NewPage",
    "Part",
    "Picture",
    "Runs",
    "Turn",
    "Words",
    "flow_of",
    "harmless",
    "one_line",
]

Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section."""

    level: int
    number: str
    """Such as 1.2; empty if the section has none."""
    title: str
    anchor: str
    form: str = ""
    """What the official form is called that begins here."""
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; a line feed in a run is a new line."""

    runs: Runs
    style: Style
    kind: Literal["words"] = "words"


@dataclass(frozen=True, slots=True)
class Items:
    """A list of bullets, steps or boxes to tick."""

    sort: Literal["bullets", "numbers", "checks"]
    items: tuple[Runs, ...]
    done: tuple[bool, ...]
    """Which boxes are ticked; as long as the items."""
    kind: Literal["items"] = "items"


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure."""

    label: str
    caption: str
    alt: str
    image: bytes
    suffix: Literal[".png", ".svg"]
    width: float
    kind: Literal["picture"] = "picture"


@dataclass(frozen=True, slots=True)
class NewPage:
    """The end of a page."""

    kind: Literal["page"] = "page"


@dataclass(frozen=True, slots=True)
class Turn:
    """The end of a page, and how those behind it lie."""

    is_wide: bool
    kind: Literal["turn"] = "turn"


Item = Heading | Words | Items | Grid | Picture | NewPage | Turn


@dataclass(frozen=True, slots=True)
class Part:
    """What stands on pages that lie alike."""

    is_wide: bool
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """A whole document, ready to be written."""

    lang: Lang
    title: str
    subtitle: str
    organisation: str
    version: str
    date: dt.date | None
    """Also the date of the file's own properties."""
    mark: str
    """The marks of every page in one line; empty if there are none."""
    facts: tuple[tuple[str, str], ...]
    """What the document says of itself: labels and values."""
    cover: Front | None
    """The first page; ``facts`` stand there then."""
    logo: Picture | None
    dye: Dye
    word_template: bytes | None
    front: tuple[Item, ...]
    contents: str
    """The heading of the table of contents; empty if there is none."""
    items: tuple[Item, ...]

    @property
    def foot(self) -> str:
        """What stands at the foot of every page, beside its number."""
        version = f"{say(WORDS, 'version', self.lang)} {self.version}" if self.version else ""
        return "  ".join(part for part in (self.organisation, version) if part)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Every heading, in order."""
        return tuple(item for item in self.items if isinstance(item, Heading))

    @property
    def parts(self) -> tuple[Part, ...]:
        """What stands behind the contents, by how the pages lie; turns are left out."""
        made = [Part(is_wide=False, items=())]
        for is_turn, held in groupby(self.items, key=lambda item: isinstance(item, Turn)):
            items = tuple(held)
            if is_turn:
                made += [Part(turn.is_wide, ()) for turn in items if isinstance(turn, Turn)]
            else:
                made[-1] = replace(made[-1], items=items)
        return tuple(part for part in made if part.items)

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Every figure, in order."""
        return tuple(item for item in (*self.front, *self.items) if isinstance(item, Picture))

    @property
    def grids(self) -> tuple[Grid, ...]:
        """Every table and form behind the cover, in order."""
        return tuple(item for item in (*self.front, *self.items) if isinstance(item, Grid))


def flow_of(document: Document) -> Flow:
    """Return *document* as its writers need it."""
    maker = _Maker(document)
    front = tuple(maker.blocks(document.front))
    meta = document.meta
    return Flow(
        lang=document.lang,
        title=one_line(document.title),
        subtitle=one_line(document.subtitle),
        organisation=one_line(meta.organisation),
        version=one_line(meta.version),
        date=meta.date,
        mark=" ".join(one_line(mark) for mark in meta.marks),
        facts=tuple(facts_of(document)),
        cover=front_of(document),
        logo=_logo(document),
        dye=dye_of(document.house.accent),
        word_template=document.house.word_template,
        front=front,
        contents=say(WORDS, "contents", document.lang) if document.contents else "",
        items=tuple(_tidy(tuple(maker.sections(document.sections)))),
    )


def _logo(document: Document) -> Picture | None:
    logo, name = document.house.logo, one_line(document.meta.organisation)
    if logo is None:
        return None
    held = Figure("", logo, name)
    return Picture("", "", name, logo, ".png" if held.is_png else ".svg", 1.0)


def _tidy(items: tuple[Item, ...]) -> Iterator[Item]:
    """Yield *items* without ends of pages that would leave a page empty."""
    before: Item | None = None
    for item, after in zip_longest(items, items[1:]):
        is_end = isinstance(item, NewPage)
        if is_end and (isinstance(before, NewPage | Turn) or isinstance(after, Turn | None)):
            continue
        yield item
        before = item


class _Maker:
    """Numbers sections, tables and figures while it goes through them once."""

    def __init__(self, document: Document) -> None:
        self._lang = document.lang
        self._has_cover = document.cover is not None
        self._tables, self._figures, self._headings = count(1), count(1), count(1)
        self._lies = False
        ids = [section.id for section in walk(document.sections)]
        self._anchors: Mapping[str, str] = {
            id_: f"section-{place}" for place, id_ in enumerate(ids, start=1) if id_
        }

    def sections(
        self,
        sections: tuple[Section, ...],
        above: str | None = "",
        level: int = 1,
        *,
        is_wide: bool = False,
    ) -> Iterator[Item]:
        """Yield what sections hold; what lies in one without a number has none either."""
        numbers = count(1)
        for place, section in enumerate(sections):
            has_number = section.is_numbered and above is not None
            own = f"{above}{next(numbers)}" if has_number else ""
            lies = is_wide or section.is_wide
            if self._has_cover and level == 1 and place:
                # A paper with a cover is a book: its chapters begin pages.
                yield NewPage()
            yield from self._turn(is_wide=lies or _opens_wide(section))
            yield self._heading(section, level, own)
            yield from self.blocks(section.blocks)
            below = f"{own}." if own else None
            yield from self.sections(section.sections, below, level + 1, is_wide=lies)

    def _heading(self, section: Section, level: int, number: str) -> Heading:
        anchor = f"section-{next(self._headings)}"
        return Heading(level, number, one_line(section.title), anchor, one_line(section.form))

    def _turn(self, *, is_wide: bool) -> Iterator[Item]:
        if is_wide != self._lies:
            self._lies = is_wide
            yield Turn(is_wide)

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[Item]:
        for block in blocks:
            yield self._item(block)

    def _item(self, block: Block) -> Item:
        match block:
            case Paragraph():
                return Words(self._runs(block.text), block.style)
            case Bullets() | Numbered():
                sort: Literal["bullets", "numbers"]
                sort = "bullets" if isinstance(block, Bullets) else "numbers"
                return Items(sort, tuple(map(self._runs, block.items)), (False,) * len(block.items))
            case CheckList():
                checks = [one if isinstance(one, Check) else Check(one) for one in block.items]
                texts = tuple(self._runs(check.text) for check in checks)
                return Items("checks", texts, tuple(check.is_done for check in checks))
            case Figure():
                return self._picture(block)
            case PageBreak():
                return NewPage()
            case _:
                grid = grid_of(block, harmless)
                grid = replace(grid, shares=fitted(grid, LYING if self._lies else UPRIGHT))
                return replace(grid, label=self._label("table", grid.caption, self._tables))

    def _picture(self, figure: Figure) -> Picture:
        caption = one_line(figure.caption)
        return Picture(
            label=self._label("figure", caption, self._figures),
            caption=caption,
            alt=one_line(figure.alt) or caption,
            image=figure.image,
            suffix=".png" if figure.is_png else ".svg",
            width=min(max(figure.width, 0.05), 1.0),
        )

    def _label(self, key: str, caption: str, numbers: Iterator[int]) -> str:
        """Return the next number for what has a caption; the head of a form needs none."""
        return say(WORDS, key, self._lang, number=next(numbers)) if caption else ""

    def _runs(self, text: Text) -> Runs:
        """Clean the text run by run, so that the spaces between two of them stay."""
        made: list[Run] = []
        for run in runs_of(text):
            held = replace(run, text=between(run.text), target=self._anchors.get(run.target, ""))
            if made and replace(made[-1], text="") == replace(held, text=""):
                held = replace(held, text=made.pop().text + held.text)
            made.append(held)
        return tuple(without_edges(made))


def _opens_wide(section: Section) -> bool:
    """Whether nothing stands between the heading of *section* and one whose page lies."""
    first = section.sections[:1]
    return not section.blocks and any(one.is_wide or _opens_wide(one) for one in first)
