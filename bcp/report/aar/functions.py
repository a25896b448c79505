"""What became of each function: target, planned, best possible, achieved."""

from __future__ import annotations

from bcp.drill.review.review import FunctionReview, Review
from bcp.report.aar.telling import NONE, Teller
from bcp.report.document import Block, Cell, Column, Paragraph, Row, Section, Table, Tone

__all__ = ["by_urgency", "chapter"]


def by_urgency(held: Review) -> list[FunctionReview]:
    """Return the functions that were down: by rank, then by target."""
    ranks = {
        rank: place for place, rank in enumerate(held.state.setting.inventory.organisation.ranks)
    }
    down = [function for function in held.functions if function.was_down]
    return sorted(down, key=lambda one: (ranks.get(one.rank or "", len(ranks)), one.rto))


def chapter(held: Review, tell: Teller) -> Section:
    """Return the chapter."""
    shown = by_urgency(held)
    blocks: list[Block] = []
    if shown:
        strategy = tell.say(f"strategy-{held.state.setting.drill.drill.strategy}")
        rows = tuple(_row(one, tell) for one in shown)
        blocks.append(Table(tell.say("cap-functions"), _columns(tell), rows))
        blocks.append(Paragraph(tell.say("note-functions", strategy=strategy), "note"))
    if any(one.achieved.restored is None for one in shown):
        horizon = tell.length(held.state.case.horizon)
        blocks.append(Paragraph(tell.say("horizon-note", horizon=horizon), "note"))
    if left := len(held.functions) - len(shown):
        key = "untouched-functions" if shown else "sum-functions-none"
        blocks.append(Paragraph(tell.say(key, number=left), "note"))
    return Section(tell.say("ch-functions"), tuple(blocks), id="functions")


def _columns(tell: Teller) -> tuple[Column, ...]:
    shares = {"function": 2.6, "rank": 0.9, "achieved": 1.6, "verdict": 1.5}
    keys = ("function", "rank", "rto", "planned", "best", "achieved", "gap", "verdict")
    return tuple(
        Column(
            tell.say(f"col-{key}"),
            "center" if key == "rank" else "left" if key in {"function", "verdict"} else "right",
            shares.get(key, 1.4),
        )
        for key in keys
    )


def _row(one: FunctionReview, tell: Teller) -> Row:
    achieved = tell.length(one.achieved.downtime)
    if one.achieved.restored is None:
        achieved = tell.say("never-back")
    elif one.is_forecast:
        achieved = tell.say("forecast", length=achieved)
    planned = one.planned
    return (
        tell.name(one.id),
        one.rank or NONE,
        tell.length(one.rto),
        tell.length(planned.downtime) if planned.restored is not None else tell.say("never-back"),
        tell.length(one.best.downtime) if one.best.restored is not None else tell.say("never-back"),
        Cell(achieved, emphasis=True),
        tell.signed(one.split.gap),
        _verdict(one, tell),
    )


def _verdict(one: FunctionReview, tell: Teller) -> Cell:
    if one.achieved.restored is None:
        return Cell(tell.say("verdict-down"), emphasis=True, tone="bad")
    tone: Tone = "good" if one.is_met else "bad"
    key = "met" if one.is_met else "missed"
    return Cell(tell.say(f"verdict-{key}{'-forecast' if one.is_forecast else ''}"), tone=tone)
