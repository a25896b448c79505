"""Made-up cases of recovery with the shape of ours: layers of components, few crews, RTOs in steps.

Two forms, the same case for the same seed; everything is damaged, each component has one task, and
an outage weighs nothing, so the loss is weighted lateness alone.

`town`
    A municipality: six layers, from buildings and power to terminals, however many components there
    are. A component stands on one or two of the layer below that lie near it (its own system), and
    every third on one more of the two lowest layers. The three lowest layers are the work of a
    quarter of the teams, the systems above are shared among the others. Teams have 1 to 4 people;
    every fourth task takes two of them. Most functions need one system, some up to five, and every
    other one terminals besides. RTOs are the steps of business continuity plans (3 hours, 1 day,
    3 days, 1 week, 2 weeks) in proportion: the longest is the time that all work takes if it is
    shared evenly. Ranks and weights follow the RTOs.
`deep`
    Layers of twelve components, so the more components the longer the chains: each stands on one to
    three of the four layers below, for one of as many teams of one person. Functions hang on one to
    three components of any layer, and RTOs grow with the layer. A function waits for a third of all
    works, so hardly anything can be done before anything else: the harder case for a search, and
    the one with less to be gained by it.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from bcp.inventory.models import Inventory
from bcp.scenario.models import Scenario

Form = Literal["town", "deep"]

_TASKS_A_LAYER = 12
_SHARES = (0.03, 0.07, 0.10, 0.20, 0.30, 0.30)
"""Of a town's components by layer: power, network, platform, data, systems, terminals."""
_SHARED, _SYSTEMS, _TERMINALS = 3, 4, 5
"""How many layers all share; the layers of systems and of terminals."""
_STEPS = (("S", 3, 10), ("A", 24, 8), ("B", 72, 6), ("B", 168, 4), ("C", 336, 2))
"""Rank, RTO in hours, most weight."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a case is made up."""

    tasks: int
    crews: int
    seed: int = 0
    hold_back: bool = True
    """Whether crews may be kept for what is more urgent than what can start."""
    form: Form = "deep"


def shaped(shape: Shape) -> tuple[Inventory, Scenario]:
    """Return an inventory of which everything is damaged, and the scenario that does it."""
    rng = random.Random(f"{shape.tasks} {shape.crews} {shape.seed}")
    hours = [rng.choice([1, 1, 2, 2, 3, 4, 6, 8]) for _ in range(shape.tasks)]
    make = _town if shape.form == "town" else _deep
    tree = {
        "organisation": {"id": "shaped", "outage_weight": "0", "hold_back": shape.hold_back},
        "components": [
            {"id": f"c{i}", "kind": "server", "procedure": f"p{i}"} for i in range(shape.tasks)
        ],
        **make(rng, shape, hours),
    }
    head = {"id": "all", "horizon": f"{2 * sum(hours) + 24}h"}
    event = {"at": "0h", "damage": {"select": {"kind": "server"}}}
    return (
        Inventory.model_validate(tree),
        Scenario.model_validate({"scenario": head, "events": [event]}),
    )


def _procedure(number: int, hours: int, wanted: Iterable[int], team: int, heads: int) -> Any:
    task: dict[str, Any] = {
        "id": "do",
        "crew": {f"crew-{team}": str(heads)},
        "duration": f"{hours}h",
    }
    needs = [f"c{i}" for i in sorted(wanted)]
    if needs:
        task["requires"] = needs
    return {"id": f"p{number}", "tasks": [task]}


# --- a municipality ----------------------------------------------------------------------------


def _town(rng: random.Random, shape: Shape, hours: Sequence[int]) -> dict[str, Any]:
    layers = _layers(shape.tasks)
    sizes = [rng.randint(1, 4) for _ in range(shape.crews)]
    common = max(1, shape.crews // 4)
    procedures, work = [], 0
    for level, layer in enumerate(layers):
        for place, number in enumerate(layer):
            team = rng.randrange(common) if level < _SHARED else rng.randrange(common, shape.crews)
            heads = 2 if sizes[team] > 1 and rng.random() < 0.25 else 1
            wanted = _needs(rng, layers, level, place)
            procedures.append(_procedure(number, hours[number], wanted, team, heads))
            work += hours[number] * heads
    span = work / sum(sizes)
    return {
        "teams": [{"id": f"crew-{k}", "size": str(size)} for k, size in enumerate(sizes)],
        "procedures": procedures,
        "functions": [
            _service(rng, layers, number, span) for number in range(max(3, shape.tasks // 4))
        ],
    }


def _layers(tasks: int) -> list[range]:
    edges = [0]
    for share in _SHARES[:-1]:
        edges.append(min(tasks, edges[-1] + max(1, round(share * tasks))))
    return [range(a, b) for a, b in zip(edges, [*edges[1:], tasks], strict=True)]


def _needs(rng: random.Random, layers: Sequence[range], level: int, place: int) -> set[int]:
    if level == 0:
        return set()
    wanted = {
        _near(rng, layers[level - 1], place / len(layers[level])) for _ in range(rng.randint(1, 2))
    }
    if level > 1 and rng.random() < 1 / 3:
        wanted.add(rng.choice(layers[rng.randrange(2)]))
    return wanted


def _near(rng: random.Random, layer: range, share: float) -> int:
    """Return a component of a layer near to a place in it."""
    place = round(share * len(layer)) + rng.randint(-3, 3)
    return layer[min(len(layer) - 1, max(0, place))]


def _service(
    rng: random.Random, layers: Sequence[range], number: int, span: float
) -> dict[str, Any]:
    share = rng.random()
    count = rng.choice([1, 1, 1, 2, 3, 5])
    wanted = {_near(rng, layers[_SYSTEMS], share) for _ in range(count)}
    if rng.random() < 0.5:
        wanted.add(_near(rng, layers[_TERMINALS], share))
    rank, step, most = rng.choice(_STEPS)
    minutes = max(1, round(60 * span * step / _STEPS[-1][1]))
    return _function(number, rng.randint(1, most), f"{minutes}m", rank, wanted)


def _function(number: int, weight: int, rto: str, rank: str, wanted: set[int]) -> dict[str, Any]:
    return {
        "id": f"f{number}",
        "weight": str(weight),
        "rto": rto,
        "rank": rank,
        "requires": [f"c{i}" for i in sorted(wanted)],
    }


# --- long chains -------------------------------------------------------------------------------


def _deep(rng: random.Random, shape: Shape, hours: Sequence[int]) -> dict[str, Any]:
    span = sum(hours) / shape.crews
    return {
        "teams": [{"id": f"crew-{k}", "size": "1"} for k in range(shape.crews)],
        "procedures": [_link(rng, shape, i, hours[i]) for i in range(shape.tasks)],
        "functions": [_late(rng, shape, i, span) for i in range(max(3, shape.tasks // 4))],
    }


def _link(rng: random.Random, shape: Shape, number: int, hours: int) -> Any:
    below = number // _TASKS_A_LAYER * _TASKS_A_LAYER
    near = range(max(0, below - 4 * _TASKS_A_LAYER), below)
    wanted = rng.sample(near, min(len(near), rng.randint(1, 3)))
    return _procedure(number, hours, wanted, rng.randrange(shape.crews), 1)


def _late(rng: random.Random, shape: Shape, number: int, span: float) -> dict[str, Any]:
    wanted = set(rng.sample(range(shape.tasks), min(shape.tasks, rng.randint(1, 3))))
    reached = (max(wanted) + 1) / shape.tasks
    rto = max(1, round(span * reached * rng.uniform(0.3, 1.1)))
    return _function(number, rng.randint(1, 10), f"{rto}h", rng.choice("SABC"), wanted)
