"""The rows of sheets merged into the files of an inventory: only what they say otherwise changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bcp.authoring.text import amended
from bcp.errors import Fault
from bcp.exchange.book.changing import copied, means_the_same, put, put_rest
from bcp.exchange.book.columns import Column
from bcp.exchange.book.difference import Changed, Difference, Whole
from bcp.exchange.book.finding import Finder, named, said_of_event
from bcp.exchange.book.inventory_files import SCENARIOS, Base, Entry
from bcp.exchange.book.naming import Names
from bcp.exchange.book.notation import Unreadable, choice, meant
from bcp.exchange.book.rows import Read, Row, Sheaf
from bcp.exchange.book.scenario_rows import lowered
from bcp.exchange.book.sheets import MARK, OF, REST, Sheet, owners, placed_keys, rest_of, sheets
from bcp.exchange.book.tables import cell_of
from bcp.reading import shown
from bcp.words import LANGS, Lang, Phrase

__all__ = ["Merged", "merge"]

_ID = re.compile("[a-z0-9-]{1,100}")
"""An id that can be the name of a file."""


@dataclass(frozen=True)
class Merged:
    """Files after a merge, and what it did."""

    difference: Difference
    faults: tuple[Fault, ...]
    """Cells that could not be understood; they changed nothing."""
    roots: tuple[Mapping[str, Any], ...]
    """What each file of :attr:`names` will hold."""
    names: tuple[str, ...]
    origins: Mapping[int, Row]
    """The row of every item that one has, by the ``id()`` of the item."""


def merge(base: Base, read: Read, lang: Lang, *, delete: bool = False) -> Merged:
    """Return the files of *base* with what the rows of *read* say.

    Parameters
    ----------
    base
        The inventory as it is; no file for a new one.
    read
        The rows.
    lang
        The language in which a difference says what was there.
    delete
        Whether items are taken away whose row is missing on a sheet that is there.

    Raises
    ------
    UsageError
        If a file cannot be changed without losing something in it.
    """
    merger = _Merger(base, read, lang)
    for sheaf in _in_order(read.sheaves):
        merger.take(sheaf)
    merger.let_go(delete=delete)
    return merger.merged()


def _in_order(sheaves: Sequence[Sheaf]) -> Iterator[Sheaf]:
    """Yield whole items before their parts, so that parts find the items that are new."""
    yield from (held for held in sheaves if not held.sheet.is_inner)
    yield from (held for held in sheaves if held.sheet.is_inner)


def _refuse_misplaced(sheet: Sheet, column: Column, value: Any) -> None:
    """Refuse what would be something else in the file.

    What happens is a key there, and a key cannot be led back to its cell. What is left over
    cannot speak for another column.
    """
    if column.key == REST and value is not None:
        for key in placed_keys(sheet, value):
            raise Unreadable("book-rest-elsewhere", name=shown(key))
    if column.key == "happens" and value is not None and value not in column.choices:
        known = ", ".join(f"{choice(column, word, 'ja')} ({word})" for word in column.choices)
        raise Unreadable("not-one-of", value=shown(value), known=known)


class _Merger:
    """The files while rows are merged into them."""

    def __init__(self, base: Base, read: Read, lang: Lang) -> None:
        self.base, self.read, self.lang = base, read, lang
        self.names = [file.name for file in base.files]
        self.roots: list[dict[str, Any]] = [copied(file.root) for file in base.files]
        self.faults: list[Fault] = []
        self.notices = [*read.notices]
        self.changed: list[Changed] = []
        self.added: list[Whole] = []
        self.missing: list[tuple[Sheet, Entry]] = []
        self.origins: dict[int, Row] = {}
        self.known = Names(base, read)
        self.items: dict[tuple[str, str], tuple[int, dict[str, Any]]] = {}
        """By section and id: the file and the item, new ones among them."""
        for sheet in sheets():
            if sheet.has_id and not sheet.is_inner:
                self._note_items(sheet, [*base.entries(sheet)])

    def take(self, sheaf: Sheaf) -> None:
        """Merge the rows of a sheet."""
        sheet = sheaf.sheet
        entries = [*self.base.entries(sheet)]
        finder = Finder(sheet, entries, self.known, is_new=not self.base.files)
        for row in sheaf.rows:
            try:
                entry = finder.find(row)
            except Unreadable as error:
                self.faults.append(row.fault(finder.at, error.key, **error.values))
                continue
            values = dict(self._values(row))
            if entry is None:
                self._add(row, values)
            else:
                self._change(row, entry, values)
        if not sheaf.is_partial:
            self.missing += [(sheet, entry) for entry in finder.left()]

    def _note_items(self, sheet: Sheet, entries: Sequence[Entry]) -> None:
        for entry in entries:
            key = (sheet.section, str(entry.raw.get("id")))
            self.items[key] = (entry.number, self._live(entry))

    def _live(self, entry: Entry) -> dict[str, Any]:
        """Return the item that may be changed."""
        held: Any = self.roots[entry.number]
        for step in entry.path:
            held = held[step]
        assert isinstance(held, dict)
        return held

    # --- cells -----------------------------------------------------------------------------------

    def _values(self, row: Row) -> Iterator[tuple[Column, Any]]:
        """Yield what each cell means; what means nothing is a fault, and changes nothing."""
        for key, cell in row.cells.items():
            column = row.sheet.by_key[key]
            if key in (MARK, OF) or (row.is_partial and not cell.text.strip()):
                continue
            try:
                value = meant(column, cell.text)
                _refuse_misplaced(row.sheet, column, value)
            except Unreadable as error:
                self.faults.append(row.fault(key, error.key, **error.values))
            else:
                yield column, self.known.ids(column, value)

    def _change(self, row: Row, entry: Entry, values: Mapping[Column, Any]) -> None:
        """Change an item where its row says something else."""
        live = self._live(entry)
        self.origins[id(live)] = row
        for column, value in values.items():
            if column.key in row.for_new:
                continue
            before = {lang: cell_of(row.sheet, column, entry, lang) for lang in LANGS}
            text = row.text(column.key)
            if text in [held.strip() for held in before.values()] or self._is_same(
                row, entry, column, value
            ):
                continue
            item = named(row.sheet, entry)
            place = row.place(column.key)
            self.changed.append(Changed(row.sheet, item, column, before[self.lang], text, place))
            self._put(live, row.sheet, column, value)

    def _is_same(self, row: Row, entry: Entry, column: Column, value: Any) -> bool:
        if column.key == REST:
            return bool(rest_of(entry.raw, row.sheet) == (value or {}))
        return means_the_same(row.sheet, entry.raw, column, value)

    def _put(self, live: dict[str, Any], sheet: Sheet, column: Column, value: Any) -> None:
        if column.key == REST:
            put_rest(live, sheet, value or {})
        else:
            put(live, sheet, column, value)

    # --- items -----------------------------------------------------------------------------------

    def _add(self, row: Row, values: Mapping[Column, Any]) -> None:
        """Add the item of a row that stands in no file."""
        sheet = row.sheet
        raw: dict[str, Any] = {}
        for column, value in sorted(values.items(), key=lambda held: sheet.columns.index(held[0])):
            if value is not None:
                self._put(raw, sheet, column, value)
        if sheet.is_tall and not raw:
            return
        if not sheet.is_inner:
            self._complete(row, raw)
        place = self._place_of(row, raw)
        if place is None:
            return
        number, holder, key = place
        if sheet.is_tall:
            holder[key] = raw
        else:
            holder.setdefault(key, [])
            holder[key] = [*(holder[key] or ()), raw]
        self.origins[id(raw)] = row
        if sheet.has_id and not sheet.is_inner:
            self.items[sheet.section, str(raw.get("id"))] = (number, raw)
        name = str(raw.get("name") or raw.get("what") or "")
        file = self.base.title(self.names[number])
        self.added.append(Whole(sheet, self._called(row, raw), name, row.place("id"), file))

    def _called(self, row: Row, raw: Mapping[str, Any]) -> str:
        owner = self.known.owner(row)
        own = str(raw.get("id") or raw.get("at") or "")
        own = said_of_event(raw) if row.sheet.key == "events" else own
        return "/".join(part for part in (owner, own) if part)

    def _complete(self, row: Row, raw: dict[str, Any]) -> None:
        """Give a new item the id and the kind that its row left out."""
        if row.taken_for and "kind" not in raw:
            put(raw, row.sheet, row.sheet.by_key["kind"], row.taken_for)
        if row.sheet.has_id and "id" not in raw and not row.sheet.is_tall:
            made = self.known.new_id(row)
            given = dict(raw)
            raw.clear()
            raw.update({"id": made, **given})
            values = {"id": made, "name": shown(row.text("name")), "place": row.place("name")}
            self.notices.append(Phrase("id-given", values))

    def _place_of(self, row: Row, raw: Mapping[str, Any]) -> tuple[int, dict[str, Any], str] | None:
        """Return the file of a new item, and the mapping and the key that are to hold it."""
        sheet = row.sheet
        if not sheet.is_inner:
            number = self._file_for(sheet, raw)
            return number, self.roots[number], sheet.section
        owner = self.known.owner(row)
        held = self.items.get((sheet.section, owner))
        if held is None:
            values = {"id": shown(owner), "sheet": owners(sheet)}
            self.faults.append(
                row.fault(OF, "book-no-owner" if not owner else "book-owner-unknown", **values)
            )
            return None
        return held[0], held[1], sheet.key

    def _file_for(self, sheet: Sheet, raw: Mapping[str, Any]) -> int:
        """Return the file in which most of the kind of a new item stand; a new one if none does.

        A scenario has a file of its own.
        """
        if sheet.is_scenario:
            id_ = str(raw.get("id"))
            return self._new_file(f"{SCENARIOS}{id_ if _ID.fullmatch(id_) else 'scenario'}")
        counts: dict[int, tuple[int, int]] = {}
        alike = next((key for key in ("kind", "department", "sort") if raw.get(key)), "")
        for number, root in enumerate(self.roots):
            held = root.get(sheet.section)
            items = held if isinstance(held, list) else []
            kin = sum(bool(alike) and item.get(alike) == raw[alike] for item in items)
            if items:
                counts[number] = (kin, len(items))
        if counts:
            return max(counts, key=lambda number: (counts[number], -number))
        return self._new_file(sheet.section)

    def _new_file(self, stem: str) -> int:
        name, number = f"{stem}.yaml", 2
        while name in self.names:
            name, number = f"{stem}-{number}.yaml", number + 1
        self.names.append(name)
        self.roots.append({})
        return len(self.names) - 1

    def let_go(self, *, delete: bool) -> None:
        """Take away the items whose rows are missing, if that is wanted."""
        self.deleted = delete
        if not delete:
            return
        for _, entry in reversed(self.missing):
            holder: Any = self.roots[entry.number]
            *way, key, place = entry.path
            for step in way:
                holder = holder[step]
            del holder[key][int(place)]
            if not holder[key] and len(holder) > 1:
                del holder[key]  # else the list is left empty: a file has to hold something

    def merged(self) -> Merged:
        """Return the files as they are now."""
        was = {file.name: file.data for file in self.base.files}
        roots = {name: root for name, root in self._files() if root is not None}
        dropped = tuple(name for name in was if name not in roots)
        after = {name: self._amended(name, root) for name, root in roots.items()}
        gone = tuple(self._gone(sheet, entry) for sheet, entry in self.missing)
        removed, kept = (gone, ()) if self.deleted else ((), gone)
        if was and self._is_stale() and (self.changed or self.added or gone):
            self.notices.insert(0, Phrase("digest-other"))
        titles = {name: self.base.title(name) for name in (*after, *dropped)}
        difference = Difference(
            tuple(self.changed),
            tuple(self.added),
            removed,
            kept,
            tuple(self.notices),
            was,
            after,
            dropped,
            titles,
        )
        return Merged(
            difference, tuple(self.faults), tuple(roots.values()), tuple(roots), self.origins
        )

    def _files(self) -> Iterator[tuple[str, dict[str, Any] | None]]:
        """Yield what each file is to hold; nothing for a scenario that was taken away."""
        for name, root in zip(self.names, self.roots, strict=True):
            if not name.startswith(SCENARIOS):
                yield name, root
                continue
            made, of = lowered(root)
            rows = {part: self.origins.get(id(item)) for part, item in of.items()}
            self.origins |= {part: row for part, row in rows.items() if row is not None}
            yield name, made

    def _amended(self, name: str, root: dict[str, Any]) -> bytes:
        """Return the text of a file changed into what it is to hold."""
        for file in self.base.files:
            if file.name == name:
                return amended(file.data, file.file, root)
        opening = self.base.opening if name.startswith(SCENARIOS) else b""
        return amended(opening, self.base.title(name), root)

    def _gone(self, sheet: Sheet, entry: Entry) -> Whole:
        name = str(entry.raw.get("name") or "")
        file = self.base.title(self.names[entry.number])
        return Whole(sheet, named(sheet, entry), name, "", file)

    def _is_stale(self) -> bool:
        """Return whether the files changed since the sheets were made of them."""
        parts = zip(self.read.digest.split("-"), self.base.digest.split("-"), strict=False)
        return bool(self.read.digest) and any(one != other for one, other in parts)
