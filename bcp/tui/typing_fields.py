"""Plain fields to type in, by an input method too: the ideographic blank is a letter like others."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.message import Message
from textual.widgets import Input, TextArea

__all__ = ["Line", "LongText"]

_BLANK = "\u3000"
"""The blank of Japanese, which Python does not call printable and Textual therefore drops."""


class Line(Input):
    """Text of one line."""

    def on_key(self, event: Key) -> None:
        """Take the blank of Japanese."""
        if event.character == _BLANK:
            event.stop()
            event.prevent_default()
            self.insert_text_at_cursor(_BLANK)


class LongText(TextArea):
    """Text of several lines, which can be written in an editor too."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+e", "edit", show=False)]

    class EditorWanted(Message):
        """The text is to be written in an editor."""

        def __init__(self, area: LongText) -> None:
            super().__init__()
            self.area = area

    def on_mount(self) -> None:
        """Stand behind what is there already."""
        self.move_cursor(self.document.end)

    def on_key(self, event: Key) -> None:
        """Take the blank of Japanese."""
        if event.character == _BLANK:
            event.stop()
            event.prevent_default()
            self.insert(_BLANK)

    def action_edit(self) -> None:
        """Ask for an editor."""
        self.post_message(self.EditorWanted(self))
