"""What the table of scenarios against functions shows, as numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from bcp.inventory.models import Inventory
from bcp.outlook.outlook import Outlook, by_urgency
from bcp.recovery.result import FunctionResult
from bcp.report.charts.picture import Size, Source
from bcp.report.names import called, clean
from bcp.words import Lang

__all__ = ["MOST", "Cell", "Column", "HeatmapView", "Row", "Verdict", "heatmap_view"]

MOST: Mapping[Size, tuple[int, int]] = {"a4": (60, 14), "slide": (14, 8)}
"""How many functions and scenarios fit on a sheet."""
_FEWER = Fraction(2, 3)
"""Of the rows that fit, how many are shown where not all do: these are to be read."""

Verdict = Literal["none", "met", "late", "beyond"]
"""Never down; met; RTO missed; beyond the MTPD or not back within the horizon."""
_ORDER: tuple[Verdict, ...] = ("none", "met", "late", "beyond")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a scenario does to a function, or the worst it does to several."""

    verdict: Verdict
    downtime: int
    """In seconds."""
    ratio: float
    """Downtime by RTO; infinite if the RTO is zero."""
    missed: int
    """How many RTOs are missed."""


NOTHING = Cell("none", 0, 0.0, 0)


@dataclass(frozen=True, slots=True)
class Column:
    """A scenario."""

    id: str
    name: str
    missed: int
    """How many functions miss their RTO, shown or not."""
    beyond: int
    """How many of them miss their MTPD too, or are not back."""
    loss: Fraction
    """In weighted hours."""


@dataclass(frozen=True, slots=True)
class Row:
    """A function, or all that are not shown."""

    id: str
    """Empty: it stands for the others."""
    name: str
    rank: str
    cells: tuple[Cell, ...]
    """One a column; the last for the other scenarios, if there are any."""
    missed: int
    """In how many scenarios it misses its RTO, shown or not; of the others, how often all do."""


@dataclass(frozen=True, slots=True)
class HeatmapView:
    """Everything the picture says."""

    lang: Lang
    organisation: str
    columns: tuple[Column, ...]
    more_columns: int
    """How many scenarios the last cell of each row stands for."""
    rows: tuple[Row, ...]
    """By urgency."""
    others: Row | None
    """The functions that have no row of their own."""
    more_rows: int
    total: int
    """How many functions there are."""
    scenarios: int
    """How many scenarios there are."""
    missed: int
    """How many functions miss their RTO in one scenario or another."""
    worst: Column | None
    """The scenario in which most functions miss their RTO, shown or not."""
    source: str


def heatmap_view(
    outlooks: Sequence[Outlook],
    inventory: Inventory,
    lang: Lang,
    *,
    most: tuple[int, int] | None = MOST["a4"],
    source: Source | None = None,
) -> HeatmapView:
    """Return what the picture shows.

    Parameters
    ----------
    outlooks
        The scenarios, in the order of the columns.
    inventory
        Gives names and ranks.
    lang
        Of the names, and of the words in the picture.
    most
        How many functions and scenarios to show at most; all if None.
    source
        Where the picture comes from.
    """
    columns = [_column(one, lang) for one in outlooks]
    kept = _kept([_gravity(one) for one in columns], most[1] if most else None)
    order = by_urgency(inventory, [function.id for function in inventory.functions])
    cells = {id_: [_cell(one.functions[id_]) for one in outlooks] for id_ in order}
    shown = _shown(order, cells, most[0] if most else None)
    rows = [_row(inventory, id_, lang, cells[id_], kept) for id_ in order if id_ in shown]
    rest = [cells[id_] for id_ in order if id_ not in shown]
    together = [_worst(column) for column in zip(*rest, strict=True)]
    missed = sum(cell.missed for cell in together)
    others = Row("", "", "", _folded(together, kept), missed) if rest else None
    return HeatmapView(
        lang=lang,
        organisation=clean(called(inventory.organisation, lang)),
        columns=tuple(columns[place] for place in kept),
        more_columns=len(columns) - len(kept),
        rows=tuple(rows),
        others=others,
        more_rows=len(rest),
        total=len(order),
        scenarios=len(columns),
        missed=sum(any(cell.missed for cell in held) for held in cells.values()),
        worst=max(columns, key=_gravity, default=None),
        source=source.line(lang) if source else "",
    )


def _column(outlook: Outlook, lang: Lang) -> Column:
    cells = [_cell(held) for held in outlook.functions.values()]
    return Column(
        id=outlook.head.id,
        name=clean(called(outlook.head, lang)),
        missed=sum(cell.missed for cell in cells),
        beyond=sum(cell.verdict == "beyond" for cell in cells),
        loss=outlook.loss,
    )


def _gravity(column: Column) -> tuple[int, Fraction]:
    return column.missed, column.loss


def _cell(held: FunctionResult) -> Cell:
    if not held.downtime:
        return NOTHING
    ratio = held.downtime / held.rto if held.rto else float("inf")
    is_beyond = held.restored is None or held.mtpd_met is False
    verdict: Verdict = "beyond" if is_beyond else "met" if held.rto_met else "late"
    return Cell(verdict, held.downtime, ratio, int(not held.rto_met))


def _kept(gravities: Sequence[tuple[int, Fraction]], most: int | None) -> list[int]:
    """Return the places of the gravest, in their order."""
    places = sorted(range(len(gravities)), key=lambda place: gravities[place], reverse=True)
    return sorted(places[:most])


def _shown(
    order: Sequence[str], cells: Mapping[str, Sequence[Cell]], most: int | None
) -> frozenset[str]:
    """Return the functions that have a row: all if they fit, else those that miss most."""
    if most is None or len(order) <= most:
        return frozenset(order)

    def gravity(id_: str) -> tuple[int, int, float]:
        held = cells[id_]
        beyond = sum(cell.verdict == "beyond" for cell in held)
        return sum(cell.missed for cell in held), beyond, max((c.ratio for c in held), default=0)

    return frozenset(sorted(order, key=gravity, reverse=True)[: int(most * _FEWER)])


def _row(
    inventory: Inventory, id_: str, lang: Lang, cells: Sequence[Cell], kept: Sequence[int]
) -> Row:
    function = next(one for one in inventory.functions if one.id == id_)
    missed = sum(cell.missed for cell in cells)
    name, rank = clean(called(function, lang)), clean(function.rank or "")
    return Row(id_, name, rank, _folded(cells, kept), missed)


def _folded(cells: Sequence[Cell], kept: Sequence[int]) -> tuple[Cell, ...]:
    """Return the cells of the columns that are kept, and one for all others."""
    rest = [cell for place, cell in enumerate(cells) if place not in kept]
    return (*(cells[place] for place in kept), *([_worst(rest)] if rest else []))


def _worst(cells: Sequence[Cell]) -> Cell:
    return Cell(
        max((cell.verdict for cell in cells), key=_ORDER.index),
        max(cell.downtime for cell in cells),
        max(cell.ratio for cell in cells),
        sum(cell.missed for cell in cells),
    )
