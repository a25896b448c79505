"""What stops when one component fails: every single failure of a network at once.

Each node carries a set of failures, one bit each, that take it down; a group's set is counted
k of n on whole words. Reserves are taken as spent and changeovers as done, so this tells what a
lasting failure stops. Dominators of the graph would answer this only where every group is a
plain alternative; with k of n they are wrong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from bcp.graph.knots import bits, circles
from bcp.graph.network import Need, Network

_WORD = 4096
"""Failures looked at together: bounds the memory at any number of components."""


class Failures:
    """Which nodes the lasting failures of components take down."""

    def __init__(self, network: Network) -> None:
        self._network = network
        edges = {
            node: [p for need in network.needs[node] for p in need.providers]
            for node in network.nodes()
        }
        self._circles = circles(edges, edges.__getitem__)

    def stopped_by(self, failures: Sequence[Sequence[str]]) -> dict[str, list[int]]:
        """Return, for each node, the places of those *failures* that take it down.

        A failure is a set of components that fail together for good, and all they stop.
        """
        found: dict[str, list[int]] = {node: [] for node in self._network.nodes()}
        for start in range(0, len(failures), _WORD):
            for node, mask in self._masks(failures[start : start + _WORD]).items():
                found[node] += [start + place for place in bits(mask)]
        return found

    def stops(self, components: Sequence[str]) -> tuple[str, ...]:
        """Return the nodes that are down once all of *components* have failed together."""
        masks = self._masks([components])
        return tuple(node for node in self._network.nodes() if masks.get(node))

    def pairs(
        self, alone: Mapping[str, AbstractSet[str]]
    ) -> dict[tuple[str, str], tuple[str, ...]]:
        """Return the functions that each two components stop together and neither stops alone.

        Whatever falls first by two failures and by neither alone has a group with a spare that
        each of them lessens. So only pairs that bring such a group below its number are tried.

        Parameters
        ----------
        alone
            Of each node, the components that take it down alone (see :meth:`stopped_by`).
        """
        tried = sorted(self._candidates(alone))
        found: dict[tuple[str, str], list[str]] = {}
        places = self.stopped_by(tried)
        for function in self._network.functions:
            for held in places[function]:
                pair = tried[held]
                if alone[function].isdisjoint(pair):
                    found.setdefault(pair, []).append(function)
        return {pair: tuple(functions) for pair, functions in found.items()}

    def _candidates(self, alone: Mapping[str, AbstractSet[str]]) -> set[tuple[str, str]]:
        """Return the pairs, in file order each, that lessen one group too far only together."""
        place = self._network.place
        found: set[tuple[str, str]] = set()
        for node in self._network.nodes():
            for need in self._network.needs[node]:
                bearable = len(need.providers) - need.at_least
                if not need.providers or not bearable:
                    continue
                lost: dict[str, int] = {}
                for number, provider in enumerate(need.providers):
                    for component in alone[provider]:
                        lost[component] = lost.get(component, 0) | 1 << number
                borne = [c for c, mask in lost.items() if mask.bit_count() <= bearable]
                borne.sort(key=place.__getitem__)
                found.update(
                    (one, other)
                    for one, other in combinations(borne, 2)
                    if (lost[one] | lost[other]).bit_count() > bearable
                )
        return found

    def _masks(self, failures: Sequence[Sequence[str]]) -> dict[str, int]:
        masks: dict[str, int] = {}
        for place, components in enumerate(failures):
            for component in components:
                masks[component] = masks.get(component, 0) | 1 << place
        for circle in self._circles:
            changed = True
            while changed:
                changed = False
                for node in circle:
                    mask = masks.get(node, 0)
                    for need in self._network.needs[node]:
                        mask |= _lost(need, masks)
                    changed |= len(circle) > 1 and mask != masks.get(node, 0)
                    if mask:
                        masks[node] = mask
        return masks


def _lost(need: Need, masks: Mapping[str, int]) -> int:
    """Return the failures after which fewer than `at_least` providers are left.

    `counts[i]` holds the failures that take down more than i providers, added one by one.
    """
    bearable = len(need.providers) - need.at_least
    counts = [0] * (bearable + 1)
    for provider in need.providers:
        carry = masks.get(provider, 0)
        for place in range(bearable + 1):
            counts[place], carry = counts[place] | carry, counts[place] & carry
    return counts[bearable] if need.providers else 0
