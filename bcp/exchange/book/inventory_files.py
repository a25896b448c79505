"""The files of an inventory as trees, with every item and the place where it stands."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from posixpath import normpath
from typing import Any

from bcp.errors import Fault, InputError
from bcp.exchange.book.scenario_rows import lifted
from bcp.exchange.book.sheets import Sheet
from bcp.inventory.files import Source, digest_of, find_sources
from bcp.reading import LIMITS, read

__all__ = [
    "SCENARIOS",
    "Base",
    "Entry",
    "File",
    "base_of",
    "marked",
    "read_base",
    "with_scenarios",
]

SCENARIOS = "../scenarios/"
"""What the names of scenario files begin with: no file of an inventory is called so."""


@dataclass(frozen=True)
class File:
    """One file of an inventory."""

    name: str
    """Relative to the folder, with slashes."""
    file: str
    """As the user would name it."""
    data: bytes
    root: Mapping[str, Any]
    """What it holds; of a scenario, as an item of a section."""

    @property
    def is_scenario(self) -> bool:
        """Whether it holds a scenario rather than a part of the inventory."""
        return self.name.startswith(SCENARIOS)


@dataclass(frozen=True)
class Entry:
    """An item of a section, or a part of one."""

    number: int
    """Of the file, from 0."""
    path: tuple[str | int, ...]
    """Where it stands in the file."""
    raw: Mapping[str, Any]
    owner: str = ""
    """The id of the item that it is part of."""
    mark: str = ""
    """By what it is known again if it has no id."""


@dataclass(frozen=True)
class Base:
    """The files of an inventory, in their order."""

    files: tuple[File, ...]
    digest: str
    """Of names and content: the same files, the same digest."""
    scenarios: str | None = None
    """What the folder of the scenarios is called, if these belong to it."""
    opening: bytes = b""
    """What a new scenario file begins with."""

    def title(self, name: str) -> str:
        """Return what a file is called by people."""
        if not name.startswith(SCENARIOS):
            return name
        return normpath(f"{self.scenarios or 'scenarios'}/{name.removeprefix(SCENARIOS)}")

    def entries(self, sheet: Sheet) -> Iterator[Entry]:
        """Yield the rows of *sheet* in the order of the files."""
        found = [*self._inner(sheet)] if sheet.is_inner else [*self._items(sheet.section)]
        if sheet.has_id or sheet.is_tall:
            yield from found
        else:
            for entry, mark in zip(found, marked(found), strict=True):
                yield Entry(entry.number, entry.path, entry.raw, entry.owner, mark)

    def _items(self, section: str) -> Iterator[Entry]:
        for number, file in enumerate(self.files):
            if file.is_scenario != (section == "scenarios"):
                continue
            held = file.root.get(section)
            if isinstance(held, Mapping):
                yield Entry(number, (section,), held)
            for place, raw in enumerate(held if isinstance(held, list) else ()):
                yield Entry(number, (section, place), raw)

    def _inner(self, sheet: Sheet) -> Iterator[Entry]:
        for item in self._items(sheet.section):
            for place, raw in enumerate(item.raw.get(sheet.key) or ()):
                yield Entry(item.number, (*item.path, sheet.key, place), raw, str(item.raw["id"]))


def marked(entries: Sequence[Entry]) -> list[str]:
    """Return a mark for each entry: of what it holds, and numbered where several hold the same."""
    seen: Counter[str] = Counter()
    marks = []
    for entry in entries:
        held = json.dumps([entry.owner, entry.raw], ensure_ascii=False)
        mark = blake2b(held.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
        seen[mark] += 1
        marks.append(mark if seen[mark] == 1 else f"{mark}-{seen[mark]}")
    return marks


def base_of(texts: Mapping[str, tuple[str, bytes]]) -> Base:
    """Return the base of files given by name: what the user calls each, and what it holds.

    Raises
    ------
    InputError
        With every fault of their notation.
    """
    files: list[File] = []
    faults: list[Fault] = []
    for name, (file, data) in texts.items():
        try:
            root = read(data, file).root
        except InputError as error:
            faults += error.faults
        else:
            files.append(File(name, file, data, root if isinstance(root, dict) else {}))
    if faults:
        raise InputError(faults)
    return Base(tuple(files), "")


def read_base(folder: Path) -> Base:
    """Return the files below *folder*.

    Raises
    ------
    InputError
        If they cannot be read.
    """
    sources, faults = find_sources(folder, LIMITS)
    if faults:
        raise InputError(faults)
    made = base_of({source.name: (source.file, source.data) for source in sources})
    return Base(made.files, digest_of(sources))


def with_scenarios(
    base: Base, title: str, texts: Mapping[str, tuple[str, bytes]], opening: bytes = b""
) -> Base:
    """Return *base* with the scenarios of its inventory.

    Parameters
    ----------
    base
        The files of the inventory.
    title
        What the folder of its scenarios is called.
    texts
        By the way from that folder to each file: what the user calls it, and what it holds. All
        are scenarios in order (see :func:`bcp.scenario.load.load_scenario`).
    opening
        What a new scenario file begins with.

    Raises
    ------
    InputError
        With every fault of their notation, or if two have one id.
    """
    read = base_of({f"{SCENARIOS}{name}": held for name, held in texts.items()})
    files = tuple(replace(file, root=lifted(file.root)) for file in read.files)
    seen: dict[str, str] = {}
    faults = []
    for file in files:
        id_ = str(file.root["scenarios"][0].get("id"))
        if id_ in seen:
            values = {"id": id_, "first": seen[id_]}
            faults.append(Fault(file.file, 0, "scenario.id", "book-scenario-twice", values))
        seen.setdefault(id_, file.file)
    if faults:
        raise InputError(faults)
    own = digest_of(Source(file.name, file.file, file.data) for file in files)
    return Base((*base.files, *files), f"{base.digest}-{own}", title, opening)
