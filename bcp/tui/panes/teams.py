"""The teams: how many people are there, and how many are at work."""

from __future__ import annotations

from collections.abc import Sequence

from bcp.drill.board.rows import Board, TeamRow
from bcp.tui.cells import Cell
from bcp.tui.rows import Column, Frame
from bcp.tui.sheet import Sheet
from bcp.tui.voice import Voice

__all__ = ["TeamsPane"]


def _name(row: TeamRow, frame: Frame) -> Cell:
    return Cell(frame.voice.name(row.id), "" if row.is_at_work else "dim")


def _present(row: TeamRow, _frame: Frame) -> Cell:
    return Cell(f"{row.present}/{row.size}", "warn" if row.present < row.size else "")


def _busy(row: TeamRow, _frame: Frame) -> Cell:
    return Cell(str(row.busy), "busy" if row.busy else "dim")


def _free(row: TeamRow, _frame: Frame) -> Cell:
    free = max(0, row.present - row.busy) if row.is_at_work else 0
    return Cell(str(free), "good" if free else "dim")


def _state(row: TeamRow, frame: Frame) -> Cell:
    return Cell("" if row.is_at_work else frame.voice.say("off-hours"), "dim")


class TeamsPane(Sheet[TeamRow]):
    """The teams with a part in the recovery."""

    ROOM = "teams"
    COLUMNS = (
        Column("column-team", _name),
        Column("column-present", _present, 7, right=True),
        Column("column-busy", _busy, 6, right=True),
        Column("column-free", _free, 6, right=True),
        Column("column-hours", _state, 14, least=54),
    )

    def rows_of(self, board: Board) -> Sequence[TeamRow]:
        """Return the teams."""
        return board.teams

    def key_of(self, row: TeamRow) -> object:
        """Return its id."""
        return row.id

    def words_of(self, row: TeamRow, voice: Voice) -> str:
        """Return its name."""
        return f"{row.id} {voice.name(row.id)}"

    def title_of(self, row: TeamRow, frame: Frame) -> str:
        """Return what it is called."""
        return frame.voice.name(row.id)

    def about(self, row: TeamRow, frame: Frame) -> Sequence[tuple[str, str]]:
        """Return how many there are and what they do."""
        return [
            ("about-present", f"{row.present} / {row.size}"),
            ("about-busy", str(row.busy)),
            ("about-hours", frame.voice.say("at-work" if row.is_at_work else "off-hours")),
        ]
