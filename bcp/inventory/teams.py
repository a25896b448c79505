"""People who recover things, when they work, and the procedures by which they do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from bcp.fields import Clock, Duration, Heads, Id, Item, OneOrMany, People, Text
from bcp.inventory.groups import Group, Named
from bcp.units import Amount, halves_up

__all__ = ["Hours", "Pert", "Procedure", "Task", "Team"]

_HOURS = re.compile(r"(weekdays|daily)\s+([0-9]{1,2}:[0-9]{2})\s*-\s*([0-9]{1,2}:[0-9]{2})")


class Hours(Item):
    """When a team works: `weekdays` or `daily`, from included, to not."""

    days: Literal["weekdays", "daily"]
    """Weekdays leave out the organisation's holidays."""
    start: Clock
    """Minutes since midnight."""
    end: Clock
    """Minutes since midnight; before `start`, of the next day."""

    @model_validator(mode="before")
    @classmethod
    def _parse(cls, value: Any) -> Any:
        if isinstance(value, (dict, Hours)):
            return value
        match = _HOURS.fullmatch(str(value).strip())
        if not match or match[2] == match[3]:
            raise PydanticCustomError("bad-hours", "hours", {"value": str(value)})
        return {"days": match[1], "start": match[2], "end": match[3]}


_HOURS_FIELD = Annotated[
    Hours,
    WithJsonSchema(
        {"type": "string", "pattern": f"^{_HOURS.pattern}$", "examples": ["weekdays 09:00-17:30"]}
    ),
]


class Pert(Item):
    """A duration nobody knows for sure: PERT-distributed."""

    low: Duration
    """If all goes well."""
    likely: Duration
    """The most likely."""
    high: Duration
    """If much goes wrong."""

    @model_validator(mode="after")
    def _agree(self) -> Pert:
        if not self.low <= self.likely <= self.high:
            raise PydanticCustomError("pert-order", "order")
        return self

    @property
    def mean(self) -> int:
        """(low + 4 likely + high) / 6 in seconds, halves up."""
        return halves_up(Fraction(self.low + 4 * self.likely + self.high, 6))


def _duration_or_pert(value: Any) -> Any:
    if isinstance(value, (dict, Pert)):
        return value
    return {"low": value, "likely": value, "high": value}


class Team(Named):
    """A pool of people who do the same work; vendors too."""

    size: Annotated[int, Field(ge=0, le=1_000_000)]
    """How many they are."""
    vendor: bool = False
    """Whether they come on call: their assembly counts from the first damage on."""
    assembly: Mapping[Duration, People] | None = None
    """Who is on hand from then on; everyone from the start if left out."""
    delay: Annotated[Pert, BeforeValidator(_duration_or_pert)] | None = None
    """How much later the whole team may come than at the steps after 0h; only `bcp risk` counts it."""
    hours: _HOURS_FIELD | None = None
    """When they work; around the clock if left out."""
    tags: Annotated[tuple[Text, ...], OneOrMany] = ()
    """Words for grouping."""

    @model_validator(mode="after")
    def _agree(self) -> Team:
        if self.delay is not None and not any(self.assembly or ()):
            raise PydanticCustomError("delay-no-step", "no step")
        return self

    def base(self, amount: Amount) -> Fraction:
        """Return the people that *amount* (heads or a share) of the team stands for, not rounded."""
        if isinstance(amount, int):
            return Fraction(min(self.size, amount))
        return self.size * amount


class Task(Item):
    """One piece of the work of a procedure."""

    id: Id
    """Unique within its procedure."""
    name: Text = ""
    """As people call it; the id if left out."""
    name_en: Text | None = None
    """The same in English."""
    crew: Mapping[Id, Heads] = Field(default_factory=dict)
    """How many of which team, all at once."""
    duration: Annotated[Pert, BeforeValidator(_duration_or_pert)]
    """One duration, or low, likely and high."""
    after: Annotated[tuple[Id, ...], OneOrMany] = ()
    """Tasks of the procedure that must be finished first."""
    requires: tuple[Group, ...] = ()
    """Groups needed to start; `own` for what the component itself requires."""
    onsite: bool = True
    """Whether people have to be where the component stands."""

    @property
    def label(self) -> str:
        """The name, or the id where there is none."""
        return self.name or self.id


class Procedure(Named):
    """How a kind of thing is recovered."""

    tasks: Annotated[tuple[Task, ...], Field(min_length=1)]
    """What is done; in no order but that of `after`."""
