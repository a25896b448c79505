"""Every single failure against every function, and every pair: compiled, beside what is at hand.

Run ``python benchmarks/failures.py [--quick] [--rounds N]`` from the root of the checkout. The
naive way is a loop over failures that walks the groups of a networkx graph once for each; it is
played for a sample of the failures and multiplied up, which is said where it is shown. Sorting the
graph, building the arrays and compiling are told apart and are not part of a ratio. The least of the rounds counts.
Prints a table on standard error and JSON on standard output.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import networkx as nx

from bcp.compiled.failures import failure_tables, pair_failures, single_failures
from bcp.graph.failures import Failures
from bcp.graph.network import Network, build_network
from benchmarks import synthetic


def graph_of(network: Network) -> nx.DiGraph[str]:
    """Return the network as people draw it: edges from provider to user, groups on the nodes."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for node in network.nodes():
        groups = [(need.providers, need.at_least) for need in network.needs[node]]
        graph.add_node(node, groups=[held for held in groups if held[0]])
        for providers, _ in groups:
            graph.add_edges_from((provider, node) for provider in providers)
    return graph


def naive(graph: nx.DiGraph[str], order: list[str], functions: list[str], failed: str) -> list[str]:
    """Return the functions that one failure stops, the way one writes it first."""
    down = {failed}
    for node in order:
        for providers, at_least in graph.nodes[node]["groups"]:
            if sum(provider not in down for provider in providers) < at_least:
                down.add(node)
                break
    return [function for function in functions if function in down]


def least(rounds: int, work: Callable[[], object]) -> float:
    """Return the least seconds that *work* takes."""
    found = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        found.append(time.perf_counter() - began)
    return min(found)


def measured(size: int, sample: int, rounds: int) -> dict[str, float]:
    """Return the seconds of each way for an inventory of *size* components."""
    network = build_network(synthetic.inventory(size))
    components = list(network.components)
    functions = list(network.functions)
    graph = graph_of(network)
    order = list(nx.topological_sort(graph))
    compiled = failure_tables(network)
    step = max(1, len(components) // sample)
    tried = components[::step]
    once = single_failures(network, compiled=compiled)
    stopped = once.by_component()
    assert all(tuple(naive(graph, order, functions, c)) == stopped[c] for c in tried[:20])
    slow = least(1, lambda: [naive(graph, order, functions, c) for c in tried])
    fast = least(rounds, lambda: single_failures(network, compiled=compiled))
    failures = Failures(network)
    readable = least(2, lambda: failures.stopped_by([(c,) for c in components]))
    build = least(2, lambda: failure_tables(network))
    return {
        "components": len(components),
        "functions": len(functions),
        "naive_sampled": len(tried),
        "naive_s": slow / len(tried) * len(components),
        "readable_s": readable,
        "compiled_s": fast,
        "build_s": build,
        "naive_over_compiled": slow / len(tried) * len(components) / fast,
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="2,000 components, a small sample")
    parser.add_argument("--rounds", type=int, default=20)
    chosen = parser.parse_args()
    small = build_network(synthetic.inventory(50))
    compiling = least(1, lambda: (single_failures(small), pair_failures(small)))
    print(f"first call, compiling or from disk: {compiling:.2f} s", file=sys.stderr)
    sizes = [(2000, 20)] if chosen.quick else [(2000, 100), (10_000, 60)]
    rows = [measured(size, sample, chosen.rounds) for size, sample in sizes]
    for row in rows:
        print(
            f"{row['components']:>6} singles x {row['functions']} functions: naive"
            f" {row['naive_s']:.1f} s (from {row['naive_sampled']}), readable"
            f" {row['readable_s'] * 1000:.0f} ms, compiled {row['compiled_s'] * 1000:.2f} ms"
            f" (arrays {row['build_s'] * 1000:.0f} ms): 1/{row['naive_over_compiled']:,.0f}",
            file=sys.stderr,
        )
    pairs = {}
    for size in (2000,) if chosen.quick else (2000, 10_000):
        network = build_network(synthetic.inventory(size))
        compiled = failure_tables(network)

        def work(network: Network = network, held: object = compiled) -> object:
            return pair_failures(network, 100, held)  # type: ignore[arg-type]

        pairs[size] = least(2, work)
        number = size * (size - 1) // 2
        print(f"{size:>6} all {number:,} pairs: {pairs[size]:.2f} s", file=sys.stderr)
    print(json.dumps({"singles": rows, "pairs_s": pairs, "first_call_s": compiling}))


if __name__ == "__main__":
    main()
