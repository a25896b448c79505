"""An earlier state against the present one in numbers, worked out by hand."""

from __future__ import annotations

from dataclasses import replace

from bcp.outlook.changes import Changes
from bcp.report.charts.years import YearsView, years_view
from bcp.report.charts.years.sentences import description, head_of, headline
from bcp.units import DAY, HOUR
from tests.support.outlooks import BOTH, NEVER, NOTHING, TOWN, outlook, town
from tests.support.tiny import inventory_of

SLOWER = (
    TOWN.replace("duration: 6h", "duration: 10h")
    .replace("duration: 2h}]}", "duration: 1h}]}")
    .replace("{id: desk, name: 窓口", "{id: counter, name: 旧窓口")
)
"""The server took twelve hours then, the line one; and the desk was another function."""


def view_of(*texts: str, before: str = SLOWER, most: int | None = 30) -> YearsView:
    earlier = inventory_of(before)
    outlooks = {held.head.id: held for held in (outlook(text, earlier) for text in texts)}
    changes = Changes("2025年度", earlier, "e" * 32, outlooks, ())
    return years_view(changes, [outlook(text) for text in texts], town(), "ja", most=most)


def test_each_function_then_and_now() -> None:
    """The worse first, then the better, then what is new, then what is gone."""
    view = view_of(BOTH)

    assert [(row.id, row.before, row.after, row.change) for row in view.rows] == [
        ("web", 1 * HOUR, 2 * HOUR, "worse"),
        ("books", 12 * HOUR, 8 * HOUR, "better"),
        ("desk", None, 8 * HOUR, "new"),
        ("counter", 12 * HOUR, None, "gone"),
    ]
    assert view.counts == {"worse": 1, "better": 1, "new": 1, "gone": 1, "same": 0}
    assert (view.met, view.total) == ((2, 2), 3)
    assert (
        headline(view) == "両方: 「2025年度」のときより1業務の停止が短く、1業務の停止が長くなった"
    )
    assert "RTOに間に合う業務 2 → 2（3業務中）" in head_of(view).facts


def test_losses_of_all_scenarios() -> None:
    """The one whose functions are shown comes first, with what it cost then and costs now."""
    view = view_of(BOTH, NOTHING)

    assert [loss.scenario for loss in view.losses] == ["両方", "無事"]
    then, now = view.losses[0].before, view.losses[0].after
    assert then == outlook(BOTH, inventory_of(SLOWER)).loss
    assert now == outlook(BOTH).loss
    assert view.losses[1].before == view.losses[1].after == 0


def test_nothing_changed() -> None:
    """Against itself everything stays as it is."""
    view = view_of(BOTH, before=TOWN)

    assert {row.change for row in view.rows} == {"same"}
    assert headline(view) == "両方: 「2025年度」のときと停止時間は変わらない"


def test_to_be_back_at_all_is_better() -> None:
    """Down to the end is worse than any outage that ends, however long the horizon was."""
    then = view_of(NEVER, before=TOWN).rows[0]
    longer = replace(then, is_open=False, after=9 * DAY)

    assert (then.was_open, then.is_open, then.change) == (True, True, "same")
    assert longer.change == "better"
    assert replace(longer, was_open=False, is_open=True, after=HOUR).change == "worse"


def test_a_new_scenario_cannot_be_compared() -> None:
    """It is said so, and its loss stands without one of then."""
    changes = Changes("v1", town(), "e" * 32, {}, ())
    view = years_view(changes, [outlook(BOTH)], town(), "en")

    assert (view.is_compared, view.rows, view.losses[0].before) == (False, (), None)
    assert headline(view) == "Both: cannot be compared: there was no such scenario at v1"


def test_no_scenarios() -> None:
    """Without any scenario there is nothing to compare."""
    view = years_view(Changes("v1", town(), "e" * 32, {}, ()), [], town(), "ja")

    assert headline(view) == "比べられる被害想定がない"
    assert description(view) == headline(view)


def test_what_finds_no_room_is_said() -> None:
    """The largest change is shown."""
    view = view_of(BOTH, most=1)

    assert [row.id for row in view.rows] == ["web"]
    assert view.more == 3
    assert "3業務を省いた" in head_of(view).notes[1]


def test_a_long_path_is_cut() -> None:
    """A title holds no more than the end of it."""
    changes = Changes("/a/very/long/path/to/a/folder/" + "x" * 40, town(), "e" * 32, {}, ())

    assert len(years_view(changes, [outlook(BOTH)], town(), "en").label) == 30
