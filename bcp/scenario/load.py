"""From a YAML file to a :class:`Scenario` that fits an inventory, or to every fault of it at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from bcp.errors import Fault, InputError
from bcp.inventory.checks import Problem
from bcp.inventory.faults import Nearest, fault_at, faults_of, unknown_key
from bcp.inventory.load import LoadedInventory, Place
from bcp.reading import FREE, Document, Steps, read, read_file
from bcp.scenario.checks import Ground, problems
from bcp.scenario.models import Event, Head, Scenario
from bcp.words import Word

__all__ = ["LoadedScenario", "load_scenario", "read_head", "told"]

_KEYS = ("scenario", "events", "note", "source", "assumed")
_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True)
class LoadedScenario:
    """A scenario and where it came from."""

    scenario: Scenario
    """What the file says."""
    place: Place
    """Where the scenario's head stands."""
    events: tuple[Place, ...]
    """Where each event stands."""
    digest: str
    """Of the content of the file."""


def load_scenario(path: Path, loaded: LoadedInventory) -> LoadedScenario:
    """Return the scenario in the file *path*, checked against *loaded*.

    Raises
    ------
    InputError
        With every fault of the file.
    """
    data = read_file(path, str(path))
    document = read(data, str(path))
    faults: list[Fault] = []
    root = _root(document, faults)
    head = _validated(document, ("scenario",), root.get("scenario"), Head, faults)
    raw = _events(document, root, faults)
    events = [
        _validated(document, ("events", number), event, Event, faults)
        for number, event in enumerate(raw)
    ]
    faults += _disagreements(document, head, events, loaded)
    if faults or head is None:
        raise InputError(faults)
    scenario = Scenario(scenario=head, events=tuple(event for event in events if event is not None))
    lines = document.lines.get(id(raw), ())
    return LoadedScenario(
        scenario,
        Place(document.file, document.locate(("scenario",))[1]),
        tuple(Place(document.file, line) for line in lines),
        blake2b(data, digest_size=20).hexdigest(),
    )


def read_head(path: Path) -> Head:
    """Return what the scenario in *path* is called, its events unread.

    Raises
    ------
    InputError
        If the file holds no scenario head that is in order.
    """
    document = read(read_file(path, str(path)), str(path))
    faults: list[Fault] = []
    root = _root(document, faults)
    head = _validated(document, ("scenario",), root.get("scenario"), Head, faults)
    if head is None:
        raise InputError(faults)
    return head


def _root(document: Document, faults: list[Fault]) -> Mapping[str, Any]:
    """Return the top of the file, its unknown keys noted.

    Raises
    ------
    InputError
        If this is no scenario file at all.
    """
    root = document.root
    if not isinstance(root, dict):
        key = "scenario-empty" if root is None else "file-not-mapping"
        raise InputError([fault_at(document, (), key)])
    if "scenario" not in root:
        raise InputError([fault_at(document, (), "scenario-missing")])
    for key in root:
        if key not in _KEYS and not key.startswith(FREE):
            text, values = unknown_key(key, _KEYS)
            faults.append(fault_at(document, (key,), text, **values))
    return root


def _events(document: Document, root: Mapping[str, Any], faults: list[Fault]) -> list[Any]:
    held = root.get("events")
    if held is None or isinstance(held, list):
        return held or []
    faults.append(fault_at(document, ("events",), "section-not-list", name="events"))
    return []


def _validated(
    document: Document, path: Steps, raw: Any, model: type[_Model], faults: list[Fault]
) -> _Model | None:
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        faults += faults_of(error, model, document, path)
        return None


def _disagreements(
    document: Document,
    head: Head | None,
    events: Sequence[Event | None],
    loaded: LoadedInventory,
) -> Iterator[Fault]:
    ground = Ground(loaded.inventory)
    nearest = Nearest()
    for problem in problems(head, events, ground):
        key, values = told(problem, ground, nearest)
        yield fault_at(document, problem.path, key, **values)


def told(problem: Problem, ground: Ground, nearest: Nearest) -> tuple[str, dict[str, object]]:
    """Return the text of *problem* and its values, with the word that was perhaps meant."""
    key, values = problem.key, dict(problem.values)
    if problem.unknown is None:
        return key, values
    name, wanted = problem.unknown
    if wanted:
        values["wanted"] = Word("sort-" + "-or-".join(wanted))
    if "sort" in values:
        values["sort"] = Word(f"sort-{values['sort']}")
    elif meant := nearest(name, _known(ground, wanted)):
        key, values["nearest"] = f"{key}-near", meant
    return key, values


def _known(ground: Ground, wanted: tuple[str, ...]) -> list[str]:
    if wanted:
        return [name for name, sort in ground.sorts.items() if sort in wanted]
    tags = (tag for item in ground.inventory.components for tag in item.tags)
    return list(dict.fromkeys(tags))
