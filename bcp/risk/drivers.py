"""What drives the spread of the loss: which damage, which duration, whose arrival."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bcp.compiled.kernel.runs import DRAWN, LOSS, LOSS_LOW, XLOSS, XLOSS_LOW, XX, X
from bcp.risk.factors import Factor, Sort
from bcp.risk.tally import Tally

__all__ = ["Driver", "Drivers", "drivers_of"]

_CLEAR = 4.0
"""A share is told if it is this many times what chance alone would show: two standard errors."""


@dataclass(frozen=True, slots=True)
class Driver:
    """An uncertain thing and what of the spread of the loss it explains alone."""

    factor: Factor
    share: float
    """Of the variance of the loss, from 0 to 1."""
    raises: bool
    """Whether the loss rises with it: with the damage, a longer duration, a later arrival."""


@dataclass(frozen=True, slots=True)
class Drivers:
    """Which uncertain things spread the loss."""

    drivers: tuple[Driver, ...]
    """The largest share first; what cannot be told from chance is left out."""
    by_sort: dict[Sort, float]
    """The shares of all of a sort together."""
    rest: float
    """What none of them explains alone: how they meet, and what is not a straight line."""


def drivers_of(factors: Sequence[Factor], tally: Tally) -> Drivers | None:
    """Return what drives the loss of the runs of *tally*; None: it is the same in all of them.

    The share of a factor is its squared correlation with the loss. For independent factors that is
    the part of the variance that a straight line in this factor alone explains: where the loss
    really is linear in it, Sobol's first-order index (Sobol, "Sensitivity estimates for nonlinear
    mathematical models", 1993; Saltelli et al., *Global Sensitivity Analysis*, 2008, 1.2). What a
    finite number of runs shows by chance is taken off.
    """
    spread = tally.runs * tally.loss_squares - tally.loss * tally.loss
    if spread <= 0:
        return None
    held = [
        Driver(factor, share, raises=slope > 0)
        for factor, row in zip(factors, tally.factors, strict=True)
        for share, slope in [_share(factor, row, tally, spread / tally.runs**2)]
        if share > 0
    ]
    held.sort(key=lambda driver: -driver.share)
    by_sort = {
        sort: sum(driver.share for driver in held if driver.factor.sort is sort) for sort in Sort
    }
    return Drivers(tuple(held), by_sort, max(0.0, 1 - sum(by_sort.values())))


def _share(
    factor: Factor, row: NDArray[np.int64], tally: Tally, variance: float
) -> tuple[float, float]:
    """Return the share of the variance of the loss, 0 if it is not clear, and the covariance.

    A duration is drawn only where its component is hit. Where it is not, it would be independent
    of the loss, so only the other runs add to the covariance.
    """
    runs, drawn = tally.runs, int(row[DRAWN])
    if factor.sort in (Sort.DAMAGE, Sort.SITE):
        chance = drawn / runs
        spread = chance * (1 - chance)
        together = _whole(row, XLOSS, XLOSS_LOW) / runs - chance * tally.loss / runs
        noise = 1 / runs
    elif drawn:
        mean = int(row[X]) / drawn
        spread = int(row[XX]) / drawn - mean * mean
        loss = _whole(row, LOSS, LOSS_LOW) / drawn
        together = (_whole(row, XLOSS, XLOSS_LOW) / drawn - mean * loss) * drawn / runs
        noise = drawn / runs**2
    else:
        return 0.0, 0.0
    if spread <= 0:
        return 0.0, 0.0
    share = min(1.0, together * together / (spread * variance))
    return (share - noise * (1 - share), together) if share > _CLEAR * noise else (0.0, together)


def _whole(row: NDArray[np.int64], high: int, low: int) -> int:
    return (int(row[high]) << 32) + int(row[low])
