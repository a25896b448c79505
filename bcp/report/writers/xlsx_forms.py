"""Sheets of Excel: one for each official form, and one for each table outside of forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from bcp.report.writers import look
from bcp.report.writers.flow import Flow, Heading, Item, Items, Picture, Runs, Turn, Words
from bcp.report.writers.grid import Grid
from bcp.report.writers.xlsx_cells import Raster, font, height_of, write, write_grid

UPRIGHT, FLAT = 92.0, 138.0
"""How many narrow letters fit across A4."""
MOST_UPRIGHT = 5
"""Columns of a single table; one with more is printed across."""
_STEPS = 120
"""Into how many parts the width of a form is cut, so that columns of its grids meet."""
_TOP = 3
"""In which row a single table begins, below its caption."""
_SIGNS = {"bullets": "・", "numbers": "{number}. "}
_BOXES = {False: "□ ", True: "☑ "}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What goes onto one sheet."""

    name: str
    """What it is to be called; shortened and made unique later."""
    title: str
    items: tuple[Item, ...]
    is_form: bool
    is_wide: bool

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The tables and forms on it."""
        return tuple(item for item in self.items if isinstance(item, Grid))

    @property
    def across(self) -> float:
        """How many narrow letters it is wide."""
        return FLAT if self.is_wide else UPRIGHT


def sheets_of(flow: Flow) -> Iterator[Sheet]:
    """Yield the sheets of *flow* in its order."""
    for grid in (item for item in flow.front if isinstance(item, Grid)):
        yield _single(grid)
    form: Heading | None = None
    held: list[Item] = []
    is_wide = lies = False
    for item in flow.items:
        if isinstance(item, Turn):
            is_wide = item.is_wide
        elif isinstance(item, Heading) and (item.form or (form and item.level <= form.level)):
            if form is not None:
                yield _form(form, held, is_wide=lies)
            form, held, lies = (item if item.form else None), [], is_wide
        elif form is not None:
            held.append(item)
        elif isinstance(item, Grid):
            yield _single(item)
    if form is not None:
        yield _form(form, held, is_wide=lies)


def _single(grid: Grid) -> Sheet:
    name = f"{grid.label} {grid.caption}".replace("\n", " ").strip()
    title = f"{grid.label}\u3000{grid.caption}" if grid.caption else ""
    return Sheet(name, title, (grid,), is_form=False, is_wide=len(grid.shares) > MOST_UPRIGHT)


def _form(heading: Heading, items: Sequence[Item], *, is_wide: bool) -> Sheet:
    return Sheet(heading.form, heading.title, tuple(items), is_form=True, is_wide=is_wide)


def fill(sheet: Worksheet, held: Sheet, flow: Flow) -> int:
    """Write *held* into *sheet*; return how many rows and set what is repeated when printing."""
    rasters = _rasters(held)
    for number, width in enumerate(rasters[0].widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = round(width, 2)
    size = 14 if held.is_form else 12
    write(sheet.cell(1, 1), held.title or flow.title).font = font(
        size, bold=True, colour=flow.dye.accent
    )
    sheet.row_dimensions[1].height = size * 1.8
    if not held.is_form:
        (grid,) = held.grids
        last = write_grid(sheet, grid, rasters[0], _TOP, flow.dye)
        _repeat(sheet, grid, _TOP)
        return last - 1
    return _Form(sheet, held, rasters, flow).write()


def _rasters(held: Sheet) -> list[Raster]:
    """Return how the columns of each grid lie on those of the sheet."""
    if not held.grids:
        return [Raster((held.across,), (0, 1))]
    if len(held.grids) == 1:
        shares = held.grids[0].shares
        widths = tuple(max(share * held.across, 4.0) for share in shares)
        return [Raster(widths, tuple(range(len(shares) + 1)))]
    steps = [_steps(grid) for grid in held.grids]
    edges = sorted({step for held_steps in steps for step in held_steps})
    widths = tuple((b - a) * held.across / _STEPS for a, b in pairwise(edges))
    places = {edge: place for place, edge in enumerate(edges)}
    return [Raster(widths, tuple(places[step] for step in own)) for own in steps]


def _steps(grid: Grid) -> list[int]:
    """Return the edges of the columns in whole steps, none of them on another."""
    ends = [round(_STEPS * end) for end in accumulate(grid.shares, initial=0.0)]
    last = len(ends) - 1
    for place in range(1, last + 1):
        ends[place] = max(ends[place], ends[place - 1] + 1)
    for place in range(last, -1, -1):
        ends[place] = min(ends[place], _STEPS - (last - place))
    return ends


class _Form:
    """One form, as it grows down its sheet."""

    def __init__(
        self, sheet: Worksheet, held: Sheet, rasters: Sequence[Raster], flow: Flow
    ) -> None:
        self._sheet, self._held, self._flow = sheet, held, flow
        self._rasters = iter(rasters)
        self._columns = len(rasters[0].widths)
        self._row = 2

    def write(self) -> int:
        """Write everything; return the last row."""
        self._merge(1)
        for item in self._held.items:
            self._write(item)
        return self._row - 1

    def _write(self, item: Item) -> None:
        match item:
            case Heading():
                self._line(item.title, size=11, bold=True)
            case Words():
                colour = look.SOFT if item.style == "note" else look.INK
                self._line(_text(item.runs), colour=colour, bold=item.style == "lead")
            case Items():
                for number, (runs, done) in enumerate(zip(item.items, item.done, strict=True), 1):
                    sign = _SIGNS.get(item.sort, _BOXES[done]).format(number=number)
                    self._line(f"{sign}{_text(runs)}")
            case Picture():
                self._line(f"{item.label}\u3000{item.caption or item.alt}", colour=look.SOFT)
            case Grid():
                self._grid(item)

    def _line(
        self, text: str, *, size: float = 10, bold: bool = False, colour: str = look.INK
    ) -> None:
        cell = write(self._sheet.cell(self._row, 1), text)
        cell.font = font(size, bold=bold, colour=colour)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        height = height_of(text, (self._held.across - 4) * 10 / size)
        self._sheet.row_dimensions[self._row].height = height
        self._merge(self._row)
        self._row += 1

    def _grid(self, grid: Grid) -> None:
        if grid.caption:
            self._row += 1
            self._line(f"{grid.label}\u3000{grid.caption}", bold=True)
        top = self._row
        self._row = write_grid(self._sheet, grid, next(self._rasters), top, self._flow.dye) + 1
        heads = [one for one in self._held.grids if one.heads]
        if heads == [grid] and self._held.grids[-1] is grid:
            # Above the rows of another grid its head would be wrong.
            _repeat(self._sheet, grid, top)

    def _merge(self, row: int) -> None:
        if self._columns > 1:
            self._sheet.merge_cells(
                start_row=row, start_column=1, end_row=row, end_column=self._columns
            )


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _repeat(sheet: Worksheet, grid: Grid, top: int) -> None:
    """Print the head of *grid*, which begins in the row *top*, on every page."""
    if grid.heads:
        last = top + grid.heads - 1
        sheet.print_title_rows = f"{top}:{last}"
        if top == _TOP:
            sheet.freeze_panes = sheet.cell(last + 1, 1)
