"""What happened in a drill: facts in the past tense, of which the state is the fold.

An event holds what cannot be worked out again; what follows from it by the rules of the model
(what comes back, what a crew is free for, which deadline has passed) is worked out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from bcp.drill.live.commands import NoteKind, Outcome, Rating

__all__ = ["EVENT", "Entry", "Event"]


class _Event(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Started(_Event):
    """The drill began."""

    event: Literal["started"] = "started"


class Paused(_Event):
    """Both clocks stopped."""

    event: Literal["paused"] = "paused"


class Resumed(_Event):
    """Both clocks run on."""

    event: Literal["resumed"] = "resumed"


class Ticked(_Event):
    """Time went by: how far the clocks had come, in case nothing else is recorded any more."""

    event: Literal["ticked"] = "ticked"


class Jumped(_Event):
    """The scenario's clock leapt to the moment of this entry; `origin` is where from."""

    event: Literal["jumped"] = "jumped"
    origin: int
    to: int
    meanwhile: Literal["plan", "nothing"]
    planned: bool = False


class SpeedSet(_Event):
    """The scenario's clock runs at another speed."""

    event: Literal["speed-set"] = "speed-set"
    speed: int


class InjectFired(_Event):
    """An inject was given: by the clock, because its condition came true, or by hand."""

    event: Literal["inject-fired"] = "inject-fired"
    inject: str
    by: Literal["clock", "condition", "hand"]


class InjectPostponed(_Event):
    """An inject, or every one that had a time to come, was put off."""

    event: Literal["inject-postponed"] = "inject-postponed"
    inject: str | None
    by: int


class TaskStarted(_Event):
    """A task was begun."""

    event: Literal["task-started"] = "task-started"
    component: str
    procedure: str
    task: str
    attempt: int


class TaskFinished(_Event):
    """Somebody said that a task is finished."""

    event: Literal["task-finished"] = "task-finished"
    component: str
    task: str


class TaskAborted(_Event):
    """A task was broken off."""

    event: Literal["task-aborted"] = "task-aborted"
    component: str
    task: str
    why: str = ""


class TaskAssigned(_Event):
    """It was said who does a task."""

    event: Literal["task-assigned"] = "task-assigned"
    component: str
    task: str
    who: str


class Decided(_Event):
    """An option was chosen."""

    event: Literal["decided"] = "decided"
    inject: str
    option: str
    who: str = ""
    why: str = ""


class Answered(_Event):
    """Something was done about an inject."""

    event: Literal["answered"] = "answered"
    inject: str
    text: str = ""
    who: str = ""
    outcome: Outcome = "met"


class Noted(_Event):
    """Something was written down."""

    event: Literal["noted"] = "noted"
    text: str
    who: str = ""
    about: str = ""
    kind: NoteKind = "note"
    exercise: int | None = None


class Corrected(_Event):
    """An entry should read otherwise."""

    event: Literal["corrected"] = "corrected"
    entry: int
    text: str | None = None
    who: str | None = None
    exercise: int | None = None


class Rated(_Event):
    """An objective was rated."""

    event: Literal["rated"] = "rated"
    objective: str
    rating: Rating
    text: str = ""


class Improved(_Event):
    """Something was said about an item of the improvement plan."""

    event: Literal["improved"] = "improved"
    item: str
    text: str | None = None
    owner: str | None = None
    due: date | None = None
    done: date | None = None


class Undone(_Event):
    """An entry does not count."""

    event: Literal["undone"] = "undone"
    entry: int


class Ended(_Event):
    """The drill was over."""

    event: Literal["ended"] = "ended"


Event = Annotated[
    Started
    | Paused
    | Resumed
    | Ticked
    | Jumped
    | SpeedSet
    | InjectFired
    | InjectPostponed
    | TaskStarted
    | TaskFinished
    | TaskAborted
    | TaskAssigned
    | Decided
    | Answered
    | Noted
    | Corrected
    | Rated
    | Improved
    | Undone
    | Ended,
    Field(discriminator="event"),
]
"""Anything that happened."""

EVENT: TypeAdapter[Event] = TypeAdapter(Event)
"""Reads an event from plain data."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An event at its place in the record."""

    n: int
    """Its number, from 1."""
    exercise: int
    """Milliseconds on the exercise clock: pauses do not count."""
    scenario: int
    """Seconds since the incident on the scenario's clock."""
    real: str
    """The local time at which it was written, ISO 8601 with offset; only a label."""
    event: Event
