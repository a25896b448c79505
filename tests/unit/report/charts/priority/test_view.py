"""The recovery priority in numbers, worked out by hand."""

from __future__ import annotations

from bcp.recovery.priority import priority
from bcp.report.charts.priority import Play, PriorityView, priority_view
from bcp.report.charts.priority.sentences import headline
from bcp.report.charts.priority.view import Row
from bcp.units import DAY, HOUR
from tests.support.outlooks import BOTH, NEVER, NOTHING, outlook, played, town
from tests.support.tiny import inventory_of


def view_of(text: str, most: tuple[int, int] | None = (14, 22)) -> PriorityView:
    scenario, result = played(text)
    play = Play(scenario.scenario, result.horizon, result.functions)
    return priority_view(result.order, town(), "ja", played=play, most=most)


def bars(row: Row) -> list[tuple[float, float, str]]:
    return [(bar.start / HOUR, bar.end / HOUR, bar.part) for bar in row.bars]


def test_functions_run_from_stop_to_restoration() -> None:
    """Most urgent first; cut where the RTO and the MTPD are used up."""
    view = view_of(BOTH)

    assert [row.id for row in view.functions] == ["web", "desk", "books"]
    assert bars(view.functions[0]) == [(1, 3, "within")]
    assert bars(view.functions[1]) == [(0, 4, "within"), (4, 6, "late"), (6, 8, "beyond")]
    assert [row.verdict for row in view.functions] == ["met", "beyond", "met"]
    assert (view.functions[0].due, view.functions[0].mtpd_at) == (4 * HOUR, 25 * HOUR)


def test_components_run_from_start_to_finish() -> None:
    """In the order of recovery, late from the moment on at which they were needed."""
    view = view_of(BOTH)

    assert [row.id for row in view.components] == ["server", "network"]
    assert bars(view.components[0]) == [(0, 4, "within"), (4, 8, "late")]
    assert bars(view.components[1]) == [(1, 3, "within")]
    assert [row.waiting for row in view.components] == [2, 2]
    assert (view.late, view.total, view.stopped, view.missed) == (1, 2, 3, 1)
    assert headline(view) == "両方: 2件の復旧のうち1件が必要な時刻に遅れ、サーバの完了を2業務が待つ"


def test_without_a_scenario_everything_is_lost() -> None:
    """The bar begins at the earliest start and is as long as recovery takes; spares have none."""
    view = priority_view(priority(town()), town(), "ja")
    rows = {row.id: row for row in view.components}

    assert bars(rows["server"]) == [(0, 4, "within"), (4, 8, "late")]
    assert bars(rows["network"]) == [(0, 2, "within")]
    assert (rows["spare"].bars, rows["spare"].verdict) == ((), "none")
    assert view.functions == ()
    assert (view.late, view.total, view.scenario) == (1, 3, "")


def test_an_outlook_tells_the_same() -> None:
    """An outlook has lost the outages one by one, but not when they end nor their sum."""
    held = outlook(BOTH)
    view = priority_view(held.order, town(), "ja", played=held)

    assert view == view_of(BOTH)


def test_what_never_comes_back_is_open() -> None:
    """A function that is down at the horizon: to the end of the axis, with no moment of return."""
    row = view_of(NEVER).functions[0]

    assert (row.id, row.end, row.verdict, row.is_open) == ("web", None, "beyond", True)
    assert row.bars[-1].end == 2 * DAY


def test_those_that_miss_are_shown_first() -> None:
    """Where few functions fit, those within their RTO go, and are counted."""
    view = view_of(BOTH, most=(1, 1))

    assert [row.id for row in view.functions] == ["desk"]
    assert [row.id for row in view.components] == ["server"]
    assert (view.more_functions, view.more_components) == (2, 1)


def test_nothing_to_show_is_said() -> None:
    """A scenario that stops nothing, and an inventory that holds nothing."""
    empty = inventory_of("components: []")

    assert headline(view_of(NOTHING)) == "無事: 壊れるものも、止まる業務もない"
    assert headline(priority_view((), empty, "en")) == "the inventory holds no components"
    assert headline(view_of(NEVER)).startswith("未復旧: 壊れるものはなく、止まる2業務のうち2業務が")
