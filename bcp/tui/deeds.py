"""Everything that can be done, and its key: what F1, ``?``, the palette and the key bar read."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bcp.drill.board.rows import InjectRow, ObjectiveRow, TaskRow
from bcp.tui.talks import clock, injects, log, review, tasks

__all__ = ["DEEDS", "Deed", "deeds_for", "deeds_of_row"]

Talk = Callable[[Any, Any], Awaitable[None]]
"""Takes the program, and the row that is meant."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be done."""

    id: str
    """Texts are ``deed-ID`` (a word or two) and ``deed-ID-more`` (a sentence)."""
    key: str
    """As Textual names it."""
    shown: str
    """As people read it."""
    talk: Talk | None = None
    """What is said until it is done; None: the screen does it at once."""
    room: str = ""
    """The only list in which the key means this; empty: everywhere."""
    fits: Callable[[Any], bool] = lambda _row: True
    """Whether it can be done with a row."""
    rank: int = 50
    """Where room for keys is short, the least stay."""
    acts: bool = True
    """Whether it changes the drill."""


def _can_start(row: TaskRow) -> bool:
    return row.column in {"ready", "waiting"}


def _has_others(row: TaskRow) -> bool:
    return bool(row.others)


def _runs(row: TaskRow) -> bool:
    return row.column == "running"


def _is_open(row: TaskRow) -> bool:
    return row.column not in {"done", "aborted"}


def _not_given(row: InjectRow) -> bool:
    return row.status not in {"fired", "answered", "missed"}


def _was_given(row: InjectRow) -> bool:
    return not _not_given(row)


def _can_choose(row: InjectRow) -> bool:
    return _was_given(row) and bool(row.options)


def _has_time(row: InjectRow) -> bool:
    return row.status == "due"


def _is_objective(row: object) -> bool:
    return isinstance(row, ObjectiveRow)


def _is_item(row: object) -> bool:
    return not isinstance(row, ObjectiveRow)


_ALL = (
    Deed("help", "f1", "F1", rank=0, acts=False),
    Deed("go", "space", "Space", clock.go, rank=1),
    Deed("note", "n", "n", rank=2),
    Deed("fire", "f", "f", injects.fire_any, rank=3),
    Deed("act", "enter", "Enter", rank=4, acts=False),
    Deed("palette", "ctrl+p", "^p", rank=5, acts=False),
    # --- of the list in which one is
    Deed("start-task", "s", "s", tasks.start, "tasks", _can_start, 10),
    Deed("start-otherwise", "w", "w", tasks.start_otherwise, "tasks", _has_others, 29),
    Deed("finish-task", "d", "d", tasks.finish, "tasks", _runs, 11),
    Deed("abort-task", "x", "x", tasks.abort, "tasks", _runs, 12),
    Deed("assign", "a", "a", tasks.assign, "tasks", _is_open, 13),
    Deed("fire-this", "f", "f", injects.fire, "injects", _not_given, 3),
    Deed("answer", "a", "a", injects.answer, "injects", _was_given, 10),
    Deed("decide", "c", "c", injects.choose, "injects", _can_choose, 11),
    Deed("postpone", "p", "p", injects.postpone, "injects", _has_time, 12),
    Deed("edit", "e", "e", log.edit, "log", rank=10),
    Deed("take-back", "x", "x", log.take_back, "log", rank=11),
    Deed("rate", "r", "r", review.rate, "review", _is_objective, 10),
    Deed("edit-item", "e", "e", review.improve, "review", _is_item, 11),
    # --- everywhere
    Deed("undo", "z", "z", log.undo, rank=20),
    Deed("redo", "Z", "Z", log.redo, rank=30),
    Deed("filter", "slash", "/", rank=21, acts=False),
    Deed("speed", "v", "v", clock.speed, rank=22),
    Deed("jump", "j", "j", clock.jump, rank=23),
    Deed("improve", "i", "i", review.improve, rank=24),
    Deed("rate-any", "r", "r", review.rate_any, rank=25),
    Deed("hot-wash", "h", "h", log.hot_wash, rank=26),
    Deed("postpone-all", "P", "P", injects.postpone_all, rank=31),
    Deed("faster", "plus", "+", clock.faster, rank=32),
    Deed("slower", "minus", "-", clock.slower, rank=33),
    Deed("end", "E", "E", clock.end, rank=34),
    Deed("keys", "question_mark", "?", rank=6, acts=False),
    Deed("theme", "t", "t", rank=35, acts=False),
    Deed("language", "l", "l", rank=36, acts=False),
    Deed("quit", "q", "q", rank=37, acts=False),
)

DEEDS: Mapping[str, Deed] = {deed.id: deed for deed in _ALL}
"""By id, in the order in which they are listed."""


def deeds_for(room: str, *, can_act: bool) -> list[Deed]:
    """Return what keys do in the list *room*: its own before those that work everywhere."""
    own = [deed for deed in _ALL if deed.room == room]
    taken = {deed.key for deed in own}
    everywhere = [deed for deed in _ALL if not deed.room and deed.key not in taken]
    return [deed for deed in (*everywhere, *own) if can_act or not deed.acts]


def deeds_of_row(room: str, row: object, *, can_act: bool) -> list[Deed]:
    """Return what can be done with *row* of the list *room*."""
    return [deed for deed in _ALL if deed.room == room and can_act and deed.fits(row)]
