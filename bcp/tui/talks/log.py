"""Talks about the log: write down, correct, take back, bring back."""

from __future__ import annotations

import re

from bcp.drill.board.rows import LogRow
from bcp.drill.live.commands import Correct, Note, NoteKind, Undo
from bcp.tui.clocktext import clock, read_exercise
from bcp.tui.dialogs.form import Field
from bcp.tui.drafts import Draft
from bcp.tui.host import Host
from bcp.tui.talks.telling import BadEntryError, fill, tell

__all__ = ["edit", "hot_wash", "note_of", "redo", "take_back", "undo"]

_WHO = re.compile(r"[@＠](\S+)[\s　]+(.*)", re.DOTALL)


def note_of(typed: str, kind: NoteKind, about: str, exercise: int | None = None) -> Note:
    """Return the note that somebody typed; it may begin with who did it, as ``@post``.

    Examples
    --------
    >>> note_of("＠係長　DBを再起動", "note", "").who
    '係長'
    """
    match = _WHO.fullmatch(typed.strip())
    who, text = (match[1], match[2]) if match else ("", typed.strip())
    return Note(text=text, who=who, about=about, kind=kind, exercise=exercise)


async def hot_wash(host: Host, _row: object) -> None:
    """Write down what is said straight after the end."""
    say = host.voice.say
    kinds = tuple((kind, say(f"kind-{kind}")) for kind in ("hot-wash", "strength", "stumble"))
    kind_of: dict[str, NoteKind] = {
        "hot-wash": "hot-wash",
        "strength": "strength",
        "stumble": "stumble",
    }
    await fill(
        host,
        "hot-wash",
        say("title-hot-wash"),
        [
            Field("kind", "field-kind", "choice", "hot-wash", kinds),
            Field("text", "field-text", "long"),
            Field("who", "field-who"),
        ],
        lambda said: Note(
            text=said["text"].strip(),
            who=said["who"].strip(),
            kind=kind_of.get(said["kind"], "hot-wash"),
        ),
    )


async def edit(host: Host, row: LogRow) -> None:
    """Correct the time and the text of an entry; what it said first is kept."""
    written = str(row.phrase.values.get("text", "")) if _has_text(row) else None
    time = clock(row.exercise // 1000)
    fields = [Field("time", "field-exercise", value=time, hint="hint-exercise")]
    if written is not None:
        fields.append(Field("text", "field-text", "long", written))
        fields.append(Field("who", "field-who", value=row.who))

    def made(said: Draft) -> Correct:
        try:
            exercise = None if said["time"] == time else read_exercise(said["time"])
        except ValueError:
            raise BadEntryError("bad-exercise") from None
        text, who = said.get("text", ""), said.get("who", "")
        changed = Correct(
            entry=row.n,
            exercise=exercise,
            text=text.strip() if written is not None and text.strip() != written else None,
            who=who.strip() if written is not None and who.strip() != row.who else None,
        )
        if (changed.exercise, changed.text, changed.who) == (None, None, None):
            raise BadEntryError("nothing-changed")
        return changed

    await fill(host, f"edit-{row.n}", host.voice.say("title-edit", n=row.number), fields, made)


def _has_text(row: LogRow) -> bool:
    return row.kind in {"noted", "answered", "task-aborted", "rated", "decided", "improved"}


async def take_back(host: Host, row: LogRow) -> None:
    """Take an entry back; one that was taken back already is brought back."""
    if not row.is_undone:
        await tell(host, Undo(entry=row.n), "told-undone", n=row.number)
        return
    taken = [
        undone.n for undone in _undoings(host) if undone.phrase.values.get("entry") == row.number
    ]
    if taken:
        await tell(host, Undo(entry=taken[-1]), "told-redone", n=row.number)


async def undo(host: Host, _row: object) -> None:
    """Take back the last thing that people did."""
    entries, error = host.perform(Undo())
    if error:
        host.tell(error)
        return
    taken = next((getattr(entry.event, "entry", None) for entry in reversed(entries)), None)
    number = next((row.number for row in host.shown.log if row.n == taken), "")
    host.tell(host.voice.say("told-undone", n=number))


async def redo(host: Host, _row: object) -> None:
    """Bring back what was taken back last."""
    undoings = _undoings(host)
    if not undoings:
        host.tell(host.voice.say("nothing-to-redo"))
        return
    last = max(undoings, key=lambda row: row.n)
    await tell(
        host, Undo(entry=last.n), "told-redone", n=last.phrase.values.get("entry", last.number)
    )


def _undoings(host: Host) -> list[LogRow]:
    """Return the entries that take another back and still count; bringing back is none of them."""
    held = {row.number: row for row in host.shown.log}
    found = []
    for row in held.values():
        target = held.get(int(str(row.phrase.values.get("entry", 0))))
        is_undo = row.kind == "undone" and not row.is_undone
        if is_undo and (target is None or target.kind != "undone"):
            found.append(row)
    return found
