"""様式5: power and lines: where they come from, how long a reserve lasts, what stops without."""

from __future__ import annotations

from collections.abc import Iterable

from bcp.report.document import Block, Bullets, Cell, Paragraph, Row, Run, Section
from bcp.report.forms.laying import Entry, Head, listing, missing, sheet
from bcp.report.forms.naming import stops, verdict_cell
from bcp.report.forms.teller import NONE, Teller
from bcp.units import HOUR
from bcp.words.findings import WORDS as FINDINGS

__all__ = ["build", "carried_lines"]

_NUMBER = 5
_NAMED = 3
_FINDINGS = 8
_FUELLED = 2 * HOUR
"""A reserve that lasts longer than this burns fuel: a battery would not."""
_POWER = (
    Head("col-5-power", 1.4),
    Head("col-5-feed", 1.4),
    Head("col-5-capacity", 1.2),
    Head("col-5-fuel", 1.1),
    Head("col-5-reserve", 1.4),
    Head("col-5-cooling", 0.9),
    Head("col-5-redundancy", 1.1),
    Head("col-stops", 1.1),
    Head("col-verdict", 0.8),
)
_LINES = (
    Head("col-5-line", 1.5),
    Head("col-5-carrier", 1.2),
    Head("col-5-route", 1.5),
    Head("col-5-redundancy", 1.3),
    Head("col-5-priority", 1.3),
    Head("col-stops", 1.2),
    Head("col-verdict", 0.8),
)


def build(teller: Teller, most: int) -> Section | None:
    """Return form 5; None if neither power nor a line is known."""
    power, lines_ = teller.ground.of_kind("power"), carried_lines(teller)
    shown = (*power[:most], *lines_[:most])
    if not shown:
        missing(_NUMBER, teller, "components")
    stopped = teller.ground.stopped(shown)
    blocks: list[Block] = [
        *listing(
            teller,
            _POWER,
            power,
            lambda id_: _power(id_, stopped[id_], teller),
            most=most,
            caption=teller.say("table-5-power"),
        ),
        *listing(
            teller,
            _LINES,
            lines_,
            lambda id_: _line(id_, stopped[id_], teller),
            most=most,
            caption=teller.say("table-5-lines"),
        ),
        *_single_points({*power, *lines_}, teller),
    ]
    return sheet(_NUMBER, teller, blocks)


# --- power ---------------------------------------------------------------------------------------


def _power(id_: str, stopped: tuple[str, ...], teller: Teller) -> Row:
    ground = teller.ground
    facts = ground.facts(id_)
    entry = Entry(teller, _NUMBER, "components", id_)
    reserves = [need.holdover for need in ground.held(id_)]
    feeds = (p for need in ground.network.needs[id_] for p in need.providers)
    is_known = ground.components[id_].facts is not None
    is_asked = is_known or bool(reserves)
    feed = facts.feed or teller.list(
        [p for p in feeds if p in ground.components and ground.components[p].kind == "power"],
        _NAMED,
    )
    is_fuelled = max(reserves, default=0) > _FUELLED
    return (
        Cell(teller.name(id_), emphasis=True),
        entry.cell("col-5-feed", feed, "facts.feed", wanted=is_known),
        entry.cell("col-5-capacity", facts.capacity, "facts.capacity", wanted=is_asked),
        entry.cell("col-5-fuel", facts.fuel, "facts.fuel", wanted=is_fuelled),
        _reserve(id_, teller),
        _cooling(id_, teller),
        _redundancy(id_, teller),
        stops(stopped, teller),
        verdict_cell(entry, wanted=is_asked),
    )


def _reserve(id_: str, teller: Teller) -> Cell:
    """Return for how long a thing bridges the loss of what, as the dependencies say."""
    needs = teller.ground.held(id_)
    if not needs:
        return Cell(NONE, tone="muted")
    shortest, longest = (find(need.holdover for need in needs) for find in (min, max))
    owners = teller.list(dict.fromkeys(need.owner for need in needs), _NAMED)
    key = "reserve" if shortest == longest else "reserve-from-to"
    return Cell(
        teller.say(key, least=teller.span(shortest), most=teller.span(longest), owners=owners)
    )


def _cooling(id_: str, teller: Teller) -> Cell:
    """Return whether what cools the rooms gets its power from a thing."""
    ground = teller.ground
    cooling = ground.of_kind("cooling")
    if not cooling:
        return Cell(NONE, tone="muted")
    fed = [held for held in cooling if id_ in ground.below(held) or _holds_for(id_, held, teller)]
    if fed:
        return Cell(teller.say("feeds-cooling"))
    return Cell(teller.say("feeds-no-cooling"), tone="warn" if ground.held(id_) else "muted")


def _holds_for(id_: str, cooling: str, teller: Teller) -> bool:
    """Return whether *id_* bridges a loss of *cooling* or of something below it."""
    owners = {need.owner for need in teller.ground.held(id_)}
    return not owners.isdisjoint({cooling, *teller.ground.below(cooling)})


def _redundancy(id_: str, teller: Teller) -> Cell:
    """Return what takes over for a thing."""
    users = [need for need in teller.ground.network.users[id_] if "/" not in need.owner]
    if not users:
        return Cell(NONE, tone="muted")
    others = teller.ground.alternatives(id_)
    if not others:
        return Cell(teller.say("alone"), tone="warn")
    return Cell(teller.say("backed-by", names=teller.list(others, _NAMED)))


# --- lines ---------------------------------------------------------------------------------------


def carried_lines(teller: Teller) -> tuple[str, ...]:
    """Return what leaves a building: lines, and outside networks that lines need."""
    ground = teller.ground
    return tuple(id_ for id_ in ground.of_kind("network", "external") if _is_line(id_, teller))


def _is_line(id_: str, teller: Teller) -> bool:
    ground = teller.ground
    facts, held = ground.facts(id_), ground.components[id_]
    if facts.carrier or facts.route or facts.priority_phone:
        return True
    if held.kind == "network":
        return not ground.places(id_)
    users = (need.owner for need in ground.network.users[id_])
    return any(
        user in ground.components and ground.components[user].kind == "network" for user in users
    )


def _line(id_: str, stopped: tuple[str, ...], teller: Teller) -> Row:
    ground = teller.ground
    facts = ground.facts(id_)
    entry = Entry(teller, _NUMBER, "components", id_)
    is_asked = ground.components[id_].facts is not None
    is_outside = ground.components[id_].kind == "external"
    return (
        Cell(teller.name(id_), emphasis=True),
        entry.cell("col-5-carrier", facts.carrier, "facts.carrier", wanted=is_asked or is_outside),
        entry.cell("col-5-route", facts.route, "facts.route", wanted=is_asked),
        _redundancy(id_, teller),
        facts.priority_phone or Cell(NONE, tone="muted"),
        stops(stopped, teller),
        verdict_cell(entry, wanted=is_asked),
    )


def _single_points(ids: Iterable[str], teller: Teller) -> tuple[Block, ...]:
    """Return what the check says of those whose failure alone stops functions."""
    known = set(ids)
    found = [
        teller.render(FINDINGS, held.phrase)
        for held in teller.dossier.findings
        if held.kind in {"single-point", "reserve-falls-too", "false-redundancy"}
        and not known.isdisjoint(held.ids)
    ]
    if not found:
        return ()
    left = len(found) - _FINDINGS
    more = (teller.say("more-findings", number=left),) if left > 0 else ()
    return (
        Paragraph((Run(teller.say("found-by-check"), strong=True),)),
        Bullets((*found[:_FINDINGS], *more)),
    )
