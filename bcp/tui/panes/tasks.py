"""The task board: in progress, could start, waiting, done."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from bcp.drill.board.rows import Board, TaskRow
from bcp.tui.cells import Cell, bar
from bcp.tui.clocktext import counted, since
from bcp.tui.panes.moments import moment
from bcp.tui.rows import Column, Frame
from bcp.tui.sheet import Sheet
from bcp.tui.voice import Voice

__all__ = ["TasksPane", "task_name"]

_TONES = {"running": "busy", "ready": "good", "waiting": "dim", "done": "dim", "aborted": "bad"}
_ORDER = ("running", "ready", "waiting", "aborted", "done")
_BAR = 6


def task_name(row: TaskRow, voice: Voice) -> str:
    """Return what is done to what."""
    again = f" ({row.attempt})" if row.attempt > 1 else ""
    return f"{voice.name(row.component)} {voice.task(row.procedure, row.task)}{again}"


def _sign(row: TaskRow, frame: Frame) -> Cell:
    return Cell(frame.voice.sign(f"task-{row.column}"), _TONES[row.column])


def _rank(row: TaskRow, _frame: Frame) -> Cell:
    return Cell(str(row.rank), "dim")


def _name(row: TaskRow, frame: Frame) -> Cell:
    return Cell(task_name(row, frame.voice), "dim" if row.column in {"done", "aborted"} else "")


def _progress(row: TaskRow, frame: Frame) -> Cell:
    """Return elapsed against plan as a bar; of a task not begun, its planned length."""
    elapsed = row.elapsed
    if elapsed is None:
        return Cell(f"{'':{_BAR}}{counted(row.planned):>7}", "dim")
    is_over = elapsed > row.planned
    sign = frame.voice.sign
    full, empty = sign("bar-over" if is_over else "bar-full"), sign("bar-empty")
    drawn = bar(elapsed / row.planned if row.planned else 1, _BAR, full, empty)
    tone = "dim" if row.column != "running" else "warn" if is_over else "busy"
    return Cell(f"{drawn}{counted(elapsed):>7}", tone)


def _progress_of(row: TaskRow, frame: Frame) -> Cell:
    """Return the same, with the planned length beside it."""
    made = _progress(row, frame)
    return made if row.elapsed is None else Cell(f"{made.text}/{counted(row.planned)}", made.tone)


def _crew(row: TaskRow, frame: Frame) -> Cell:
    return Cell(crew(row, frame.voice), "dim" if row.column in {"done", "aborted"} else "")


def crew(row: TaskRow, voice: Voice) -> str:
    """Return who is needed, and who was named."""
    people = " ".join(f"{voice.name(team)}{voice.sign('times')}{n}" for team, n in row.crew)
    return f"{voice.own(row.assigned, None)}: {people}" if row.assigned else people


def _waits(row: TaskRow, frame: Frame) -> Cell:
    if row.column == "waiting":
        return Cell(" / ".join(map(frame.voice.phrase, row.waits_for)), "warn")
    if row.finished is not None:
        return Cell(since(row.finished), "dim")
    return Cell(frame.voice.all_of(row.functions[:2]), "dim")


class TasksPane(Sheet[TaskRow]):
    """The task board."""

    ROOM = "tasks"
    COLUMNS = (
        Column("", _sign, 1),
        Column("column-rank", _rank, 3, least=64, right=True),
        Column("column-task", _name, share=4),
        Column("column-progress", _progress, 13, most=62),
        Column("column-progress", _progress_of, 20, least=62),
        Column("column-crew", _crew, least=58, share=2),
        Column("column-waits", _waits, least=78, share=3),
    )

    def rows_of(self, board: Board) -> Sequence[TaskRow]:
        """Return the tasks, those that need an eye on them first."""
        held: dict[str, list[TaskRow]] = {column: [] for column in _ORDER}
        for row in board.tasks:
            held[row.column].append(row)
        held["done"].sort(key=lambda row: -(row.finished or 0))
        return list(chain.from_iterable(held.values()))

    def key_of(self, row: TaskRow) -> object:
        """Return which attempt at which task it is."""
        return row.component, row.procedure, row.task, row.attempt

    @property
    def subject(self) -> str:
        """What a note is about: the component and the task."""
        row = self.row
        return "" if row is None else f"{row.component}/{row.task}"

    def group_of(self, row: TaskRow) -> str:
        """Return the column of the board."""
        return f"tasks-{row.column}"

    def words_of(self, row: TaskRow, voice: Voice) -> str:
        """Return its name, its crew, and the functions that wait for it."""
        waiting = " ".join(map(voice.phrase, row.waits_for))
        ids = f"{row.component}/{row.task}"
        return (
            f"{ids} {task_name(row, voice)} {crew(row, voice)} {waiting} "
            f"{voice.all_of(row.functions)}"
        )

    def title_of(self, row: TaskRow, frame: Frame) -> str:
        """Return what it is called."""
        return task_name(row, frame.voice)

    def about(self, row: TaskRow, frame: Frame) -> Sequence[tuple[str, str]]:
        """Return its crew, its times, and what it waits for."""
        voice = frame.voice
        said = [
            (
                "about-state",
                f"{voice.sign(f'task-{row.column}')} {voice.say(f'tasks-{row.column}')}",
            ),
            ("about-rank", str(row.rank)),
            ("about-crew", crew(row, voice)),
            ("about-planned-length", counted(row.planned)),
        ]
        if row.started is not None:
            said.append(("about-started", moment(row.started, frame)))
        if row.elapsed is not None:
            said.append(("about-elapsed", counted(row.elapsed)))
        if row.finished is not None:
            said.append(("about-finished", moment(row.finished, frame)))
        said += [("about-waits-for", voice.phrase(phrase)) for phrase in row.waits_for]
        if row.functions:
            said.append(("about-for-functions", voice.some_of(row.functions)))
        return said
