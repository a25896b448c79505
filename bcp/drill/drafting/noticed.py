"""What the room notices of the scenario: calls, screens, people who arrive, things that return."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from bcp.drill.drafting.ground import Ground
from bcp.drill.drafting.ideas import Follow, Idea, worded
from bcp.drill.file.models import Inject, Sign
from bcp.inventory.models import Function
from bcp.recovery.works import Done
from bcp.scenario.impact import Spell
from bcp.units import HOUR, MINUTE
from bcp.words import Name, Phrase, Span, Told

__all__ = ["noticed"]

_VARIANTS = 4
_CALLS = (80, 78, 76, 60, 50, 40)
"""How much the calls of as many departments are wanted; of the rest the same holds."""
_SIGHTS = (85, 83, 61, 51)
_ARRIVALS = (79, 77, 69, 59, 49)
_RETURNS = (81, 71, 57)
_RELAPSES = (54, 48)
_SOON = 2 * HOUR
"""What the plan begins later than that is not yet expected of people."""
_FACILITIES = frozenset({"site", "room", "power", "cooling"})


def noticed(ground: Ground) -> Iterator[Idea]:
    """Yield what the simulation lets people notice."""
    yield from _calls(ground)
    yield from _relapses(ground)
    yield from _sights(ground)
    yield from _arrivals(ground)
    yield from _returns(ground)


# --- departments whose function stops ----------------------------------------------------------


def _calls(ground: Ground) -> Iterator[Idea]:
    called: dict[str, Function] = {}
    for function in ground.stopped:
        if not ground.is_own(function):
            called.setdefault(ground.department(function).text, function)
    for number, (function, weight) in enumerate(zip(called.values(), _CALLS, strict=False)):
        down = ground.outcome(function).down[0][0]
        is_staff = _lacks_people(ground, function)
        key = "call-staff" if is_staff else f"call-{number % _VARIANTS + 1}"
        follows = (Follow(_impatient(ground, function)),) if number == 0 else ()
        yield Idea(
            _call(ground, key, function),
            down + (number + 1) * 5 * MINUTE,
            weight,
            deadline=30 * MINUTE,
            follows=follows,
        )


def _call(ground: Ground, key: str, function: Function) -> Inject:
    return worded(
        ground,
        key,
        _of_function(ground, function),
        sender=ground.department_here(function),
        objective="continue",
        plan=function.source,
    )


def _of_function(ground: Ground, function: Function) -> dict[str, object]:
    held = function.workaround
    instead = Phrase("no-workaround")
    if held is not None and held.name:
        name = Told(held.name, ground.label("workaround-of-plan").text_en)
        instead = Phrase("workaround", {"name": name, "after": Span(held.after)})
    return {
        "department": ground.department(function),
        "function": Name(function.id),
        "rto": Span(ground.outcome(function).rto),
        "workaround": instead,
    }


def _lacks_people(ground: Ground, function: Function) -> bool:
    """Return whether nothing but people is missing."""
    teams = {team.id for team in ground.inventory.teams}
    causes = ground.outcome(function).causes
    return bool(causes) and teams.issuperset(causes)


def _impatient(ground: Ground, function: Function) -> Inject:
    return worded(
        ground,
        "impatient",
        _of_function(ground, function),
        sender=ground.department_here(function),
        objective="continue",
        difficulty="hard",
    )


def _relapses(ground: Ground) -> Iterator[Idea]:
    """Yield the calls of those whose function stops a second time."""
    again = [f for f in ground.stopped if len(ground.outcome(f).down) > 1 and not ground.is_own(f)]
    for function, weight in zip(again, _RELAPSES, strict=False):
        at = ground.outcome(function).down[1][0] + 5 * MINUTE
        yield Idea(_call(ground, "call-again", function), at, weight, deadline=30 * MINUTE)


# --- what is seen to be broken -----------------------------------------------------------------


def _sights(ground: Ground) -> Iterator[Idea]:
    ranks = {row.component: row.rank for row in ground.result.order}
    held = sorted({(at, _family(ground, id_, sort), id_) for at, sort, id_ in _struck(ground)})
    groups = [(key, [id_ for *_, id_ in rows]) for key, rows in groupby(held, lambda r: r[:2])]
    for number, (((at, family), ids), weight) in enumerate(zip(groups, _SIGHTS, strict=False), 1):
        ids.sort(key=lambda id_: (ranks.get(id_, len(ranks) + 1), ground.network.place[id_]))
        first = _first_work(ground, ids, at + _SOON)
        yield Idea(
            _sight(ground, family, tuple(ids), first),
            at + number * 4 * MINUTE,
            weight,
            deadline=HOUR,
            mark="work" if first is not None else "",
        )


def _struck(ground: Ground) -> Iterator[tuple[int, str, str]]:
    impact = ground.case.impact
    damaged = impact.damaged
    for hit in impact.hits:
        yield hit.at, "data" if hit.corrupt_since is not None else "hit", hit.component
    for spell in impact.outages:
        if spell.component not in damaged:
            yield spell.start, "outage", spell.component


def _family(ground: Ground, component: str, sort: str) -> str:
    """Return by whom and how it is noticed that something is struck."""
    if sort == "outage":
        return "outside"
    if ground.network.components[component].kind in _FACILITIES:
        return "facilities"
    return "data" if sort == "data" else "machines"


def _first_work(ground: Ground, ids: Iterable[str], until: int) -> Done | None:
    """Return what the plan does first about some components, if it begins soon."""
    wanted = set(ids)
    works = (d for d in ground.result.tasks if d.work.component in wanted and d.start <= until)
    return next(works, None)


def _sight(ground: Ground, family: str, ids: tuple[str, ...], first: Done | None) -> Inject:
    values: dict[str, object] = {"ids": ground.listed(ids, most=4)}
    if first is None:
        return _seen(ground, f"sight-{family}", values, None)
    return _seen(ground, f"sight-{family}-work", values | ground.work(first), first)


def _seen(ground: Ground, key: str, values: dict[str, object], first: Done | None) -> Inject:
    family = key.split("-")[1]
    return worded(
        ground,
        key,
        values,
        sender=ground.said(f"sight-{family}-from"),
        means=f"sight-{family}-means",
        objective="work" if first else "start",
        difficulty="basic",
        plan=_procedure(ground, first) if first else ground.scenario.scenario.source,
        met_by=_started(first) if first else None,
    )


def _procedure(ground: Ground, done: Done) -> str:
    return ground.said("plan-procedure", procedure=Name(done.work.procedure))


def _started(done: Done) -> Sign:
    return Sign(started=f"{done.work.component}/{done.work.task}")


# --- people who arrive -------------------------------------------------------------------------


def _arrivals(ground: Ground) -> Iterator[Idea]:
    """Yield the first task of each team but the one that is told everything anyway."""
    own = ground.desk.id if ground.desk else ""
    first: dict[str, Done] = {}
    for done in ground.result.tasks:
        for team in ground.crew(done):
            first.setdefault(team, done)
    vendors = {team.id for team in ground.inventory.teams if team.vendor}
    coming = [(team, done) for team, done in first.items() if team != own]
    for (team, done), weight in zip(coming, _ARRIVALS, strict=False):
        latest = _latest(ground, done)
        values = ground.work(done) | {
            "team": Name(team),
            "number": ground.crew(done)[team],
            "latest": Phrase("latest", {"latest": Span(latest)}) if latest else Phrase("at-once"),
        }
        inject = worded(
            ground,
            "arrival-vendor" if team in vendors else "arrival-own",
            values,
            sender=ground.names[ground.lang][team],
            means="means-face",
            objective="work",
            plan=_procedure(ground, done),
            met_by=_started(done),
        )
        wanted = latest - done.start if latest else HOUR
        yield Idea(inject, done.start, weight, deadline=min(wanted, 4 * HOUR), mark="work")


def _latest(ground: Ground, done: Done) -> int | None:
    """Return by when the recovery of its component must begin, if that is still to come."""
    for row in ground.result.order:
        if row.component == done.work.component and row.latest_start is not None:
            return row.latest_start if row.latest_start > done.start else None
    return None


# --- what comes back by itself -----------------------------------------------------------------


def _returns(ground: Ground) -> Iterator[Idea]:
    impact = ground.case.impact
    opened = {(spell.end, spell.component) for spell in impact.barred}
    outages = [spell for spell in impact.outages if (spell.end, spell.component) not in opened]
    ends = _ends("outage", outages) | _ends("access", impact.barred)
    for (at, sort), weight in zip(sorted(ends), _RETURNS, strict=False):
        following = next((d for d in ground.result.tasks if at <= d.start <= at + _SOON), None)
        values: dict[str, object] = {"ids": ground.listed(tuple(ends[at, sort]))}
        key = f"return-{sort}"
        if following is not None:
            key, values = f"{key}-work", values | ground.work(following)
        inject = worded(
            ground,
            key,
            values,
            sender=ground.said(f"return-{sort}-from"),
            objective="work" if following else "report",
            plan=_procedure(ground, following) if following else None,
            met_by=_started(following) if following else None,
        )
        yield Idea(inject, at + 2 * MINUTE, weight, deadline=HOUR)


def _ends(sort: str, spells: Iterable[Spell]) -> dict[tuple[int, str], list[str]]:
    found: dict[tuple[int, str], list[str]] = {}
    for spell in spells:
        if spell.end is not None and spell.component not in found.get((spell.end, sort), ()):
            found.setdefault((spell.end, sort), []).append(spell.component)
    return found
