"""Drills over the years on a terminal, and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bcp.cli.moments import NONE, length
from bcp.cli.paper import Cell, Column, Paper, Row
from bcp.drill.review.history import History, Overdue, OverdueItem, Past, Untouched
from bcp.report.names import called
from bcp.report.spans import exact
from bcp.words import Lang, Names, join, render, say
from bcp.words.cli import WORDS
from bcp.words.drill import WORDS as DRILL
from bcp.words.msel import WORDS as MSEL

__all__ = ["history_json", "show_history"]

_SIGNS = {"better": ("↑", "good"), "same": ("→", ""), "worse": ("↓", "bad"), "first": (" ", "")}
_NAMES_SHOWN = 4

Left = tuple[tuple[str, Untouched], dict[str, str]]
"""An inventory by its id, what no drill of it has dealt with, and what that is called."""


def show_history(
    history: History, left: Sequence[Left], lang: Lang, *, show_untouched: bool
) -> None:
    """Write what was held, what is overdue and what was never touched."""
    paper = Paper()
    paper.text(say(WORDS, "history-title", lang), "title")
    if history.pasts:
        paper.line()
        paper.table(_columns(lang), [_row(past, history, lang) for past in _by_drill(history)])
        paper.text(say(WORDS, "history-note", lang), "faint")
    else:
        paper.text(say(WORDS, "history-none", lang))
    _overdue(paper, history, lang)
    for (inventory, held), names in left:
        _untouched(paper, inventory, held, names, lang, show_all=show_untouched)


def _by_drill(history: History) -> list[Past]:
    """Return the drills, those of one kind together: so one sees what became of them."""
    order = list(dict.fromkeys(past.head.id for past in history.pasts))
    return sorted(history.pasts, key=lambda past: order.index(past.head.id))


def _columns(lang: Lang) -> list[Column]:
    def words(key: str) -> str:
        return say(WORDS, key, lang)

    return [
        Column(words("col-held")),
        Column(words("col-drill"), words("col-record"), is_flexible=True),
        Column(words("col-in-time"), is_right=True),
        Column(words("col-objectives"), is_right=True),
        Column(words("col-over"), is_right=True),
    ]


def _row(past: Past, history: History, lang: Lang) -> Row:
    sign, style = _SIGNS[history.trends[past.record]]
    kind = say(MSEL, f"kind-{past.head.kind}", lang)
    name = called(past.head, lang)
    if past.by == "script":
        kind = f"{kind} / {say(WORDS, 'history-script', lang)}"
    elif not past.is_ended:
        kind = f"{kind} / {say(WORDS, 'history-open', lang)}"
    return Row(
        (
            Cell(past.on.isoformat() if past.on else NONE),
            Cell(name, "title", f"{past.record}\n{kind}"),
            Cell(f"{sign} {past.met}/{past.down}", style),
            Cell(f"{past.reached}/{past.objectives}" if past.objectives else NONE),
            Cell(length(past.over, lang) if past.over else "0"),
        )
    )


def _overdue(paper: Paper, history: History, lang: Lang) -> None:
    if history.overdue:
        paper.heading(say(WORDS, "history-overdue", lang, number=len(history.overdue)))
        for one in history.overdue:
            paper.text(_overdue_text(one, lang), "fair", first="  - ", rest="    ")
    if history.items:
        paper.heading(say(WORDS, "history-items", lang, number=len(history.items)))
        for item in history.items:
            paper.text(_item_text(item, lang), "fair", first="  - ", rest="    ")


def _overdue_text(one: Overdue, lang: Lang) -> str:
    if one.last is None:
        return say(WORDS, "overdue-never", lang, drill=one.drill)
    return say(WORDS, "overdue-since", lang, drill=one.drill, last=one.last, due=one.due)


def _item_text(held: OverdueItem, lang: Lang) -> str:
    item = held.item
    text = item.text or ("" if item.phrase is None else render(DRILL, item.phrase, lang, {}))
    owner = item.owner or say(WORDS, "owner-none", lang)
    values = {"item": item.id, "text": text, "owner": owner, "due": item.due}
    return say(WORDS, "overdue-item", lang, record=held.record, **values)


def _untouched(
    paper: Paper, inventory: str, held: Untouched, names: Names, lang: Lang, *, show_all: bool
) -> None:
    paper.heading(say(WORDS, "untouched-title", lang, inventory=inventory))
    sorts = (("components", held.components), ("tasks", held.tasks), ("functions", held.functions))
    for (key, ids), all_ in zip(sorts, held.of, strict=True):
        values = {"number": len(ids), "all": all_}
        style = "fair" if ids else "good"
        paper.text(say(WORDS, f"untouched-{key}", lang, **values), style, first="  ", rest="    ")
        shown = ids if show_all else ids[:_NAMES_SHOWN]
        if shown:
            text = join((_named(id_, names, lang) for id_ in shown), lang)
            if len(shown) < len(ids):
                text += say(WORDS, "and-others", lang, number=len(ids) - len(shown))
            paper.text(text, "faint", first="    ", rest="    ")
    if not show_all:
        paper.text(say(WORDS, "untouched-more", lang), "faint")


def _named(id_: str, names: Names, lang: Lang) -> str:
    procedure, _, task = id_.partition("/")
    if not task:
        return names.get(id_, id_)
    values = {"procedure": names.get(procedure, procedure), "task": names.get(id_, task)}
    return say(WORDS, "untouched-task", lang, **values)


# --- JSON --------------------------------------------------------------------------------------


def history_json(
    history: History, left: Sequence[tuple[str, Untouched]], lang: Lang
) -> dict[str, Any]:
    """Return what ``bcp drill list --json`` prints."""
    return {
        "drills": [_past(past, history, lang) for past in history.pasts],
        "overdue": [
            {
                "drill": one.drill,
                "last": one.last and one.last.isoformat(),
                "due": one.due and one.due.isoformat(),
            }
            for one in history.overdue
        ],
        "items": [
            {
                "record": one.record,
                "id": one.item.id,
                "text": one.item.text,
                "owner": one.item.owner,
                "due": one.item.due and one.item.due.isoformat(),
            }
            for one in history.items
        ],
        "untouched": {
            inventory: {
                "components": [*held.components],
                "tasks": [*held.tasks],
                "functions": [*held.functions],
                "of": dict(zip(("components", "tasks", "functions"), held.of, strict=True)),
            }
            for inventory, held in left
        },
    }


def _past(past: Past, history: History, lang: Lang) -> dict[str, Any]:
    return {
        "record": past.record,
        "drill": past.head.id,
        "name": called(past.head, lang),
        "kind": past.head.kind,
        "inventory": past.inventory,
        "on": past.on and past.on.isoformat(),
        "by": past.by,
        "is_ended": past.is_ended,
        "functions_down": past.down,
        "functions_in_time": past.met,
        "over_s": past.over,
        "over": exact(past.over, lang),
        "objectives": past.objectives,
        "reached": past.reached,
        "trend": history.trends[past.record],
        "items": len(past.items),
        "items_open": sum(item.done is None for item in past.items),
    }
