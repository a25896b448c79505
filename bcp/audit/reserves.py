"""Reserves that do not last: held by what falls too, or shorter than what comes after them."""

from __future__ import annotations

from collections.abc import Iterator

from bcp.audit.audited import Audited, found
from bcp.audit.paths import why_stopped
from bcp.graph.knots import circles
from bcp.graph.network import Need, Network
from bcp.recovery.result import Finding
from bcp.words import Name, Span


def falling_reserves(audited: Audited) -> Iterator[Finding]:
    """Find reserves held by what goes down with the thing they should bridge."""
    network = audited.network
    held = [need for need in audited.all_needs() if need.held_by and need.holdover]
    stopped_by = audited.failures.stopped_by([need.providers for need in held])
    for place, need in enumerate(held):
        if need.held_by is not None and place in stopped_by[need.held_by]:
            stopped = frozenset(node for node, places in stopped_by.items() if place in places)
            path = why_stopped(network, need.held_by, need.providers, stopped)
            bridged = tuple(Name(p) for p in need.providers)
            yield found(
                "reserve-falls-too",
                (need.owner,),
                paths=((need.owner, *path),),
                functions=audited.waiting.on(need.owner),
                values={"held_by": Name(need.held_by), "bridged": bridged},
            )


def short_reserves(audited: Audited) -> Iterator[Finding]:
    """Find reserves that end before what takes over has started."""
    network = audited.network
    gaps = changeovers(network)
    for need in audited.all_needs():
        if not need.holdover:
            continue
        gap, slowest = _gap(need, gaps)
        if gap > need.holdover:
            values = {"holdover": Span(need.holdover), "gap": Span(gap), "slowest": Name(slowest)}
            yield found(
                "reserve-too-short",
                (need.owner,),
                paths=((need.owner, slowest),),
                functions=audited.waiting.on(need.owner),
                values=values,
            )


def changeovers(network: Network) -> dict[str, int]:
    """Return how long each node is gone while something below it changes over to a spare.

    A changeover that a reserve covers is not felt; one that is felt takes the start-up besides.
    Inside a circle nobody waits for another.
    """
    edges = {
        node: [p for need in network.needs[node] for p in need.providers]
        for node in network.nodes()
    }
    gaps: dict[str, int] = {}
    for circle in circles(edges, edges.__getitem__):
        for node in circle:
            felt = max((_felt(need, gaps) for need in network.needs[node]), default=0)
            gaps[node] = felt + network.startup(node) if felt else 0
    return gaps


def _felt(need: Need, gaps: dict[str, int]) -> int:
    gap, _ = _gap(need, gaps)
    return gap if gap > need.holdover else 0


def _gap(need: Need, gaps: dict[str, int]) -> tuple[int, str]:
    """Return how long a need is not satisfied while one changeover goes on, and whose fault it is.

    Where there is a spare, the changeover is its own; where there is none, that of its providers.
    """
    if not need.providers:
        return 0, ""
    if len(need.providers) > need.at_least:
        spare = need.providers[need.at_least]
        return need.switchover, spare
    slowest = max(need.providers, key=lambda provider: gaps.get(provider, 0))
    return gaps.get(slowest, 0), slowest
