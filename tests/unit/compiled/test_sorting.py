from __future__ import annotations

import random

import numpy as np
import pytest

from bcp.compiled.kernel.room import DIGIT
from bcp.compiled.kernel.sorting import sort


@pytest.mark.parametrize("size", [0, 1, 2, 32, 33, 500, 1023, 5000])
@pytest.mark.parametrize("bits", [1, 11, 12, 40, 62])
def test_keys_come_out_rising(size: int, bits: int) -> None:
    """Few or many, short or long: sorted as Python sorts them, what lies behind left alone."""
    rng = random.Random(size * 100 + bits)
    keys = np.array([rng.randrange(1 << bits) for _ in range(size)] + [-1], np.int64)
    expected = [*sorted(keys[:-1].tolist()), -1]
    sort(keys, size, 0, np.zeros(size, np.int64), np.zeros(1 << DIGIT, np.int64))
    assert keys.tolist() == expected


@pytest.mark.parametrize("size", [10, 100, 3000])
def test_bits_that_rise_already_are_not_sorted_by(size: int) -> None:
    """Keys whose low bits count them come out as if all their bits had been looked at."""
    rng = random.Random(size)
    keys = np.array([rng.randrange(50) << 12 | number for number in range(size)], np.int64)
    expected = sorted(keys.tolist())
    sort(keys, size, 12, np.zeros(size, np.int64), np.zeros(1 << DIGIT, np.int64))
    assert keys.tolist() == expected
