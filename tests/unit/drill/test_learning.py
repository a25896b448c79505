"""What drills teach the plan: only facts about work count."""

from __future__ import annotations

import datetime as dt

import pytest

from bcp.drill.review.learning import Learnt, lessons, merged, seen_in
from bcp.inventory.measured import Measurement
from bcp.units import MINUTE
from tests.support.drills import Hall, hall

REAL = "clock: {speed: 1}"
DAY = dt.date(2025, 11, 20)


def look(held: Hall, length: str) -> Hall:
    """Look at the network for that long."""
    held.do("start-task", component="network", task="look")
    held.wait(length).do("finish-task", component="network", task="look")
    return held


def learnt(*drills: Hall) -> Learnt:
    seen = [
        seen_in(held.session.state, f"r{n}", DAY + dt.timedelta(n)) for n, held in enumerate(drills)
    ]
    return lessons(seen, drills[0].setting.inventory)


def test_a_task_done_by_people_in_real_time_is_measured() -> None:
    """Twelve minutes instead of ten."""
    (lesson,) = learnt(look(hall(REAL), "12m")).lessons

    assert (lesson.procedure, lesson.task, lesson.planned) == ("swap", "look", 10 * MINUTE)
    assert (lesson.took, lesson.last) == ((12 * MINUTE,), DAY)


def test_pauses_do_not_count() -> None:
    """An hour's break in the middle of it is not work."""
    held = hall(REAL)
    held.do("start-task", component="network", task="look")
    held.wait("5m").do("pause")
    held.wait("1h").do("resume")
    held.wait("5m").do("finish-task", component="network", task="look")

    assert learnt(held).lessons[0].took == (10 * MINUTE,)


@pytest.mark.parametrize(("tooks", "median"), [((8, 12), 10), ((8, 9, 30), 9)])
def test_several_drills_make_a_median(tooks: tuple[int, ...], median: int) -> None:
    """Each drill counts once."""
    (lesson,) = learnt(*(look(hall(REAL), f"{took}m") for took in tooks)).lessons

    assert (lesson.count, lesson.median) == (len(tooks), median * MINUTE)
    assert lesson.last == DAY + dt.timedelta(len(tooks) - 1)


def test_a_fast_clock_measures_nothing() -> None:
    """At ×60 people say that they are done: nobody worked."""
    assert learnt(look(hall("clock: {speed: 60}"), "10s")).left_out == {"speed": 1}


def test_a_clock_that_was_changed_on_the_way_measures_nothing() -> None:
    """Real time has to hold from beginning to end."""
    held = hall(REAL)
    held.do("start-task", component="network", task="look")
    held.wait("1m").do("set-speed", speed=60)
    held.wait("1s").do("set-speed", speed=1)
    held.wait("5m").do("finish-task", component="network", task="look")

    assert learnt(held).left_out == {"speed": 1}


def test_a_leap_measures_nothing() -> None:
    """The clock leapt over a part of the work."""
    held = hall(REAL)
    held.do("start-task", component="network", task="look")
    held.wait("5m").do("jump", to=3600, meanwhile="nothing")
    held.wait("5m").do("finish-task", component="network", task="look")

    assert learnt(held).left_out == {"leap": 1}


def test_what_the_clock_finished_measures_nothing() -> None:
    """The planned length comes back as it went in."""
    held = hall("clock: {speed: 1, tasks: planned}")
    held.do("start-task", component="network", task="look")

    assert learnt(held.wait("15m")).left_out == {"clock": 1}


@pytest.mark.parametrize(
    ("length", "reason"), [("0h", "zero"), ("29s", "absurd"), ("4h", "absurd")]
)
def test_what_cannot_be_a_measurement_is_left_out_and_told(length: str, reason: str) -> None:
    """No time at all, or more than 20 times less or more than planned."""
    found = learnt(look(hall(REAL), length))

    assert found.lessons == ()
    assert found.left_out == {reason: 1}


def test_unfinished_and_broken_off_work_is_told() -> None:
    """How long it would have taken, nobody knows."""
    held = hall(REAL)
    held.do("start-task", component="network", task="look")
    held.wait("1m").do("abort-task", component="network", task="look")
    held.do("start-task", component="server", task="look")

    assert learnt(held).left_out == {"aborted": 1, "unfinished": 1}


def test_a_record_counts_once() -> None:
    """Learnt again, it takes the place of what it said before; other records stay."""
    old = Measurement(procedure="swap", task="look", took=60, on=DAY, drill="d", record="r0")
    other = old.model_copy(update={"record": "gone"})
    seen = seen_in(look(hall(REAL), "12m").session.state, "r0", DAY)

    found = merged([old, other], [seen])

    assert [(held.record, held.took) for held in found] == [("gone", 60), ("r0", 720)]
