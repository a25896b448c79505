"""Every scenario against every function, as tables that can be read on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bcp.outlook.outlook import Outlook, Verdict, by_urgency, verdict_of
from bcp.recovery.result import FunctionResult
from bcp.report.annual.author import Author, chapter
from bcp.report.charts.heatmap.sentences import short
from bcp.report.document import Block, Cell, Column, Paragraph, Row, Section, Table, Tone
from bcp.report.forms.teller import NONE

__all__ = ["heat"]

_ACROSS = 12
"""How many scenarios stand beside one another."""
_MOST = 120
"""How many functions are shown, the most urgent first."""
_TONES: Mapping[Verdict, Tone] = {
    "none": "muted",
    "met": "good",
    "rto": "warn",
    "mtpd": "bad",
    "down": "bad",
}


def heat(author: Author) -> Section | None:
    """Return how each function does in each scenario; in no public edition: it shows what is weak."""
    held = author.dossier
    if author.is_public or not held.outlooks or not held.inventory.functions:
        return None
    blocks: list[Block] = [Paragraph(author.tell("heatmap-lead"))]
    blocks += _tables(author)
    left = len(held.inventory.functions) - _MOST
    if left > 0:
        blocks.append(Paragraph(author.tell("more-rows", number=left), "note"))
    return chapter(author.tell("ch-heatmap"), "heatmap", blocks, is_wide=True)


def _tables(author: Author) -> Iterator[Table]:
    held = author.dossier
    functions = by_urgency(held.inventory, [one.id for one in held.inventory.functions])[:_MOST]
    for start in range(0, len(held.outlooks), _ACROSS):
        outlooks = held.outlooks[start : start + _ACROSS]
        columns = (
            Column(author.tell("col-function"), share=3.0),
            *(Column(author.scene(outlook), "center") for outlook in outlooks),
        )
        rows = tuple(_row(author, id_, outlooks) for id_ in functions)
        totals = (_total(author, outlooks),)
        yield Table(author.tell("fig-heatmap"), columns, rows, totals)


def _row(author: Author, id_: str, outlooks: Sequence[Outlook]) -> Row:
    cells = (_cell(author, outlook.functions[id_]) for outlook in outlooks)
    return (author.name(id_), *cells)


def _cell(author: Author, held: FunctionResult) -> Cell:
    verdict = verdict_of(held)
    if verdict == "none":
        return Cell(NONE, tone="muted")
    text = author.tell("heatmap-down") if verdict == "down" else short(held.downtime, author.lang)
    return Cell(text, tone=_TONES[verdict])


def _total(author: Author, outlooks: Sequence[Outlook]) -> Row:
    """Return how many functions miss their target in each scenario."""
    return (author.tell("heatmap-missed"), *(str(len(outlook.missed)) for outlook in outlooks))
