"""How long the annual plan takes, and whether its memory grows with the number of scenarios.

Run ``python benchmarks/document.py [--components N] [--rounds N]`` from the root of the checkout,
on Linux. Each round writes the document of Chikusei with all its scenarios, and of a made-up
inventory with three, as whole processes beside one ``bcp simulate`` of the same files; the least of
each counts. Then everything that a document is written from is gathered with 3 and with 30
scenarios, and the most memory that Python held is compared. Prints a table on standard error and
JSON on standard output.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
import tracemalloc
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bcp.cli.gathering import gather
from bcp.cli.options import Request
from benchmarks.workplaces import ROOT, least, show, workspace

DATE = ("--date", "2026-04-01")


def written(place: Path, scenario: str, folder: Path, rounds: int) -> dict[str, float]:
    """Return seconds and memory of writing the document of *place*, and of one simulation."""
    files = [part for suffix in ("docx", "pdf") for part in ("-o", str(folder / f"plan.{suffix}"))]
    jobs = {
        "simulate": ("simulate", scenario),
        "docx": ("document", *files[:2], "--force", *DATE),
        "docx_and_pdf": ("document", *files, "--force", *DATE),
    }
    return least(place, jobs, rounds)


def held(folder: Path, components: int, scenarios: int) -> float:
    """Return the most memory that gathering takes, in MiB as Python counts it."""
    place = workspace(folder / f"held-{scenarios}", components, scenarios)
    here = Path.cwd()
    os.chdir(place)
    try:
        gather(Request(local="ja"), parts=())
        gc.collect()
        tracemalloc.start()
        gathered = gather(Request(local="ja"), parts=())
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    finally:
        os.chdir(here)
    if len(gathered.dossier.outlooks) != scenarios:
        raise SystemExit("not every scenario was played")
    return peak / 2**20


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
        few, many = (held(folder, options.components, number) for number in (3, 30))
    figures["memory"] = {
        "few_mib": round(few, 1),
        "many_mib": round(many, 1),
        "many_over_few": round(many / few, 3),
    }
    show(figures)


if __name__ == "__main__":
    main()
