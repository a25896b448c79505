"""Inzai: the plan's own story of telling citizens, its schools, and its what-ifs, as data."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

from bcp.inventory.load import LoadedInventory
from bcp.inventory.patch import patched
from bcp.recovery.result import Result
from bcp.recovery.simulate import simulate
from bcp.scenario.load import load_scenario
from tests.support import sample_laws as laws

NAME = "inzai"
SCENARIOS = {path.stem: path for path in laws.scenarios_of(NAME)}
CHANNELS = ("disaster-web", "disaster-mail", "area-alerts", "neighbourhood-fax")
COLUMNS = (
    "channels-fail",
    "quake-holiday-night",
    "pandemic",
    "school-malware",
    "office-network-fault",
)
"""The scenarios in the order of the page's table of effects."""


@pytest.fixture(scope="module")
def inzai() -> LoadedInventory:
    """Return the inventory of Inzai."""
    return laws.city(NAME)


@pytest.fixture(scope="module")
def page() -> str:
    """Return the page that says where the data come from."""
    return laws.page_of(NAME)


@pytest.fixture(scope="module")
def played(inzai: LoadedInventory) -> dict[str, Result]:
    """Return what every scenario does to the city as it is."""
    return {name: laws.play(inzai, path) for name, path in SCENARIOS.items()}


def _with(loaded: LoadedInventory, scenario: str, *measures: str) -> Result:
    held = {item.id: item for item in loaded.inventory.measures}
    inventory = patched(loaded.inventory, [held[name] for name in measures])
    return simulate(inventory, load_scenario(SCENARIOS[scenario], loaded).scenario)


def _down(result: Result, function: str) -> Fraction:
    """Return for how many hours in all a function is down."""
    return sum(
        (
            Fraction((result.horizon if end is None else end) - start, 3600)
            for start, end in result.functions[function].down
        ),
        Fraction(0),
    )


# ---- honest data


def test_as_large_as_promised(inzai: LoadedInventory) -> None:
    """There are the systems of the plan, enough around them, and three to five scenarios."""
    held = inzai.inventory

    assert len(held.components) >= 60
    assert len(held.functions) >= 25
    assert 3 <= len(SCENARIOS) <= 5
    assert set(SCENARIOS) == set(COLUMNS)


def test_every_value_is_from_the_plan_or_marked(inzai: LoadedInventory) -> None:
    """What an item says beyond its name is sourced or assumed, and no number passes for a fact."""
    assert laws.unmarked_values(inzai) == []
    assert laws.unmarked_numbers(inzai) == []


def test_every_item_can_be_read(inzai: LoadedInventory) -> None:
    """Items have both names, short enough for a table, and nobody can be called."""
    long = [item.id for item in inzai.inventory.components if len(item.name) > 18]

    assert laws.one_language(inzai) == []
    assert laws.incomplete_functions(inzai) == []
    assert laws.reachable(inzai) == []
    assert long == []


def test_the_page_tells_what_the_files_hold(inzai: LoadedInventory, page: str) -> None:
    """Its counts are right, its ids exist, and every sourced item stands in its table."""
    scenarios = list(SCENARIOS.values())

    assert laws.improper_counts(inzai, scenarios, page) == []
    assert laws.strangers(inzai, scenarios, page) == []
    assert laws.unlisted(inzai, page) == []


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_scenario_is_complete(name: str, inzai: LoadedInventory) -> None:
    """A scenario stops something, marks its events, and says in both languages what it teaches."""
    assert laws.scenario_faults(inzai, SCENARIOS[name]) == []


def test_the_schools_add_up(inzai: LoadedInventory) -> None:
    """The plan counts 31 places: 29 schools, the board and the center, each with PCs."""
    held = inzai.inventory.components
    schools = {item.id for item in held if "school" in item.tags}
    lots = [item for item in held if "school-pc" in item.tags]
    radios = [item for item in held if item.id.startswith("shelter-radio-")]

    assert len(schools) + len({"education-board-pcs", "education-center-pcs"}) == 31
    assert {item.within for item in lots} == schools
    assert len(lots) == 2 * len(schools)
    assert {item.within for item in radios} == {item.id for item in held if "shelter" in item.tags}


# ---- the story of the plan


def test_one_channel_after_the_other_falls_silent(played: dict[str, Result]) -> None:
    """In the blackout phones go at 8 hours, city hall at 24, the radio at 48, and then nothing."""
    result = played["channels-fail"]
    hour = 3600
    lasts = {name: result.functions[name].down[-1] for name in CHANNELS}
    radio = result.functions["evacuation-broadcast"].down

    assert [lasts[name][0] for name in CHANNELS] == [24 * hour, 8 * hour, 8 * hour, 0]
    assert radio == result.functions["word-to-citizens"].down
    assert radio == ((48 * hour, 72 * hour + 300),)


def test_mutual_hosting_ends_the_silence_but_not_the_dead_phones(inzai: LoadedInventory) -> None:
    """With the partner's page the web is back in an hour; mail and alerts stay as they were."""
    after = _with(inzai, "channels-fail", "mutual-web-hosting")
    before = _with(inzai, "channels-fail")

    assert _down(after, "word-to-citizens") == 0
    assert _down(after, "disaster-web") == 1
    for same in ("disaster-mail", "area-alerts", "evacuation-broadcast"):
        assert _down(after, same) == _down(before, same)


@pytest.mark.parametrize("measure", ["fuel-for-72h", "radio-batteries-72h"])
def test_power_keeps_the_radio_speaking(measure: str, inzai: LoadedInventory) -> None:
    """More fuel or bigger batteries keep the radio up for the three days."""
    assert _down(_with(inzai, "channels-fail", measure), "evacuation-broadcast") == 0


def test_one_console_is_fewer_than_three(inzai: LoadedInventory, played: dict[str, Result]) -> None:
    """While city hall is closed, integration delays the first broadcast unless a branch can speak."""
    name, one = "quake-holiday-night", "radio-integration"

    assert _down(played[name], "evacuation-broadcast") == 1
    assert _down(_with(inzai, name, one), "evacuation-broadcast") == Fraction(73, 12)
    both = _with(inzai, name, one, "second-radio-console")
    assert _down(both, "evacuation-broadcast") == 1
    assert played[name].functions["resident-certificates"].restored == 64 * 3600 + 55 * 60


def test_double_first_and_merge_afterwards(
    inzai: LoadedInventory, played: dict[str, Result]
) -> None:
    """Merging alone stops the counter that did not stop; doubling saves three channels."""
    name, counter = "office-network-fault", "resident-certificates"
    merged = _with(inzai, name, "network-merging")
    doubled = _with(inzai, name, "network-doubling")
    both = _with(inzai, name, "network-doubling", "network-merging")
    stopped = {held for held in (*CHANNELS, "evacuation-broadcast") if _down(played[name], held)}

    assert stopped == {"disaster-web", "disaster-mail", "area-alerts"}
    assert _down(played[name], "area-alerts") == Fraction(83, 10)
    assert _down(played[name], counter) == 0
    assert _down(merged, counter) == Fraction(35, 4)
    assert _down(doubled, "area-alerts") == Fraction(14, 60)
    assert _down(both, counter) == Fraction(41, 60)


def test_the_pandemic_of_the_plan(inzai: LoadedInventory, played: dict[str, Result]) -> None:
    """Closed schools stop the records for three weeks, the cloud does not; few people stop desks."""
    before = played["pandemic"]
    after = _with(inzai, "pandemic", "school-affairs-cloud")

    assert _down(before, "school-records") == 21 * 24 + Fraction(1, 6)
    assert _down(after, "school-records") == 0
    assert _down(before, "ict-support") == 28 * 24
    assert int(_down(before, "library-lending") / 24) == 39


def test_the_schools_wait_for_people(inzai: LoadedInventory, played: dict[str, Result]) -> None:
    """Records are gone for 9 days and classes for 16; staff shorten it, and copies save the data."""
    before = played["school-malware"]
    staffed = _with(inzai, "school-malware", "ict-supporters")
    copied = _with(inzai, "school-malware", "education-backup")
    sealed = _with(inzai, "school-malware", "education-encryption")
    days = [int(_down(before, name) / 24) for name in ("school-records", "class-ict")]
    last = max(task.finish for task in before.tasks)
    lots = {task.work.component for task in before.tasks if task.work.component.endswith("-pcs")}

    assert days == [9, 16]
    assert len(lots) == 60
    assert int(last / 86400) == 30
    assert _down(staffed, "class-ict") < 10 * 24
    assert before.functions["school-records"].data_loss is None
    assert copied.functions["school-records"].data_loss == 14 * 86400
    assert _down(copied, "school-records") == _down(before, "school-records")
    assert sealed.functions["school-records"].data_loss is None
    assert _down(sealed, "materials") > _down(before, "materials")


# ---- what-ifs


def test_every_measure_can_be_tried_or_says_why_not(inzai: LoadedInventory) -> None:
    """A measure has changes, cost and lead time; encryption of exports changes no outage."""
    without = [item.id for item in inzai.inventory.measures if not item.changes]

    assert laws.idle_measures(inzai) == []
    assert without == ["output-encryption"]


def _table(page: str) -> dict[tuple[str, ...], list[int]]:
    """Return the table of effects: the measures of a row, and its figures."""
    rows = re.search(r"^### 対策の効果\n(.*?)(?=^## )", page, re.MULTILINE | re.DOTALL)
    assert rows is not None
    found = {}
    for line in rows.group(1).splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == len(COLUMNS) + 1 and "`" in cells[0]:
            figures = [int(cell.replace("−", "-").replace(",", "")) for cell in cells[1:]]
            found[tuple(re.findall(r"`([a-z0-9-]+)`", cells[0]))] = figures
    return found


def test_the_effects_on_the_page_are_those_of_the_tool(inzai: LoadedInventory, page: str) -> None:
    """Every figure of the table of measures is what the simulation gives, nil and worse included."""
    table = _table(page)
    base = {name: laws.outlook(inzai, path).loss for name, path in SCENARIOS.items()}
    right = {
        row: [
            round(laws.outlook(inzai, SCENARIOS[name], *row).loss - base[name]) for name in COLUMNS
        ]
        for row in table
    }
    single = {row[0] for row in table if len(row) == 1}

    assert table == right
    assert single == {item.id for item in inzai.inventory.measures if item.changes}


def test_the_second_trunk_helps_when_the_first_is_cut(
    inzai: LoadedInventory, tmp_path: Path
) -> None:
    """No scenario cuts the schools' trunk line by itself; where one does, the second carries on."""
    path = tmp_path / "cut.yaml"
    path.write_text(
        "scenario: {id: cut, starts: 2026-12-01T10:00}\n"
        "events: [{at: 0h, damage: {select: {id: education-line}}}]\n",
        encoding="utf-8",
    )
    scenario = load_scenario(path, inzai).scenario
    (second,) = (item for item in inzai.inventory.measures if item.id == "education-second-line")

    before = simulate(inzai.inventory, scenario)
    after = simulate(patched(inzai.inventory, [second]), scenario)
    assert _down(before, "class-ict") > 6
    assert _down(after, "class-ict") < 1
