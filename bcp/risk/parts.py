"""How long a function is down if one takes the longest of its parts: what other tools print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bcp.graph.knots import circles
from bcp.graph.network import Need, Network
from bcp.recovery.procedures import measure
from bcp.recovery.strategy import scope_of
from bcp.scenario.impact import assess
from bcp.scenario.models import Scenario

__all__ = ["longest_parts"]


def longest_parts(network: Network, scenario: Scenario) -> Mapping[str, int]:
    """Return, for each function, the longest single procedure among what it needs and lost.

    Nothing is added along a chain, nobody waits for a crew, for people on their way or for an
    outage to end: a component's own time is taken for the time until the function is back. What is
    damaged is what a plain simulation damages, at mean durations; of a group those count whose
    longest is the shortest.
    """
    impact, lengths = assess(scenario, network.inventory), measure(network)
    scope = scope_of(network, lengths, impact)
    wants = {node: tuple(need for need, _ in scope.demands(node)) for node in network.nodes()}
    longest = {node: lengths.of(node) if node in impact.damaged else 0 for node in network.nodes()}

    def below(node: str) -> Iterator[str]:
        return (provider for need in wants[node] for provider in need.providers)

    for circle in circles(network.nodes(), below):
        # Inside a circle values only rise, to one of finitely many, so this ends.
        changed = True
        while changed:
            changed = False
            for node in circle:
                held = max((_of_group(need, longest) for need in wants[node]), default=0)
                if held > longest[node]:
                    longest[node], changed = held, len(circle) > 1
    return {function: longest[function] for function in network.functions}


def _of_group(need: Need, longest: Mapping[str, int]) -> int:
    """Return the longest among as many providers as are needed, the shortest of them taken."""
    return sorted(longest[provider] for provider in need.providers)[need.at_least - 1]
