"""Which measures can change what a scenario does at all, whatever else is done.

Packages of measures have to be simulated, as measures interact: of ``n`` measures there are ``2^n``
packages. But a scenario only ever reads a part of an inventory, and a measure that changes nothing
in that part changes nothing of the scenario, in whatever package it stands. So a scenario needs
only the packages of those that bear on it.

What a scenario can read is found on the union of all packages:

1. *Struck* is what an event damages or holds down, whatever its share, and the functions whose
   people may be short.
2. *In reach* is what is struck, and whatever has a group that may be lost: one with a provider in
   reach among those engaged at the start (or, where the order of the work looks at spares too, with
   any). Nothing else ever goes down (rules R1 to R3), so nothing of it is read.
3. Of what is in reach, start-ups and groups that may be lost are read; of what may be damaged, its
   procedures, and the people of those. The order of the work (rule T5) is made of the same.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bcp.inventory.facts import Measure
from bcp.inventory.models import Component, Function, Group, Inventory, Procedure, Team
from bcp.scenario.expand import Selector
from bcp.scenario.models import Scenario

__all__ = ["bearings"]

_SILENT = frozenset(
    {"id", "name", "name_en", "note", "source", "assumed", "facts", "backups", "department"}
    | {"department_en", "mtpd", "rpo", "impact", "owner", "contact"}
)
"""Keys that no loss depends on."""
_PLACING = frozenset({"kind", "within", "tags"})
"""Keys by which events find components and bar places; no need is read from them."""
_GROUPS = frozenset({"requires", "starts_with"})


@dataclass(frozen=True)
class _Union:
    """An inventory with every form that any of its measures gives an item."""

    base: Inventory
    alone: Mapping[str, Inventory]
    """By measure: the inventory with it alone."""
    together: Inventory | None
    """With all of them, if they can be combined."""
    measures: Sequence[Measure]
    spares_count: bool

    def may_be_lost(self, group: Group, reach: Container[str]) -> bool:
        """Return whether a group can be lost, or counts on what goes down."""
        is_graded = group.levels is not None or self.spares_count
        counted = group.any_of if is_graded else group.any_of[: group.at_least]
        return any(provider in reach for provider in counted)

    def inventories(self) -> Iterator[Inventory]:
        yield self.base
        yield from self.alone.values()
        if self.together is not None:
            yield self.together

    def components(self) -> Iterator[Component]:
        return (item for held in self.inventories() for item in held.components)

    def functions(self) -> Iterator[Function]:
        return (item for held in self.inventories() for item in held.functions)

    def procedures(self) -> Iterator[Procedure]:
        return (item for held in self.inventories() for item in held.procedures)

    def teams(self) -> Iterator[Team]:
        return (item for held in self.inventories() for item in held.teams)


def bearings(
    inventory: Inventory,
    alone: Mapping[str, Inventory],
    together: Inventory | None,
    measures: Sequence[Measure],
    scenarios: Iterable[Scenario],
    *,
    spares_count: bool,
) -> tuple[frozenset[str], ...]:
    """Return, for each scenario, the ids of the measures that can change its loss.

    Parameters
    ----------
    inventory
        As it is, without any of them.
    alone
        By the id of each measure: the inventory with it alone.
    together
        The inventory with all of them, if they can be combined.
    measures
        In the order in which they are taken.
    scenarios
        Their ids exist in the inventory.
    spares_count
        Whether the order of the work may depend on who would use a spare that is never engaged:
        true of every strategy but ``slack``.
    """
    union = _Union(inventory, alone, together, measures, spares_count)
    return tuple(_bearing(union, scenario) for scenario in scenarios)


def _bearing(union: _Union, scenario: Scenario) -> frozenset[str]:
    damaged, held = _struck(union, scenario)
    reach = _reach(union, damaged | held | _short(union, scenario))
    ways = {name for item in union.components() if item.id in damaged for name in item.procedure}
    tasks = [task for item in union.procedures() if item.id in ways for task in item.tasks]
    crews = {team for task in tasks for team in task.crew}
    crews |= {item.staff.team for item in union.functions() if item.staff is not None}
    read = _Read(
        reach=reach,
        damaged=damaged,
        unsafe=_unsafe(union, reach),
        found_by=_found_by(scenario),
        places=_places(union, damaged) if any(e.access for e in scenario.events) else set(),
        procedures=ways,
        teams=crews,
    )
    there = {item.id for item in union.base.components}
    return frozenset(
        held.id
        for held in union.measures
        if any(
            read.reads(section, item, is_new=item["id"] not in there)
            for section, items in held.changes.items()
            for item in items
        )
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """What a scenario can read, in any package."""

    reach: set[str]
    damaged: set[str]
    unsafe: set[tuple[str, str]]
    """The (component, key) whose groups differ between packages in one that may be lost."""
    found_by: set[str]
    """The keys by which its events find components."""
    places: set[str]
    """What may be damaged while places are barred, and the places that it stands in."""
    procedures: set[str]
    teams: set[str]

    def reads(self, section: str, item: Mapping[str, Any], *, is_new: bool) -> bool:
        """Return whether a change is read; of functions every one is."""
        keys = {*item} - _SILENT
        id_: str = item["id"]
        if section == "components":
            return self._reads_component(id_, keys, is_new=is_new)
        known = {"procedures": self.procedures, "teams": self.teams}.get(section)
        return bool(keys) and (known is None or id_ in known)

    def _reads_component(self, id_: str, keys: set[str], *, is_new: bool) -> bool:
        if is_new:
            return id_ in self.reach
        plain = keys - _PLACING - _GROUPS - {"procedure"}
        return (
            bool(keys & self.found_by)
            or ("within" in keys and id_ in self.places)
            or ("procedure" in keys and id_ in self.damaged)
            or any((id_, key) in self.unsafe for key in keys)
            or (bool(plain) and id_ in self.reach)
        )


def _found_by(scenario: Scenario) -> set[str]:
    """Return the keys of a component by which any event finds it."""
    changes = [(e.damage or e.outage or e.access) for e in scenario.events]
    selects = [held.select for held in changes if held is not None]
    asked = {"kind": "kind", "within": "within", "tag": "tags"}
    return {
        key for name, key in asked.items() if any(getattr(s, name) is not None for s in selects)
    }


def _places(union: _Union, damaged: set[str]) -> set[str]:
    """Return *damaged* and every place that any of it stands in, in any package."""
    edges: dict[str, set[str]] = {}
    for item in union.components():
        if item.within is not None:
            edges.setdefault(item.id, set()).add(item.within)
    return _closed(edges, damaged)


def _struck(union: _Union, scenario: Scenario) -> tuple[set[str], set[str]]:
    """Return what any event may damage, and what it may hold down."""
    damaged: set[str] = set()
    held: set[str] = set()
    for inventory in union.inventories():
        selector = Selector(inventory)
        for event in scenario.events:
            if event.damage is not None:
                damaged |= {*selector(event.damage.select)}
            if event.outage is not None:
                held |= {*selector(event.outage.select)}
    if "within" in _found_by(scenario) and _moves_places(union):
        # Another package may put what is new where an event finds it: any of it may be struck.
        there = {item.id for item in union.base.components}
        damaged |= {c.id for c in union.components() if c.within is not None} - there
    return damaged, held


def _moves_places(union: _Union) -> bool:
    """Return whether any measure puts a component that is there somewhere else."""
    there = {item.id for item in union.base.components}
    return any(
        item["id"] in there and "within" in item
        for measure in union.measures
        for item in measure.changes.get("components", ())
    )


def _short(union: _Union, scenario: Scenario) -> set[str]:
    """Return the functions whose people may be fewer than they need."""
    fewer = {event.staff.team for event in scenario.events if event.staff is not None}
    changed = {item["id"] for held in union.measures for item in held.changes.get("teams", ())}
    vendors = {team.id for team in union.teams() if team.vendor}
    own = {team.id for team in union.teams()} - vendors if scenario.scenario.assembly else set()
    teams = fewer | changed | vendors | own
    return {
        item.id for item in union.functions() if item.staff is not None and item.staff.team in teams
    }


def _reach(union: _Union, struck: set[str]) -> set[str]:
    """Return *struck* and everything with a group that may be lost."""
    users: dict[str, set[str]] = {}
    for owner, _, group in _groups(union):
        for provider in group.any_of:
            if union.may_be_lost(group, {provider}):
                users.setdefault(provider, set()).add(owner)
    return _closed(users, struck)


def _unsafe(union: _Union, reach: set[str]) -> set[tuple[str, str]]:
    """Return the groups of components that differ between packages where they may be lost."""
    forms: dict[tuple[str, str], set[frozenset[str]]] = {}
    for held in union.components():
        for key in _GROUPS:
            groups: tuple[Group, ...] = getattr(held, key)
            lost = [group for group in groups if union.may_be_lost(group, reach)]
            forms.setdefault((held.id, key), set()).add(
                frozenset(group.model_dump_json() for group in lost)
            )
    return {place for place, found in forms.items() if len(found) > 1}


def _closed(edges: Mapping[str, set[str]], start: set[str]) -> set[str]:
    """Return *start* and whatever the edges lead to."""
    found, waiting = set(start), list(start)
    while waiting:
        for node in edges.get(waiting.pop(), set()) - found:
            found.add(node)
            waiting.append(node)
    return found


def _groups(union: _Union) -> Iterator[tuple[str, str, Group]]:
    """Yield every group of a component or function, with its owner and the key it stands under."""
    for component in union.components():
        for key in _GROUPS:
            for group in getattr(component, key):
                yield component.id, key, group
    for function in union.functions():
        for group in function.requires:
            yield function.id, "requires", group
