"""A document as writers need it: one thing after the other, numbered, its text made harmless.

Every writer shows the same flow, so that no two of them can number, sign or clean a text
differently.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
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
from bcp.report.plain import clean
from bcp.report.writers.grid import Grid, grid_of
from bcp.words import Lang, say
from bcp.words.document import WORDS

Runs = tuple[Run, ...]

_NEW_LINE = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[ \t]+")
_NO_SIGNS = re.compile("[\ufdd0-\ufdef]")
_LAST_OF_PLANE = 0xFFFE
"""The last two codes of every plane are no signs, and XML cannot hold those of the first."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section."""

    level: int
    number: str
    """Such as 1.2; empty if the section has none."""
    title: str
    anchor: str
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


Item = Heading | Words | Items | Grid | Picture | NewPage


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
    def pictures(self) -> tuple[Picture, ...]:
        """Every figure, in order."""
        return tuple(item for item in (*self.front, *self.items) if isinstance(item, Picture))

    @property
    def grids(self) -> tuple[Grid, ...]:
        """Every table and form, in order."""
        return tuple(item for item in (*self.front, *self.items) if isinstance(item, Grid))


def harmless(text: str) -> str:
    """Return *text* as every format can hold it: lines of signs, with single spaces in between.

    What steers (escapes, turned directions, joiners without width) is taken out, and so is what XML
    cannot hold.
    """
    return "\n".join(_harmless_line(line) for line in _NEW_LINE.split(text)).strip("\n")


def _harmless_line(line: str) -> str:
    plain = _NO_SIGNS.sub("", _SPACES.sub(" ", clean(line))).strip(" ")
    return "".join(sign for sign in plain if ord(sign) & _LAST_OF_PLANE != _LAST_OF_PLANE)


def one_line(text: str) -> str:
    """Return *text* harmless and in one line."""
    return harmless(text).replace("\n", " ")


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
        facts=tuple(_facts(document)),
        front=front,
        contents=say(WORDS, "contents", document.lang) if document.contents else "",
        items=tuple(maker.sections(document.sections)),
    )


def _facts(document: Document) -> Iterator[tuple[str, str]]:
    lang, meta = document.lang, document.meta
    day = meta.date
    date = say(WORDS, "day", lang, year=day.year, month=day.month, day=day.day) if day else ""
    facts = {
        "organisation": meta.organisation,
        "date": date,
        "version": meta.version,
        "inputs": meta.inputs,
    }
    for key, value in facts.items():
        if value:
            yield say(WORDS, key, lang), one_line(value)


class _Maker:
    """Numbers sections, tables and figures while it goes through them once."""

    def __init__(self, document: Document) -> None:
        self._lang = document.lang
        self._tables, self._figures, self._headings = count(1), count(1), count(1)
        ids = [section.id for section in walk(document.sections)]
        self._anchors: Mapping[str, str] = {
            id_: f"section-{place}" for place, id_ in enumerate(ids, start=1) if id_
        }

    def sections(
        self, sections: tuple[Section, ...], above: str | None = "", level: int = 1
    ) -> Iterator[Item]:
        """Yield what sections hold; what lies in one without a number has none either."""
        numbers = count(1)
        for section in sections:
            has_number = section.is_numbered and above is not None
            own = f"{above}{next(numbers)}" if has_number else ""
            yield Heading(level, own, one_line(section.title), f"section-{next(self._headings)}")
            yield from self.blocks(section.blocks)
            yield from self.sections(section.sections, f"{own}." if own else None, level + 1)

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
            held = replace(run, text=_between(run.text), target=self._anchors.get(run.target, ""))
            if made and replace(made[-1], text="") == replace(held, text=""):
                held = replace(held, text=made.pop().text + held.text)
            made.append(held)
        return tuple(_without_edges(made))


def _without_edges(runs: list[Run]) -> Iterator[Run]:
    """Yield *runs* without the spaces before the first letter and after the last."""
    inked = [place for place, run in enumerate(runs) if run.text.strip(" ")]
    for place in range(inked[0], inked[-1] + 1) if inked else ():
        text = runs[place].text
        text = text.lstrip(" ") if place == inked[0] else text
        text = text.rstrip(" ") if place == inked[-1] else text
        if text:
            yield replace(runs[place], text=text)


def _between(text: str) -> str:
    """Return *text* harmless, with the space that parts it from its neighbours."""
    plain = harmless(text)
    before = " " if text[:1] in {" ", "\t"} and plain else ""
    after = " " if text[-1:] in {" ", "\t"} else ""
    return f"{before}{plain}{after}"
