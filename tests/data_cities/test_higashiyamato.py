"""Higashiyamato, from its own plan: planned power cuts with the core systems in another place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bcp.inventory.load import LoadedInventory
from tests.support import sample_laws as laws

SCENARIOS = laws.scenarios_of("higashiyamato")
PAGE = laws.page_of("higashiyamato")
FORMS = ("iaas", "paas", "saas", "public", "private-hall", "private-dc")
"""The forms of cloud in the plan's table, of which the city would take one."""
ON_PAPER = {"document-handling", "facility-use", "moving-guidance", "welfare-consultation"}
OUTSIDE = {"city-information", "online-applications", "store-payments", "supplier-registration"}
COLUMNS = ("power-cuts-2011", "city-hall-lost", "server-room-fire", "fibre-cut", "office-malware")
"""The scenarios in the order in which the page puts them beside the forms of cloud."""


@pytest.fixture(scope="module")
def city() -> LoadedInventory:
    """Return the inventory of Higashiyamato."""
    return laws.city("higashiyamato")


def scenario(name: str) -> Path:
    """Return the file of a scenario of Higashiyamato."""
    return next(path for path in SCENARIOS if path.stem == name)


def downtime(city: LoadedInventory, name: str, function: str, *measures: str) -> float:
    """Return for how many hours a function is down once the measures are in place."""
    return laws.outlook(city, scenario(name), *measures).functions[function].downtime / 3600


def untouched(city: LoadedInventory, name: str) -> set[str]:
    """Return the functions that a scenario never stops."""
    held = laws.outlook(city, scenario(name)).functions
    return {function for function, item in held.items() if item.downtime == 0}


def test_as_large_as_promised(city: LoadedInventory) -> None:
    """Higashiyamato has the systems of its plan and enough around them."""
    held = city.inventory

    assert 80 <= len(held.components) <= 130
    assert 30 <= len(held.functions) <= 45
    assert len(held.teams) >= 30
    assert len(held.measures) >= 18
    assert 3 <= len(SCENARIOS) <= 5


def test_every_value_is_from_the_plan_or_marked(city: LoadedInventory) -> None:
    """What an item says beyond its name is a marked assumption, or the item names its source."""
    assert laws.unmarked_values(city) == []


def test_no_target_passes_for_a_fact(city: LoadedInventory) -> None:
    """The plan states no target, size or duration: all of them are assumptions."""
    assert laws.unmarked_numbers(city) == []


def test_everything_has_two_names(city: LoadedInventory) -> None:
    """Every item has a Japanese and an English name, every function a department and targets."""
    assert laws.one_language(city) == []
    assert laws.incomplete_functions(city) == []


def test_nobody_can_be_called(city: LoadedInventory) -> None:
    """No number or address of anybody is written."""
    assert laws.reachable(city) == []


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_every_scenario_plays_and_says_what_it_teaches(path: Path, city: LoadedInventory) -> None:
    """Each scenario stops something, says in both languages why it is there, and marks its events."""
    assert laws.scenario_faults(city, path) == []


def test_the_core_runs_through_the_power_cuts_and_its_counters_do_not(
    city: LoadedInventory,
) -> None:
    """The story of the plan: the core is never down, the counters are beyond their target."""
    result = laws.play(city, scenario("power-cuts-2011"))
    cuts, name = 15.0, "power-cuts-2011"

    assert result.components["resident-registry"].down == ()
    assert result.components["core-dc-power"].down == ()
    assert len(result.components["core-terminals-1f"].down) == 5
    assert downtime(city, name, "resident-certificates") == pytest.approx(cuts + 5 * 55 / 60)
    assert downtime(city, name, "payments") == pytest.approx(cuts + 5 * 70 / 60)
    assert downtime(city, name, "disaster-hq") == pytest.approx(1 / 60)


def test_those_go_on_who_need_no_city_hall(city: LoadedInventory) -> None:
    """In the power cuts nine functions go on: what is outside, what is paper, and Twitter."""
    expected = OUTSIDE | ON_PAPER | {"disaster-information"}

    assert untouched(city, "power-cuts-2011") == expected


def test_the_center_stops_for_itself_and_for_the_city_hall(city: LoadedInventory) -> None:
    """A branch cut at other hours is down longest, until its way to the core is its own."""
    name, center = "power-cuts-2011", "center-certificates"

    assert downtime(city, name, center) == pytest.approx(33 + 20 / 60)
    for measure in ("dc-direct", "power-network", "power-counters"):
        assert downtime(city, name, center, measure) == pytest.approx(16.25)


def test_the_generator_leaves_only_the_center_late(city: LoadedInventory) -> None:
    """With the counters on the generator all but the center meet their targets."""
    outlook = laws.outlook(city, scenario("power-cuts-2011"), "power-counters")

    assert outlook.missed == ("center-certificates",)


def test_a_machine_in_another_area_almost_closes_the_gap(city: LoadedInventory) -> None:
    """With a machine at the center and a straight line certificates stop for 45 minutes in all."""
    measures = ("certificate-machines", "dc-direct")

    assert downtime(city, "power-cuts-2011", "resident-certificates", *measures) == 0.75


@pytest.mark.parametrize("form", FORMS)
def test_no_form_of_cloud_opens_the_counters_in_a_power_cut(
    form: str, city: LoadedInventory
) -> None:
    """Terminals want power wherever the servers are."""
    path, measure = scenario("power-cuts-2011"), f"cloud-{form}"

    assert downtime(city, path.stem, "resident-certificates", measure) > 19
    assert len(laws.outlook(city, path, measure).missed) >= 11


def test_the_part_that_stays_usable_is_four_functions(city: LoadedInventory) -> None:
    """With the city hall lost no certificate is issued anywhere, though the core never stops."""
    result = laws.play(city, scenario("city-hall-lost"))
    late = ("resident-certificates", "center-certificates")

    assert untouched(city, "city-hall-lost") == OUTSIDE
    assert result.components["resident-registry"].down == ()
    assert all(downtime(city, "city-hall-lost", name) > 14 * 24 for name in late)


@pytest.mark.parametrize(
    ("measures", "first", "last"),
    [
        (("dc-direct",), 14 * 24, 15 * 24),
        (("center-as-spare",), 14 * 24, 15 * 24),
        (("dc-direct", "center-as-spare"), 24, 24.5),
    ],
)
def test_a_spare_counter_wants_its_own_way_and_its_own_log_on(
    measures: tuple[str, ...], first: float, last: float, city: LoadedInventory
) -> None:
    """Neither the line nor the generator and directory help alone; together they do."""
    assert first < downtime(city, "city-hall-lost", "center-certificates", *measures) <= last


@pytest.mark.parametrize("form", FORMS)
def test_a_fire_is_what_clouds_outside_are_good_for(form: str, city: LoadedInventory) -> None:
    """Counters wait for the burnt directory; any cloud outside ends that within three days."""
    path, inside = scenario("server-room-fire"), form == "private-hall"
    before = laws.outlook(city, path).functions
    after = laws.outlook(city, path, f"cloud-{form}").functions

    assert 12 * 24 < before["resident-certificates"].downtime / 3600 < 13 * 24
    assert 15 * 24 < before["payments"].downtime / 3600 < 16 * 24
    assert before["payments"].data_loss == 7 * 86400
    assert (after["resident-certificates"].downtime < 3 * 86400) is not inside
    assert (after["payments"].data_loss == 0) is not inside


def test_daily_copies_save_data_and_no_time(city: LoadedInventory) -> None:
    """Off-site copies every day cut the loss of data from a week to a day, and nothing else."""
    path = scenario("server-room-fire")
    before, after = laws.outlook(city, path), laws.outlook(city, path, "daily-offsite")

    assert after.functions["payments"].data_loss == 86400
    assert after.loss == before.loss


def test_what_stands_outside_hangs_on_the_line(city: LoadedInventory) -> None:
    """A cut duct shuts the counters and not finance; moved outside, finance is shut as well."""
    name = "fibre-cut"

    assert downtime(city, name, "resident-certificates") == 17.5
    assert 31.5 < downtime(city, name, "center-certificates") < 32
    assert downtime(city, name, "center-certificates", "dc-direct") == 0
    assert downtime(city, name, "payments") == downtime(city, name, "public-assistance") == 0
    for form in ("iaas", "paas", "saas", "public", "private-dc"):
        assert downtime(city, name, "payments", f"cloud-{form}") >= 17.5


@pytest.mark.parametrize(
    ("form", "days"),
    [("iaas", 7), ("paas", 6), ("saas", 0), ("public", 0), ("private-hall", 7), ("private-dc", 6)],
)
def test_malware_tells_the_forms_of_cloud_apart_by_the_data_lost(
    form: str, days: int, city: LoadedInventory
) -> None:
    """The counters stay open; the work to do again is what differs."""
    held = laws.outlook(city, scenario("office-malware"), f"cloud-{form}").functions

    assert held["resident-certificates"].downtime == 0
    assert held["payments"].data_loss == days * 86400
    assert 31 < held["payments"].downtime / 3600 < 33


def test_joint_use_helps_where_the_core_centre_itself_is_hit(
    city: LoadedInventory, tmp_path: Path
) -> None:
    """Nil in the five scenarios; with the centre damaged 31 hours become 3."""
    path = tmp_path / "core-centre.yaml"
    path.write_text(
        "scenario: {id: core-centre, name: 基幹系センターの損傷, kind: facility,"
        " starts: 2026-11-11T10:00, horizon: 10d}\n"
        "events: [{at: 0h, damage: {select: {id: core-dc}}}]\n",
        encoding="utf-8",
    )
    found = [
        laws.outlook(city, path, *measures).functions["resident-certificates"].downtime / 3600
        for measures in ((), ("joint-core",))
    ]

    assert found == [31.25, 3.25]
    assert all(laws.effects(city, held, "joint-core") == 0 for held in SCENARIOS)


def test_every_measure_can_be_played(city: LoadedInventory) -> None:
    """A measure has changes, a cost and a lead time, and the page tells what it does."""
    told = {name for names, _, _ in laws.effects_told(PAGE) for name in names}

    assert laws.idle_measures(city) == []
    assert {item.id for item in city.inventory.measures} == told | {
        f"cloud-{form}" for form in FORMS
    }


@pytest.mark.parametrize(("measures", "name", "told"), laws.effects_told(PAGE))
def test_the_page_tells_the_effect_that_is_calculated(
    measures: tuple[str, ...], name: str, told: int, city: LoadedInventory
) -> None:
    """Each effect on the page is that of the engine, nil and unwelcome ones included."""
    assert round(laws.effects(city, scenario(name), *measures)) == told


def test_the_page_compares_the_forms_of_cloud_as_calculated(city: LoadedInventory) -> None:
    """Costs and effects beside each form are those of the data and of the engine."""
    table = PAGE.split("## クラウドの形の比較")[1].split("\n## ")[0]
    rows = re.findall(r"^\| [^|]+ `(cloud-[a-z-]+)` \| (.+) \|$", table, re.MULTILINE)
    told = {name: [laws.number(cell) for cell in cells.split(" | ")[:-1]] for name, cells in rows}
    measures = {item.id: item for item in city.inventory.measures}

    assert set(told) == {f"cloud-{form}" for form in FORMS}
    for name, (cost, yearly, *effects) in told.items():
        assert (cost * 10_000, yearly * 10_000) == (measures[name].cost, measures[name].yearly)
        assert effects == [round(laws.effects(city, scenario(held), name)) for held in COLUMNS]


def test_the_page_tells_the_results_that_are_calculated(city: LoadedInventory) -> None:
    """Functions stopped, targets missed and loss are as the table of scenarios says."""
    assert laws.untrue_results(city, SCENARIOS, PAGE) == []


def test_the_page_tells_findings_that_are_found(city: LoadedInventory) -> None:
    """Each finding on the page is one that `bcp check` has about each of the items named."""
    assert laws.unfound(city, SCENARIOS, PAGE) == []


def test_the_page_counts_right(city: LoadedInventory) -> None:
    """The counts of the page are those of the data."""
    assert laws.improper_counts(city, SCENARIOS, PAGE) == []


def test_the_page_names_every_item(city: LoadedInventory) -> None:
    """Every item with a source is in the table of the plan's lines; every id there exists."""
    assert laws.unlisted(city, PAGE) == []
    assert laws.strangers(city, SCENARIOS, PAGE) == []


def test_the_plan_is_written_for_scenarios_that_exist(city: LoadedInventory) -> None:
    """The scenarios of the plan are those of the city, its own story foremost."""
    assert city.inventory.plan is not None
    named = city.inventory.plan.scenarios

    assert named[0] == "power-cuts-2011"
    assert set(named) == {path.stem for path in SCENARIOS}
