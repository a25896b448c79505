"""What the table of scenarios against functions says in words."""

from __future__ import annotations

from collections.abc import Iterator

from bcp.report.charts.frame import Head
from bcp.report.charts.heatmap.view import Cell, HeatmapView, Row
from bcp.units import DAY, HOUR, MINUTE
from bcp.words import Lang, join, say
from bcp.words.chart_heatmap import WORDS

__all__ = ["description", "feet", "head_of", "headline", "short", "text_of"]

_FEW = {DAY: 10, HOUR: 3, MINUTE: 0}
"""Fewer units than this show a decimal."""


def short(seconds: int, lang: Lang) -> str:
    """Return a length of time in one unit, for a narrow cell.

    Examples
    --------
    >>> short(5400, "ja"), short(3 * DAY, "en"), short(80 * HOUR, "en"), short(600, "en")
    ('1.5時間', '3 d', '3.3 d', '10 min')
    """
    unit, key = next(
        (held for held in ((DAY, "days"), (HOUR, "hours")) if seconds >= held[0]),
        (MINUTE, "minutes"),
    )
    value = seconds / unit
    is_round = value >= _FEW[unit]
    number = f"{value:,.0f}" if is_round else f"{value:.1f}".removesuffix(".0")
    return say(WORDS, key, lang, number=number)


def text_of(cell: Cell, lang: Lang, *, is_several: bool = False) -> str:
    """Return a cell: sign and downtime, or how many of several miss their RTO; empty: never down."""
    if cell.verdict == "none":
        return ""
    sign = say(WORDS, f"verdict-{cell.verdict}", lang)
    if not is_several:
        return f"{sign} {short(cell.downtime, lang)}"
    number = say(WORDS, "several", lang, number=cell.missed)
    return f"{sign} {number}" if cell.missed else sign


def headline(view: HeatmapView) -> str:
    """Return what the picture proves."""
    worst = view.worst
    values: dict[str, object] = {"total": view.total, "missed": view.missed}
    if worst is None or not view.total:
        return say(WORDS, "title-empty", view.lang)
    if not view.missed:
        return say(WORDS, "title-met", view.lang, number=view.scenarios, **values)
    key = "title-one" if view.scenarios == 1 else "title"
    return say(WORDS, key, view.lang, scenario=worst.name, most=worst.missed, **values)


def head_of(view: HeatmapView) -> Head:
    """Return the words around the table."""
    return Head(
        lang=view.lang,
        title=headline(view),
        facts="　|　".join((view.organisation, say(WORDS, "facts", view.lang))),
        notes=tuple(_notes(view)),
        source=view.source,
        names=(*(row.name for row in view.rows), *(one.name for one in view.columns)),
    )


def _notes(view: HeatmapView) -> Iterator[str]:
    if view.columns:
        yield say(WORDS, "note-downtime", view.lang)
    if view.more_rows:
        values = {"shown": len(view.rows), "number": view.more_rows}
        yield say(WORDS, "note-rows", view.lang, **values)
    if view.more_columns:
        values = {"shown": len(view.columns), "number": view.more_columns}
        yield say(WORDS, "note-columns", view.lang, **values)


def feet(view: HeatmapView) -> list[tuple[str, list[str]]]:
    """Return what stands below the columns: a name, and a figure for each scenario."""
    figures = {
        "missed": [str(column.missed) for column in view.columns],
        "beyond": [str(column.beyond) for column in view.columns],
        "loss": [f"{round(column.loss):,}" for column in view.columns],
    }
    return [(say(WORDS, f"foot-{key}", view.lang), held) for key, held in figures.items()]


def description(view: HeatmapView) -> str:
    """Return the picture in words, for those who hear it."""
    lines = [head_of(view).facts]
    lines += [
        say(
            WORDS,
            "spoken-column",
            view.lang,
            scenario=column.name,
            missed=column.missed,
            beyond=column.beyond,
            loss=f"{round(column.loss):,}",
        )
        for column in view.columns
    ]
    lines += [_spoken(row, view) for row in view.rows]
    return "\n".join((*lines, *_notes(view)))


def _spoken(row: Row, view: HeatmapView) -> str:
    cells = [
        say(
            WORDS,
            "spoken-cell",
            view.lang,
            scenario=column.name,
            text=text_of(cell, view.lang) or say(WORDS, "spoken-none", view.lang),
        )
        for column, cell in zip(view.columns, row.cells, strict=False)
    ]
    values = {"rank": row.rank, "name": row.name, "cells": join(cells, view.lang)}
    return say(WORDS, "spoken-row", view.lang, **values)
