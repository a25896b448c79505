"""A list in columns that paints only what is seen, and again only what has changed.

Rows may be thousands: setting them costs no painting, and a cell is worked out when its line is
painted. Columns come and go with the width; the column that takes the rest is cut by cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from bcp.drill.board.rows import Board
from bcp.report.plain import clean
from bcp.tui.cells import Cell, fit, wide
from bcp.tui.rows import Column, Frame, Heading, fitted, nearest, titles, with_headings
from bcp.tui.voice import Voice

__all__ = ["TONES", "Sheet"]

R = TypeVar("R")
TONES = ("good", "bad", "warn", "dim", "strong", "busy", "gone")


class Sheet(ScrollView, Generic[R], can_focus=True):
    """A list of rows with a cursor; its kinds say what they show of a board."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"sheet--{tone}" for tone in TONES),
        "sheet--title",
        "sheet--heading",
        "sheet--cursor",
        "sheet--plain",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "go(0)", show=False),
        Binding("end", "go(-1)", show=False),
        Binding("enter", "open", show=False),
    ]
    ROOM: ClassVar[str]
    """What keys of ``bcp.words.tui`` begin with that are about this sheet."""
    COLUMNS: ClassVar[Sequence[Column[Any]]]
    follows_end: ClassVar[bool] = False
    """Whether the cursor stays on the last row until somebody moves it."""

    class Highlighted(Message):
        """The cursor came to another row."""

        def __init__(self, sheet: Sheet[Any]) -> None:
            super().__init__()
            self.sheet = sheet

    class Opened(Message):
        """Somebody wants to do something with the row under the cursor."""

        def __init__(self, sheet: Sheet[Any]) -> None:
            super().__init__()
            self.sheet = sheet

    def __init__(self, number: int, voice: Voice, **options: Any) -> None:
        super().__init__(**options)
        self.number = number
        self._voice = voice
        self._frame: Frame | None = None
        self._rows: Sequence[R] = ()
        self._lines: list[R | Heading] = []
        self._cursor = 0
        self._filter = ""
        self._is_moved = False
        self._titled = ("", "")
        self._styles: dict[tuple[str, bool], Style] = {}

    # --- what a kind of sheet says -----------------------------------------------------------

    def rows_of(self, board: Board) -> Sequence[R]:
        """Return the rows to show of *board*."""
        raise NotImplementedError

    def key_of(self, row: R) -> object:
        """Return what makes *row* the same row on the next board."""
        raise NotImplementedError

    def words_of(self, row: R, voice: Voice) -> str:
        """Return what a filter looks at."""
        raise NotImplementedError

    def group_of(self, _row: R) -> str:
        """Return the key of the heading above *row*; empty: none."""
        return ""

    def summary(self, _frame: Frame) -> str:
        """Return what stands in the lower border."""
        return ""

    def title_of(self, row: R, frame: Frame) -> str:
        """Return what *row* is called."""
        raise NotImplementedError

    def about(self, row: R, frame: Frame) -> Sequence[tuple[str, str]]:
        """Return everything there is to say about *row*: keys of texts, and texts."""
        raise NotImplementedError

    def is_faint(self, _row: R) -> bool:
        """Return whether *row* no longer counts."""
        return False

    # --- what it shows -----------------------------------------------------------------------

    @property
    def row(self) -> R | None:
        """The row under the cursor."""
        line = self._lines[self._cursor] if self._cursor < len(self._lines) else None
        return None if isinstance(line, Heading) else line

    @property
    def subject(self) -> str:
        """What a note about the row under the cursor is about: its id, or its number."""
        row = self.row
        return "" if row is None else str(getattr(row, "id", "") or getattr(row, "no", ""))

    @property
    def frame(self) -> Frame | None:
        """What was shown last."""
        return self._frame

    @property
    def filter(self) -> str:
        """What rows must contain to be shown; empty: all are."""
        return self._filter

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show, filtered or not."""
        return not self._rows

    def show(self, board: Board) -> None:
        """Show *board*, painting only what differs from what is seen."""
        self._frame = Frame(self._voice, board)
        self._rows = self.rows_of(board)
        self._arrange()

    def speak(self, voice: Voice) -> None:
        """Go on in another language."""
        self._voice = voice
        if self._frame:
            self._frame = Frame(voice, self._frame.board)
        self._arrange()
        self.refresh()

    def filter_by(self, text: str) -> None:
        """Show only rows that contain every word of *text*."""
        self._filter = text
        self._arrange()
        self.refresh()

    def _arrange(self) -> None:
        old, before = self._lines, self.row
        at_end = self.follows_end and self._cursor >= len(old) - 1
        was_seen = self._is_seen()
        made = with_headings(self._kept(), self.group_of)
        self._lines = list(made)
        self._cursor = self._place_of(before, at_end=at_end)
        self._cursor = nearest(self._lines, max(0, self._cursor), -1 if at_end else 1)
        self._retitle()
        if len(old) != len(self._lines):
            self._measure()
            self.refresh()
        else:
            self._repaint(old)
        if at_end or (was_seen and not self._is_seen()):
            self._scroll_to_cursor()
        if before is None or self.row is not before:
            self.post_message(self.Highlighted(self))

    def _measure(self) -> None:
        """Know how far it can be scrolled; nothing else moves, so that no layout is needed."""
        self.set_reactive(Sheet.virtual_size, Size(0, len(self._lines) + 1))
        if self.scroll_offset.y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True)

    def _kept(self) -> Sequence[R]:
        wanted = self._filter.casefold().split()
        if not wanted:
            return self._rows
        return [
            row
            for row in self._rows
            if all(word in self.words_of(row, self._voice).casefold() for word in wanted)
        ]

    def _place_of(self, before: R | None, *, at_end: bool) -> int:
        """Return where the cursor belongs: on its row, once somebody has moved it to one."""
        if at_end:
            return len(self._lines) - 1
        return self._find(before) if self._is_moved else 0

    def _is_seen(self) -> bool:
        top = self.scroll_offset.y
        return top <= self._cursor < top + max(1, self.size.height - 1)

    def _find(self, wanted: R | None) -> int:
        """Return where the row is that was under the cursor, or else where the cursor was."""
        if wanted is not None:
            key = self.key_of(wanted)
            place = self._cursor
            if place < len(self._lines) and self._is(self._lines[place], key):
                return place
            for place, line in enumerate(self._lines):
                if self._is(line, key):
                    return place
        return min(self._cursor, len(self._lines) - 1)

    def _is(self, line: R | Heading, key: object) -> bool:
        return not isinstance(line, Heading) and self.key_of(line) == key

    def _repaint(self, old: Sequence[R | Heading]) -> None:
        top = self.scroll_offset.y
        for y in range(top, min(top + self.size.height, len(self._lines))):
            if self._lines[y] is not old[y] and self._lines[y] != old[y]:
                self.refresh_line(y + 1)

    def _retitle(self) -> None:
        count = sum(not isinstance(line, Heading) for line in self._lines)
        sought = f" /{self._filter}" if self._filter else ""
        title = f"{self.number} {self._voice.say(f'pane-{self.ROOM}')} {count}{clean(sought)}"
        below = self.summary(self._frame) if self._frame else ""
        if (title, below) != self._titled:  # setting a title paints the whole sheet
            self._titled = (title, below)
            self.border_title, self.border_subtitle = Content(title), Content(below)

    # --- painting ----------------------------------------------------------------------------

    def notify_style_update(self) -> None:
        """Forget the styles of the old theme."""
        self._styles.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Paint one line: the titles of the columns first, then what is scrolled to."""
        width = self.size.width - 1
        strip = self._line(y, width)
        marked = self._voice.sign("scrolled" if self._is_marked(y) else "scroll")
        edge = marked if len(self._lines) >= self.size.height else " "
        return Strip([*strip, Segment(edge, self._style("dim", under=False))], width + 1)

    def _is_marked(self, y: int) -> bool:
        """Return whether line *y* of the right edge stands for what is in sight."""
        height, whole = self.size.height, len(self._lines) + 1
        top = self.scroll_offset.y * height // whole
        return top <= y < max(top + 1, top + height * height // whole)

    def _line(self, y: int, width: int) -> Strip:
        if y == 0:
            return self._painted(
                [Cell(titles(self.COLUMNS, width, self._voice), "title")], width, "plain"
            )
        place = y - 1 + self.scroll_offset.y
        if place >= len(self._lines) or self._frame is None:
            empty = self._voice.say(f"empty-{self.ROOM}") if y == 1 and not self._lines else ""
            return self._painted([Cell(fit(empty, width), "dim")], width, "plain")
        line = self._lines[place]
        if isinstance(line, Heading):
            text = f"{self._voice.say(line.key)} {line.count}"
            return self._painted([Cell(fit(text, width), "heading")], width, "plain")
        chosen = place == self._cursor and self.has_focus
        return self._painted(self._cells(line, width), width, "cursor" if chosen else "plain")

    def _cells(self, row: R, width: int) -> list[Cell]:
        assert self._frame is not None
        cut, parts = self._voice.sign("cut"), []
        for column, room in fitted(self.COLUMNS, width):
            made = column.cell(row, self._frame)
            cell = made if isinstance(made, Cell) else Cell(made)
            tone = "gone" if self.is_faint(row) else cell.tone
            parts += [Cell(fit(cell.text, room, cut, right=column.right), tone), Cell(" ")]
        return parts

    def _painted(self, cells: Sequence[Cell], width: int, ground: str) -> Strip:
        under = ground == "cursor"
        segments = [
            Segment(text, self._style(tone or "plain", under=under)) for text, tone in cells
        ]
        strip = Strip(segments, sum(wide(cell.text) for cell in cells))
        return strip.adjust_cell_length(width, self._style("plain", under=under))

    def _style(self, tone: str, *, under: bool) -> Style:
        """Return the style of *tone*, as the line under the cursor has it if *under*."""
        if (held := self._styles.get((tone, under))) is not None:
            return held
        style = self.get_component_rich_style(f"sheet--{tone}")
        if under:
            style += Style(bgcolor=self.get_component_rich_style("sheet--cursor").bgcolor)
        self._styles[tone, under] = style
        return style

    # --- moving ------------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        """Move the cursor by some rows."""
        self._go_to(nearest(self._lines, self._cursor + by, by))

    def action_page(self, by: int) -> None:
        """Move the cursor by a page."""
        self._go_to(nearest(self._lines, self._cursor + by * max(1, self.size.height - 2), by))

    def action_go(self, place: int) -> None:
        """Move the cursor to the first or the last row."""
        last = len(self._lines) - 1
        self._go_to(nearest(self._lines, last, -1) if place < 0 else nearest(self._lines, 0, 1))

    def action_open(self) -> None:
        """Ask for what can be done with the row under the cursor."""
        if self.row is not None:
            self.post_message(self.Opened(self))

    def _go_to(self, place: int) -> None:
        self._is_moved = True
        if place == self._cursor:
            return
        self.refresh_line(self._cursor + 1)
        self._cursor = place
        self.refresh_line(place + 1)
        self._scroll_to_cursor()
        self.post_message(self.Highlighted(self))

    def _scroll_to_cursor(self) -> None:
        top, seen = self.scroll_offset.y, max(1, self.size.height - 1)
        above = self._cursor - 1 if self._has_heading_above() else self._cursor
        if above < top:
            self.scroll_to(y=above, animate=False, force=True)
        elif self._cursor >= top + seen:
            self.scroll_to(y=self._cursor - seen + 1, animate=False, force=True)

    def _has_heading_above(self) -> bool:
        return self._cursor > 0 and isinstance(self._lines[self._cursor - 1], Heading)

    # --- the mouse ---------------------------------------------------------------------------

    def on_click(self, event: Click) -> None:
        """Choose the row that was clicked; open it if it was chosen already."""
        place = event.get_content_offset(self)
        if place is None or place.y == 0:
            return
        if place.x == self.size.width - 1:
            whole = len(self._lines) + 1
            self.scroll_to(y=place.y * whole // self.size.height, animate=False, force=True)
            return
        line = place.y - 1 + self.scroll_offset.y
        if line >= len(self._lines) or isinstance(self._lines[line], Heading):
            return
        if line == self._cursor and event.chain > 1:
            self.action_open()
        else:
            self._go_to(line)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Keep the wheel for this sheet alone."""
        event.stop()
        self.scroll_to(y=self.scroll_offset.y + 3, animate=False, force=True)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Keep the wheel for this sheet alone."""
        event.stop()
        self.scroll_to(y=self.scroll_offset.y - 3, animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the row under the cursor in sight."""
        self._scroll_to_cursor()

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()
