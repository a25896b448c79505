"""A form of a few fields; closes with what was typed, and loses none of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Input, RadioButton, RadioSet, Static

from bcp.tui.dialogs.dialog import Dialog, plain
from bcp.tui.drafts import Draft
from bcp.tui.typing_fields import Line, LongText
from bcp.tui.voice import Voice

__all__ = ["Field", "Form"]


@dataclass(frozen=True, slots=True)
class Field:
    """Something to fill in."""

    id: str
    label: str
    """A key of ``bcp.words.tui``."""
    kind: Literal["line", "long", "choice"] = "line"
    value: str = ""
    """What stands in it at first."""
    choices: tuple[tuple[str, str], ...] = ()
    """Of a choice: what it gives, and what is shown."""
    hint: str = ""
    """A key of ``bcp.words.tui``."""


class Mark(RadioButton):
    """One of several; what is chosen shows by its sign, not by its colour alone."""

    @property
    def BUTTON_INNER(self) -> str:  # type: ignore[override]  # noqa: N802 (Textual's name)
        """What stands in the button."""
        return "●" if self.value else " "


class Form(Dialog[Draft]):
    """Fields one below the other; what is typed is told at once, so that it outlives everything."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "submit", show=False)]

    def __init__(
        self,
        voice: Voice,
        title: str,
        fields: Sequence[Field],
        *,
        error: str = "",
        keep: Callable[[Draft], None],
        edit: Callable[[str], str | None],
    ) -> None:
        super().__init__(voice, title)
        self._fields = fields
        self._error = error
        self._keep = keep
        self._edit = edit

    def body(self) -> ComposeResult:
        """Yield the fields and both buttons."""
        if self._error:
            yield Static(plain(self._error), id="error")
        with VerticalScroll(id="fields", can_focus=False):
            for field in self._fields:
                yield Static(plain(self.voice.say(field.label)), classes="label")
                yield from self._made(field)
        yield Static(plain(self.voice.say(self._hint())), classes="hint")
        with Horizontal(classes="buttons"):
            yield Button(plain(self.voice.say("button-ok")), id="ok", variant="primary")
            yield Button(plain(self.voice.say("button-cancel")), id="cancel")

    def _made(self, field: Field) -> ComposeResult:
        name = f"field-{field.id}"
        if field.kind == "choice":
            with RadioSet(id=name):
                for value, text in field.choices:
                    yield Mark(plain(text), value == field.value, name=value)
        elif field.kind == "long":
            yield LongText(field.value, id=name, tab_behavior="focus", soft_wrap=True)
        else:
            hint = self.voice.say(field.hint) if field.hint else ""
            yield Line(field.value, placeholder=hint, id=name, select_on_focus=False)

    def _hint(self) -> str:
        return "form-hint-long" if any(f.kind == "long" for f in self._fields) else "form-hint"

    @property
    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        return {field.id: self._value(field) for field in self._fields}

    def _value(self, field: Field) -> str:
        name = f"#field-{field.id}"
        if field.kind == "choice":
            pressed = self.query_one(name, RadioSet).pressed_button
            return (pressed.name or "") if pressed else ""
        if field.kind == "long":
            return self.query_one(name, LongText).text
        return self.query_one(name, Input).value

    def on_mount(self) -> None:
        """Stand in the first field."""
        self.query("#fields > *").filter("Line, LongText, RadioSet").first().focus()

    def on_input_changed(self) -> None:
        """Keep every letter."""
        self._keep(self.values)

    def on_text_area_changed(self) -> None:
        """Keep every letter."""
        self._keep(self.values)

    def on_radio_set_changed(self) -> None:
        """Keep the choice."""
        self._keep(self.values)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the next field; after the last one the form is finished."""
        last = [field for field in self._fields if field.kind != "choice"][-1]
        if event.input.id == f"field-{last.id}":
            self.action_submit()
        else:
            self.focus_next()

    def on_long_text_editor_wanted(self, event: LongText.EditorWanted) -> None:
        """Let an editor have the text, and take back what it leaves."""
        written = self._edit(event.area.text)
        if written is not None:
            event.area.text = written

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Close with what was typed, or without."""
        if event.button.id == "ok":
            self.action_submit()
        else:
            self.action_close()

    def action_submit(self) -> None:
        """Close with what was typed."""
        self.dismiss(self.values)
