"""How long procedures take with nobody to wait for: the lengths that strategies plan by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bcp.graph.network import Network
from bcp.inventory.models import Procedure


@dataclass(frozen=True, slots=True)
class Lengths:
    """The mean lengths of the procedures of a network, in seconds."""

    length: Mapping[str, int]
    """Of a procedure: its longest chain of tasks."""
    tail: Mapping[tuple[str, str], int]
    """Of (procedure, task): the longest chain from the task's start to the end."""
    head: Mapping[tuple[str, str], int]
    """Of (procedure, task): the longest chain from the beginning to the task's start."""
    chosen: Mapping[str, str]
    """Of a component: its procedure with the shortest length, the first on a tie."""

    def of(self, component: str) -> int:
        """Return the length of the procedure of *component*, 0 where it has none."""
        procedure = self.chosen.get(component)
        return 0 if procedure is None else self.length[procedure]


def measure(network: Network) -> Lengths:
    """Return the lengths of every procedure, and which one each component goes through."""
    tail: dict[tuple[str, str], int] = {}
    head: dict[tuple[str, str], int] = {}
    for procedure in network.procedures.values():
        after = {task.id: frozenset(task.after) for task in procedure.tasks}
        before = {id_: frozenset(t.id for t in procedure.tasks if id_ in t.after) for id_ in after}
        means = {task.id: task.duration.mean for task in procedure.tasks}
        for id_ in in_order(procedure):
            head[procedure.id, id_] = max(
                (head[procedure.id, other] + means[other] for other in after[id_]), default=0
            )
        for id_ in reversed(in_order(procedure)):
            tail[procedure.id, id_] = means[id_] + max(
                (tail[procedure.id, other] for other in before[id_]), default=0
            )
    length = {
        procedure.id: max(tail[procedure.id, task.id] for task in procedure.tasks)
        for procedure in network.procedures.values()
    }
    chosen = {
        component.id: min(component.procedure, key=lambda procedure: length[procedure])
        for component in network.components.values()
        if component.procedure
    }
    return Lengths(length, tail, head, chosen)


def in_order(procedure: Procedure) -> list[str]:
    """Return the ids of the tasks so that each comes after those it waits for."""
    ordered: dict[str, None] = {}
    left: Iterable[tuple[str, frozenset[str]]] = [
        (t.id, frozenset(t.after)) for t in procedure.tasks
    ]
    while left:
        ordered.update({id_: None for id_, after in left if after <= ordered.keys()})
        left = [(id_, after) for id_, after in left if id_ not in ordered]
    return list(ordered)
