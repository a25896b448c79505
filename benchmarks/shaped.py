"""Made-up cases of recovery with the shape of ours: layers of components, few crews, many RTOs.

Each component has one task for one crew and stands on one to three components of the layers below;
functions hang on one to three components of any layer. RTOs are spread over the time that the work
takes if it is shared evenly, so that many cannot be met. An outage weighs nothing, so the loss is weighted lateness alone. The same
seed makes the same case.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

from bcp.inventory.models import Inventory
from bcp.scenario.models import Scenario

_TASKS_A_LAYER = 12


@dataclass(frozen=True, slots=True)
class Shape:
    """How a case is made up."""

    tasks: int
    crews: int
    seed: int = 0
    hold_back: bool = True
    """Whether crews may be kept for what is more urgent than what can start."""


def shaped(shape: Shape) -> tuple[Inventory, Scenario]:
    """Return an inventory of which everything is damaged, and the scenario that does it."""
    rng = random.Random(f"{shape.tasks} {shape.crews} {shape.seed}")
    hours = [rng.choice([1, 1, 2, 2, 3, 4, 6, 8]) for _ in range(shape.tasks)]
    span = sum(hours) / shape.crews
    tree = {
        "organisation": {"id": "shaped", "outage_weight": "0", "hold_back": shape.hold_back},
        "teams": [{"id": f"crew-{k}", "size": "1"} for k in range(shape.crews)],
        "components": [
            {"id": f"c{i}", "kind": "server", "procedure": f"p{i}"} for i in range(shape.tasks)
        ],
        "procedures": [_procedure(rng, shape, i, hours[i]) for i in range(shape.tasks)],
        "functions": [_function(rng, shape, i, span) for i in range(max(3, shape.tasks // 4))],
    }
    head = {"id": "all", "horizon": f"{2 * sum(hours) + 24}h"}
    event = {"at": "0h", "damage": {"select": {"kind": "server"}}}
    return (
        Inventory.model_validate(tree),
        Scenario.model_validate({"scenario": head, "events": [event]}),
    )


def _procedure(rng: random.Random, shape: Shape, number: int, hours: int) -> dict[str, Any]:
    below = number // _TASKS_A_LAYER * _TASKS_A_LAYER
    near = range(max(0, below - 4 * _TASKS_A_LAYER), below)
    wanted = rng.sample(near, min(len(near), rng.randint(1, 3)))
    task: dict[str, Any] = {
        "id": "do",
        "crew": {f"crew-{rng.randrange(shape.crews)}": "1"},
        "duration": f"{hours}h",
    }
    if wanted:
        task["requires"] = [f"c{i}" for i in sorted(wanted)]
    return {"id": f"p{number}", "tasks": [task]}


def _function(rng: random.Random, shape: Shape, number: int, span: float) -> dict[str, Any]:
    wanted = rng.sample(range(shape.tasks), min(shape.tasks, rng.randint(1, 3)))
    reached = (max(wanted) + 1) / shape.tasks
    rto = max(1, round(span * reached * rng.uniform(0.3, 1.1)))
    return {
        "id": f"f{number}",
        "weight": str(rng.randint(1, 10)),
        "rto": f"{rto}h",
        "rank": rng.choice("SABC"),
        "requires": [f"c{i}" for i in sorted(wanted)],
    }
