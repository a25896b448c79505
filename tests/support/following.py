"""A drill that is run and followed in one test: two clocks, one record."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from pathlib import Path

from bcp.drill.live import commands as wish
from bcp.drill.record.following import Follower, View
from bcp.drill.record.records import hold_record
from bcp.drill.session import HandClock, Session
from tests.support.records import HEAD, record_at, workspace_at

SECRETS = """\
objectives:
- {id: back, text: 秘密の目標, text_en: hidden aim, criterion: 秘密の基準, criterion_en: hidden bar}
clock: {speed: 60}
injects:
- no: 1
  at: 5m
  from: 市民
  to: [ict]
  text: 窓口が暗いとの電話
  text_en: a call from the desk
  expected: 秘密の行動
  expected_en: hidden action
  deadline: 10m
  objective: back
  options: [{id: a, text: 甲案}, {id: b, text: 乙案}]
- {no: 2, at: 3h, text: 秘密の電話, text_en: hidden call, expected: 秘密の返事}
- {no: 3, when: {missed: 1}, text: 秘密の催促, text_en: hidden reminder}
- {no: 4, text: 秘密の予備, text_en: hidden bench}
"""
"""A drill in which everything that players must not know yet says so."""
HIDDEN = ("秘密", "hidden")


class Stage:
    """A drill on the disk, somebody who runs it, and somebody who looks on."""

    def __init__(self, folder: Path, session: Session, clock: HandClock, view: View) -> None:
        self.folder, self.session, self.clock = folder, session, clock
        self.own = HandClock()
        self.follower = Follower(lambda: folder, self.own, view)
        assert self.follower.open()

    @property
    def record(self) -> Path:
        """The file of the record."""
        return self.folder / "record.jsonl"

    def wait(self, milliseconds: int) -> None:
        """Let time go by for both, and whoever runs the drill notice it."""
        self.clock.milliseconds += milliseconds
        self.own.milliseconds += milliseconds
        self.session.tick()

    def beats(self, number: int) -> None:
        """Let so many seconds go by."""
        for _ in range(number):
            self.wait(1000)


@contextmanager
def stage(work: Path, view: View = "observers", drill: str = SECRETS) -> Iterator[Stage]:
    """Make a record, hold it, and follow it."""
    folder = record_at(workspace_at(work, HEAD + drill))
    clock = HandClock()
    with hold_record(folder, clock) as held:
        yield Stage(folder, held.session(clock), clock, view)


def play_secrets(held: Stage) -> None:
    """Do one of everything that a facilitator writes down, each with a text to be hidden."""
    held.session.do(wish.Start())
    held.beats(6)
    task = {"component": "server", "task": "restore"}
    for command in (
        wish.Note(text="秘密のメモ hidden note", who="秘密の人 hidden person"),
        wish.Note(text="秘密のつまづき hidden stumble", kind="stumble"),
        wish.Answer(inject="1", text="秘密の対応 hidden answer", outcome="partly"),
        wish.StartTask(**task),
        wish.AbortTask(**task, why="秘密の中断 hidden reason"),
        wish.Rate(objective="back", rating="U", text="秘密の評価 hidden rating"),
        wish.Improve(text="秘密の改善 hidden item", owner="秘密の人 hidden person"),
        wish.StartTask(**task),
        wish.Decide(inject="1", option="a", who="秘密の人 hidden person", why="秘密の理由 hidden"),
    ):
        held.session.do(command)
    decided = held.session.state.entries[-1].n
    held.session.do(wish.Correct(entry=decided, text="秘密の訂正 hidden", who="秘密 hidden"))
    held.beats(2)


def texts_in(held: object) -> Iterator[str]:
    """Yield every text in a board, however deep it lies."""
    if isinstance(held, str):
        yield held
    elif is_dataclass(held):
        for field in fields(held):
            yield from texts_in(getattr(held, field.name))
    elif isinstance(held, dict):
        for key, value in held.items():
            yield from texts_in(key)
            yield from texts_in(value)
    elif isinstance(held, (tuple, list)):
        for one in held:
            yield from texts_in(one)
