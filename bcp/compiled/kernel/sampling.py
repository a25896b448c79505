"""Kernel: what chance decides for one run, by ``bcp.chance`` in machine code.

The dice and the quantiles are those of :mod:`bcp.chance.dice` and :mod:`bcp.chance.pert`, number
for number; tests hold one against the other.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bcp.chance.dice import BITS, ONE
from bcp.chance.pert import OCTAVES, STEP_BITS, UNIT, UNIT_BITS
from bcp.compiled.jit import inlined, jit
from bcp.compiled.kernel.arrays import DrawArrays, Ints

__all__ = ["PART", "Chances", "Luck", "quantile", "sample_into", "throw"]

Words = NDArray[np.uint64]

PART_BITS = 12
PART = 1 << PART_BITS
"""By how many parts of its range a factor is measured where drivers are looked for."""

FIXED, OWN, CALLED, PEOPLE = 0, 1, 2, 3

_MASK = np.uint64(0xFFFFFFFF)
_32 = np.uint64(32)
_M0, _M1 = np.uint64(0xD2511F53), np.uint64(0xCD9E8D57)
_W0, _W1 = np.uint64(0x9E3779B9), np.uint64(0xBB67AE85)
_DROPPED = np.uint64(64 - BITS)
_FIRST = BITS - 1 - OCTAVES


class Chances(NamedTuple):
    """What is uncertain, as arrays. Shared by every run and thread; never changed."""

    strike_at: Ints
    strike_word: Words
    strike_below: Ints
    """By strike: below which number of the dice it hits."""
    strike_works: Ints
    """By strike: where in `uncertain` the works of its component begin; and, one row on, end."""
    uncertain: Ints
    """Works whose duration is drawn."""
    low: Ints
    """By work: its shortest duration in seconds, and its range."""
    span: Ints
    shape: Ints
    """By work: which quantiles, -1: its duration is known."""
    word: Words
    quantiles: NDArray[np.int64]
    """By shape and side: the tables of ``bcp.chance.pert``."""
    mode: Ints
    """By team: FIXED, OWN, CALLED or PEOPLE."""
    person: Ints
    """By team: what one person counts in the heads of a draw."""
    late_low: Ints
    late_span: Ints
    late_shape: Ints
    """By team: how late it may be as a whole; -1: as `late_low` says."""
    late_word: Words
    base_from: Ints
    """By team: its steps, counted from the incident or from the call."""
    base_at: Ints
    base_heads: Ints
    """In parts of a person; of PEOPLE, people."""
    base_share: Ints
    """Below which number of the dice somebody is there; -1: `base_heads` says who is."""
    group_from: Ints
    """By team of PEOPLE: its groups."""
    group_size: Ints
    group_word: Words


class Luck(NamedTuple):
    """What was drawn beside the draw itself, and room to draw it in. One for each thread."""

    team: Ints
    """By team: when it came, in `PART` parts from as early to as late as it may; -1: certain."""
    at: Ints
    heads: Ints


@inlined
def throw(seed: np.uint64, run: np.uint64, word: np.uint64) -> tuple[int, int]:
    """Return the two numbers of a thing in a run (``bcp.chance.dice.throw``)."""
    a, b, c, d = run & _MASK, run >> _32, word & _MASK, word >> _32
    k, m = seed & _MASK, seed >> _32
    for _ in range(10):
        first, second = _M0 * a, _M1 * c
        a, b, c, d = (
            (second >> _32) ^ b ^ k,
            second & _MASK,
            (first >> _32) ^ d ^ m,
            first & _MASK,
        )
        k, m = (k + _W0) & _MASK, (m + _W1) & _MASK
    first, second = (a | (b << _32)) >> _DROPPED, (c | (d << _32)) >> _DROPPED
    return int(np.int64(first)), int(np.int64(second))


@jit
def quantile(side: NDArray[np.int64], number: int) -> int:
    """Return the quantile that a number stands for, in units (``bcp.chance.pert.quantile``)."""
    is_low = number < ONE // 2
    left = number if is_low else ONE - 1 - number
    table = side[0] if is_low else side[1]
    octave = OCTAVES - 1
    while octave >= 0 and left >> (_FIRST + octave) == 0:
        octave -= 1
    if octave < 0:
        knot, rest = 0, left >> (_FIRST - UNIT_BITS)
    else:
        width = octave + _FIRST - STEP_BITS
        knot = 1 + octave * (1 << STEP_BITS) + (left >> width) - (1 << STEP_BITS)
        rest = (left & ((1 << width) - 1)) >> (width - UNIT_BITS)
    found = int(table[knot] + (((table[knot + 1] - table[knot]) * rest) >> UNIT_BITS))
    return found if is_low else UNIT - found


@jit
def stretched(low: int, span: int, part: int) -> int:
    """Return the seconds at a *part* of the way, in units, from *low* on."""
    return low + ((span * part + UNIT // 2) >> UNIT_BITS)


@jit
def sample_into(
    chances: Chances, seed: np.uint64, run: int, draw: DrawArrays, luck: Luck, step_from: Ints
) -> None:
    """Draw the run *run* into *draw*; durations only of what is hit, the others mean nothing."""
    number = np.uint64(run)
    called = _strike(chances, seed, number, draw)
    for team in range(len(chances.mode)):
        mode = chances.mode[team]
        if mode == FIXED:
            continue
        late, part = 0, -1
        if mode != CALLED or called >= 0:
            late = chances.late_low[team]
            shape = chances.late_shape[team]
            if shape >= 0:
                u, _ = throw(seed, number, chances.late_word[team])
                place = quantile(chances.quantiles[shape], u)
                late = stretched(late, chances.late_span[team], place)
                part = place >> (UNIT_BITS - PART_BITS)
        if mode == PEOPLE:
            part = _gather(chances, seed, number, draw, luck, step_from, team, late)
        else:
            _bring(chances, draw, step_from, team, called if mode == CALLED else 0, late)
        luck.team[team] = part


@jit
def _strike(chances: Chances, seed: np.uint64, number: np.uint64, draw: DrawArrays) -> int:
    """Draw the hits, and how long the tasks of what is hit take; return the first hit, or -1."""
    called = -1
    before, u = np.uint64(0), -1
    for strike in range(len(chances.strike_word)):
        below = chances.strike_below[strike]
        is_hit = below == ONE
        if 0 < below < ONE:
            word = chances.strike_word[strike]
            # The components of one site often stand together; they share one number.
            if u < 0 or word != before:
                u, _ = throw(seed, number, word)
                before = word
            is_hit = u < below
        draw.hit[strike] = is_hit
        if not is_hit:
            continue
        if called < 0 or chances.strike_at[strike] < called:
            called = chances.strike_at[strike]
        for place in range(chances.strike_works[strike, 0], chances.strike_works[strike, 1]):
            work = chances.uncertain[place]
            v, _ = throw(seed, number, chances.word[work])
            part = quantile(chances.quantiles[chances.shape[work]], v)
            draw.duration[work] = stretched(chances.low[work], chances.span[work], part)
    return called


@jit
def _bring(
    chances: Chances, draw: DrawArrays, step_from: Ints, team: int, called: int, late: int
) -> None:
    """Let a team come by its steps, counted from *called* (-1: it is not), *late* after 0h."""
    draw.steps[team] = 0
    if called < 0:
        return
    first = chances.base_from[team]
    steps = chances.base_from[team + 1] - first
    draw.steps[team] = steps
    for step in range(steps):
        moment = chances.base_at[first + step]
        draw.at[step_from[team] + step] = called + moment + (late if moment > 0 else 0)
        draw.heads[step_from[team] + step] = chances.base_heads[first + step]


@jit
def _gather(
    chances: Chances,
    seed: np.uint64,
    number: np.uint64,
    draw: DrawArrays,
    luck: Luck,
    step_from: Ints,
    team: int,
    late: int,
) -> int:
    """Let the groups of a team come one by one; return how late they came, in parts.

    What counts as late is the mean over the people of the moment at which each came, from 0h to
    the last at which anyone may; whoever never comes counts as that.
    """
    begin, end = chances.base_from[team], chances.base_from[team + 1]
    changes, first, people, waited = 0, 0, 0, 0
    last = chances.base_at[end - 1]
    last += (last - (chances.base_at[end - 2] if end - begin > 1 else 0)) // 2
    for group in range(chances.group_from[team], chances.group_from[team + 1]):
        size = chances.group_size[group]
        u, v = throw(seed, number, chances.group_word[group])
        there, came, moment = 0, last, 0
        for step in range(begin, end):
            if chances.base_share[step] < 0:
                then = min(size, max(0, chances.base_heads[step] - first))
            else:
                then = size if u < chances.base_share[step] else 0
            if then == there:
                continue
            at = chances.base_at[step]
            if then > there:
                gap = at - (chances.base_at[step - 1] if step > begin else 0)
                at += ((gap * (v >> (BITS - 32))) >> 32) - gap // 2
            moment = max(moment, at)
            if then > there:
                came = min(came, moment)
            _note(luck, changes, moment + (late if moment > 0 else 0), then - there)
            changes += 1
            there = then
        first += size
        people += size
        waited += size * came
    _write(chances.person[team], draw, luck, changes, step_from[team], team)
    return waited * PART // (people * last) if last > 0 else -1


@inlined
def _note(luck: Luck, changes: int, moment: int, people: int) -> None:
    """Put a change among the *changes* that are there already, by its moment."""
    place = changes
    while place > 0 and luck.at[place - 1] > moment:
        luck.at[place], luck.heads[place] = luck.at[place - 1], luck.heads[place - 1]
        place -= 1
    luck.at[place], luck.heads[place] = moment, people


@inlined
def _write(person: int, draw: DrawArrays, luck: Luck, changes: int, begin: int, team: int) -> None:
    """Sum the changes up to the steps of a draw, one for each moment."""
    steps, there = 0, 0
    for change in range(changes):
        there += luck.heads[change]
        if change + 1 < changes and luck.at[change + 1] == luck.at[change]:
            continue
        draw.at[begin + steps] = luck.at[change]
        draw.heads[begin + steps] = there * person
        steps += 1
    draw.steps[team] = steps
