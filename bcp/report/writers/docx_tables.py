"""Tables and forms of Word, as XML of our own: python-docx takes minutes for a thousand rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bcp.report.writers import look
from bcp.report.writers.docx_parts import Xml, element, paragraph, run
from bcp.report.writers.grid import Grid, Spot

_LINE = 370
"""Of handwriting, in twentieths of a point: 6.5 mm."""
_LONGEST = 600
"""Letters of a cell beyond which its row may be cut: it could be longer than a page."""
_TOGETHER = 8
"""Rows of a table that are not parted."""


def table(grid: Grid, across: int, dye: look.Dye) -> Xml:
    """Return a table or form: its head on every page, no row cut in two.

    *across* is the width of the text, in twentieths of a point.
    """
    widths = [round(share * grid.width * across) for share in grid.shares]
    style = "PlainTable" if grid.sort == "table" else "FormTable"
    head = element("tblLook", firstRow=int(grid.heads > 0), noHBand=1, noVBand=1)
    made = element(
        "tbl",
        element(
            "tblPr",
            element("tblStyle", val=style),
            element("tblW", w=sum(widths), type="dxa"),
            *((element("jc", val="center"),) if grid.width < 1 else ()),
            element("tblLayout", type="fixed"),
            head,
        ),
        element("tblGrid", *(element("gridCol", w=width) for width in widths)),
    )
    below = _below(grid)
    for number in range(len(grid.rows)):
        made.append(_row(grid, number, widths, below, dye))
    return made


def _keeps(grid: Grid, number: int) -> bool:
    """Whether a row stays on the page of the next one: no head and no last row is left alone."""
    rows = len(grid.rows)
    if grid.sort != "table" or rows - grid.heads <= _TOGETHER:
        return number < rows - 1
    return number <= grid.heads or number == rows - 2


def _below(grid: Grid) -> dict[tuple[int, int], Spot]:
    """Return the places that a box takes further down than where it begins."""
    return {
        (spot.row + down, spot.column): spot
        for row in grid.rows
        for spot in row
        for down in range(1, spot.rows)
    }


def _row(
    grid: Grid,
    number: int,
    widths: list[int],
    below: dict[tuple[int, int], Spot],
    dye: look.Dye,
) -> Xml:
    spots = {spot.column: spot for spot in grid.rows[number]}
    continued = {column: spot for (row, column), spot in below.items() if row == number}
    properties = element("trPr")
    if all(len(spot.text) < _LONGEST for spot in spots.values()):
        properties.append(element("cantSplit"))
    lines = max((spot.lines for spot in spots.values() if spot.rows == 1), default=1)
    if lines > 1:
        properties.append(element("trHeight", val=lines * _LINE, hRule="atLeast"))
    if number < grid.heads:
        properties.append(element("tblHeader"))
    keeps = _keeps(grid, number)
    return element(
        "tr",
        properties,
        *(
            element(
                "tc",
                _cell_properties(spot, widths, grid, dye, is_new=column in spots),
                _words(spot, _held(spot) if column in spots else (), keeps=keeps),
            )
            for column, spot in sorted({**continued, **spots}.items())
        ),
    )


def _tops(grid: Grid, spot: Spot) -> bool:
    """Whether *spot* is in the first row of totals."""
    above = grid.rows[spot.row - 1] if spot.row else ()
    return spot.role == "total" and not any(other.role == "total" for other in above)


def _cell_properties(
    spot: Spot, widths: list[int], grid: Grid, dye: look.Dye, *, is_new: bool
) -> Xml:
    width = sum(widths[spot.column : spot.column + spot.columns])
    properties = element("tcPr", element("tcW", w=width, type="dxa"))
    if spot.columns > 1:
        properties.append(element("gridSpan", val=spot.columns))
    if spot.rows > 1:
        properties.append(element("vMerge", **({"val": "restart"} if is_new else {})))
    if _tops(grid, spot):
        line = element("top", val="single", sz=12, space=0, color=dye.accent)
        properties.append(element("tcBorders", line))
    ground = look.GROUNDS.get(spot.tone) or (dye.head if spot.role in {"head", "label"} else None)
    if ground:
        properties.append(element("shd", val="clear", color="auto", fill=ground))
    properties.append(element("vAlign", val="center"))
    return properties


def _words(spot: Spot, held: Iterable[Xml], *, keeps: bool) -> Xml:
    properties = {}
    if keeps:
        properties["keepNext"] = element("keepNext")
    if spot.align != "left":
        properties["jc"] = element("jc", val=spot.align)
    return paragraph("TableText", *held, **properties)


def _held(spot: Spot) -> Iterator[Xml]:
    properties = []
    if spot.strong or spot.role in {"head", "label"}:
        properties += [element("b"), element("bCs")]
    if spot.tone in look.LETTERS:
        properties.append(element("color", val=look.LETTERS[spot.tone]))
    yield run(spot.text, *properties)
