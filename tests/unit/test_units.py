from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcp.units import (
    DAY,
    HOUR,
    MONTH,
    WEEK,
    format_duration,
    halves_up,
    parse_amount,
    parse_clock,
    parse_duration,
    parse_share,
)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0h", 0),
        ("90s", 90),
        ("30m", 1800),
        ("4h", 4 * HOUR),
        ("3d", 3 * DAY),
        ("2w", 2 * WEEK),
        ("1mo", MONTH),
        ("1d12h", 36 * HOUR),
        ("1m1mo", 60 + MONTH),
        ("007m", 420),
    ],
)
def test_durations_are_read(text: str, seconds: int) -> None:
    """Every unit, and units one after the other, add up to seconds."""
    assert parse_duration(text) == seconds


@pytest.mark.parametrize(
    "text", ["", "4", "h", "4 h", "-1h", "1.5h", "4H", "1h30", "4y", "101000w"]
)
def test_what_is_no_duration_is_refused(text: str) -> None:
    """A number without a unit, a sign, a fraction, or more than a century is none."""
    with pytest.raises(ValueError):
        parse_duration(text)


@given(st.integers(0, 99), st.integers(0, 23), st.integers(0, 59))
def test_what_is_written_in_two_units_is_read_back(days: int, hours: int, minutes: int) -> None:
    """A duration of two units loses nothing when it is written."""
    for seconds in (days * DAY + hours * HOUR, hours * HOUR + minutes * 60):
        assert parse_duration(format_duration(seconds)) == seconds
        assert format_duration(-seconds) in (f"-{format_duration(seconds)}", "0h")


def test_the_two_largest_units_are_written() -> None:
    """What is smaller is left out, not rounded."""
    assert format_duration(DAY + HOUR + 59 * 60 + 59) == "1d1h"
    assert format_duration(WEEK) == "7d"


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("30%", Fraction(3, 10)),
        ("0.3", Fraction(3, 10)),
        ("0.29", Fraction(29, 100)),
        ("33.3%", Fraction(333, 1000)),
        (".5", Fraction(1, 2)),
        ("1.", Fraction(1)),
        ("100%", Fraction(1)),
        ("0", Fraction(0)),
    ],
)
def test_shares_are_exact(text: str, share: Fraction) -> None:
    """A share is the decimal that was written, not the float beside it."""
    assert parse_share(text) == share


@pytest.mark.parametrize("text", ["101%", "1.01", "-1%", "half", "", "%", "1e-1", "50 %", "."])
def test_what_is_no_share_is_refused(text: str) -> None:
    """What is no plain number, or more than everything, is none."""
    with pytest.raises(ValueError):
        parse_share(text)


def test_a_whole_number_of_people_is_heads() -> None:
    """``1`` is one person, ``100%`` and ``1.0`` are everyone."""
    assert (parse_amount("1"), type(parse_amount("1"))) == (1, int)
    assert (parse_amount("100%"), type(parse_amount("100%"))) == (1, Fraction)
    assert (parse_amount("1.0"), type(parse_amount("1.0"))) == (1, Fraction)
    assert parse_amount("12") == 12
    with pytest.raises(ValueError):
        parse_amount("1.5")


@pytest.mark.parametrize(
    ("text", "minutes"), [("00:00", 0), ("9:05", 545), ("09:00", 540), ("24:00", 1440)]
)
def test_times_of_day_are_read(text: str, minutes: int) -> None:
    """From midnight to midnight, in minutes."""
    assert parse_clock(text) == minutes


@pytest.mark.parametrize("text", ["24:01", "25:00", "09:60", "9", "09:0", "09:00:00", "-1:00"])
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    """Beyond midnight or without its minutes it is none."""
    with pytest.raises(ValueError):
        parse_clock(text)


@pytest.mark.parametrize(
    ("value", "whole"), [("1/2", 1), ("3/2", 2), ("5/2", 3), ("49/100", 0), ("-1/2", 0), ("7", 7)]
)
def test_halves_go_up(value: str, whole: int) -> None:
    """A half is rounded up, never to the even neighbour."""
    assert halves_up(Fraction(value)) == whole
