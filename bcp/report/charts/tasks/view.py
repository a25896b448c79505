"""What the chart of tasks shows, as numbers: read off a review, in no ink."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bcp.drill.review.review import Review, TaskReview
from bcp.report.charts.tasks.axis import Axis, axis_of
from bcp.report.names import called, clean, names_of
from bcp.words import Lang

__all__ = ["MOST_ROWS", "Go", "Row", "TasksView", "tasks_view"]

MOST_ROWS = 40
"""How many tasks fit on a sheet of A4."""


@dataclass(frozen=True, slots=True)
class Go:
    """A go at a task, in seconds since the incident."""

    ready: int
    """Since when it could have been begun."""
    start: int
    end: int
    over_from: int
    """From when on it took longer than planned; its end if it did not."""
    is_aborted: bool
    is_assumed: bool
    """Whether nobody did it: assumed by the plan, or still to come."""


@dataclass(frozen=True, slots=True)
class Row:
    """A task."""

    name: str
    crew: str
    planned: tuple[int, int] | None
    goes: tuple[Go, ...]


@dataclass(frozen=True, slots=True)
class TasksView:
    """Everything the picture says."""

    lang: Lang
    drill: str
    source: tuple[str, str]
    """The name of the record, and the version of the program."""
    axis: Axis
    rows: tuple[Row, ...]
    """By crew, then by start."""
    left_out: int
    """How many tasks do not fit on the page."""
    injects: tuple[tuple[str, int], ...]
    """Number and moment of each inject that was given."""
    end: int
    """When the drill ended, or how far it has come."""
    waited: int
    """Seconds that tasks could have been begun and were not, all together."""
    over: int
    """Seconds that tasks took longer than planned, all together; in vain included."""


def tasks_view(held: Review, source: tuple[str, str], lang: Lang) -> TasksView:
    """Return what the chart of tasks shows: those that people began first, if not all fit.

    Parameters
    ----------
    held
        What came of the drill.
    source
        The name of the record, and the version of the program.
    lang
        Of the names, and of the words in the picture.
    """
    names = names_of(held.state.setting.inventory, lang)
    found = _rows(held, names)
    shown = sorted(found, key=_worth)[:MOST_ROWS]
    goes = [go for row in shown for go in row.goes if not go.is_assumed]
    return TasksView(
        lang=lang,
        drill=clean(called(held.state.setting.drill.drill, lang)),
        source=source,
        axis=axis_of(held.state),
        rows=_by_crew(shown),
        left_out=len(found) - len(shown),
        injects=tuple(
            (one.inject.no, one.given.fired) for one in held.injects if one.given.fired is not None
        ),
        end=held.state.scenario,
        waited=sum(go.start - go.ready for go in goes),
        over=sum(go.end - go.over_from for go in goes),
    )


def _rows(held: Review, names: dict[str, str]) -> list[Row]:
    found: dict[object, Row] = {}
    for task in held.tasks:
        work = task.work
        goes = tuple(_goes(task, held.state.scenario))
        known = found.get(work)
        if known is not None:
            found[work] = replace(known, goes=(*known.goes, *goes))
            continue
        component = names.get(work.component, work.component)
        name = names.get(f"{work.procedure}/{work.task}", work.task)
        planned = None
        if task.planned_start is not None and task.planned_finish is not None:
            planned = (task.planned_start, task.planned_finish)
        crew = " + ".join(names.get(team, team) for team, _ in task.crew)
        found[work] = Row(clean(f"{component} {name}"), clean(crew), planned, goes)
    return [row for row in found.values() if _is_shown(row, held.state.scenario)]


def _is_shown(row: Row, end: int) -> bool:
    """Return whether a task was begun, or should have been by the plan before the drill ended."""
    starts = [go.start for go in row.goes] + ([row.planned[0]] if row.planned else [])
    return min(starts, default=end) < end


def _goes(task: TaskReview, now: int) -> Iterable[Go]:
    if task.started is None:
        if task.forecast is not None:
            start, end = task.forecast
            yield Go(start, start, end, end, is_aborted=False, is_assumed=True)
        return
    is_aborted = task.aborted is not None
    last = task.finished if task.finished is not None else task.aborted
    end = max(now, task.started) if last is None else last
    over = task.started if is_aborted else min(end, task.started + task.length)
    if task.by_plan:
        over = end
    ready = task.started if task.ready is None or task.by_plan else task.ready
    yield Go(ready, task.started, end, over, is_aborted=is_aborted, is_assumed=task.by_plan)


def _worth(row: Row) -> tuple[int, int]:
    """Sort by what people did, then by what was assumed, then by what is to come."""
    first = min((go.start for go in row.goes), default=row.planned[0] if row.planned else 0)
    by_people = any(not go.is_assumed for go in row.goes)
    return (0 if by_people else 1), first


def _by_crew(rows: Sequence[Row]) -> tuple[Row, ...]:
    crews = list(dict.fromkeys(row.crew for row in rows))
    return tuple(sorted(rows, key=lambda row: (crews.index(row.crew), _worth(row)[1])))
