"""The shortest way that explains a finding: from what suffers to what causes it.

Breadth first (Moore, "The shortest path through a maze", 1959), neighbours in the order of the
files, so that the same inventory is always explained by the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from bcp.graph.network import Network

Path = tuple[str, ...]
"""Ids, each needing the next."""


def shortest(
    start: str, goals: Collection[str], edges: Callable[[str], Iterable[str]], *, least: int = 0
) -> Path:
    """Return the shortest way from *start* to one of *goals*, both ends included; empty: none.

    Parameters
    ----------
    start
        Where the way begins.
    goals
        Where it may end.
    edges
        What is one step further.
    least
        The fewest steps: 1 for the way from a node back to itself.
    """
    if least == 0 and start in goals:
        return (start,)
    came: dict[str, str] = {}
    queue = [start]
    for node in queue:
        for other in edges(node):
            if other in goals and (other not in came):
                return (*_back(came, start, node), other)
            if other not in came and other != start:
                came[other] = node
                queue.append(other)
    return ()


def _back(came: dict[str, str], start: str, node: str) -> list[str]:
    way = [node]
    while way[-1] != start:
        way.append(came[way[-1]])
    return way[::-1]


def lost_providers(network: Network, stopped: Collection[str]) -> Callable[[str], Iterator[str]]:
    """Return the step from a stopped node to the stopped providers of the needs that it lost."""

    def edges(node: str) -> Iterator[str]:
        for need in network.needs[node]:
            missing = [provider for provider in need.providers if provider in stopped]
            if need.providers and len(need.providers) - len(missing) < need.at_least:
                yield from missing

    return edges


def why_stopped(
    network: Network, start: str, causes: Collection[str], stopped: Collection[str]
) -> Path:
    """Return the shortest way by which *causes*, failing together, take *start* down."""
    return shortest(start, causes, lost_providers(network, stopped))
