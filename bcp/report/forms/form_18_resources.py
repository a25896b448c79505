"""様式18: what each system cannot do without, and what of it the foremost scenario leaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bcp.report.document import Block, Cell, Row, Section
from bcp.report.forms.laying import Head, listing, missing, note, sheet
from bcp.report.forms.teller import NONE, Teller
from bcp.report.names import called
from bcp.scenario.impact import assess

__all__ = ["build"]

_NUMBER = 18
_NAMED = 2
_SYSTEMS = 40
"""How many systems the matrix has at most."""
_RESOURCES: Mapping[str, tuple[str, ...]] = {
    "machines": ("server", "storage"),
    "software": ("service",),
    "data": ("data",),
    "power": ("power",),
    "cooling": ("cooling",),
    "lines": ("network", "external"),
    "places": ("room", "site"),
}
"""What stands in which column, by kind."""
_HEADS = (
    Head("col-17-system", 1.4),
    *(Head(f"col-18-{resource}", 1.1) for resource in _RESOURCES),
    Head("col-18-people", 0.9),
    Head("col-18-vendors", 0.9),
    Head("col-18-papers", 1.0),
)


@dataclass(frozen=True, slots=True)
class _Struck:
    """What the foremost scenario takes away, directly."""

    name: str
    hit: frozenset[str]
    """Damaged or held down."""
    failed: frozenset[str]
    """Down for as long as they are, reserves spent."""
    alone: Mapping[str, frozenset[str]]
    """Of each component: which of the struck ones take it down by themselves."""


def build(teller: Teller, most: int) -> Section | None:
    """Return form 18; None if there are no systems."""
    systems = _ordered(teller)
    if not systems:
        missing(_NUMBER, teller, "components")
    struck = _struck(teller)
    heads = (*_HEADS, Head("col-18-left", 1.1)) if struck else _HEADS
    blocks: list[Block] = [
        *listing(
            teller,
            heads,
            systems,
            lambda id_: _row(id_, struck, teller),
            most=min(most, _SYSTEMS),
        )
    ]
    if blocks and struck:
        blocks.append(note(teller, "resources-note", scenario=struck.name))
    return sheet(_NUMBER, teller, blocks)


def _ordered(teller: Teller) -> list[str]:
    """Return the systems that functions need, by their priority."""
    rank = {row.component: row.rank for row in teller.dossier.priority}
    place = teller.ground.network.place
    needed = [id_ for id_ in teller.ground.systems if id_ in teller.ground.direct]
    return sorted(
        needed or teller.ground.systems, key=lambda id_: (rank.get(id_, len(place)), place[id_])
    )


def _struck(teller: Teller) -> _Struck | None:
    outlooks = teller.dossier.outlooks
    if not outlooks:
        return None
    scenario = outlooks[0].scenario
    impact = assess(scenario, teller.ground.inventory)
    hit = impact.damaged | {spell.component for spell in impact.outages}
    ground = teller.ground
    return _Struck(
        called(scenario.scenario, teller.lang),
        hit,
        ground.stopped_nodes(sorted(hit)),
        ground.taken_down_by(sorted(hit)),
    )


def _row(id_: str, struck: _Struck | None, teller: Teller) -> Row:
    ground = teller.ground
    standing = (id_, *ground.hardware(id_))
    needed = ground.below(id_).union(*(ground.places(one) for one in standing))
    by_kind: dict[str, list[str]] = {}
    for other in sorted(needed - {id_}, key=ground.network.place.__getitem__):
        if other in ground.components:
            by_kind.setdefault(ground.components[other].kind, []).append(other)
    cells = [
        _cell(id_, [one for kind in kinds for one in by_kind.get(kind, ())], struck, teller)
        for kinds in _RESOURCES.values()
    ]
    row: Row = (
        Cell(teller.name(id_), emphasis=True),
        *cells,
        *_people(id_, teller),
        teller.list(ground.components[id_].procedure, _NAMED) or NONE,
    )
    return row if struck is None else (*row, _left(id_, needed, struck, teller))


def _cell(system: str, ids: list[str], struck: _Struck | None, teller: Teller) -> Cell:
    """Return what is needed of a sort; what is struck first, as that is what has to be seen."""
    if not ids:
        return Cell(NONE, tone="muted")
    if struck is None or struck.hit.isdisjoint(ids):
        return Cell(teller.list(ids, _NAMED))
    lost = struck.alone.get(system, frozenset()).intersection(ids)
    first = sorted(ids, key=lambda id_: (id_ not in lost, id_ not in struck.hit))
    return Cell(teller.list(first, _NAMED), tone="bad" if lost else "warn")


def _people(id_: str, teller: Teller) -> tuple[str, str]:
    """Return the own people and the vendors that a recovery of the system takes."""
    ground = teller.ground
    crews = ground.crews((id_, *ground.hardware(id_)))
    own = [team for team in crews if not ground.teams[team].vendor]
    vendors = [team for team in crews if ground.teams[team].vendor]
    return teller.list(own, _NAMED) or NONE, teller.list(vendors, _NAMED) or NONE


def _left(id_: str, needed: frozenset[str], struck: _Struck, teller: Teller) -> Cell:
    """Return whether the system keeps all it needs in the foremost scenario."""
    hit = struck.hit & (needed | {id_})
    if not hit:
        return Cell(teller.say("all-left"), tone="good")
    if id_ not in struck.failed:
        return Cell(teller.say("left-by-spares", number=len(hit)), tone="warn")
    return Cell(teller.say("not-left", number=len(hit)), tone="bad")
