"""Draws on a sheet measured in points from its upper left corner, the same in every format."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any, Literal

from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch, Polygon
from matplotlib.patheffects import withStroke

from bcp.report.charts.fonts import drawable, font

Align = Literal["left", "center", "right"]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

INCH = 72
PNG_DPI = 200
_RULER_DPI, _RULER_SIZE = 720, 10.0
_ELLIPSIS = "…"
_CLOSING = r"、。，．・：；）」』】〕％%!?！？ー々っゃゅょッャュョ"
_PIECES = re.compile(rf"(?:[!-~]+|\s*[（「『【〔]*[^\s]|\s)[{_CLOSING}]*\s*")
"""What no line is broken in: a word of Latin letters, or a sign with those that close on it."""


class Ruler:
    """Measures letters, so that nothing is cut off or overlaps."""

    def __init__(self) -> None:
        self._renderer = RendererAgg(1, 1, _RULER_DPI)  # type: ignore[no-untyped-call]
        self._widths: dict[str, float] = {}
        self.missing: set[str] = set()
        """The letters met so far that no font has."""

    def width(self, text: str, size: float) -> float:
        """Return the width of *text* in points."""
        if text not in self._widths:
            self._widths[text] = self._measured(text)
        return self._widths[text] * size

    def _measured(self, text: str) -> float:
        shown, missing = drawable(text)
        self.missing |= missing
        measure = self._renderer.get_text_width_height_descent
        width = measure(shown, font(_RULER_SIZE), False)[0]  # type: ignore[no-untyped-call]  # noqa: FBT003
        return float(width) * INCH / _RULER_DPI / _RULER_SIZE

    def fit(self, text: str, size: float, width: float) -> str:
        """Return *text*, cut to *width* points with an ellipsis where it is too long."""
        if self.width(text, size) <= width:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.width(text[:middle].rstrip() + _ELLIPSIS, size) <= width:
                low = middle
            else:
                high = middle - 1
        return text[:low].rstrip() + _ELLIPSIS if low else ""

    def wrap(self, text: str, size: float, width: float, most: int = 99) -> list[str]:
        """Return *text* in lines of *width* points; of more than *most*, the last one is cut."""
        lines, line = list[str](), ""
        for piece in self._pieces(text, size, width):
            if line and self.width((line + piece).rstrip(), size) > width:
                if len(lines) + 1 == most:
                    rest = text[len("".join(lines)) :].strip()
                    return [*(held.strip() for held in lines), self.fit(rest, size, width)]
                lines.append(line)
                line = ""
            line += piece
        return [held.strip() for held in (*lines, line) if held.strip()]

    def _pieces(self, text: str, size: float, width: float) -> Iterator[str]:
        """Yield what no line is broken in; a word too long for any line, in parts."""
        for piece in _PIECES.findall(text):
            held = piece
            while self.width(held.rstrip(), size) > width and len(held) > 1:
                part = self.fit(held, size, width).removesuffix(_ELLIPSIS) or held[0]
                yield part
                held = held[len(part) :]
            yield held

    def shrink(self, text: str, sizes: Sequence[float], width: float) -> tuple[str, float]:
        """Return *text* and the first of *sizes* at which it fits; at the last, it is cut."""
        for size in sizes:
            if self.width(text, size) <= width:
                return text, size
        return self.fit(text, sizes[-1], width), sizes[-1]


class Pen:
    """Draws on one sheet; what comes later lies above.

    Parameters
    ----------
    width, height
        Of the sheet, in points.
    zoom
        How much larger everything becomes on the finished sheet, its letters and lines too.
    """

    def __init__(self, width: float, height: float, zoom: float = 1.0) -> None:
        sides = (width * zoom / INCH, height * zoom / INCH)
        self._figure = Figure(figsize=sides, facecolor="white")
        FigureCanvasAgg(self._figure)
        self._axes = self._figure.add_axes((0, 0, 1, 1))
        self._axes.set_xlim(0, width)
        self._axes.set_ylim(height, 0)
        self._axes.set_axis_off()
        self._layer = 1.0
        self.width, self.height = width, height
        """In points before the zoom."""
        self._zoom = zoom

    def _above(self) -> float:
        self._layer += 1
        return self._layer

    def text(
        self,
        at: tuple[float, float],
        text: str,
        size: float,
        colour: str = "black",
        align: Align = "left",
        *,
        bold: bool = False,
    ) -> None:
        """Write *text* on the baseline that starts, ends or is centred at a point."""
        drawn = self._axes.text(
            *at,
            drawable(text)[0],
            fontproperties=font(size * self._zoom),
            color=colour,
            ha=align,
            va="baseline",
            parse_math=False,
            zorder=self._above(),
        )
        if bold:
            # The font has one weight only; an outline makes the other.
            drawn.set_path_effects(
                [withStroke(linewidth=size * self._zoom * 0.045, foreground=colour)]
            )

    def boxes(self, boxes: Sequence[Box], fill: str, hatch: str = "", ink: str = "white") -> None:
        """Fill boxes, and hatch them with *ink*."""
        if not boxes:
            return
        corners = [[(x0, y0), (x1, y0), (x1, y1), (x0, y1)] for x0, y0, x1, y1 in boxes]
        self._axes.add_collection(
            PolyCollection(corners, facecolors=fill, linewidths=0, zorder=self._above()),
            autolim=False,
        )
        if hatch:
            self._axes.add_collection(
                PolyCollection(
                    corners,
                    facecolors="none",
                    edgecolors=ink,
                    hatch=hatch,
                    linewidths=0,
                    zorder=self._above(),
                ),
                autolim=False,
            )

    def outline(self, box: Box, ink: str, width: float, *, rounding: float = 0) -> None:
        """Draw the outline of a box, its corners rounded; white inside."""
        x0, y0, x1, y1 = box
        style = f"round,pad=0,rounding_size={rounding}" if rounding else "square,pad=0"
        self._axes.add_patch(
            FancyBboxPatch(
                (x0, y0),
                x1 - x0,
                y1 - y0,
                boxstyle=style,
                facecolor="white",
                edgecolor=ink,
                linewidth=width * self._zoom,
                zorder=self._above(),
            )
        )

    def line(
        self, start: tuple[float, float], end: tuple[float, float], ink: str, width: float
    ) -> None:
        """Draw a straight line."""
        self._axes.add_line(
            Line2D(
                *zip(start, end, strict=True),
                color=ink,
                linewidth=width * self._zoom,
                solid_capstyle="butt",
                zorder=self._above(),
            )
        )

    def path(
        self,
        points: Sequence[tuple[float, float]],
        ink: str,
        width: float,
        dashes: tuple[float, ...] = (),
    ) -> None:
        """Draw a line through points, in *dashes* (lengths on and off, in points) if given."""
        line = Line2D(
            *zip(*points, strict=True),
            color=ink,
            linewidth=width * self._zoom,
            solid_capstyle="butt",
            solid_joinstyle="miter",
            dash_capstyle="butt",
            zorder=self._above(),
        )
        if dashes:
            line.set_linestyle((0, tuple(length / width for length in dashes)))
        self._axes.add_line(line)

    def area(
        self, corners: Sequence[tuple[float, float]], fill: str, hatch: str = "", ink: str = "white"
    ) -> None:
        """Fill a polygon without an outline, and hatch it with *ink*."""
        looks: list[dict[str, Any]] = [{"facecolors": fill}]
        if hatch:
            looks.append({"facecolors": "none", "edgecolors": ink, "hatch": hatch})
        for look in looks:
            self._axes.add_collection(
                PolyCollection([corners], linewidths=0, zorder=self._above(), **look),
                autolim=False,
            )

    def shape(
        self, corners: Sequence[tuple[float, float]], fill: str, ink: str, width: float
    ) -> None:
        """Draw a polygon."""
        self._axes.add_patch(
            Polygon(
                list(corners),
                closed=True,
                facecolor=fill,
                edgecolor=ink,
                linewidth=width * self._zoom,
                joinstyle="miter",
                zorder=self._above(),
            )
        )

    def dot(self, at: tuple[float, float], radius: float, ink: str, width: float) -> None:
        """Draw a small ring, white inside."""
        x, y = at
        self.outline((x - radius, y - radius, x + radius, y + radius), ink, width, rounding=radius)

    def png(self, title: str, description: str) -> bytes:
        """Return the sheet as a PNG that names no program and no date."""
        held = {"Software": None, "Title": title, "Description": description}
        return self._saved("png", held)

    def svg(self) -> bytes:
        """Return the sheet as an SVG that names no program and no date."""
        return self._saved("svg", {"Creator": None, "Date": None})

    def pdf(self, title: str) -> bytes:
        """Return the sheet as a PDF that names no program and no date."""
        held = {"Creator": None, "Producer": None, "CreationDate": None, "Title": title}
        return self._saved("pdf", held)

    def _saved(self, kind: str, metadata: dict[str, str | None]) -> bytes:
        buffer = BytesIO()
        dpi = PNG_DPI if kind == "png" else INCH
        self._figure.savefig(buffer, format=kind, dpi=dpi, metadata=metadata)
        return buffer.getvalue()
