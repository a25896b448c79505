"""Tables and forms of Word, as XML of our own: python-docx takes minutes for a thousand rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bcp.report.writers import look
from bcp.report.writers.docx_parts import UPRIGHT, Xml, element, paragraph, run
from bcp.report.writers.grid import Grid, Spot
from bcp.report.writers.widths import UPRIGHT as LETTERS
from bcp.report.writers.widths import lines_of

_LINE = 370
"""Of handwriting, in twentieths of a point: 6.5 mm."""
_LONGEST = 600
"""Letters of a cell beyond which its row may be cut: it could be longer than a page."""
_TOGETHER = 14
"""Lines of a table that is not parted: about a third of a page."""
_HEAD_LINE = 270
"""Of a head, in twentieths of a point."""


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
    below, keeps, heights = _below(grid), _keeps(grid, across), _heights(grid, across)
    for number in range(len(grid.rows)):
        made.append(_row(grid, number, widths, below, dye, (number in keeps, heights.get(number))))
    return made


def _keeps(grid: Grid, across: int) -> set[int]:
    """Return the rows that stay on the page of the next one: no head or last row is left alone."""
    rows = len(grid.rows)
    room = across / UPRIGHT * LETTERS
    high = (
        max((lines_of(s, grid, room) for s in row if s.rows == 1), default=1) for row in grid.rows
    )
    if grid.sort != "table" or sum(high) <= _TOGETHER:
        return set(range(rows - 1))
    return {*range(min(grid.heads + 1, rows - 1)), rows - 2}


def _heights(grid: Grid, across: int) -> dict[int, int]:
    """Return how high rows have to be at least, in twentieths of a point, where that is known.

    What spans two rows of a head does not make them higher by itself in every program.
    """
    found = {
        number: lines * _LINE
        for number, row in enumerate(grid.rows)
        if (lines := max((spot.lines for spot in row if spot.rows == 1), default=1)) > 1
    }
    room = across / UPRIGHT * LETTERS
    spanning = [
        lines_of(s, grid, room) for row in grid.rows[: grid.heads] for s in row if s.rows > 1
    ]
    if spanning and grid.heads > 1:
        each = -(-max(spanning) * _HEAD_LINE // grid.heads)
        found |= dict.fromkeys(range(grid.heads), each)
    return found


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
    lie: tuple[bool, int | None],
) -> Xml:
    """Return a row; *lie*: whether it stays with the next one, and its least height if it has one."""
    keeps, height = lie
    spots = {spot.column: spot for spot in grid.rows[number]}
    continued = {column: spot for (row, column), spot in below.items() if row == number}
    properties = element("trPr")
    if all(len(spot.text) < _LONGEST for spot in spots.values()):
        properties.append(element("cantSplit"))
    if height is not None:
        properties.append(element("trHeight", val=height, hRule="atLeast"))
    if number < grid.heads:
        properties.append(element("tblHeader"))
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
