"""A plan that holds crews back: nobody overtakes on the list of a team."""

from __future__ import annotations

from dataclasses import replace

from bcp.graph.network import build_network
from bcp.recovery.play import case_of, play
from bcp.recovery.result import Result
from bcp.recovery.simulate import read_result
from bcp.recovery.strategy import plan_by
from bcp.scenario.impact import assess
from tests.support.tiny import inventory_of, scenario_of, tasks

# The server has to wait an hour for its power, and a long task wants the same person at once.
LATE_BUT_URGENT = """
components:
- {id: power, procedure: mend}
- {id: server, procedure: rebuild}
- {id: archive, procedure: copy}
teams: [{id: ict, size: 1}, {id: electricians, size: 1}]
functions:
- {id: desk, requires: [server], rto: 2h, weight: 10}
- {id: study, requires: [archive], rto: 2h}
procedures:
- {id: mend, tasks: [{id: do, crew: {electricians: 1}, duration: 1h}]}
- {id: rebuild, tasks: [{id: do, crew: {ict: 1}, duration: 1h, requires: [power]}]}
- {id: copy, tasks: [{id: do, crew: {ict: 1}, duration: 8h}]}
"""
ALL_HIT = "- {at: 0h, damage: {select: {kind: external}}}"


def played(order: list[str], *, holds_back: bool) -> Result:
    """Return what comes of an order of components."""
    inventory = inventory_of(LATE_BUT_URGENT)
    network = build_network(inventory)
    case = case_of(network, assess(scenario_of(ALL_HIT, inventory), inventory))
    places = {(component, "do"): place for place, component in enumerate(order)}
    plan = replace(plan_by("slack", network, case.impact), places=places, holds_back=holds_back)
    return read_result(case, play(case, plan), plan, "by hand")


def test_whatever_can_start_starts_unless_crews_are_held_back() -> None:
    """The order alone does not keep the person for what cannot start yet; holding back does."""
    order = ["power", "server", "archive"]

    assert tasks(played(order, holds_back=False)) == [
        "power/do 0h-1h",
        "archive/do 0h-8h",
        "server/do 8h-9h",
    ]
    held = played(order, holds_back=True)
    assert tasks(held) == ["power/do 0h-1h", "server/do 1h-2h", "archive/do 2h-10h"]
    assert held.functions["desk"].rto_met


def test_only_teams_that_are_shared_are_held_back() -> None:
    """Work of another team starts at once, however late its place in the order."""
    held = played(["server", "archive", "power"], holds_back=True)

    assert tasks(held) == ["power/do 0h-1h", "server/do 1h-2h", "archive/do 2h-10h"]


def test_the_chain_of_what_was_held_back_has_no_gap() -> None:
    """Waiting for one's turn is a link like any other."""
    held = played(["power", "server", "archive"], holds_back=True)
    chain = held.functions["study"].chain

    assert [(link.start, link.end) for link in chain] == [(0, 7200), (7200, 36000)]
    assert [link.what for link in chain] == ["wait", "task"]
