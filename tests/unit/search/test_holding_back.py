"""Orders that hold crews back: shortest projects, and schedules with gaps."""

from __future__ import annotations

from itertools import permutations

import pytest

from bcp.recovery.play import Case, build_case
from bcp.recovery.strategy import Order, plan_by
from bcp.search.judging import loss_of_order
from bcp.search.optimal import Optimal
from tests.support.tiny import inventory_of, scenario_of

# The long job needs both people, so whoever is never kept waiting does it last.
GAP = """
components:
  - {id: first, procedure: do-first}
  - {id: small, procedure: do-small}
  - {id: large, procedure: do-large}
  - {id: whole, requires: [first, small, large]}
functions:
  - {id: desk, rto: 0h, requires: [whole]}
  - {id: vault, weight: WEIGHT, rto: 0h, requires: [large]}
teams:
  - {id: ict, size: 2}
procedures:
  - {id: do-first, tasks: [{id: do, crew: {ict: 1}, duration: 1h}]}
  - {id: do-small, tasks: [{id: do, crew: {ict: 1}, duration: 9h}]}
  - {id: do-large, tasks: [{id: do, crew: {ict: 2}, duration: 4h, requires: [first]}]}
"""
DOWN = "[{at: 0h, damage: {select: {id: [first, small, large]}}}]"


def case_of(text: str) -> Case:
    """Return the case."""
    inventory = inventory_of(text)
    return build_case(inventory, scenario_of(DOWN, inventory))


def least(case: Case, *, holds_back: bool) -> float:
    """Return the least loss of any order, played one by one."""
    base = plan_by("slack", case.network, case.impact)
    return min(
        float(loss_of_order(case, Order(base.procedures, places, base.durations, holds_back)))
        for pairs in permutations(base.places)
        for places in ({pair: place for place, pair in enumerate(pairs)},)
    )


def test_waiting_may_be_better() -> None:
    """With leave to wait, the search finds the order that no crew at once kept busy allows."""
    case = case_of(GAP.replace("WEIGHT", "5"))
    free, bound = (Optimal(effort=25, hold_back=held).search(case) for held in (True, False))

    assert float(bound.loss) == least(case, holds_back=False)
    assert float(free.loss) == least(case, holds_back=True) < float(bound.loss)
    assert free.plan.holds_back
    assert not bound.plan.holds_back


@pytest.mark.parametrize("works", [4, 7])
def test_shortest_project_is_found(works: int) -> None:
    """Where one function waits for all works, the search for it finds the shortest project."""
    jobs = range(works)
    lines = ["components:"]
    lines += [f"  - {{id: j{k}, procedure: p{k}}}" for k in jobs]
    lines += [
        "functions:",
        f"  - {{id: all, rto: 0h, requires: [{', '.join(f'j{k}' for k in jobs)}]}}",
    ]
    lines += ["teams:", "  - {id: ict, size: 3}", "procedures:"]
    for k in jobs:
        waits = f", requires: [j{k - 3}]" if k >= 3 else ""
        crew, hours = k % 3 + 1, (k * 5) % 7 + 1
        task = f"{{id: do, crew: {{ict: {crew}}}, duration: {hours}h{waits}}}"
        lines.append(f"  - {{id: p{k}, tasks: [{task}]}}")
    inventory = inventory_of("\n".join(lines))
    down = f"[{{at: 0h, damage: {{select: {{id: [{', '.join(f'j{k}' for k in jobs)}]}}}}}}]"
    case = build_case(inventory, scenario_of(down, inventory))

    found = Optimal(effort=15, hold_back=True).search(case)

    assert float(found.loss) == least(case, holds_back=True)
