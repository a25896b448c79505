"""From the cells of sheets to rows of known columns: headings found, sheets recognised, faults told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bcp.errors import Fault
from bcp.exchange.book import form_1
from bcp.exchange.book.notation import simple
from bcp.exchange.book.sheets import MARK, Sheet, both_titles, heading, readme_title, sheets
from bcp.exchange.grid import Grid
from bcp.inventory.faults import Nearest
from bcp.reading import shown
from bcp.words import LANGS, Phrase, say
from bcp.words.book import WORDS

__all__ = ["Cell", "Read", "Row", "Sheaf", "rows_of"]

_TOP = 30
"""Rows among which the headings have to stand."""
_LIKELY = 3
"""Headings by which a sheet with any name is recognised."""


@dataclass(frozen=True)
class Cell:
    """A cell below a heading that is known."""

    text: str
    row: int
    column: int


@dataclass(frozen=True)
class Row:
    """A row of a sheet."""

    sheet: Sheet
    grid: Grid
    number: int
    cells: Mapping[str, Cell]
    """By the key of the column; an empty cell of a column that is there has no text."""
    is_partial: bool = False
    """Whether an empty cell says nothing."""
    taken_for: str = ""
    """The kind of a component that a form takes for granted."""
    for_new: frozenset[str] = frozenset()
    """Columns that say something only of an item that is new."""

    def text(self, key: str) -> str:
        """Return what stands in a column, without the spaces around it."""
        return self.cells[key].text.strip() if key in self.cells else ""

    def fault(self, column: str, key: str, **values: object) -> Fault:
        """Return a fault in a column; in the first cell if the row has no such column."""
        cell = self.cells.get(column)
        row, number = (cell.row, cell.column) if cell else (self.number, 1)
        return self.grid.fault(row, number, key, **values)

    def place(self, column: str) -> str:
        """Return what the cell in a column is called."""
        return self.fault(column, "").where


@dataclass(frozen=True)
class Sheaf:
    """The rows of one sheet."""

    sheet: Sheet
    grid: Grid
    rows: tuple[Row, ...]
    is_partial: bool = False
    """Whether rows that are missing are known to be no loss."""


@dataclass
class Read:
    """What was read, while it is being gathered."""

    sheaves: list[Sheaf] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notices: list[Phrase] = field(default_factory=list)
    """What was passed over, and what was taken for something."""
    digest: str = ""
    """Of the inventory from which the sheets were made, if they say it."""


def rows_of(grids: Iterable[Grid], *, is_partial: bool = False) -> Read:
    """Return the rows of all sheets that are known.

    Parameters
    ----------
    grids
        The sheets.
    is_partial
        Whether empty cells and missing rows say nothing on any sheet.
    """
    read = Read()
    for grid in grids:
        if simple(grid.sheet) in {simple(readme_title(lang)) for lang in LANGS}:
            read.digest = _digest_in(grid)
        elif simple(grid.sheet) != "lists" and (grid.rows or grid.faults):
            _take(grid, read, is_partial=is_partial)
    if not read.sheaves and not read.faults:
        file = next((grid.file for grid in grids), "")
        read.faults.append(Fault(file, 0, "", "book-nothing", {"known": _titles()}))
    return read


def _titles() -> str:
    return ", ".join(map(both_titles, sheets()))


def _digest_in(grid: Grid) -> str:
    """Return the digest that the first sheet says it was made from."""
    labels = {simple(say(WORDS, "readme-digest", lang)) for lang in LANGS}
    for cells in grid.rows.values():
        if simple(cells.get(1, "")) in labels:
            return cells.get(2, "").strip()
    return ""


def _take(grid: Grid, read: Read, *, is_partial: bool) -> None:
    form = form_1.heading_of(grid)
    if form is not None:
        read.faults += grid.faults
        _take_form(grid, form, read)
        return
    sheet = _sheet_of(grid, read)
    if sheet is None:
        return
    read.faults += grid.faults
    if any(held.sheet is sheet for held in read.sheaves):
        values = {"sheet": both_titles(sheet), "value": shown(grid.sheet)}
        read.faults.append(Fault(grid.file, 0, grid.sheet, "book-sheet-twice", values))
        return
    rows = _tall(grid, sheet, read) if sheet.is_tall else _wide(grid, sheet, read)
    if is_partial:
        rows = [Row(r.sheet, r.grid, r.number, r.cells, is_partial=True) for r in rows]
    read.sheaves.append(Sheaf(sheet, grid, tuple(rows), is_partial=is_partial))


def _take_form(grid: Grid, form: form_1.Heading, read: Read) -> None:
    """Read the ministry's form 1 as rows of components, and of functions where it has targets."""
    read.notices.append(Phrase("took-for-form-1", {"sheet": shown(grid.sheet) or shown(grid.file)}))
    for text in form.unknown:
        read.notices.append(
            Phrase("column-passed", {"sheet": shown(grid.sheet), "value": shown(text)})
        )
    for text in form.places:
        read.notices.append(Phrase("places-passed", {"value": shown(text)}))
    read.faults += _joined(grid, form.row)
    for key in ("components", "functions"):
        sheet = _by_key(key)
        columns = form.columns.get(key, {})
        rows = []
        for number in sorted(row for row in grid.rows if row > form.row):
            cells = _cells(grid, number, columns)
            if cells.get("name") and cells["name"].text.strip():
                taken = "service" if key == "components" else ""
                for_new = frozenset({"requires"})
                row = Row(
                    sheet, grid, number, cells, is_partial=True, taken_for=taken, for_new=for_new
                )
                rows.append(row)
        if rows:
            read.sheaves.append(Sheaf(sheet, grid, tuple(rows), is_partial=True))


def _by_key(key: str) -> Sheet:
    return next(sheet for sheet in sheets() if sheet.key == key)


# --- which sheet it is ---------------------------------------------------------------------------


def _sheet_of(grid: Grid, read: Read) -> Sheet | None:
    """Return the sheet that *grid* is, by its name or else by its headings."""
    name = simple(grid.sheet)
    for sheet in sheets():
        if name in sheet.titles:
            return sheet
    # Where headings fit both an inventory and its scenarios, the inventory is meant.
    scores = [
        ((_score(grid, sheet), not sheet.is_scenario), sheet)
        for sheet in sheets()
        if not sheet.is_tall
    ]
    best, likely = max(scores, key=lambda held: held[0])
    if best[0] >= _LIKELY and [score for score, _ in scores].count(best) == 1:
        values = {"value": shown(grid.sheet), "sheet": Phrase(f"sheet-{likely.key}")}
        read.notices.append(Phrase("took-for-sheet", values))
        return likely
    known = [sheet.title(lang) for sheet in sheets() for lang in LANGS]
    near = Nearest()(grid.sheet, known)
    if near:
        values = {"value": shown(grid.sheet), "nearest": near}
        read.faults.append(Fault(grid.file, 0, grid.sheet, "book-sheet-misspelt", values))
    else:
        read.notices.append(Phrase("sheet-passed", {"value": shown(grid.sheet)}))
    return None


def _score(grid: Grid, sheet: Sheet) -> int:
    return len(_columns(grid, _heading_row(grid, sheet), sheet))


def _heading_row(grid: Grid, sheet: Sheet) -> int:
    """Return the row of the headings: of the first, that in which most of the texts are known."""
    rows = [row for row in sorted(grid.rows) if row <= _TOP]
    return max(rows, key=lambda row: (len(_columns(grid, row, sheet)), -row), default=0)


def _columns(grid: Grid, row: int, sheet: Sheet) -> dict[int, str]:
    """Return the key of each column whose heading in *row* is known."""
    cells = grid.rows.get(row, {})
    return {
        number: sheet.headings[simple(text)].key
        for number, text in cells.items()
        if simple(text) in sheet.headings
    }


# --- a row an item -------------------------------------------------------------------------------


def _wide(grid: Grid, sheet: Sheet, read: Read) -> list[Row]:
    top = _heading_row(grid, sheet)
    columns = _columns(grid, top, sheet)
    named = {key for key in columns.values() if key in ("id", "name", MARK, *sheet.known_by)}
    if not named:
        names = [heading(sheet, one, lang) for lang in LANGS for one in sheet.columns[:3]]
        values = {"known": ", ".join(dict.fromkeys(names))}
        read.faults.append(Fault(grid.file, 0, grid.sheet, "book-no-headings", values))
        return []
    read.faults += [*_strangers(grid, sheet, top, read), *_joined(grid, top)]
    by_key = {key: number for number, key in sorted(columns.items(), reverse=True)}
    rows = []
    for number in sorted(row for row in grid.rows if row > top):
        cells = _cells(grid, number, by_key)
        if any(cell.text.strip() for key, cell in cells.items() if key != MARK):
            rows.append(Row(sheet, grid, number, cells))
    return rows


def _cells(grid: Grid, number: int, columns: Mapping[str, int]) -> dict[str, Cell]:
    held = grid.rows[number]
    return {key: Cell(held.get(column, ""), number, column) for key, column in columns.items()}


def _strangers(grid: Grid, sheet: Sheet, top: int, read: Read) -> Iterator[Fault]:
    """Yield headings that stand twice or are misspelt, and cells that have none."""
    seen: set[str] = set()
    known = [heading(sheet, column, lang) for lang in LANGS for column in sheet.columns]
    headings = grid.rows.get(top, {})
    nearest = Nearest()
    for number, text in headings.items():
        column = sheet.headings.get(simple(text))
        if column is None:
            near = nearest(text, known)
            if near:
                yield grid.fault(
                    top, number, "book-heading-misspelt", value=shown(text), nearest=near
                )
            else:
                values = {"sheet": shown(grid.sheet), "value": shown(text)}
                read.notices.append(Phrase("column-passed", values))
        elif column.key in seen:
            yield grid.fault(top, number, "book-heading-twice", value=shown(text))
        else:
            seen.add(column.key)
    for row, cells in grid.rows.items():
        for number in cells:
            if row > top and number not in headings:
                yield grid.fault(row, number, "book-no-heading")


def _joined(grid: Grid, top: int) -> Iterator[Fault]:
    """Yield joined cells below the headings: of which row they speak, nobody can tell."""
    for name, left, first, _, last in grid.merged_cells():
        if last > top:
            yield grid.fault(max(first, top + 1), left, "book-merged", range=name)


# --- a row a key ---------------------------------------------------------------------------------


def _tall(grid: Grid, sheet: Sheet, read: Read) -> list[Row]:
    """Return the one row of a sheet whose keys stand below each other."""
    cells: dict[str, Cell] = {}
    known = [heading(sheet, column, lang) for lang in LANGS for column in sheet.columns]
    skipped = {simple(say(WORDS, "tall-key", lang)) for lang in LANGS}
    nearest = Nearest()
    for row, held in sorted(grid.rows.items()):
        text = held.get(1, "")
        column = sheet.headings.get(simple(text))
        if column is not None and column.key not in cells:
            cells[column.key] = Cell(held.get(2, ""), row, 2)
        elif column is not None:
            read.faults.append(grid.fault(row, 1, "book-heading-twice", value=shown(text)))
        elif text.strip() and simple(text) not in skipped:
            _unknown_key(grid, row, text, nearest(text, known), read)
    read.faults += _joined(grid, 1)
    first = min(grid.rows, default=1)
    return [Row(sheet, grid, first, cells)] if cells else []


def _unknown_key(grid: Grid, row: int, text: str, near: Any, read: Read) -> None:
    if near:
        values = {"value": shown(text), "nearest": near}
        read.faults.append(grid.fault(row, 1, "book-heading-misspelt", **values))
    else:
        values = {"sheet": shown(grid.sheet), "value": shown(text)}
        read.notices.append(Phrase("column-passed", values))
