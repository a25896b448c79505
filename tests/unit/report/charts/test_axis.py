"""Where moments lie on a time axis."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcp.report.charts.axis import AxisKind, TimeAxis, axis_to, time_label
from bcp.units import DAY, HOUR, MINUTE, MONTH, WEEK


def test_an_axis_is_logarithmic_where_hours_would_vanish() -> None:
    """Two days still fit an even scale; more do not, unless it is asked for."""
    assert axis_to([2 * DAY]) == TimeAxis(2 * DAY, "linear")
    assert axis_to([2 * DAY + 1]) == TimeAxis(3 * DAY, "log")
    assert axis_to([50 * HOUR], kind="linear") == TimeAxis(60 * HOUR, "linear")
    assert axis_to([]) == TimeAxis(HOUR, "linear")


def test_an_axis_ends_with_the_horizon() -> None:
    """Nothing was played beyond it."""
    assert axis_to([5 * DAY], 6 * DAY).end == 6 * DAY


@given(
    st.integers(1, 400 * DAY),
    st.sampled_from(("log", "linear")),
    st.lists(st.integers(-DAY, 500 * DAY), min_size=2),
)
def test_later_lies_further_right(end: int, kind: AxisKind, moments: list[int]) -> None:
    """Places rise with time, from 0 to 1, whatever the scale."""
    axis = TimeAxis(end, kind)
    places = [axis.place(moment) for moment in sorted(moments)]

    assert places == sorted(places)
    assert 0 <= places[0] <= places[-1] <= 1
    assert axis.place(end) == pytest.approx(1)


@given(st.integers(HOUR, 400 * DAY), st.sampled_from(("log", "linear", None)))
def test_ticks_are_few_and_lie_on_the_axis(wanted: int, kind: AxisKind | None) -> None:
    """Both ends are ticks, and there is room for labels between them."""
    axis = axis_to([wanted], kind=kind)
    ticks = axis.ticks()

    assert ticks[0] == 0
    assert ticks[-1] == axis.end >= wanted
    assert list(ticks) == sorted(set(ticks))
    assert len(ticks) <= 20


@pytest.mark.parametrize(
    ("seconds", "ja", "en"),
    [
        (0, "発生", "start"),
        (90 * MINUTE, "1時間30分", "1 h 30 min"),
        (WEEK, "1週間", "1 wk"),
        (3 * MONTH, "3か月", "3 mo"),
    ],
)
def test_moments_have_names(seconds: int, ja: str, en: str) -> None:
    """Weeks and months are called so."""
    assert (time_label(seconds, "ja"), time_label(seconds, "en")) == (ja, en)
