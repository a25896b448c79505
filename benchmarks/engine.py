"""The compiled engine against the readable one: the same draws, drawn, ordered and played.

Run ``python benchmarks/engine.py [--quick] [--sizes N N N]`` from the root of the checkout. Both
engines take turns in one process, so that a busy machine slows both alike; the best turn of each
counts, and the ratio is that of the best. Before anything is timed both are seen to give the same
figures. Prints a table on standard error and JSON on standard output.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np
from numba import njit

from bcp.chance.playing import figures_of, play_draw
from bcp.compiled.kernel.order import order_into
from bcp.compiled.kernel.play import play_into
from bcp.compiled.kernel.sampling import sample_into
from bcp.compiled.play import RULES, blank_figures, blank_order, new_room
from bcp.compiled.sampling import draw_of, sampler_of
from bcp.compiled.tables import compile_chances
from bcp.graph.network import build_network
from benchmarks import shaken

SEED = np.uint64(1)

Figures = dict[str, float]


@njit(nogil=True)
def _runs(first, count, upto, held, seed, rule):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
    """Do *count* runs, each up to a part of it: 1 it is drawn, 2 ordered, 3 played."""
    tables, chances, draw, luck, order, room, figures = held
    for run in range(first, first + count):
        sample_into(chances, seed, run, draw, luck, tables.step_from)
        if upto > 1:
            order_into(tables, draw, rule, order, room)
        if upto > 2:
            play_into(tables, draw, order, room, figures)


class Bench:
    """One size: a compiled case, and some of its draws for the readable engine."""

    def __init__(self, components: int, samples: int) -> None:
        self.network = build_network(shaken.inventory(components))
        self.scenario = shaken.scenario()
        began = time.perf_counter()
        self.compiled = compile_chances(self.network, self.scenario)
        self.seconds_of_tables = time.perf_counter() - began
        sampler = sampler_of(self.compiled)
        draw, luck = sampler.blank()
        self.room, self.figures = new_room(self.compiled.tables), blank_figures(self.compiled)
        order = blank_order(self.compiled)
        self.held = (
            self.compiled.tables,
            sampler.chances,
            draw,
            luck,
            order,
            self.room,
            self.figures,
        )
        self.draws = [
            draw_of(self.compiled, sampler.draw(int(SEED), run)) for run in range(samples)
        ]

    def check(self) -> float:
        """See that both engines give the same; return how many tasks a run has."""
        tasks = 0
        for run, draw in enumerate(self.draws):
            case, state = play_draw(self.network, self.scenario, draw)
            tasks += len(state.works.done)
            told = [(held.down, held.back) for held in figures_of(case, state).values()]
            self.compiled_runs(1, 3, run)
            backs = [None if back < 0 else back for back in self.figures.back.tolist()]
            if told != list(zip(self.figures.down.tolist(), backs, strict=True)):
                raise SystemExit(f"run {run}: the engines differ")
        return tasks / len(self.draws)

    def compiled_runs(self, count: int, upto: int, first: int = 0) -> None:
        """Do *count* runs by the compiled engine."""
        _runs(first, count, upto, self.held, SEED, RULES["slack"])

    def readable_runs(self) -> None:
        """Order and play the drawn runs by the readable engine."""
        for draw in self.draws:
            figures_of(*play_draw(self.network, self.scenario, draw))


def seconds_of(action: Callable[[], None]) -> float:
    """Return how long *action* takes."""
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def measured(components: int, rounds: int, budget: float) -> Figures:
    """Return the figures of one size."""
    bench = Bench(components, max(1, min(20, 8000 // components)))
    tasks = bench.check()
    count = max(1, int(budget / seconds_of(lambda: bench.compiled_runs(10, 3)) * 10))
    best = [float("inf")] * 4
    for _ in range(rounds):
        for upto in (1, 2, 3):
            took = seconds_of(lambda upto=upto: bench.compiled_runs(count, upto)) / count  # type: ignore[misc]
            best[upto] = min(best[upto], took)
        best[0] = min(best[0], seconds_of(bench.readable_runs) / len(bench.draws))
    return {
        "tasks_a_run": tasks,
        "tables_s": bench.seconds_of_tables,
        "memory_mb": bench.room.memory.nbytes / 2**20,
        "draw_us": best[1] * 1e6,
        "order_us": (best[2] - best[1]) * 1e6,
        "play_us": (best[3] - best[2]) * 1e6,
        "runs_s": 1 / best[3],
        "readable_runs_s": 1 / best[0],
        "over_readable": best[0] / best[3],
    }


def main() -> None:
    """Measure every size in turn and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[200, 2000, 20_000])
    parser.add_argument("--quick", action="store_true", help="one short round")
    chosen = parser.parse_args()
    rounds, budget = (1, 0.2) if chosen.quick else (5, 1.0)
    found = {str(size): measured(size, rounds, budget) for size in chosen.sizes}
    columns = list(next(iter(found.values())))
    print(f"{'components':>10} " + " ".join(f"{name:>15}" for name in columns), file=sys.stderr)
    for size, row in found.items():
        figures = " ".join(f"{row[name]:>15,.2f}" for name in columns)
        print(f"{size:>10} {figures}", file=sys.stderr)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
