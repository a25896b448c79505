"""The line at the bottom into which people type: a note, or what a list is filtered by.

It is always there, so that opening it moves nothing, and says what was done last while nobody
types.
"""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from bcp.tui.typing_fields import Line

__all__ = ["EntryLine"]

Purpose = Literal["note", "filter"]


class EntryLine(Horizontal):
    """A prompt, a plain input field, and a hint. What it is for is up to the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("f2", "turn", show=False),
        Binding("f3", "aim", show=False),
        Binding("f4", "edit", show=False),
    ]

    class Changed(Message):
        """A letter was typed."""

        def __init__(self, purpose: Purpose, text: str) -> None:
            super().__init__()
            self.purpose = purpose
            self.text = text

    class Submitted(Message):
        """Enter was pressed."""

        def __init__(self, purpose: Purpose, text: str) -> None:
            super().__init__()
            self.purpose = purpose
            self.text = text

    class Left(Message):
        """Escape was pressed."""

        def __init__(self, purpose: Purpose, text: str) -> None:
            super().__init__()
            self.purpose = purpose
            self.text = text

    class Turned(Message):
        """Another kind of note is wanted."""

    class Aimed(Message):
        """The note is to be about what was chosen, or no longer."""

    class Entered(Message):
        """Somebody came into the field without a key: by the mouse or by Tab."""

    class EditorWanted(Message):
        """The text is to be written in an editor."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.purpose: Purpose = "note"

    def compose(self) -> ComposeResult:
        """Lay out prompt, field and hint."""
        yield Static(id="prompt", markup=False)
        yield Line(id="line", select_on_focus=False)
        yield Static(id="hint", markup=False)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.query_one(Input).value

    def open(self, purpose: Purpose, text: str) -> None:
        """Take typing for *purpose*, beginning with *text*."""
        self.purpose = purpose
        field = self.query_one(Input)
        with field.prevent(Input.Changed):
            field.value = text
        field.cursor_position = len(text)
        self.add_class("-open")
        field.focus()

    def tell(self, prompt: str, hint: str, *, is_wrong: bool = False) -> None:
        """Say what is to be typed, or what was wrong with it."""
        self.query_one("#prompt", Static).update(prompt, layout=False)
        self.query_one("#hint", Static).update(hint, layout=False)
        self.set_class(is_wrong, "-wrong")

    def report(self, text: str) -> None:
        """Say what was done last, as long as nothing is typed."""
        self.query_one(Input).placeholder = text

    def close(self) -> None:
        """Take no more typing."""
        field = self.query_one(Input)
        self.remove_class("-open", "-wrong")
        with field.prevent(Input.Changed):
            field.value = ""

    def on_descendant_focus(self) -> None:
        """Tell that somebody came in by another way than a key."""
        if not self.has_class("-open"):
            self.post_message(self.Entered())

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell every letter, so that none is lost."""
        event.stop()
        self.post_message(self.Changed(self.purpose, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Tell that it is finished."""
        event.stop()
        self.post_message(self.Submitted(self.purpose, event.value))

    def action_leave(self) -> None:
        """Tell that it is left for now."""
        self.post_message(self.Left(self.purpose, self.text))

    def action_turn(self) -> None:
        """Ask for another kind."""
        self.post_message(self.Turned())

    def action_aim(self) -> None:
        """Ask to be about what is chosen."""
        self.post_message(self.Aimed())

    def action_edit(self) -> None:
        """Ask for an editor."""
        self.post_message(self.EditorWanted())
