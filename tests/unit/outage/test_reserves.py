"""R2: what carries on for a while without a group, and what ends that."""

from __future__ import annotations

import pytest

from tests.support.tiny import down, downs, play

INVENTORY = """
components:
- {id: grid}
- {id: ups}
- {id: x, requires: [{any_of: [grid], holdover: 2h, held_by: ups}]}
"""


def outage(id_: str, at: str, length: str) -> str:
    return f"- {{at: {at}, outage: {{select: {{id: {id_}}}, for: {length}}}}}\n"


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        pytest.param("1h", "", id="within the reserve"),
        pytest.param("2h", "", id="the end included"),
        pytest.param("7201s", "2h-2h1s", id="a second longer"),
        pytest.param("5h", "2h-5h", id="much longer"),
    ],
)
def test_a_reserve_bridges_its_length(length: str, expected: str) -> None:
    """Satisfied again within the reserve, its end included, nothing happened."""
    assert down(play(INVENTORY, outage("grid", "0h", length)), "x") == expected


def test_nothing_bridges_while_the_holder_is_down() -> None:
    """With `held_by` down when the group is lost, its owner goes down at once."""
    events = outage("ups", "0h", "9h") + outage("grid", "1h", "1h")

    assert downs(play(INVENTORY, events)) == {"ups": "0h-9h", "grid": "1h-2h", "x": "1h-2h"}


def test_a_holder_that_fails_ends_the_reserve() -> None:
    """With `held_by` lost midway, its owner goes down then."""
    events = outage("grid", "0h", "90m") + outage("ups", "1h", "9h")

    assert down(play(INVENTORY, events), "x") == "1h-1h30m"


def test_a_holder_that_fails_as_the_group_returns_does_no_harm() -> None:
    """R5: gains come before reserves, so a group satisfied again in the same instant is there."""
    events = outage("grid", "0h", "1h") + outage("ups", "1h", "9h")

    assert down(play(INVENTORY, events), "x") == ""


def test_a_holder_back_in_the_same_instant_still_holds() -> None:
    """Judged when losses and gains are through, a holder lost and back again holds."""
    # The holder depends on either of two, of which one takes over from the other at 1h.
    inventory = """
components:
- {id: grid}
- {id: p}
- {id: q}
- {id: ups, requires: [{any_of: [p, q]}]}
- {id: x, requires: [{any_of: [grid], holdover: 2h, held_by: ups}]}
"""
    events = outage("grid", "0h", "2h") + outage("q", "0h", "1h") + outage("p", "1h", "9h")

    assert downs(play(inventory, events)) == {"grid": "0h-2h", "p": "1h-10h", "q": "0h-1h"}


def test_a_reserve_is_full_again_at_once() -> None:
    """A group satisfied for however short a time fills its reserve."""
    # 2h without, one minute with, 2h without: bridged twice.
    events = outage("grid", "0h", "2h") + outage("grid", "121m", "2h")

    assert down(play(INVENTORY, events), "x") == ""


def test_outages_end_to_end_are_one_loss() -> None:
    """Lost and satisfied in one instant is not satisfied: the reserve goes on being used."""
    events = outage("grid", "0h", "1h") + outage("grid", "1h", "2h")

    assert down(play(INVENTORY, events), "x") == "2h-3h"


def test_a_group_replaced_in_one_instant_keeps_a_full_reserve() -> None:
    """With one provider lost and the other back at once, the reserve is full when it is through."""
    inventory = """
components:
- {id: a}
- {id: b}
- {id: x, requires: [{any_of: [a, b], holdover: 1h}]}
"""
    # Both down 0h-30m; at 30m b is back; at 1h b is lost and a back; both down 2h-3h.
    events = outage("a", "0h", "1h") + outage("b", "0h", "30m") + outage("b", "1h", "9h")
    events += outage("a", "2h", "1h")

    assert down(play(inventory, events), "x") == ""


def test_a_start_cannot_use_a_reserve() -> None:
    """What is down needs the group itself, however full the reserve."""
    # x is struck at 1h while it runs on its reserve, and released at 90m: it waits for the grid.
    events = outage("grid", "0h", "4h") + outage("x", "1h", "30m")

    assert down(play(INVENTORY, events), "x") == "1h-4h"


def test_the_clock_runs_from_the_loss_of_the_group() -> None:
    """A later loss of another group does not lengthen a reserve in use."""
    inventory = """
components:
- {id: a}
- {id: b}
- {id: x, requires: [{any_of: [a], holdover: 2h}, {any_of: [b], holdover: 3h}]}
"""
    events = outage("a", "0h", "4h") + outage("b", "1h", "6h")

    # a's reserve ends at 2h; both groups are there again at 7h.
    assert down(play(inventory, events), "x") == "2h-7h"


def test_a_changeover_within_the_reserve_is_not_felt() -> None:
    """A reserve as long as the changeover bridges it; a shorter one does not."""
    inventory = """
components:
- {id: a}
- {id: b}
- {id: x, requires: [{any_of: [a, b], switchover: 1h, holdover: 1h}]}
- {id: y, requires: [{any_of: [a, b], switchover: 1h, holdover: 50m}]}
"""
    assert downs(play(inventory, outage("a", "0h", "9h"))) == {"a": "0h-9h", "y": "50m-1h"}


def test_one_owner_falling_on_its_reserve_takes_the_next() -> None:
    """R5 (4): the end of one reserve is followed through to those who lean on it."""
    inventory = """
components:
- {id: grid}
- {id: x, requires: [{any_of: [grid], holdover: 1h}]}
- {id: y, requires: [{any_of: [x], holdover: 1h}]}
- {id: z, requires: [{any_of: [grid], holdover: 3h, held_by: x}]}
"""
    # x falls at 1h, and z with it, whose reserve it held; y an hour later.
    expected = {"grid": "0h-5h", "x": "1h-5h", "y": "2h-5h", "z": "1h-5h"}
    assert downs(play(inventory, outage("grid", "0h", "5h"))) == expected


def test_reserves_that_end_together_end_together() -> None:
    """Of two whose reserves end now and who hold each other's group, neither is spared."""
    inventory = """
components:
- {id: grid}
- {id: x, requires: [{any_of: [grid, y], at_least: 2, holdover: 1h}]}
- {id: y, requires: [{any_of: [grid, x], at_least: 2, holdover: 1h}]}
"""
    expected = {"grid": "0h-2h", "x": "1h-", "y": "1h-"}
    assert downs(play(inventory, outage("grid", "0h", "2h"))) == expected
