"""Processes that run drills as fast as they can until somebody kills them.

One process imports everything once. For each line on its standard input it forks a child that does
what the line says, and tells by ``gone`` when that is no more. Children speak through the same
standard output: a line is one write, so that it is there whole or not at all.
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

from bcp.drill.live import commands as wish
from bcp.drill.live.refusal import Refused
from bcp.drill.record.journal import RECORD
from bcp.drill.record.records import hold_record
from bcp.drill.session import HandClock, Session
from tests.support.records import record_at


def say(*words: object) -> None:
    """Tell whoever listens, at once."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def run(folder: Path, seed: str) -> None:
    """Go on with a record: number notes and say each number once it is recorded."""
    rng, clock = random.Random(seed), HandClock()
    with hold_record(folder, clock) as held:
        number = sum(entry.event.event == "noted" for entry in held.record.entries)
        session = held.session(clock)
        _try(session, wish.Start())
        while True:
            clock.milliseconds += rng.choice([0, 5, 40, 300])
            if rng.random() < 0.6:
                number += 1
                session.do(wish.Note(text=str(number)))
                say("told", number)
            elif rng.random() < 0.6:
                session.tick()
            else:
                _try(session, _anything(rng))


def _anything(rng: random.Random) -> wish.Command:
    task = {"component": "server", "task": "restore"}
    some: list[wish.Command] = [
        wish.Pause(),
        wish.Resume(),
        wish.Fire(inject=rng.choice(["bench", str(rng.randint(1, 60))])),
        wish.Postpone(inject=str(rng.randint(1, 60)), by=rng.choice([0, 7])),
        wish.StartTask(**task),
        wish.FinishTask(**task),
        wish.AbortTask(**task),
    ]
    return rng.choice(some)


def _try(session: Session, command: wish.Command) -> None:
    try:
        session.do(command)
    except Refused:
        return


def make(work: Path) -> None:
    """Make one record after the other and say where each is."""
    while True:
        say("told", record_at(work))


def fill_up(folder: Path) -> None:
    """Take notes until the system grants no more bytes, then get some and take one more."""
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    clock = HandClock()
    with hold_record(folder, clock) as held:
        session = held.session(clock)
        session.do(wish.Start())
        most = resource.getrlimit(resource.RLIMIT_FSIZE)
        limit = (folder / RECORD).stat().st_size + 1000
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, most[1]))
        number = _until_full(session)
        size = (folder / RECORD).stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, most)
        session.do(wish.Note(text=str(number)))
        say("told", number, size)


def _until_full(session: Session) -> int:
    """Return the number of the note for which there was no room."""
    for number in range(1, 1000):
        before = session.state
        try:
            session.do(wish.Note(text=str(number)))
        except OSError as error:
            assert session.state is before
            say("full", error.errno)
            return number
    raise AssertionError


def main() -> None:
    """Do what the lines on standard input say."""
    deeds = {"run": run, "make": make, "fill-up": fill_up}
    for line in sys.stdin:
        deed, folder, *rest = line.split()
        child = os.fork()
        if child == 0:
            say("pid", os.getpid())
            deeds[deed](Path(folder), *rest)  # type: ignore[operator]
            os._exit(0)
        os.waitpid(child, 0)
        say("gone")


if __name__ == "__main__":
    main()
