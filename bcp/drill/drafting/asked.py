"""What is asked of the room whatever has happened: a start, reports, decisions, and distractions."""

from __future__ import annotations

from collections.abc import Iterator

from bcp.drill.drafting.ground import Ground
from bcp.drill.drafting.ideas import Follow, Idea, option, worded
from bcp.drill.drafting.timing import Timetable
from bcp.drill.file.models import Inject
from bcp.scenario.models import Event, StaffChange
from bcp.units import HOUR, MINUTE
from bcp.words import Name, Phrase, Span, Told

__all__ = ["asked", "fewer", "fillers"]

_REPORTS = ((1, 22), (2, 50), (3, 80))
"""Which report is asked for after how many hundredths of the drill."""
_EXTRAS = ((1, 36, 70), (2, 68, 56))
"""Which, after how many hundredths of the drill, how much it is wanted."""
_FILLERS = (15, 30, 45, 58, 72, 88)
_SHIFTS_FROM = 3
"""A team smaller than this cannot rest by turns."""


def asked(ground: Ground, timetable: Timetable) -> Iterator[Idea]:
    """Yield what is asked of the room."""
    yield _opening(ground, timetable)
    for number, share in _REPORTS:
        yield _report(ground, number, _at(timetable, share))
    yield _publish(ground, _at(timetable, 14))
    order = [row for row in ground.result.order if row.unlocks and row.finish is not None]
    if len(order) > 1:
        yield _first_or_second(ground, order[0].component, order[1].component, timetable)
    if ground.desk is not None and ground.desk.size >= _SHIFTS_FROM:
        yield _shifts(ground, _at(timetable, 60))
    for number, share, weight in _EXTRAS:
        inject = _general(ground, f"extra-{ground.sort}-{number}")
        yield Idea(inject, _at(timetable, share), weight, deadline=HOUR)


def fillers(ground: Ground, timetable: Timetable) -> Iterator[Idea]:
    """Yield what can be put wherever little happens; of that no more than there is to do."""
    most = len(ground.stopped) + len(ground.result.tasks)
    for number, share in enumerate(_FILLERS[:most], 1):
        inject = _general(ground, f"filler-{number}")
        yield Idea(inject, _at(timetable, share), 10 - number, deadline=HOUR)


def _at(timetable: Timetable, share: int) -> int:
    """Return what the scenario's clock shows after *share* hundredths of the drill."""
    return timetable.scenario(timetable.length * share // 100)


def _general(ground: Ground, key: str) -> Inject:
    return worded(ground, key, {}, sender=ground.said(f"{key}-from"), objective="continue")


def _opening(ground: Ground, timetable: Timetable) -> Idea:
    head = ground.scenario.scenario
    when = ground.label("just-now")
    if head.starts is not None:
        when = Told(f"{head.starts:%H時%M分}", f"{head.starts:%H:%M}")
    out = tuple(dict.fromkeys(s.component for s in ground.case.impact.outages if s.start == 0))
    missing = Phrase("opening-out", {"ids": ground.listed(out)}) if out else Phrase("opening-all")
    inject = worded(
        ground,
        f"opening-{ground.sort}",
        {"when": when, "name": Told(head.name or head.id, head.name_en), "out": missing},
        sender=ground.said("facilitator"),
        means="means-word",
        to=(ground.said("everyone"),),
        objective="start",
        difficulty="basic",
        plan=head.source,
    )
    return Idea(inject, timetable.clock.starts, 100, deadline=30 * MINUTE, mark="start")


def _report(ground: Ground, number: int, at: int) -> Idea:
    values: dict[str, object] = {
        "headquarters": Phrase(ground.headquarters()),
        "forecasts": _forecasts(ground),
    }
    sender = ground.said(ground.headquarters())
    inject = worded(ground, f"report-{number}", values, sender=sender, objective="report")
    late = worded(
        ground, "report-late", values, sender=sender, objective="report", difficulty="hard"
    )
    follows = (Follow(late),) if number == 1 else ()
    return Idea(inject, at, 90 - number, deadline=30 * MINUTE, follows=follows, mark="report")


def _forecasts(ground: Ground) -> Told:
    """Return when the functions that count will be back by the plan."""
    parts = [
        ground.told("forecast", function=Name(f.id), after=Span(ground.outcome(f).restored or 0))
        for f in ground.aims
    ]
    if not parts:
        return ground.label("forecast-none")
    return Told("、".join(part[0] for part in parts), "; ".join(part[1] for part in parts))


def _publish(ground: Ground, at: int) -> Idea:
    options = (option(ground, "now", "publish-now"), option(ground, "wait", "publish-wait"))
    sender = ground.said("public-relations")
    inject = worded(ground, "publish", {}, sender=sender, objective="judge", options=options)
    rumour = worded(ground, "rumour", {}, sender=sender, objective="judge", difficulty="hard")
    return Idea(inject, at, 82, deadline=HOUR, follows=(Follow(rumour, "wait"),))


def _first_or_second(ground: Ground, first: str, second: str, timetable: Timetable) -> Idea:
    """Ask which of two components goes first, once both are struck."""
    hits = [hit.at for hit in ground.case.impact.hits if hit.component in {first, second}]
    inject = worded(
        ground,
        "order",
        {"first": Name(first), "second": Name(second)},
        sender=ground.said("facilitator"),
        means="means-word",
        objective="judge",
        plan=ground.said("plan-order"),
        options=(
            option(ground, "first", "order-first", name=_called(ground, first)),
            option(ground, "second", "order-first", name=_called(ground, second)),
        ),
    )
    at = max(_at(timetable, 10), max(hits, default=0) + 10 * MINUTE)
    return Idea(inject, at, 74, deadline=30 * MINUTE)


def _called(ground: Ground, component: str) -> Told:
    return Told(ground.names["ja"][component], ground.names["en"][component])


def _shifts(ground: Ground, at: int) -> Idea:
    """Ask whether to rest by turns: whoever does not is short of people later."""
    desk = ground.desk
    assert desk is not None
    tired = fewer(desk.id, desk.size // 2, at=6 * HOUR)
    rested = fewer(desk.id, desk.size - desk.size // _SHIFTS_FROM, at=0)
    inject = worded(
        ground,
        "shifts",
        {"team": Name(desk.id)},
        sender=ground.names[ground.lang][desk.id],
        means="means-face",
        objective="judge",
        options=(
            option(ground, "all", "shifts-all", tired),
            option(ground, "shifts", "shifts-turns", rested),
        ),
    )
    return Idea(inject, at, 72, deadline=30 * MINUTE)


def fewer(team: str, heads: int, at: int, length: int = 8 * HOUR) -> Event:
    """Return that *team* has only so many *heads* for a time."""
    change = StaffChange.model_validate(
        {"team": team, "available": str(heads), "for": f"{length}s"}
    )
    return Event(at=at, staff=change)
