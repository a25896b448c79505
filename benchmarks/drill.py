"""What a drill does between a key and the screen, against one simulation of the same scenario.

Run ``python benchmarks/drill.py [--components N] [--rounds N]`` from the root of the checkout. A
synthetic inventory is struck by its earthquake; a record of two hours, one entry a second, has been
written. Each round times every action once; the least of each counts. Prints a table on standard
error and JSON on standard output: seconds, and each as a share of one simulation of that run.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bcp.drill.file.models import Drill
from bcp.drill.live import commands as wish
from bcp.drill.live.setting import Setting, prepare
from bcp.drill.session import HandClock, MemoryJournal, Session
from bcp.recovery.simulate import simulate
from benchmarks import synthetic

HEAD = {"id": "drill", "name": "drill", "kind": "functional", "scenario": "synthetic"}
SECONDS = 7200


def setting_of(components: int) -> Setting:
    """Return a drill on an inventory of that size, with an inject a minute."""
    injects = [{"no": str(n), "at": f"{n}m", "text": "text"} for n in range(1, 61)]
    tree = {"drill": HEAD, "clock": {"speed": 1}, "injects": injects}
    inventory = synthetic.inventory(components)
    return prepare(Drill.model_validate(tree), synthetic.scenario(), inventory)


def lived(setting: Setting) -> tuple[Session, HandClock]:
    """Return a session two hours into the drill."""
    clock = HandClock()
    session = Session(setting, MemoryJournal(), clock)
    session.do(wish.Start())
    for second in range(1, SECONDS + 1):
        clock.milliseconds = second * 1000
        session.tick()
    return session, clock


def timed(action: Callable[[], object]) -> float:
    """Return how long *action* takes, in seconds."""
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def round_of(session: Session, clock: HandClock) -> dict[str, float]:
    """Return the seconds of every action, done once."""
    setting = session.state.setting
    ready = next(row for row in session.board().tasks if row.column == "ready")
    names = {"component": ready.component, "task": ready.task}
    clock.milliseconds += 1000
    rows = {
        "simulation": timed(lambda: simulate(setting.inventory, setting.scenario)),
        "tick and board": timed(lambda: (session.tick(), session.board())),
        "note and board": timed(lambda: (session.do(wish.Note(text="x")), session.board())),
        "start a task and board": timed(
            lambda: (session.do(wish.StartTask(**names)), session.board())
        ),
        "undo and board": timed(lambda: (session.do(wish.Undo()), session.board())),
        "forecast": timed(session.forecast),
    }
    entries = session.state.entries
    rows["open the record again"] = timed(
        lambda: Session(setting, MemoryJournal(), HandClock(), entries)
    )
    return rows


def synced() -> float:
    """Return how long it takes to write a line through to the disk here."""
    import os

    with tempfile.NamedTemporaryFile() as file:
        file.write(b"x" * 200)
        file.flush()
        return timed(lambda: os.fsync(file.fileno()))


def main() -> None:
    """Measure, and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--components", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    session, clock = lived(setting_of(chosen.components))
    best: dict[str, float] = {}
    for _ in range(chosen.rounds):
        for name, seconds in round_of(session, clock).items():
            best[name] = min(best.get(name, seconds), seconds)
    best["write through to the disk"] = min(synced() for _ in range(20))
    whole = best["simulation"]
    for name, seconds in best.items():
        print(f"{name:<26} {seconds * 1000:>8.2f} ms {seconds / whole:>8.3f}", file=sys.stderr)
    print(json.dumps({name: {"s": s, "of": round(s / whole, 4)} for name, s in best.items()}))


if __name__ == "__main__":
    main()
