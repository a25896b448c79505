"""What a loss and a cost count for: how often each scenario happens, over how many years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from bcp.inventory.facts import Measure
from bcp.scenario.models import Head

__all__ = ["YEARS", "Weighing", "cost_of", "weighing_of"]

YEARS = 5
"""Over how many years costs and expected losses are counted, unless asked otherwise."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """How the losses of several scenarios become one figure."""

    years: int
    is_expected: bool
    """Whether the figure is what is to be expected in ``years``; otherwise what is lost if each
    scenario happens once."""
    factors: tuple[Fraction, ...]
    """Of each scenario: how often it counts."""


def weighing_of(heads: Sequence[Head], years: int = YEARS) -> Weighing:
    """Return how the losses of scenarios are added up.

    Only if every scenario says how often it happens, and one of them ever does, are they weighted:
    a scenario without a likelihood would else count for nothing, or for whatever was made up.

    Parameters
    ----------
    heads
        Of the scenarios, in their order.
    years
        Over which losses are expected.
    """
    chances = [head.likelihood for head in heads if head.likelihood is not None]
    if not chances or len(chances) < len(heads) or not any(chances):
        return Weighing(years, is_expected=False, factors=(Fraction(1),) * len(heads))
    factors = tuple(Fraction(str(chance)) * years for chance in chances)
    return Weighing(years, is_expected=True, factors=factors)


def cost_of(measure: Measure, years: int = YEARS) -> int | None:
    """Return what *measure* costs once and over *years* in yen; None if nobody said."""
    if measure.cost is None and measure.yearly is None:
        return None
    return (measure.cost or 0) + (measure.yearly or 0) * years
