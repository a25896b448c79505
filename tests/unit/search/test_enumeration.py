"""All plays of small cases: as good as trying every order there is."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations, product

import pytest
from hypothesis import event, given, settings

from bcp.recovery.play import Case, build_case
from bcp.recovery.strategy import Order
from bcp.search.bound import bound_of
from bcp.search.enumeration import enumerate_plays
from bcp.search.judging import loss_of_order
from tests.support.random_cases import Both, random_both
from tests.support.tiny import inventory_of, scenario_of


def every_order(case: Case, most: int) -> list[Order] | None:
    """Return every permutation of the tasks of every choice of procedures; None: too many."""
    network = case.network
    damaged = [
        c for c in network.components.values() if c.id in case.impact.damaged and c.procedure
    ]
    durations = {key: task.duration.mean for key, task in network.tasks.items()}
    orders: list[Order] = []
    for chosen in product(*(c.procedure for c in damaged)):
        held = {c.id: q for c, q in zip(damaged, chosen, strict=True)}
        pairs = [(c, t.id) for c, q in held.items() for t in network.procedures[q].tasks]
        for number, order in enumerate(permutations(pairs)):
            if number > most or len(orders) > most:
                return None
            orders.append(Order(held, {pair: i for i, pair in enumerate(order)}, durations))
    return orders


@pytest.mark.property
@settings(max_examples=60, deadline=None)
@given(random_both(2, 5))
def test_all_plays_are_as_good_as_all_orders(both: Both) -> None:
    """The best play is as good as the best of all permutations, and no bound is above it."""
    case, _ = both.played_by()
    orders = every_order(case, 150)
    if orders is None:
        return
    best = min(loss_of_order(case, order) for order in orders)
    found = enumerate_plays(case, 2000)

    assert found is not None
    event(f"plays: {min(found.plays, 4)}")
    assert found.least <= found.loss == best or twice_hit(case)
    assert bound_of(case) <= found.least <= best


def twice_hit(case: Case) -> bool:
    hits = [hit.component for hit in case.impact.hits]
    return len(hits) > len(set(hits))


TOWN = """
components: [{id: x, procedure: fix}, {id: y, procedure: fix}, {id: z, procedure: [long, fix]}]
functions:
- {id: f, rto: 1h, requires: [x]}
- {id: g, rto: 1h, weight: 5, requires: [y]}
- {id: h, rto: 1h, weight: 2, requires: [z]}
teams: [{id: ict, size: 1}]
procedures:
- {id: fix, tasks: [{id: do, crew: {ict: 1}, duration: 1h}]}
- {id: long, tasks: [{id: do, crew: {ict: 1}, duration: 2h}]}
"""


def test_a_case_whose_best_order_is_known() -> None:
    """One person goes by weight; the quicker procedure is taken; every play is counted."""
    inventory = inventory_of(TOWN)
    scenario = scenario_of("[{at: 0h, damage: {select: {id: [x, y, z]}}}]", inventory)
    found = enumerate_plays(build_case(inventory, scenario), 100)

    assert found is not None
    assert found.plays == 2 * 6
    assert min(found.order.places, key=found.order.places.__getitem__) == ("y", "do")
    assert found.order.procedures["z"] == "fix"
    # Late by 0h, 1h and 2h; down for 1h, 2h and 3h at a tenth.
    assert found.loss == 2 * 1 + 1 * 2 + Fraction(5 * 1 + 2 * 2 + 1 * 3, 10)


def test_too_many_plays_are_given_up() -> None:
    """No answer is better than one that is not proven."""
    inventory = inventory_of(TOWN)
    scenario = scenario_of("[{at: 0h, damage: {select: {id: [x, y, z]}}}]", inventory)
    assert enumerate_plays(build_case(inventory, scenario), 11) is None
