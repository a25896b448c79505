"""Turn the files of a case into plain values; knows the notation of the model and no rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

Tree = dict[str, Any]
SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
DEFAULT_RANKS = ["S", "A", "B", "C"]


@dataclass(frozen=True)
class Group:
    """`{any_of, at_least, holdover, held_by, switchover, levels}` (R1)."""

    name: str
    any_of: tuple[str, ...]
    at_least: int
    holdover: int
    held_by: tuple[str, ...]
    switchover: int
    levels: dict[int, Fraction]


@dataclass(frozen=True)
class Node:
    """A component or a function: whatever is up or down."""

    id: str
    is_function: bool
    requires: tuple[Group, ...]
    starts_with: tuple[Group, ...]
    startup: int
    procedures: tuple[str, ...]
    within: str | None
    raw: Tree


@dataclass(frozen=True)
class Task:
    """One task of a procedure; `own` stands for the requires of the component."""

    id: str
    procedure: str
    crew: dict[str, int]
    duration: int
    after: tuple[str, ...]
    own: bool
    requires: tuple[Group, ...]
    onsite: bool


@dataclass(frozen=True)
class Team:
    """A pool of people; an amount is heads (int) or a share (Fraction)."""

    id: str
    size: int
    vendor: bool
    assembly: tuple[tuple[int, int | Fraction], ...] | None
    hours: str | None


@dataclass(frozen=True)
class Event:
    """One event, its selection worked out; `until` is its end in seconds from the incident."""

    kind: str
    at: int
    until: int
    targets: tuple[str, ...] = ()
    team: str = ""
    available: int | Fraction = Fraction(1)
    corrupt_since: int | None = None


@dataclass(frozen=True)
class Case:
    """An inventory and a scenario, ready to be played."""

    organisation: Tree
    nodes: dict[str, Node]
    procedures: dict[str, tuple[Task, ...]]
    teams: dict[str, Team]
    scenario: Tree
    horizon: int
    starts: datetime | None
    events: tuple[Event, ...]


def plain(value: Any) -> Any:
    """Return the tree with every scalar, keys included, as the text it was written as."""
    if isinstance(value, dict):
        return {plain(key): plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return "" if value is None else str(value)


def as_text(text: str) -> Any:
    """Read YAML with every scalar left as text: `09:00` and `0h` stay what they are."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # it builds nothing but text


def read_text(files: dict[str, str], scenario: str) -> tuple[Tree, Tree]:
    """Merge inventory files given as path → YAML text, by path, compared part by part."""
    merged: Tree = {}
    for path in sorted(files, key=lambda path: Path(path).parts):
        for key, item in (as_text(files[path]) or {}).items():
            if isinstance(item, list):
                merged[key] = merged.get(key, []) + item
            else:
                merged[key] = {**merged.get(key, {}), **item}
    return merged, as_text(scenario)


def read(inventory: Path, scenario: Path) -> tuple[Tree, Tree]:
    """Read an inventory directory and a scenario file, all scalars kept as text."""
    files = {
        path.relative_to(inventory).as_posix(): path.read_text(encoding="utf-8")
        for path in inventory.rglob("*.yaml")
    }
    return read_text(files, scenario.read_text(encoding="utf-8"))


def seconds(value: Any) -> int:
    """Read `1d12h`, or the PERT mean of a range, rounded to the second, halves up."""
    if isinstance(value, dict):
        low, likely, high = (seconds(value[key]) for key in ("low", "likely", "high"))
        return (2 * (low + 4 * likely + high) + 6) // 12
    parts = re.findall(r"(\d+)([smhdw])", value)
    if "".join(number + unit for number, unit in parts) != value or not parts:
        raise ValueError(f"not a duration: {value!r}")
    return sum(int(number) * SECONDS[unit] for number, unit in parts)


def share(value: str) -> Fraction:
    """Read `30%` or `0.3`."""
    return Fraction(value[:-1]) / 100 if value.endswith("%") else Fraction(value)


def people(value: str) -> int | Fraction:
    """Read an amount of people: a whole number is heads, anything else a share."""
    return int(value) if value.isdigit() else share(value)


def truth(value: str) -> bool:
    """Read a YAML boolean kept as text."""
    return value.lower() in ("true", "yes", "on")


def listed(value: Any) -> list[Any]:
    """Read one value or a list of them."""
    return value if isinstance(value, list) else [value]


def read_group(name: str, raw: Any) -> Group:
    """Read one group; an id alone is short for a group of it."""
    raw = {"any_of": [raw]} if isinstance(raw, str) else raw
    levels = {int(count): share(level) for count, level in raw.get("levels", {}).items()}
    return Group(
        name=name,
        any_of=tuple(listed(raw["any_of"])),
        at_least=int(raw.get("at_least", min(levels, default=1))),
        holdover=seconds(raw.get("holdover", "0s")),
        held_by=tuple(listed(raw.get("held_by", []))),
        switchover=seconds(raw.get("switchover", "0s")),
        levels=levels,
    )


def read_groups(owner: str, raw: list[Any]) -> tuple[Group, ...]:
    """Read a list of groups, each named after its owner and its place in the list."""
    return tuple(read_group(f"{owner}/{i}", item) for i, item in enumerate(raw) if item != "own")


def read_node(raw: Tree, *, is_function: bool) -> Node:
    """Read one component or function."""
    return Node(
        id=raw["id"],
        is_function=is_function,
        requires=read_groups(f"{raw['id']}/requires", raw.get("requires", [])),
        starts_with=read_groups(f"{raw['id']}/starts_with", raw.get("starts_with", [])),
        startup=seconds(raw.get("startup", "0s")),
        procedures=tuple(listed(raw.get("procedure", []))),
        within=raw.get("within"),
        raw=raw,
    )


def read_task(procedure: str, raw: Tree) -> Task:
    """Read one task of a procedure."""
    requires = listed(raw.get("requires", []))
    return Task(
        id=raw["id"],
        procedure=procedure,
        crew={team: int(heads) for team, heads in raw.get("crew", {}).items()},
        duration=seconds(raw["duration"]),
        after=tuple(listed(raw.get("after", []))),
        own="own" in requires,
        requires=read_groups(f"{procedure}/{raw['id']}", requires),
        onsite=truth(raw.get("onsite", "true")),
    )


def read_team(raw: Tree) -> Team:
    """Read one team, the steps of its assembly by time."""
    steps = raw.get("assembly")
    return Team(
        id=raw["id"],
        size=int(raw["size"]),
        vendor=truth(raw.get("vendor", "false")),
        assembly=None
        if steps is None
        else tuple(sorted((seconds(after), people(amount)) for after, amount in steps.items())),
        hours=raw.get("hours"),
    )


def places(nodes: dict[str, Node], component: str) -> list[str]:
    """List the places a component is within, the nearest first."""
    found: list[str] = []
    place = nodes[component].within
    while place is not None:
        found.append(place)
        place = nodes[place].within
    return found


def matches(nodes: dict[str, Node], node: Node, key: str, value: str) -> bool:
    """Tell whether a component has this value of one key of a `select`."""
    if key == "within":
        return value in places(nodes, node.id)
    if key == "tag":
        return value in listed(node.raw.get("tags", []))
    return bool(node.raw.get(key) == value)


def select(nodes: dict[str, Node], raw: Tree) -> tuple[str, ...]:
    """List the components a `select` names: any value of a key, every key of the mapping."""
    return tuple(
        node.id
        for node in nodes.values()
        if not node.is_function
        and all(
            any(matches(nodes, node, key, value) for value in listed(values))
            for key, values in raw.items()
        )
    )


def read_event(nodes: dict[str, Node], raw: Tree, horizon: int) -> Event:
    """Read one event; a plain simulation hits with a share of 50 % or more (section 3)."""
    at = seconds(raw["at"])
    kind = next(key for key in ("damage", "outage", "access", "staff") if key in raw)
    body = raw[kind]
    until = at + seconds(body["for"]) if "for" in body else horizon
    if kind == "staff":
        amount = people(body["available"])
        return Event(kind, at, until, team=body["team"], available=amount)
    hits = share(body.get("share", "100%")) >= Fraction(1, 2)
    since = body.get("corrupt_since")
    return Event(
        kind,
        at,
        until,
        targets=select(nodes, body["select"]) if hits else (),
        corrupt_since=None if since is None else seconds(since),
    )


def read_case(inventory: Tree, scenario: Tree) -> Case:
    """Read a merged inventory and a scenario into one case."""
    inventory, scenario = plain(inventory), plain(scenario)
    components = [read_node(raw, is_function=False) for raw in inventory.get("components", [])]
    functions = [read_node(raw, is_function=True) for raw in inventory.get("functions", [])]
    nodes = {node.id: node for node in components + functions}
    head = scenario["scenario"]
    horizon = seconds(head.get("horizon", "30d"))
    starts = datetime.fromisoformat(head["starts"]) if "starts" in head else None
    return Case(
        organisation=inventory.get("organisation", {}),
        nodes=nodes,
        procedures={
            raw["id"]: tuple(read_task(raw["id"], task) for task in raw["tasks"])
            for raw in inventory.get("procedures", [])
        },
        teams={raw["id"]: read_team(raw) for raw in inventory.get("teams", [])},
        scenario=head,
        horizon=horizon,
        starts=starts,
        events=tuple(read_event(nodes, raw, horizon) for raw in scenario.get("events", [])),
    )


def ever_damaged(case: Case) -> set[str]:
    """Name the components the scenario damages before the horizon, which is not played."""
    return {
        target
        for event in case.events
        if event.kind == "damage" and event.at < case.horizon
        for target in event.targets
    }
