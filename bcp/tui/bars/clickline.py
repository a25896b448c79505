"""One line of words that can be clicked, of which it shows those that fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rich.text import Text
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from bcp.tui.cells import wide

__all__ = ["ClickLine", "Item"]


@dataclass(frozen=True, slots=True)
class Item:
    """A word that can be clicked."""

    id: str
    """What is told of a click."""
    key: str
    """What to press instead; shown before the word."""
    word: str
    rank: int = 0
    """Where room is short, the least stay."""
    is_chosen: bool = False

    @property
    def width(self) -> int:
        """How many cells it takes, with the blank before it."""
        return wide(self.key) + wide(self.word) + 3


class ClickLine(Widget):
    """A line of items; where there is no room for all, the least important are left out."""

    DEFAULT_CSS = "ClickLine { height: 1; width: 1fr; }"
    COMPONENT_CLASSES = {"clickline--key", "clickline--word", "clickline--chosen"}  # noqa: RUF012 (as Textual declares it)

    class Chosen(Message):
        """An item was clicked."""

        def __init__(self, line: ClickLine, item: str) -> None:
            super().__init__()
            self.line = line
            self.item = item

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._items: tuple[Item, ...] = ()

    def offer(self, items: Sequence[Item]) -> None:
        """Show *items* from now on."""
        if tuple(items) != self._items:
            self._items = tuple(items)
            self.refresh()

    @property
    def shown(self) -> Sequence[Item]:
        """The items there is room for, in their order."""
        room, kept = self.size.width, set[Item]()
        for item in sorted(self._items, key=lambda item: item.rank):
            if item.width > room:
                break
            room -= item.width
            kept.add(item)
        return [item for item in self._items if item in kept]

    def render(self) -> Text:
        """Paint what there is room for."""
        text = Text(no_wrap=True, overflow="crop", end="")
        key, word, chosen = (
            self.get_component_rich_style(f"clickline--{part}")
            for part in ("key", "word", "chosen")
        )
        for item in self.shown:
            text.append(f" {item.key}", chosen if item.is_chosen else key)
            text.append(f" {item.word} ", chosen if item.is_chosen else word)
        return text

    def on_click(self, event: Click) -> None:
        """Tell which item was clicked."""
        place = event.get_content_offset(self)
        start = 0
        for item in self.shown:
            if place is not None and start <= place.x < start + item.width:
                self.post_message(self.Chosen(self, item.id))
                return
            start += item.width
