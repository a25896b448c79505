"""The ranking of measures: by hand, on a town where two lines of arithmetic give every figure."""

from __future__ import annotations

from fractions import Fraction

import pytest

from bcp.advice.counsel import Question, counsel_on
from bcp.advice.estimate import Estimate, estimate_of, minus
from bcp.advice.weighing import cost_of, weighing_of
from bcp.inventory.facts import Measure
from bcp.inventory.models import Inventory
from bcp.scenario.models import Head, Scenario
from tests.support.tiny import inventory_of, scenario_of

TOWN = """
components:
  - {id: server, procedure: rebuild}
  - {id: line, procedure: splice}
  - {id: files, kind: data, procedure: rebuild, backups: [{at: server, every: 24h}]}
  - {id: vault}
functions:
  - {id: desk, rto: 4h, weight: 2, rpo: 24h, requires: [server, files]}
  - {id: web, rto: 4h, requires: [line]}
teams:
  - {id: ict, size: 1}
  - {id: carrier, size: 1}
procedures:
  - {id: rebuild, tasks: [{id: work, crew: {ict: 1}, duration: 4h}]}
  - {id: splice, tasks: [{id: dig, crew: {carrier: 1}, duration: 8h}]}
measures:
  - {id: second, name: s, cost: 2000000, status: idea, changes: {teams: [{id: ict, size: 2}]}}
  - {id: quick, name: q, cost: 500000, yearly: 100000, changes: {procedures: [
      {id: splice, tasks: [{id: dig, crew: {carrier: 1}, duration: 3h}]}]}}
  - {id: copy, name: c, changes: {components: [
      {id: files, backups: [{at: vault, every: 12h}]}]}}
  - {id: words, name: w, cost: 1}
  - {id: past, name: p, status: done, cost: 1, changes: {teams: [{id: ict, size: 2}]}}
"""
"""The server and its files take the one person 8 hours, the line takes 8."""
CRASH = """
scenario: {id: crash, likelihood: 0.5}
events: [{at: 0h, damage: {select: {id: [server, files]}}}]
"""
"""The desk is down 8 h: 2 x (4 + 0.1 x 8) = 9.6. With two people 4 h: 2 x 0.4 = 0.8."""
CUT = """
scenario: {id: cut, likelihood: 2}
events: [{at: 0h, damage: {select: {id: line}}}]
"""
"""The web is down 8 h: 4 + 0.8 = 4.8. With the quick splice 3 h: 0.3."""


@pytest.fixture(name="town")
def _town() -> tuple[Inventory, list[Scenario]]:
    inventory = inventory_of(TOWN)
    return inventory, [scenario_of(text, inventory) for text in (CRASH, CUT)]


def test_figures_are_those_worked_out_by_hand(town: tuple[Inventory, list[Scenario]]) -> None:
    """Losses, costs and worth of each measure, over five years and weighted by likelihood."""
    counsel = counsel_on(*town, Question())

    assert counsel.loss.mean == pytest.approx(2.5 * 9.6 + 10 * 4.8)
    assert counsel.loss.error is None
    found = [(held.measure.id, held.cost) for held in counsel.ranked]
    assert found == [("quick", 1_000_000), ("second", 2_000_000)]
    avoided = [held.effect.avoided.mean for held in counsel.ranked]
    assert avoided == [pytest.approx(10 * 4.5), pytest.approx(2.5 * 8.8)]
    worth = [held.per_million for held in counsel.ranked]
    assert [held.mean for held in worth if held is not None] == [
        pytest.approx(45),
        pytest.approx(11),
    ]


def test_a_change_for_another_end_is_not_ranked() -> None:
    """However much it would avoid, it is in no ranking and no package, and is named apart."""
    text = TOWN.replace("name: q,", "name: q, purpose: change,")
    town = inventory_of(text)
    counsel = counsel_on(
        town, [scenario_of(held, town) for held in (CRASH, CUT)], Question(budget=5_000_000)
    )

    assert [held.measure.id for held in counsel.ranked] == ["second"]
    assert [held.id for held in counsel.changes] == ["quick"]
    assert [held.id for held in counsel.unjudged] == ["words"]
    assert counsel.purchase is not None
    assert [held.id for held in counsel.purchase.measures] == ["second"]


def test_functions_that_are_bought_back_are_named(town: tuple[Inventory, list[Scenario]]) -> None:
    """Each measure tells which functions meet RTO and RPO by it, in which scenario."""
    counsel = counsel_on(*town, Question())
    quick, second = counsel.ranked
    (copy,) = counsel.aside

    assert [held.gained for held in quick.effect.gains["rto"]] == [(), ("web",)]
    assert [held.gained for held in second.effect.gains["rto"]] == [("desk",), ()]
    assert copy.effect.avoided.mean == 0
    assert [held.gained for held in copy.effect.gains["rpo"]] == [("desk",), ()]
    assert [held.gained for held in copy.effect.gains["data"]] == [("desk",), ()]
    assert not copy.effect.is_nothing


def test_what_is_not_judged_is_told(town: tuple[Inventory, list[Scenario]]) -> None:
    """A measure without changes is named, one that is done is counted."""
    counsel = counsel_on(*town, Question())

    assert [held.id for held in counsel.unjudged] == ["words"]
    assert counsel.over == 1


def test_what_is_settled_is_no_longer_to_be_had(town: tuple[Inventory, list[Scenario]]) -> None:
    """On top of a measure that is settled the loss is lower, and it is not ranked."""
    inventory, scenarios = town
    (quick,) = (held for held in inventory.measures if held.id == "quick")

    counsel = counsel_on(inventory, scenarios, Question(given=(quick,)))

    assert [held.measure.id for held in counsel.ranked] == ["second"]
    assert counsel.loss.mean == pytest.approx(2.5 * 9.6 + 10 * 0.3)


@pytest.mark.parametrize(
    ("budget", "bought", "avoided"),
    [
        (999_999, [], 0),
        (1_000_000, ["quick"], 45),
        (2_999_999, ["quick"], 45),
        (3_000_000, ["second", "quick"], 67),
    ],
)
def test_the_best_package_is_within_the_budget(
    town: tuple[Inventory, list[Scenario]], budget: int, bought: list[str], avoided: float
) -> None:
    """What is bought costs no more than the budget, and is proven to be the best."""
    purchase = counsel_on(*town, Question(budget=budget)).purchase

    assert purchase is not None
    assert purchase.is_proven
    assert [held.id for held in purchase.measures] == bought
    assert purchase.effect.avoided.mean == pytest.approx(avoided)


def test_only_if_all_have_a_likelihood_are_they_weighted() -> None:
    """One scenario without a likelihood, and each counts once."""
    known = Head.model_validate({"id": "a", "likelihood": "0.1"})
    unknown = Head.model_validate({"id": "b"})
    never = Head.model_validate({"id": "c", "likelihood": "0"})

    assert weighing_of([known, never], 5).factors == (Fraction(1, 2), Fraction(0))
    assert weighing_of([known, unknown], 5).factors == (Fraction(1), Fraction(1))
    assert not weighing_of([never], 5).is_expected


def test_a_cost_is_once_and_every_year() -> None:
    """What nobody priced costs nothing known, not nothing."""
    head = {"id": "m", "name": "m"}

    assert cost_of(Measure.model_validate(head | {"cost": "10", "yearly": "2"}), 5) == 20
    assert cost_of(Measure.model_validate(head | {"yearly": "2"}), 3) == 6
    assert cost_of(Measure.model_validate(head)) is None


def test_an_interval_is_that_of_the_mean() -> None:
    """1.96 times the standard error; a single figure has none."""
    found = estimate_of([1.0, 3.0] * 50)

    assert found.mean == 2
    assert found.error is not None
    assert found.error == pytest.approx(1.959964 * (100 / 99) ** 0.5 / 10)
    assert (found.low, found.high) == (found.mean - found.error, found.mean + found.error)
    assert estimate_of([7.0]) == Estimate(7.0)
    assert minus([3.0, 5.0], [1.0, 6.0]) == [2.0, -1.0]
