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
from bcp.inventory.checks import Draft, Sort, problems
from bcp.inventory.checks_of_facts import problems_of_facts
from bcp.inventory.faults import fault_at, faults_of, unknown_key
from bcp.inventory.files import Source, digest_of, find_sources
from bcp.inventory.models import OWN, Inventory
from bcp.inventory.patch import Misfit, patch
from bcp.inventory.sections import LISTS, SINGLES, SORTS, SPACES
from bcp.inventory.telling import teller
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

__all__ = ["Cache", "LoadedInventory", "Place", "load_inventory", "remainder"]

_KEYS = (*SINGLES, *LISTS, "note", "source", "assumed")
_ACTIVE = frozenset({"planned", "doing"})
_PAST = frozenset({"done", "dropped"})
_TWICE = {"organisation": "organisation-twice", "plan": "plan-twice"}
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
    """Where each id stands; tasks as ``procedure/task``, the organisation as ``organisation``.

    What only documents need has ids of its own, and stands as ``people:ID``, ``roles:ID``,
    ``contracts:ID``, ``measures:ID``; the plan as ``plan:``, each of its keys as ``plan:KEY``.
    """
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
    singles: dict[str, list[_Entry]] = field(default_factory=lambda: {key: [] for key in SINGLES})
    sections: dict[str, list[_Entry]] = field(default_factory=lambda: {key: [] for key in LISTS})
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
    sorts, parts = _ids(collected)
    if collected.is_whole:
        collected.faults += _single_faults(path, collected)
        collected.faults += _disagreements(collected, sorts, parts)
    if collected.faults:
        raise InputError(collected.faults)
    inventory = _inventory(collected)
    if faults := list(_misfits(collected, inventory)):
        raise InputError(faults)
    return LoadedInventory(inventory, _places(collected), digest)


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
        if key in LISTS:
            _collect_section(document, key, held, collected)
        elif key in SINGLES:
            entry, faults = _validated(document, (key,), held, SINGLES[key])
            collected.singles[key].append(entry)
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
    model, section = LISTS[key], collected.sections[key]
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


def _ids(collected: _Collected) -> tuple[dict[str, Sort], dict[str, Sort]]:
    """Return the sort of every id, of people and roles apart; note ids that stand twice."""
    sorts, parts, *_ = [_ids_of(collected, space) for space in SPACES]
    return sorts, parts


def _ids_of(collected: _Collected, space: tuple[str, ...]) -> dict[str, Sort]:
    """Return the sort of every id of the sections that share their ids."""
    sorts: dict[str, Sort] = {}
    first: dict[str, _Entry] = {}
    for section in space:
        for entry in collected.sections[section]:
            name = entry.raw.get("id") if isinstance(entry.raw, dict) else None
            if not isinstance(name, str):
                continue
            if name == OWN and space is SPACES[0]:
                collected.faults.append(_entry_fault(entry, ("id",), "reserved-id", id=name))
            elif name in first:
                collected.faults.append(_twice(entry, first[name], name))
            else:
                first[name], sorts[name] = entry, SORTS[section]
    return sorts


def _twice(entry: _Entry, first: _Entry, name: str) -> Fault:
    _, line = first.document.locate((*first.path, "id"))
    at = f"{first.document.file}:{line}"
    return _entry_fault(entry, ("id",), "id-twice", id=shown(name), first=at)


def _entry_fault(entry: _Entry, path: Steps, key: str, **values: object) -> Fault:
    return fault_at(entry.document, entry.path + path, key, **values)


# --- agreement ---------------------------------------------------------------------------------


def _single_faults(path: Path, collected: _Collected) -> Iterator[Fault]:
    if not collected.singles["organisation"]:
        file = str(path / "organisation.yaml")
        yield Fault(str(path), 0, "organisation", "organisation-missing", {"file": file})
    for key, held in collected.singles.items():
        for entry in held[1:]:
            _, line = held[0].document.locate(held[0].path)
            at = f"{held[0].document.file}:{line}"
            yield _entry_fault(entry, (), _TWICE[key], first=at)


def _disagreements(
    collected: _Collected, sorts: Mapping[str, Sort], parts: Mapping[str, Sort]
) -> Iterator[Fault]:
    draft = _draft(collected, sorts, parts)
    told = teller(draft)
    for problem in chain(problems(draft), problems_of_facts(draft)):
        entry, rest = _entry_of(collected, problem.path)
        key, values = told(problem)
        yield _entry_fault(entry, rest, key, **values)


def _entry_of(collected: _Collected, path: Steps) -> tuple[_Entry, Steps]:
    """Return the entry that the merged *path* leads to, and the way inside it."""
    section = str(path[0])
    if section in SINGLES:
        return collected.singles[section][0], path[1:]
    return collected.sections[section][int(path[1])], path[2:]


def _models(collected: _Collected) -> dict[str, Any]:
    """Return what the models make of the files, by the section."""
    models: dict[str, Any] = {
        section: tuple(entry.model for entry in entries)
        for section, entries in collected.sections.items()
    }
    singles = {key: held[0].model if held else None for key, held in collected.singles.items()}
    return models | singles


def _draft(collected: _Collected, sorts: Mapping[str, Sort], parts: Mapping[str, Sort]) -> Draft:
    return Draft(**_models(collected), sorts=sorts, parts=parts)


def _inventory(collected: _Collected) -> Inventory:
    return Inventory(**_models(collected))


def _misfits(collected: _Collected, inventory: Inventory) -> Iterator[Fault]:
    """Yield the measures whose changes do not fit: alone, or after those that are under way.

    Only of an inventory without other faults. What was done or dropped is history: the things
    that it changed may be gone.
    """
    together = inventory
    for entry, measure in zip(collected.sections["measures"], inventory.measures, strict=True):
        if not measure.changes or measure.status in _PAST:
            continue
        made: Inventory | list[Misfit] = patch(inventory, measure)
        is_planned = measure.status in _ACTIVE and measure.purpose != "change"
        if isinstance(made, Inventory) and is_planned:
            made = patch(together, measure)
            together = made if isinstance(made, Inventory) else together
        if not isinstance(made, Inventory):
            for misfit in made:
                yield _entry_fault(entry, misfit.path, misfit.key, **misfit.values)


# --- places ------------------------------------------------------------------------------------


def _places(collected: _Collected) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for entry in collected.singles["organisation"]:
        places["organisation"] = _place(entry, ())
    for entry in collected.singles["plan"]:
        places["plan:"] = _place(entry, ())
        places |= {f"plan:{key}": _place(entry, (key,)) for key in entry.raw}
    for section in SORTS:
        prefix = "" if section in SPACES[0] else f"{section}:"
        for entry in collected.sections[section]:
            _add_places(entry, prefix, places)
    return places


def _place(entry: _Entry, path: Steps) -> Place:
    return Place(entry.document.file, entry.document.locate((*entry.path, *path))[1])


def _add_places(entry: _Entry, prefix: str, places: dict[str, Place]) -> None:
    """Note where the item of *entry* stands, and its tasks."""
    root: Any = entry.document.root
    file, lines = entry.document.file, entry.document.lines
    section, number = entry.path
    places[f"{prefix}{entry.model.id}"] = Place(file, lines[id(root[section])][int(number)])
    if section == "procedures":
        for task, line in zip(entry.model.tasks, lines[id(entry.raw["tasks"])], strict=True):
            places[f"{entry.model.id}/{task.id}"] = Place(file, line)
