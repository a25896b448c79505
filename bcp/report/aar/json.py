"""A review as JSON: figures in seconds, texts in the language that was asked for."""

from __future__ import annotations

from typing import Any

from bcp.drill.live.objectives import Item
from bcp.drill.review.minutes import Outcome
from bcp.drill.review.review import (
    Difficulty,
    FunctionReview,
    InjectReview,
    ObjectiveReview,
    Review,
    TaskReview,
    is_reached,
)
from bcp.report.aar.origin import Origin
from bcp.report.aar.telling import Teller
from bcp.words import Lang

__all__ = ["review_json"]

Json = dict[str, Any]


def review_json(held: Review, origin: Origin, lang: Lang) -> Json:
    """Return what ``bcp drill report --json`` prints.

    Moments are seconds since the incident, lengths seconds; null: never, or not known.
    """
    tell = Teller.of(held, lang)
    return {
        **_of_record(held, origin),
        **_of_minutes(held, tell),
        "tasks": [_task(task) for task in held.tasks],
        "objectives": [_objective(one, tell) for one in held.objectives],
        "injects": [_inject(one) for one in held.injects],
        "strengths": [_said(one, tell) for one in held.strengths],
        "difficulties": [_said(one, tell) for one in held.difficulties],
        "hot_wash": [_said(one, tell) for one in held.hot_wash],
        "improvements": [item_json(item, tell) for item in held.items],
        "touched": {
            "components": sorted(held.touched.components),
            "tasks": sorted(held.touched.tasks),
            "functions": sorted(held.touched.functions),
            "plan": sorted(held.touched.plan),
        },
    }


def _of_record(held: Review, origin: Origin) -> Json:
    state = held.state
    return {
        "drill": state.setting.drill.drill.id,
        "record": origin.name,
        "version": origin.version,
        "recorded_by": origin.recorded_by,
        "made": None if origin.made is None else origin.made.isoformat(),
        "by": origin.by,
        "inputs": dict(origin.digests),
        "broken_at": origin.broken_at,
        "faults": [*origin.faults],
        "phase": state.phase,
        "exercise_ms": state.exercise,
        "scenario_s": state.scenario,
        "is_tracked": held.is_tracked,
    }


def _of_minutes(held: Review, tell: Teller) -> Json:
    return {
        "functions": {one.id: _function(one, tell) for one in held.functions},
        "totals": {cause: int(value) for cause, value in held.totals().items()},
        "weighted_totals": {
            cause: float(value) for cause, value in held.totals(weighted=True).items()
        },
        "losses": [
            {
                "cause": loss.reason.cause,
                "text": tell.tell(loss.reason.phrase),
                "functions": loss.functions,
                "total_s": loss.total,
            }
            for loss in held.losses()
        ],
    }


def _outcome(held: Outcome) -> Json:
    return {"downtime_s": held.downtime, "restored_s": held.restored}


def _function(one: FunctionReview, tell: Teller) -> Json:
    return {
        "rank": one.rank,
        "rto_s": one.rto,
        "planned": _outcome(one.planned),
        "best": {**_outcome(one.best), "strategy": one.best_by},
        "achieved": {**_outcome(one.achieved), "is_forecast": one.is_forecast},
        "is_met": one.is_met,
        "gap_s": one.split.gap,
        "shares_s": dict(one.split.shares),
        "text": tell.tell(one.line()),
        "reasons": [
            {"cause": held.cause, "seconds": held.seconds, "text": tell.tell(held.phrase)}
            for held in one.reasons
        ],
    }


def _task(task: TaskReview) -> Json:
    work = task.work
    return {
        "component": work.component,
        "procedure": work.procedure,
        "task": work.task,
        "attempt": work.attempt,
        "crew": dict(task.crew),
        "planned_start_s": task.planned_start,
        "planned_finish_s": task.planned_finish,
        "length_s": task.length,
        "ready_s": task.ready,
        "start_s": task.started,
        "finish_s": task.finished,
        "aborted_s": task.aborted,
        "by_plan": task.by_plan,
        "forecast_s": None if task.forecast is None else [*task.forecast],
    }


def _objective(one: ObjectiveReview, tell: Teller) -> Json:
    return {
        "id": one.objective.id,
        "text": tell.both(one.objective.text, one.objective.text_en),
        "within_s": one.measured.within,
        "reached_s": one.measured.reached,
        "rating": None if one.rated is None else one.rated.rating,
        "reason": "" if one.rated is None else one.rated.text,
        "is_reached": is_reached(one),
    }


def _inject(one: InjectReview) -> Json:
    given = one.given
    return {
        "no": one.inject.no,
        "result": one.verdict,
        "fired_s": given.fired,
        "deadline_s": given.deadline,
        "met_s": given.met,
        "option": given.option,
        "answer": given.answer,
        "who": given.who,
    }


def _said(one: Difficulty, tell: Teller) -> Json:
    return {"at_s": one.at, "text": tell.tell(one.phrase), "who": one.who}


def item_json(item: Item, tell: Teller) -> Json:
    """Return an item of the improvement plan."""
    return {
        "id": item.id,
        "opened": "" if item.phrase is None else tell.logged(item.phrase),
        "text": item.text,
        "owner": item.owner,
        "due": None if item.due is None else item.due.isoformat(),
        "done": None if item.done is None else item.done.isoformat(),
    }
