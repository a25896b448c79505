"""What results are written on: lines of styled text and tables, as wide as there is room.

Text is written as it is: nothing in a name is markup, and nothing in it steers the terminal.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import click

from bcp.cli.wrapping import cells, wrapped
from bcp.report.plain import clean

PIPED = 100
"""Columns to use where no terminal says how many there are."""
WIDEST = 160
NARROWEST = 60
_GAP = "  "
_LEAST_FLEXIBLE = 12
_STYLES: Mapping[str, Mapping[str, Any]] = {
    "": {},
    "title": {"bold": True},
    "heading": {"bold": True, "fg": "cyan"},
    "good": {"fg": "green"},
    "fair": {"fg": "yellow"},
    "bad": {"fg": "red", "bold": True},
    "faint": {"dim": True},
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of text in one style, and in a table what stands below it."""

    text: str
    style: str = ""
    under: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    heading: str
    under: str = ""
    """A second heading, for what stands below in each cell."""
    is_flexible: bool = False
    """Whether it takes what room there is, its text wrapped; only one column does."""
    is_right: bool = False
    """Whether its text stands at the right, as figures do."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]
    note: str = ""
    """What is said below it, across the whole width but the first column."""


class Paper:
    """Standard output, in lines."""

    def __init__(self, width: int | None = None) -> None:
        self.width = width or _room()
        self._is_coloured = _wants_colour()

    def line(self, *parts: Cell | str) -> None:
        """Write one line of parts, as it is."""
        cells_ = [part if isinstance(part, Cell) else Cell(part) for part in parts]
        click.echo("".join(map(_styled, cells_)), color=self._is_coloured)

    def text(self, text: str, style: str = "", *, first: str = "", rest: str | None = None) -> None:
        """Write *text* in as many lines as it takes."""
        for line in wrapped(text, self.width, first=first, rest=rest).split("\n"):
            self.line(Cell(line, style))

    def heading(self, text: str) -> None:
        """Write the heading of a section."""
        self.line()
        self.text(text, "heading")

    def table(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        """Write a table: headings, a rule, and the rows."""
        headings = Row(tuple(Cell(column.heading, "title", column.under) for column in columns))
        widths = _widths(columns, [headings, *rows], self.width)
        self._row(headings, columns, widths)
        self.line(Cell("─" * (sum(widths) + len(_GAP) * (len(widths) - 1)), "faint"))
        for row in rows:
            self._row(row, columns, widths)
            if row.note:
                indent = " " * (widths[0] + len(_GAP))
                self.text(row.note, "faint", first=indent)

    def _row(self, row: Row, columns: Sequence[Column], widths: Sequence[int]) -> None:
        stacks = [_stack(cell, width) for cell, width in zip(row.cells, widths, strict=True)]
        for number in range(max(map(len, stacks))):
            parts: list[Cell | str] = []
            for stack, column, width in zip(stacks, columns, widths, strict=True):
                part = stack[number] if number < len(stack) else Cell("")
                room = " " * (width - cells(part.text))
                parts += [room, part, _GAP] if column.is_right else [part, room, _GAP]
            while parts and not _text(parts[-1]).strip():
                parts.pop()
            self.line(*parts)


def _text(part: Cell | str) -> str:
    return part.text if isinstance(part, Cell) else part


def _stack(cell: Cell, width: int) -> list[Cell]:
    """Return the lines of a cell."""
    lines = [Cell(line, cell.style) for line in wrapped(cell.text, width, least=1).split("\n")]
    if cell.under:
        lines += [Cell(line, "faint") for line in wrapped(cell.under, width, least=1).split("\n")]
    return lines


def _widths(columns: Sequence[Column], rows: Sequence[Row], room: int) -> list[int]:
    """Return how wide each column is: as its text needs, one taking what is left."""
    widths = [
        max(cells(line) for row in rows for line in _lines(row.cells[place]))
        for place in range(len(columns))
    ]
    for place, column in enumerate(columns):
        if column.is_flexible:
            others = sum(widths) - widths[place] + len(_GAP) * (len(widths) - 1)
            widths[place] = min(widths[place], max(room - others, _LEAST_FLEXIBLE))
    return widths


def _lines(cell: Cell) -> list[str]:
    return [*cell.text.split("\n"), *cell.under.split("\n")]


def _styled(cell: Cell) -> str:
    style, text = _STYLES[cell.style], clean(cell.text)
    return click.style(text, **style) if style and text.strip() else text


def _room() -> int:
    """Return the columns there are: as `COLUMNS` says, or of the terminal somebody sits at.

    Output that goes through a pager is read on the terminal that messages go to.
    """
    columns = shutil.get_terminal_size((0, 0)).columns
    if not columns and sys.stderr is not None:
        with suppress(OSError, ValueError):
            columns = os.get_terminal_size(sys.stderr.fileno()).columns
    return max(NARROWEST, min(columns or PIPED, WIDEST))


def _wants_colour() -> bool:
    """Return whether somebody is there to see colours and has not asked for none."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty() or bool(os.environ.get("FORCE_COLOR"))
