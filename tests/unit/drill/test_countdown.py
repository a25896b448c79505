"""How long it still is until an inject, by the clock on the wall."""

from __future__ import annotations

from tests.support.drills import hall

DRILL = """
clock:
  speed: 60
  jumps: [{at: 1h, to: 5h}, {at: 6h, to: 20h}]
injects:
- {no: before, at: 30m, text: a}
- {no: inside, at: 3h, text: a}
- {no: between, at: 5h30m, text: a}
- {no: after, at: 21h, text: a}
"""


def countdowns(length: str) -> dict[str, int | None]:
    held = hall(DRILL)
    held.wait(length)
    return {row.no: row.countdown for row in held.board.injects}


def test_every_leap_on_the_way_is_left_out() -> None:
    """At ×60 an hour is a minute; of the leaps only what is played before them counts."""
    assert countdowns("10s") == {"before": 20, "inside": 50, "between": 80, "after": 170}


def test_leaps_that_are_over_no_longer_count() -> None:
    """After the first leap only the second is still on the way."""
    assert countdowns("70s") == {"before": None, "inside": None, "between": 20, "after": 110}
