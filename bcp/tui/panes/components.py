"""The components that are down, and why."""

from __future__ import annotations

from collections.abc import Sequence

from bcp.drill.board.rows import Board, ComponentRow
from bcp.tui.cells import Cell
from bcp.tui.clocktext import since
from bcp.tui.panes.moments import moment
from bcp.tui.rows import Column, Frame
from bcp.tui.sheet import Sheet
from bcp.tui.voice import Voice

__all__ = ["ComponentsPane"]

_TONES = {"damaged": "bad", "outage": "warn", "starting": "busy", "lacks": "dim"}


def _sign(row: ComponentRow, frame: Frame) -> Cell:
    return Cell(frame.voice.sign(row.reason), _TONES[row.reason])


def _name(row: ComponentRow, frame: Frame) -> Cell:
    return Cell(frame.voice.name(row.id), "" if row.reason != "lacks" else "dim")


def _why(row: ComponentRow, frame: Frame) -> Cell:
    return Cell(why(row, frame), _TONES[row.reason])


def why(row: ComponentRow, frame: Frame) -> str:
    """Return in words why a component is down."""
    if row.reason == "lacks":
        return frame.voice.say("why-lacks", what=frame.voice.all_of(row.because))
    if row.reason == "starting" and row.until is not None:
        return frame.voice.say("why-starting-until", when=since(row.until))
    return frame.voice.say(f"reason-{row.reason}")


def _since(row: ComponentRow, _frame: Frame) -> Cell:
    return Cell(since(row.since), "dim")


def _functions(row: ComponentRow, _frame: Frame) -> Cell:
    return Cell(str(row.functions) if row.functions else "")


class ComponentsPane(Sheet[ComponentRow]):
    """The components that are down."""

    ROOM = "components"
    COLUMNS = (
        Column("", _sign, 1),
        Column("column-component", _name, share=5),
        Column("column-why", _why, share=4),
        Column("column-since", _since, 8, least=56, right=True),
        Column("column-functions", _functions, 5, least=40, right=True),
    )

    def rows_of(self, board: Board) -> Sequence[ComponentRow]:
        """Return those that are down."""
        return board.components

    def key_of(self, row: ComponentRow) -> object:
        """Return its id."""
        return row.id

    def words_of(self, row: ComponentRow, voice: Voice) -> str:
        """Return its name and what it lacks."""
        reason = voice.say(f"reason-{row.reason}")
        return f"{row.id} {voice.name(row.id)} {reason} {voice.all_of(row.because)}"

    def title_of(self, row: ComponentRow, frame: Frame) -> str:
        """Return what it is called."""
        return frame.voice.name(row.id)

    def about(self, row: ComponentRow, frame: Frame) -> Sequence[tuple[str, str]]:
        """Return why it is down, since when and until when."""
        said = [
            ("about-state", f"{frame.voice.sign(row.reason)} {why(row, frame)}"),
            ("about-down-since", moment(row.since, frame)),
        ]
        if row.until is not None:
            said.append(("about-until", moment(row.until, frame)))
        said.append(("about-needed-by", frame.voice.say("functions-count", number=row.functions)))
        return said
