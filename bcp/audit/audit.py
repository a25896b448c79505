"""Every look at an inventory, one after another: the findings of ``bcp check``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import get_args

from bcp.audit.audited import Audited
from bcp.audit.backups import backups, circular_backups
from bcp.audit.people import one_person, roles_of_one, too_few_people, wanted_at_once
from bcp.audit.places import struck_places
from bcp.audit.reach import loose_ends, unneeded
from bcp.audit.redundancy import false_redundancy, same_carrier, same_room
from bcp.audit.reserves import falling_reserves, short_reserves
from bcp.audit.single import pairs, single_points
from bcp.audit.starts import knots_of_starts
from bcp.audit.targets import (
    contradictory_targets,
    crowded_rank,
    impossible_targets,
    targets_below_startup,
)
from bcp.graph.network import build_network
from bcp.inventory.models import Inventory
from bcp.memory import paused_gc
from bcp.recovery.procedures import measure
from bcp.recovery.result import Finding, Severity
from bcp.scenario.models import Scenario

LOOKS: tuple[Callable[[Audited], Iterator[Finding]], ...] = (
    impossible_targets,
    targets_below_startup,
    contradictory_targets,
    crowded_rank,
    knots_of_starts,
    backups,
    circular_backups,
    too_few_people,
    one_person,
    wanted_at_once,
    roles_of_one,
    falling_reserves,
    short_reserves,
    false_redundancy,
    same_room,
    same_carrier,
    struck_places,
    single_points,
    pairs,
    unneeded,
    loose_ends,
)
"""In the order in which findings of one severity are told."""


def audit(
    inventory: Inventory, scenarios: Sequence[Scenario] = (), day: date | None = None
) -> tuple[Finding, ...]:
    """Return the findings of an inventory and of the scenarios written for it.

    Parameters
    ----------
    inventory
        What the organisation has, free of faults.
    scenarios
        What the plan is rehearsed against; their ids exist in the inventory.
    day
        The day by which old tests are judged; that of the plan if left out.

    Returns
    -------
    tuple of Finding
        The most serious first; within a kind, in the order of the files. Empty: nothing found.
    """
    network = build_network(inventory)
    if day is None and inventory.plan is not None:
        day = inventory.plan.day
    audited = Audited(inventory, scenarios, network, measure(network), day)
    with paused_gc():
        findings = [held for look in LOOKS for held in look(audited)]
    grades = get_args(Severity)
    return tuple(sorted(findings, key=lambda held: grades.index(held.severity)))
