"""What stands on the sheets of an inventory: texts, whatever kind of file they go into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bcp.exchange.book.columns import Column
from bcp.exchange.book.inventory_files import Base, Entry
from bcp.exchange.book.notation import said
from bcp.exchange.book.sheets import MARK, OF, REST, Sheet, rest_of, sheets, value_at
from bcp.words import Lang

__all__ = ["Table", "cell_of", "tables_of"]


@dataclass(frozen=True)
class Table:
    """A sheet and its rows."""

    sheet: Sheet
    rows: tuple[tuple[str, ...], ...]
    """A text for each column of the sheet."""

    @property
    def used(self) -> frozenset[str]:
        """The keys of the columns in which anything stands."""
        columns = self.sheet.columns
        return frozenset(
            column.key for number, column in enumerate(columns) if any(r[number] for r in self.rows)
        )


def tables_of(base: Base, lang: Lang) -> tuple[Table, ...]:
    """Return the sheets of an inventory, and of its scenarios if they belong to *base*.

    What cannot stand twice has one row, empty if need be.
    """
    with_scenarios = base.scenarios is not None
    wanted = [sheet for sheet in sheets() if with_scenarios or not sheet.is_scenario]
    return tuple(_table(base, sheet, lang) for sheet in wanted)


def _table(base: Base, sheet: Sheet, lang: Lang) -> Table:
    entries = [*base.entries(sheet)]
    if sheet.is_tall and not entries:
        entries = [Entry(0, (), {})]
    rows = [
        tuple(cell_of(sheet, column, entry, lang) for column in sheet.columns) for entry in entries
    ]
    return Table(sheet, tuple(rows))


def cell_of(sheet: Sheet, column: Column, entry: Entry, lang: Lang) -> str:
    """Return what stands in a column for an entry."""
    return said(column, _held(sheet, column, entry), lang)


def _held(sheet: Sheet, column: Column, entry: Entry) -> Any:
    special: Mapping[str, Any] = {OF: entry.owner, MARK: entry.mark}
    if column.key in special:
        return special[column.key]
    if column.key == REST:
        return rest_of(entry.raw, sheet) or None
    return value_at(entry.raw, column)
