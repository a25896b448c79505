"""Says all about a thing and asks what to do with it, or which one of many is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from bcp.tui.dialogs.dialog import Dialog, plain
from bcp.tui.typing_fields import Line
from bcp.tui.voice import Voice

__all__ = ["Choice", "Choose", "Pick", "described"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer."""

    id: str
    text: str
    key: str = ""
    """What to press for it."""


def described(about: Sequence[tuple[str, str]], voice: Voice) -> Content:
    """Return what there is to say of a thing, a line each."""
    lines = [
        Content.assemble((f"{voice.say(key)}: ", "$text-secondary"), plain(text))
        for key, text in about
    ]
    return Content("\n").join(lines)


class Choose(Dialog[str]):
    """Shows a thing and what can be done with it; every choice has a key too."""

    def __init__(
        self, voice: Voice, title: str, about: Sequence[tuple[str, str]], choices: Sequence[Choice]
    ) -> None:
        super().__init__(voice, title)
        self._about = about
        self._choices = choices

    def body(self) -> ComposeResult:
        """Yield the description and the choices."""
        with VerticalScroll(id="text"):
            yield Static(described(self._about, self.voice), id="said")
        width = max((len(choice.key) for choice in self._choices), default=0)
        yield OptionList(
            *(Option(self._shown(choice, width), choice.id) for choice in self._choices),
            markup=False,
        )

    @staticmethod
    def _shown(choice: Choice, width: int) -> Content:
        key = f"{choice.key:>{width}}  " if width else ""
        return Content.assemble((key, "bold"), plain(choice.text))

    def on_mount(self) -> None:
        """Stand on the first choice."""
        choices = self.query_one(OptionList)
        choices.display = bool(self._choices)
        (choices if self._choices else self.query_one("#text")).focus()

    def on_key(self, event: object) -> None:
        """Take the key of a choice for the choice."""
        pressed = getattr(event, "character", None)
        for choice in self._choices:
            if pressed and choice.key == pressed:
                event.stop()  # type: ignore[attr-defined]
                self.dismiss(choice.id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close with what was chosen."""
        self.dismiss(event.option.id)


class Pick(Dialog[str]):
    """Asks which one of many is meant; typing narrows them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("enter", "take", show=False),
    ]

    def __init__(
        self, voice: Voice, title: str, choices: Sequence[Choice], *, takes_any: bool = False
    ) -> None:
        super().__init__(voice, title)
        self._choices = choices
        self._takes_any = takes_any
        """Whether what was typed is an answer too."""

    def body(self) -> ComposeResult:
        """Yield the field and the choices."""
        yield Line(placeholder=self.voice.say("pick-hint"), id="wanted")
        yield OptionList(*map(self._option, self._choices), markup=False)

    @staticmethod
    def _option(choice: Choice) -> Option:
        return Option(Content.assemble((f"{choice.key}  ", "bold"), plain(choice.text)), choice.id)

    def on_mount(self) -> None:
        """Let people type, and the arrows choose."""
        self.query_one(OptionList).can_focus = False
        self.query_one(OptionList).highlighted = 0 if self._choices else None
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Leave only what contains what was typed."""
        words = event.value.casefold().split()
        kept = [
            choice
            for choice in self._choices
            if all(word in f"{choice.key} {choice.text}".casefold() for word in words)
        ]
        typed = event.value.strip().casefold()
        kept.sort(key=lambda choice: choice.key.casefold() != typed)  # a number is meant as one
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(map(self._option, kept))
        options.highlighted = 0 if kept else None

    def action_move(self, by: int) -> None:
        """Choose the next or the one before."""
        options = self.query_one(OptionList)
        if options.option_count:
            options.highlighted = ((options.highlighted or 0) + by) % options.option_count

    def on_input_submitted(self) -> None:
        """Close with what is chosen."""
        self.action_take()

    def action_take(self) -> None:
        """Close with what is chosen, or what was typed where that is an answer."""
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            self.dismiss(options.get_option_at_index(options.highlighted).id)
        elif self._takes_any and (typed := self.query_one(Input).value.strip()):
            self.dismiss(typed)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close with what was clicked."""
        self.dismiss(event.option.id)
