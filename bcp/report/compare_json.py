"""What ``bcp compare --json`` prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bcp.advice.comparing import Case, Comparison
from bcp.advice.played import Fate, Played
from bcp.report.json import finding_json, rounded
from bcp.words import Lang, Names

__all__ = ["Heading", "comparison_json"]

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Heading:
    """What one side of a comparison is."""

    key: str
    """A, B, C …"""
    name: str
    """As it was asked for."""
    sort: str
    """``inventory``, ``measure`` or ``scenario``."""
    title: str
    """What people call it."""
    ids: tuple[str, ...] = ()
    """Of measures: their ids."""
    cost: int | None = None
    """Of measures that all say what they cost: once and over the years, in yen."""


def comparison_json(
    headings: Sequence[Heading],
    comparison: Comparison,
    strategy: str,
    lang: Lang,
    names: Names,
) -> Json:
    """Return a comparison; every list "by side" is in the order of ``sides``.

    Parameters
    ----------
    headings
        What the sides are.
    comparison
        What came of them.
    strategy
        What users call the strategy.
    lang
        Of the findings.
    names
        What people call each id.
    """
    places = range(len(headings))
    found: Json = {
        "sides": [_heading(held) for held in headings],
        "strategy": strategy,
        "cases": [_case(held) for held in comparison.cases],
        "expected_loss_per_year": (
            None if comparison.expected is None else [rounded(held) for held in comparison.expected]
        ),
    }
    if comparison.findings is not None:
        found["findings"] = [
            {
                "count": len(comparison.findings[place]),
                "fixed": [finding_json(held, lang, names) for held in comparison.fixed(place)],
                "new": [finding_json(held, lang, names) for held in comparison.new(place)],
            }
            for place in places
        ]
    return found


def _heading(held: Heading) -> Json:
    return {
        "key": held.key,
        "name": held.name,
        "sort": held.sort,
        "title": held.title,
        "measures": [*held.ids],
        "cost": held.cost,
    }


def _case(case: Case) -> Json:
    return {
        "scenario": None if case.head is None else case.head.id,
        "likelihood": None if case.head is None else case.head.likelihood,
        "differs": not case.is_same,
        "sides": [_side(held) for held in case.sides],
        "functions": {
            id_: [_fate(held.functions.get(id_)) for held in case.sides] for id_ in case.functions
        },
    }


def _side(held: Played) -> Json:
    return {
        "loss": rounded(held.loss),
        "bound": rounded(held.bound),
        "rto_missed": [*held.failing("rto")],
        "mtpd_missed": [*held.failing("mtpd")],
        "rpo_missed": [*held.failing("rpo")],
        "not_restored": [*held.never_back],
        "deadlocks": [[*knot] for knot in held.deadlocks],
    }


def _fate(held: Fate | None) -> Json | None:
    if held is None:
        return None
    return {
        "downtime_s": held.downtime,
        "restored_s": held.restored,
        "rto_met": held.rto_met,
        "mtpd_met": held.mtpd_met,
        "rpo_met": held.rpo_met,
        "data_loss_s": held.data_loss,
        "loss": rounded(held.loss),
    }
