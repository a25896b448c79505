"""One way in which a scenario may come, and the readable engine playing it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from bcp.scenario.impact import Hit

__all__ = ["Draw", "WorkId"]

WorkId = tuple[str, str, str]
"""(component, procedure, task)."""


@dataclass(frozen=True, slots=True)
class Draw:
    """What chance decided for one run."""

    hits: tuple[Hit, ...]
    """What is damaged, in the order of the events."""
    durations: Mapping[WorkId, int]
    """How many seconds each task takes on each component; no entry: its mean."""
    arrivals: Mapping[str, tuple[tuple[int, int | Fraction], ...]]
    """By team: from which second of the scenario on how many have arrived, before anyone is held
    back by an event. Empty: nobody comes. No entry: as in a plain simulation."""
