"""Single changes to a setting. Each returns a new one; the inventory keeps every rule of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from bcp.advice.setting import Setting
from bcp.graph.network import Need
from bcp.inventory.facts import Measure
from bcp.inventory.models import Component, Function, Group, Inventory, Pert, Procedure, Team
from bcp.inventory.patch import patched

__all__ = [
    "arrival",
    "by_procedure",
    "duration",
    "first",
    "groups",
    "measure",
    "reserve",
    "spare",
    "startup",
    "team_hours",
    "team_size",
]

_Named = TypeVar("_Named", Component, Function, Procedure, Team)
DAILY = 1
"""The amount of a change of hours that keeps the hours, on every day; any other: no hours."""


def _changed(
    items: Iterable[_Named], id_: str, change: Callable[[_Named], _Named]
) -> tuple[_Named, ...]:
    return tuple(change(item) if item.id == id_ else item for item in items)


# --- who goes first, and how -------------------------------------------------------------------


def first(setting: Setting, components: tuple[str, ...]) -> Setting:
    """Put the work on *components* before all other."""
    held = dict.fromkeys((*setting.way.first, *components))
    return replace(setting, way=replace(setting.way, first=tuple(held)))


def by_procedure(setting: Setting, component: str, procedure: str) -> Setting:
    """Recover *component* by another of its procedures."""
    chosen = {**setting.way.chosen, component: procedure}
    return replace(setting, way=replace(setting.way, chosen=chosen))


# --- people ------------------------------------------------------------------------------------


def team_size(setting: Setting, team: str, size: int) -> Setting:
    """Let *team* have *size* people."""

    def change(held: Team) -> Team:
        return held.model_copy(update={"size": size})

    return setting.with_inventory(teams=_changed(setting.inventory.teams, team, change))


def team_hours(setting: Setting, team: str, kind: int) -> Setting:
    """Let *team* work its hours on every day (:data:`DAILY`), or around the clock."""

    def change(held: Team) -> Team:
        daily = None if held.hours is None else held.hours.model_copy(update={"days": "daily"})
        return held.model_copy(update={"hours": daily if kind == DAILY else None})

    return setting.with_inventory(teams=_changed(setting.inventory.teams, team, change))


def arrival(setting: Setting, team: str, latest: int) -> Setting:
    """Let everyone of *team* who comes at all be there within *latest* seconds."""

    def change(held: Team) -> Team:
        steps = sorted((held.assembly or {}).items())
        kept = {time: amount for time, amount in steps if time < latest}
        return held.model_copy(update={"assembly": {**kept, latest: steps[-1][1]}})

    return setting.with_inventory(teams=_changed(setting.inventory.teams, team, change))


# --- lengths -----------------------------------------------------------------------------------


def duration(setting: Setting, procedure: str, task: str, seconds: int) -> Setting:
    """Let a task take *seconds*, wherever its procedure is used."""
    span = Pert(low=seconds, likely=seconds, high=seconds)

    def change(held: Procedure) -> Procedure:
        tasks = (
            one.model_copy(update={"duration": span}) if one.id == task else one
            for one in held.tasks
        )
        return held.model_copy(update={"tasks": tuple(tasks)})

    procedures = _changed(setting.inventory.procedures, procedure, change)
    return setting.with_inventory(procedures=procedures)


def startup(setting: Setting, component: str, seconds: int) -> Setting:
    """Let *component* take *seconds* from "everything is there" to "up"."""

    def change(held: Component) -> Component:
        return held.model_copy(update={"startup": seconds})

    components = _changed(setting.inventory.components, component, change)
    return setting.with_inventory(components=components)


# --- groups ------------------------------------------------------------------------------------


def groups(
    setting: Setting, owner: str, providers: tuple[str, ...], update: Mapping[str, Any]
) -> Setting:
    """Change the groups of *owner* that name exactly *providers*."""

    def altered(group: Group) -> Group:
        return group.model_copy(update=dict(update)) if group.any_of == providers else group

    return _regrouped(setting, lambda id_, group: altered(group) if id_ == owner else group)


def reserve(setting: Setting, need: Need, seconds: int) -> Setting:
    """Let a reserve last *seconds*: everywhere that the same thing holds as long a one."""

    def change(id_: str, group: Group) -> Group:
        is_same = (
            (group.held_by, group.holdover) == (need.held_by, need.holdover)
            if need.held_by
            else (id_, group.any_of) == (need.owner, need.providers)
        )
        return group.model_copy(update={"holdover": seconds}) if is_same else group

    return _regrouped(setting, change)


def spare(setting: Setting, component: str) -> Setting:
    """Add a second *component*, alike but standing elsewhere, wherever the first is named.

    It needs what the first needs, is recovered alike, holds no data and carries no tags. Whether
    a scenario strikes it too is for the scenario to say.
    """
    held = {one.id: one for one in setting.inventory.components}
    original = held[component]
    other = _free_id(setting.inventory, f"{component}-spare")
    update = {"id": other, "within": None, "tags": (), "backups": (), "facts": None}
    added = original.model_copy(update=update)

    def change(_: str, group: Group) -> Group:
        if component not in group.any_of:
            return group
        return group.model_copy(update={"any_of": (*group.any_of, other)})

    wider = _regrouped(setting, change)
    return wider.with_inventory(components=(*wider.inventory.components, added))


def measure(setting: Setting, held: Measure) -> Setting:
    """Take a measure of the inventory.

    Raises
    ------
    InputError
        If its changes do not fit.
    """
    return replace(setting, inventory=patched(setting.inventory, [held]))


def _free_id(inventory: Inventory, wanted: str) -> str:
    taken = {
        item.id
        for items in (
            inventory.components,
            inventory.functions,
            inventory.teams,
            inventory.procedures,
        )
        for item in items
    }
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name


def _regrouped(setting: Setting, change: Callable[[str, Group], Group]) -> Setting:
    """Return the setting with every group put through *change*."""

    def component(held: Component) -> Component:
        requires = tuple(change(held.id, group) for group in held.requires)
        starts = tuple(change(held.id, group) for group in held.starts_with)
        if requires == held.requires and starts == held.starts_with:
            return held
        return held.model_copy(update={"requires": requires, "starts_with": starts})

    def function(held: Function) -> Function:
        requires = tuple(change(held.id, group) for group in held.requires)
        return held if requires == held.requires else held.model_copy(update={"requires": requires})

    def procedure(held: Procedure) -> Procedure:
        tasks = tuple(
            task.model_copy(update={"requires": tuple(change(held.id, g) for g in task.requires)})
            if task.requires
            else task
            for task in held.tasks
        )
        return held if tasks == held.tasks else held.model_copy(update={"tasks": tasks})

    return setting.with_inventory(
        components=tuple(map(component, setting.inventory.components)),
        functions=tuple(map(function, setting.inventory.functions)),
        procedures=tuple(map(procedure, setting.inventory.procedures)),
    )
