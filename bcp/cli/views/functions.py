"""What became of the functions, as a table: those that miss their targets first."""

from __future__ import annotations

from datetime import datetime

from bcp.cli.moments import clock, length, moment
from bcp.cli.opening import Opened
from bcp.cli.paper import Cell, Column, Paper, Row
from bcp.cli.views.order import SHOWN, more
from bcp.inventory.models import Function
from bcp.recovery.result import FunctionResult, Result
from bcp.report.names import department_of
from bcp.words import Lang, join, say
from bcp.words.cli import WORDS

_WIDE = 100
"""The columns from which there is room to say when each function went down."""
_CAUSES_SHOWN = 2
_VERDICTS = (
    "verdict-down",
    "verdict-mtpd",
    "verdict-rto",
    "verdict-rpo",
    "verdict-met",
    "verdict-none",
)
"""From the worst on; keys of the words."""
_STYLES = ("bad", "bad", "fair", "fair", "good", "faint")


def verdict(held: FunctionResult) -> int:
    """Return how badly a function fared, as a place in the list of verdicts: 0 is the worst."""
    if held.restored is None:
        return 0
    if held.mtpd_met is False:
        return 1
    if not held.rto_met:
        return 2
    if held.rpo_met is False:
        return 3
    return 4 if held.down else 5


def by_urgency(opened: Opened, result: Result) -> list[str]:
    """Return the functions: by verdict, then by rank, then by how much they are late."""
    inventory = opened.loaded.inventory
    ranks = {rank: place for place, rank in enumerate(inventory.organisation.ranks)}
    rank_of = {f.id: ranks.get(f.rank or "", len(ranks)) for f in inventory.functions}

    def key(id_: str) -> tuple[int, int, int]:
        held = result.functions[id_]
        return verdict(held), rank_of[id_], held.rto - held.downtime

    return sorted(result.functions, key=key)


def write_functions(
    paper: Paper, opened: Opened, result: Result, starts: datetime | None, *, show_all: bool
) -> None:
    """Write the functions that were down; the others are counted, or listed with *show_all*."""
    lang = opened.lang
    is_wide = paper.width >= _WIDE
    ordered = by_urgency(opened, result)
    hit = [
        id_
        for id_ in ordered
        if result.functions[id_].down or result.functions[id_].rpo_met is False
    ]
    shown = ordered if show_all else hit[:SHOWN]
    models = {function.id: function for function in opened.loaded.inventory.functions}
    rows = [
        _row(opened, models[id_], result.functions[id_], starts, is_wide=is_wide) for id_ in shown
    ]
    if rows:
        paper.table(_columns(lang, is_wide=is_wide), rows)
    if not show_all:
        more(paper, len(hit) - len(shown), lang)
        if len(ordered) > len(hit):
            paper.text(say(WORDS, "unaffected", lang, number=len(ordered) - len(hit)), "faint")
    if any(models[id_].workaround and len(result.functions[id_].down) > 1 for id_ in shown):
        paper.text(say(WORDS, "workaround-anew", lang), "faint")


def _columns(lang: Lang, *, is_wide: bool) -> list[Column]:
    def words(key: str) -> str:
        return say(WORDS, key, lang)

    return [
        Column(words("col-verdict")),
        Column(words("col-rank")),
        Column(words("col-function"), words("col-causes"), is_flexible=True),
        *([Column(words("col-down"), is_right=True)] if is_wide else []),
        Column(words("col-restored"), is_right=True),
        Column(words("col-downtime"), is_right=True),
        Column(words("col-rto"), words("col-mtpd"), is_right=True),
    ]


def _row(
    opened: Opened,
    function: Function,
    held: FunctionResult,
    starts: datetime | None,
    *,
    is_wide: bool,
) -> Row:
    lang = opened.lang
    place = verdict(held)
    began = held.down[0][0] if held.down else None
    restored = held.restored if held.down else None
    number = len(held.down)
    outages = say(WORDS, "outages", lang, number=number) if number > 1 else ""
    down = Cell(moment(began, lang), "", clock(began, starts, lang))
    return Row(
        (
            Cell(say(WORDS, _VERDICTS[place], lang), _STYLES[place]),
            Cell(function.rank or ""),
            Cell(_title(opened, function), "", _below(opened, held)),
            *((down,) if is_wide else ()),
            Cell(moment(restored, lang), "", clock(restored, starts, lang)),
            Cell(length(held.downtime, lang), "" if held.rto_met else _STYLES[place], outages),
            Cell(length(held.rto, lang), "", length(held.mtpd, lang)),
        )
    )


def _title(opened: Opened, function: Function) -> str:
    name = opened.names[function.id]
    department = department_of(function, opened.lang)
    if not department:
        return name
    return say(WORDS, "title-department", opened.lang, name=name, department=department)


def _below(opened: Opened, held: FunctionResult) -> str:
    """Return what is said below a function: the data lost, and what was struck directly."""
    lines = []
    if held.rpo_met is False:
        key = "data-gone" if held.data_loss is None else "data-lost"
        lost, rpo = length(held.data_loss, opened.lang), length(held.rpo, opened.lang)
        lines.append(say(WORDS, key, opened.lang, lost=lost, rpo=rpo))
    if held.causes:
        lines.append(_causes(opened, held))
    return "\n".join(lines)


def _causes(opened: Opened, held: FunctionResult) -> str:
    text = join((opened.names.get(c, c) for c in held.causes[:_CAUSES_SHOWN]), opened.lang)
    left = len(held.causes) - _CAUSES_SHOWN
    return text + (say(WORDS, "and-others", opened.lang, number=left) if left > 0 else "")
