from __future__ import annotations

from bcp.compiled.failures import FailurePair, pair_failures, single_failures, stopped_by
from bcp.graph.network import build_network
from tests.support.tiny import inventory_of

TOWN = """
components:
  - {id: grid}
  - {id: line-a}
  - {id: line-b}
  - {id: hub-1, requires: [grid]}
  - {id: hub-2, requires: [grid]}
  - {id: hub-3}
  - {id: net, requires: [{any_of: [line-a, line-b]}, {any_of: [hub-1, hub-2, hub-3], at_least: 2}]}
  - {id: one, requires: [two, net]}
  - {id: two, requires: [one]}
functions:
  - {id: desk, requires: [net]}
  - {id: tax, requires: [two, {any_of: [grid], holdover: 30m}]}
"""


def test_k_of_n_is_counted_through_what_the_providers_rest_on() -> None:
    """Two of three hubs hang on one grid, which therefore stops all that needs two of them."""
    found = single_failures(build_network(inventory_of(TOWN))).by_component()

    assert found["grid"] == ("desk", "tax")
    assert found["line-a"] == found["hub-1"] == found["hub-3"] == ()


def test_a_circle_falls_as_one() -> None:
    """Two that need each other are stopped by whatever stops either."""
    found = single_failures(build_network(inventory_of(TOWN)), ("one", "two")).by_node()

    assert found["one"] == found["two"] == ("grid", "net", "one", "two")


def test_pairs_stop_what_neither_stops_alone() -> None:
    """Two lines, or two hubs, are pairs; with the grid no second one is needed."""
    found = pair_failures(build_network(inventory_of(TOWN)))

    assert [pair.components for pair in found.worst] == [
        ("line-a", "line-b"),
        ("hub-1", "hub-2"),
        ("hub-1", "hub-3"),
        ("hub-2", "hub-3"),
    ]
    assert found.worst[0] == FailurePair(("line-a", "line-b"), ("desk", "tax"))
    assert found.counts == {"desk": 4, "tax": 4}


def test_only_as_many_pairs_are_named_as_are_asked_for() -> None:
    """The worst are named, ties in the order of the files; all are counted."""
    found = pair_failures(build_network(inventory_of(TOWN)), worst=2)

    assert [pair.components for pair in found.worst] == [("line-a", "line-b"), ("hub-1", "hub-2")]
    assert found.counts["desk"] == 4


def test_nothing_at_all_has_no_failures() -> None:
    """An inventory without components is looked through without a fault."""
    network = build_network(inventory_of("functions: [{id: desk}]"))

    assert single_failures(network).by_node() == {"desk": ()}
    assert pair_failures(network).worst == ()
    assert stopped_by(network, []) == {"desk": []}
