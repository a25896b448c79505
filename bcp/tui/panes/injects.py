"""The injects: what comes next and when, what waits on the bench, and what was given."""

from __future__ import annotations

from collections.abc import Sequence

from bcp.drill.board.rows import Board, InjectRow
from bcp.tui.cells import Cell
from bcp.tui.clocktext import counted, since
from bcp.tui.panes.moments import local, moment
from bcp.tui.rows import Column, Frame
from bcp.tui.sheet import Sheet
from bcp.tui.voice import Voice

__all__ = ["InjectsPane"]

_TONES = {
    "due": "",
    "waiting": "dim",
    "bench": "dim",
    "fired": "busy",
    "answered": "good",
    "missed": "bad",
}
_SOON = 60
"""Seconds of the exercise: one that comes so soon is shown louder."""


def _sign(row: InjectRow, frame: Frame) -> Cell:
    return Cell(frame.voice.sign(f"inject-{row.status}"), _TONES[row.status])


def _no(row: InjectRow, _frame: Frame) -> Cell:
    return Cell(row.no, "strong")


def _countdown(row: InjectRow, frame: Frame) -> Cell:
    """Return how long until it is given; of one given, how long is left to act."""
    if row.status == "due" and row.countdown is not None:
        return Cell(counted(row.countdown), "warn" if row.countdown <= _SOON else "")
    if row.status == "fired" and row.deadline is not None:
        left = row.deadline - frame.board.scenario
        return Cell(f"{frame.voice.say('until-deadline')}{counted(left)}", "warn")
    return Cell("")


def _time(row: InjectRow, frame: Frame) -> Cell:
    if row.at is None:
        return Cell(frame.voice.sign("none"), "dim")
    return Cell(since(row.at))


def _local(row: InjectRow, frame: Frame) -> Cell:
    return Cell(local(row.at, frame) if row.at is not None else "", "dim")


def _to(row: InjectRow, frame: Frame) -> Cell:
    return Cell(frame.voice.all_of(row.to), "dim")


def _text(row: InjectRow, frame: Frame) -> Cell:
    if row.status == "waiting" and row.waits_for is not None:
        condition = frame.voice.phrase(row.waits_for)
        return Cell(f"[{condition}] {frame.voice.own(row.text, row.text_en)}", "dim")
    return Cell(frame.voice.own(row.text, row.text_en), _TONES[row.status])


def _objective(row: InjectRow, frame: Frame) -> str:
    """Return what the objective says that it serves; its id if it is not on the board."""
    texts = {held.id: frame.voice.own(held.text, held.text_en) for held in frame.board.objectives}
    return texts.get(row.objective or "", row.objective or "")


class InjectsPane(Sheet[InjectRow]):
    """The injects."""

    ROOM = "injects"
    COLUMNS = (
        Column("", _sign, 1),
        Column("column-no", _no, 4),
        Column("column-time", _time, 8, right=True),
        Column("column-local", _local, 5, least=62),
        Column("column-countdown", _countdown, 10, right=True),
        Column("column-to", _to, 14, least=76),
        Column("column-inject", _text),
    )

    def rows_of(self, board: Board) -> Sequence[InjectRow]:
        """Return the injects, in the order of the board."""
        return board.injects

    def key_of(self, row: InjectRow) -> object:
        """Return its number."""
        return row.no

    def group_of(self, row: InjectRow) -> str:
        """Return whether it is to come, waits, lies on the bench or was given."""
        given = row.status in {"fired", "answered", "missed"}
        return "injects-given" if given else f"injects-{row.status}"

    def words_of(self, row: InjectRow, voice: Voice) -> str:
        """Return its number, its text, and who is told."""
        status = voice.say(f"status-{row.status}")
        return f"{row.no} {voice.own(row.text, row.text_en)} {voice.all_of(row.to)} {status}"

    def title_of(self, row: InjectRow, frame: Frame) -> str:
        """Return what it is called."""
        return frame.voice.say("title-inject", no=row.no)

    def about(self, row: InjectRow, frame: Frame) -> Sequence[tuple[str, str]]:
        """Return its whole text, what is expected, and what was done."""
        voice = frame.voice
        sign = voice.sign(f"inject-{row.status}")
        said = [
            ("about-text", voice.own(row.text, row.text_en)),
            ("about-expected", voice.own(row.expected, row.expected_en)),
            ("about-state", f"{sign} {voice.say(f'status-{row.status}')}"),
            ("about-when", moment(row.at, frame) if row.at is not None else ""),
            ("about-condition", voice.phrase(row.waits_for) if row.waits_for else ""),
            ("about-deadline", moment(row.deadline, frame) if row.deadline is not None else ""),
            ("about-from", voice.name(row.sender)),
            ("about-to", voice.all_of(row.to)),
            ("about-means", voice.own(row.means, None)),
            ("about-objective", _objective(row, frame)),
        ]
        for option in row.options:
            mark = f"({voice.say('chosen')}) " if option.is_chosen else ""
            text = voice.own(option.text, option.text_en)
            said.append(("about-option", f"{mark}{option.id}: {text}"))
        said.append(("about-answer", voice.own(row.answer, None)))
        return [(key, text) for key, text in said if text]
