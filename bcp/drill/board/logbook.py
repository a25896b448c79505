"""The log: entries of the record as people read them, corrections applied, originals kept. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from bcp.drill.board.rows import LogRow
from bcp.drill.live import events as happened
from bcp.drill.live.events import Entry, Event
from bcp.drill.live.fold import cancelled
from bcp.drill.live.state import DrillState
from bcp.words import Name, Phrase, Span, Told

__all__ = ["log_rows"]

_QUIET = (happened.Ticked,)
_TEXTS = ("text", "why")


def log_rows(state: DrillState) -> tuple[LogRow, ...]:
    """Return the log, oldest first; moved entries stand where they were moved to."""
    taken = cancelled(state.entries)
    corrections = _corrections(state.entries, taken)
    told = [entry for entry in state.entries if not isinstance(entry.event, _QUIET)]
    numbers = {entry.n: number for number, entry in enumerate(told, 1)}
    rows = [
        _row(state, entry, corrections.get(entry.n, ()), numbers, is_undone=entry.n in taken)
        for entry in told
    ]
    return tuple(sorted(rows, key=lambda row: (row.exercise, row.n)))


def _corrections(
    entries: Sequence[Entry], taken: frozenset[int]
) -> dict[int, tuple[happened.Corrected, ...]]:
    found: dict[int, tuple[happened.Corrected, ...]] = {}
    for entry in entries:
        event = entry.event
        if isinstance(event, happened.Corrected) and entry.n not in taken:
            found[event.entry] = (*found.get(event.entry, ()), event)
    return found


def _row(
    state: DrillState,
    entry: Entry,
    corrections: Sequence[happened.Corrected],
    numbers: Mapping[int, int],
    *,
    is_undone: bool,
) -> LogRow:
    moved = next((c.exercise for c in reversed(corrections) if c.exercise is not None), None)
    text = next((c.text for c in reversed(corrections) if c.text is not None), None)
    who = next((c.who for c in reversed(corrections) if c.who is not None), None)
    original = _text_of(entry.event)
    at = _written_for(entry.event) if moved is None else moved
    scenario = entry.scenario if at is None else _scenario_at(state, at)
    said = getattr(entry.event, "who", "")
    return LogRow(
        n=entry.n,
        number=numbers[entry.n],
        exercise=entry.exercise if at is None else at,
        scenario=scenario,
        real=entry.real,
        kind=entry.event.event,
        phrase=_phrase(state, entry.event, original if text is None else text, numbers),
        who=said if who is None else who,
        is_undone=is_undone,
        original=original if text is not None else None,
        is_moved=moved is not None,
    )


def _written_for(event: Event) -> int | None:
    """Return when a note says that something happened, if not when it was written."""
    return event.exercise if isinstance(event, happened.Noted) else None


def _scenario_at(state: DrillState, exercise: int) -> int:
    """Return what the scenario's clock showed at an earlier moment of the exercise clock."""
    anchors = [anchor for anchor in state.anchors if anchor.exercise <= exercise]
    return (anchors or state.anchors)[-1].scenario_at(exercise)


def _text_of(event: Event) -> str:
    return next((str(getattr(event, key)) for key in _TEXTS if hasattr(event, key)), "")


def _phrase(state: DrillState, event: Event, text: str, numbers: Mapping[int, int]) -> Phrase:
    """Return what an entry says."""
    values: dict[str, object] = {"text": text}
    for key, value in event:
        if key not in {"event", "text"} and value is not None:
            values.setdefault(key, _shown(key, value))
    if isinstance(event, (happened.Undone, happened.Corrected)):
        values["entry"] = numbers[event.entry]
    if isinstance(event, happened.InjectFired):
        inject = state.setting.injects[event.inject]
        values["text"] = Told(inject.text, inject.text_en)
    if isinstance(event, happened.Rated):
        values["objective"] = _objective(state, event.objective)
    if isinstance(event, happened.Decided):
        values["option"] = _option(state, event)
    if "task" in values and "component" in values:
        values["task"] = _task_name(state, event)
    return Phrase(f"log-{_key(event)}", values)


def _key(event: Event) -> str:
    """Return which of the texts of an event says it."""
    key: str = event.event
    match event:
        case happened.Noted():
            key = f"noted-{event.kind}"
        case happened.InjectFired():
            key = f"fired-{event.by}"
        case happened.Answered():
            key = f"answered-{event.outcome}"
        case happened.InjectPostponed(inject=None):
            key = "inject-postponed-all"
        case happened.Improved(done=date()):
            key = "improved-done"
        case happened.TaskAborted() | happened.Decided() if event.why:
            key = f"{event.event}-why"
    return key


def _shown(key: str, value: object) -> object:
    if key == "component":
        return Name(str(value))
    if key in {"origin", "to"} or (key == "by" and isinstance(value, int)):
        return Span(int(str(value)))
    return value


def _objective(state: DrillState, id_: str) -> Told:
    held = next(one for one in state.setting.drill.objectives if one.id == id_)
    return Told(held.text, held.text_en)


def _option(state: DrillState, event: happened.Decided) -> Told:
    options = state.setting.injects[event.inject].options
    held = next(one for one in options if one.id == event.option)
    return Told(held.text, held.text_en)


def _task_name(state: DrillState, event: Event) -> Name:
    component, task = str(getattr(event, "component", "")), str(getattr(event, "task", ""))
    for procedure in state.setting.network.components[component].procedure:
        if (procedure, task) in state.setting.network.tasks:
            return Name(f"{procedure}/{task}")
    return Name(task)
