"""How long a solver looks, and what it found out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from bcp.chance.draw import WorkId

__all__ = ["Limit", "Relaxed"]


@dataclass(frozen=True, slots=True)
class Limit:
    """How long to look."""

    effort: float
    """In the solver's deterministic time: a few seconds each, the same on every machine."""
    seconds: float | None = None
    """And by the clock at most; figures then depend on the machine."""
    workers: int = 1
    """Threads; more than one, and figures depend on the machine."""
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Relaxed:
    """What the solver found out."""

    bound: Fraction
    """No play loses less, in weighted hours."""
    starts: Mapping[WorkId, int]
    """When the works start in the best solution; empty if there is none."""
