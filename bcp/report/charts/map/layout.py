"""Where everything of the dependency map lies, as numbers that any screen or page can draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Edge", "MapLayout", "Node", "Region"]

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in points."""
EdgeSort = Literal["requires", "starts", "spare", "held", "task"]


@dataclass(frozen=True, slots=True)
class Node:
    """A box of the map: a component, a function, or several of one kind and site."""

    id: str
    """Of the component or function; of several, ``site/kind`` or ``*/function/first``."""
    label: str
    """What people call it, whole."""
    kind: str
    """A component's kind, or ``function``."""
    site: str
    """The outermost place it stands in; empty if none."""
    members: tuple[str, ...]
    """What it stands for: itself, or all of the group."""
    box: Box
    lines: tuple[str, ...] = ()
    """The label as it fits into the box right of the sign: one or two lines, cut if need be."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from what is needed to who needs it."""

    start: str
    """The node that is needed."""
    end: str
    """The node that needs it."""
    sort: EdgeSort
    """How: to run, to start, as a spare, to hold a reserve, for its recovery."""
    points: tuple[tuple[float, float], ...]
    """Where the line bends, its ends included: it starts at the edge of the one box and ends at
    that of the other, level at each point if it is drawn as curves."""
    count: int = 1
    """How many needs it stands for."""


@dataclass(frozen=True, slots=True)
class Region:
    """An area of the map that belongs together."""

    label: str
    box: Box


@dataclass(frozen=True, slots=True)
class MapLayout:
    """The whole map."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    regions: tuple[Region, ...]
    width: float
    height: float
    is_condensed: bool
    """Whether boxes stand for several things each."""
