"""What stands around every chart: the finding above it, legend, notes and the source below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bcp.report.charts.inks import ALARM, INK, SOFT
from bcp.report.charts.legend import Key, Legend
from bcp.report.charts.pen import Box, Pen, Ruler
from bcp.report.charts.picture import SHEETS, ZOOMS, Drawn, Size
from bcp.words import Lang, say
from bcp.words.chart import WORDS

__all__ = ["LETTERS", "Frame", "Head", "Letters", "Sheet"]


@dataclass(frozen=True, slots=True)
class Letters:
    """The sizes of letters on a sheet, in points."""

    titles: tuple[float, ...]
    """From the one wanted to the least."""
    lead: float
    """The lines below the title."""
    text: float
    """Names and figures of rows."""
    small: float
    """Axes, labels in the chart, and the legend."""
    note: float
    """Notes and the source."""
    margin: float
    """Around everything."""


LETTERS = Letters((18.0, 17.0, 16.0, 15.0, 14.0), 9.0, 7.8, 7.2, 7.0, 26.0)
"""Of all sheets, before the zoom."""
_TITLE_LINE, _LINE = 1.3, 1.65
"""The height of a line, in sizes of its letters."""
_GAP = 8.0


@dataclass(frozen=True, slots=True)
class Head:
    """What a picture says in words around its chart."""

    lang: Lang
    title: str
    """The finding, in one sentence."""
    facts: str = ""
    """Below it: what the picture is about."""
    alarm: str = ""
    """Below the title: what is worse than it says."""
    notes: tuple[str, ...] = ()
    """How to read the chart, and what it leaves out."""
    source: str = ""
    """The last line (:meth:`bcp.report.charts.picture.Source.line`)."""
    names: tuple[str, ...] = ()
    """What is written into the chart, so that letters no font has are known beforehand."""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    size: float
    ink: str
    is_title: bool = False

    @property
    def height(self) -> float:
        return self.size * (_TITLE_LINE if self.is_title else _LINE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with everything on it but the chart."""

    pen: Pen
    ruler: Ruler
    letters: Letters
    room: Box
    """Where the chart goes: left, top, right, bottom."""
    title: str

    def done(self, text: str) -> Drawn:
        """Return the picture when its chart is drawn; *text* is the whole of it in words."""
        return Drawn(self.pen, self.title, text, "".join(sorted(self.ruler.missing)))


class Frame:
    """Measures what stands around the chart, then opens the sheet.

    Parameters
    ----------
    head
        The words.
    size
        The sheet.
    keys
        The signs of the legend: those that occur.
    is_upright
        Whether a sheet of A4 stands upright.
    """

    def __init__(
        self, head: Head, size: Size, keys: Sequence[Key] = (), *, is_upright: bool = False
    ) -> None:
        self._head, self._size = head, size
        self.letters, self.ruler = LETTERS, Ruler()
        width, whole = (side / ZOOMS[size] for side in SHEETS[size])
        if is_upright and size == "a4":
            width, whole = whole, width
        self._right = width - self.letters.margin
        self._legend = Legend(keys, self.ruler, self.width, self.letters.small)
        self._lines, self._feet = self._above(), self._below()
        self._top = self.letters.margin + _height(self._lines) + _GAP
        self._rest = _GAP + self._legend.height + _height(self._feet) + self.letters.margin
        self.most = whole - self._top - self._rest
        """How high the chart can be, in points."""

    @property
    def width(self) -> float:
        """How wide the chart can be, in points."""
        return self._right - self.letters.margin

    def sheet(self, height: float | None = None) -> Sheet:
        """Return the sheet: as high as its chart needs, or as a slide is.

        Parameters
        ----------
        height
            Of the chart, in points; all there is if left out.
        """
        if height is None or (self._size == "slide" and height < self.most):
            height = self.most
        left, bottom = self.letters.margin, self._top + height
        pen = Pen(self._right + left, bottom + self._rest, ZOOMS[self._size])
        self._write(pen, self._lines, left)
        self._legend.draw(pen, left, bottom + _GAP)
        self._write(pen, self._feet, bottom + _GAP + self._legend.height)
        room = (left, self._top, self._right, bottom)
        return Sheet(pen, self.ruler, self.letters, room, self._head.title)

    def _above(self) -> list[_Line]:
        head, letters, ruler = self._head, self.letters, self.ruler
        title, size = ruler.shrink(head.title, letters.titles, self.width)
        titles = [title]
        if title != head.title:
            titles = ruler.wrap(head.title, size, self.width, most=2)
        leads = [(head.alarm, ALARM), (head.facts, SOFT)]
        return [
            *(_Line(line, size, INK, is_title=True) for line in titles),
            *(
                _Line(ruler.fit(text, letters.lead, self.width), letters.lead, ink)
                for text, ink in leads
                if text
            ),
        ]

    def _below(self) -> list[_Line]:
        return [_Line(text, self.letters.note, SOFT) for text in self._notes()]

    def _notes(self) -> Iterator[str]:
        ruler, size = self.ruler, self.letters.note
        for note in self._head.notes:
            yield from ruler.wrap(note, size, self.width, most=2)
        for name in self._head.names:
            ruler.width(name, size)
        if ruler.missing:
            yield say(WORDS, "missing-letters", self._head.lang)
        if self._head.source:
            yield ruler.fit(self._head.source, size, self.width)

    def _write(self, pen: Pen, lines: Sequence[_Line], top: float) -> None:
        for line in lines:
            base = top + line.height / 2 + line.size * 0.36
            at = (self.letters.margin, base)
            pen.text(at, line.text, line.size, line.ink, bold=line.is_title)
            top += line.height


def _height(lines: Sequence[_Line]) -> float:
    return sum(line.height for line in lines)
