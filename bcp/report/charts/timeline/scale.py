"""The time axis: bands of equal width, linear inside, so that hours and weeks fit on one page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from bcp.units import DAY, HOUR, MINUTE, MONTH, WEEK

_STEPS = (
    MINUTE,
    5 * MINUTE,
    15 * MINUTE,
    30 * MINUTE,
    HOUR,
    2 * HOUR,
    6 * HOUR,
    12 * HOUR,
    DAY,
    2 * DAY,
    WEEK,
    2 * WEEK,
    MONTH,
    3 * MONTH,
    12 * MONTH,
)
_PARTS = 4
"""Into how many parts at most the ticks divide a band, roughly."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Where moments lie along the axis.

    Examples
    --------
    >>> scale = Scale((0, 3 * HOUR, DAY))
    >>> scale.place(0), scale.place(3 * HOUR), scale.place(DAY)
    (0.0, 0.5, 1.0)
    """

    edges: tuple[int, ...]
    """The ends of the bands in seconds since the incident, from 0 on, rising."""

    def place(self, seconds: int) -> float:
        """Return the position of a moment: 0 is the incident, 1 the end; beyond it, 1."""
        bands = len(self.edges) - 1
        band = bisect_right(self.edges, seconds) - 1
        if band >= bands:
            return 1.0
        start, end = self.edges[band], self.edges[band + 1]
        return (band + (seconds - start) / (end - start)) / bands

    def covers(self, seconds: int) -> bool:
        """Return whether a moment lies on the axis, its end included."""
        return 0 <= seconds <= self.edges[-1]

    def steps(self) -> tuple[int, ...]:
        """Return the time between two ticks in each band, in seconds."""
        return tuple(
            next((step for step in _STEPS if (end - start) / step <= _PARTS), _STEPS[-1])
            for start, end in pairwise(self.edges)
        )

    def ticks(self) -> tuple[int, ...]:
        """Return round moments inside the bands, for the eye to see that these are linear."""
        found: list[int] = []
        for (start, end), step in zip(pairwise(self.edges), self.steps(), strict=True):
            found += range((start // step + 1) * step, end, step)
        return tuple(found)


def scale_to(moments: Iterable[int], tiers: Iterable[int], horizon: int) -> Scale:
    """Return the scale that shows *moments*: bands by *tiers*, one more than needed for a margin.

    Parameters
    ----------
    moments
        What has to be seen, in seconds since the incident.
    tiers
        The ends of the bands that the organisation thinks in, in seconds.
    horizon
        Where the axis ends at the latest, in seconds.
    """
    wanted = max(moments, default=0)
    ends = [*sorted({tier for tier in tiers if 0 < tier < horizon}), horizon]
    last = next(place for place, end in enumerate(ends) if end >= wanted or end == horizon)
    return Scale((0, *ends[: last + 2]))
