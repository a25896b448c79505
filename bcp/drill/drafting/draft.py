"""Puts a draft together: head, objectives, participants, clock and injects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bcp.drill.drafting.asked import asked, fillers
from bcp.drill.drafting.ground import Ground, Wish, ground_of, whole_minutes
from bcp.drill.drafting.noticed import noticed
from bcp.drill.drafting.packing import Placed, numbered, packed
from bcp.drill.drafting.spare import bench, waiting
from bcp.drill.drafting.timing import Timetable, timetable_of
from bcp.drill.file.models import Drill, Head, Inject, Measure, Objective, Participant
from bcp.inventory.models import Function, Inventory
from bcp.scenario.models import Scenario
from bcp.units import DAY, HOUR, MINUTE
from bcp.words import Lang, Name, Names, Phrase, Span, Told

__all__ = ["Draft", "Wish", "draft"]

ENOUGH = 20
"""A facilitator wants to start from so many injects."""
_MOST = 30
_YEAR = 365 * DAY
_TEAMS = 6


@dataclass(frozen=True, slots=True)
class Draft:
    """A drill, and what its maker should know about it."""

    drill: Drill
    remarks: tuple[Phrase, ...]
    """Texts of ``bcp.words.drafting``: what to look at by hand."""


def draft(
    scenario: Scenario, inventory: Inventory, names: Mapping[Lang, Names], wish: Wish
) -> Draft:
    """Return a first draft of a drill: what the room would notice, when, and what it should do.

    The same files and the same wish give the same draft.

    Parameters
    ----------
    scenario
        What is rehearsed.
    inventory
        Who rehearses it.
    names
        What people call each id, in both languages.
    wish
        What kind of drill is wanted, and how long.
    """
    ground = ground_of(scenario, inventory, names, wish)
    timetable = timetable_of(ground)
    spare = [*waiting(ground, timetable), *bench(ground)]
    ideas = [*asked(ground, timetable), *noticed(ground)]
    after = sum(len(idea.follows) for idea in ideas)
    room = _MOST - len(spare) - after
    placed = packed(ideas, fillers(ground, timetable), timetable, ENOUGH - len(spare), room)
    injects = (*numbered(placed), *spare)
    drill = Drill(
        drill=_head(ground),
        objectives=tuple(_objectives(ground, timetable, placed)),
        participants=tuple(_participants(ground)),
        clock=timetable.clock,
        injects=injects,
    )
    return Draft(drill, tuple(_remarks(ground, timetable, injects)))


def _head(ground: Ground) -> Head:
    scenario = ground.scenario.scenario
    wish = ground.wish
    called = Told(scenario.name or scenario.id, scenario.name_en or scenario.id)
    name, name_en = ground.told("drill-name", name=called, kind=ground.label(f"kind-{wish.kind}"))
    purpose, purpose_en = ground.told("drill-purpose")
    return Head.model_validate(
        {
            "id": wish.id,
            "name": name,
            "name_en": name_en,
            "kind": wish.kind,
            "scenario": wish.scenario,
            "purpose": purpose,
            "purpose_en": purpose_en,
            "length": f"{wish.length}s",
            "every": f"{_YEAR}s",
            "safety": ground.said("drill-safety"),
            "stop_when": ground.said("drill-stop"),
            "documents": [ground.said("document-plan"), ground.said("document-order")],
        }
    )


# --- objectives --------------------------------------------------------------------------------


def _objectives(
    ground: Ground, timetable: Timetable, placed: Sequence[Placed]
) -> Iterator[Objective]:
    start = _marked(placed, "start")
    yield _objective(ground, "start", _spans(start, timetable), _answered(placed, start))
    work = _marked(placed, "work")
    if work is not None and (sign := work.idea.inject.met_by) is not None and sign.started:
        within = work.at + _within(work)
        component = sign.started.partition("/")[0]
        values = {"component": Name(component), "within": Span(within)}
        measure = Measure(started=sign.started, within=within)
        yield _objective(ground, "work", values, measure)
    else:
        yield _objective(ground, "work", {}, None, key="work-none")
    for number, function in enumerate(ground.aims, 1):
        if (ground.outcome(function).restored or 0) <= timetable.end:
            yield _restored(ground, number, function)
    report = _marked(placed, "report")
    yield _objective(ground, "report", _spans(report, timetable), _answered(placed, report))
    for name in ("continue", "judge"):
        yield _objective(ground, name, {}, None)


def _marked(placed: Sequence[Placed], mark: str) -> Placed | None:
    return next((held for held in placed if held.idea.mark == mark), None)


def _within(held: Placed | None) -> int:
    return held.deadline or HOUR if held is not None else HOUR


def _spans(held: Placed | None, timetable: Timetable) -> dict[str, object]:
    """Return how long people have by both clocks."""
    within = _within(held)
    return {"within": Span(within), "real": Span(whole_minutes(within // timetable.speed))}


def _answered(placed: Sequence[Placed], held: Placed | None) -> Measure | None:
    if held is None:
        return None
    return Measure(answered=str(placed.index(held) + 1), within=_within(held))


def _objective(
    ground: Ground, id_: str, values: dict[str, object], measure: Measure | None, key: str = ""
) -> Objective:
    text, text_en = ground.told(f"objective-{key or id_}", **values)
    criterion, criterion_en = ground.told(f"criterion-{key or id_}", **values)
    return Objective(
        id=id_,
        text=text,
        text_en=text_en,
        criterion=criterion,
        criterion_en=criterion_en,
        measure=measure,
    )


def _restored(ground: Ground, number: int, function: Function) -> Objective:
    """Return that *function* is back in time: as the plan has it where that is later."""
    outcome = ground.outcome(function)
    planned = outcome.restored or 0
    is_met = planned <= outcome.rto
    within = outcome.rto if is_met else _rounded(planned + planned // 10)
    values: dict[str, object] = {
        "function": Name(function.id),
        "rto": Span(outcome.rto),
        "planned": Span(planned),
        "within": Span(within),
    }
    key = "restore" if is_met else "restore-late"
    measure = Measure(up=function.id, within=max(within, MINUTE))
    return _objective(ground, f"restore-{number}", values, measure, key=key)


def _rounded(seconds: int) -> int:
    """Return a time up to the next hour, to the next ten minutes if it is less than a day."""
    step = HOUR if seconds >= DAY else 10 * MINUTE
    return -(-seconds // step) * step


# --- who takes part ----------------------------------------------------------------------------


def _participants(ground: Ground) -> Iterator[Participant]:
    for key, role in (
        ("facilitator", "facilitator"),
        ("controller", "controller"),
        ("recorder", "observer"),
        ("evaluator", "evaluator"),
    ):
        name, name_en = ground.told(key)
        yield Participant.model_validate({"name": name, "name_en": name_en, "role": role})
    teams = sorted(
        (t for t in ground.inventory.teams if ground.work_of.get(t.id)),
        key=lambda team: (team.vendor, -ground.work_of[team.id]),
    )
    for team in teams[:_TEAMS]:
        key = "player-vendor" if team.vendor else "player"
        name, name_en = ground.told(key, team=Name(team.id))
        organisation = ground.names[ground.lang][team.id] if team.vendor else None
        yield Participant(name=name, name_en=name_en, team=team.id, organisation=organisation)


# --- what to look at ---------------------------------------------------------------------------


def _remarks(ground: Ground, timetable: Timetable, injects: Sequence[Inject]) -> Iterator[Phrase]:
    values = {"functions": len(ground.stopped), "tasks": len(ground.result.tasks)}
    if len(injects) < ENOUGH:
        yield Phrase("remark-few", {"number": len(injects), "least": ENOUGH, **values})
    if not ground.result.tasks:
        yield Phrase("remark-no-tasks")
    leaps = len(timetable.stretches) - 1
    if timetable.speed > 1 or leaps:
        yield Phrase("remark-clock", {"speed": timetable.speed, "leaps": leaps})
    beyond = tuple(
        Name(f.id) for f in ground.aims if (ground.outcome(f).restored or 0) > timetable.end
    )
    if beyond:
        yield Phrase("remark-beyond", {"ids": beyond})
    late = tuple(Name(f.id) for f in ground.aims if not ground.outcome(f).rto_met)
    if late:
        yield Phrase("remark-late", {"ids": late})
