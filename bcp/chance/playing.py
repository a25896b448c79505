"""One draw of a scenario played by the readable engine: what the compiled one is held against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from bcp.chance.draw import Draw, WorkId
from bcp.graph.network import Network
from bcp.outage.timeline import downtimes, shortages
from bcp.recovery.crews import build_roster
from bcp.recovery.outcome import Levels, downtime, levels, loss, restored
from bcp.recovery.play import Case, State, case_of, play
from bcp.recovery.strategy import Order, plan_by, targets
from bcp.recovery.works import Work
from bcp.scenario.impact import assess
from bcp.scenario.models import Scenario

__all__ = [
    "DrawnPlan",
    "FunctionFigures",
    "case_of_draw",
    "figures_of",
    "order_of_draw",
    "play_draw",
]


@dataclass(frozen=True, slots=True)
class DrawnPlan:
    """An order, with the durations that chance decided for each work."""

    order: Order
    durations: Mapping[WorkId, int]
    """How many seconds a task takes on a component; no entry: as the order has it."""

    def procedure(self, component: str) -> str | None:
        """Return the procedure of *component*."""
        return self.order.procedure(component)

    def place(self, work: Work) -> int:
        """Return the position of *work*: the smallest goes first."""
        return self.order.place(work)

    def duration(self, work: Work) -> int:
        """Return the seconds that *work* takes."""
        drawn = self.durations.get((work.component, work.procedure, work.task))
        return self.order.duration(work) if drawn is None else drawn

    @property
    def holds_back(self) -> bool:
        """Whether a crew is kept for what comes first in the order."""
        return self.order.holds_back


@dataclass(frozen=True, slots=True)
class FunctionFigures:
    """What came of a function in one run."""

    down: int
    """Seconds of downtime, to the horizon."""
    back: int | None
    """When it was restored; 0: never down, None: not within the horizon."""
    missing: Fraction
    """The integral of 1 - level over time, in seconds."""
    loss: Fraction
    """In weighted hours."""
    levels: Levels
    """Its level from each moment on at which it changes."""


def case_of_draw(network: Network, scenario: Scenario, draw: Draw) -> Case:
    """Return *network* under *scenario* as *draw* has it."""
    impact = replace(assess(scenario, network.inventory), hits=draw.hits)
    return case_of(network, impact, build_roster(network.inventory, impact, draw.arrivals))


def order_of_draw(
    network: Network, scenario: Scenario, draw: Draw, strategy: str = "slack"
) -> Order:
    """Return the order of a rule for what *draw* damages, made as if tasks took their means."""
    impact = replace(assess(scenario, network.inventory), hits=draw.hits)
    return plan_by(strategy, network, impact)


def play_draw(
    network: Network, scenario: Scenario, draw: Draw, strategy: str | Order = "slack"
) -> tuple[Case, State]:
    """Play *draw* to the horizon and return what was played and where things stand then.

    Parameters
    ----------
    network
        Who needs whom.
    scenario
        What *draw* was drawn from.
    draw
        What chance decided.
    strategy
        A rule, or an order made already.
    """
    case = case_of_draw(network, scenario, draw)
    if isinstance(strategy, str):
        strategy = plan_by(strategy, network, case.impact)
    return case, play(case, DrawnPlan(strategy, draw.durations))


def figures_of(case: Case, state: State) -> dict[str, FunctionFigures]:
    """Return the figures of every function of a case that was played to its horizon."""
    downs, short = downtimes(state.condition.changes), shortages(state.condition)
    rto = targets(case.network, case.impact)
    weight = case.network.inventory.organisation.outage_weight
    found: dict[str, FunctionFigures] = {}
    for id_, function in case.network.functions.items():
        own = downs.get(id_, ())
        down = downtime(own, case.horizon)
        graph = levels(case.network, function, downs, short, case.horizon)
        found[id_] = FunctionFigures(
            down=down,
            back=restored(own),
            missing=_missing(graph, case.horizon),
            loss=loss(function, rto[id_], down, graph, (case.horizon, weight)),
            levels=graph,
        )
    return found


def _missing(graph: Levels, horizon: int) -> Fraction:
    ends = [*(moment for moment, _ in graph[1:]), horizon]
    pieces = ((1 - level) * (end - start) for (start, level), end in zip(graph, ends, strict=True))
    return sum(pieces, Fraction(0))
