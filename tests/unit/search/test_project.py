"""A case as a project: what falls, what waits for what, and when that is all there is to it."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from bcp.recovery.play import play
from bcp.recovery.simulate import read_result
from bcp.search.project import project_of
from tests.support.projects import ends_of, list_schedule, played, random_order, tame
from tests.support.random_cases import Both, random_both


@pytest.mark.property
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(random_both(3, 12, tame), st.integers(0, 2**32), st.booleans())
def test_an_exact_project_is_the_simulation(both: Both, seed: int, holds_back: bool) -> None:
    """Any order gives the works of an exact project the moments, and the loss, of the simulation."""
    case, plan = played(both)
    project = project_of(case, plan.procedures)
    event(f"exact: {project.is_exact}, {project.obstacles[:1]}")
    if not project.is_exact:
        return
    event(f"works: {min(len(project.works), 5)}")
    order = random_order(project, plan, random.Random(seed), holds_back=holds_back)
    places = [order.places[component, task] for component, _, task in project.works]

    begun = list_schedule(project, places, holds_back=holds_back)
    state = play(case, order)

    done = {held.work[:3]: held.start for held in state.works.done}
    assert done == {work: begun[a] for a, work in enumerate(project.works) if a in begun}
    assert project.loss(ends_of(project, begun)) == read_result(case, state, order, "").loss
