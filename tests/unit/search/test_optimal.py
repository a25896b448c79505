"""Strategy ``optimal``: what it promises, on cases small enough to look at all there is."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import permutations, product

import pytest

from bcp.recovery.play import Case, build_case
from bcp.recovery.simulate import simulate
from bcp.recovery.strategy import Order, plan_by
from bcp.search.judging import loss_of_order
from bcp.search.optimal import Found, Optimal, Progress
from tests.reference.cases import random_case
from tests.support.random_cases import read_both
from tests.support.tiny import inventory_of, scenario_of

TOWN = """
components:
  - {id: power, procedure: fix}
  - {id: mail, procedure: [rebuild, borrow], requires: [power]}
  - {id: disk-a, procedure: fix, startup: 10m}
  - {id: disk-b, procedure: rebuild}
  - {id: taxes, procedure: fix, requires: [{any_of: [disk-a, disk-b]}, power]}
functions:
  - {id: letters, weight: 3, rto: 2h, requires: [mail]}
  - {id: bills, weight: 2, rto: 4h, requires: [taxes], workaround: {after: 3h, level: 50%}}
  - {id: reports, weight: 5, rto: 1h, requires: [disk-b]}
teams:
  - {id: ict, size: 1}
  - {id: vendor, size: 1, vendor: true, assembly: {2h: 100%}}
procedures:
  - {id: fix, tasks: [{id: look, crew: {ict: 1}, duration: 1h}]}
  - {id: borrow, tasks: [{id: carry, crew: {vendor: 1}, duration: 4h}]}
  - id: rebuild
    tasks:
      - {id: set-up, crew: {ict: 1}, duration: 2h}
      - {id: check, crew: {ict: 1, vendor: 1}, duration: 1h, after: [set-up]}
"""
ALL_DOWN = "[{at: 0h, damage: {select: {id: [power, mail, disk-a, disk-b, taxes]}}}]"


@pytest.fixture(scope="module")
def town() -> Case:
    """Return a case with a choice of procedures, spares, a workaround and a vendor."""
    inventory = inventory_of(TOWN)
    return build_case(inventory, scenario_of(ALL_DOWN, inventory))


@pytest.fixture(scope="module")
def found(town: Case) -> Found:
    """Return what a search comes to in it."""
    return Optimal(effort=30).search(town)


def every_order(case: Case) -> Iterator[Order]:
    """Yield every order of works, under every choice of procedures."""
    network = case.network
    damaged = sorted(case.impact.damaged)
    base = plan_by("slack", network, case.impact)
    for chosen in product(*(network.components[id_].procedure for id_ in damaged)):
        procedures = dict(zip(damaged, chosen, strict=True))
        pairs = [
            (c, task.id) for c, p in procedures.items() for task in network.procedures[p].tasks
        ]
        for order in permutations(pairs):
            places = {pair: place for place, pair in enumerate(order)}
            yield Order(procedures, places, base.durations)


def small_case(seed: int, size: int) -> Case:
    """Return a random case."""
    both = read_both(random_case(random.Random(seed), size))
    return build_case(both.inventory, both.scenario)


def test_no_order_of_all_is_better(town: Case, found: Found) -> None:
    """Of all orders and procedures there are, played one by one, none loses less."""
    least = min(loss_of_order(town, order) for order in every_order(town))

    assert found.loss == least
    assert least < min(found.losses["slack"], found.losses["rank"])
    assert found.bound <= least


def test_the_plan_loses_what_is_said(town: Case, found: Found) -> None:
    """The one simulation, played by the plan, gives the loss that the search tells."""
    inventory = inventory_of(TOWN)
    scenario = scenario_of(ALL_DOWN, inventory)
    result = simulate(inventory, scenario, lambda *_: found.planned)

    assert (result.strategy, result.loss, result.bound) == ("optimal", found.loss, found.bound)
    for name in ("slack", "rank"):
        assert simulate(inventory, scenario, name).loss == found.losses[name]


def test_recovery_order_is_that_of_the_plan(town: Case, found: Found) -> None:
    """The components stand in the table in the order in which the plan first names them."""
    inventory = inventory_of(TOWN)
    result = simulate(inventory, scenario_of(ALL_DOWN, inventory), lambda *_: found.planned)
    named = sorted(found.plan.places, key=found.plan.places.__getitem__)

    assert [row.component for row in result.order] == [*dict.fromkeys(c for c, _ in named)]


@pytest.mark.parametrize("seed", range(12))
def test_never_worse_than_a_rule(seed: int) -> None:
    """Whatever the case, no rule loses less, and the bound holds for the rules as well."""
    found = Optimal(effort=2, hold_back=bool(seed % 2)).search(small_case(seed, 6))

    assert found.loss <= min(found.losses["slack"], found.losses["rank"])
    assert found.bound <= found.loss
    assert found.is_proven == (found.bound == found.loss)


def test_same_seed_same_plan_whatever_the_workers(town: Case) -> None:
    """Seed and effort fix the plan; threads do not matter."""
    one, two = (Optimal(effort=6, seed=3, workers=number).search(town) for number in (1, 2))

    assert one == two
    assert one.is_repeatable


def test_interrupted_search_keeps_the_best(town: Case) -> None:
    """Whoever breaks a search off gets the best order so far."""
    heard: list[Progress] = []

    def listen(progress: Progress) -> None:
        heard.append(progress)
        if len(heard) == 3:
            raise KeyboardInterrupt

    found = Optimal(on_progress=listen).search(town)

    assert found.ending == "interrupted"
    assert not found.is_repeatable
    assert found.loss == heard[-1].loss <= heard[0].loss
    assert loss_of_order(town, found.plan) == found.loss


def test_search_stops_when_told(town: Case) -> None:
    """Without a limit of effort it goes on until it is told to stop."""
    asked: list[bool] = []

    def is_over() -> bool:
        asked.append(len(asked) > 3)
        return asked[-1]

    found = Optimal(effort=None, is_over=is_over).search(town)

    assert found.ending == "told" or found.is_proven
    assert found.effort <= len(asked)


def test_without_effort_the_better_rule_is_taken(town: Case) -> None:
    """Effort 0 compares the rules and searches nothing."""
    found = Optimal(effort=0).search(town)

    assert found.loss == min(found.losses["slack"], found.losses["rank"])


def test_nothing_to_decide_is_proven() -> None:
    """One work has one order: what happens is the best there is, and no search is needed."""
    inventory = inventory_of(TOWN)
    found = Optimal().search(
        build_case(inventory, scenario_of("[{at: 0h, damage: {select: {id: power}}}]", inventory))
    )

    assert (found.ending, found.effort, found.is_proven) == ("proven", 0, True)
