"""What went well, what people stumbled over, and what is to be improved."""

from __future__ import annotations

from collections.abc import Sequence

from bcp.drill.live.objectives import Item
from bcp.drill.review.review import Difficulty, Review, is_reached
from bcp.report.aar.cover import signatures
from bcp.report.aar.telling import Teller
from bcp.report.document import Block, Bullets, Cell, Column, Paragraph, Row, Section, Table

__all__ = ["difficulties", "hot_wash", "improvements", "item_text", "strengths"]

_MOST = 5
"""How many functions that came back early are named."""


def strengths(held: Review, tell: Teller) -> Section:
    """Return what people wrote down as good, and what the figures show to be."""
    texts = [_noted(one, tell) for one in held.strengths] + _good(held, tell)
    return _listed(tell.say("ch-strengths"), texts, tell, "strengths")


def _good(held: Review, tell: Teller) -> list[str]:
    texts = []
    for one in held.objectives:
        measured = one.measured
        if is_reached(one) and measured.reached is not None and measured.within is not None:
            texts.append(
                tell.say(
                    "good-objective",
                    text=tell.both(one.objective.text, one.objective.text_en),
                    reached=tell.length(measured.reached),
                    within=tell.length(measured.within),
                )
            )
    early = sorted(
        (one for one in held.functions if one.split.gap < 0 and not one.is_forecast),
        key=lambda one: one.split.gap,
    )
    for function in early[:_MOST]:
        length = tell.length(-function.split.gap)
        texts.append(tell.say("good-function", function=tell.name(function.id), length=length))
    return texts


def difficulties(held: Review, tell: Teller) -> Section:
    """Return what people stumbled over, what was broken off and which deadlines passed."""
    texts = [_noted(one, tell) for one in held.difficulties]
    return _listed(tell.say("ch-difficulties"), texts, tell, "difficulties")


def hot_wash(held: Review, tell: Teller) -> Section:
    """Return what was said straight after the end."""
    texts = [_said(one, tell) for one in held.hot_wash]
    return _listed(tell.say("ch-hot-wash"), texts, tell, "hot-wash")


def _said(one: Difficulty, tell: Teller) -> str:
    text = tell.tell(one.phrase)
    return f"{text} ({one.who})" if one.who else text


def _noted(one: Difficulty, tell: Teller) -> str:
    values = {"text": tell.tell(one.phrase), "at": tell.at(one.at)}
    if one.who:
        return tell.say("noted", who=one.who, **values)
    return tell.say("noted-nobody", **values)


def _listed(title: str, texts: Sequence[str], tell: Teller, id_: str) -> Section:
    blocks: tuple[Block, ...] = (Paragraph(tell.say("none-noted")),)
    if texts:
        blocks = (Bullets(tuple(texts)),)
    return Section(title, blocks, id=id_)


# --- the improvement plan ----------------------------------------------------------------------


def improvements(held: Review, tell: Teller) -> Section:
    """Return the improvement plan: what, who, until when."""
    title = tell.say("ch-items")
    if not held.items:
        return Section(title, (Paragraph(tell.say("no-items")), signatures(tell)), id="items")
    columns = (
        Column(tell.say("col-id"), share=1.3),
        Column(tell.say("col-item"), share=4.2),
        Column(tell.say("col-owner"), share=1.6),
        Column(tell.say("col-due"), share=1.3),
        Column(tell.say("col-done"), share=1.5),
    )
    rows = tuple(_row(item, tell) for item in held.items)
    note = Paragraph(tell.say("items-note"), "note")
    return Section(title, (Table(title, columns, rows), note, signatures(tell)), id="items")


def _row(item: Item, tell: Teller) -> Row:
    undecided = Cell(tell.say("undecided"), tone="warn")
    if item.done is not None:
        status = Cell(tell.say("done-on", date=item.done.isoformat()), tone="good")
    else:
        status = Cell(tell.say("item-open"))
    return (
        item.id,
        item_text(item, tell),
        item.owner or undecided,
        item.due.isoformat() if item.due else undecided,
        status,
    )


def item_text(item: Item, tell: Teller) -> str:
    """Return what is to be improved: why it was opened, and what a person wrote about it."""
    opened = "" if item.phrase is None else tell.logged(item.phrase)
    return "\n".join(text for text in (opened, item.text) if text)
