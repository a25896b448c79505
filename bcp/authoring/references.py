"""Where the files name things by their ids, found by what the models say a key holds.

No text is searched: a key refers to something because its model says that it holds an id. Which
ids are meant (those of components and the like, of people, of scenarios) stands in one table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from bcp.audit.accepted import Acceptance
from bcp.authoring.shapes import FileKind, fields_of
from bcp.drill.file import models as drill
from bcp.fields import Id, OneOrMany
from bcp.inventory import facts, measured, papers, teams
from bcp.inventory.groups import OWN, Group
from bcp.inventory.sections import LISTS, SINGLES, SPACES
from bcp.reading import FREE, Steps
from bcp.scenario import models as scenario

__all__ = ["Reference", "Space", "id_fields", "references"]

Space = Literal[
    "item", "team", "person", "contract", "measure", "scenario", "drill", "organisation", "local"
]
"""Within what an id is unique: ``item`` is shared by components, functions, teams, procedures;
``team`` is where an id is read as one only if a team has it; ``local`` within one item or file."""

_OTHER_SPACE: Mapping[tuple[type[BaseModel], str], Space] = {
    (facts.Action, "role"): "person",
    (papers.Maintenance, "role"): "person",
    (facts.Role, "lead"): "person",
    (facts.Role, "deputies"): "person",
    (papers.PlanFacts, "scenarios"): "scenario",
    (teams.Task, "id"): "local",
    (teams.Task, "after"): "local",
    (measured.Measurement, "task"): "local",
    (drill.Objective, "id"): "local",
    (drill.Option, "id"): "local",
    (drill.Inject, "no"): "local",
    (drill.Inject, "objective"): "local",
    (drill.When, "after"): "local",
    (drill.When, "missed"): "local",
    (drill.Measure, "answered"): "local",
}
"""Keys that hold an id, but not of a component, function, team or procedure."""
_NAMED_IN_WORDS: Mapping[tuple[type[BaseModel], str], Space] = {
    (drill.Inject, "to"): "team",
    (drill.Head, "scenario"): "scenario",
    (measured.Measurement, "drill"): "drill",
    (Acceptance, "ids"): "item",
}
"""Keys that hold an id or anything else: it is meant where the text is exactly the id."""
_SPACE_OF: tuple[Space, ...] = ("item", "person", "contract", "measure")
"""Of each of :data:`bcp.inventory.sections.SPACES`."""
_OWN_SPACE: Mapping[type[BaseModel], Space] = {
    scenario.Head: "scenario",
    drill.Head: "drill",
    SINGLES["organisation"]: "organisation",
    **{
        LISTS[section]: space
        for space, sections in zip(_SPACE_OF, SPACES, strict=True)
        for section in sections
    },
}
"""Of the key ``id`` of an item."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One place where a thing is named."""

    path: Steps
    """The value, or the key, that names it."""
    name: str
    """The id."""
    space: Space
    """Among which ids it is one."""
    is_key: bool = False
    """Whether the last step of the path itself is the id."""
    is_own: bool = False
    """Whether this is the item that has the id."""


def references(root: Any, kind: FileKind) -> Iterator[Reference]:
    """Yield every place in a file where something is named by its id.

    Parameters
    ----------
    root
        What the file holds, as :func:`bcp.reading.read` returns it; free of faults.
    kind
        Of the file.
    """
    if not isinstance(root, Mapping):
        return
    if kind == "inventory":
        for section, held in root.items():
            if section in SINGLES:
                yield from _model(SINGLES[section], held, (section,))
            elif section in LISTS:
                for number, item in enumerate(held or ()):
                    yield from _model(LISTS[section], item, (section, number))
    elif kind == "accepted":
        for number, item in enumerate(root.get("accepted") or ()):
            yield from _model(Acceptance, item, ("accepted", number))
    else:
        yield from _model(scenario.Scenario if kind == "scenario" else drill.Drill, root, ())


def id_fields(model: type[BaseModel]) -> Iterator[tuple[str, Space]]:
    """Yield the keys of *model* that hold ids, and of what; for whoever checks the table."""
    for name, kind in fields_of(model).values():
        if _holds_id(kind):
            yield name, _space(model, name)


def _holds_id(kind: Any) -> bool:
    return kind == Id or any(_holds_id(part) for part in get_args(kind) if kind != Id)


def _space(model: type[BaseModel], name: str) -> Space:
    if name == "id" and model in _OWN_SPACE:
        return _OWN_SPACE[model]
    return _OTHER_SPACE.get((model, name), "item")


def _model(model: type[BaseModel], held: Any, path: Steps) -> Iterator[Reference]:
    if model is Group and isinstance(held, str):
        if held != OWN:
            yield Reference(path, held, "item")
        return
    if not isinstance(held, Mapping):
        return
    fields = fields_of(model)
    for key, value in held.items():
        if key.startswith(FREE) or key not in fields or value is None:
            continue
        name, kind = fields[key]
        if (model, name) == (facts.Measure, "changes"):
            yield from _changes(value, (*path, key))
        elif space := _NAMED_IN_WORDS.get((model, name)):
            yield from _words(value, space, (*path, key))
        else:
            is_own = name == "id" and model in _OWN_SPACE
            yield from _value(kind, value, (*path, key), _space(model, name), is_own=is_own)


def _changes(held: Mapping[str, Any], path: Steps) -> Iterator[Reference]:
    """Yield what a measure changes: items of sections, of which only some keys are there."""
    for section, items in held.items():
        for number, item in enumerate(items or ()):
            yield from _model(LISTS[section], item, (*path, section, number))


def _words(value: Any, space: Space, path: Steps) -> Iterator[Reference]:
    if isinstance(value, str):
        yield Reference(path, value.split("/")[0], space)
    for number, part in enumerate(value if isinstance(value, list) else ()):
        yield from _words(part, space, (*path, number))


def _value(
    kind: Any, value: Any, path: Steps, space: Space, *, is_own: bool = False
) -> Iterator[Reference]:
    """Yield what *value*, which its model declares as *kind*, refers to."""
    if kind in (Id, drill.WorkRef):
        yield Reference(path, str(value).split("/")[0], space, is_own=is_own)
    elif get_origin(kind) is Annotated:
        inner, *extra = get_args(kind)
        if OneOrMany in extra and not isinstance(value, list):
            inner = get_args(inner)[0]
        yield from _value(inner, value, path, space)
    elif get_origin(kind) in (Union, UnionType):
        for part in get_args(kind):
            yield from _value(part, value, path, space)
    elif get_origin(kind) is tuple and isinstance(value, list):
        for number, part in enumerate(value):
            yield from _value(get_args(kind)[0], part, (*path, number), space)
    elif isinstance(value, Mapping) and len(get_args(kind)) == 2:  # noqa: PLR2004 (of a mapping)
        yield from _mapping(kind, value, path, space)
    elif isinstance(kind, type) and issubclass(kind, BaseModel):
        yield from _model(kind, value, path)


def _mapping(kind: Any, held: Mapping[str, Any], path: Steps, space: Space) -> Iterator[Reference]:
    of_key, of_value = get_args(kind)
    for key, value in held.items():
        if of_key == Id:
            yield Reference((*path, key), key, space, is_key=True)
        yield from _value(of_value, value, (*path, key), space)
