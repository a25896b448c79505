"""Work that hangs on too few people: too small a team, one person, one vendor for everything."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from bcp.audit.audited import Audited, found, listed
from bcp.audit.paths import shortest
from bcp.inventory.models import Inventory
from bcp.recovery.result import Finding
from bcp.words import Name, Told

_TOO_MANY = 2
"""In how many rounds a vendor's people may serve everyone who wants them at once."""


def too_few_people(audited: Audited) -> Iterator[Finding]:
    """Find work and functions that want more people than there are."""
    teams = {team.id: team for team in audited.inventory.teams}
    for (procedure, id_), task in audited.network.tasks.items():
        for team, number in task.crew.items():
            if number > teams[team].size:
                values: dict[str, object] = {"number": number, "size": teams[team].size}
                values |= {"task": Name(f"{procedure}/{id_}"), "team": Name(team)}
                yield found("crew-too-large", (procedure,), values=values)
    for function in audited.inventory.functions:
        staff, own = function.staff, (function.id,)
        if staff is None:
            continue
        values = {"team": Name(staff.team), "size": teams[staff.team].size}
        if staff.at_least > teams[staff.team].size:
            values["number"] = staff.at_least
            yield found("staff-too-few", own, functions=own, values=values)
        elif teams[staff.team].vendor and teams[staff.team].assembly is not None:
            yield found("vendor-staff", own, "warning", functions=own, values=values)


def one_person(audited: Audited) -> Iterator[Finding]:
    """Find teams of one person without whom something that functions need is never recovered."""
    network, waiting = audited.network, audited.waiting
    for team in audited.inventory.teams:
        if team.size != 1:
            continue
        only = [
            component
            for component in network.components
            if _always_wants(audited, component, team.id) and waiting.on(component)
        ]
        if only:
            functions = audited.in_order({f for held in only for f in waiting.on(held)})
            path = shortest(functions[0], frozenset(only), lambda node: _below(audited, node))
            values = {"components": listed(only)}
            text = "one-vendor-person" if team.vendor else "one-person"
            yield found(
                "one-person",
                (team.id,),
                "warning",
                text=text,
                paths=((*path, team.id),) if path else (),
                functions=functions,
                values=values,
            )


def _always_wants(audited: Audited, component: str, team: str) -> bool:
    """Return whether every procedure of a component has a task for *team*."""
    procedures = audited.network.components[component].procedure
    return bool(procedures) and all(
        any(team in task.crew for task in audited.network.procedures[procedure].tasks)
        for procedure in procedures
    )


def _below(audited: Audited, node: str) -> Iterator[str]:
    for need in audited.network.needs[node] + audited.network.start_needs[node]:
        yield from need.providers


def wanted_at_once(audited: Audited) -> Iterator[Finding]:
    """Find vendors whom one event calls to more places than their people can be at.

    Told for the scenario that calls them to most; without any scenario, for the loss of everything.
    """
    worst: dict[str, tuple[int, int, str | None, tuple[str, ...]]] = {}
    struck: list[tuple[str | None, Collection[str]]] = [
        (impact.head.id, impact.damaged) for impact in audited.impacts
    ]
    for scenario, damaged in struck or [(None, audited.network.components)]:
        for team, (wanted, components) in _wanted(audited, damaged).items():
            held = (wanted, len(components), scenario, components)
            if team not in worst or held[:2] > worst[team][:2]:
                worst[team] = held
    for team_ in audited.inventory.teams:
        if not team_.vendor or team_.id not in worst:
            continue
        wanted, number, scenario, components = worst[team_.id]
        if number > 1 and wanted > _TOO_MANY * team_.size:
            functions = {f for held in components for f in audited.waiting.on(held)}
            values: dict[str, object] = {"components": listed(components), "number": number}
            values |= {"size": team_.size, "wanted": wanted, "scenario": Name(scenario or "")}
            yield found(
                "vendor-at-once",
                (team_.id,),
                "warning",
                text="vendor-at-once" if scenario else "vendor-at-once-all",
                functions=audited.in_order(functions),
                values=values,
            )


def _wanted(
    audited: Audited, damaged: Collection[str]
) -> Mapping[str, tuple[int, tuple[str, ...]]]:
    """Return how many people of each team *damaged* components want at once, and which do."""
    wanted: dict[str, int] = {}
    components: dict[str, list[str]] = {}
    for component in audited.in_order(damaged):
        procedure = audited.lengths.chosen.get(component)
        crews: dict[str, int] = {}
        for task in audited.network.procedures[procedure].tasks if procedure else ():
            for team, number in task.crew.items():
                crews[team] = max(crews.get(team, 0), number)
        for team, number in crews.items():
            wanted[team] = wanted.get(team, 0) + number
            components.setdefault(team, []).append(component)
    return {team: (number, tuple(components[team])) for team, number in wanted.items()}


def roles_of_one(audited: Audited) -> Iterator[Finding]:
    """Find parts in an emergency that nobody else can take, and people who play several."""
    inventory = audited.inventory
    people = {person.id: person for person in inventory.people}
    for role in inventory.roles:
        others = set(role.deputies) - {role.lead}
        if role.when == "emergency" and role.lead in people and not others:
            lead = people[role.lead]
            values = {"person": Told(lead.name, lead.name_en)}
            yield found("role-no-deputy", (f"roles:{role.id}",), "warning", values=values)
    for person, roles in _led(inventory).items():
        if len(roles) > 1 and person in people:
            ids = [f"roles:{role}" for role in roles]
            values_ = {"roles": listed(ids), "number": len(roles)}
            yield found("roles-of-one", (f"people:{person}",), "note", values=values_)


def _led(inventory: Inventory) -> dict[str, list[str]]:
    led: dict[str, list[str]] = {}
    for role in inventory.roles:
        if role.when == "emergency" and role.lead is not None:
            led.setdefault(role.lead, []).append(role.id)
    return led
