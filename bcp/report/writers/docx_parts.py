"""The pieces of a Word document as python-docx keeps them: runs, paragraphs, tables, fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml

from bcp.report.document import Run
from bcp.report.writers import look
from bcp.report.writers.flow import Runs
from bcp.report.writers.grid import Grid, Spot

Xml = Any
"""An element; lxml's types do not say which."""
WIDTH = 9638
"""Of the text on A4, in twentieths of a point: 170 mm."""
_LINE = 370
"""Of handwriting, in twentieths of a point: 6.5 mm."""
_LONGEST = 600
"""Letters of a cell beyond which its row may be cut: it could be longer than a page."""


def element(tag: str, *children: Xml, **attributes: object) -> Xml:
    """Return an element of WordprocessingML, its attributes of the same."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def paragraph(style: str, *children: Xml, **properties: Xml) -> Xml:
    """Return a paragraph; *properties* are further elements of its properties, by name."""
    held = element("pPr", element("pStyle", val=style), *properties.values())
    return element("p", held, *children)


def run(text: str, *properties: Xml) -> Xml:
    """Return a run; line feeds in *text* become line breaks."""
    made = element("r")
    if properties:
        made.append(element("rPr", *properties))
    for number, line in enumerate(text.split("\n")):
        if number:
            made.append(element("br"))
        made.append(_letters(line))
    return made


def _letters(line: str) -> Xml:
    letters = element("t")
    letters.text = line
    letters.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return letters


def sentence(runs: Runs) -> Iterator[Xml]:
    """Yield the runs of a sentence, those with a target as links."""
    for held in runs:
        made = run(held.text, *_properties(held))
        yield element("hyperlink", made, anchor=bookmark(held.target)) if held.target else made


def _properties(held: Run) -> Iterator[Xml]:
    if held.target:
        yield element("rStyle", val="Hyperlink")
    if held.strong:
        yield element("b")
        yield element("bCs")
    if held.emphasis:
        yield element("u", val="single")


def bold(text: str) -> Xml:
    """Return a run in bold."""
    return run(text, element("b"), element("bCs"))


def bookmark(anchor: str) -> str:
    """Return the name of a place as Word allows it."""
    return anchor.replace("-", "_")


def field(instruction: str, shown: str) -> Iterator[Xml]:
    """Yield the runs of a field that Word fills in, and what it shows until then."""
    yield element("r", element("fldChar", fldCharType="begin"))
    code = element("instrText")
    code.text = f" {instruction} "
    yield element("r", code)
    yield element("r", element("fldChar", fldCharType="separate"))
    yield run(shown)
    yield element("r", element("fldChar", fldCharType="end"))


def tick_box(*, is_ticked: bool) -> Xml:
    """Return a box that can be ticked in Word."""
    sign = "☒" if is_ticked else "☐"
    return parse_xml(
        f'<w:sdt {nsdecls("w", "w14")}><w:sdtPr><w14:checkbox><w14:checked w14:val="{int(is_ticked)}"/>'
        '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
        '<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" '
        f'w:eastAsia="MS Gothic"/></w:rPr><w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>'
    )


def table(grid: Grid) -> Xml:
    """Return a table or form: its head on every page, no row cut in two."""
    widths = [round(share * WIDTH) for share in grid.shares]
    style = "PlainTable" if grid.sort == "table" else "FormTable"
    head = element("tblLook", firstRow=int(grid.heads > 0), noHBand=1, noVBand=1)
    made = element(
        "tbl",
        element(
            "tblPr",
            element("tblStyle", val=style),
            element("tblW", w=sum(widths), type="dxa"),
            element("tblLayout", type="fixed"),
            head,
        ),
        element("tblGrid", *(element("gridCol", w=width) for width in widths)),
    )
    below = _below(grid)
    for number in range(len(grid.rows)):
        made.append(_row(grid, number, widths, below))
    return made


def _below(grid: Grid) -> dict[tuple[int, int], Spot]:
    """Return the places that a box takes further down than where it begins."""
    return {
        (spot.row + down, spot.column): spot
        for row in grid.rows
        for spot in row
        for down in range(1, spot.rows)
    }


def _row(grid: Grid, number: int, widths: list[int], below: dict[tuple[int, int], Spot]) -> Xml:
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
    is_whole = grid.sort != "table" and number < len(grid.rows) - 1
    cells = [
        _cell(spot, widths, is_new=column in spots, keeps=is_whole, tops=_tops(grid, spot))
        for column, spot in sorted({**continued, **spots}.items())
    ]
    return element("tr", properties, *cells)


def _tops(grid: Grid, spot: Spot) -> bool:
    """Whether *spot* is in the first row of totals."""
    above = grid.rows[spot.row - 1] if spot.row else ()
    return spot.role == "total" and not any(other.role == "total" for other in above)


def _cell(spot: Spot, widths: list[int], *, is_new: bool, keeps: bool, tops: bool) -> Xml:
    width = sum(widths[spot.column : spot.column + spot.columns])
    properties = element("tcPr", element("tcW", w=width, type="dxa"))
    if spot.columns > 1:
        properties.append(element("gridSpan", val=spot.columns))
    if spot.rows > 1:
        properties.append(element("vMerge", **({"val": "restart"} if is_new else {})))
    if tops:
        line = element("top", val="single", sz=12, space=0, color=look.ACCENT)
        properties.append(element("tcBorders", line))
    ground = look.GROUNDS.get(spot.tone) or (look.HEAD if spot.role in {"head", "label"} else None)
    if ground:
        properties.append(element("shd", val="clear", color="auto", fill=ground))
    properties.append(element("vAlign", val="center"))
    held = _held(spot) if is_new else ()
    return element("tc", properties, _words(spot, held, keeps=keeps))


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
