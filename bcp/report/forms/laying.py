"""How a form is laid out: its title, its columns, its rows up to a number, and the note below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from bcp.report.document import Align, Block, Cell, Column, Paragraph, Row, Section, Table
from bcp.report.forms.teller import NONE, Teller

__all__ = [
    "ALIGNED",
    "MOST",
    "Entry",
    "Head",
    "columns",
    "form_name",
    "lines",
    "listing",
    "missing",
    "note",
    "sheet",
    "tag",
    "title",
]

MOST = 120
"""How many rows a list has before it only counts the rest."""
ALIGNED: Align = "center"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Head:
    """A column: a key of the words and a share of the width."""

    key: str
    share: float = 1.0
    align: Align = "left"
    group: str = ""
    kind: Literal["text", "number"] = "text"
    title: str = ""
    """In place of what the key says."""


@dataclass(frozen=True)
class Entry:
    """An item of the inventory in a form: fills its cells and notes what it lacks."""

    teller: Teller
    number: int
    """Of the form."""
    section: str
    """Of the files, as ``components``."""
    id: str
    label: str = ""
    """What it is called, where :meth:`Teller.name` does not know it."""

    def cell(self, head: str, text: str, field: str, *, wanted: bool = True) -> Cell:
        """Return *text*; if it is empty, say that *field* is to be written, if it is wanted."""
        if not text and not wanted:
            return Cell(NONE, tone="muted")
        tell = self.teller
        place = f"{self.section}: {self.id}: {field}"
        return tell.fill(text, form_name(self.number, tell), tell.say(head), place, self._name())

    def note(self, head: str, field: str) -> None:
        """Note that *field* is to be written, without a cell of its own."""
        tell = self.teller
        place = f"{self.section}: {self.id}: {field}"
        tell.remember(form_name(self.number, tell), tell.say(head), place, self._name())

    def _name(self) -> str:
        return self.label or self.teller.name(self.id)


def form_name(number: int, teller: Teller) -> str:
    """Return what a form is called, as 様式4."""
    return teller.say("form-name", number=number)


def title(number: int, teller: Teller) -> str:
    """Return what a form is called with its title."""
    return teller.say("form-title", number=number, title=teller.say(f"title-{number}"))


def tag(number: int) -> str:
    """Return the id of the section that holds a form."""
    return f"form-{number}"


def sheet(
    number: int, teller: Teller, blocks: Iterable[Block], *, is_wide: bool = True
) -> Section | None:
    """Return a form with its title and, unless its columns are official, the note about them.

    Parameters
    ----------
    number
        Of the form.
    teller
        Who says it.
    blocks
        What stands in it; without any there is no form.
    is_wide
        Whether its pages lie.
    """
    held = tuple(blocks)
    if not held:
        return None
    if number != 1:
        held = (*held, note(teller, "columns-ours"))
    return Section(
        title(number, teller),
        held,
        id=tag(number),
        is_numbered=False,
        is_wide=is_wide,
        form=form_name(number, teller),
    )


def missing(number: int, teller: Teller, section: str) -> None:
    """Note that nothing at all is there for a form: the whole section of the files is missing."""
    what = teller.say("whole-form", title=teller.say(f"title-{number}"))
    teller.remember(form_name(number, teller), what, section)


def columns(teller: Teller, heads: Sequence[Head]) -> tuple[Column, ...]:
    """Return the columns that *heads* describe."""
    return tuple(
        Column(
            head.title or teller.say(head.key),
            head.align,
            head.share,
            head.kind,
            teller.say(head.group) if head.group else "",
        )
        for head in heads
    )


def listing(
    teller: Teller,
    heads: Sequence[Head],
    items: Iterable[T],
    row: Callable[[T], Row],
    *,
    most: int = MOST,
    caption: str = "",
) -> tuple[Block, ...]:
    """Return a table of the first *most* items and how many more there are; without any, nothing.

    Only rows that are shown are made, so that nothing is asked for that nobody sees.
    """
    held = list(items)
    if not held:
        return ()
    shown = tuple(row(item) for item in held[:most])
    blocks: list[Block] = [Table(caption, columns(teller, heads), shown)]
    if len(held) > most:
        blocks.append(note(teller, "rows-left", shown=most, left=len(held) - most))
    return tuple(blocks)


def note(teller: Teller, key: str, /, **values: object) -> Paragraph:
    """Return a sentence in small print."""
    return Paragraph(teller.say(key, **values), "note")


def lines(texts: Iterable[str]) -> str:
    """Return the texts that say something, each in a line of its own; without any, nothing."""
    return "\n".join(dict.fromkeys(text for text in texts if text))
