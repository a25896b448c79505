"""What stands on a cover, and what a document says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bcp.report.document import Cover, Document, KeyValues
from bcp.report.writers.cleaning import harmless, one_line
from bcp.report.writers.grid import Grid, Spot, boxes, grid_of
from bcp.report.writers.widths import UPRIGHT, fitted, letters
from bcp.words import Lang, say
from bcp.words.document import WORDS

_MOST_BESIDE = 4
"""Boxes to sign beside one another."""
_SMALLEST, _LARGEST = 19.0, 28.0
"""The title of a cover in one line, in points."""
_ACROSS = 465.0
"""The width of the text on A4, in points, with some room to spare."""


@dataclass(frozen=True, slots=True)
class Front:
    """What stands on the cover besides title and subtitle."""

    kicker: str
    facts: Grid | None
    approvals: tuple[Grid, ...]
    note: str
    size: float
    """Of the title, in points."""

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The facts and the boxes to sign, in order."""
        return (*((self.facts,) if self.facts else ()), *self.approvals)


def front_of(document: Document) -> Front | None:
    """Return the cover of *document*, if it has one."""
    cover = document.cover
    if cover is None:
        return None
    facts = cover.facts or tuple(facts_of(document))
    pairs = KeyValues(tuple((one_line(label), value) for label, value in facts))
    grid = grid_of(pairs, harmless)
    return Front(
        kicker=one_line(cover.kicker),
        facts=replace(grid, width=0.82, shares=fitted(grid, UPRIGHT * 0.82)) if facts else None,
        approvals=tuple(_approvals(cover, document.lang)),
        note=harmless(cover.note),
        size=_size(one_line(document.title)),
    )


def _size(title: str) -> float:
    """Return how large *title* is on the cover: in one line, if that is still a title."""
    fits = _ACROSS / max(letters(title) / 2, 1.0)
    return min(_LARGEST, fits) if fits >= _SMALLEST else _LARGEST - 4


def _approvals(cover: Cover, lang: Lang) -> Iterator[Grid]:
    """Yield the boxes to sign, up to four beside one another: title, room to sign, date."""
    rows = -(-len(cover.approvals) // _MOST_BESIDE)
    for row in range(rows):
        held = cover.approvals[row * _MOST_BESIDE : (row + 1) * _MOST_BESIDE]
        date = say(WORDS, "signed-on", lang)
        spots = (
            tuple(Spot(harmless(a[0]), 0, n, "label", align="center") for n, a in enumerate(held)),
            tuple(Spot(harmless(a[1]), 1, n, align="center", lines=3) for n, a in enumerate(held)),
            tuple(Spot(harmless(a[2] or date), 2, n, align="center") for n, a in enumerate(held)),
        )
        yield boxes(spots, len(held), 0.82 * len(held) / _MOST_BESIDE)


def facts_of(document: Document) -> Iterator[tuple[str, str]]:
    """Yield what *document* says of itself: labels and values."""
    lang, meta = document.lang, document.meta
    day = meta.date
    date = say(WORDS, "day", lang, year=day.year, month=day.month, day=day.day) if day else ""
    facts = {
        "organisation": meta.organisation,
        "date": date,
        "version": meta.version,
        "inputs": meta.inputs,
    }
    for key, value in facts.items():
        if value:
            yield say(WORDS, key, lang), one_line(value)
