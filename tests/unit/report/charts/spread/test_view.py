"""The spread of recovery times in numbers, worked out by hand."""

from __future__ import annotations

from bcp.report.charts.spread import SpreadView, spread_view
from bcp.report.charts.spread.sentences import description, head_of, headline
from bcp.report.charts.spread.view import percent
from bcp.report.risk import Chance, Risk, Spread
from bcp.scenario.models import Head
from bcp.units import HOUR
from tests.support.outlooks import BOTH, played, town

NONE = Spread(0, 0, 0, 0, 0)


def chance(met: float, *hours: float, p_down: float = 1.0) -> Chance:
    p10, p50, p90, p99 = (hour * HOUR for hour in hours)
    return Chance(p_down, met, None, Spread(p50, p50, p90, p99, p10))


FUNCTIONS = {
    "web": chance(0.899, 1, 2, 4, 9),
    "desk": chance(0.42, 2, 5, 7, 30),
    "books": Chance(0.0, 1.0, None, NONE),
    "gone": chance(0.1, 1, 1, 1, 1),
}


def view_of(functions: dict[str, Chance] | None = None, most: int | None = 30) -> SpreadView:
    risk = Risk(
        "both", 500, 3, Spread(9, 8.25, 20, 40), FUNCTIONS if functions is None else functions
    )
    head: Head = played(BOTH)[0].scenario
    return spread_view(risk, head, town(), "ja", most=most)


def test_the_lowest_chance_stands_first() -> None:
    """Of each function its targets and percentiles; what never stops is counted only."""
    view = view_of()

    assert [(row.id, row.rto, row.mtpd) for row in view.rows] == [
        ("desk", 4 * HOUR, 6 * HOUR),
        ("web", 3 * HOUR, 24 * HOUR),
    ]
    desk = view.rows[0]
    assert (desk.low, desk.p50, desk.p90, desk.p99) == (2 * HOUR, 5 * HOUR, 7 * HOUR, 30 * HOUR)
    assert (view.below, view.total, view.never, view.more) == (2, 3, 1, 0)
    assert (view.unknown, view.unplayed) == (("gone",), 0)
    assert view.axis.kind == "log"
    assert view.axis.end >= 30 * HOUR


def test_the_title_counts_those_below_nine_in_ten() -> None:
    """89.9 % is below 90 %, is shown as 89 %, and counts."""
    assert headline(view_of()) == "両方: 3業務のうち2業務は、RTOを守れる確率が90％に届かない"
    assert percent(0.899) == 89
    assert [percent(share) for share in (0.0, 0.29, 0.57, 0.9, 1.0)] == [0, 29, 57, 90, 100]
    assert "89％" in description(view_of())


def test_grades_tell_chances_apart() -> None:
    """90 % is good, 50 % fair."""
    grades = {
        share: view_of({"desk": chance(share, 1, 1, 1, 1)}).rows[0].grade
        for share in (0.9, 0.8999, 0.5, 0.4999)
    }

    assert grades == {0.9: "good", 0.8999: "fair", 0.5: "fair", 0.4999: "poor"}


def test_without_p10_a_bar_begins_at_the_median() -> None:
    """And the notes say so."""
    view = view_of({"desk": Chance(1, 0.5, None, Spread(1, 60, 120, 180))})

    assert view.rows[0].low == 60
    assert "P10が結果にない" in head_of(view).notes[0]


def test_what_finds_no_room_is_said() -> None:
    """The least chance is shown, the other is left out and counted."""
    view = view_of(most=1)

    assert [row.id for row in view.rows] == ["desk"]
    assert view.more == 1
    assert "1業務を省いた" in head_of(view).notes[1]


def test_no_functions_at_all() -> None:
    """A result without functions is a picture too."""
    view = view_of({})

    assert (view.rows, view.total, view.unplayed) == ((), 0, 3)
    assert headline(view) == "両方: 結果に業務がない"
