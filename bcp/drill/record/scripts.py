"""Scripts: commands with their moments, played without a screen; a record is one, too.

Entries of the log are numbered in a script as people count them: 1, 2, 3 …, the ticks left out
that a record holds besides.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import singledispatch

from bcp.drill.live import commands as wish
from bcp.drill.live import events as happened
from bcp.drill.live.commands import Command
from bcp.drill.live.events import Entry
from bcp.drill.live.refusal import Refused
from bcp.drill.session import HandClock, Session
from bcp.errors import BcpError

__all__ = ["Step", "Stopped", "play", "replayed"]


@dataclass(frozen=True)
class Step:
    """Something that is done at a moment of the exercise."""

    at: int
    """Milliseconds on the exercise clock."""
    command: Command | None
    """What is done; None: only time goes by."""
    is_refused: bool = False
    """Whether it has to be refused."""
    file: str = ""
    """Where it stands."""
    line: int = 0
    where: str = ""
    """The path inside the file in the user's words."""


class Stopped(BcpError):  # noqa: N818 (an answer, as `Refused` is)
    """A script that went otherwise than written: the step, and why its command was refused."""

    def __init__(self, step: Step, refused: Refused | None) -> None:
        self.step, self.refused = step, refused
        """None: it was carried out, and should have been refused."""
        super().__init__(f"{step.file}:{step.line}")


# --- playing -----------------------------------------------------------------------------------


def play(session: Session, clock: HandClock, steps: Sequence[Step]) -> None:
    """Do what *steps* say, each when the exercise clock shows its moment.

    While the clock stands still (before the start, in a pause, after the end) no time goes by:
    what is to be done then is done at once.

    Parameters
    ----------
    session
        A drill that runs by *clock*.
    clock
        Set forward here.
    steps
        What is done, in order.

    Raises
    ------
    Stopped
        If a command is refused that should not be, or not refused though it should be.
    OSError
        If something cannot be recorded.
    """
    now = session.state.exercise
    for step in steps:
        if session.state.phase == "running" and step.at > now:
            clock.milliseconds += step.at - now
            now = step.at
        refused = _tried(session, step.command)
        if (refused is not None) != step.is_refused:
            raise Stopped(step, refused)


def _tried(session: Session, command: Command | None) -> Refused | None:
    try:
        if command is None:
            session.tick()
            session.tick()  # the first gives what is due, this one records how late it is
        else:
            session.do(_renumbered(session, command))
    except Refused as refused:
        return refused
    return None


def _renumbered(session: Session, command: Command) -> Command:
    """Return *command* with the number that the record gives to the entry it speaks of."""
    if not isinstance(command, (wish.Undo, wish.Correct)) or command.entry is None:
        return command
    session.tick()  # what is due by now counts, too
    counted = [entry.n for entry in session.state.entries if not _is_tick(entry)]
    if not 1 <= command.entry <= len(counted):
        raise Refused("unknown-entry", n=command.entry)
    return command.model_copy(update={"entry": counted[command.entry - 1]})


def _is_tick(entry: Entry) -> bool:
    return isinstance(entry.event, happened.Ticked)


# --- a record as a script ----------------------------------------------------------------------


def replayed(entries: Sequence[Entry], file: str = "") -> tuple[Step, ...]:
    """Return what people did in a record; what the clock did follows by itself.

    Parameters
    ----------
    entries
        Of the record.
    file
        How the user calls it.
    """
    numbers = _numbers(entries)
    commands = ((entry, _command(entry.event, numbers)) for entry in entries)
    steps = [
        Step(entry.exercise, command, file=file, line=entry.n + 1)
        for entry, command in commands
        if command is not None
    ]
    if entries:
        steps.append(Step(entries[-1].exercise, None, file=file, line=len(entries) + 1))
    return tuple(steps)


def _numbers(entries: Sequence[Entry]) -> dict[int, int]:
    """Return the number in the log of each entry of the record."""
    counted = (entry for entry in entries if not _is_tick(entry))
    return {entry.n: number for number, entry in enumerate(counted, 1)}


@singledispatch
def _command(event: happened.Event, numbers: Mapping[int, int]) -> Command | None:  # noqa: ARG001
    """Return the command that leads to *event*; nothing if the clock does."""
    plain = {
        happened.Started: wish.Start,
        happened.Paused: wish.Pause,
        happened.Resumed: wish.Resume,
        happened.Ended: wish.End,
        happened.SpeedSet: wish.SetSpeed,
        happened.InjectPostponed: wish.Postpone,
        happened.TaskFinished: wish.FinishTask,
        happened.TaskAborted: wish.AbortTask,
        happened.TaskAssigned: wish.Assign,
        happened.Decided: wish.Decide,
        happened.Answered: wish.Answer,
        happened.Noted: wish.Note,
        happened.Rated: wish.Rate,
        happened.Improved: wish.Improve,
    }
    made: Callable[..., Command] | None = plain.get(type(event))
    return None if made is None else made(**event.model_dump(exclude={"event"}))


@_command.register
def _(event: happened.Jumped, _: Mapping[int, int]) -> Command | None:
    return None if event.planned else wish.Jump(to=event.to, meanwhile=event.meanwhile)


@_command.register
def _(event: happened.InjectFired, _: Mapping[int, int]) -> Command | None:
    return wish.Fire(inject=event.inject) if event.by == "hand" else None


@_command.register
def _(event: happened.TaskStarted, _: Mapping[int, int]) -> Command | None:
    return wish.StartTask(component=event.component, procedure=event.procedure, task=event.task)


@_command.register
def _(event: happened.Corrected, numbers: Mapping[int, int]) -> Command | None:
    said = event.model_dump(exclude={"event", "entry"})
    return wish.Correct(entry=numbers[event.entry], **said)


@_command.register
def _(event: happened.Undone, numbers: Mapping[int, int]) -> Command | None:
    return wish.Undo(entry=numbers[event.entry])
