"""What the organisation has: the inventory of model.md section 1, as frozen models.

Every duration is an ``int`` of seconds, every share a ``Fraction``. The models say what one item
may hold; what several items must agree on is in ``bcp.inventory.checks``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from bcp.fields import (
    Clock,
    Day,
    Duration,
    Heads,
    Id,
    Item,
    MonthDay,
    OneOrMany,
    People,
    Share,
    Span,
    Text,
    Weight,
)
from bcp.inventory.facts import (
    Action,
    Contract,
    Facts,
    FunctionFacts,
    Measure,
    Person,
    PlanFacts,
    Role,
)
from bcp.inventory.measured import Measurement
from bcp.units import DAY, HOUR, MONTH, WEEK, Amount, halves_up

Severity = Literal["normal", "disaster"]
Kind = Literal[
    "site",
    "room",
    "power",
    "cooling",
    "network",
    "server",
    "storage",
    "service",
    "data",
    "external",
]
OWN = "own"
"""In the requirements of a task: whatever the component itself requires."""


class Named(Item):
    """An item that others refer to by its id."""

    id: Id
    """Unique over components, functions, teams and procedures of all files."""
    name: Text = ""
    """As people call it; the id if left out."""
    name_en: Text | None = None
    """The same in English, for English output."""

    @property
    def label(self) -> str:
        """The name, or the id where there is none."""
        return self.name or self.id


class Organisation(Named):
    """Whose inventory it is, and the conventions it uses."""

    language: Literal["ja", "en"] = "ja"
    """In which language results are shown unless asked otherwise."""
    timezone: Text = "Asia/Tokyo"
    """Whose local clock `starts` and `hours` are read by (IANA name)."""
    ranks: tuple[Text, ...] = ("S", "A", "B", "C")
    """Ranks of functions, most urgent first."""
    holidays: tuple[Day, ...] = ()
    """Days that `weekdays` of working hours leave out."""
    tiers: tuple[Span, ...] = (3 * HOUR, DAY, 3 * DAY, WEEK, 2 * WEEK, MONTH)
    """Bands of `required_by` in the recovery priority table."""
    outage_weight: Share = Fraction(1, 10)
    """What an hour of outage counts in the loss, against an hour of lateness."""


class Group(Item):
    """A group of providers of which `at_least` must be up (rule R1)."""

    any_of: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Ids of components or functions, in order of preference, none twice."""
    at_least: Annotated[int, Field(ge=1)] = 1
    """How many of them must be up and engaged."""
    holdover: Duration = 0
    """How long whoever needs the group carries on without it (rule R2)."""
    held_by: Id | None = None
    """What must be up for that reserve to last: a UPS, a generator."""
    switchover: Duration = 0
    """How long a spare takes to replace an engaged provider."""
    levels: Mapping[Annotated[int, Field(ge=1)], Share] | None = None
    """Of a function: its level by the number of providers up."""

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"any_of": (value,)}
        if isinstance(value, dict) and "at_least" not in value:
            levels = value.get("levels")
            numbers = [str(key) for key in levels] if isinstance(levels, dict) else []
            if numbers and all(number.isdigit() for number in numbers):
                return {**value, "at_least": min(map(int, numbers))}
        return value

    @model_validator(mode="after")
    def _agree(self) -> Group:
        if len(set(self.any_of)) < len(self.any_of):
            twice = sorted({x for x in self.any_of if self.any_of.count(x) > 1})
            raise PydanticCustomError("provider-twice", "twice", {"ids": ", ".join(twice)})
        if self.at_least > len(self.any_of):
            numbers = {"at_least": self.at_least, "number": len(self.any_of)}
            raise PydanticCustomError("at-least-too-large", "too large", numbers)
        if self.levels is not None:
            self._check_levels(self.levels)
        return self

    def _check_levels(self, levels: Mapping[int, Fraction]) -> None:
        if not levels or min(levels) != self.at_least:
            numbers = {"at_least": self.at_least, "least": min(levels, default=0)}
            raise PydanticCustomError("levels-at-least", "levels", numbers)
        if max(levels) > len(self.any_of):
            numbers = {"most": max(levels), "number": len(self.any_of)}
            raise PydanticCustomError("levels-too-many", "levels", numbers)


class Backup(Item):
    """A copy of a data component, kept somewhere."""

    at: Id
    """The component that holds the copy."""
    every: Span
    """The time between two copies."""
    age: Duration | None = None
    """How old the youngest copy is at the incident; the worst case, `every`, if left out."""
    online: bool = False
    """Whether what corrupts the data reaches the copy too."""
    medium: Text = ""
    """On what, and by which method; for form 7."""
    generations: Annotated[int, Field(ge=1)] | None = None
    """How many copies are kept; for form 7."""
    tested: Day | None = None
    """When it was last restored as a test; for form 7."""

    @property
    def youngest(self) -> int:
        """The age of the youngest copy at the incident, in seconds."""
        return self.every if self.age is None else self.age


class Component(Named):
    """Anything that can be up or down, business functions aside."""

    kind: Kind
    """What sort of thing it is."""
    within: Id | None = None
    """Where it stands: containment, transitive; not a dependency by itself."""
    requires: tuple[Group, ...] = ()
    """Groups that must all be satisfied for it to be up."""
    starts_with: tuple[Group, ...] = ()
    """Groups needed only to start."""
    startup: Duration = 0
    """From "everything it needs is there" to "up"."""
    procedure: Annotated[tuple[Id, ...], OneOrMany] = ()
    """How it is recovered when damaged: any one of these."""
    backups: tuple[Backup, ...] = ()
    """Copies of it; kind data only."""
    tags: Annotated[tuple[Text, ...], OneOrMany] = ()
    """Words that scenarios select it by."""
    facts: Facts | None = None
    """What only the documents need."""

    @model_validator(mode="after")
    def _agree(self) -> Component:
        if self.backups and self.kind != "data":
            raise PydanticCustomError("backups-not-data", "not data", {"kind": self.kind})
        return self


class Target(Item):
    """A duration that may differ in a disaster."""

    normal: Duration
    """In ordinary times."""
    disaster: Duration | None = None
    """In a scenario of severity disaster; as in ordinary times if left out."""

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, value: Any) -> Any:
        return value if isinstance(value, (dict, Target)) else {"normal": value}

    def at(self, severity: Severity) -> int:
        """Return the seconds that count at *severity*."""
        return self.normal if severity == "normal" or self.disaster is None else self.disaster


class Peak(Item):
    """Days of the year on which a function is wanted sooner."""

    from_: Annotated[MonthDay, Field(alias="from")]
    """The first day, included."""
    to: MonthDay
    """The last day, included; may lie in the next year."""
    rto: Duration
    """The RTO of these days, where it is the smaller."""

    def holds_on(self, day: tuple[int, int]) -> bool:
        """Return whether (month, day) lies in the peak."""
        if self.from_ <= self.to:
            return self.from_ <= day <= self.to
        return day >= self.from_ or day <= self.to


class Staff(Item):
    """The people a function needs on hand."""

    team: Id
    """Which team."""
    at_least: Heads = 1
    """How many of it."""


class Workaround(Item):
    """How a function goes on without its systems."""

    name: Text = ""
    """What is done instead."""
    after: Duration = 0
    """From the start of an outage until it works."""
    for_: Annotated[Span | None, Field(alias="for")] = None
    """How long it can be kept up; without end if left out."""
    level: Share
    """Which share of the function it gives."""


class Function(Named):
    """業務: what the organisation exists for."""

    department: Text = ""
    """Who is in charge of it."""
    department_en: Text | None = None
    """The same in English."""
    rank: Text | None = None
    """One of the organisation's ranks."""
    weight: Weight = Fraction(1)
    """What an hour of it is worth, relative to the others."""
    rto: Target
    """業務開始目標時間: by when it is to be resumed."""
    mtpd: Target | None = None
    """最大許容停止時間: how long it may be down at most."""
    rpo: Duration | None = None
    """目標復旧時点: how much data may be lost, as time."""
    peaks: tuple[Peak, ...] = ()
    """When a smaller RTO counts."""
    impact: Mapping[Duration, Annotated[int, Field(ge=0, le=4)]] = Field(default_factory=dict)
    """BIA: from which length of outage on it hurts how much, 0 to 4."""
    requires: tuple[Group, ...] = ()
    """Groups that must all be satisfied for it to be up."""
    staff: Staff | None = None
    """The people it needs."""
    workaround: Workaround | None = None
    """How it goes on meanwhile; never shortens a downtime."""
    tags: Annotated[tuple[Text, ...], OneOrMany] = ()
    """Words for grouping."""
    facts: FunctionFacts | None = None
    """What only the documents need."""

    def rto_at(self, severity: Severity, day: tuple[int, int] | None) -> int:
        """Return the RTO in seconds at *severity* for an incident on (month, day)."""
        held = [peak.rto for peak in self.peaks if day is not None and peak.holds_on(day)]
        return min([self.rto.at(severity), *held])


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


class Team(Named):
    """A pool of people who do the same work; vendors too."""

    size: Annotated[int, Field(ge=0, le=1_000_000)]
    """How many they are."""
    vendor: bool = False
    """Whether they come on call: their assembly counts from the first damage on."""
    assembly: Mapping[Duration, People] | None = None
    """Who is on hand from then on; everyone from the start if left out."""
    hours: _HOURS_FIELD | None = None
    """When they work; around the clock if left out."""
    tags: Annotated[tuple[Text, ...], OneOrMany] = ()
    """Words for grouping."""

    def base(self, amount: Amount) -> Fraction:
        """Return the people that *amount* (heads or a share) of the team stands for, not rounded."""
        if isinstance(amount, int):
            return Fraction(min(self.size, amount))
        return self.size * amount


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


class Inventory(Item):
    """Everything the files of an inventory say, in the order of the files."""

    organisation: Organisation
    """Whose inventory it is; in exactly one of the files."""
    components: tuple[Component, ...] = ()
    """Everything that can be up or down, business functions aside."""
    functions: tuple[Function, ...] = ()
    """業務: what the organisation exists for."""
    teams: tuple[Team, ...] = ()
    """Pools of people who do the same work; vendors too."""
    procedures: tuple[Procedure, ...] = ()
    """How a kind of thing is recovered."""
    measurements: tuple[Measurement, ...] = ()
    """How long tasks took in drills; results do not depend on them."""
    plan: PlanFacts | None = None
    """The plan as a paper; in at most one of the files."""
    people: tuple[Person, ...] = ()
    """Whom to call."""
    roles: tuple[Role, ...] = ()
    """Who does what in an emergency and all year round."""
    contracts: tuple[Contract, ...] = ()
    """What was agreed with vendors."""
    measures: tuple[Measure, ...] = ()
    """What would help, and how far it is."""
    actions: tuple[Action, ...] = ()
    """What is done in an emergency."""
