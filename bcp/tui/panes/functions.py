"""The business functions: which are down, how long they have left, and what the forecast says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from bcp.drill.board.rows import Board, FunctionRow, Verdict
from bcp.tui.cells import Cell
from bcp.tui.clocktext import counted, since
from bcp.tui.panes.moments import moment
from bcp.tui.rows import Column, Frame
from bcp.tui.sheet import Sheet
from bcp.tui.voice import Voice

__all__ = ["FunctionsPane"]

_TONES: Mapping[Verdict, str] = {
    "up": "good",
    "late": "warn",
    "down": "busy",
    "down-ok": "busy",
    "down-late": "warn",
    "missed": "bad",
}


def _sign(row: FunctionRow, frame: Frame) -> Cell:
    return Cell(frame.voice.sign(row.verdict), _TONES[row.verdict])


def _name(row: FunctionRow, frame: Frame) -> Cell:
    rank = f"{row.rank} " if row.rank else ""
    return Cell(rank + frame.voice.name(row.id), "" if _was_hit(row) else "dim")


def _left(row: FunctionRow, frame: Frame) -> Cell:
    """Return the time to the RTO: it runs while the function is down."""
    if not _was_hit(row):
        return Cell(frame.voice.sign("none"), "dim")
    text = counted(row.left)
    if row.left < 0:
        text = f"+{text[1:]}"
    return Cell(text, _TONES[row.verdict])


def _target(row: FunctionRow, frame: Frame) -> Cell:
    """Return when the RTO is used up; of one that is up, how long the RTO is."""
    if row.is_up:
        return Cell(counted(row.rto) if _was_hit(row) else "", "dim")
    return Cell(since(frame.board.scenario + row.left))


def _forecast(row: FunctionRow, frame: Frame) -> Cell:
    if row.is_up and row.restored is not None:
        return Cell(since(row.restored), _TONES[row.verdict])
    if row.forecast is None:
        is_told = not row.is_up and row.verdict != "down"
        return Cell(frame.voice.say("open-end") if is_told else "", "dim")
    return Cell(since(row.forecast) if row.forecast else "", _TONES[row.verdict])


def _planned(row: FunctionRow, _frame: Frame) -> Cell:
    return Cell(since(row.planned) if row.planned else "", "dim")


def _because(row: FunctionRow, frame: Frame) -> Cell:
    return Cell(frame.voice.all_of(row.because), "dim")


def _was_hit(row: FunctionRow) -> bool:
    return not row.is_up or row.downtime > 0


class FunctionsPane(Sheet[FunctionRow]):
    """The business functions."""

    ROOM = "functions"
    COLUMNS = (
        Column("", _sign, 1),
        Column("column-function", _name, share=3),
        Column("column-left", _left, 7, right=True),
        Column("column-target", _target, 8, least=46, right=True),
        Column("column-forecast", _forecast, 8, least=38, right=True),
        Column("column-planned", _planned, 8, least=60, right=True),
        Column("column-because", _because, least=72, share=2),
    )

    def rows_of(self, board: Board) -> Sequence[FunctionRow]:
        """Return all functions, in the order of the board."""
        return board.functions

    def key_of(self, row: FunctionRow) -> object:
        """Return its id."""
        return row.id

    def words_of(self, row: FunctionRow, voice: Voice) -> str:
        """Return its name, its rank, and what keeps it down."""
        verdict = voice.say(f"verdict-{row.verdict}")
        return f"{row.id} {row.rank} {voice.name(row.id)} {verdict} {voice.all_of(row.because)}"

    def summary(self, frame: Frame) -> str:
        """Return how many there are of each sign."""
        counts = Counter(row.verdict for row in frame.board.functions)
        found = [f"{frame.voice.sign(one)}{counts[one]}" for one in _TONES if counts[one]]
        return " ".join(found)

    def title_of(self, row: FunctionRow, frame: Frame) -> str:
        """Return what it is called."""
        return frame.voice.name(row.id)

    def about(self, row: FunctionRow, frame: Frame) -> Sequence[tuple[str, str]]:
        """Return its state, its target and its forecast."""
        say = frame.voice.say
        said = [
            ("about-state", f"{frame.voice.sign(row.verdict)} {say(f'verdict-{row.verdict}')}"),
            ("about-rto", counted(row.rto)),
        ]
        if row.because:
            said.insert(1, ("about-because", frame.voice.some_of(row.because)))
        if row.down_since is not None:
            said.append(("about-down-since", moment(row.down_since, frame)))
            said.append(("about-target", moment(frame.board.scenario + row.left, frame)))
        if _was_hit(row):
            said.append(("about-downtime", counted(row.downtime)))
        if row.restored is not None and row.is_up:
            said.append(("about-restored", moment(row.restored, frame)))
        if row.forecast and not row.is_up:
            said.append(("about-forecast", moment(row.forecast, frame)))
        if row.planned:
            said.append(("about-planned", moment(row.planned, frame)))
        return said
