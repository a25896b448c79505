"""Results as the JSON of model.md section 6: its keys are a contract, others come beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from bcp.graph.explain import Explanation
from bcp.graph.network import Need
from bcp.inventory.models import Component, Function, Inventory
from bcp.recovery.result import (
    ComponentResult,
    Finding,
    FunctionResult,
    Interval,
    Link,
    PriorityRow,
    Result,
)
from bcp.recovery.works import Done
from bcp.report.names import called, department_of
from bcp.units import DAY, HOUR, MONTH, WEEK, format_duration
from bcp.words import Lang, Names, render
from bcp.words.findings import WORDS as FINDINGS
from bcp.words.recovery import WORDS as RECOVERY

Json = dict[str, Any]
BEYOND = -1
"""The tier of what is required later than the last band (`PriorityRow.tier`)."""


def rounded(value: Fraction | None) -> float | None:
    """Return *value* with nine decimals."""
    return None if value is None else round(float(value), 9)


def tier_text(tier: int | None, tiers: Iterable[int]) -> str | None:
    """Return a band of the priority table as the files write it; ``>1mo`` beyond the last.

    Examples
    --------
    >>> tier_text(86400, ()), tier_text(2592000, ()), tier_text(-1, (3600, 2592000))
    ('24h', '1mo', '>1mo')
    """
    if tier is None:
        return None
    if tier == BEYOND:
        return f">{_band(max(tiers))}"
    return _band(tier)


def _band(seconds: int) -> str:
    if seconds == DAY:
        return f"{DAY // HOUR}h"
    for unit, size in (("mo", MONTH), ("w", WEEK)):
        if seconds % size == 0:
            return f"{seconds // size}{unit}"
    return format_duration(seconds)


def simulation_json(result: Result, inventory: Inventory, lang: Lang, names: Names) -> Json:
    """Return what ``bcp simulate --json`` prints."""
    components = {component.id: component for component in inventory.components}
    functions = {function.id: function for function in inventory.functions}
    return {
        "scenario": result.scenario,
        "inventory": result.inventory,
        "strategy": result.strategy,
        "horizon_s": result.horizon,
        "loss": rounded(result.loss),
        "bound": rounded(result.bound),
        "components": {
            id_: _component(components[id_], held, lang) for id_, held in result.components.items()
        },
        "functions": {
            id_: _function(functions[id_], held, lang, names)
            for id_, held in result.functions.items()
        },
        "recovery_order": [_recovery_row(row, lang, names) for row in result.order],
        "tasks": [_task(done, result.crews) for done in result.tasks],
        "deadlocks": [[*knot] for knot in result.deadlocks],
        "findings": [finding_json(held, lang, names) for held in result.findings],
    }


def _intervals(down: Iterable[Interval]) -> list[list[int | None]]:
    return [[start, end] for start, end in down]


def _component(component: Component, held: ComponentResult, lang: Lang) -> Json:
    return {
        "name": called(component, lang),
        "kind": component.kind,
        "damaged": held.damaged,
        "down": _intervals(held.down),
        "causes": [*held.causes],
        "data_loss_s": held.data_loss,
    }


def _function(function: Function, held: FunctionResult, lang: Lang, names: Names) -> Json:
    return {
        "name": called(function, lang),
        "department": department_of(function, lang),
        "rank": function.rank,
        "down": _intervals(held.down),
        "restored_s": held.restored,
        "downtime_s": held.downtime,
        "rto_s": held.rto,
        "rto_met": held.rto_met,
        "mtpd_s": held.mtpd,
        "mtpd_met": held.mtpd_met,
        "rpo_s": held.rpo,
        "data_loss_s": held.data_loss,
        "rpo_met": held.rpo_met,
        "causes": [*held.causes],
        "critical_chain": [link_json(link, lang, names) for link in held.chain],
        "levels": [[moment, rounded(level)] for moment, level in held.levels],
        "loss": rounded(held.loss),
    }


def link_json(link: Link, lang: Lang, names: Names) -> Json:
    """Return one link of a critical chain."""
    return {
        "from_s": link.start,
        "to_s": link.end,
        "what": link.what,
        "id": link.id,
        "why": render(RECOVERY, link.why, lang, names),
    }


def _recovery_row(row: PriorityRow, lang: Lang, names: Names) -> Json:
    return {
        "rank": row.rank,
        "component": row.component,
        "name": names[row.component],
        "required_by_s": row.required_by,
        "latest_start_s": row.latest_start,
        "start_s": row.earliest_start,
        "finish_s": row.finish,
        "slack_s": row.slack,
        "unlocks": [*row.unlocks],
        "reason": render(RECOVERY, row.reason, lang, names),
    }


def _task(done: Done, crews: Mapping[tuple[str, str], Mapping[str, int]]) -> Json:
    work = done.work
    return {
        "component": work.component,
        "procedure": work.procedure,
        "task": work.task,
        "crew": dict(crews[work.procedure, work.task]),
        "start_s": done.start,
        "finish_s": done.finish,
    }


def finding_json(finding: Finding, lang: Lang, names: Names) -> Json:
    """Return a finding."""
    return {
        "kind": finding.kind,
        "severity": finding.severity,
        "ids": [*finding.ids],
        "text": render(FINDINGS, finding.phrase, lang, names),
    }


def priority_json(
    rows: Sequence[PriorityRow],
    inventory: Inventory,
    scenario: str | None,
    lang: Lang,
    names: Names,
) -> Json:
    """Return what ``bcp priority --json`` prints."""
    tiers = inventory.organisation.tiers
    return {
        "inventory": inventory.organisation.id,
        "scenario": scenario,
        "order": [
            {
                "rank": row.rank,
                "component": row.component,
                "name": names[row.component],
                "tier": tier_text(row.tier, tiers),
                "required_by_s": row.required_by,
                "latest_start_s": row.latest_start,
                "earliest_start_s": row.earliest_start,
                "finish_s": row.finish,
                "slack_s": row.slack,
                "unlocks": [*row.unlocks],
                "reason": render(RECOVERY, row.reason, lang, names),
            }
            for row in rows
        ],
    }


def explanation_json(held: Explanation, names: Names) -> Json:
    """Return what ``bcp show --json`` prints of a component or function."""
    return {
        "id": held.id,
        "name": names[held.id],
        "needs": [_need(need) for need in held.needs],
        "start_needs": [_need(need) for need in held.start_needs],
        "repair_needs": [{"task": task, **_need(need)} for task, need in held.repair_needs],
        "needed_by": [*held.needed_by],
        "repairs": [*held.repairs],
        "holds": [*held.holds],
        "contains": [*held.contains],
        "stands_in": [*held.stands_in],
        "all_needs": [*held.all_needs],
        "all_needed_by": [*held.all_needed_by],
        "stops": [*held.stops],
    }


def _need(need: Need) -> Json:
    if need.staff is not None:
        return {"team": need.staff.team, "at_least": need.at_least}
    return {
        "any_of": [*need.providers],
        "at_least": need.at_least,
        "holdover_s": need.holdover,
        "held_by": need.held_by,
        "switchover_s": need.switchover,
    }
