"""How wide text is on a terminal, and where its lines may break: Japanese and English alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category, east_asian_width

_NOT_FIRST = (
    "、。，．・：；？！）」』】〕〉》ー々…‥ッャュョァィゥェォヶっゃゅょぁぃぅぇぉ,.:;?!)]}%％"
)
"""Signs that do not begin a line."""
_NOT_LAST = "（「『【〔〈《([{"
"""Signs that do not end a line."""
_PIECE = re.compile(r"\s+|[\x21-\u02ff\u2010-\u2026]+|.", re.DOTALL)


def cells(text: str) -> int:
    """Return how many columns of a terminal *text* takes."""
    return len(text) if text.isascii() else sum(map(_sign_cells, text))


def _sign_cells(sign: str) -> int:
    if category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(sign) in "WF" else 1


def pieces(text: str) -> Iterator[str]:
    """Yield the parts of *text* between which a line may break; spaces are parts of their own."""
    held = ""
    for match in _PIECE.finditer(text):
        piece = match[0]
        if held and (piece[0] in _NOT_FIRST or held[-1] in _NOT_LAST) and not piece.isspace():
            held += piece
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def wrapped(
    text: str, width: int, *, first: str = "", rest: str | None = None, least: int = 20
) -> str:
    """Return *text* in lines of at most *width* columns.

    Parameters
    ----------
    text
        Line breaks in it are kept.
    width
        In columns.
    first
        What stands before the first line.
    rest
        What stands before every other line; as many spaces as *first* has columns if left out.
    least
        The columns to use even if *width* leaves less for the text.
    """
    rest = " " * cells(first) if rest is None else rest
    room = max(width - max(cells(first), cells(rest)), least)
    width = room + max(cells(first), cells(rest))
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line, is_empty = (rest if lines else first), True
        for piece in _fitting(paragraph, room):
            if not is_empty and cells(line) + cells(piece.rstrip()) > width:
                lines.append(line.rstrip())
                line, is_empty = rest, True
            if is_empty and piece.isspace() and lines:
                continue
            line, is_empty = line + piece, False
        lines.append(line.rstrip())
    return "\n".join(lines)


def _fitting(text: str, width: int) -> Iterator[str]:
    """Yield the pieces of *text*, those that no line can hold cut up."""
    for piece in pieces(text):
        if cells(piece) <= width:
            yield piece
            continue
        part = ""
        for sign in piece:
            if cells(part + sign) > width:
                yield part
                part = ""
            part += sign
        yield part
