"""A drill as it is written down: purpose, objectives, participants, clock and injects (MSEL).

The words are HSEEP's and those of the ministry's book of drill cases (総務省 訓練事例集).
"""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from bcp.fields import Duration, Id, Item, LocalTime, OneOrMany, Span, Text
from bcp.inventory.models import Named
from bcp.scenario.models import Event
from bcp.units import parse_clock, parse_duration

__all__ = [
    "Clock",
    "Drill",
    "Inject",
    "Jump",
    "Measure",
    "Objective",
    "Option",
    "Participant",
    "Sign",
    "When",
]

Kind = Literal[
    "image-up",
    "walkthrough",
    "restore",
    "power-cut",
    "damage-survey",
    "full-scale",
    "tabletop",
    "functional",
    "connectivity",
    "assembly",
]
"""The ministry's six kinds of drill, and what cities run besides."""

Role = Literal["facilitator", "controller", "player", "evaluator", "observer"]
Difficulty = Literal["basic", "standard", "hard"]
Meanwhile = Literal["plan", "nothing"]
Finishing = Literal["by-hand", "planned"]

_PAIR = r"^[a-z0-9-]{1,200}/[a-z0-9-]{1,200}$"


def _work(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(_PAIR, value):
        raise PydanticCustomError("bad-work", "bad value", {"value": value})
    return value


def _choice(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(_PAIR, value):
        raise PydanticCustomError("bad-option", "bad value", {"value": value})
    return value


_PAIR_SCHEMA = WithJsonSchema({"type": "string", "pattern": _PAIR})

WorkRef = Annotated[str, BeforeValidator(_work), _PAIR_SCHEMA]
"""A task of a component: ``component/task``."""

Choice = Annotated[str, BeforeValidator(_choice), _PAIR_SCHEMA]
"""An option of an inject: ``inject/option``."""

Moment = int | time | datetime
"""Seconds since the incident, a time of day, or a local time."""


def _moment(value: object) -> Moment:
    """Read a duration since the incident, ``HH:MM``, or a local time."""
    if isinstance(value, (int, time, datetime)) and not isinstance(value, bool):
        if not _is_written(value):
            raise PydanticCustomError("bad-moment", "bad value", {"value": str(value)})
        return value
    if value is None:
        raise PydanticCustomError("empty-value", "empty")
    if isinstance(value, (dict, list)):
        raise PydanticCustomError("bad-moment", "bad value", {"value": value})
    text = str(value).strip()
    try:
        if re.fullmatch(r"\d{1,2}:\d{2}", text):
            minutes = parse_clock(text)
            return time(minutes // 60 % 24, minutes % 60)
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?", text):
            return datetime.fromisoformat(text)
        return parse_duration(text)
    except ValueError:
        raise PydanticCustomError("bad-moment", "bad value", {"value": text}) from None


def _is_written(value: Moment) -> bool:
    """Return whether the notation of the files can say *value*: whole, local, days by the minute."""
    if isinstance(value, datetime):
        return value.tzinfo is None and value.microsecond == 0
    if isinstance(value, time):
        return value == time(value.hour, value.minute)
    return value >= 0


At = Annotated[
    Moment,
    BeforeValidator(_moment),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": r"^(0|([0-9]+(mo|[smhdw]))+|[0-9]{1,2}:[0-9]{2}"
            r"|[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?)$",
            "minimum": 0,
            "maximum": 0,
            "examples": ["1h30m", "15:10", "2026-11-25T10:00"],
        }
    ),
]
"""When, by the scenario's clock: ``1h30m`` after the incident, or ``15:10``."""


def _only_one(item: Item, keys: tuple[str, ...], error: str) -> None:
    if sum(getattr(item, key) is not None for key in keys) != 1:
        raise PydanticCustomError(error, "one of", {"keys": ", ".join(keys)})


class Sign(Item):
    """What shows that something was done; exactly one of its kinds."""

    up: Id | None = None
    """This component or function is up."""
    started: WorkRef | None = None
    """This task was started: `component/task`."""
    finished: WorkRef | None = None
    """This task was finished: `component/task`."""

    @model_validator(mode="after")
    def _agree(self) -> Sign:
        _only_one(self, ("up", "started", "finished"), "sign-one-kind")
        return self


class Measure(Item):
    """How an objective is measured; exactly one of its kinds, and within which time."""

    up: Id | None = None
    """This component or function is up for good; counted from the incident."""
    started: WorkRef | None = None
    """This task was started: `component/task`; counted from the incident."""
    finished: WorkRef | None = None
    """This task was finished: `component/task`; counted from the incident."""
    answered: Id | None = None
    """The expected action of this inject was done; counted from the inject."""
    within: Span
    """In which time, by the scenario's clock."""

    @model_validator(mode="after")
    def _agree(self) -> Measure:
        _only_one(self, ("up", "started", "finished", "answered"), "measure-one-kind")
        return self


class Objective(Item):
    """What the drill is to show, and by what one sees that it was reached."""

    id: Id
    """What injects and ratings call it."""
    text: Text
    """What is to be shown."""
    text_en: Text | None = None
    """The same in English."""
    criterion: Text
    """By what one sees that it was reached, a number if possible."""
    criterion_en: Text | None = None
    """The same in English."""
    measure: Measure | None = None
    """How the program itself can tell."""


class Participant(Item):
    """Who takes part, as a role: no contact data here."""

    name: Text
    """The post or the person: 情報政策課 係長."""
    name_en: Text | None = None
    """The same in English."""
    role: Role = "player"
    """What they do in the drill."""
    team: Id | None = None
    """The team of the inventory that they act for."""
    organisation: Text | None = None
    """Where they come from, if not from the organisation itself."""


class Jump(Item):
    """A leap of the scenario's clock; the exercise clock goes on as it is."""

    at: Duration
    """When the scenario's clock shows this, counted from the incident …"""
    to: Span
    """… it leaps to this."""

    @model_validator(mode="after")
    def _agree(self) -> Jump:
        if self.to <= self.at:
            raise PydanticCustomError("jump-backwards", "backwards")
        return self


class Clock(Item):
    """How the scenario's clock runs beside the clock of the exercise."""

    starts: Duration = 0
    """What the scenario's clock shows when the drill starts, counted from the incident."""
    speed: Annotated[int, Field(ge=1, le=3600)] = 1
    """Seconds of the scenario in a second of the exercise."""
    jumps: tuple[Jump, ...] = ()
    """Planned leaps."""
    meanwhile: Meanwhile = "plan"
    """What is assumed before the start and during a leap: the `plan` is followed, or `nothing`."""
    tasks: Finishing = "by-hand"
    """Who says that a task is finished: the facilitator, or the clock after its planned length."""


class When(Item):
    """What a conditional inject waits for; exactly one of its kinds."""

    after: Id | None = None
    """This inject was given."""
    up: Id | None = None
    """This component or function is up again (or was never down)."""
    down: Id | None = None
    """This component or function is down."""
    missed: Id | None = None
    """The deadline of this inject passed without its expected action."""
    chosen: Choice | None = None
    """This option was chosen: `inject/option`."""
    delay: Duration = 0
    """How long after that, by the scenario's clock."""

    @model_validator(mode="after")
    def _agree(self) -> When:
        _only_one(self, ("after", "up", "down", "missed", "chosen"), "when-one-kind")
        return self


class Option(Item):
    """One way to decide."""

    id: Id
    """What it is called in `chosen`."""
    text: Text
    """What is decided."""
    text_en: Text | None = None
    """The same in English."""
    events: tuple[Event, ...] = ()
    """What it changes; `at` counts from the decision."""


class Inject(Item):
    """One message of the MSEL.

    With `at` it has a time, with `when` a condition; with neither it waits on the bench until
    somebody gives it.
    """

    no: Id
    """Its number; `3` or `3a`."""
    at: At | None = None
    """When: `1h30m` after the incident, or `15:10` by the scenario's clock."""
    when: When | None = None
    """What it waits for."""
    from_: Annotated[Text | None, Field(alias="from")] = None
    """Who says it."""
    to: Annotated[tuple[Text, ...], OneOrMany] = ()
    """Who is told: a team's id or anybody else."""
    means: Text | None = None
    """How: telephone, paper, e-mail, by word of mouth …"""
    text: Text
    """What they are told."""
    text_en: Text | None = None
    """The same in English."""
    expected: Text | None = None
    """What they should do."""
    expected_en: Text | None = None
    """The same in English."""
    deadline: Span | None = None
    """How long they have for it, by the scenario's clock."""
    met_by: Sign | None = None
    """What shows without asking that it was done."""
    objective: Id | None = None
    """The objective it serves."""
    difficulty: Difficulty = "standard"
    """Basic information, what the purpose asks for, or an extra difficulty."""
    plan: Text | None = None
    """The part of the plan that it tests."""
    events: tuple[Event, ...] = ()
    """What it changes, as in a scenario; `at` counts from the inject."""
    options: tuple[Option, ...] = ()
    """What can be decided."""

    @model_validator(mode="after")
    def _agree(self) -> Inject:
        if self.at is not None and self.when is not None:
            raise PydanticCustomError("inject-at-and-when", "both")
        return self

    @property
    def is_bench(self) -> bool:
        """Whether it has neither time nor condition."""
        return self.at is None and self.when is None


class Head(Named):
    """What a drill is called, what it is for and what it rehearses."""

    kind: Kind
    """Which kind of drill."""
    scenario: Text
    """The scenario it rehearses: an id, or a file beside this one."""
    strategy: Literal["slack", "rank"] = "slack"
    """Whose order counts as the plan."""
    purpose: Text | None = None
    """What the drill is for."""
    purpose_en: Text | None = None
    """The same in English."""
    place: Text | None = None
    """Where it is held."""
    on: LocalTime | None = None
    """When it is to be held."""
    length: Span | None = None
    """How long it is planned to take, by the exercise clock."""
    every: Span | None = None
    """How often it is to be repeated; later than that it is overdue."""
    safety: Text | None = None
    """What must not be touched."""
    stop_when: Text | None = None
    """When the drill is broken off."""
    documents: Annotated[tuple[Text, ...], OneOrMany] = ()
    """The parts of the plan and the forms that are used."""


class Drill(Item):
    """A drill file."""

    drill: Head
    """What it is called, what it is for and what it rehearses."""
    objectives: tuple[Objective, ...] = ()
    """What it is to show."""
    participants: tuple[Participant, ...] = ()
    """Who takes part."""
    clock: Clock = Clock()
    """How time runs."""
    injects: tuple[Inject, ...] = ()
    """The MSEL: what the players are told and when, in any order."""
