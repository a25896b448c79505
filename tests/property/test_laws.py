"""Laws of the play itself: time, people, and what a result says about how it came to be.

Not laws, so not here: that one more of a crew, a shorter task or one requirement less never makes
anything later. Starting whatever can start has such anomalies (R. L. Graham, "Bounds on
multiprocessing timing anomalies", SIAM J. Appl. Math. 17, 1969); the bounds below hold instead.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

import networkx as nx
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bcp.graph.network import Network, build_network
from bcp.inventory.models import Inventory
from bcp.recovery.play import Case, State, advance, begin, next_instant, play, step
from bcp.recovery.priority import priority
from bcp.recovery.procedures import measure
from bcp.recovery.result import ComponentResult, FunctionResult, Result
from bcp.recovery.simulate import read_result, simulate
from bcp.recovery.works import Done, Plan, Workshop, by_order_of
from tests.support.random_cases import Both, random_both, random_inventories

pytestmark = pytest.mark.property
strategies = st.sampled_from(["slack", "rank"])


def deep(value: Any) -> Any:
    """Return everything a state holds, container for container, so that any change shows."""
    if isinstance(value, Mapping):
        return {key: deep(held) for key, held in value.items()}
    if isinstance(value, (set, frozenset)):
        return frozenset(value)
    if isinstance(value, (list, tuple)) and not hasattr(value, "_fields"):
        return tuple(deep(held) for held in value)
    return value


def snapshot(state: State) -> Any:
    parts = (state.condition, state.works)
    return state.now, [{name: deep(getattr(p, name)) for name in p.__slots__} for p in parts]


def everything(result: Result) -> list[ComponentResult | FunctionResult]:
    return [*result.components.values(), *result.functions.values()]


def instants(case: Case, plan: Plan) -> Iterator[State]:
    """Yield the state after every instant of a play."""
    state = begin()
    while (now := next_instant(case, state)) is not None and now < case.horizon:
        state = step(case, state, plan, now)
        yield state


@given(case=random_both(), strategy=strategies, data=st.data())
def test_played_in_two_pieces_equals_played_at_once(
    case: Both, strategy: str, data: st.DataObject
) -> None:
    """Stopping at any moment and going on changes nothing, and leaves the stopped state as it was."""
    played, plan = case.played_by(strategy)
    cut = data.draw(st.integers(0, played.horizon))
    first = advance(played, begin(), plan, cut)
    before = snapshot(first)

    whole = read_result(played, play(played, plan), plan, strategy)
    assert (
        read_result(played, advance(played, first, plan, played.horizon), plan, strategy) == whole
    )
    assert snapshot(first) == before
    assert (
        read_result(played, advance(played, first, plan, played.horizon), plan, strategy) == whole
    )


@given(case=random_both(), data=st.data())
def test_a_step_leaves_the_given_state_as_it_was(case: Both, data: st.DataObject) -> None:
    """Playing an instant changes nothing in the state it is played on."""
    played, plan = case.played_by()
    states = [begin(), *instants(played, plan)]
    state, following = data.draw(st.sampled_from([*pairwise(states)]))
    before = snapshot(state)

    again = step(played, state, plan, following.now)
    assert snapshot(state) == before
    assert again.condition.down == following.condition.down
    assert again.works.done == following.works.done


@given(case=random_both(), strategy=strategies)
def test_people_who_start_what_the_plan_started_get_the_same(case: Both, strategy: str) -> None:
    """Started by people, the same tasks at the same moments lead to the same result (the drill)."""
    played, plan = case.played_by(strategy)
    planned = play(played, plan)
    by_moment: dict[int, list[Done]] = defaultdict(list)
    for done in planned.works.done:
        by_moment[done.start].append(done)

    state = begin()
    while (now := next_instant(played, state)) is not None and now < played.horizon:
        people = by_order_of([done.work for done in by_moment.pop(now, [])])
        state = step(played, state, plan, now, people)
    assert not by_moment
    assert read_result(played, state, plan, strategy) == read_result(
        played, planned, plan, strategy
    )


@given(case=random_both(), strategy=strategies, data=st.data())
def test_nobody_idles_while_a_task_could_start(
    case: Both, strategy: str, data: st.DataObject
) -> None:
    """After every instant, and at any moment until the next, no waiting task could start."""
    played, plan = case.played_by(strategy)
    states = [*instants(played, plan)]
    moments = [*(state.now for state in states[1:]), played.horizon]
    for state, following in zip(states, moments, strict=True):
        between = (
            data.draw(st.integers(state.now, following - 1)) if state.works.waiting else state.now
        )
        for now in {state.now, between, following - 1}:
            people = Workshop(
                played.network, played.roster, state.condition, state.works, plan, now
            )
            assert not [work for work in state.works.waiting if people.can_start(work)], now


@given(case=random_both(), strategy=strategies)
def test_a_recovery_takes_its_longest_chain_and_its_work(case: Both, strategy: str) -> None:
    """No recovery ends before its longest chain of tasks, nor all before work ÷ people."""
    played, plan = case.played_by(strategy)
    state = play(played, plan)
    lengths = measure(played.network)
    work: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    for done in state.works.done:
        key = (done.work.component, done.work.attempt)
        listed, head = state.works.listed[key], lengths.head[done.work.procedure, done.work.task]
        assert done.start >= listed + head
        for team, number in played.network.tasks[done.work.procedure, done.work.task].crew.items():
            work[team] += number * (done.finish - done.start)
            ends[team] = max(ends[team], done.finish)
    sizes = {team.id: team.size for team in case.inventory.teams}
    assert all(ends[team] * sizes[team] >= work[team] for team in work)


@given(case=random_both(), strategy=strategies)
def test_intervals_are_apart_and_never_of_no_length(case: Both, strategy: str) -> None:
    """Down intervals have a length, do not touch each other, and lie before the horizon."""
    result = simulate(case.inventory, case.scenario, strategy)
    for held in everything(result):
        ends = [end if end is not None else result.horizon for _, end in held.down]
        assert all(start < end for (start, _), end in zip(held.down, ends, strict=True))
        assert all(end < start for end, (start, _) in zip(ends, held.down[1:], strict=False))
        assert all(end is not None and end < result.horizon for _, end in held.down[:-1])


@given(case=random_both(), strategy=strategies)
def test_critical_chains_lead_from_the_incident_to_the_restoration(
    case: Both, strategy: str
) -> None:
    """A chain runs from 0 to the function's return without a gap, over tasks that took place."""
    result = simulate(case.inventory, case.scenario, strategy)
    took_place = {
        ("task", f"{done.work.component}/{done.work.task}", done.start, done.finish)
        for done in result.tasks
    }
    for held in result.functions.values():
        if not held.down or held.restored is None:
            assert held.chain == ()
            continue
        assert (held.chain[0].start, held.chain[-1].end) == (0, held.restored)
        assert all(one.end == other.start for one, other in pairwise(held.chain))
        assert all(link.start < link.end for link in held.chain)
        links = {(link.what, link.id, link.start, link.end) for link in held.chain}
        assert {link for link in links if link[0] == "task"} <= took_place


@given(case=random_both(), strategy=strategies)
def test_every_cause_is_something_struck(case: Both, strategy: str) -> None:
    """What was down has causes, each a component the scenario hit or a team that staffs a function."""
    played, plan = case.played_by(strategy)
    result = read_result(played, play(played, plan), plan, strategy)
    struck = {hit.component for hit in played.impact.hits}
    struck |= {spell.component for spell in played.impact.outages}
    staffing = {held.staff.team for held in case.inventory.functions if held.staff is not None}
    for held in everything(result):
        assert bool(held.causes) == bool(held.down)
        assert set(held.causes) <= struck | staffing
        assert [*held.causes] == sorted(set(held.causes))


def first_needs(network: Network, node: str) -> Iterator[tuple[str, int]]:
    """Yield what counts as first for a node with everything damaged, and how long before it."""
    startup = network.startup(node)
    for need in network.needs[node] + network.start_needs[node]:
        yield from ((provider, startup) for provider in need.first)
    lengths = measure(network)
    procedure = lengths.chosen.get(node)
    for task in network.procedures[procedure].tasks if procedure else ():
        lead = startup + lengths.tail[str(procedure), task.id]
        for need in network.work_needs(node, str(procedure), task.id):
            yield from ((provider, lead) for provider in need.first)


@given(inventory=random_inventories())
def test_what_is_needed_is_required_before_who_needs_it(inventory: Inventory) -> None:
    """What counts as first is required a start-up before whoever needs it; in a circle, no later."""
    network = build_network(inventory)
    due = {row.component: row.required_by for row in priority(inventory)}
    targets = {function.id: function.rto.normal for function in inventory.functions}
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(network.nodes())
    graph.add_edges_from((n, p) for n in network.nodes() for p, _ in first_needs(network, n))
    circle = {n: i for i, held in enumerate(nx.strongly_connected_components(graph)) for n in held}
    assume(any(held is not None for held in due.values()))

    for node in network.nodes():
        required = targets.get(node, due.get(node))
        for provider, lead in first_needs(network, node):
            moment = due.get(provider)
            if required is None or provider in targets:
                continue
            assert moment is not None
            assert moment <= required - (0 if circle[node] == circle[provider] else lead)


@given(inventory=random_inventories())
def test_a_required_by_comes_from_someone(inventory: Inventory) -> None:
    """Every `required_by` is exactly that of somebody who needs the component, less what they take."""
    network = build_network(inventory)
    due = {row.component: row.required_by for row in priority(inventory)}
    due |= {function.id: function.rto.normal for function in inventory.functions}
    offers: dict[str, set[int]] = defaultdict(set)
    for node in network.nodes():
        moment = due[node]
        if moment is not None:
            for provider, lead in first_needs(network, node):
                offers[provider] |= {moment, moment - lead}
    for component in network.components:
        moment = due[component]
        assert moment is None if not offers[component] else moment in offers[component]


@given(case=random_both(), strategy=strategies)
def test_the_same_case_gives_the_same_result(case: Both, strategy: str) -> None:
    """A simulation has no memory and no chance in it."""
    once = simulate(case.inventory, case.scenario, strategy)

    assert simulate(case.inventory, case.scenario, strategy) == once
