"""The quick bound: no order of any case loses less, and what is certain is down in every play."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcp.outage.timeline import downtimes
from bcp.recovery.play import build_case, play
from bcp.recovery.simulate import read_result
from bcp.recovery.strategy import Order
from bcp.search.bound import certain_loss, least_loss
from bcp.search.certain import certain_of
from bcp.search.exact import Effort, solve
from benchmarks.shaped import Shape, shaped
from tests.support.projects import any_order, played
from tests.support.random_cases import Both, random_both


@pytest.mark.property
@settings(max_examples=120, deadline=None)
@given(random_both(2, 12), st.integers(0, 2**32))
def test_no_order_loses_less_than_the_bound(both: Both, seed: int) -> None:
    """The bound is below the loss, and every claim within a down interval, of any order tried."""
    case, slack = played(both)
    certain = certain_of(case)
    bound = least_loss(case, certain)
    rng = random.Random(seed)
    orders: list[Order] = [slack, played(both, "rank")[1]]
    orders += [any_order(case, rng, holds_back=i % 2 == 1) for i in range(4)]
    for order in orders:
        state = play(case, order)
        downs = downtimes(state.condition.changes)
        for node, spans in certain.down.items():
            for begin, end in spans:
                held = downs.get(node, ())
                assert any(d.start <= begin and (d.end is None or end <= d.end) for d in held), (
                    node,
                    begin,
                    end,
                    held,
                )
        assert bound <= read_result(case, state, order, "").loss


def test_crews_count_in_the_bound() -> None:
    """Where few people have much to do the bound is above what is certain, and below the best."""
    raised = 0
    for seed in range(6):
        case = build_case(*shaped(Shape(12, 2, seed)))
        certain = certain_of(case)
        found = solve(case, None, Effort(deterministic=1.0))

        assert found.is_proven
        assert certain_loss(case, certain) <= least_loss(case, certain) <= found.loss
        raised += certain_loss(case, certain) < least_loss(case, certain)
    assert raised
