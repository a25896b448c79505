"""A scenario played once, kept with everything that can be asked of it afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bcp.graph.network import Need, Network, Role, build_network
from bcp.inventory.models import Inventory
from bcp.memory import paused_gc
from bcp.outage.timeline import downtimes
from bcp.recovery.chain import Tracer
from bcp.recovery.play import Case, State
from bcp.recovery.result import Link, Result
from bcp.recovery.simulate import play_impact
from bcp.recovery.strategy import Planned, Strategy
from bcp.recovery.works import Work
from bcp.scenario.impact import assess
from bcp.scenario.models import Scenario

__all__ = ["Scene", "play_scene"]


@dataclass(frozen=True, slots=True)
class Scene:
    """What was played, by which plan, and what came of it."""

    scenario: Scenario
    case: Case
    planned: Planned
    state: State
    result: Result

    @property
    def network(self) -> Network:
        """The network of the inventory."""
        return self.case.network

    @property
    def inventory(self) -> Inventory:
        """What the organisation has."""
        return self.case.network.inventory

    def chain(self, node: str) -> tuple[Link, ...]:
        """Return what fixed when *node*, a component or function, came back for good."""
        function = self.result.functions.get(node)
        if function is not None:
            return function.chain
        downs = downtimes(self.state.condition.changes).get(node, ())
        rise = downs[-1].rise if downs else None
        return () if rise is None else Tracer(self.case, self.state).chain(rise)

    def work_of(self, link: Link) -> Work | None:
        """Return the work that a link of kind task tells of."""
        if link.what != "task":
            return None
        return next(
            done.work
            for done in self.result.tasks
            if done.start == link.start and link.id == f"{done.work.component}/{done.work.task}"
        )

    def awaited(self, node: str) -> tuple[str, ...]:
        """Return *node* and all it waits for once everything is down, spares included.

        In the order in which they are met; what damaged components need to be repaired counts.
        """
        found = {node: None}
        todo = [node]
        while todo:
            for other in self._providers(todo.pop()):
                if other not in found:
                    found[other] = None
                    todo.append(other)
        return tuple(found)

    def _providers(self, node: str) -> Iterator[str]:
        for need in self.needs_of(node):
            yield from need.providers

    def needs_of(self, node: str) -> Iterator[Need]:
        """Yield what *node* needs to be up, to start and, if it was damaged, to be repaired."""
        network = self.network
        yield from network.needs[node]
        yield from network.start_needs[node]
        if node in self.case.impact.damaged:
            procedure = self.planned.plan.procedure(node)
            for task in network.procedures[procedure].tasks if procedure else ():
                held = network.work_needs(node, str(procedure), task.id)
                yield from (need for need in held if need.role is Role.TASK)


def play_scene(
    inventory: Inventory,
    scenario: Scenario,
    strategy: Strategy = "slack",
    network: Network | None = None,
) -> Scene:
    """Play *scenario* on *inventory* and keep what can be asked of it.

    Parameters
    ----------
    inventory
        What the organisation has.
    scenario
        What happens; its ids exist in the inventory.
    strategy
        Who goes first when crews are short.
    network
        The network of *inventory*, if it has been built already.

    Raises
    ------
    KeyError
        If the strategy is unknown.
    """
    with paused_gc():
        network = network or build_network(inventory)
        held = play_impact(network, assess(scenario, inventory), strategy)
    return Scene(scenario, held.case, held.planned, held.state, held.result)
