"""What is counted over runs: whole numbers only, so that it adds up to the same in any order."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from bcp.risk.counts import Counts

__all__ = ["FunctionSums", "Tally"]

_Ints = NDArray[np.int64]
_HALF = (1 << 32) - 1


@dataclass(frozen=True, eq=False)
class FunctionSums:
    """Of each function, in how many runs something came of it."""

    down: _Ints
    """It was down at all."""
    rto_met: _Ints
    mtpd_met: _Ints
    """0 where it has no MTPD."""
    lost: _Ints
    """It was not restored within the horizon."""
    seconds: _Ints
    """Its downtimes, summed up."""
    squares: _Ints
    """Their squares, summed up: what is above 32 bits …"""
    squares_low: _Ints
    """… and what is below."""

    def square_of(self, function: int) -> int:
        """Return the sum of the squares of the downtimes of a function."""
        return (int(self.squares[function]) << 32) + int(self.squares_low[function])


@dataclass(frozen=True, eq=False)
class Tally:
    """What came of some runs. Merging is exact, and in whichever order the same to the bit."""

    runs: int
    loss: int
    """In ticks (``bcp.risk.blocks.TICKS`` an hour), summed up."""
    loss_squares: int
    losses: Counts
    """In ticks."""
    all_rto_met: int
    """In how many runs every function met its RTO …"""
    all_mtpd_met: int
    """… and its MTPD, where it has one."""
    functions: FunctionSums
    downtimes: tuple[Counts, ...]
    """By function, in seconds."""
    band: _Ints
    """By moment of the grid and step of the share of functions that is there: in how many runs."""
    factors: _Ints
    """By factor, what was summed up of it and of the loss (``bcp.compiled.kernel.runs``)."""

    def merge(self, other: Tally) -> Tally:
        """Return what came of the runs of both."""
        return Tally(
            runs=self.runs + other.runs,
            loss=self.loss + other.loss,
            loss_squares=self.loss_squares + other.loss_squares,
            losses=self.losses.merge(other.losses),
            all_rto_met=self.all_rto_met + other.all_rto_met,
            all_mtpd_met=self.all_mtpd_met + other.all_mtpd_met,
            functions=_added(self.functions, other.functions),
            downtimes=tuple(
                mine.merge(theirs)
                for mine, theirs in zip(self.downtimes, other.downtimes, strict=True)
            ),
            band=self.band + other.band,
            factors=self.factors + other.factors,
        )

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Tally)
            and self._plain() == other._plain()
            and all(np.array_equal(a, b) for a, b in zip(*map(_arrays, (self, other)), strict=True))
        )

    __hash__ = None  # type: ignore[assignment]

    def _plain(self) -> tuple[object, ...]:
        met = self.all_rto_met, self.all_mtpd_met
        return (self.runs, self.loss, self.loss_squares, self.losses, met, self.downtimes)


def _added(a: FunctionSums, b: FunctionSums) -> FunctionSums:
    return FunctionSums(*(getattr(a, f.name) + getattr(b, f.name) for f in fields(a)))


def _arrays(tally: Tally) -> list[_Ints]:
    sums = tally.functions
    return [getattr(sums, f.name) for f in fields(sums)] + [tally.band, tally.factors]
