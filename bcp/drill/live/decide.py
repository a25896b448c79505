"""Commands become events, or are refused.

Everything here is pure: who calls it says what the exercise clock shows and what time it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bcp.drill.live import commands as wish
from bcp.drill.live import events as happened
from bcp.drill.live.events import Entry, Event
from bcp.drill.live.fold import cancelled
from bcp.drill.live.refusal import Refused
from bcp.drill.live.state import DrillState
from bcp.drill.live.story import Story, Told, catch_up
from bcp.drill.live.waiting import attempt_of, why_not
from bcp.recovery.works import Work

__all__ = ["Refused", "Told", "catch_up", "decide"]


def decide(state: DrillState, command: wish.Command, exercise: int, real: str) -> Told:
    """Carry out *command* when the exercise clock shows *exercise* milliseconds.

    Returns
    -------
    tuple
        The state afterwards, and the entries that lead to it: first what had become due by then.

    Raises
    ------
    Refused
        If it cannot be carried out; nothing has happened then.
    """
    story = Story(state, exercise, real)
    story.catch_up()
    _CHECKS[command.do](story, command)
    story.catch_up()
    return story.state, tuple(story.entries)


def _start(story: Story, _: wish.Start) -> None:
    if story.state.phase != "ready":
        raise Refused("started-already")
    story.tell(happened.Started(), scenario=story.state.scenario)


def _pause(story: Story, _: wish.Pause) -> None:
    _only(story, "running", key="not-running-clock")
    story.tell(happened.Paused())


def _resume(story: Story, _: wish.Resume) -> None:
    _only(story, "paused", key="not-paused")
    story.tell(happened.Resumed())


def _end(story: Story, _: wish.End) -> None:
    _only(story, "running", "paused")
    story.tell(happened.Ended())


def _only(story: Story, *phases: str, key: str | None = None) -> None:
    phase = story.state.phase
    if phase not in phases:
        raise Refused({"ready": "not-started", "ended": "ended"}.get(phase, key or "not-now"))


def _jump(story: Story, command: wish.Jump) -> None:
    _only(story, "running", "paused")
    now = story.state.scenario
    if command.to <= now:
        raise Refused("jump-back")
    if command.to >= story.state.case.horizon:
        raise Refused("jump-too-far")
    meanwhile = command.meanwhile or story.state.setting.drill.clock.meanwhile
    story.tell(happened.Jumped(origin=now, to=command.to, meanwhile=meanwhile))


def _set_speed(story: Story, command: wish.SetSpeed) -> None:
    if story.state.phase == "ended":
        raise Refused("ended")
    story.tell(happened.SpeedSet(speed=command.speed))


def _fire(story: Story, command: wish.Fire) -> None:
    if story.state.phase == "ended":
        raise Refused("ended")
    _inject(story, command.inject)
    if story.state.injects[command.inject].fired is not None:
        raise Refused("fired-already", no=command.inject)
    story.tell(happened.InjectFired(inject=command.inject, by="hand"))


def _postpone(story: Story, command: wish.Postpone) -> None:
    if story.state.phase == "ended":
        raise Refused("ended")
    if command.inject is not None:
        _inject(story, command.inject)
        given = story.state.injects[command.inject]
        if given.fired is not None:
            raise Refused("fired-already", no=command.inject)
        if given.due is None:
            raise Refused("no-time", no=command.inject)
    story.tell(happened.InjectPostponed(inject=command.inject, by=command.by))


def _inject(story: Story, no: str) -> None:
    if no not in story.state.injects:
        raise Refused("unknown-inject", no=no)


def _start_task(story: Story, command: wish.StartTask) -> None:
    _only(story, "running", "paused")
    work = _waiting(story.state, command)
    reasons = why_not(story.state, work) if work in story.state.engine.works.waiting else ()
    if reasons:
        raise Refused("task-waits", task=f"{work.component}/{work.task}", reasons=reasons)
    story.tell(
        happened.TaskStarted(
            component=work.component,
            procedure=work.procedure,
            task=work.task,
            attempt=work.attempt,
        )
    )


def _waiting(state: DrillState, command: wish.StartTask) -> Work:
    """Return the work that is meant, or refuse."""
    works, network = state.engine.works, state.setting.network
    named = f"{command.component}/{command.task}"
    if command.component not in network.components:
        raise Refused("unknown-task", task=named)
    for work in works.waiting:
        is_meant = (work.component, work.task) == (command.component, command.task)
        if is_meant and command.procedure in {None, work.procedure}:
            return work
    if (open_ := attempt_of(state, command.component, command.task)) is not None:
        raise Refused("running-already" if open_.is_open else "done-already", task=named)
    if command.component not in works.unfinished:
        raise Refused("not-damaged", task=named)
    for procedure in network.components[command.component].procedure:
        tasks = {task.id for task in network.procedures[procedure].tasks}
        if command.procedure in {None, procedure} and command.task in tasks:
            attempt = works.attempts[command.component]
            return Work(command.component, procedure, command.task, attempt)
    raise Refused("unknown-task", task=named)


def _of_running(story: Story, command: wish.FinishTask | wish.AbortTask) -> None:
    _only(story, "running", "paused")
    held = attempt_of(story.state, command.component, command.task)
    if held is None or not held.is_open:
        raise Refused("not-running", task=f"{command.component}/{command.task}")


def _finish_task(story: Story, command: wish.FinishTask) -> None:
    _of_running(story, command)
    story.tell(happened.TaskFinished(component=command.component, task=command.task))


def _abort_task(story: Story, command: wish.AbortTask) -> None:
    _of_running(story, command)
    names = {"component": command.component, "task": command.task}
    story.tell(happened.TaskAborted(**names, why=command.why))


def _assign(story: Story, command: wish.Assign) -> None:
    network = story.state.setting.network
    component = network.components.get(command.component)
    tasks = {
        task.id
        for procedure in (component.procedure if component else ())
        for task in network.procedures[procedure].tasks
    }
    if command.task not in tasks:
        raise Refused("unknown-task", task=f"{command.component}/{command.task}")
    names = {"component": command.component, "task": command.task}
    story.tell(happened.TaskAssigned(**names, who=command.who))


def _decide(story: Story, command: wish.Decide) -> None:
    _only(story, "running", "paused")
    _given(story, command.inject)
    options = story.state.setting.injects[command.inject].options
    if command.option not in {option.id for option in options}:
        known = ", ".join(option.id for option in options)
        raise Refused("unknown-option", no=command.inject, option=command.option, known=known)
    if story.state.injects[command.inject].option is not None:
        raise Refused("decided-already", no=command.inject)
    story.tell(happened.Decided(**command.model_dump(exclude={"do"})))


def _answer(story: Story, command: wish.Answer) -> None:
    _only(story, "running", "paused", "ended")
    _given(story, command.inject)
    story.tell(happened.Answered(**command.model_dump(exclude={"do"})))


def _given(story: Story, no: str) -> None:
    _inject(story, no)
    if story.state.injects[no].fired is None:
        raise Refused("not-fired", no=no)


def _note(story: Story, command: wish.Note) -> None:
    if not command.text.strip():
        raise Refused("empty-text")
    if command.exercise is not None and command.exercise > story.state.exercise:
        raise Refused("time-ahead")
    story.tell(happened.Noted(**command.model_dump(exclude={"do"})))


def _rate(story: Story, command: wish.Rate) -> None:
    if command.objective not in {held.id for held in story.state.setting.drill.objectives}:
        raise Refused("unknown-objective", id=command.objective)
    story.tell(happened.Rated(**command.model_dump(exclude={"do"})))


def _improve(story: Story, command: wish.Improve) -> None:
    said = command.model_dump(exclude={"do", "item"})
    item = command.item
    if item is None:
        if not (command.text or "").strip():
            raise Refused("empty-text")
        counted = [e for e in story.state.entries if not isinstance(e.event, happened.Ticked)]
        item = f"item-{len(counted) + 1}"
    story.tell(happened.Improved(item=item, **said))


_UNDOABLE = (
    happened.TaskStarted,
    happened.TaskFinished,
    happened.TaskAborted,
    happened.TaskAssigned,
    happened.InjectPostponed,
    happened.Decided,
    happened.Answered,
    happened.Noted,
    happened.Rated,
    happened.Improved,
    happened.Corrected,
    happened.Undone,
)


def _can_be_undone(event: Event) -> bool:
    if isinstance(event, happened.InjectFired):
        return event.by == "hand"
    return isinstance(event, _UNDOABLE)


def _undo(story: Story, command: wish.Undo) -> None:
    entry = _named(story.state, command.entry)
    number = _number(story.state, entry)
    if not _can_be_undone(entry.event):
        raise Refused("cannot-undo", n=number)
    if entry.n in cancelled(story.state.entries):
        raise Refused("undone-already", n=number)
    _rewrite(story, happened.Undone(entry=entry.n), "undo-later-first", number)


def _named(state: DrillState, n: int | None) -> Entry:
    """Return the entry that is meant: by number, or the last thing that people did."""
    if n is not None:
        if not 1 <= n <= len(state.entries):
            raise Refused("unknown-entry", n=n)
        return state.entries[n - 1]
    taken = cancelled(state.entries)
    for entry in reversed(state.entries):
        is_undo = isinstance(entry.event, happened.Undone)
        if entry.n not in taken and _can_be_undone(entry.event) and not is_undo:
            return entry
    raise Refused("nothing-to-undo")


def _number(state: DrillState, entry: Entry) -> int:
    """Return the number of an entry as people count: ticks left out."""
    before = state.entries[: entry.n]
    return sum(not isinstance(held.event, happened.Ticked) for held in before)


def _rewrite(story: Story, event: Event, key: str, n: int) -> None:
    """Tell an event that changes what went before, if that still could have happened."""
    try:
        story.tell(event)
    except Refused:
        raise Refused(key, n=n) from None


_FIXED = (
    happened.Started,
    happened.Paused,
    happened.Resumed,
    happened.Ended,
    happened.Jumped,
    happened.SpeedSet,
    happened.Ticked,
    happened.Undone,
    happened.Corrected,
)


def _correct(story: Story, command: wish.Correct) -> None:
    state = story.state
    entry = _named(state, command.entry)
    number = _number(state, entry)
    if entry.n in cancelled(state.entries):
        raise Refused("undone-already", n=number)
    if isinstance(entry.event, _FIXED):
        raise Refused("cannot-correct", n=number)
    if command.exercise is not None and not 0 <= command.exercise <= state.exercise:
        raise Refused("time-outside", n=number)
    _rewrite(story, happened.Corrected(**command.model_dump(exclude={"do"})), "moved-away", number)


_CHECKS: Mapping[str, Callable[[Story, Any], None]] = {
    "start": _start,
    "pause": _pause,
    "resume": _resume,
    "jump": _jump,
    "set-speed": _set_speed,
    "fire": _fire,
    "postpone": _postpone,
    "start-task": _start_task,
    "finish-task": _finish_task,
    "abort-task": _abort_task,
    "assign": _assign,
    "decide": _decide,
    "answer": _answer,
    "note": _note,
    "correct": _correct,
    "rate": _rate,
    "improve": _improve,
    "undo": _undo,
    "end": _end,
}
"""What carries out each command."""
