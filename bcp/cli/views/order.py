"""The recovery order as a table: what comes first, by when, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bcp.cli.moments import NONE, clock, due, length, moment
from bcp.cli.opening import Opened
from bcp.cli.paper import Cell, Column, Paper, Row
from bcp.cli.views.measured import measured_component
from bcp.recovery.result import PriorityRow
from bcp.report.json import tier_text
from bcp.report.names import called
from bcp.scenario.models import Head
from bcp.words import Lang, render, say
from bcp.words.cli import WORDS
from bcp.words.recovery import WORDS as RECOVERY

SHOWN = 15
"""How many rows are shown unless all are asked for."""


def show_priority(
    opened: Opened, rows: Sequence[PriorityRow], head: Head | None, *, show_all: bool
) -> None:
    """Write the recovery priority table, with or without a scenario."""
    paper, lang = Paper(), opened.lang
    organisation = called(opened.loaded.inventory.organisation, lang)
    if head is None:
        paper.text(say(WORDS, "priority-title", lang, organisation=organisation), "title")
        paper.text(say(WORDS, "priority-lead", lang))
    else:
        values = {"organisation": organisation, "scenario": called(head, lang)}
        paper.text(say(WORDS, "priority-title-scenario", lang, **values), "title")
        paper.text(say(WORDS, "priority-lead-scenario", lang))
    paper.line()
    write_order(
        paper,
        opened,
        rows,
        None if head is None else head.starts,
        show_all=show_all,
        is_played=head is not None,
    )
    late = sum(row.latest_start is not None and row.latest_start < 0 for row in rows)
    if late:
        paper.line()
        paper.text(say(WORDS, "priority-late", lang, number=late), "fair")
    paper.line()
    key = "next-priority" if head is None else "next-priority-scenario"
    paper.text(say(WORDS, key, lang, scenario="" if head is None else head.id), "faint")


def write_order(
    paper: Paper,
    opened: Opened,
    rows: Sequence[PriorityRow],
    starts: datetime | None,
    *,
    show_all: bool,
    is_played: bool,
) -> None:
    """Write the rows of a recovery order; those left out are counted."""
    lang = opened.lang
    if not rows:
        paper.text(say(WORDS, "order-empty", lang))
        return
    inventory = opened.loaded.inventory
    components, tiers = {c.id: c for c in inventory.components}, inventory.organisation.tiers
    shown = rows if show_all else rows[:SHOWN]
    table = []
    for row in shown:
        rank = Cell(str(row.rank))
        name = Cell(opened.names[row.component], "title", row.component)
        needed = Cell(due(row.required_by, lang), "", _tier(row, tiers, lang))
        cells = _played(row, starts, lang) if is_played else (Cell(_latest(row, lang)),)
        slack = Cell(length(row.slack, lang), "bad" if (row.slack or 0) < 0 else "")
        number = Cell(str(len(row.unlocks)))
        reason = render(RECOVERY, row.reason, lang, opened.names)
        if measured := measured_component(inventory, components[row.component], lang):
            reason = f"{reason} / {measured}"
        table.append(Row((rank, name, needed, *cells, slack, number), reason))
    paper.table(_columns(lang, is_played=is_played), table)
    more(paper, len(rows) - len(shown), lang)


def more(paper: Paper, number: int, lang: Lang) -> None:
    """Say how many rows were left out."""
    if number > 0:
        paper.text(say(WORDS, "more", lang, number=number), "faint")


def _played(row: PriorityRow, starts: datetime | None, lang: Lang) -> tuple[Cell, Cell]:
    start, end = row.earliest_start, row.finish
    return (
        Cell(moment(start, lang), "", clock(start, starts, lang)),
        Cell(moment(end, lang), "" if end is not None else "bad", clock(end, starts, lang)),
    )


def _latest(row: PriorityRow, lang: Lang) -> str:
    return moment(row.latest_start, lang)


def _columns(lang: Lang, *, is_played: bool) -> list[Column]:
    def words(key: str) -> str:
        return say(WORDS, key, lang)

    middle = ["col-start", "col-finish"] if is_played else ["col-latest"]
    return [
        Column(words("col-place"), is_right=True),
        Column(words("col-component"), words("col-id"), is_flexible=True),
        Column(words("col-required"), words("col-tier"), is_right=True),
        *(Column(words(key), is_right=True) for key in middle),
        Column(words("col-slack"), is_right=True),
        Column(words("col-unlocks"), is_right=True),
    ]


def _tier(row: PriorityRow, tiers: Sequence[int], lang: Lang) -> str:
    """Return the band of a row in words."""
    text = tier_text(row.tier, tiers)
    if text is None:
        return say(WORDS, "tier-spare", lang) if row.unlocks else NONE
    is_beyond = text.startswith(">")
    text = text.removeprefix(">")
    if lang == "ja":
        for unit, word in (("mo", "か月"), ("w", "週間"), ("d", "日"), ("h", "時間"), ("m", "分")):
            if text.endswith(unit):
                text = text.removesuffix(unit) + word
                break
    return say(WORDS, "tier-beyond" if is_beyond else "tier-within", lang, band=text)
