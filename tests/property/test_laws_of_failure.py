"""Laws of what stops: more is lost, more is down, and redundancy never hurts.

Not laws, so not here: where a group has a `switchover`, a lasting failure may do less harm than a
flickering one, because its changeover is soon over; and a failure may help, where it is the call
that brings the vendor whose people a function needs.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bcp.graph.failures import Failures
from bcp.graph.network import Network, Role, build_network
from bcp.inventory.models import Group, Inventory
from bcp.recovery.result import Interval, Result
from bcp.recovery.simulate import simulate
from bcp.scenario.models import Scenario
from tests.reference.reading import Tree
from tests.support.random_cases import Both, groups_of, random_both, random_inventories

pytestmark = pytest.mark.property


def without_changeovers(inventory: Tree, scenario: Tree) -> None:
    """Leave out changeovers, tasks and people, in which more loss may do good."""
    inventory.pop("procedures", None)
    for groups in groups_of(inventory):
        for group in groups:
            if isinstance(group, dict):
                group.pop("switchover", None)
    for component in inventory["components"]:
        component.pop("procedure", None)
    for function in inventory["functions"]:
        function.pop("staff", None)


def some_components(data: st.DataObject, inventory: Inventory, most: int = 4) -> list[str]:
    ids = [component.id for component in inventory.components]
    chosen: list[str] = data.draw(st.lists(st.sampled_from(ids), unique=True, max_size=most))
    return chosen


def lasting(failed: Sequence[str], at: str = "0h") -> Scenario:
    """Return a scenario in which these fail for good."""
    events = [{"at": at, "outage": {"select": {"id": [*failed]}}}] if failed else []
    head = {"id": "lasting", "horizon": "10d", "starts": "2026-11-24T09:00"}
    return Scenario.model_validate({"scenario": head, "events": events})


def brute_force(network: Network, failed: Sequence[str]) -> set[str]:
    """Return what is down in the end: one sweep after the other until nothing more stops."""
    stopped = set(failed)
    while True:
        more = {
            need.owner
            for node in network.nodes()
            for need in network.needs[node]
            if need.role is Role.REQUIRES
            and sum(p not in stopped for p in need.providers) < need.at_least
        }
        if more <= stopped:
            return stopped
        stopped |= more


def with_group(inventory: Inventory, owner: str, groups: Sequence[Group]) -> Inventory:
    """Return the inventory with other requirements of one component."""
    components = tuple(
        component.model_copy(update={"requires": tuple(groups)})
        if component.id == owner
        else component
        for component in inventory.components
    )
    return inventory.model_copy(update={"components": components})


def timelines(result: Result) -> dict[str, tuple[Interval, ...]]:
    components = {id_: held.down for id_, held in result.components.items()}
    return components | {id_: held.down for id_, held in result.functions.items()}


def down_at_end(result: Result) -> set[str]:
    return {id_ for id_, held in timelines(result).items() if held and held[-1][1] is None}


def is_down(held: tuple[Interval, ...], moment: int) -> bool:
    return any(start <= moment and (end is None or moment < end) for start, end in held)


def assert_no_more_down(fewer: Result, more: Result) -> None:
    """Assert that at no moment anything is down in `fewer` that is up in `more`."""
    one, other = timelines(fewer), timelines(more)
    held = [*one.values(), *other.values()]
    moments = {m for downs in held for down in downs for m in down if m is not None}
    for moment in moments:
        for node in one:
            assert not is_down(one[node], moment) or is_down(other[node], moment), (node, moment)


@given(inventory=random_inventories(), data=st.data())
def test_what_failures_stop_is_what_brute_force_finds(
    inventory: Inventory, data: st.DataObject
) -> None:
    """What stops with a set of failures, or with each alone, is what sweeping finds."""
    network = build_network(inventory)
    failed = some_components(data, inventory)
    failures = Failures(network)

    assert set(failures.stops(failed)) == brute_force(network, failed)
    alone = failures.stopped_by([[one] for one in failed])
    for place, one in enumerate(failed):
        assert {node for node, by in alone.items() if place in by} == brute_force(network, [one])


@given(inventory=random_inventories(without_changeovers), data=st.data())
def test_failures_played_to_the_end_stop_what_failures_say(
    inventory: Inventory, data: st.DataObject
) -> None:
    """Ten days after lasting failures, reserves spent, exactly what `Failures` says is down."""
    failed = some_components(data, inventory)
    stopped = Failures(build_network(inventory)).stops(failed)

    assert down_at_end(simulate(inventory, lasting(failed))) == set(stopped)


@given(inventory=random_inventories(), data=st.data())
def test_with_changeovers_at_least_that_stops(inventory: Inventory, data: st.DataObject) -> None:
    """With changeovers, whose gaps may end in a cold start that fails, no less is down."""
    failed = some_components(data, inventory)
    stopped = Failures(build_network(inventory)).stops(failed)

    assert down_at_end(simulate(inventory, lasting(failed))) >= set(stopped)


@given(inventory=random_inventories(without_changeovers), data=st.data())
def test_more_lasting_failures_bring_nothing_up(inventory: Inventory, data: st.DataObject) -> None:
    """Whatever fails besides, and whenever, nothing is up at any moment that was down before."""
    failed = some_components(data, inventory)
    more = some_components(data, inventory)
    at = data.draw(st.sampled_from(["0h", "30m", "3h"]))
    fewer = simulate(inventory, lasting(failed))
    events = lasting(failed).events + lasting(more, at).events
    worse = simulate(inventory, lasting(failed).model_copy(update={"events": events}))

    assert_no_more_down(fewer, worse)


@given(inventory=random_inventories(), data=st.data())
def test_an_alternative_never_enlarges_what_a_failure_stops(
    inventory: Inventory, data: st.DataObject
) -> None:
    """One more provider in a group, as many needed as before, never lets a failure stop more."""
    owners = [c for c in inventory.components if c.requires]
    assume(owners)
    owner = data.draw(st.sampled_from(owners))
    place = data.draw(st.integers(0, len(owner.requires) - 1))
    group = owner.requires[place]
    others = [c.id for c in inventory.components if c.id not in group.any_of]
    assume(others)
    spare = data.draw(st.sampled_from(others))
    wider = group.model_copy(update={"any_of": (*group.any_of, spare)})
    groups = [*owner.requires[:place], wider, *owner.requires[place + 1 :]]
    failed = some_components(data, inventory)

    before = Failures(build_network(inventory)).stops(failed)
    after = Failures(build_network(with_group(inventory, owner.id, groups))).stops(failed)
    assert set(after) <= set(before)


@given(inventory=random_inventories(without_changeovers), data=st.data())
def test_n_of_n_is_all_of(inventory: Inventory, data: st.DataObject) -> None:
    """A group that needs all its providers is the same as each of them required alone."""
    ids = [component.id for component in inventory.components]
    owner, *providers = data.draw(
        st.lists(st.sampled_from(ids), unique=True, min_size=2, max_size=5)
    )
    group = {"any_of": tuple(providers), "at_least": len(providers)}
    together = with_group(inventory, owner, [Group.model_validate(group)])
    one_by_one = with_group(
        inventory, owner, [Group.model_validate({"any_of": (p,)}) for p in providers]
    )
    scenario = lasting(some_components(data, inventory))

    assert timelines(simulate(together, scenario)) == timelines(simulate(one_by_one, scenario))


@given(inventory=random_inventories(without_changeovers), data=st.data())
def test_one_of_n_is_any_of(inventory: Inventory, data: st.DataObject) -> None:
    """A component that needs one of several stops only if it fails itself or all of them do."""
    ids = [component.id for component in inventory.components]
    owner, *providers = data.draw(
        st.lists(st.sampled_from(ids), unique=True, min_size=2, max_size=5)
    )
    changed = with_group(inventory, owner, [Group.model_validate({"any_of": tuple(providers)})])
    failed = some_components(data, inventory)
    stopped = set(Failures(build_network(changed)).stops(failed))

    assert (owner in stopped) == (owner in failed or stopped.issuperset(providers))


@given(case=random_both(change=without_changeovers), data=st.data())
def test_without_a_damage_nothing_is_down_longer(case: Both, data: st.DataObject) -> None:
    """Where nothing is repaired, leaving a damage event out never enlarges a downtime."""
    places = [i for i, event in enumerate(case.scenario.events) if event.damage is not None]
    assume(places)
    left_out = data.draw(st.sampled_from(places))
    events = tuple(e for i, e in enumerate(case.scenario.events) if i != left_out)
    milder = case.scenario.model_copy(update={"events": events})

    assert_no_more_down(simulate(case.inventory, milder), simulate(case.inventory, case.scenario))
