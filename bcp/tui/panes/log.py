"""The log: what happened, as it was written down and corrected."""

from __future__ import annotations

from collections.abc import Sequence

from bcp.drill.board.rows import Board, LogRow
from bcp.tui.cells import Cell
from bcp.tui.clocktext import clock, since
from bcp.tui.panes.moments import local, moment
from bcp.tui.rows import Column, Frame
from bcp.tui.sheet import Sheet
from bcp.tui.voice import Voice

__all__ = ["LogPane"]

_TONES = {
    "inject-fired": "busy",
    "noted": "strong",
    "task-finished": "good",
    "task-aborted": "bad",
    "started": "dim",
    "paused": "dim",
    "resumed": "dim",
    "jumped": "dim",
    "speed-set": "dim",
}


def _exercise(row: LogRow, _frame: Frame) -> Cell:
    return Cell(clock(row.exercise // 1000), "dim")


def _scenario(row: LogRow, _frame: Frame) -> Cell:
    return Cell(since(row.scenario))


def _local(row: LogRow, frame: Frame) -> Cell:
    return Cell(local(row.scenario, frame), "dim")


def _text(row: LogRow, frame: Frame) -> Cell:
    voice = frame.voice
    text = voice.phrase(row.phrase)
    if row.who:
        text = f"{text} ({voice.own(row.who, None)})"
    if row.is_undone:
        return Cell(f"{voice.say('undone')} {text}", "gone")
    if row.original is not None or row.is_moved:
        text = f"{text} {voice.say('edited')}"
    return Cell(text, _TONES.get(row.kind, ""))


class LogPane(Sheet[LogRow]):
    """The log."""

    ROOM = "log"
    follows_end = True
    COLUMNS = (
        Column("column-exercise", _exercise, 8, least=50, right=True),
        Column("column-time", _scenario, 8, right=True),
        Column("column-local", _local, 5, least=62),
        Column("column-what", _text),
    )

    def rows_of(self, board: Board) -> Sequence[LogRow]:
        """Return the entries, the oldest first."""
        return board.log

    def key_of(self, row: LogRow) -> object:
        """Return its number."""
        return row.n

    def is_faint(self, row: LogRow) -> bool:
        """Return whether it was taken back."""
        return row.is_undone

    def words_of(self, row: LogRow, voice: Voice) -> str:
        """Return its text and who it was."""
        return f"{voice.phrase(row.phrase)} {row.who} {row.original or ''}"

    def title_of(self, row: LogRow, frame: Frame) -> str:
        """Return what it is called."""
        return frame.voice.say("title-entry", n=row.number)

    def about(self, row: LogRow, frame: Frame) -> Sequence[tuple[str, str]]:
        """Return its text and its times, and what it said before."""
        voice = frame.voice
        said = [
            ("about-text", voice.phrase(row.phrase)),
            ("about-who", voice.own(row.who, None)),
            ("about-original", voice.own(row.original or "", None)),
            ("about-exercise", clock(row.exercise // 1000)),
            ("about-when", moment(row.scenario, frame)),
            ("about-real", row.real),
            ("about-moved", voice.say("yes") if row.is_moved else ""),
            ("about-undone", voice.say("yes") if row.is_undone else ""),
            ("about-entry", str(row.number)),
        ]
        return [(key, text) for key, text in said if text]
