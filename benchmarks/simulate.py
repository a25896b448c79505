"""How one simulation grows with the inventory: 1,000 to 100,000 components.

Run ``python benchmarks/simulate.py [--sizes N N N] [--rounds N]`` from the root of the checkout.
Each round simulates every size once (network, play and result), so that a busy machine slows all
of them alike; the least of each counts. A ratio of 1 is n log n from the smallest size on. Prints
a table on standard error and JSON on standard output.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bcp.inventory.models import Inventory
from bcp.recovery.simulate import simulate
from benchmarks import synthetic


def timed(inventory: Inventory) -> dict[str, float]:
    """Return the seconds of one simulation, and how much there was to do."""
    began = time.perf_counter()
    result = simulate(inventory, synthetic.scenario())
    return {
        "seconds": time.perf_counter() - began,
        "tasks": len(result.tasks),
        "down": sum(bool(held.down) for held in result.components.values()),
    }


def main() -> None:
    """Measure every size in turn and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    inventories = {n: synthetic.inventory(n) for n in chosen.sizes}
    best: dict[int, dict[str, float]] = {}
    for _ in range(chosen.rounds):
        for n, inventory in inventories.items():
            row = timed(inventory)
            best[n] = min(best.get(n, row), row, key=lambda held: held["seconds"])
    small = chosen.sizes[0]
    print(f"{'components':>10} {'tasks':>7} {'down':>7} {'s':>8} {'/ n log n':>9}", file=sys.stderr)
    for n, row in best.items():
        grown = (n * math.log(n)) / (small * math.log(small))
        row["over_n_log_n"] = round(row["seconds"] / best[small]["seconds"] / grown, 3)
        counts = f"{n:>10} {row['tasks']:>7} {row['down']:>7}"
        print(f"{counts} {row['seconds']:>8.3f} {row['over_n_log_n']:>9.2f}", file=sys.stderr)
    print(json.dumps({str(n): row for n, row in best.items()}))


if __name__ == "__main__":
    main()
