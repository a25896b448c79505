"""様式3: the buildings, what was found out about them and what stands or falls with them."""

from __future__ import annotations

from bcp.inventory.facts import Facts
from bcp.report.document import Cell, Row, Section
from bcp.report.forms.laying import Entry, Head, lines, listing, missing, sheet
from bcp.report.forms.naming import stops, verdict_cell
from bcp.report.forms.teller import NONE, Teller

__all__ = ["build"]

_NUMBER = 3
_HEADS = (
    Head("col-3-building", 1.3),
    Head("col-3-built", 1.3),
    Head("col-3-seismic", 1.3),
    Head("col-3-flood", 1.2),
    Head("col-3-hazards", 1.2),
    Head("col-3-inside", 1.3),
    Head("col-verdict", 0.8),
    Head("col-remark", 1.2),
)


def build(teller: Teller, most: int) -> Section | None:
    """Return form 3; None if no building is known."""
    sites = _sites(teller)
    if not sites:
        missing(_NUMBER, teller, "components")
    stopped = teller.ground.stopped(sites[:most])
    blocks = listing(teller, _HEADS, sites, lambda id_: _row(id_, stopped[id_], teller), most=most)
    return sheet(_NUMBER, teller, blocks)


def _sites(teller: Teller) -> list[str]:
    """Return the sites; grounds with buildings on them only if something is known of them."""
    ground = teller.ground
    sites = ground.of_kind("site")
    holding = {held.within for held in ground.components.values() if held.kind == "site"}
    return [id_ for id_ in sites if id_ not in holding or ground.components[id_].facts is not None]


def _row(id_: str, stopped: tuple[str, ...], teller: Teller) -> Row:
    facts = teller.ground.facts(id_)
    entry = Entry(teller, _NUMBER, "components", id_)
    return (
        Cell(_name(id_, facts, teller), emphasis=True),
        entry.cell("col-3-built", lines([facts.built, facts.structure]), "facts.built"),
        entry.cell("col-3-seismic", facts.seismic, "facts.seismic"),
        entry.cell("col-3-flood", facts.flood, "facts.flood"),
        entry.cell("col-3-hazards", facts.hazards, "facts.hazards"),
        _inside(id_, stopped, teller),
        verdict_cell(entry),
        facts.remark or NONE,
    )


def _name(id_: str, facts: Facts, teller: Teller) -> str:
    return lines([teller.name(id_), "" if teller.is_public else facts.address])


def _inside(id_: str, stopped: tuple[str, ...], teller: Teller) -> str:
    """Return how much stands in a building, and how many functions stop without it."""
    held = teller.ground.contents.get(id_, ())
    inside = teller.say("inside", number=len(held)) if held else ""
    return lines([inside, stops(stopped, teller)])
