"""What stays the same while a drill runs: the files, the network, the plan that is rehearsed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bcp.drill.file.models import Drill, Inject
from bcp.drill.file.moments import due_of
from bcp.graph.network import Network, build_network
from bcp.inventory.models import Inventory
from bcp.recovery.play import Act, Acts, Case, case_of
from bcp.recovery.strategy import Order, plan_by
from bcp.recovery.works import Work
from bcp.scenario.impact import Impact, assess
from bcp.scenario.models import Event, Scenario

__all__ = ["UNKNOWN", "ByHand", "Setting", "acts_at", "extended", "prepare", "replan"]

UNKNOWN = 10**12
"""When a task finishes of which people will say so: beyond every horizon."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A drill, its scenario and its inventory, ready to be run."""

    drill: Drill
    scenario: Scenario
    network: Network
    case: Case
    """The inventory under the scenario, before any inject changes it."""
    order: Order
    """The plan for what the scenario damages."""
    injects: Mapping[str, Inject]
    """By number, in the order of the file."""
    due: Mapping[str, int | None]
    """When each inject is due by the file, in seconds since the incident."""

    @property
    def inventory(self) -> Inventory:
        """The organisation that is rehearsed."""
        return self.network.inventory


def prepare(drill: Drill, scenario: Scenario, inventory: Inventory) -> Setting:
    """Return a drill ready to be run; all ids in it exist."""
    network = build_network(inventory)
    impact = assess(scenario, inventory)
    return Setting(
        drill,
        scenario,
        network,
        case_of(network, impact),
        plan_by(drill.drill.strategy, network, impact),
        {inject.no: inject for inject in drill.injects},
        {inject.no: due_of(inject, scenario.scenario, drill.clock) for inject in drill.injects},
    )


def extended(case: Case, events: Iterable[Event], now: int) -> Case:
    """Return *case* with *events*, whose `at` counts from *now*, happening besides."""
    shifted = tuple(event.model_copy(update={"at": event.at + now}) for event in events)
    if not shifted:
        return case
    inventory = case.network.inventory
    added = assess(Scenario(scenario=case.impact.head, events=shifted), inventory)
    impact = Impact(
        case.impact.head,
        case.impact.hits + added.hits,
        case.impact.outages + added.outages,
        case.impact.barred + added.barred,
        case.impact.absences + added.absences,
    )
    return case_of(case.network, impact)


def acts_at(before: Case, after: Case, now: int) -> Acts:
    """Return what happens at *now* in *after*, which extends *before*, and did not there."""
    old = list(before.acts.get(now, ()))
    return tuple(act for act in after.acts.get(now, ()) if not _taken(old, act))


def _taken(old: list[tuple[Act, str]], act: tuple[Act, str]) -> bool:
    if act in old:
        old.remove(act)
        return True
    return False


def replan(setting: Setting, case: Case, chosen: Mapping[str, str]) -> Order:
    """Return the plan for all that *case* damages, by the procedures that people chose."""
    return plan_by(setting.drill.drill.strategy, setting.network, case.impact, chosen)


@dataclass(frozen=True, slots=True)
class ByHand:
    """A plan of which people say when its tasks are finished."""

    order: Order

    def procedure(self, component: str) -> str | None:
        """Return the procedure of *component*."""
        return self.order.procedure(component)

    def place(self, work: Work) -> int:
        """Return the position of *work*."""
        return self.order.place(work)

    def duration(self, work: Work) -> int:  # noqa: ARG002 (nobody knows for any of them)
        """Return a time beyond every horizon."""
        return UNKNOWN

    @property
    def holds_back(self) -> bool:
        """Whether a crew is kept for what comes first: people decide that by starting tasks."""
        return False
