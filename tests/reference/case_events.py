"""Random scenarios over given components and teams."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .drawing import Draw, chance, dump, some
from .reading import Tree

KINDS = ["power", "cooling", "network", "server", "storage", "service", "data", "data", "external"]
TAGS = ["core", "windows", "spare"]
MOMENTS = ["0h", "0h", "0h", "0h", "30m", "1h", "1h", "2h", "3h", "4h", "6h", "12h", "1d"]
SHORT_MOMENTS = ["0h", "10m", "20m", "30m", "40m", "1h", "70m", "90m", "2h", "3h"]
SPANS = ["10m", "30m", "30m", "1h", "1h", "2h", "3h", "6h", "1d"]
SHORT_SPANS = ["10m", "20m", "30m", "50m", "1h", "2h"]
STARTS = [
    "2026-11-20T16:00",
    "2026-11-22T22:00",
    "2026-11-23T02:00",
    "2026-11-24T09:00",
    "2026-12-31T23:00",
    "2027-02-16T08:30",
    "2027-03-15T17:00",
]


def random_scenario(rng: Draw, components: list[Tree], teams: list[Tree], dips: list[Tree]) -> str:
    """Return a scenario whose events keep to a few moments."""
    head: Tree = {"id": "case", "name": "想定", "kind": "test", "starts": rng.choice(STARTS)}
    head["horizon"] = rng.choice(["1d", "2d", "2d", "4d", "30h"])
    if chance(rng, 0.6):
        head["severity"] = rng.choice(["normal", "disaster"])
    if chance(rng, 0.6):
        head["assembly"] = rng.choice(["true", "false"])
    if chance(rng, 0.3):
        head["likelihood"] = "0.01"
    trouble = some(rng, [item["id"] for item in components], 4)
    kinds = ["damage", "damage", "damage", "outage", "outage", "outage", "access", "staff", "staff"]
    events = [random_event(rng, "damage", components, teams)] if chance(rng, 0.7) else []
    events += [
        random_event(rng, rng.choice(kinds), components, teams)
        for _ in range(rng.randint(0 if events else 1, 5))
    ]
    if chance(rng, 0.5):
        events += [random_dip(rng, trouble) for _ in range(rng.randint(2, 6))]
    return dump({"scenario": head, "events": events + dips})


def random_event(rng: Draw, kind: str, components: list[Tree], teams: list[Tree]) -> Tree:
    """Return one event."""
    body: Tree = {}
    if kind == "staff":
        team = rng.choice(teams)
        body["team"] = team["id"]
        if chance(rng, 0.5):
            body["for"] = rng.choice(["12h", "1d", "3d"])
        body["available"] = rng.choice(["0%", "50%", "60%", "60%", "0.7", "1", "2", "100%"])
    else:
        body["select"] = random_select(rng, components)
    if kind != "damage" and "for" not in body and chance(rng, 0.92):
        body["for"] = rng.choice(SPANS)
    if kind == "damage":
        if chance(rng, 0.3):
            body["share"] = rng.choice(["50%", "49%", "0.5", "1", "100%", "0.3"])
            if chance(rng, 0.3):
                body["correlation"] = "site"
        if chance(rng, 0.3):
            body["corrupt_since"] = rng.choice(["1h", "6h", "30h", "14d"])
    return {"at": rng.choice(MOMENTS), kind: body}


def random_dip(rng: Draw, trouble: list[str]) -> Tree:
    """Return a short outage or damage of one of a few components, hit again and again."""
    select = {"id": rng.choice(trouble)}
    if chance(rng, 0.15):
        return {"at": rng.choice(SHORT_MOMENTS), "damage": {"select": select}}
    outage = {"select": select, "for": rng.choice(SHORT_SPANS)}
    return {"at": rng.choice(SHORT_MOMENTS), "outage": outage}


def random_select(rng: Draw, components: list[Tree]) -> Tree:
    """Return a selection that matches something."""
    target = rng.choice(components)
    select: Tree = {}
    if chance(rng, 0.35):
        select["kind"] = one_or_more(rng, target["kind"], KINDS)
    if "within" in target and chance(rng, 0.4):
        select["within"] = target["within"]
    if "tags" in target and chance(rng, 0.4):
        select["tag"] = one_or_more(rng, rng.choice(target["tags"]), TAGS)
    if not select or chance(rng, 0.15):
        select["id"] = one_or_more(rng, target["id"], [item["id"] for item in components])
    return select


def one_or_more(rng: Draw, value: str, others: Sequence[str]) -> Any:
    """Return the value, or a list of it and some others."""
    if chance(rng, 0.6):
        return value
    return sorted({value, *some(rng, others, 2)})
