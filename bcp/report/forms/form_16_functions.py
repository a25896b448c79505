"""様式16: the important functions, the most urgent first, and what they have to reach."""

from __future__ import annotations

from bcp.inventory.models import Function
from bcp.report.document import Cell, Row, Section
from bcp.report.forms.laying import Entry, Head, listing, missing, sheet
from bcp.report.forms.naming import systems_of
from bcp.report.forms.teller import NONE, Teller
from bcp.report.names import department_of

__all__ = ["build"]

_NUMBER = 16
_NAMED = 4
_HEADS = (
    Head("col-order", 0.4, "right", kind="number"),
    Head("col-function", 1.8),
    Head("col-department", 1.2),
    Head("col-16-sort", 0.8),
    Head("col-16-rank", 0.5, "center"),
    Head("col-16-normal", 0.8, group="col-rto"),
    Head("col-16-disaster", 0.8, group="col-rto"),
    Head("col-mtpd", 0.8),
    Head("col-outcome", 1.6),
    Head("col-systems", 1.8),
)


def build(teller: Teller, most: int) -> Section | None:
    """Return form 16; None if there is no function."""
    functions = list(enumerate(teller.ground.urgent, 1))
    if not functions:
        missing(_NUMBER, teller, "functions")
    blocks = listing(
        teller,
        _HEADS,
        functions,
        lambda held: _row(held[0], teller.ground.functions[held[1]], teller),
        most=most,
    )
    return sheet(_NUMBER, teller, blocks)


def _row(place: int, held: Function, teller: Teller) -> Row:
    entry = Entry(teller, _NUMBER, "functions", held.id)
    facts = held.facts
    sort = teller.say(f"function-{facts.sort}") if facts and facts.sort else ""
    mtpd = teller.span(held.mtpd.normal) if held.mtpd else ""
    return (
        str(place),
        Cell(teller.name(held.id), emphasis=True),
        entry.cell("col-department", department_of(held, teller.lang), "department"),
        entry.cell("col-16-sort", sort, "facts.sort"),
        entry.cell("col-16-rank", held.rank or "", "rank"),
        teller.span(held.rto.normal),
        teller.span(held.rto.at("disaster")),
        entry.cell("col-mtpd", mtpd, "mtpd"),
        entry.cell("col-outcome", facts.outcome if facts else "", "facts.outcome"),
        teller.list(systems_of(held.id, teller), _NAMED) or NONE,
    )
