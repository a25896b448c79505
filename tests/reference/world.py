"""The state of a run at one moment, and the questions the rules ask of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from .people import on_hand, within_hours
from .reading import Case, Group, Node, Task, places


@dataclass
class Place:
    """One of the `k` places of a group with a switchover: who holds it, who is to follow."""

    provider: str
    chosen: str | None = None
    due: int = 0


@dataclass
class Repair:
    """One passage of a component through a procedure: task id → its times."""

    component: str
    procedure: str | None
    starts: dict[str, int] = field(default_factory=dict)
    finishes: dict[str, int] = field(default_factory=dict)
    finished: set[str] = field(default_factory=set)


@dataclass
class World:
    """Everything that changes; all times are seconds from the incident."""

    case: Case
    time: int = -1
    up: dict[str, bool] = field(default_factory=dict)
    starting_since: dict[str, int] = field(default_factory=dict)
    lost_since: dict[str, int] = field(default_factory=dict)
    places: dict[str, list[Place]] = field(default_factory=dict)
    repairs: dict[str, Repair] = field(default_factory=dict)
    done: list[Repair] = field(default_factory=list)
    history: list[tuple[int, dict[str, bool], dict[str, Fraction]]] = field(default_factory=list)


def begin(case: Case) -> World:
    """Return the world before the incident: all up, the first `k` of each group engaged."""
    world = World(case, up=dict.fromkeys(case.nodes, True))
    for group in all_groups(case):
        if group.switchover:
            world.places[group.name] = [Place(name) for name in group.any_of[: group.at_least]]
    return world


def all_groups(case: Case) -> list[Group]:
    """List every group of components, functions and tasks."""
    of_nodes = [g for node in case.nodes.values() for g in node.requires + node.starts_with]
    of_tasks = [g for tasks in case.procedures.values() for task in tasks for g in task.requires]
    return of_nodes + of_tasks


def satisfied(world: World, group: Group) -> bool:
    """R1: at least `k` providers are up and engaged; with `s = 0`, simply up."""
    if group.switchover:
        return all(world.up[place.provider] for place in world.places[group.name])
    return sum(world.up[provider] for provider in group.any_of) >= group.at_least


def staffed(world: World, node: Node) -> bool:
    """Section 2, Functions: `staff` is one more group, by who is on hand."""
    staff = node.raw.get("staff")
    if staff is None:
        return True
    return on_hand(world.case, staff["team"], world.time) >= int(staff.get("at_least", "1"))


def active(world: World, kind: str, names: list[str]) -> bool:
    """Tell whether an event of this kind holds one of the names now."""
    return any(
        event.kind == kind and event.at <= world.time < event.until and name in event.targets
        for event in world.case.events
        for name in names
    )


def held_down(world: World, component: str) -> bool:
    """R3: tell whether an outage holds the component down now."""
    return active(world, "outage", [component])


def must_go_down(world: World, node: Node) -> bool:
    """R3: damaged, held down, or a group without a reserve is lost (R2)."""
    lost = any(not satisfied(world, g) for g in node.requires if g.holdover == 0)
    return node.id in world.repairs or held_down(world, node.id) or lost or not staffed(world, node)


def may_start(world: World, node: Node) -> bool:
    """R4: undamaged, not held down, and every group itself is satisfied."""
    groups = node.requires + node.starts_with
    hindered = node.id in world.repairs or held_down(world, node.id) or not staffed(world, node)
    return not hindered and all(satisfied(world, group) for group in groups)


def reserve_ends(world: World, group: Group) -> bool:
    """R5 (4): the group is unsatisfied, and its reserve is run out or its `held_by` not up."""
    if satisfied(world, group) or group.holdover == 0:
        return False
    run_out = world.time - world.lost_since.get(group.name, world.time) >= group.holdover
    return run_out or not all(world.up[name] for name in group.held_by)


def in_progress(world: World) -> list[tuple[Repair, Task]]:
    """List the tasks begun and not finished."""
    return [
        (repair, task)
        for repair in world.repairs.values()
        for task in tasks_of(world.case, repair)
        if task.id in repair.starts and task.id not in repair.finished
    ]


def waiting(world: World) -> list[tuple[Repair, Task]]:
    """List the tasks not begun of all that is damaged."""
    return [
        (repair, task)
        for repair in world.repairs.values()
        for task in tasks_of(world.case, repair)
        if task.id not in repair.starts
    ]


def tasks_of(case: Case, repair: Repair) -> tuple[Task, ...]:
    """Return the tasks of the procedure of a repair; none where there is no procedure."""
    return case.procedures[repair.procedure] if repair.procedure is not None else ()


def task_groups(case: Case, repair: Repair, task: Task) -> tuple[Group, ...]:
    """T2: the groups of a task, `own` standing for the requires of the component."""
    return task.requires + (case.nodes[repair.component].requires if task.own else ())


def free(world: World, team: str) -> int:
    """Return how many of a team are on hand and not at work."""
    at_work = sum(task.crew.get(team, 0) for _, task in in_progress(world))
    return on_hand(world.case, team, world.time) - at_work


def hindrances(world: World, repair: Repair, task: Task) -> list[str]:
    """T2: say what keeps a task from starting now; empty: it can start."""
    case = world.case
    found = [f"after {other}" for other in task.after if other not in repair.finished]
    groups = task_groups(case, repair, task)
    found += [f"requires {group.name}" for group in groups if not satisfied(world, group)]
    here = [repair.component, *places(case.nodes, repair.component)]
    if task.onsite and active(world, "access", here):
        found.append("access")
    for team, heads in task.crew.items():
        if not within_hours(case, team, world.time):
            found.append(f"hours of {team}")
        if free(world, team) < heads:
            found.append(f"crew of {team}")
    return found
