"""How names are broken into the two lines of a box, without asking a font."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import combining, east_asian_width

from bcp.words import Lang

__all__ = ["ems", "room_of", "two_lines"]

_WIDEST: dict[Lang, float] = {"ja": 8.0, "en": 8.6}
_NARROWEST = 3.5
_NARROW = 0.56
"""The width of a letter that is not a full square, in sizes of the letters: a little too much."""
_CLOSING = r"、。・：）」』】〕％%ーっゃゅょッャュョァィゥェォ"
_PIECES = re.compile(rf"(?:[!-~]+|[（「『【〔]*\S|\s)[{_CLOSING}]*\s*")
"""What no line is broken in: a word of Latin letters, or a sign with those that close on it."""
_ELLIPSIS = "…"


def ems(text: str) -> float:
    """Return about how wide *text* is, in sizes of its letters."""
    return sum(_width(sign) for sign in text)


def _width(sign: str) -> float:
    if combining(sign):
        return 0.0
    return 1.0 if east_asian_width(sign) in "WFA" else _NARROW


def room_of(text: str, lang: Lang) -> float:
    """Return how wide a box for *text* has to be, in sizes of its letters; longer text is cut."""
    rooms = _rooms(max(ems(text) / 2, _NARROWEST), _WIDEST[lang])
    return next((room for room in rooms if _broken(text, room) is not None), _WIDEST[lang])


def two_lines(text: str, room: float) -> tuple[str, ...]:
    """Return *text* in one or two even lines of at most *room*, cut with an ellipsis if longer.

    Examples
    --------
    >>> two_lines("住民記録データベース", 6), two_lines("Resident record database", 9)
    (('住民記録デー', 'タベース'), ('Resident record', 'database'))
    """
    if ems(text) <= room:
        return (text,)
    for narrower in _rooms(ems(text) / 2, room):
        lines = _broken(text, narrower)
        if lines is not None:
            return lines
    first = _first(text, room)
    return first.rstrip(), _cut(text[len(first) :].strip(), room)


def _rooms(least: float, most: float) -> Iterator[float]:
    while least < most:
        yield least
        least += 0.4
    yield most


def _broken(text: str, room: float) -> tuple[str, ...] | None:
    """Return *text* in lines of at most *room*; None if two lines do not hold it."""
    if ems(text) <= room:
        return (text,)
    first = _first(text, room)
    rest = text[len(first) :].strip()
    is_whole = ems(first.rstrip()) <= room and first == _lead(text, room)
    return (first.rstrip(), rest) if is_whole and ems(rest) <= room else None


def _lead(text: str, room: float) -> str:
    """Return the pieces of *text* that fit into *room*."""
    found = ""
    for piece in _PIECES.findall(text):
        if ems((found + piece).rstrip()) > room:
            break
        found += piece
    return found


def _first(text: str, room: float) -> str:
    """Return the first line: whole pieces, or as many letters as fit where a piece is too long."""
    return _lead(text, room) or text[: _fitting(text, room)]


def _cut(text: str, room: float) -> str:
    if ems(text) <= room:
        return text
    return text[: _fitting(text, room - ems(_ELLIPSIS))].rstrip() + _ELLIPSIS


def _fitting(text: str, room: float) -> int:
    """Return how many letters of *text* fit into *room*, at least one."""
    width = 0.0
    for place, sign in enumerate(text):
        width += _width(sign)
        if width > room and place:
            return place
    return len(text)
