"""How long the managers' page takes, and how large it gets.

Run ``python benchmarks/page.py [--components N] [--rounds N]`` from the root of the checkout, on
Linux. Each round writes the page of Chikusei with all its scenarios, and of a made-up inventory
with three, as whole processes beside one ``bcp simulate`` of the same files; the least of each
counts. Prints a table on standard error and JSON on standard output.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.workplaces import ROOT, least, show, workspace


def written(place: Path, scenario: str, folder: Path, rounds: int) -> dict[str, float]:
    """Return seconds, memory and size of the page of *place*, beside one simulation."""
    page = folder / "page.html"
    jobs = {
        "simulate": ("simulate", scenario),
        "page": ("report", "-o", str(page), "--force", "--date", "2026-04-01"),
    }
    found = least(place, jobs, rounds)
    return found | {"size_kib": round(page.stat().st_size / 1024)}


def main() -> None:
    """Measure, and print a table and JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--components", type=int, default=3000)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        large = workspace(folder / "large", options.components, 3)
        figures = {
            "chikusei": written(ROOT, "quake-working-hours", folder, options.rounds),
            "large": written(large, "case-00", folder, options.rounds),
        }
    show(figures)


if __name__ == "__main__":
    main()
