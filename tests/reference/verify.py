"""Check a printed result against the rules, whatever strategy chose the order of the tasks.

The listed starts are played again by the slow reference; whatever differs is a violation.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from typing import Any

from .ordering import shortest_procedure
from .outcome import outcome
from .reading import Case, Tree, ever_damaged, read_case
from .simulate import Player, Step, play, start, start_in_order
from .world import Repair, World, hindrances, tasks_of, waiting

LOSS_TOLERANCE = 1e-6
MOST_CHOICES = 64
LINK_TEXTS = ("what", "id", "why")


@dataclass
class Replay:
    """A forced schedule: the rows not yet played, and what was found wrong with them."""

    case: Case
    rows: list[Tree]
    unlisted: dict[str, str]
    faults: list[str] = field(default_factory=list)

    def procedure_of(self, world: World, component: str) -> str | None:
        """Return the procedure of the component's next row; without any, the one supposed."""
        for row in self.rows:
            if row["component"] == component and row["start_s"] >= world.time:
                return str(row["procedure"])
        return self.unlisted.get(component, shortest_procedure(self.case, component))

    def row_of(self, world: World, repair: Repair, task_id: str) -> Tree | None:
        """Find the row that starts this waiting task now."""
        wanted = (repair.component, repair.procedure, task_id, world.time)
        for row in self.rows:
            if (row["component"], row["procedure"], row["task"], row["start_s"]) == wanted:
                return row
        return None

    def due(self, world: World) -> list[Step]:
        """List the waiting tasks that the schedule starts now, in its order."""
        found: list[tuple[int, Step]] = []
        for repair, task in waiting(world):
            row = self.row_of(world, repair, task.id)
            if row is not None:
                found.append((self.rows.index(row), (repair, task)))
        return [step for _, step in sorted(found, key=lambda item: item[0])]

    def start_tasks(self, world: World) -> bool:
        """R5 (5) with the listed starts; what cannot start is forced, and is a fault."""
        steps = self.due(world)
        again = start_in_order(world, steps)
        begun = [step for step in steps if step[1].id in step[0].starts]
        if not begun:
            for repair, task in steps:
                reasons = ", ".join(hindrances(world, repair, task))
                self.faults.append(
                    f"{label(repair, task.id)} cannot start at {world.time}: {reasons}"
                )
                start(world, repair, task)
                again = again or task.duration == 0
            begun = steps
        for repair, task in begun:
            self.tick_off(world, repair, task.id)
        return again or len(begun) < len(steps)

    def tick_off(self, world: World, repair: Repair, task_id: str) -> None:
        """Check the row of a task just begun and take it off the list."""
        row = self.row_of(world, repair, task_id)
        assert row is not None
        self.rows.remove(row)
        task = next(t for t in tasks_of(self.case, repair) if t.id == task_id)
        if row["finish_s"] != repair.finishes[task_id]:
            self.faults.append(f"{label(repair, task_id)}: finish_s is not start + duration")
        if row["crew"] != task.crew:
            self.faults.append(f"{label(repair, task_id)}: crew is not that of the procedure")

    def after_instant(self, world: World) -> None:
        """No idling: once an instant is through, nothing that waits could start."""
        for repair, task in waiting(world):
            if not hindrances(world, repair, task):
                self.faults.append(f"{label(repair, task.id)} could start at {world.time}")


def label(repair: Repair, task_id: str) -> str:
    """Name a task in a fault."""
    return f"{repair.component}/{task_id}"


def verify(inventory: Tree, scenario: Tree, result: Tree, chains: bool = True) -> list[str]:
    """
    Return every violation of the model in a result; empty: it keeps every rule.

    Parameters
    ----------
    inventory, scenario
        Merged mappings, as for `simulate`.
    result
        The JSON document `bcp simulate --json` prints.
    chains
        Check the critical chains too; the slow reference itself gives none.
    """
    case = read_case(inventory, scenario)
    tries = [replayed(case, result, supposed) for supposed in suppositions(case, result)]
    faults = min(tries, key=len)
    faults += order_faults(result) + procedure_faults(case, result)
    return faults + (chain_faults(result) if chains else [])


def suppositions(case: Case, result: Tree) -> list[dict[str, str]]:
    """List the procedures that may have been chosen for what never had a task begun."""
    if result["strategy"] in ("rank", "slack"):
        return [{}]
    begun = {row["component"] for row in result["tasks"]}
    silent = [
        name
        for name in case.nodes
        if name in ever_damaged(case) - begun and len(case.nodes[name].procedures) > 1
    ]
    choices = list(product(*(case.nodes[name].procedures for name in silent)))
    return [dict(zip(silent, choice, strict=True)) for choice in choices[:MOST_CHOICES]]


def replayed(case: Case, result: Tree, unlisted: dict[str, str]) -> list[str]:
    """Play the listed starts again and return all that is wrong or different."""
    replay = Replay(case, [dict(row) for row in result["tasks"]], unlisted)
    times = frozenset(row["start_s"] for row in replay.rows)
    world = play(case, Player(replay.procedure_of, replay.start_tasks, times, replay.after_instant))
    for row in replay.rows:
        name = f"{row['component']}/{row['task']}"
        replay.faults.append(f"{name} is listed at {row['start_s']} but does not wait then")
    expected = outcome(world, result["strategy"])
    del expected["tasks"]
    return replay.faults + differences(expected, result, "result")


def differences(expected: Any, actual: Any, where: str) -> list[str]:
    """List what of `expected` the result lacks or has otherwise; more keys are free."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        found = [f"{where}/{key} is missing" for key in expected if key not in actual]
        if where in ("result/components", "result/functions"):
            found += [f"{where}/{key} is unknown" for key in actual if key not in expected]
        for key in expected.keys() & actual.keys():
            found += differences(expected[key], actual[key], f"{where}/{key}")
        return sorted(found)
    if isinstance(expected, float) and isinstance(actual, (int, float)):
        close = abs(expected - actual) <= LOSS_TOLERANCE * max(1, abs(expected))
        return [] if close else [f"{where}: {actual} should be {expected}"]
    # `True == 1`, so the type counts as well.
    if type(expected) is type(actual) and expected == actual:
        return []
    return [f"{where}: {actual} should be {expected}"]


def order_faults(result: Tree) -> list[str]:
    """Check that the tasks are listed by their start."""
    starts = [row["start_s"] for row in result["tasks"]]
    return [] if starts == sorted(starts) else ["tasks are not listed by start"]


def procedure_faults(case: Case, result: Tree) -> list[str]:
    """T5: `rank` and `slack` take the procedure whose longest chain is shortest."""
    if result["strategy"] not in ("rank", "slack"):
        return []
    return [
        f"{row['component']}/{row['task']}: {row['procedure']} is not the shortest procedure"
        for row in result["tasks"]
        if row["procedure"] != shortest_procedure(case, row["component"])
    ]


def chain_faults(result: Tree) -> list[str]:
    """Section 5: from the incident to the restoration without a gap, each link with a reason."""
    found = []
    for name, function in result["functions"].items():
        if not function["down"] or function["restored_s"] is None:
            continue
        links = function.get("critical_chain") or []
        ends = [0] + [link["to_s"] for link in links]
        starts = [link["from_s"] for link in links] + [function["restored_s"]]
        if starts != ends or any(link["from_s"] > link["to_s"] for link in links):
            found.append(f"{name}: the critical chain has a gap: {links}")
        found += [
            f"{name}: a link of the critical chain lacks what, id or why: {link}"
            for link in links
            if not all(isinstance(link.get(key), str) and link[key] for key in LINK_TEXTS)
        ]
    return found
