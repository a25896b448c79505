"""The compiled analysis of failures says what the readable one says, and what brute force says."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcp.compiled.failures import pair_failures, single_failures, stopped_by
from bcp.graph.failures import Failures
from bcp.graph.network import Network, build_network
from bcp.inventory.models import Inventory
from benchmarks import synthetic
from tests.support.random_cases import random_inventories

pytestmark = pytest.mark.property

INVENTORIES = random_inventories()


def only_together(network: Network) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the functions that each two components stop only together, by brute force."""
    failures = Failures(network)
    alone = {c: set(failures.stops([c])) for c in network.components}
    found = {}
    for one, other in combinations(network.components, 2):
        both = set(failures.stops([one, other])) - alone[one] - alone[other]
        if held := tuple(f for f in network.functions if f in both):
            found[one, other] = held
    return found


@given(inventory=INVENTORIES, data=st.data())
def test_any_failures_stop_what_the_readable_analysis_says(
    inventory: Inventory, data: st.DataObject
) -> None:
    """Whatever fails together stops the same nodes in both."""
    ids = [component.id for component in inventory.components]
    sets = st.lists(st.lists(st.sampled_from(ids), max_size=4), max_size=70)
    failures = data.draw(sets)
    network = build_network(inventory)

    assert stopped_by(network, failures) == Failures(network).stopped_by(failures)


@given(inventory=INVENTORIES)
def test_single_failures_stop_what_the_readable_analysis_says(inventory: Inventory) -> None:
    """Each component alone stops the same functions in both, read either way round."""
    network = build_network(inventory)
    failures = Failures(network)
    expected = {
        c: tuple(f for f in network.functions if f in failures.stops([c]))
        for c in network.components
    }
    found = single_failures(network)

    assert found.by_component() == expected
    assert found.by_node() == {
        f: tuple(c for c in network.components if f in expected[c]) for f in network.functions
    }


@settings(max_examples=60)
@given(inventory=INVENTORIES)
def test_pairs_are_those_of_brute_force(inventory: Inventory) -> None:
    """What two components stop only together is what trying every two of them finds."""
    network = build_network(inventory)
    expected = only_together(network)
    found = pair_failures(network, worst=1000)

    assert {pair.components: pair.functions for pair in found.worst} == expected
    numbers = [len(pair.functions) for pair in found.worst]
    assert numbers == sorted(numbers, reverse=True)
    counted = Counter(function for held in expected.values() for function in held)
    assert found.counts == {f: counted[f] for f in network.functions}


@pytest.mark.parametrize("size", [63, 64, 4097, 4200])
def test_blocks_join_without_a_seam(size: int) -> None:
    """With one failure less, or one more, than words and blocks hold, both say the same."""
    network = build_network(synthetic.inventory(size))
    components = tuple(network.components)

    found = single_failures(network, tuple(network.nodes())).by_node()

    expected = Failures(network).stopped_by([(component,) for component in components])
    assert found == {node: tuple(components[p] for p in held) for node, held in expected.items()}


def test_pairs_across_blocks_are_found() -> None:
    """Pairs whose failures stand in different blocks stop what they stop, and are counted once."""
    network = build_network(synthetic.inventory(4200))
    failures = Failures(network)
    found = pair_failures(network, worst=40)

    for pair in found.worst:
        alone = {f for c in pair.components for f in failures.stops([c])}
        both = set(failures.stops(pair.components)) - alone
        assert pair.functions == tuple(f for f in network.functions if f in both)
    sizes = [len(pair.functions) for pair in found.worst]
    assert all(one >= other for one, other in pairwise(sizes))
    assert len({pair.components for pair in found.worst}) == 40


def test_the_count_of_pairs_is_that_of_every_two_of_a_function_s_groups() -> None:
    """Over several blocks, a function that wants 1 of 2 a thousand times has a thousand pairs."""
    pairs = [(f"left-{n}", f"right-{n}") for n in range(2100)]
    tree = {
        "organisation": {"id": "town"},
        "components": [{"id": id_, "kind": "server"} for pair in pairs for id_ in pair],
        "functions": [
            {"id": "desk", "rto": "1h", "requires": [{"any_of": [*pair]} for pair in pairs]}
        ],
    }
    network = build_network(Inventory.model_validate(tree))

    found = pair_failures(network, worst=5000)

    assert found.counts == {"desk": 2100}
    assert [pair.components for pair in found.worst] == pairs
