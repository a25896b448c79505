"""What is looked for on every sheet: words outside it, words on other words, fills in grey."""

from __future__ import annotations

import math
from itertools import combinations

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from bcp.report.charts.pen import PNG_DPI
from bcp.report.charts.picture import Drawn

INCH = 72
_TOUCH = PNG_DPI / INCH
"""A point: boxes of letters are a little larger than their ink."""


def words_on(drawn: Drawn) -> list[str]:
    """Return every text on a sheet."""
    return [text for text, _ in _boxes(drawn)]


def words_outside(drawn: Drawn) -> list[str]:
    """Return the words that are cut off by the edge of a sheet."""
    page = drawn.pen._figure.bbox
    return [
        text
        for text, box in _boxes(drawn)
        if not (page.contains(*box.min) and page.contains(*box.max))
    ]


def words_on_words(drawn: Drawn) -> list[tuple[str, str]]:
    """Return the words that lie on other words."""
    return [
        (first, second)
        for (first, one), (second, other) in combinations(_boxes(drawn), 2)
        if one.padded(-_TOUCH).overlaps(other.padded(-_TOUCH))
    ]


def sides_of(drawn: Drawn) -> tuple[int, int]:
    """Return width and height of a sheet in points, its zoom included."""
    width, height = drawn.pen._figure.get_size_inches() * INCH
    return round(width), round(height)


def _boxes(drawn: Drawn) -> list[tuple[str, Bbox]]:
    figure = drawn.pen._figure
    # As fine as the pictures are: on a coarse grid, letters are set wider than they are.
    figure.set_dpi(PNG_DPI)
    with mpl.rc_context():
        renderer = FigureCanvasAgg(figure).get_renderer()  # type: ignore[no-untyped-call]
    texts = [text for text in figure.findobj(Text) if text.get_text()]
    return [(text.get_text(), text.get_window_extent(renderer)) for text in texts]


def lightness(colour: str) -> float:
    """Return L* of the CIE: 0 is black, 100 white."""
    if colour == "white":
        return 100.0
    shares = [part / 255 for part in bytes.fromhex(colour[1:])]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else math.pow((share + 0.055) / 1.055, 2.4)
        for share in shares
    )
    return 116 * math.cbrt(0.2126 * red + 0.7152 * green + 0.0722 * blue) - 16
