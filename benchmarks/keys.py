"""How long a key takes until its effect is painted, with 1,000 components on the screen.

Run ``python benchmarks/keys.py [--components N] [--rounds N]`` from the root of the checkout. A
real session of a synthetic inventory is driven without a terminal at 200 by 60 cells: a key is
pressed, its handlers run, the layout settles, and every changed cell is rendered. A bare Textual
list is measured in the same run, so that the figures mean something on another machine. Measured
while the forecast is worked out in its thread too. Prints a table on standard error and JSON on
standard output.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import OptionList

from bcp.drill.file.models import Drill
from bcp.drill.live.commands import Start
from bcp.drill.live.setting import prepare
from bcp.drill.session import HandClock, MemoryJournal, Session
from bcp.report.names import names_of
from bcp.tui.app import DrillApp
from bcp.words import LANGS
from benchmarks import synthetic

FRAME = 1 / 60
"""Seconds between two pictures of an ordinary display."""
SIZE = (200, 60)
QUIET = 0.08
"""Seconds without a paint after which nothing more is to come."""
NAMED = {"/": "slash", " ": "space"}
Times = dict[str, list[tuple[float, float]]]
KEYS: dict[str, Sequence[str]] = {
    "move": ("down", "up"),
    "page": ("pagedown", "pageup"),
    "list": ("2", "1"),
    "type": ("n", *"a note", "escape"),
    "filter": ("/", *"10", "escape"),
    "task": ("2", "s", "z", "1"),
    "note": ("n", "x", "enter"),
    "dialog": ("enter", "escape"),
    "forecast": ("down", "up"),
}
"""What is pressed again and again, by what it does; `forecast` while one is worked out."""


class Bare(App[None]):
    """A list with as many rows and nothing else."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield OptionList(*(f"row {number}" for number in range(self._rows)))


def screen(components: int) -> DrillApp:
    """Return the screen of a drill in which all that is damaged waits to be recovered."""
    inventory = synthetic.inventory(components)
    drill = Drill.model_validate(
        {
            "drill": {"id": "keys", "name": "keys", "kind": "tabletop", "scenario": "synthetic"},
            "clock": {"speed": 60, "tasks": "by-hand"},
            "injects": [{"no": str(no), "text": "inject"} for no in range(1, 21)],
        }
    )
    clock = HandClock()
    held = Session(prepare(drill, synthetic.scenario(), inventory), MemoryJournal(), clock)
    held.do(Start())
    clock.milliseconds = 60_000
    held.tick()
    return DrillApp(held, {lang: names_of(inventory, lang) for lang in LANGS}, "ja")


class Watch:
    """Knows when an app last wrote to its screen."""

    def __init__(self, app: App[None]) -> None:
        self.app = app
        self.first = self.last = 0.0
        self._display = app._display  # noqa: SLF001 (there is no other door to the moment of painting)
        app._display = self._noted  # type: ignore[assignment]  # noqa: SLF001

    def _noted(self, *arguments: Any) -> None:
        self._display(*arguments)
        self.last = time.perf_counter()
        self.first = self.first or self.last

    async def press(self, key: str) -> tuple[float, float]:
        """Press *key*; return the seconds until it shows, and until nothing moves any more."""
        self.first = self.last = 0.0
        event = Key(NAMED.get(key, key), key if len(key) == 1 else None)
        began = time.perf_counter()
        self.app.post_message(event)
        await asyncio.sleep(QUIET)
        while time.perf_counter() - max(began, self.last) < QUIET:  # noqa: ASYNC110 (looks, not waits)
            await asyncio.sleep(QUIET / 4)
        return max(0.0, self.first - began), max(0.0, self.last - began)


async def timed(app: App[None], keys: Mapping[str, Sequence[str]], rounds: int) -> Times:
    """Return the seconds from each key to its paint, by what the key does."""
    times: Times = {name: [] for name in keys}
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(1)
        watch = Watch(app)
        for _ in range(rounds):
            for name, pressed in keys.items():
                for key in pressed:
                    if isinstance(app, DrillApp) and name == "forecast":
                        app.forecast_soon()
                    took = await watch.press(key)
                    if took[0]:
                        times[name].append(took)
    return times


def row(name: str, times: Sequence[tuple[float, float]], bare: float) -> dict[str, float]:
    """Print and return the figures of one sort of key."""
    firsts = [first for first, _ in times]
    middle, worst = statistics.median(firsts), max(firsts)
    figures = {
        "keys": len(times),
        "median_ms": round(1000 * middle, 1),
        "worst_ms": round(1000 * worst, 1),
        "median_frames": round(middle / FRAME, 2),
        "median_over_bare": round(middle / bare, 2),
        "settled_ms": round(1000 * statistics.median(last for _, last in times), 1),
    }
    print(f"{name:>10}" + "".join(f"{value:>18}" for value in figures.values()), file=sys.stderr)
    return figures


def main() -> None:
    """Measure the bare list and the drill in turn, and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--components", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    bare = asyncio.run(timed(Bare(chosen.components), {"bare": ("down", "up")}, 10))["bare"]
    times = asyncio.run(timed(screen(chosen.components), KEYS, chosen.rounds))
    heads = ("keys", "median ms", "worst ms", "median frames", "median / bare", "settled ms")
    print(f"{'':>10}" + "".join(f"{head:>18}" for head in heads), file=sys.stderr)
    middle = statistics.median(first for first, _ in bare)
    rows = {"bare": row("bare", bare, middle)}
    rows |= {name: row(name, held, middle) for name, held in times.items() if held}
    print(json.dumps(rows))


if __name__ == "__main__":
    main()
