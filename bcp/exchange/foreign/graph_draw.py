"""A graph as a drawing: nodes become components, edges become needs.

What this tool exports comes back as it was: kinds, places, tags, groups with ``at_least``, reserves.
Of other graphs the names of a few common attributes are understood; what a node is that does not
say so is guessed to be a service.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, cast, get_args

from bcp.errors import Fault, InputError
from bcp.exchange.foreign.drawn import Drawing, Drawn, Need, Thing
from bcp.exchange.foreign.graph_form import Edge, Graph, Node
from bcp.exchange.foreign.naming import clean_name
from bcp.inventory.models import Kind
from bcp.reading import shown
from bcp.units import parse_duration

__all__ = ["Direction", "draw_graph"]

Direction = Literal["needs", "feeds"]
"""What an edge from A to B means: A needs B, or A feeds B."""

_NAME = ("name", "label", "title", "名称", "名前")
_KIND = ("kind", "type", "class", "category", "種別")
_KINDS: Mapping[str, str] = {
    **{kind: kind for kind in get_args(Kind)},
    "function": "function",
    "業務": "function",
    "building": "site",
    "rack": "room",
    "ups": "power",
    "pdu": "power",
    "switch": "network",
    "router": "network",
    "firewall": "network",
    "host": "server",
    "vm": "server",
    "application": "service",
    "app": "service",
    "database": "data",
    "provider": "external",
}


@dataclass
class _Plan:
    graph: Graph
    drawing: Drawing
    ids: dict[str, str] = field(default_factory=dict)
    groups: dict[str, Node] = field(default_factory=dict)
    out: dict[str, list[Edge]] = field(default_factory=dict)
    """The edges from each node, to what it needs."""


def draw_graph(graph: Graph, direction: Direction) -> Drawn:
    """Return what a graph says.

    Parameters
    ----------
    graph
        As it was read.
    direction
        What its edges mean.

    Raises
    ------
    InputError
        With every fault of nodes and edges.
    """
    plan = _Plan(graph, Drawing(graph.title))
    _take_edges(plan, direction)
    _take_nodes(plan)
    if not graph.faults and not plan.drawing.has_components():
        graph.faults.append(Fault(graph.file, 0, "", "foreign-no-nodes"))
    if graph.faults:
        raise InputError(graph.faults)
    _set_places(plan)
    for node in graph.nodes:
        if node.id in plan.ids:
            _needs(plan, node)
    for sort, number in graph.left_out.items():
        plan.drawing.tell("left-out", "graph-sort", *([""] * number), sort=sort)
    drawn = plan.drawing.drawn()
    if graph.faults:
        raise InputError(graph.faults)
    return drawn


def _take_edges(plan: _Plan, direction: Direction) -> None:
    known = {node.id for node in plan.graph.nodes}
    for edge in plan.graph.edges:
        missing = [end for end in (edge.source, edge.target) if end not in known]
        for end in dict.fromkeys(missing):
            plan.graph.fault(edge, "foreign-no-node", value=shown(end))
        if missing:
            continue
        if not edge.is_directed:
            plan.drawing.tell("left-out", "edge-undirected", f"{edge.source} – {edge.target}")
            continue
        ends = (edge.source, edge.target)
        needs, needed = ends if direction == "needs" else ends[::-1]
        plan.out.setdefault(needs, []).append(
            Edge(needs, needed, edge.held, True, edge.line, edge.where)  # noqa: FBT003
        )


def _take_nodes(plan: _Plan) -> None:
    seen: dict[str, Node] = {}
    for place, node in enumerate(plan.graph.nodes, 1):
        if not node.id:
            plan.graph.fault(node, "foreign-no-node-id")
        elif node.id in seen:
            first = seen[node.id]
            at = f"{first.line}" if first.line else first.where
            plan.graph.fault(node, "foreign-node-twice", value=shown(node.id), first=at)
        elif node.held.get("sort") == "group":
            plan.groups[node.id] = node
        else:
            _thing(plan, node, place)
        seen.setdefault(node.id, node)


def _thing(plan: _Plan, node: Node, place: int) -> None:
    name = clean_name(next((node.held[key] for key in _NAME if node.held.get(key)), ""))
    kind = _kind(plan, node, name)
    # An id that says nothing, such as yEd's n0, gives way to the name.
    is_numbered = node.id == f"n{place - 1}" and "sort" not in node.held
    label = name if name and is_numbered else node.id
    id_ = plan.drawing.claim(label, kind)
    plan.ids[node.id] = id_
    plan.drawing.add(
        Thing(
            id_,
            kind,
            name if name != id_ or node.held.get("name") else "",
            clean_name(node.held.get("name_en")) or None,
            tags=_tags(node),
            startup=_seconds(plan, node, "startup"),
            facts=_facts(plan, node) if kind == "function" else {},
        )
    )
    plan.drawing.tell("taken", "node", name or node.id)


def _kind(plan: _Plan, node: Node, name: str) -> Kind | Literal["function"]:
    if node.held.get("sort") == "function":
        return "function"
    for key in _KIND:
        said = clean_name(node.held.get(key)).casefold()
        if said in _KINDS:
            return cast("Kind", _KINDS[said])
    plan.drawing.tell("guessed", "kind-unknown", name or node.id)
    return "service"


def _tags(node: Node) -> tuple[str, ...]:
    text = node.held.get("tags", "")
    try:
        held = json.loads(text) if text.startswith("[") else text.split(",")
    except ValueError:
        held = text.split(",")
    return tuple(filter(None, map(clean_name, held)))


_FACTS = ("rto", "mtpd")


def _facts(plan: _Plan, node: Node) -> dict[str, str]:
    found: dict[str, str] = {}
    for key in _FACTS:
        if key in node.held:
            _seconds(plan, node, key)
            found[key] = node.held[key]
            disaster = f"{key}_disaster"
            if disaster in node.held:
                _seconds(plan, node, disaster)
                found[key] = f"{{normal: {node.held[key]}, disaster: {node.held[disaster]}}}"
    if node.held.get("rank") in ("S", "A", "B", "C"):
        found["rank"] = node.held["rank"]
    return found


def _seconds(plan: _Plan, place: Node | Edge, key: str) -> int:
    """Return the length of time that an attribute says, 0 without one; note if it says none."""
    text = place.held.get(key)
    if text is None:
        return 0
    try:
        return parse_duration(text.strip())
    except ValueError:
        plan.graph.fault(place, "foreign-no-duration", name=key, value=shown(text))
        return 0


def _number(plan: _Plan, place: Node, key: str) -> int:
    text = place.held.get(key, "1")
    if text.isascii() and text.isdigit() and 1 <= len(text) <= 6 and int(text):  # noqa: PLR2004
        return int(text)
    plan.graph.fault(place, "foreign-no-count", name=key, value=shown(text))
    return 1


def _set_places(plan: _Plan) -> None:
    for node in plan.graph.nodes:
        place = node.held.get("within") or node.inside
        if node.id not in plan.ids or place is None:
            continue
        if place in plan.ids:
            plan.drawing.put(plan.ids[node.id], within=plan.ids[place])
        else:
            plan.drawing.tell("left-out", "place-missing", f"{node.id} → {place}")


# --- needs -----------------------------------------------------------------------------------


def _needs(plan: _Plan, node: Node) -> None:
    is_function = plan.drawing.kind_of(plan.ids[node.id]) == "function"
    for edge in plan.out.get(node.id, ()):
        role = edge.held.get("role", "requires")
        if role not in ("requires", "starts_with"):
            plan.drawing.tell("left-out", "edge-role", f"{edge.source} → {edge.target}", role=role)
            continue
        group = plan.groups.get(edge.target)
        providers = _members(plan, group) if group else [edge.target]
        found = tuple(plan.ids[one] for one in providers if one in plan.ids)
        if not found:
            plan.drawing.tell("left-out", "group-empty", edge.target)
            continue
        starts = role == "starts_with" and not is_function
        need = Need(
            found,
            _number(plan, group, "at_least") if group else 1,
            0 if starts else _seconds(plan, edge, "holdover"),
            None if starts else _held_by(plan, edge),
            _seconds(plan, group or edge, "switchover"),
            only_to_start=starts,
        )
        if plan.drawing.need(plan.ids[node.id], need):
            plan.drawing.tell("taken", "edge", f"{edge.source} → {edge.target}")
        elif set(found) == {plan.ids[node.id]}:
            plan.drawing.tell("left-out", "edge-self", node.id)
        else:
            plan.drawing.tell("left-out", "edge-again", f"{edge.source} → {edge.target}")


def _members(plan: _Plan, group: Node) -> Sequence[str]:
    return [edge.target for edge in plan.out.get(group.id, ()) if edge.target not in plan.groups]


def _held_by(plan: _Plan, edge: Edge) -> str | None:
    named = edge.held.get("held_by")
    if named is None:
        return None
    if named not in plan.ids:
        plan.drawing.tell("left-out", "holder-missing", f"{edge.source}: {named}")
        return None
    return plan.ids[named]
