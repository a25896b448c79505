"""Time goes by in a drill: the model is played, conditions come true, deadlines pass. Pure.

Nothing here fires an inject: that is an event. Here one learns when it is due.
"""

from __future__ import annotations

from dataclasses import replace

from bcp.drill.file.models import Inject, Sign, When
from bcp.drill.live.setting import UNKNOWN, ByHand
from bcp.drill.live.state import Attempt, DrillState, Given, with_given
from bcp.recovery.play import next_instant, step
from bcp.recovery.works import Done, Plan, Starter, Work, Workshop, by_order_of, by_plan

__all__ = ["NOBODY", "let_run", "next_moment", "notice", "pass_to", "plan_of", "record_attempts"]

NOBODY = by_order_of(())
"""Nobody starts anything by itself: people do."""


def plan_of(state: DrillState) -> Plan:
    """Return by what plan tasks run now: while the plan is followed they end by themselves."""
    followed = state.leap is not None and state.leap.by_plan
    return ByHand(state.order) if state.is_by_hand and not followed else state.order


def next_moment(state: DrillState) -> int | None:
    """Return the next second of the scenario at which something happens by itself, or None."""
    if state.phase not in {"running", "paused"}:
        return None
    moments = [
        given.deadline + 1
        for given in state.injects.values()
        if given.deadline is not None and _can_be_missed(given)
    ]
    instant = next_instant(state.case, state.engine)
    if instant is not None and instant < state.case.horizon:
        moments.append(instant)
    if state.leap is not None:
        moments.append(state.leap.to)
    return min(moments, default=None)


def pass_to(state: DrillState, exercise: int, scenario: int) -> DrillState:
    """Return *state* when the clocks show *exercise* milliseconds and *scenario* seconds."""
    while (moment := next_moment(state)) is not None and moment <= scenario:
        state = _play(state, moment)
    return replace(state, exercise=exercise, scenario=scenario)


def _play(state: DrillState, moment: int) -> DrillState:
    """Play one moment at which something happens by itself."""
    leap = state.leap
    starter: Starter = by_plan if leap and leap.by_plan and moment < leap.to else NOBODY
    if next_instant(state.case, state.engine) == moment:
        engine = step(state.case, state.engine, plan_of(state), moment, starter)
        state = replace(state, engine=engine)
    exercise = max(state.exercise, state.anchor.exercise_at(moment))
    state = replace(state, scenario=moment, exercise=exercise)
    state = record_attempts(state, by_plan=True)
    if leap and moment >= leap.to:
        state = replace(let_run(state), leap=None)
    return notice(state)


def let_run(state: DrillState) -> DrillState:
    """Return *state* with the tasks in progress ended by people again, if it is they who say so."""
    if not state.is_by_hand:
        return state
    running = [work for *_, work in state.engine.works.running]

    def deed(workshop: Workshop) -> None:
        for work in running:
            workshop.finish(work, UNKNOWN)

    now = max(state.engine.now, state.scenario)
    engine = step(state.case, state.engine, ByHand(state.order), now, NOBODY, deed=deed)
    return replace(state, engine=engine)


def record_attempts(state: DrillState, *, by_plan: bool) -> DrillState:
    """Return *state* with the tasks that the engine has begun or finished among the attempts."""
    finished = {done.work: done.finish for done in state.engine.works.done}
    known = {attempt.work for attempt in state.attempts if attempt.aborted is None}
    changed = [_closed(attempt, finished, state) for attempt in state.attempts]
    begun = [
        _attempt(state, done, by_plan=by_plan)
        for done in state.engine.works.done
        if done.work not in known
    ]
    if not begun and all(new is old for new, old in zip(changed, state.attempts, strict=True)):
        return state
    return replace(state, attempts=(*changed, *begun))


def _closed(attempt: Attempt, finished: dict[Work, int], state: DrillState) -> Attempt:
    if not attempt.is_open:
        return attempt
    finish = finished.get(attempt.work)
    if finish is None or finish > state.engine.now:
        return attempt
    return replace(attempt, finished=finish)


def _attempt(state: DrillState, done: Done, *, by_plan: bool) -> Attempt:
    finish = done.finish if done.finish <= state.engine.now else None
    speeds = (0,) if state.leap else (state.anchor.speed,)
    return Attempt(done.work, done.start, state.exercise, by_plan, finish, speeds=speeds)


# Conditions and deadlines.


def notice(state: DrillState) -> DrillState:
    """Return *state* with the conditions that have come true and the deadlines that have passed."""
    for no, given in state.injects.items():
        inject = state.setting.injects[no]
        if given.fired is None:
            if inject.when is not None and given.due is None:
                due = _comes_true(state, inject.when)
                if due is not None:
                    state = with_given(state, no, due=due + inject.when.delay)
        else:
            state = _look_at(state, inject, given)
    return state


def _look_at(state: DrillState, inject: Inject, given: Given) -> DrillState:
    if given.met is None and inject.met_by is not None:
        met = _shows(state, inject.met_by)
        if met is not None:
            given = replace(given, met=met, outcome="met")
            state = replace(state, injects={**state.injects, inject.no: given})
    if _can_be_missed(given) and state.scenario > (given.deadline or 0):
        state = with_given(state, inject.no, missed=True)
    return state


def _can_be_missed(given: Given) -> bool:
    return given.deadline is not None and given.met is None and not given.missed


def _comes_true(state: DrillState, when: When) -> int | None:
    """Return since when a condition is true, or None."""
    if state.phase == "ready":
        return None
    if when.after is not None:
        return state.injects[when.after].fired
    if when.missed is not None:
        other = state.injects[when.missed]
        return other.deadline if other.missed else None
    if when.chosen is not None:
        no, option = when.chosen.split("/")
        given = state.injects[no]
        return given.option_at if given.option == option else None
    if when.up is not None:
        return state.scenario if state.engine.condition.is_up(when.up) else None
    assert when.down is not None
    return None if state.engine.condition.is_up(when.down) else state.scenario


def _shows(state: DrillState, sign: Sign) -> int | None:
    """Return when the latest of what a sign shows was done, or None."""
    if sign.up is not None:
        return state.scenario if state.engine.condition.is_up(sign.up) else None
    named = sign.started or sign.finished
    found = [a for a in state.attempts if f"{a.work.component}/{a.work.task}" == named]
    if sign.started is not None:
        return found[-1].started if found else None
    return next((a.finished for a in reversed(found) if a.finished is not None), None)
