"""What is uncertain about a scenario, and what is not."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from bcp.chance.dice import ONE
from bcp.chance.uncertain import Arrival, Strike, arrival_of, lateness_of, strikes_of
from bcp.graph.network import build_network
from bcp.inventory.models import Team
from bcp.scenario.models import Head
from tests.support.tiny import inventory_of, scenario_of

PLACES = """
components:
  - {id: hall, kind: site}
  - {id: room, kind: room, within: hall}
  - {id: a, kind: server, within: room}
  - {id: b, kind: server, within: hall}
  - {id: annex, kind: site}
  - {id: c, kind: server, within: annex}
  - {id: d, kind: server}
"""
NIGHT = Head(id="night", assembly=True)
DAY = Head(id="day")


def strikes(event: str) -> tuple[Strike, ...]:
    inventory = inventory_of(PLACES)
    return strikes_of(build_network(inventory), scenario_of(f"[{event}]", inventory))


def team(text: str) -> Team:
    return inventory_of(f"teams: [{{id: team, {text}}}]").teams[0]


def test_components_are_drawn_each_for_itself() -> None:
    """Without a correlation no two components share a draw."""
    found = strikes("{at: 0h, damage: {select: {kind: server}, share: 40%}}")
    assert [strike.hit.component for strike in found] == ["a", "b", "c", "d"]
    assert len({strike.word for strike in found}) == 4


def test_components_of_a_site_share_a_draw() -> None:
    """With `correlation: site` it is the nearest site; what stands in none is drawn for itself."""
    found = strikes(
        "{at: 0h, damage: {select: {kind: [site, server]}, share: 40%, correlation: site}}"
    )
    words = {strike.hit.component: strike.word for strike in found}
    assert words["hall"] == words["a"] == words["b"]
    assert words["annex"] == words["c"]
    assert len(set(words.values())) == 3


def test_events_are_drawn_apart() -> None:
    """The same component hit by two events is drawn twice."""
    event = "{at: 0h, damage: {select: {id: a}, share: 40%}}"
    first, second = strikes(f"{event}, {event}")
    assert first.word != second.word


def test_what_is_never_hit_is_left_out() -> None:
    """A share of 0 is no strike; one of 100 % always hits."""
    assert strikes("{at: 0h, damage: {select: {id: a}, share: 0%}}") == ()
    assert strikes("{at: 0h, damage: {select: {id: a}}}")[0].threshold == ONE


def test_people_come_one_by_one() -> None:
    """Every one of a small team is a group, with the steps of the assembly."""
    arrival = arrival_of(team("size: 3, assembly: {0h: 1, 3h: 50%}"), NIGHT)
    assert isinstance(arrival, Arrival)
    assert arrival.groups == (1, 1, 1)
    assert (arrival.moments, arrival.heads) == ((0, 10800), (1, -1))
    assert arrival.thresholds[1] == ONE // 2


def test_large_teams_come_in_groups() -> None:
    """More than 40 people come in 40 groups that are as equal as can be."""
    arrival = arrival_of(team("size: 100, assembly: {3h: 50%}"), NIGHT)
    assert arrival is not None
    assert (len(arrival.groups), sum(arrival.groups)) == (40, 100)
    assert {*arrival.groups} == {2, 3}


@pytest.mark.parametrize(
    "text",
    [
        "size: 3",
        "size: 0, assembly: {3h: 50%}",
        "size: 3, assembly: {0h: 2}",
        "size: 3, assembly: {0h: 100%}",
        "size: 3, vendor: true, assembly: {3h: 50%}",
    ],
)
def test_arrivals_that_are_certain(text: str) -> None:
    """Who is there from the start, counted in heads, is no matter of chance; vendors come whole."""
    assert arrival_of(team(text), NIGHT) is None


def test_nobody_has_to_come_by_day() -> None:
    """Where the scenario has no assembly, everyone is there."""
    held = team("size: 3, assembly: {3h: 50%}")
    assert arrival_of(held, DAY) is None
    assert lateness_of(held, DAY) is None


def test_vendors_are_late_by_up_to_their_first_step() -> None:
    """Unless it says otherwise, a vendor is late by PERT(0, 0, first step after the call)."""
    late = lateness_of(team("size: 2, vendor: true, assembly: {0h: 0%, 6h: 50%, 9h: 100%}"), DAY)
    assert late is not None
    assert (late.pert.low, late.pert.likely, late.pert.high) == (0, 0, 6 * 3600)


def test_delays_that_are_given() -> None:
    """`delay` says how late a team is, vendor or not; 0h is never late."""
    late = lateness_of(
        team("size: 2, assembly: {6h: 2}, delay: {low: 0h, likely: 1h, high: 3h}"), NIGHT
    )
    assert late is not None
    assert late.pert.high == 3 * 3600
    assert lateness_of(team("size: 2, vendor: true, assembly: {6h: 2}, delay: 0h"), DAY) is None


@pytest.mark.parametrize("text", ["size: 2, delay: 1h", "size: 2, assembly: {0h: 2}, delay: 1h"])
def test_a_delay_needs_something_to_delay(text: str) -> None:
    """A `delay` without a step after 0h would do nothing, so it is a fault."""
    with pytest.raises(ValidationError, match="delay"):
        team(text)
