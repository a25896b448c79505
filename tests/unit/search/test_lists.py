"""Compiled schedules of a project, held against the simulation."""

from __future__ import annotations

import random
from collections.abc import Iterator

import numpy as np
import pytest

from bcp.compiled.kernel.moves import places_into
from bcp.compiled.kernel.schedule import cost_into, new_desk, patient
from bcp.compiled.kernel.search import judge
from bcp.compiled.kernel.serial import serial
from bcp.recovery.play import Case, build_case
from bcp.recovery.strategy import Order, plan_by
from bcp.search.activities import Ints, Project
from bcp.search.judging import loss_of_order
from bcp.search.lists import list_of, listing_of, order_of, rules
from bcp.search.optimal import Optimal
from bcp.search.project import project_of
from benchmarks.shaped import Shape, shaped
from tests.reference.cases import random_case
from tests.support.projects import tame
from tests.support.random_cases import read_both


@pytest.fixture(scope="module")
def exact_cases() -> list[tuple[Case, Project, Order]]:
    """Return cases that are projects, with an order each."""
    found = [*_exact_cases()]
    assert len(found) > 10
    return found


def _exact_cases() -> Iterator[tuple[Case, Project, Order]]:
    chance = random.Random(1)
    for seed in range(100):
        both = read_both(random_case(random.Random(seed), 5), tame)
        case = build_case(both.inventory, both.scenario)
        base = plan_by("slack", case.network, case.impact)
        project = project_of(case, base.procedures)
        if project.is_exact and len(project.works) > 1:
            pairs = [*base.places]
            chance.shuffle(pairs)
            places = {pair: place for place, pair in enumerate(pairs)}
            yield case, project, Order(base.procedures, places, base.durations)


def scheduled(project: Project, listed: Ints) -> tuple[float, Ints]:
    """Return the loss and the starts that a list leads to by the parallel scheme."""
    listing, n = listing_of(project), project.size
    place, start = np.zeros(n, np.int64), np.zeros(n, np.int64)
    places_into(listed, place)
    cost = np.zeros(len(project.rto))
    return judge(listing, new_desk(listing), place, start, cost), start


def test_parallel_schedules_are_those_of_the_simulation(
    exact_cases: list[tuple[Case, Project, Order]],
) -> None:
    """By any order the parallel scheme loses what the simulation does, and so do its starts."""
    for case, project, order in exact_cases:
        listed = list_of(project, order)
        loss, start = scheduled(project, listed)
        again = order_of(project, start, listed, order, holds_back=False)

        assert loss == pytest.approx(float(loss_of_order(case, order)))
        assert loss == pytest.approx(float(loss_of_order(case, again)))


def test_patient_schedules_are_those_of_the_simulation(
    exact_cases: list[tuple[Case, Project, Order]],
) -> None:
    """By any list the patient scheme loses what the simulation does with crews held back."""
    for case, project, order in exact_cases:
        for listed in (list_of(project, order), *rules(project)):
            listing, start = listing_of(project), np.zeros(project.size, np.int64)
            patient(listing, listed, new_desk(listing), start)
            loss = cost_into(listing, start, np.zeros(len(project.rto)))
            held = order_of(project, start, listed, order, holds_back=True)

            assert loss == pytest.approx(float(loss_of_order(case, held)))


def test_serial_schedules_can_be_played(exact_cases: list[tuple[Case, Project, Order]]) -> None:
    """In the order of its starts, with crews held back, a serial schedule is met or undercut."""
    for case, project, order in exact_cases:
        for listed in (list_of(project, order), *rules(project)):
            listing, start = listing_of(project), np.zeros(project.size, np.int64)
            serial(listing, listed, new_desk(listing), start)
            loss = cost_into(listing, start, np.zeros(len(project.rto)))
            played = loss_of_order(case, order_of(project, start, listed, order, holds_back=True))

            assert float(played) <= loss * (1 + 1e-9)


def test_works_without_a_function_take_nobody_away() -> None:
    """A search moves only what some function waits for, and its loss is that of the simulation."""
    case = build_case(*shaped(Shape(40, 4)))
    found = Optimal(effort=4).search(case)

    assert (
        found.loss
        == loss_of_order(case, found.plan)
        < min(found.losses["slack"], found.losses["rank"])
    )
