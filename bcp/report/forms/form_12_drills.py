"""様式12: the drills that are planned, those that were held, and what came of them."""

from __future__ import annotations

import datetime as dt

from bcp.drill.file.models import Head as DrillHead
from bcp.drill.live.objectives import Item
from bcp.drill.review.history import Past
from bcp.report.document import Block, Bullets, Cell, Paragraph, Row, Run, Section, Tone
from bcp.report.forms.laying import Entry, Head, lines, listing, missing, sheet
from bcp.report.forms.teller import NONE, Teller
from bcp.report.names import called
from bcp.units import DAY
from bcp.words import say
from bcp.words.drill import WORDS as DRILL
from bcp.words.msel import WORDS as MSEL

__all__ = ["build"]

_NUMBER = 12
_PLANNED = (
    Head("col-12-drill", 1.5),
    Head("col-12-kind", 1.1),
    Head("col-12-purpose", 2.2),
    Head("col-12-scenario", 1.4),
    Head("col-12-every", 0.8),
    Head("col-12-last", 0.9),
    Head("col-12-next", 1.0),
)
_HELD = (
    Head("col-12-on", 0.9),
    Head("col-12-drill", 1.6),
    Head("col-12-by", 0.8),
    Head("col-12-objectives", 1.0),
    Head("col-12-functions", 1.2),
    Head("col-12-items", 1.2),
    Head("col-12-trend", 0.8),
)
_ITEMS = (
    Head("col-12-item", 2.6),
    Head("col-12-drill", 1.3),
    Head("col-12-owner", 1.0),
    Head("col-12-due", 0.9),
)
_TRENDS: dict[str, Tone] = {"better": "good", "worse": "bad"}


def build(teller: Teller, most: int) -> Section | None:
    """Return form 12; None if no drill is planned or was held."""
    drills = teller.dossier.drills
    plan = teller.ground.inventory.plan
    texts = plan.drills if plan else ()
    if not drills and not texts:
        missing(_NUMBER, teller, "plan: drills")
    planned = [Paragraph((Run(teller.say("drills-planned"), strong=True),)), Bullets(texts)]
    blocks: list[Block] = [
        *listing(
            teller,
            _PLANNED,
            drills,
            lambda head: _drill(head, teller),
            most=most,
            caption=teller.say("table-12-drills"),
        ),
        *(planned if texts else ()),
        *_held(teller, most),
    ]
    return sheet(_NUMBER, teller, blocks)


def _drill(head: DrillHead, teller: Teller) -> Row:
    entry = Entry(teller, _NUMBER, "drill", head.id, called(head, teller.lang))
    purpose = (head.purpose_en if teller.lang == "en" else None) or head.purpose or ""
    days = [past.on for past in _pasts(teller) if past.head.id == head.id and past.counts]
    last = max((day for day in days if day is not None), default=None)
    every = "" if head.every is None else teller.say("every", span=teller.span(head.every))
    return (
        Cell(called(head, teller.lang), emphasis=True),
        say(MSEL, f"kind-{head.kind}", teller.lang),
        entry.cell("col-12-purpose", purpose, "purpose"),
        teller.scenario_named(head.scenario),
        entry.cell("col-12-every", every, "every"),
        teller.day(last) if last else teller.say("never-held"),
        _next(head, last, teller),
    )


def _next(head: DrillHead, last: dt.date | None, teller: Teller) -> Cell:
    """Return when a drill is to be held: as its file says, else as often as it has to be."""
    date = teller.dossier.date
    if head.on is not None and (last is None or head.on.date() > last):
        day = head.on.date()
    elif head.every is not None and last is not None:
        day = last + dt.timedelta(days=head.every // DAY)
    else:
        return Cell(NONE, tone="muted")
    is_late = date is not None and day < date
    key = "overdue" if is_late else "on-day"
    return Cell(teller.say(key, day=teller.day(day)), tone="warn" if is_late else "none")


# --- drills that were held -----------------------------------------------------------------------


def _pasts(teller: Teller) -> tuple[Past, ...]:
    history = teller.dossier.history
    return history.pasts if history else ()


def _held(teller: Teller, most: int) -> tuple[Block, ...]:
    history = teller.dossier.history
    if history is None:
        return ()
    pasts = sorted(_pasts(teller), key=lambda past: past.on or dt.date.min, reverse=True)
    overdue = {(held.record, held.item.id) for held in history.items}
    items = [
        (past, item)
        for past in pasts
        if past.by == "people"
        for item in past.items
        if item.done is None
    ]
    return (
        *listing(
            teller,
            _HELD,
            pasts,
            lambda past: _past(past, teller),
            most=most,
            caption=teller.say("table-12-held"),
        ),
        *listing(
            teller,
            _ITEMS,
            items,
            lambda pair: _item(*pair, teller, is_late=(pair[0].record, pair[1].id) in overdue),
            most=most,
            caption=teller.say("table-12-items"),
        ),
    )


def _past(past: Past, teller: Teller) -> Row:
    done = sum(item.done is not None for item in past.items)
    history = teller.dossier.history
    trend = history.trends.get(past.record, "first") if history else "first"
    return (
        teller.day(past.on),
        called(past.head, teller.lang),
        teller.say("by-people" if past.counts else "by-script"),
        teller.say("of", number=past.reached, of=past.objectives),
        teller.say("of", number=past.met, of=past.down),
        teller.say("of", number=done, of=len(past.items)) if past.items else NONE,
        Cell(teller.say(f"trend-{trend}"), tone=_TRENDS.get(trend, "none")),
    )


def _item(past: Past, item: Item, teller: Teller, *, is_late: bool) -> Row:
    opened = "" if item.phrase is None else teller.render(DRILL, item.phrase)
    due = teller.day(item.due)
    return (
        lines([opened, item.text]),
        called(past.head, teller.lang),
        item.owner or Cell(teller.say("blank"), tone="muted"),
        Cell(teller.say("overdue", day=due), tone="bad") if is_late else due,
    )
