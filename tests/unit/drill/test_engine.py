"""Whole stretches of tiny drills: what people do, and what the model makes of it."""

from __future__ import annotations

import pytest

from bcp.drill.board.rows import Board
from bcp.drill.live.fold import fold
from bcp.units import HOUR, MINUTE, format_duration
from bcp.words import LANGS, render
from bcp.words.drill import WORDS
from tests.support.drills import Hall, hall, setting_of

BY_HAND = "clock: {speed: 60}"
BY_PLAN = "clock: {speed: 60, tasks: planned}"


def start_both(held: Hall) -> None:
    held.do("start-task", component="network", task="look")
    held.do("start-task", component="server", task="look")


def test_before_the_start_nothing_has_happened() -> None:
    """The incident is played when the drill starts, not before."""
    held = Hall(setting_of(BY_HAND))

    assert held.board.components == ()
    held.do("start")
    after: Board = held.board
    assert [row.id for row in after.components] == ["network", "server", "registry"]


def test_finishing_a_task_brings_back_what_depends_on_it() -> None:
    """The network is replaced after 40 minutes: the library is back, certificates are not."""
    held = hall(BY_HAND)
    held.do("start-task", component="network", task="look")
    held.wait("8s").do("finish-task", component="network", task="look")
    held.do("start-task", component="network", task="replace")
    held.wait("32s").do("finish-task", component="network", task="replace")

    rows = {row.id: row for row in held.board.functions}
    assert (rows["library"].is_up, rows["library"].restored) == (True, 40 * MINUTE)
    assert (rows["certificates"].is_up, rows["certificates"].because) == (False, ("server",))
    assert rows["certificates"].left == 3 * HOUR - 40 * MINUTE


def test_by_hand_a_task_goes_on_until_people_say_so() -> None:
    """Its planned length passes; it is still in progress and its follower waits."""
    held = hall(BY_HAND)
    held.do("start-task", component="network", task="look")
    held.wait("30s")

    row = held.task("network", "look")
    assert (row.column, row.elapsed, row.planned) == ("running", 30 * MINUTE, 10 * MINUTE)
    assert held.task("network", "replace").column == "waiting"


def test_by_plan_a_task_ends_after_its_planned_length() -> None:
    """Nobody says anything: the follower could start at its own second."""
    held = hall(BY_PLAN)
    held.do("start-task", component="network", task="look")
    held.wait("30s")

    row = held.task("network", "look")
    assert (row.column, row.finished) == ("done", 10 * MINUTE)
    assert held.task("network", "replace").column == "ready"


def test_a_wrong_order_costs_minutes_on_the_screen() -> None:
    """Who starts with the server's look is forecast as by the plan; who dawdles is not."""
    held = hall(BY_PLAN)
    held.session.forecast()
    planned = {row.id: row.forecast for row in held.board.functions}
    held.wait("90s")
    held.session.forecast()
    late = {row.id: row.forecast for row in held.board.functions}

    assert planned == {"certificates": 3 * HOUR + 10 * MINUTE, "library": HOUR}
    assert late == {"certificates": 3 * HOUR + 50 * MINUTE, "library": 150 * MINUTE}


def test_what_cannot_start_is_refused_with_every_reason() -> None:
    """The vendor has not come and the look comes first: the task waits for the look."""
    held = hall(BY_HAND)

    assert held.refused("start-task", component="server", task="repair") == "refused-task-waits"
    assert held.refused("start-task", component="power", task="look") == "refused-not-damaged"
    assert held.refused("start-task", component="server", task="dig") == "refused-unknown-task"
    assert held.refused("finish-task", component="server", task="look") == "refused-not-running"
    reasons = {row.task: [r.key for r in row.waits_for] for row in held.board.tasks}
    assert reasons == {"look": [], "replace": ["waits-after"], "repair": ["waits-after"]}


def test_people_may_take_another_procedure_before_the_first_is_begun() -> None:
    """The server is borrowed instead of rebuilt; after that there is no way back."""
    held = hall(BY_HAND)
    held.do("start-task", component="server", task="fetch", procedure="borrow")

    assert {r.procedure for r in held.board.tasks if r.component == "server"} == {"borrow"}
    assert held.refused("start-task", component="server", task="look") == "refused-not-waiting"


def test_a_task_that_was_broken_off_waits_again_and_its_crew_is_free() -> None:
    """Two of the office are busy; one breaks off, and another task can start."""
    held = hall(BY_HAND)
    start_both(held)
    held.wait("5s").do("abort-task", component="server", task="look", why="鍵がない")

    assert held.task("server", "look").column == "ready"
    assert [r.column for r in held.board.tasks if r.task == "look"].count("aborted") == 1
    assert [(row.id, row.busy) for row in held.board.teams] == [("ict", 1), ("vendor", 0)]


def test_injects_come_at_their_second_in_the_order_of_the_file() -> None:
    """Two of one moment keep their order; a time of day is by the scenario's clock."""
    held = hall(
        """
        clock: {speed: 3600}
        injects:
        - {no: 1, at: "10:30", text: a}
        - {no: 2, at: 1h, text: b}
        - {no: 3, at: 1h, text: c}
        - {no: 4, at: 59m, text: d}
        """
    )
    held.wait("5s")

    assert held.fired() == ["4 59m", "2 1h", "3 1h", "1 1h30m"]


def test_conditional_injects_follow_what_happens() -> None:
    """After another, when something is up, when a deadline was missed, when it was decided so."""
    held = hall(
        """
        clock: {speed: 60, tasks: planned}
        injects:
        - {no: 1, at: 10m, text: a, expected: x, deadline: 20m}
        - {no: 2, when: {after: 1, delay: 5m}, text: b}
        - {no: 3, when: {missed: 1, delay: 1m}, text: c}
        - {no: 4, when: {up: network}, text: d}
        - {no: 5, at: 0h, text: e, options: [{id: go, text: go}, {id: stay, text: stay}]}
        - {no: 6, when: {chosen: 5/go, delay: 2m}, text: f}
        - {no: 7, when: {chosen: 5/stay}, text: g}
        """
    )
    held.do("decide", inject="5", option="go")
    held.do("start-task", component="network", task="look")
    held.wait("12s").do("start-task", component="network", task="replace")
    held.wait("60s")

    assert held.fired() == ["5 0h", "6 2m", "1 10m", "2 15m", "3 31m", "4 1h2m"]
    assert held.inject("1").status == "missed"
    assert held.inject("7").status == "waiting"


def test_an_answer_within_the_deadline_keeps_it() -> None:
    """Done in time it is answered, and the reminder never comes."""
    held = hall(
        """
        clock: {speed: 60}
        injects:
        - {no: 1, at: 10m, text: a, expected: x, deadline: 20m, met_by: {started: network/look}}
        - {no: 2, when: {missed: 1}, text: b}
        """
    )
    held.wait("15s").do("start-task", component="network", task="look")
    held.wait("60s")

    assert (held.inject("1").status, held.inject("2").status) == ("answered", "waiting")


@pytest.mark.parametrize("state", ["ready", "running", "paused"])
def test_any_inject_can_be_given_now_in_every_state_of_the_clock(state: str) -> None:
    """On the bench or with a time to come, before the start, running or paused; and only once."""
    held = Hall(setting_of("injects: [{no: 1, text: a}, {no: 2, at: 5h, text: b}]"))
    if state != "ready":
        held.do("start")
    if state == "paused":
        held.do("pause")
    held.do("fire", inject="1")
    held.do("fire", inject="2")

    assert [row.status for row in held.board.injects] == ["fired", "fired"]
    assert held.refused("fire", inject="1") == "refused-fired-already"


def test_an_inject_changes_the_state_of_the_model() -> None:
    """A component fails, an outage ends by itself, a vendor is late: on top of the scenario."""
    held = hall(
        """
        clock: {speed: 60, tasks: planned}
        injects:
        - no: 1
          text: 停電
          events:
          - {at: 0h, outage: {select: {id: power}, for: 30m}}
          - {at: 0h, staff: {team: vendor, available: 0, for: 6h}}
        """
    )
    held.wait("10s").do("fire", inject="1")
    assert "power" in {row.id for row in held.board.components}
    held.wait("31s")
    assert "power" not in {row.id for row in held.board.components}
    held.do("start-task", component="server", task="look")
    held.wait("70s")
    waits = held.task("server", "repair").waits_for
    assert [phrase.key for phrase in waits] == ["waits-absent"]
    held.wait("300s")
    assert held.task("server", "repair").column == "ready"


def test_a_leap_plays_everything_in_between() -> None:
    """By the plan the recovery goes on during it; or else nobody does anything."""
    for meanwhile, columns in (("plan", {"done"}), ("nothing", {"ready", "waiting"})):
        held = hall(f"{BY_HAND}\ninjects: [{{no: 1, at: 2h, text: a}}]")
        held.do("jump", to="5h", meanwhile=meanwhile)

        assert held.fired() == ["1 2h"]
        assert {row.column for row in held.board.tasks} == columns
        assert (held.board.exercise, held.board.scenario) == (0, 5 * HOUR)


def test_a_planned_leap_happens_when_its_time_comes() -> None:
    """The exercise clock goes on evenly; the scenario's leaps."""
    held = hall("clock: {speed: 60, jumps: [{at: 10m, to: 5h}]}")
    held.wait("20s")

    assert (held.board.exercise, held.board.scenario) == (20_000, 5 * HOUR + 10 * MINUTE)


def test_speed_and_pause_move_only_the_clock_they_should() -> None:
    """A pause stops both clocks, the speed changes that of the scenario."""
    held = hall("clock: {speed: 60}")
    held.wait("10s").do("pause")
    held.wait("1h").do("resume")
    held.do("set-speed", speed=1)
    held.wait("10s")

    assert (held.board.exercise, held.board.scenario) == (20_000, 610)


def test_postponing_keeps_the_gaps() -> None:
    """Everything to come moves by the same time."""
    held = hall(
        "clock: {speed: 60}\ninjects: [{no: 1, at: 10m, text: a}, {no: 2, at: 25m, text: b}]"
    )
    held.do("postpone", by="1h")
    held.do("postpone", inject="2", by="5m")

    assert [format_duration(row.at or 0) for row in held.board.injects] == ["1h10m", "1h30m"]


def test_undo_takes_back_the_last_thing_and_redo_brings_it_back() -> None:
    """The task is waiting again; the log keeps all of it."""
    held = hall(BY_HAND)
    held.do("start-task", component="network", task="look")
    (undone,) = held.do("undo")
    assert held.task("network", "look").column == "ready"
    held.do("undo", entry=undone.n)
    assert held.task("network", "look").column == "running"
    kinds = [(row.kind, row.is_undone) for row in held.board.log]
    assert kinds == [
        ("started", False),
        ("task-started", False),
        ("undone", True),
        ("undone", False),
    ]


def test_what_later_entries_rest_on_is_not_taken_back() -> None:
    """The look was finished: its start cannot be undone alone."""
    held = hall(BY_HAND)
    held.do("start-task", component="network", task="look")
    held.do("finish-task", component="network", task="look")
    held.do("start-task", component="network", task="replace")

    assert held.refused("undo", entry=2) == "refused-undo-later-first"
    assert held.refused("undo", entry=1) == "refused-cannot-undo"


def test_a_corrected_time_counts_in_the_model() -> None:
    """The task was begun five seconds, that is five minutes, before it was written down."""
    held = hall(BY_HAND)
    held.wait("10s").do("start-task", component="network", task="look")
    (entry,) = [row for row in held.board.log if row.kind == "task-started"]
    held.do("correct", entry=entry.n, exercise=5000)

    assert held.task("network", "look").started == 5 * MINUTE
    (moved,) = [row for row in held.board.log if row.kind == "task-started"]
    assert (moved.exercise, moved.scenario, moved.is_moved) == (5000, 5 * MINUTE, True)
    assert held.refused("correct", entry=entry.n, exercise=99_000) == "refused-time-outside"


def test_a_corrected_text_keeps_the_original() -> None:
    """The log shows the new text and what was written first."""
    held = hall(BY_HAND)
    (note,) = held.do("note", text="係長が電話", who="係長")
    held.do("correct", entry=note.n, text="課長が電話")

    row = next(row for row in held.board.log if row.n == note.n)
    assert render(WORDS, row.phrase, "ja", {}) == "課長が電話"
    assert row.original == "係長が電話"


def test_after_the_end_only_what_is_written_about_it_goes_on() -> None:
    """Ratings and notes are taken, acts are refused, and time stands."""
    held = hall("objectives: [{id: quick, text: 早く, criterion: 1時間}]")
    held.do("end")
    held.wait("1h")

    assert held.board.exercise == 0
    held.do("rate", objective="quick", rating="M", text="遅い")
    held.do("note", text="次回は鍵を", kind="hot-wash")
    assert held.refused("start-task", component="network", task="look") == "refused-ended"
    assert [item.id for item in held.board.items] == ["objective-quick"]


def test_missed_objectives_and_deadlines_open_items_by_themselves() -> None:
    """What was measured too late and what nobody did is in the improvement plan at once."""
    held = hall(
        """
        clock: {speed: 60, tasks: planned}
        objectives:
        - {id: lib, text: 図書館, criterion: 30分, measure: {up: library, within: 30m}}
        - {id: cert, text: 証明, criterion: 9時間, measure: {up: certificates, within: 9h}}
        injects:
        - {no: 1, at: 1m, text: a, expected: x, deadline: 2m}
        """
    )
    held.do("start-task", component="network", task="look")
    held.wait("10s").do("start-task", component="network", task="replace")
    held.wait("60s")
    held.do("improve", item="inject-1", owner="係長", due="2027-03-31")

    by_id = {row.id: row for row in held.board.objectives}
    assert (by_id["lib"].reached, by_id["lib"].is_met) == (HOUR, False)
    assert by_id["cert"].is_met is None
    items = {row.id: (row.phrase.key if row.phrase else "", row.owner) for row in held.board.items}
    assert items == {
        "objective-lib": ("item-too-slow", ""),
        "inject-1": ("item-deadline", "係長"),
    }


def test_the_scenarios_clock_stops_at_its_end() -> None:
    """Beyond the horizon nothing is known, so the clock stands there."""
    held = hall("clock: {speed: 3600}")
    held.wait("1h")

    assert held.board.scenario == 10 * 24 * HOUR - 1
    assert held.refused("jump", to="20d") == "refused-jump-too-far"


def test_every_entry_of_the_log_can_be_told_in_both_languages() -> None:
    """No event is without its words."""
    held = hall(
        """
        clock: {speed: 60}
        objectives: [{id: quick, text: 早く, criterion: 1時間}]
        injects: [{no: 1, text: a, options: [{id: go, text: go}]}, {no: 2, at: 9h, text: b}]
        """
    )
    start_both(held)
    held.do("fire", inject="1")
    held.do("decide", inject="1", option="go", why="x")
    held.do("answer", inject="1", outcome="partly", text="x")
    held.do("postpone", inject="2", by="5m")
    held.do("postpone", by="5m")
    held.do("assign", component="network", task="look", who="係長")
    held.do("finish-task", component="network", task="look")
    held.do("abort-task", component="server", task="look")
    for kind in ("note", "stumble", "strength", "hot-wash"):
        held.do("note", text="x", kind=kind)
    held.do("pause")
    held.do("resume")
    held.do("set-speed", speed=10)
    held.do("jump", to="1h")
    held.do("rate", objective="quick", rating="P", text="x")
    held.do("improve", text="x")
    held.do("improve", item="item-9", done="2027-01-01")
    held.do("correct", entry=2, who="x")
    held.do("undo")
    held.do("end")

    for lang in LANGS:
        texts = [render(WORDS, row.phrase, lang, {}) for row in held.board.log]
        assert all(texts)
    assert fold(held.setting, held.session.state.entries).phase == "ended"
