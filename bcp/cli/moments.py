"""Moments and lengths of time as people read them: since the incident, and by the clock."""

from __future__ import annotations

from datetime import datetime, timedelta

from bcp.units import DAY, HOUR, format_duration
from bcp.words import Lang, say, show_span
from bcp.words.cli import WORDS

NONE = "–"
"""What stands for a moment that never comes and a length that is not set."""


def length(seconds: int | None, lang: Lang) -> str:
    """Return a length of time, short enough for a table.

    Examples
    --------
    >>> length(12600, "ja"), length(12600, "en"), length(None, "en")
    ('3時間30分', '3h30m', '–')
    """
    if seconds is None:
        return NONE
    return show_span(seconds, lang) if lang == "ja" else format_duration(seconds)


def moment(seconds: int | None, lang: Lang, *, is_exact: bool = False) -> str:
    """Return a moment counted from the incident: to two units, or to the minute if *is_exact*.

    Examples
    --------
    >>> moment(12600, "ja"), moment(12600, "en"), moment(0, "ja"), moment(-7200, "ja")
    ('3時間30分後', 'T+3h30m', '発生時', '2時間前')
    """
    if seconds is None:
        return NONE
    if seconds == 0:
        return say(WORDS, "moment-zero", lang)
    away = abs(seconds)
    text = length(away, lang)
    if is_exact and away > DAY and away % DAY > HOUR:
        text = length(away - away % HOUR, lang) + (length(away % HOUR, lang) if away % HOUR else "")
    return say(WORDS, "moment-before" if seconds < 0 else "moment-after", lang, length=text)


def due(seconds: int | None, lang: Lang) -> str:
    """Return by when something is wanted: as a length, or as a moment if that is past.

    Examples
    --------
    >>> due(12600, "ja"), due(-7200, "ja")
    ('3時間30分', '2時間前')
    """
    if seconds is not None and seconds < 0:
        return moment(seconds, lang)
    return length(seconds, lang)


def clock(seconds: int | None, starts: datetime | None, lang: Lang) -> str:
    """Return the local date and time of a moment; nothing if the scenario names no start.

    Examples
    --------
    >>> clock(12600, datetime(2026, 11, 23, 2), "ja"), clock(12600, None, "ja")
    ('11/23 05:30', '')
    """
    if seconds is None or starts is None:
        return ""
    then = starts + timedelta(seconds=seconds)
    return then.strftime("%m/%d %H:%M" if lang == "ja" else "%m-%d %H:%M")


def both(seconds: int | None, starts: datetime | None, lang: Lang) -> str:
    """Return a moment with the local date and time behind it where they are known.

    Examples
    --------
    >>> both(131_400, datetime(2026, 11, 23, 2), "en")
    'T+1d12h30m (11-24 14:30)'
    """
    time, text = clock(seconds, starts, lang), moment(seconds, lang, is_exact=True)
    return say(WORDS, "moment-both", lang, moment=text, clock=time) if time else text
