"""How long an inventory takes to load, against PyYAML's CSafeLoader parsing the same files.

Run ``python benchmarks/load.py [--components N] [--rounds N]`` from the root of the checkout. The
first load validates, keeps lines and writes the cache; the second reads it. The rounds take turns,
so that a busy machine slows all three alike; the least of each counts. Prints a table on standard
error and JSON on standard output.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import yaml

from bcp.inventory.cache import Cache
from bcp.inventory.load import load_inventory
from benchmarks.synthetic import texts


def measure(components: int, rounds: int) -> dict[str, float]:
    """Return seconds and ratios for an inventory of *components* components."""
    with tempfile.TemporaryDirectory() as held:
        folder, kept = Path(held, "inventory"), Path(held, "cache")
        folder.mkdir()
        size = 0
        for name, text in texts(components).items():
            size += (folder / name).write_bytes(text.encode())
        cache = Cache(kept)
        cold = load_inventory(folder, cache=cache)
        if load_inventory(folder, cache=cache) != cold:
            raise SystemExit("the cache gives something else")
        del cold
        jobs: dict[str, Callable[[], object]] = {
            "csafeloader": lambda: [_parse(path) for path in sorted(folder.iterdir())],
            "first": lambda: load_inventory(folder, cache=Cache(Path(tempfile.mkdtemp(dir=held)))),
            "again": lambda: load_inventory(folder, cache=cache),
        }
        least = {name: float("inf") for name in jobs}
        for _ in range(rounds):
            for name, job in jobs.items():
                least[name] = min(least[name], _seconds(job))
    return {
        "components": components,
        "bytes": size,
        **{f"{name}_s": round(seconds, 4) for name, seconds in least.items()},
        "first_over_csafeloader": round(least["first"] / least["csafeloader"], 4),
        "again_over_csafeloader": round(least["again"] / least["csafeloader"], 4),
    }


def _parse(path: Path) -> object:
    with path.open("rb") as stream:
        return yaml.load(stream, Loader=yaml.CSafeLoader)


def _seconds(job: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def main() -> None:
    """Measure, and print a table and JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--components", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    figures = measure(options.components, options.rounds)
    for name, figure in figures.items():
        print(f"{name:>24} {figure:>12,}", file=sys.stderr)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
