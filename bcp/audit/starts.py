"""Knots that would close once everything is down: told before it happens."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from bcp.audit.audited import Audited, found
from bcp.audit.paths import Path, shortest
from bcp.graph.network import Need, Role
from bcp.recovery.deadlock import Wants, deadlocks
from bcp.recovery.result import Finding

_TRIED = 100
"""From how many of a knot a shorter circle is looked for."""


def knots_of_starts(audited: Audited) -> Iterator[Finding]:
    """Find knots that close once everything is down, whatever took it down."""
    nodes = tuple(audited.network.nodes())
    start, repair = wants_to_start(audited), wants_to_recover(audited)
    cold = deadlocks(audited.network, nodes, start)
    for knot in cold:
        yield _knot(audited, "cold-start", knot, start)
    for knot in deadlocks(audited.network, nodes, repair):
        if not any(set(knot) <= set(other) for other in cold):
            yield _knot(audited, "repair-deadlock", knot, repair)


def wants_to_start(audited: Audited) -> Wants:
    """Return what a node needs to come up again; people aside."""
    network = audited.network

    def wants(node: str) -> list[Need]:
        needs = network.needs[node] + network.start_needs[node]
        return [need for need in needs if need.role is not Role.STAFF]

    return wants


def wants_to_recover(audited: Audited) -> Wants:
    """Return what a node needs to come up again when it is damaged; people aside."""
    network, start = audited.network, wants_to_start(audited)

    def wants(node: str) -> list[Need]:
        procedure = audited.lengths.chosen.get(node)
        tasks = network.procedures[procedure].tasks if procedure else ()
        works = (network.work_needs(node, str(procedure), task.id) for task in tasks)
        return [*start(node), *(need for needs in works for need in needs)]

    return wants


def _knot(audited: Audited, kind: str, knot: tuple[str, ...], wants: Wants) -> Finding:
    functions = {f for node in knot[:_TRIED] for f in audited.waiting.on(node)}
    path = circle_in(knot, wants)
    return found(kind, knot, paths=(path,), functions=audited.in_order(functions))


def circle_in(knot: Collection[str], wants: Wants) -> Path:
    """Return a shortest circle of a knot, its first node again at the end."""
    members = frozenset(knot)

    def edges(node: str) -> Iterator[str]:
        for need in wants(node):
            inside = [provider for provider in need.providers if provider in members]
            if len(need.providers) - len(inside) < need.at_least:
                yield from inside

    ways = (shortest(node, {node}, edges, least=1) for node in [*knot][:_TRIED])
    return min((way for way in ways if way), key=len, default=())
