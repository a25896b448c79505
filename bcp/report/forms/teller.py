"""Says what a dossier holds, in one language, and keeps a list of what nobody has filled in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from bcp.report.document import Cell
from bcp.report.dossier import Dossier, Edition
from bcp.report.forms.ground import Ground
from bcp.report.names import called, names_of
from bcp.words import Lang, Names, Phrase, Table, join, render, say, show_span
from bcp.words.forms import WORDS

__all__ = ["NONE", "Blank", "Teller"]

NONE = "–"
"""What stands for nothing: there is none, and none is wanted."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A field that nobody has filled in."""

    form: str
    """Of which form or chapter, as 様式4."""
    item: str
    """Of what: the name of a component, a person …; empty: of the plan itself."""
    field: str
    """Which field, as the form calls it."""
    where: str
    """Where to write it, as ``components: server-room: facts.cooling``."""


@dataclass
class Teller:
    """Says things in one language; :attr:`blanks` grows while forms and chapters are built."""

    dossier: Dossier
    lang: Lang
    edition: Edition = "internal"
    names: Names = field(init=False)
    """Of everything that has an id, and of scenarios and drills, which may bear the id of an item:
    there the item's name counts; see :meth:`scenario_named` and :meth:`drill_named`."""
    blanks: list[Blank] = field(default_factory=list)
    _noted: set[tuple[str, str]] = field(default_factory=set, repr=False)

    def __post_init__(self) -> None:
        held = self.dossier
        heads = [outlook.head for outlook in held.outlooks]
        self.names = {
            **{head.id: called(head, self.lang) for head in (*heads, *held.drills)},
            **names_of(held.inventory, self.lang),
        }

    @cached_property
    def ground(self) -> Ground:
        """What follows from the inventory as a whole."""
        return Ground(self.dossier.inventory)

    @property
    def is_public(self) -> bool:
        """Whether what it says is for everybody."""
        return self.edition == "public"

    def say(self, key: str, /, **values: object) -> str:
        """Return the text *key* of the forms."""
        return say(WORDS, key, self.lang, **values)

    def render(self, table: Table, phrase: Phrase) -> str:
        """Return a phrase of a calculation."""
        return render(table, phrase, self.lang, self.names)

    def name(self, id_: str) -> str:
        """Return what people call *id_*."""
        return self.names.get(id_, id_)

    def scenario_named(self, id_: str) -> str:
        """Return what people call the scenario *id_*."""
        heads = (outlook.head for outlook in self.dossier.outlooks)
        return next((called(head, self.lang) for head in heads if head.id == id_), id_)

    def drill_named(self, id_: str) -> str:
        """Return what people call the drill *id_*."""
        heads = (head for head in self.dossier.drills if head.id == id_)
        return next((called(head, self.lang) for head in heads), id_)

    def list(self, ids: Iterable[str], most: int = 6) -> str:
        """Return the names of *ids* in a row; of more than *most*, the rest as a number."""
        held = [self.name(id_) for id_ in ids]
        if len(held) <= most:
            return join(held, self.lang)
        shown = join(held[:most], self.lang)
        return self.say("and-more", names=shown, number=len(held) - most)

    def span(self, seconds: int | None) -> str:
        """Return a length of time in words; nothing there is :data:`NONE`."""
        return NONE if seconds is None else show_span(seconds, self.lang)

    def day(self, day: dt.date | None) -> str:
        """Return a date; nothing there is :data:`NONE`."""
        return NONE if day is None else day.isoformat()

    def remember(self, form: str, title: str, where: str, item: str = "") -> None:
        """Note a field that nobody has filled in: once, under the first form that asks for it."""
        if not self.is_public and (where, item) not in self._noted:
            self._noted.add((where, item))
            self.blanks.append(Blank(form, item, title, where))

    def fill(self, text: str, form: str, title: str, where: str, item: str = "") -> Cell:
        """Return *text* as a cell; if it is empty, say so and note it as a thing to do.

        Parameters
        ----------
        text
            What the field holds.
        form
            The form or chapter that it stands in.
        title
            What the form calls the field.
        where
            Where in the inventory it would be written.
        item
            What it is about; empty: the plan itself.
        """
        if text:
            return Cell(text)
        self.remember(form, title, where, item)
        return Cell(self.say("blank"), tone="muted")
