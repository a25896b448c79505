"""Cold-start deadlocks: what waits for each other and can never start (sections 2 and 5)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from bcp.graph.knots import circles
from bcp.graph.network import Need, Network

Wants = Callable[[str], Iterable[Need]]
"""The needs that keep a node down until they are satisfied; people left out."""


def deadlocks(
    network: Network, down: Collection[str], wants: Wants, hopeless: Collection[str] = ()
) -> tuple[tuple[str, ...], ...]:
    """Return the knots among what is *down*: each largest set in which everyone needs everyone.

    Everything that can still come up is supposed to do so first, the *hopeless* excepted; what
    is left waits for ever. Ids are sorted, and so are the sets. What only waits for a knot is
    not part of it.
    """
    wanted = _wanted(down, wants)
    stuck = _stuck(network, wanted, hopeless)
    edges = {node: _waits_for(wanted[node], stuck) for node in stuck}
    knots = [
        tuple(sorted(circle))
        for circle in circles(sorted(stuck), edges.__getitem__)
        if len(circle) > 1 or circle[0] in edges[circle[0]]
    ]
    return tuple(sorted(knots))


def never_up(
    network: Network, down: Collection[str], wants: Wants, hopeless: Collection[str] = ()
) -> frozenset[str]:
    """Return what of *down* stays down once everything that can come up has, *hopeless* excepted."""
    return frozenset(_stuck(network, _wanted(down, wants), hopeless))


def _wanted(down: Collection[str], wants: Wants) -> dict[str, tuple[Need, ...]]:
    return {node: tuple(dict.fromkeys(wants(node))) for node in down}


def _stuck(
    network: Network, wanted: Mapping[str, tuple[Need, ...]], hopeless: Collection[str]
) -> set[str]:
    """Return what stays down even when everything else that can come up does.

    Each need counts the providers it still lacks; a node rises when none of its needs lacks any.
    """
    stuck = set(wanted)
    waiting: dict[Need, list[str]] = {}
    for node, needs in wanted.items():
        for need in needs:
            waiting.setdefault(need, []).append(node)
    lacking = {need: _lacking(need, stuck) for need in waiting}
    unmet = {node: sum(lacking[need] > 0 for need in needs) for node, needs in wanted.items()}
    hopeful = [node for node in wanted if not unmet[node]]
    while hopeful:
        node = hopeful.pop()
        if node in hopeless:
            continue
        stuck.discard(node)
        for need in network.users[node]:
            if need not in lacking:
                continue
            lacking[need] -= 1
            if lacking[need] == 0:
                for waiter in waiting[need]:
                    unmet[waiter] -= 1
                hopeful += [waiter for waiter in waiting[need] if not unmet[waiter]]
    return stuck


def _lacking(need: Need, stuck: Collection[str]) -> int:
    """Return how many more of a need's providers must rise; 0 or less: it is satisfied."""
    absent = sum(provider in stuck for provider in need.providers)
    return absent - (len(need.providers) - need.at_least)


def _waits_for(needs: Iterable[Need], stuck: Collection[str]) -> tuple[str, ...]:
    """Return the stuck providers of the needs that what is not stuck cannot satisfy."""
    found: dict[str, None] = {}
    for need in needs:
        missing = [provider for provider in need.providers if provider in stuck]
        if len(need.providers) - len(missing) < need.at_least:
            found.update(dict.fromkeys(missing))
    return tuple(found)
