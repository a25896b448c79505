"""What each measure changes alone, against losses worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given

from bcp.errors import InputError
from bcp.graph.network import build_network
from bcp.outlook.effects import (
    Effect,
    countermeasures,
    effects_of,
    open_changes,
    open_measures,
)
from bcp.recovery.simulate import simulate, verdict
from tests.support.played import loaded, outlooks
from tests.support.random_cases import Both, random_both
from tests.support.tiny import inventory_of

TOWN = """
components:
  - {id: server, kind: server, procedure: slow}
  - {id: line, kind: network}
functions:
  - {id: desk, rto: 4h, weight: 2, requires: [server]}
  - {id: phone, rto: 1h, requires: [line]}
teams: [{id: ict, size: 1}]
procedures:
  - {id: slow, tasks: [{id: fix, crew: {ict: 1}, duration: 10h}]}
"""
CRASH = """
scenario: {id: crash}
events: [{at: 0h, damage: {select: {id: server}}}]
"""
CUT = """
scenario: {id: cut}
events: [{at: 0h, outage: {select: {id: line}, for: 3h}}]
"""
FAST = """
  - {id: fast, name: 予備機, status: STATUS, changes: {procedures: [
      {id: slow, tasks: [{id: fix, crew: {ict: 1}, duration: 2h}]}]}}
"""
LATER = """
  - {id: second-line, name: 二重化, changes: {
      components: [{id: radio, kind: network}],
      functions: [{id: phone, requires: [{any_of: [line, radio]}]}]}}
  - {id: worse, name: 手順の追加, changes: {functions: [{id: desk, rto: 30m}]}}
"""


def found(text: str) -> tuple[Effect, ...]:
    inventory = inventory_of(text)
    scenarios = loaded(inventory, CRASH, CUT)
    before = outlooks(inventory, scenarios)
    return effects_of(inventory, scenarios, inventory.measures, "slack", before)


def test_a_faster_repair_saves_what_it_saves() -> None:
    """Down for 10 h: 2 x (6 h late + a tenth of 10 h) = 14; for 2 h: 2 x a tenth of 2 h = 0.4."""
    (effect,) = found(f"{TOWN}measures:{FAST.replace('STATUS', 'planned')}")

    assert effect.measure == "fast"
    assert effect.losses["crash"] == (Fraction(14), Fraction(2, 5))
    assert effect.gained["crash"] == ("desk",)
    assert effect.spoilt["crash"] == ()


def test_what_a_measure_does_not_touch_stays() -> None:
    """The line is out for 3 h, 2 h beyond its RTO: 2 + a tenth of 3, with the measure or without."""
    (effect,) = found(f"{TOWN}measures:{FAST.replace('STATUS', 'doing')}")

    assert effect.losses["cut"] == (Fraction(23, 10), Fraction(23, 10))
    assert effect.gained["cut"] == effect.spoilt["cut"] == ()
    assert effect.avoided == Fraction(14) - Fraction(2, 5)


def test_each_measure_stands_alone() -> None:
    """The second one starts from the inventory as it is, not as the first one leaves it."""
    fast, line, worse = found(f"{TOWN}measures:{FAST.replace('STATUS', 'idea')}{LATER}")

    assert line.losses["crash"] == (Fraction(14), Fraction(14))
    assert line.losses["cut"] == (Fraction(23, 10), Fraction(0))
    assert line.gained["cut"] == ("phone",)
    assert worse.losses["crash"] == (Fraction(14), 2 * (Fraction(19, 2) + 1))
    assert fast.losses["crash"][1] == Fraction(2, 5)


def test_a_measure_may_spoil() -> None:
    """A tighter target that was met and is now missed is no gain."""
    text = TOWN.replace("duration: 10h", "duration: 2h")
    line, worse = found(f"{text}measures:{LATER}")

    assert worse.spoilt["crash"] == ("desk",)
    assert line.spoilt["crash"] == line.gained["crash"] == ()


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_what_is_over_changes_nothing(status: str) -> None:
    """Done is in the inventory already; dropped will never be."""
    assert found(f"{TOWN}measures:{FAST.replace('STATUS', status)}") == ()


def test_a_measure_without_changes_is_not_played() -> None:
    """Nothing can be said of what it would change."""
    inventory = inventory_of(f"{TOWN}measures: [{{id: talk, name: 協議, status: planned}}]")

    assert open_measures(inventory.measures) == ()


@pytest.mark.parametrize(("status", "is_open"), [("planned", True), ("done", False)])
def test_a_change_for_another_end_is_no_measure(status: str, *, is_open: bool) -> None:
    """It is neither tried nor counted among the measures, but stays at hand while it is open."""
    change = FAST.replace("STATUS", f"{status}, purpose: change")
    inventory = inventory_of(f"{TOWN}measures:{change}{LATER}")

    assert [held.id for held in countermeasures(inventory.measures)] == ["second-line", "worse"]
    assert [held.id for held in open_measures(inventory.measures)] == ["second-line", "worse"]
    assert [held.id for held in open_changes(inventory.measures)] == ["fast"] * is_open
    assert [held.measure for held in found(f"{TOWN}measures:{change}{LATER}")] == [
        "second-line",
        "worse",
    ]


def test_measures_that_do_not_fit_are_told() -> None:
    """A change of an item that cannot be is a fault, not a figure."""
    text = f"{TOWN}measures: [{{id: odd, name: 変, changes: {{functions: [{{id: desk, requires: [x]}}]}}}}]"

    with pytest.raises(InputError):
        found(text)


@pytest.mark.property
@given(random_both(smallest=4))
def test_the_verdict_is_that_of_the_whole_result(case: Both) -> None:
    """What is judged in short is judged as the simulation judges it."""
    network = build_network(case.inventory)

    short = verdict(case.inventory, case.scenario, "slack", network)
    whole = simulate(case.inventory, case.scenario, "slack", network)

    assert short.loss == whole.loss
    assert short.rto_met == {id_: held.rto_met for id_, held in whole.functions.items()}
