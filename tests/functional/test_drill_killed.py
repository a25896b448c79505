"""Killed with ``kill -9`` at any moment, a drill goes on where it stood: nothing lost, nothing twice.

How often is for ``BCP_KILLS`` to say. A power cut cannot be tried here: what a disk does with what
it was told to keep is its own affair. What is tested is that everything acknowledged had been
handed to the system and written through by then.
"""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bcp.drill.live.commands import Note, Resume
from bcp.drill.live.events import Entry, InjectFired, Noted
from bcp.drill.live.fold import evolve, fold
from bcp.drill.live.state import opening
from bcp.drill.record.journal import RECORD, read_record
from bcp.drill.record.records import RECORDS, hold_record, list_records, open_record
from bcp.drill.session import HandClock
from bcp.errors import UsageError
from tests.support.records import many_injects, record_at, workspace_at

KILLS = int(os.environ.get("BCP_KILLS", "150"))
PER_RECORD = 10
"""How often one drill is killed and gone on with."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks and kills as POSIX does")


class Drills:
    """The processes that run drills, and what they say."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process

    def begin(self, *words: object) -> int:
        """Have something done in a process of its own, and return that."""
        assert self.process.stdin is not None
        self.process.stdin.write((" ".join(map(str, words)) + "\n").encode())
        self.process.stdin.flush()
        first, pid = self.read()
        assert first == "pid"
        return int(pid)

    def read(self) -> list[str]:
        """Return the words of the next line."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "the processes died"
        return line.decode().split()

    def kill_after(self, pid: int, lines: int, rounds: int) -> list[str]:
        """Kill a process when it has said so much and a little later; return what it said last."""
        last: list[str] = []
        for _ in range(lines):
            last = self.read()
        for _ in range(rounds):  # so that it dies anywhere in what it does next
            pass
        os.kill(pid, signal.SIGKILL)
        while (said := self.read()) != ["gone"]:
            last = said
        return last


@contextmanager
def drills(root: Path) -> Iterator[Drills]:
    """Start what starts drills."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.support.killable"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        yield Drills(process)
        assert process.stdin is not None
        process.stdin.close()


def notes(entries: tuple[Entry, ...]) -> list[int]:
    return [int(entry.event.text) for entry in entries if isinstance(entry.event, Noted)]


def fired(entries: tuple[Entry, ...]) -> Counter[str]:
    return Counter(entry.event.inject for entry in entries if isinstance(entry.event, InjectFired))


def test_killed_at_any_moment(root: Path, tmp_path: Path) -> None:
    """Everything acknowledged is recorded once, in order; every inject is given exactly once."""
    work = workspace_at(tmp_path, many_injects())
    rng = random.Random(11)
    with drills(root) as running:
        for number in range(-(-KILLS // PER_RECORD)):
            folder, told = record_at(work), 0
            for again in range(min(PER_RECORD, KILLS - number * PER_RECORD)):
                pid = running.begin("run", folder, f"{number}-{again}")
                said = running.kill_after(pid, rng.randrange(12), rng.randrange(40_000))
                told = int(said[1]) if said else told
                told = _look_at(folder, told)
            _play_to_the_end(folder)


def _look_at(folder: Path, told: int) -> int:
    """Check a record whose drill was killed, and return how many notes are in it."""
    entries = read_record(folder).entries
    assert [entry.n for entry in entries] == [*range(1, len(entries) + 1)]
    written = notes(entries)
    assert written == [*range(1, len(written) + 1)]
    assert told <= len(written) <= told + 1
    assert set(fired(entries).values()) <= {1}
    return len(written)


def _play_to_the_end(folder: Path) -> None:
    """Go on with a record until every inject is due, and check that each was given once."""
    state = opening(open_record(folder).setting)
    for entry in read_record(folder).entries:
        state = evolve(state, entry)
    assert fold(state.setting, state.entries).injects == state.injects
    clock = HandClock()
    with hold_record(folder, clock) as held:
        assert held.damaged is None
        session = held.session(clock)
        if session.state.phase == "paused":
            session.do(Resume())
        clock.milliseconds += 100_000_000
        session.do(Note(text="0"))
        given = fired(session.state.entries)
        timed = {no for no, due in held.record.setting.due.items() if due is not None}
        missed = {f"{no}a" for no in timed if session.state.injects[no].missed}
        assert set(given) - {"bench"} == timed | missed
        assert set(given.values()) == {1}
    assert open_record(folder).entries == session.state.entries


def test_killed_while_a_record_is_made(root: Path, tmp_path: Path) -> None:
    """It is there whole or not at all; what was told of is there."""
    work, rng, told = workspace_at(tmp_path), random.Random(5), 0
    with drills(root) as running:
        for _ in range(max(5, KILLS // 10)):
            pid = running.begin("make", work)
            lines = rng.randrange(3)
            last = running.kill_after(pid, lines, rng.randrange(60_000))
            told += lines
            assert not last or (Path(last[1]) / RECORD).exists()
    made = list_records(work / RECORDS)
    assert len(made) >= told
    for record in made:
        assert open_record(record.folder).state().phase == "ready"


def test_no_more_room(root: Path, tmp_path: Path) -> None:
    """The system grants no more bytes: the drill stands still, and goes on when it does again."""
    folder = record_at(workspace_at(tmp_path))
    with drills(root) as running:
        running.begin("fill-up", folder)
        assert running.read() == ["full", str(errno.EFBIG)]
        told, number, size = running.read()
        assert running.read() == ["gone"]

    entries = read_record(folder).entries
    assert told == "told"
    assert notes(entries) == [*range(1, int(number) + 1)]
    before = (folder / RECORD).read_bytes()[: int(size)]
    assert before.endswith(b"}\n")
    assert before.count(b"\n") == 1 + len(entries) - 1


def test_two_processes_on_one_record(root: Path, tmp_path: Path) -> None:
    """While one runs the other is told which; once it is killed the record is free."""
    folder = record_at(workspace_at(tmp_path, many_injects()))
    with drills(root) as running:
        pid = running.begin("run", folder, "0")
        assert running.read()[0] == "told"
        with pytest.raises(UsageError) as refused, hold_record(folder, HandClock()):
            pass
        assert (refused.value.key, refused.value.values["pid"]) == ("record-held", str(pid))
        running.kill_after(pid, 1, 0)
    with hold_record(folder, HandClock()) as held:
        assert held.record.entries
