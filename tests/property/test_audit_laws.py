"""What an audit says of failures is what the simulation and plain counting say."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings

from bcp.audit.audited import Audited
from bcp.audit.playing import Rehearsal
from bcp.audit.single import pairs, single_points
from bcp.graph.failures import Failures
from bcp.graph.network import build_network
from bcp.inventory.models import Inventory
from bcp.recovery.procedures import measure
from bcp.recovery.simulate import simulate
from bcp.scenario.models import Damage, Event, Head, Scenario, Select
from tests.support.random_cases import random_inventories

pytestmark = pytest.mark.property


@given(random_inventories())
@settings(max_examples=60, deadline=None)
def test_a_failure_is_played_as_the_simulation_plays_it(inventory: Inventory) -> None:
    """Of one component and of two: the same functions are late."""
    network = build_network(inventory)
    rehearsal = Rehearsal(network, measure(network))
    ids = tuple(network.components)
    for failed in [*((id_,) for id_ in ids), *combinations(ids[:4], 2)]:
        select = Select(id=failed)
        scenario = Scenario(
            scenario=Head(id="failure"), events=(Event(at=0, damage=Damage(select=select)),)
        )
        result = simulate(inventory, scenario, "slack", network)
        late = tuple(id_ for id_, held in result.functions.items() if not held.rto_met)

        assert rehearsal.missed_by(failed, tuple(network.functions)) == late


@given(random_inventories())
@settings(max_examples=100, deadline=None)
def test_pairs_are_those_that_every_pair_tried_gives(inventory: Inventory) -> None:
    """Trying only the pairs that lessen one group too far loses none."""
    network = build_network(inventory)
    failures = Failures(network)
    alone = {id_: set(failures.stops([id_])) for id_ in network.components}
    by_node = {
        node: frozenset(c for c, nodes in alone.items() if node in nodes)
        for node in network.nodes()
    }
    expected = {}
    for one, other in combinations(network.components, 2):
        both = set(failures.stops([one, other])) - alone[one] - alone[other]
        functions = tuple(id_ for id_ in network.functions if id_ in both)
        if functions:
            expected[one, other] = functions

    assert failures.pairs(by_node) == expected


@given(random_inventories())
@settings(max_examples=60, deadline=None)
def test_a_way_leads_through_what_is_needed_to_what_failed(inventory: Inventory) -> None:
    """It begins at a function, each step is a need, and the last is what failed."""
    network = build_network(inventory)
    audited = Audited(inventory, (), network, measure(network))
    for held in (*single_points(audited), *pairs(audited)):
        assert {path[-1] for path in held.paths} == set(held.ids)
        for path in held.paths:
            assert path[0] in held.functions
            for node, below in pairwise(path):
                assert any(below in need.providers for need in network.needs[node])
