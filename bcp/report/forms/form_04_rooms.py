"""様式4: the rooms in which equipment stands."""

from __future__ import annotations

from collections import Counter

from bcp.report.document import Cell, Row, Section
from bcp.report.forms.laying import Entry, Head, lines, listing, missing, sheet
from bcp.report.forms.naming import stops, verdict_cell
from bcp.report.forms.teller import NONE, Teller

__all__ = ["build"]

_NUMBER = 4
_NAMED = 4
_EQUIPMENT = frozenset({"server", "storage", "network", "power", "cooling"})
_FASTENED = frozenset({"server", "storage", "network"})
_HEADS = (
    Head("col-4-room", 1.3),
    Head("col-4-equipment", 1.6),
    Head("col-4-fixed", 1.0),
    Head("col-4-cooling", 1.2),
    Head("col-4-leak", 1.2),
    Head("col-4-extinguisher", 1.1),
    Head("col-4-entry", 1.1),
    Head("col-stops", 1.1),
    Head("col-verdict", 0.8),
)


def build(teller: Teller, most: int) -> Section | None:
    """Return form 4; None if no room with equipment is known."""
    rooms = _rooms(teller)
    if not rooms:
        missing(_NUMBER, teller, "components")
    stopped = teller.ground.stopped(rooms[:most])
    blocks = listing(teller, _HEADS, rooms, lambda id_: _row(id_, stopped[id_], teller), most=most)
    return sheet(_NUMBER, teller, blocks)


def _rooms(teller: Teller) -> list[str]:
    """Return the rooms with equipment in them, and those that something is known of."""
    ground = teller.ground
    return [
        id_
        for id_ in ground.of_kind("room")
        if ground.components[id_].facts is not None or _equipment(id_, teller)
    ]


def _equipment(id_: str, teller: Teller) -> list[str]:
    ground = teller.ground
    return [
        held for held in ground.contents.get(id_, ()) if ground.components[held].kind in _EQUIPMENT
    ]


def _row(id_: str, stopped: tuple[str, ...], teller: Teller) -> Row:
    facts = teller.ground.facts(id_)
    entry = Entry(teller, _NUMBER, "components", id_)
    wet = lines([facts.leak, facts.flood])
    return (
        Cell(lines([teller.name(id_), facts.floor]), emphasis=True),
        teller.list(_equipment(id_, teller), _NAMED) or NONE,
        _fixed(id_, teller),
        entry.cell("col-4-cooling", facts.cooling, "facts.cooling"),
        entry.cell("col-4-leak", wet, "facts.leak"),
        entry.cell("col-4-extinguisher", facts.extinguisher, "facts.extinguisher"),
        entry.cell("col-4-entry", facts.entry, "facts.entry"),
        stops(stopped, teller),
        verdict_cell(entry),
    )


def _fixed(id_: str, teller: Teller) -> Cell:
    """Return how many of the things in a room are fastened: the room says so for what does not."""
    ground = teller.ground
    whole = ground.facts(id_).fixed
    held = [
        whole if (own := ground.facts(inside).fixed) is None else own
        for inside in _equipment(id_, teller)
        if ground.components[inside].kind in _FASTENED
    ]
    count = Counter(held)
    if not held:
        return Cell(NONE, tone="muted")
    if count[None] == len(held):
        entry = Entry(teller, _NUMBER, "components", id_)
        return entry.cell("col-4-fixed", "", "facts.fixed")
    text = teller.say("fixed-count", fixed=count[True], number=len(held))
    unknown = teller.say("fixed-unknown", number=count[None]) if count[None] else ""
    return Cell(lines([text, unknown]), tone="warn" if count[False] else "none")
