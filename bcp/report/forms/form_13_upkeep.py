"""様式13: who keeps the plan true, by which work, and where its copies are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from bcp.inventory.facts import Approval, Copies, Maintenance, PlanFacts, Role
from bcp.report.document import Block, Cell, Row, Section
from bcp.report.forms.laying import Entry, Head, lines, listing, missing, sheet
from bcp.report.forms.naming import person, role
from bcp.report.forms.teller import NONE, Teller
from bcp.report.names import called

__all__ = ["build"]

_Item = TypeVar("_Item")
_NUMBER = 13
_ROLES = (Head("col-role", 1.2), Head("col-13-duties", 2.4))
_NAMED = (Head("col-lead", 1.4), Head("col-8-deputies", 1.4))
"""Not in a public edition."""
_WORK = (Head("col-13-work", 2.4), Head("col-13-when", 1.2), Head("col-13-who", 1.2))
_COPIES = (
    Head("col-13-to", 1.6),
    Head("col-13-copies", 0.6, "right", kind="number"),
    Head("col-13-form", 1.0),
)
_WHERE = Head("col-13-where", 1.6)
_APPROVALS = (Head("col-13-by", 1.6), Head("col-13-on", 1.2))


def build(teller: Teller, most: int) -> Section | None:
    """Return form 13; None if nobody keeps the plan and nothing is said about it."""
    inventory = teller.ground.inventory
    plan = inventory.plan or PlanFacts()
    roles = [held for held in inventory.roles if held.when == "maintenance"]
    if not roles:
        missing(_NUMBER, teller, "roles (when: maintenance)")
    if not plan.maintenance:
        name = teller.say("form-name", number=_NUMBER)
        teller.remember(name, teller.say("col-13-work"), "plan: maintenance")
    is_public = teller.is_public
    role_heads = _ROLES if is_public else (_ROLES[0], *_NAMED, _ROLES[1])
    copies_heads = _COPIES if is_public else (*_COPIES, _WHERE)
    blocks: list[Block] = [
        *_table("roles", role_heads, roles, _role, (teller, most)),
        *_table("work", _WORK, plan.maintenance, _work, (teller, most)),
        *_table("approvals", _APPROVALS, plan.approvals, _approval, (teller, most)),
        *_table("copies", copies_heads, plan.distribution, _copies, (teller, most)),
    ]
    return sheet(_NUMBER, teller, blocks, is_wide=False)


def _table(
    name: str,
    heads: Sequence[Head],
    items: Sequence[_Item],
    row: Callable[[_Item, Teller], Row],
    by: tuple[Teller, int],
) -> tuple[Block, ...]:
    """Return the table *name* of *items*, if there are any."""
    teller, most = by
    caption = teller.say(f"table-13-{name}")
    return listing(teller, heads, items, lambda held: row(held, teller), most=most, caption=caption)


def _role(held: Role, teller: Teller) -> Row:
    entry = Entry(teller, _NUMBER, "roles", held.id, called(held, teller.lang))
    name = Cell(called(held, teller.lang), emphasis=True)
    duties = entry.cell("col-13-duties", lines(held.duties), "duties")
    if teller.is_public:
        return name, duties
    deputies = lines(person(id_, teller) for id_ in held.deputies)
    return (
        name,
        entry.cell("col-lead", person(held.lead, teller), "lead"),
        entry.cell("col-8-deputies", deputies, "deputies", wanted=False),
        duties,
    )


def _work(held: Maintenance, teller: Teller) -> Row:
    entry = Entry(teller, _NUMBER, "plan", "maintenance", held.what)
    return (
        held.what,
        entry.cell("col-13-when", held.when, "when"),
        entry.cell("col-13-who", role(held.role, teller), "role"),
    )


def _approval(held: Approval, teller: Teller) -> Row:
    entry = Entry(teller, _NUMBER, "plan", "approvals", held.by)
    return held.by, entry.cell("col-13-on", teller.day(held.on) if held.on else "", "on")


def _copies(held: Copies, teller: Teller) -> Row:
    row: Row = (held.to, str(held.copies), held.form or NONE)
    return row if teller.is_public else (*row, held.where or NONE)
