"""Writes the chapters of the plan: sentences, what nobody has filled in, what stands where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bcp.outlook.outlook import Outlook
from bcp.recovery.result import Finding, PriorityRow
from bcp.report.document import Block, Cell, Column, Figure, Paragraph, Row, Section, Table
from bcp.report.forms import form
from bcp.report.forms.teller import NONE, Blank, Teller
from bcp.report.names import called
from bcp.words import join, say
from bcp.words.annual import WORDS
from bcp.words.findings import WORDS as FINDINGS
from bcp.words.recovery import WORDS as RECOVERY

__all__ = ["FORMS", "NONE", "WITHHELD", "Author", "chapter", "shown"]

FORMS = range(1, 19)
WITHHELD = frozenset({1, 2, 3, 4, 5, 6, 7, 9, 11, 18})
"""Forms that no public edition has: they are about contacts, addresses or weak points."""


@dataclass
class Author(Teller):
    """A teller who knows the words of the plan besides those of the forms."""

    figures: dict[str, Figure] = field(default_factory=dict)
    """The pictures that were drawn, by what they show."""
    forms: dict[int, Section | None] = field(default_factory=dict)
    """Those that were asked for, each built once."""

    def tell(self, key: str, /, **values: object) -> str:
        """Return a text of the plan."""
        return say(WORDS, key, self.lang, **values)

    def knows(self, key: str) -> bool:
        """Return whether the plan has words for *key*."""
        return key in WORDS

    def some(self, key: str, number: int, /, **values: object) -> str:
        """Return the text *key*, or ``key-one`` if *number* is 1."""
        one = f"{key}-one"
        return self.tell(one if number == 1 and one in WORDS else key, number=number, **values)

    def join(self, texts: Iterable[str]) -> str:
        """Return texts in a row."""
        return join(texts, self.lang)

    def sentences(self, *texts: str) -> str:
        """Return sentences one behind the other."""
        return ("" if self.lang == "ja" else " ").join(filter(None, texts))

    def order(self) -> tuple[PriorityRow, ...]:
        """Return the recovery priority: to the public that of the systems alone.

        What stands behind them is nobody else's business.
        """
        rows = self.dossier.priority
        if not self.is_public:
            return rows
        systems = set(self.ground.systems)
        return tuple(row for row in rows if row.component in systems)

    def form(self, number: int) -> Section | None:
        """Return a form, unless nothing stands in it or nobody may see it."""
        if number not in self.forms:
            withheld = self.is_public and number in WITHHELD
            self.forms[number] = None if withheld else form(number, self)
        return self.forms[number]

    def fill(self, text: str, form: str, title: str, where: str, item: str = "") -> Cell:
        """Return *text* as a cell; what is empty is only noted where somebody may write it."""
        if self.is_public:
            return Cell(text) if text else Cell(NONE, tone="muted")
        return super().fill(text, form, title, where, item)

    def note(self, form: str, title: str, where: str, item: str = "") -> None:
        """Note a thing to do, without a field of its own."""
        if not self.is_public:
            self.blanks.append(Blank(form, item, title, where))

    def draft(self, texts: Sequence[str], key: str, form: str, where: str) -> list[Block]:
        """Return what the plan says, or a draft to start from, marked and noted as one."""
        if texts:
            return [Paragraph(text) for text in texts]
        self.note(form, self.tell("draft-field"), where)
        lines = self.tell(key).split("\n")
        return [Paragraph(self.tell("draft", text=line)) for line in lines]

    def finding(self, held: Finding) -> str:
        """Return a finding in words."""
        return self.render(FINDINGS, held.phrase)

    def reason(self, row: PriorityRow) -> str:
        """Return why a component stands where it does."""
        return self.render(RECOVERY, row.reason)

    def scene(self, outlook: Outlook) -> str:
        """Return what a scenario is called."""
        return called(outlook.head, self.lang)

    def later(self, outlook: Outlook) -> Outlook | None:
        """Return the same scenario with the planned measures, if any is planned."""
        return next((one for one in self.dossier.after if one.head.id == outlook.head.id), None)

    def table(
        self, caption: str, columns: Sequence[tuple[str, float]], rows: Iterable[Row], most: int
    ) -> list[Block]:
        """Return a table of at most *most* rows, and how many were left out; no rows: nothing.

        Parameters
        ----------
        caption
            Key of its caption.
        columns
            Key and share of each; a key that begins with ``#`` names a column of figures.
        rows
            All of them.
        most
            How many to show.
        """
        held = list(rows)
        if not held:
            return []
        heads = tuple(
            Column(
                self.tell(f"col-{key.removeprefix('#')}"),
                "right" if key.startswith("#") else "left",
                share,
            )
            for key, share in columns
        )
        blocks: list[Block] = [Table(self.tell(caption), heads, tuple(held[:most]))]
        if len(held) > most:
            blocks.append(Paragraph(self.tell("more-rows", number=len(held) - most), "note"))
        return blocks


def chapter(
    title: str,
    id_: str,
    blocks: Sequence[Block] = (),
    sections: Iterable[Section | None] = (),
    *,
    is_wide: bool = False,
    is_numbered: bool = True,
) -> Section | None:
    """Return a section; nothing if it would hold nothing.

    Where the first or half of what stands in it needs lying pages, the whole lies: a page that holds a heading
    and a sentence before the paper is turned helps nobody.
    """
    held = tuple(one for one in sections if one is not None)
    if not blocks and not held:
        return None
    wide = [one for one in held if one.is_wide]
    is_wide = is_wide or (bool(wide) and (held[0].is_wide or 2 * len(wide) >= len(held)))
    return Section(title, tuple(blocks), held, id=id_, is_wide=is_wide, is_numbered=is_numbered)


def shown(value: float) -> str:
    """Return a figure with one decimal."""
    return f"{value:,.1f}"
