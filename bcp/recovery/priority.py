"""The recovery priority table (復旧優先順位): its rows, with a sentence of reason each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bcp.graph.knots import circles
from bcp.graph.network import Need, Network, build_network
from bcp.inventory.models import Inventory, Severity
from bcp.recovery.play import Case, State
from bcp.recovery.procedures import in_order, measure
from bcp.recovery.result import PriorityRow
from bcp.recovery.strategy import scope_of, targets
from bcp.recovery.targets import Scope, Waiting, best_ranks, latest_start, required_by
from bcp.recovery.works import Done, Plan, Work
from bcp.words import Name, Phrase, Span

BEYOND = -1
"""The tier of what is wanted later than the last band."""


def priority(inventory: Inventory, severity: Severity = "normal") -> tuple[PriorityRow, ...]:
    """Return the recovery priority of every component, without a scenario.

    Everything is lost and damaged, crews are unlimited (section 5).

    Parameters
    ----------
    inventory
        What the organisation has.
    severity
        Which RTO counts for functions that have two.
    """
    network = build_network(inventory)
    scope = Scope(network, measure(network), frozenset(network.components), as_listed=True)
    table = _Table(scope, {f.id: f.rto.at(severity) for f in network.functions.values()})
    latest = {id_: latest_start(scope, table.due, id_) for id_ in network.components}
    ordered = sorted(network.components, key=lambda id_: _or_last(latest[id_]))
    return table.rows(ordered, _earliest_starts(scope), {})


def rows_of(case: Case, state: State, strategy: str, plan: Plan) -> tuple[PriorityRow, ...]:
    """Return the recovery order of what a scenario damaged, as a strategy had it.

    That of a rule is by what the rule goes by; that of any other strategy is the plan's own.
    """
    network, damaged = case.network, case.impact.damaged
    chosen = {id_: procedure for id_ in damaged if (procedure := plan.procedure(id_)) is not None}
    lengths = measure(network)
    scope = scope_of(network, replace(lengths, chosen={**lengths.chosen, **chosen}), case.impact)
    table = _Table(scope, targets(network, case.impact))
    urgency: Mapping[str, int | None]
    if strategy == "rank":
        urgency = best_ranks(scope)
    elif strategy == "slack":
        urgency = {id_: latest_start(scope, table.due, id_) for id_ in damaged}
    else:
        urgency = {id_: _first_place(network, plan, id_, held) for id_, held in chosen.items()}
    ordered = sorted(damaged, key=lambda id_: (_or_last(urgency.get(id_)), network.place[id_]))
    return table.rows(ordered, _first_starts(state.works.done), _finishes(state))


class _Table:
    """The rows of one table: by when everything is required, and who waits for it."""

    def __init__(self, scope: Scope, rto: Mapping[str, int]) -> None:
        self.scope, self.rto = scope, rto
        self.due = required_by(scope, rto)
        self.waiting = Waiting(scope)

    def rows(
        self, ordered: Iterable[str], begun: Mapping[str, int], finished: Mapping[str, int]
    ) -> tuple[PriorityRow, ...]:
        """Return a row for each component of *ordered*, the first ranked 1."""
        return tuple(
            PriorityRow(
                rank=rank,
                component=id_,
                tier=_tier(self.scope.network, self.due.get(id_)),
                required_by=self.due.get(id_),
                latest_start=latest_start(self.scope, self.due, id_),
                earliest_start=begun.get(id_),
                finish=finished.get(id_),
                unlocks=(unlocks := self.waiting.on(id_)),
                reason=self._reason(id_, unlocks),
            )
            for rank, id_ in enumerate(ordered, 1)
        )

    def _reason(self, component: str, unlocks: tuple[str, ...]) -> Phrase:
        """Say in a sentence why a component stands where it does."""
        if not unlocks:
            return Phrase("reason-nobody")
        first = min(unlocks, key=self.rto.__getitem__)
        values: dict[str, object] = {"function": Name(first), "others": len(unlocks) - 1}
        one_or_many = "" if len(unlocks) > 1 else "-one"
        latest = latest_start(self.scope, self.due, component)
        if latest is None:
            return Phrase(f"reason-spare{one_or_many}", values)
        length = self.scope.lengths.of(component) + self.scope.network.startup(component)
        values |= {"by": Span(self.due[component]), "length": Span(length)}
        values |= {"latest": Span(abs(latest))}
        if latest < 0:
            return Phrase(f"reason-late{one_or_many}", values)
        return Phrase(f"reason-due{one_or_many}" if length else f"reason-by{one_or_many}", values)


def _first_place(network: Network, plan: Plan, component: str, procedure: str) -> int:
    """Return the first place that a component has in a plan."""
    tasks = network.procedures[procedure].tasks
    return min(plan.place(Work(component, procedure, task.id, 1)) for task in tasks)


def _or_last(value: int | None) -> float:
    return float("inf") if value is None else value


def _first_starts(done: list[Done]) -> dict[str, int]:
    starts: dict[str, int] = {}
    for held in done:
        starts.setdefault(held.work.component, held.start)
    return starts


def _finishes(state: State) -> dict[str, int]:
    """Return when the recovery of each component was finished, or will be beyond the horizon."""
    works = state.works
    left = {work.component for work in works.waiting}
    finishes: dict[str, int] = {}
    for held in works.done:
        component = held.work.component
        if component not in left and held.work.attempt == works.attempts[component]:
            finishes[component] = max(finishes.get(component, 0), held.finish)
    return finishes


def _tier(network: Network, required: int | None) -> int | None:
    if required is None:
        return None
    bands = sorted(network.inventory.organisation.tiers)
    return next((band for band in bands if required <= band), BEYOND)


def _earliest_starts(scope: Scope) -> dict[str, int]:
    """Return when work on each component can begin if nobody is ever short of people.

    Forwards through the same needs as `required_by` goes backwards; what has no procedure is
    there from the start, and inside a circle nobody waits for another.
    """
    components = scope.network.components
    edges = {
        node: [p for need, _ in scope.demands(node) for p in scope.first(need) if p in components]
        for node in components
    }
    there: dict[str, int] = {}
    begun: dict[str, int] = {}
    for circle in circles(edges, edges.__getitem__):
        for node in circle:
            begun[node], there[node] = _forward(scope, node, there)
    return begun


def _forward(scope: Scope, node: str, there: Mapping[str, int]) -> tuple[int, int]:
    """Return when work on *node* can begin, and when it is up."""
    network = scope.network
    ends: dict[str, int] = {}
    starts: list[int] = []
    procedure = scope.lengths.chosen.get(node)
    for id_ in in_order(network.procedures[procedure]) if procedure else ():
        task = network.tasks[str(procedure), id_]
        needs = network.work_needs(node, str(procedure), id_)
        starts.append(max([_ready(scope, needs, there), *(ends[other] for other in task.after)]))
        ends[id_] = starts[-1] + task.duration.mean
    ready = _ready(scope, network.needs[node] + network.start_needs[node], there)
    up = max([ready, *ends.values()]) + network.startup(node)
    return min(starts, default=0), up


def _ready(scope: Scope, needs: Iterable[Need], there: Mapping[str, int]) -> int:
    return max((there.get(p, 0) for need in needs for p in scope.first(need)), default=0)
