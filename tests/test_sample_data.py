"""The sample cities: as large as promised, and honest about where every value comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from bcp.drill.file.load import load_drill
from bcp.fields import Item
from bcp.inventory.load import LoadedInventory, load_inventory
from bcp.inventory.models import Inventory
from bcp.inventory.patch import patched
from bcp.inventory.sections import LISTS
from bcp.outlook.effects import countermeasures, open_changes
from bcp.outlook.outlook import outlook_of
from bcp.recovery.simulate import simulate
from bcp.scenario.load import LoadedScenario, load_scenario

ROOT = Path(__file__).parents[1]
SCENARIOS = sorted((ROOT / "scenarios" / "chikusei").glob("*.yaml"))
DRILLS = sorted((ROOT / "drills" / "chikusei").glob("*.yaml"))
TRACED = {"id", "name", "name_en", "department_en", "kind", "note", "source", "assumed", "tags"}
"""Keys that name a thing or say where its facts come from."""


@pytest.fixture(scope="module")
def chikusei() -> LoadedInventory:
    """Return the inventory of Chikusei."""
    return load_inventory(ROOT / "inventory" / "chikusei")


def _items(loaded: LoadedInventory) -> Iterator[Item]:
    held = loaded.inventory
    for section in LISTS:
        yield from getattr(held, section)
    if held.plan is not None:
        yield held.plan
    facts = [*(item.facts for item in held.components), *(item.facts for item in held.functions)]
    yield from filter(None, facts)


def test_as_large_as_promised(chikusei: LoadedInventory) -> None:
    """Chikusei has the systems of the plan and enough around them to be a city."""
    held = chikusei.inventory

    assert len(held.components) >= 120
    assert len(held.functions) >= 40
    assert len(held.teams) >= 8
    assert len(held.procedures) >= 12


def test_every_value_is_from_the_plan_or_marked(chikusei: LoadedInventory) -> None:
    """What an item says beyond its name is a marked assumption, or the item names its source."""
    unmarked = [
        (item, key)
        for item in _items(chikusei)
        for key in item.model_fields_set - TRACED
        if not {"all", key.rstrip("_")} & item.assumed.keys() and item.source is None
    ]

    assert unmarked == []


def test_no_target_passes_for_a_fact(chikusei: LoadedInventory) -> None:
    """The plan states no target, size or duration, so each of them is marked as an assumption."""
    numbers = {"rto", "mtpd", "rpo", "weight", "impact", "startup", "backups", "size", "assembly"}
    unmarked = [
        (item, key)
        for item in _items(chikusei)
        for key in item.model_fields_set & numbers
        if not {"all", key} & item.assumed.keys()
    ]

    assert unmarked == []


def test_nobody_can_be_called(chikusei: LoadedInventory) -> None:
    """Every number and address is one that is given to nobody, and nobody has a name."""
    held = chikusei.inventory
    texts = [str(item) for item in (*held.people, *held.contracts)]
    numbers = {found for text in texts for found in re.findall(r"0\d+-\d+-\d+", text)}
    mails = {found for text in texts for found in re.findall(r"[\w.+-]+@[\w.-]+", text)}
    titled = [who for who in held.people if who.title.split("（")[0] not in who.name]

    assert len(numbers) > 20
    assert {number[:8] for number in numbers} == {"0296-00-", "090-0000"}
    assert {mail.split("@")[1] for mail in mails} == {"example.jp"}
    assert titled == []


def test_a_first_plan_has_gaps(chikusei: LoadedInventory) -> None:
    """Most of the papers are filled in, and some of each sort are not, as in a first plan."""
    held = chikusei.inventory
    assert held.plan is not None

    rooms = [item.facts for item in held.components if item.kind == "room" and item.facts]
    assert {bool(room.leak) for room in rooms} == {True, False}
    assert {bool(item.emergency) for item in held.contracts} == {True, False}
    assert {bool(item.deputies) for item in held.roles} == {True, False}
    assert {bool(item.mobile) for item in held.people} == {True, False}
    assert 0 < len(held.plan.answers) < 12
    assert all(function.facts and function.facts.sort for function in held.functions)
    assert {action.phase for action in held.actions} == {"initial", "alternate", "recovery"}


def test_the_plan_is_written_for_scenarios_that_exist(chikusei: LoadedInventory) -> None:
    """The scenarios of the plan are among those of the city, the quake on a holiday foremost."""
    assert chikusei.inventory.plan is not None
    named = chikusei.inventory.plan.scenarios

    assert named[0] == "quake-holiday-night"
    assert set(named) < {path.stem for path in SCENARIOS}


MEASURES = {
    "cooling-on-generator": "cold-start",
    "fuel-for-72h": "blackout-72h",
    "second-route": "fibre-cut",
    "resident-vendor-around-the-clock": "ransomware",
    "internal-vendor-holidays": "quake-holiday-night",
    "second-library-engineer": "pandemic",
    "spare-core-switch": "core-network-fault",
    "rehearsed-directory-rebuild": "ransomware",
    "power-truck": "blackout-72h",
    "one-more-recovery-hand": "flood-server-room",
    "web-new-channel": "vendor-storage-failure",
    "anchored-hosts": "quake-working-hours",
}


@pytest.mark.parametrize(("measure", "name"), MEASURES.items())
def test_measures_do_what_they_are_for(measure: str, name: str, chikusei: LoadedInventory) -> None:
    """With each measure less is lost in the scenario against which it is meant."""
    held = chikusei.inventory
    (chosen,) = (item for item in held.measures if item.id == measure)

    assert loss(patched(held, [chosen]), name, chikusei) < loss(held, name, chikusei)


def loss(inventory: Inventory, name: str, loaded: LoadedInventory) -> Fraction:
    scenario = load_scenario(ROOT / "scenarios" / "chikusei" / f"{name}.yaml", loaded)
    return outlook_of(simulate(inventory, scenario.scenario), inventory, scenario).loss


def test_copies_elsewhere_save_the_data(chikusei: LoadedInventory) -> None:
    """With copies out of the building, the flood takes a day of data and not all of it."""
    held = chikusei.inventory
    scenario = load_scenario(ROOT / "scenarios" / "chikusei" / "flood-server-room.yaml", chikusei)
    (copies,) = (item for item in held.measures if item.id == "departmental-offsite-backup")

    before = simulate(held, scenario.scenario).functions["public-assistance"]
    after = simulate(patched(held, [copies]), scenario.scenario).functions["public-assistance"]
    assert (before.data_loss, after.data_loss) == (None, 24 * 3600)
    assert after.restored == before.restored


def test_every_measure_is_accounted_for(chikusei: LoadedInventory) -> None:
    """A measure has changes that are tried here, or says why it can have none."""
    held = {item.id: item for item in countermeasures(chikusei.inventory.measures)}
    without = {name for name, item in held.items() if not item.changes}

    assert held.keys() - without == MEASURES.keys() | {"departmental-offsite-backup"}
    assert {name for name in without if held[name].status != "done"} == {"flood-barrier"}
    assert held["flood-barrier"].note
    assert all(item.cost is not None for item in held.values())


CHANGES = {
    "electronic-payment": "electronic-payments",
    "one-stop-window": "linked-window",
    "document-management": "managed-documents",
    "electronic-approval": "electronic-approvals",
    "electronic-approval-of-payments": "electronic-approvals",
}
"""Planned changes, and a function that only they bring."""
MOVES = {"health-system-saas", "health-system-iaas", "servers-in-data-centre"}
"""Planned changes that only move what is there."""


def _with(measure: str, chikusei: LoadedInventory) -> Inventory:
    (chosen,) = (item for item in chikusei.inventory.measures if item.id == measure)
    return patched(chikusei.inventory, [chosen])


def _losses(inventory: Inventory, scenario: LoadedScenario) -> dict[str, Fraction]:
    found = simulate(inventory, scenario.scenario).functions
    return {id_: held.loss for id_, held in found.items()}


def test_planned_changes_are_no_measures(chikusei: LoadedInventory) -> None:
    """What the plan considers for other ends is kept apart, says why, and is not begun."""
    changes = open_changes(chikusei.inventory.measures)

    assert {held.id for held in changes} == CHANGES.keys() | MOVES
    assert all(held.status == "idea" for held in changes)
    assert all(held.source and held.left and held.changes for held in changes)


def test_what_a_change_adds_is_marked(chikusei: LoadedInventory) -> None:
    """A component or function that a change brings names its sentence and marks what it assumes."""
    before = {item.id for item in (*chikusei.inventory.components, *chikusei.inventory.functions)}
    for measure in (*CHANGES, *MOVES):
        after = _with(measure, chikusei)
        added = [one for one in (*after.components, *after.functions) if one.id not in before]

        assert all(one.source and one.assumed for one in added)
        assert all(one.name_en for one in added)


@pytest.mark.parametrize(("measure", "function"), CHANGES.items())
def test_a_new_system_is_one_more_to_restore(
    measure: str, function: str, chikusei: LoadedInventory
) -> None:
    """What a change brings stops with the platform, goes on by hand, and is a loss of its own."""
    after = _with(measure, chikusei)
    scenario = load_scenario(ROOT / "scenarios" / "chikusei" / "flood-server-room.yaml", chikusei)
    result = simulate(after, scenario.scenario).functions[function]
    (added,) = (held for held in after.functions if held.id == function)

    assert result.down
    assert added.workaround is not None
    assert loss(after, "flood-server-room", chikusei) > loss(
        chikusei.inventory, "flood-server-room", chikusei
    )


def test_payments_wait_for_the_approval_system(chikusei: LoadedInventory) -> None:
    """Linked to approvals, payments return in a quake with them, and not with their own server."""
    scenario = load_scenario(ROOT / "scenarios" / "chikusei" / "quake-holiday-night.yaml", chikusei)
    apart, linked = (
        simulate(_with(name, chikusei), scenario.scenario).functions
        for name in ("electronic-approval", "electronic-approval-of-payments")
    )

    assert apart["public-payments"].rto_met
    assert not linked["public-payments"].rto_met
    assert linked["public-payments"].restored == linked["electronic-approvals"].restored


def test_a_cloud_form_moves_the_risk(chikusei: LoadedInventory) -> None:
    """The virus of the office does not reach SaaS, but the failure of the provider stops either."""
    held = chikusei.inventory
    saas, iaas = (_with(name, chikusei) for name in ("health-system-saas", "health-system-iaas"))
    folder = ROOT / "scenarios" / "chikusei"
    virus = load_scenario(folder / "ransomware.yaml", chikusei).scenario
    failure = load_scenario(folder / "vendor-storage-failure.yaml", chikusei).scenario

    lost = [simulate(one, virus).functions["health-services"].data_loss for one in (saas, iaas)]
    assert (lost[0], lost[1]) == (0, None)
    assert not simulate(held, failure).functions["health-services"].down
    for one in (saas, iaas):
        assert simulate(one, failure).functions["health-services"].down


def test_a_data_centre_trades_the_flood_for_the_line(chikusei: LoadedInventory) -> None:
    """The data survives the flood of city hall, and a cut line stops what ran on."""
    after = _with("servers-in-data-centre", chikusei)
    folder = ROOT / "scenarios" / "chikusei"
    flood, cut = (
        load_scenario(folder / f"{name}.yaml", chikusei).scenario
        for name in ("flood-server-room", "fibre-cut")
    )
    late = [
        sum(not held.rto_met for held in simulate(one, cut).functions.values())
        for one in (chikusei.inventory, after)
    ]

    assert simulate(chikusei.inventory, flood).functions["shared-documents"].data_loss == 7 * 86400
    assert simulate(after, flood).functions["shared-documents"].data_loss == 0
    assert late == [7, 26]


def test_the_page_tells_what_changes_cost(chikusei: LoadedInventory) -> None:
    """Every figure of the table of changes is what the simulation says, in whole hours."""
    page = (ROOT / "docs" / "data" / "chikusei.md").read_text(encoding="utf-8")
    table = page.split("| 変更 | 被害想定 |")[1].split("\n\n")[0]
    loaded = [load_scenario(path, chikusei) for path in SCENARIOS]
    rows = [line.split(" | ") for line in table.splitlines()[2:]]

    assert len(rows) > len(CHANGES)
    for named, where, *told in rows:
        (scenario,) = (
            held for held in loaded if str(held.scenario.scenario.name).startswith(where)
        )
        before = _losses(chikusei.inventory, scenario)
        for measure in re.findall("`(.+?)`", named):
            after = _losses(_with(measure, chikusei), scenario)
            new = sum(after[id_] for id_ in after.keys() - before.keys())
            known = sum(after[id_] - held for id_, held in before.items())
            figures = [int(text.strip(" |").replace(",", "").replace("−", "-")) for text in told]
            assert figures == [round(float(held)) for held in (new + known, new, known)], measure


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_every_scenario_runs_and_says_what_it_teaches(
    path: Path, chikusei: LoadedInventory
) -> None:
    """Each scenario stops something, says in both languages why it is there, and marks its events."""
    scenario = load_scenario(path, chikusei).scenario
    result = simulate(chikusei.inventory, scenario)

    assert any(held.down for held in result.functions.values())
    assert scenario.scenario.teaches
    assert scenario.scenario.teaches_en
    assert all(event.assumed or event.source for event in scenario.events)


@pytest.mark.parametrize("path", DRILLS, ids=lambda path: path.stem)
def test_every_number_of_a_drill_has_a_source_or_is_marked(
    path: Path, chikusei: LoadedInventory
) -> None:
    """A drill names where it comes from, and each measured criterion whose number it is."""
    drill = load_drill(path, chikusei, None).drill
    measured = [held for held in drill.objectives if held.measure is not None]

    assert drill.drill.source
    assert drill.drill.assumed
    assert [held.id for held in measured if not held.source and not held.assumed] == []
