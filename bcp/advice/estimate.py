"""A mean that was drawn, and how far it may be off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt
from statistics import NormalDist

__all__ = ["LEAST_RUNS", "Estimate", "estimate_of", "minus"]

LEAST_RUNS = 30
"""With fewer runs the interval below would promise too much."""
CONFIDENCE = 0.95
_WIDTH = NormalDist().inv_cdf(0.5 + CONFIDENCE / 2)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure that was worked out once, or the mean of many runs."""

    mean: float
    error: float | None = None
    """Half the width of the 95 % confidence interval of the mean; None: nothing was drawn."""

    @property
    def low(self) -> float:
        """The lower end of the interval."""
        return self.mean - (self.error or 0.0)

    @property
    def high(self) -> float:
        """The upper end of the interval."""
        return self.mean + (self.error or 0.0)

    def times(self, factor: float) -> Estimate:
        """Return the estimate of as many times the figure; *factor* is not negative."""
        return Estimate(self.mean * factor, None if self.error is None else self.error * factor)


def estimate_of(values: Sequence[float]) -> Estimate:
    """Return the mean of *values*, each from a run of its own, with its interval.

    The interval is that of the central limit theorem, ``1.96 s / √n``. One value is no sample: it
    has no interval.
    """
    number = len(values)
    mean = fsum(values) / number
    if number == 1:
        return Estimate(mean)
    spread = fsum((value - mean) ** 2 for value in values) / (number - 1)
    return Estimate(mean, _WIDTH * sqrt(spread / number))


def minus(before: Sequence[float], after: Sequence[float]) -> list[float]:
    """Return the differences run by run: both drew the same numbers, so most of the chance cancels.

    These are common random numbers (Hammersley and Handscomb 1964; Law 2015, section 11.2): with
    the same crews late and the same disks broken, what differs between two runs is the measure.
    """
    return [one - two for one, two in zip(before, after, strict=True)]
