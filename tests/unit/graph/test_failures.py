from __future__ import annotations

import pytest

from bcp.graph import failures
from bcp.graph.failures import Failures
from bcp.graph.knots import bits, circles
from bcp.graph.network import build_network
from tests.support.tiny import inventory_of

NETWORK = build_network(
    inventory_of("""
components:
- {id: a}
- {id: b}
- {id: c}
- {id: x, requires: [{any_of: [a, b, c], at_least: 2}]}
- {id: l, requires: [r, a]}
- {id: r, requires: [l]}
functions: [{id: f, requires: [{any_of: [x, l]}]}]
""")
)


def test_two_of_three_bears_one_failure() -> None:
    """A group stops with as many failures as leave it too few."""
    held = Failures(NETWORK)

    assert held.stops(["b"]) == ("b",)
    assert held.stops(["b", "c"]) == ("b", "c", "x")
    # a takes l, and l its circle with r; x bears it, so f does too.
    assert held.stops(["a"]) == ("a", "l", "r")
    assert held.stops(["a", "b"]) == ("a", "b", "x", "l", "r", "f")
    assert held.stops([]) == ()


def test_every_failure_alone_for_every_node() -> None:
    """One pass tells for each node the places of the failures that take it down."""
    held = Failures(NETWORK).stopped_by([["a"], ["l"], ["r"], ["b", "c"], []])

    assert held == {
        "a": [0],
        "b": [3],
        "c": [3],
        "x": [3],
        "l": [0, 1, 2],
        "r": [0, 1, 2],
        "f": [],
    }


def test_more_failures_than_a_word_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looked at two at a time, the answer is the same."""
    alone = [[component] for component in NETWORK.components]
    whole = Failures(NETWORK).stopped_by(alone)
    monkeypatch.setattr(failures, "_WORD", 2)

    assert Failures(NETWORK).stopped_by(alone) == whole


def test_starts_with_stops_nothing() -> None:
    """A group needed only to start takes nothing down."""
    network = build_network(inventory_of("components: [{id: a}, {id: x, starts_with: [a]}]"))

    assert Failures(network).stops(["a"]) == ("a",)


def test_circles_come_after_what_they_lead_to() -> None:
    """A circle is found whole, and behind everything that is reached from it."""
    edges = {"a": ["b"], "b": ["c", "a"], "c": ["c"], "d": ["a"]}

    assert [sorted(held) for held in circles("dabc", edges.__getitem__)] == [
        ["c"],
        ["a", "b"],
        ["d"],
    ]


def test_a_chain_longer_than_the_recursion_of_python() -> None:
    """Fifty thousand in a row are gone through."""
    number = 50_000
    found = circles(
        map(str, range(number)), lambda node: [str(int(node) + 1)] if int(node) < number - 1 else []
    )

    assert found == [[str(node)] for node in reversed(range(number))]


def test_bits_are_the_places_of_the_ones() -> None:
    """A set kept as a number gives its members back, the lowest first."""
    places = [0, 3, 64, 5000]

    assert bits(sum(1 << place for place in places)) == places
    assert bits(0) == []
