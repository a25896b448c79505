"""Tiny scenarios as if they had been read from files, and what all of them do."""

from __future__ import annotations

from collections.abc import Sequence

from bcp.inventory.load import Place
from bcp.inventory.models import Inventory
from bcp.outlook.outlook import Outlook
from bcp.outlook.playing import outlooks_of
from bcp.scenario.load import LoadedScenario
from tests.support.tiny import scenario_of


def loaded(inventory: Inventory, *texts: str) -> list[LoadedScenario]:
    """Return scenarios as if they had been read from files."""
    return [
        LoadedScenario(scenario_of(text, inventory), Place(f"{number}.yaml", 1), (), "")
        for number, text in enumerate(texts)
    ]


def outlooks(inventory: Inventory, scenarios: Sequence[LoadedScenario]) -> dict[str, Outlook]:
    """Return what each scenario does, by its id."""
    return {held.head.id: held for held in outlooks_of(inventory, scenarios, "slack")}
