"""様式1: the information systems, in the columns of the ministry's form."""

from __future__ import annotations

from collections.abc import Iterable

from bcp.report.document import Cell, Row, Section
from bcp.report.forms.laying import Entry, Head, lines, listing, missing, sheet
from bcp.report.forms.naming import departments, maintainers, verdict
from bcp.report.forms.teller import NONE, Teller

__all__ = ["build"]

_NUMBER = 1
_NAMED = 3
"""How many names a cell holds before it only counts the rest."""
_HEADS = (
    Head("col-1-system", 1.5, group="group-1-systems"),
    Head("col-1-outline", 1.9, group="group-1-systems"),
    Head("col-1-department", 1.1, group="group-1-systems"),
    Head("col-1-building", 1.1, group="group-1-danger"),
    Head("col-1-place", 1.1, group="group-1-danger"),
    Head("col-1-fixed", 0.8, group="group-1-danger"),
    Head("col-1-model", 1.3, group="group-1-hardware"),
    Head("col-1-where", 1.1, group="group-1-hardware"),
    Head("col-1-vendor", 1.2, group="group-1-hardware"),
    Head("col-1-reinstall", 1.3),
)


def build(teller: Teller, most: int) -> Section | None:
    """Return form 1; None if there are no systems."""
    systems = teller.ground.systems
    if not systems:
        missing(_NUMBER, teller, "components")
    blocks = listing(teller, _HEADS, systems, lambda id_: _row(id_, teller), most=most)
    return sheet(_NUMBER, teller, blocks)


def _row(id_: str, teller: Teller) -> Row:
    ground = teller.ground
    entry = Entry(teller, _NUMBER, "components", id_)
    facts = ground.facts(id_)
    machines = ground.hardware(id_)
    users = ground.direct.get(id_, ())
    where = machines or (id_,)
    is_outside = ground.components[id_].kind == "external" and not ground.places(id_)
    owners = [facts.department] if facts.department else departments(users, teller)
    vendors = maintainers((id_, *machines), teller)
    return (
        Cell(teller.name(id_), emphasis=True),
        entry.cell("col-1-outline", facts.summary or teller.list(users, _NAMED), "facts.summary"),
        entry.cell("col-1-department", _some(owners, teller), "facts.department"),
        *_danger(where, teller, is_outside=is_outside),
        _fixed(machines, teller),
        _model(machines, teller),
        Cell(teller.say("outside")) if is_outside else _where(entry, where),
        entry.cell("col-1-vendor", _some(vendors, teller), "facts.vendor"),
        entry.cell(
            "col-1-reinstall", _reinstall(id_, teller), "facts.reinstall", wanted=not is_outside
        ),
    )


def _some(texts: Iterable[str], teller: Teller) -> str:
    return teller.list(dict.fromkeys(texts), _NAMED)


# --- how it may be damaged -----------------------------------------------------------------------


def _danger(where: Iterable[str], teller: Teller, *, is_outside: bool) -> tuple[Cell, Cell]:
    """Return how weak the building is, and the place in it."""
    if is_outside:
        return Cell(NONE, tone="muted"), Cell(NONE, tone="muted")
    ids = tuple(where)
    ground = teller.ground
    sites = dict.fromkeys(filter(None, (ground.place(id_, "site") for id_ in ids)))
    rooms = dict.fromkeys(filter(None, (ground.place(id_, "room") for id_ in ids)))
    building = [_building(id_, teller) for id_ in sites]
    places = (*rooms, *sites)
    flooding = [text for id_ in places if (text := ground.facts(id_).flood)]
    return (
        _of_places(sites, lines(building), "col-1-building", "facts.seismic", teller),
        _of_places(sites, lines(flooding[:_NAMED]), "col-1-place", "facts.flood", teller),
    )


def _building(id_: str, teller: Teller) -> str:
    """Return how a building was judged, and its name; form 3 says why."""
    judged = verdict(id_, teller)
    if judged:
        return teller.say("judged", verdict=judged, place=teller.name(id_))
    return teller.ground.facts(id_).seismic


def _of_places(sites: Iterable[str], text: str, head: str, field: str, teller: Teller) -> Cell:
    """Return what is known of the places; what is not is asked of each site."""
    if text:
        return Cell(text)
    cells = [Entry(teller, _NUMBER, "components", id_).cell(head, "", field) for id_ in sites]
    return cells[0] if cells else Cell(NONE, tone="muted")


def _fixed(machines: Iterable[str], teller: Teller) -> Cell:
    known = {id_: teller.ground.facts(id_).fixed for id_ in machines}
    for id_, held in known.items():
        if held is None:
            entry = Entry(teller, _NUMBER, "components", id_)
            entry.note("col-1-fixed", "facts.fixed")
    said = {held for held in known.values() if held is not None}
    if not known:
        return Cell(NONE, tone="muted")
    if not said:
        return Cell(teller.say("blank"), tone="muted")
    key = "fixed-some" if len(said) > 1 else "fixed-yes" if True in said else "fixed-no"
    return Cell(teller.say(key), tone="none" if said == {True} else "warn")


# --- hardware ------------------------------------------------------------------------------------


def _model(machines: Iterable[str], teller: Teller) -> Cell:
    ids = tuple(machines)
    if not ids:
        return Cell(NONE, tone="muted")
    models = []
    for id_ in ids:
        model = teller.ground.facts(id_).model
        if not model:
            Entry(teller, _NUMBER, "components", id_).note("col-1-model", "facts.model")
        models.append(model)
    text = _some(filter(None, models), teller)
    return Cell(text) if text else Cell(teller.say("blank"), tone="muted")


def _where(entry: Entry, ids: Iterable[str]) -> Cell:
    ground = entry.teller.ground
    places = [held[0] for id_ in ids if (held := ground.places(id_))]
    text = entry.teller.list(dict.fromkeys(places), _NAMED)
    return entry.cell("col-1-where", text, "within")


def _reinstall(id_: str, teller: Teller) -> str:
    """Return how easily it is installed anew: as people say it, else how long its procedure takes."""
    said = teller.ground.facts(id_).reinstall
    chosen = teller.ground.lengths.chosen.get(id_)
    if said or chosen is None:
        return said
    length = teller.span(teller.ground.lengths.length[chosen])
    return teller.say("by-procedure", procedure=teller.name(chosen), length=length)
