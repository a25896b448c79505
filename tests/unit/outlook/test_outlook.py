"""What is kept of a scenario that was played, and what is let go."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from fractions import Fraction

from bcp.outlook.curve import curve_of
from bcp.outlook.outlook import CHAINS, POINTS, TASKS, by_urgency, outlook_of
from bcp.outlook.playing import outlooks_of
from bcp.recovery.simulate import simulate
from bcp.scenario.load import LoadedScenario
from bcp.units import HOUR
from benchmarks import synthetic
from tests.support.played import loaded, outlooks
from tests.support.tiny import inventory_of, play, scenario_of

TOWN = """
components:
  - {id: a, procedure: fix}
  - {id: b}
functions:
  - {id: heavy, rto: 1h, weight: 3, requires: [a]}
  - {id: light, rto: 9h, weight: 1, requires: [b], workaround: {level: 50%, after: 1h}}
teams: [{id: ict, size: 1}]
procedures: [{id: fix, tasks: [{id: t, crew: {ict: 1}, duration: 4h}]}]
"""
EVENTS = """
scenario: {id: case, horizon: 10h}
events:
  - {at: 0h, damage: {select: {id: a}}}
  - {at: 2h, outage: {select: {id: b}, for: 4h}}
"""


def test_the_curve_adds_up_what_is_there_by_weight() -> None:
    """A quarter until 2 h; nothing until half of the quarter is done by hand at 3 h; all at 6 h."""
    inventory = inventory_of(TOWN)
    result = simulate(inventory, scenario_of(EVENTS, inventory))

    curve = curve_of(inventory.functions, result.functions, result.horizon)

    assert curve.points == (
        (0, Fraction(1, 4)),
        (2 * HOUR, Fraction(0)),
        (3 * HOUR, Fraction(1, 8)),
        (4 * HOUR, Fraction(7, 8)),
        (6 * HOUR, Fraction(1)),
    )
    assert curve.lost == 2 * Fraction(3, 4) + 1 + Fraction(7, 8) + 2 * Fraction(1, 8)


def test_the_curve_holds_from_each_moment_on() -> None:
    """At the moment itself the new share counts, up to the horizon the last one."""
    inventory = inventory_of(TOWN)
    result = simulate(inventory, scenario_of(EVENTS, inventory))
    curve = curve_of(inventory.functions, result.functions, result.horizon)

    assert curve.at(2 * HOUR - 1) == Fraction(1, 4)
    assert curve.at(2 * HOUR) == Fraction(0)
    assert curve.at(9 * HOUR) == Fraction(1)


def test_where_nothing_weighs_anything_all_count_alike() -> None:
    """Weights of zero must not divide by zero."""
    text = TOWN.replace("weight: 3", "weight: 0").replace("weight: 1", "weight: 0")
    inventory = inventory_of(text)
    result = simulate(inventory, scenario_of(EVENTS, inventory))

    assert curve_of(inventory.functions, result.functions, result.horizon).at(0) == Fraction(1, 2)


def test_a_thinned_curve_ends_as_it_did_and_keeps_its_area() -> None:
    """Fewer points for the eye, the same figure for the sentence."""
    inventory = inventory_of(TOWN)
    result = simulate(inventory, scenario_of(EVENTS, inventory))
    curve = curve_of(inventory.functions, result.functions, result.horizon)

    thin = curve.thinned(3)

    assert len(thin.points) <= 3
    assert (thin.points[0], thin.points[-1]) == (curve.points[0], curve.points[-1])
    assert thin.lost == curve.lost
    assert curve.thinned(5) == curve


def test_figures_are_those_of_the_result() -> None:
    """Counts and losses are kept, whatever else is let go."""
    inventory = inventory_of(TOWN)
    (scenario,) = loaded(inventory, EVENTS)
    result = simulate(inventory, scenario.scenario)

    kept = outlook_of(result, inventory, scenario)

    assert (kept.loss, kept.task_count, kept.damaged, kept.down) == (result.loss, 1, 1, 2)
    assert kept.missed == ("heavy",)
    assert kept.stopped == ("heavy", "light")
    assert {i: held.downtime for i, held in kept.functions.items()} == {
        "heavy": 4 * HOUR,
        "light": 4 * HOUR,
    }


def test_what_is_kept_is_a_small_part_of_a_result() -> None:
    """A hundred scenarios are held at once; the whole results of them could not be."""
    inventory = synthetic.inventory(2000)
    text = synthetic.scenario()
    (scenario,) = loaded(inventory, "[]")
    result = simulate(inventory, text)

    kept = outlook_of(result, inventory, scenario)

    assert len(kept.curve.points) <= POINTS
    assert len(kept.tasks) == TASKS < kept.task_count
    assert sum(bool(held.chain) for held in kept.functions.values()) <= CHAINS
    assert len(pickle.dumps(kept)) < len(pickle.dumps(result)) / 3


def test_scenarios_are_played_one_at_a_time() -> None:
    """The next one is asked for only when what is kept of the last one was handed out."""
    inventory = inventory_of(TOWN)
    asked: list[str] = []

    def feed() -> Iterator[LoadedScenario]:
        for held in loaded(inventory, EVENTS, EVENTS.replace("id: case", "id: other")):
            asked.append(held.scenario.scenario.id)
            yield held

    played = outlooks_of(inventory, feed(), "slack")

    assert (next(played).head.id, asked) == ("case", ["case"])
    assert (next(played).head.id, asked) == ("other", ["case", "other"])


def test_each_scenario_gives_what_it_gives_alone() -> None:
    """The network is built once for all of them, and none leaves a trace in it."""
    inventory = inventory_of(TOWN)
    other = EVENTS.replace("id: case", "id: other").replace("id: a}", "id: b}")
    together = outlooks(inventory, loaded(inventory, EVENTS, other))

    assert together["case"].loss == play(TOWN, EVENTS).loss
    assert together["other"].loss == play(TOWN, other).loss


def test_functions_are_listed_by_rank_then_target_then_as_written() -> None:
    """One without a rank comes last."""
    inventory = inventory_of(
        """
functions:
  - {id: none, rto: 1h}
  - {id: b, rank: B, rto: 1h}
  - {id: a-late, rank: A, rto: 9h}
  - {id: a-soon, rank: A, rto: 1h}
  - {id: a-too, rank: A, rto: 1h}
"""
    )

    found = by_urgency(inventory, [function.id for function in inventory.functions])

    assert found == ("a-soon", "a-too", "a-late", "b", "none")
