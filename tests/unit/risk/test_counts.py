"""Counting figures: exact while they are few, and the same in any order when they are many."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcp.risk import counts as module
from bcp.risk.counts import Counts


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep at most 8 figures apart."""
    monkeypatch.setattr(module, "MOST_BINS", 8)


def counted(*numbers: int) -> Counts:
    return Counts.of(np.array(numbers, np.int64))


def test_few_figures_are_kept() -> None:
    """Every figure is there with how often it came, and can be asked for by its place."""
    held = counted(5, 3, 5, 9)
    assert [*held.steps()] == [(3, 1), (5, 2), (9, 1)]
    assert [held.nth(place) for place in range(4)] == [3, 5, 5, 9]
    assert held.above(4) == 3


def test_many_figures_are_put_together(few: None) -> None:
    """Nine figures need bins of two; a bin stands for its middle."""
    held = counted(*range(9))
    assert (held.shift, held.total) == (1, 9)
    assert [*held.steps()] == [(1, 2), (3, 2), (5, 2), (7, 2), (9, 1)]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(st.integers(0, 400), max_size=30), min_size=1, max_size=6), st.randoms())
def test_order_does_not_matter(parts: list[list[int]], order: object) -> None:
    """However numbers are cut into parts and merged, the counts are those of all at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "MOST_BINS", 8)
        whole = counted(*(number for part in parts for number in part))
        order.shuffle(parts)  # type: ignore[attr-defined]
        found = counted(*parts[0])
        for part in parts[1:]:
            found = found.merge(counted(*part))
        assert found == whole
