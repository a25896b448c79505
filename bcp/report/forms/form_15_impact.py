"""様式15: how much it hurts when a function is down, the longer the more."""

from __future__ import annotations

from collections.abc import Sequence

from bcp.inventory.models import Function
from bcp.report.document import Cell, Row, Section, Tone
from bcp.report.forms.laying import Entry, Head, lines, listing, missing, note, sheet
from bcp.report.forms.naming import systems_of, target
from bcp.report.forms.teller import NONE, Teller
from bcp.report.names import department_of

__all__ = ["build"]

_NUMBER = 15
_NAMED = 4
_BANDS = 7
"""How many bands of time fit beside the other columns."""
_LEVELS: dict[int, Tone] = {3: "warn", 4: "bad"}
_BEFORE = (Head("col-function", 1.7), Head("col-department", 1.1))
_AFTER = (
    Head("col-mtpd", 0.9),
    Head("col-rto", 1.0),
    Head("col-outcome", 1.4),
    Head("col-systems", 1.6),
    Head("col-15-workaround", 1.5),
)


def build(teller: Teller, most: int) -> Section | None:
    """Return form 15; None if there is no function."""
    functions = teller.ground.urgent
    if not functions:
        missing(_NUMBER, teller, "functions")
    bands = sorted(teller.ground.inventory.organisation.tiers)[:_BANDS]
    heads = (
        *_BEFORE,
        *(Head("", 0.45, "center", "col-15-bands", title=teller.span(band)) for band in bands),
        *_AFTER,
    )
    blocks = listing(
        teller,
        heads,
        functions,
        lambda id_: _row(teller.ground.functions[id_], bands, teller),
        most=most,
    )
    return sheet(_NUMBER, teller, (*blocks, note(teller, "impact-levels")) if blocks else ())


def _row(held: Function, bands: Sequence[int], teller: Teller) -> Row:
    entry = Entry(teller, _NUMBER, "functions", held.id)
    facts = held.facts
    mtpd = target(held.mtpd, teller) if held.mtpd else ""
    return (
        Cell(teller.name(held.id), emphasis=True),
        entry.cell("col-department", department_of(held, teller.lang), "department"),
        *_impacts(held, bands, entry),
        entry.cell("col-mtpd", mtpd, "mtpd"),
        target(held.rto, teller),
        entry.cell("col-outcome", facts.outcome if facts else "", "facts.outcome"),
        teller.list(systems_of(held.id, teller), _NAMED) or NONE,
        _workaround(held, teller),
    )


def _impacts(held: Function, bands: Sequence[int], entry: Entry) -> Row:
    """Return how much an outage of each length hurts."""
    if not held.impact:
        entry.note("col-15-bands", "impact")
        return tuple(Cell("?", tone="muted") for _ in bands)
    steps = sorted(held.impact.items())
    levels = [max((level for at, level in steps if at <= band), default=0) for band in bands]
    return tuple(Cell(str(level), tone=_LEVELS.get(level, "none")) for level in levels)


def _workaround(held: Function, teller: Teller) -> Cell:
    way = held.workaround
    if way is None:
        return Cell(teller.say("no-workaround"), tone="muted")
    lasts = "" if way.for_ is None else teller.say("way-for", span=teller.span(way.for_))
    text = teller.say("way", after=teller.span(way.after), level=f"{float(way.level * 100):.0f}%")
    return Cell(lines([way.name, text, lasts]))
