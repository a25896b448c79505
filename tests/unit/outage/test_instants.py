"""R3 to R5: going down, coming up, and everything that happens at one moment."""

from __future__ import annotations

from tests.support.tiny import down, downs, play, tasks


def outage(id_: str, at: str, length: str) -> str:
    return f"- {{at: {at}, outage: {{select: {{id: {id_}}}, for: {length}}}}}\n"


def damage(id_: str, at: str = "0h") -> str:
    return f"- {{at: {at}, damage: {{select: {{id: {id_}}}}}}}\n"


CHAIN = """
components:
- {id: a, startup: 10m}
- {id: b, requires: [a], startup: 20m}
- {id: c, requires: [b]}
"""
REPAIRED = """
components: [{id: x, procedure: fix, startup: 1h}]
procedures: [{id: fix, tasks: [{id: do, duration: 2h}]}]
"""
EITHER = """
components:
- {id: p}
- {id: q}
- {id: x, startup: 1h, requires: [{any_of: [p, q]}]}
"""


def test_a_loss_is_followed_through_at_once_and_a_gain_start_by_start() -> None:
    """Down together, up one after the other, each after its own start-up."""
    expected = {"a": "0h-1h10m", "b": "0h-1h30m", "c": "0h-1h30m"}
    assert downs(play(CHAIN, outage("a", "0h", "1h"))) == expected


def test_a_break_begins_a_start_anew() -> None:
    """A component comes up once allowed to start for its whole start-up without a break."""
    # x struck at 0h, allowed from 1h; p is missing 90m-100m, so it starts anew at 100m.
    inventory = "components: [{id: p}, {id: x, startup: 1h, requires: [p]}]"
    events = outage("x", "0h", "1h") + outage("p", "90m", "10m")

    assert down(play(inventory, events), "x") == "0h-2h40m"


def test_a_loss_made_good_in_the_same_instant_breaks_a_start() -> None:
    """The group is lost before it is satisfied, so the start begins anew."""
    # x starts at 1h on q... and at 90m q is lost as p is back: it needs until 2h30m.
    events = outage("x", "0h", "1h") + outage("p", "0h", "90m") + outage("q", "90m", "9h")

    assert down(play(EITHER, events), "x") == "0h-2h30m"


def test_a_loss_made_good_in_the_same_instant_takes_down_what_runs() -> None:
    """R5: losses come before gains, and a start-up is not saved by an exchange."""
    # At 1h p is back as q goes: what needs either goes down, and takes an hour to start.
    events = outage("p", "0h", "1h") + outage("q", "1h", "9h")
    assert down(play(EITHER, events), "x") == "1h-2h"

    # Without a start-up it is up again in the same instant, so it was never down.
    assert down(play(EITHER.replace("startup: 1h, ", ""), events), "x") == ""


def test_starts_with_matters_only_to_start() -> None:
    """A group of `starts_with` may be lost under what runs, but holds up what is down."""
    inventory = "components: [{id: ad}, {id: x, starts_with: [ad]}]"

    assert downs(play(inventory, outage("ad", "0h", "3h"))) == {"ad": "0h-3h"}
    assert down(play(inventory, outage("ad", "0h", "3h") + outage("x", "1h", "1h")), "x") == "1h-3h"


def test_starts_with_must_last_through_the_start() -> None:
    """A loss in `starts_with` during the start breaks it."""
    inventory = "components: [{id: ad}, {id: x, starts_with: [ad], startup: 1h}]"
    events = outage("x", "0h", "1h") + outage("ad", "90m", "1h")

    # Allowed from 1h, broken at 90m, allowed again at 2h30m.
    assert down(play(inventory, events), "x") == "0h-3h30m"


def test_adjacent_outages_are_one() -> None:
    """An outage that begins as another ends leaves no moment up, and no start."""
    events = outage("a", "0h", "1h") + outage("a", "1h", "1h")
    inventory = "components: [{id: a}]"

    assert downs(play(inventory, events)) == {"a": "0h-2h"}


def test_overlapping_outages_hold_until_the_last_ends() -> None:
    """Something held twice is released once both have ended."""
    events = outage("a", "0h", "3h") + outage("a", "1h", "1h") + outage("a", "2h", "2h")

    assert downs(play("components: [{id: a}]", events)) == {"a": "0h-4h"}


def test_an_outage_and_a_damage_each_hold_it_down() -> None:
    """What is damaged and held down waits for both."""
    # Repaired at 2h, released at 5h, an hour to start.
    events = damage("x") + outage("x", "0h", "5h")

    assert down(play(REPAIRED, events), "x") == "0h-6h"


def test_damage_at_the_instant_of_repair_calls_for_it_again() -> None:
    """Tasks finish before the scenario strikes: the repair is done, and then undone."""
    # Repaired at 2h and struck at 2h: a second repair, 2h-4h, and the start-up.
    result = play(REPAIRED, damage("x") + damage("x", "2h"))

    assert tasks(result) == ["x/do 0h-2h", "x/do 2h-4h"]
    assert down(result, "x") == "0h-5h"


def test_damage_just_before_the_repair_changes_nothing() -> None:
    """Damage to what is still damaged is no new damage."""
    result = play(REPAIRED, damage("x") + damage("x", "7199s"))

    assert tasks(result) == ["x/do 0h-2h"]
    assert down(result, "x") == "0h-3h"


def test_tasks_of_no_duration_leave_nothing_down() -> None:
    """Damaged and mended within one instant, a component was not down."""
    inventory = """
components: [{id: x, procedure: fix}, {id: y, requires: [x]}]
procedures: [{id: fix, tasks: [{id: one, duration: 0h}, {id: two, duration: 0h, after: [one]}]}]
"""
    result = play(inventory, damage("x", "1h"))

    assert tasks(result) == ["x/one 1h-1h", "x/two 1h-1h"]
    assert downs(result) == {}


def test_tasks_of_no_duration_free_their_crew_at_once() -> None:
    """One person does any number of tasks that take no time, and then the one that does."""
    inventory = """
components: [{id: x, procedure: quick}, {id: y, procedure: slow}]
teams: [{id: ict, size: 1}]
procedures:
- {id: quick, tasks: [{id: one, crew: {ict: 1}, duration: 0h}, {id: two, crew: {ict: 1}, duration: 0h}]}
- {id: slow, tasks: [{id: do, crew: {ict: 1}, duration: 1h}]}
"""
    result = play(inventory, damage("x") + damage("y"))

    assert tasks(result) == ["x/one 0h-0h", "x/two 0h-0h", "y/do 0h-1h"]
    assert downs(result) == {"y": "0h-1h"}


def test_the_horizon_is_not_played() -> None:
    """What would come up at the horizon itself has not come up; a task may finish beyond it."""
    scenario = """
scenario: {horizon: 2h}
events:
- {at: 0h, outage: {select: {id: a}, for: 2h}}
- {at: 0h, outage: {select: {id: b}, for: 119m}}
- {at: 2h, outage: {select: {id: c}}}
- {at: 1h, damage: {select: {id: x}}}
"""
    inventory = """
components: [{id: a}, {id: b}, {id: c}, {id: x, procedure: fix}]
procedures: [{id: fix, tasks: [{id: do, duration: 3h}]}]
"""
    result = play(inventory, scenario)

    assert downs(result) == {"a": "0h-", "b": "0h-1h59m", "x": "1h-"}
    assert tasks(result) == ["x/do 1h-4h"]


def test_nothing_that_falls_due_at_the_horizon_comes_to_pass() -> None:
    """A repair, a start-up and a reserve that end with the horizon have not ended."""
    inventory = """
components:
- {id: x, procedure: fix}
- {id: y, startup: 1h}
- {id: grid}
- {id: z, requires: [{any_of: [grid], holdover: 2h}]}
procedures: [{id: fix, tasks: [{id: do, duration: 2h}]}]
"""
    scenario = """
scenario: {horizon: 2h}
events:
- {at: 0h, damage: {select: {id: x}}}
- {at: 0h, outage: {select: {id: y}, for: 1h}}
- {at: 0h, outage: {select: {id: grid}}}
"""
    assert downs(play(inventory, scenario)) == {"x": "0h-", "y": "0h-", "grid": "0h-"}


def test_up_for_no_time_was_not_up() -> None:
    """What rises with a gain and falls with a reserve in the same instant was down throughout."""
    inventory = """
components:
- {id: grid}
- {id: p}
- {id: y, requires: [{any_of: [grid], holdover: 1h}]}
- {id: x, requires: [y, p]}
"""
    # At 1h p is back and x rises; then the reserve of y ends, and x falls with it until 3h.
    result = play(inventory, outage("grid", "0h", "3h") + outage("p", "0h", "1h"))

    assert downs(result) == {"grid": "0h-3h", "p": "0h-1h", "y": "1h-3h", "x": "0h-3h"}


def test_damage_beyond_the_horizon_never_happens() -> None:
    """A component that would be struck at the horizon counts as undamaged."""
    scenario = "{scenario: {horizon: 2h}, events: [{at: 2h, damage: {select: {id: x}}}]}"
    result = play(REPAIRED, scenario)

    assert downs(result) == {}
    assert result.order == ()
    assert not result.components["x"].damaged


def test_two_that_need_each_other_stay_up_together_and_never_rise() -> None:
    """A circle runs as long as it runs; once down, it is a knot."""
    inventory = "components: [{id: a, requires: [b]}, {id: b, requires: [a]}, {id: c}]"

    assert downs(play(inventory, outage("c", "0h", "1h"))) == {"c": "0h-1h"}
    result = play(inventory, outage("a", "0h", "1h"))
    assert downs(result) == {"a": "0h-", "b": "0h-"}
    assert result.deadlocks == (("a", "b"),)
