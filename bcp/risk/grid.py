"""The moments at which the restoration band is taken."""

from __future__ import annotations

from bcp.units import HOUR, MINUTE

__all__ = ["grid_of"]

_STEPS = (
    (2 * HOUR, 10 * MINUTE),
    (6 * HOUR, 30 * MINUTE),
    (24 * HOUR, HOUR),
    (3 * 24 * HOUR, 3 * HOUR),
    (7 * 24 * HOUR, 6 * HOUR),
    (30 * 24 * HOUR, 24 * HOUR),
    (90 * 24 * HOUR, 3 * 24 * HOUR),
)
"""Until when, and how far apart: as people look at a recovery, the first hours closely."""
_REST = 40
"""What lies beyond is cut into so many steps."""


def grid_of(horizon: int) -> tuple[int, ...]:
    """Return moments in seconds from 0 to before *horizon*, rising."""
    found, now = [0], 0
    for until, step in _STEPS:
        found += range(now + step, until + 1, step)
        now = until
    if now < horizon:
        step = max(1, -((now - horizon) // _REST))
        found += range(now + step, horizon, step)
    return tuple(moment for moment in found if moment < horizon)
