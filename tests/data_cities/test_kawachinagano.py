"""Kawachinagano, from its own policy: four kinds of threat, and what the cloud does to each."""

from __future__ import annotations

from pathlib import Path

import pytest

from bcp.inventory.load import LoadedInventory
from bcp.inventory.patch import patched
from bcp.outlook.outlook import Outlook, outlook_of
from bcp.recovery.simulate import simulate
from bcp.scenario.load import load_scenario
from bcp.scenario.models import Scenario
from tests.support import sample_laws as laws

SCENARIOS = laws.scenarios_of("kawachinagano")
PAGE = laws.page_of("kawachinagano")
LIBRARY = laws.ROOT / "scenarios" / "library"
HOUR = 3600
DAY = 24 * HOUR
RESIDENT = {
    "resident-certificates",
    "family-registration",
    "tax-certificates",
    "insurance-services",
    "care-services",
}
"""Counters that live on the individual-number side alone."""


@pytest.fixture(scope="module")
def city() -> LoadedInventory:
    """Return the inventory of Kawachinagano."""
    return laws.city("kawachinagano")


def scenario(name: str) -> Path:
    """Return the file of a scenario of Kawachinagano."""
    return next(path for path in SCENARIOS if path.stem == name)


# ---- where the values come from


def test_of_the_size_that_was_asked_for(city: LoadedInventory) -> None:
    """The city has the systems of its policy and what they stand on, and no crowd around them."""
    held = city.inventory

    assert 80 <= len(held.components) <= 130
    assert 30 <= len(held.functions) <= 45
    assert len(held.measures) >= 10


def test_every_value_is_from_the_plan_or_marked(city: LoadedInventory) -> None:
    """What an item says beyond its name is a marked assumption, or the item names its source."""
    assert laws.unmarked_values(city) == []


def test_no_target_passes_for_a_fact(city: LoadedInventory) -> None:
    """Targets, sizes and durations are assumptions, every one: the policy states none."""
    assert laws.unmarked_numbers(city) == []


def test_everything_has_two_names(city: LoadedInventory) -> None:
    """Every item has a Japanese and an English name, every function a department and targets."""
    assert laws.one_language(city) == []
    assert laws.incomplete_functions(city) == []


def test_nobody_can_be_called(city: LoadedInventory) -> None:
    """No number or address of anybody is written."""
    assert laws.reachable(city) == []


def test_what_the_policy_names_is_there(city: LoadedInventory) -> None:
    """The systems of the policy, its outsourced printing and its joint bidding are items of it."""
    sources = {item.id: item.source or "" for item in city.inventory.components}

    assert "平成26年10月" in sources["resident-storage"]
    assert "平成21年11月" in sources["koseki-system"]
    assert "情報提供ネットワークシステム" in sources["national-linkage"]
    assert "15市" in sources["bidding-dc"]
    assert "封入封緘" in sources["printing-line"]
    assert "FAQ" in sources["system-faq"]


# ---- the four kinds of threat


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_every_scenario_plays_and_says_what_it_teaches(path: Path, city: LoadedInventory) -> None:
    """Each scenario stops something, says in both languages why it is there, and marks its events."""
    assert laws.scenario_faults(city, path) == []


@pytest.mark.parametrize("threat", ["①", "②", "③", "④"])
def test_each_kind_of_threat_has_a_scenario(threat: str, city: LoadedInventory) -> None:
    """Physical, technical, operational, personal data: the policy names four, and so do we."""
    heads = [load_scenario(path, city).scenario.scenario for path in SCENARIOS]

    assert any(f"4章3(1){threat}" in (head.source or "") for head in heads)


def test_copies_in_the_same_building_are_lost_with_it(city: LoadedInventory) -> None:
    """The story of the policy: counters open on empty systems; only the family register is whole."""
    path = scenario("quake-copies-lost")
    held = laws.outlook(city, path).functions

    assert round(held["resident-certificates"].downtime / HOUR) == 255
    assert held["resident-certificates"].data_loss is None
    assert held["shared-documents"].data_loss is None
    assert held["family-registration"].data_loss == DAY


def test_copies_elsewhere_save_the_data_and_no_time(city: LoadedInventory) -> None:
    """Weekly copies outside the city leave seven days lost, and every downtime as it was."""
    path = scenario("quake-copies-lost")
    before = laws.outlook(city, path).functions
    after = laws.outlook(city, path, "offsite-backup").functions

    assert after["resident-certificates"].data_loss == 7 * DAY
    assert {name: item.downtime for name, item in after.items()} == {
        name: item.downtime for name, item in before.items()
    }


def test_only_what_moves_out_is_saved(city: LoadedInventory) -> None:
    """In an outside facility the resident data survives; what stays behind is away as before."""
    after = laws.outlook(city, scenario("quake-copies-lost"), "resident-iaas").functions

    assert round(after["resident-certificates"].downtime / HOUR) == 38
    assert after["resident-certificates"].data_loss == 0
    assert after["convenience-issue"].downtime == 0
    assert round(after["family-registration"].downtime / HOUR) == 274
    assert round(after["internal-communication"].downtime / HOUR) == 249
    assert after["damage-certificates"].rto_met is False


def test_the_printer_waits_for_data(city: LoadedInventory) -> None:
    """One array stops 14 functions and the stores with them; the printing plant is unharmed."""
    path = scenario("storage-in-notice-season")
    result = laws.play(city, path)
    before, after = laws.outlook(city, path), laws.outlook(city, path, "resident-iaas")

    assert len(before.stopped) == 14
    assert round(laws.hours(result, "resident-certificates") or 0) == 241
    assert round(laws.hours(result, "tax-notices") or 0) == 261
    assert before.functions["tax-notices"].mtpd_met is False
    assert before.functions["convenience-issue"].downtime > 0
    assert result.components["printing-line"].down == ()
    assert after.missed == ()
    assert max(item.downtime for item in after.functions.values()) < 2 * HOUR


def test_ransomware_stops_at_the_number_side_but_for_its_crossings(city: LoadedInventory) -> None:
    """Counters go on; what needs the crossings is away for the seven days they are shut."""
    path = scenario("office-ransomware")
    held = laws.outlook(city, path).functions
    moved = laws.outlook(city, path, "groupware-saas").functions["shared-documents"]

    assert not {name for name in RESIDENT if held[name].downtime}
    assert held["convenience-issue"].downtime >= 7 * DAY
    assert held["linkage-enquiries"].downtime >= 7 * DAY
    assert held["shared-documents"].data_loss == 14 * DAY
    assert 3 * DAY < held["internal-communication"].downtime < 4 * DAY
    assert (round(moved.downtime / HOUR), moved.data_loss) == (32, 0)


def test_two_servers_with_one_update_are_one(city: LoadedInventory) -> None:
    """A wrong update takes both log-on servers; printed steps and stages each help, both most."""
    path = scenario("wrong-update")
    before, printed, staged, both = (
        laws.outlook(city, path, *measures)
        for measures in (
            (),
            ("printed-manuals",),
            ("staged-updates",),
            ("printed-manuals", "staged-updates"),
        )
    )

    assert len(before.stopped) == 29
    assert min(before.functions[name].downtime for name in before.stopped) > 117 * HOUR
    assert not [name for name in before.stopped if before.functions[name].data_loss]
    assert longest(printed) == 14
    assert len(staged.stopped) == 3
    assert longest(both) == 5


def longest(held: Outlook) -> int:
    """Return the longest downtime of a function, in hours."""
    return round(max(item.downtime for item in held.functions.values()) / HOUR)


def test_a_suspected_leak_stops_what_is_whole(city: LoadedInventory) -> None:
    """Nothing is damaged; the joint bidding system runs, yet this city cannot reach it."""
    path = scenario("suspected-leak")
    result = laws.play(city, path)
    before = laws.outlook(city, path)
    after = laws.outlook(city, path, "groupware-saas")

    assert not [name for name, held in result.components.items() if held.damaged]
    assert result.components["e-bidding"].down == ()
    assert before.functions["bidding"].downtime >= 7 * DAY
    assert (len(before.stopped), len(after.stopped)) == (10, 17)


# ---- what the moves do


def test_every_measure_can_be_played(city: LoadedInventory) -> None:
    """A measure has changes, a cost and a lead time, and the page tells what it does."""
    assert laws.idle_measures(city) == []
    assert {item.id for item in city.inventory.measures} <= {
        name for names, _, _ in laws.effects_told(PAGE) for name in names
    }


def test_a_cut_line_hurts_more_once_the_servers_are_elsewhere(city: LoadedInventory) -> None:
    """The page says so with the figures of the library's scenario."""
    path = LIBRARY / "trunk-line-cut.yaml"
    before, after = laws.outlook(city, path), laws.outlook(city, path, "resident-iaas")

    assert f"損失が{round(before.loss):,}から{round(after.loss):,}に増える" in PAGE
    assert after.functions["resident-certificates"].downtime > 0
    assert before.functions["resident-certificates"].downtime == 0


@pytest.mark.parametrize(
    ("hit", "spare"), [("iaas-dc", "cloud-site-a"), ("fibre-duct", "fibre-duct")]
)
def test_a_standby_site_helps_where_one_site_or_duct_is_lost(
    hit: str, spare: str, city: LoadedInventory
) -> None:
    """The shared cloud keeps the counter open where the single facility does not."""
    alone = lost(city, "resident-iaas", hit)
    shared = lost(city, "municipal-cloud", spare)

    assert alone > 6 * HOUR
    assert shared <= HOUR


def lost(city: LoadedInventory, measure: str, place: str) -> int:
    """Return how long certificates are away when *place* is damaged after a measure."""
    (done,) = (item for item in city.inventory.measures if item.id == measure)
    inventory = patched(city.inventory, [done])
    loaded = load_scenario(scenario("suspected-leak"), city)
    played = Scenario.model_validate(
        {
            "scenario": loaded.scenario.scenario,
            "events": [{"at": "0h", "damage": {"select": {"id": place}}}],
        }
    )
    held = outlook_of(simulate(inventory, played), inventory, loaded)
    return held.functions["resident-certificates"].downtime


@pytest.mark.parametrize(("measures", "name", "told"), laws.effects_told(PAGE))
def test_the_page_tells_the_effect_that_is_calculated(
    measures: tuple[str, ...], name: str, told: int, city: LoadedInventory
) -> None:
    """Each effect on the page is that of the engine, nil and unwelcome ones included."""
    assert round(laws.effects(city, scenario(name), *measures)) == told


# ---- the page


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

    assert named[0] == "quake-copies-lost"
    assert set(named) == {path.stem for path in SCENARIOS}
