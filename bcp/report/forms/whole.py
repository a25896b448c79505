"""An inventory in which nothing refers to what is not there: a public edition lacks things."""

from __future__ import annotations

from collections.abc import Iterable

from bcp.inventory.models import OWN, Component, Function, Group, Inventory, Procedure

__all__ = ["whole"]


def whole(inventory: Inventory) -> Inventory:
    """Return an inventory in which nothing refers to what is not there."""
    known = {item.id for item in (*inventory.components, *inventory.functions)}
    procedures = {item.id for item in inventory.procedures}
    teams = {item.id for item in inventory.teams}
    return inventory.model_copy(
        update={
            "components": tuple(_component(c, known, procedures) for c in inventory.components),
            "functions": tuple(_function(f, known, teams) for f in inventory.functions),
            "procedures": tuple(_procedure(p, known, teams) for p in inventory.procedures),
        }
    )


def _component(held: Component, known: set[str], procedures: set[str]) -> Component:
    change: dict[str, object] = {}
    if held.within is not None and held.within not in known:
        change["within"] = None
    if not procedures.issuperset(held.procedure):
        change["procedure"] = tuple(id_ for id_ in held.procedure if id_ in procedures)
    for key in ("requires", "starts_with"):
        groups: tuple[Group, ...] = getattr(held, key)
        if not _are_whole(groups, known):
            change[key] = _groups(groups, known)
    if any(backup.at not in known for backup in held.backups):
        change["backups"] = tuple(backup for backup in held.backups if backup.at in known)
    return held.model_copy(update=change) if change else held


def _function(held: Function, known: set[str], teams: set[str]) -> Function:
    change: dict[str, object] = {}
    if not _are_whole(held.requires, known):
        change["requires"] = _groups(held.requires, known)
    if held.staff is not None and held.staff.team not in teams:
        change["staff"] = None
    return held.model_copy(update=change) if change else held


def _procedure(held: Procedure, known: set[str], teams: set[str]) -> Procedure:
    tasks = tuple(
        task.model_copy(
            update={
                "crew": {team: n for team, n in task.crew.items() if team in teams},
                "requires": _groups(task.requires, known | {OWN}),
            }
        )
        if not (teams.issuperset(task.crew) and _are_whole(task.requires, known | {OWN}))
        else task
        for task in held.tasks
    )
    return held.model_copy(update={"tasks": tasks}) if tasks != held.tasks else held


def _are_whole(groups: Iterable[Group], known: set[str]) -> bool:
    return all(
        known.issuperset(group.any_of) and (group.held_by is None or group.held_by in known)
        for group in groups
    )


def _groups(groups: Iterable[Group], known: set[str]) -> tuple[Group, ...]:
    found = []
    for group in groups:
        left = tuple(id_ for id_ in group.any_of if id_ in known)
        if left:
            change = {
                "any_of": left,
                "at_least": min(group.at_least, len(left)),
                "held_by": group.held_by if group.held_by in known else None,
            }
            found.append(group.model_copy(update=change))
    return tuple(found)
