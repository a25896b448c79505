"""Measures judged by runs drawn at random: with and without them on the same numbers."""

from __future__ import annotations

from statistics import variance

from bcp.advice.drawing import drawn
from bcp.advice.estimate import minus
from bcp.advice.trials import Trials
from tests.support.tiny import inventory_of, scenario_of

TOWN = """
components:
  - {id: server, procedure: rebuild}
  - {id: twin, procedure: rebuild}
  - {id: line, procedure: splice}
functions:
  - {id: desk, rto: 1h, requires: [server, twin, line]}
teams: [{id: ict, size: 1}]
procedures:
  - {id: rebuild, tasks: [{id: work, crew: {ict: 1}, duration: {low: 1h, likely: 4h, high: 30h}}]}
  - {id: splice, tasks: [{id: dig, crew: {ict: 1}, duration: 2h}]}
measures:
  - {id: quick, name: q, changes: {procedures: [
      {id: splice, tasks: [{id: dig, crew: {ict: 1}, duration: 1h}]}]}}
"""
SHAKEN = "- {at: 0h, damage: {select: {id: [server, twin, line]}, share: 60%}}"
RUNS = 400


def trials(first: int = 0, seed: int = 7) -> Trials:
    inventory = inventory_of(TOWN)
    scenario = scenario_of(SHAKEN, inventory)
    draw = drawn(seed, RUNS, first)
    return Trials(inventory, [scenario], inventory.measures, "slack", draw)


def test_the_same_numbers_take_most_of_the_chance_out_of_a_difference() -> None:
    """Paired runs vary far less than runs of two seeds do: what is left is the measure."""
    held = trials()
    before, after = held.losses(frozenset(), 0), held.losses(frozenset({"quick"}), 0)
    elsewhere = trials(seed=8).losses(frozenset({"quick"}), 0)

    paired, unpaired = variance(minus(before, after)), variance(minus(before, elsewhere))

    assert unpaired > 100 * paired
    assert min(minus(before, after)) >= 0


def test_the_same_seed_gives_the_same_runs_and_later_runs_are_others() -> None:
    """A purchase is judged by runs that it was not chosen by."""
    none: frozenset[str] = frozenset()

    assert trials().losses(none, 0) == trials().losses(none, 0)
    assert trials().losses(none, 0) != trials(first=RUNS).losses(none, 0)
