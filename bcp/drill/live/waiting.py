"""Why a task does not start: what a facilitator is told when it is asked for. Pure."""

from __future__ import annotations

from bcp.drill.live.state import Attempt, DrillState
from bcp.recovery.works import Work, Workshop
from bcp.words import Name, Phrase

__all__ = ["attempt_of", "reasons_of", "why_not"]


def attempt_of(state: DrillState, component: str, task: str) -> Attempt | None:
    """Return the latest go at a task that was not broken off, or None."""
    for held in reversed(state.attempts):
        if (held.work.component, held.work.task) == (component, task) and held.aborted is None:
            return held
    return None


def why_not(state: DrillState, work: Work) -> tuple[Phrase, ...]:
    """Return what keeps a waiting work from starting now; empty: nothing does."""
    return _reasons(state, _workshop(state), work)


def reasons_of(state: DrillState) -> dict[Work, tuple[Phrase, ...]]:
    """Return what keeps each waiting work from starting now."""
    workshop = _workshop(state)
    return {work: _reasons(state, workshop, work) for work in state.engine.works.waiting}


def _workshop(state: DrillState) -> Workshop:
    return Workshop(
        state.setting.network,
        state.case.roster,
        state.engine.condition,
        state.engine.works,
        state.order,
        max(state.scenario, 0),
    )


def _reasons(state: DrillState, workshop: Workshop, work: Work) -> tuple[Phrase, ...]:
    """Return why a work waits: while others come before it, nothing else is asked."""
    if workshop.works.waiting.get(work):
        return (_before(state, work),)
    if workshop.can_start(work):
        return ()
    return (*_lacks(state, work), *_barred(workshop, work), *_crew(workshop, work))


def _before(state: DrillState, work: Work) -> Phrase:
    task = state.setting.network.tasks[work.procedure, work.task]
    works = state.engine.works
    running = {held for *_, held in works.running}
    siblings = [(other, work._replace(task=other)) for other in task.after]
    open_ = [other for other, held in siblings if held in works.waiting or held in running]
    return Phrase("waits-after", {"tasks": tuple(Name(f"{work.procedure}/{o}") for o in open_)})


def _lacks(state: DrillState, work: Work) -> list[Phrase]:
    condition = state.engine.condition
    return [
        Phrase(
            "waits-lacks", {"ids": tuple(Name(p) for p in need.providers if p in condition.down)}
        )
        for need in state.setting.network.work_needs(*work[:3])
        if need in condition.short
    ]


def _barred(workshop: Workshop, work: Work) -> list[Phrase]:
    barred = workshop.works.barred
    if not barred or not workshop.task(work).onsite:
        return []
    places = [place for place in workshop.network.places_of(work.component) if place in barred]
    return [Phrase("waits-barred", {"ids": tuple(Name(p) for p in places)})] if places else []


def _crew(workshop: Workshop, work: Work) -> list[Phrase]:
    found: list[Phrase] = []
    for team, number in workshop.task(work).crew.items():
        present = workshop.roster.present(team, workshop.now)
        free = present - workshop.works.busy.get(team, 0)
        values = {"team": Name(team), "number": number, "present": present, "free": free}
        if not workshop.roster.at_work(team, workshop.now):
            found.append(Phrase("waits-off-duty", values))
        elif present < number:
            found.append(Phrase("waits-absent", values))
        elif free < number:
            found.append(Phrase("waits-busy", values))
    return found
