"""The sample cities: as large as promised, and honest about where every value comes from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bcp.drill.file.load import load_drill
from bcp.fields import Item
from bcp.inventory.load import LoadedInventory, load_inventory
from bcp.recovery.simulate import simulate
from bcp.scenario.load import load_scenario

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
    for section in (held.components, held.functions, held.teams, held.procedures):
        yield from section


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
