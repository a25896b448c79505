"""How wide the columns of a table are: as its builder wished, but nothing short is broken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from math import ceil
from unicodedata import east_asian_width

from bcp.report.writers.grid import Grid, Spot

UPRIGHT, LYING = 104.0, 158.0
"""How many narrow letters fit across A4, upright and lying."""
_EDGES = 2.8
"""Letters that the edges of a cell take."""
_SHORT = 15.0
"""Letters of a text that is kept in one line if there is room, such as 3日12時間."""
_HEAD = 8.5
"""Letters of a head that are kept in one line: 四文字."""
_LONGEST_WORD = 24.0
_WORD = re.compile(r"[!-~\u00a0-\u024f]+")
_WHOLE = 15.0
"""Letters of a word that is not even broken behind a hyphen, such as a telephone number."""
_PIECE = re.compile(r"[^-/._@]*[-/._@]?")
_LATIN, _CAPITAL, _GAP = 1.2, 1.4, 0.5
"""How wide Latin letters and figures are, half a Japanese one being 1, and the room between both."""
_BOLD = 1.2
"""How much wider a bold word may be, in letters that stand in for those of a head."""
_JAPANESE = 8.0
"""Letters of a line of Japanese, at least: four letters beside one another."""
_MEETING = re.compile(r"(?<=[0-9A-Za-z])(?=[^\x00-\u2fff])|(?<=[^\x00-\u2fff])(?=[0-9A-Za-z])")
"""Where Latin and Japanese letters meet: every format leaves some room there."""


def letters(text: str) -> float:
    """Return how much room *text* takes in a line, half a Japanese letter being 1."""
    gaps = len(_MEETING.findall(text)) * _GAP
    return gaps + sum(map(_width, text))


def _width(sign: str) -> float:
    if sign.isascii():
        return _CAPITAL if sign.isupper() else _LATIN
    return 2.0 if east_asian_width(sign) in "WFA" else _LATIN


def pieces(word: str) -> list[str]:
    """Return the pieces of *word*, between which it may be broken: a short one is all one."""
    return [word] if letters(word) <= _WHOLE else _parts(word)


def _parts(word: str) -> list[str]:
    return [part for part in _PIECE.findall(word) if part]


def fitted(grid: Grid, across: float) -> tuple[float, ...]:
    """Return the shares of the columns of *grid*, together 1.

    A column gets what its builder gave it, and at least what its longest word needs; and what its
    short texts need, as far as there is room. *across* is how many narrow letters the page is wide.
    """
    spots = [spot for row in grid.rows for spot in row if spot.columns == 1]
    columns = [[s for s in spots if s.column == place] for place in range(len(grid.shares))]
    parts, words, texts = (
        [_needed(map(measure, column)) for column in columns] for measure in (_part, _word, _text)
    )
    needed = _between((parts, words, texts), across)
    widths = _filled([share * across for share in grid.shares], needed, across)
    return tuple(width / sum(widths) for width in widths)


def lines_of(spot: Spot, grid: Grid, across: float) -> int:
    """Return about how many lines *spot* takes where the page is *across* narrow letters wide."""
    share = sum(grid.shares[spot.column : spot.column + spot.columns])
    room = max(share * grid.width * across - _EDGES, _JAPANESE / 2)
    bold = _BOLD if spot.strong or spot.role in {"head", "label"} else 1.0
    needed = sum(max(1, ceil(letters(line) * bold / room)) for line in spot.text.split("\n"))
    return max(needed, spot.lines)


def _needed(widths: Iterable[float]) -> float:
    return max(widths, default=0.0) + _EDGES


def _part(spot: Spot) -> float:
    """Return the width of the longest piece of *spot* that is never broken."""
    return _longest(spot, (part for word in _WORD.findall(spot.text) for part in _parts(word)))


def _word(spot: Spot) -> float:
    """Return the width of the longest word of *spot*, long ones parted behind a hyphen."""
    return _longest(spot, (part for word in _WORD.findall(spot.text) for part in pieces(word)))


def _longest(spot: Spot, words: Iterable[str]) -> float:
    bold = _BOLD if spot.strong or spot.role in {"head", "label"} else 1.0
    longest = max(map(letters, words), default=0.0) * bold
    return max(min(longest, _LONGEST_WORD), min(_widest(spot), _JAPANESE))


def _text(spot: Spot) -> float:
    """Return the width of the longest line of *spot*, or what a long one has a right to."""
    return max(_word(spot), min(_widest(spot), _HEAD if spot.role == "head" else _SHORT))


def _widest(spot: Spot) -> float:
    return max(map(letters, spot.text.split("\n")))


def _between(steps: Sequence[Sequence[float]], across: float) -> list[float]:
    """Return what columns get at least: the last of *steps*, or as much of it as there is room."""
    least = steps[0]
    if sum(least) >= across:
        return _levelled(least, across)
    for more in steps[1:]:
        room = across - sum(least)
        if sum(more) > across:
            part = room / (sum(more) - sum(least))
            return [a + (b - a) * part for a, b in zip(least, more, strict=True)]
        least = more
    return list(least)


def _levelled(words: Sequence[float], across: float) -> list[float]:
    """Return *words*, the widest of them cut to one measure, so that the narrow ones stay whole."""
    left, rest = sorted(words), across
    while left and left[0] <= rest / len(left):
        rest -= left.pop(0)
    most = rest / len(left) if left else 0.0
    return [min(word, most) for word in words]


def _filled(wanted: Sequence[float], needed: Sequence[float], across: float) -> list[float]:
    """Return *wanted*, where no column is narrower than *needed*; the others give what it takes."""
    short: set[int] = set()
    while True:
        rest = across - sum(needed[n] for n in short)
        whole = sum(width for n, width in enumerate(wanted) if n not in short)
        made = [
            needed[n] if n in short else width * rest / whole if whole else 0.0
            for n, width in enumerate(wanted)
        ]
        more = {n for n, width in enumerate(made) if width < needed[n] - 1e-9} - short
        if not more:
            return made
        short |= more
