"""Layered inventories of any size, the same for the same seed: as YAML texts or as models.

Each component requires some of the layers below it, mostly near to its own number, as real
systems do: a few alternatives, a few "2 of 3", a few reserves, no circles.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from typing import Any

from bcp.inventory.models import Inventory
from bcp.memory import paused_gc
from bcp.scenario.models import Scenario

LAYERS = ("power", "network", "server", "storage", "service", "data", "service", "service")
"""The kinds of the layers, from the bottom up."""
_SHARES = (1, 2, 4, 4, 6, 8, 10, 12)
"""How many components the layers have, relative to each other."""
_TEAMS = 12
_PROCEDURES = 20
_SITES = 5

Tree = dict[str, Any]


def tree(n: int, seed: int = 0) -> Tree:
    """Return an inventory of *n* components as the tree that its YAML text has: all text."""
    rng = random.Random(seed)
    layers = _layers(n)
    components = [
        _component(rng, layers, level, place)
        for level, layer in enumerate(layers)
        for place in range(len(layer))
    ]
    return {
        "organisation": {
            "id": f"synthetic-{n}",
            "name": f"合成 {n}",
            "ranks": ["S", "A", "B", "C"],
        },
        "components": [*_sites(), *components][:n],
        "functions": [_function(rng, layers, number) for number in range(max(1, n // 20))],
        "teams": [_team(rng, number, n) for number in range(_TEAMS)],
        "procedures": [_procedure(rng, number) for number in range(_PROCEDURES)],
    }


def _layers(n: int) -> list[list[str]]:
    """Return the ids of each layer, with those of the sites *n* in all."""
    left, whole = max(len(LAYERS), n - _SITES), sum(_SHARES)
    sizes = [max(1, left * share // whole) for share in _SHARES]
    sizes[-1] += left - sum(sizes)
    return [
        [f"{kind}-{level}-{place:06d}" for place in range(size)]
        for level, (kind, size) in enumerate(zip(LAYERS, sizes, strict=True))
    ]


def _sites() -> Iterator[Tree]:
    for number in range(_SITES):
        yield {"id": f"site-{number}", "name": f"庁舎 {number}", "kind": "site"}


def _component(rng: random.Random, layers: list[list[str]], level: int, place: int) -> Tree:
    item: Tree = {
        "id": layers[level][place],
        "name": f"構成要素 {level}-{place}",
        "name_en": f"Component {level}-{place}",
        "kind": LAYERS[level],
        "within": f"site-{place % _SITES}",
    }
    if level:
        groups = [_group(rng, layers, level, place) for _ in range(rng.randint(3, 5))]
        item["requires"] = groups
    if level and not rng.randrange(10):
        item["starts_with"] = [_near(rng, layers[level - 1], place, len(layers[level]))]
    item["startup"] = rng.choice(["0h", "5m", "10m", "20m"])
    item["procedure"] = f"procedure-{rng.randrange(_PROCEDURES)}"
    if LAYERS[level] == "data":
        item["backups"] = [{"at": layers[3][place % len(layers[3])], "every": "24h", "age": "6h"}]
    item["source"] = f"合成データ 第{level}層 {place}番目 業務システム台帳"
    item["assumed"] = {"startup": "同種の機器の起動時間から", "requires": "構成図から"}
    item["tags"] = ["plain" if rng.randrange(10) else "core", f"zone-{place % 50}"]
    return item


def _near(rng: random.Random, layer: list[str], place: int, width: int) -> str:
    """Return one of *layer* that stands about where *place* stands among *width*."""
    middle = place * len(layer) // width
    return layer[(middle + rng.randint(-3, 3)) % len(layer)]


def _group(rng: random.Random, layers: list[list[str]], level: int, place: int) -> Any:
    below = layers[max(0, level - rng.choice([1, 1, 1, 2]))]
    width = len(layers[level])
    names = list(dict.fromkeys(_near(rng, below, place, width) for _ in range(3)))
    sort = rng.choices(("one", "spare", "most", "reserve", "slow"), weights=(50, 25, 10, 10, 5))[0]
    if sort == "one" or len(names) == 1:
        return names[0]
    if sort == "spare":
        return {"any_of": names[:2]}
    if sort == "most":
        return {"any_of": names, "at_least": str(len(names) - 1)}
    if sort == "reserve":
        return {"any_of": names[:1], "holdover": "30m", "held_by": layers[0][0]}
    return {"any_of": names[:2], "switchover": "5m"}


def _function(rng: random.Random, layers: list[list[str]], number: int) -> Tree:
    top = layers[-1]
    rto = rng.choice([1, 3, 6, 12, 24])
    item: Tree = {
        "id": f"function-{number:05d}",
        "name": f"業務 {number}",
        "department": f"課 {number % 30}",
        "rank": rng.choice(["S", "A", "B", "C"]),
        "weight": str(rng.randint(1, 10)),
        "rto": f"{rto}h",
        "mtpd": f"{rto * 4}h",
        "requires": list(dict.fromkeys(rng.choice(top) for _ in range(3))),
    }
    if not rng.randrange(3):
        item["workaround"] = {"name": "手書き受付", "after": "1h", "for": "3d", "level": "30%"}
    return item


def _team(rng: random.Random, number: int, n: int) -> Tree:
    item: Tree = {
        "id": f"team-{number}",
        "name": f"班 {number}",
        "size": str(rng.randint(2, 8) + n // 2000),
    }
    if number % 3 == 0:
        item |= {"vendor": "true", "assembly": {"4h": "50%", "8h": "100%"}}
    return item


def _procedure(rng: random.Random, number: int) -> Tree:
    one, other = rng.sample(range(_TEAMS), 2)
    inspect = {"id": "inspect", "crew": {f"team-{one}": "1"}, "duration": "30m"}
    restore = {
        "id": "restore",
        "crew": {f"team-{one}": "1", f"team-{other}": "1"},
        "duration": {"low": "1h", "likely": "2h", "high": f"{rng.randint(4, 9)}h"},
        "after": ["inspect"],
        "requires": ["own"],
    }
    verify = {
        "id": "verify",
        "crew": {f"team-{one}": "1"},
        "duration": "20m",
        "after": ["restore"],
        "onsite": "false",
    }
    return {
        "id": f"procedure-{number}",
        "name": f"手順 {number}",
        "tasks": [inspect, restore, verify],
    }


def inventory(n: int, seed: int = 0) -> Inventory:
    """Return the inventory of *n* components without going through YAML."""
    with paused_gc():
        return Inventory.model_validate(tree(n, seed))


def scenario(share: str = "100%", tag: str = "core", horizon: str = "30d") -> Scenario:
    """Return a scenario that damages what carries *tag* and cuts one power source for a day."""
    damage = {"select": {"tag": tag}, "share": share}
    outage = {"select": {"id": "power-0-000000"}, "for": "24h"}
    return Scenario.model_validate(
        {
            "scenario": {"id": "synthetic", "severity": "disaster", "horizon": horizon},
            "events": [{"at": "0h", "damage": damage}, {"at": "0h", "outage": outage}],
        }
    )


# --- text --------------------------------------------------------------------------------------


def texts(n: int, seed: int = 0, files: int = 8) -> dict[str, str]:
    """Return the inventory of *n* components as YAML texts by file name, in several files."""
    held = tree(n, seed)
    components = held.pop("components")
    size = -(-len(components) // files)
    parts = {
        f"components-{number:02d}.yaml": {"components": components[number * size :][:size]}
        for number in range(files)
    }
    parts["organisation.yaml"] = held
    return {name: "".join(_mapping(part, 0)) for name, part in sorted(parts.items())}


def _mapping(held: Mapping[str, Any], indent: int) -> Iterator[str]:
    """Yield the lines of a mapping in the block style in which people write it."""
    for key, value in held.items():
        if isinstance(value, list) and value and isinstance(value[0], dict) and "id" in value[0]:
            yield f"{' ' * indent}{key}:\n"
            for item in value:
                lines = "".join(_mapping(item, indent + 4))
                yield f"{' ' * (indent + 2)}- {lines.lstrip()}"
        elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
            yield f"{' ' * indent}{key}:\n"
            yield from (f"{' ' * (indent + 2)}- {_flow(item)}\n" for item in value)
        else:
            yield f"{' ' * indent}{key}: {_flow(value)}\n"


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(held)}" for key, held in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return str(value)
