"""Workspaces to make documents of, and commands run in them as whole processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryFile

from benchmarks import synthetic

ROOT = Path(__file__).resolve().parents[1]
SCENARIO = """\
scenario: {{id: case-{number:02d}, name: 想定{number}, severity: disaster, horizon: 30d}}
events:
  - {{at: 0h, damage: {{select: {{tag: zone-{number}}}}}}}
  - {{at: 0h, damage: {{select: {{tag: core, within: site-{site}}}}}}}
"""


def workspace(folder: Path, components: int, scenarios: int) -> Path:
    """Make a workspace of so many components and scenarios, each of which strikes others."""
    for name in ("inventory", "scenarios"):
        (folder / name).mkdir(parents=True)
    for name, text in synthetic.texts(components).items():
        (folder / "inventory" / name).write_text(text, encoding="utf-8")
    for number in range(scenarios):
        text = SCENARIO.format(number=number, site=number % 5)
        (folder / "scenarios" / f"case-{number:02d}.yaml").write_text(text, encoding="utf-8")
    return folder


def run(place: Path, *arguments: str) -> tuple[float, float]:
    """Return how many seconds ``bcp`` took there, and the most memory it held, in MiB."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "bcp", *arguments],
            cwd=place,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=said,
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"bcp {' '.join(arguments)}: {said.read().decode()}")
    return seconds, usage.ru_maxrss / 1024


def least(place: Path, jobs: Mapping[str, Sequence[str]], rounds: int) -> dict[str, float]:
    """Return seconds and memory of each job, the least of all rounds, and the last over the first.

    The jobs take turns, so that a busy machine slows all of them alike.
    """
    held = dict.fromkeys(jobs, (float("inf"), 0.0))
    for _ in range(rounds):
        for name, arguments in jobs.items():
            held[name] = min(held[name], run(place, *arguments))
    found = {f"{name}_s": round(seconds, 2) for name, (seconds, _) in held.items()}
    found |= {f"{name}_mib": round(mib) for name, (_, mib) in held.items()}
    first, *_, last = held
    return found | {f"{last}_over_{first}": round(held[last][0] / held[first][0], 1)}


def show(figures: Mapping[str, Mapping[str, float]]) -> None:
    """Print *figures* as a table on standard error and as JSON on standard output."""
    for part, rows in figures.items():
        for name, figure in rows.items():
            print(f"{part:>10} {name:>28} {figure:>10,}", file=sys.stderr)
    print(json.dumps(figures))
