"""What functions want: targets, workarounds, levels, and who waits for whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import lcm

import numpy as np

from bcp.compiled.kernel import columns as c
from bcp.compiled.kernel.arrays import Floats, Ints
from bcp.compiled.links import Row, ints, rows
from bcp.compiled.numbering import Numbering
from bcp.graph.knots import circles
from bcp.graph.network import Need, Network
from bcp.inventory.models import Function
from bcp.recovery.strategy import targets
from bcp.recovery.targets import Scope, best_ranks
from bcp.scenario.impact import Impact
from bcp.units import HOUR

__all__ = ["NOBODY", "Wanted"]

NOBODY = c.NEVER
"""The rank of a node that no function with a rank waits for."""
_FINE = 1_000_000


class Wanted:
    """The functions of a network in a scenario, and the order in which targets are passed on."""

    def __init__(self, network: Network, impact: Impact, numbers: Numbering) -> None:
        self._network, self._numbers = network, numbers
        rto = targets(network, impact)
        held = network.functions.values()
        self._counts = _counts([item.weight for item in held])
        self.functions = rows([self._function(item, rto[item.id]) for item in held], c.FUNCTION)
        self.weights: Floats = np.array([float(item.weight / HOUR) for item in held], np.float64)
        undamaged = Scope(network, numbers.lengths, frozenset(), as_listed=False)
        best = best_ranks(undamaged)
        self.ranks: Ints = ints(best.get(node, NOBODY) for node in network.nodes())
        self.efforts: Ints = ints(self._effort(node) for node in network.nodes())
        self._own_tail: dict[str, int] = {}
        for (procedure, task), tail in numbers.lengths.tail.items():
            if (procedure, task) in network.wants_own:
                self._own_tail[procedure] = max(tail, self._own_tail.get(procedure, 0))
        self.edges = 1
        """How many providers count for one node, or all of one circle, at most."""
        self.demands: Ints = ints(self._demands())

    def _function(self, item: Function, rto: int) -> Row:
        numbers, network, held = self._numbers, self._network, item.workaround
        levelled = [n for n in network.needs[item.id] if n.levels is not None]
        graded, graded_end = numbers.to_needs.add(numbers.need[n] for n in levelled)
        tops = [n.levels[max(n.levels)] for n in levelled if n.levels is not None]
        until = c.NEVER
        if held is not None and held.for_ is not None:
            until = held.after + held.for_
        return {
            c.OUT: -1,
            c.F_NODE: network.place[item.id],
            c.F_NUMBER: network.place[item.id] - len(network.components),
            c.F_AFTER: c.NEVER if held is None else held.after,
            c.F_UNTIL: until,
            c.F_LEVEL: 0 if held is None else round(held.level * numbers.unit),
            c.F_GRADED: graded,
            c.F_GRADED_END: graded_end,
            c.F_RTO: rto,
            c.F_COUNTS: self._counts[network.place[item.id] - len(network.components)],
            c.F_FULL: min((round(top * numbers.unit) for top in tops), default=numbers.unit),
        }

    def _effort(self, node: str) -> int:
        lengths = self._numbers.lengths
        return lengths.of(node) if node in lengths.chosen else c.NEVER

    def _demands(self) -> Iterator[int]:
        """Yield what each node needs, each before whatever it may need, circles apart."""
        network = self._network
        possible = {
            node: tuple(p for need in self._possible(node) for p in need.providers)
            for node in network.nodes()
        }
        for number, circle in enumerate(reversed(circles(possible, possible.__getitem__))):
            members = sum(self._count(node) for node in circle)
            self.edges = max(self.edges, members)
            for node in circle:
                yield from self._demand(node, number if len(circle) > 1 else -1)

    def _demand(self, node: str, circle: int) -> list[int]:
        network, lengths = self._network, self._numbers.lengths
        requires = [need for need in network.needs[node] if need.staff is None]
        tasks = list(self._tasks(node))
        held = [
            value for need in (*requires, *network.start_needs[node]) for value in self._need(need)
        ]
        of_tasks = [value for tail, need in tasks for value in (tail, *self._need(need))]
        return [
            c.DEMAND + len(held) + len(of_tasks),
            network.place[node],
            circle,
            network.startup(node),
            len(requires),
            len(network.start_needs[node]),
            len(tasks),
            self._own_tail.get(lengths.chosen.get(node, ""), 0),
            *held,
            *of_tasks,
        ]

    def _tasks(self, node: str) -> Iterator[tuple[int, Need]]:
        """Yield what the tasks of the shortest procedure of *node* need besides, and their tails."""
        procedure = self._numbers.lengths.chosen.get(node)
        for task in () if procedure is None else self._network.procedures[procedure].tasks:
            key = (str(procedure), task.id)
            for need in self._network.task_needs[key]:
                yield self._numbers.lengths.tail[key], need

    def _possible(self, node: str) -> Iterator[Need]:
        """Yield whatever *node* may need, damaged or not, people apart."""
        yield from self._network.needs[node]
        yield from self._network.start_needs[node]
        for _, need in self._tasks(node):
            yield need

    def _count(self, node: str) -> int:
        return sum(need.at_least for need in self._possible(node))

    def _need(self, need: Need) -> list[int]:
        place = self._network.place
        return [need.at_least, len(need.providers), *(place[p] for p in need.providers)]


def _counts(weights: Sequence[Fraction]) -> list[int]:
    """Return weights as whole numbers: exactly if they are small, else to a millionth of the largest.

    If all weigh nothing, all count alike (``bcp.outlook.curve``).
    """
    if not any(weights):
        return [1] * len(weights)
    scale = Fraction(lcm(*(weight.denominator for weight in weights)))
    if max(weights) * scale > _FINE:
        scale = _FINE / max(weights)
    return [round(weight * scale) for weight in weights]
