"""Objectives measured, and what has to be improved: read off the state. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bcp.drill.file.models import Measure, Objective
from bcp.drill.live.state import DrillState
from bcp.outage.timeline import downtimes
from bcp.recovery.outcome import restored
from bcp.words import Phrase, Span, Told

__all__ = ["Item", "Measured", "improvement_items", "measure"]


@dataclass(frozen=True, slots=True)
class Measured:
    """How an objective stands that the program can measure."""

    within: int | None
    """The criterion in seconds; None: people judge."""
    reached: int | None = None
    """What was measured, in seconds; None: not yet, or never."""
    is_met: bool | None = None
    """None: still open, or people judge."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the improvement plan."""

    id: str
    """``objective-…`` and ``inject-…`` opened by themselves, ``item-…`` by people."""
    phrase: Phrase | None
    """What opened it by itself."""
    text: str
    """What a person wrote about it."""
    owner: str
    due: date | None
    done: date | None


def measure(state: DrillState, objective: Objective) -> Measured:
    """Return how *objective* stands now; open criteria count as missed once the time is over."""
    held = objective.measure
    if held is None:
        return Measured(None)
    reached, counted_to = _reached(state, held)
    if reached is not None:
        return Measured(held.within, reached, reached <= held.within)
    is_over = state.phase == "ended" or (counted_to is not None and counted_to > held.within)
    return Measured(held.within, None, False if is_over else None)


def _reached(state: DrillState, held: Measure) -> tuple[int | None, int | None]:
    """Return what was measured, and how much time has gone if nothing was."""
    if held.answered is not None:
        given = state.injects[held.answered]
        if given.fired is None:
            return None, None
        done = None if given.met is None else given.met - given.fired
        return done, state.scenario - given.fired
    if state.phase == "ready":
        return None, None
    if held.up is not None:
        if held.up in state.engine.condition.down:
            return None, state.scenario
        downs = downtimes(state.engine.condition.changes)
        return restored(downs.get(held.up, ())), state.scenario
    return _work_reached(state, held), state.scenario


def _work_reached(state: DrillState, held: Measure) -> int | None:
    named = held.started or held.finished
    found = [a for a in state.attempts if f"{a.work.component}/{a.work.task}" == named]
    if held.started is not None:
        return found[0].started if found else None
    return next((a.finished for a in found if a.finished is not None), None)


def improvement_items(state: DrillState) -> tuple[Item, ...]:
    """Return the improvement plan: missed objectives and deadlines, and what people wrote down."""
    opened = {f"objective-{id_}": phrase for id_, phrase in _missed_objectives(state)}
    opened |= {f"inject-{no}": phrase for no, phrase in _missed_deadlines(state)}
    named = [*opened, *(item for item in state.improved if item not in opened)]
    return tuple(_item(state, item, opened.get(item)) for item in named)


def _item(state: DrillState, item: str, phrase: Phrase | None) -> Item:
    said = state.improved.get(item, ())
    latest = {
        key: next((v for s in reversed(said) if (v := getattr(s, key)) is not None), None)
        for key in ("text", "owner", "due", "done")
    }
    text, owner = latest["text"], latest["owner"]
    due, done = latest["due"], latest["done"]
    assert due is None or isinstance(due, date)
    assert done is None or isinstance(done, date)
    return Item(item, phrase, str(text or ""), str(owner or ""), due, done)


def _missed_objectives(state: DrillState) -> list[tuple[str, Phrase]]:
    found = []
    for objective in state.setting.drill.objectives:
        rated = state.ratings.get(objective.id)
        held = measure(state, objective)
        values: dict[str, object] = {"objective": Told(objective.text, objective.text_en)}
        if rated is not None and rated.rating in {"M", "U"}:
            found.append((objective.id, Phrase(f"item-rated-{rated.rating.lower()}", values)))
        elif held.is_met is False and held.within is not None:
            found.append((objective.id, _missed(held, values)))
    return found


def _missed(held: Measured, values: dict[str, object]) -> Phrase:
    within = {"within": Span(held.within or 0)}
    if held.reached is None:
        return Phrase("item-not-reached", values | within)
    return Phrase("item-too-slow", values | within | {"reached": Span(held.reached)})


def _missed_deadlines(state: DrillState) -> list[tuple[str, Phrase]]:
    found = []
    for no, given in state.injects.items():
        if given.missed:
            length = (given.deadline or 0) - (given.fired or 0)
            found.append((no, Phrase("item-deadline", {"no": no, "within": Span(length)})))
        elif given.outcome == "not":
            found.append((no, Phrase("item-not-done", {"no": no})))
    return found
