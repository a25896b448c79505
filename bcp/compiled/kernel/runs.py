"""Kernel: run after run of a case, each drawn, ordered and played, and what is kept of them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bcp.compiled.jit import inlined, jit
from bcp.compiled.kernel import columns as c
from bcp.compiled.kernel.arrays import DrawArrays, Figures, Ints, OrderArrays, Tables
from bcp.compiled.kernel.order import order_into
from bcp.compiled.kernel.play import loss_float, play_into
from bcp.compiled.kernel.room import Room
from bcp.compiled.kernel.sampling import PART_BITS, Chances, Luck, sample_into

__all__ = ["MOST_TICKS", "SHARES", "TICKS", "Factors", "Kept", "Sums", "merge_into", "play_runs"]

TICKS = 1_000_000
"""Into how many parts a weighted hour of loss is cut where runs are counted."""
MOST_TICKS = 1 << 50
"""A loss beyond counts as this: more than 10**9 weighted hours."""
SHARES = 200
"""Into how many steps the share of all functions, by weight, that is there is cut."""

# What is summed up of a factor x and the loss L, over the runs in which it was drawn. A sum of
# losses is kept in two halves of 32 bits, which no number of runs makes overflow.
DRAWN, X, XX, LOSS, LOSS_LOW, XLOSS, XLOSS_LOW = range(7)
_HALF = (1 << 32) - 1


class Factors(NamedTuple):
    """Which row of sums each uncertain thing has. Shared by every thread; never changed."""

    strike: Ints
    """By strike: its row, -1: it is certain, or stands for the same draw as one before."""
    work: Ints
    """By place in ``chances.uncertain``."""
    team: Ints
    """By team; -1: it is certain."""


class Kept(NamedTuple):
    """What is kept of each run, by run."""

    loss: Ints
    """In ticks."""
    down: NDArray[np.int64]
    """By function, in seconds."""
    back: NDArray[np.int64]


class Sums(NamedTuple):
    """What is summed up over runs."""

    band: NDArray[np.int64]
    """By moment of the grid and step of the share of functions that is there: in how many runs."""
    factor: NDArray[np.int64]
    """By factor: ``DRAWN`` and so on."""
    seen: Ints
    """By place in ``chances.uncertain``: in which run it was last counted, from 1."""


@jit
def play_runs(
    tables: Tables,
    chances: Chances,
    factors: Factors,
    seed: np.uint64,
    first: int,
    rule: int,
    draw: DrawArrays,
    luck: Luck,
    order: OrderArrays,
    room: Room,
    figures: Figures,
    kept: Kept,
    sums: Sums,
) -> None:
    """Play as many runs as *kept* has room for, from the run *first* on."""
    for row in range(len(kept.loss)):
        sample_into(chances, seed, first + row, draw, luck, tables.step_from)
        order_into(tables, draw, rule, order, room)
        play_into(tables, draw, order, room, figures)
        loss = int(min(loss_float(tables, figures) * TICKS + 0.5, float(MOST_TICKS)))
        kept.loss[row] = loss
        for function in range(len(figures.down)):
            kept.down[row, function] = figures.down[function]
            kept.back[row, function] = figures.back[function]
        _count_band(tables, figures, sums)
        _count_factors(chances, factors, draw, luck, loss, row + 1, sums)


@inlined
def _count_band(tables: Tables, figures: Figures, sums: Sums) -> None:
    full = 0
    for function in range(len(tables.functions)):
        full += tables.functions[function, c.F_COUNTS] * tables.unit
    for moment in range(len(figures.there)):
        step = figures.there[moment] * SHARES // full if full > 0 else SHARES
        sums.band[moment, step] += 1


@inlined
def _count_factors(
    chances: Chances,
    factors: Factors,
    draw: DrawArrays,
    luck: Luck,
    loss: int,
    run: int,
    sums: Sums,
) -> None:
    for strike in range(len(draw.hit)):
        if not draw.hit[strike]:
            continue
        if factors.strike[strike] >= 0:
            _count(sums, factors.strike[strike], 1, loss)
        for place in range(chances.strike_works[strike, 0], chances.strike_works[strike, 1]):
            if sums.seen[place] == run:
                continue
            sums.seen[place] = run
            work = chances.uncertain[place]
            beyond = draw.duration[work] - chances.low[work]
            _count(sums, factors.work[place], (beyond << PART_BITS) // chances.span[work], loss)
    for team in range(len(luck.team)):
        if factors.team[team] >= 0 and luck.team[team] >= 0:
            _count(sums, factors.team[team], luck.team[team], loss)


@inlined
def _count(sums: Sums, row: int, x: int, loss: int) -> None:
    held = sums.factor[row]
    held[DRAWN] += 1
    held[X] += x
    held[XX] += x * x
    held[LOSS] += loss >> 32
    held[LOSS_LOW] += loss & _HALF
    held[XLOSS] += (x * loss) >> 32
    held[XLOSS_LOW] += (x * loss) & _HALF


@jit
def merge_into(
    a: Ints, a_counts: Ints, b: Ints, b_counts: Ints, out: Ints, out_counts: Ints
) -> int:
    """Merge two rising lists of numbers, each counted; return how many different ones there are."""
    i, j, made = 0, 0, 0
    while i < len(a) or j < len(b):
        takes_a = j == len(b) or (i < len(a) and a[i] <= b[j])
        value = a[i] if takes_a else b[j]
        count = a_counts[i] if takes_a else b_counts[j]
        i, j = (i + 1, j) if takes_a else (i, j + 1)
        if made > 0 and out[made - 1] == value:
            out_counts[made - 1] += count
        else:
            out[made], out_counts[made] = value, count
            made += 1
    return made
