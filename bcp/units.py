"""Durations, shares, heads and clock times: the only place where their text is read or written.

Inside the program a duration or an instant is an ``int`` of seconds since the incident, a share
an exact :class:`~fractions.Fraction`, and a number of people an ``int``.
"""

from __future__ import annotations

import re
from fractions import Fraction

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR
WEEK = 7 * DAY
MONTH = 30 * DAY
"""The "1mo" of the recovery tiers: thirty days."""

_SECONDS = {"s": 1, "m": MINUTE, "h": HOUR, "d": DAY, "w": WEEK, "mo": MONTH}
_DURATION = re.compile(r"(?:\d+(?:mo|[smhdw]))+")
_PART = re.compile(r"(\d+)(mo|[smhdw])")
_SHARE = re.compile(r"(\d+(?:\.\d*)?|\.\d+)(%?)")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
_LONGEST = 100 * 366 * DAY

Amount = int | Fraction
"""People: an ``int`` is heads, a ``Fraction`` a share of the team."""


def parse_duration(text: str) -> int:
    """Return the seconds of a duration such as ``90s``, ``30m``, ``4h``, ``3d``, ``2w``, ``1d12h``.

    Nothing needs no unit: ``0`` is zero.

    Raises
    ------
    ValueError
        If *text* is anything else, or longer than a century.

    Examples
    --------
    >>> parse_duration("1d12h")
    129600
    """
    if text == "0":
        return 0
    if not _DURATION.fullmatch(text):
        raise ValueError(text)
    seconds = sum(int(number) * _SECONDS[unit] for number, unit in _PART.findall(text))
    if seconds > _LONGEST:
        raise ValueError(text)
    return seconds


def format_duration(seconds: int) -> str:
    """Return *seconds* in the notation of the files, the two largest units at most.

    Examples
    --------
    >>> format_duration(129600), format_duration(5400), format_duration(0), format_duration(-7200)
    ('1d12h', '1h30m', '0h', '-2h')
    """
    if seconds == 0:
        return "0h"
    rest, parts = abs(seconds), []
    for unit, size in (("d", DAY), ("h", HOUR), ("m", MINUTE), ("s", 1)):
        number, rest = divmod(rest, size)
        if number:
            parts.append(f"{number}{unit}")
    return ("-" if seconds < 0 else "") + "".join(parts[:2])


def exact_duration(seconds: int) -> str:
    """Return *seconds* in the notation of the files, to the second.

    Examples
    --------
    >>> exact_duration(90061), exact_duration(0)
    ('1d1h1m1s', '0h')
    """
    rest, text = seconds, ""
    for unit, size in (("d", DAY), ("h", HOUR), ("m", MINUTE), ("s", 1)):
        number, rest = divmod(rest, size)
        text += f"{number}{unit}" if number else ""
    return text or "0h"


def exact_decimal(value: Fraction) -> str:
    """Return *value*, not negative, in decimals.

    Raises
    ------
    ValueError
        If it has no end when written in decimals; none that was read from a file is such.

    Examples
    --------
    >>> exact_decimal(Fraction(1, 8)), exact_decimal(Fraction(30))
    ('0.125', '30')
    """
    digits = next(
        (n for n in range(value.denominator.bit_length()) if 10**n % value.denominator == 0), None
    )
    if digits is None:
        raise ValueError(value)
    whole = str(value.numerator * (10**digits // value.denominator)).rjust(digits + 1, "0")
    return f"{whole[:-digits]}.{whole[-digits:]}" if digits else whole


def parse_share(text: str) -> Fraction:
    """Return the exact share written ``30%`` or ``0.3``.

    Raises
    ------
    ValueError
        If *text* is no number, or lies outside 0 to 1.
    """
    match = _SHARE.fullmatch(text)
    if not match:
        raise ValueError(text)
    share = Fraction(match[1].rstrip(".")) / (100 if match[2] else 1)
    if share > 1:
        raise ValueError(text)
    return share


def parse_amount(text: str) -> Amount:
    """Return heads (a whole number) or a share (``60%``, ``0.6``) of a team.

    Raises
    ------
    ValueError
        If *text* is neither.
    """
    return int(text) if text.isascii() and text.isdigit() else parse_share(text)


def parse_clock(text: str) -> int:
    """Return the minutes since midnight of ``HH:MM``, from ``00:00`` to ``24:00``.

    Raises
    ------
    ValueError
        If *text* is no time of day.
    """
    match = _CLOCK.fullmatch(text)
    minutes = int(match[1]) * 60 + int(match[2]) if match else -1
    if not match or int(match[2]) > 59 or minutes > 24 * 60:  # noqa: PLR2004
        raise ValueError(text)
    return minutes


def halves_up(value: Fraction) -> int:
    """Return *value* rounded to a whole number, halves up."""
    return int((value + Fraction(1, 2)).__floor__())
