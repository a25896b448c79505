"""The recovery priority table (復旧優先順位): its rows, with a sentence of reason each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bcp.graph.knots import circles
from bcp.graph.network import Need, Network, build_network
from bcp.inventory.models import Inventory, Severity
from bcp.recovery.play import Case, State
from bcp.recovery.procedures import in_order, measure
from bcp.recovery.result import PriorityRow
from bcp.recovery.strategy import scope_of, targets
from bcp.recovery.targets import Scope, Waiting, best_ranks, latest_start, required_by
from bcp.recovery.works import Done, Plan
from bcp.words import Name, Phrase, Span

BEYOND = -1
"""The tier of what is wanted later than the last band."""


def priority(inventory: Inventory, severity: Severity = "normal") -> tuple[PriorityRow, ...]:
    """Return the recovery priority of every component, without a scenario.

    Everything is lost and damaged, crews are unlimited (section 5).
    """
    network = build_network(inventory)
    scope = Scope(network, measure(network), frozenset(network.components), as_listed=True)
    rto = {f.id: f.rto.at(severity) for f in network.functions.values()}
    due = required_by(scope, rto)
    latest = {id_: latest_start(scope, due, id_) for id_ in network.components}
    ordered = sorted(network.components, key=lambda id_: _or_last(latest[id_]))
    earliest = _earliest_starts(scope)
    waiting = Waiting(scope)
    return tuple(
        _row(scope, place, id_, due, rto, waiting, earliest.get(id_), None)
        for place, id_ in enumerate(ordered, 1)
    )


def rows_of(case: Case, state: State, plan: Plan, strategy: str) -> tuple[PriorityRow, ...]:
    """Return the recovery order of what a scenario damaged, as a strategy had it."""
    network = case.network
    scope = scope_of(network, measure(network), case.impact)
    rto = targets(network, case.impact)
    due = required_by(scope, rto)
    best = best_ranks(scope)

    def key(component: str) -> tuple[float, int]:
        if strategy == "rank":
            return _or_last(best.get(component)), network.place[component]
        return _or_last(latest_start(scope, due, component)), network.place[component]

    waiting = Waiting(scope)
    begun = _first_starts(state.works.done)
    finished = _finishes(state)
    return tuple(
        _row(scope, place, id_, due, rto, waiting, begun.get(id_), finished.get(id_))
        for place, id_ in enumerate(sorted(scope.damaged, key=key), 1)
    )


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


def _row(  # noqa: PLR0913 (the columns of the table)
    scope: Scope,
    rank: int,
    component: str,
    due: Mapping[str, int],
    rto: Mapping[str, int],
    waiting: Waiting,
    earliest: int | None,
    finish: int | None,
) -> PriorityRow:
    unlocks = waiting.on(component)
    return PriorityRow(
        rank=rank,
        component=component,
        tier=_tier(scope.network, due.get(component)),
        required_by=due.get(component),
        latest_start=latest_start(scope, due, component),
        earliest_start=earliest,
        finish=finish,
        unlocks=unlocks,
        reason=_reason(scope, component, due, rto, unlocks),
    )


def _tier(network: Network, required: int | None) -> int | None:
    if required is None:
        return None
    bands = sorted(network.inventory.organisation.tiers)
    return next((band for band in bands if required <= band), BEYOND)


def _reason(
    scope: Scope,
    component: str,
    due: Mapping[str, int],
    rto: Mapping[str, int],
    unlocks: tuple[str, ...],
) -> Phrase:
    """Say in a sentence why a component stands where it does."""
    if not unlocks:
        return Phrase("reason-nobody")
    first = min(unlocks, key=lambda function: rto[function])
    values: dict[str, object] = {"function": Name(first), "others": len(unlocks) - 1}
    one_or_many = "" if len(unlocks) > 1 else "-one"
    latest = latest_start(scope, due, component)
    if latest is None:
        return Phrase(f"reason-spare{one_or_many}", values)
    length = scope.lengths.of(component) + scope.network.startup(component)
    values |= {"by": Span(due[component]), "length": Span(length), "latest": Span(abs(latest))}
    if latest < 0:
        return Phrase(f"reason-late{one_or_many}", values)
    return Phrase(f"reason-due{one_or_many}" if length else f"reason-by{one_or_many}", values)


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
