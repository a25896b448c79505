"""Who needs whom: the inventory compiled once into the form the simulation reads.

A *node* is a component or a function, named by its id. A *need* is a group of providers in the
place where it is used: under ``requires`` or ``starts_with`` of a node, under ``requires`` of a
task, or the ``staff`` of a function.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from bcp.inventory.models import OWN, Component, Function, Group, Inventory, Procedure, Staff, Task
from bcp.memory import paused_gc

_BUNDLES = frozenset({"service", "network", "power", "cooling"})
"""Kinds of which a component without a procedure may stand for what it needs: not a room."""


class Role(Enum):
    """Where a need is written, which decides what its loss does."""

    REQUIRES = "requires"
    """Lost: its owner goes down, when a reserve is over."""
    STARTS_WITH = "starts_with"
    """Lost: its owner cannot start."""
    TASK = "task"
    """Lost: the task cannot start."""
    STAFF = "staff"
    """As REQUIRES, with people in place of providers."""


@dataclass(frozen=True, slots=True, eq=False)
class Need:
    """A group of providers in the place where it is used."""

    owner: str
    """The node that needs it; for a task ``procedure/task``."""
    role: Role
    providers: tuple[str, ...]
    at_least: int
    holdover: int = 0
    """Seconds that the owner carries on without it."""
    held_by: str | None = None
    switchover: int = 0
    """Seconds that a spare takes to be engaged."""
    levels: Mapping[int, Fraction] | None = None
    staff: Staff | None = None
    """Of role STAFF: the team and how many of it."""

    @property
    def first(self) -> tuple[str, ...]:
        """The providers engaged at the start."""
        return self.providers[: self.at_least]


@dataclass(frozen=True, slots=True)
class Network:
    """An inventory with its needs resolved. Shared by every simulation of it; never changed."""

    inventory: Inventory
    components: Mapping[str, Component]
    """By id, in the order of the files."""
    functions: Mapping[str, Function]
    procedures: Mapping[str, Procedure]
    tasks: Mapping[tuple[str, str], Task]
    """By (procedure, task)."""
    place: Mapping[str, int]
    """The position of a node in the order of the files: components first."""
    needs: Mapping[str, tuple[Need, ...]]
    """What a node requires, staff included."""
    start_needs: Mapping[str, tuple[Need, ...]]
    """What a node needs besides, to start."""
    task_needs: Mapping[tuple[str, str], tuple[Need, ...]]
    """What (procedure, task) requires, ``own`` left out."""
    wants_own: frozenset[tuple[str, str]]
    """The (procedure, task) that need whatever the component itself requires."""
    users: Mapping[str, tuple[Need, ...]]
    """The needs that name a node as a provider."""
    bridged: Mapping[str, tuple[Need, ...]]
    """The needs whose reserve a node holds."""

    def nodes(self) -> Iterator[str]:
        """Yield every component, then every function, in the order of the files."""
        return iter(self.place)

    def startup(self, node: str) -> int:
        """Return the seconds from "everything is there" to "up"; 0 for a function."""
        component = self.components.get(node)
        return 0 if component is None else component.startup

    def work_needs(self, component: str, procedure: str, task: str) -> tuple[Need, ...]:
        """Return what a task requires when it recovers *component*, ``own`` resolved."""
        named = self.task_needs[procedure, task]
        if (procedure, task) not in self.wants_own:
            return named
        return named + self.needs[component]

    def is_bundle(self, component: str) -> bool:
        """Return whether *component* is a name for what it needs: nothing in it that is repaired."""
        held = self.components[component]
        return held.kind in _BUNDLES and bool(held.requires) and not held.procedure

    def places_of(self, component: str) -> tuple[str, ...]:
        """Return *component* and every place it stands in, the nearest first."""
        places = [component]
        while (place := self.components[places[-1]].within) is not None:
            places.append(place)
        return tuple(places)


def build_network(inventory: Inventory) -> Network:
    """Return the network of an inventory that the loader has found free of faults."""
    with paused_gc():
        return _build(inventory)


def _build(inventory: Inventory) -> Network:
    components = {component.id: component for component in inventory.components}
    functions = {function.id: function for function in inventory.functions}
    needs = {
        **{c.id: _needs(c.id, Role.REQUIRES, c.requires) for c in inventory.components},
        **{f.id: _needs(f.id, Role.REQUIRES, f.requires) + _staff(f) for f in inventory.functions},
    }
    start_needs = {c.id: _needs(c.id, Role.STARTS_WITH, c.starts_with) for c in components.values()}
    start_needs |= dict.fromkeys(functions, ())
    task_needs, wants_own = _task_needs(inventory.procedures)
    written = [
        n for table in (needs, start_needs, task_needs) for held in table.values() for n in held
    ]
    return Network(
        inventory=inventory,
        components=components,
        functions=functions,
        procedures={procedure.id: procedure for procedure in inventory.procedures},
        tasks={(p.id, task.id): task for p in inventory.procedures for task in p.tasks},
        place={node: place for place, node in enumerate([*components, *functions])},
        needs=needs,
        start_needs=start_needs,
        task_needs=task_needs,
        wants_own=wants_own,
        users=_by_node(components, functions, [(p, n) for n in written for p in n.providers]),
        bridged=_by_node(components, functions, [(n.held_by, n) for n in written if n.held_by]),
    )


def _needs(owner: str, role: Role, groups: tuple[Group, ...]) -> tuple[Need, ...]:
    return tuple(
        Need(
            owner,
            role,
            group.any_of,
            group.at_least,
            holdover=group.holdover if role is Role.REQUIRES else 0,
            held_by=group.held_by if role is Role.REQUIRES else None,
            switchover=group.switchover,
            levels=group.levels,
        )
        for group in groups
    )


def _staff(function: Function) -> tuple[Need, ...]:
    if function.staff is None:
        return ()
    return (Need(function.id, Role.STAFF, (), function.staff.at_least, staff=function.staff),)


def is_own(group: Group) -> bool:
    """Return whether a requirement of a task stands for those of the component itself."""
    return group.any_of == (OWN,)


def _task_needs(
    procedures: tuple[Procedure, ...],
) -> tuple[dict[tuple[str, str], tuple[Need, ...]], frozenset[tuple[str, str]]]:
    needs: dict[tuple[str, str], tuple[Need, ...]] = {}
    wants_own: set[tuple[str, str]] = set()
    for procedure in procedures:
        for task in procedure.tasks:
            key = (procedure.id, task.id)
            named = tuple(group for group in task.requires if not is_own(group))
            needs[key] = _needs("/".join(key), Role.TASK, named)
            if len(named) < len(task.requires):
                wants_own.add(key)
    return needs, frozenset(wants_own)


def _by_node(
    components: Mapping[str, Component],
    functions: Mapping[str, Function],
    pairs: list[tuple[str, Need]],
) -> dict[str, tuple[Need, ...]]:
    found: dict[str, list[Need]] = {}
    for node, need in pairs:
        found.setdefault(node, []).append(need)
    return {node: tuple(found.get(node, ())) for node in [*components, *functions]}
