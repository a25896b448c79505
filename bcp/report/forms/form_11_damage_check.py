"""様式11: what is looked at after a disaster, place by place, with boxes for what was seen."""

from __future__ import annotations

from collections.abc import Sequence

from bcp.report.document import Block, Box, Cell, FormGrid, Row, Section
from bcp.report.forms.laying import Head, listing, missing, sheet
from bcp.report.forms.teller import Teller

__all__ = ["build"]

_NUMBER = 11
_PLACES = 12
"""How many places have a table of their own."""
_ROWS = 80
"""How many rows a table has at most."""
_ORDER = ("site", "room", "power", "cooling", "network", "external", "server", "storage")
_HEADS = (
    Head("col-11-sort", 0.8),
    Head("col-11-what", 1.9),
    Head("col-11-how", 2.6),
    Head("col-11-result", 1.7),
    Head("col-11-state", 1.8),
    Head("col-11-who", 0.9),
    Head("col-11-when", 0.8),
)


def build(teller: Teller, most: int) -> Section | None:
    """Return form 11; None if there is nothing to look at."""
    blocks: list[Block] = []
    by_place = _by_place(teller)
    for place, ids in list(by_place.items())[:_PLACES]:
        shown = sorted(ids, key=lambda id_: _ORDER.index(_kind(id_, teller)))
        blocks += _table(teller, teller.name(place) if place else "", shown, min(most, _ROWS))
    blocks += _systems(teller, min(most, _ROWS))
    blocks += _people(teller, min(most, _ROWS))
    if not blocks:
        missing(_NUMBER, teller, "components")
        return None
    return sheet(_NUMBER, teller, (_heading(teller), *blocks))


def _heading(teller: Teller) -> FormGrid:
    """Return the boxes at the head of a sheet: who filled it in, and when."""
    labels = ("check-place", "check-by", "check-on")
    boxes = [box for key in labels for box in (Box(teller.say(key), is_label=True), Box(lines=1))]
    return FormGrid("", (0.8, 2.0, 0.8, 2.0, 0.8, 2.0), (tuple(boxes),))


def _kind(id_: str, teller: Teller) -> str:
    return teller.ground.components[id_].kind


def _by_place(teller: Teller) -> dict[str, list[str]]:
    """Return what there is to look at by the building it stands in; those that hold most first."""
    ground = teller.ground
    found: dict[str, list[str]] = {}
    for id_, held in ground.components.items():
        if held.kind in _ORDER and _is_looked_at(id_, teller):
            place = id_ if held.kind == "site" else ground.place(id_, "site") or ""
            found.setdefault(place, []).append(id_)
    return dict(sorted(found.items(), key=lambda pair: (not pair[0], -len(pair[1]))))


def _is_looked_at(id_: str, teller: Teller) -> bool:
    """Return whether there is something to see: not so what only stands for others together."""
    held = teller.ground.components[id_]
    is_there = held.within is not None or held.kind in {"site", "external"}
    return is_there or bool(held.procedure) or held.facts is not None


def _table(teller: Teller, place: str, ids: Sequence[str], most: int) -> tuple[Block, ...]:
    caption = teller.say("check-at", place=place) if place else teller.say("check-outside")
    return listing(teller, _HEADS, ids, lambda id_: _row(id_, teller), most=most, caption=caption)


def _row(id_: str, teller: Teller) -> Row:
    kind = _kind(id_, teller)
    how = teller.ground.facts(id_).check or teller.say(f"check-{kind}")
    return (teller.say(f"kind-{kind}"), Cell(teller.name(id_), emphasis=True), how, *_open(teller))


def _open(teller: Teller) -> Row:
    """Return the boxes for what was seen, by whom and when."""
    return teller.say("check-boxes"), "", "", ""


# --- systems, data and people --------------------------------------------------------------------


def _systems(teller: Teller, most: int) -> tuple[Block, ...]:
    """Return the systems by their priority, and where their data is kept."""
    ground = teller.ground
    rank = {row.component: row.rank for row in teller.dossier.priority}
    systems = sorted(ground.systems, key=lambda id_: rank.get(id_, len(ground.components) + 1))
    rows = listing(
        teller,
        _HEADS,
        systems,
        lambda id_: _system(id_, teller),
        most=most,
        caption=teller.say("check-systems"),
    )
    stores: dict[str, list[str]] = {}
    for id_ in ground.of_kind("data"):
        stores.setdefault(_store(id_, teller), []).append(id_)
    data = listing(
        teller,
        _HEADS,
        stores.items(),
        lambda pair: _data(pair[0], pair[1], teller),
        most=most,
        caption=teller.say("check-data-table"),
    )
    return (*rows, *data)


def _system(id_: str, teller: Teller) -> Row:
    how = teller.ground.facts(id_).check or teller.say("check-service")
    name = Cell(teller.name(id_), emphasis=True)
    return teller.say("kind-service"), name, how, *_open(teller)


def _store(id_: str, teller: Teller) -> str:
    ground = teller.ground
    return ground.components[id_].within or next(iter(ground.hardware(id_)), id_)


def _data(store: str, ids: Sequence[str], teller: Teller) -> Row:
    """Return a row for all the data of one store."""
    alone = len(ids) == 1
    name = (
        teller.name(ids[0])
        if alone
        else teller.say("data-of", store=teller.name(store), number=len(ids))
    )
    written = {teller.ground.facts(id_).check for id_ in ids} - {""}
    how = next(iter(written)) if len(written) == 1 else teller.say("check-data")
    return teller.say("kind-data"), Cell(name, emphasis=True), how, *_open(teller)


def _people(teller: Teller, most: int) -> tuple[Block, ...]:
    """Return the teams that a recovery needs: who is there, who was reached."""
    ground = teller.ground
    teams = ground.crews(ground.components)
    return listing(
        teller,
        _HEADS,
        teams,
        lambda id_: _team(id_, teller),
        most=most,
        caption=teller.say("check-people"),
    )


def _team(id_: str, teller: Teller) -> Row:
    team = teller.ground.teams[id_]
    key = "check-vendor" if team.vendor else "check-team"
    return (
        teller.say("team-vendor" if team.vendor else "kind-people"),
        Cell(teller.name(id_), emphasis=True),
        teller.say(key),
        teller.say("check-present", size=team.size),
        "",
        "",
        "",
    )
