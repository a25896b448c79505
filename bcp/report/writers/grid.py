"""Tables, heads of forms and forms as one thing: cells with their places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from bcp.report.document import Align, Cell, Column, FormGrid, KeyValues, Row, Table, Tone

Role = Literal["head", "label", "body", "total"]
SIGNS = {"good": "○", "warn": "△", "bad": "×"}
"""What a tone is without its colour."""
_SIGNED = (*SIGNS.values(), "◎", "●", "✓", "✗", "✕")
_LABEL_SHARE = 0.28


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell: what it holds, where it lies and how it is meant."""

    text: str
    row: int
    column: int
    role: Role = "body"
    rows: int = 1
    columns: int = 1
    align: Align = "left"
    tone: Tone = "none"
    strong: bool = False
    number: bool = False
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, the head of a form, or a form."""

    sort: Literal["table", "pairs", "form"]
    caption: str
    shares: tuple[float, ...]
    """Of the width, one a column, together 1."""
    rows: tuple[tuple[Spot, ...], ...]
    """By the row where they begin."""
    heads: int = 0
    """How many rows are the head that is repeated on each page."""
    label: str = ""
    """Such as 表1."""
    width: float = 1.0
    """Of the width of the text."""
    kind: Literal["grid"] = "grid"


Harmless = Callable[[str], str]


def grid_of(block: Table | KeyValues | FormGrid, harmless: Harmless) -> Grid:
    """Return *block* as cells, every text of it made *harmless*."""
    match block:
        case Table():
            return _table(block, harmless)
        case KeyValues():
            return _pairs(block, harmless)
        case FormGrid():
            return _form(block, harmless)


def signed(text: str, tone: Tone) -> str:
    """Return *text* with the sign of its tone, unless it begins with a sign of its own."""
    if tone not in SIGNS or text.startswith(_SIGNED):
        return text
    return f"{SIGNS[tone]} {text}".rstrip(" ")


def _table(table: Table, harmless: Harmless) -> Grid:
    head = _head(table.columns, harmless)
    body = [
        tuple(_spots(row, table.columns, n, "body", harmless))
        for n, row in _from(len(head), table.rows)
    ]
    below = len(head) + len(body)
    totals = [
        tuple(_spots(row, table.columns, n, "total", harmless))
        for n, row in _from(below, table.totals)
    ]
    shares = _shares(tuple(column.share for column in table.columns))
    rows = (*head, *body, *totals)
    return Grid("table", harmless(table.caption), shares, rows, heads=len(head))


def _head(columns: tuple[Column, ...], harmless: Harmless) -> tuple[tuple[Spot, ...], ...]:
    """Return the head: two rows if columns have groups, in which the others fill both."""
    titles = [
        Spot(harmless(column.title), 0, place, "head", align=column.align)
        for place, column in enumerate(columns)
    ]
    if not any(column.group for column in columns):
        return (tuple(titles),)
    above: list[Spot] = []
    for group, held in groupby(titles, key=lambda spot: columns[spot.column].group):
        members = list(held)
        first, many = members[0].column, len(members)
        if group:
            text = harmless(group)
            above.append(Spot(text, 0, first, "head", columns=many, align="center"))
        else:
            above += [replace(spot, rows=2) for spot in members]
    below = (replace(spot, row=1) for spot in titles if columns[spot.column].group)
    return tuple(above), tuple(below)


def _from(first: int, rows: tuple[Row, ...]) -> Iterator[tuple[int, Row]]:
    return enumerate(rows, start=first)


def _spots(
    row: Row, columns: tuple[Column, ...], place: int, role: Role, harmless: Harmless
) -> Iterator[Spot]:
    for number, (held, column) in enumerate(zip(row, columns, strict=True)):
        cell = Cell(held) if isinstance(held, str) else held
        yield Spot(
            signed(harmless(cell.text), cell.tone),
            place,
            number,
            role,
            align=column.align,
            tone=cell.tone,
            strong=cell.emphasis or role == "total",
            number=column.kind == "number",
        )


def _pairs(pairs: KeyValues, harmless: Harmless) -> Grid:
    rows = []
    for place, (label, held) in enumerate(pairs.pairs):
        cell = Cell(held) if isinstance(held, str) else held
        text = signed(harmless(cell.text), cell.tone)
        value = Spot(text, place, 1, tone=cell.tone, strong=cell.emphasis)
        rows.append((Spot(harmless(label), place, 0, "label"), value))
    return Grid("pairs", harmless(pairs.caption), (_LABEL_SHARE, 1 - _LABEL_SHARE), tuple(rows))


def _form(form: FormGrid, harmless: Harmless) -> Grid:
    rows: list[list[Spot]] = [[] for _ in form.rows]
    for box, row, column in form.placed():
        spot = Spot(
            signed(harmless(box.text), box.tone),
            row,
            column,
            "label" if box.is_label else "body",
            rows=box.rows,
            columns=box.columns,
            align=box.align,
            tone=box.tone,
            lines=box.lines,
        )
        rows[row].append(spot)
    return Grid("form", harmless(form.caption), _shares(form.shares), tuple(map(tuple, rows)))


def _shares(shares: tuple[float, ...]) -> tuple[float, ...]:
    whole = sum(shares)
    return tuple(share / whole for share in shares)


def boxes(rows: tuple[tuple[Spot, ...], ...], columns: int, width: float) -> Grid:
    """Return boxes to sign: as many *columns*, alike, over *width* of the text."""
    return Grid("form", "", (1 / columns,) * columns, rows, width=width)
