"""R1: who is engaged, who takes over, and when."""

from __future__ import annotations

import pytest

from tests.support.tiny import down, downs, play

PAIR = """
components:
- {id: a}
- {id: b}
- {id: c}
- {id: x, requires: [{any_of: [a, b], switchover: 1h}]}
"""
THREE = PAIR.replace("[a, b]", "[a, b, c]")


def outage(at: str, id_: str, length: str = "") -> str:
    ending = f", for: {length}" if length else ""
    return f"- {{at: {at}, outage: {{select: {{id: {id_}}}{ending}}}}}\n"


def test_the_first_listed_are_engaged_at_the_start() -> None:
    """The loss of a spare is nothing to a group; the loss of the first is."""
    assert downs(play(PAIR, outage("0h", "b", "2h"))) == {"b": "0h-2h"}
    # a is lost at 0h, b takes 1h to be engaged.
    assert downs(play(PAIR, outage("0h", "a", "2h"))) == {"a": "0h-2h", "x": "0h-1h"}


def test_without_a_changeover_a_group_is_k_of_n() -> None:
    """With no `switchover` the spare carries on at once, and only fewer than k is a loss."""
    two = "components: [{id: a}, {id: b}, {id: c}, {id: x, requires: [{any_of: [a, b, c], at_least: 2}]}]"
    events = outage("0h", "a", "4h") + outage("1h", "c", "1h")

    assert downs(play(two, events)) == {"a": "0h-4h", "c": "1h-2h", "x": "1h-2h"}


def test_the_successor_is_the_first_listed_that_is_up() -> None:
    """The choice follows the list, past what is down."""
    # b is down, so c is chosen at 0h and engaged at 1h; b, though up from 30m, is not engaged.
    events = outage("0h", "a") + outage("0h", "b", "30m") + outage("5h", "c", "10m")
    # At 5h c goes down; b is chosen but c is back after 10m.
    assert down(play(THREE, events), "x") == "0h-1h 5h-5h10m"


def test_a_changeover_is_called_off_when_the_engaged_is_back() -> None:
    """The one that went down keeps its place until the successor is engaged."""
    # a is back at 59m, before b is engaged at 1h: x waits no longer, and b was never engaged.
    events = outage("0h", "a", "59m") + outage("2h", "b", "1h")

    assert downs(play(PAIR, events)) == {"a": "0h-59m", "b": "2h-3h", "x": "0h-59m"}


def test_a_changeover_called_off_begins_anew_with_the_next_loss() -> None:
    """The time already spent on a changeover that was called off is gone."""
    # Lost at 0h, back at 30m; lost again at 40m: b is engaged at 1h40m, not at 1h.
    events = outage("0h", "a", "30m") + outage("40m", "a")

    assert down(play(PAIR, events), "x") == "0h-30m 40m-1h40m"


def test_back_at_the_due_instant_is_too_late() -> None:
    """Coming up at the very instant the successor is engaged, the old one has lost its place."""
    # a is back at 1h, when b is engaged: from then on b matters, and a does not.
    events = outage("0h", "a", "1h") + outage("2h", "a", "1h") + outage("4h", "b", "30m")

    # At 4h b is lost and a, up again, is chosen; b is back at 4h30m, before a is engaged at 5h.
    assert down(play(PAIR, events), "x") == "0h-1h 4h-4h30m"


def test_there_is_no_failback() -> None:
    """A provider that comes back to a place taken by another stays a spare."""
    # b engaged from 1h; a back at 2h; a lost again at 3h: nothing to x. b lost at 5h: a engaged 6h.
    events = outage("0h", "a", "2h") + outage("3h", "a", "1h") + outage("5h", "b")

    assert down(play(PAIR, events), "x") == "0h-1h 5h-6h"


def test_a_chosen_one_that_goes_down_is_dropped() -> None:
    """With the chosen down before it is engaged, the choice is made anew, from then on."""
    # b chosen at 0h, lost at 30m; c chosen at 30m, engaged at 1h30m.
    events = outage("0h", "a") + outage("30m", "b")

    assert down(play(THREE, events), "x") == "0h-1h30m"


def test_with_none_up_the_next_that_comes_up_is_chosen() -> None:
    """With no provider up, the first that comes back is chosen at that moment."""
    # c comes up at 2h, before b at 3h: engaged at 3h.
    events = outage("0h", "a") + outage("0h", "b", "3h") + outage("0h", "c", "2h")

    assert down(play(THREE, events), "x") == "0h-3h"


def test_the_old_one_may_itself_be_the_next_that_comes_up() -> None:
    """With all down, the engaged provider needs no changeover when it is first to be back."""
    events = outage("0h", "a", "2h") + outage("0h", "b", "3h") + outage("0h", "c", "4h")

    assert down(play(THREE, events), "x") == "0h-2h"


def test_of_two_places_each_has_its_successor() -> None:
    """With k = 2 of 3, only as many changeovers run as spares are up."""
    two = THREE.replace("[a, b, c]", "[a, b, c], at_least: 2")

    # a lost at 0h: c engaged at 1h. b lost at 2h: no spare is left, so x is down until a is back
    # at 3h, is chosen then and engaged at 4h.
    events = outage("0h", "a", "3h") + outage("2h", "b")
    assert down(play(two, events), "x") == "0h-1h 2h-4h"


def test_two_places_lost_at_once_share_one_spare() -> None:
    """The first place chooses first; the second waits for the next that comes up."""
    two = THREE.replace("[a, b, c]", "[a, b, c], at_least: 2")

    # At 0h a and b are lost; c takes the place of a at 1h; b is back at 30m: both again at 1h.
    events = outage("0h", "a") + outage("0h", "b", "30m")
    assert down(play(two, events), "x") == "0h-1h"


def test_what_was_down_for_no_time_was_not_down() -> None:
    """Lost and back in one instant, a provider starts no changeover."""
    # At 1h one outage of a ends and p, which a needs, is replaced: a falls and rises at once.
    inventory = PAIR.replace(
        "{id: a}", "{id: p}\n- {id: q}\n- {id: a, requires: [{any_of: [p, q]}]}"
    )
    events = outage("0h", "q", "1h") + outage("1h", "p")

    assert downs(play(inventory, events)) == {"p": "1h-", "q": "0h-1h"}


def test_the_chosen_may_go_down_and_up_within_the_due_instant() -> None:
    """What is down when losses are followed and up again in the same instant is engaged then."""
    inventory = PAIR.replace(
        "{id: b}", "{id: p}\n- {id: q}\n- {id: b, requires: [{any_of: [p, q]}]}"
    )
    # b is chosen at 0h. At 1h, when it falls due, p is lost and q is back: b is lost, and up again.
    events = outage("0h", "a") + outage("0h", "q", "1h") + outage("1h", "p")

    assert down(play(inventory, events), "x") == "0h-1h"


@pytest.mark.parametrize("key", ["requires", "starts_with"])
def test_a_changeover_holds_in_every_group_of_a_component(key: str) -> None:
    """A start, too, waits for the changeover, whichever group it is in."""
    inventory = PAIR.replace("requires", key)
    events = outage("0h", "a") + outage("0h", "x", "30m")

    # x is released at 30m, but b is engaged only at 1h.
    assert down(play(inventory, events), "x") == "0h-1h"


def test_a_changeover_holds_for_tasks() -> None:
    """A task that needs a group waits for its changeover."""
    inventory = """
components:
- {id: a}
- {id: b}
- {id: x, procedure: fix}
procedures:
- {id: fix, tasks: [{id: do, duration: 2h, requires: [{any_of: [a, b], switchover: 1h}]}]}
"""
    events = outage("0h", "a") + "- {at: 0h, damage: {select: {id: x}}}"

    assert down(play(inventory, events), "x") == "0h-3h"
