"""Dossiers made of a few lines of YAML."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from bcp.inventory.load import Place
from bcp.inventory.models import Inventory
from bcp.outlook.outlook import Outlook, outlook_of
from bcp.recovery.priority import priority
from bcp.recovery.simulate import simulate
from bcp.report.dossier import Dossier
from bcp.scenario.load import LoadedScenario
from tests.support.tiny import inventory_of, scenario_of

TOWN = """\
organisation: {id: town, name: 町, name_en: Town, outage_weight: 0}
components:
  - {id: site, name: 庁舎, kind: site}
  - {id: power, name: 電力, name_en: Power, kind: power}
  - {id: server, name: サーバ, name_en: Server, kind: server, within: site, requires: [power],
     procedure: rebuild}
  - {id: data, name: データ, kind: data, requires: [server], procedure: restore}
  - {id: phone, name: 電話, kind: network}
functions:
  - {id: desk, name: 窓口, name_en: Counter, department: 市民課, rank: A, rto: 3h, mtpd: 10h,
     requires: [data]}
  - {id: tax, name: 税, rank: B, rto: {normal: 1d, disaster: 2d}, requires: [data, phone]}
  - {id: call, name: 電話応対, rank: S, rto: 1h, requires: [phone]}
teams:
  - {id: ict, name: 情報課, name_en: ICT office, size: 1}
procedures:
  - {id: rebuild, tasks: [{id: build, name: 再構築, crew: {ict: 1}, duration: 10h}]}
  - {id: restore, tasks: [{id: copy, crew: {ict: 1}, duration: 1h, requires: [server]}]}
"""
CRASH = """\
scenario: {id: crash, name: 故障, name_en: Crash, horizon: 3d, likelihood: 0.1}
events: [{at: 0h, damage: {select: {id: [server, data]}}}]
"""
DARK = """\
scenario: {id: dark, name: 停電, name_en: Blackout, horizon: 3d}
events: [{at: 0h, outage: {select: {id: power}, for: 2h}}]
"""


def outlook(inventory: Inventory, text: str) -> Outlook:
    """Play a scenario."""
    scenario = scenario_of(text, inventory)
    loaded = LoadedScenario(scenario, Place("crash.yaml", 1), (), "5ce" * 20)
    return outlook_of(simulate(inventory, scenario), inventory, loaded)


def dossier(text: str = TOWN, *scenarios: str, **more: Any) -> Dossier:
    """Return the dossier of an inventory and its scenarios; CRASH and DARK if none is named."""
    inventory = inventory_of(text)
    held = Dossier(
        inventory=inventory,
        digest="d16e57" * 8,
        version="1.2.3",
        date=None,
        outlooks=tuple(outlook(inventory, one) for one in scenarios or (CRASH, DARK)),
        priority=priority(inventory),
        findings=(),
    )
    return replace(held, **more)


def half(outlooks: tuple[Outlook, ...]) -> tuple[Outlook, ...]:
    """Return *outlooks* in which half of the loss is gone and nobody is late."""
    return tuple(
        replace(
            one,
            loss=one.loss / 2,
            functions={
                id_: replace(held, rto_met=True, loss=held.loss / Fraction(2))
                for id_, held in one.functions.items()
            },
        )
        for one in outlooks
    )
