"""What ``bcp risk --inventories`` is asked, and what it tells of each organisation."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from bcp.risk.many import Fared

__all__ = ["Asking", "Organisation", "how_well"]


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked of every organisation."""

    runs: int
    seed: int
    strategy: str


@dataclass
class Organisation:
    """What is told of one organisation."""

    folder: Path
    id: str
    name: str
    number: int
    """How many scenarios there are to be played."""
    fared: list[Fared] = field(default_factory=list)
    """By scenario, as far as they are."""

    @property
    def worst(self) -> Fared:
        """How it fares in the scenario in which it looks worst."""
        return min(self.fared, key=how_well)

    @property
    def year(self) -> float | None:
        """The loss to be expected in a year; none where no scenario has a likelihood."""
        rated = [
            held.mean * held.head.likelihood
            for held in sorted(self.fared, key=lambda held: held.head.id)
            if held.head.likelihood is not None
        ]
        return sum(rated) if rated else None


def how_well(held: Fared) -> tuple[float, float, float, str]:
    """Return what scenarios are compared by: functions in time, then the loss."""
    return held.in_time, held.all_met, -held.mean, held.head.id
