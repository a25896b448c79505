"""The relaxation: true of every play, and in an exact project reached by an order."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from bcp.recovery.play import Case, play
from bcp.recovery.simulate import read_result
from bcp.recovery.strategy import Order
from bcp.search.bound import least_loss
from bcp.search.certain import certain_of
from bcp.search.model import Limit, Relaxed, relax
from bcp.search.project import project_of
from tests.support.projects import any_order, by_starts, played, tame
from tests.support.random_cases import Both, random_both

LIMIT = Limit(effort=0.2)


def lost(case: Case, order: Order) -> Fraction:
    return read_result(case, play(case, order), order, "").loss


def relaxed(case: Case, order: Order, loss: Fraction) -> Relaxed:
    return relax(case, certain_of(case), play(case, order), loss, LIMIT)


@pytest.mark.property
@settings(max_examples=40, deadline=None)
@given(random_both(2, 9), st.integers(0, 2**32))
def test_no_order_loses_less_than_the_relaxation(both: Both, seed: int) -> None:
    """The bound of the relaxation is below the loss of any order tried, of whatever case."""
    case, slack = played(both)
    rng = random.Random(seed)
    orders = [slack, *(any_order(case, rng, holds_back=i % 2 == 1) for i in range(8))]
    losses = [lost(case, order) for order in orders]
    best = min(range(len(orders)), key=losses.__getitem__)

    found = relaxed(case, orders[best], losses[best])

    event("above the quick bound" if found.bound > least_loss(case, certain_of(case)) else "not")
    assert found.bound <= losses[best]


@pytest.mark.property
@settings(max_examples=40, deadline=None)
@given(random_both(2, 9, tame))
def test_an_exact_project_reaches_the_relaxation(both: Both) -> None:
    """In an exact project with one procedure each, the order of the solution loses the bound."""
    case, slack = played(both)
    only = all(len(case.network.components[c].procedure) < 2 for c in case.impact.damaged)
    project = project_of(case, slack.procedures)
    if not (project.is_exact and only):
        return
    event(f"works: {min(len(project.works), 5)}")
    loss = lost(case, slack)
    found = relaxed(case, slack, loss)
    order = by_starts(case, slack, found.starts)
    assert max(found.bound, least_loss(case, certain_of(case))) == lost(case, order)
