"""What goes on in the line at the bottom: notes with their drafts, and filters."""

from __future__ import annotations

from typing import Any, Protocol

from textual.dom import DOMNode

from bcp.drill.live.commands import NoteKind
from bcp.tui.bars.entry import EntryLine, Purpose
from bcp.tui.clocktext import clock
from bcp.tui.host import Host
from bcp.tui.sheet import Sheet
from bcp.tui.talks.log import note_of

__all__ = ["Writing"]

_KINDS: tuple[NoteKind, ...] = ("note", "stumble", "strength", "hot-wash")
_DRAFT = "note"


class Desktop(Protocol):
    """The screen, as far as the line needs it."""

    def query_one(self, selector: Any, /) -> Any:
        """Return a part of the screen."""

    def sheet(self, room: str = "") -> Sheet[Any]:
        """Return a list."""


class Writing:
    """The line at the bottom, and what becomes of what is typed there."""

    def __init__(self, host: Host, desktop: Desktop | DOMNode) -> None:
        self._host = host
        self._desktop: Any = desktop
        self._kind: NoteKind = "note"
        self._about = ""
        self._exercise = 0
        """When the first key of the note was pressed: that is the time of what it says."""

    @property
    def _line(self) -> EntryLine:
        line: EntryLine = self._desktop.query_one(EntryLine)
        return line

    @property
    def is_open(self) -> bool:
        """Whether somebody is typing."""
        return self._line.has_class("-open")

    @property
    def purpose(self) -> Purpose:
        """What the line is for."""
        return self._line.purpose

    def note(self) -> None:
        """Take a note, going on with the draft if there is one."""
        board = self._host.shown
        draft = self._host.drafts.find(_DRAFT)
        kind = draft.get("kind", "note")
        self._kind = kind if kind in _KINDS else "note"
        self._about = draft.get("about", "")
        begun = draft.get("exercise", "")
        self._exercise = int(begun) if begun.isdecimal() else board.exercise
        self._exercise = min(self._exercise, board.exercise)
        self._line.open("note", draft.get("text", ""))
        self._prompt()

    def filter(self) -> None:
        """Filter the list that is used."""
        self._line.open("filter", self._desktop.sheet().filter)
        self._prompt()

    def speak(self) -> None:
        """Go on in another language."""
        self._prompt()

    def _prompt(self) -> None:
        say = self._host.voice.say
        if not self.is_open:
            self._line.tell(say("prompt-closed") if self._desktop.can_act else "", "")
        elif self.purpose == "filter":
            self._line.tell(say("prompt-filter"), say("hint-filter"))
        else:
            about = f" [{self._host.voice.name(self._about)}]" if self._about else ""
            kind = say(f"kind-{self._kind}")
            time = clock(self._exercise // 1000)
            self._line.tell(f"{time} {kind}{about}", say("hint-note"))

    def changed(self, purpose: Purpose, text: str) -> None:
        """Keep every letter of a note; filter at every letter."""
        if purpose == "filter":
            self._desktop.sheet().filter_by(text)
        else:
            self._keep(text)

    def _keep(self, text: str) -> None:
        said = {"text": text, "kind": self._kind, "about": self._about}
        draft = {**said, "exercise": str(self._exercise)} if text.strip() else {}
        self._host.drafts.keep(_DRAFT, draft)

    def submitted(self, purpose: Purpose, text: str) -> None:
        """Write down the note; what cannot be written stays where it is."""
        if purpose == "filter" or not text.strip():
            self._close()
            return
        _, error = self._host.perform(note_of(text, self._kind, self._about, self._when()))
        if error:
            self._prompt()
            self._line.set_class(True, "-wrong")  # noqa: FBT003 (as Textual has it)
            self._host.refuse(error)
            return
        self._keep("")
        self._close()

    def _when(self) -> int | None:
        """Return when the note was begun, if that is not now."""
        return None if self._exercise == self._host.shown.exercise else self._exercise

    def left(self, purpose: Purpose) -> None:
        """Go back to the list: a filter ends, a note stays as a draft."""
        if purpose == "filter":
            self._desktop.sheet().filter_by("")
        elif self._line.text.strip():
            self._host.tell(self._host.voice.say("draft-kept"))
        self._close()

    def _close(self) -> None:
        self._line.close()
        self._prompt()
        self._desktop.sheet().focus()

    def turn(self) -> None:
        """Take the next kind of note."""
        if self.purpose == "note":
            self._kind = _KINDS[(_KINDS.index(self._kind) + 1) % len(_KINDS)]
            self._keep(self._line.text)
            self._prompt()

    def aim(self) -> None:
        """Let the note be about the row under the cursor, or about nothing."""
        if self.purpose == "note":
            self._about = "" if self._about else self._desktop.sheet().subject
            self._keep(self._line.text)
            self._prompt()

    def edit(self) -> None:
        """Let an editor have the note, and take back what it leaves, on one line."""
        if self.purpose == "note":
            written = self._host.edit(self._line.text)
            if written is not None:
                text = " ".join(written.split("\n"))
                self._keep(text)
                self._line.open("note", text)
