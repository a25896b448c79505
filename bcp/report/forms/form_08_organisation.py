"""様式8: who leads in an emergency, who takes their place, and who comes when."""

from __future__ import annotations

from bcp.inventory.facts import Role
from bcp.inventory.models import Team
from bcp.report.document import Block, Cell, Row, Section
from bcp.report.forms.laying import Entry, Head, lines, listing, missing, note, sheet
from bcp.report.forms.naming import arrival, hours, person
from bcp.report.forms.teller import NONE, Teller
from bcp.report.names import called

__all__ = ["build", "emergency_roles"]

_NUMBER = 8
_NAMED = (Head("col-lead", 1.2), Head("col-8-deputies", 1.5))
"""Not in a public edition."""
_TEAMS = (
    Head("col-8-team", 1.6),
    Head("col-8-size", 0.6, "right", kind="number"),
    Head("col-8-sort", 0.8),
    Head("col-8-arrival", 2.6),
    Head("col-8-hours", 1.4),
)


def emergency_roles(teller: Teller) -> tuple[Role, ...]:
    """Return the roles of an emergency, in the order of the files."""
    return tuple(held for held in teller.ground.inventory.roles if held.when == "emergency")


def build(teller: Teller, most: int) -> Section | None:
    """Return form 8; None if neither a role nor a team is known."""
    roles = emergency_roles(teller)
    if not roles:
        missing(_NUMBER, teller, "roles")
    blocks: list[Block] = [
        *listing(
            teller,
            _heads(teller),
            roles,
            lambda held: _role(held, teller),
            most=most,
            caption=teller.say("table-8-roles"),
        ),
        *_warning(roles, teller),
        *listing(
            teller,
            _TEAMS,
            [team for team in teller.ground.teams.values() if _comes(team, teller)],
            lambda team: _team(team, teller),
            most=most,
            caption=teller.say("table-8-teams"),
        ),
    ]
    return sheet(_NUMBER, teller, blocks)


def _heads(teller: Teller) -> tuple[Head, ...]:
    role, duties = Head("col-role", 1.1), Head("col-8-duties", 2.4)
    places = (Head("col-8-place", 1.1), Head("col-8-place-else", 1.1))
    return (role, duties) if teller.is_public else (role, *_NAMED, duties, *places)


def _role(held: Role, teller: Teller) -> Row:
    entry = Entry(teller, _NUMBER, "roles", held.id, called(held, teller.lang))
    name = Cell(called(held, teller.lang), emphasis=True)
    duties = entry.cell("col-8-duties", lines(held.duties), "duties")
    if teller.is_public:
        return name, duties
    return (
        name,
        entry.cell("col-lead", person(held.lead, teller), "lead"),
        _deputies(held, entry),
        duties,
        entry.cell("col-8-place", held.gathers, "gathers"),
        entry.cell("col-8-place-else", held.gathers_else, "gathers_else"),
    )


def _deputies(held: Role, entry: Entry) -> Cell:
    """Return who takes the place of the lead, in order."""
    teller = entry.teller
    if not held.deputies:
        entry.note("col-8-deputies", "deputies")
        return Cell(teller.say("no-deputy"), tone="bad")
    names = [person(id_, teller) or NONE for id_ in held.deputies]
    return Cell("\n".join(f"{place}. {name}" for place, name in enumerate(names, 1)))


def _warning(roles: tuple[Role, ...], teller: Teller) -> tuple[Block, ...]:
    alone = [called(held, teller.lang) for held in roles if not held.deputies]
    if teller.is_public or not alone:
        return ()
    return (
        note(teller, "alone-roles", number=len(alone), of=len(roles), names=teller.list(alone)),
    )


# --- teams ---------------------------------------------------------------------------------------


def _comes(team: Team, teller: Teller) -> bool:
    """Return whether a team has work in a recovery, or comes only when it is called."""
    crews = {
        id_
        for procedure in teller.ground.inventory.procedures
        for task in procedure.tasks
        for id_ in task.crew
    }
    return team.id in crews or team.vendor


def _team(team: Team, teller: Teller) -> Row:
    return (
        teller.name(team.id),
        str(team.size),
        teller.say("team-vendor" if team.vendor else "team-own"),
        arrival(team, teller),
        hours(team.hours, teller),
    )
