"""The inventory as it would be with measures: what their ``changes`` say, applied in order.

Pure, on models. Keys of an item that is there replace its own, whole; ``null`` takes one away; an
item that is not there is added at the end of its section. What comes out obeys every rule that an
inventory read from files obeys, or nothing comes out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from bcp.errors import Fault, InputError
from bcp.fields import Item
from bcp.inventory.checks import Draft, Problem, draft_of, problems
from bcp.inventory.facts import Measure
from bcp.inventory.faults import wrong
from bcp.inventory.models import OWN, Inventory
from bcp.inventory.sections import LISTS, SPACES
from bcp.inventory.telling import teller
from bcp.reading import Steps, shown, where

__all__ = ["Misfit", "patch", "patched"]

_CHANGED = SPACES[0]


@dataclass(frozen=True)
class Misfit:
    """Why the changes of a measure cannot be made, at *path* in the measure."""

    path: Steps
    key: str
    """Which text of ``bcp.words.faults`` says it."""
    values: Mapping[str, object]
    """What that text names."""


def patched(inventory: Inventory, measures: Sequence[Measure]) -> Inventory:
    """Return *inventory* with the changes of *measures*, one after the other.

    Parameters
    ----------
    inventory
        Free of faults.
    measures
        In the order in which they are taken.

    Raises
    ------
    InputError
        If the changes of one do not fit, with everything that does not, and no file.
    """
    for measure in measures:
        made = patch(inventory, measure)
        if not isinstance(made, Inventory):
            raise InputError([_fault(measure, misfit) for misfit in made])
        inventory = made
    return inventory


def patch(inventory: Inventory, measure: Measure) -> Inventory | list[Misfit]:
    """Return *inventory* with the changes of *measure*, or everything that is in their way."""
    changed = _Changed(inventory)
    misfits = [
        misfit
        for section, items in measure.changes.items()
        for number, item in enumerate(items)
        for misfit in changed.take(section, item, ("changes", section, number))
    ]
    if misfits:
        return misfits
    after = inventory.model_copy(update=changed.sections())
    return changed.disagreements(draft_of(after)) or after


def _fault(measure: Measure, misfit: Misfit) -> Fault:
    tree = {"measures": [{"id": measure.id, "changes": measure.changes}]}
    path = ("measures", 0, *misfit.path)
    return Fault("", 0, where(tree, _held(tree, path)), misfit.key, misfit.values)


def _held(tree: Any, path: Steps) -> Steps:
    """Return the part of *path* that is in *tree*."""
    for depth, step in enumerate(path):
        is_there = step in tree if isinstance(tree, Mapping) else _has(tree, step)
        if not is_there:
            return path[:depth]
        tree = tree[step]
    return path


def _has(tree: Any, step: str | int) -> bool:
    return isinstance(tree, (list, tuple)) and isinstance(step, int) and step < len(tree)


class _Changed:
    """The items of an inventory while a measure changes them."""

    def __init__(self, inventory: Inventory) -> None:
        self.items: dict[str, dict[str, Item]] = {
            section: {item.id: item for item in getattr(inventory, section)} for section in _CHANGED
        }
        self.paths: dict[tuple[str, str], Steps] = {}
        """By section and id: where the measure changes it."""

    def sections(self) -> dict[str, tuple[Item, ...]]:
        """Return the sections that were changed."""
        touched = {section for section, _ in self.paths}
        return {section: tuple(self.items[section].values()) for section in touched}

    def take(self, section: str, change: Mapping[str, Any], path: Steps) -> Iterator[Misfit]:
        """Make one change, or yield what is in its way."""
        if section not in _CHANGED:
            values = {"name": shown(section), "known": ", ".join(_CHANGED)}
            yield Misfit(path[:-1], "unknown-changed-section", values)
            return
        name = change.get("id")
        held = self.items[section].get(name) if isinstance(name, str) else None
        if held is None:
            yield from self._taken(section, name, path)
        model = LISTS[section]
        try:
            made = model.model_validate(_merged(held, change))
        except ValidationError as error:
            yield from (Misfit(path + at, key, values) for at, key, values in wrong(error, model))
            return
        assert isinstance(name, str)  # no item is without one
        self.items[section][name] = made
        self.paths[section, name] = path

    def _taken(self, section: str, name: object, path: Steps) -> Iterator[Misfit]:
        """Yield why an item cannot be added under *name*."""
        if name == OWN:
            yield Misfit((*path, "id"), "reserved-id", {"id": name})
        for other in _CHANGED:
            if other != section and isinstance(name, str) and name in self.items[other]:
                values = {"id": name, "section": other}
                yield Misfit((*path, "id"), "changed-elsewhere", values)

    def disagreements(self, draft: Draft) -> list[Misfit]:
        """Return what the items of *draft*, the changed ones among them, disagree on."""
        told = teller(draft)
        return [Misfit(self._origin(draft, problem), *told(problem)) for problem in problems(draft)]

    def _origin(self, draft: Draft, problem: Problem) -> Steps:
        """Return where in the measure the item of a *problem* was changed, if it was."""
        section, number, *rest = problem.path
        held = getattr(draft, str(section))[number] if section in _CHANGED else None
        path = self.paths.get((str(section), held.id)) if held is not None else None
        return ("changes",) if path is None else (*path, *rest)


def _merged(held: Item | None, change: Mapping[str, Any]) -> dict[str, Any]:
    """Return the keys of an item as the *change* leaves them."""
    merged: dict[str, Any] = {}
    if held is not None:
        fields = type(held).model_fields
        written = [name for name in fields if name in held.model_fields_set]
        merged = {fields[name].alias or name: getattr(held, name) for name in written}
    merged |= change
    return {key: value for key, value in merged.items() if value is not None}
