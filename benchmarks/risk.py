"""Monte Carlo: the compiled engine beside the readable one and beside a model in SimPy.

Run ``python benchmarks/risk.py [--full] [--million]`` from the root of the checkout. All ratios are
taken in one run, the parts in turns, so that a busy machine slows them alike; the best of the
rounds counts. Before anything is timed, all three have to give the same downtime of every function
for the same draws. Prints a table on standard error and JSON on standard output.

``speed``    runs a second and core at 200, 2,000 and 20,000 components, each run drawn, ordered and
             played, and how many times those of the readable engine and of SimPy that is. SimPy is
             given the draw and the order; the readable engine makes its order itself.
``growth``   seconds a run over those of the smallest size, over what n log n would be; and seconds
             a run for many runs over those for few: 1 is linear.
``workers``  two threads over one.
``memory``   the most memory held with 10,000 and with 100,000 runs, each in a process of its own.
``million``  1,000,000 runs of the earthquake of the sample city (``--million``).
"""

from __future__ import annotations

import argparse
import math
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from bcp.chance.draw import Draw
from bcp.chance.playing import figures_of, order_of_draw, play_draw
from bcp.compiled.sampling import draw_of
from bcp.graph.network import build_network
from bcp.recovery.strategy import Order
from bcp.risk.blocks import BLOCK, Job, prepared, run_block, runs_of
from bcp.risk.pieces import Threads, cut
from benchmarks import shaken, simpy_model, workplaces

Figures = dict[str, dict[str, float]]


def rate(act: Callable[[], int], seconds: float) -> float:
    """Return how many a second *act* does, which says how many it did."""
    done, began = 0, time.perf_counter()
    while True:
        done += act()
        spent = time.perf_counter() - began
        if spent >= seconds:
            return done / spent


class Bench:
    """One size: a job, and some of its runs drawn beforehand for the two slow ones."""

    def __init__(self, components: int, samples: int) -> None:
        self.components = components
        self.job = Job(shaken.inventory(components), shaken.scenario())
        self.held = prepared(self.job)
        self.network = build_network(self.job.inventory)
        self.world = simpy_model.world_of(self.network, self.job.scenario)
        compiled, sampler = self.held.compiled, self.held.sampler
        self.draws = [draw_of(compiled, sampler.draw(self.job.seed, run)) for run in range(samples)]
        self.orders = [order_of_draw(self.network, self.job.scenario, d) for d in self.draws]
        self.next = 0

    def compiled(self) -> int:
        """Draw, order and play a hundred runs, or as many as are enough."""
        number = max(2, 20_000 // self.components)
        runs_of(self.job, self.next, number)
        self.next += number
        return number

    def readable(self) -> int:
        """Play the drawn runs by the engine that is written to be read."""
        for draw in self.draws:
            self._readably(draw)
        return len(self.draws)

    def simpy(self) -> int:
        """Play the drawn runs as processes."""
        for draw, order in zip(self.draws, self.orders, strict=True):
            self._as_processes(draw, order)
        return len(self.draws)

    def _readably(self, draw: Draw) -> dict[str, int]:
        case, state = play_draw(self.network, self.job.scenario, draw, "slack")
        return {id_: held.down for id_, held in figures_of(case, state).items()}

    def _as_processes(self, draw: Draw, order: Order) -> dict[str, int]:
        return simpy_model.downtimes(self.world, draw, lambda c, task: order.places[c, task])

    def check(self) -> float:
        """See that all three give the same; return how many tasks a run has."""
        played = runs_of(self.job, 0, len(self.draws))
        for run, (draw, order) in enumerate(zip(self.draws, self.orders, strict=True)):
            found = dict(
                zip(self.held.compiled.functions, played.downtime[run].tolist(), strict=True)
            )
            for told in (self._readably(draw), self._as_processes(draw, order)):
                if told != found:
                    raise SystemExit(f"{self.components} components, run {run}: not the same")
        return sum(len(order.places) for order in self.orders) / len(self.orders)


def speed(sizes: Iterable[int], rounds: int, seconds: float) -> Figures:
    """Return runs a second of the three engines, and the ratios."""
    found: Figures = {}
    for components in sizes:
        bench = Bench(components, max(1, min(20, 4000 // components)))
        tasks = bench.check()
        best = dict.fromkeys(("compiled", "readable", "simpy"), 0.0)
        for _ in range(rounds):
            for name in best:
                best[name] = max(best[name], rate(getattr(bench, name), seconds))
        found[f"{components}"] = {
            "tasks_a_run": round(tasks),
            **{f"{name}_runs_s": round(figure, 1) for name, figure in best.items()},
            "over_readable": round(best["compiled"] / best["readable"], 1),
            "over_simpy": round(best["compiled"] / best["simpy"], 1),
        }
    first = min(found, key=int)
    for size, row in found.items():
        n, m = int(size), int(first)
        slower = found[first]["compiled_runs_s"] / row["compiled_runs_s"]
        row["over_n_log_n"] = round(slower / (n * math.log(n) / (m * math.log(m))), 2)
    return found


def growth(components: int, runs: int) -> Figures:
    """Return seconds a run for few and many runs."""
    job = Job(shaken.inventory(components), shaken.scenario())
    run_block(job, 0)
    spent = {}
    for number in (runs, 4 * runs):
        began = time.perf_counter()
        for block in range(number // BLOCK):
            run_block(job, block)
        spent[number] = (time.perf_counter() - began) / number
    few, many = spent.values()
    return {"runs": {"few": runs, "many": 4 * runs, "many_over_few": round(many / few, 3)}}


def workers(components: int, runs: int, rounds: int) -> Figures:
    """Return how much faster two threads are than one."""
    job = Job(shaken.inventory(components), shaken.scenario())
    run_block(job, 0)
    best = {1: math.inf, 2: math.inf}
    for _ in range(rounds):
        for hands, least in best.items():
            began = time.perf_counter()
            for _ in Threads(hands)(cut("", job, range(runs // BLOCK), hands)):
                pass
            best[hands] = min(least, time.perf_counter() - began)
    return {
        "threads": {
            "one_s": round(best[1], 2),
            "two_s": round(best[2], 2),
            "ratio": round(best[1] / best[2], 2),
        }
    }


def memory(components: int) -> Figures:
    """Return the most memory held with few and with many runs, in MiB."""
    found = {}
    for runs in (10_000, 100_000):
        command = [sys.executable, __file__, "--child", str(components), str(runs)]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        found[f"{runs}_mib"] = round(float(said), 1)
    few, many = found.values()
    return {"memory": {**found, "many_over_few": round(many / few, 2)}}


def child(components: int, runs: int) -> None:
    """Play so many runs and print the most memory held, in MiB."""
    job = Job(shaken.inventory(components), shaken.scenario())
    tally = None
    for _, found in Threads(2)(cut("", job, range(runs // BLOCK), 2)):
        tally = found if tally is None else tally.merge(found)
    print(most_memory())


def most_memory() -> float:
    """Return the most memory that this process has held, in MiB.

    What `getrusage` says begins with what the parent held when it made this process.
    """
    status = Path("/proc/self/status")
    if status.exists():
        (held,) = re.findall(r"^VmHWM:\s+(\d+) kB", status.read_text(), re.MULTILINE)
        return int(held) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def million() -> Figures:
    """Return how long 1,000,000 runs of the sample city's earthquake take on all cores."""
    from bcp.cli.risk_places import cores
    from bcp.inventory.load import load_inventory
    from bcp.scenario.load import load_scenario

    loaded = load_inventory(workplaces.ROOT / "inventory" / "chikusei")
    path = workplaces.ROOT / "scenarios" / "chikusei" / "quake-holiday-night.yaml"
    job = Job(loaded.inventory, load_scenario(path, loaded).scenario)
    run_block(job, 0)
    hands, runs = cores(), 1_000_000
    began, tally = time.perf_counter(), None
    for _, found in Threads(hands)(cut("", job, range(runs // BLOCK), hands)):
        tally = found if tally is None else tally.merge(found)
    spent = time.perf_counter() - began
    return {
        "million": {"threads": hands, "seconds": round(spent, 1), "runs_s": round(runs / spent)}
    }


def main() -> None:
    """Measure what was asked for and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true", help="all sizes, and long enough to trust")
    parser.add_argument("--million", action="store_true")
    parser.add_argument("--child", type=int, nargs=2, metavar=("COMPONENTS", "RUNS"))
    chosen = parser.parse_args()
    if chosen.child:
        child(*chosen.child)
        return
    sizes = (200, 2_000, 20_000) if chosen.full else (200, 2_000)
    rounds, seconds = (3, 4.0) if chosen.full else (2, 1.0)
    found: dict[str, Any] = speed(sizes, rounds, seconds)
    found |= growth(200, 40_000 if chosen.full else 10_000)
    found |= workers(200, 200_000 if chosen.full else 40_000, rounds)
    found |= memory(200)
    if chosen.million:
        found |= million()
    workplaces.show(found)


if __name__ == "__main__":
    main()
