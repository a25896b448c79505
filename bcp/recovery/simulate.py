"""One simulation from the inventory to the result: play a case and read what came of it."""

from __future__ import annotations

from fractions import Fraction

from bcp.graph.network import Network, build_network
from bcp.inventory.models import Function, Inventory
from bcp.outage.timeline import Causes, Downtime, downtimes, shortages
from bcp.recovery.chain import Tracer
from bcp.recovery.data import NOTHING_LEFT, data_losses, losses_below
from bcp.recovery.findings import findings_of, knots_at_end
from bcp.recovery.outcome import Shortages, downtime, levels, loss, restored
from bcp.recovery.play import Case, State, case_of, play
from bcp.recovery.priority import rows_of
from bcp.recovery.result import ComponentResult, FunctionResult, Interval, Result
from bcp.recovery.strategy import plan_by, targets
from bcp.recovery.works import Plan
from bcp.scenario.impact import assess
from bcp.scenario.models import Scenario


def simulate(
    inventory: Inventory,
    scenario: Scenario,
    strategy: str = "slack",
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
        Who goes first when crews are short: ``rank`` or ``slack``.
    network
        The network of *inventory*, if it has been built already.

    Raises
    ------
    KeyError
        If the strategy is unknown.
    """
    network = network or build_network(inventory)
    case = case_of(network, assess(scenario, inventory))
    plan = plan_by(strategy, network, case.impact)
    return read_result(case, play(case, plan), plan, strategy)


def read_result(case: Case, state: State, plan: Plan, strategy: str) -> Result:
    """Return the result of a case that was played to its horizon."""
    network = case.network
    downs = downtimes(state.condition.changes)
    short = shortages(state.condition)
    causes = Causes(state.condition)
    tracer = Tracer(case, state)
    own_losses = data_losses(network, case.impact)
    all_losses = losses_below(network, own_losses)
    rto = targets(network, case.impact)
    damaged = case.impact.damaged
    components = {
        id_: ComponentResult(
            damaged=id_ in damaged,
            down=_intervals(downs.get(id_, ())),
            causes=causes.of(id_) if id_ in downs else (),
            data_loss=_seconds(own_losses.get(id_, 0)),
        )
        for id_ in network.components
    }
    functions = {
        function.id: _function_result(
            case, function, downs, short, causes, tracer, rto[function.id], all_losses
        )
        for function in network.functions.values()
    }
    knots = knots_at_end(case, state)
    return Result(
        scenario=case.impact.head.id,
        inventory=network.inventory.organisation.id,
        strategy=strategy,
        horizon=case.horizon,
        loss=sum((held.loss for held in functions.values()), Fraction(0)),
        bound=None,
        components=components,
        functions=functions,
        order=rows_of(case, state, plan, strategy),
        tasks=tuple(sorted(state.works.done, key=lambda done: (done.start, plan.place(done.work)))),
        crews={key: task.crew for key, task in network.tasks.items()},
        deadlocks=knots,
        findings=findings_of(case, state, own_losses, knots),
    )


def _intervals(downs: tuple[Downtime, ...]) -> tuple[Interval, ...]:
    return tuple((down.start, down.end) for down in downs)


def _seconds(lost: float) -> int | None:
    return None if lost == NOTHING_LEFT else int(lost)


def _function_result(
    case: Case,
    function: Function,
    all_downs: dict[str, tuple[Downtime, ...]],
    short: Shortages,
    causes: Causes,
    tracer: Tracer,
    rto: int,
    all_losses: dict[str, float],
) -> FunctionResult:
    downs = all_downs.get(function.id, ())
    back, down = restored(downs), downtime(downs, case.horizon)
    mtpd = None if function.mtpd is None else function.mtpd.at(case.impact.head.severity)
    lost = all_losses.get(function.id, 0)
    graph = levels(case.network, function, all_downs, short, case.horizon)
    weight = case.network.inventory.organisation.outage_weight
    rise = downs[-1].rise if downs else None
    return FunctionResult(
        down=_intervals(downs),
        restored=back,
        downtime=down,
        rto=rto,
        rto_met=back is not None and down <= rto,
        mtpd=mtpd,
        mtpd_met=None if mtpd is None else back is not None and down <= mtpd,
        rpo=function.rpo,
        data_loss=_seconds(lost),
        rpo_met=None if function.rpo is None else lost <= function.rpo,
        causes=causes.of(function.id) if downs else (),
        chain=() if rise is None else tracer.chain(rise),
        levels=graph,
        loss=loss(function, rto, down, graph, case.horizon, weight),
    )
