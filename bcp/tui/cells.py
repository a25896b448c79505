"""Text fitted into columns of a terminal, in which a Japanese letter takes two cells."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

__all__ = ["Cell", "bar", "fit", "wide"]


class Cell(NamedTuple):
    """A text and the tone it is shown in: a name of a style of the sheet, or nothing."""

    text: str
    tone: str = ""


def wide(text: str) -> int:
    """Return how many cells *text* takes."""
    return cell_len(text)


def fit(text: str, width: int, cut: str = "…", *, right: bool = False) -> str:
    """Return *text* in exactly *width* cells, cut or filled up with blanks.

    Parameters
    ----------
    text
        Without line feeds and other signs that steer.
    width
        In cells.
    cut
        What shows that something is missing; one cell.
    right
        Whether the blanks go before it.

    Examples
    --------
    >>> fit("住民票の写し", 8), fit("住民票の写し", 7), fit("3h", 4, right=True)
    ('住民票… ', '住民票…', '  3h')
    """
    if width <= 0:
        return ""
    length = cell_len(text)
    if length > width:
        return set_cell_size(set_cell_size(text, width - 1).rstrip() + cut, width)
    blank = " " * (width - length)
    return blank + text if right else text + blank


def bar(done: float, width: int, full: str, empty: str) -> str:
    """Return a bar of *width* cells, of which the share *done* is full."""
    cells = max(0, min(width, round(done * width)))
    return full * cells + empty * (width - cells)
