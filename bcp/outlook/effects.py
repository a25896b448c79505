"""What each measure would change: every scenario played with it and without."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

__all__ = ["Effect"]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a measure would change, alone."""

    measure: str
    """Its id."""
    losses: Mapping[str, tuple[Fraction, Fraction]]
    """By scenario: the loss without it and with it, in weighted hours."""
    gained: Mapping[str, tuple[str, ...]]
    """By scenario: the functions that meet their RTO with it and not without it."""
    spoilt: Mapping[str, tuple[str, ...]]
    """By scenario: the functions that meet their RTO without it and not with it."""

    @property
    def avoided(self) -> Fraction:
        """The loss that it avoids over all scenarios, each counted once, in weighted hours."""
        return sum((before - after for before, after in self.losses.values()), Fraction(0))
