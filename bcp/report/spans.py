"""Lengths and moments to the second: sums that are to be checked by hand leave nothing out."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.units import DAY, HOUR, MINUTE
from bcp.words import Lang

__all__ = ["exact", "moment", "plain"]

_UNITS: Mapping[Lang, tuple[tuple[int, str], ...]] = {
    "ja": ((DAY, "日"), (HOUR, "時間"), (MINUTE, "分"), (1, "秒")),
    "en": ((DAY, " d"), (HOUR, " h"), (MINUTE, " min"), (1, " s")),
}


def exact(seconds: int, lang: Lang) -> str:
    """Return a length of time in words, nothing left out.

    Examples
    --------
    >>> exact(93784, "ja"), exact(-5400, "en"), exact(0, "ja")
    ('1日2時間3分4秒', '-1 h 30 min', '0分')
    """
    rest, parts = abs(seconds), []
    for size, unit in _UNITS[lang]:
        number, rest = divmod(rest, size)
        if number:
            parts.append(f"{number}{unit}")
    if not parts:
        return f"0{_UNITS[lang][2][1]}"
    return ("-" if seconds < 0 else "") + ("" if lang == "ja" else " ").join(parts)


def moment(seconds: int) -> str:
    """Return a moment since the incident, short.

    Examples
    --------
    >>> moment(4200), moment(4215), moment(-60), moment(93600)
    ('T+1:10', 'T+1:10:15', 'T-0:01', 'T+26:00')
    """
    return f"T{'-' if seconds < 0 else '+'}{plain(abs(seconds))}"


def plain(seconds: int) -> str:
    """Return a moment since the incident where a heading says so.

    Examples
    --------
    >>> plain(4200), plain(-60)
    ('1:10', '-0:01')
    """
    hours, rest = divmod(abs(seconds), HOUR)
    minutes, left = divmod(rest, MINUTE)
    text = f"{hours}:{minutes:02}" + (f":{left:02}" if left else "")
    return f"-{text}" if seconds < 0 else text
