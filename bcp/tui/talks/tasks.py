"""Talks about a task: begin it, finish it, break it off, name who does it."""

from __future__ import annotations

from bcp.drill.board.rows import TaskRow
from bcp.drill.live.commands import AbortTask, Assign, FinishTask, StartTask
from bcp.tui.dialogs.choose import Choice, Choose
from bcp.tui.dialogs.form import Field
from bcp.tui.host import Host
from bcp.tui.panes.tasks import task_name
from bcp.tui.talks.telling import BadEntryError, fill, tell

__all__ = ["abort", "assign", "finish", "start", "start_otherwise"]


async def start(host: Host, row: TaskRow) -> None:
    """Begin a task."""
    command = StartTask(component=row.component, task=row.task, procedure=row.procedure)
    await tell(host, command, "told-started", task=task_name(row, host.voice))


async def start_otherwise(host: Host, row: TaskRow) -> None:
    """Begin the first task of another procedure of the component."""
    voice = host.voice
    choices = [Choice(procedure, voice.name(procedure)) for procedure, _ in row.others]
    title = voice.say("title-start-otherwise", component=voice.name(row.component))
    chosen = await host.ask(Choose(voice, title, [], choices))
    first = dict(row.others).get(chosen or "")
    if chosen is None or first is None:
        return
    command = StartTask(component=row.component, task=first, procedure=chosen)
    task = f"{voice.name(row.component)} {voice.name(chosen)}"
    await tell(host, command, "told-started", task=task)


async def finish(host: Host, row: TaskRow) -> None:
    """Say that a task is finished."""
    command = FinishTask(component=row.component, task=row.task)
    await tell(host, command, "told-finished", task=task_name(row, host.voice))


async def abort(host: Host, row: TaskRow) -> None:
    """Break off a task, and say why."""
    await fill(
        host,
        f"abort-{row.component}-{row.task}",
        host.voice.say("title-abort", task=task_name(row, host.voice)),
        [Field("why", "field-why")],
        lambda said: AbortTask(component=row.component, task=row.task, why=said["why"].strip()),
    )


async def assign(host: Host, row: TaskRow) -> None:
    """Say who does a task."""

    def made(said: dict[str, str]) -> Assign:
        if not (who := said["who"].strip()):
            raise BadEntryError("bad-who")
        return Assign(component=row.component, task=row.task, who=who)

    await fill(
        host,
        f"assign-{row.component}-{row.task}",
        host.voice.say("title-assign", task=task_name(row, host.voice)),
        [Field("who", "field-who", value=row.assigned)],
        lambda said: made(dict(said)),
    )
