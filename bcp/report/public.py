"""What may be published of a dossier: contacts, addresses, weak points and secrets taken out.

The data is redacted, not the document, so that nothing is left to be shown, whatever is written
from it: neither in a table nor in the text beside a picture nor in the properties of a file.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from bcp.drill.file.models import Head as DrillHead
from bcp.drill.review.history import History, Past
from bcp.drill.review.touched import Touched
from bcp.inventory.facts import Facts, FunctionFacts, PlanFacts
from bcp.inventory.models import Component, Function, Inventory, Procedure, Team
from bcp.outlook.changes import Changes, ItemChange
from bcp.outlook.outlook import Outlook
from bcp.recovery.result import PriorityRow
from bcp.report.dossier import Dossier
from bcp.report.veil import Veil
from bcp.scenario.models import Scenario
from bcp.words import Phrase, Span

__all__ = ["published", "veil_of"]

T = TypeVar("T", Component, Function, Team, Procedure)
_SHOWN_KEYS = frozenset({"name", "name_en", "rank", "rto", "mtpd", "rpo", "weight"})
"""Of a function that changed: what may be told of it."""


def published(dossier: Dossier) -> Dossier:
    """Return what may be published of *dossier*.

    Gone are people, contracts, measures, addresses, backups, findings, critical chains, tasks,
    improvement items and digests; whatever is tagged ``confidential`` has a neutral id and a
    neutral name, wherever it was mentioned.
    """
    veil = veil_of(dossier)
    bare = replace(
        dossier,
        inventory=_inventory(dossier.inventory, veil),
        digest="",
        outlooks=tuple(map(_outlook, dossier.outlooks)),
        after=tuple(map(_outlook, dossier.after)),
        priority=tuple(map(_row, dossier.priority)),
        findings=(),
        effects=(),
        drills=tuple(map(_drill, dossier.drills)),
        history=None if dossier.history is None else _history(dossier.history),
        changes=None if dossier.changes is None else _changes(dossier.changes, veil),
    )
    return veil.over(bare)


def veil_of(dossier: Dossier) -> Veil:
    """Return what hides the names in *dossier*, those of an earlier state included."""
    before = () if dossier.changes is None else (dossier.changes.inventory,)
    return Veil.of(dossier.inventory, *before)


# --- what is left of each part ------------------------------------------------------------------


def _inventory(inventory: Inventory, veil: Veil) -> Inventory:
    roles = [
        role.model_copy(update={"lead": None, "deputies": (), "gathers": "", "gathers_else": ""})
        for role in inventory.roles
    ]
    return inventory.model_copy(
        update={
            "components": tuple(_component(item, veil) for item in inventory.components),
            "functions": tuple(_function(item, veil) for item in inventory.functions),
            "teams": tuple(_neutral(item, veil) for item in inventory.teams),
            "procedures": tuple(_procedure(item, veil) for item in inventory.procedures),
            "measurements": (),
            "people": (),
            "roles": tuple(roles),
            "contracts": (),
            "measures": (),
            "plan": None if inventory.plan is None else _plan(inventory.plan),
        }
    )


def _neutral(item: T, veil: Veil) -> T:
    """Return *item* with nothing that tells what it is, if it is a secret; its id is left."""
    if item.id not in veil.aliases:
        return item
    _, name, name_en = veil.aliases[item.id]
    update: dict[str, object] = {"name": name, "name_en": name_en}
    if not isinstance(item, Procedure):
        update["tags"] = ()
    return item.model_copy(update=update)


def _component(item: Component, veil: Veil) -> Component:
    facts = item.facts and Facts(summary=item.facts.summary, department=item.facts.department)
    if item.id in veil.aliases:
        facts = None
    return _neutral(item, veil).model_copy(update={"facts": facts, "backups": ()})


def _function(item: Function, veil: Veil) -> Function:
    held = item.facts
    facts = held and FunctionFacts(sort=held.sort, outcome=held.outcome, effects=held.effects)
    update: dict[str, object] = {"facts": facts}
    if item.id in veil.aliases:
        update = {"facts": None, "department": "", "department_en": None}
        if item.workaround is not None:
            update["workaround"] = item.workaround.model_copy(update={"name": ""})
    return _neutral(item, veil).model_copy(update=update)


def _procedure(item: Procedure, veil: Veil) -> Procedure:
    if item.id not in veil.aliases:
        return item
    known = {task.id: f"task-{number}" for number, task in enumerate(item.tasks, 1)}
    tasks = tuple(
        task.model_copy(
            update={
                "id": known[task.id],
                "name": "",
                "name_en": None,
                "after": tuple(known[id_] for id_ in task.after),
            }
        )
        for task in item.tasks
    )
    return _neutral(item, veil).model_copy(update={"tasks": tasks})


def _plan(plan: PlanFacts) -> PlanFacts:
    return plan.model_copy(
        update={
            "revisions": tuple(one.model_copy(update={"by": ""}) for one in plan.revisions),
            "distribution": tuple(
                one.model_copy(update={"where": ""}) for one in plan.distribution
            ),
            "related": tuple(one.model_copy(update={"kept": ""}) for one in plan.related),
            "answers": MappingProxyType({}),
            "chapters": tuple(one for one in plan.chapters if one.public),
        }
    )


def _outlook(outlook: Outlook) -> Outlook:
    functions = {id_: replace(held, chain=(), causes=()) for id_, held in outlook.functions.items()}
    return replace(
        outlook,
        scenario=_scenario(outlook.scenario),
        digest="",
        functions=functions,
        order=tuple(map(_row, outlook.order)),
        tasks=(),
        task_count=0,
        deadlocks=(),
        findings=(),
        finding_count=0,
        skipped=(),
    )


def _scenario(scenario: Scenario) -> Scenario:
    head = scenario.scenario.model_copy(update={"teaches": None, "teaches_en": None})
    return scenario.model_copy(update={"scenario": head})


def _row(row: PriorityRow) -> PriorityRow:
    """Return a row whose reason says who waits and until when, not that it will be too late."""
    held = row.reason
    if not held.key.startswith("reason-late") or row.required_by is None:
        return row
    key = held.key.replace("reason-late", "reason-by")
    values = {**held.values, "by": Span(row.required_by)}
    return replace(row, reason=Phrase(key, values))


def _drill(head: DrillHead) -> DrillHead:
    return head.model_copy(update={"place": None, "safety": None, "stop_when": None})


def _history(history: History) -> History:
    return History(
        pasts=tuple(map(_past, history.pasts)), trends=history.trends, overdue=(), items=()
    )


def _past(past: Past) -> Past:
    nothing = frozenset[str]()
    touched = Touched(nothing, nothing, nothing, nothing)
    return replace(past, head=_drill(past.head), items=(), touched=touched)


def _changes(changes: Changes, veil: Veil) -> Changes:
    return Changes(
        label="",
        inventory=_inventory(changes.inventory, veil),
        digest="",
        outlooks={id_: _outlook(held) for id_, held in changes.outlooks.items()},
        items=tuple(filter(None, map(_change, changes.items))),
    )


def _change(item: ItemChange) -> ItemChange | None:
    """Return what may be told of a change: functions and their targets only."""
    if item.section != "functions":
        return None
    shown = tuple(one for one in item.fields if one.key.partition(".")[0] in _SHOWN_KEYS)
    return replace(item, fields=shown) if shown or item.kind != "changed" else None
