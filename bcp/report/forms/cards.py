"""Role cards: what one person has in hand when it happens, a page each."""

from __future__ import annotations

from collections.abc import Sequence

from bcp.inventory.facts import Action, Person, Role
from bcp.report.document import Block, Cell, KeyValues, PageBreak, Row, Section
from bcp.report.forms.form_08_organisation import emergency_roles
from bcp.report.forms.form_10_actions import BOX, action_text, in_time
from bcp.report.forms.laying import Head, listing
from bcp.report.forms.naming import people_of, person
from bcp.report.forms.teller import NONE, Teller
from bcp.report.names import called

__all__ = ["build"]

_ROWS = 19
"""How many calls there are room for on a page without actions; each of these takes two lines."""
_LEAST = 8
"""How many calls a card has room for, however many actions there are."""
_ACTIONS = (
    Head("col-10-done", 0.4, "center"),
    Head("col-10-within", 0.9),
    Head("col-10-what", 3.2),
    Head("col-10-if", 1.6),
    Head("col-10-refers", 1.2),
    Head("col-10-at", 0.9),
)
_CALLS = (Head("col-card-who", 1.6), Head("col-9-name", 1.6), Head("col-card-number", 2.0))


def build(teller: Teller) -> Section | None:
    """Return a card for each role of an emergency; None without any."""
    roles = emergency_roles(teller)
    if not roles:
        return None
    cards = tuple(_card(held, place, roles, teller) for place, held in enumerate(roles))
    return Section(teller.say("cards"), (), cards, id="role-cards", is_numbered=False)


def _card(held: Role, place: int, roles: Sequence[Role], teller: Teller) -> Section:
    """Return the card of a role; each but the first begins a page."""
    name = called(held, teller.lang)
    duties = ((teller.say("col-8-duties"), "\n".join(held.duties) or NONE),)
    blocks: list[Block] = [KeyValues((*_head(held, teller), *duties))]
    blocks += _actions(held, teller)
    blocks += _calls(held, roles, teller)
    if place < len(roles) - 1:
        blocks.append(PageBreak())
    return Section(teller.say("card", role=name), tuple(blocks), is_numbered=False)


def _head(held: Role, teller: Teller) -> tuple[tuple[str, Cell | str], ...]:
    if teller.is_public:
        return ((teller.say("col-role"), called(held, teller.lang)),)
    deputies = [person(id_, teller) or NONE for id_ in held.deputies]
    numbered = "\n".join(f"{number}. {name}" for number, name in enumerate(deputies, 1))
    return (
        (
            teller.say("col-lead"),
            person(held.lead, teller) or Cell(teller.say("blank"), tone="muted"),
        ),
        (teller.say("col-8-deputies"), numbered or Cell(teller.say("no-deputy"), tone="bad")),
        (teller.say("col-8-place"), held.gathers or NONE),
        (teller.say("col-8-place-else"), held.gathers_else or NONE),
    )


def _actions(held: Role, teller: Teller) -> tuple[Block, ...]:
    """Return what a role does, in time order, what everybody does among it."""
    return listing(
        teller,
        _ACTIONS,
        _own(held, teller),
        lambda action: _action(action, teller),
        caption=teller.say("card-actions"),
    )


def _own(held: Role, teller: Teller) -> list[Action]:
    actions = teller.ground.inventory.actions
    return in_time(action for action in actions if action.role in (held.id, None))


def _action(action: Action, teller: Teller) -> Row:
    text = action_text(action, teller)
    return (
        BOX,
        NONE if action.within is None else teller.say("within", span=teller.span(action.within)),
        text if action.role else teller.say("everybody", what=text),
        action.if_ or NONE,
        action.refers or NONE,
        "",
    )


def _calls(held: Role, roles: Sequence[Role], teller: Teller) -> tuple[Block, ...]:
    """Return whom a role calls: its deputies, the other leads, the authorities."""
    if teller.is_public:
        return ()
    people = teller.ground.people
    found: list[tuple[str, Person]] = [
        (teller.say("col-8-deputies"), people[id_]) for id_ in held.deputies if id_ in people
    ]
    known = {*people_of(held), *(one.id for _, one in found)}
    for other in roles:
        lead = people.get(other.lead or "")
        if lead is not None and lead.id not in known:
            known.add(lead.id)
            found.append((called(other, teller.lang), lead))
    found += [
        (teller.say(f"person-{sort}"), one)
        for sort in ("authority", "vendor")
        for one in people.values()
        if one.sort == sort and one.id not in known
    ]
    return listing(
        teller,
        _CALLS,
        found,
        lambda pair: _call(*pair, teller),
        most=max(_LEAST, _ROWS - 2 * len(_own(held, teller))),
        caption=teller.say("card-calls"),
    )


def _call(who: str, held: Person, teller: Teller) -> Row:
    numbers = [number for number in (held.mobile, held.phone) if number]
    name = person(held.id, teller)
    text = " / ".join(numbers) or Cell(teller.say("blank"), tone="muted")
    return who, name, text
