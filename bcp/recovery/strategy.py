"""Rule T5: who goes first when crews are short, and by which procedure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Protocol

from bcp.graph.network import Network
from bcp.recovery.procedures import Lengths, measure
from bcp.recovery.targets import Scope, best_ranks, required_by
from bcp.recovery.works import Work
from bcp.scenario.impact import Impact

_LAST = float("inf")
_AS_MEASURED: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Order:
    """A plan fixed before the incident: procedures, an order of tasks, and mean durations."""

    procedures: Mapping[str, str]
    places: Mapping[tuple[str, str], int]
    """The position of (component, task)."""
    durations: Mapping[tuple[str, str], int]
    """The length in seconds of (procedure, task)."""
    holds_back: bool = False
    """Whether a crew is kept for what comes first in the order, even while it cannot start."""

    def procedure(self, component: str) -> str | None:
        """Return the procedure of *component*."""
        return self.procedures.get(component)

    def place(self, work: Work) -> int:
        """Return the position of *work*: the smallest goes first."""
        return self.places[work.component, work.task]

    def duration(self, work: Work) -> int:
        """Return the seconds that *work* takes."""
        return self.durations[work.procedure, work.task]


@dataclass(frozen=True, slots=True)
class Planned:
    """What a strategy decided for one case."""

    plan: Order
    strategy: str
    """What users call the strategy."""
    bound: Fraction | None = None
    """A proven lower bound of the loss, in weighted hours, where the strategy gives one."""


class Planner(Protocol):
    """Makes the plan of a case: a search, where the name of a rule is not enough."""

    def __call__(self, network: Network, impact: Impact) -> Planned:
        """Return the plan for what *impact* does to *network*."""


Strategy = str | Planner
"""The name of a rule (a key of :data:`STRATEGIES`), or what makes a plan."""


Key = Callable[[str, str], float]
"""What (component, task) are sorted by; ties keep the order of the files."""


def targets(network: Network, impact: Impact) -> dict[str, int]:
    """Return the RTO in seconds that counts for each function in a scenario."""
    head = impact.head
    functions = network.functions.values()
    return {f.id: f.rto_at(head.severity, head.day) for f in functions}


def scope_of(network: Network, lengths: Lengths, impact: Impact) -> Scope:
    """Return the scope of a scenario: what it damages at any time."""
    return Scope(network, lengths, impact.damaged, as_listed=False)


def by_rank(network: Network, impact: Impact, lengths: Lengths) -> Key:
    """Sort by the best rank among the functions that wait for the component."""
    best = best_ranks(scope_of(network, lengths, impact))
    return lambda component, _: best.get(component, _LAST)


def by_slack(network: Network, impact: Impact, lengths: Lengths) -> Key:
    """Sort by the latest start at which the RTOs can still be met."""
    due = required_by(scope_of(network, lengths, impact), targets(network, impact))

    def key(component: str, task: str) -> float:
        if component not in due:
            return _LAST
        tail = lengths.tail[lengths.chosen[component], task]
        return due[component] - network.startup(component) - tail

    return key


STRATEGIES: Mapping[str, Callable[[Network, Impact, Lengths], Key]] = {
    "rank": by_rank,
    "slack": by_slack,
}
"""Each strategy by the name that users call it."""


def plan_by(
    strategy: str,
    network: Network,
    impact: Impact,
    chosen: Mapping[str, str] = _AS_MEASURED,
) -> Order:
    """Return the order of a strategy for what a scenario damages.

    Where *chosen* names the procedure of a component, that one is taken, not the shortest.
    """
    lengths = measure(network)
    if chosen:
        lengths = replace(lengths, chosen={**lengths.chosen, **chosen})
    key = STRATEGIES[strategy](network, impact, lengths)
    damaged = sorted(impact.damaged & lengths.chosen.keys(), key=network.place.__getitem__)
    listed = [
        (component, task.id)
        for component in damaged
        for task in network.procedures[lengths.chosen[component]].tasks
    ]
    listed.sort(key=lambda pair: key(*pair))
    durations = {key: task.duration.mean for key, task in network.tasks.items()}
    return Order(lengths.chosen, {pair: place for place, pair in enumerate(listed)}, durations)


def planned(strategy: Strategy, network: Network, impact: Impact) -> Planned:
    """Return what *strategy* decides for what *impact* does to *network*.

    Raises
    ------
    KeyError
        If it is the name of no rule.
    """
    if isinstance(strategy, str):
        return Planned(plan_by(strategy, network, impact), strategy)
    return strategy(network, impact)
