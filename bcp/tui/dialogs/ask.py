"""Asks once before what cannot be taken back at a key."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Button, Static

from bcp.tui.dialogs.dialog import Dialog, plain
from bcp.tui.voice import Voice

__all__ = ["Ask"]


class Ask(Dialog[bool]):
    """A question with yes and no; no is where the cursor stands."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "say_yes", show=False),
        Binding("n", "close", show=False),
        Binding("left", "app.focus_previous", show=False),
        Binding("right", "app.focus_next", show=False),
    ]

    def __init__(self, voice: Voice, title: str, text: str) -> None:
        super().__init__(voice, title)
        self._text = text

    def body(self) -> ComposeResult:
        """Yield the question and both answers."""
        yield Static(plain(self._text), id="said")
        with Horizontal(classes="buttons"):
            yield Button(plain(self.voice.say("button-yes")), id="yes", variant="warning")
            yield Button(plain(self.voice.say("button-no")), id="no")

    def on_mount(self) -> None:
        """Stand on no."""
        self.query_one("#no").focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Close with the answer."""
        self.dismiss(event.button.id == "yes")

    def action_say_yes(self) -> None:
        """Close with yes."""
        self.dismiss(result=True)
