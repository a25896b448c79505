"""A search for the shortest project: lists that are changed a little, and justified.

Time runs in units of a grid, and how many of every team are free in a unit is packed into one
number: a field for each team with a guard bit above it, so that one subtraction tells whether a
whole crew is free. A changed list is scheduled from the end backwards, and broken off as soon as
it is certain to be much longer; what is left is justified to the left (Valls, Ballestin and
Quintanilla 2005). The search is simulated annealing over such lists (Bouleimen and Lecocq 2003),
in cycles that cool down: the first few from random lists, the others, less hot, from lists that
are bred from what the cycles before came to.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from bcp.compiled.jit import inlined, jit
from bcp.compiled.kernel.arrays import Ints
from bcp.compiled.kernel.crossing import Elders, breed, file_in, is_full, new_elders, take_in
from bcp.compiled.kernel.listing import Seeds
from bcp.compiled.kernel.moves import below

__all__ = ["Packed", "Walk", "new_walk", "wander", "welcome"]

_PASSES = 3
"""How often a random list is justified at most."""
_SAMPLES = 30
"""Random lists of which the best is begun with."""
_SHIFTS = 6
"""Activities that are put elsewhere at once, at most."""
_LISTS = 4
"""Changed lists in one try: most are broken off early."""
_HOT, _WARM, _COLD = 0.6, 0.22, 0.15
"""The heat of a cycle at its beginning, of one that begins with a bred list, and at the end, in
units of length."""
_SLACK = 6
"""A list is broken off where it is more than so many units longer: justified, it is as good once
in thousands of times."""
_FRESH_CUT, _BRED_CUT = 3, 10
"""The patience cut by this is how many lists a cycle has; and one that begins with a bred list."""


class Packed(NamedTuple):
    """A project whose length counts, in units of its grid."""

    duration: Ints
    head: Ints
    """Before when an activity cannot start."""
    tail: Ints
    """How long after its end the project is done at the earliest."""
    lead: Ints
    """When an activity can start at the earliest, whatever the teams."""
    before_from: Ints
    before: Ints
    before_lag: Ints
    after_from: Ints
    after: Ints
    after_lag: Ints
    need: Ints
    """Its crew, packed."""
    full: int
    """All teams free, with their guard bits."""
    guard: int
    urgency: Ints
    """What random lists lean on: the smallest goes first."""
    limit: int
    """No schedule is longer."""
    bound: int
    """Or shorter."""


class Walk(NamedTuple):
    """The state of one search, which goes on where it stopped."""

    now: Ints
    """The list that is being changed, sorted by ends."""
    best: Ints
    """The best list, sorted by starts."""
    counts: Ints
    """The best length; that of `now`; how many lists there were in this cycle, and how many it
    has, 0: not begun; units of `profile` in use; the best length of this cycle."""
    peak: Ints
    """The best list of this cycle, sorted by ends."""
    elders: Elders
    """The best lists of some cycles."""
    dice: Seeds
    # Memory of one try.
    profile: Ints
    finish: Ints
    time: Ints
    bucket: Ints
    child: Ints
    spare: Ints
    mark: Ints


_BEST, _HERE, _CLOCK, _CYCLE, _USED, _PEAK = 0, 1, 2, 3, 4, 5


def new_walk(packed: Packed, seed: int) -> Walk:
    """Return a search that has not begun."""
    n = len(packed.duration)
    counts = np.zeros(6, np.int64)
    counts[_BEST] = packed.limit + 1
    return Walk(
        now=np.arange(n, dtype=np.int64),
        best=np.arange(n, dtype=np.int64),
        counts=counts,
        peak=np.arange(n, dtype=np.int64),
        elders=new_elders(n),
        dice=np.array([seed], np.uint64),
        profile=np.full(packed.limit + 1, packed.full, np.int64),
        finish=np.zeros(n, np.int64),
        time=np.zeros(n, np.int64),
        bucket=np.zeros(packed.limit + 2, np.int64),
        child=np.zeros(n, np.int64),
        spare=np.zeros(n, np.int64),
        mark=np.zeros(n, np.int64),
    )


@inlined
def _schedule(p: Packed, b: Walk, is_backward: bool, most: int) -> int:
    """Schedule the list of `child` serially, forwards or backwards; return the length.

    Where that is certain to be more than `most`, it is broken off.
    """
    for unit in range(b.counts[_USED]):
        b.profile[unit] = p.full
    span, top = 0, 0
    for j in b.child:
        moment = p.tail[j] if is_backward else p.head[j]
        if is_backward:
            for row in range(p.after_from[j], p.after_from[j + 1]):
                moment = max(moment, b.finish[p.after[row]] + p.after_lag[row])
        else:
            for row in range(p.before_from[j], p.before_from[j + 1]):
                moment = max(moment, b.finish[p.before[row]] + p.before_lag[row])
        need, end = p.need[j], moment + p.duration[j]
        if need != 0:
            unit = moment
            while unit < end and unit < top:
                if (b.profile[unit] - need) & p.guard != p.guard:
                    moment = unit + 1
                    end = moment + p.duration[j]
                unit += 1
            if end + (p.lead[j] if is_backward else p.tail[j]) > most:
                b.counts[_USED] = top
                return most + 1
            for unit in range(moment, end):
                b.profile[unit] -= need
            top = max(top, end)
        b.finish[j] = end
        span = max(span, end + (p.head[j] if is_backward else p.tail[j]))
    b.counts[_USED] = top
    return span


@inlined
def _sort(b: Walk, span: int) -> None:
    """Sort `child` by `time`; what is equal keeps its order."""
    for unit in range(span + 2):
        b.bucket[unit] = 0
    for j in b.child:
        b.bucket[b.time[j] + 1] += 1
    for unit in range(1, span + 2):
        b.bucket[unit] += b.bucket[unit - 1]
    for j in b.child:
        b.spare[b.bucket[b.time[j]]] = j
        b.bucket[b.time[j]] += 1
    b.child[:] = b.spare


@inlined
def _turn(b: Walk, span: int) -> None:
    """Put what ends last first, for the other direction."""
    n = len(b.child)
    for k in range(n // 2):
        b.child[k], b.child[n - 1 - k] = b.child[n - 1 - k], b.child[k]
    for j in range(n):
        b.time[j] = span - b.finish[j]
    _sort(b, span)


@inlined
def _sort_by_starts(p: Packed, b: Walk, span: int) -> None:
    for j in range(len(b.child)):
        b.time[j] = b.finish[j] - p.duration[j]
    _sort(b, span)


@jit
def _keep(p: Packed, b: Walk, span: int) -> None:
    """Go on from `child`, which was scheduled forwards; remember it where it is the best."""
    b.counts[_HERE] = span
    if span < b.counts[_BEST]:
        _sort_by_starts(p, b, span)
        b.counts[_BEST] = span
        b.best[:] = b.child
    b.time[:] = b.finish
    _sort(b, span)
    b.now[:] = b.child
    if span < b.counts[_PEAK]:
        b.counts[_PEAK] = span
        b.peak[:] = b.child


@jit
def _justified(p: Packed, b: Walk) -> int:
    """Schedule `child`, justify it, and return its length."""
    span = _schedule(p, b, is_backward=False, most=p.limit)
    for _ in range(_PASSES):
        before = span
        _turn(b, span)
        back = _schedule(p, b, is_backward=True, most=p.limit)
        _turn(b, back)
        span = _schedule(p, b, is_backward=False, most=p.limit)
        if span >= before or span <= p.bound:
            break
    return span


@jit
def _sample(p: Packed, b: Walk) -> None:
    """Write a random list into `child` that leans on urgency, now more, now less."""
    n, ready, bias = len(b.child), 0, below(b.dice, 8)
    for j in range(n):
        b.mark[j] = p.before_from[j + 1] - p.before_from[j]
        if b.mark[j] == 0:
            b.spare[ready] = j
            ready += 1
    for k in range(n):
        pick = below(b.dice, ready)
        for _ in range(bias):
            other = below(b.dice, ready)
            if p.urgency[b.spare[other]] < p.urgency[b.spare[pick]]:
                pick = other
        j = b.spare[pick]
        ready -= 1
        b.spare[pick] = b.spare[ready]
        b.child[k] = j
        for row in range(p.after_from[j], p.after_from[j + 1]):
            b.mark[p.after[row]] -= 1
            if b.mark[p.after[row]] == 0:
                b.spare[ready] = p.after[row]
                ready += 1


@inlined
def _shift(p: Packed, b: Walk) -> None:
    """Put one activity elsewhere between the last that it waits for and the first that follows."""
    k = below(b.dice, len(b.child))
    j, low, high = b.child[k], 0, len(b.child) - 1
    for row in range(p.before_from[j], p.before_from[j + 1]):
        low = max(low, b.mark[p.before[row]] + 1)
    for row in range(p.after_from[j], p.after_from[j + 1]):
        high = min(high, b.mark[p.after[row]] - 1)
    target = low + below(b.dice, high - low + 1)
    for place in range(k, target, -1):
        b.child[place] = b.child[place - 1]
        b.mark[b.child[place]] = place
    for place in range(k, target):
        b.child[place] = b.child[place + 1]
        b.mark[b.child[place]] = place
    b.child[target] = j
    b.mark[j] = target


@jit
def _begin(p: Packed, b: Walk) -> None:
    """Begin anew with the best of some random lists."""
    b.counts[_HERE] = p.limit + 1
    for _ in range(_SAMPLES):
        _sample(p, b)
        span = _justified(p, b)
        if span < b.counts[_HERE]:
            _keep(p, b, span)


@inlined
def _is_taken(b: Walk, longer: int) -> bool:
    """Return whether to go on from a list that is so much longer: the warmer, the likelier."""
    if longer <= 0:
        return True
    hot = _WARM if is_full(b.elders) else _HOT
    heat = _COLD + (hot - _COLD) * (1.0 - b.counts[_CLOCK] / b.counts[_CYCLE])
    luck = -np.log((1 + below(b.dice, 1 << 20)) / (1 << 20))
    return bool(longer < heat * luck)


@jit
def _try(p: Packed, b: Walk) -> None:
    """Try a list like `now` with some activities put elsewhere."""
    n = len(b.child)
    b.child[:] = b.now
    for place in range(n):
        b.mark[b.child[place]] = place
    for _ in range(1 + below(b.dice, _SHIFTS)):
        _shift(p, b)
    for k in range(n // 2):
        b.child[k], b.child[n - 1 - k] = b.child[n - 1 - k], b.child[k]
    most = b.counts[_HERE] + _SLACK
    back = _schedule(p, b, is_backward=True, most=most)
    if back > most:
        return
    _turn(b, back)
    span = _schedule(p, b, is_backward=False, most=p.limit)
    if _is_taken(b, span - b.counts[_HERE]):
        _keep(p, b, span)


@jit
def _warm_up(p: Packed, b: Walk, patience: int) -> None:
    """File what the cycle came to, and begin the next: anew, or with a bred list."""
    if b.counts[_CYCLE] > 0:
        file_in(b.elders, b.peak, b.counts[_PEAK])
    b.counts[_CLOCK] = 0
    b.counts[_PEAK] = p.limit + 1
    cut = _BRED_CUT if is_full(b.elders) else _FRESH_CUT
    b.counts[_CYCLE] = max(1, patience // cut)
    if is_full(b.elders):
        breed(b.elders, b.child, b.mark, b.dice)
        _keep(p, b, _justified(p, b))
    else:
        _begin(p, b)


@jit
def wander(p: Packed, b: Walk, tries: int, patience: int, stop: Ints) -> None:
    """Try so often, or until `stop[0]` is not 0 or the length is the bound.

    Of `patience` depends how many lists a cycle has.
    """
    for _ in range(tries * _LISTS):
        if stop[0] != 0 or b.counts[_BEST] <= p.bound:
            return
        if b.counts[_CLOCK] >= b.counts[_CYCLE]:
            _warm_up(p, b, patience)
        b.counts[_CLOCK] += 1
        _try(p, b)


@jit
def welcome(p: Packed, b: Walk, listed: Ints) -> None:
    """Let a search know of a list from elsewhere, to breed from if it is better than its own.

    A search that has no lists of its own to breed from yet only remembers it where it is the best.
    """
    b.child[:] = listed
    span = _justified(p, b)
    if is_full(b.elders):
        b.time[:] = b.finish
        _sort(b, span)
        take_in(b.elders, b.child, span)
    if span < b.counts[_BEST]:
        _sort_by_starts(p, b, span)
        b.counts[_BEST] = span
        b.best[:] = b.child
