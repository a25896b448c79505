"""Chances and losses as people can discuss them: how many times out of a hundred."""

from __future__ import annotations

from bcp.risk.interval import Estimate
from bcp.words import Lang, say
from bcp.words.cli import WORDS

__all__ = ["amount", "percent", "times", "times_range", "times_told"]

_BASES = (100, 1000, 10_000)


def times(held: Estimate, lang: Lang) -> str:
    """Return how often something happens, out of as many times as its rarity needs.

    Examples
    --------
    >>> times(Estimate(0.62, 0.60, 0.64), "en"), times(Estimate(0.0031, 0.002, 0.004), "ja")
    ('62 in 100', '1,000回に3回')
    """
    share = held.value
    if share in {0, 1}:
        return say(WORDS, "times-always" if share else "times-never", lang)
    base = _base(held)
    number = round(share * base)
    if number in {0, base}:
        key = "times-mostly" if number else "times-rare"
        return say(WORDS, key, lang, base=f"{base:,}", most=f"{base - 1:,}")
    return say(WORDS, "times-some", lang, base=f"{base:,}", number=f"{number:,}")


def times_range(held: Estimate, lang: Lang) -> str:
    """Return the interval of :func:`times`, out of the same number; empty where it says nothing."""
    base = _base(held)
    number = round(held.value * base)
    if held.value in {0, 1} or number in {0, base}:
        return ""
    low, high = (f"{round(value * base):,}" for value in (held.low, held.high))
    return say(WORDS, "times-range", lang, low=low, high=high)


def times_told(held: Estimate, lang: Lang) -> str:
    """Return how often something happens, and the interval."""
    range_ = times_range(held, lang)
    found = times(held, lang)
    return say(WORDS, "times-both", lang, times=found, range=range_) if range_ else found


def _base(held: Estimate) -> int:
    rare = min(held.value, 1 - held.value)
    return next((base for base in _BASES if rare * base >= 1), _BASES[-1])


def percent(share: float) -> str:
    """Return a share as a percentage that a table has room for.

    Examples
    --------
    >>> percent(0.384), percent(0.004), percent(0.0000001)
    ('38%', '0.4%', '<0.1%')
    """
    if 0 < share < 0.001:  # noqa: PLR2004 (a tenth of a percent)
        return "<0.1%"
    return f"{share:.0%}" if share >= 0.1 or not share else f"{share:.1%}"  # noqa: PLR2004


def amount(hours: float) -> str:
    """Return weighted hours with as many digits as help.

    Examples
    --------
    >>> amount(1234.5), amount(12.34), amount(0.0123)
    ('1,234', '12.3', '0.012')
    """
    if hours >= 100:  # noqa: PLR2004
        return f"{hours:,.0f}"
    if hours >= 1 or not hours:
        return f"{hours:.1f}"
    return f"{hours:.2g}"
