"""What will come of it if the plan is followed from now on. Pure, and the slow part of a drill."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bcp.drill.live.fold import follow_the_plan
from bcp.drill.live.setting import Setting
from bcp.drill.live.state import DrillState
from bcp.memory import paused_gc
from bcp.outage.timeline import downtimes
from bcp.recovery.outcome import restored
from bcp.recovery.play import Case, State, advance, play, step
from bcp.recovery.works import Work, by_plan

__all__ = ["NO_FORECAST", "Forecast", "forecast_of", "planned_of", "play_out"]


@dataclass(frozen=True, slots=True)
class Forecast:
    """When each function is up for good: 0 never down; None not within the horizon."""

    restored: Mapping[str, int | None] = field(default_factory=dict)
    """By function, in seconds since the incident; empty: not worked out yet."""
    starts: Mapping[Work, int] = field(default_factory=dict)
    """When each task was or will be begun."""


NO_FORECAST = Forecast()


def forecast_of(state: DrillState) -> Forecast:
    """Return when each function comes back if the plan is followed from now on.

    The plan is that for all that has been damaged, whatever was begun in whichever order: tasks
    in progress end after their planned length, those overdue at once.
    """
    with paused_gc():
        if state.phase == "ready":
            return planned_of(state.setting)
        return _read(state.case, play_out(state))


def planned_of(setting: Setting) -> Forecast:
    """Return what the plan makes of the scenario before any inject."""
    with paused_gc():
        return _read(setting.case, play(setting.case, setting.order))


def play_out(state: DrillState) -> State:
    """Return how things stand at the horizon if the plan is followed from now on."""
    deed = follow_the_plan(state)
    engine = step(state.case, state.engine, state.order, state.scenario, by_plan, deed=deed)
    return advance(state.case, engine, state.order, state.case.horizon, by_plan)


def _read(case: Case, end: State) -> Forecast:
    downs = downtimes(end.condition.changes)
    return Forecast(
        {function: restored(downs.get(function, ())) for function in case.network.functions},
        {done.work: done.start for done in end.works.done},
    )
