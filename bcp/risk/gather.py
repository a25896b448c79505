"""Runs of a job until there are enough: as many as were asked for, or as a precision needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bcp.risk.blocks import TICKS, Executor, Job, blocks_of, in_turn
from bcp.risk.interval import Estimate, mean_of, share_of
from bcp.risk.tally import Tally

__all__ = ["Point", "Reached", "gather", "loss_mean", "precision_of"]


@dataclass(frozen=True, slots=True)
class Point:
    """How sure the figures were after so many runs."""

    runs: int
    loss: Estimate
    """The mean, in weighted hours."""
    widest: float
    """Half the interval of the chance of an RTO that is least sure."""


@dataclass(frozen=True, slots=True)
class Reached:
    """How far the runs of a job are."""

    tally: Tally
    points: tuple[Point, ...]
    """After how many runs it was looked how sure the figures are."""
    is_done: bool
    """Whether no more runs are to come."""
    is_precise: bool | None = None
    """Whether the precision asked for is reached; None: none was."""


def gather(
    job: Job, runs: int, precision: float | None = None, executor: Executor = in_turn
) -> Iterator[Reached]:
    """Do the runs of *job*, and yield how far they are after each block.

    How sure the figures are is looked at after 1, 2, 3, 4, 6, 8, 12 … thousand runs, numbers that
    do not depend on who does them: so a precision is reached at the same run everywhere.

    Parameters
    ----------
    job
        What is to be run; it stops at *runs* itself.
    runs
        How many at most.
    precision
        Stop when half the 95 % interval of the chance of every RTO is at most this, and that of
        the mean loss at most this part of it.
    executor
        Who does the blocks.
    """
    tally: Tally | None = None
    points: tuple[Point, ...] = ()
    done, blocks = 0, blocks_of(runs)
    for until in _looks(blocks):
        for part in executor(job, range(done, until)):
            tally = part if tally is None else tally.merge(part)
            yield Reached(tally, points, is_done=False)
        assert tally is not None
        done, points = until, (*points, _point(tally))
        is_precise = None if precision is None else precision_of(points[-1]) <= precision
        if is_precise or until == blocks:
            yield Reached(tally, points, is_done=True, is_precise=is_precise)
            return


def _looks(blocks: int) -> Iterator[int]:
    """Yield after how many blocks to look: 1, 2, 3, 4, 6, 8, 12 … and at the end."""
    step = 1
    while step < blocks:
        yield step
        if step > 1 and step * 3 // 2 < blocks:
            yield step * 3 // 2
        step *= 2
    yield blocks


def _point(tally: Tally) -> Point:
    widest = max((share_of(int(k), tally.runs).half for k in tally.functions.rto_met), default=0.0)
    return Point(tally.runs, loss_mean(tally), widest)


def loss_mean(tally: Tally) -> Estimate:
    """Return the mean loss in weighted hours."""
    mean = mean_of(tally.loss, tally.loss_squares, tally.runs)
    return Estimate(mean.value / TICKS, mean.low / TICKS, mean.high / TICKS)


def precision_of(point: Point) -> float:
    """Return which precision is reached at a point: the worse of chances and mean loss."""
    mean = point.loss
    return max(point.widest, mean.half / mean.value if mean.value else 0.0)
