"""The teams' work in numbers, worked out by hand."""

from __future__ import annotations

from fractions import Fraction

from bcp.report.charts.crews import CrewsView, crews_view
from bcp.report.charts.crews.sentences import headline
from bcp.report.charts.crews.view import Lane
from bcp.units import DAY, HOUR
from tests.support.outlooks import BOTH, NOTHING, TOWN, played, town
from tests.support.tiny import inventory_of


def view_of(text: str, most: int | None = 14, count: int | None = None) -> CrewsView:
    scenario, result = played(text)
    return crews_view(result.tasks, town(), scenario, "ja", most=most, count=count)


def bars(lane: Lane) -> list[tuple[float, float, str, int]]:
    return [(bar.start / HOUR, bar.end / HOUR, bar.name, bar.track) for bar in lane.bars]


def test_a_lane_holds_the_tasks_of_a_team() -> None:
    """The busiest team first; teams without a task are named."""
    view = view_of(BOTH)

    assert [lane.id for lane in view.lanes] == ["ict", "carrier"]
    assert bars(view.lanes[0]) == [(0, 6, "サーバ", 0), (6, 8, "サーバ", 0)]
    assert bars(view.lanes[1]) == [(1, 3, "回線", 0)]
    assert (view.idle, view.tasks, view.until) == (("建築課",), 3, 8 * HOUR)


def test_the_share_is_time_at_work_by_time_on_hand() -> None:
    """6 h of one and 2 h of two, of two people over 8 h; 2 h of one person over the same 8 h."""
    ict, carrier = view_of(BOTH).lanes

    assert (ict.worked, ict.there) == (10 * HOUR, 16 * HOUR)
    assert (ict.share, carrier.share) == (Fraction(5, 8), Fraction(1, 4))
    assert ict.busy == ((0, 1), (6 * HOUR, 2), (8 * HOUR, 0))
    assert headline(view_of(BOTH)).endswith(
        "最も忙しいのは情報課で、最後の作業が終わる8時間後までの稼働率は62%"
    )


def test_hours_off_duty_do_not_count_as_time_on_hand() -> None:
    """On duty from nine to noon: 3 h on duty, and the task that goes on until three counts, too."""
    day = TOWN.replace("size: 1}", 'size: 1, hours: "daily 09:00-12:00"}')
    day = day.replace("{carrier: 1}, duration: 2h", "{carrier: 1}, duration: 4h")
    inventory = inventory_of(day)
    text = BOTH.replace("horizon: 10d", "horizon: 10d, starts: 2026-04-01T10:00")
    scenario, result = played(text, inventory)
    lane = crews_view(result.tasks, inventory, scenario, "ja").lanes[0]

    assert (lane.id, lane.worked, lane.there) == ("carrier", 4 * HOUR, 5 * HOUR)


def test_tasks_at_once_lie_in_lines_of_their_own() -> None:
    """Two servers are installed at once by two people, then restored one after the other."""
    text = BOTH.replace("id: server", "id: [server, spare]")
    lane = view_of(text).lanes[0]

    assert [(bar.start / HOUR, bar.track) for bar in lane.bars] == [(0, 0), (0, 1), (6, 0), (8, 0)]
    assert lane.tracks == 2


def test_teams_that_do_not_fit_are_counted() -> None:
    """The least busy go, with how many tasks they have; tasks that were never given are told."""
    view = view_of(BOTH, most=1, count=9)

    assert ([lane.id for lane in view.lanes], view.more, view.is_cut) == (["ict"], (1, 1), True)


def test_no_work_is_said() -> None:
    """A scenario that damages nothing has no tasks, and every team is idle."""
    view = view_of(NOTHING)

    assert (view.lanes, len(view.idle)) == ((), 3)
    assert headline(view) == "無事: 復旧の作業はない"
    assert view.axis.end <= DAY
