"""T5: which procedure is taken, and who goes first when crews are short."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .reading import DEFAULT_RANKS, Case, Group, Node, Task, ever_damaged, seconds

NEVER = float("inf")


class Need(NamedTuple):
    """`needing` needs a group; satisfied `early` seconds before it is itself required."""

    needing: str
    group: Group
    early: int


def tail(task: Task, tasks: tuple[Task, ...]) -> int:
    """Return the longest chain from the start of a task to the end of its procedure."""
    later = [tail(other, tasks) for other in tasks if task.id in other.after]
    return task.duration + max(later, default=0)


def length(case: Case, procedure: str) -> int:
    """Return the longest chain of tasks of a procedure, in seconds."""
    tasks = case.procedures[procedure]
    return max((tail(task, tasks) for task in tasks), default=0)


def shortest_procedure(case: Case, component: str) -> str | None:
    """T5: the procedure whose longest chain of tasks is shortest, the first on a tie."""
    names = case.nodes[component].procedures
    return min(names, key=lambda name: length(case, name)) if names else None


def target(case: Case, node: Node, key: str) -> int | None:
    """Read an rto or mtpd, plain or by the severity of the scenario; None where absent."""
    if key not in node.raw:
        return None
    value = node.raw[key]
    if isinstance(value, dict) and "normal" in value:
        value = value[case.scenario.get("severity", "normal")]
    return seconds(value)


def in_peak(case: Case, peak: dict[str, str]) -> bool:
    """Tell whether the scenario starts within a peak, ends included, the year wrapping."""
    assert case.starts is not None
    today = case.starts.strftime("%m-%d")
    if peak["from"] <= peak["to"]:
        return peak["from"] <= today <= peak["to"]
    return today >= peak["from"] or today <= peak["to"]


def rto(case: Case, node: Node) -> int:
    """Return the RTO that counts in this scenario: in a peak, the smaller one."""
    normal = target(case, node, "rto")
    assert normal is not None
    peaks = [seconds(p["rto"]) for p in node.raw.get("peaks", []) if in_peak(case, p)]
    return min([normal, *peaks])


def needs(case: Case, damaged: set[str]) -> Iterator[Need]:
    """List every need: requires, starts_with, and the tasks of what is damaged."""
    for node in case.nodes.values():
        for group in node.requires + node.starts_with:
            yield Need(node.id, group, node.startup)
        procedure = shortest_procedure(case, node.id) if node.id in damaged else None
        if procedure is None:
            continue
        tasks = case.procedures[procedure]
        for task in tasks:
            for group in task.requires + (node.requires if task.own else ()):
                yield Need(node.id, group, node.startup + tail(task, tasks))


def reach(edges: set[tuple[str, str]]) -> dict[str, set[str]]:
    """Return each → all that it needs, directly or through others."""
    next_to: dict[str, set[str]] = {}
    for needing, needed in edges:
        next_to.setdefault(needing, set()).add(needed)
    found: dict[str, set[str]] = {}
    for start in next_to:
        found[start] = set()
        todo = [start]
        while todo:
            new = next_to.get(todo.pop(), set()) - found[start]
            found[start] |= new
            todo += new
    return found


def best_ranks(case: Case) -> dict[str, int]:
    """T5 `rank`: component → the best rank among the functions that wait; none: last."""
    ranks = case.organisation.get("ranks", DEFAULT_RANKS)
    edges = {
        (need.needing, provider)
        for need in needs(case, ever_damaged(case))
        for provider in need.group.any_of
    }
    below = reach(edges)
    best = dict.fromkeys(case.nodes, len(ranks))
    for node in case.nodes.values():
        if node.is_function and "rank" in node.raw:
            for name in below.get(node.id, set()):
                best[name] = min(best[name], ranks.index(node.raw["rank"]))
    return best


def first_providers(case: Case, group: Group, damaged: set[str]) -> list[str]:
    """T5 `slack`: the undamaged count as first, then the shortest procedure, then as listed."""

    def repair(provider: str) -> float:
        if provider not in damaged:
            return 0
        procedure = shortest_procedure(case, provider)
        return NEVER if procedure is None else length(case, procedure)

    listed = sorted(group.any_of, key=lambda p: (p in damaged, repair(p)))
    return listed[: group.at_least]


def required_by(case: Case, damaged: set[str]) -> dict[str, float]:
    """Section 5: the latest time each is required by; infinite for spares."""
    passed_on = {
        (need.needing, provider, need.early)
        for need in needs(case, damaged)
        for provider in first_providers(case, need.group, damaged)
    }
    edges = {(needing, provider) for needing, provider, _ in passed_on}
    below = reach(edges)
    due: dict[str, float] = {
        node.id: rto(case, node) if node.is_function else NEVER for node in case.nodes.values()
    }
    changed = True
    while changed:
        changed = False
        for needing, provider, early in passed_on:
            # Inside a circle required_by is passed on undiminished.
            moment = due[needing] - (0 if needing in below.get(provider, set()) else early)
            if not case.nodes[provider].is_function and moment < due[provider]:
                due[provider] = moment
                changed = True
    return due


def latest_starts(case: Case, damaged: set[str]) -> dict[tuple[str, str], float]:
    """Section 5: (component, task) → its latest start, with every RTO of the scenario."""
    due = required_by(case, damaged)
    found: dict[tuple[str, str], float] = {}
    for component in damaged:
        procedure = shortest_procedure(case, component)
        tasks = case.procedures[procedure] if procedure is not None else ()
        for task in tasks:
            early = case.nodes[component].startup + tail(task, tasks)
            found[component, task.id] = due[component] - early
    return found


def task_order(case: Case, strategy: str) -> list[tuple[str, str]]:
    """T5: every task the scenario may call for as (component, task), the most urgent first."""
    damaged = ever_damaged(case)
    latest = latest_starts(case, damaged)
    in_file_order = [
        (component, task.id)
        for component in case.nodes
        if component in damaged and (procedure := shortest_procedure(case, component)) is not None
        for task in case.procedures[procedure]
    ]
    if strategy == "slack":
        return sorted(in_file_order, key=lambda pair: latest[pair])
    if strategy == "rank":
        best = best_ranks(case)
        return sorted(in_file_order, key=lambda pair: best[pair[0]])
    raise ValueError(f"the reference has no strategy {strategy!r}; give it an order instead")
