"""Section 5 and 6: levels, downtime, loss, lost data, deadlocks, and the JSON shape."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from .ordering import NEVER, reach, rto, target
from .people import crew_can_ever_meet, on_hand_at_last
from .reading import Case, Group, Node, Tree, ever_damaged, places, seconds, share, truth
from .world import World, satisfied, task_groups, tasks_of

Intervals = list[tuple[int, int | None]]


def levels(world: World) -> dict[str, Fraction]:
    """Return the level of each function that is up: the least of its groups' levels."""
    return {
        node.id: min([level_of(world, g) for g in node.requires if g.levels], default=Fraction(1))
        for node in world.case.nodes.values()
        if node.is_function and world.up[node.id]
    }


def level_of(world: World, group: Group) -> Fraction:
    """Read a group's level by the providers up; on a reserve, that of the smallest key."""
    up = sum(world.up[provider] for provider in group.any_of)
    reached = [count for count in group.levels if count <= up]
    if not satisfied(world, group) or not reached:
        return group.levels[min(group.levels)]
    return group.levels[max(reached)]


def down_intervals(world: World, name: str) -> Intervals:
    """Join the instants at which a node is down into intervals; None: open at the horizon."""
    found: Intervals = []
    was_up = True
    for time, up, _ in world.history:
        if was_up and not up[name]:
            found.append((time, None))
        elif not was_up and up[name]:
            found[-1] = (found[-1][0], time)
        was_up = up[name]
    return found


def closed(down: Intervals, horizon: int) -> list[tuple[int, int]]:
    """Close an open interval at the horizon."""
    return [(begin, horizon if end is None else end) for begin, end in down]


def missing_level(world: World, node: Node, down: list[tuple[int, int]]) -> Fraction:
    """Integrate 1 − level(t) over the run, in seconds."""
    missing = Fraction(0)
    times = [time for time, _, _ in world.history] + [world.case.horizon]
    for (time, up, level), following in zip(world.history, times[1:], strict=True):
        if up[node.id]:
            missing += (1 - level[node.id]) * (following - time)
    for begin, end in down:
        missing += end - begin - made_up_for(node, begin, end)
    return missing


def made_up_for(node: Node, begin: int, end: int) -> Fraction:
    """Integrate the workaround's level over one outage, which starts its `after` anew."""
    workaround = node.raw.get("workaround")
    if workaround is None:
        return Fraction(0)
    first = begin + seconds(workaround["after"])
    last = min(end, first + seconds(workaround["for"])) if "for" in workaround else end
    return share(workaround["level"]) * max(0, last - first)


def loss_of(world: World, node: Node) -> Fraction:
    """Section 4: the loss of one function, in weighted hours."""
    down = closed(down_intervals(world, node.id), world.case.horizon)
    downtime = sum(end - begin for begin, end in down)
    late = max(0, downtime - rto(world.case, node))
    outage_weight = share(world.case.organisation.get("outage_weight", "0.1"))
    value = late + outage_weight * missing_level(world, node, down)
    return share(node.raw.get("weight", "1")) * value / 3600


def backup_loss(case: Case, node: Node) -> float:
    """Section 4, Data: the time lost with the youngest usable backup; infinite: none usable."""
    damaged = ever_damaged(case)
    if node.id not in damaged or node.raw.get("kind") != "data":
        return 0
    corrupted = [
        event.corrupt_since - event.at
        for event in case.events
        if event.corrupt_since is not None and node.id in event.targets and event.at < case.horizon
    ]
    usable = [NEVER]
    for backup in node.raw.get("backups", []):
        gone = damaged.intersection([backup["at"], *places(case.nodes, backup["at"])])
        if not gone and not (corrupted and truth(backup.get("online", "false"))):
            usable.append(youngest(backup, corrupted))
    return min(usable)


def youngest(backup: Tree, corrupted: list[int]) -> int:
    """Return the age of the youngest copy taken before every corruption."""
    every = seconds(backup["every"])
    age = seconds(backup.get("age", backup["every"]))
    while any(age <= since for since in corrupted):
        age += every
    return age


def data_losses(case: Case) -> dict[str, float]:
    """Return node → data lost below it: of a group, the k-th smallest of its providers'."""
    own = {node.id: backup_loss(case, node) for node in case.nodes.values()}
    total = dict(own)
    changed = True
    while changed:
        changed = False
        for node in case.nodes.values():
            for group in node.requires:
                least = sorted(total[p] for p in group.any_of)[group.at_least - 1]
                if least > total[node.id]:
                    total[node.id] = least
                    changed = True
    return total


def can_still_come_up(world: World) -> set[str]:
    """Return all that is up, or would be if everything that can come up did."""
    rising = {name for name, up in world.up.items() if up}
    while True:
        new = {n for n in world.case.nodes if n not in rising and could_rise(world, n, rising)}
        if not new:
            return rising
        rising |= new


def could_rise(world: World, name: str, rising: set[str]) -> bool:
    """Tell whether a node comes up in the end, with these up; outages and bars pass."""
    node = world.case.nodes[name]
    staff = node.raw.get("staff")
    if staff and on_hand_at_last(world.case, staff["team"]) < int(staff.get("at_least", "1")):
        return False
    repair = world.repairs.get(name)
    if repair is not None:
        left = [t for t in tasks_of(world.case, repair) if t.id not in repair.starts]
        if repair.procedure is None:
            return False
        if not all(crew_can_ever_meet(world.case, task.crew) for task in left):
            return False
    return all(enough(group, rising) for group in pending_groups(world, name))


def enough(group: Group, rising: set[str]) -> bool:
    """Tell whether `k` of a group's providers are among these."""
    return len(rising.intersection(group.any_of)) >= group.at_least


def pending_groups(world: World, name: str) -> list[Group]:
    """List the groups a down node still needs: its own, and those of unstarted tasks."""
    node = world.case.nodes[name]
    groups = list(node.requires + node.starts_with)
    repair = world.repairs.get(name)
    if repair is not None:
        for task in tasks_of(world.case, repair):
            if task.id not in repair.starts:
                groups += task_groups(world.case, repair, task)
    return groups


def deadlocks(world: World) -> list[list[str]]:
    """Section 5: the circles of needs among what can never come up again."""
    rising = can_still_come_up(world)
    stuck = [name for name in world.case.nodes if name not in rising]
    edges = {
        (name, provider)
        for name in stuck
        for group in pending_groups(world, name)
        if not enough(group, rising)
        for provider in group.any_of
        if provider in stuck
    }
    below = reach(edges)
    knots = {
        tuple(sorted(other for other in needed if name in below.get(other, set())))
        for name, needed in below.items()
        if name in needed
    }
    return sorted(list(knot) for knot in knots)


def function_outcome(world: World, node: Node, lost: float) -> Tree:
    """Section 6: what is printed of one function."""
    down = down_intervals(world, node.id)
    downtime = sum(end - begin for begin, end in closed(down, world.case.horizon))
    restored = down[-1][1] if down else 0
    limit, longest = rto(world.case, node), target(world.case, node, "mtpd")
    back = restored is not None
    rpo = seconds(node.raw["rpo"]) if "rpo" in node.raw else None
    return {
        "down": [list(interval) for interval in down],
        "restored_s": restored,
        "downtime_s": downtime,
        "rto_s": limit,
        "rto_met": back and downtime <= limit,
        "mtpd_met": None if longest is None else back and downtime <= longest,
        "data_loss_s": None if lost == NEVER else int(lost),
        "rpo_met": None if rpo is None else lost <= rpo,
    }


def task_rows(world: World) -> list[Tree]:
    """List the tasks begun, repair by repair."""
    return [
        {
            "component": repair.component,
            "procedure": repair.procedure,
            "task": task.id,
            "crew": dict(task.crew),
            "start_s": repair.starts[task.id],
            "finish_s": repair.finishes[task.id],
        }
        for repair in world.done
        for task in tasks_of(world.case, repair)
        if task.id in repair.starts
    ]


def outcome(world: World, strategy: str) -> Tree:
    """Return the JSON shape of section 6, its tasks in no order yet."""
    case = world.case
    damaged, lost = ever_damaged(case), data_losses(case)
    functions = [node for node in case.nodes.values() if node.is_function]
    shape: dict[str, Any] = {
        "scenario": case.scenario["id"],
        "inventory": case.organisation.get("id"),
        "strategy": strategy,
        "horizon_s": case.horizon,
        "loss": float(sum(loss_of(world, node) for node in functions)),
    }
    shape["components"] = {
        node.id: {
            "damaged": node.id in damaged,
            "down": [list(interval) for interval in down_intervals(world, node.id)],
        }
        for node in case.nodes.values()
        if not node.is_function
    }
    shape["functions"] = {n.id: function_outcome(world, n, lost[n.id]) for n in functions}
    return {**shape, "tasks": task_rows(world), "deadlocks": deadlocks(world)}
