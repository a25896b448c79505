"""What the chart of cost against benefit shows, as numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bcp.inventory.facts import Measure
from bcp.inventory.models import Inventory
from bcp.outlook.effects import Effect
from bcp.report.charts.picture import Source
from bcp.report.names import called, clean
from bcp.words import Lang

__all__ = ["MILLION", "YEARS", "BenefitView", "Point", "benefit_view"]

YEARS = 5
"""Over how many years costs and expected losses are counted."""
MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Point:
    """A measure."""

    id: str
    name: str
    number: int
    """Its place in the table, from 1; those without a cost have none: 0."""
    cost: int | None
    """Once and over :data:`YEARS` years, in yen; None: nobody said."""
    avoided: Fraction
    """The loss that it avoids, in weighted hours."""
    is_efficient: bool
    """Whether nothing that costs as little or less avoids as much or more."""

    @property
    def per_million(self) -> Fraction | None:
        """What a million yen avoids, in weighted hours; None where it costs nothing or nobody said."""
        return self.avoided / self.cost * MILLION if self.cost else None


@dataclass(frozen=True, slots=True)
class BenefitView:
    """Everything the picture says."""

    lang: Lang
    organisation: str
    is_expected: bool
    """Whether losses are weighted by how often each scenario happens."""
    scenarios: int
    points: tuple[Point, ...]
    """Those with a cost; what buys most first."""
    aside: tuple[Point, ...]
    """Those without; what avoids most first."""
    best: Point | None
    """What buys most, if anything lowers the loss."""
    source: str


def benefit_view(
    effects: Sequence[Effect],
    inventory: Inventory,
    likelihoods: Mapping[str, float | None],
    lang: Lang,
    *,
    source: Source | None = None,
) -> BenefitView:
    """Return what the picture shows.

    Parameters
    ----------
    effects
        What each measure changes alone.
    inventory
        Says what the measures cost.
    likelihoods
        By scenario: events a year. Only if all have one, losses are weighted by it.
    lang
        Of the names, and of the words in the picture.
    source
        Where the picture comes from.
    """
    measures = {measure.id: measure for measure in inventory.measures}
    weights = _weights(likelihoods)
    points = [
        Point(
            id=effect.measure,
            name=clean(called(measures[effect.measure], lang)),
            number=0,
            cost=_cost(measures[effect.measure]),
            avoided=_avoided(effect, weights),
            is_efficient=False,
        )
        for effect in effects
        if effect.measure in measures
    ]
    priced = _numbered([point for point in points if point.cost is not None])
    aside = sorted((point for point in points if point.cost is None), key=lambda p: -p.avoided)
    best = priced[0] if priced and priced[0].avoided > 0 else None
    return BenefitView(
        lang=lang,
        organisation=clean(called(inventory.organisation, lang)),
        is_expected=weights is not None,
        scenarios=len(likelihoods),
        points=tuple(priced),
        aside=tuple(aside),
        best=best,
        source=source.line(lang) if source else "",
    )


def _weights(likelihoods: Mapping[str, float | None]) -> dict[str, Fraction] | None:
    """Return how often each scenario is to be expected in all years; None if that is not known."""
    found = {id_: chance for id_, chance in likelihoods.items() if chance is not None}
    if not found or len(found) < len(likelihoods) or not any(found.values()):
        return None
    return {id_: Fraction(str(chance)) * YEARS for id_, chance in found.items()}


def _cost(measure: Measure) -> int | None:
    if measure.cost is None and measure.yearly is None:
        return None
    return (measure.cost or 0) + (measure.yearly or 0) * YEARS


def _avoided(effect: Effect, weights: Mapping[str, Fraction] | None) -> Fraction:
    if weights is None:
        return effect.avoided
    saved = (
        (before - after) * weights.get(scenario, 0)
        for scenario, (before, after) in effect.losses.items()
    )
    return sum(saved, Fraction(0))


def _numbered(points: Sequence[Point]) -> list[Point]:
    """Return *points* with their numbers, what buys most first: what is free and helps above all."""

    def merit(point: Point) -> tuple[bool, Fraction]:
        is_free = not point.cost and point.avoided > 0
        return not is_free, -(point.avoided if not point.cost else point.per_million or Fraction(0))

    ordered = sorted(points, key=merit)
    return [
        Point(p.id, p.name, place, p.cost, p.avoided, _is_efficient(p, points))
        for place, p in enumerate(ordered, start=1)
    ]


def _is_efficient(point: Point, points: Sequence[Point]) -> bool:
    def beats(other: Point) -> bool:
        assert other.cost is not None
        assert point.cost is not None
        is_as_good = other.cost <= point.cost and other.avoided >= point.avoided
        return is_as_good and (other.cost, other.avoided) != (point.cost, point.avoided)

    return point.avoided > 0 and not any(beats(other) for other in points)
