"""様式6: what is weak, what is to be done about it, by whom, by when and to what effect."""

from __future__ import annotations

from bcp.inventory.facts import Measure
from bcp.outlook.effects import Effect, countermeasures
from bcp.recovery.result import Finding
from bcp.report.document import Block, Cell, Row, Section, Tone
from bcp.report.forms.laying import Entry, Head, lines, listing, missing, sheet
from bcp.report.forms.naming import money
from bcp.report.forms.teller import NONE, Teller
from bcp.report.names import called
from bcp.words.findings import WORDS as FINDINGS

__all__ = ["build", "unanswered"]

_NUMBER = 6
_NAMED = 3
_FINDINGS = 40
"""How many of the findings stand in the form: the rest is what `bcp check` is for."""
_HEADS = (
    Head("col-number", 0.4, "right", kind="number"),
    Head("col-6-of", 1.2),
    Head("col-6-weakness", 1.6),
    Head("col-6-measure", 1.6),
    Head("col-6-priority", 0.6, "center"),
    Head("col-6-owner", 0.9),
    Head("col-6-due", 0.9),
    Head("col-6-cost", 1.0),
    Head("col-6-status", 0.7),
    Head("col-6-effect", 1.4),
    Head("col-6-left", 1.1),
)
_FOUND = (
    Head("col-6-severity", 0.6),
    Head("col-6-of", 1.2),
    Head("col-6-found", 4.5),
)
_SEVERITIES: dict[str, Tone] = {"serious": "bad", "warning": "warn", "note": "none"}
_STATUS: dict[str, Tone] = {"done": "good", "dropped": "muted"}


def build(teller: Teller, most: int) -> Section | None:
    """Return form 6; None if nothing is weak and nothing planned."""
    measures = countermeasures(teller.ground.inventory.measures)
    if not measures:
        missing(_NUMBER, teller, "measures")
    effects = {effect.measure: effect for effect in teller.dossier.effects}
    numbered = list(enumerate(measures, 1))
    planned = listing(
        teller,
        _HEADS,
        numbered,
        lambda held: _row(held[0], held[1], effects.get(held[1].id), teller),
        most=most,
        caption=teller.say("table-6-measures"),
    )
    blocks: tuple[Block, ...] = (*planned, *_found(teller, min(most, _FINDINGS)))
    return sheet(_NUMBER, teller, blocks)


def _row(number: int, measure: Measure, effect: Effect | None, teller: Teller) -> Row:
    entry = Entry(teller, _NUMBER, "measures", measure.id, called(measure, teller.lang))
    is_open = measure.status in {"idea", "planned", "doing"}
    due = "" if measure.due is None else teller.day(measure.due)
    date = teller.dossier.date
    is_late = is_open and None not in (date, measure.due) and measure.due < date  # type: ignore[operator]
    return (
        str(number),
        teller.list(measure.of, _NAMED) or NONE,
        entry.cell("col-6-weakness", measure.weakness, "weakness"),
        Cell(called(measure, teller.lang), emphasis=True),
        measure.priority or NONE,
        entry.cell("col-6-owner", measure.owner, "owner", wanted=is_open),
        Cell(teller.say("overdue", day=due), tone="bad")
        if is_late
        else entry.cell("col-6-due", due, "due", wanted=is_open),
        _cost(measure, entry, is_open=is_open),
        Cell(teller.say(f"status-{measure.status}"), tone=_STATUS.get(measure.status, "none")),
        _effect(effect, teller),
        measure.left or NONE,
    )


def _cost(measure: Measure, entry: Entry, *, is_open: bool) -> Cell:
    teller = entry.teller
    yearly = "" if measure.yearly is None else teller.say("yearly", cost=f"{measure.yearly:,}")
    once = "" if measure.cost is None else money(measure.cost, teller)
    return entry.cell("col-6-cost", lines([once, yearly]), "cost", wanted=is_open)


def _effect(effect: Effect | None, teller: Teller) -> Cell:
    """Return what the measure changes over all scenarios, as computed."""
    if effect is None:
        return Cell(NONE, tone="muted")
    gained = {id_ for held in effect.gained.values() for id_ in held}
    spoilt = {id_ for held in effect.spoilt.values() for id_ in held}
    if not effect.avoided and not gained and not spoilt:
        return Cell(teller.say("effect-none"), tone="muted")
    texts = [
        teller.say("effect-loss", hours=f"{float(effect.avoided):,.1f}"),
        teller.say("effect-gained", number=len(gained)) if gained else "",
        teller.say("effect-spoilt", number=len(spoilt)) if spoilt else "",
    ]
    return Cell(lines(texts))


# --- what the check found ------------------------------------------------------------------------


def unanswered(teller: Teller) -> list[Finding]:
    """Return the findings about which no measure does anything, the most serious first."""
    measures = countermeasures(teller.ground.inventory.measures)
    treated = {id_ for held in measures if held.status != "dropped" for id_ in held.of}
    order = list(_SEVERITIES)
    found = [held for held in teller.dossier.findings if treated.isdisjoint(held.ids)]
    return sorted(found, key=lambda held: order.index(held.severity))


def _found(teller: Teller, most: int) -> tuple[Block, ...]:
    return listing(
        teller,
        _FOUND,
        unanswered(teller),
        lambda held: _finding(held, teller),
        most=most,
        caption=teller.say("table-6-found"),
    )


def _finding(held: Finding, teller: Teller) -> Row:
    return (
        Cell(teller.say(f"severity-{held.severity}"), tone=_SEVERITIES[held.severity]),
        teller.list(held.ids, _NAMED),
        teller.render(FINDINGS, held.phrase),
    )
