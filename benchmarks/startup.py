"""How long bcp takes to start, beside the imports it cannot do without, in one run.

``python benchmarks/startup.py`` prints the medians in milliseconds and their ratios.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 15
ROOT = Path(__file__).resolve().parents[1]
SMALL = ROOT / "tests" / "data" / "examples" / "chain" / "inventory"
YARDSTICK = ["-c", "import pydantic, yaml, rich"]
COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "python -c 'import pydantic, yaml, rich'": YARDSTICK,
    "bcp --help": ["-m", "bcp", "--help"],
    "bcp": ["-m", "bcp"],
    "bcp check (3 boxes)": ["-m", "bcp", "check", "--inventory", str(SMALL)],
    "bcp check (3 boxes, --no-cache)": [
        "-m",
        "bcp",
        "check",
        "--no-cache",
        "--inventory",
        str(SMALL),
    ],
    "bcp check (Chikusei)": ["-m", "bcp", "check", "--inventory", "chikusei"],
    "bcp check (Chikusei, --no-cache)": ["-m", "bcp", "check", "--no-cache"],
    "bcp simulate (3 boxes)": ["-m", "bcp", "simulate", str(SMALL.parent / "scenario.yaml")],
}


def measure(arguments: list[str], environment: dict[str, str]) -> float:
    """Return the milliseconds that one run takes."""
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return (time.perf_counter() - begun) * 1000


def main() -> None:
    """Print the table. The commands take turns, so that a busy machine slows all of them alike."""
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "XDG_CACHE_HOME": cache, "LOCALAPPDATA": cache}
        times: dict[str, list[float]] = {name: [] for name in COMMANDS}
        for arguments in COMMANDS.values():
            measure(arguments, environment)  # compiles, and fills the cache
        for _ in range(RUNS):
            for name, arguments in COMMANDS.items():
                times[name].append(measure(arguments, environment))
    yardstick = statistics.median(times["python -c 'import pydantic, yaml, rich'"])
    for name, held in times.items():
        median = statistics.median(held)
        print(f"{name:42} {median:7.1f} ms  {median / yardstick:5.2f}")


if __name__ == "__main__":
    main()
