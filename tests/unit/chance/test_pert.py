"""PERT by its quantiles: means, exact cases, the same table everywhere."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest

from bcp.chance.dice import ONE
from bcp.chance.pert import KNOTS, UNIT, drawn, quantile, table_of

CHANCES = [1e-7, 1e-5, 1e-3, *(step / 200 for step in range(1, 200)), 1 - 1e-3, 1 - 1e-5]


def place(mode: Fraction | int, chance: float) -> float:
    return quantile(table_of(Fraction(mode)), int(chance * ONE)) / UNIT


def test_quantiles_with_the_peak_at_the_beginning() -> None:
    """With likely = low the chance of staying below x is 1 - (1-x)**5."""
    assert [place(0, c) for c in CHANCES] == pytest.approx(
        [1 - (1 - c) ** 0.2 for c in CHANCES], abs=2e-5
    )


def test_quantiles_with_the_peak_at_the_end() -> None:
    """With likely = high the chance of staying below x is x**5."""
    assert [place(1, c) for c in CHANCES] == pytest.approx([c**0.2 for c in CHANCES], abs=2e-5)


def test_quantiles_with_the_peak_in_the_middle() -> None:
    """With likely half-way the chance of staying below x is 10x³ - 15x⁴ + 6x⁵."""
    found = [place(Fraction(1, 2), c) for c in CHANCES]
    assert [10 * x**3 - 15 * x**4 + 6 * x**5 for x in found] == pytest.approx(CHANCES, abs=3e-5)


@pytest.mark.parametrize("mode", [0, Fraction(1, 30), Fraction(1, 4), Fraction(5, 7), 1])
def test_means(mode: Fraction | int) -> None:
    """The mean lies at (4 mode + 1) / 6, and the variance is that of the beta distribution."""
    number = 1 << 12
    found = [place(mode, (2 * n + 1) / (2 * number)) for n in range(number)]
    mean = sum(found) / number
    a = 1 + 4 * float(mode)
    assert mean == pytest.approx((4 * mode + 1) / 6, abs=2e-5)
    variance = sum((x - mean) ** 2 for x in found) / number
    assert variance == pytest.approx(a * (6 - a) / (36 * 7), rel=2e-3)


@pytest.mark.parametrize("mode", [Fraction(1, 6), Fraction(1, 3), Fraction(9, 10)])
def test_both_halves_meet_at_the_median(mode: Fraction) -> None:
    """The half marched from below and the one from above end at the same place."""
    low, high = table_of(mode)
    assert len(low) == len(high) == KNOTS
    assert low[-1] + high[-1] == pytest.approx(UNIT, abs=4)


def test_a_table_is_the_same_everywhere() -> None:
    """Figures of a table are made of sums and products alone: here are some of them, for ever."""
    low, high = table_of(Fraction(1, 5))
    picked = (low[1], low[100], low[-1], high[-1], high[100], high[1])
    assert picked == (20_595, 68_727, 297_074_576, 776_667_248, 21_012_963, 12_521_734)


def test_quantiles_rise() -> None:
    """A larger number never stands for a shorter duration."""
    numbers = [ONE * n // 5000 for n in range(5000)] + [ONE - 1]
    table = table_of(Fraction(1, 3))
    assert all(a <= b for a, b in pairwise(quantile(table, n) for n in sorted(numbers)))


def test_durations_stay_within_their_range() -> None:
    """The smallest number stands for low, the largest for high, and a known duration is itself."""
    assert drawn(60, 120, 600, 0) == 60
    assert drawn(60, 120, 600, ONE - 1) == 600
    assert drawn(60, 60, 60, ONE // 3) == 60
