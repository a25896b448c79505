"""Who needs whom on the map: one line for each pair, and which lines others imply."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from bcp.graph.network import Need, Network, Role
from bcp.report.charts.map.layout import EdgeSort

__all__ = ["Link", "gathered", "links_of", "without_implied"]

_STRENGTH: tuple[EdgeSort, ...] = ("requires", "spare", "starts", "held", "task")
"""Of several needs between the same two things, the first of these is drawn."""


@dataclass(frozen=True, slots=True)
class Link:
    """One thing needed by another."""

    start: str
    """What is needed."""
    end: str
    """Who needs it."""
    sort: EdgeSort
    is_hard: bool
    """Whether nothing can take its place: without it, *end* is down for good."""
    count: int = 1
    """How many needs it stands for."""


def links_of(network: Network, *, with_tasks: bool = False) -> tuple[Link, ...]:
    """Return the needs of components and functions, each pair once, in the order of the files.

    Parameters
    ----------
    network
        Who needs whom.
    with_tasks
        Whether what a recovery task needs counts as a need of the component that it recovers.
    """
    owners = network.nodes()
    found = chain.from_iterable(_of_node(network, owner, with_tasks=with_tasks) for owner in owners)
    return gathered(found, lambda id_: id_)


def _of_node(network: Network, owner: str, *, with_tasks: bool) -> Iterator[Link]:
    for need in (*network.needs[owner], *network.start_needs[owner]):
        yield from _of_need(need, owner)
    if with_tasks and owner in network.components:
        for procedure in network.components[owner].procedure:
            for task in network.procedures[procedure].tasks:
                for need in network.task_needs[procedure, task.id]:
                    yield from _of_need(need, owner)


def _of_need(need: Need, owner: str) -> Iterator[Link]:
    sorts: dict[Role, EdgeSort] = {Role.STARTS_WITH: "starts", Role.TASK: "task"}
    sort = sorts.get(need.role, "requires")
    is_hard = sort == "requires" and need.at_least == len(need.providers)
    for place, provider in enumerate(need.providers):
        is_spare = sort == "requires" and place >= need.at_least
        yield Link(provider, owner, "spare" if is_spare else sort, is_hard)
    if need.held_by is not None:
        yield Link(need.held_by, owner, "held", is_hard=False)


def gathered(links: Iterable[Link], box: Callable[[str], str]) -> tuple[Link, ...]:
    """Return *links* between the boxes that their ends lie in, each pair once, none to itself."""
    held: dict[tuple[str, str], list[Link]] = {}
    for link in links:
        ends = box(link.start), box(link.end)
        if ends[0] != ends[1]:
            held.setdefault(ends, []).append(link)
    return tuple(
        Link(
            *ends,
            sort=min((link.sort for link in some), key=_STRENGTH.index),
            is_hard=any(link.is_hard for link in some),
            count=sum(link.count for link in some),
        )
        for ends, some in held.items()
    )


def without_implied(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Return *links* without those that say what a chain of others says already.

    Only what nothing can replace is left out, and only where each link of the chain is such, so
    that a single point of failure never looks like one of several ways.
    """
    import networkx as nx

    graph = nx.DiGraph((link.start, link.end) for link in links if link.is_hard)
    knots = nx.condensation(graph)
    place = knots.graph["mapping"]
    kept = set(nx.transitive_reduction(knots).edges)

    def is_said(link: Link) -> bool:
        if not link.is_hard:
            return False
        ends = place[link.start], place[link.end]
        return ends[0] != ends[1] and ends not in kept

    return tuple(link for link in links if not is_said(link))
