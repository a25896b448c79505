"""What the works of a case wait for, as far as a search that moves them has to know."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from bcp.compiled.kernel.listing import Moves
from bcp.compiled.tables import Compiled
from bcp.graph.network import Need, Network
from bcp.search.activities import flat

__all__ = ["moves_of_works"]


def moves_of_works(compiled: Compiled) -> Moves:
    """Return, for every work and function, the works that it may wait for.

    Spares and every procedure are counted: it only says what is moved together, and the play
    judges what comes of it.
    """
    network = compiled.network
    works: dict[str, list[int]] = {}
    for number, (component, _, _) in enumerate(compiled.works):
        works.setdefault(component, []).append(number)
    causes = _Causes(network, works)
    number_of = {work: number for number, work in enumerate(compiled.works)}
    before = []
    for component, procedure, task in compiled.works:
        earlier = [
            number_of[component, procedure, id_] for id_ in network.tasks[procedure, task].after
        ]
        needs = network.work_needs(component, procedure, task) + _lasting(network, component)
        before.append([*dict.fromkeys([*earlier, *causes.works_of(needs, component)])])
    goals = [[*causes.works_of(_lasting(network, function), "")] for function in network.functions]
    waits, wait_from = flat(before)
    goal, goal_from = flat(goals)
    teams = {team: number for number, team in enumerate(compiled.teams)}
    crews = [next(iter(network.tasks[work[1:]].crew), None) for work in compiled.works]
    return Moves(
        wait_from,
        waits,
        goal_from,
        goal,
        np.array([network.tasks[work[1:]].duration.mean for work in compiled.works], np.int64),
        np.array([-1 if team is None else teams[team] for team in crews], np.int64),
    )


def _lasting(network: Network, node: str) -> tuple[Need, ...]:
    return network.needs[node] + network.start_needs[node]


class _Causes:
    """The damaged components that a node waits for, itself or through others that are whole."""

    def __init__(self, network: Network, works: dict[str, list[int]]) -> None:
        self._network, self._works = network, works
        self._nearest: dict[str, tuple[str, ...]] = {}

    def works_of(self, needs: Iterable[Need], but: str) -> list[int]:
        """Return the works of the nearest damaged components below *needs*, *but* one."""
        found: dict[int, None] = {}
        for need in needs:
            for provider in need.providers:
                for component in self._below(provider):
                    if component != but:
                        found.update(dict.fromkeys(self._works[component]))
        return [*found]

    def _below(self, node: str) -> tuple[str, ...]:
        if node in self._works:
            return (node,)
        if node not in self._nearest:
            found: dict[str, None] = {}
            seen, left = {node}, [node]
            while left:
                for need in _lasting(self._network, left.pop()):
                    for provider in need.providers:
                        if provider in self._works:
                            found[provider] = None
                        elif provider not in seen:
                            seen.add(provider)
                            left.append(provider)
            self._nearest[node] = (*found,)
        return self._nearest[node]
