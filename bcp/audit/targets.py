"""Targets that cannot be met, or that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from bcp.audit.audited import Audited, found, listed
from bcp.audit.paths import Path, shortest
from bcp.graph.knots import circles
from bcp.graph.network import Need, Network, Role
from bcp.recovery.result import Finding
from bcp.recovery.targets import Scope, latest_start, required_by
from bcp.words import Name, Span

_CROWDED = Fraction(4, 5)
"""From which share on a rank tells nothing any more."""
_FEW = 5
"""Of fewer functions any share may be of the first rank."""


def impossible_targets(audited: Audited) -> Iterator[Finding]:
    """Find targets that cannot be met even on a good day: for each, what is latest for it."""
    network = audited.network
    scope = Scope(network, audited.lengths, frozenset(network.components), as_listed=True)
    due = required_by(scope, {f.id: f.rto.normal for f in network.functions.values()})
    binding = _Binding(scope, due)
    latest = {id_: latest_start(scope, due, id_) for id_ in network.components}
    late = [(-start, id_) for id_, start in latest.items() if start is not None and start < 0]
    # Of those equally late, what has work to do is named, before what that work only needs.
    repaired = audited.lengths.chosen
    late.sort(key=lambda held: (-held[0], held[1] not in repaired, network.place[held[1]]))
    worst: dict[str, list[tuple[int, Path]]] = {}
    for by, component in late:
        path = binding.path_to(component)
        worst.setdefault(path[0], []).append((by, path))
    for function, ((by, path), *others) in worst.items():
        values: dict[str, object] = {"function": Name(function), "late": Span(by)}
        values["others"] = len(others)
        kind = "target-impossible" if others else "target-impossible-one"
        yield found(kind, path[-1:], paths=(path,), functions=(function,), values=values)


class _Binding:
    """Which need of which node says by when each node is required."""

    def __init__(self, scope: Scope, due: Mapping[str, int]) -> None:
        self._network = scope.network
        self._above: dict[str, list[str]] = {}
        for node in scope.network.nodes():
            for need, lead in scope.demands(node):
                for provider in scope.first(need):
                    # Inside a circle the moment is passed on undiminished.
                    if node in due and due.get(provider) in (due[node] - lead, due[node]):
                        self._above.setdefault(provider, []).append(node)

    def path_to(self, component: str) -> Path:
        """Return the shortest way to *component* from a function whose RTO it has to be up for."""
        functions = self._network.functions
        way = shortest(component, functions, lambda node: self._above.get(node, ()))
        return way[::-1]


def targets_below_startup(audited: Audited) -> Iterator[Finding]:
    """Find targets shorter than switching everything on again takes, with nothing broken."""
    network = audited.network
    ready, last = cold_starts(network)
    for function in network.functions.values():
        if ready[function.id] > function.rto.normal:
            path = [function.id]
            while path[-1] in last:
                path.append(last[path[-1]])
            values = {"rto": Span(function.rto.normal), "start": Span(ready[function.id])}
            yield found(
                "target-below-startup",
                (function.id,),
                "warning",
                paths=(tuple(path),),
                functions=(function.id,),
                values=values,
            )


def cold_starts(network: Network) -> tuple[dict[str, int], dict[str, str]]:
    """Return when each node is up at the earliest after everything was off, and what it waits for.

    A lower bound: inside a circle nobody waits for another, and people are there.
    """
    edges = {
        node: [p for need in _start_needs(network, node) for p in need.providers]
        for node in network.nodes()
    }
    ready: dict[str, int] = {}
    last: dict[str, str] = {}
    for circle in circles(edges, edges.__getitem__):
        for node in circle:
            moment = 0
            for need in _start_needs(network, node):
                ranked = sorted(need.providers, key=lambda p: ready.get(p, 0))
                slowest = ranked[need.at_least - 1]
                if ready.get(slowest, 0) > moment:
                    moment, last[node] = ready[slowest], slowest
            ready[node] = moment + network.startup(node)
    return ready, last


def _start_needs(network: Network, node: str) -> Iterator[Need]:
    for need in network.needs[node] + network.start_needs[node]:
        if need.role is not Role.STAFF:
            yield need


def contradictory_targets(audited: Audited) -> Iterator[Finding]:
    """Find targets later than those of who relies on them, or beyond an MTPD."""
    network = audited.network
    for function in network.functions.values():
        for other, path in _functions_below(network, function.id).items():
            below = network.functions[other]
            if below.rto.normal > function.rto.normal:
                values: dict[str, object] = {"other": Name(other)}
                values |= {
                    "rto": Span(function.rto.normal),
                    "other_rto": Span(below.rto.normal),
                }
                yield found(
                    "target-later-below",
                    (function.id,),
                    "warning",
                    paths=(path,),
                    functions=(function.id, other),
                    values=values,
                )
        mtpd = function.mtpd
        if mtpd is not None and function.rto.at("disaster") > mtpd.at("disaster"):
            spans = {"rto": Span(function.rto.at("disaster")), "mtpd": Span(mtpd.at("disaster"))}
            own = (function.id,)
            yield found("disaster-rto-beyond-mtpd", own, "warning", functions=own, values=spans)


def _functions_below(network: Network, function: str) -> Mapping[str, Path]:
    """Return the functions that *function* needs next, through components only, and how."""
    found_: dict[str, Path] = {}
    ways: dict[str, Path] = {function: (function,)}
    queue = [function]
    for node in queue:
        for need in network.needs[node]:
            for provider in need.providers:
                if provider in ways:
                    continue
                ways[provider] = (*ways[node], provider)
                if provider in network.functions:
                    found_[provider] = ways[provider]
                else:
                    queue.append(provider)
    return found_


def crowded_rank(audited: Audited) -> Iterator[Finding]:
    """Find a first rank that nearly everything has: it puts nothing first."""
    ranks = audited.inventory.organisation.ranks
    ranked = [f for f in audited.inventory.functions if f.rank is not None]
    first = [f.id for f in ranked if ranks and f.rank == ranks[0]]
    if len(ranked) >= _FEW and len(ranks) > 1 and len(first) >= _CROWDED * len(ranked):
        values: dict[str, object] = {"rank": ranks[0], "names": listed(first)}
        values |= {"number": len(first), "of": len(ranked)}
        yield found(
            "rank-crowded",
            (audited.inventory.organisation.id,),
            "warning",
            functions=tuple(first),
            values=values,
        )
