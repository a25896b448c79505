"""Plays the scenarios of an inventory one after the other and keeps an :class:`Outlook` of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bcp.graph.network import build_network
from bcp.inventory.models import Inventory
from bcp.outlook.outlook import Outlook, outlook_of
from bcp.recovery.simulate import simulate
from bcp.recovery.strategy import Strategy
from bcp.scenario.load import LoadedScenario

__all__ = ["outlooks_of"]


def outlooks_of(
    inventory: Inventory, scenarios: Iterable[LoadedScenario], strategy: Strategy
) -> Iterator[Outlook]:
    """Yield what each of *scenarios* does; no whole result is held while the next one is played.

    Parameters
    ----------
    inventory
        What the organisation has.
    scenarios
        Their ids exist in the inventory.
    strategy
        Who goes first when crews are short.
    """
    network = build_network(inventory)
    for loaded in scenarios:
        yield outlook_of(simulate(inventory, loaded.scenario, strategy, network), inventory, loaded)
