"""Which item of an inventory a row is of: by its id, its mark, or what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bcp.exchange.book.inventory_files import Entry
from bcp.exchange.book.naming import Names
from bcp.exchange.book.notation import Unreadable
from bcp.exchange.book.rows import Row
from bcp.exchange.book.sheets import MARK, Sheet
from bcp.exchange.book.tables import cell_of
from bcp.reading import shown
from bcp.words import LANGS

__all__ = ["Finder", "named", "said_of_event"]


class Finder:
    """Finds the item of each row of a sheet."""

    def __init__(
        self, sheet: Sheet, entries: Sequence[Entry], known: Names, *, is_new: bool
    ) -> None:
        self.is_new = is_new
        """Whether there is no inventory yet, so that marks are of another one."""
        self.sheet, self.entries, self.known = sheet, entries, known
        self.seen: dict[int, str] = {}
        """The items that were found, and where their rows stand."""
        self.at = "id"
        """The column by which was looked."""
        self.new: dict[tuple[str, str], str] = {}

    def find(self, row: Row) -> Entry | None:
        """Return the item of a row; None if it is a new one.

        Raises
        ------
        Unreadable
            If another row is of the same item, or the mark of a row is of none.
        """
        place = self._place(row)
        if place is None:
            self._note_new(row)
            return None
        if place in self.seen:
            raise Unreadable("book-row-twice", first=self.seen[place])
        self.seen[place] = row.place(self.at)
        return self.entries[place]

    def left(self) -> Iterator[Entry]:
        """Yield the items that no row is of; never what stands once in all files."""
        if not self.sheet.is_tall:
            for place, entry in enumerate(self.entries):
                if place not in self.seen:
                    yield entry

    def _place(self, row: Row) -> int | None:
        if self.sheet.is_tall:
            return 0 if self.entries else None
        if self.sheet.has_id:
            return self._by_id(row)
        return self._by_mark(row)

    def _by_id(self, row: Row) -> int | None:
        self.at = "id"
        wanted = self.known.id_of(row)
        owner = self.known.owner(row)
        for place, entry in enumerate(self.entries):
            if entry.raw.get("id") == wanted and entry.owner == owner:
                self.at = "id" if row.text("id") else "name"
                return place
        return None

    def _by_mark(self, row: Row) -> int | None:
        self.at = MARK
        mark = row.text(MARK)
        if mark and not self.is_new:
            for place, entry in enumerate(self.entries):
                if entry.mark == mark:
                    return place
            raise Unreadable("book-mark-unknown", value=shown(mark))
        self.at = self.sheet.known_by[0] if self.sheet.known_by else MARK
        return self._by_nature(row)

    def _by_nature(self, row: Row) -> int | None:
        """Return the only item that says the same where it is known by."""
        owner = self.known.owner(row)
        alike = [
            place
            for place, entry in enumerate(self.entries)
            if entry.owner == owner and all(self._agree(row, entry))
        ]
        return alike[0] if len(alike) == 1 and alike[0] not in self.seen else None

    def _agree(self, row: Row, entry: Entry) -> Iterator[bool]:
        """Yield whether a row says what an item says, for each key by which it is known."""
        for key in self.sheet.known_by:
            column = self.sheet.by_key[key]
            said = {cell_of(self.sheet, column, entry, lang).strip() for lang in LANGS}
            yield row.text(key) in said

    def _note_new(self, row: Row) -> None:
        wanted = self.known.id_of(row)
        if not self.sheet.has_id or not wanted:
            return
        key = (self.known.owner(row), wanted)
        if key in self.new:
            raise Unreadable("book-row-twice", first=self.new[key])
        self.new[key] = row.place("id")


def named(sheet: Sheet, entry: Entry) -> str:
    """Return what an item is called in a difference."""
    own = entry.raw.get("id") if sheet.has_id else entry.raw.get("at") or entry.raw.get("what")
    if sheet.key == "events":
        own = said_of_event(entry.raw)
    return "/".join(str(part) for part in (entry.owner, own or entry.raw.get("record")) if part)


def said_of_event(raw: Mapping[str, Any]) -> str:
    """Return what an event is called in a difference: when, what, and whom it strikes."""
    select = raw.get("select")
    picked = [*select.values()] if isinstance(select, Mapping) else []
    words = [one for held in picked for one in (held if isinstance(held, list) else [held])]
    parts = [raw.get("at"), raw.get("happens"), raw.get("team"), raw.get("teams"), *words]
    return " ".join(held for held in parts if isinstance(held, str))
