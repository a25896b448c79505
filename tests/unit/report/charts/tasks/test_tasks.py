"""The chart of tasks, as the numbers that go in and the axis that they lie on."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from bcp.drill.review.review import review
from bcp.report.charts.shares import shares_picture, shares_view
from bcp.report.charts.tasks import tasks_picture, tasks_view
from bcp.report.charts.tasks.axis import axis_of
from bcp.report.charts.tasks.page import headline
from bcp.units import HOUR, MINUTE
from bcp.words import LANGS, Lang
from tests.support.deeds import BOTH, FAST, NETWORK, work
from tests.support.drills import Hall, hall
from tests.support.random_drills import RandomDrill, lived, random_drills

SOURCE = ("drill/1", "1")


@pytest.fixture
def late() -> Hall:
    held = work(hall(FAST), *BOTH, "40 + network/replace", "50 x network/replace")
    return work(held, "55 + network/replace", "115 - network/replace")


def test_a_row_has_its_plan_its_waits_and_its_goes(late: Hall) -> None:
    """Replaced: planned 10 to 60, ready at 10, broken off at 50, done 55 to 115, 10 too long."""
    view = tasks_view(review(late.session.state), SOURCE, "ja")
    row = next(row for row in view.rows if row.name == "network replace")

    assert row.planned == (10 * MINUTE, 60 * MINUTE)
    first, second = row.goes
    assert (first.ready, first.start, first.end) == (10 * MINUTE, 40 * MINUTE, 50 * MINUTE)
    assert (first.is_aborted, second.is_aborted) == (True, False)
    assert (second.ready, second.start) == (50 * MINUTE, 55 * MINUTE)
    assert (second.over_from, second.end) == (105 * MINUTE, 115 * MINUTE)
    assert (view.waited, view.over) == (35 * MINUTE, 20 * MINUTE)


@pytest.mark.parametrize("lang", LANGS)
def test_the_title_is_the_finding(late: Hall, lang: Lang) -> None:
    """How much was waited, how much took longer."""
    title = headline(tasks_view(review(late.session.state), SOURCE, lang))

    assert ("35分" in title, "35 min" in title) == (lang == "ja", lang == "en")


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_the_same_view_gives_the_same_bytes(late: Hall, kind: str) -> None:
    """No date and no program in the picture."""
    held = review(late.session.state)
    view = tasks_view(held, SOURCE, "ja")

    assert tasks_picture(view, kind) == tasks_picture(view, kind)  # type: ignore[arg-type]
    assert shares_picture(shares_view(held, "en"))[0].startswith(b"\x89PNG")


def test_a_leap_is_folded_up() -> None:
    """An hour of work takes most of the axis, a leap of a day hardly any."""
    held = work(hall(FAST), *BOTH, *NETWORK)
    held.do("jump", to=25 * HOUR, meanwhile="plan")
    axis = axis_of(held.session.state)

    assert axis.folded() == ((HOUR, 25 * HOUR),)
    assert axis.place(HOUR) > 0.9
    assert axis.place(25 * HOUR) == 1


@pytest.mark.property
@given(random_drills())
def test_every_drill_has_an_axis_that_rises(drill: RandomDrill) -> None:
    """From 0 to 1, whatever the clock did; every moment of the drill lies on it."""
    state = lived(drill).state
    axis = axis_of(state)

    assert (axis.knots[0], axis.knots[-1][1]) == ((0, 0.0), 1.0)
    assert all(early < late and low <= high for (early, low), (late, high) in pairwise(axis.knots))
    assert axis.covers(min(max(state.scenario, 0), axis.end))
    places = [axis.place(tick) for tick in axis.ticks()]
    assert places == sorted(places)


@pytest.mark.property
@given(random_drills())
def test_every_drill_can_be_drawn(drill: RandomDrill) -> None:
    """Whatever a team did, the view holds it within the page."""
    held = review(lived(drill, deeds=20).state)
    view = tasks_view(held, SOURCE, "en")

    assert all(
        go.ready <= go.start <= go.over_from <= go.end for row in view.rows for go in row.goes
    )
