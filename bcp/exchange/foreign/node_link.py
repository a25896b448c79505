"""Node-link JSON, as networkx and many drawing libraries write it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bcp.errors import Fault, InputError
from bcp.exchange.foreign.graph_form import Edge, Graph, Node
from bcp.exchange.foreign.json_file import read_json
from bcp.exchange.foreign.limits import RECORDS

__all__ = ["read_node_link"]

_EDGES = ("edges", "links")
"""networkx wrote ``links`` before version 3.6; others always did."""


def read_node_link(path: Path) -> Graph:
    """Return the graph of a file.

    Raises
    ------
    InputError
        With every fault of the file.
    """
    file = str(path)
    root = read_json(path)
    nodes = root.get("nodes") if isinstance(root, dict) else None
    key = next((key for key in _EDGES if isinstance(root, dict) and key in root), "edges")
    edges = root.get(key, []) if isinstance(root, dict) else None
    if not isinstance(root, dict) or not isinstance(nodes, list) or not isinstance(edges, list):
        raise InputError([Fault(file, 0, "", "foreign-not-node-link")])
    if len(nodes) + len(edges) > RECORDS:
        raise InputError([Fault(file, 0, "", "foreign-too-many", {"most": RECORDS})])
    about = root.get("graph")
    graph = Graph(file, str(about.get("name") or "") if isinstance(about, dict) else "")
    for place, held in enumerate(nodes):
        _node(graph, f"nodes[{place}]", held)
    for place, held in enumerate(edges):
        _edge(graph, f"{key}[{place}]", held, is_directed=root.get("directed") is not False)
    if graph.faults:
        raise InputError(graph.faults)
    return graph


def _node(graph: Graph, where: str, held: Any) -> None:
    if not isinstance(held, dict):
        graph.faults.append(Fault(graph.file, 0, where, "foreign-not-object"))
    elif not _is_name(held.get("id")):
        graph.faults.append(Fault(graph.file, 0, f"{where}.id", "foreign-no-node-id"))
    else:
        graph.nodes.append(Node(str(held["id"]), _words(held), 0, where))


def _edge(graph: Graph, where: str, held: Any, *, is_directed: bool) -> None:
    if not isinstance(held, dict):
        graph.faults.append(Fault(graph.file, 0, where, "foreign-not-object"))
        return
    wrong = [key for key in ("source", "target") if not _is_name(held.get(key))]
    for key in wrong:
        graph.faults.append(Fault(graph.file, 0, f"{where}.{key}", "foreign-no-node-id"))
    if not wrong:
        ends = str(held["source"]), str(held["target"])
        graph.edges.append(Edge(*ends, _words(held), is_directed, 0, where))


def _is_name(held: Any) -> bool:
    return isinstance(held, (str, int)) and not isinstance(held, bool) and held != ""


def _words(held: Mapping[str, Any]) -> dict[str, str]:
    """Return the attributes as text; lists as JSON."""
    return {
        key: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for key, value in held.items()
        if value is not None and not isinstance(value, dict)
    }
