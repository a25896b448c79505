"""Runs in blocks: the pieces of work that one machine or many do, in any order.

What a block gives depends on its job and its number alone. Runs are numbered from 0; what chance
decides for a run depends on the seed, its number and the names of what is uncertain
(:mod:`bcp.chance.dice`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from threading import Lock
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from bcp.compiled.kernel.runs import SHARES, TICKS, Factors, Kept, Sums, play_runs
from bcp.compiled.play import RULES, blank_figures, blank_order, new_room
from bcp.compiled.sampling import Sampler, sampler_of
from bcp.compiled.tables import Compiled, compile_chances
from bcp.graph.network import build_network
from bcp.inventory.models import Inventory
from bcp.risk.counts import Counts
from bcp.risk.factors import factors_of
from bcp.risk.grid import grid_of
from bcp.risk.tally import FunctionSums, Tally
from bcp.scenario.models import Scenario

__all__ = [
    "BLOCK",
    "TICKS",
    "Executor",
    "Job",
    "Prepared",
    "Runs",
    "blocks_of",
    "in_turn",
    "losses",
    "prepared",
    "run_block",
    "runs_of",
]

BLOCK = 1000
"""Runs in a block; the last one of a job may have fewer."""


@dataclass(frozen=True, eq=False)
class Job:
    """A scenario on an inventory, to be played many times. Small, and the same on any machine."""

    inventory: Inventory
    scenario: Scenario
    strategy: str = "slack"
    """A rule: it makes the order anew in each run, for what that run damages."""
    seed: int = 0
    """From 0 to below 2**64."""
    runs: int | None = None
    """How many runs there are at most; None: as many as are asked for."""


Executor = Callable[[Job, Iterable[int]], Iterator[Tally]]
"""Does the blocks of these numbers, and yields the tally of each as it is done."""


@dataclass(frozen=True, eq=False)
class Prepared:
    """What is made once of a job for all of its blocks."""

    compiled: Compiled
    sampler: Sampler
    factors: Factors
    rows: int
    """How many rows of sums the factors have."""
    rule: int
    rto: NDArray[np.int64]
    mtpd: NDArray[np.int64]
    """By function, in seconds; -1: none."""


class Runs(NamedTuple):
    """Figures of single runs."""

    loss: NDArray[np.float64]
    """By run, in weighted hours."""
    downtime: NDArray[np.int64]
    """By run and function, in seconds."""
    restored: NDArray[np.int64]
    """By run and function: when it was restored; 0: it was never down, -1: not in time."""


_PREPARED: WeakKeyDictionary[Job, Prepared] = WeakKeyDictionary()
_LOCK = Lock()


def prepared(job: Job) -> Prepared:
    """Return *job* compiled; done once for each job.

    Raises
    ------
    KeyError
        If the strategy is no rule.
    """
    with _LOCK:
        if job not in _PREPARED:
            _PREPARED[job] = _prepare(job)
        return _PREPARED[job]


def _prepare(job: Job) -> Prepared:
    rule = RULES[job.strategy]
    head, functions = job.scenario.scenario, job.inventory.functions
    compiled = compile_chances(build_network(job.inventory), job.scenario, grid_of(head.horizon))
    sampler = sampler_of(compiled)
    rows, factors = factors_of(sampler)
    mtpd = [-1 if f.mtpd is None else f.mtpd.at(head.severity) for f in functions]
    return Prepared(
        compiled,
        sampler,
        factors,
        len(rows),
        rule,
        np.array([f.rto_at(head.severity, head.day) for f in functions], np.int64),
        np.array(mtpd, np.int64),
    )


def blocks_of(runs: int) -> int:
    """Return how many blocks so many runs are."""
    return -(-runs // BLOCK)


def run_block(job: Job, number: int) -> Tally:
    """Return what comes of the runs of a block.

    Raises
    ------
    ValueError
        If the job has no such block.
    """
    first = number * BLOCK
    count = BLOCK if job.runs is None else min(BLOCK, job.runs - first)
    if number < 0 or count <= 0:
        raise ValueError(number)
    held = prepared(job)
    kept, sums = _play(job, held, first, count)
    ticks = kept.loss.tolist()
    rto_met, mtpd_met = _met(held, kept)
    return Tally(
        runs=count,
        loss=sum(ticks),
        loss_squares=sum(loss * loss for loss in ticks),
        losses=Counts.of(kept.loss),
        all_rto_met=int(rto_met.all(axis=1).sum()),
        all_mtpd_met=int((mtpd_met | (held.mtpd < 0)).all(axis=1).sum()),
        functions=_function_sums(kept, rto_met, mtpd_met),
        downtimes=tuple(Counts.of(column) for column in np.ascontiguousarray(kept.down.T)),
        band=sums.band,
        factors=sums.factor,
    )


def in_turn(job: Job, numbers: Iterable[int]) -> Iterator[Tally]:
    """Do blocks one after another, here; an :data:`Executor`."""
    return (run_block(job, number) for number in numbers)


def runs_of(job: Job, first: int, count: int) -> Runs:
    """Return the figures of *count* runs from number *first* on; the job's limit does not count."""
    kept, _ = _play(job, prepared(job), first, count)
    return Runs(kept.loss / TICKS, kept.down, kept.back)


def losses(job: Job, first: int, count: int) -> NDArray[np.float64]:
    """Return the loss of *count* runs from number *first* on, in weighted hours."""
    return runs_of(job, first, count).loss


def _play(job: Job, held: Prepared, first: int, count: int) -> tuple[Kept, Sums]:
    compiled, sampler = held.compiled, held.sampler
    functions = len(compiled.functions)
    kept = Kept(
        np.zeros(count, np.int64),
        np.zeros((count, functions), np.int64),
        np.zeros((count, functions), np.int64),
    )
    sums = Sums(
        np.zeros((len(compiled.tables.grid), SHARES + 1), np.int64),
        np.zeros((held.rows, 7), np.int64),
        np.zeros(max(1, len(sampler.uncertain)), np.int64),
    )
    draw, luck = sampler.blank()
    order, room, figures = blank_order(compiled), new_room(compiled.tables), blank_figures(compiled)
    play_runs(
        compiled.tables,
        sampler.chances,
        held.factors,
        np.uint64(job.seed),
        first,
        held.rule,
        draw,
        luck,
        order,
        room,
        figures,
        kept,
        sums,
    )
    return kept, sums


def _met(held: Prepared, kept: Kept) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return whether RTO and MTPD were met, by run and function."""
    is_back = kept.back >= 0
    return is_back & (kept.down <= held.rto), is_back & (kept.down <= held.mtpd)


def _function_sums(
    kept: Kept, rto_met: NDArray[np.bool_], mtpd_met: NDArray[np.bool_]
) -> FunctionSums:
    squares = kept.down * kept.down
    return FunctionSums(
        down=_per_function(kept.down > 0),
        rto_met=_per_function(rto_met),
        mtpd_met=_per_function(mtpd_met),
        lost=_per_function(kept.back < 0),
        seconds=_per_function(kept.down),
        squares=_per_function(squares >> 32),
        squares_low=_per_function(squares & 0xFFFFFFFF),
    )


def _per_function(table: NDArray[Any]) -> NDArray[np.int64]:
    found: NDArray[np.int64] = table.sum(axis=0, dtype=np.int64)
    return found
