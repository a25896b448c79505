"""What all dialogs have in common: a frame with a title, the mark of the drill, and Escape."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from bcp.tui.voice import Voice

__all__ = ["Dialog", "Message", "plain"]

T = TypeVar("T")


def plain(text: str) -> Content:
    """Return *text* as it is, with nothing in it taken for markup."""
    return Content(text)


class Dialog(ModalScreen[T | None]):
    """A window that closes without an answer at Escape."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("tab", "app.focus_next", show=False),
        Binding("shift+tab", "app.focus_previous", show=False),
    ]

    def __init__(self, voice: Voice, title: str) -> None:
        super().__init__()
        self.voice = voice
        self._heading = title

    def compose(self) -> ComposeResult:
        """Lay out the frame around the body."""
        with Vertical(id="window") as window:
            window.border_title = plain(self._heading)
            window.border_subtitle = plain(self.voice.say("mark"))
            yield from self.body()

    def body(self) -> ComposeResult:
        """Yield what is in the frame."""
        raise NotImplementedError

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


class Message(Dialog[bool]):
    """Says something, at any length: trouble, help, or all keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,f1,question_mark,q", "close", show=False)
    ]

    def __init__(self, voice: Voice, title: str, text: str, *, is_trouble: bool = False) -> None:
        super().__init__(voice, title)
        self._text = text
        self.set_class(is_trouble, "-trouble")

    def body(self) -> ComposeResult:
        """Yield the text, and how to go on."""
        with VerticalScroll(id="text"):
            yield Static(plain(self._text), id="said")
        yield Static(plain(self.voice.say("close-hint")), classes="hint")

    def on_mount(self) -> None:
        """Let the text be scrolled by the arrows."""
        self.query_one("#text").focus()
