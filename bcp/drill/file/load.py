"""From a YAML file to a :class:`Drill` that fits its scenario, or to every fault of it at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from bcp.drill.file.checks import Draft, problems
from bcp.drill.file.models import Clock, Drill, Head, Inject, Objective, Participant
from bcp.errors import Fault, InputError
from bcp.inventory.faults import Nearest, fault_at, faults_of
from bcp.inventory.load import LoadedInventory, Place, remainder
from bcp.reading import Document, Steps, read, read_file
from bcp.scenario.checks import Ground
from bcp.scenario.load import told
from bcp.scenario.models import Head as ScenarioHead
from bcp.scenario.models import Scenario

__all__ = [
    "LoadedDrill",
    "drill_of",
    "fault_in",
    "load_drill",
    "read_drill_head",
    "read_tree",
    "scenario_named_in",
]

_SECTIONS = ("objectives", "participants", "injects")
_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True)
class LoadedDrill:
    """A drill and where it came from."""

    drill: Drill
    """What the file says."""
    place: Place
    """Where the drill's head stands."""
    injects: tuple[Place, ...]
    """Where each inject stands."""
    digest: str
    """Of the content of the file."""
    path: Path
    """The file."""


def load_drill(path: Path, loaded: LoadedInventory, scenario: Scenario | None) -> LoadedDrill:
    """Return the drill in the file *path*, checked against inventory and scenario.

    Parameters
    ----------
    path
        The file, named as the user would name it: faults and places repeat it.
    loaded
        The inventory.
    scenario
        The scenario that the drill rehearses. Without it (because it is itself at fault) what
        depends on it is not checked.

    Raises
    ------
    InputError
        With every fault of the file.
    """
    data = read_file(path, str(path))
    document = read(data, str(path))
    drill = drill_of(document, loaded, scenario.scenario if scenario else None)
    raw = document.root["injects"] if isinstance(document.root, dict) and drill.injects else None
    return LoadedDrill(
        drill,
        Place(document.file, document.locate(("drill",))[1]),
        tuple(Place(document.file, line) for line in document.lines.get(id(raw), ())),
        blake2b(data, digest_size=20).hexdigest(),
        path,
    )


def read_drill_head(path: Path) -> Head:
    """Return what the drill in *path* is called and what it rehearses, the rest unread.

    Raises
    ------
    InputError
        If the file holds no head of a drill that is in order.
    """
    document = read_tree(path)
    head, faults = _validated(document, ("drill",), _root(document)["drill"], Head)
    if head is None:
        raise InputError(faults)
    return head


def scenario_named_in(path: Path) -> str:
    """Return how the drill in *path* names the scenario that it rehearses.

    Raises
    ------
    InputError
        If the file is no drill, or names none.
    """
    held = _root(read_tree(path))["drill"]
    name = held.get("scenario") if isinstance(held, dict) else None
    return name if isinstance(name, str) else read_drill_head(path).scenario


def read_tree(path: Path) -> Document:
    """Return the drill file *path* as it is written, its content unchecked.

    Raises
    ------
    InputError
        If it cannot be read, or is no drill file.
    """
    document = read(read_file(path, str(path)), str(path))
    _root(document)
    return document


def fault_in(path: Path, steps: Steps, key: str, **values: object) -> InputError:
    """Return the fault *key* of what stands at *steps* in the drill file *path*.

    Raises
    ------
    InputError
        If the file cannot be read.
    """
    return InputError([fault_at(read_tree(path), steps, key, **values)])


def drill_of(document: Document, loaded: LoadedInventory, scenario: ScenarioHead | None) -> Drill:
    """Return the drill that *document* holds, checked against inventory and scenario.

    Raises
    ------
    InputError
        With every fault of it.
    """
    root = {key: held for key, held in _root(document).items() if _is_there(key, held)}
    drill, faults = _validated(document, (), root, Drill)
    faults += _disagreements(document, _draft(root), scenario, loaded)
    if faults or drill is None:
        raise InputError(faults)
    return drill


def _is_there(key: str, held: Any) -> bool:
    """Return whether something stands below a key; a list may be announced and left empty."""
    return held is not None or key not in _SECTIONS


def _root(document: Document) -> Mapping[str, Any]:
    """Return the top of the file.

    Raises
    ------
    InputError
        If this is no drill file at all.
    """
    root = document.root
    if not isinstance(root, dict):
        key = "drill-empty" if root is None else "file-not-mapping"
        raise InputError([fault_at(document, (), key)])
    if "drill" not in root:
        raise InputError([fault_at(document, (), "drill-missing")])
    return root


def _validated(
    document: Document, path: Steps, raw: Any, model: type[_Model]
) -> tuple[_Model | None, list[Fault]]:
    try:
        return model.model_validate(raw), []
    except ValidationError as error:
        return None, faults_of(error, model, document, path)


def _draft(root: Mapping[str, Any]) -> Draft:
    """Return what is in order of each part by itself, for the checks between the parts."""

    def every(section: str, model: type[_Model]) -> list[tuple[_Model | None, bool]]:
        return [_rest(raw, model) for raw in _listed(root, section)]

    injects = every("injects", Inject)
    numbers = _names(_listed(root, "injects"), "no")
    return Draft(
        clock=_rest(root.get("clock", {}), Clock)[0],
        objectives=[item for item, _ in every("objectives", Objective)],
        participants=[item for item, _ in every("participants", Participant)],
        injects=[item for item, _ in injects],
        goals=_names(_listed(root, "objectives"), "id"),
        numbers=numbers,
        faulty=frozenset(
            number
            for number, (_, is_whole) in zip(numbers, injects, strict=True)
            if number is not None and not is_whole
        ),
    )


def _rest(raw: Any, model: type[_Model]) -> tuple[_Model | None, bool]:
    """Return an item and whether it is whole, else without its faulty keys if that makes one."""
    try:
        return model.model_validate(raw), True
    except ValidationError as error:
        return remainder(raw, model, error), False


def _listed(root: Mapping[str, Any], section: str) -> list[Any]:
    held = root.get(section)
    return held if isinstance(held, list) else []


def _names(items: Sequence[Any], key: str) -> list[str | None]:
    held = [item.get(key) if isinstance(item, dict) else None for item in items]
    return [name if isinstance(name, str) else None for name in held]


def _disagreements(
    document: Document, draft: Draft, scenario: ScenarioHead | None, loaded: LoadedInventory
) -> Iterator[Fault]:
    ground = Ground(loaded.inventory)
    nearest = Nearest()
    for problem in problems(draft, scenario, ground):
        key, values = told(problem, ground, nearest)
        yield fault_at(document, problem.path, key, **values)
