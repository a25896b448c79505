"""Where a drill stands, as JSON: what `bcp drill run --script` prints. Its keys are a contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from bcp.drill.board.logbook import log_rows
from bcp.drill.board.rows import InjectRow, LogRow
from bcp.drill.board.showing_injects import inject_rows
from bcp.drill.live.forecast import Forecast, forecast_of, planned_of
from bcp.drill.live.objectives import Item, improvement_items, measure
from bcp.drill.live.state import Attempt, DrillState
from bcp.outage.timeline import Downtime, downtimes
from bcp.recovery.outcome import restored
from bcp.recovery.strategy import targets
from bcp.words import Lang, Names, render
from bcp.words.drill import WORDS

__all__ = ["drill_json"]

Json = dict[str, Any]


def drill_json(state: DrillState, lang: Lang, names: Names) -> Json:
    """Return everything that can be said of a drill as it stands.

    The same commands at the same moments give the same document, however often the time was
    recorded in between: entries of the log are numbered without the ticks.

    Parameters
    ----------
    state
        Where the drill stands.
    lang
        The language of the texts that the program makes.
    names
        What people call each id in that language.
    """
    setting = state.setting
    return {
        "drill": setting.drill.drill.id,
        "scenario": setting.scenario.scenario.id,
        "inventory": setting.inventory.organisation.id,
        "phase": state.phase,
        "exercise_ms": state.exercise,
        "scenario_s": state.scenario,
        "functions": _functions(state, forecast_of(state), planned_of(setting)),
        "components": _components(state),
        "tasks": [_task(state, attempt) for attempt in state.attempts],
        "objectives": _objectives(state),
        "injects": [_inject(state, row) for row in _in_order(state)],
        "improvements": [_item(item, lang, names) for item in improvement_items(state)],
        "log": _log(state, lang, names),
    }


def _functions(state: DrillState, forecast: Forecast, planned: Forecast) -> Json:
    downs = downtimes(state.engine.condition.changes)
    rto = targets(state.setting.network, state.case.impact)
    return {
        function: {
            **_down(downs.get(function, ()), rto[function], state.scenario),
            "forecast_s": forecast.restored.get(function),
            "planned_s": planned.restored.get(function),
        }
        for function in state.setting.network.functions
    }


def _down(downs: tuple[Downtime, ...], rto: int, now: int) -> Json:
    back = restored(downs)
    downtime = sum(down.length(now) for down in downs)
    is_open = back is None and downtime <= rto
    return {
        "down": _intervals(downs),
        "restored_s": back,
        "downtime_s": downtime,
        "rto_s": rto,
        "rto_met": None if is_open else downtime <= rto,
    }


def _intervals(downs: Iterable[Downtime]) -> list[list[int | None]]:
    return [[down.start, down.end] for down in downs]


def _components(state: DrillState) -> Json:
    condition = state.engine.condition
    downs = downtimes(condition.changes)
    return {
        component: {"up": condition.is_up(component), "down": _intervals(downs.get(component, ()))}
        for component in state.setting.network.components
    }


def _task(state: DrillState, attempt: Attempt) -> Json:
    work = attempt.work
    return {
        "component": work.component,
        "procedure": work.procedure,
        "task": work.task,
        "attempt": work.attempt,
        "start_s": attempt.started,
        "finish_s": attempt.finished,
        "aborted_s": attempt.aborted,
        "planned_s": state.setting.network.tasks[work.procedure, work.task].duration.mean,
        "by_plan": attempt.by_plan,
        "assigned": state.assigned.get((work.component, work.task), ""),
        "why": attempt.why,
    }


def _objectives(state: DrillState) -> list[Json]:
    rows = []
    for objective in state.setting.drill.objectives:
        rated, measured = state.ratings.get(objective.id), measure(state, objective)
        rows.append(
            {
                "id": objective.id,
                "rating": None if rated is None else rated.rating,
                "text": "" if rated is None else rated.text,
                "within_s": measured.within,
                "reached_s": measured.reached,
                "met": measured.is_met,
            }
        )
    return rows


def _in_order(state: DrillState) -> Iterator[InjectRow]:
    """Yield the injects in the order of the file."""
    rows = {row.no: row for row in inject_rows(state)}
    yield from (rows[no] for no in state.setting.injects)


def _inject(state: DrillState, row: InjectRow) -> Json:
    given = state.injects[row.no]
    return {
        "no": row.no,
        "status": row.status,
        "due_s": given.due,
        "fired_s": given.fired,
        "fired_ms": given.fired_exercise,
        "by": given.by,
        "deadline_s": given.deadline,
        "met_s": given.met,
        "missed": given.missed,
        "outcome": given.outcome,
        "option": given.option,
        "answer": given.answer,
        "who": given.who,
        "why": given.why,
    }


def _item(item: Item, lang: Lang, names: Names) -> Json:
    opened = "" if item.phrase is None else render(WORDS, item.phrase, lang, names)
    return {
        "id": item.id,
        "opened_by": opened,
        "text": item.text,
        "owner": item.owner,
        "due": None if item.due is None else item.due.isoformat(),
        "done": None if item.done is None else item.done.isoformat(),
    }


def _log(state: DrillState, lang: Lang, names: Names) -> list[Json]:
    return [_log_row(row, lang, names) for row in log_rows(state)]


def _log_row(row: LogRow, lang: Lang, names: Names) -> Json:
    return {
        "n": row.number,
        "exercise_ms": row.exercise,
        "scenario_s": row.scenario,
        "kind": row.kind,
        "text": render(WORDS, row.phrase, lang, names),
        "who": row.who,
        "undone": row.is_undone,
        "edited": row.original is not None or row.is_moved,
    }
