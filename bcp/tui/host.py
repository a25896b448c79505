"""What a talk needs of the program around it."""

from __future__ import annotations

from typing import Protocol, TypeVar

from bcp.drill.board.rows import Board
from bcp.drill.live.commands import Command
from bcp.drill.live.events import Entry
from bcp.tui.dialogs.dialog import Dialog
from bcp.tui.drafts import Drafts
from bcp.tui.voice import Voice

__all__ = ["Host"]

T = TypeVar("T")


class Host(Protocol):
    """The program, as a talk sees it."""

    @property
    def voice(self) -> Voice:
        """How it speaks."""

    @property
    def drafts(self) -> Drafts:
        """Where it keeps what is being typed."""

    @property
    def shown(self) -> Board:
        """What the screen shows."""

    def perform(self, command: Command) -> tuple[tuple[Entry, ...], str]:
        """Tell the drill; return what was recorded, or in words why nothing was."""

    async def ask(self, dialog: Dialog[T]) -> T | None:
        """Show *dialog* and return the answer; None if it was closed without one."""

    def edit(self, text: str) -> str | None:
        """Return what the user's editor makes of *text*; None if it made nothing."""

    def tell(self, text: str) -> None:
        """Say in a line what was done."""

    def refuse(self, text: str) -> None:
        """Show why something was not done, without waiting until it was read."""

    async def complain(self, text: str) -> None:
        """Show why something was not done."""
