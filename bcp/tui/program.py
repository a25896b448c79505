"""The program around the screen: it asks the drill, keeps time, and turns trouble into words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, TypeVar

from textual.app import App, SuspendNotSupported, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.events import Event, Key, Paste
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from bcp.drill.board.rows import Board
from bcp.drill.live.commands import Command
from bcp.drill.live.decide import Refused
from bcp.drill.live.events import Entry
from bcp.tui.deeds import DEEDS
from bcp.tui.desk import Desk
from bcp.tui.dialogs.ask import Ask
from bcp.tui.dialogs.dialog import Dialog, Message
from bcp.tui.drafts import Drafts, MemoryDrafts
from bcp.tui.editor import NoEditorError, chosen_editor, edited
from bcp.tui.screen import DrillScreen
from bcp.tui.themes import CURSOR, THEMES
from bcp.tui.typeahead import TALK, TypeAhead
from bcp.tui.voice import Voice
from bcp.words import LANGS, Lang, Names

__all__ = ["PLAIN_LOOK", "DrillApp", "Look"]

T = TypeVar("T")
_TICK = 0.25
"""Seconds between two looks at the clock."""
_BREATH = 0.05
"""Seconds in which the screen shows what was done before the forecast takes its share of time."""
_STALE = 5000
"""Milliseconds of the exercise after which a forecast is worked out anew even if nothing happened."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the screen looks, and whether it may do more than show."""

    theme: str = "dark"
    """``dark``, ``light`` or ``high-contrast``."""
    can_act: bool = True
    """Whether the drill can be told anything from here."""
    ascii_only: bool = False
    """Whether signs and borders must be ASCII."""


PLAIN_LOOK = Look()


class DrillApp(App[None]):
    """The facilitator's screen, or one that only shows.

    Parameters
    ----------
    desk
        The drill.
    names
        What people call each id, in each language.
    lang
        The language to begin with.
    drafts
        Where to keep what is being typed; in memory if left out.
    look
        How it looks.
    opening
        What to say first of all, such as what went wrong before.
    """

    CSS_PATH = "style.tcss"
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", show=False, priority=True),
        Binding("ctrl+c", "quit", show=False),
    ]

    def __init__(
        self,
        desk: Desk,
        names: Mapping[Lang, Names],
        lang: Lang,
        *,
        drafts: Drafts | None = None,
        look: Look = PLAIN_LOOK,
        opening: str = "",
    ) -> None:
        super().__init__()
        for one in THEMES.values():
            self.register_theme(one)
        self.theme = look.theme
        self.desk = desk
        self.voice = Voice(lang, names, look.ascii_only)
        self.drafts: Drafts = drafts or MemoryDrafts()
        self.shown: Board = desk.board()
        self.failure: Exception | None = None
        """What broke the screen down; None: it was left in peace."""
        self._can_act = look.can_act
        self._opening = opening
        self._typeahead = TypeAhead(self, super().on_event)
        self._trouble = ""
        self._is_forecasting = False
        self._is_outdated = False
        self._forecast_at = self.shown.exercise

    async def on_event(self, event: Event) -> None:
        """Let keys and what is pasted wait until the one before has done all that it does."""
        if isinstance(event, (Key, Paste)) and not event.is_forwarded:
            self._typeahead.take(event)
        else:
            await super().on_event(event)

    def get_default_screen(self) -> Screen[None]:
        """Return the one screen there is."""
        return DrillScreen(self, can_act=self._can_act)

    @property
    def desktop(self) -> DrillScreen:
        """The screen below all dialogs."""
        return next(screen for screen in self.screen_stack if isinstance(screen, DrillScreen))

    def on_ready(self) -> None:
        """Let time pass, once there is a screen that shows it."""
        self.title = self.voice.say("mark")
        self.forecast_soon()
        self.set_interval(_TICK, self.let_time_pass)
        if self._opening:
            self.refuse(self._opening)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return what stands for our own colours in themes that are not ours."""
        return {CURSOR: THEMES["dark"].variables[CURSOR]}

    # --- the drill ---------------------------------------------------------------------------

    def perform(self, command: Command) -> tuple[tuple[Entry, ...], str]:
        """Tell the drill; return what was recorded, or in words why nothing was."""
        try:
            entries = self.desk.do(command)
        except Exception as error:  # noqa: BLE001 (the drill goes on, whatever went wrong)
            return (), self._worded(error)
        self._show()
        self.set_timer(_BREATH, self.forecast_soon)
        return entries, ""

    def let_time_pass(self) -> None:
        """Give what is due and show the present moment; what is wrong is said once and stays on top."""
        try:
            entries = self.desk.tick()
            trouble = ""
        except Exception as error:  # noqa: BLE001 (the drill goes on, whatever went wrong)
            entries, trouble = (), self._worded(error)
        self._warn(self._show() or trouble)
        if entries or self.shown.exercise - self._forecast_at >= _STALE:
            self.forecast_soon()

    def _warn(self, trouble: str) -> None:
        if trouble == self._trouble:
            return
        self._trouble = trouble
        self.desktop.warn(trouble)
        is_typing = self.desktop.is_typing or len(self.screen_stack) > 1
        if trouble and self._can_act and not is_typing:  # no window takes keys meant for a text
            self.refuse(trouble)

    def _show(self) -> str:
        """Show the present moment; return in words why that is not possible, if so."""
        if not any(isinstance(screen, DrillScreen) for screen in self.screen_stack):
            return ""  # a forecast came while the screen was being left
        try:
            self.shown = self.desk.board()
        except Exception as error:  # noqa: BLE001 (what is on the screen stays)
            return self._worded(error)
        self.desktop.show(self.shown)
        return ""

    def _worded(self, error: Exception) -> str:
        if isinstance(error, Refused):
            return self.voice.phrase(error.phrase)
        if isinstance(error, OSError):
            key = "not-written" if self._can_act else "not-read"
            return self.voice.say(key, reason=error.strerror or str(error))
        return self.voice.say("went-wrong", sort=type(error).__name__, reason=str(error))

    def forecast_soon(self) -> None:
        """Have the forecast worked out beside everything else; never two at a time."""
        if self._is_forecasting:
            self._is_outdated = True
            return
        self._is_forecasting = True
        self._forecast_at = self.shown.exercise
        self.run_worker(self.desk.forecast, group="forecast", thread=True, exit_on_error=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show a forecast when it is there, and begin the next if it is out of date by then."""
        if event.worker.group != "forecast" or event.state in {
            WorkerState.PENDING,
            WorkerState.RUNNING,
        }:
            return
        self._is_forecasting = False
        if event.worker.error is not None:
            self.tell(self.voice.say("no-forecast", reason=str(event.worker.error)))
        self._show()
        if self._is_outdated:
            self._is_outdated = False
            self.forecast_soon()

    # --- what talks need ---------------------------------------------------------------------

    async def ask(self, dialog: Dialog[T]) -> T | None:
        """Show *dialog* and return the answer."""
        return await self.push_screen_wait(dialog)

    def tell(self, text: str) -> None:
        """Say in a line what was done."""
        self.desktop.report(text)

    def refuse(self, text: str) -> None:
        """Show why something was not done, without waiting until it was read."""
        self.run_worker(self.complain(text), group=TALK)

    async def complain(self, text: str) -> None:
        """Show why something was not done."""
        title = self.voice.say("title-trouble")
        await self.ask(Message(self.voice, title, text, is_trouble=True))

    def edit(self, text: str) -> str | None:
        """Let the user's editor have the terminal; the text stays as it is if that fails."""
        try:
            command = chosen_editor()
            with self.suspend():
                return edited(text, command)
        except (NoEditorError, SuspendNotSupported) as error:
            self.tell(self.voice.say("no-editor", reason=str(error)))
            return None

    # --- looks, language, leaving ------------------------------------------------------------

    def get_system_commands(
        self,
        screen: Screen[object],  # noqa: ARG002 (there is one)
    ) -> Iterable[SystemCommand]:
        """Yield everything that can be done, for the palette."""
        say, desktop = self.voice.say, self.desktop
        for deed in DEEDS.values():
            if deed.id in {"palette", "act"} or (deed.acts and not self._can_act):
                continue
            where = f"{say(f'pane-{deed.room}')}: " if deed.room else ""
            title = f"{where}{say(f'deed-{deed.id}')}  ({deed.shown})"
            yield SystemCommand(
                title, say(f"deed-{deed.id}-more"), lambda deed=deed: desktop.do(deed)
            )
        for name in THEMES:
            yield SystemCommand(
                say("choose-theme", theme=say(f"theme-{name}")),
                say("deed-theme-more"),
                lambda name=name: setattr(self, "theme", name),
            )
        for lang in LANGS:
            yield SystemCommand(
                say(f"choose-{lang}"), say("deed-language-more"), lambda lang=lang: self.speak(lang)
            )

    def action_command_palette(self) -> None:
        """Show all commands."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=self.voice.say("palette-hint")))

    def action_next_theme(self) -> None:
        """Take the next look."""
        names = list(THEMES)
        place = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(place + 1) % len(names)]

    def action_next_language(self) -> None:
        """Take the next language."""
        self.speak(LANGS[(LANGS.index(self.voice.lang) + 1) % len(LANGS)])

    def speak(self, lang: Lang) -> None:
        """Go on in *lang*."""
        self.voice = replace(self.voice, lang=lang)
        self.desktop.speak(self.voice)

    async def action_quit(self) -> None:
        """Leave, after asking once while the drill runs."""
        self.run_worker(self._quit(), group="quit", exclusive=True)

    async def _quit(self) -> None:
        say = self.voice.say
        is_open = self._can_act and self.shown.phase in {"running", "paused"}
        if not is_open or await self.ask(Ask(self.voice, say("title-quit"), say("ask-quit"))):
            self.exit()

    def _handle_exception(self, error: Exception) -> None:
        """Leave without a traceback; who opened the screen opens it again and says what it was."""
        if self.is_headless:
            super()._handle_exception(error)
        elif self.failure is None:
            self.failure = error
            self.exit()
