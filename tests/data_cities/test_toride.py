"""Toride, from its own plan: old cables, three networks, and core systems in a distant cloud."""

from __future__ import annotations

from pathlib import Path

import pytest

from bcp.inventory.load import LoadedInventory
from tests.support import sample_laws as laws

SCENARIOS = laws.scenarios_of("toride")
PAGE = laws.page_of("toride")
STATED = {"steering-committee: size"}
"""What the plan does count: the members of its steering committee."""


@pytest.fixture(scope="module")
def toride() -> LoadedInventory:
    """Return the inventory of Toride."""
    return laws.city("toride")


def scenario(name: str) -> Path:
    """Return the file of a scenario of Toride."""
    return next(path for path in SCENARIOS if path.stem == name)


def test_as_large_as_promised(toride: LoadedInventory) -> None:
    """Toride has the systems of its plan, its departments, and enough around them."""
    held = toride.inventory

    assert len(held.components) >= 200
    assert len(held.functions) >= 60
    assert len(held.teams) >= 40
    assert len(held.procedures) >= 40
    assert len(held.measures) >= 12


def test_every_value_is_from_the_plan_or_marked(toride: LoadedInventory) -> None:
    """What an item says beyond its name is a marked assumption, or the item names its source."""
    assert laws.unmarked_values(toride) == []


def test_no_target_passes_for_a_fact(toride: LoadedInventory) -> None:
    """Targets, sizes and durations are assumptions, but for the one number that the plan counts."""
    assert laws.unmarked_numbers(toride, STATED) == []
    assert set(laws.unmarked_numbers(toride)) == STATED


def test_the_committee_is_that_of_the_regulation(toride: LoadedInventory) -> None:
    """The committee has the fourteen members of the regulation, under the deputy mayor."""
    held = toride.inventory
    roles = {item.id: item for item in held.roles}
    (committee,) = (item for item in held.teams if item.id == "steering-committee")

    assert len(held.people) == committee.size == 14
    assert roles["committee-chair"].lead == "deputy-mayor"
    assert roles["working-team-leader"].lead == "ict-chief"


def test_everything_has_two_names(toride: LoadedInventory) -> None:
    """Every item has a Japanese and an English name, every function a department and targets."""
    assert laws.one_language(toride) == []
    assert laws.incomplete_functions(toride) == []


def test_nobody_can_be_called(toride: LoadedInventory) -> None:
    """No number or address of anybody is written."""
    assert laws.reachable(toride) == []


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_every_scenario_plays_and_says_what_it_teaches(path: Path, toride: LoadedInventory) -> None:
    """Each scenario stops something, says in both languages why it is there, and marks its events."""
    assert laws.scenario_faults(toride, path) == []


def test_old_cables_stop_the_city_hall_while_the_cloud_runs(toride: LoadedInventory) -> None:
    """The story of the plan: a day and a half to find and mend a cable; two hours with drawings."""
    result = laws.play(toride, scenario("old-cable-fault"))
    stopped = [name for name, held in result.functions.items() if held.down]
    mended = laws.outlook(toride, scenario("old-cable-fault"), "replace-cables")

    assert len(stopped) == 33
    assert round(laws.hours(result, "resident-certificates") or 0) == 35
    assert round(laws.hours(result, "moving") or 0) == 56
    assert not {"convenience-issue", "fujishiro-counter"} & set(stopped)
    assert result.components["resident-registry"].down == ()
    assert result.components["wireless-lan"].down != ()
    assert max(held.downtime for held in mended.functions.values()) <= 2 * 3600
    assert mended.missed == ()


def test_a_second_trunk_and_written_steps_each_help_a_part(toride: LoadedInventory) -> None:
    """A second trunk leaves the first floor waiting; instructions alone bring it back earlier."""
    path = scenario("old-cable-fault")
    doubled = laws.outlook(toride, path, "rebuild-network")
    written = laws.outlook(toride, path, "ict-bcp").functions["moving"]

    assert len(doubled.stopped) == 8
    assert round(doubled.functions["moving"].downtime / 3600) == 35
    assert round(written.downtime / 3600) == 39


def test_finding_the_fault_takes_ten_hours(toride: LoadedInventory) -> None:
    """The contractor is called only once the fault is found, ten hours after the vendor came."""
    result = laws.play(toride, scenario("old-cable-fault"))
    done = [held for held in result.tasks if held.work.component == "trunk-cable"]
    tasks = {held.work.task: held for held in done}

    assert tasks["isolate"].start == 4 * 3600
    assert tasks["isolate"].finish == tasks["call"].start == 14 * 3600


def test_a_cloud_behind_one_door_is_shut_with_the_city_hall(toride: LoadedInventory) -> None:
    """Damage certificates wait for the city hall, unless Fujishiro has a way out of its own."""
    path = scenario("quake-cut-off")
    before, exit_only, with_power, moved = (
        laws.outlook(toride, path, *measures).functions["damage-certificates"]
        for measures in (
            (),
            ("second-exit-fujishiro",),
            ("second-exit-fujishiro", "power-at-fujishiro"),
            ("move-internal-to-cloud",),
        )
    )

    assert not laws.play(toride, path).components["core-cloud"].down
    assert (before.rto_met, exit_only.rto_met, with_power.rto_met) == (False, True, True)
    assert before.restored is not None
    assert exit_only.restored is not None
    assert with_power.restored is not None
    assert 10 * 86400 < before.restored < 11 * 86400
    assert 3 * 86400 < exit_only.restored < 3 * 86400 + 3600
    assert with_power.restored < 86400
    assert moved.restored == before.restored


def test_the_separation_keeps_the_counters_open(toride: LoadedInventory) -> None:
    """Ransomware on the LGWAN side stops no counter, and sets documents back by two weeks."""
    path = scenario("internet-ransomware")
    before = laws.outlook(toride, path).functions
    after = laws.outlook(toride, path, "better-file-backup").functions["shared-documents"]
    shut = ("linkage-enquiries", "electronic-tax-filing", "tax-receipts", "external-mail")

    for name in ("resident-certificates", "moving", "family-registration"):
        assert before[name].downtime == 0
    assert before["shared-documents"].data_loss == 14 * 86400
    assert after.data_loss == 8 * 86400
    assert all(7 * 86400 <= before[name].downtime < 8 * 86400 for name in shut)


def test_the_renewal_ends_the_long_wait_for_the_storage(toride: LoadedInventory) -> None:
    """One storage array costs five days and a day of data; with its mirror less than an hour."""
    path = scenario("info-server-failure")
    before = laws.outlook(toride, path)
    after = laws.outlook(toride, path, "renew-info-servers")
    held = before.functions

    assert len(before.stopped) == 19
    assert 4.5 * 86400 < held["internal-communication"].downtime < 5 * 86400
    assert held["shared-documents"].data_loss == 86400
    assert held["resident-certificates"].downtime == 0
    assert held["tax-receipts"].downtime > 0
    assert held["electronic-tax-filing"].downtime > 0
    assert max(item.downtime for item in after.functions.values()) < 3600


def test_the_single_site_of_the_cloud_has_no_way_around(toride: LoadedInventory) -> None:
    """Stores and the branch stop with the core cloud; a standby site would bring them back."""
    path = scenario("core-cloud-outage")
    before = laws.outlook(toride, path)
    after = laws.outlook(toride, path, "municipal-cloud")
    alike = ("convenience-issue", "fujishiro-counter", "resident-certificates")

    assert len(before.stopped) == 18
    assert all(31 * 3600 < before.functions[name].downtime < 32 * 3600 for name in alike)
    assert after.missed == ()
    assert max(item.downtime for item in after.functions.values()) < 4 * 3600


def test_every_measure_can_be_played(toride: LoadedInventory) -> None:
    """A measure has changes, a cost and a lead time, and the page tells what it does."""
    assert laws.idle_measures(toride) == []
    assert {item.id for item in toride.inventory.measures} <= {
        name for names, _, _ in laws.effects_told(PAGE) for name in names
    }


@pytest.mark.parametrize(("measures", "name", "told"), laws.effects_told(PAGE))
def test_the_page_tells_the_effect_that_is_calculated(
    measures: tuple[str, ...], name: str, told: int, toride: LoadedInventory
) -> None:
    """Each effect on the page is that of the engine, nil and unwelcome ones included."""
    assert round(laws.effects(toride, scenario(name), *measures)) == told


def test_the_page_tells_the_results_that_are_calculated(toride: LoadedInventory) -> None:
    """Functions stopped, targets missed and loss are as the table of scenarios says."""
    assert laws.untrue_results(toride, SCENARIOS, PAGE) == []


def test_the_page_tells_findings_that_are_found(toride: LoadedInventory) -> None:
    """Each finding on the page is one that `bcp check` has about each of the items named."""
    assert laws.unfound(toride, SCENARIOS, PAGE) == []


def test_the_page_counts_right(toride: LoadedInventory) -> None:
    """The counts of the page are those of the data."""
    assert laws.improper_counts(toride, SCENARIOS, PAGE) == []


def test_the_page_names_every_item(toride: LoadedInventory) -> None:
    """Every item with a source is in the table of the plan's lines; every id there exists."""
    assert laws.unlisted(toride, PAGE) == []
    assert laws.strangers(toride, SCENARIOS, PAGE) == []


def test_the_plan_is_written_for_scenarios_that_exist(toride: LoadedInventory) -> None:
    """The scenarios of the plan are those of the city, its own story foremost."""
    assert toride.inventory.plan is not None
    named = toride.inventory.plan.scenarios

    assert named[0] == "old-cable-fault"
    assert set(named) == {path.stem for path in SCENARIOS}
