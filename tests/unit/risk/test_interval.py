"""How sure figures are."""

from __future__ import annotations

import numpy as np
import pytest

from bcp.risk.counts import Counts
from bcp.risk.interval import mean_of, quantile_of, share_of


def test_wilson() -> None:
    """Wilson's interval, worked out by hand for 8 of 10."""
    found = share_of(8, 10)
    assert (found.value, found.low, found.high) == pytest.approx((0.8, 0.49016, 0.94332), abs=1e-5)


@pytest.mark.parametrize(("count", "low", "high"), [(0, 0.0, 0.00383), (1000, 0.99617, 1.0)])
def test_wilson_at_the_ends(count: int, low: float, high: float) -> None:
    """What never came in 1,000 runs may still come: up to 3.84 in 1,003.84."""
    found = share_of(count, 1000)
    assert (found.low, found.high) == pytest.approx((low, high), abs=1e-5)


def test_means() -> None:
    """The mean of 1, 2, 3, 4 is 2.5 ± 1.96 x 1.29 / 2."""
    found = mean_of(10, 30, 4)
    assert (found.value, found.half) == pytest.approx((2.5, 1.2652), abs=1e-4)


def test_quantiles_cover() -> None:
    """The interval of a quantile holds the true one in about 95 of 100 samples."""
    random = np.random.default_rng(1)
    hits = 0
    for _ in range(400):
        found = quantile_of(Counts.of(random.integers(0, 100_000, 500)), 0.9)
        hits += found.low <= 90_000 <= found.high
    assert 366 <= hits <= 394


def test_quantile_is_the_smallest_that_enough_stay_below() -> None:
    """Of 10 figures the ninth is P90, and P10 the first."""
    held = Counts.of(np.arange(10))
    assert (quantile_of(held, 0.9).value, quantile_of(held, 0.1).value) == (8, 0)
