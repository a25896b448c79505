"""What may be written in a scenario file beyond the model, as frozen models.

A file may name places by the tags of what they are, teams by what they do, and values by the
parameters of the file, so that it fits inventories it has never seen. All of that is gone once
the file is loaded (:mod:`bcp.scenario.fitting`): the calculations see the plain events of
:mod:`bcp.scenario.models` only.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from bcp.fields import Duration, Id, Item, OneOrMany, People, Span, Text
from bcp.scenario import models
from bcp.scenario.models import Head

__all__ = [
    "Access",
    "Damage",
    "Event",
    "Outage",
    "Parameter",
    "ParameterId",
    "Scenario",
    "Select",
    "StaffChange",
    "Teams",
]

ParameterId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=40)]
"""The name of a parameter: it stands as `$name` where its value is wanted."""
Teams = Literal["own", "vendors", "all", "busiest"]
"""Which teams: our own, those of vendors, all, or the own one that most tasks call for."""


class Parameter(Item):
    """A value that can be set anew each time the scenario is played."""

    id: ParameterId
    """The name; the value stands wherever `$name` is written."""
    name: Text
    """What people call it."""
    name_en: Text | None = None
    """The same in English."""
    default: Text
    """The value that counts unless `--set` gives another."""


class Select(models.Select):
    """Which components: different keys are joined by AND, the values of one key by OR."""

    within_tag: Annotated[tuple[Text, ...], OneOrMany] | None = None
    """What stands, at any depth, in places with any of these tags; not in drills."""

    @model_validator(mode="after")
    def _agree(self) -> Select:
        if self.id is self.kind is self.within is self.tag is self.within_tag is None:
            raise PydanticCustomError("select-empty", "empty")
        if self.within is not None and self.within_tag is not None:
            raise PydanticCustomError("within-twice", "twice")
        return self


class Damage(models.Damage):
    """Components that are broken until their procedure is done."""

    select: Select
    """Which components."""


class Outage(models.Outage):
    """Components that are held down for a time and come back by themselves."""

    select: Select
    """Which components."""


class Access(models.Access):
    """Places in which no onsite task can start for a time."""

    select: Select
    """Which components."""


class StaffChange(Item):
    """Teams of which only a part is available for a time."""

    team: Id | None = None
    """Which team; either this or `teams`."""
    teams: Teams | None = None
    """Which teams, by what they are; either this or `team`; not in drills."""
    available: People
    """A share, or heads, of each team."""
    for_: Annotated[Span | None, Field(alias="for")] = None
    """To the horizon if left out."""

    @model_validator(mode="after")
    def _agree(self) -> StaffChange:
        if (self.team is None) == (self.teams is None):
            raise PydanticCustomError("staff-one-team", "one")
        return self


class Event(Item):
    """One thing that happens, `at` seconds after the incident."""

    at: Duration
    """How long after the incident; `0h` is the moment itself."""
    optional: bool = False
    """Whether it is left out where nothing in the inventory matches; not in drills."""
    damage: Damage | None = None
    """What is broken and has to be repaired."""
    outage: Outage | None = None
    """What fails for a time and comes back by itself."""
    access: Access | None = None
    """Where nobody can go for a time."""
    staff: StaffChange | None = None
    """Of which teams only a part is available for a time."""

    @model_validator(mode="after")
    def _agree(self) -> Event:
        kinds = [self.damage, self.outage, self.access, self.staff]
        if sum(kind is not None for kind in kinds) != 1:
            raise PydanticCustomError("event-one-kind", "one kind")
        return self


class Scenario(Item):
    """A scenario file."""

    scenario: Head
    """What it is called and when it happens."""
    parameters: tuple[Parameter, ...] = ()
    """Values that can be set anew each time, such as how long the power is out."""
    events: tuple[Event, ...] = ()
    """What happens, in any order."""
