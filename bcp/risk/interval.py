"""How sure a figure out of a number of runs is: intervals of 95 %."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, sqrt

from bcp.risk.counts import Counts

__all__ = ["Estimate", "mean_of", "quantile_of", "share_of"]

_Z = 1.959963984540054
"""The standard normal distribution lies within this on both sides with a chance of 95 %."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure, and the interval in which the true one of the model lies in 95 cases of 100."""

    value: float
    low: float
    high: float

    @property
    def half(self) -> float:
        """Half the width of the interval."""
        return (self.high - self.low) / 2

    @property
    def complement(self) -> Estimate:
        """Of a chance: that of the opposite."""
        return Estimate(1 - self.value, 1 - self.high, 1 - self.low)


def share_of(count: int, runs: int) -> Estimate:
    """Return how probable is what came in *count* of *runs*, by Wilson's score interval.

    It does not leave 0 to 1 and is not empty where something came never or always (Wilson,
    "Probable inference, the law of succession, and statistical inference", 1927).
    """
    share, z = count / runs, _Z * _Z / runs
    middle = (share + z / 2) / (1 + z)
    half = _Z / (1 + z) * sqrt(share * (1 - share) / runs + z / 4 / runs)
    low = 0.0 if count == 0 else middle - half
    high = 1.0 if count == runs else middle + half
    return Estimate(share, low, high)


def mean_of(total: int, squares: int, runs: int) -> Estimate:
    """Return the mean of *runs* whole numbers with this sum and sum of squares, and its interval.

    The interval is the normal one, which many runs justify whatever they are spread like.
    """
    mean = total / runs
    if runs == 1:
        return Estimate(mean, mean, mean)
    variance = max(0, runs * squares - total * total) / (runs * (runs - 1))
    half = _Z * sqrt(variance / runs)
    return Estimate(mean, max(0.0, mean - half), mean + half)


def quantile_of(counts: Counts, chance: float) -> Estimate:
    """Return the number below which the figure stays with *chance*, between two order statistics.

    How many of the runs lie below the true quantile is binomial whatever the figures are spread
    like, so the runs at the places where that count lies in 95 cases of 100 enclose it (David and
    Nagaraja, *Order Statistics*, 2003, 7.1; the binomial by its normal approximation).
    """
    runs = counts.total
    half = _Z * sqrt(runs * chance * (1 - chance))
    places = (ceil(runs * chance) - 1, floor(runs * chance - half) - 1, ceil(runs * chance + half))
    value, low, high = (counts.nth(min(max(place, 0), runs - 1)) for place in places)
    return Estimate(value, low, high)
