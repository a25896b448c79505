"""Makes the machine code that tests need, once, before several of them want it at the same time.

Each process of the tests would otherwise compile the same kernels for itself. What is not made here
is made when it is first wanted: nothing depends on this but time.
"""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_dir

from bcp.inventory.load import load_inventory
from bcp.scenario.load import load_scenario
from tests.support.tiny import inventory_of, scenario_of

ROOT = Path(__file__).resolve().parents[1]
PROJECT = """
components:
  - {id: first, procedure: do-first}
  - {id: large, procedure: do-large}
  - {id: whole, requires: [first, large]}
functions:
  - {id: desk, rto: 0h, requires: [whole]}
teams: [{id: ict, size: 2}]
procedures:
  - {id: do-first, tasks: [{id: do, crew: {ict: 1}, duration: 1h}]}
  - {id: do-large, tasks: [{id: do, crew: {ict: 2}, duration: 4h}]}
"""
MORE = "  - {id: vault, rto: 1h, requires: [large]}\nteams:"
CHOICE = PROJECT.replace("procedure: do-first", "procedure: [do-first, do-large]")
DOWN = "[{at: 0h, damage: {select: {id: [first, large]}}}]"


def main() -> None:
    """Let everything that is compiled run for a moment."""
    # As tests/conftest.py has it: the place of the user, whatever a test says later.
    os.environ.setdefault("NUMBA_CACHE_DIR", user_cache_dir("bcp", appauthor=False))
    from bcp.compiled.failures import pair_failures, single_failures
    from bcp.graph.network import build_network
    from bcp.recovery.play import build_case
    from bcp.risk.blocks import Job, run_block
    from bcp.search.optimal import Optimal

    loaded = load_inventory(ROOT / "inventory" / "chikusei")
    path = ROOT / "scenarios" / "chikusei" / "quake-holiday-night.yaml"
    run_block(Job(loaded.inventory, load_scenario(path, loaded).scenario, runs=2), 0)
    network = build_network(loaded.inventory)
    single_failures(network).by_component()
    pair_failures(network)
    for text in (PROJECT, PROJECT.replace("teams:", MORE), CHOICE):
        for hold_back in (False, True):
            inventory = inventory_of(text)
            case = build_case(inventory, scenario_of(DOWN, inventory))
            Optimal(effort=3, hold_back=hold_back).search(case)


if __name__ == "__main__":
    main()
