"""From a folder of YAML files to an :class:`Inventory`, or to every fault of all files at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

from pydantic import BaseModel, ValidationError

from bcp.errors import Fault, InputError
from bcp.inventory.checks import PROVIDERS, Draft, Sort, problems
from bcp.inventory.faults import Nearest, fault_at, faults_of, unknown_key
from bcp.inventory.files import Source, digest_of, find_sources
from bcp.inventory.measured import Measurement
from bcp.inventory.models import (
    OWN,
    Component,
    Function,
    Inventory,
    Named,
    Organisation,
    Procedure,
    Team,
)
from bcp.memory import paused_gc
from bcp.reading import (
    FREE,
    LIMITS,
    Document,
    Limits,
    Steps,
    read,
    shown,
)
from bcp.words import Word

__all__ = ["Cache", "LoadedInventory", "Place", "load_inventory", "remainder"]

_SECTIONS: dict[str, tuple[Sort, type[Named]]] = {
    "components": ("component", Component),
    "functions": ("function", Function),
    "teams": ("team", Team),
    "procedures": ("procedure", Procedure),
}
_MEASURED = "measurements"
_KEYS = ("organisation", *_SECTIONS, _MEASURED, "note", "source", "assumed")
_MOST_FAULTS = 1000


@dataclass(frozen=True)
class Place:
    """Where an item stands."""

    file: str
    """The file as the user would name it."""
    line: int
    """Counted from 1."""


@dataclass(frozen=True)
class LoadedInventory:
    """An inventory and where it came from."""

    inventory: Inventory
    """What the files say."""
    places: Mapping[str, Place]
    """Where each id stands; tasks as ``procedure/task``, the organisation as ``organisation``."""
    digest: str
    """Of names and content of all files: the same inputs, the same digest."""


class Cache(Protocol):
    """Keeps what was loaded, so that unchanged files need not be read again."""

    def get(self, digest: str, folder: Path) -> LoadedInventory | None:
        """Return what was kept under *digest*, its files now standing in *folder*."""

    def put(self, loaded: LoadedInventory, folder: Path) -> None:
        """Keep *loaded*, whose files stand in *folder*."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One item of one file, and its model: of what is left of it if keys were rejected, or none."""

    document: Document
    path: Steps
    raw: Any
    model: Any


@dataclass
class _Collected:
    """What the files hold, while it is being gathered."""

    faults: list[Fault] = field(default_factory=list)
    organisations: list[_Entry] = field(default_factory=list)
    sections: dict[str, list[_Entry]] = field(
        default_factory=lambda: {section: [] for section in _SECTIONS}
    )
    measurements: list[_Entry] = field(default_factory=list)
    is_whole: bool = True
    """Whether every file could be read, so that what is missing is really missing."""


def load_inventory(
    path: Path, *, cache: Cache | None = None, limits: Limits = LIMITS
) -> LoadedInventory:
    """Return the inventory of all ``*.yaml`` files below the folder *path*.

    Parameters
    ----------
    path
        The folder, named as the user would name it: faults and places repeat it.
    cache
        Where to look first, and to keep what was loaded.
    limits
        How much the files may hold.

    Raises
    ------
    InputError
        With every fault of all files.
    """
    sources, faults = find_sources(path, limits)
    digest = digest_of(sources)
    if cache is not None and not faults and (kept := cache.get(digest, path)):
        return kept
    with paused_gc():
        collected = _Collected(faults=faults, is_whole=not faults)
        loaded = _load(path, sources, digest, collected, limits)
        if cache is not None:
            cache.put(loaded, path)
    return loaded


def _load(
    path: Path, sources: list[Source], digest: str, collected: _Collected, limits: Limits
) -> LoadedInventory:
    for source in sources:
        try:
            document = read(source.data, source.file, limits)
        except InputError as error:
            collected.faults += error.faults
            collected.is_whole = False
        else:
            _collect(document, collected)
    sorts = _ids(collected)
    if collected.is_whole:
        collected.faults += _organisation_faults(path, collected)
        collected.faults += _disagreements(collected, sorts)
    if collected.faults:
        raise InputError(collected.faults)
    return LoadedInventory(_inventory(collected), _places(collected), digest)


# --- items -------------------------------------------------------------------------------------


def _collect(document: Document, collected: _Collected) -> None:
    """Add the items of *document* to what was collected."""
    root = document.root
    if root is None:
        return
    if not isinstance(root, dict):
        collected.faults.append(fault_at(document, (), "file-not-mapping"))
        collected.is_whole = False
        return
    for key, held in root.items():
        if key in _SECTIONS or key == _MEASURED:
            _collect_section(document, key, held, collected)
        elif key == "organisation":
            entry, faults = _validated(document, (key,), held, Organisation)
            collected.organisations.append(entry)
            collected.faults += faults
        elif key in ("scenario", "events"):
            collected.faults.append(fault_at(document, (key,), "scenario-in-inventory"))
        elif not key.startswith(FREE) and key not in _KEYS:
            text, values = unknown_key(key, _KEYS)
            collected.faults.append(fault_at(document, (key,), text, **values))
            collected.is_whole = False


def _collect_section(document: Document, key: str, held: Any, collected: _Collected) -> None:
    if held is None:
        return
    if not isinstance(held, list):
        collected.faults.append(fault_at(document, (key,), "section-not-list", name=key))
        collected.is_whole = False
        return
    model: type[BaseModel] = Measurement if key == _MEASURED else _SECTIONS[key][1]
    section = collected.measurements if key == _MEASURED else collected.sections[key]
    for number, raw in enumerate(held):
        entry, faults = _validated(document, (key, number), raw, model)
        section.append(entry)
        if faults:
            collected.faults += faults
            _give_up(collected, document)


def _give_up(collected: _Collected, document: Document) -> None:
    """Stop when there are more faults than anyone reads: this may be no inventory at all."""
    if len(collected.faults) >= _MOST_FAULTS:
        last = Fault(document.file, 0, "", "more-faults")
        raise InputError([*collected.faults, last])


def _validated(
    document: Document, path: Steps, raw: Any, model: type[BaseModel]
) -> tuple[_Entry, list[Fault]]:
    try:
        return _Entry(document, path, raw, model.model_validate(raw)), []
    except ValidationError as error:
        faults = faults_of(error, model, document, path)
        return _Entry(document, path, raw, remainder(raw, model, error)), faults


def remainder(raw: Any, model: type[BaseModel], error: ValidationError) -> Any:
    """Return the item without its faulty keys, if that makes one: the rest is still checked."""
    rest = deepcopy(raw)
    for fault in error.errors(include_url=False, include_context=False, include_input=False):
        _drop(rest, fault["loc"])
    try:
        return model.model_validate(rest)
    except ValidationError:
        return None


def _drop(tree: Any, path: tuple[int | str, ...]) -> None:
    """Remove the innermost key on *path*; items of a list stay, so that their numbers do."""
    holder, key = None, None
    for step in path:
        if isinstance(tree, dict) and step in tree:
            holder, key = tree, step
        elif not isinstance(tree, list) or not isinstance(step, int) or step >= len(tree):
            break
        tree = tree[step]
    if holder is not None:
        holder.pop(key, None)


def _ids(collected: _Collected) -> dict[str, Sort]:
    """Return the sort of every id, noting the ids that stand twice or are reserved."""
    sorts: dict[str, Sort] = {}
    first: dict[str, _Entry] = {}
    for section, (sort, _) in _SECTIONS.items():
        for entry in collected.sections[section]:
            name = entry.raw.get("id") if isinstance(entry.raw, dict) else None
            if not isinstance(name, str):
                continue
            if name == OWN:
                collected.faults.append(_entry_fault(entry, ("id",), "reserved-id", id=name))
            elif name in first:
                collected.faults.append(_twice(entry, first[name], name))
            else:
                first[name], sorts[name] = entry, sort
    return sorts


def _twice(entry: _Entry, first: _Entry, name: str) -> Fault:
    _, line = first.document.locate((*first.path, "id"))
    at = f"{first.document.file}:{line}"
    return _entry_fault(entry, ("id",), "id-twice", id=shown(name), first=at)


def _entry_fault(entry: _Entry, path: Steps, key: str, **values: object) -> Fault:
    return fault_at(entry.document, entry.path + path, key, **values)


# --- agreement ---------------------------------------------------------------------------------


def _organisation_faults(path: Path, collected: _Collected) -> Iterator[Fault]:
    held = collected.organisations
    if not held:
        file = str(path / "organisation.yaml")
        yield Fault(str(path), 0, "organisation", "organisation-missing", {"file": file})
    for entry in held[1:]:
        _, line = held[0].document.locate(held[0].path)
        at = f"{held[0].document.file}:{line}"
        yield _entry_fault(entry, (), "organisation-twice", first=at)


def _disagreements(collected: _Collected, sorts: Mapping[str, Sort]) -> Iterator[Fault]:
    known: dict[tuple[Sort, ...], list[str]] = {
        wanted: [name for name, sort in sorts.items() if sort in wanted]
        for wanted in (("component",), ("team",), ("procedure",), PROVIDERS)
    }
    nearest = Nearest()
    for problem in problems(_draft(collected, sorts)):
        entry, rest = _entry_of(collected, problem.path)
        key, values = problem.key, dict(problem.values)
        if problem.unknown is not None:
            name, wanted = problem.unknown
            values["wanted"] = Word("sort-" + "-or-".join(wanted))
            if "sort" in values:
                values["sort"] = Word(f"sort-{values['sort']}")
            elif meant := nearest(name, known[wanted]):
                key, values["nearest"] = "unknown-id-near", meant
        yield _entry_fault(entry, rest, key, **values)


def _entry_of(collected: _Collected, path: Steps) -> tuple[_Entry, Steps]:
    """Return the entry that the merged *path* leads to, and the way inside it."""
    if path[0] == "organisation":
        return collected.organisations[0], path[1:]
    section, number = str(path[0]), int(path[1])
    held = collected.measurements if section == _MEASURED else collected.sections[section]
    return held[number], path[2:]


def _draft(collected: _Collected, sorts: Mapping[str, Sort]) -> Draft:
    organisation = collected.organisations[0].model if collected.organisations else None
    models = {
        section: [entry.model for entry in entries]
        for section, entries in collected.sections.items()
    }
    measured = [entry.model for entry in collected.measurements]
    return Draft(organisation=organisation, sorts=sorts, measurements=measured, **models)


def _inventory(collected: _Collected) -> Inventory:
    models = {
        section: tuple(entry.model for entry in entries)
        for section, entries in collected.sections.items()
    }
    measured = tuple(entry.model for entry in collected.measurements)
    organisation = collected.organisations[0].model
    return Inventory(organisation=organisation, measurements=measured, **models)


def _places(collected: _Collected) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for entry in chain(collected.organisations, *collected.sections.values()):
        root: Any = entry.document.root
        file, lines = entry.document.file, entry.document.lines
        if len(entry.path) == 1:
            places["organisation"] = Place(file, entry.document.locate(entry.path)[1])
            continue
        section, number = entry.path
        places[entry.model.id] = Place(file, lines[id(root[section])][int(number)])
        for task, line in zip(
            getattr(entry.model, "tasks", ()),
            lines.get(id(entry.raw.get("tasks")), ()),
            strict=False,
        ):
            places[f"{entry.model.id}/{task.id}"] = Place(file, line)
    return places
