"""From a YAML file to a :class:`Scenario` that fits an inventory, or to every fault of it at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from bcp.scenario import written
from bcp.scenario.checks import Ground, head_problems
from bcp.scenario.fitting import Fitted, Skipped, fit
from bcp.scenario.models import Head, Scenario
from bcp.scenario.parameters import Setting, Settled, settle
from bcp.words import Word

__all__ = ["LoadedScenario", "Outline", "load_scenario", "read_head", "read_outline", "told"]

_KEYS = ("scenario", "parameters", "events", "note", "source", "assumed")
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
    """Of the content of the file, and of what was set."""
    settings: tuple[Setting, ...] = ()
    """Its parameters, with the values that count."""
    skipped: tuple[tuple[Skipped, Place], ...] = ()
    """The optional events for which the inventory has nothing, and where they stand."""

    @property
    def asked(self) -> Mapping[str, str]:
        """The values that differ from the file's own, by the names of parameters."""
        return {held.id: held.value for held in self.settings if not held.is_default}


@dataclass(frozen=True)
class Outline:
    """What a scenario file says of itself, whatever the inventory."""

    head: Head
    settings: tuple[Setting, ...]
    """Its parameters, with their own values."""
    number: int
    """How many events it has."""


def load_scenario(
    path: Path, loaded: LoadedInventory, wanted: Mapping[str, str] | None = None
) -> LoadedScenario:
    """Return the scenario in the file *path*, checked against *loaded*.

    Parameters
    ----------
    path
        Of the file.
    loaded
        The inventory that it strikes.
    wanted
        Values of its parameters, by name; its own count where nothing is given.

    Raises
    ------
    InputError
        With every fault of the file.
    """
    data = read_file(path, str(path))
    document = read(data, str(path))
    faults: list[Fault] = []
    root = _root(document, faults)
    settled = settle(document, root, wanted or {})
    head = _validated(document, ("scenario",), root.get("scenario"), Head, faults)
    raw = _events(document, root, faults)
    events = [
        _validated(document, ("events", number), event, written.Event, faults)
        for number, event in enumerate(raw)
    ]
    fitted = _fitted(document, head, events, loaded, faults)
    faults = settled.told(document, faults)
    if faults or head is None:
        raise InputError(faults)
    places = [Place(document.file, line) for line in document.lines.get(id(raw), ())]
    return LoadedScenario(
        Scenario(scenario=head, events=tuple(event for _, event in fitted.events)),
        Place(document.file, document.locate(("scenario",))[1]),
        tuple(places[number] for number, _ in fitted.events),
        _digest(data, settled.settings),
        settled.settings,
        tuple((one, places[one.number]) for one in fitted.skipped),
    )


def _digest(data: bytes, settings: Sequence[Setting]) -> str:
    """Return the digest of a file and of what was set: two settings are two scenarios."""
    other = [f"{held.id}={held.value}\n" for held in settings if not held.is_default]
    return blake2b("".join(other).encode() + data, digest_size=20).hexdigest()


def read_head(path: Path) -> Head:
    """Return what the scenario in *path* is called, its events unread.

    Raises
    ------
    InputError
        If the file holds no scenario head that is in order.
    """
    return _head_of(path)[0]


def read_outline(path: Path) -> Outline:
    """Return what the scenario in *path* says of itself, whatever the inventory.

    Raises
    ------
    InputError
        If the file holds no scenario head that is in order.
    """
    head, settled, root = _head_of(path)
    events = root.get("events")
    return Outline(head, settled.settings, len(events) if isinstance(events, list) else 0)


def _head_of(path: Path) -> tuple[Head, Settled, Mapping[str, Any]]:
    document = read(read_file(path, str(path)), str(path))
    faults: list[Fault] = []
    root = _root(document, faults)
    settled = settle(document, root, {})
    head = _validated(document, ("scenario",), root.get("scenario"), Head, faults)
    if head is None:
        raise InputError(settled.told(document, faults))
    return head, settled, root


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


def _fitted(
    document: Document,
    head: Head | None,
    events: Sequence[written.Event | None],
    loaded: LoadedInventory,
    faults: list[Fault],
) -> Fitted:
    """Return what the events are for the inventory; what they disagree on is added to *faults*."""
    ground = Ground(loaded.inventory)
    fitted = fit(events, ground)
    nearest = Nearest()
    for problem in (*head_problems(head, ground), *fitted.problems):
        key, values = told(problem, ground, nearest)
        faults.append(fault_at(document, problem.path, key, **values))
    return fitted


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
