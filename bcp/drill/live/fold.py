"""The fold: a record of events becomes a state. Replaying a record and living it are the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import singledispatch

from bcp.drill.live import events as happened
from bcp.drill.live.clocks import Anchor
from bcp.drill.live.events import Entry
from bcp.drill.live.passing import NOBODY, notice, pass_to, plan_of, record_attempts
from bcp.drill.live.refusal import Refused
from bcp.drill.live.setting import Setting, acts_at, extended, replan
from bcp.drill.live.state import Attempt, DrillState, Leap, Rated, opening, with_given
from bcp.recovery.play import step
from bcp.recovery.works import Deed, Starter, Work, Workshop, by_order_of, by_plan
from bcp.scenario.models import Event as ScenarioEvent

__all__ = ["cancelled", "effective", "evolve", "fold"]

_REWRITING = (happened.Undone, happened.Corrected)


def fold(setting: Setting, entries: Sequence[Entry]) -> DrillState:
    """Return the state that a record leads to.

    Raises
    ------
    Refused
        If the entries cannot have happened one after another.
    """
    kept = effective(entries)
    return _finished(_replay(opening(setting), kept, 0), entries)


def _replay(state: DrillState, kept: Sequence[Entry], done: int) -> DrillState:
    """Return *state*, to which the first *done* of *kept* have led, after the others."""
    for place in range(done, len(kept)):
        state = _apply_at(state, kept[place])
        if isinstance(kept[place].event, happened.Started):
            state = replace(state, begun=(tuple(kept[: place + 1]), state))
    return state


def _finished(state: DrillState, entries: Sequence[Entry]) -> DrillState:
    """Return *state* with its record, its clocks where the last entry saw them."""
    if entries:
        last = entries[-1]
        exercise = max(state.exercise, last.exercise)
        state = pass_to(state, exercise, max(state.scenario, last.scenario))
    return replace(state, entries=tuple(entries))


def evolve(state: DrillState, entry: Entry) -> DrillState:
    """Return *state* after one more entry of its record.

    Raises
    ------
    Refused
        If that cannot have happened.
    """
    entries = (*state.entries, entry)
    if not isinstance(entry.event, _REWRITING):
        begun = isinstance(entry.event, happened.Started)
        kept = effective(state.entries) if begun else []
        return replace(_replay(state, [*kept, entry], len(kept)), entries=entries)
    kept = effective(entries)
    if state.begun is not None:
        before, there = state.begun
        if tuple(kept[: len(before)]) == before:
            rewritten = replace(_replay(there, kept, len(before)), begun=state.begun)
            return _finished(rewritten, entries)
    return _finished(_replay(opening(state.setting), kept, 0), entries)


def cancelled(entries: Sequence[Entry]) -> frozenset[int]:
    """Return the numbers of the entries that are taken back."""
    found: set[int] = set()
    for entry in reversed(entries):
        if isinstance(entry.event, happened.Undone) and entry.n not in found:
            found.add(entry.event.entry)
    return frozenset(found)


def effective(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries that count: not taken back, in their corrected places, ticks left out."""
    taken = cancelled(entries)
    counted = [entry for entry in entries if entry.n not in taken]
    moved = {
        entry.event.entry: entry.event.exercise
        for entry in counted
        if isinstance(entry.event, happened.Corrected) and entry.event.exercise is not None
    }
    kept = [
        replace(entry, exercise=moved[entry.n], scenario=-1) if entry.n in moved else entry
        for entry in counted
        if not isinstance(entry.event, (*_REWRITING, happened.Ticked))
    ]
    return sorted(kept, key=lambda entry: (entry.exercise, entry.n)) if moved else kept


def _apply_at(state: DrillState, entry: Entry) -> DrillState:
    scenario = entry.scenario
    if scenario < 0:
        scenario = state.scenario_at(entry.exercise)
    if state.phase in {"running", "paused"}:
        state = pass_to(state, entry.exercise, max(scenario, state.scenario))
    return notice(_apply(entry.event, state))


@singledispatch
def _apply(_: happened.Event, state: DrillState) -> DrillState:
    """Return *state* after an event, the clocks having come to its moment."""
    return state


# Clocks.


@_apply.register
def _(_: happened.Started, state: DrillState) -> DrillState:
    clock = state.setting.drill.clock
    leap = Leap(clock.starts, by_plan=clock.meanwhile == "plan")
    anchor = Anchor(state.exercise, clock.starts, clock.speed)
    state = replace(state, phase="running", anchors=(anchor,), leap=leap, scenario=-1)
    return pass_to(state, state.exercise, clock.starts)


@_apply.register
def _(_: happened.Paused, state: DrillState) -> DrillState:
    return replace(state, phase="paused")


@_apply.register
def _(_: happened.Resumed, state: DrillState) -> DrillState:
    return replace(state, phase="running")


@_apply.register
def _(_: happened.Ended, state: DrillState) -> DrillState:
    return replace(state, phase="ended")


@_apply.register
def _(event: happened.Jumped, state: DrillState) -> DrillState:
    anchor = Anchor(state.exercise, event.to, state.anchor.speed)
    leap = Leap(event.to, by_plan=event.meanwhile == "plan")
    state = replace(
        state,
        anchors=(*state.anchors, anchor),
        leap=leap,
        attempts=tuple(_at_speed(attempt, 0) for attempt in state.attempts),
    )
    if not leap.by_plan:
        return state
    return record_attempts(_played(state, follow_the_plan(state), by_plan), by_plan=True)


def follow_the_plan(state: DrillState) -> Deed:
    """Return what makes the tasks in progress end by themselves, and the others go by the plan."""
    ends = planned_ends(state)

    def deed(workshop: Workshop) -> None:
        for work, end in ends.items():
            workshop.finish(work, end)
        workshop.queue_again()

    return deed


def planned_ends(state: DrillState) -> dict[Work, int]:
    """Return when each task in progress ends by the plan, now if it is overdue."""
    works = state.engine.works
    started = {done.work: done.start for done in works.done}
    return {
        work: max(state.scenario, started[work] + state.order.duration(work))
        for *_, work in works.running
    }


@_apply.register
def _(event: happened.SpeedSet, state: DrillState) -> DrillState:
    anchor = Anchor(state.exercise, state.scenario, event.speed)
    return replace(
        state,
        anchors=(*state.anchors, anchor),
        attempts=tuple(_at_speed(attempt, event.speed) for attempt in state.attempts),
    )


def _at_speed(attempt: Attempt, speed: int) -> Attempt:
    return replace(attempt, speeds=(*attempt.speeds, speed)) if attempt.is_open else attempt


# Injects.


@_apply.register
def _(event: happened.InjectFired, state: DrillState) -> DrillState:
    inject = state.setting.injects[event.inject]
    now = state.scenario
    state = with_given(
        state,
        inject.no,
        due=now,
        fired=now,
        by=event.by,
        fired_exercise=state.exercise,
        deadline=None if inject.deadline is None else now + inject.deadline,
    )
    return _changed(state, inject.events)


def _changed(state: DrillState, events: Iterable[ScenarioEvent]) -> DrillState:
    """Return *state* with *events* of an inject or option added to the scenario from now on."""
    case = extended(state.case, events, state.scenario)
    if case is state.case:
        return state
    late = acts_at(state.case, case, state.scenario)
    order = replan(state.setting, case, state.chosen)
    state = replace(state, case=case, order=order)
    if state.phase not in {"running", "paused"} or state.scenario >= case.horizon:
        return state
    leap = state.leap
    follows = leap is not None and leap.by_plan and state.scenario < leap.to
    engine = step(
        case,
        state.engine,
        plan_of(state),
        state.scenario,
        by_plan if follows else NOBODY,
        deed=Workshop.queue_again if follows else None,
        late=late,
    )
    state = replace(state, engine=engine)
    return record_attempts(state, by_plan=True) if follows else state


@_apply.register
def _(event: happened.InjectPostponed, state: DrillState) -> DrillState:
    chosen = [event.inject] if event.inject is not None else [*state.injects]
    for no in chosen:
        given = state.injects[no]
        if given.fired is None and given.due is not None:
            state = with_given(state, no, due=given.due + event.by)
    return state


@_apply.register
def _(event: happened.Decided, state: DrillState) -> DrillState:
    inject, given = state.setting.injects[event.inject], state.injects[event.inject]
    met = state.scenario if given.met is None else given.met
    state = with_given(
        state,
        event.inject,
        option=event.option,
        option_at=state.scenario,
        who=event.who,
        why=event.why,
        met=met,
        outcome=given.outcome or "met",
    )
    option = next(option for option in inject.options if option.id == event.option)
    return _changed(state, option.events)


@_apply.register
def _(event: happened.Answered, state: DrillState) -> DrillState:
    given = state.injects[event.inject]
    done = event.outcome != "not"
    first = state.scenario if given.met is None else given.met
    return with_given(
        state,
        event.inject,
        answer=event.text,
        who=event.who,
        outcome=event.outcome,
        met=first if done else None,
    )


@_apply.register
def _(event: happened.Rated, state: DrillState) -> DrillState:
    rated = Rated(event.rating, event.text)
    return replace(state, ratings={**state.ratings, event.objective: rated})


@_apply.register
def _(event: happened.Improved, state: DrillState) -> DrillState:
    said = (*state.improved.get(event.item, ()), event)
    return replace(state, improved={**state.improved, event.item: said})


# Tasks.


@_apply.register
def _(event: happened.TaskAssigned, state: DrillState) -> DrillState:
    key = (event.component, event.task)
    return replace(state, assigned={**state.assigned, key: event.who})


def _played(state: DrillState, deed: Deed, starter: Starter = NOBODY) -> DrillState:
    plan = plan_of(state)
    engine = step(state.case, state.engine, plan, state.scenario, starter, deed=deed)
    return replace(state, engine=engine)


@_apply.register
def _(event: happened.TaskStarted, state: DrillState) -> DrillState:
    work = Work(event.component, event.procedure, event.task, event.attempt)
    if work not in state.engine.works.waiting:
        state = _choose(state, event.component, event.procedure)
    if work not in state.engine.works.waiting:
        raise Refused("not-waiting", task=f"{event.component}/{event.task}")
    engine = step(state.case, state.engine, plan_of(state), state.scenario, by_order_of([work]))
    if work in engine.works.waiting:
        raise Refused("cannot-start", task=f"{event.component}/{event.task}")
    return record_attempts(replace(state, engine=engine), by_plan=False)


def _choose(state: DrillState, component: str, procedure: str) -> DrillState:
    """Return *state* with *component* recovered by another of its procedures."""
    known = state.setting.network.components[component].procedure
    begun = any(a.work.component == component and a.aborted is None for a in state.attempts)
    if procedure not in known or component not in state.engine.works.unfinished or begun:
        return state
    chosen = {**state.chosen, component: procedure}
    state = replace(state, chosen=chosen, order=replan(state.setting, state.case, chosen))
    return _played(state, lambda workshop: workshop.change_procedure(component, procedure))


def _running(state: DrillState, component: str, task: str) -> Work:
    for *_, work in state.engine.works.running:
        if (work.component, work.task) == (component, task):
            return work
    raise Refused("not-running", task=f"{component}/{task}")


@_apply.register
def _(event: happened.TaskFinished, state: DrillState) -> DrillState:
    work, now = _running(state, event.component, event.task), state.scenario
    state = replace(state, attempts=_ended(state, work, finished_exercise=state.exercise))
    state = _played(state, lambda workshop: workshop.finish(work, now))
    return record_attempts(state, by_plan=False)


@_apply.register
def _(event: happened.TaskAborted, state: DrillState) -> DrillState:
    work = _running(state, event.component, event.task)
    attempts = _ended(state, work, aborted=state.scenario, why=event.why)
    state = replace(state, attempts=attempts)
    return _played(state, lambda workshop: workshop.abort(work))


def _ended(state: DrillState, work: Work, **values: object) -> tuple[Attempt, ...]:
    return tuple(
        replace(held, **values) if held.work == work and held.is_open else held  # type: ignore[arg-type]
        for held in state.attempts
    )
