"""What lasting failures stop, 64 of them in a machine word.

A row of words holds, for one node, the failures that take it down. Rows are only read where they
differ from nothing (or, for pairs, from what the failures do alone): most failures reach few nodes.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bcp.compiled.jit import jit

__all__ = ["WORDS", "FailureTables", "all_failures", "all_pairs"]

WORDS = 64
"""Words of a row: rows of this length stay in the fast caches and fill the vector units."""

Words = NDArray[np.uint64]
Numbers = NDArray[np.int64]
Flags = NDArray[np.uint8]


class FailureTables(NamedTuple):
    """Who needs whom, in arrays; nodes are numbered so that providers come first, circles apart."""

    circle_from: Numbers
    """Where each circle of nodes that need each other begins; most hold one node."""
    circle_of: Numbers
    """The circle of a node."""
    need_from: Numbers
    """Where the needs of a node begin."""
    provider_from: Numbers
    """Where the providers of a need begin."""
    bearable: Numbers
    """How many providers of a need may be lost."""
    providers: Numbers
    planes: int
    """One more than the most that is bearable anywhere; one row besides keeps what was."""


@jit
def _lose(tables: FailureTables, node: int, state: Words, hit: Flags, planes: Words) -> None:
    """R2 without reserves: add to the row of *node* the failures that leave a need unsatisfied."""
    for need in range(tables.need_from[node], tables.need_from[node + 1]):
        begin, end = tables.provider_from[need], tables.provider_from[need + 1]
        bearable = tables.bearable[need]
        lost = 0
        for place in range(begin, end):
            lost += hit[tables.providers[place]]
        if lost <= bearable:
            continue
        if not hit[node]:
            hit[node] = 1
            for word in range(WORDS):
                state[node, word] = np.uint64(0)
        if bearable == 0:
            for place in range(begin, end):
                provider = tables.providers[place]
                if hit[provider]:
                    for word in range(WORDS):
                        state[node, word] |= state[provider, word]
            continue
        if lost == bearable + 1:
            _all_of(tables, need, state, hit, planes[bearable])
        else:
            _count(tables, need, state, hit, planes)
        for word in range(WORDS):
            state[node, word] |= planes[bearable, word]


@jit
def _all_of(tables: FailureTables, need: int, state: Words, hit: Flags, row: Words) -> None:
    """Put into *row* the failures that take down every provider of *need* that is ever hit."""
    for word in range(WORDS):
        row[word] = ~np.uint64(0)
    for place in range(tables.provider_from[need], tables.provider_from[need + 1]):
        provider = tables.providers[place]
        if hit[provider]:
            for word in range(WORDS):
                row[word] &= state[provider, word]


@jit
def _count(tables: FailureTables, need: int, state: Words, hit: Flags, planes: Words) -> None:
    """Put into `planes[i]` the failures that take down more than i providers of *need*."""
    levels = tables.bearable[need] + 1
    for level in range(levels):
        for word in range(WORDS):
            planes[level, word] = np.uint64(0)
    for place in range(tables.provider_from[need], tables.provider_from[need + 1]):
        provider = tables.providers[place]
        if not hit[provider]:
            continue
        for level in range(levels - 1, 0, -1):
            for word in range(WORDS):
                planes[level, word] |= planes[level - 1, word] & state[provider, word]
        for word in range(WORDS):
            planes[0, word] |= state[provider, word]


@jit
def _sweep(tables: FailureTables, first: int, state: Words, hit: Flags, planes: Words) -> None:
    """Follow the failures of one block through every node from the circle *first* on.

    Rows are valid where `hit` is set; inside a circle they grow to the least fixed point.
    """
    kept = planes[tables.planes]
    for circle in range(first, len(tables.circle_from) - 1):
        begin, end = tables.circle_from[circle], tables.circle_from[circle + 1]
        if end - begin == 1:
            _lose(tables, begin, state, hit, planes)
            continue
        is_growing = True
        while is_growing:
            is_growing = False
            for node in range(begin, end):
                was_hit = hit[node]
                for word in range(WORDS):
                    kept[word] = state[node, word]
                _lose(tables, node, state, hit, planes)
                if hit[node] and not is_growing:
                    is_growing = not was_hit
                    for word in range(WORDS):
                        is_growing |= kept[word] != state[node, word]


@jit
def all_failures(
    tables: FailureTables, struck_from: Numbers, struck: Numbers, wanted: Numbers, found: Words
) -> None:
    """Let the nodes `struck` of each failure fail together; `found[i]` gets who stops `wanted[i]`.

    A block begins at the first circle that it strikes: nothing below is hit. So failures that are
    sorted by what they strike take half the time.
    """
    nodes, number = len(tables.circle_of), len(struck_from) - 1
    state = np.zeros((nodes, WORDS), np.uint64)
    hit = np.zeros(nodes, np.uint8)
    planes = np.zeros((tables.planes + 1, WORDS), np.uint64)
    for start in range(0, number, 64 * WORDS):
        hit[:] = 0
        last = min(number, start + 64 * WORDS)
        first = len(tables.circle_from) - 1
        for failure in range(start, last):
            word, bit = (failure - start) >> 6, np.uint64(failure & 63)
            for place in range(struck_from[failure], struck_from[failure + 1]):
                node = struck[place]
                first = min(first, tables.circle_of[node])
                if not hit[node]:
                    hit[node] = 1
                    state[node, :] = 0
                state[node, word] |= np.uint64(1) << bit
        _sweep(tables, first, state, hit, planes)
        words = (last - start + 63) >> 6
        for place in range(len(wanted)):
            if hit[wanted[place]]:
                for word in range(words):
                    found[place, (start >> 6) + word] = state[wanted[place], word]


@jit
def _ones(word: np.uint64) -> int:
    """Return how many bits are set (Warren, Hacker's Delight, section 5-1)."""
    word = word - ((word >> np.uint64(1)) & np.uint64(0x5555555555555555))
    twos = np.uint64(0x3333333333333333)
    word = (word & twos) + ((word >> np.uint64(2)) & twos)
    word = (word + (word >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return int((word * np.uint64(0x0101010101010101)) >> np.uint64(56))


@jit
def _differs(tables: FailureTables, node: int, changed: Flags) -> bool:
    """Return whether a provider of *node* is taken down by more than by the failures alone."""
    begin = tables.provider_from[tables.need_from[node]]
    end = tables.provider_from[tables.need_from[node + 1]]
    for place in range(begin, end):  # noqa: SIM110 (the compiler knows no any())
        if changed[tables.providers[place]]:
            return True
    return False


@jit
def _sweep_beside(
    tables: FailureTables,
    first: int,
    state: Words,
    changed: Flags,
    valid: Flags,
    planes: Words,
) -> None:
    """Follow one failure, already put into `state`, together with each other of a block.

    `state` holds what the others do alone, and more where `changed` is set; both are left so that
    the caller can put back what was changed. Every row is `valid`.
    """
    kept = planes[tables.planes]
    for circle in range(first, len(tables.circle_from) - 1):
        begin, end = tables.circle_from[circle], tables.circle_from[circle + 1]
        is_growing = True
        while is_growing:
            is_growing = False
            for node in range(begin, end):
                if not _differs(tables, node, changed):
                    continue
                for word in range(WORDS):
                    kept[word] = state[node, word]
                _lose(tables, node, state, valid, planes)
                grown = False
                for word in range(WORDS):
                    grown |= kept[word] != state[node, word]
                if grown:
                    changed[node] = 1
                    is_growing = end - begin > 1


@jit
def all_pairs(
    tables: FailureTables,
    failing: Numbers,
    functions: Numbers,
    alone: Words,
    rank: Numbers,
    counts: Numbers,
    worst: Numbers,
) -> int:
    """Let every two nodes of *failing* fail together and count what only both of them stop.

    Parameters
    ----------
    tables
        Who needs whom.
    failing
        Ascending.
    functions
        The nodes whose stopping counts.
    alone
        What each failure does alone to every node, as :func:`all_failures` finds it, filled up with
        zeros to whole blocks.
    rank
        Of each failure, for ties: the smaller first.
    counts
        Gets, by function, how many pairs stop it though neither alone does.
    worst
        Gets the pairs that stop most so, the worst first: (how many, one, other), numbers of
        failures.

    Returns
    -------
    int
        How many rows of *worst* were filled.
    """
    nodes, number = len(tables.circle_of), len(failing)
    state = np.zeros((nodes, WORDS), np.uint64)
    changed = np.zeros(nodes, np.uint8)
    valid = np.ones(nodes, np.uint8)
    planes = np.zeros((tables.planes + 1, WORDS), np.uint64)
    score = np.zeros(64 * WORDS, np.int64)
    filled = 0
    for start in range(0, number, 64 * WORDS):
        base = start >> 6
        for node in range(nodes):
            for word in range(WORDS):
                state[node, word] = alone[node, base + word]
        for one in range(min(number, start + 64 * WORDS)):
            origin = failing[one]
            for word in range(WORDS):
                state[origin, word] = ~np.uint64(0)
            changed[origin] = 1
            circle = tables.circle_of[origin]
            _sweep_beside(tables, circle, state, changed, valid, planes)
            is_scored = _score(
                (one, start, number), functions, (state, alone), changed, score, counts
            )
            if is_scored:
                for bit in range(max(0, one + 1 - start), min(64 * WORDS, number - start)):
                    if score[bit]:
                        entry = (score[bit], one, start + bit)
                        filled = _keep(worst, filled, entry, rank)
                        score[bit] = 0
            for node in range(tables.circle_from[circle], nodes):
                if changed[node]:
                    changed[node] = 0
                    for word in range(WORDS):
                        state[node, word] = alone[node, base + word]
    return filled


@jit
def _score(
    block: tuple[int, int, int],
    functions: Numbers,
    rows: tuple[Words, Words],
    changed: Flags,
    score: Numbers,
    counts: Numbers,
) -> bool:
    """Count the functions that the failure *one* stops only together with each other one."""
    one, start, number = block
    state, alone = rows
    base, is_scored = start >> 6, False
    first = max(0, one + 1 - start)
    for place in range(len(functions)):
        node = functions[place]
        if not changed[node]:
            continue
        if (alone[node, one >> 6] >> np.uint64(one & 63)) & np.uint64(1):
            continue
        for word in range(first >> 6, min(WORDS, (number - start + 63) >> 6)):
            both = state[node, word] & ~alone[node, base + word]
            if word == first >> 6:
                both &= ~np.uint64(0) << np.uint64(first & 63)
            if word == (number - start) >> 6:
                both &= (np.uint64(1) << np.uint64((number - start) & 63)) - np.uint64(1)
            if both:
                is_scored = True
                counts[place] += _ones(both)
            while both:
                lowest = both & (~both + np.uint64(1))
                score[word * 64 + _ones(lowest - np.uint64(1))] += 1
                both ^= lowest
    return is_scored


@jit
def _comes_before(one: tuple[int, int, int], other: Numbers, rank: Numbers) -> bool:
    """Return whether a pair is worse than another: it stops more, or stands first."""
    if one[0] != other[0]:
        return bool(one[0] > other[0])
    a, b = rank[one[1]], rank[one[2]]
    c, d = rank[other[1]], rank[other[2]]
    if min(a, b) != min(c, d):
        return bool(min(a, b) < min(c, d))
    return bool(max(a, b) < max(c, d))


@jit
def _keep(worst: Numbers, filled: int, entry: tuple[int, int, int], rank: Numbers) -> int:
    """Put *entry* where it belongs among the worst, if it does; return how many there are."""
    if filled == len(worst):
        if filled == 0 or not _comes_before(entry, worst[filled - 1], rank):
            return filled
    else:
        filled += 1
    place = filled - 1
    while place and _comes_before(entry, worst[place - 1], rank):
        worst[place] = worst[place - 1]
        place -= 1
    worst[place, 0], worst[place, 1], worst[place, 2] = entry
    return filled
