"""The engine and the slow reference, written apart from the same page, must not differ."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from bcp.inventory.load import LoadedInventory, load_inventory
from bcp.recovery.simulate import simulate
from bcp.report.json import simulation_json
from bcp.report.names import names_of
from bcp.scenario.load import load_scenario
from tests.reference.simulate import read
from tests.reference.simulate import simulate as reference
from tests.reference.strategies import cases
from tests.reference.verify import chain_faults, differences, verify
from tests.support.random_cases import Both, read_both

ROOT = Path(__file__).resolve().parents[2]
INVENTORY = ROOT / "inventory" / "chikusei"
SCENARIOS = sorted((ROOT / "scenarios" / "chikusei").glob("*.yaml"))


@pytest.fixture(scope="module")
def chikusei() -> LoadedInventory:
    """Return the sample city, really loaded."""
    return load_inventory(INVENTORY)


@pytest.mark.property
@pytest.mark.parametrize("strategy", ["slack", "rank"])
@given(case=cases().map(read_both))
def test_the_printed_result_is_that_of_the_reference(strategy: str, case: Both) -> None:
    """On random cases every figure printed, tasks and deadlocks included, is the reference's."""
    result = simulate(case.inventory, case.scenario, strategy)
    printed = simulation_json(result, case.inventory, "en", names_of(case.inventory, "en"))

    expected = reference(case.inventory_tree, case.scenario_tree, strategy)
    assert differences(expected, printed, "result") == []
    assert verify(case.inventory_tree, case.scenario_tree, printed) == []


@pytest.mark.property
@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_chikusei_is_played_as_by_the_reference(path: Path, chikusei: LoadedInventory) -> None:
    """Each scenario of the sample city, really loaded, comes out as by the reference."""
    inventory = chikusei.inventory
    result = simulate(inventory, load_scenario(path, chikusei).scenario)
    printed = simulation_json(result, inventory, "ja", names_of(inventory, "ja"))

    assert differences(reference(*read(INVENTORY, path)), printed, "result") == []
    assert chain_faults(printed) == []


def test_there_are_scenarios_to_compare() -> None:
    """The sample city is where the comparison looks for it."""
    assert len(SCENARIOS) >= 10
