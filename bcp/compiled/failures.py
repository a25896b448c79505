"""What stops when one component fails, or two: all of them at once, compiled.

The same answers as :class:`bcp.graph.failures.Failures`, by the same reading of the model (reserves
spent, changeovers done), for inventories of thousands of components and for pairs. Failures are
kept 64 to a machine word, nodes are numbered depth first so that providers come before whoever
needs them, and circles of nodes that need each other are the only places that are looked at twice.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bcp.compiled.kernel.failures import WORDS, FailureTables, all_failures, all_pairs
from bcp.graph.knots import circles
from bcp.graph.network import Network

__all__ = [
    "Compiled",
    "FailurePair",
    "Pairs",
    "Singles",
    "failure_tables",
    "pair_failures",
    "single_failures",
    "stopped_by",
]

_BLOCK = 64 * WORDS


@dataclass(frozen=True)
class Compiled:
    """A network in the arrays of the kernel, and which number every node has there."""

    nodes: tuple[str, ...]
    """By number."""
    numbers: Mapping[str, int]
    tables: FailureTables

    def failing(self, components: Collection[str]) -> NDArray[np.int64]:
        """Return the numbers of *components*, ascending."""
        return np.sort(self.at(components))

    def at(self, nodes: Collection[str]) -> NDArray[np.int64]:
        """Return the numbers of *nodes* in their order."""
        return np.array([self.numbers[node] for node in nodes], np.int64)


@dataclass(frozen=True)
class Singles:
    """What every component stops when it alone fails for good."""

    network: Network
    nodes: tuple[str, ...]
    """What was watched, in the order of the files."""
    failing: tuple[str, ...]
    """Which component each bit of a row stands for."""
    words: NDArray[np.uint64] = field(repr=False)
    """By node of `nodes`: the failures that take it down, 64 a word."""

    def by_component(self) -> dict[str, tuple[str, ...]]:
        """Return the watched nodes that each component stops, in the order of the files."""
        found: dict[str, list[str]] = {id_: [] for id_ in self.network.components}
        for node, row in zip(self.nodes, self.words, strict=True):
            for place in _bits(row):
                found[self.failing[place]].append(node)
        return {id_: tuple(held) for id_, held in found.items()}

    def by_node(self) -> dict[str, tuple[str, ...]]:
        """Return the components each of which takes a watched node down, in file order."""
        place = self.network.place.__getitem__
        return {
            node: tuple(sorted((self.failing[bit] for bit in _bits(row)), key=place))
            for node, row in zip(self.nodes, self.words, strict=True)
        }


@dataclass(frozen=True, slots=True)
class FailurePair:
    """Two components and the functions that stop only if both fail."""

    components: tuple[str, str]
    """In the order of the files."""
    functions: tuple[str, ...]
    """Stopped by neither alone, in the order of the files."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """What the failures of two components stop that neither stops alone."""

    counts: Mapping[str, int]
    """By function: how many pairs stop it so."""
    worst: tuple[FailurePair, ...]
    """Those that stop most functions so, the worst first; ties in the order of the files."""


def failure_tables(network: Network) -> Compiled:
    """Return *network* in the arrays of the kernel; everything else here takes what it returns."""
    edges = {
        node: [p for need in network.needs[node] for p in need.providers]
        for node in network.nodes()
    }
    found = circles(edges, edges.__getitem__)
    nodes = tuple(node for circle in found for node in circle)
    numbers = {node: number for number, node in enumerate(nodes)}
    need_from, provider_from, bearable, providers = [0], [0], [], []
    for node in nodes:
        groups = _groups(network, node)
        for number, group in groups:
            bearable.append(number)
            providers += [numbers[provider] for provider in group]
            provider_from.append(len(providers))
        need_from.append(len(bearable))
    sizes = [len(circle) for circle in found]
    tables = FailureTables(
        circle_from=np.cumsum([0, *sizes], dtype=np.int64),
        circle_of=np.repeat(np.arange(len(sizes), dtype=np.int64), sizes),
        need_from=np.array(need_from, np.int64),
        provider_from=np.array(provider_from, np.int64),
        bearable=np.array(bearable, np.int64),
        providers=np.array(providers, np.int64),
        planes=max(bearable, default=0) + 1,
    )
    return Compiled(nodes, numbers, tables)


def _groups(network: Network, node: str) -> list[tuple[int, tuple[str, ...]]]:
    """Return (how many may be lost, providers) of each need, those that must all be up as one."""
    vital: dict[str, None] = {}
    groups = []
    for need in network.needs[node]:
        if len(need.providers) == need.at_least:
            vital |= dict.fromkeys(need.providers)
        elif need.providers:
            groups.append((len(need.providers) - need.at_least, need.providers))
    return [(0, tuple(vital)), *groups] if vital else groups


def single_failures(
    network: Network, nodes: Sequence[str] | None = None, compiled: Compiled | None = None
) -> Singles:
    """Return what the failure of each component alone, for good, takes down.

    Parameters
    ----------
    network
        Who needs whom.
    nodes
        What is watched; all functions if left out.
    compiled
        ``failure_tables(network)``, if it has been made already.
    """
    compiled = compiled or failure_tables(network)
    watched = tuple(network.functions if nodes is None else nodes)
    failing = compiled.failing(network.components)
    words = np.zeros((len(watched), -(-len(failing) // 64)), np.uint64)
    _fill(compiled, failing, compiled.at(watched), words)
    return Singles(network, watched, tuple(compiled.nodes[n] for n in failing), words)


def pair_failures(network: Network, worst: int = 100, compiled: Compiled | None = None) -> Pairs:
    """Return what every two components stop by failing together that neither stops alone.

    Parameters
    ----------
    network
        Who needs whom.
    worst
        How many of the pairs to name, those that stop most functions first.
    compiled
        ``failure_tables(network)``, if it has been made already.
    """
    compiled = compiled or failure_tables(network)
    failing = compiled.failing(network.components)
    functions = compiled.at(network.functions)
    blocks = -(-len(failing) // _BLOCK)
    alone = np.zeros((len(compiled.nodes), blocks * WORDS), np.uint64)
    counts = np.zeros(len(functions), np.int64)
    table = np.zeros((worst, 3), np.int64)
    filled = 0
    if len(failing):
        _fill(compiled, failing, np.arange(len(compiled.nodes), dtype=np.int64), alone)
        rank = np.array([network.place[compiled.nodes[n]] for n in failing], np.int64)
        filled = all_pairs(compiled.tables, failing, functions, alone, rank, counts, table)
    ids = [compiled.nodes[n] for n in failing]
    named = [_ordered(network, ids[one], ids[other]) for _, one, other in table[:filled].tolist()]
    found = _stopped_only_together(network, compiled, named)
    return Pairs(
        counts=dict(zip(network.functions, counts.tolist(), strict=True)),
        worst=tuple(FailurePair(pair, held) for pair, held in zip(named, found, strict=True)),
    )


def stopped_by(
    network: Network,
    failures: Sequence[Sequence[str]],
    nodes: Sequence[str] | None = None,
    compiled: Compiled | None = None,
) -> dict[str, list[int]]:
    """Return, for each node, the places of those *failures* that take it down.

    Parameters
    ----------
    network
        Who needs whom.
    failures
        Each a set of components that fail together for good.
    nodes
        Of which to tell; all if left out.
    compiled
        ``failure_tables(network)``, if it has been made already.
    """
    compiled = compiled or failure_tables(network)
    watched = tuple(network.nodes() if nodes is None else nodes)
    words = np.zeros((len(watched), -(-len(failures) // 64)), np.uint64)
    struck_from = np.cumsum([0, *map(len, failures)], dtype=np.int64)
    struck = compiled.at([component for failure in failures for component in failure])
    all_failures(compiled.tables, struck_from, struck, compiled.at(watched), words)
    return {node: _bits(row) for node, row in zip(watched, words, strict=True)}


def _fill(
    compiled: Compiled,
    failing: NDArray[np.int64],
    watched: NDArray[np.int64],
    words: NDArray[np.uint64],
) -> None:
    """Put what each of *failing* alone does to *watched* into *words*."""
    every = np.arange(len(failing) + 1, dtype=np.int64)
    all_failures(compiled.tables, every, failing, watched, words)


def _stopped_only_together(
    network: Network, compiled: Compiled, pairs: Sequence[tuple[str, str]]
) -> list[tuple[str, ...]]:
    """Return the functions that each of *pairs* stops and neither of the two alone."""
    failures = [failure for one, other in pairs for failure in ((one, other), (one,), (other,))]
    places = stopped_by(network, failures, tuple(network.functions), compiled)
    found: list[list[str]] = [[] for _ in pairs]
    for function, held in places.items():
        stopping = set(held)
        for place in held:
            pair, is_part = divmod(place, 3)
            if not is_part and not stopping & {place + 1, place + 2}:
                found[pair].append(function)
    return [tuple(held) for held in found]


def _ordered(network: Network, one: str, other: str) -> tuple[str, str]:
    """Return two components in the order of the files."""
    return (one, other) if network.place[one] < network.place[other] else (other, one)


def _bits(row: NDArray[np.uint64]) -> list[int]:
    """Return the places of the ones in a row of words."""
    found: list[int] = np.flatnonzero(
        np.unpackbits(row.astype("<u8", copy=False).view(np.uint8), bitorder="little")
    ).tolist()
    return found
