"""A document before it is a file: what it says and in which order, frozen.

Builders make it, ``bcp.report.writers`` turns it into Word, PDF, HTML, Markdown and Excel. All text
is plain: whatever it holds is shown as it stands, never read as markup. Writers number sections,
tables and figures, and put the marks on every page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from bcp.words import Lang

DEEPEST = 3
"""Sections within sections: 1, 1.1 and 1.1.1."""

Align = Literal["left", "center", "right"]
Style = Literal["normal", "lead", "note", "caption"]
Tone = Literal["none", "good", "warn", "bad", "muted"]
"""How a cell is meant. Writers give each tone a colour and, beside it, a sign: ○, △, ×.

``muted`` has no sign: it only stands back, and its words say why.
"""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a sentence that looks one way."""

    text: str
    strong: bool = False
    """Bold."""
    emphasis: bool = False
    """Set apart: underlined, as slanted Japanese is hard to read."""
    target: str = ""
    """The ``id`` of a section that it leads to."""


Text = str | tuple[Run, ...]
"""A plain sentence, or one of several runs."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a line feed in it is a new line."""

    text: Text
    style: Style = "normal"
    """``lead``: larger, what a hurried reader should take along; ``note``: small print."""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list with a dot before each item."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A list of steps, numbered from 1."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """Something to tick."""

    text: Text
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class CheckList:
    """Boxes to tick, on paper or before printing; plain text is a box still empty."""

    items: tuple[Check | Text, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    title: str
    align: Align = "left"
    share: float = 1.0
    """Of the width, beside the other columns' shares."""
    kind: Literal["text", "number"] = "text"
    """``number``: Excel gets a number to count with wherever the text is one."""
    group: str = ""
    """A heading above its own: neighbours of one group share it. Empty: its title fills both."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is more than plain text."""

    text: str
    emphasis: bool = False
    """Bold."""
    tone: Tone = "none"


Row = tuple[Cell | str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its head is repeated on every page, and no row is cut in two.

    Raises
    ------
    ValueError
        If there is no column, or a row has not as many cells as there are columns.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    totals: tuple[Row, ...] = ()
    """Rows below a line, in bold."""

    def __post_init__(self) -> None:
        wrong = [row for row in chain(self.rows, self.totals) if len(row) != len(self.columns)]
        if wrong or not self.columns:
            raise ValueError(f"{len(self.columns)} columns, but {wrong[:1]}")


@dataclass(frozen=True, slots=True)
class KeyValues:
    """Labels with their values, as in the head of a form."""

    pairs: tuple[tuple[str, Cell | str], ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a printed form."""

    text: str = ""
    is_label: bool = False
    """Says what the box beside or below it is for."""
    columns: int = 1
    """How many columns of the form it spans."""
    rows: int = 1
    """How many rows it spans."""
    lines: int = 1
    """For how many lines of handwriting there must be room, at least."""
    align: Align = "left"
    tone: Tone = "none"


@dataclass(frozen=True, slots=True)
class FormGrid:
    """A printed form: boxes in rows, each put into the next place that is free.

    Raises
    ------
    ValueError
        If the boxes do not fill the form exactly.
    """

    caption: str
    shares: tuple[float, ...]
    """Of the width, one a column."""
    rows: tuple[tuple[Box, ...], ...]

    def __post_init__(self) -> None:
        places = {
            (row + down, column + right)
            for box, row, column in self.placed()
            for down in range(box.rows)
            for right in range(box.columns)
        }
        area = sum(box.rows * box.columns for boxes in self.rows for box in boxes)
        whole = {(row, column) for row in range(len(self.rows)) for column in self._columns()}
        if places != whole or area != len(whole):
            raise ValueError(f"the boxes do not fill the form {self.caption!r}")

    def placed(self) -> Iterator[tuple[Box, int, int]]:
        """Return each box with the row and the column where it begins, counted from 0."""
        taken: set[tuple[int, int]] = set()
        for row, boxes in enumerate(self.rows):
            for box in boxes:
                free = (column for column in self._columns() if (row, column) not in taken)
                column = next(free, len(self.shares))
                taken |= {
                    (row + down, column + right)
                    for down in range(box.rows)
                    for right in range(box.columns)
                }
                yield box, row, column

    def _columns(self) -> range:
        return range(len(self.shares))


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, as the bytes of a PNG or SVG: a frozen document does not change with a file.

    Raises
    ------
    ValueError
        If the bytes are neither.
    """

    caption: str
    image: bytes
    alt: str
    """Says in words what is seen, for those who do not see it."""
    width: float = 1.0
    """As a share of the width of the text; a tall picture is made to fit the page."""

    def __post_init__(self) -> None:
        if not (self.is_png or b"<svg" in self.image[:4096]):
            raise ValueError(f"neither PNG nor SVG: {self.image[:16]!r}")

    @property
    def is_png(self) -> bool:
        """Whether it is a PNG; otherwise it is an SVG."""
        return self.image.startswith(b"\x89PNG\r\n\x1a\n")


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page, where there are pages."""


Block = (
    Paragraph | Bullets | Numbered | CheckList | Table | KeyValues | FormGrid | Figure | PageBreak
)


@dataclass(frozen=True, slots=True)
class Section:
    """A section under its heading."""

    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    id: str = ""
    """What a :class:`Run` calls it that leads to it."""
    is_numbered: bool = True
    """Not so a preface or an annex, whose title says what it is."""
    is_wide: bool = False
    """Whether its pages lie, for tables with many columns; so do those of the sections in it."""
    form: str = ""
    """Of an official form: what it is called, such as 様式1. A workbook gives it a sheet."""

    @property
    def depth(self) -> int:
        """How many levels of headings there are, this one included."""
        return 1 + max((section.depth for section in self.sections), default=0)


@dataclass(frozen=True, slots=True)
class Meta:
    """What a document says of itself."""

    organisation: str = ""
    date: dt.date | None = None
    """Also the date of the file's own properties: no clock is read."""
    version: str = ""
    """Of the plan or report, as its readers count it."""
    inputs: str = ""
    """The digest of what it was made from."""
    marks: tuple[str, ...] = ()
    """Shown on every page, such as 訓練 / EXERCISE."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page, by itself: title, version, approvals."""

    kicker: str = ""
    """Above the title, such as the name of the organisation."""
    facts: tuple[tuple[str, str], ...] = ()
    """Below it: number, version, dates, who keeps it."""
    approvals: tuple[tuple[str, str, str], ...] = ()
    """Boxes to sign: title, name or nothing, date or nothing."""
    note: str = ""
    """At the foot, such as whom the edition is for."""


@dataclass(frozen=True, slots=True)
class House:
    """How the papers of an organisation look."""

    logo: bytes | None = None
    """A PNG or SVG."""
    accent: str | None = None
    """RRGGBB, of headings and rules."""
    word_template: bytes | None = None
    """A .docx or .dotx whose styles, headers and footers Word output takes over."""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    Raises
    ------
    ValueError
        If sections lie deeper than three levels, or two have the same ``id``, or a run leads to a
        section that is not there.
    """

    title: str
    subtitle: str = ""
    lang: Lang = "ja"
    meta: Meta = Meta()
    sections: tuple[Section, ...] = ()
    front: tuple[Block, ...] = ()
    """Stands before the first section and before the contents."""
    contents: bool = False
    """Whether it has a table of contents."""
    cover: Cover | None = None
    """Its first page; without one the title stands above the text."""
    house: House = House()

    def __post_init__(self) -> None:
        deep = [section.title for section in self.sections if section.depth > DEEPEST]
        if deep:
            raise ValueError(f"more than {DEEPEST} levels: {deep}")
        ids = [section.id for section in walk(self.sections) if section.id]
        blocks = chain(self.front, *(section.blocks for section in walk(self.sections)))
        lost = {run.target for run in chain.from_iterable(map(_runs, blocks))} - {"", *ids}
        if lost or len(ids) != len(set(ids)):
            raise ValueError(f"sections named twice or not at all: {sorted(lost) or ids}")


def walk(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Return sections and those within, in reading order."""
    for section in sections:
        yield section
        yield from walk(section.sections)


def runs_of(text: Text) -> tuple[Run, ...]:
    """Return the runs of *text*: one if it is plain."""
    return (Run(text),) if isinstance(text, str) else text


def _runs(block: Block) -> Iterator[Run]:
    """Return every run of *block*."""
    if isinstance(block, Paragraph):
        yield from runs_of(block.text)
    elif isinstance(block, Bullets | Numbered | CheckList):
        for item in block.items:
            yield from runs_of(item.text if isinstance(item, Check) else item)
