"""What every chart has in common: sizes, formats, and the line that says where it comes from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from bcp.report.charts.writing import described
from bcp.report.files import write_whole
from bcp.words import Lang, join, say
from bcp.words.chart import WORDS

if TYPE_CHECKING:
    from bcp.report.charts.pen import Pen

__all__ = [
    "SETTINGS",
    "SHEETS",
    "SUFFIXES",
    "ZOOMS",
    "Drawn",
    "Picture",
    "Size",
    "Source",
    "picture_of",
    "save_picture",
]

Size = Literal["a3", "a4", "slide"]
SHEETS: dict[Size, tuple[float, float]] = {
    "a3": (1191.0, 842.0),
    "a4": (842.0, 595.0),
    "slide": (960.0, 540.0),
}
"""The sides in points, lying: A3 for what A4 does not hold, A4, and a slide of 16 to 9."""
ZOOMS: dict[Size, float] = {"a3": 1.15, "a4": 1.0, "slide": 1.4}
"""How much larger everything is on a sheet than on A4, letters and lines too."""
SUFFIXES = (".png", ".svg", ".pdf")
SETTINGS = {
    "hatch.linewidth": 1.0,
    "path.simplify": False,
    "pdf.fonttype": 42,
    "svg.fonttype": "path",  # letters as shapes: right on machines without Japanese fonts
    "svg.hashsalt": "bcp",  # the same picture, the same bytes
}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a picture comes from, so that it can be drawn again."""

    inventory: str
    """The id of the inventory and the start of its digest, as ``chikusei 1a2b3c4d``."""
    version: str
    """Of this program."""
    scenario: str = ""
    """Its id; empty if the picture is not about one."""
    strategy: str = ""
    seed: int | None = None
    runs: int | None = None
    date: dt.date | None = None
    """The date that was asked for; no clock is read."""

    def line(self, lang: Lang) -> str:
        """Return the line below a picture."""
        facts = {
            "inventory": self.inventory,
            "scenario": self.scenario,
            "strategy": self.strategy,
            "runs": self.runs,
            "seed": self.seed,
            "date": self.date,
            "version": self.version,
        }
        parts = (
            say(WORDS, f"source-{key}", lang, value=value)
            for key, value in facts.items()
            if value not in ("", None)
        )
        return say(WORDS, "source", lang, facts=join(parts, lang))


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture before it is a file."""

    pen: Pen
    title: str
    """The finding, in one sentence."""
    text: str
    """The whole picture in words, for those who do not see it."""
    missing: str = ""
    """The letters that no font has, drawn as 〓."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as the bytes of a file."""

    data: bytes
    title: str
    text: str
    missing: str


def picture_of(draw: Callable[[], Drawn], suffix: str) -> Picture:
    """Return what *draw* draws, as a PNG, SVG or PDF; the same picture is the same bytes.

    Parameters
    ----------
    draw
        Draws with the settings of :mod:`bcp`, whatever those of the user are.
    suffix
        One of :data:`SUFFIXES`.

    Raises
    ------
    ValueError
        If the suffix is none of them.
    """
    if suffix not in SUFFIXES:
        raise ValueError(suffix)
    # Not at the top: whoever only wants the numbers does not wait for matplotlib.
    from matplotlib.style import context

    with context(["default", SETTINGS]):
        drawn = draw()
        if suffix == ".svg":
            data = described(drawn.pen.svg(), drawn.title, drawn.text)
        elif suffix == ".pdf":
            data = drawn.pen.pdf(drawn.title)
        else:
            data = drawn.pen.png(drawn.title, drawn.text)
    return Picture(data, drawn.title, drawn.text, drawn.missing)


def save_picture(draw: Callable[[], Drawn], path: Path) -> Picture:
    """Draw into *path*, the whole of it or nothing.

    Raises
    ------
    ValueError
        If it ends in none of :data:`SUFFIXES`.
    OSError
        If it cannot be written.
    """
    picture = picture_of(draw, path.suffix.lower())
    write_whole(path, picture.data)
    return picture
