"""Random small cases that touch every feature of the file format, always valid by it.

Times lie on a coarse grid, so that many things happen at the same instant.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .case_events import KINDS, TAGS, random_dip, random_scenario
from .drawing import Draw, chance, dump, some
from .reading import Tree, seconds

RANKS = ["S", "A", "B", "C"]
# Paths whose order differs between plain text and part by part.
PATHS = ["a.yaml", "a-b.yaml", "a/b.yaml", "a/c/d.yaml", "z.yaml", "B.yaml"]
STARTUPS = ["0h", "10m", "30m", "1h"]
DURATIONS = ["30m", "1h", "1h", "2h", "3h", "90m", "5400s"]
SWITCHOVERS = ["10m", "30m", "1h"]
HOLDOVERS = ["10m", "30m", "1h", "2h"]
HOURS = [
    "weekdays 09:00-17:30",
    "weekdays 22:00-06:00",
    "daily 22:00-06:00",
    "daily 08:00-24:00",
    "daily 12:00-13:00",
]
PEAKS = [("02-16", "03-15"), ("11-23", "11-24"), ("12-28", "01-05"), ("07-01", "07-31")]


def random_case(rng: Draw, size: int = 8) -> tuple[dict[str, str], str]:
    """
    Return an inventory as path → YAML text, and a scenario as YAML text.

    Parameters
    ----------
    rng
        The only source of chance.
    size
        About how many components.
    """
    teams = [random_team(rng, i) for i in range(rng.randint(1, 4))]
    ids = [f"n{i}" for i in range(max(2, size))]
    # The order of the files shall not be that of the names.
    rng.shuffle(ids)
    procedures = [random_procedure(rng, i, teams, ids) for i in range(rng.randint(1, 4))]
    components = [random_component(rng, ids, i, procedures) for i in range(len(ids))]
    place_components(rng, components)
    names = [f"f{i}" for i in range(rng.randint(1, 2 + size // 4))]
    rng.shuffle(names)
    functions = [random_function(rng, names, i, ids, teams) for i in range(len(names))]
    if chance(rng, 0.08):
        # A component may need a function too.
        rng.choice(components).setdefault("requires", []).append(rng.choice(names))
        drop_twice(components)
    dips: list[Tree] = []
    if chance(rng, 0.35):
        lines, users = random_lines(rng)
        components += lines
        functions += users
        dips = [random_dip(rng, [line["id"] for line in lines]) for _ in range(rng.randint(3, 10))]
    lists = {
        "components": components,
        "functions": functions,
        "teams": teams,
        "procedures": procedures,
    }
    scenario = random_scenario(rng, components, teams, dips)
    return spread(rng, random_organisation(rng), lists), scenario


def drop_twice(components: list[Tree]) -> None:
    """Keep each bare requirement of a component once."""
    for component in components:
        if "requires" in component:
            groups = component["requires"]
            component["requires"] = [g for i, g in enumerate(groups) if g not in groups[:i]]


def random_lines(rng: Draw) -> tuple[list[Tree], list[Tree]]:
    """Return spare lines and their users, for changeovers that cross one another."""
    names = [f"x{i}" for i in range(rng.randint(3, 5))]
    lines: list[Tree] = [{"id": name, "name": "回線", "kind": "external"} for name in names]
    for line in lines:
        if chance(rng, 0.2):
            line["startup"] = "10m"
    if chance(rng, 0.4):
        lines[1]["requires"] = ["x0"]
    users = []
    for index in range(rng.randint(1, 2)):
        group: Tree = {"any_of": rng.sample(names, rng.randint(2, len(names)))}
        group["at_least"] = str(rng.choice([1, len(group["any_of"]) - 1]))
        group["switchover"] = rng.choice(SWITCHOVERS)
        if chance(rng, 0.5):
            group["holdover"] = rng.choice(["10m", "20m", "30m"])
        if chance(rng, 0.6):
            group["levels"] = random_levels(rng, group, len(group["any_of"]))
        user: Tree = {"id": f"y{index}", "name": f"利用{index}", "rto": "1h", "requires": [group]}
        users.append(user)
    return lines, users


def random_organisation(rng: Draw) -> Tree:
    """Return the head of an inventory."""
    head: Tree = {"id": "org", "name": "市", "language": "ja", "timezone": "Asia/Tokyo"}
    head["ranks"] = RANKS
    if chance(rng, 0.5):
        head["holidays"] = some(rng, ["2026-11-23", "2026-11-24", "2027-01-01"], 3)
    if chance(rng, 0.2):
        head["outage_weight"] = rng.choice(["0.5", "0", "1"])
    return head


def random_team(rng: Draw, index: int) -> Tree:
    """Return a team, its own or a vendor's."""
    size = rng.choice([1, 2, 3, 3, 4, 5])
    team: Tree = {"id": f"t{index}", "name": f"班{index}", "size": str(size)}
    if chance(rng, 0.4):
        team["vendor"] = "true"
    if chance(rng, 0.55):
        team["assembly"] = random_assembly(rng, size)
    if chance(rng, 0.3):
        team["hours"] = rng.choice(HOURS)
    return team


def random_assembly(rng: Draw, size: int) -> Tree:
    """Return one to three steps, shares and heads mixed; the last is mostly everyone."""
    steps = sorted(some(rng, ["0h", "30m", "1h", "3h", "6h", "1d"], 3), key=seconds)
    amounts = ["0", "20%", "50%", "0.6", "60%", "100%", str(rng.randint(1, size))]
    assembly: Tree = {step: rng.choice(amounts) for step in steps}
    if chance(rng, 0.75):
        assembly[steps[-1]] = rng.choice(["100%", "100%", "90%"])
    return assembly


def random_procedure(rng: Draw, index: int, teams: list[Tree], ids: list[str]) -> Tree:
    """Return a procedure whose tasks hang together without a circle."""
    tasks: list[Tree] = []
    for number in range(rng.choice([1, 1, 2, 2, 3, 4])):
        tasks.append(random_task(rng, f"k{number}", tasks, teams, ids))
    if chance(rng, 0.3):
        rng.shuffle(tasks)
    return {"id": f"p{index}", "name": f"手順{index}", "tasks": tasks}


def random_task(
    rng: Draw, name: str, earlier: list[Tree], teams: list[Tree], ids: list[str]
) -> Tree:
    """Return a task, after some of the earlier ones."""
    crew = {
        team["id"]: str(rng.choice([1, rng.randint(1, int(team["size"]))]))
        for team in some(rng, teams, 2)
    }
    task: Tree = {"id": name, "crew": crew, "duration": random_duration(rng)}
    if earlier and chance(rng, 0.7):
        task["after"] = [other["id"] for other in some(rng, earlier, 2)]
    requires: list[Any] = ["own"] if chance(rng, 0.25) else []
    if chance(rng, 0.14):
        requires.append(random_group(rng, ids, ids, levels=False))
    if requires:
        task["requires"] = requires
    if chance(rng, 0.3):
        task["onsite"] = rng.choice(["true", "false", "false"])
    return task


def random_duration(rng: Draw) -> Any:
    """Return a duration, at times none at all, at times a range."""
    if chance(rng, 0.15):
        return "0h"
    if chance(rng, 0.2):
        low, likely, high = sorted((rng.choice(DURATIONS) for _ in range(3)), key=seconds)
        return {"low": low, "likely": likely, "high": rng.choice([high, "4h", "3h1s"])}
    return rng.choice(DURATIONS)


def random_group(rng: Draw, candidates: Sequence[str], holders: Sequence[str], levels: bool) -> Any:
    """Return a group of some of the candidates, at times just an id."""
    if chance(rng, 0.45):
        return rng.choice(list(candidates))
    providers = rng.sample(list(candidates), min(len(candidates), rng.choice([1, 2, 2, 3, 4, 5])))
    group: Tree = {"any_of": providers}
    if chance(rng, 0.4):
        group["at_least"] = str(rng.randint(1, max(1, len(providers) - rng.randint(0, 2))))
    if chance(rng, 0.45):
        group["switchover"] = rng.choice(SWITCHOVERS)
    if chance(rng, 0.35):
        group["holdover"] = rng.choice(HOLDOVERS)
        if chance(rng, 0.6):
            group["held_by"] = rng.choice(list(holders))
    if levels and chance(rng, 0.5):
        group["levels"] = random_levels(rng, group, len(providers))
    return group


def random_levels(rng: Draw, group: Tree, count: int) -> Tree:
    """Return levels whose smallest key is the group's `at_least`, rising with the number."""
    least = int(group.get("at_least", rng.randint(1, count)))
    if "at_least" not in group and least == 1 and chance(rng, 0.5):
        group["at_least"] = "1"
    keys = [least] + [n for n in range(least + 1, count + 1) if chance(rng, 0.7)]
    shares = sorted(rng.sample([20, 40, 50, 60, 80, 100], len(keys)))
    return {str(key): f"{amount}%" for key, amount in zip(keys, shares, strict=True)}


def random_groups(rng: Draw, ids: list[str], index: int, circle: float) -> list[Any]:
    """Return groups mostly of what comes earlier, at times of anything else."""
    others = [name for name in ids if name != ids[index]]
    groups = []
    for _ in range(rng.choice([0, 1, 1, 1, 2, 3])):
        candidates = others if chance(rng, circle) or index == 0 else ids[:index]
        if index or chance(rng, circle):
            groups.append(random_group(rng, candidates, others, levels=False))
    return [group for i, group in enumerate(groups) if group not in groups[:i]]


def random_component(rng: Draw, ids: list[str], index: int, procedures: list[Tree]) -> Tree:
    """Return a component, not yet placed."""
    kind = rng.choice(KINDS)
    item: Tree = {"id": ids[index], "name": f"要素{index}", "kind": kind}
    requires = random_groups(rng, ids, index, circle=0.06)
    if requires:
        item["requires"] = requires
    if chance(rng, 0.25):
        starts_with = random_groups(rng, ids, index, circle=0.2)
        if chance(rng, 0.06):
            starts_with = [ids[index]]
        if starts_with:
            item["starts_with"] = starts_with
    if chance(rng, 0.6):
        item["startup"] = rng.choice(STARTUPS)
    if chance(rng, 0.93):
        names = [procedure["id"] for procedure in procedures]
        item["procedure"] = some(rng, names, 3) if chance(rng, 0.3) else rng.choice(names)
    if chance(rng, 0.5):
        item["tags"] = some(rng, TAGS, 2)
    if kind == "data" and chance(rng, 0.85):
        item["backups"] = [random_backup(rng, ids) for _ in range(rng.randint(1, 2))]
    return item


def random_backup(rng: Draw, ids: list[str]) -> Tree:
    """Return a backup kept at any component."""
    backup: Tree = {"at": rng.choice(ids), "every": rng.choice(["6h", "24h", "1w"])}
    if chance(rng, 0.6):
        backup["age"] = rng.choice(["0h", "1h", "6h"])
    backup["online"] = rng.choice(["true", "false"])
    return backup


def place_components(rng: Draw, components: list[Tree]) -> None:
    """Make one or two components places and put some of the others into them."""
    site = rng.choice(components)
    room = rng.choice(components)
    for place, kind in ((site, "site"), (room, "room")):
        place["kind"] = kind
        place.pop("backups", None)
    if room is not site and chance(rng, 0.7):
        room["within"] = site["id"]
    for component in components:
        if component is not site and component is not room and chance(rng, 0.5):
            component["within"] = rng.choice([site, room])["id"]


def random_function(
    rng: Draw, names: list[str], index: int, ids: list[str], teams: list[Tree]
) -> Tree:
    """Return a function; it may require the functions before it."""
    item: Tree = {"id": names[index], "name": f"業務{index}", "department": "市民課"}
    if chance(rng, 0.85):
        item["rank"] = rng.choice(RANKS)
    if chance(rng, 0.8):
        item["weight"] = str(rng.randint(1, 10))
    add_targets(rng, item)
    candidates = ids + (names[:index] if chance(rng, 0.4) else [])
    groups = [random_group(rng, candidates, ids, levels=True) for _ in range(rng.randint(1, 3))]
    item["requires"] = [group for i, group in enumerate(groups) if group not in groups[:i]]
    if chance(rng, 0.3):
        team = rng.choice(teams)
        item["staff"] = {"team": team["id"], "at_least": str(rng.randint(1, int(team["size"])))}
    if chance(rng, 0.4):
        item["workaround"] = random_workaround(rng)
    return item


def add_targets(rng: Draw, item: Tree) -> None:
    """Give a function its RTO, MTPD, RPO, peaks and impact."""
    normal = rng.choice(["30m", "1h", "2h", "4h"])
    disaster = rng.choice(["1h", "6h", "1d"])
    item["rto"] = {"normal": normal, "disaster": disaster} if chance(rng, 0.4) else normal
    if chance(rng, 0.8):
        item["mtpd"] = rng.choice(["1d", "2d", "25h"])
        if chance(rng, 0.3):
            item["mtpd"] = {"normal": "6h", "disaster": "2d"}
    if chance(rng, 0.7):
        item["rpo"] = rng.choice(["0h", "1h", "6h", "24h", "1w", "4w"])
    if chance(rng, 0.3):
        first, last = rng.choice(PEAKS)
        item["peaks"] = [{"from": first, "to": last, "rto": rng.choice(["30m", "3h"])}]
    if chance(rng, 0.3):
        item["impact"] = {"3h": "1", "24h": "3", "3d": "4"}


def random_workaround(rng: Draw) -> Tree:
    """Return a workaround."""
    return {
        "name": "手書き受付",
        "after": rng.choice(["0h", "30m", "1h"]),
        "for": rng.choice(["1h", "3h", "3d"]),
        "level": rng.choice(["30%", "0.5", "100%"]),
    }


def spread(rng: Draw, organisation: Tree, lists: dict[str, list[Tree]]) -> dict[str, str]:
    """Spread the items over one to four files, each list cut into runs."""
    paths = rng.sample(PATHS, rng.randint(1, 4))
    files: dict[str, Tree] = {path: {} for path in paths}
    files[paths[0]]["organisation"] = organisation
    for key, items in lists.items():
        for item in items:
            files[rng.choice(paths)].setdefault(key, []).append(item)
    return {path: dump(tree) for path, tree in files.items() if tree}
