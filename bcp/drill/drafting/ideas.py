"""What may become an inject: its text, when it is wanted and how much."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict, Unpack

from bcp.drill.drafting.ground import Ground
from bcp.drill.file.models import Difficulty, Inject, Option, Sign
from bcp.scenario.models import Event
from bcp.words import Told

__all__ = ["Follow", "Idea", "Worded", "worded"]

_UNNUMBERED = "0"


@dataclass(frozen=True, slots=True)
class Follow:
    """An inject that waits for what becomes of another."""

    inject: Inject
    option: str | None = None
    """It waits for this option; otherwise for a deadline that is missed."""


@dataclass(frozen=True, slots=True)
class Idea:
    """An inject that has no number and no place yet."""

    inject: Inject
    at: int
    """When it is wanted, in seconds since the incident."""
    weight: int
    """Those of most weight are placed first."""
    deadline: int | None = None
    """How long people would have for it in earnest, in seconds."""
    follows: tuple[Follow, ...] = ()
    mark: str = ""
    """By what the objectives find it."""


class Worded(TypedDict, total=False):
    """What an inject says of itself besides its texts."""

    sender: str
    to: tuple[str, ...]
    means: str
    objective: str
    difficulty: Difficulty
    plan: str | None
    met_by: Sign | None
    events: tuple[Event, ...]
    options: tuple[Option, ...]


def worded(ground: Ground, key: str, values: dict[str, object], **more: Unpack[Worded]) -> Inject:
    """Return an inject with the texts ``KEY-text`` and ``KEY-expected``, not yet numbered.

    Parameters
    ----------
    ground
        What the draft is made from.
    key
        Of the texts.
    values
        What the texts name.
    more
        The rest of the inject; means is a key of the table, without it it is by telephone.
    """
    text, text_en = ground.told(f"{key}-text", **values)
    expected, expected_en = ground.told(f"{key}-expected", **values)
    return Inject.model_validate(
        {
            "no": _UNNUMBERED,
            "from": more.get("sender"),
            "to": more.get("to") or told_team(ground),
            "means": ground.said(more.get("means", "means-phone")),
            "text": text,
            "text_en": text_en,
            "expected": expected,
            "expected_en": expected_en,
            "objective": more.get("objective"),
            "difficulty": more.get("difficulty", "standard"),
            "plan": more.get("plan"),
            "met_by": more.get("met_by"),
            "events": more.get("events", ()),
            "options": more.get("options", ()),
        }
    )


def told_team(ground: Ground) -> tuple[str, ...]:
    """Return who is told: the team that does the recovery."""
    return (ground.desk.id,) if ground.desk else (ground.said("everyone"),)


def option(ground: Ground, id_: str, key: str, *events: Event, **values: Told) -> Option:
    """Return an option of a decision."""
    text, text_en = ground.told(key, **values)
    return Option(id=id_, text=text, text_en=text_en, events=events)
