"""Rows and lists on their way into arrays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from bcp.compiled.kernel.arrays import Ints

__all__ = ["Links", "Row", "ints", "rows"]

Row = Mapping[int, int]
"""A row by its columns; what is not named is 0."""


class Links:
    """Lists of numbers, one after another: what rows point to."""

    def __init__(self) -> None:
        self._held: list[int] = []

    def add(self, numbers: Iterable[int]) -> tuple[int, int]:
        """Keep *numbers* and return where they begin and end."""
        begin = len(self._held)
        self._held.extend(numbers)
        return begin, len(self._held)

    def array(self) -> Ints:
        """Return all lists."""
        return ints(self._held)


def ints(numbers: Iterable[int]) -> Ints:
    """Return *numbers* as an array."""
    return np.array(list(numbers), np.int64).reshape(-1)


def rows(held: Sequence[Row], width: int) -> Ints:
    """Return *held* as a table of *width* columns."""
    # Lists are filled several times as fast as an array, cell by cell.
    table = [[0] * width for _ in held]
    for line, row in zip(table, held, strict=True):
        for column, value in row.items():
            line[column] = value
    return np.array(table, np.int64).reshape(len(held), width)
