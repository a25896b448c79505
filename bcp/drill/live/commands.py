"""What people tell a drill to do. A command is a wish: `decide` turns it into events or refuses."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter
from pydantic_core import PydanticCustomError

from bcp.fields import Day, Id, Text
from bcp.units import parse_duration

__all__ = ["COMMAND", "Command"]

Rating = Literal["P", "S", "M", "U"]
"""Performed without challenges, with some, with major ones, unable to be performed (HSEEP)."""
Outcome = Literal["met", "partly", "not"]
NoteKind = Literal["note", "stumble", "strength", "hot-wash"]
"""A remark, a step that people stumbled over (つまづいた工程), something that went well, or what was
said straight after the end."""


def _seconds(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return int(value) if value.isascii() and value.isdigit() else parse_duration(value)
    except ValueError:
        raise PydanticCustomError("bad-duration", "bad value", {"value": value}) from None


Seconds = Annotated[int, BeforeValidator(_seconds), Field(ge=0)]
"""Seconds, or text such as ``10m`` or ``600``."""


class _Command(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Start(_Command):
    """Start the drill: both clocks begin to run."""

    do: Literal["start"] = "start"


class Pause(_Command):
    """Stop both clocks."""

    do: Literal["pause"] = "pause"


class Resume(_Command):
    """Let both clocks run on."""

    do: Literal["resume"] = "resume"


class Jump(_Command):
    """Let the scenario's clock leap forward; what lies between is played in order."""

    do: Literal["jump"] = "jump"
    to: Seconds
    """To which moment, in seconds since the incident."""
    meanwhile: Literal["plan", "nothing"] | None = None
    """Whether the plan is followed during the leap; as the drill's clock says if left out."""


class SetSpeed(_Command):
    """Change how fast the scenario's clock runs."""

    do: Literal["set-speed"] = "set-speed"
    speed: Annotated[int, Field(ge=1, le=3600)]
    """Seconds of the scenario in a second of the exercise."""


class Fire(_Command):
    """Give an inject now."""

    do: Literal["fire"] = "fire"
    inject: Id
    """Its number."""


class Postpone(_Command):
    """Put off an inject, or all that have a time to come."""

    do: Literal["postpone"] = "postpone"
    inject: Id | None = None
    """Its number; every one if left out."""
    by: Seconds
    """By how much, on the scenario's clock."""


class _OfTask(_Command):
    component: Id
    """The component that is recovered."""
    task: Id
    """The task of its procedure."""


class StartTask(_OfTask):
    """Begin a task: its crew is busy from now on."""

    do: Literal["start-task"] = "start-task"
    procedure: Id | None = None
    """Another procedure of the component, if none of its tasks was begun yet."""


class FinishTask(_OfTask):
    """Say that a task is finished."""

    do: Literal["finish-task"] = "finish-task"


class AbortTask(_OfTask):
    """Break off a task: it waits again and has to be done from its beginning."""

    do: Literal["abort-task"] = "abort-task"
    why: Text = ""
    """What was the matter."""


class Assign(_OfTask):
    """Say who does a task."""

    do: Literal["assign"] = "assign"
    who: Text
    """The person or post."""


class Decide(_Command):
    """Choose an option of an inject."""

    do: Literal["decide"] = "decide"
    inject: Id
    """Its number."""
    option: Id
    """The option."""
    who: Text = ""
    """Who decided."""
    why: Text = ""
    """The reason that was given."""


class Answer(_Command):
    """Say what was done about an inject."""

    do: Literal["answer"] = "answer"
    inject: Id
    """Its number."""
    text: Text = ""
    """What was done."""
    who: Text = ""
    """By whom."""
    outcome: Outcome = "met"
    """Whether that is what was expected."""


class Note(_Command):
    """Write down what somebody did or said."""

    do: Literal["note"] = "note"
    text: Text
    """What happened."""
    who: Text = ""
    """Who did it."""
    about: Text = ""
    """The component, function, task or inject it is about."""
    kind: NoteKind = "note"
    """What sort of note."""
    exercise: Annotated[int, Field(ge=0)] | None = None
    """When it happened, in milliseconds of the exercise clock, if that was before now."""


class Correct(_Command):
    """Change the time or the text of an entry of the log; the original is kept."""

    do: Literal["correct"] = "correct"
    entry: int
    """The number of the entry."""
    text: Text | None = None
    """What it should say."""
    who: Text | None = None
    """Who it was."""
    exercise: int | None = None
    """When it happened, in milliseconds of the exercise clock."""


class Rate(_Command):
    """Rate an objective."""

    do: Literal["rate"] = "rate"
    objective: Id
    """Which objective."""
    rating: Rating
    """P, S, M or U."""
    text: Text = ""
    """The reason, in a sentence."""


class Improve(_Command):
    """Open an item of the improvement plan, or say more about one."""

    do: Literal["improve"] = "improve"
    item: Id | None = None
    """The item; a new one if left out."""
    text: Text | None = None
    """What is to be done."""
    owner: Text | None = None
    """Who sees to it."""
    due: Day | None = None
    """Until when."""
    done: Day | None = None
    """When it was done."""


class Undo(_Command):
    """Take back an entry of the log; taking back an `undo` brings it back."""

    do: Literal["undo"] = "undo"
    entry: int | None = None
    """The number of the entry; the last thing that people did if left out."""


class End(_Command):
    """End the drill. Notes, ratings and improvement items can still be written."""

    do: Literal["end"] = "end"


Command = Annotated[
    Start
    | Pause
    | Resume
    | Jump
    | SetSpeed
    | Fire
    | Postpone
    | StartTask
    | FinishTask
    | AbortTask
    | Assign
    | Decide
    | Answer
    | Note
    | Correct
    | Rate
    | Improve
    | Undo
    | End,
    Field(discriminator="do"),
]
"""Any command."""

COMMAND: TypeAdapter[Command] = TypeAdapter(Command)
"""Reads a command from plain data."""
