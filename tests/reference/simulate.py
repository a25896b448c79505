"""Play one scenario by R1–R5 and T1–T5, everything worked out anew at every instant.

Written to be compared with the rules line by line; never to be fast.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .ordering import shortest_procedure, task_order
from .outcome import levels, outcome
from .people import assembly_counts, assembly_origin, hours_edges
from .reading import Case, Task, Tree, read, read_case
from .world import (
    Place,
    Repair,
    World,
    all_groups,
    begin,
    hindrances,
    in_progress,
    may_start,
    must_go_down,
    reserve_ends,
    satisfied,
    waiting,
)

__all__ = ["read", "simulate"]

Step = tuple[Repair, Task]


@dataclass(frozen=True)
class Player:
    """What a strategy decides: procedures, and which tasks start at an instant."""

    procedure_of: Callable[[World, str], str | None]
    start_tasks: Callable[[World], bool]
    extra_times: frozenset[int] = frozenset()
    after_instant: Callable[[World], None] = lambda world: None


def simulate(
    inventory: Tree,
    scenario: Tree,
    strategy: str = "slack",
    order: list[tuple[str, str]] | None = None,
    procedures: dict[str, str] | None = None,
) -> Tree:
    """
    Simulate a scenario and return the JSON shape of section 6, without reasons and chains.

    Parameters
    ----------
    inventory, scenario
        Merged mappings, their scalars as text or as YAML reads them.
    strategy
        `slack` or `rank`; any name if an order is given.
    order
        Pairs (component, task), the most urgent first, in place of the strategy.
    procedures
        Component → procedure, where it shall not be the shortest.
    """
    case = read_case(inventory, scenario)
    chosen = procedures or {}

    def procedure_of(_: World, component: str) -> str | None:
        return chosen.get(component, shortest_procedure(case, component))

    listed = task_order(case, strategy) if order is None else order
    place = {pair: index for index, pair in enumerate(listed)}

    def rank(step: Step) -> int:
        return place[step[0].component, step[1].id]

    def start_tasks(world: World) -> bool:
        return start_in_order(world, sorted(waiting(world), key=rank))

    world = play(case, Player(procedure_of, start_tasks))
    result = outcome(world, strategy)
    result["tasks"].sort(key=lambda t: (t["start_s"], place[t["component"], t["task"]]))
    return result


def play(case: Case, player: Player) -> World:
    """Play every instant before the horizon, which is not played itself."""
    world = begin(case)
    scheduled = scheduled_times(case) | player.extra_times
    while (time := next_time(world, scheduled)) is not None:
        world.time = time
        play_instant(world, player)
        world.history.append((time, dict(world.up), levels(world)))
        player.after_instant(world)
    return world


def scheduled_times(case: Case) -> set[int]:
    """List what is known beforehand: events, steps of assembly, edges of hours."""
    times = {0} | hours_edges(case)
    for event in case.events:
        times |= {event.at, event.until}
    for team in case.teams.values():
        origin = assembly_origin(case, team)
        if assembly_counts(case, team) and origin is not None:
            times |= {origin + after for after, _ in team.assembly or ()}
    return times


def next_time(world: World, scheduled: set[int]) -> int | None:
    """Return the next time anything may happen; None: not before the horizon."""
    times = set(scheduled)
    times |= {repair.finishes[task.id] for repair, task in in_progress(world)}
    for name, since in world.starting_since.items():
        times.add(since + world.case.nodes[name].startup)
    for group in all_groups(world.case):
        if group.name in world.lost_since:
            times.add(world.lost_since[group.name] + group.holdover)
    times |= {p.due for held in world.places.values() for p in held if p.chosen is not None}
    return min((t for t in times if world.time < t < world.case.horizon), default=None)


def play_instant(world: World, player: Player) -> None:
    """R5: one instant, its five steps in their order, then what is settled once through."""
    finish_tasks(world)
    begin_and_end(world, player)
    while True:
        follow_through(world)
        start_again = player.start_tasks(world)
        if not start_again:
            break
        finish_tasks(world)
    fill_reserves(world)
    choose_successors(world)


def finish_tasks(world: World) -> None:
    """R5 (1), T1: tasks finish; with the last one the component is undamaged."""
    for repair, task in in_progress(world):
        if repair.finishes[task.id] <= world.time:
            repair.finished.add(task.id)
    for repair in list(world.repairs.values()):
        tasks = world.case.procedures[repair.procedure] if repair.procedure is not None else ()
        if tasks and all(task.id in repair.finished for task in tasks):
            del world.repairs[repair.component]


def begin_and_end(world: World, player: Player) -> None:
    """R5 (1): damage done now; all else that begins or ends is read off the clock."""
    for event in world.case.events:
        if event.kind == "damage" and event.at == world.time:
            for name in event.targets:
                damage(world, name, player)


def damage(world: World, component: str, player: Player) -> None:
    """T1: damage calls for the whole procedure; to what is damaged it changes nothing."""
    if component not in world.repairs:
        repair = Repair(component, player.procedure_of(world, component))
        world.repairs[component] = repair
        world.done.append(repair)


def follow_through(world: World) -> None:
    """R5 (2), (3), (4), done again until no reserve ends."""
    lose(world)
    gain(world)
    while end_reserves(world):
        lose(world)
        gain(world)


def lose(world: World) -> None:
    """R5 (2): follow losses through to the end; a loss breaks a start (R4)."""
    nodes = world.case.nodes
    while falling := [n for n in nodes if world.up[n] and must_go_down(world, nodes[n])]:
        for name in falling:
            world.up[name] = False
    for name in list(world.starting_since):
        if not may_start(world, nodes[name]):
            del world.starting_since[name]


def gain(world: World) -> None:
    """R5 (3): follow gains through to the end, each allowing others."""
    while engage_due(world) or come_up(world):
        pass


def engage_due(world: World) -> bool:
    """R1: engage the chosen whose changeover falls due now; tell whether any was."""
    due = [
        place
        for held in world.places.values()
        for place in held
        if place.chosen is not None and place.due == world.time and world.up[place.chosen]
    ]
    for place in due:
        assert place.chosen is not None
        place.provider, place.chosen = place.chosen, None
    return bool(due)


def come_up(world: World) -> bool:
    """R4: what has been allowed to start for its startup comes up; tell whether any did."""
    rising = []
    for name, node in world.case.nodes.items():
        if world.up[name] or not may_start(world, node):
            continue
        since = world.starting_since.setdefault(name, world.time)
        if world.time - since >= node.startup:
            rising.append(name)
    for name in rising:
        world.up[name] = True
        del world.starting_since[name]
    return bool(rising)


def end_reserves(world: World) -> bool:
    """R5 (4): what a spent reserve carried goes down; tell whether anything did."""
    ending = [
        name
        for name, node in world.case.nodes.items()
        if world.up[name] and any(reserve_ends(world, group) for group in node.requires)
    ]
    for name in ending:
        world.up[name] = False
    return bool(ending)


def start_in_order(world: World, steps: list[Step]) -> bool:
    """R5 (5): start what can start, in this order; tell whether one of no duration did."""
    instant = False
    for repair, task in steps:
        if not hindrances(world, repair, task):
            start(world, repair, task)
            instant = instant or task.duration == 0
    return instant


def start(world: World, repair: Repair, task: Task) -> None:
    """T2: begin a task; once begun it is not interrupted."""
    repair.starts[task.id] = world.time
    repair.finishes[task.id] = world.time + task.duration


def fill_reserves(world: World) -> None:
    """R2: a reserve is full again once its group is satisfied when the instant is through."""
    for group in all_groups(world.case):
        if satisfied(world, group):
            world.lost_since.pop(group.name, None)
        else:
            world.lost_since.setdefault(group.name, world.time)


def choose_successors(world: World) -> None:
    """R1: call off, drop and choose, once the losses and gains of the instant are through."""
    for group in all_groups(world.case):
        held = world.places.get(group.name, [])
        for place in held:
            called_off = world.up[place.provider]
            dropped = place.chosen is not None and not world.up[place.chosen]
            if called_off or dropped:
                place.chosen = None
        for place in held:
            if not world.up[place.provider] and place.chosen is None:
                choose(world, group.any_of, held, place, group.switchover)


def choose(
    world: World, any_of: tuple[str, ...], held: list[Place], place: Place, after: int
) -> None:
    """R1: the first listed that is up, not engaged and not chosen already follows."""
    taken = {p.provider for p in held} | {p.chosen for p in held}
    for name in any_of:
        if world.up[name] and name not in taken:
            place.chosen, place.due = name, world.time + after
            return
