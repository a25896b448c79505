"""様式9: whom to call, and how else to reach them."""

from __future__ import annotations

from bcp.inventory.facts import Contract, Person
from bcp.report.document import Block, Cell, Row, Section
from bcp.report.forms.laying import Entry, Head, lines, listing, missing, sheet
from bcp.report.forms.naming import people_of
from bcp.report.forms.teller import NONE, Teller
from bcp.report.names import called

__all__ = ["build"]

_NUMBER = 9
_SORTS = ("staff", "office", "vendor", "authority")
_HEADS = (
    Head("col-9-sort", 0.7),
    Head("col-9-department", 1.3),
    Head("col-9-name", 1.2),
    Head("col-role", 1.3),
    Head("col-9-phone", 1.1),
    Head("col-9-mobile", 1.1),
    Head("col-9-mail", 1.5),
    Head("col-9-commute", 1.3),
    Head("col-9-otherwise", 1.2),
)
_VENDORS = (
    Head("col-vendor", 1.6),
    Head("col-2-contract", 1.6),
    Head("col-2-contact", 2.0),
    Head("col-2-emergency", 2.0),
)


def build(teller: Teller, most: int) -> Section | None:
    """Return form 9; None if there is nobody to call."""
    inventory = teller.ground.inventory
    if not inventory.people:
        missing(_NUMBER, teller, "people")
    people = sorted(inventory.people, key=lambda held: _SORTS.index(held.sort))
    blocks: list[Block] = [
        *listing(
            teller,
            _HEADS,
            people,
            lambda held: _person(held, teller),
            most=most,
            caption=teller.say("table-9-people"),
        ),
        *listing(
            teller,
            _VENDORS,
            inventory.contracts,
            lambda held: _contract(held, teller),
            most=most,
            caption=teller.say("table-9-vendors"),
        ),
    ]
    return sheet(_NUMBER, teller, blocks)


def _person(held: Person, teller: Teller) -> Row:
    entry = Entry(teller, _NUMBER, "people", held.id, called(held, teller.lang))
    is_own = held.sort in {"staff", "office"}
    has_number = bool(held.phone or held.mobile)
    team = teller.name(held.team or "") if held.team in teller.ground.teams else ""
    name = Cell(called(held, teller.lang), emphasis=True)
    return (
        teller.say(f"person-{held.sort}"),
        entry.cell("col-9-department", held.department or team, "department"),
        Cell(lines([name.text, held.title]), emphasis=True),
        _roles(held.id, teller),
        entry.cell("col-9-phone", held.phone, "phone", wanted=not has_number),
        entry.cell("col-9-mobile", held.mobile, "mobile", wanted=is_own),
        entry.cell("col-9-mail", held.mail, "mail", wanted=False),
        entry.cell("col-9-commute", held.commute, "commute", wanted=held.sort == "staff"),
        entry.cell("col-9-otherwise", held.otherwise, "otherwise", wanted=is_own),
    )


def _roles(id_: str, teller: Teller) -> str:
    """Return the roles that a person plays or would play."""
    found = []
    for held in teller.ground.inventory.roles:
        if id_ in people_of(held):
            place = people_of(held).index(id_)
            key = "plays" if held.lead == id_ else "plays-instead"
            number = place if held.lead else place + 1
            found.append(teller.say(key, role=called(held, teller.lang), number=number))
    return lines(found) or NONE


def _contract(held: Contract, teller: Teller) -> Row:
    entry = Entry(teller, _NUMBER, "contracts", held.id, held.name)
    return (
        Cell(teller.name(held.vendor), emphasis=True),
        held.name,
        entry.cell("col-2-contact", held.contact, "contact"),
        entry.cell("col-2-emergency", held.emergency, "emergency"),
    )
