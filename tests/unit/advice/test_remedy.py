from __future__ import annotations

import pytest

from bcp.advice.candidates import candidates_of
from bcp.advice.remedy import MOST, Advice, Remedy, Step, advise
from bcp.advice.saying import change_phrase
from bcp.advice.scene import Scene, play_scene
from bcp.advice.setting import setting_of
from bcp.inventory.checks import draft_of
from bcp.inventory.checks import problems as problems_of
from bcp.units import format_duration
from bcp.words.story import WORDS
from tests.support.tiny import inventory_of, said, scenario_of

ONE_SERVER = """
components: [{id: server, kind: server, procedure: rebuild}]
functions: [{id: desk, rto: 3h, requires: [server]}]
teams: [{id: ict, size: 1}]
procedures: [{id: rebuild, tasks: [{id: restore, crew: {ict: 1}, duration: 4h}]}]
"""
TWO_SERVERS = """
components:
  - {id: one, kind: server, procedure: rebuild}
  - {id: two, kind: server, procedure: rebuild}
functions: [{id: desk, rto: 3h, requires: [one, two]}]
teams: [{id: ict, size: 1}]
procedures: [{id: rebuild, tasks: [{id: restore, crew: {ict: 1}, duration: 2h}]}]
"""
STRUCK = "[{at: 0h, damage: {select: {kind: server}}}]"


def scene_of(inventory: str, scenario: str, strategy: str = "slack") -> Scene:
    held = inventory_of(inventory)
    return play_scene(held, scenario_of(scenario, held), strategy)


def advice_of(inventory: str, scenario: str = STRUCK, function: str = "desk") -> Advice:
    """Return what would help, everything named checked to be sayable and free of faults."""
    scene = scene_of(inventory, scenario)
    advice = advise(scene, function, "slack")
    for remedy in advice.remedies:
        assert remedy.rto_met
        for step in remedy.steps:
            assert said(WORDS, change_phrase(step, scene))
    return advice


def told(remedy: Remedy) -> list[str]:
    """Return the changes of a remedy as ``kind subject value``."""
    return [_told(step) for step in remedy.steps]


def _told(step: Step) -> str:
    held = step.candidate
    is_length = held.kind not in {"people", "hours"} and (held.before or held.kind == "reserve")
    value = format_duration(step.value) if is_length else str(step.value)
    return " ".join(filter(None, [held.kind, held.subject, held.detail, value]))


def smallest(inventory: str, scenario: str = STRUCK) -> list[str]:
    return told(advice_of(inventory, scenario).remedies[0])


def all_of(inventory: str, scenario: str = STRUCK) -> list[str]:
    return [" + ".join(told(remedy)) for remedy in advice_of(inventory, scenario).remedies]


def test_a_task_is_shortened_no_further_than_it_must() -> None:
    """A task of 4h against an RTO of 3h is to be done in 3h, and in no less."""
    assert smallest(ONE_SERVER) == ["duration rebuild/restore 3h"]


def test_one_more_person_where_two_wait_for_the_same_hands() -> None:
    """Two servers of 2h by one person take 4h, by two people 2h."""
    assert "people ict 2" in all_of(TWO_SERVERS)


def test_what_only_has_to_go_first_costs_nothing() -> None:
    """A function behind another meets its RTO if its server goes first, and the other does not."""
    inventory = """
    components:
      - {id: one, kind: server, procedure: rebuild}
      - {id: two, kind: server, procedure: rebuild}
    functions:
      - {id: first, rto: 2h, requires: [one]}
      - {id: desk, rto: 3h, requires: [two]}
    teams: [{id: ict, size: 1}]
    procedures: [{id: rebuild, tasks: [{id: restore, crew: {ict: 1}, duration: 2h}]}]
    """
    remedy = advice_of(inventory).remedies[0]

    assert told(remedy) == ["order two 0"]
    assert (remedy.downtime, remedy.spoilt, remedy.gained) == (7200, ("first",), ())


def test_a_vendor_has_to_be_there_sooner() -> None:
    """One that comes after 6h and works 1h has to be there after 2h for an RTO of 3h."""
    inventory = """
    components: [{id: server, kind: server, procedure: rebuild}]
    functions: [{id: desk, rto: 3h, requires: [server]}]
    teams: [{id: vendor, size: 1, vendor: true, assembly: {0h: 0%, 6h: 100%}}]
    procedures: [{id: rebuild, tasks: [{id: restore, crew: {vendor: 1}, duration: 1h}]}]
    """
    assert all_of(inventory) == ["arrival vendor 2h"]


def test_a_spare_is_struck_like_any_other() -> None:
    """A scenario that strikes all servers strikes a spare one too; one that names it does not."""
    one = "[{at: 0h, damage: {select: {id: server}}}]"

    assert "spare server 0" not in all_of(ONE_SERVER)
    assert "spare server 0" in all_of(ONE_SERVER, one)


def test_hours_are_widened_as_little_as_will_do() -> None:
    """On a Saturday morning the hours of weekdays on every day do; at night it takes all hours."""
    inventory = """
    components: [{id: server, kind: server, procedure: rebuild}]
    functions: [{id: desk, rto: 3h, requires: [server]}]
    teams: [{id: ict, size: 1, hours: "weekdays 09:00-17:00"}]
    procedures: [{id: rebuild, tasks: [{id: restore, crew: {ict: 1}, duration: 1h}]}]
    """
    scenario = "{{scenario: {{starts: '2026-11-21T{}'}}, events: {}}}"

    assert smallest(inventory, scenario.format("08:30", STRUCK)) == ["hours ict 1"]
    assert smallest(inventory, scenario.format("20:00", STRUCK)) == ["hours ict 2"]


def test_another_procedure_that_is_there_already() -> None:
    """What is shortest is taken, and its people come late; the longer one can begin at once."""
    inventory = """
    components: [{id: server, kind: server, procedure: [swap, rebuild]}]
    functions: [{id: desk, rto: 3h, requires: [server]}]
    teams: [{id: ict, size: 1}, {id: vendor, size: 1, vendor: true, assembly: {9h: 100%}}]
    procedures:
      - {id: swap, tasks: [{id: swap, crew: {vendor: 1}, duration: 1h}]}
      - {id: rebuild, tasks: [{id: restore, crew: {ict: 1}, duration: 2h}]}
    """
    assert smallest(inventory) == ["procedure server rebuild 0"]


def test_a_reserve_lasts_as_long_as_it_must() -> None:
    """What a generator holds for 1h, and a cut of 4h, come to a generator for 4h everywhere."""
    inventory = """
    components:
      - {id: grid, kind: power}
      - {id: generator, kind: power}
      - {id: one, kind: server, requires: [{any_of: [grid], holdover: 1h, held_by: generator}]}
      - {id: two, kind: server, requires: [{any_of: [grid], holdover: 1h, held_by: generator}]}
    functions: [{id: desk, rto: 1h, requires: [one, two]}]
    """
    scenario = "[{at: 0h, outage: {select: {id: grid}, for: 4h}}]"

    assert "holdover generator 3h" in all_of(inventory, scenario)


def test_a_reserve_where_there_is_none() -> None:
    """What draws on the grid alone gets a reserve; what needs a building gets none."""
    inventory = """
    components:
      - {id: grid, kind: power}
      - {id: server, kind: server, requires: [grid]}
    functions: [{id: desk, rto: 1h, requires: [server]}]
    """
    scenario = "[{at: 0h, outage: {select: {id: grid}, for: 3h}}]"

    assert smallest(inventory, scenario) == ["reserve server grid 2h"]
    assert not advice_of(inventory.replace("kind: power", "kind: site"), scenario).remedies


def test_a_start_up_and_a_changeover_are_shortened() -> None:
    """Each takes an hour; half an hour of either is enough."""
    inventory = """
    components:
      - {id: one, kind: server, startup: 40m, procedure: rebuild}
      - {id: two, kind: server}
    functions:
      - {id: desk, rto: 30m, requires: [one]}
      - {id: tax, rto: 30m, requires: [{any_of: [other, two], switchover: 1h}]}
    procedures: [{id: rebuild, tasks: [{id: restore, duration: 0h}]}]
    """
    inventory = inventory.replace(
        "  - {id: two", "  - {id: other, kind: external}\n      - {id: two"
    )
    struck = "[{at: 0h, damage: {select: {id: one}}}, {at: 0h, outage: {select: {id: other}}}]"

    assert told(advice_of(inventory, struck).remedies[0]) == ["startup one 30m"]
    assert told(advice_of(inventory, struck, "tax").remedies[0]) == ["switchover tax 30m"]


def test_a_measure_of_the_inventory_is_tried_too() -> None:
    """A measure that is planned already is named by its id."""
    inventory = f"""{ONE_SERVER}
measures:
  - id: second
    name: A second server
    changes:
      components: [{{id: other}}]
      functions: [{{id: desk, requires: [{{any_of: [server, other]}}]}}]
    """
    inventory = inventory.replace("{id: other}", "{id: other, kind: external}")

    assert "measure second 0" in all_of(inventory)


def test_two_together_where_one_alone_does_nothing() -> None:
    """Two servers by two teams, each too slow: each alone changes nothing."""
    inventory = """
    components:
      - {id: one, kind: server, procedure: slow-one}
      - {id: two, kind: server, procedure: slow-two}
    functions: [{id: desk, rto: 3h, requires: [one, two]}]
    teams: [{id: a, size: 1}, {id: b, size: 1}]
    procedures:
      - {id: slow-one, tasks: [{id: work, crew: {a: 1}, duration: 4h}]}
      - {id: slow-two, tasks: [{id: work, crew: {b: 1}, duration: 4h}]}
    """
    assert set(smallest(inventory)) == {"duration slow-one/work 3h", "duration slow-two/work 3h"}


def test_nothing_found_is_said_with_what_helps_most() -> None:
    """A place that is closed for ten days cannot be hurried; the work after it can, a little."""
    inventory = """
    components:
      - {id: site, kind: site}
      - {id: server, kind: server, requires: [site], startup: 1h}
    functions: [{id: desk, rto: 1h, requires: [server]}]
    """
    scenario = "[{at: 0h, outage: {select: {id: site}, for: 5d}}]"
    advice = advice_of(inventory, scenario)

    assert advice.remedies == ()
    assert advice.nearest is not None
    assert told(advice.nearest) == ["startup server 15m"]
    assert not advice.nearest.rto_met


def test_what_stays_down_is_advised_too() -> None:
    """A server without a procedure never comes back; a spare of it would do."""
    inventory = """
    components: [{id: server, kind: server}]
    functions: [{id: desk, rto: 1h, requires: [server]}]
    """
    one = "[{at: 0h, damage: {select: {id: server}}}]"

    assert smallest(inventory, one) == ["spare server 0"]


def test_more_than_half_is_drastic() -> None:
    """Cutting a task of 4h to 2h is not drastic yet; to 1h it is."""
    scene = scene_of(ONE_SERVER, STRUCK)
    step = advise(scene, "desk", "slack").remedies[0].steps[0]

    assert [step.candidate.is_drastic(value) for value in (3 * 3600, 2 * 3600, 3600)] == [
        False,
        False,
        True,
    ]


@pytest.mark.parametrize("strategy", ["slack", "rank"])
def test_every_change_leaves_an_inventory_in_order(strategy: str) -> None:
    """Whatever is tried, in its mildest and its largest amount, breaks no rule of the files."""
    scene = scene_of(TWO_SERVERS, STRUCK, strategy)
    setting = setting_of(scene.inventory, strategy, scene.planned)
    for candidate in candidates_of(scene, "desk"):
        for value in (candidate.values[0], candidate.values[-1]):
            changed = candidate.apply(setting, value)
            assert not [*problems_of(draft_of(changed.inventory))], candidate


def test_of_many_changes_the_first_and_the_measures_are_tried() -> None:
    """What is left out is counted; what people thought of themselves is tried although it is last."""
    many = 150
    parts = "".join(
        f"\n  - {{id: part-{n}, kind: server, procedure: rebuild}}" for n in range(many)
    )
    inventory = f"""
components: {parts}
functions: [{{id: desk, rto: 3h, requires: [{", ".join(f"part-{n}" for n in range(many))}]}}]
teams: [{{id: ict, size: 1}}]
procedures: [{{id: rebuild, tasks: [{{id: restore, crew: {{ict: 1}}, duration: 1h}}]}}]
measures:
  - {{id: hands, name: h, changes: {{teams: [{{id: ict, size: 150}}]}}}}
"""
    scene = scene_of(inventory, STRUCK)
    advice = advise(scene, "desk", "slack")

    assert advice.tried == MOST
    assert advice.tried + advice.left_out == len(candidates_of(scene, "desk"))
    assert advice.left_out > 0
    assert told(advice.remedies[0]) == ["measure hands 0"]
