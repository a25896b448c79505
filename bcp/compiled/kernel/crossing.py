"""A handful of good lists that differ, and lists bred from two of them.

A child has the front of one parent, then what stands in the front of the other, and the rest as
the first has it: the two-point crossover of lists, which keeps every activity behind what it waits
for (Hartmann 1998). Bred lists that are then improved, each taking the place of the worse parent,
keep good parts of several searches together (Valls, Ballestin and Quintanilla 2008).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from bcp.compiled.jit import inlined
from bcp.compiled.kernel.arrays import Ints
from bcp.compiled.kernel.listing import Seeds
from bcp.compiled.kernel.moves import below

__all__ = ["Elders", "breed", "file_in", "is_full", "new_elders", "take_in"]

_MANY = 8
"""Lists that are kept."""


class Elders(NamedTuple):
    """Good lists, of which others are bred."""

    lists: Ints
    """One a row."""
    spans: Ints
    """The length of each; beyond the last: 0."""
    heir: Ints
    """How many there are; the one whose place the next list takes."""


def new_elders(n: int) -> Elders:
    """Return no lists, of *n* activities."""
    return Elders(
        lists=np.zeros((_MANY, n), np.int64),
        spans=np.zeros(_MANY, np.int64),
        heir=np.zeros(2, np.int64),
    )


@inlined
def is_full(elders: Elders) -> bool:
    """Return whether there are enough to breed."""
    return bool(elders.heir[0] == len(elders.spans))


@inlined
def file_in(elders: Elders, listed: Ints, span: int) -> None:
    """Keep a list: beside the others, or instead of its worse parent unless it is longer."""
    row = elders.heir[1]
    if not is_full(elders):
        row = elders.heir[0]
        elders.heir[0] += 1
    elif span > elders.spans[row]:
        return
    elders.lists[row] = listed
    elders.spans[row] = span


@inlined
def take_in(elders: Elders, listed: Ints, span: int) -> None:
    """Keep a list from elsewhere instead of the longest, if it is shorter than all."""
    longest = 0
    for row in range(len(elders.spans)):
        if elders.spans[row] <= span:
            return
        if elders.spans[row] > elders.spans[longest]:
            longest = row
    elders.lists[longest] = listed
    elders.spans[longest] = span


@inlined
def breed(elders: Elders, child: Ints, mark: Ints, dice: Seeds) -> None:
    """Write a list into `child` that has something of two others.

    `mark` is memory for one number an activity.
    """
    n = len(child)
    one = below(dice, len(elders.spans))
    other = below(dice, len(elders.spans) - 1)
    if other >= one:
        other += 1
    elders.heir[1] = one if elders.spans[one] >= elders.spans[other] else other
    left, right = below(dice, n), below(dice, n)
    left, right = min(left, right), max(left, right)
    mark[:] = 0
    count = _append(elders.lists[one], left, child, 0, mark)
    count = _append(elders.lists[other], right, child, count, mark)
    _append(elders.lists[one], n, child, count, mark)


@inlined
def _append(parent: Ints, end: int, child: Ints, count: int, mark: Ints) -> int:
    """Append what is not there yet until there are `end`; return how many there are."""
    for j in parent:
        if count >= end:
            break
        if mark[j] == 0:
            child[count] = j
            mark[j] = 1
            count += 1
    return count
