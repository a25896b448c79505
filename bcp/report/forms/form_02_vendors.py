"""様式2: who from outside has to come, for which systems, and what was agreed."""

from __future__ import annotations

from dataclasses import dataclass

from bcp.inventory.facts import Contract
from bcp.inventory.models import Team
from bcp.report.document import Cell, Row, Section
from bcp.report.forms.laying import Entry, Head, lines, listing, missing, sheet
from bcp.report.forms.naming import arrival, hours
from bcp.report.forms.teller import NONE, Teller

__all__ = ["build"]

_NUMBER = 2
_NAMED = 4
_OPEN = (
    Head("col-vendor", 1.3),
    Head("col-2-systems", 1.6),
    Head("col-2-contract", 1.2),
    Head("col-2-duty", 1.5),
    Head("col-2-response", 1.1),
    Head("col-2-arrival", 1.3),
)
_CLOSED = (Head("col-2-contact", 1.1), Head("col-2-emergency", 1.1), Head("col-2-issue", 1.2))
"""Not in a public edition."""


@dataclass(frozen=True, slots=True)
class _Bond:
    """A vendor and what was agreed with them, if anything was."""

    team: Team | None
    contract: Contract | None


def build(teller: Teller, most: int) -> Section | None:
    """Return form 2; None if there is neither a vendor nor a contract."""
    bonds = _bonds(teller)
    if not bonds:
        missing(_NUMBER, teller, "contracts")
    heads = _OPEN if teller.is_public else (*_OPEN, *_CLOSED)
    return sheet(
        _NUMBER, teller, listing(teller, heads, bonds, lambda bond: _row(bond, teller), most=most)
    )


def _bonds(teller: Teller) -> list[_Bond]:
    teams, contracts = teller.ground.teams, teller.ground.inventory.contracts
    bound = {held.vendor for held in contracts}
    agreed = [_Bond(teams.get(held.vendor), held) for held in contracts]
    return agreed + [
        _Bond(team, None) for id_, team in teams.items() if team.vendor and id_ not in bound
    ]


def _row(bond: _Bond, teller: Teller) -> Row:
    contract, team = bond.contract, bond.team
    name = teller.name(team.id if team else contract.vendor if contract else "")
    if contract:
        entry = Entry(teller, _NUMBER, "contracts", contract.id, contract.name)
    else:
        entry = Entry(teller, _NUMBER, "contracts", "…", name)
    duty = contract.duty if contract else ""
    response = contract.response if contract else ""
    row: Row = (
        Cell(name, emphasis=True),
        _systems(bond, teller),
        _contract(contract, teller) if contract else entry.cell("col-2-contract", "", "vendor"),
        entry.cell("col-2-duty", duty, "duty", wanted=contract is not None),
        entry.cell("col-2-response", response, "response", wanted=contract is not None),
        NONE if team is None else _arrival(team, teller),
    )
    return row if teller.is_public else (*row, *_closed(contract, entry))


def _closed(contract: Contract | None, entry: Entry) -> Row:
    if contract is None:
        return tuple(Cell(NONE, tone="muted") for _ in _CLOSED)
    return (
        entry.cell("col-2-contact", contract.contact, "contact"),
        entry.cell("col-2-emergency", contract.emergency, "emergency"),
        entry.cell("col-2-issue", contract.issue, "issue", wanted=False),
    )


def _systems(bond: _Bond, teller: Teller) -> str:
    """Return what the contract covers; without one, what names the vendor or takes its people."""
    ground = teller.ground
    covered = bond.contract.covers if bond.contract else ()
    if not covered and bond.team is not None:
        covered = tuple(
            id_
            for id_, held in ground.components.items()
            if ground.facts(id_).vendor == bond.team.id or bond.team.id in ground.crews([id_])
        )
    return teller.list(covered, _NAMED) or NONE


def _contract(contract: Contract, teller: Teller) -> Cell:
    until = contract.until
    if until is None:
        return Cell(contract.name)
    is_over = teller.dossier.date is not None and until < teller.dossier.date
    key = "contract-over" if is_over else "contract-until"
    text = lines([contract.name, teller.say(key, day=teller.day(until))])
    return Cell(text, tone="bad" if is_over else "none")


def _arrival(team: Team, teller: Teller) -> str:
    return lines([arrival(team, teller), hours(team.hours, teller)])
