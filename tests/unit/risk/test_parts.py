"""The longest of the parts: what other tools print as a recovery time."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.graph.network import build_network
from bcp.risk.parts import longest_parts
from tests.support.tiny import inventory_of, scenario_of

TOWN = """
components:
  - {id: short, procedure: two}
  - {id: long, procedure: five, requires: [short]}
  - {id: spare}
  - {id: lame, requires: [long]}
  - {id: left, requires: [right, short]}
  - {id: right, requires: [left, long]}
functions:
  - {id: chain, requires: [long]}
  - {id: pair, requires: [{any_of: [long, spare]}]}
  - {id: lame-pair, requires: [{any_of: [lame, short]}]}
  - {id: both, requires: [{any_of: [short, long, spare], at_least: 2}]}
  - {id: circle, requires: [left]}
  - {id: nothing}
procedures:
  - {id: two, tasks: [{id: a, duration: 2h}]}
  - {id: five, tasks: [{id: a, duration: {low: 2h, likely: 2h, high: 2h}}, {id: b, duration: 3h, after: [a]}]}
"""


def parts(events: str) -> Mapping[str, int]:
    inventory = inventory_of(TOWN)
    found = longest_parts(build_network(inventory), scenario_of(events, inventory))
    return {id_: seconds // 3600 for id_, seconds in found.items()}


def test_longest_parts() -> None:
    """Nothing is added along a chain; a group takes the members that are soonest back by this."""
    events = "[{at: 0h, damage: {select: {id: [short, long]}}}]"
    assert parts(events) == {
        "chain": 5,
        "pair": 0,
        "lame-pair": 2,
        "both": 2,
        "circle": 5,
        "nothing": 0,
    }


def test_nothing_lost_takes_no_time() -> None:
    """Where nothing is damaged, there is no part; an outage is none."""
    events = "[{at: 0h, outage: {select: {id: long}, for: 9h}}]"
    assert {*parts(events).values()} == {0}
