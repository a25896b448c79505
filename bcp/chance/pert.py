"""The PERT distribution by a table of its quantiles, in arithmetic that is the same everywhere.

PERT (Malcolm, Roseboom, Clark and Fazar, 1959) spreads a duration between `low` and `high` as a
beta distribution with a weight of four on `likely`, so that its mean is
``(low + 4 likely + high) / 6``; in Vose's notation, lambda = 4 (Vose, *Risk Analysis*, 2008). Its
quantile function has no closed form. It is marched along its differential equation with nothing
but the four operations, which every machine rounds alike; a figure taken from a library of
mathematics could differ in its last bit between machines, and with it a run.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import exp, lgamma, log

from bcp.chance.dice import BITS, ONE

__all__ = ["KNOTS", "Table", "drawn", "mode_of", "quantile", "table_of"]

UNIT_BITS = 30
UNIT = 1 << UNIT_BITS
"""Quantiles are whole numbers of this part of the way from `low` to `high`."""
OCTAVES = 24
"""From a chance of 2**-25 to one half the table halves its steps with every octave."""
STEP_BITS = 5
_PER_OCTAVE = 1 << STEP_BITS
_HALVES = 2
KNOTS = 2 + OCTAVES * _PER_OCTAVE
_FIRST = BITS - 1 - OCTAVES
"""The place of the bit of the first knot above zero."""
_SERIES = 60
_NEWTON = 8

Table = tuple[tuple[int, ...], tuple[int, ...]]
"""How far from `low`, by the chance of staying below; and how far from `high`, by that of
staying above: both in units, by knots from a chance of 0 to one of a half."""


def mode_of(low: int, likely: int, high: int) -> Fraction:
    """Return where between low (0) and high (1) the most likely duration lies."""
    return Fraction(likely - low, high - low)


@lru_cache(maxsize=4096)
def table_of(mode: Fraction) -> Table:
    """Return the quantiles of the PERT distribution with its peak at *mode*, from 0 to 1."""
    a = float(1 + 4 * mode)
    return _side(a, 6 - a), _side(6 - a, a)


def _side(a: float, b: float) -> tuple[int, ...]:
    """Return the quantiles below the median of the beta distribution with *a* and *b*."""
    chance = 2.0 ** -(OCTAVES + 1)
    place, density = _start(a, b, chance)
    found = [0, round(place * UNIT)]
    for octave in range(OCTAVES):
        step = 2.0 ** (octave - OCTAVES - 1) / _PER_OCTAVE
        for _ in range(_PER_OCTAVE):
            for _ in range(_HALVES):
                place, density = _march(place, density, step / _HALVES, (a - 1, b - 1))
            found.append(round(place * UNIT))
    return tuple(found)


def _march(x: float, f: float, h: float, powers: tuple[float, float]) -> tuple[float, float]:
    """Go one step of the classical Runge-Kutta method along x' = 1/f, f' = p/x - q/(1-x)."""
    p, q = powers
    x1, f1 = 1 / f, p / x - q / (1 - x)
    y, g = x + h / 2 * x1, f + h / 2 * f1
    x2, f2 = 1 / g, p / y - q / (1 - y)
    y, g = x + h / 2 * x2, f + h / 2 * f2
    x3, f3 = 1 / g, p / y - q / (1 - y)
    y, g = x + h * x3, f + h * f3
    x4, f4 = 1 / g, p / y - q / (1 - y)
    return x + h / 6 * (x1 + 2 * x2 + 2 * x3 + x4), f + h / 6 * (f1 + 2 * f2 + 2 * f3 + f4)


def _start(a: float, b: float, chance: float) -> tuple[float, float]:
    """Return a quantile near zero and the density there, by Newton's method on the series.

    These few figures do need a library of mathematics. They are rounded to ten digits, so that
    its last bit does not matter.
    """
    beta = lgamma(a) + lgamma(b) - lgamma(a + b)
    x = exp((log(chance * a) + beta) / a)
    for _ in range(_NEWTON):
        x -= (_below(x, a, b, beta) - chance) / _density(x, a, b, beta)
    return _rounded(x), _rounded(_density(x, a, b, beta))


def _rounded(value: float) -> float:
    return float(f"{value:.9e}")


def _density(x: float, a: float, b: float, beta: float) -> float:
    return exp((a - 1) * log(x) + (b - 1) * log(1 - x) - beta)


def _below(x: float, a: float, b: float, beta: float) -> float:
    """Return the chance of staying below *x*, by the power series of the incomplete beta."""
    term, total = 1.0, 1 / a
    for n in range(1, _SERIES):
        term *= (n - b) / n * x
        total += term / (a + n)
    return exp(a * log(x) - beta) * total


def quantile(table: Table, number: int) -> int:
    """Return the quantile that a *number* of the dice stands for, in units."""
    if number < ONE // 2:
        return _between(table[0], number)
    return UNIT - _between(table[1], ONE - 1 - number)


def _between(side: tuple[int, ...], number: int) -> int:
    octave = number.bit_length() - 1 - _FIRST
    if octave < 0:
        knot, rest = 0, number >> _FIRST - UNIT_BITS
    else:
        width = octave + _FIRST - STEP_BITS
        knot = 1 + octave * _PER_OCTAVE + (number >> width) - _PER_OCTAVE
        rest = (number & (1 << width) - 1) >> width - UNIT_BITS
    return side[knot] + ((side[knot + 1] - side[knot]) * rest >> UNIT_BITS)


def drawn(low: int, likely: int, high: int, number: int) -> int:
    """Return the duration in seconds that a *number* of the dice stands for."""
    if low == high:
        return low
    part = quantile(table_of(mode_of(low, likely, high)), number)
    return low + ((high - low) * part + UNIT // 2 >> UNIT_BITS)
