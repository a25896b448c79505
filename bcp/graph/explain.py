"""One thing in its surroundings: what it needs, who needs it, what stops with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bcp.graph.failures import Failures
from bcp.graph.network import Need, Network, Role


@dataclass(frozen=True, slots=True)
class Explanation:
    """What there is to say about a component or a function."""

    id: str
    needs: tuple[Need, ...]
    """What it requires to be up, people included."""
    start_needs: tuple[Need, ...]
    """What it needs besides, to start."""
    repair_needs: tuple[tuple[str, Need], ...]
    """What the tasks of its procedures require, each as (``procedure/task``, need)."""
    needed_by: tuple[str, ...]
    """The nodes that name it in a group, to be up or to start."""
    repairs: tuple[str, ...]
    """The tasks, as ``procedure/task``, that require it."""
    holds: tuple[str, ...]
    """The nodes whose reserve it holds."""
    contains: tuple[str, ...]
    """What stands in it, at any depth."""
    stands_in: tuple[str, ...]
    """The places it stands in, the nearest first."""
    all_needs: tuple[str, ...]
    """Everything it needs, directly or through others, spares included."""
    all_needed_by: tuple[str, ...]
    """Everything that needs it, directly or through others, even as a spare."""
    stops: tuple[str, ...]
    """What goes down when it alone fails for good."""


def explain(network: Network, id_: str) -> Explanation:
    """Return what there is to say about the component or function *id_*.

    Raises
    ------
    KeyError
        If there is no such component or function.
    """
    component = network.components.get(id_)
    procedures = () if component is None else component.procedure
    users = network.users[id_]
    place = network.place.__getitem__
    return Explanation(
        id=id_,
        needs=network.needs[id_],
        start_needs=network.start_needs[id_],
        repair_needs=tuple(_repair_needs(network, procedures)),
        needed_by=_owners(need for need in users if need.role is not Role.TASK),
        repairs=_owners(need for need in users if need.role is Role.TASK),
        holds=_owners(network.bridged[id_]),
        contains=() if component is None else tuple(_inside(network, id_)),
        stands_in=() if component is None else network.places_of(id_)[1:],
        all_needs=tuple(sorted(_reach(id_, lambda node: _providers(network, node)), key=place)),
        all_needed_by=tuple(sorted(_reach(id_, lambda node: _users(network, node)), key=place)),
        stops=tuple(node for node in Failures(network).stops([id_]) if node != id_),
    )


def _repair_needs(network: Network, procedures: Iterable[str]) -> Iterator[tuple[str, Need]]:
    for procedure in procedures:
        for task in network.procedures[procedure].tasks:
            for need in network.task_needs[procedure, task.id]:
                yield need.owner, need


def _owners(needs: Iterable[Need]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(need.owner for need in needs))


def _inside(network: Network, place: str) -> Iterator[str]:
    for component in network.components:
        if place in network.places_of(component)[1:]:
            yield component


def _providers(network: Network, node: str) -> Iterator[str]:
    for need in network.needs[node] + network.start_needs[node]:
        yield from need.providers


def _users(network: Network, node: str) -> Iterator[str]:
    for need in network.users[node]:
        if need.role is not Role.TASK:
            yield need.owner


def _reach(start: str, edges: Callable[[str], Iterable[str]]) -> set[str]:
    """Return everything reached from *start*, itself only if it lies in a circle."""
    found: set[str] = set()
    todo = [start]
    while todo:
        for other in edges(todo.pop()):
            if other not in found:
                found.add(other)
                todo.append(other)
    return found
