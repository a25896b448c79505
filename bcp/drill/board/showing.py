"""From the state of a drill to the board that screens show. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from bcp.drill.board.logbook import log_rows
from bcp.drill.board.rows import (
    Board,
    Column,
    FunctionRow,
    ItemRow,
    ObjectiveRow,
    TaskRow,
    TeamRow,
    Verdict,
)
from bcp.drill.board.showing_injects import inject_rows
from bcp.drill.board.survey import Survey, survey
from bcp.drill.live.forecast import Forecast
from bcp.drill.live.objectives import improvement_items, measure
from bcp.drill.live.state import Attempt, DrillState
from bcp.inventory.models import Function
from bcp.recovery.procedures import in_order
from bcp.recovery.works import Work

__all__ = ["board_of", "local_time"]


def board_of(
    state: DrillState, forecast: Forecast, planned: Forecast, last: Survey | None = None
) -> Board:
    """Return everything that a screen shows of *state*.

    Parameters
    ----------
    state
        Where the drill stands.
    forecast
        When functions will be back if the plan is followed from now on.
    planned
        When they would have come back by the plan without injects.
    last
        A survey of the same drill, to use again if nothing has happened since.
    """
    head, scenario = state.setting.drill.drill, state.setting.scenario.scenario
    view = _View(state, forecast, planned, survey(state, last))
    return Board(
        drill=head.id,
        name=head.name,
        name_en=head.name_en,
        phase=state.phase,
        exercise=state.exercise,
        scenario=state.scenario,
        local=local_time(scenario.starts, state.scenario),
        speed=state.anchor.speed,
        length=head.length,
        by_hand=state.is_by_hand,
        functions=view.functions(),
        components=view.seen.components,
        tasks=view.tasks(),
        teams=view.teams(),
        injects=inject_rows(state),
        objectives=_objectives(state),
        items=_items(state),
        log=log_rows(state),
    )


def local_time(starts: datetime | None, scenario: int) -> datetime | None:
    """Return the scenario's clock as local time, if the scenario has a date."""
    return None if starts is None else starts + timedelta(seconds=scenario)


class _View:
    """What all rows of a board are made from."""

    def __init__(
        self, state: DrillState, forecast: Forecast, planned: Forecast, seen: Survey
    ) -> None:
        self.state, self.forecast, self.planned, self.seen = state, forecast, planned, seen
        self.network, self.engine = state.setting.network, state.engine
        self._begun = {a.work.component for a in state.attempts if a.aborted is None}

    # Functions.

    def functions(self) -> tuple[FunctionRow, ...]:
        """Return the functions: down ones first, the least time left first."""
        rto = self.seen.rto
        rows = [self._function(held, rto[held.id]) for held in self.network.functions.values()]
        return tuple(sorted(rows, key=_urgency))

    def _function(self, function: Function, rto: int) -> FunctionRow:
        downs, now = self.seen.downs.get(function.id, ()), self.state.scenario
        is_up = self.engine.condition.is_up(function.id)
        downtime = sum(down.length(now) for down in downs)
        forecast = self.forecast.restored.get(function.id)
        return FunctionRow(
            id=function.id,
            rank=function.rank,
            is_up=is_up,
            verdict=self._verdict(rto, downtime, is_up=is_up, forecast=forecast),
            down_since=None if is_up or not downs else downs[-1].start,
            downtime=downtime,
            rto=rto,
            left=rto - downtime,
            restored=downs[-1].end if downs and is_up else None,
            forecast=forecast,
            planned=self.planned.restored.get(function.id),
            because=self.seen.keeps_down.get(function.id, ()),
        )

    def _verdict(
        self,
        rto: int,
        downtime: int,
        *,
        is_up: bool,
        forecast: int | None,
    ) -> Verdict:
        if downtime > rto:
            return "late" if is_up else "missed"
        if is_up:
            return "up"
        if not self.forecast.restored:
            return "down-ok"
        ahead = None if forecast is None else max(0, forecast - self.state.scenario)
        return "down-ok" if ahead is not None and downtime + ahead <= rto else "down-late"

    # Tasks and teams.

    def tasks(self) -> tuple[TaskRow, ...]:
        """Return the tasks: those in progress, those that could start, the waiting, the done."""
        works, order = self.engine.works, self.state.order
        held = [(attempt.work, attempt) for attempt in self.state.attempts]
        listed: list[tuple[Work, Attempt | None]] = [
            *held,
            *((work, None) for work in works.waiting),
        ]
        ranks = {work: order.place(work) for work, _ in listed if _has_place(order.places, work)}
        numbers = {place: rank for rank, place in enumerate(sorted(set(ranks.values())), 1)}
        rows = [
            self._task(work, attempt, numbers.get(ranks.get(work, -1), 0))
            for work, attempt in listed
        ]
        columns = ("running", "ready", "waiting", "done", "aborted")
        return tuple(sorted(rows, key=lambda row: (columns.index(row.column), row.rank)))

    def _task(self, work: Work, attempt: Attempt | None, rank: int) -> TaskRow:
        task = self.network.tasks[work.procedure, work.task]
        reasons = self.seen.reasons[work] if attempt is None else ()
        started = None if attempt is None else attempt.started
        ended = None if attempt is None else attempt.finished or attempt.aborted
        elapsed = None if started is None else (ended or self.state.scenario) - started
        return TaskRow(
            component=work.component,
            procedure=work.procedure,
            task=work.task,
            attempt=work.attempt,
            column=_column(attempt, is_ready=not reasons),
            rank=rank,
            crew=tuple(task.crew.items()),
            planned=self.state.order.durations[work.procedure, work.task],
            started=started,
            finished=ended,
            elapsed=elapsed,
            assigned=self.state.assigned.get((work.component, work.task), ""),
            waits_for=reasons,
            functions=self.seen.waiting_for.get(work.component, ()),
            others=self._others(work) if attempt is None else (),
        )

    def _others(self, work: Work) -> tuple[tuple[str, str], ...]:
        """Return the other procedures that may still be taken."""
        known = self.network.components[work.component].procedure
        if len(known) == 1 or work.component in self._begun:
            return ()
        others = [self.network.procedures[one] for one in known if one != work.procedure]
        return tuple((held.id, next(iter(in_order(held)))) for held in others)

    def teams(self) -> tuple[TeamRow, ...]:
        """Return the teams that some task of what is damaged needs."""
        crews = [
            self.network.tasks[work.procedure, work.task].crew
            for work in (*self.engine.works.waiting, *(a.work for a in self.state.attempts))
        ]
        wanted = {team for crew in crews for team in crew}
        roster, now = self.state.case.roster, max(self.state.scenario, 0)
        return tuple(
            TeamRow(
                id=team.id,
                present=roster.present(team.id, now),
                size=team.size,
                busy=self.engine.works.busy.get(team.id, 0),
                is_at_work=roster.at_work(team.id, now),
            )
            for team in self.state.setting.inventory.teams
            if team.id in wanted
        )


def _has_place(places: Mapping[tuple[str, str], int], work: Work) -> bool:
    return (work.component, work.task) in places


def _column(attempt: Attempt | None, *, is_ready: bool) -> Column:
    if attempt is None:
        return "ready" if is_ready else "waiting"
    if attempt.aborted is not None:
        return "aborted"
    return "running" if attempt.finished is None else "done"


def _urgency(row: FunctionRow) -> tuple[int, int]:
    if not row.is_up:
        return 0, row.left
    return (1, row.left) if row.downtime else (2, row.rto)


def _objectives(state: DrillState) -> tuple[ObjectiveRow, ...]:
    rows = []
    for held in state.setting.drill.objectives:
        rated, measured = state.ratings.get(held.id), measure(state, held)
        rows.append(
            ObjectiveRow(
                id=held.id,
                text=held.text,
                text_en=held.text_en,
                criterion=held.criterion,
                criterion_en=held.criterion_en,
                rating=None if rated is None else rated.rating,
                reason="" if rated is None else rated.text,
                within=measured.within,
                reached=measured.reached,
                is_met=measured.is_met,
            )
        )
    return tuple(rows)


def _items(state: DrillState) -> tuple[ItemRow, ...]:
    return tuple(
        ItemRow(
            id=item.id,
            text=item.text,
            phrase=item.phrase,
            owner=item.owner,
            due="" if item.due is None else item.due.isoformat(),
            done="" if item.done is None else item.done.isoformat(),
        )
        for item in improvement_items(state)
    )
