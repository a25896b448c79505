"""What the organisation has: the inventory of model.md section 1, as frozen models.

Every duration is an ``int`` of seconds, every share a ``Fraction``. The models say what one item
may hold; what several items must agree on is in ``bcp.inventory.checks``.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from bcp.fields import (
    Day,
    Duration,
    Heads,
    Id,
    Item,
    MonthDay,
    OneOrMany,
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
from bcp.inventory.groups import OWN, Group, Named
from bcp.inventory.measured import Measurement
from bcp.inventory.teams import Hours, Pert, Procedure, Task, Team
from bcp.units import DAY, HOUR, MONTH, WEEK

__all__ = [
    "OWN",
    "Backup",
    "Component",
    "Function",
    "Group",
    "Hours",
    "Inventory",
    "Kind",
    "Named",
    "Organisation",
    "Peak",
    "Pert",
    "Procedure",
    "Severity",
    "Staff",
    "Target",
    "Task",
    "Team",
    "Workaround",
]

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
    hold_back: bool = False
    """Whether ``optimal`` may keep a crew waiting for work that is more urgent than what can start."""


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
