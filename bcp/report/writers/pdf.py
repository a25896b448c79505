"""PDF by typst: letters embedded, tagged for screen readers, fit for an archive (PDF/A-2a)."""

from __future__ import annotations

import json
import re
import tempfile
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

from bcp.exchange.package import day_of
from bcp.report.writers import look
from bcp.report.writers.flow import (
    Flow,
    Front,
    Heading,
    Item,
    Items,
    NewPage,
    Picture,
    Runs,
    Turn,
    Words,
)
from bcp.report.writers.grid import Grid, Spot
from bcp.report.writers.letters import FAMILIES, fonts, printable
from bcp.report.writers.widths import LYING, UPRIGHT, letters, pieces
from bcp.words import say
from bcp.words.document import WORDS

_ARCHIVE: list[Any] = ["a-2a"]
"""PDF/A-2a, for which a document must have a date."""
_LINES_OF_A_PAGE = 40
"""A row longer than this has to be cut, or it would run off the page."""
_EDGES = 2.3
"""Letters that the edges of a cell take."""
_WORD = re.compile(r"[!-~]+")
_BREAK = "\u200b"


def make(flow: Flow, name: str) -> bytes:  # noqa: ARG001 (other formats name files by it)
    """Return the file. Letters that no font has are printed as 〓."""
    with tempfile.TemporaryDirectory(prefix="bcp-pdf-") as held:
        folder = Path(held)
        _fill(folder, flow)
        compiler = typst.Compiler(
            folder / "document.typ", root=folder, font_paths=fonts(), ignore_system_fonts=True
        )
        made = compiler.compile(
            format="pdf", pdf_standards=_ARCHIVE if flow.date else [], timestamp=day_of(flow.date)
        )
    if not isinstance(made, bytes):
        raise TypeError(f"typst returned {type(made).__name__}")
    return made


def _fill(folder: Path, flow: Flow) -> None:
    """Put all that typst may read into *folder*: it sees nothing outside."""
    template = files("bcp.report.writers") / "templates" / "document.typ"
    (folder / "document.typ").write_bytes(template.read_bytes())
    for number, picture in enumerate(flow.pictures, start=1):
        (folder / f"figure-{number}{picture.suffix}").write_bytes(picture.image)
    if flow.logo:
        (folder / f"logo{flow.logo.suffix}").write_bytes(flow.logo.image)
    data = json.dumps(_data(flow), ensure_ascii=False)
    (folder / "flow.json").write_text(data, encoding="utf-8")


def _data(flow: Flow) -> dict[str, Any]:
    numbers = {id(picture): n for n, picture in enumerate(flow.pictures, start=1)}
    day = flow.date
    return {
        "lang": flow.lang,
        "title": printable(flow.title),
        "subtitle": printable(flow.subtitle),
        "organisation": printable(flow.organisation),
        "date": {"year": day.year, "month": day.month, "day": day.day} if day else None,
        "mark": printable(flow.mark),
        "facts": [[printable(label), printable(value)] for label, value in flow.facts],
        "foot": printable(flow.foot),
        "page": say(WORDS, "page", flow.lang, number="{number}", total="{total}"),
        "contents": flow.contents,
        "cover": _cover(flow.cover) if flow.cover else None,
        "logo": {"file": f"logo{flow.logo.suffix}", "alt": flow.logo.alt} if flow.logo else None,
        "front": [_item(item, numbers, UPRIGHT) for item in flow.front],
        "parts": _parts(flow, numbers),
        "fonts": FAMILIES,
        "look": {
            "ink": look.INK,
            "soft": look.SOFT,
            "accent": flow.dye.accent,
            "rule": look.RULE,
            "head": flow.dye.head,
            "grounds": look.GROUNDS,
            "letters": look.LETTERS,
        },
    }


def _cover(cover: Front) -> dict[str, Any]:
    return {
        "kicker": printable(cover.kicker),
        "size": cover.size,
        "grids": [_grid(grid, UPRIGHT * grid.width) for grid in cover.grids],
        "note": printable(cover.note),
    }


def _parts(flow: Flow, numbers: dict[int, int]) -> list[dict[str, Any]]:
    """Return the items by how their pages lie."""
    return [
        {
            "wide": part.is_wide,
            "items": [
                _item(item, numbers, LYING if part.is_wide else UPRIGHT) for item in part.items
            ],
        }
        for part in flow.parts
    ]


def _item(item: Item, numbers: dict[int, int], across: float) -> dict[str, Any]:
    """Return *item* as data; *across* is how many narrow letters the page is wide."""
    match item:
        case Heading():
            return {
                "kind": item.kind,
                "level": item.level,
                "number": item.number,
                "title": printable(item.title),
                "anchor": item.anchor,
            }
        case Words():
            return {"kind": item.kind, "style": item.style, "runs": _runs(item.runs)}
        case Items():
            held = [_runs(runs) for runs in item.items]
            return {"kind": item.kind, "sort": item.sort, "items": held, "done": item.done}
        case Grid():
            return _grid(item, across)
        case Picture():
            return {
                "kind": item.kind,
                "label": item.label,
                "caption": printable(item.caption),
                "alt": item.alt,
                "file": f"figure-{numbers[id(item)]}{item.suffix}",
                "width": item.width,
            }
        case NewPage() | Turn():
            return {"kind": item.kind}


def _runs(runs: Runs) -> list[dict[str, Any]]:
    return [
        {
            "text": _breakable(printable(run.text), UPRIGHT),
            "strong": run.strong,
            "emphasis": run.emphasis,
            "target": run.target,
        }
        for run in runs
    ]


def _grid(grid: Grid, across: float) -> dict[str, Any]:
    total = next((row[0].row for row in grid.rows if row and row[0].role == "total"), -1)
    # One cell that must stay whole keeps its whole row from being cut.
    long = {spot.row for row in grid.rows for spot in row if _is_long(spot, grid, across)}
    return {
        "kind": grid.kind,
        "sort": grid.sort,
        "label": grid.label,
        "caption": printable(grid.caption),
        "shares": grid.shares,
        "heads": grid.heads,
        "width": grid.width,
        "rows": [
            [
                _spot(spot, grid, across) | {"first": spot.row == total, "breaks": spot.row in long}
                for spot in row
            ]
            for row in grid.rows
        ],
    }


def _spot(spot: Spot, grid: Grid, across: float) -> dict[str, Any]:
    return {
        "text": _breakable(printable(spot.text), _room(spot, grid, across)),
        "row": spot.row,
        "column": spot.column,
        "role": spot.role,
        "rows": spot.rows,
        "columns": spot.columns,
        "align": spot.align,
        "tone": spot.tone,
        "strong": spot.strong,
        "lines": spot.lines,
    }


def _room(spot: Spot, grid: Grid, across: float) -> float:
    """Return how many narrow letters fit into a line of *spot*."""
    share = sum(grid.shares[spot.column : spot.column + spot.columns])
    return max(share * across - _EDGES, 1.0)


def _is_long(spot: Spot, grid: Grid, across: float) -> bool:
    room = _room(spot, grid, across)
    return sum(1 + letters(line) // room for line in spot.text.split("\n")) > _LINES_OF_A_PAGE


def _breakable(text: str, room: float) -> str:
    """Return *text* with places to break in every word that is too long for a line."""
    return _WORD.sub(lambda word: _broken(word[0], room), text)


def _broken(word: str, room: float) -> str:
    if letters(word) <= room:
        return word
    held = pieces(word)
    return _BREAK.join(held if max(map(letters, held)) <= room else word)
