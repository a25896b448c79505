"""When an inject is due."""

from __future__ import annotations

import pytest

from bcp.drill.file.models import Clock, Inject
from bcp.drill.file.moments import due_of, planned_end
from bcp.scenario.models import Head
from bcp.units import DAY, HOUR, MINUTE
from tests.support.drill_files import drill_in

NIGHT = Head.model_validate({"id": "a", "starts": "2026-11-23T22:00:30"})


@pytest.mark.parametrize(
    ("at", "starts", "due"),
    [
        ("1h30m", 0, 90 * MINUTE),
        ("1h", 2 * HOUR, HOUR),  # before the start: it fires in passing
        ("23:00", 0, HOUR - 30),
        ("01:00", 0, 3 * HOUR - 30),
        ("22:00", 0, DAY - 30),  # half a minute too late today
        ("23:00", HOUR - 30, HOUR - 30),  # at the start itself
        ("23:00", HOUR, DAY + HOUR - 30),
        ("2026-11-24T00:00:30", 0, 2 * HOUR),
        ("2026-11-24T00:00:30", 5 * DAY, 2 * HOUR),
        ("2026-11-23T22:00", 0, -30),
    ],
)
def test_due(at: str, starts: int, due: int) -> None:
    """A duration is itself, a time of day the next such one from the start, a date that moment."""
    inject = Inject.model_validate({"no": "1", "text": "a", "at": at})

    assert due_of(inject, NIGHT, Clock(starts=starts)) == due


@pytest.mark.parametrize("at", ["23:00", "2026-11-24T00:00"])
def test_no_date_no_time_of_day(at: str) -> None:
    """Without the date of the incident the local clock says nothing."""
    inject = Inject.model_validate({"no": "1", "text": "a", "at": at})

    assert due_of(inject, Head(id="a"), Clock()) is None


def test_bench_is_never_due() -> None:
    """An inject without a time has none."""
    assert due_of(Inject(no="1", text="a"), NIGHT, Clock()) is None


@pytest.mark.parametrize(
    ("clock", "end"),
    [
        ("{}", HOUR),
        ("{starts: 2h, speed: 3}", 5 * HOUR),
        ("{jumps: [{at: 30m, to: 10h}]}", 10 * HOUR + 30 * MINUTE),
        ("{jumps: [{at: 1h, to: 10h}, {at: 10h, to: 11h}]}", 11 * HOUR),  # both at the very end
        ("{jumps: [{at: 2h, to: 10h}]}", HOUR),  # never reached
        ("{speed: 4, jumps: [{at: 1h, to: 2h}, {at: 3h, to: 4h}]}", 6 * HOUR),
    ],
)
def test_planned_end(clock: str, end: int) -> None:
    """The end is as far as the clock gets in the planned length, leaps taking no time."""
    head = "drill: {id: a, kind: tabletop, scenario: b, length: 1h}\n"

    assert planned_end(drill_in(f"{head}clock: {clock}\n")) == end


def test_no_length_no_end() -> None:
    """Without a planned length there is no planned end."""
    assert planned_end(drill_in("drill: {id: a, kind: tabletop, scenario: b}\n")) is None
