"""Who needs whom as nodes and edges, whole or cut, for every format that is written.

An edge runs from what needs to what is needed. A group of several providers is a node of its own
with ``at_least``; a single provider needs none. The reserve of a need (``holdover``) stands on the
edge that leaves its owner. What tasks need, people, backups and levels of functions are no part of
the picture.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from bcp.graph.network import Network
from bcp.inventory.models import Component, Function, Group, Target
from bcp.units import exact_duration

__all__ = ["Edge", "Node", "Picture", "around", "inside", "picture_of"]


@dataclass(frozen=True, slots=True)
class Node:
    """A component, a function, or a group of providers."""

    id: str
    sort: str
    """``component``, ``function`` or ``group``."""
    label: str
    """What people call it, in the language of the output; of a group how many it needs of how many."""
    held: Mapping[str, str] = field(default_factory=dict)
    """What else is known of it, in the notation of the files; ``tags`` is a JSON list."""


@dataclass(frozen=True, slots=True)
class Edge:
    """From what needs, or from a group, to what is needed."""

    source: str
    target: str
    role: str
    """``requires``, ``starts_with``, or ``provider`` from a group to what is in it."""
    held: Mapping[str, str] = field(default_factory=dict)
    """``holdover``, ``held_by`` and ``switchover``, where there are any."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    cut: int = 0
    """Needs of what lies outside and is left out."""


def inside(network: Network, place: str) -> set[str]:
    """Return *place* and every component in it, at any depth."""
    return {id_ for id_ in network.components if place in network.places_of(id_)}


def around(network: Network, id_: str, depth: int) -> set[str]:
    """Return what is at most *depth* needs away from *id_*, in either direction."""
    near: dict[str, set[str]] = {node: set() for node in network.nodes()}
    for owner in network.nodes():
        for need in (*network.needs[owner], *network.start_needs[owner]):
            for provider in need.providers:
                near[owner].add(provider)
                near[provider].add(owner)
    found, edge = {id_}, {id_}
    for _ in range(depth):
        edge = {other for node in edge for other in near[node]} - found
        found |= edge
    return found


def picture_of(
    network: Network, title: str, names: Mapping[str, str], kept: Collection[str] | None = None
) -> Picture:
    """Return the picture of an inventory.

    Parameters
    ----------
    network
        The inventory.
    title
        What the organisation is called.
    names
        What each id is called, in the language of the output.
    kept
        The ids that are drawn; all if left out.
    """
    chosen = set(network.nodes()) if kept is None else set(kept)
    components = [one for one in network.components.values() if one.id in chosen]
    functions = [one for one in network.functions.values() if one.id in chosen]
    nodes = [_component(one, names, chosen) for one in components]
    nodes += [_function(one, names) for one in functions]
    edges: list[Edge] = []
    cut = 0
    for id_ in [node.id for node in nodes]:
        for number, (role, group) in enumerate(_groups(network, id_), 1):
            providers = [one for one in group.any_of if one in chosen]
            cut += len(group.any_of) - len(providers)
            if not providers:
                continue
            if len(group.any_of) == 1:
                edges.append(Edge(id_, providers[0], role, _reserve(group, chosen, whole=True)))
                continue
            node = _group(f"{id_}/{number}", group)
            nodes.append(node)
            edges.append(Edge(id_, node.id, role, _reserve(group, chosen, whole=False)))
            edges += [Edge(node.id, one, "provider") for one in providers]
    return Picture(title, tuple(nodes), tuple(edges), cut)


def _groups(network: Network, id_: str) -> Iterator[tuple[str, Group]]:
    component = network.components.get(id_)
    held = network.functions[id_].requires if component is None else component.requires
    yield from (("requires", group) for group in held)
    if component is not None:
        yield from (("starts_with", group) for group in component.starts_with)


def _component(component: Component, names: Mapping[str, str], chosen: set[str]) -> Node:
    held = {"kind": str(component.kind), **_said(component)}
    if component.within in chosen:
        held["within"] = str(component.within)
    if component.startup:
        held["startup"] = exact_duration(component.startup)
    return Node(component.id, "component", names[component.id], held)


def _function(function: Function, names: Mapping[str, str]) -> Node:
    held = {"kind": "function", **_said(function), **_target("rto", function.rto)}
    if function.mtpd is not None:
        held |= _target("mtpd", function.mtpd)
    if function.rank is not None:
        held["rank"] = function.rank
    return Node(function.id, "function", names[function.id], held)


def _said(item: Component | Function) -> dict[str, str]:
    found = {"name": item.name, "name_en": item.name_en or ""}
    if item.tags:
        found["tags"] = json.dumps(list(item.tags), ensure_ascii=False)
    return {key: text for key, text in found.items() if text}


def _target(key: str, target: Target) -> dict[str, str]:
    found = {key: exact_duration(target.normal)}
    if target.disaster is not None:
        found[f"{key}_disaster"] = exact_duration(target.disaster)
    return found


def _group(id_: str, group: Group) -> Node:
    held = {"at_least": str(group.at_least)}
    if group.switchover:
        held["switchover"] = exact_duration(group.switchover)
    return Node(id_, "group", f"{group.at_least} / {len(group.any_of)}", held)


def _reserve(group: Group, chosen: set[str], *, whole: bool) -> dict[str, str]:
    found = {}
    if group.holdover:
        found["holdover"] = exact_duration(group.holdover)
    if group.held_by in chosen:
        found["held_by"] = str(group.held_by)
    if whole and group.switchover:
        found["switchover"] = exact_duration(group.switchover)
    return found
