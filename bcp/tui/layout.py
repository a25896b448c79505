"""Which lists are seen together in how much room; nothing of how they look."""

from __future__ import annotations

from typing import Literal

__all__ = ["ROOMS", "Arrangement", "arrangement", "seen"]

Arrangement = Literal["one", "two", "three"]
"""One list at a time; two beside each other; three columns with everything."""

ROOMS = ("functions", "tasks", "injects", "log", "components", "teams", "review")
"""The lists, in the order of their numbers."""

_SIDE = ("teams", "review")
"""With two columns one of these is seen, the one that was used last."""


def arrangement(width: int, height: int) -> Arrangement:
    """Return how lists are arranged in so many cells."""
    if width >= 150 and height >= 36:  # noqa: PLR2004 (three lists of 50 cells, five of 6 lines)
        return "three"
    if width >= 100 and height >= 28:  # noqa: PLR2004 (two lists of 50 cells, three of 7 lines)
        return "two"
    return "one"


def seen(shape: Arrangement, current: str, side: str, empty: frozenset[str]) -> tuple[str, ...]:
    """Return the lists to be seen.

    Parameters
    ----------
    shape
        How they are arranged.
    current
        The list that is used; always seen.
    side
        The one of the least used lists that was used last.
    empty
        Those that have nothing to show and are not to take room.
    """
    if shape == "one":
        return (current,)
    hidden = set(empty)
    if shape == "two":
        wanted = current if current in _SIDE else side
        if wanted in empty:
            wanted = next((room for room in _SIDE if room not in empty), wanted)
        hidden |= {room for room in _SIDE if room != wanted}
    return tuple(room for room in ROOMS if room not in hidden or room == current)
