"""Sorting whole numbers without asking for memory."""

from __future__ import annotations

from bcp.compiled.jit import bare, woven
from bcp.compiled.kernel.arrays import Ints
from bcp.compiled.kernel.pointers import whole

_FEW = 32
"""So many are sorted by putting one after another in its place."""
_MANY = 1024
_SHORT = 7
_LONG = 11
"""How many bits of a key are sorted by at a time; of few keys fewer, for each count costs too."""


@bare
def sort(keys: Ints, size: int, from_bit: int, other: Ints, digits: Ints) -> None:
    """Sort the first *size* of *keys*, none of them negative, rising.

    Digit by digit from the lowest (Knuth, The Art of Computer Programming, vol. 3, 5.2.5).

    Parameters
    ----------
    keys
        What is sorted.
    size
        How many of them.
    from_bit
        In the bits below this one the keys rise already.
    other
        Room for as many.
    digits
        Room for 2 to the power of 11 counts.
    """
    here, there, counts = whole(keys), whole(other), whole(digits)
    if size <= _FEW:
        _insert(here, size)
        return
    most = 0
    for place in range(size):
        most |= here[place]
    shift = from_bit
    width = _SHORT if size < _MANY else _LONG
    is_back = False
    while most >> shift:
        if is_back:
            _by_digit(there, here, size, shift, width, counts)
        else:
            _by_digit(here, there, size, shift, width, counts)
        is_back = not is_back
        shift += width
    if is_back:
        for place in range(size):
            here[place] = there[place]


@bare
def _by_digit(source: Ints, target: Ints, size: int, shift: int, width: int, counts: Ints) -> None:
    mask = (1 << width) - 1
    for digit in range(1 << width):
        counts[digit] = 0
    for place in range(size):
        counts[(source[place] >> shift) & mask] += 1
    before = 0
    for digit in range(1 << width):
        count = counts[digit]
        counts[digit] = before
        before += count
    for place in range(size):
        digit = (source[place] >> shift) & mask
        target[counts[digit]] = source[place]
        counts[digit] += 1


@woven
def _insert(keys: Ints, size: int) -> None:
    for place in range(1, size):
        key = keys[place]
        hole = place
        while hole > 0 and keys[hole - 1] > key:
            keys[hole] = keys[hole - 1]
            hole -= 1
        keys[hole] = key
