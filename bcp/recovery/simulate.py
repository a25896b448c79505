"""One simulation from the inventory to the result: play a case and read what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from bcp.graph.network import Network, build_network
from bcp.inventory.models import Function, Inventory
from bcp.memory import paused_gc
from bcp.outage.timeline import Causes, downtimes, shortages
from bcp.recovery.chain import Tracer
from bcp.recovery.data import NOTHING_LEFT, data_losses, losses_below
from bcp.recovery.findings import findings_of, knots_at_end
from bcp.recovery.outcome import downtime, levels, loss, restored
from bcp.recovery.play import Case, State, case_of, play
from bcp.recovery.priority import rows_of
from bcp.recovery.result import ComponentResult, FunctionResult, Interval, Result
from bcp.recovery.strategy import Planned, Strategy, planned, targets
from bcp.recovery.works import Plan
from bcp.scenario.impact import Impact, assess
from bcp.scenario.models import Scenario


def simulate(
    inventory: Inventory,
    scenario: Scenario,
    strategy: Strategy = "slack",
    network: Network | None = None,
) -> Result:
    """Play *scenario* on *inventory* by a strategy and return what comes out.

    Parameters
    ----------
    inventory
        What the organisation has.
    scenario
        What happens; its ids exist in the inventory.
    strategy
        Who goes first when crews are short: ``rank``, ``slack``, or what makes a plan.
    network
        The network of *inventory*, if it has been built already.

    Raises
    ------
    KeyError
        If the strategy is unknown.
    """
    with paused_gc():
        network = network or build_network(inventory)
        return play_impact(network, assess(scenario, inventory), strategy).result


@dataclass(frozen=True, slots=True)
class Played:
    """A case that was played to its horizon, with everything that can be asked of it."""

    case: Case
    planned: Planned
    state: State
    result: Result


def play_impact(network: Network, impact: Impact, strategy: Strategy) -> Played:
    """Play what *impact* does to *network* by *strategy*, and read what came of it."""
    case = case_of(network, impact)
    made = planned(strategy, network, impact)
    state = play(case, made.plan)
    result = read_result(case, state, made.plan, made.strategy, made.bound)
    return Played(case, made, state, result)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a scenario comes to, in the two figures that plans are compared by."""

    loss: Fraction
    """In weighted hours."""
    rto_met: Mapping[str, bool]
    """Of each function: whether it met its RTO."""


def verdict(
    inventory: Inventory, scenario: Scenario, strategy: Strategy, network: Network
) -> Verdict:
    """Play *scenario* as :func:`simulate` does and return only what plans are compared by.

    Reasons, chains and the recovery order take as long as the playing itself.

    Parameters
    ----------
    inventory
        What the organisation has.
    scenario
        What happens; its ids exist in the inventory.
    strategy
        Who goes first when crews are short.
    network
        The network of *inventory*.
    """
    with paused_gc():
        case = case_of(network, assess(scenario, inventory))
        reading = _Measuring(case, play(case, planned(strategy, network, case.impact).plan))
        held = {id_: reading.measured(item) for id_, item in network.functions.items()}
    return Verdict(
        loss=sum((one.loss for one in held.values()), Fraction(0)),
        rto_met={id_: one.rto_met for id_, one in held.items()},
    )


def read_result(
    case: Case, state: State, plan: Plan, strategy: str, bound: Fraction | None = None
) -> Result:
    """Return the result of a case that was played to its horizon."""
    network = case.network
    reading = _Reading(case, state)
    functions = {f.id: reading.function(f) for f in network.functions.values()}
    knots = knots_at_end(case, state)
    return Result(
        scenario=case.impact.head.id,
        inventory=network.inventory.organisation.id,
        strategy=strategy,
        horizon=case.horizon,
        loss=sum((held.loss for held in functions.values()), Fraction(0)),
        bound=bound,
        components={id_: reading.component(id_) for id_ in network.components},
        functions=functions,
        order=rows_of(case, state, strategy, plan),
        tasks=tuple(sorted(state.works.done, key=lambda d: (d.start, plan.place(d.work)))),
        crews={key: task.crew for key, task in network.tasks.items()},
        deadlocks=knots,
        findings=findings_of(case, state, reading.losses, knots),
    )


@dataclass(frozen=True, slots=True)
class _Measured:
    """How a function fared, in figures."""

    restored: int | None
    downtime: int
    rto_met: bool
    levels: tuple[tuple[int, Fraction], ...]
    loss: Fraction


class _Measuring:
    """What is read off a played case once, for the figures of all of its functions."""

    def __init__(self, case: Case, state: State) -> None:
        self.case = case
        self.downs = downtimes(state.condition.changes)
        self.short = shortages(state.condition)
        self.rto = targets(case.network, case.impact)

    def measured(self, function: Function) -> _Measured:
        """Return how a function fared."""
        horizon, id_ = self.case.horizon, function.id
        downs = self.downs.get(id_, ())
        back, down = restored(downs), downtime(downs, horizon)
        graph = levels(self.case.network, function, self.downs, self.short, horizon)
        weight = self.case.network.inventory.organisation.outage_weight
        return _Measured(
            restored=back,
            downtime=down,
            rto_met=back is not None and down <= self.rto[id_],
            levels=graph,
            loss=loss(function, self.rto[id_], down, graph, (horizon, weight)),
        )


class _Reading(_Measuring):
    """What is read off a played case once, for all of its components and functions."""

    def __init__(self, case: Case, state: State) -> None:
        super().__init__(case, state)
        self.causes = Causes(state.condition)
        self.tracer = Tracer(case, state)
        self.losses = data_losses(case.network, case.impact)
        self.losses_below = losses_below(case.network, self.losses)
        self.damaged = case.impact.damaged

    def component(self, id_: str) -> ComponentResult:
        """Return what became of a component."""
        return ComponentResult(
            damaged=id_ in self.damaged,
            down=self._intervals(id_),
            causes=self._causes(id_),
            data_loss=_seconds(self.losses.get(id_, 0)),
        )

    def function(self, function: Function) -> FunctionResult:
        """Return what became of a function."""
        held, id_ = self.measured(function), function.id
        mtpd = None if function.mtpd is None else function.mtpd.at(self.case.impact.head.severity)
        lost = self.losses_below.get(id_, 0)
        downs = self.downs.get(id_, ())
        rise = downs[-1].rise if downs else None
        is_within = mtpd is not None and held.restored is not None and held.downtime <= mtpd
        return FunctionResult(
            down=self._intervals(id_),
            restored=held.restored,
            downtime=held.downtime,
            rto=self.rto[id_],
            rto_met=held.rto_met,
            mtpd=mtpd,
            mtpd_met=None if mtpd is None else is_within,
            rpo=function.rpo,
            data_loss=_seconds(lost),
            rpo_met=None if function.rpo is None else lost <= function.rpo,
            causes=self._causes(id_),
            chain=() if rise is None else self.tracer.chain(rise),
            levels=held.levels,
            loss=held.loss,
        )

    def _intervals(self, node: str) -> tuple[Interval, ...]:
        return tuple((down.start, down.end) for down in self.downs.get(node, ()))

    def _causes(self, node: str) -> tuple[str, ...]:
        return self.causes.of(node) if node in self.downs else ()


def _seconds(lost: float) -> int | None:
    return None if lost == NOTHING_LEFT else int(lost)
