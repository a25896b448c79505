"""The plan as a paper: its number, its history, who approved it, what people decided, how it looks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from bcp.fields import Day, Id, Item, OneOrMany, Text

__all__ = [
    "ANSWERS",
    "Answer",
    "Approval",
    "Chapter",
    "Copies",
    "House",
    "Maintenance",
    "PlanFacts",
    "RelatedPlan",
    "Revision",
    "Texts",
]

Texts = Annotated[tuple[Text, ...], OneOrMany]
"""Paragraphs, or entries of a list."""
ANSWERS = (
    *(f"checklist-{number}" for number in range(1, 7)),
    *(f"element-{number}" for number in range(1, 7)),
)
"""The questions of the ICT-BCP checklist (2024), then the six elements of the Cabinet Office."""

_COLOUR = "^#[0-9A-Fa-f]{6}$"


def _colour(value: Any) -> str:
    # Without quotes, YAML takes a colour for a comment, and the key is left without a value.
    if not isinstance(value, str) or not re.fullmatch(_COLOUR, value):
        raise PydanticCustomError("bad-colour", "colour", {"value": str(value or "")})
    return value


Colour = Annotated[
    str | None,
    BeforeValidator(_colour),
    WithJsonSchema({"type": "string", "pattern": _COLOUR}),
]


class Approval(Item):
    """Who approved the plan."""

    by: Text
    """Their title."""
    on: Day | None = None
    """When."""


class Revision(Item):
    """A version of the plan."""

    version: Text
    """Its number."""
    on: Day
    """Its date."""
    what: Text
    """What changed."""
    by: Text = ""
    """Who wrote it."""


class Copies(Item):
    """Where copies of the plan are kept."""

    to: Text
    """Who has them."""
    copies: Annotated[int, Field(ge=1)] = 1
    """How many."""
    form: Text = ""
    """On paper, on a memory card …"""
    where: Text = ""
    """In which place; in no public edition."""


class RelatedPlan(Item):
    """Another plan that this one has to fit."""

    name: Text
    """Its title."""
    relation: Text = ""
    """Above, beside or below this one, and in what."""
    kept: Text = ""
    """Where it is kept."""


class Maintenance(Item):
    """A piece of work that keeps the plan true."""

    what: Text
    """What is done."""
    when: Text = ""
    """How often, and when."""
    role: Id | None = None
    """Who does it."""


class Answer(Item):
    """An answer to a question of the checklist."""

    answer: Literal["yes", "partly", "no"]
    """Whether it has been seen to."""
    remark: Text = ""
    """How, or what is missing."""


class Chapter(Item):
    """A chapter of one's own, in Markdown."""

    file: Text
    """Beside the file that names it; it cannot lie outside the inventory."""
    after: Annotated[int, Field(ge=0, le=20)] = 20
    """Behind which numbered chapter it stands; 0: before the first; by itself at the end."""
    public: bool = True
    """Whether it stands in the public edition too."""


class House(Item):
    """How the organisation's papers look."""

    logo: Text | None = None
    """A PNG or SVG, beside the file that names it."""
    colour: Colour = None
    """Of headings and rules."""
    word_template: Text | None = None
    """A .docx or .dotx whose styles, headers and footers Word output takes over."""


class PlanFacts(Item):
    """The plan as a paper: its number, version, approvals, and what people decided."""

    title: Text = ""
    """On its cover; the usual one if left out."""
    number: Text = ""
    """The number it is filed under (管理文書番号)."""
    version: Text = ""
    """The number of this version."""
    on: Day | None = None
    """The date of this version; of its latest revision if left out."""
    owner: Text = ""
    """Who keeps it."""
    approvals: tuple[Approval, ...] = ()
    """Who approved it."""
    revisions: tuple[Revision, ...] = ()
    """Its history, the oldest first."""
    distribution: tuple[Copies, ...] = ()
    """Where copies are."""
    purpose: Texts = ()
    """Why there is such a plan (趣旨・目的), a paragraph each."""
    policy: Texts = ()
    """Its principles (基本方針)."""
    scope: Texts = ()
    """What it is about (対象範囲), besides what the inventory says."""
    related: tuple[RelatedPlan, ...] = ()
    """Plans above and beside it (上位計画・関係文書)."""
    scenarios: tuple[Id, ...] = ()
    """The scenarios it is written for, the first one foremost; all there are if left out."""
    secondary: Texts = ()
    """What may follow from the disaster (起こりうる二次災害)."""
    activation: Texts = ()
    """When it is put into action (発動基準)."""
    deactivation: Texts = ()
    """When that ends (解除基準)."""
    maintenance: tuple[Maintenance, ...] = ()
    """What keeps it true, and when (維持管理)."""
    answers: Mapping[Text, Answer] = Field(default_factory=dict)
    """By question: ``checklist-1`` to ``checklist-6``, ``element-1`` to ``element-6``."""
    drills: Texts = ()
    """Drills that are planned, besides the drill files there are."""
    chapters: tuple[Chapter, ...] = ()
    """Chapters of one's own."""
    house: House = House()
    """How it looks."""

    @property
    def day(self) -> date | None:
        """The date of the plan, or of its latest revision."""
        return self.on or max((revision.on for revision in self.revisions), default=None)
