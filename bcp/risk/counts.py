"""How often each figure came: exact while few are different, in wider and wider bins after that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bcp.compiled.kernel.runs import merge_into

__all__ = ["MOST_BINS", "Counts"]

MOST_BINS = 4096
"""So many different figures are kept apart."""

_Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Counts:
    """Whole numbers, counted.

    Where more than `MOST_BINS` are different, numbers are counted in bins of 2, 4, 8 … : the
    narrowest that are few enough. Which those are depends on what was counted, not on the order:
    adding numbers never makes bins fewer, so any part that needed a width shows that the whole
    does. Thus two halves counted apart and merged are what one count of all would be.
    """

    bins: _Ints
    """Rising; each is a number shifted right by `shift`."""
    counts: _Ints
    shift: int = 0

    @classmethod
    def of(cls, numbers: _Ints) -> Counts:
        """Return *numbers*, counted."""
        bins, counts = np.unique(numbers, return_counts=True)
        return _narrowed(cls(bins, counts))

    def merge(self, other: Counts) -> Counts:
        """Return what is counted in both together."""
        shift = max(self.shift, other.shift)
        mine, theirs = _widened(self, shift), _widened(other, shift)
        bins, counts = _merged((mine.bins, mine.counts), (theirs.bins, theirs.counts))
        return _narrowed(Counts(bins, counts, shift))

    @property
    def total(self) -> int:
        """How many numbers were counted."""
        return int(self.counts.sum())

    def nth(self, place: int) -> int:
        """Return the number at a *place*, from 0, of all in rising order; the middle of its bin."""
        bin_ = int(self.bins[np.searchsorted(np.cumsum(self.counts), place, side="right")])
        return (bin_ << self.shift) + (1 << self.shift >> 1)

    def above(self, number: int) -> int:
        """Return how many are larger than *number*, as far as bins tell."""
        return int(self.counts[self.bins > number >> self.shift].sum())

    def steps(self) -> Iterator[tuple[int, int]]:
        """Yield each bin's middle and its count, rising."""
        for bin_, count in zip(self.bins.tolist(), self.counts.tolist(), strict=True):
            yield (bin_ << self.shift) + (1 << self.shift >> 1), count

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Counts)
            and self.shift == other.shift
            and np.array_equal(self.bins, other.bins)
            and np.array_equal(self.counts, other.counts)
        )

    __hash__ = None  # type: ignore[assignment]


def _narrowed(held: Counts) -> Counts:
    """Return *held* in the narrowest bins that are few enough."""
    while len(held.bins) > MOST_BINS:
        held = _widened(held, held.shift + 1)
    return held


def _widened(held: Counts, shift: int) -> Counts:
    """Return *held* in bins of two to the power of *shift*."""
    if shift == held.shift:
        return held
    bins = held.bins >> shift - held.shift
    starts = np.flatnonzero(np.diff(bins, prepend=bins[:1] - 1))
    return Counts(bins[starts], np.add.reduceat(held.counts, starts), shift)


def _merged(a: tuple[_Ints, _Ints], b: tuple[_Ints, _Ints]) -> tuple[_Ints, _Ints]:
    bins = np.empty(len(a[0]) + len(b[0]), np.int64)
    counts = np.empty_like(bins)
    made = merge_into(*a, *b, bins, counts)
    return bins[:made].copy(), counts[:made].copy()
