"""Inventories that an earthquake strikes, of any size: about a fifth of everything is damaged.

Layers as in :mod:`benchmarks.synthetic`, but with a procedure for every component, crews that
arrive over a day, and nothing that a plain discrete-event model could not say: all losses fall into
the first instant, groups are "k of n" without reserves and changeovers.
"""

from __future__ import annotations

import random
from typing import Any

from bcp.inventory.models import Inventory
from bcp.memory import paused_gc
from bcp.scenario.models import Scenario

_LAYERS = ("power", "network", "server", "storage", "service", "service")
_SHARES = (2, 6, 15, 7, 30, 40)
"""How many components in a hundred the layers have."""
_TEAMS = 12
_PROCEDURES = 20

Tree = dict[str, Any]


def inventory(n: int, seed: int = 0) -> Inventory:
    """Return the inventory of *n* components."""
    with paused_gc():
        return Inventory.model_validate(tree(n, seed))


def tree(n: int, seed: int = 0) -> Tree:
    """Return the inventory of *n* components as the tree that its YAML text has."""
    rng = random.Random(seed)
    sizes = [max(1, n * share // 100) for share in _SHARES]
    sizes[-1] += n - sum(sizes)
    layers = [
        [f"{kind}-{level}-{place:05d}" for place in range(size)]
        for level, (kind, size) in enumerate(zip(_LAYERS, sizes, strict=True))
    ]
    return {
        "organisation": {"id": f"shaken-{n}-{seed}", "name": f"合成 {n}-{seed}"},
        "components": [
            _component(rng, layers, level, place)
            for level, layer in enumerate(layers)
            for place in range(len(layer))
        ],
        "functions": [_function(rng, layers[-1], number) for number in range(max(1, n // 20))],
        "teams": [_team(rng, number, n) for number in range(_TEAMS)],
        "procedures": [_procedure(rng, number) for number in range(_PROCEDURES)],
    }


def _component(rng: random.Random, layers: list[list[str]], level: int, place: int) -> Tree:
    groups = [_group(rng, layers, level, place) for _ in range(rng.randint(1, 4))] if level else []
    return {
        "id": layers[level][place],
        "kind": _LAYERS[level],
        "requires": groups,
        "startup": rng.choice(["0h", "5m", "10m", "20m"]),
        "procedure": f"procedure-{rng.randrange(_PROCEDURES)}",
    }


def _group(rng: random.Random, layers: list[list[str]], level: int, place: int) -> Any:
    """Return one provider of the layer below, near by, or most of a few."""
    below = layers[max(0, level - rng.choice([1, 1, 1, 2]))]
    middle = place * len(below) // len(layers[level])
    near = [below[(middle + rng.randint(-3, 3)) % len(below)] for _ in range(3)]
    names = list(dict.fromkeys(near))
    if rng.random() < 0.5 or len(names) == 1:
        return names[0]
    return {"any_of": names, "at_least": len(names) - 1}


def _function(rng: random.Random, top: list[str], number: int) -> Tree:
    rto = rng.choice([6, 12, 24, 72])
    return {
        "id": f"function-{number:05d}",
        "rank": rng.choice(["S", "A", "B", "C"]),
        "weight": str(rng.randint(1, 10)),
        "rto": f"{rto}h",
        "mtpd": f"{rto * 4}h",
        "requires": list(dict.fromkeys(rng.choice(top) for _ in range(3))),
    }


def _team(rng: random.Random, number: int, n: int) -> Tree:
    is_vendor = number % 3 == 0
    steps = {"4h": "50%", "8h": "100%"} if is_vendor else {"0h": "20%", "3h": "60%", "24h": "100%"}
    size = rng.randint(4, 8) + n // 200
    return {"id": f"team-{number}", "size": size, "vendor": is_vendor, "assembly": steps}


def _procedure(rng: random.Random, number: int) -> Tree:
    one, other = (f"team-{place}" for place in rng.sample(range(_TEAMS), 2))
    high = f"{rng.randint(4, 9)}h"
    tasks: list[Tree] = [
        {
            "id": "inspect",
            "crew": {one: 1},
            "duration": {"low": "10m", "likely": "30m", "high": "2h"},
        },
        {
            "id": "restore",
            "crew": {one: 1, other: 1},
            "duration": {"low": "1h", "likely": "2h", "high": high},
            "after": ["inspect"],
            "requires": ["own"],
        },
    ]
    if number % 2:
        verify = {"id": "verify", "crew": {one: 1}, "duration": "20m", "after": ["restore"]}
        tasks.append(verify)
    return {"id": f"procedure-{number}", "tasks": tasks}


def scenario(share: str = "20%", horizon: str = "60d") -> Scenario:
    """Return the earthquake: each component is hit by chance, and one power source fails."""
    kinds = sorted(set(_LAYERS))
    damage = {"select": {"kind": kinds}, "share": share}
    outage = {"select": {"id": "power-0-00000"}, "for": "24h"}
    head = {
        "id": "shaken",
        "severity": "disaster",
        "assembly": True,
        "horizon": horizon,
        "likelihood": "0.02",
    }
    return Scenario.model_validate(
        {
            "scenario": head,
            "events": [{"at": "0h", "damage": damage}, {"at": "0h", "outage": outage}],
        }
    )
