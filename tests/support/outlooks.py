"""Tiny scenarios, played and kept as reports keep them."""

from __future__ import annotations

from bcp.inventory.load import Place
from bcp.inventory.models import Inventory
from bcp.outlook.outlook import Outlook, outlook_of
from bcp.recovery.result import Result
from bcp.recovery.simulate import simulate
from bcp.scenario.load import LoadedScenario
from bcp.scenario.models import Scenario
from tests.support.tiny import inventory_of, scenario_of

TOWN = """
organisation: {id: town, name: 町, name_en: Town}
components:
  - {id: server, name: サーバ, name_en: Server, kind: server, procedure: rebuild}
  - {id: network, name: 回線, name_en: Line, kind: network, procedure: splice}
  - {id: spare, name: 予備, name_en: Spare, kind: server, procedure: rebuild}
functions:
  - {id: desk, name: 窓口, name_en: Desk, rank: A, rto: 4h, mtpd: 6h, requires: [server]}
  - {id: web, name: 広報, name_en: Web, rank: S, rto: 3h, mtpd: 24h, requires: [network]}
  - {id: books, name: 図書, name_en: Books, rank: B, rto: 2d, requires: [server, network]}
teams:
  - {id: ict, name: 情報課, name_en: ICT, size: 2}
  - {id: carrier, name: 通信会社, name_en: Carrier, size: 1}
  - {id: others, name: 建築課, name_en: Builders, size: 3}
procedures:
  - id: rebuild
    tasks:
      - {id: install, crew: {ict: 1}, duration: 6h}
      - {id: restore, crew: {ict: 2}, duration: 2h, after: [install]}
  - {id: splice, tasks: [{id: dig, crew: {carrier: 1}, duration: 2h}]}
"""
"""A server takes eight hours, a line two; nobody needs the spare."""
BOTH = """
scenario: {id: both, name: 両方, name_en: Both, horizon: 10d}
events:
  - {at: 0h, damage: {select: {id: server}}}
  - {at: 1h, damage: {select: {id: network}}}
"""
"""The desk is down 0h-8h, the web 1h-3h, the books 0h-8h."""
NOTHING = """
scenario: {id: nothing, name: 無事, name_en: Nothing, horizon: 10d}
events: [{at: 0h, outage: {select: {id: spare}, for: 1h}}]
"""
NEVER = """
scenario: {id: never, name: 未復旧, name_en: Never, horizon: 2d}
events: [{at: 0h, outage: {select: {id: network}}}]
"""


def town() -> Inventory:
    """Return the inventory that the scenarios are about."""
    return inventory_of(TOWN)


def played(text: str, inventory: Inventory | None = None) -> tuple[Scenario, Result]:
    """Return a scenario, and what it does."""
    held = inventory or town()
    scenario = scenario_of(text, held)
    return scenario, simulate(held, scenario)


def outlook(text: str, inventory: Inventory | None = None) -> Outlook:
    """Return what reports keep of a scenario."""
    held = inventory or town()
    scenario, result = played(text, held)
    return outlook_of(result, held, LoadedScenario(scenario, Place("case.yaml", 1), (), "d" * 32))
