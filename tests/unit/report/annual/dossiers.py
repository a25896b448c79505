"""Dossiers for the tests of the annual plan, played from tiny files."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

from bcp.audit.audit import audit
from bcp.drill.file.models import Head as DrillHead
from bcp.drill.live.objectives import Item
from bcp.drill.review.history import History, OverdueItem, Past
from bcp.drill.review.touched import Touched
from bcp.inventory.load import Place
from bcp.inventory.models import Inventory
from bcp.inventory.patch import patched
from bcp.outlook.changes import Changes, FieldChange, ItemChange
from bcp.outlook.effects import Effect
from bcp.outlook.outlook import Outlook, outlook_of
from bcp.recovery.priority import priority
from bcp.recovery.simulate import simulate
from bcp.report.dossier import Dossier
from bcp.scenario.load import LoadedScenario
from bcp.scenario.models import Scenario
from tests.support.tiny import inventory_of, scenario_of

DAY = dt.date(2026, 4, 1)

TINY = """
components:
  - {id: hall, name: 役場, kind: site}
  - {id: power, name: 電源, kind: power, within: hall, procedure: mend}
  - {id: server, name: サーバ, kind: server, within: hall, requires: [power], procedure: mend}
  - {id: resident, name: 住民記録, kind: service, requires: [server]}
functions:
  - {id: desk, name: 窓口, department: 市民課, rank: S, rto: 3h, requires: [resident]}
teams:
  - {id: staff, name: 職員, size: 2}
procedures:
  - id: mend
    tasks: [{id: fix, name: 修理, crew: {staff: 1}, duration: 4h}]
"""
QUAKE = """
scenario: {id: quake, name: 地震}
events: [{at: 0h, damage: {select: {id: [power, server]}}}]
"""


def outlook(inventory: Inventory, text: str, digest: str = "d1d2d3d4d5d6d7d8") -> Outlook:
    """Return what is kept of a scenario played on *inventory*."""
    scenario = scenario_of(text, inventory)
    return _kept(inventory, scenario, digest)


def _kept(inventory: Inventory, scenario: Scenario, digest: str) -> Outlook:
    loaded = LoadedScenario(scenario, Place("quake.yaml", 1), (), digest)
    return outlook_of(simulate(inventory, scenario), inventory, loaded)


def dossier(inventory: str = TINY, *scenarios: str, **more: Any) -> Dossier:
    """Return a dossier of a tiny inventory and its scenarios."""
    held = inventory_of(inventory)
    texts = scenarios or (QUAKE,)
    planned = [one for one in held.measures if one.status in ("planned", "doing")]
    after = patched(held, planned) if planned else None
    return Dossier(
        inventory=held,
        digest="abcdef0123456789",
        version="1.2.3",
        date=more.pop("date", DAY),
        outlooks=tuple(outlook(held, text) for text in texts),
        priority=priority(held),
        findings=tuple(audit(held, [scenario_of(text, held) for text in texts])),
        after=tuple(outlook(after, text) for text in texts) if after else (),
        **more,
    )


def history(drill: DrillHead, text: str) -> History:
    """Return the history of a drill whose one improvement says *text*."""
    item = Item("item-1", None, text, text, dt.date(2026, 1, 1), None)
    past = Past(
        record="2025-11-05-drill",
        head=drill,
        inventory="town",
        on=dt.date(2025, 11, 5),
        by="people",
        is_ended=True,
        down=3,
        met=2,
        over=60,
        objectives=1,
        reached=1,
        items=(item,),
        touched=Touched(components=frozenset({"server"}), functions=frozenset({"desk"})),
    )
    return History((past,), {past.record: "first"}, (), (OverdueItem(past.record, item),))


def changes(before: str, text: str, *items: ItemChange) -> Changes:
    """Return what changed since *before*, and a field whose old value was *text*."""
    held = inventory_of(before)
    change = ItemChange("components", "server", "changed", (FieldChange("facts.model", text, ""),))
    outlooks = {"quake": outlook(held, QUAKE)}
    return Changes("../old", held, "0123456789abcdef", outlooks, (change, *items))


def effect(measure: str) -> Effect:
    """Return a measure that avoids half of what the earthquake costs."""
    losses = {"quake": (Fraction(10), Fraction(5))}
    return Effect(measure, losses, {"quake": ("desk",)}, {"quake": ()})
