"""What a drill dealt with, so that what no drill has dealt with can be told. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from bcp.drill.file.models import Sign
from bcp.drill.live import events as happened
from bcp.drill.live.fold import effective
from bcp.drill.live.state import DrillState
from bcp.drill.review.replays import changes_of
from bcp.outage.timeline import downtimes
from bcp.scenario.impact import assess
from bcp.scenario.models import Scenario

__all__ = ["Touched", "touched_by"]


@dataclass(frozen=True, slots=True)
class Touched:
    """What a drill dealt with, by id."""

    components: frozenset[str] = frozenset()
    """People worked on them, injects struck them, or notes and expected actions were about them."""
    tasks: frozenset[str] = frozenset()
    """``procedure/task`` that people began."""
    functions: frozenset[str] = frozenset()
    """They were down while it ran."""
    plan: frozenset[str] = frozenset()
    """The sections of the plan that injects tested."""


def touched_by(state: DrillState) -> Touched:
    """Return what a drill dealt with."""
    network = state.setting.network
    works = [attempt.work for attempt in state.attempts if not attempt.by_plan]
    given = [
        state.setting.injects[no] for no, held in state.injects.items() if held.fired is not None
    ]
    named = {work.component for work in works} | _struck(state) | _noted(state)
    for inject in given:
        named |= _named_by(inject.met_by)
    down = downtimes(state.engine.condition.changes)
    return Touched(
        components=frozenset(named & network.components.keys()),
        tasks=frozenset(f"{work.procedure}/{work.task}" for work in works),
        functions=frozenset(function for function in network.functions if function in down),
        plan=frozenset(inject.plan for inject in given if inject.plan),
    )


def _struck(state: DrillState) -> set[str]:
    events = tuple(event for change in changes_of(state) for event in change.events)
    scenario = Scenario(scenario=state.setting.scenario.scenario, events=events)
    impact = assess(scenario, state.setting.inventory)
    spells = {held.component for held in (*impact.outages, *impact.barred)}
    return spells | {hit.component for hit in impact.hits}


def _noted(state: DrillState) -> set[str]:
    return {
        entry.event.about.partition("/")[0]
        for entry in effective(state.entries)
        if isinstance(entry.event, happened.Noted)
    }


def _named_by(sign: Sign | None) -> set[str]:
    if sign is None:
        return set()
    return {(sign.up or sign.started or sign.finished or "").partition("/")[0]}
