"""What happened when: main events, the ministry's 訓練記録, and what was corrected in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bcp.drill.board.rows import LogRow
from bcp.drill.review.review import Review
from bcp.report.aar.cover import verdicts
from bcp.report.aar.origin import Origin
from bcp.report.aar.telling import NONE, Teller
from bcp.report.document import Block, Cell, Column, Paragraph, Row, Section, Table, Tone
from bcp.words import join

__all__ = ["corrections", "record", "timeline"]

_MAIN = frozenset(
    {"started", "paused", "resumed", "jumped", "speed-set", "inject-fired", "decided", "ended"}
)
_APART = frozenset({"rated", "improved", "task-assigned", "corrected", "undone"})
"""They stand in chapters of their own."""


def timeline(held: Review, tell: Teller) -> Section:
    """Return the main events, and when which function came back."""
    columns = (
        Column(tell.say("col-scenario"), share=1.8),
        Column(tell.say("col-exercise"), share=1.2),
        Column(tell.say("col-what"), share=6.0),
    )
    rows = [
        (row.scenario, 0, _clock(row.exercise), tell.logged(row.phrase))
        for row in held.log
        if row.kind in _MAIN and not row.is_undone
    ]
    rows += [(at, 1, NONE, text) for at, text in _restorations(held, tell)]
    rows.sort(key=lambda row: row[:2])
    shown = tuple((tell.at(at), clock, text) for at, _, clock, text in rows)
    table = Table(tell.say("cap-timeline"), columns, shown)
    return Section(tell.say("ch-timeline"), (table,), id="timeline")


def _restorations(held: Review, tell: Teller) -> Iterator[tuple[int, str]]:
    found: dict[int, list[str]] = {}
    for function in held.functions:
        back = function.achieved.restored
        if function.achieved.downtime and back is not None and not function.is_forecast:
            found.setdefault(back, []).append(tell.name(function.id))
    for back, names in found.items():
        yield back, tell.say("back", names=join(names, tell.lang))


def _clock(milliseconds: int) -> str:
    """Return what the exercise clock shows, as h:mm:ss."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"


# --- 訓練記録 ----------------------------------------------------------------------------------


def record(held: Review, origin: Origin, tell: Teller) -> Section:
    """Return the record in the ministry's columns, its overall finding above it."""
    by_people = origin.by == "people"
    columns = (
        Column(tell.say("col-time"), share=1.0),
        Column(tell.say("col-scenario"), share=1.8),
        Column(tell.say("col-status"), share=4.6),
        Column(tell.say("col-stumbled"), share=2.8),
    )
    rows = [(row.exercise, row.n, _row(row, tell, by_people=by_people)) for row in _kept(held)]
    rows += _passed(held, tell)
    rows.sort(key=lambda row: row[:2])
    table = Table(tell.say("cap-record"), columns, tuple(row for *_, row in rows))
    note = tell.say("time-note" if by_people else "time-note-script")
    blocks: list[Block] = [Paragraph(_finding(held, tell), "lead"), table, Paragraph(note, "note")]
    return Section(tell.say("ch-record"), tuple(blocks), id="record")


def _finding(held: Review, tell: Teller) -> str:
    first = verdicts(held, tell)[1]
    stumbles = len(held.difficulties)
    return tell.say("finding", first=first, stumbles=stumbles, items=len(held.items))


def _kept(held: Review) -> Iterator[LogRow]:
    for row in held.log:
        if row.kind not in _APART and not row.is_undone:
            yield row


def _row(row: LogRow, tell: Teller, *, by_people: bool) -> Row:
    text = tell.logged(row.phrase)
    if row.who and row.who not in text:
        text = f"{text} ({row.who})"
    is_stumble = row.phrase.key == "log-noted-stumble"
    stumbled = ""
    if is_stumble:
        text, stumbled = "", str(row.phrase.values["text"]) + (f" ({row.who})" if row.who else "")
    elif row.kind == "task-aborted":
        stumbled = str(row.phrase.values.get("text") or row.phrase.values.get("why") or text)
    elif row.phrase.key == "log-answered-not":
        stumbled = tell.say("inject-not")
    tone: Tone = "warn" if stumbled else "none"
    return (_time(row, by_people=by_people), tell.at(row.scenario), text, Cell(stumbled, tone=tone))


def _time(row: LogRow, *, by_people: bool) -> str:
    if not by_people or row.is_moved:
        return _clock(row.exercise)
    try:
        return f"{datetime.fromisoformat(row.real):%H:%M}"
    except ValueError:
        return _clock(row.exercise)


def _passed(held: Review, tell: Teller) -> Iterator[tuple[int, int, Row]]:
    """Yield the deadlines that passed, at the place where they did."""
    for one in held.injects:
        given = one.given
        if given.missed and given.deadline is not None:
            exercise = max(
                (a.exercise_at(given.deadline) for a in held.state.anchors[-1:]), default=0
            )
            earlier = [row.exercise for row in held.log if row.scenario <= given.deadline]
            place = max(earlier, default=exercise)
            text = Cell(tell.say("deadline-passed", no=one.inject.no), tone="bad")
            yield place, 10**9, (NONE, tell.at(given.deadline), "", text)


# --- corrections -------------------------------------------------------------------------------


def corrections(held: Review, tell: Teller) -> Section:
    """Return every entry that was corrected or taken back, as it was and as it counts."""
    rows = [
        _corrected(held, row, tell)
        for row in held.log
        if row.original is not None or row.is_moved or row.is_undone
    ]
    title = tell.say("ch-corrections")
    if not rows:
        return Section(title, (Paragraph(tell.say("no-corrections")),), id="corrections")
    columns = (
        Column(tell.say("col-entry"), "right", 0.7),
        Column(tell.say("col-original"), share=4.0),
        Column(tell.say("col-corrected"), share=4.0),
    )
    return Section(
        title, (Table(tell.say("cap-corrections"), columns, tuple(rows)),), id="corrections"
    )


def _corrected(held: Review, row: LogRow, tell: Teller) -> Row:
    now = tell.logged(row.phrase)
    entry = next(entry for entry in held.state.entries if entry.n == row.n)
    before = f"{_clock(entry.exercise)} {now if row.original is None else row.original}"
    parts = []
    if row.is_undone:
        parts.append(tell.say("taken-back"))
    if row.original is not None:
        parts.append(now)
    if row.is_moved:
        parts.append(tell.say("moved", at=_clock(row.exercise)))
    return (str(row.number), before, " / ".join(parts))
