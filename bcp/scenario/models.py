"""What happens: the scenario of model.md section 3, as frozen models."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from bcp.fields import Duration, Id, Item, LocalTime, OneOrMany, People, Share, Span, Text
from bcp.inventory.models import Kind, Named, Severity
from bcp.units import DAY


class Select(Item):
    """Which components: different keys are joined by AND, the values of one key by OR."""

    id: Annotated[tuple[Id, ...], OneOrMany] | None = None
    """These components."""
    kind: Annotated[tuple[Kind, ...], OneOrMany] | None = None
    """Components of these kinds."""
    within: Annotated[tuple[Id, ...], OneOrMany] | None = None
    """What stands in these at any depth, not the places themselves."""
    tag: Annotated[tuple[Text, ...], OneOrMany] | None = None
    """Components with any of these tags."""

    @model_validator(mode="after")
    def _agree(self) -> Select:
        if self.id is self.kind is self.within is self.tag is None:
            raise PydanticCustomError("select-empty", "empty")
        return self


class Damage(Item):
    """Components that are broken until their procedure is done."""

    select: Select
    """Which components."""
    share: Share = Fraction(1)
    """The probability that each is hit."""
    correlation: Text | None = None
    """`site`: the components of one site share one draw."""
    corrupt_since: Duration | None = None
    """How long before the event the data was already spoilt."""

    @model_validator(mode="after")
    def _agree(self) -> Damage:
        if self.correlation not in (None, "site"):
            raise PydanticCustomError("bad-correlation", "x", {"value": self.correlation})
        return self

    @property
    def hits(self) -> bool:
        """Whether a plain simulation, which draws nothing, counts it as a hit."""
        return self.share >= Fraction(1, 2)


class Outage(Item):
    """Components that are held down for a time and come back by themselves."""

    select: Select
    """Which components."""
    for_: Annotated[Span | None, Field(alias="for")] = None
    """To the horizon if left out."""


class Access(Item):
    """Places in which no onsite task can start for a time."""

    select: Select
    """Which components."""
    for_: Annotated[Span | None, Field(alias="for")] = None
    """To the horizon if left out."""


class StaffChange(Item):
    """A team of which only a part is available for a time."""

    team: Id
    """Which team."""
    available: People
    """A share, or heads."""
    for_: Annotated[Span | None, Field(alias="for")] = None
    """To the horizon if left out."""


class Event(Item):
    """One thing that happens, `at` seconds after the incident."""

    at: Duration
    """How long after the incident; `0h` is the moment itself."""
    damage: Damage | None = None
    """What is broken and has to be repaired."""
    outage: Outage | None = None
    """What fails for a time and comes back by itself."""
    access: Access | None = None
    """Where nobody can go for a time."""
    staff: StaffChange | None = None
    """Of which team only a part is available for a time."""

    @model_validator(mode="after")
    def _agree(self) -> Event:
        kinds = [self.damage, self.outage, self.access, self.staff]
        if sum(kind is not None for kind in kinds) != 1:
            raise PydanticCustomError("event-one-kind", "one kind")
        return self


class Head(Named):
    """What a scenario is called and when it happens."""

    kind: Text | None = None
    """earthquake, flood, blackout, ransomware …"""
    severity: Severity = "normal"
    """Which of two targets counts."""
    assembly: bool = False
    """Whether own teams have to come in first (off hours, roads closed)."""
    starts: LocalTime | None = None
    """Local time of the incident."""
    horizon: Span = 30 * DAY
    """How far the simulation looks."""
    likelihood: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None
    """Events a year."""
    teaches: Text | None = None
    """What the scenario is there to show."""
    teaches_en: Text | None = None
    """The same in English."""
    words: Annotated[tuple[Text, ...], OneOrMany] = ()
    """Words, in either language, by which it can be found besides its name."""

    @property
    def day(self) -> tuple[int, int] | None:
        """Month and day of the incident, if it has a date."""
        return None if self.starts is None else (self.starts.month, self.starts.day)


class Scenario(Item):
    """A scenario file."""

    scenario: Head
    """What it is called and when it happens."""
    events: tuple[Event, ...] = ()
    """What happens, in any order."""


__all__ = ["Access", "Damage", "Event", "Head", "Outage", "Scenario", "Select", "StaffChange"]
