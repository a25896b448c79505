"""A tiny case that chance decides: two servers, one after the other, and a single person."""

from __future__ import annotations

from typing import Any

from bcp.risk.blocks import Job
from tests.support.tiny import inventory_of, scenario_of

__all__ = ["job_of"]

_INVENTORY = """
components: [{id: a, procedure: fix}, {id: b, procedure: fix, requires: [a]}]
functions: [{id: f, rto: 3h, requires: [b]}]
teams: [{id: ict, size: 1}]
procedures:
- {id: fix, tasks: [{id: do, crew: {ict: 1}, duration: {low: 1h, likely: 2h, high: 9h}}]}
"""


def job_of(scenario: str = "case", **more: Any) -> Job:
    """Return the case as a job; *more* are keys of it, such as its seed."""
    inventory = inventory_of(_INVENTORY)
    damage = "{at: 0h, damage: {select: {id: [a, b]}, share: 60%}}"
    text = f"{{scenario: {{id: {scenario}}}, events: [{damage}]}}"
    return Job(inventory, scenario_of(text, inventory), **more)
