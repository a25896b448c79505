from __future__ import annotations

from fractions import Fraction

import pytest

from bcp.chance.draw import Draw
from bcp.chance.uncertain import Strike
from bcp.compiled.kernel import columns
from bcp.compiled.kernel.order import SLACK, order_into
from bcp.compiled.kernel.play import play_into
from bcp.compiled.play import arrays_of, blank_draw, blank_figures, blank_order, plain
from bcp.compiled.tables import compile_chances
from bcp.graph.network import build_network
from bcp.scenario.impact import Hit
from bcp.scenario.models import Scenario
from tests.support.drawn import Engines
from tests.support.tiny import inventory_of, scenario_of

TOWN = """
components:
  - {id: line, startup: 1d}
  - {id: server, requires: [line], procedure: [slow, quick], startup: 30m}
functions:
  - {id: counter, rto: 3h, weight: '3', requires: [server],
     workaround: {after: 1h, for: 2h, level: 25%}}
teams:
  - {id: ict, size: '3', assembly: {1h: 50%, 4h: 100%}}
  - {id: vendor, size: '5000', vendor: 'true', assembly: {2h: 100%}}
procedures:
  - {id: slow, tasks: [{id: build, crew: {ict: '1'}, duration: 5h}]}
  - {id: quick, tasks: [{id: mend, crew: {ict: '1'}, duration: 2h}]}
"""
QUAKE = """
scenario: {horizon: 2d, assembly: 'true'}
events:
  - {at: 10m, damage: {select: {id: server}, share: 50%}}
  - {at: 20m, damage: {select: {id: server}, share: 20%}}
"""


def engines_of(inventory: str, scenario: str) -> Engines:
    town = inventory_of(inventory)
    return Engines(town, scenario_of(scenario, town))


def test_works_and_strikes_keep_the_order_of_the_files() -> None:
    """Every procedure of what may be damaged has its works; every event and component a strike."""
    compiled = engines_of(TOWN, QUAKE).compiled
    assert compiled.works == (("server", "slow", "build"), ("server", "quick", "mend"))
    assert compiled.strikes == (
        Strike(Hit(600, "server"), 0, Fraction(1, 2), None),
        Strike(Hit(1200, "server"), 1, Fraction(1, 5), None),
    )


def test_a_plain_draw_hits_from_one_half_on_and_calls_people_from_then() -> None:
    """What a plain simulation takes for certain: hits, means, arrivals in whole parts of people."""
    engines = engines_of(TOWN, QUAKE)
    draw = plain(engines.compiled)
    assert draw.hit.tolist() == [1, 0]
    assert draw.duration.tolist() == [18000, 7200]
    # Half of three is one and a half: counted in halves until the heads are rounded down.
    assert engines.compiled.tables.teams[0, columns.T_PERSON] == 2
    assert (draw.at[:2].tolist(), draw.heads[:2].tolist()) == ([3600, 14400], [3, 6])
    vendor = engines.compiled.tables.step_from[1]
    assert (draw.steps.tolist(), int(draw.at[vendor])) == ([2, 1], 600 + 7200)


def test_nobody_calls_a_vendor_while_nothing_is_hit() -> None:
    """A draw without hits leaves everything up, and a vendor at home."""
    engines = engines_of(TOWN, QUAKE)
    draw, figures = blank_draw(engines.compiled), blank_figures(engines.compiled)
    order = blank_order(engines.compiled)
    play_into(engines.compiled.tables, draw, order, engines.room, figures)
    assert draw.steps.tolist() == [2, 0]
    assert (figures.down.tolist(), figures.back.tolist()) == ([0], [0])
    assert figures.missing.tolist() == [0]


def test_a_run_by_hand() -> None:
    """One run worked out by hand: who comes when, which procedure, the start, the workaround."""
    engines = engines_of(TOWN, QUAKE)
    compiled = engines.compiled
    draw, figures = plain(compiled), blank_figures(compiled)
    order_into(compiled.tables, draw, SLACK, engines.order, engines.room)
    play_into(compiled.tables, draw, engines.order, engines.room, figures)
    # Hit at 10m; the first comes at 1h, mends for 2h; the start takes 30m.
    assert engines.order.procedure.tolist() == [-1, 1]
    assert figures.back.tolist() == [3600 + 7200 + 1800]
    assert figures.down.tolist() == [12600 - 600]
    # From 1h to 3h of the outage a quarter is there.
    assert Fraction(int(figures.missing[0]), compiled.tables.unit) == 12000 - Fraction(7200, 4)


def test_flapping_fills_no_agenda() -> None:
    """Starts broken off again and again leave entries behind, for which there is always room."""
    outages = "".join(
        f"\n  - {{at: {10 * number}m, outage: {{select: {{id: line}}, for: 5m}}}}"
        for number in range(400)
    )
    engines = engines_of(TOWN, f"scenario: {{horizon: 9d}}\nevents:{outages}")
    nothing = Draw((), {}, {})
    assert engines.by_machine(nothing, "slack") == engines.by_reading(nothing, "slack")


def test_levels_with_many_decimals_are_rounded_to_what_fits() -> None:
    """A level may have more decimals than the sum over a century has room for."""
    many = TOWN.replace("level: 25%", "level: '0.333333333333333333333333333'")
    engines = engines_of(many, QUAKE.replace("2d", "30d"))
    compiled = engines.compiled
    assert compiled.tables.unit * compiled.tables.horizon < 2**62
    hit = Draw((compiled.strikes[0].hit,), {}, {})
    found = engines.by_machine(hit, "slack").figures["counter"][2]
    assert float(found) == pytest.approx(
        float(engines.by_reading(hit, "slack").figures["counter"][2])
    )


def test_a_draw_of_another_scenario_is_refused() -> None:
    """What the scenario does not hit, or steps beyond the room, cannot be put into arrays."""
    compiled = engines_of(TOWN, QUAKE).compiled
    with pytest.raises(ValueError, match="line"):
        arrays_of(compiled, Draw((Hit(0, "line"),), {}, {}))
    crowd = tuple((second, 1) for second in range(5000))
    with pytest.raises(ValueError, match="5000"):
        arrays_of(compiled, Draw((), {}, {"ict": crowd}))


def test_an_inventory_of_nothing_is_played() -> None:
    """No components, no functions, no teams: nothing happens, without a fault."""
    inventory = inventory_of("components: []")
    scenario = Scenario.model_validate({"scenario": {"id": "calm"}, "events": []})
    compiled = compile_chances(build_network(inventory), scenario)
    engines = Engines(inventory, scenario)
    figures = blank_figures(compiled)
    order = blank_order(compiled)
    order_into(compiled.tables, plain(compiled), SLACK, order, engines.room)
    play_into(compiled.tables, plain(compiled), order, engines.room, figures)
    assert len(figures.down) == 0


SELFISH = """
components:
  - {id: one, procedure: selfish}
  - {id: two, procedure: plain}
functions:
  - {id: first, rto: 5h, requires: [one]}
  - {id: second, rto: 4h, requires: [two]}
teams:
  - {id: ict, size: '1'}
procedures:
  - {id: selfish, tasks: [
      {id: look, crew: {ict: '1'}, duration: 2h},
      {id: mend, crew: {ict: '1'}, duration: 1h, after: [look], requires: [one]}]}
  - {id: plain, tasks: [{id: mend, crew: {ict: '1'}, duration: 1h}]}
"""


def test_a_task_that_needs_its_own_component_makes_it_no_more_urgent() -> None:
    """A component that needs itself is a circle of one: its target is passed on undiminished."""
    scenario = "scenario: {horizon: 1d}\nevents: [{at: 0h, damage: {select: {id: [one, two]}}}]"
    engines = engines_of(SELFISH, scenario)
    draw = plain(engines.compiled)
    order_into(engines.compiled.tables, draw, SLACK, engines.order, engines.room)
    # By 5h, less the 3h and the 1h that are left: 2h and 4h. Of two by 4h, less 1h: 3h.
    assert engines.order.place.tolist() == [0, 2, 1]
