"""What sheets change in an inventory, in words, as JSON and as a patch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from bcp.cli.paper import Cell, Paper
from bcp.exchange.book.difference import Changed, Difference, Whole
from bcp.exchange.book.sheets import heading, sheets
from bcp.reading import shown
from bcp.report.plain import clean
from bcp.words import Lang, render, say
from bcp.words.book import WORDS

if TYPE_CHECKING:
    from bcp.cli.booking import Targets

__all__ = ["difference_json", "show_difference"]

_NAMED = 5
"""How many items that stay are named."""


def show_difference(difference: Difference, lang: Lang, *, with_patch: bool) -> None:
    """Print what changes by sheet, row and column, and perhaps the difference of the files."""
    paper = Paper()
    for notice in difference.notices:
        paper.text(render(WORDS, notice, lang, {}), first="- ", rest="  ")
    for text in _kept(difference, lang):
        paper.text(text, first="- ", rest="  ")
    paper.text(_count(difference, lang), "title")
    for title, rows in _by_sheet(difference, lang):
        paper.heading(title)
        for row in rows:
            _show(paper, row, lang)
    if with_patch and not difference.is_empty:
        paper.heading(say(WORDS, "difference-patch", lang))
        for line in difference.patch().splitlines():
            style = "good" if line.startswith("+") else "bad" if line.startswith("-") else "faint"
            paper.line(Cell(clean(line), style))


def _count(difference: Difference, lang: Lang) -> str:
    if difference.is_empty:
        return say(WORDS, "difference-none", lang)
    counts = {
        "changed": len(difference.changed),
        "added": len(difference.added),
        "removed": len(difference.removed),
        "files": len(difference.files),
    }
    return say(WORDS, "difference-count", lang, **counts)


def _kept(difference: Difference, lang: Lang) -> Iterator[str]:
    for title, group in groupby(difference.kept, key=lambda held: held.sheet.title(lang)):
        rows = [*group]
        first = ", ".join(row.item for row in rows[:_NAMED])
        more = " …" if len(rows) > _NAMED else ""
        values = {"sheet": title, "number": len(rows), "first": shown(first) + more}
        yield say(WORDS, "difference-kept", lang, **values)


def _by_sheet(difference: Difference, lang: Lang) -> Iterator[tuple[str, list[Changed | Whole]]]:
    rows: Sequence[Changed | Whole] = [
        *difference.changed,
        *difference.added,
        *difference.removed,
    ]
    for sheet in sheets():
        if held := [row for row in rows if row.sheet is sheet]:
            yield sheet.title(lang), held


def _show(paper: Paper, row: Changed | Whole, lang: Lang) -> None:
    if isinstance(row, Whole):
        key = "difference-added" if row.place else "difference-removed"
        values = {"item": row.item, "name": row.name, "place": row.place, "file": row.file}
        text = _line(say(WORDS, key, lang, **values))
        paper.text(text, "good" if row.place else "bad", first="  ", rest="    ")
        return
    column = heading(row.sheet, row.column, lang)
    values = {"item": row.item, "column": column, "place": row.place}
    said = say(WORDS, "difference-changed", lang, **values).strip()
    paper.text(said, first="  ", rest="    ")
    empty = say(WORDS, "difference-empty", lang)
    paper.text(_line(row.before) or empty, "bad", first="    - ", rest="      ")
    paper.text(_line(row.after) or empty, "good", first="    + ", rest="      ")


def _line(text: str) -> str:
    return " ".join(text.split())


def difference_json(difference: Difference, targets: Targets | None, lang: Lang) -> dict[str, Any]:
    """Return what changes as one document."""
    return {
        "written_to": None if targets is None else str(targets.inventory),
        "scenarios_written_to": (
            None if targets is None or targets.scenarios is None else str(targets.scenarios)
        ),
        "files": [difference.title(name) for name in difference.files],
        "changed": [
            {
                "sheet": row.sheet.key,
                "item": row.item,
                "column": row.column.key,
                "before": row.before,
                "after": row.after,
                "cell": row.place,
            }
            for row in difference.changed
        ],
        "added": [_whole(row) for row in difference.added],
        "removed": [_whole(row) for row in difference.removed],
        "kept": [_whole(row) for row in difference.kept],
        "notices": [clean(render(WORDS, notice, lang, {})) for notice in difference.notices],
        "patch": difference.patch(),
    }


def _whole(row: Whole) -> dict[str, str]:
    return {"sheet": row.sheet.key, "item": row.item, "cell": row.place, "file": row.file}
