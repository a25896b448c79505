"""Who and what the forms name: departments, vendors, people, how a place was judged."""

from __future__ import annotations

from collections.abc import Iterable

from bcp.inventory.facts import Person, Role
from bcp.inventory.models import Hours, Target, Team
from bcp.report.document import Cell, Tone
from bcp.report.forms.laying import Entry
from bcp.report.forms.teller import NONE, Teller
from bcp.report.names import called, department_of
from bcp.units import Amount
from bcp.words import join

__all__ = [
    "amount",
    "arrival",
    "departments",
    "hours",
    "maintainers",
    "money",
    "people_of",
    "person",
    "role",
    "stops",
    "systems_of",
    "target",
    "verdict",
    "verdict_cell",
]

_TONES: dict[str, Tone] = {"good": "good", "fair": "warn", "poor": "bad"}


def departments(functions: Iterable[str], teller: Teller) -> list[str]:
    """Return who is in charge of *functions*, each once."""
    held = teller.ground.functions
    found = (department_of(held[id_], teller.lang) for id_ in functions)
    return [name for name in dict.fromkeys(found) if name]


def maintainers(ids: Iterable[str], teller: Teller) -> list[str]:
    """Return the vendors of components: as written, by contract, or as their procedures say."""
    ground, known = teller.ground, tuple(ids)
    written = [ground.facts(id_).vendor for id_ in known]
    found = [id_ for id_ in written if id_ is not None]
    if not found:
        contracts = ground.inventory.contracts
        found = [held.vendor for held in contracts if not set(known).isdisjoint(held.covers)]
    if not found:
        found = [id_ for id_ in ground.crews(known) if ground.teams[id_].vendor]
    return [teller.name(id_) for id_ in dict.fromkeys(found)]


def verdict(id_: str, teller: Teller) -> str:
    """Return how a component was judged, in a word; nothing if it was not."""
    held = teller.ground.facts(id_).verdict
    return teller.say(f"verdict-{held}") if held else ""


def verdict_cell(entry: Entry, *, wanted: bool = True) -> Cell:
    """Return how a component was judged; if it was not, that this is to be done, if it is wanted."""
    held = entry.teller.ground.facts(entry.id).verdict
    if held is None:
        return entry.cell("col-verdict", "", "facts.verdict", wanted=wanted)
    return Cell(verdict(entry.id, entry.teller), tone=_TONES[held])


def stops(stopped: tuple[str, ...], teller: Teller) -> str:
    """Return how many functions stop, and the most urgent of them."""
    if not stopped:
        return teller.say("stops-nothing")
    return teller.say("stops", number=len(stopped), first=teller.name(stopped[0]))


def systems_of(function: str, teller: Teller) -> tuple[str, ...]:
    """Return the information systems that a function names itself, in its own order."""
    ground = teller.ground
    known = set(ground.systems)
    named = (p for need in ground.network.needs[function] for p in need.providers)
    return tuple(dict.fromkeys(id_ for id_ in named if id_ in known))


def target(held: Target, teller: Teller) -> str:
    """Return a target, and that of a disaster where it is another."""
    normal = teller.span(held.normal)
    if held.at("disaster") == held.normal:
        return normal
    disaster = teller.span(held.at("disaster"))
    return teller.say("target-both", normal=normal, disaster=disaster)


# --- people --------------------------------------------------------------------------------------


def person(id_: str | None, teller: Teller) -> str:
    """Return a person's name with their title; nothing if they are not known."""
    held = teller.ground.people.get(id_ or "")
    return _titled(held, teller) if held else ""


def _titled(held: Person, teller: Teller) -> str:
    name = called(held, teller.lang)
    if not held.title or held.title in name:
        return name
    return teller.say("titled", name=name, title=held.title)


def people_of(role_: Role) -> tuple[str, ...]:
    """Return the ids of those who play a role, in the order in which they do."""
    return (*filter(None, [role_.lead]), *role_.deputies)


def role(id_: str | None, teller: Teller) -> str:
    """Return what a role is called; nothing if there is none."""
    held = teller.ground.roles.get(id_ or "")
    return called(held, teller.lang) if held else ""


def amount(number: Amount, team: Team, teller: Teller) -> str:
    """Return how many of a team: heads, whole ones of a share."""
    return teller.say("heads", number=int(team.base(number)))


def arrival(team: Team, teller: Teller) -> str:
    """Return who of a team is there by when."""
    if not team.assembly:
        return teller.say("always-there", number=team.size)
    steps = sorted(team.assembly.items())
    return join(
        (
            teller.say("there-by", by=teller.span(at), number=int(team.base(held)))
            for at, held in steps
            if int(team.base(held))
        ),
        teller.lang,
    ) or teller.say("nobody-comes")


def hours(held: Hours | None, teller: Teller) -> str:
    """Return when a team works."""
    if held is None:
        return teller.say("hours-always")
    begin, end = (f"{minutes // 60:02}:{minutes % 60:02}" for minutes in (held.start, held.end))
    return teller.say(f"hours-{held.days}", begin=begin, end=end)


def money(cost: int | None, teller: Teller) -> str:
    """Return a sum in yen; nothing there is :data:`NONE`."""
    return NONE if cost is None else teller.say("yen", cost=f"{cost:,}")
