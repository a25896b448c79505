"""In which layer of the map each box stands: right of everything it needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from bcp.report.charts.map.boxes import FUNCTION, Thing
from bcp.report.charts.map.links import Link

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Layers", "folded", "layers_of"]

Layers = dict[str, int]
"""By box; 0 is the one at the left."""
_SWEEPS = 4


def layers_of(things: Sequence[Thing], links: Sequence[Link]) -> Layers:
    """Return the layer of each thing: right of what it needs, circles cut where they cost least.

    A component stands as near as possible to what most of its lines lead to. Functions that no
    component needs stand right of all components.
    """
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(thing.id for thing in things)
    graph.add_weighted_edges_from((link.start, link.end, link.count) for link in links)
    forward = _without_circles(graph)
    order = [*nx.lexicographical_topological_sort(forward, key=_places(things).__getitem__)]
    layers: Layers = {}
    for node in order:
        layers[node] = max((layers[other] + 1 for other in forward.predecessors(node)), default=0)
    for _ in range(_SWEEPS):
        _tighten(forward, layers, order)
    _push_functions(forward, layers, [n for n in order if _kinds(things)[n] == FUNCTION])
    return _numbered(layers)


def _places(things: Sequence[Thing]) -> dict[str, int]:
    return {thing.id: place for place, thing in enumerate(things)}


def _kinds(things: Sequence[Thing]) -> dict[str, str]:
    return {thing.id: thing.kind for thing in things}


def _numbered(layers: Layers) -> Layers:
    """Return *layers* without empty ones."""
    known = {layer: place for place, layer in enumerate(sorted(set(layers.values())))}
    return {node: known[layer] for node, layer in layers.items()}


def _without_circles(graph: nx.DiGraph[str]) -> nx.DiGraph[str]:
    """Return *graph* with some lines turned around so that there is no circle left."""
    import networkx as nx

    place = {node: number for number, node in enumerate(graph)}
    for circle in nx.strongly_connected_components(graph):
        if len(circle) > 1:
            place |= _line_up(graph, sorted(circle, key=place.__getitem__))
    of = nx.condensation(graph).graph["mapping"]
    forward: nx.DiGraph[str] = nx.DiGraph()
    forward.add_nodes_from(graph)
    for start, end in graph.edges:
        is_back = of[start] == of[end] and place[start] > place[end]
        forward.add_edge(*((end, start) if is_back else (start, end)))
    return forward


def _line_up(graph: nx.DiGraph[str], circle: Sequence[str]) -> dict[str, int]:
    """Return places for a circle so that few lines lead back.

    Eades, Lin and Smyth, "A fast and effective heuristic for the feedback arc set problem",
    Inf. Process. Lett. 47 (1993): sinks last, sources first, else what leads on most.
    """
    left = graph.subgraph(circle).copy()
    head: list[str] = []
    tail: list[str] = []

    def surplus(node: str) -> int:
        return int(left.out_degree(node, weight="weight") - left.in_degree(node, weight="weight"))

    while left:
        nodes = [node for node in circle if node in left]
        sink = next((node for node in nodes if not left.out_degree(node)), None)
        if sink is not None:
            tail.append(sink)
        else:
            head.append(max(nodes, key=lambda node: (not left.in_degree(node), surplus(node))))
        left.remove_node(sink if sink is not None else head[-1])
    return {node: place for place, node in enumerate([*head, *reversed(tail)])}


def _tighten(forward: nx.DiGraph[str], layers: Layers, order: Sequence[str]) -> None:
    """Move each box to where its lines are shortest, as far as its neighbours let it."""
    for node in (*reversed(order), *order):
        before = [layers[other] + 1 for other in forward.predecessors(node)]
        after = [layers[other] - 1 for other in forward.successors(node)]
        if not after:
            continue
        # All lines to the right share one way, so they count once.
        if len(before) <= 1:
            layers[node] = min(after)
        elif before:
            layers[node] = max(before)


def _push_functions(forward: nx.DiGraph[str], layers: Layers, functions: Sequence[str]) -> None:
    """Put functions that no component needs right of all components."""
    held = set(functions)
    last: set[str] = set()
    for node in reversed(functions):
        if all(other in last for other in forward.successors(node)):
            last.add(node)
    first = max((layer for node, layer in layers.items() if node not in last), default=-1) + 1
    for node in functions:
        if node in last:
            ahead = [layers[other] + 1 for other in forward.predecessors(node) if other in held]
            layers[node] = max([first, *ahead])


def folded(layers: Layers, rows: Mapping[str, str], most: int) -> Layers:
    """Return *layers* with those split in which some row would hold more than *most* boxes.

    Parameters
    ----------
    layers
        The layer of each box.
    rows
        The area that each box stands in, in the order in which boxes are to be dealt out.
    most
        How many boxes may stand above each other in one area.
    """
    cells: dict[tuple[int, str], list[str]] = {}
    for node, row in rows.items():
        cells.setdefault((layers[node], row), []).append(node)
    found: Layers = {}
    start = 0
    for layer in range(max(layers.values(), default=-1) + 1):
        here = [nodes for (held, _), nodes in cells.items() if held == layer]
        parts = max(-(-len(nodes) // most) for nodes in here)
        for nodes in here:
            size = -(-len(nodes) // parts)
            for place, node in enumerate(nodes):
                found[node] = start + min(place // size, parts - 1)
        start += parts
    return _numbered(found)
