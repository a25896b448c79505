"""A session: recorded before it counts, by a clock that nobody can set back."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from datetime import datetime

import pytest

from bcp.drill.live.commands import Note, Pause, Resume, SetSpeed, Start
from bcp.drill.live.events import Entry
from bcp.drill.session import HandClock, MemoryJournal, Session, WallClock
from tests.support.drills import setting_of

DRILL = """
clock: {speed: 60}
injects:
- {no: 1, at: 5m, text: a}
- {no: 2, at: 5m, text: b}
- {no: 3, when: {after: 2}, text: c}
- {no: 4, at: 20m, text: d}
"""


class Clock:
    """A clock whose label is set apart from its milliseconds."""

    def __init__(self, milliseconds: int, label: str) -> None:
        self.milliseconds, self.label = milliseconds, label

    def now(self) -> int:
        """Return what it was set to."""
        return self.milliseconds

    def real(self) -> str:
        """Return the label."""
        return self.label


class Stubborn(MemoryJournal):
    """A record that sometimes cannot be written."""

    is_full = False

    def append(self, entries: Sequence[Entry]) -> None:
        """Keep *entries*, unless there is no room."""
        if self.is_full:
            raise OSError(errno.ENOSPC, "full")
        super().append(entries)


def fired(entries: Sequence[Entry]) -> list[tuple[str, int, int]]:
    """Return which injects were given, and when by both clocks."""
    return [
        (entry.event.inject, entry.exercise, entry.scenario)
        for entry in entries
        if entry.event.event == "inject-fired"
    ]


def test_a_system_clock_set_back_changes_labels_only() -> None:
    """An hour back in the middle: both clocks of the drill go on evenly."""
    clock = Clock(500, "2026-10-25T02:59:00+02:00")
    session = Session(setting_of(DRILL), MemoryJournal(), clock)
    session.do(Start())
    clock.milliseconds += 3000
    session.do(Note(text="before"))
    clock.label = "2026-10-25T02:00:01+01:00"
    clock.milliseconds += 4000
    session.do(Note(text="after"))

    told = [(entry.exercise, entry.real) for entry in session.state.entries]
    assert [exercise for exercise, _ in told] == [0, 3000, 5000, 5000, 5000, 7000]
    assert told[-1][1] == "2026-10-25T02:00:01+01:00"
    assert session.state.scenario == 420


def test_a_session_goes_on_where_the_record_ends() -> None:
    """After a restart of the machine the monotonic clock begins anew; the drill does not."""
    clock, journal = Clock(9_000_000, "x"), MemoryJournal()
    session = Session(setting_of(DRILL), journal, clock)
    session.do(Start())
    clock.milliseconds += 4000
    session.tick()

    after = Clock(17, "y")
    again = Session(session.state.setting, journal, after, journal.entries)
    assert (again.state.exercise, again.state.scenario) == (4000, 240)
    after.milliseconds += 1000
    again.tick()
    assert fired(journal.entries) == [("1", 5000, 300), ("2", 5000, 300), ("3", 5000, 300)]


def test_what_was_due_in_a_torn_batch_is_given_once() -> None:
    """Of three injects of one moment one was recorded: the two others follow, at that moment."""
    clock, journal = HandClock(), MemoryJournal()
    session = Session(setting_of(DRILL), journal, clock)
    session.do(Start())
    clock.milliseconds += 9000
    session.tick()
    whole = fired(journal.entries)
    assert len(whole) == 3

    for kept in (1, 2, 3):
        torn = MemoryJournal()
        torn.entries = journal.entries[: 1 + kept]
        Session(session.state.setting, torn, HandClock(), [*torn.entries])
        assert fired(torn.entries) == whole


def test_a_pause_adds_no_time() -> None:
    """However long it lasts, in a session and over a restart."""
    clock, journal = HandClock(), MemoryJournal()
    session = Session(setting_of(DRILL), journal, clock)
    session.do(Start())
    clock.milliseconds += 2000
    session.do(Pause())
    clock.milliseconds += 3_600_000
    session.tick()
    session = Session(session.state.setting, journal, clock, journal.entries)
    clock.milliseconds += 3_600_000
    session.do(Resume())
    clock.milliseconds += 500
    session.do(Note(text="now"))

    assert session.state.exercise == 2500


def test_an_inject_that_could_not_be_recorded_was_not_given() -> None:
    """The disk is full when it is due; it is given once there is room, at its own moment."""
    clock, journal = HandClock(), Stubborn()
    session = Session(setting_of(DRILL), journal, clock)
    session.do(Start())
    clock.milliseconds += 6000
    journal.is_full = True
    for _ in range(3):
        with pytest.raises(OSError, match="full"):
            session.tick()
        with pytest.raises(OSError, match="full"):
            session.do(SetSpeed(speed=1))
    assert session.state.injects["1"].fired is None

    journal.is_full = False
    clock.milliseconds += 1000
    session.tick()
    assert fired(journal.entries) == [("1", 5000, 300), ("2", 5000, 300), ("3", 5000, 300)]
    assert [entry.n for entry in journal.entries] == [1, 2, 3, 4]


def test_time_is_recorded_though_nothing_happens() -> None:
    """At most a second of the exercise is lost in a crash."""
    clock, journal = HandClock(), MemoryJournal()
    session = Session(setting_of(DRILL), journal, clock)
    session.do(Start())
    for _ in range(16):
        clock.milliseconds += 250
        session.tick()

    ticks = [entry.exercise for entry in journal.entries if entry.event.event == "ticked"]
    assert ticks == [1000, 2000, 3000, 4000]


def test_the_clock_of_a_drill_with_people() -> None:
    """It never goes back, and labels with the local time and its offset."""
    clock = WallClock()
    moments = [clock.now() for _ in range(100)]

    assert moments == sorted(moments)
    assert datetime.fromisoformat(clock.real()).tzinfo is not None
