"""Items of tables, found again by their name or by their class and number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bcp.errors import Fault, InputError
from bcp.exchange.foreign.csv_file import Table, read_table
from bcp.exchange.foreign.drawn import Drawing, Need, Thing
from bcp.inventory.models import Kind

__all__ = ["Catalogue", "read_tables"]


@dataclass
class Catalogue:
    """What was drawn, and by what it can be found."""

    drawing: Drawing
    names: dict[str, list[str]] = field(default_factory=dict)
    numbers: dict[tuple[str, str], str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def enter(self, thing: Thing, sort: str, number: str) -> str:
        """Draw a thing; *sort* and *number* are how the tool knows it."""
        self.drawing.add(thing)
        self.names.setdefault(thing.name, []).append(thing.id)
        if number:
            self.numbers.setdefault((sort.casefold(), number), thing.id)
        return thing.id

    def find(self, name: str, *kinds: str) -> str | None:
        """Return the only thing of a name (and, if given, of some kinds); None if there is none.

        One of several is never guessed: that is told, and it is as if there were none.
        """
        held = self.names.get(name, ())
        found = [id_ for id_ in held if not kinds or self.drawing.kind_of(id_) in kinds]
        if len(found) > 1:
            self.drawing.tell_once("left-out", "name-several", name)
        return found[0] if len(found) == 1 else None

    def place(self, name: str, kind: Kind, within: str | None = None) -> str:
        """Return the place of a name, drawn if no table listed it."""
        for id_ in self.names.get(name, ()):
            if self.drawing.kind_of(id_) in ("site", "room"):
                return id_
        id_ = self.drawing.claim(name, kind)
        self.drawing.tell("derived", "place-named", name)
        return self.enter(Thing(id_, kind, name, within=within), "", "")

    def link(self, owner: str, name: str, key: str, *kinds: str) -> bool:
        """Let a thing need the one of a name; tell if there is none. Return whether there is."""
        if not name:
            return False
        other = self.find(name, *kinds)
        if other is None:
            self.drawing.tell_once("left-out", "name-missing", f"{owner} → {name}")
            return False
        if self.drawing.need(owner, Need((other,))):
            self.drawing.tell("derived", key, f"{owner} → {other}")
        return True


def read_tables(paths: Sequence[Path]) -> list[Table]:
    """Return the tables of all files.

    Raises
    ------
    InputError
        With every fault of all files.
    """
    tables: list[Table] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            tables.append(read_table(path))
        except InputError as error:
            faults += error.faults
    if faults:
        raise InputError(faults)
    return tables
