"""What the scenarios of an inventory come to in a year: losses expected, and losses exceeded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import expm1, log1p, sqrt

import numpy as np

from bcp.risk.blocks import TICKS
from bcp.risk.interval import Estimate
from bcp.risk.result import RiskResult

__all__ = ["Exceeded", "Part", "Yearly", "yearly_of"]

_CHANCES = (0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001)
"""Chances a year for which it is told which loss is exceeded."""
_CURVE = 200
"""As many points has the curve at most."""
_HOUR = 3600


@dataclass(frozen=True, slots=True)
class Part:
    """What a scenario adds to a year."""

    scenario: str
    likelihood: float
    """Events a year."""
    loss: Estimate
    """Weighted hours a year, expected."""


@dataclass(frozen=True, slots=True)
class Exceeded:
    """A loss, and how often something worse happens."""

    loss: float
    """In weighted hours, of one event."""
    rate: float
    """Events a year with a larger loss."""

    @property
    def chance(self) -> float:
        """The chance that a year has at least one such event, events coming as in a Poisson process."""
        return -expm1(-self.rate)


@dataclass(frozen=True, slots=True)
class Yearly:
    """What the scenarios that have a likelihood come to in a year, together."""

    parts: tuple[Part, ...]
    """The largest first."""
    loss: Estimate
    """Weighted hours a year, expected."""
    down: Mapping[str, float]
    """By function: hours of downtime a year, expected."""
    curve: tuple[Exceeded, ...]
    """By rising loss."""
    exceeded: tuple[tuple[float, float | None], ...]
    """A chance a year, and which loss is exceeded with it; None: none is, even 0."""
    left_out: tuple[str, ...]
    """Scenarios that have no likelihood."""


def yearly_of(results: Sequence[RiskResult]) -> Yearly | None:
    """Return what *results* of one inventory come to in a year; None if none has a likelihood.

    Each scenario is taken to come as a Poisson process of its likelihood, whatever the others do,
    and to find everything in order: two at once are not played. So the events with a loss of more
    than x are a Poisson process too, of the sum over scenarios of likelihood times the chance of
    losing more than x (the exceedance rate of catastrophe models; Grossi and Kunreuther,
    *Catastrophe Modeling*, 2005).
    """
    rated = [held for held in results if held.likelihood]
    if not rated:
        return None
    parts = [_part(held) for held in rated]
    means = [part.loss for part in parts]
    mean, half = sum(held.value for held in means), sqrt(sum(held.half**2 for held in means))
    curve = _curve(rated)
    return Yearly(
        parts=tuple(sorted(parts, key=lambda part: -part.loss.value)),
        loss=Estimate(mean, max(0.0, mean - half), mean + half),
        down={
            id_: sum(
                (held.likelihood or 0) * held.functions[id_].downtime.mean.value / _HOUR
                for held in rated
            )
            for id_ in rated[0].functions
        },
        curve=_thinned(curve),
        exceeded=tuple((chance, _loss_at(curve, chance)) for chance in _CHANCES),
        left_out=tuple(held.scenario for held in results if not held.likelihood),
    )


def _part(held: RiskResult) -> Part:
    rate, mean = held.likelihood or 0.0, held.loss.mean
    return Part(held.scenario, rate, Estimate(mean.value * rate, mean.low * rate, mean.high * rate))


def _curve(rated: Sequence[RiskResult]) -> list[Exceeded]:
    """Return how often each loss that occurs is exceeded, from 0 on."""
    steps = [
        (loss, (held.likelihood or 0) * count / held.losses.total)
        for held in rated
        for loss, count in held.losses.steps()
    ]
    steps.sort()
    losses = np.array([0, *(loss for loss, _ in steps)])
    rates = np.array([0.0, *(rate for _, rate in steps)])
    # Summed from the rarest on, so that no small rate is lost beside a large one.
    beyond = np.concatenate([np.cumsum(rates[:0:-1])[::-1], [0.0]])
    last = np.flatnonzero(np.diff(losses, append=losses[-1] + 1))
    return [Exceeded(float(losses[n]) / TICKS, float(beyond[n])) for n in last]


def _thinned(curve: Sequence[Exceeded]) -> tuple[Exceeded, ...]:
    """Return so few points of the curve that it can be looked at, its ends among them."""
    if len(curve) <= _CURVE:
        return tuple(curve)
    places = np.unique(np.linspace(0, len(curve) - 1, _CURVE).round().astype(int))
    return tuple(curve[place] for place in places)


def _loss_at(curve: Sequence[Exceeded], chance: float) -> float | None:
    """Return the smallest loss that is exceeded in a year with no more than *chance*."""
    rate = -log1p(-chance)
    if curve[0].rate <= rate:
        return None
    return next(point.loss for point in curve if point.rate <= rate)
