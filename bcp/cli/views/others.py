"""A team or a procedure: who they are, what is done, and where they are wanted."""

from __future__ import annotations

from typing import Any

from bcp.cli.moments import length, moment
from bcp.cli.opening import Opened
from bcp.cli.paper import Paper
from bcp.cli.views.item import write_tree
from bcp.cli.views.measured import measured_task
from bcp.errors import UsageError
from bcp.inventory.models import Inventory, Procedure, Task, Team
from bcp.units import Amount
from bcp.words import join, say
from bcp.words.cli import WORDS


def other_json(opened: Opened, id_: str) -> dict[str, Any]:
    """Return what ``bcp show --json`` prints of a team or procedure."""
    inventory = opened.loaded.inventory
    held = _find(inventory, id_)
    document: dict[str, Any] = {"id": id_, "name": opened.names[id_]}
    if isinstance(held, Team):
        staffs = [f.id for f in inventory.functions if f.staff and f.staff.team == id_]
        return document | {"size": held.size, "tasks": _tasks_of(inventory, id_), "staffs": staffs}
    tasks = [
        {
            "id": task.id,
            "crew": dict(task.crew),
            "duration_s": task.duration.mean,
            "after": [*task.after],
        }
        for task in held.tasks
    ]
    return document | {"tasks": tasks, "recovers": _recovers(inventory, id_)}


def wrong_item(inventory: Inventory, id_: str) -> UsageError:
    """Return why *id_* is neither a component nor a function: it is something else, or nothing."""
    if any(item.id == id_ for item in (*inventory.teams, *inventory.procedures)):
        return UsageError("item-not-played", name=id_)
    return _unknown(inventory, id_)


def show_other(opened: Opened, id_: str) -> None:
    """Write what there is to say about a team or procedure."""
    paper, lang = Paper(), opened.lang
    held = _find(opened.loaded.inventory, id_)
    place = opened.loaded.places[id_]
    paper.text(f"{opened.names[id_]} ({id_})", "title")
    paper.text(say(WORDS, "fact-place", lang, file=place.file, line=place.line), first="  ")
    if isinstance(held, Team):
        _show_team(paper, opened, held)
    else:
        _show_procedure(paper, opened, held)


def _find(inventory: Inventory, id_: str) -> Team | Procedure:
    teams = {team.id: team for team in inventory.teams}
    procedures = {procedure.id: procedure for procedure in inventory.procedures}
    held = teams.get(id_) or procedures.get(id_)
    if held is None:
        raise _unknown(inventory, id_)
    return held


def _unknown(inventory: Inventory, id_: str) -> UsageError:
    from difflib import get_close_matches

    items = (*inventory.components, *inventory.functions, *inventory.teams, *inventory.procedures)
    near = get_close_matches(id_, [item.id for item in items], n=3)
    if near:
        return UsageError("no-item-near", name=id_, nearest=", ".join(near))
    return UsageError("no-item", name=id_)


def _tasks_of(inventory: Inventory, team: str) -> list[str]:
    return [
        f"{procedure.id}/{task.id}"
        for procedure in inventory.procedures
        for task in procedure.tasks
        if team in task.crew
    ]


def _recovers(inventory: Inventory, procedure: str) -> list[str]:
    return [c.id for c in inventory.components if procedure in c.procedure]


def _show_team(paper: Paper, opened: Opened, team: Team) -> None:
    lang, names, inventory = opened.lang, opened.names, opened.loaded.inventory
    key = "team-vendor" if team.vendor else "team-own"
    paper.text(say(WORDS, key, lang, size=team.size), first="  ")
    if team.assembly:
        steps = (f"{moment(at, lang)} {_amount(share)}" for at, share in team.assembly.items())
        paper.text(
            say(WORDS, "team-assembly", lang, steps=join(steps, lang)), first="  ", rest="    "
        )
    staffs = [f for f in inventory.functions if f.staff and f.staff.team == team.id]
    if staffs:
        paper.heading(say(WORDS, "team-staffs", lang, number=len(staffs)))
        write_tree(paper, [f"{names[f.id]} ({f.id})" for f in staffs], lang, None)
    tasks = _tasks_of(inventory, team.id)
    if tasks:
        paper.heading(say(WORDS, "team-tasks", lang, number=len(tasks)))
        write_tree(paper, [f"{names[task]} ({task})" for task in tasks], lang, None)


def _amount(amount: Amount) -> str:
    return str(amount) if isinstance(amount, int) else f"{float(amount):.0%}"


def _show_procedure(paper: Paper, opened: Opened, procedure: Procedure) -> None:
    lang = opened.lang
    paper.heading(say(WORDS, "procedure-tasks", lang))
    write_tree(paper, [_task(task, opened, procedure) for task in procedure.tasks], lang, None)
    recovers = _recovers(opened.loaded.inventory, procedure.id)
    if recovers:
        paper.heading(say(WORDS, "procedure-recovers", lang, number=len(recovers)))
        write_tree(paper, [f"{opened.names[id_]} ({id_})" for id_ in recovers], lang, None)


def _task(task: Task, opened: Opened, procedure: Procedure) -> str:
    lang = opened.lang
    name = opened.names[f"{procedure.id}/{task.id}"]
    crew = join((f"{opened.names[team]} {number}" for team, number in task.crew.items()), lang)
    measured = measured_task(opened.loaded.inventory, procedure.id, task.id, lang)
    facts = [length(task.duration.mean, lang), measured, crew]
    if task.after:
        facts.append(say(WORDS, "task-after", lang, names=", ".join(task.after)))
    return f"{name} ({task.id}) — " + " · ".join(fact for fact in facts if fact)
