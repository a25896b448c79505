"""The time axis of a drill: as long as people spent on it, leaps of the clock folded up."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from bcp.drill.live.state import DrillState
from bcp.units import DAY, HOUR, MINUTE

__all__ = ["Axis", "axis_of"]

_STEPS = (
    *(n * MINUTE for n in (1, 5, 10, 15, 30)),
    *(n * HOUR for n in (1, 2, 6, 12)),
    *(n * DAY for n in (1, 2, 7)),
)
_TICKS = 9
"""How many labels the whole axis has, roughly."""
_LEAP = 0.05
"""How much of the axis a leap takes."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Where moments lie.

    Examples
    --------
    >>> axis = Axis(((0, 0.0), (HOUR, 0.9), (DAY, 1.0)), (False, True))
    >>> axis.place(0), axis.place(30 * MINUTE), axis.place(DAY), axis.place(2 * DAY)
    (0.0, 0.45, 1.0, 1.0)
    """

    knots: tuple[tuple[int, float], ...]
    """Moments in seconds since the incident and their places, both rising, from 0 to 1."""
    leaps: tuple[bool, ...]
    """Of each stretch between two knots, whether the clock leapt over it."""

    @property
    def end(self) -> int:
        """The last moment on the axis."""
        return self.knots[-1][0]

    def covers(self, seconds: int) -> bool:
        """Return whether a moment lies on the axis."""
        return 0 <= seconds <= self.end

    def place(self, seconds: int) -> float:
        """Return the place of a moment; beyond either end, that end."""
        moments = [moment for moment, _ in self.knots]
        after = bisect_right(moments, seconds)
        if after in (0, len(moments)):
            return self.knots[0 if after == 0 else -1][1]
        (start, low), (end, high) = self.knots[after - 1], self.knots[after]
        return low + (seconds - start) / (end - start) * (high - low)

    def folded(self) -> tuple[tuple[int, int], ...]:
        """Return what the clock leapt over."""
        pairs = zip(pairwise(self.knots), self.leaps, strict=True)
        return tuple((start, end) for ((start, _), (end, _)), is_leap in pairs if is_leap)

    def ticks(self) -> tuple[int, ...]:
        """Return the moments to label: the ends of stretches, and round ones inside."""
        found = {moment for moment, _ in self.knots}
        pairs = zip(pairwise(self.knots), self.leaps, strict=True)
        for ((start, low), (end, high)), is_leap in pairs:
            room = _TICKS * (high - low)
            steps = (step for step in _STEPS if (end - start) / step <= room)
            step = next(steps, None)
            if not is_leap and step is not None:
                found.update(range((start // step + 1) * step, end, step))
        return tuple(sorted(found))


def axis_of(state: DrillState) -> Axis:
    """Return the axis from the incident to where *state* stands."""
    stretches: list[tuple[int, float, bool]] = []
    now, total = 0, max(state.exercise, 1)
    ends = [*(anchor.exercise for anchor in state.anchors[1:]), state.exercise]
    for anchor, end in zip(state.anchors, ends, strict=True):
        if anchor.scenario > now:
            stretches.append((anchor.scenario, _LEAP, True))
        last = min(max(anchor.scenario_at(end), anchor.scenario), state.scenario)
        now = max(last, anchor.scenario, now)
        if last > anchor.scenario:
            stretches.append((last, (end - anchor.exercise) / total, False))
    if not stretches or now < state.scenario:
        stretches.append((max(state.scenario, now + 1), _LEAP, True))
    return _placed(stretches)


def _placed(stretches: list[tuple[int, float, bool]]) -> Axis:
    whole = sum(weight for _, weight, _ in stretches)
    knots, place = [(0, 0.0)], 0.0
    for end, weight, _ in stretches:
        place += weight / whole
        knots.append((end, min(place, 1.0)))
    knots[-1] = (knots[-1][0], 1.0)
    return Axis(tuple(knots), tuple(is_leap for *_, is_leap in stretches))
