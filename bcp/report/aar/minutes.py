"""Where the minutes went: all functions together, each by itself, and why."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from bcp.drill.review.culprits import Reason
from bcp.drill.review.minutes import CAUSES, Cause
from bcp.drill.review.review import FunctionReview, Review
from bcp.report.aar.telling import Teller
from bcp.report.document import (
    Block,
    Bullets,
    Column,
    Figure,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
)
from bcp.words import join

__all__ = ["chapter", "shown_causes"]

_EXPLAINED = 10
"""How many groups of functions are explained in sentences; the others stand in the table."""


def chapter(held: Review, tell: Teller, chart: Figure | None) -> Section:
    """Return the chapter."""
    title = tell.say("ch-minutes")
    if not held.is_tracked:
        return Section(title, (Paragraph(tell.say("untracked")),), id="minutes")
    changed = sorted(
        (one for one in held.functions if any(one.split.shares.values())),
        key=lambda one: -abs(one.split.gap),
    )
    blocks: list[Block] = [Paragraph(tell.say("minutes-lead"), "note")]
    if not changed:
        return Section(title, (*blocks, Paragraph(tell.say("minutes-none"))), id="minutes")
    blocks.append(_totals(held, tell))
    if chart is not None:
        blocks.append(chart)
    blocks.append(_shares(held, changed, tell))
    return Section(title, tuple(blocks), (_explained(changed, tell),), id="minutes")


def shown_causes(held: Review) -> list[Cause]:
    """Return the causes; a leap of the clock only if it made a difference."""
    leapt = any(one.split.shares["leap"] for one in held.functions)
    return [cause for cause in CAUSES if cause != "leap" or leapt]


def _totals(held: Review, tell: Teller) -> Table:
    plain, weighted = held.totals(), held.totals(weighted=True)
    rows = tuple(
        (
            tell.say(f"cause-{cause}"),
            tell.say(f"means-{cause}"),
            _signed(plain[cause], tell),
            _signed(weighted[cause], tell),
        )
        for cause in shown_causes(held)
    )
    sums = (_signed(sum(plain.values()), tell), _signed(sum(weighted.values()), tell))
    columns = (
        Column(tell.say("col-cause"), share=1.4),
        Column(tell.say("col-meaning"), share=3.2),
        Column(tell.say("col-total"), "right", 1.4),
        Column(tell.say("col-weighted"), "right", 1.4),
    )
    total = (tell.say("sum"), "", *sums)
    return Table(tell.say("cap-totals"), columns, rows, (total,))


def _signed(seconds: Fraction | int, tell: Teller) -> str:
    """Return a sum; weights may leave parts of a second, which are cut off."""
    return tell.signed(int(seconds))


def _shares(held: Review, changed: Sequence[FunctionReview], tell: Teller) -> Table:
    causes = shown_causes(held)
    columns = (
        Column(tell.say("col-function"), share=2.4),
        *(Column(tell.say(f"cause-{cause}"), "right", 1.2) for cause in causes),
        Column(tell.say("sum"), "right", 1.2),
    )
    rows = tuple(_share_row(one, causes, tell) for one in changed)
    return Table(tell.say("cap-shares"), columns, rows)


def _share_row(one: FunctionReview, causes: Sequence[Cause], tell: Teller) -> Row:
    shares = one.split.shares
    return (
        tell.name(one.id),
        *(tell.signed(shares[cause]) for cause in causes),
        tell.signed(one.split.gap),
    )


def _explained(changed: Sequence[FunctionReview], tell: Teller) -> Section:
    """Return the functions in sentences, those with the same story together."""
    stories: dict[tuple[object, ...], list[FunctionReview]] = {}
    for one in changed:
        story = (tell.tell(one.line()), *(_reason(reason, tell) for reason in one.reasons))
        stories.setdefault(story, []).append(one)
    blocks: list[Block] = []
    for told in [*stories.values()][:_EXPLAINED]:
        one = told[0]
        names = join((tell.name(held.id) for held in told), tell.lang)
        blocks.append(Paragraph((Run(f"{names}  ", strong=True), Run(tell.tell(one.line())))))
        if one.reasons:
            blocks.append(Bullets(tuple(_reason(reason, tell) for reason in one.reasons)))
    if left := sum(map(len, [*stories.values()][_EXPLAINED:])):
        blocks.append(Paragraph(tell.say("minutes-more", number=left), "note"))
    return Section(tell.say("minutes-by-function"), tuple(blocks))


def _reason(reason: Reason, tell: Teller) -> tuple[Run, ...]:
    cause = tell.say(f"cause-{reason.cause}")
    return (Run(f"{cause}: ", strong=True), Run(tell.tell(reason.phrase)))
