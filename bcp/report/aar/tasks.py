"""Tasks as they were planned and as they were done."""

from __future__ import annotations

from bcp.drill.review.review import Review, TaskReview
from bcp.report.aar.telling import NONE, Teller
from bcp.report.document import Block, Cell, Column, Figure, Paragraph, Row, Section, Table, Tone
from bcp.report.spans import plain

__all__ = ["chapter", "task_name"]


def chapter(held: Review, tell: Teller, chart: Figure | None) -> Section:
    """Return the chapter."""
    title = tell.say("ch-tasks")
    if not held.tasks:
        return Section(title, (Paragraph(tell.say("no-tasks")),), id="tasks")
    keys = ("task", "crew", "plan-times", "ready", "actual-times", "wait", "over")
    shares = {"task": 2.8, "crew": 1.9, "actual-times": 2.0, "plan-times": 1.8}
    right = {"wait", "over"}
    columns = tuple(
        Column(tell.say(f"col-{key}"), "right" if key in right else "left", shares.get(key, 1.1))
        for key in keys
    )
    shown = [task for task in held.tasks if _is_shown(task, held.state.scenario)]
    blocks: list[Block] = [] if chart is None else [chart]
    blocks.append(Table(tell.say("cap-tasks"), columns, tuple(_row(task, tell) for task in shown)))
    if left := len(held.tasks) - len(shown):
        blocks.append(Paragraph(tell.say("tasks-left", number=left), "note"))
    blocks.append(Paragraph(tell.say("note-tasks"), "note"))
    return Section(title, tuple(blocks), id="tasks")


def _is_shown(task: TaskReview, end: int) -> bool:
    """Return whether a task was begun, or should have been by the plan before the drill ended."""
    is_planned = task.planned_start is not None and task.planned_start < end
    return task.started is not None or is_planned


def task_name(task: TaskReview, tell: Teller) -> str:
    """Return what a task is called, and for which damage of its component."""
    work = task.work
    name = tell.work(work.component, work.procedure, work.task)
    if work.attempt > 1:
        return tell.say("task-attempt", name=name, attempt=work.attempt)
    return name


def _row(task: TaskReview, tell: Teller) -> Row:
    wait = 0 if task.ready is None or task.started is None else task.started - task.ready
    by_team = not task.by_plan
    over = None
    if task.finished is not None and task.started is not None:
        over = task.finished - task.started - task.length
    waited: Tone = "warn" if wait and by_team else "none"
    return (
        task_name(task, tell),
        task.assigned or _crew(task, tell),
        _times(task.planned_start, task.planned_finish, tell),
        NONE if task.ready is None else plain(task.ready),
        _actual(task, tell),
        Cell(tell.length(wait) if wait and by_team else NONE, tone=waited),
        _over(over, tell),
    )


def _over(over: int | None, tell: Teller) -> Cell:
    if over is None:
        return Cell(NONE)
    return Cell(tell.signed(over), tone="warn" if over > 0 else "none")


def _crew(task: TaskReview, tell: Teller) -> str:
    texts = [tell.name(team) + (f" {number}" if number > 1 else "") for team, number in task.crew]
    return (" / ").join(texts) or NONE


def _times(start: int | None, end: int | None, tell: Teller) -> str:
    if start is None or end is None:
        return NONE
    return tell.say("times", start=plain(start), end=plain(end))


def _actual(task: TaskReview, tell: Teller) -> Cell:
    if task.started is None:
        if task.forecast is None:
            return Cell(tell.say("never"), tone="muted")
        start, end = map(plain, task.forecast)
        return Cell(tell.say("ahead", start=start, end=end), tone="muted")
    start = plain(task.started)
    if task.aborted is not None:
        return Cell(tell.say("aborted", start=start, end=plain(task.aborted)), tone="bad")
    if task.finished is None:
        return Cell(tell.say("running", start=start))
    text = tell.say("times", start=start, end=plain(task.finished))
    if task.by_plan:
        return Cell(f"{text} ({tell.say('by-plan')})", tone="muted")
    return Cell(text)
