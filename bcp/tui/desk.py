"""What the screen needs of a drill: the whole border between the two, so that tests can stand in."""

from __future__ import annotations

from typing import Protocol

from bcp.drill.board.rows import Board
from bcp.drill.live.commands import Command
from bcp.drill.live.events import Entry

__all__ = ["Desk"]


class Desk(Protocol):
    """A running drill as the screen sees it."""

    def board(self) -> Board:
        """Return everything there is to show at the present moment; cheap."""

    def do(self, command: Command) -> tuple[Entry, ...]:
        """Carry out *command*; what it led to is on disk before this returns.

        Raises
        ------
        Refused
            If the drill does not allow it; nothing has changed.
        OSError
            If it could not be written down; nothing has changed.
        """

    def tick(self) -> tuple[Entry, ...]:
        """Let time pass: give what is due, and return what happened by itself."""

    def forecast(self) -> None:
        """Work out anew how the drill will go on; slow, and safe in a thread."""
