"""What the inventory, the results and the drills show of a question of the self-assessment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from bcp.report.forms.form_05_power_and_lines import carried_lines
from bcp.report.forms.form_07_backups import is_apart
from bcp.report.forms.form_08_organisation import emergency_roles
from bcp.report.forms.teller import Teller
from bcp.units import HOUR

__all__ = ["LONGEST", "Evidence", "Subject", "evidence"]

Subject = Literal["people", "site", "power", "lines", "backups", "functions"]
"""What the six elements, and the six items of the checklist, are about."""
Standing = Literal["good", "fair", "poor", "unknown"]
LONGEST = 72 * HOUR
"""How long power from outside may be away, as the Cabinet Office counts on."""
_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found, and how it stands."""

    texts: tuple[str, ...]
    standing: Standing


def evidence(subject: Subject, teller: Teller) -> Evidence:
    """Return what was found about *subject*."""
    return _LOOKS[subject](teller)


def _judged(found: int, of: int) -> Standing:
    if not of:
        return "unknown"
    return "good" if found == of else "fair" if found else "poor"


# --- people --------------------------------------------------------------------------------------


def _people(teller: Teller) -> Evidence:
    """Return how many roles have a deputy, and whose arrival and numbers are known."""
    roles, ground = emergency_roles(teller), teller.ground
    backed = sum(bool(held.deputies) for held in roles)
    crews = [ground.teams[id_] for id_ in ground.crews(ground.components)]
    timed = sum(bool(team.assembly) for team in crews)
    people = ground.inventory.people
    reached = sum(bool(held.phone or held.mobile) for held in people)
    texts = [
        teller.say("ev-deputies", number=backed, of=len(roles))
        if roles
        else teller.say("ev-no-roles"),
        teller.say("ev-assembly", number=timed, of=len(crews)) if crews else "",
        teller.say("ev-numbers", number=reached, of=len(people))
        if people
        else teller.say("ev-no-people"),
    ]
    standing = _judged(backed, len(roles)) if roles else "poor"
    if standing == "good" and not people:
        standing = "fair"
    return Evidence(tuple(filter(None, texts)), standing)


# --- places --------------------------------------------------------------------------------------


def _site(teller: Teller) -> Evidence:
    """Return what stops when the building with most things in it is lost."""
    ground = teller.ground
    sites = [id_ for id_ in ground.of_kind("site") if ground.contents.get(id_)]
    if not sites:
        return Evidence((teller.say("ev-no-site"),), "unknown")
    main = max(sites, key=lambda id_: (len(ground.contents[id_]), -ground.network.place[id_]))
    stopped, of = ground.stops_without([main]), len(ground.functions)
    elsewhere = sum(bool(held.gathers_else) for held in emergency_roles(teller))
    roles = len(emergency_roles(teller))
    texts = [
        teller.say("ev-site", site=teller.name(main), number=len(stopped), of=of),
        teller.say("ev-elsewhere", number=elsewhere, of=roles) if roles else "",
    ]
    return Evidence(tuple(filter(None, texts)), _judged(of - len(stopped), of))


def _power(teller: Teller) -> Evidence:
    """Return how long reserves last, and whether the cooling is on them too."""
    ground = teller.ground
    holders = [id_ for id_ in ground.of_kind("power") if ground.held(id_)]
    if not holders:
        return Evidence((teller.say("ev-no-reserve"),), "poor")
    longest = max(need.holdover for id_ in holders for need in ground.held(id_))
    cooling = ground.of_kind("cooling")
    chilled = [
        id_
        for id_ in cooling
        if any(
            need.owner in {id_, *ground.below(id_)}
            for held in holders
            for need in ground.held(held)
        )
    ]
    texts = [
        teller.say("ev-reserve", number=len(holders), span=teller.span(longest)),
        teller.say("ev-cooled", number=len(chilled), of=len(cooling)) if cooling else "",
        teller.say("ev-supplies"),
    ]
    is_long, is_cool = longest >= LONGEST, len(chilled) == len(cooling)
    standing: Standing = "good" if is_long and is_cool else "fair"
    return Evidence(tuple(filter(None, texts)), standing)


def _lines(teller: Teller) -> Evidence:
    """Return which ways of talking there are, and how many functions hang on one line."""
    ground = teller.ground
    lines = carried_lines(teller)
    special = [id_ for id_ in lines if ground.facts(id_).priority_phone]
    alone = [id_ for id_, held in ground.stopped(lines).items() if held]
    texts = [
        teller.say("ev-lines", number=len(lines), special=len(special)),
        teller.say("ev-alone", number=len(alone)) if lines else "",
    ]
    if not lines:
        return Evidence(tuple(texts[:1]), "unknown")
    standing: Standing = "good" if special and not alone else "fair" if special else "poor"
    return Evidence(tuple(filter(None, texts)), standing)


# --- data and functions --------------------------------------------------------------------------


def _backups(teller: Teller) -> Evidence:
    """Return how much data has a copy that neither a disaster nor an intruder reaches."""
    ground = teller.ground
    data = [ground.components[id_] for id_ in ground.of_kind("data")]
    safe = sum(
        any(not copy.online and is_apart(held, copy, teller) for copy in held.backups)
        for held in data
    )
    days = [copy.tested for held in data for copy in held.backups if copy.tested is not None]
    texts = [
        teller.say("ev-safe", number=safe, of=len(data)),
        teller.say("ev-tested", day=teller.day(max(days))) if days else teller.say("ev-untested"),
    ]
    standing = _judged(safe, len(data))
    if standing == "good" and not days:
        standing = "fair"
    return Evidence(tuple(texts), standing)


def _functions(teller: Teller) -> Evidence:
    """Return how well the functions are described, and when a drill was held last."""
    functions = tuple(teller.ground.functions.values())
    ranked = sum(held.rank is not None for held in functions)
    judged = sum(bool(held.impact) for held in functions)
    texts = [
        teller.say("ev-functions", number=len(functions)),
        teller.say("ev-ranked", number=ranked, impact=judged, of=len(functions)),
        _drilled(teller),
    ]
    return Evidence(tuple(filter(None, texts)), _judged(min(ranked, judged), len(functions)))


def _drilled(teller: Teller) -> str:
    """Return whether a drill was held in the last twelve months, where that can be told."""
    history, date = teller.dossier.history, teller.dossier.date
    if history is None or date is None:
        return ""
    days = [past.on for past in history.pasts if past.counts and past.on is not None]
    recent = [day for day in days if date - _YEAR <= day <= date]
    if recent:
        return teller.say("ev-drilled", day=teller.day(max(recent)), number=len(recent))
    return teller.say("ev-not-drilled")


_LOOKS: Mapping[Subject, Callable[[Teller], Evidence]] = {
    "people": _people,
    "site": _site,
    "power": _power,
    "lines": _lines,
    "backups": _backups,
    "functions": _functions,
}
