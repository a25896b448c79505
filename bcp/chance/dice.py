"""Numbers that depend only on the seed, the run and the name of what is uncertain.

A counter-based generator (Philox4x32-10; Salmon, Moraes, Dror and Shaw, "Parallel random numbers:
as easy as 1, 2, 3", 2011) has no state that is handed on from number to number: what it gives is
a scrambled form of its counter. The counter is made of the run and of a hash of a name, so a
thing gets the same number whatever else is drawn, in whichever order and on whichever machine;
and a thing that exists before and after a measure is compared under the same luck.
"""

from __future__ import annotations

from hashlib import blake2b

__all__ = ["BITS", "ONE", "philox", "throw", "word_of"]

BITS = 62
"""Numbers are whole, from 0 to below `ONE`: small enough to be added in 64 bits with a sign."""
ONE = 1 << BITS
"""What a probability of one is as a number."""

_MASK = 0xFFFFFFFF
_ROUNDS = 10
_MULTIPLIERS = (0xD2511F53, 0xCD9E8D57)
_WEYL = (0x9E3779B9, 0xBB67AE85)

Words = tuple[int, int, int, int]


def word_of(*name: str | int) -> int:
    """Return 64 bits that stand for the name of something uncertain."""
    text = "/".join(str(part) for part in name)
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")


def philox(counter: Words, key: tuple[int, int]) -> Words:
    """Return the four words of 32 bits that Philox4x32-10 makes of a counter under a key."""
    a, b, c, d = counter
    k, m = key
    for _ in range(_ROUNDS):
        first, second = _MULTIPLIERS[0] * a, _MULTIPLIERS[1] * c
        a, b, c, d = (
            (second >> 32) ^ b ^ k,
            second & _MASK,
            (first >> 32) ^ d ^ m,
            first & _MASK,
        )
        k, m = (k + _WEYL[0]) & _MASK, (m + _WEYL[1]) & _MASK
    return a, b, c, d


def throw(seed: int, run: int, word: int) -> tuple[int, int]:
    """Return the two numbers, each from 0 to below `ONE`, of a thing in a run.

    Parameters
    ----------
    seed
        From 0 to below 2**64.
    run
        The number of the run, from 0.
    word
        What stands for the name of the thing (:func:`word_of`).
    """
    a, b, c, d = philox(
        (run & _MASK, run >> 32, word & _MASK, word >> 32), (seed & _MASK, seed >> 32)
    )
    return (a | b << 32) >> 64 - BITS, (c | d << 32) >> 64 - BITS
