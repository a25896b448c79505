"""What the forms have to know of an inventory as a whole: what stands where, and who needs whom.

What refers to nothing is left out, so that no form meets an id that is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from bcp.graph.failures import Failures
from bcp.graph.network import Need, Network, build_network
from bcp.inventory.facts import Facts, Person, Role
from bcp.inventory.models import Component, Function, Inventory, Team
from bcp.outlook.outlook import by_urgency
from bcp.recovery.procedures import Lengths, measure
from bcp.report.forms.whole import whole

__all__ = ["MACHINES", "PLACES", "Ground"]

MACHINES = frozenset({"server", "storage"})
"""Kinds that are hardware."""
PLACES = frozenset({"site", "room"})
_NO_SYSTEM = PLACES | {"power", "cooling", "network"}


class Ground:
    """An inventory looked up once for all forms. Never changed."""

    def __init__(self, inventory: Inventory) -> None:
        self.inventory = whole(inventory)
        self.network: Network = build_network(self.inventory)

    @property
    def components(self) -> Mapping[str, Component]:
        """By id, in the order of the files."""
        return self.network.components

    @property
    def functions(self) -> Mapping[str, Function]:
        """By id, in the order of the files."""
        return self.network.functions

    @cached_property
    def teams(self) -> Mapping[str, Team]:
        """By id, in the order of the files."""
        return {team.id: team for team in self.inventory.teams}

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """By id, in the order of the files."""
        return {person.id: person for person in self.inventory.people}

    @cached_property
    def roles(self) -> Mapping[str, Role]:
        """By id, in the order of the files."""
        return {role.id: role for role in self.inventory.roles}

    @cached_property
    def lengths(self) -> Lengths:
        """How long procedures take."""
        return measure(self.network)

    def facts(self, id_: str) -> Facts:
        """Return what was written down about a component; nothing at all if so."""
        return self.components[id_].facts or Facts()

    def of_kind(self, *kinds: str) -> tuple[str, ...]:
        """Return the components of *kinds*, in the order of the files."""
        return tuple(id_ for id_, held in self.components.items() if held.kind in kinds)

    # --- systems -------------------------------------------------------------------------------

    @cached_property
    def direct(self) -> Mapping[str, tuple[str, ...]]:
        """The functions that name a component themselves, the most urgent first."""
        found: dict[str, list[str]] = {}
        for id_ in self.urgent:
            for need in self.network.needs[id_]:
                for provider in need.providers:
                    found.setdefault(provider, []).append(id_)
        return {id_: tuple(held) for id_, held in found.items()}

    @cached_property
    def urgent(self) -> tuple[str, ...]:
        """All functions, the most urgent first."""
        return by_urgency(self.inventory, tuple(self.functions))

    @cached_property
    def systems(self) -> tuple[str, ...]:
        """The information systems: services, and the data and outside services of functions.

        An inventory without any of these is taken by the machines that its functions name.
        """
        named = {"data", "external"}
        found = [
            id_
            for id_, held in self.components.items()
            if held.kind == "service" or (held.kind in named and id_ in self.direct)
        ]
        if not found:
            found = [
                id_
                for id_, held in self.components.items()
                if held.kind not in _NO_SYSTEM and id_ in self.direct
            ]
        return tuple(found)

    def hardware(self, system: str) -> tuple[str, ...]:
        """Return the machines that a system runs on, other systems of functions left out."""
        found: dict[str, None] = {}
        seen, todo = {system}, [system]
        while todo:
            id_ = todo.pop(0)
            held = self.components[id_]
            if held.kind in MACHINES:
                found[id_] = None
                continue
            carriers = [p for need in self.network.needs[id_] for p in need.providers]
            for other in (*carriers, *filter(None, [held.within])):
                if other not in seen and self._carries(other):
                    seen.add(other)
                    todo.append(other)
        return tuple(found)

    def _carries(self, id_: str) -> bool:
        """Return whether a system that needs *id_* runs on it: not so another system."""
        held = self.components.get(id_)
        if held is None:
            return False
        return held.kind in MACHINES or (
            held.kind in {"service", "data"} and id_ not in self.direct
        )

    # --- who needs whom ------------------------------------------------------------------------

    def functions_on(self, id_: str) -> tuple[str, ...]:
        """Return the functions that need a component, even as a spare, the most urgent first."""
        above = self._reached(id_, self._users)
        return tuple(function for function in self.urgent if function in above)

    def leaning_on(self, id_: str) -> tuple[str, ...]:
        """Return the functions that need a component other than as a spare, the most urgent first."""
        above = self._reached(id_, self._leaning)
        return tuple(function for function in self.urgent if function in above)

    def below(self, id_: str) -> frozenset[str]:
        """Return every component and function that *id_* needs, directly or through others."""
        return self._reached(id_, self._needed)

    def held(self, id_: str) -> tuple[Need, ...]:
        """Return the needs whose reserve a component holds."""
        return self.network.bridged.get(id_, ())

    def alternatives(self, id_: str) -> tuple[str, ...] | None:
        """Return what can take the place of a component, wherever it is needed.

        None if nobody needs it, or if somebody needs just it.
        """
        needs = [need for need in self.network.users[id_] if "/" not in need.owner]
        if not needs or any(need.at_least >= len(need.providers) for need in needs):
            return None
        return tuple(dict.fromkeys(p for need in needs for p in need.providers if p != id_))

    @cached_property
    def _failures(self) -> Failures:
        return Failures(self.network)

    def stopped(self, ids: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """Return the functions that stop when one of *ids* fails for good, each by itself."""
        asked = list(ids)
        by_node = self._failures.stopped_by([[id_] for id_ in asked])
        found: dict[str, list[str]] = {id_: [] for id_ in asked}
        for function in self.urgent:
            for place in by_node[function]:
                found[asked[place]].append(function)
        return {id_: tuple(held) for id_, held in found.items()}

    def taken_down_by(self, ids: Iterable[str]) -> Mapping[str, frozenset[str]]:
        """Return for each component and function which of *ids* take it down by themselves."""
        asked = list(ids)
        by_node = self._failures.stopped_by([[id_] for id_ in asked])
        return {node: frozenset(asked[n] for n in places) for node, places in by_node.items()}

    def stopped_nodes(self, ids: Iterable[str]) -> frozenset[str]:
        """Return the components and functions that are down when all of *ids* fail together."""
        return frozenset(self._failures.stops(tuple(ids)))

    def stops_without(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the functions that stop when all of *ids* fail together."""
        down = self.stopped_nodes(ids)
        return tuple(function for function in self.urgent if function in down)

    def _users(self, id_: str) -> Iterator[str]:
        return (need.owner for need in self.network.users[id_] if "/" not in need.owner)

    def _leaning(self, id_: str) -> Iterator[str]:
        users = (need for need in self.network.users[id_] if "/" not in need.owner)
        return (need.owner for need in users if id_ in need.first)

    def _needed(self, id_: str) -> Iterator[str]:
        for need in (*self.network.needs[id_], *self.network.start_needs[id_]):
            yield from need.providers

    @staticmethod
    def _reached(start: str, edges: Callable[[str], Iterator[str]]) -> frozenset[str]:
        found: set[str] = set()
        todo = [start]
        while todo:
            for other in edges(todo.pop()):
                if other not in found:
                    found.add(other)
                    todo.append(other)
        return frozenset(found)

    # --- places and people ---------------------------------------------------------------------

    def places(self, id_: str) -> tuple[str, ...]:
        """Return the rooms and sites that a component stands in, the nearest first."""
        around = self.network.places_of(id_)[1:]
        return tuple(place for place in around if self.components[place].kind in PLACES)

    def place(self, id_: str, kind: str) -> str | None:
        """Return the nearest place of a *kind* that a component stands in."""
        return next((p for p in self.places(id_) if self.components[p].kind == kind), None)

    @cached_property
    def contents(self) -> Mapping[str, tuple[str, ...]]:
        """What stands in each component, at any depth."""
        found: dict[str, list[str]] = {}
        for id_ in self.components:
            for place in self.network.places_of(id_)[1:]:
                found.setdefault(place, []).append(id_)
        return {id_: tuple(held) for id_, held in found.items()}

    def crews(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the teams that the procedures of components take, in the order of the files."""
        found = {
            team
            for id_ in ids
            for procedure in self.components[id_].procedure
            for task in self.network.procedures[procedure].tasks
            for team in task.crew
        }
        return tuple(team for team in self.teams if team in found)
