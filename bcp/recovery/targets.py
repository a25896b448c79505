"""By when everything has to be up: the recovery priority of model.md section 5."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from bcp.graph.knots import bits, circles
from bcp.graph.network import Need, Network, Role
from bcp.recovery.procedures import Lengths


@dataclass(frozen=True, slots=True)
class Scope:
    """What counts as damaged, which decides whose tasks matter and which spare goes first."""

    network: Network
    lengths: Lengths
    damaged: Collection[str]
    """Components whose tasks have to be done."""
    as_listed: bool
    """Whether the first providers of a group are those listed first, whatever is damaged."""

    def first(self, need: Need) -> tuple[str, ...]:
        """Return the providers of a need that count as first; the rest are spares."""
        if self.as_listed:
            return need.first
        return tuple(sorted(need.providers, key=self._effort)[: need.at_least])

    def _effort(self, provider: str) -> tuple[bool, float]:
        if provider not in self.damaged:
            return (False, 0)
        if provider not in self.lengths.chosen:
            return (True, float("inf"))
        return (True, self.lengths.of(provider))

    def demands(self, node: str) -> Iterator[tuple[Need, int]]:
        """Yield each need of *node* with how long before the node's target it must be satisfied.

        A need of the node itself must be satisfied a start-up before; one of its tasks, a
        start-up and the rest of the procedure before.
        """
        startup = self.network.startup(node)
        for need in self.network.needs[node] + self.network.start_needs[node]:
            if need.role is not Role.STAFF:
                yield need, startup
        procedure = self.lengths.chosen.get(node)
        if procedure is None or node not in self.damaged:
            return
        for task in self.network.procedures[procedure].tasks:
            lead = startup + self.lengths.tail[procedure, task.id]
            for need in self.network.work_needs(node, procedure, task.id):
                if need.role is not Role.STAFF:
                    yield need, lead


def required_by(scope: Scope, rto: Mapping[str, int]) -> dict[str, int]:
    """Return by when each node must be up, in seconds since the incident.

    A function's is its RTO; a component inherits the least over those that need it, less what
    they take themselves; inside a circle it is passed on undiminished. No entry: nothing that
    counts as first needs it.
    """
    edges = {node: _edges(scope, node) for node in scope.network.nodes()}
    due: dict[str, int] = dict(rto)
    for circle in reversed(circles(edges, lambda node: (p for p, _ in edges[node]))):
        members = frozenset(circle)
        # This ends because nothing is taken off inside a circle: a value only falls to another's.
        hasty = [node for node in circle if node in due]
        while hasty:
            node = hasty.pop()
            for provider, lead in edges[node]:
                moment = due[node] - (0 if provider in members else lead)
                if provider not in rto and moment < due.get(provider, moment + 1):
                    due[provider] = moment
                    if provider in members:
                        hasty.append(provider)
    return due


def _edges(scope: Scope, node: str) -> list[tuple[str, int]]:
    """Return what must be up for *node*, and how long before it."""
    return [
        (provider, lead) for need, lead in scope.demands(node) for provider in scope.first(need)
    ]


def latest_start(scope: Scope, due: Mapping[str, int], component: str) -> int | None:
    """Return by when the recovery of a component must begin; None if nothing waits for it."""
    if component not in due:
        return None
    return due[component] - scope.network.startup(component) - scope.lengths.of(component)


def all_providers(scope: Scope, node: str) -> Iterator[str]:
    """Yield whatever *node* needs: spares and requirements of its tasks included."""
    for need, _ in scope.demands(node):
        yield from need.providers


def best_ranks(scope: Scope) -> dict[str, int]:
    """Return, for each node, the place of the best rank among the functions that wait for it."""
    network = scope.network
    ranks = {rank: place for place, rank in enumerate(network.inventory.organisation.ranks)}
    best: dict[str, int] = {}
    ranked = [f for f in network.functions.values() if f.rank is not None]
    for function in sorted(ranked, key=lambda function: ranks[function.rank or ""]):
        reached = [function.id]
        while reached:
            node = reached.pop()
            if node in best:
                continue
            best[node] = ranks[function.rank or ""]
            reached += all_providers(scope, node)
    return best


class Waiting:
    """Which functions wait for a node: all that need it, directly or through others."""

    def __init__(self, scope: Scope) -> None:
        network = scope.network
        self._functions = tuple(network.functions)
        masks = {function: 1 << place for place, function in enumerate(self._functions)}
        edges = {node: tuple(all_providers(scope, node)) for node in network.nodes()}
        for circle in reversed(circles(edges, edges.__getitem__)):
            mask = 0
            for node in circle:
                mask |= masks.get(node, 0)
            masks.update(dict.fromkeys(circle, mask))
            for node in circle:
                for provider in edges[node]:
                    masks[provider] = masks.get(provider, 0) | mask
        self._masks = masks
        self._read: dict[int, tuple[str, ...]] = {}

    def on(self, node: str) -> tuple[str, ...]:
        """Return the functions that wait for *node*, in the order of the files."""
        mask = self._masks.get(node, 0)
        if mask not in self._read:
            self._read[mask] = tuple(self._functions[place] for place in bits(mask))
        return self._read[mask]
