"""What came of a drill, for those who were not there: everything its report says. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from bcp.drill.board.logbook import log_rows
from bcp.drill.board.rows import LogRow
from bcp.drill.file.models import Inject, Objective
from bcp.drill.live.objectives import Item, Measured, improvement_items, measure
from bcp.drill.live.state import Attempt, DrillState, Given, Rated
from bcp.drill.review.culprits import Culprits, Reason
from bcp.drill.review.minutes import CAUSES, Cause, Ladder, Outcome, Split, best_of, ladder, splits
from bcp.drill.review.replays import still_of
from bcp.drill.review.touched import Touched, touched_by
from bcp.drill.review.waits import Waits
from bcp.recovery.works import Done, Work
from bcp.words import Name, Phrase, Span, Told

__all__ = [
    "Difficulty",
    "FunctionReview",
    "InjectReview",
    "Loss",
    "ObjectiveReview",
    "Review",
    "TaskReview",
    "is_reached",
    "review",
]

InjectVerdict = Literal["met", "late", "missed", "partly", "not", "open", "told", "not-given"]
"""Done in time; done, but late; not done in time; in part; not as expected; left open; nothing was
expected; it was never given."""


@dataclass(frozen=True, slots=True)
class FunctionReview:
    """What became of a business function. All downtimes in seconds to the horizon."""

    id: str
    rank: str | None
    weight: Fraction
    rto: int
    planned: Outcome
    """By the plan on the scenario alone: what `bcp simulate` says."""
    best: Outcome
    """By the better strategy, with what the injects struck."""
    best_by: str
    """Which strategy that is."""
    achieved: Outcome
    is_forecast: bool
    """Whether the drill was over before: then what comes if the plan is followed."""
    split: Split
    reasons: tuple[Reason, ...]

    @property
    def is_met(self) -> bool:
        """Whether it came back within its target."""
        return self.achieved.restored is not None and self.achieved.downtime <= self.rto

    @property
    def was_down(self) -> bool:
        """Whether it was down at all, by the plan or in the drill."""
        return bool(self.achieved.downtime or self.planned.downtime)

    def line(self) -> Phrase:
        """Return the target, what was reached, and what the difference is made of."""
        shares = sorted(self.split.shares.items(), key=lambda one: -abs(one[1]))
        parts = tuple(
            Phrase(f"part-{cause}" if seconds > 0 else "part-won", _part(cause, seconds))
            for cause, seconds in shares
            if seconds
        )
        values: dict[str, object] = {
            "rto": Span(self.rto),
            "planned": Span(self.planned.downtime),
            "achieved": Span(self.achieved.downtime),
            "parts": parts,
        }
        return Phrase("minutes-line" if parts else "minutes-line-none", values)


def _part(cause: Cause, seconds: int) -> dict[str, object]:
    return {"length": Span(abs(seconds)), "cause": Phrase(f"cause-{cause}")}


@dataclass(frozen=True, slots=True)
class TaskReview:
    """A go at a task, or a task that nobody began. All moments in seconds since the incident."""

    work: Work
    crew: tuple[tuple[str, int], ...]
    planned_start: int | None
    """By the plan on the scenario alone; None: the plan has no such task."""
    planned_finish: int | None
    length: int
    """The planned length in seconds."""
    ready: int | None
    """Since when it could have been begun; None: it was not."""
    started: int | None
    """None: not in the drill."""
    finished: int | None
    aborted: int | None
    why: str
    by_plan: bool
    """Whether the plan was assumed to be followed when it was begun."""
    forecast: tuple[int, int] | None
    """When it will be begun and finished, if it was not in the drill."""
    assigned: str


@dataclass(frozen=True, slots=True)
class InjectReview:
    """An inject, and what was made of it."""

    inject: Inject
    given: Given
    verdict: InjectVerdict


@dataclass(frozen=True, slots=True)
class ObjectiveReview:
    """An objective, measured and rated."""

    objective: Objective
    measured: Measured
    rated: Rated | None


def is_reached(held: ObjectiveReview) -> bool | None:
    """Return whether an objective was reached: as people rated it, else as it was measured."""
    if held.rated is not None:
        return held.rated.rating in {"P", "S"}
    return held.measured.is_met


@dataclass(frozen=True, slots=True)
class Difficulty:
    """Something that people stumbled over (つまづいた工程)."""

    at: int
    """Seconds since the incident."""
    phrase: Phrase
    who: str = ""


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing that cost time, over all functions that it delayed."""

    reason: Reason
    """As it was for the function that it cost most."""
    functions: int
    total: int
    """The sum over the functions, in seconds."""


@dataclass(frozen=True, slots=True)
class Review:
    """What came of a drill."""

    state: DrillState
    held: Ladder
    functions: tuple[FunctionReview, ...]
    """As in the inventory."""
    tasks: tuple[TaskReview, ...]
    """By their starts; those that nobody began last."""
    objectives: tuple[ObjectiveReview, ...]
    injects: tuple[InjectReview, ...]
    strengths: tuple[Difficulty, ...]
    difficulties: tuple[Difficulty, ...]
    hot_wash: tuple[Difficulty, ...]
    items: tuple[Item, ...]
    """The improvement plan."""
    log: tuple[LogRow, ...]
    touched: Touched

    @property
    def is_tracked(self) -> bool:
        """Whether people began any task: otherwise there is nobody's work to account for."""
        return any(task.started is not None and not task.by_plan for task in self.tasks)

    @property
    def is_over(self) -> bool:
        """Whether the drill was ended."""
        return self.state.phase == "ended"

    def totals(self, *, weighted: bool = False) -> dict[Cause, Fraction]:
        """Return the shares of all functions together in seconds, by their weights if *weighted*."""
        found: dict[Cause, Fraction] = dict.fromkeys(CAUSES, Fraction(0))
        for function in self.functions:
            for cause, seconds in function.split.shares.items():
                found[cause] += seconds * (function.weight if weighted else 1)
        return found

    def losses(self) -> tuple[Loss, ...]:
        """Return what cost the functions most time, all together, the largest first."""
        found: dict[tuple[object, ...], list[Reason]] = {}
        for function in self.functions:
            for reason in function.reasons:
                if reason.seconds > 0:
                    found.setdefault(_about(reason), []).append(reason)
        losses = [
            Loss(max(held, key=lambda r: r.seconds), len(held), sum(r.seconds for r in held))
            for held in found.values()
        ]
        return tuple(sorted(losses, key=lambda loss: -loss.total))


def _about(reason: Reason) -> tuple[object, ...]:
    values = reason.phrase.values
    return (reason.cause, *(values.get(key) for key in ("no", "component", "task")))


def review(state: DrillState) -> Review:
    """Return what came of a drill, as it stands."""
    held = ladder(state)
    waits = Waits(held.actual.case, held.actual.end, state.attempts, still_of(state))
    log = log_rows(state)
    return Review(
        state=state,
        held=held,
        functions=_functions(state, held, waits),
        tasks=_tasks(state, held, waits),
        objectives=_objectives(state),
        injects=_injects(state),
        strengths=_notes(log, "noted", "log-noted-strength"),
        difficulties=_difficulties(state, log),
        hot_wash=_notes(log, "noted", "log-noted-hot-wash"),
        items=improvement_items(state),
        log=log,
        touched=touched_by(state),
    )


def _functions(state: DrillState, held: Ladder, waits: Waits) -> tuple[FunctionReview, ...]:
    best, culprits = best_of(state), Culprits(state, held, waits)
    shares, network = splits(held), state.setting.network
    found = []
    for function in network.functions.values():
        split = shares[function.id]
        outcome, strategy = best[function.id]
        back = split.achieved.restored
        found.append(
            FunctionReview(
                id=function.id,
                rank=function.rank,
                weight=function.weight,
                rto=split.rto,
                planned=split.planned,
                best=outcome,
                best_by=strategy,
                achieved=split.achieved,
                is_forecast=back is None or back > state.scenario,
                split=split,
                reasons=culprits.of(split),
            )
        )
    return tuple(found)


# --- tasks -------------------------------------------------------------------------------------


def _tasks(state: DrillState, held: Ladder, waits: Waits) -> tuple[TaskReview, ...]:
    planned = {done.work: done for done in held.plan.end.works.done}
    begun = {attempt.work for attempt in state.attempts}
    rows = [_task(state, planned, attempt.work, attempt, waits) for attempt in state.attempts]
    ahead = {done.work: done for done in held.actual.end.works.done if done.work not in begun}
    rows += [_task(state, planned, work, None, waits, done) for work, done in ahead.items()]
    left = [work for work in planned if work not in begun and work not in ahead]
    return (*rows, *(_task(state, planned, work, None, waits) for work in left))


def _task(
    state: DrillState,
    planned: Mapping[Work, Done],
    work: Work,
    attempt: Attempt | None,
    waits: Waits,
    ahead: Done | None = None,
) -> TaskReview:
    plan, task = planned.get(work), state.setting.network.tasks[work.procedure, work.task]
    return TaskReview(
        work=work,
        crew=tuple(task.crew.items()),
        planned_start=None if plan is None else plan.start,
        planned_finish=None if plan is None else plan.finish,
        length=task.duration.mean,
        ready=None if attempt is None else waits.ready(attempt),
        started=None if attempt is None else attempt.started,
        finished=None if attempt is None else attempt.finished,
        aborted=None if attempt is None else attempt.aborted,
        why="" if attempt is None else attempt.why,
        by_plan=attempt is not None and attempt.by_plan,
        forecast=None if ahead is None else (ahead.start, ahead.finish),
        assigned=state.assigned.get((work.component, work.task), ""),
    )


# --- what was to be done -----------------------------------------------------------------------


def _objectives(state: DrillState) -> tuple[ObjectiveReview, ...]:
    return tuple(
        ObjectiveReview(held, measure(state, held), state.ratings.get(held.id))
        for held in state.setting.drill.objectives
    )


def _injects(state: DrillState) -> tuple[InjectReview, ...]:
    """Return the injects, those that were given first and in that order."""
    last = state.case.horizon
    rows = [
        InjectReview(state.setting.injects[no], given, _verdict(state.setting.injects[no], given))
        for no, given in state.injects.items()
    ]
    return tuple(sorted(rows, key=lambda row: last if row.given.fired is None else row.given.fired))


def _verdict(inject: Inject, given: Given) -> InjectVerdict:
    if given.fired is None:
        return "not-given"
    if given.outcome == "not":
        return "not"
    if given.met is not None:
        if given.missed or (given.deadline is not None and given.met > given.deadline):
            return "late"
        return "partly" if given.outcome == "partly" else "met"
    if given.missed:
        return "missed"
    return "open" if inject.expected else "told"


# --- what was noticed --------------------------------------------------------------------------


def _notes(log: Iterable[LogRow], kind: str, key: str) -> tuple[Difficulty, ...]:
    return tuple(
        Difficulty(row.scenario, Phrase("said", {"text": row.phrase.values["text"]}), row.who)
        for row in log
        if row.kind == kind and row.phrase.key == key and not row.is_undone
    )


def _difficulties(state: DrillState, log: Iterable[LogRow]) -> tuple[Difficulty, ...]:
    found = [*_notes(log, "noted", "log-noted-stumble"), *_broken_off(state)]
    for row in _injects(state):
        inject, given = row.inject, row.given
        values: dict[str, object] = {
            "no": inject.no,
            "expected": Told(inject.expected or "", inject.expected_en),
            "within": Span((given.deadline or 0) - (given.fired or 0)),
        }
        at = given.fired or 0
        if row.verdict == "missed":
            found.append(Difficulty(given.deadline or at, Phrase("hard-missed", values)))
        elif row.verdict == "late":
            late = {"late": Span((given.met or 0) - (given.deadline or 0))}
            found.append(Difficulty(given.met or at, Phrase("hard-late", values | late)))
        elif row.verdict == "not":
            found.append(Difficulty(at, Phrase("hard-not", values)))
    return tuple(sorted(found, key=lambda held: held.at))


def _broken_off(state: DrillState) -> Iterable[Difficulty]:
    goes = Counter(attempt.work for attempt in state.attempts)
    for attempt in state.attempts:
        if attempt.aborted is not None:
            work = attempt.work
            values: dict[str, object] = {
                "component": Name(work.component),
                "task": Name(f"{work.procedure}/{work.task}"),
                "after": Span(attempt.aborted - attempt.started),
                "why": attempt.why,
            }
            key = "hard-aborted-why" if attempt.why else "hard-aborted"
            is_again = goes[work] > 1
            yield Difficulty(attempt.aborted, Phrase(f"{key}-again" if is_again else key, values))
