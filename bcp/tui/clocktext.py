"""How moments and lengths of time are written on the screen, and how typed ones are read."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from bcp.units import DAY, HOUR, MINUTE, parse_clock, parse_duration

__all__ = ["clock", "counted", "local_of", "read_exercise", "read_moment", "since"]

_MANY = 100 * HOUR
"""From here on days are written: hours of three digits are not read at a glance."""


def since(seconds: int) -> str:
    """Return a moment of the scenario's clock.

    Examples
    --------
    >>> since(11100), since(-60), since(500000)
    ('T+03:05', 'T-00:01', 'T+5d18h')
    """
    sign, rest = ("-", -seconds) if seconds < 0 else ("+", seconds)
    if rest >= _MANY:
        return f"T{sign}{rest // DAY}d{rest % DAY // HOUR:02}h"
    return f"T{sign}{rest // HOUR:02}:{rest // MINUTE % 60:02}"


def clock(seconds: int) -> str:
    """Return a clock that shows seconds too.

    Examples
    --------
    >>> clock(3723), clock(500000)
    ('01:02:03', '138:53:20')
    """
    sign, rest = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{rest // HOUR:02}:{rest // MINUTE % 60:02}:{rest % 60:02}"


def counted(seconds: int) -> str:
    """Return a length of time that counts down or up: its two largest units, aligned.

    Examples
    --------
    >>> counted(7500), counted(754), counted(-600), counted(9), counted(187200)
    ('2h05m', '12m34s', '-10m00s', '9s', '2d04h')
    """
    sign, rest = ("-", -seconds) if seconds < 0 else ("", seconds)
    if rest >= DAY:
        return f"{sign}{rest // DAY}d{rest % DAY // HOUR:02}h"
    if rest >= HOUR:
        return f"{sign}{rest // HOUR}h{rest % HOUR // MINUTE:02}m"
    if rest >= MINUTE:
        return f"{sign}{rest // MINUTE}m{rest % MINUTE:02}s"
    return f"{sign}{rest}s"


def local_of(moment: int, now: int, local: datetime | None) -> datetime | None:
    """Return the local time of *moment*, where the local clock shows *local* at *now*."""
    return None if local is None else local + timedelta(seconds=moment - now)


def read_exercise(text: str) -> int:
    """Return the milliseconds of a time of the exercise clock: ``1:02:03`` or ``12:34``.

    Raises
    ------
    ValueError
        If *text* is no such time.
    """
    parts = re.fullmatch(r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})", _plain(text))
    if not parts or int(parts[2]) >= 60 or int(parts[3]) >= 60:  # noqa: PLR2004
        raise ValueError(text)
    return 1000 * (int(parts[1] or 0) * HOUR + int(parts[2]) * MINUTE + int(parts[3]))


def read_moment(text: str, now: int, local: datetime | None) -> int:
    """Return the second since the incident that somebody typed.

    ``3h`` and ``T+3:00`` count from the incident, ``+30m`` from *now*, and ``15:10`` is the next
    such time of the local clock; without one it counts from the incident.

    Raises
    ------
    ValueError
        If *text* is no such moment.

    Examples
    --------
    >>> read_moment("+30m", 3600, None), read_moment("T+3:00", 0, None), read_moment("3h", 0, None)
    (5400, 10800, 10800)
    >>> read_moment("15:10", 600, datetime(2026, 11, 23, 14, 10))
    4200
    """
    typed = _plain(text)
    if typed.startswith("+"):
        return now + parse_duration(typed[1:])
    if match := re.fullmatch(r"[tT]\+(?:(\d{1,3})d)?(\d{1,4}):([0-5]\d)", typed):
        return int(match[1] or 0) * DAY + int(match[2]) * HOUR + int(match[3]) * MINUTE
    if ":" not in typed:  # `T+5d18h`, as it is shown, among others
        return parse_duration(typed.lower().removeprefix("t+"))
    minutes = parse_clock(typed)
    if local is None:
        return minutes * MINUTE
    shown = local.hour * HOUR + local.minute * MINUTE + local.second
    return now + (minutes * MINUTE - shown) % DAY


def _plain(text: str) -> str:
    """Return *text* as it is typed without an input method: half-width, without spaces."""
    return text.strip().translate(str.maketrans("０１２３４５６７８９：＋ｔＴ", "0123456789:+tT"))
