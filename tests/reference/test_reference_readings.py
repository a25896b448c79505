"""Tiny cases worked out by hand, for the readings a random case seldom reaches."""

from __future__ import annotations

from .reading import Tree, as_text
from .simulate import simulate

Down = list[list[int | None]]


def played(inventory: str, events: str) -> Tree:
    """Play one day of an inventory given as YAML."""
    scenario = f"""
scenario: {{id: s, starts: 2026-11-24T10:00, horizon: 1d}}
events: [{events}]
"""
    return simulate(as_text(inventory), as_text(scenario))


def outage(name: str, at: str, lasting: str) -> str:
    """Return one outage in YAML."""
    return f"{{at: {at}, outage: {{select: {{id: {name}}}, for: {lasting}}}}}"


LINES = """
components:
  - {id: a}
  - {id: b}
  - {id: c}
  - {id: user, requires: [{any_of: [a, b, c], at_least: 2, switchover: 30m}]}
"""


def down(result: Tree, name: str) -> Down:
    """Return the down intervals of a component."""
    found: Down = result["components"][name]["down"]
    return found


def test_a_freed_successor_is_chosen_in_the_same_instant() -> None:
    """`c`, chosen for `b` and freed at 20m by its return, follows `a` 30 minutes later."""
    events = ", ".join([outage("b", "0h", "20m"), outage("a", "10m", "6h")])
    assert down(played(LINES, events), "user") == [[0, 3000]]


def test_an_engagement_due_beats_a_return_at_the_same_instant() -> None:
    """`a` is back when `c` is due: `c` is engaged, so a later loss of `a` changes nothing."""
    events = ", ".join([outage("a", "0h", "30m"), outage("a", "2h", "1h")])
    assert down(played(LINES, events), "user") == [[0, 1800]]


def test_a_loss_made_good_at_once_still_breaks_a_start() -> None:
    """The start of `host` begins anew when its line flickers within one instant."""
    inventory = """
components:
  - {id: power, procedure: fix}
  - {id: line, requires: [power]}
  - {id: host, requires: [line], startup: 1h}
procedures:
  - {id: fix, tasks: [{id: reset, duration: 0h, crew: {}}]}
"""
    events = outage("host", "0h", "10m") + ", {at: 30m, damage: {select: {id: power}}}"
    result = played(inventory, events)
    assert down(result, "power") == []
    assert down(result, "host") == [[0, 5400]]


def test_a_group_back_at_the_end_of_its_reserve_is_no_loss() -> None:
    """The end of the reserve belongs to it; one second more does not."""
    inventory = """
components:
  - {id: mains}
  - {id: server, requires: [{any_of: [mains], holdover: 30m}]}
"""
    assert down(played(inventory, outage("mains", "0h", "30m")), "server") == []
    assert down(played(inventory, outage("mains", "0h", "1801s")), "server") == [[1800, 1801]]
