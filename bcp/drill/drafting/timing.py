"""The clock of a draft: dead times are leapt over, the rest fits into the planned length."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bcp.drill.drafting.ground import Ground
from bcp.drill.file.models import Clock, Jump
from bcp.units import HOUR, MINUTE

__all__ = ["Timetable", "timetable_of"]

_SPEEDS = (1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120)
"""Faster than this nobody can follow: what does not fit then is left out."""
_KEEP = 6 * MINUTE
"""So long goes on what has happened, by the exercise clock, before the clock leaps."""
_LEAD = MINUTE
"""So long before the next thing that happens the leap ends, by the exercise clock."""
_FIRST = 6
"""At the beginning most is told: the first leap comes after this part of the drill at least."""
_ENDING = 10 * MINUTE
"""What the exercise clock leaves for the hot wash."""
_TASKS = 15
"""So many tasks at least are begun within the drill by the plan, if there are so many."""
_PARTS = 8
"""A task of middling length takes this part of the drill at most."""
_REST = 10
"""What comes after the last thing that happens is at most this part of the drill."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time of the scenario between two leaps."""

    start: int
    """Seconds since the incident."""
    end: int
    exercise: int
    """Seconds of the exercise clock at its start."""


@dataclass(frozen=True)
class Timetable:
    """How the scenario's clock runs in a draft."""

    speed: int
    stretches: tuple[Stretch, ...]
    length: int
    """Seconds of the exercise clock."""

    @property
    def clock(self) -> Clock:
        """The clock as the file has it."""
        held = self.stretches
        jumps = tuple(Jump(at=a.end, to=b.start) for a, b in pairwise(held))
        return Clock(
            starts=held[0].start,
            speed=self.speed,
            jumps=jumps,
            tasks="by-hand" if self.speed == 1 else "planned",
        )

    @property
    def end(self) -> int:
        """The last second of the scenario that is played."""
        return self.stretches[-1].end

    def stretch(self, second: int) -> Stretch:
        """Return the stretch that *second* of the scenario lies in, or the one before it."""
        starts = [held.start for held in self.stretches]
        return self.stretches[max(0, bisect_right(starts, second) - 1)]

    def exercise(self, second: int) -> int:
        """Return the exercise clock at *second* of the scenario."""
        held = self.stretch(second)
        return held.exercise + (min(second, held.end) - held.start) // self.speed

    def scenario(self, exercise: int) -> int:
        """Return the scenario's clock when the exercise clock shows *exercise* seconds."""
        before = [held for held in self.stretches if held.exercise <= exercise]
        held = before[-1]
        return min(held.end, held.start + (exercise - held.exercise) * self.speed)


def timetable_of(ground: Ground) -> Timetable:
    """Return a clock under which what is worth playing fits into the length that is wanted.

    The slowest of a few round speeds is taken at which it fits once dead times are leapt over:
    times in which, by the plan, nothing stops, comes back or is begun.
    """
    length = max(ground.wish.length - min(_ENDING, ground.wish.length // 10), MINUTE)
    moments = _moments(ground)
    slowest = _slowest(ground, length)
    fitting = (s for s in _SPEEDS if s >= slowest and _fits(_spans(moments, s, length), s, length))
    speed = next(fitting, _SPEEDS[-1])
    stretches: list[Stretch] = []
    left = length
    for start, wanted in _spans(moments, speed, length):
        if left <= 0:
            break
        end = min(wanted, start + left * speed)
        stretches.append(Stretch(start, end, length - left))
        left -= -(-(end - start) // speed)
    last = stretches.pop()
    rest = min(left, length // _REST) * speed
    end = max(last.start + 1, min(last.end + rest, ground.case.horizon - 1))
    played = last.exercise + (end - last.start) // speed
    return Timetable(speed, (*stretches, Stretch(last.start, end, last.exercise)), played)


def _moments(ground: Ground) -> list[int]:
    """Return when something stops, comes back or is begun by the plan."""
    aims = [ground.outcome(f).restored or 0 for f in ground.aims]
    starts = [done.start for done in ground.result.tasks]
    end = min(max([*aims, *starts[:_TASKS], HOUR]), ground.case.horizon - 1)
    downs = [down for held in ground.result.functions.values() for down in held.down]
    found = {0, end, *starts, *(a for a, _ in downs), *(b for _, b in downs if b is not None)}
    return sorted(moment for moment in found if moment <= end)


def _slowest(ground: Ground, length: int) -> float:
    """Return the speed at which a task of middling length does not drag on."""
    lengths = sorted(done.finish - done.start for done in ground.result.tasks[:_TASKS])
    return lengths[len(lengths) // 2] * _PARTS / length if lengths else 1


def _spans(moments: Sequence[int], speed: int, length: int) -> list[tuple[int, int]]:
    """Return the times that are played at *speed*, dead times left out."""
    keep, lead = _KEEP * speed, _LEAD * speed
    spans = [(moments[0], moments[0] + max(keep, length // _FIRST * speed))]
    for moment in moments[1:]:
        start, end = spans[-1]
        if moment - lead - end >= max(HOUR, keep):
            spans.append((moment - lead, moment + keep))
        else:
            spans[-1] = (start, max(end, moment + keep))
    return spans


def _fits(spans: Iterable[tuple[int, int]], speed: int, length: int) -> bool:
    return sum(end - start for start, end in spans) <= length * speed
