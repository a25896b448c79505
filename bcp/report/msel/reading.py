"""From the Excel sheet of a drill back to its file, with every fault named by its cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from bcp.drill.file.load import drill_of, read_tree
from bcp.drill.file.models import Drill, Inject
from bcp.drill.file.writing import plain
from bcp.errors import Fault, InputError
from bcp.inventory.faults import Nearest
from bcp.inventory.load import LoadedInventory
from bcp.reading import FREE, Document, read, shown
from bcp.report.msel.columns import COLUMNS, HEADINGS, Column, is_yaml, meant, simple
from bcp.report.msel.grid import Grid, grid_of
from bcp.report.msel.sheet import SHEET
from bcp.scenario.models import Head
from bcp.words import LANGS, say
from bcp.words.msel import WORDS

__all__ = ["Changes", "read_sheet"]

_OFFSET, _ROW = 10**9, 1000
"""In place of a line, a cell is ``_OFFSET + row * _ROW + column``."""
_COLUMN: Mapping[str, Column] = {column.key: column for column in COLUMNS}
_IN_INJECT = re.compile(r"injects\[[^\]]*\]\.(\w+[.\[].+)")


@dataclass(frozen=True)
class Changes:
    """What a sheet makes of a drill."""

    tree: dict[str, Any]
    """The file as it will be written."""
    drill: Drill
    """The same, read."""
    added: tuple[str, ...]
    """The numbers of the injects that were not there."""
    changed: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True)
class _Table:
    """Where the injects stand on the sheet."""

    grid: Grid
    heading: int
    """The row of the headings."""
    columns: dict[int, str]
    """The key of each column."""

    def column_of(self, key: str) -> int:
        """Return the column of a key; the first if it has none."""
        return next((number for number, held in self.columns.items() if held == key), 1)

    def rows(self) -> Iterator[int]:
        """Yield the rows of injects; a difficulty that was left behind makes none."""
        left = self.column_of("difficulty")
        for row, cells in sorted(self.grid.rows.items()):
            if row > self.heading and set(cells) - {left}:
                yield row


def read_sheet(path: Path, drill: Path, loaded: LoadedInventory, scenario: Head) -> Changes:
    """Return the drill in the file *drill* with the injects of the Excel file *path*.

    Parameters
    ----------
    path
        The Excel file.
    drill
        The YAML file; all but the injects is taken from it.
    loaded
        The inventory.
    scenario
        The head of the scenario that the drill rehearses.

    Raises
    ------
    InputError
        With every fault of the sheet, each named by its cell.
    """
    document = read_tree(drill)
    was = drill_of(document, loaded, scenario)
    grid = grid_of(path, SHEET)
    table = _table(grid)
    faults = [*grid.faults, *_strangers(table), *_mistaken(grid, table.heading, was)]
    rows = {row: _raw(table, row, faults) for row in table.rows()}
    if faults:
        raise InputError(faults)
    merged = _merged(document, was, table, rows)
    try:
        now = drill_of(merged, loaded, scenario)
    except InputError as error:
        raise InputError([_at_cell(fault, table, str(drill)) for fault in error.faults]) from None
    assert isinstance(merged.root, dict)
    return _changes(merged.root, was, now)


def _changes(tree: dict[str, Any], was: Drill, now: Drill) -> Changes:
    before = {inject.no: inject for inject in was.injects}
    after = {inject.no: inject for inject in now.injects}
    return Changes(
        tree,
        now,
        added=tuple(no for no in after if no not in before),
        changed=tuple(no for no in after if no in before and after[no] != before[no]),
        removed=tuple(no for no in before if no not in after),
    )


# --- the table ---------------------------------------------------------------------------------


def _table(grid: Grid) -> _Table:
    """Find the headings.

    Raises
    ------
    InputError
        If there are none.
    """
    for row in sorted(grid.rows):
        columns = {
            number: HEADINGS[simple(text)]
            for number, text in grid.rows[row].items()
            if simple(text) in HEADINGS
        }
        if {"no", "text"} <= set(columns.values()):
            return _Table(grid, row, columns)
    headings = {key: [_COLUMN[key].heading(lang) for lang in LANGS] for key in ("no", "text")}
    values = {key: " / ".join(names) for key, names in headings.items()}
    raise InputError([Fault(grid.file, 0, grid.sheet, "msel-no-headings", values)])


def _strangers(table: _Table) -> Iterator[Fault]:
    """Find headings that are unknown or stand twice, and cells that have none."""
    grid, seen, nearest = table.grid, set[str](), Nearest()
    known = list(dict.fromkeys(column.heading(lang) for lang in LANGS for column in COLUMNS))
    headings = grid.rows[table.heading]
    for number, text in headings.items():
        key = table.columns.get(number)
        if key is None:
            values = {"value": shown(text), "known": ", ".join(known)}
            meant_ = nearest(text, known)
            if meant_ is None:
                yield grid.fault(table.heading, number, "msel-heading", **values)
            else:
                more = {"nearest": meant_}
                yield grid.fault(table.heading, number, "msel-heading-near", **values, **more)
        elif key in seen:
            yield grid.fault(table.heading, number, "msel-heading-twice", value=shown(text))
        else:
            seen.add(key)
    for row, cells in grid.rows.items():
        for number in cells:
            if row > table.heading and number not in headings:
                yield grid.fault(row, number, "msel-no-heading")


def _mistaken(grid: Grid, heading: int, drill: Drill) -> Iterator[Fault]:
    """Find out whether the sheet says that it is of another drill."""
    labels = {simple(say(WORDS, "drill-id", lang)) for lang in LANGS}
    for row, cells in grid.rows.items():
        names = sorted(cells)
        for number, follower in pairwise(names):
            is_label = row < heading and simple(cells[number]) in labels
            if is_label and cells[follower].strip() != drill.drill.id:
                values = {"found": shown(cells[follower]), "wanted": drill.drill.id}
                yield grid.fault(row, follower, "msel-other-drill", **values)


# --- a row -------------------------------------------------------------------------------------


def _raw(table: _Table, row: int, faults: list[Fault]) -> dict[str, Any]:
    """Return the inject of a row as a file would say it, its faults noted."""
    found: dict[str, Any] = {}
    for number, text in table.grid.rows[row].items():
        key = table.columns.get(number)
        if key is None:
            continue
        value = _value(table, row, number, text.strip(), faults)
        if value is not None and (key, value) != ("difficulty", "standard"):
            found[key] = value
    order = [field.alias or name for name, field in Inject.model_fields.items()]
    return {key: found[key] for key in order if key in found}


def _value(table: _Table, row: int, number: int, text: str, faults: list[Fault]) -> Any:
    column = _COLUMN[table.columns[number]]
    if not is_yaml(column, text):
        return meant(column, text)
    try:
        return read(text.encode(), table.grid.file).root
    except InputError as error:
        faults += [table.grid.fault(row, number, held.key, **held.values) for held in error.faults]
        return None


# --- the whole drill ---------------------------------------------------------------------------


def _merged(
    document: Document, was: Drill, table: _Table, rows: Mapping[int, dict[str, Any]]
) -> Document:
    """Return the file with the injects of the sheet, each container knowing its cells."""
    root = document.root
    assert isinstance(root, dict)
    lines = dict(document.lines)
    # The list may be announced and left empty, or not be there at all.
    written: list[Any] = list(root.get("injects") or []) if was.injects else []
    before = {inject.no: (inject, raw) for inject, raw in zip(was.injects, written, strict=True)}
    injects = [_kept(raw, before.get(str(raw.get("no")))) for raw in rows.values()]
    for raw, row in zip(injects, rows, strict=True):
        codes = [_OFFSET + row * _ROW + table.column_of(key) for key in raw]
        lines[id(raw)] = codes
        for held, code in zip(raw.values(), codes, strict=True):
            _mark(held, code, lines)
    lines[id(injects)] = [_OFFSET + row * _ROW + 1 for row in rows]
    merged = {**root, "injects": injects}
    own = dict(zip(root, document.lines[id(root)], strict=True))
    lines[id(merged)] = [own.get(key, 1) for key in merged]
    return Document(document.file, merged, lines)


def _kept(raw: dict[str, Any], before: tuple[Inject, Any] | None) -> dict[str, Any]:
    """Return the inject as it was written if nothing in it changed, else with the notes it had."""
    if before is None:
        return raw
    inject, written = before
    if raw == plain(inject):
        return dict(deepcopy(written))
    return raw | {key: held for key, held in written.items() if key.startswith(FREE)}


def _mark(held: Any, code: int, lines: dict[int, Any]) -> None:
    """Note for every container in *held* that it stands in one cell."""
    if isinstance(held, (dict, list)):
        lines[id(held)] = [code] * len(held)
        for inner in held.values() if isinstance(held, dict) else held:
            _mark(inner, code, lines)


def _at_cell(fault: Fault, table: _Table, drill: str) -> Fault:
    """Return *fault* with the cell in which it stands, if it does."""
    if fault.line < _OFFSET:
        return replace(fault, file=drill)
    row, column = divmod(fault.line - _OFFSET, _ROW)
    inner = _IN_INJECT.fullmatch(fault.where)
    if fault.key == "missing" and inner is None:
        column = table.column_of(str(fault.values["name"]))
    where = table.grid.cell(row, column) + (f" {inner[1]}" if inner else "")
    return Fault(table.grid.file, 0, where, fault.key, fault.values)
