"""What rows call things: ids, and names that stand for the only item that is called so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from unicodedata import normalize

from bcp.exchange.book.columns import Column
from bcp.exchange.book.inventory_files import Base
from bcp.exchange.book.notation import simple
from bcp.exchange.book.rows import Read, Row
from bcp.exchange.book.sheets import OF, sheets
from bcp.inventory.sections import SORTS, SPACES

__all__ = ["Names"]

_ID = re.compile("[a-z0-9-]+")
_LONGEST = 40
_SORTS: Mapping[str, str] = {**SORTS, "scenarios": "scenario"}
_SPACES = (*SPACES, ("scenarios",))


class Names:
    """The ids and the names of an inventory and of the rows that go into it."""

    def __init__(self, base: Base, read: Read) -> None:
        self._ids: dict[str, set[str]] = {section: set() for section in _SORTS}
        self._named: dict[str, dict[str, set[str]]] = {section: {} for section in _SORTS}
        for sheet in sheets():
            if sheet.section in _SORTS and not sheet.is_inner:
                for entry in base.entries(sheet):
                    self._note(sheet.section, entry.raw.get("id"), entry.raw.get("name"))
        for sheaf in read.sheaves:
            if sheaf.sheet.section in _SORTS and not sheaf.sheet.is_inner:
                for row in sheaf.rows:
                    self._note(sheaf.sheet.section, row.text("id"), row.text("name"))
        self._given: dict[tuple[str, str], str] = {}

    def _note(self, section: str, id_: Any, name: Any) -> None:
        if isinstance(id_, str) and id_:
            self._ids[section].add(id_)
            if isinstance(name, str) and name.strip():
                self._named[section].setdefault(simple(name), set()).add(id_)

    def _meant(self, section: str, text: str) -> str:
        """Return the id for an id or a name; the text itself if it is neither."""
        if section not in self._ids or text in self._ids[section]:
            return text
        called = self._named[section].get(simple(text), set())
        return next(iter(called)) if len(called) == 1 else text

    def _provider(self, text: str) -> str:
        """Return the id of the component or function that is called *text*."""
        is_id = text in self._ids["components"] or text in self._ids["functions"]
        meant = text if is_id else self._meant("components", text)
        return self._meant("functions", text) if meant == text and not is_id else meant

    def ids(self, column: Column, value: Any) -> Any:
        """Return a value in which the ids that *column* takes stand for names too."""
        if column.refers is None or value is None:
            return value
        if isinstance(value, list):
            return [
                self._meant(column.refers, one) if isinstance(one, str) else one for one in value
            ]
        return self._meant(column.refers, value) if isinstance(value, str) else value

    def owner(self, row: Row) -> str:
        """Return the id of the item that a row is part of; nothing if it is part of none."""
        return self._meant(row.sheet.section, row.text(OF)) if row.sheet.is_inner else ""

    def id_of(self, row: Row) -> str:
        """Return the id that a row gives, or that of the item it calls by name; else nothing."""
        given = row.text("id")
        if given or row.sheet.is_inner:
            return given
        name = row.text("name")
        section = row.sheet.section
        if (section, simple(name)) in self._given:
            return self._given[section, simple(name)]
        meant = self._meant(section, name)
        return meant if name and meant in self._ids.get(section, ()) else ""

    def new_id(self, row: Row) -> str:
        """Return an id that is free for an item that has none: from its name if that can be."""
        section = row.sheet.section
        taken = {
            id_
            for space in _SPACES
            if section in space
            for held in space
            for id_ in self._ids[held]
        }
        made = next(one for one in self._candidates(row, _SORTS[section]) if one not in taken)
        name = row.text("name")
        self._note(section, made, name)
        self._given[section, simple(name)] = made
        return made

    @staticmethod
    def _candidates(row: Row, sort: str) -> Iterator[str]:
        for key in ("name_en", "name"):
            words = re.findall("[a-z0-9]+", normalize("NFKC", row.text(key)).lower())
            is_latin = normalize("NFKC", row.text(key)).isascii()
            made = "-".join(words)[:_LONGEST].strip("-")
            if made and is_latin and made != "own":
                yield made
        number = 1
        while True:
            yield f"{sort}-{number}"
            number += 1
