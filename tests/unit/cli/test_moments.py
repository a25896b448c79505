"""Moments and lengths of time in both languages."""

from __future__ import annotations

from datetime import datetime

import pytest

from bcp.cli.moments import both, clock, due, length, moment
from bcp.words import Lang

STARTS = datetime(2026, 11, 23, 2)  # noqa: DTZ001 (the clock on the wall)


@pytest.mark.parametrize(
    ("seconds", "lang", "text"),
    [
        (12_600, "ja", "3時間30分後"),
        (12_600, "en", "T+3h30m"),
        (0, "ja", "発生時"),
        (0, "en", "T+0h"),
        (-7_200, "ja", "2時間前"),
        (-7_200, "en", "T-2h"),
        (131_400, "ja", "1日12時間後"),
        (None, "ja", "–"),
    ],
)
def test_moment_counts_from_the_incident(seconds: int | None, lang: Lang, text: str) -> None:
    """A moment is told as time since the incident, to two units."""
    assert moment(seconds, lang) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(131_400, "1日12時間30分後"), (129_600, "1日12時間後"), (88_200, "1日30分後"), (60, "1分後")],
)
def test_exact_moment_keeps_the_minutes(seconds: int, text: str) -> None:
    """Where links follow each other, days do not swallow the minutes."""
    assert moment(seconds, "ja", is_exact=True) == text


def test_local_time_stands_behind_the_moment() -> None:
    """With a start, the date and time of the wall clock are told too."""
    assert both(12_600, STARTS, "ja") == "3時間30分後（11/23 05:30）"
    assert both(12_600, STARTS, "en") == "T+3h30m (11-23 05:30)"
    assert both(12_600, None, "en") == "T+3h30m"


def test_what_never_comes_has_no_clock() -> None:
    """No moment, no date."""
    assert clock(None, STARTS, "ja") == ""


def test_a_target_already_past_is_a_moment() -> None:
    """A length is never negative; a time before the incident is said as such."""
    assert (due(12_600, "ja"), due(-7_200, "ja"), due(None, "ja")) == ("3時間30分", "2時間前", "–")
    assert length(-7_200, "ja") == "-2時間"
