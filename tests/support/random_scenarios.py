"""Random scenario files that use everything a file may say, valid for an inventory they come with."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

import yaml

from tests.reference.cases import random_case

TEXTS = ["=1+1", "注; 記", "行\n行", '"引用"', "-", "[a", "'x", "a, b", "\\n", "50%", "{a: b}"]


def random_town(seed: int, size: int) -> tuple[dict[str, str], dict[str, str]]:
    """Return the files of an inventory, and scenarios for it."""
    rng = random.Random(seed)
    files, text = random_case(rng, size)
    tree = yaml.load(text, yaml.BaseLoader)
    return files, {f"s{number}.yaml": _file(rng, tree, number) for number in range(2)}


def _file(rng: random.Random, tree: Mapping[str, Any], number: int) -> str:
    """Return a scenario with what random cases leave out strewn into it."""
    root: dict[str, Any] = yaml.load(yaml.safe_dump(tree), yaml.BaseLoader)
    head = root["scenario"] | {"id": f"case-{number}"}
    root["scenario"] = _remarked(rng, head)
    if rng.random() < 0.5:
        head["words"] = rng.choice(["地震", ["地震", "a; b"], [rng.choice(TEXTS)]])
    events = [_event(rng, held) for held in root["events"]]
    root["events"] = events if rng.random() < 0.9 else rng.choice([[], None])
    if events and root["events"] and rng.random() < 0.6:
        _parametrise(rng, root)
    return str(
        yaml.safe_dump(
            _remarked(rng, root),
            sort_keys=rng.random() < 0.3,
            allow_unicode=True,
            default_flow_style=rng.choice([None, False]),
            width=rng.choice([40, 1000]),
        )
    )


def _event(rng: random.Random, event: Mapping[str, Any]) -> dict[str, Any]:
    sort = next(key for key in event if key != "at")
    body = _remarked(rng, dict(event[sort]))
    if "select" in body:
        body["select"] = _remarked(rng, dict(body["select"]))
    elif rng.random() < 0.4:
        del body["team"]
        body["teams"] = "all"
    made = {"at": event["at"], sort: body}
    if rng.random() < 0.7:
        made["optional"] = "true"
    return _remarked(rng, made)


def _parametrise(rng: random.Random, root: dict[str, Any]) -> None:
    """Let a moment be a parameter."""
    event = rng.choice(root["events"])
    root["parameters"] = [_remarked(rng, {"id": "when", "name": "時", "default": event["at"]})]
    event["at"] = "$when"


def _remarked(rng: random.Random, held: dict[str, Any]) -> dict[str, Any]:
    """Return a mapping with remarks and notes of the user here and there among its keys."""
    items = [*held.items()]
    for key in ("note", "source", "x-memo"):
        if rng.random() < 0.15:
            items.insert(rng.randint(0, len(items)), (key, rng.choice(TEXTS)))
    if rng.random() < 0.15:
        items.append(("assumed", {"all": rng.choice(TEXTS)}))
    return dict(items)
