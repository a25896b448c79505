"""What a list is made of: columns that come and go with the width, headings, and rows. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from bcp.drill.board.rows import Board
from bcp.tui.cells import Cell, fit
from bcp.tui.voice import Voice

__all__ = ["Column", "Frame", "Heading", "fitted", "nearest", "titles", "with_headings"]

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a cell needs to know besides its row."""

    voice: Voice
    board: Board


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """A column of a sheet."""

    title: str
    """A key of ``bcp.words.tui``."""
    cell: Callable[[R, Frame], Cell | str]
    width: int = 0
    """In cells; 0 takes what is left."""
    least: int = 0
    """Left out where the sheet is narrower than this."""
    most: int = 1000
    """Left out where the sheet is at least as wide as this."""
    right: bool = False
    share: int = 1
    """Of several columns that take what is left, how much of it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line between groups of rows."""

    key: str
    count: int


def with_headings(rows: Sequence[R], group_of: Callable[[R], str]) -> Iterator[R | Heading]:
    """Yield *rows* with a heading before each group that has a key."""
    counts, last = Counter(map(group_of, rows)), ""
    for row in rows:
        if (group := group_of(row)) != last:
            yield Heading(group, counts[group])
            last = group
        yield row


def fitted(columns: Sequence[Column[R]], width: int) -> list[tuple[Column[R], int]]:
    """Return the columns for which *width* has room, with their widths in cells."""
    kept = [column for column in columns if column.least <= width < column.most]
    left = width - sum(column.width for column in kept) - len(kept)
    shares = sum(column.share for column in kept if not column.width) or 1
    return [(column, column.width or max(1, left * column.share // shares)) for column in kept]


def titles(columns: Sequence[Column[Any]], width: int, voice: Voice) -> str:
    """Return the titles of the columns for which *width* has room."""
    cut = voice.sign("cut")
    return " ".join(
        fit(voice.say(column.title) if column.title else "", room, cut, right=column.right)
        for column, room in fitted(columns, width)
    )


def nearest(lines: Sequence[object], place: int, way: int) -> int:
    """Return the row nearest to *place*, looked for in the direction of *way* first; 0 if none."""
    last = len(lines) - 1
    place = max(0, min(place, last))
    for step in (1, -1) if way > 0 else (-1, 1):
        found = place
        while 0 <= found <= last:
            if not isinstance(lines[found], Heading):
                return found
            found += step
    return 0
