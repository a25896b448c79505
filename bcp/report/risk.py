"""What `bcp risk --json` printed, as reports show it (model.md section 6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["Chance", "Risk", "Spread"]


@dataclass(frozen=True, slots=True)
class Spread:
    """A figure over all runs."""

    mean: float
    p50: float
    p90: float
    p99: float
    p10: float | None = None


@dataclass(frozen=True, slots=True)
class Chance:
    """What may become of a function."""

    p_down: float
    p_rto_met: float
    p_mtpd_met: float | None
    downtime: Spread
    """In seconds."""


@dataclass(frozen=True, slots=True)
class Risk:
    """What may come of a scenario."""

    scenario: str
    runs: int
    seed: int
    loss: Spread
    """In weighted hours."""
    functions: Mapping[str, Chance]
    band: tuple[tuple[int, float, float], ...] = ()
    """Where given: from each moment on, the share of all functions, by weight, that is there in a
    bad case (P10) and in a good one (P90)."""
