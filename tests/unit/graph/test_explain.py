from __future__ import annotations

import pytest

from bcp.graph.explain import explain
from bcp.graph.network import build_network
from tests.support.tiny import inventory_of

NETWORK = build_network(
    inventory_of("""
components:
- {id: site}
- {id: room, within: site}
- {id: grid, within: site}
- {id: ups, within: room}
- {id: a, within: room, requires: [{any_of: [grid], holdover: 1h, held_by: ups}], procedure: fix}
- {id: b, requires: [{any_of: [a, grid]}], starts_with: [a]}
functions: [{id: f, requires: [b], staff: {team: desk}}]
teams: [{id: desk, size: 1}]
procedures: [{id: fix, tasks: [{id: do, duration: 1h, requires: [own, b]}]}]
""")
)


def test_a_component_in_its_surroundings() -> None:
    """What it needs, who needs it, where it stands and what it stops are told apart."""
    held = explain(NETWORK, "a")

    assert [need.providers for need in held.needs] == [("grid",)]
    assert held.start_needs == ()
    assert [(task, need.providers) for task, need in held.repair_needs] == [("fix/do", ("b",))]
    assert (held.needed_by, held.repairs, held.holds) == (("b",), (), ())
    assert (held.contains, held.stands_in) == ((), ("room", "site"))
    assert (held.all_needs, held.all_needed_by) == (("grid",), ("b", "f"))
    # b can do with the grid, so a alone stops nothing.
    assert held.stops == ()


def test_what_a_lasting_failure_stops() -> None:
    """Reserves are taken as spent: the grid takes everything that needs it, alternatives and all."""
    held = explain(NETWORK, "grid")

    assert held.stops == ("a", "b", "f")
    assert held.all_needed_by == ("a", "b", "f")


def test_a_place_is_told_with_its_contents() -> None:
    """Containment is transitive, and no dependency."""
    held = explain(NETWORK, "site")

    assert (held.contains, held.stands_in) == (("room", "grid", "ups", "a"), ())
    assert (held.needed_by, held.stops) == ((), ())


def test_who_holds_a_reserve_and_who_repairs_with_it() -> None:
    """A holder is no provider, and a requirement of a task no need of a component."""
    assert explain(NETWORK, "ups").holds == ("a",)
    assert explain(NETWORK, "ups").needed_by == ()
    held = explain(NETWORK, "b")
    assert (held.needed_by, held.repairs) == (("f",), ("fix/do",))
    assert [need.providers for need in held.start_needs] == [("a",)]


def test_a_function_is_told_with_its_people() -> None:
    """Staff is one of its needs; it stands nowhere and has no repair."""
    held = explain(NETWORK, "f")

    assert [need.staff.team for need in held.needs if need.staff] == ["desk"]
    assert held.all_needs == ("grid", "a", "b")
    assert (held.repair_needs, held.contains, held.stands_in) == ((), (), ())


def test_in_a_circle_something_needs_itself() -> None:
    """What lies in a circle is reached from itself; what does not, is not."""
    network = build_network(
        inventory_of(
            "components: [{id: a, requires: [b]}, {id: b, requires: [a]}, {id: c, requires: [a]}]"
        )
    )
    assert explain(network, "a").all_needs == ("a", "b")
    assert explain(network, "c").all_needs == ("a", "b")


def test_an_unknown_id_is_refused() -> None:
    """There is nothing to say about what is not there."""
    with pytest.raises(KeyError):
        explain(NETWORK, "nothing")
