"""The axis of bands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcp.report.charts.timeline.scale import Scale, scale_to
from bcp.units import DAY, HOUR, MINUTE, MONTH, WEEK

TIERS = (3 * HOUR, DAY, 3 * DAY, WEEK, 2 * WEEK, MONTH)


def test_bands_are_equally_wide_and_linear_inside() -> None:
    """Three bands take a third each; the middle of a band is its middle time."""
    scale = Scale((0, 3 * HOUR, DAY, 3 * DAY))

    places = [scale.place(moment) for moment in (0, 3 * HOUR, DAY, 2 * DAY, 3 * DAY)]

    assert places == pytest.approx([0, 1 / 3, 2 / 3, 5 / 6, 1])


def test_what_lies_beyond_is_at_the_end() -> None:
    """A moment after the axis is drawn at its end, and known not to be on it."""
    scale = Scale((0, DAY))

    assert scale.place(2 * DAY) == 1
    assert (scale.covers(DAY), scale.covers(2 * DAY)) == (True, False)


@pytest.mark.parametrize(
    ("last", "horizon", "edges"),
    [
        (HOUR, 30 * DAY, (0, 3 * HOUR, DAY)),  # one band more than needed
        (3 * HOUR, 30 * DAY, (0, 3 * HOUR, DAY)),  # an end counts as inside
        (3 * HOUR + 1, 30 * DAY, (0, 3 * HOUR, DAY, 3 * DAY)),
        (MONTH, MONTH, (0, 3 * HOUR, DAY, 3 * DAY, WEEK, 2 * WEEK, MONTH)),
        (40 * DAY, 60 * DAY, (0, 3 * HOUR, DAY, 3 * DAY, WEEK, 2 * WEEK, MONTH, 60 * DAY)),
        (5 * DAY, 5 * DAY, (0, 3 * HOUR, DAY, 3 * DAY, 5 * DAY)),  # never beyond the horizon
        (HOUR, 2 * HOUR, (0, 2 * HOUR)),
    ],
)
def test_the_axis_is_as_long_as_needed(last: int, horizon: int, edges: tuple[int, ...]) -> None:
    """The axis shows what happens and one band more, by the bands of the organisation."""
    assert scale_to([last], TIERS, horizon).edges == edges


def test_nothing_to_show_has_an_axis_too() -> None:
    """Without any moment the first bands remain."""
    assert scale_to([], TIERS, MONTH).edges == (0, 3 * HOUR, DAY)


def test_bands_may_be_listed_anyhow() -> None:
    """Bands of an organisation count by length, each once."""
    assert scale_to([DAY], (DAY, HOUR, DAY, 9 * DAY), 9 * DAY).edges == (0, HOUR, DAY, 9 * DAY)


def test_ticks_are_round_and_inside() -> None:
    """The bands to 3 h, a day and three days are cut by 1 h, 6 h and 12 h."""
    scale = Scale((0, 3 * HOUR, DAY, 3 * DAY))

    assert scale.steps() == (HOUR, 6 * HOUR, 12 * HOUR)
    assert [tick / HOUR for tick in scale.ticks()] == [1, 2, 6, 12, 18, 36, 48, 60]


@pytest.mark.property
@given(
    st.sets(st.integers(1, 400 * DAY), min_size=1, max_size=8),
    st.lists(st.integers(0, 500 * DAY), min_size=2, max_size=9),
)
def test_time_never_runs_backwards(edges: set[int], moments: list[int]) -> None:
    """A later moment lies further right or, beyond the end, as far; all lie on the axis."""
    scale = Scale((0, *sorted(edges)))
    places = [scale.place(moment) for moment in sorted(moments)]

    assert places == sorted(places)
    assert 0 <= places[0] <= places[-1] <= 1


@pytest.mark.property
@given(st.integers(MINUTE, 400 * DAY))
def test_a_band_is_never_crowded_by_ticks(length: int) -> None:
    """Whatever the length of a band, a few ticks at most divide it, none on its edges."""
    ticks = Scale((0, length)).ticks()

    assert len(ticks) <= 5
    assert all(0 < tick < length for tick in ticks)
