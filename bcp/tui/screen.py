"""The screen from which a drill is run: it lays out, and decides what a key or a click means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.events import DescendantFocus, Resize
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from bcp.drill.board.rows import Board
from bcp.tui.bars.clickline import ClickLine, Item
from bcp.tui.bars.entry import EntryLine
from bcp.tui.bars.header import Header
from bcp.tui.deeds import DEEDS, Deed, deeds_for, deeds_of_row
from bcp.tui.dialogs.choose import Choice, Choose, described
from bcp.tui.dialogs.dialog import Message, plain
from bcp.tui.helping import help_on, list_of_keys
from bcp.tui.host import Host
from bcp.tui.layout import ROOMS, Arrangement, arrangement, seen
from bcp.tui.panes.components import ComponentsPane
from bcp.tui.panes.functions import FunctionsPane
from bcp.tui.panes.injects import InjectsPane
from bcp.tui.panes.log import LogPane
from bcp.tui.panes.review import ReviewPane
from bcp.tui.panes.tasks import TasksPane
from bcp.tui.panes.teams import TeamsPane
from bcp.tui.sheet import Sheet
from bcp.tui.typeahead import TALK
from bcp.tui.voice import Voice
from bcp.tui.writing import Writing

__all__ = ["DrillScreen"]

_PANES: Mapping[str, type[Sheet[Any]]] = {
    "functions": FunctionsPane,
    "tasks": TasksPane,
    "injects": InjectsPane,
    "log": LogPane,
    "components": ComponentsPane,
    "teams": TeamsPane,
    "review": ReviewPane,
}
_SHORT = 29
"""Lines below which the clocks are written small."""
_NARROW = 112
"""Cells below which the clocks are written small."""


class DrillScreen(Screen[None]):
    """Clocks, lists, a line to type in, and keys.

    Parameters
    ----------
    host
        The program.
    can_act
        Whether this screen may tell the drill anything; one that may not only shows.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key, f"key('{key}')", show=False)
            for key in dict.fromkeys(deed.key for deed in DEEDS.values())
            if key not in {"enter", "ctrl+p"}
        ),
        *(Binding(str(n), f"see('{room}')", show=False) for n, room in enumerate(ROOMS, 1)),
        Binding("escape", "unfilter", show=False),
        Binding("tab", "app.focus_next", show=False),
        Binding("shift+tab", "app.focus_previous", show=False),
    ]

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """Who has the focus paints itself; Textual would paint the whole screen, which takes a frame."""

    def __init__(self, host: Host, *, can_act: bool) -> None:
        super().__init__()
        self._host = host
        self._can_act = can_act
        self._current = ROOMS[0]
        self._side = "review"
        self._shape: Arrangement = "one"
        self._empty: frozenset[str] = frozenset()
        self._detail = plain("")
        self._writing = Writing(host, self)

    # --- layout ------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Lay out everything there ever is; sizes only show and hide it."""
        voice = self._host.voice
        yield Header(voice, id="header")
        yield ClickLine(id="tabs")
        with Container(id="panes"):
            for number, room in enumerate(ROOMS, 1):
                yield _PANES[room](number, voice, id=room)
            yield Static(id="detail", markup=False)
        yield EntryLine(id="entry")
        yield ClickLine(id="keys")

    def on_mount(self) -> None:
        """Show the drill, beginning in the first list."""
        self.show(self._host.shown)
        self._writing.speak()
        voice = self._host.voice
        self.set_class(voice.ascii_only, "-ascii")
        self.query_one("#detail").border_title = voice.say("pane-detail")
        self.sheet().focus()

    def sheet(self, room: str = "") -> Sheet[Any]:
        """Return the list *room*; the one that is used if none is named."""
        return self.query_one(f"#{room or self._current}", Sheet)

    def show(self, board: Board) -> None:
        """Show *board*."""
        if len(self.query(Sheet)) < len(ROOMS) or not self.query(Header):
            return  # a forecast came while the screen was being taken down
        self.query_one(Header).show(board)
        for room in ROOMS:
            self.sheet(room).show(board)
        self._arrange()

    def speak(self, voice: Voice) -> None:
        """Go on in another language."""
        self.query_one(Header).speak(voice)
        for room in ROOMS:
            self.sheet(room).speak(voice)
        self.query_one("#detail").border_title = voice.say("pane-detail")
        self._tell_keys()
        self._tell_detail()
        self._writing.speak()

    def report(self, text: str) -> None:
        """Say in the line at the bottom what was done."""
        self.query_one(EntryLine).report(text)

    def warn(self, trouble: str) -> None:
        """Show on top what is wrong until it is right again."""
        self.query_one(Header).warn(trouble)

    def on_resize(self, event: Resize) -> None:
        """Use the room there is."""
        width, height = event.size
        self._shape = arrangement(width, height)
        for shape in ("one", "two", "three"):
            self.set_class(shape == self._shape, f"-{shape}")
        self.set_class(height >= _SHORT and width >= _NARROW, "-big")
        self._arrange()

    def _arrange(self) -> None:
        """Show the lists for which there is room."""
        quiet = () if self._can_act else ("teams", "review")
        self._empty = empty = frozenset(room for room in quiet if self.sheet(room).is_empty)
        found = seen(self._shape, self._current, self._side, empty)
        for room in ROOMS:
            sheet = self.sheet(room)
            if sheet.display != (room in found):
                sheet.display = room in found
        self.query_one("#detail").display = self._shape == "three"
        self.set_class("review" not in found, "-no-review")
        self._tell_keys()

    def _tell_keys(self) -> None:
        voice = self._host.voice
        tabs = [
            Item(room, str(number), voice.say(f"tab-{room}"), number, room == self._current)
            for number, room in enumerate(ROOMS, 1)
            if room not in self._empty or room == self._current
        ]
        self.query_one("#tabs", ClickLine).offer(tabs)
        deeds = deeds_for(self._current, can_act=self._can_act)
        keys = [
            Item(deed.id, deed.shown, voice.say(f"deed-{deed.id}"), deed.rank) for deed in deeds
        ]
        self.query_one("#keys", ClickLine).offer(sorted(keys, key=lambda item: item.rank))

    # --- which list is used ------------------------------------------------------------------

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Know which list is used."""
        if isinstance(event.widget, Sheet):
            self._current = event.widget.ROOM
            if self._current in {"teams", "review"}:
                self._side = self._current
            self._arrange()
            self._tell_detail()

    def action_see(self, room: str) -> None:
        """Go to a list."""
        self._current = room
        if room in {"teams", "review"}:
            self._side = room
        self._arrange()
        self.sheet(room).focus()

    def on_sheet_highlighted(self, event: Sheet.Highlighted) -> None:
        """Say more about the row that was come to."""
        if self._current == event.sheet.ROOM:
            self._tell_detail()

    def _tell_detail(self) -> None:
        if self._shape != "three":
            return
        sheet, voice = self.sheet(), self._host.voice
        text = plain("")
        if sheet.row is not None and sheet.frame is not None:
            text = described(sheet.about(sheet.row, sheet.frame), voice)
        if text != self._detail:
            self._detail = text
            self.query_one("#detail", Static).update(text, layout=False)

    def on_sheet_opened(self, event: Sheet.Opened) -> None:
        """Ask what to do with a row."""
        self.run_worker(self._open(event.sheet), group=TALK)

    async def _open(self, sheet: Sheet[Any]) -> None:
        row, frame, voice = sheet.row, sheet.frame, self._host.voice
        if row is None or frame is None:
            return
        deeds = deeds_of_row(sheet.ROOM, row, can_act=self._can_act)
        choices = [Choice(deed.id, voice.say(f"deed-{deed.id}"), deed.shown) for deed in deeds]
        title = sheet.title_of(row, frame)
        chosen = await self._host.ask(Choose(voice, title, sheet.about(row, frame), choices))
        if chosen is not None:
            self.do(DEEDS[chosen], row)

    @property
    def can_act(self) -> bool:
        """Whether the drill can be told anything from here."""
        return self._can_act

    @property
    def is_typing(self) -> bool:
        """Whether somebody is writing in the line at the bottom."""
        return self._writing.is_open

    # --- deeds -------------------------------------------------------------------------------

    def action_key(self, key: str) -> None:
        """Do what *key* means in the list that is used."""
        for deed in reversed(deeds_for(self._current, can_act=self._can_act)):
            if deed.key == key:
                self.do(deed)
                return

    @on(ClickLine.Chosen)
    def choose(self, event: ClickLine.Chosen) -> None:
        """Do what was clicked."""
        if event.line.id == "tabs":
            self.action_see(event.item)
        else:
            self.do(DEEDS[event.item])

    def do(self, deed: Deed, row: object = None) -> None:
        """Do something, with *row* or else with the row under the cursor of its list."""
        if deed.talk is None:
            getattr(self, f"deed_{deed.id}")()
            return
        meant = row
        if deed.room and row is None:
            meant = self.sheet(deed.room).row
            if meant is None or not deed.fits(meant):
                self._host.tell(self._host.voice.say("not-this", deed=self._word(deed)))
                return
        self.run_worker(deed.talk(self._host, meant), group=TALK)

    def _word(self, deed: Deed) -> str:
        return self._host.voice.say(f"deed-{deed.id}")

    def deed_help(self) -> None:
        """Explain the list that is used, or the line that is typed in."""
        is_writing = self._writing.is_open
        room = self._writing.purpose if is_writing else self._current
        title, text = help_on(room, self._host.voice, can_act=self._can_act)
        self._say(title, text)

    def deed_keys(self) -> None:
        """List all keys."""
        self._say(self._host.voice.say("title-keys"), list_of_keys(self._host.voice, self._can_act))

    def _say(self, title: str, text: str) -> None:
        self.run_worker(self._explain(Message(self._host.voice, title, text)), group=TALK)

    async def _explain(self, message: Message) -> None:
        await self._host.ask(message)

    def deed_note(self) -> None:
        """Take down what somebody just did."""
        self._writing.note()

    def deed_filter(self) -> None:
        """Show only what contains what is typed."""
        self._writing.filter()

    def deed_act(self) -> None:
        """Open the row under the cursor."""
        self.sheet().action_open()

    def deed_palette(self) -> None:
        """List all commands."""
        self.app.action_command_palette()

    def deed_theme(self) -> None:
        """Take the next look."""
        self.app.run_worker(self.app.run_action("next_theme"))

    def deed_language(self) -> None:
        """Take the other language."""
        self.app.run_worker(self.app.run_action("next_language"))

    def deed_quit(self) -> None:
        """Leave the screen; the drill stays where it is."""
        self.app.run_worker(self.app.run_action("quit"))

    def action_unfilter(self) -> None:
        """Show all rows again."""
        self.sheet().filter_by("")

    # --- typing ------------------------------------------------------------------------------

    def on_entry_line_changed(self, event: EntryLine.Changed) -> None:
        """Keep every letter, and filter at every letter."""
        self._writing.changed(event.purpose, event.text)

    def on_entry_line_submitted(self, event: EntryLine.Submitted) -> None:
        """Write down the note, or keep the filter."""
        self._writing.submitted(event.purpose, event.text)

    def on_entry_line_left(self, event: EntryLine.Left) -> None:
        """Go back to the list; a note stays as a draft."""
        self._writing.left(event.purpose)

    def on_entry_line_entered(self) -> None:
        """Take a note from whoever came into the line by the mouse or by Tab."""
        if self._can_act:
            self._writing.note()
        else:
            self.sheet().focus()

    def on_entry_line_turned(self) -> None:
        """Take the next kind of note."""
        self._writing.turn()

    def on_entry_line_aimed(self) -> None:
        """Let the note be about the row under the cursor, or about nothing."""
        self._writing.aim()

    def on_entry_line_editor_wanted(self) -> None:
        """Let an editor have the note."""
        self._writing.edit()
