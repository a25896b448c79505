"""A graph of another tool: its nodes, its edges, and where each of them stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bcp.errors import Fault

__all__ = ["Edge", "Graph", "Node"]


@dataclass(frozen=True, slots=True)
class Node:
    """One node."""

    id: str
    held: Mapping[str, str]
    """What is said of it, by the name of the attribute."""
    line: int = 0
    where: str = ""
    inside: str | None = None
    """The node whose own graph it stands in."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One edge."""

    source: str
    target: str
    held: Mapping[str, str]
    is_directed: bool = True
    line: int = 0
    where: str = ""


@dataclass
class Graph:
    """What a file holds, and what is wrong with it."""

    file: str
    title: str = ""
    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    left_out: dict[str, int] = field(default_factory=dict)
    """Sorts of things that are not read, and how many there were."""
    faults: list[Fault] = field(default_factory=list)

    def fault(self, place: Node | Edge, key: str, **values: object) -> None:
        """Note a fault of a node or an edge."""
        self.faults.append(Fault(self.file, place.line, place.where, key, values))
