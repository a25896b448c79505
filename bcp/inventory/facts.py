"""What only the documents need: people, contracts, buildings, the plan's own papers. All optional.

No simulation reads any of it. What is left out is shown as not filled in, and listed among the
things to do, so that a first plan can be printed before all of it is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, WithJsonSchema

from bcp.fields import Day, Duration, Id, Item, Span, Text
from bcp.inventory.papers import (
    ANSWERS,
    Answer,
    Approval,
    Chapter,
    Copies,
    House,
    Maintenance,
    PlanFacts,
    RelatedPlan,
    Revision,
    Texts,
)

__all__ = [
    "ANSWERS",
    "Action",
    "Answer",
    "Approval",
    "Chapter",
    "Contract",
    "Copies",
    "Facts",
    "FunctionFacts",
    "House",
    "Maintenance",
    "Measure",
    "Person",
    "PlanFacts",
    "RelatedPlan",
    "Revision",
    "Role",
]

Verdict = Literal["good", "fair", "poor"]
"""How a place or a line was judged when it was surveyed."""
Phase = Literal["initial", "alternate", "recovery"]
"""初動, 代替, 復旧: the phases of form 10."""

_SECTIONS = ("components", "functions", "teams", "procedures")
Changes = Annotated[
    Mapping[str, tuple[Mapping[str, Any], ...]],
    WithJsonSchema(
        {
            "type": "object",
            "properties": {
                name: {
                    "description": f"Items of {name}, of each its id and what changes.",
                    "type": "array",
                    "items": {"type": "object", "required": ["id"]},
                }
                for name in _SECTIONS
            },
            "additionalProperties": False,
        }
    ),
]


class Facts(Item):
    """What was written down about a component: forms 1, 3, 4 and 5."""

    summary: Text = ""
    """What it is for; of a system, the work it supports."""
    department: Text = ""
    """Who is in charge of it."""
    model: Text = ""
    """Make and model."""
    vendor: Id | None = None
    """The team that maintains it."""
    fixed: bool | None = None
    """Whether it is fastened against shaking."""
    reinstall: Text = ""
    """How easily it can be installed anew."""
    address: Text = ""
    """Of a site; in no public edition."""
    built: Text = ""
    """Of a building: when."""
    structure: Text = ""
    """Of a building: what it is made of, and how many storeys."""
    seismic: Text = ""
    """Of a building: what the survey of its resistance to earthquakes says."""
    flood: Text = ""
    """How deep the water would stand."""
    hazards: Text = ""
    """Tsunami, landslide, fire."""
    floor: Text = ""
    """Of a room: where it is."""
    cooling: Text = ""
    """Of a room: how it is cooled, and whether in a power cut too."""
    leak: Text = ""
    """Of a room: whether water can get in."""
    extinguisher: Text = ""
    """Of a room: how a fire is put out."""
    entry: Text = ""
    """Of a room: who can get in, and how without power."""
    feed: Text = ""
    """Of power: where it comes from."""
    capacity: Text = ""
    """Of power: how much, and for how long."""
    fuel: Text = ""
    """Of a generator: which, how much is kept, and who brings more."""
    carrier: Text = ""
    """Of a line: who runs it."""
    route: Text = ""
    """Of a line: which way it takes."""
    priority_phone: Text = ""
    """Of a line: whether it is a priority telephone or goes by satellite."""
    check: Text = ""
    """How it is looked at after a disaster (form 11)."""
    verdict: Verdict | None = None
    """How it was judged."""
    remark: Text = ""
    """Anything else."""


class FunctionFacts(Item):
    """What was written down about a function: forms 15 and 16."""

    sort: Literal["emergency", "ordinary"] | None = None
    """Begun because of the disaster (応急業務), or going on all year (通常業務)."""
    outcome: Text = ""
    """What has to work by the RTO (目標復旧レベル)."""
    effects: Text = ""
    """What happens when it stops."""
    remark: Text = ""
    """Anything else."""


class Person(Item):
    """Somebody to be called: form 9. In no public edition."""

    id: Id
    """Unique over people and roles."""
    name: Text
    """As they are called."""
    name_en: Text | None = None
    """The same in English."""
    sort: Literal["staff", "office", "vendor", "authority"] = "staff"
    """Own staff, another office of the organisation, a vendor, or an authority."""
    team: Id | None = None
    """The team they belong to."""
    department: Text = ""
    """Where they work."""
    title: Text = ""
    """What they are there."""
    phone: Text = ""
    """At work."""
    mobile: Text = ""
    """Their own."""
    mail: Text = ""
    """Address for messages."""
    address: Text = ""
    """Where they live."""
    commute: Text = ""
    """How they come in after a disaster, and how long it takes."""
    otherwise: Text = ""
    """How to reach them when telephones are down."""


class Role(Item):
    """A part to be played in an emergency, or in keeping the plan up to date: forms 8 and 13."""

    id: Id
    """Unique over people and roles."""
    name: Text
    """As it is called."""
    name_en: Text | None = None
    """The same in English."""
    when: Literal["emergency", "maintenance"] = "emergency"
    """In an emergency (form 8), or all year round (form 13)."""
    lead: Id | None = None
    """The person who plays it."""
    deputies: tuple[Id, ...] = ()
    """Who takes their place, in this order."""
    duties: Texts = ()
    """What they do."""
    gathers: Text = ""
    """Where."""
    gathers_else: Text = ""
    """Where, if that place cannot be used."""


class Contract(Item):
    """What was agreed with a vendor: form 2."""

    id: Id
    """Unique over contracts."""
    name: Text
    """As it is called."""
    vendor: Id
    """The team that it is with."""
    covers: tuple[Id, ...] = ()
    """Components that it is about."""
    duty: Text = ""
    """What they have to do in a disaster."""
    response: Text = ""
    """Within which time, on which days."""
    contact: Text = ""
    """Whom to call on ordinary days; in no public edition."""
    emergency: Text = ""
    """Whom to call in an emergency; in no public edition."""
    until: Day | None = None
    """How long it holds."""
    issue: Text = ""
    """What is still to be settled; in no public edition."""


class Measure(Item):
    """Something that would help, and what came of it: form 6.

    ``changes`` says what it changes in the inventory: sections with items. Keys of an item that is
    there replace its own, ``null`` takes one away; an item that is not there is added.
    """

    id: Id
    """Unique over measures."""
    name: Text
    """What is done."""
    name_en: Text | None = None
    """The same in English."""
    of: tuple[Id, ...] = ()
    """Components, functions or teams that are weak without it."""
    weakness: Text = ""
    """What is weak; in no public edition."""
    priority: Text | None = None
    """How urgent it is, as people here say it."""
    owner: Text = ""
    """Who sees to it."""
    due: Day | None = None
    """By when."""
    lead_time: Span | None = None
    """How long it takes from the decision until it works."""
    cost: Annotated[int, Field(ge=0)] | None = None
    """What it costs once, in the currency of the organisation (yen)."""
    yearly: Annotated[int, Field(ge=0)] | None = None
    """What it costs each year."""
    status: Literal["idea", "planned", "doing", "done", "dropped"] = "idea"
    """How far it is. ``planned`` and ``doing`` are what "after planned measures" means."""
    purpose: Literal["resilience", "change"] = "resilience"
    """``change``: it is done for another end (a new system, less paper), and is no measure against
    outages. It can be compared, but it stands in no ranking, package or document."""
    left: Text = ""
    """What remains weak all the same; in no public edition."""
    changes: Changes = Field(default_factory=dict)
    """By section (components, functions, teams, procedures): the items it changes or adds."""


class Action(Item):
    """What is done in an emergency, by whom: form 10."""

    phase: Phase
    """In which phase."""
    within: Duration | None = None
    """By when after the incident."""
    what: Text
    """What is done."""
    what_en: Text | None = None
    """The same in English."""
    if_: Annotated[Text, Field(alias="if")] = ""
    """On which condition; always if left out."""
    role: Id | None = None
    """Who does it."""
    refers: Text = ""
    """To which paper or form."""
