"""Cold-start deadlocks at the horizon: who waits for whom, for ever."""

from __future__ import annotations

import pytest

from tests.support.tiny import downs, kinds, play


def knots(components: str, events: str, rest: str = "", head: str = "") -> list[str]:
    """Return the knots at the horizon."""
    result = play(
        f"components:\n{components}\n{rest}", f"{{scenario: {{{head}}}, events: [{events}]}}"
    )
    said = [text for text in kinds(result.findings) if text.startswith("deadlock")]
    assert said == [f"deadlock: {' '.join(knot)}" for knot in result.deadlocks]
    return [" ".join(knot) for knot in result.deadlocks]


ALL_DARK = "{at: 0h, outage: {select: {kind: external}, for: 1h}}"
PAIR = "- {id: b, starts_with: [a]}\n- {id: a, requires: [b]}\n"


def hit(*ids: str) -> str:
    return f"{{at: 0h, damage: {{select: {{id: [{', '.join(ids)}]}}}}}}"


def test_a_pair_that_starts_only_with_each_other() -> None:
    """Two that need each other, one only to start, never come back; ids are sorted."""
    assert knots(PAIR, ALL_DARK) == ["a b"]
    # While b runs, a alone may fall and rise.
    assert knots(PAIR, "{at: 0h, outage: {select: {id: a}, for: 1h}}") == []


def test_what_only_waits_for_a_knot_is_no_part_of_it() -> None:
    """Who needs a member, but is not needed by any, is left out; so is a knot's own need."""
    others = "- {id: waits, requires: [a]}\n- {id: needed}\n" + PAIR.replace("[b]", "[b, needed]")

    assert knots(others, ALL_DARK) == ["a b"]


def test_functions_may_be_part_of_a_knot() -> None:
    """A function that a component needs is a member like any other."""
    rest = "functions: [{id: f, requires: [x]}]"

    assert knots("- {id: x, requires: [f]}", ALL_DARK, rest) == ["f x"]


def test_knots_are_sorted_and_apart() -> None:
    """Each largest set by itself, the sets in order."""
    other = PAIR.replace("id: a", "id: d").replace("id: b", "id: c")
    other = other.replace("[a]", "[d]").replace("[b]", "[c]")

    assert knots(other + PAIR, ALL_DARK) == ["a b", "c d"]


def test_something_that_starts_with_itself() -> None:
    """One that waits for itself counts."""
    assert knots("- {id: x, starts_with: [x]}", ALL_DARK) == ["x"]


@pytest.mark.parametrize("task", ["first", "last"])
def test_a_repair_that_requires_what_is_repaired(task: str) -> None:
    """A task that needs its own component to be up waits for itself, as long as it has not begun."""
    rest = """
procedures:
- {id: fix, tasks: [{id: first, duration: 1h}, {id: last, duration: 1h, after: [first]}]}
"""
    rest = rest.replace(f"id: {task},", f"id: {task}, requires: [x],")

    assert knots("- {id: x, procedure: fix}", hit("x"), rest) == ["x"]
    # Held down and not damaged, it has no task to wait for.
    assert knots("- {id: x, procedure: fix}", ALL_DARK, rest) == []


def test_a_repair_already_begun_needs_nothing_more() -> None:
    """The requirements of tasks that were started no longer count."""
    rest = "procedures: [{id: fix, tasks: [{id: do, duration: 20d, requires: [y]}]}]"
    components = "- {id: x, procedure: fix}\n- {id: y, requires: [x], starts_with: [x]}\n"

    # x is struck while y, which needs it, falls too: its task cannot begin. That is a knot.
    assert knots(components, hit("x"), rest) == ["x y"]
    # With y needing x only to start, the task begins at 0h; y is struck by an outage later.
    milder = components.replace("requires: [x], ", "")
    later = "{at: 1h, outage: {select: {id: y}, for: 1h}}"
    assert knots(milder, f"{hit('x')}, {later}", rest) == []


def test_another_provider_that_can_come_up_unties_a_knot() -> None:
    """A group with a way out makes no knot, even if the way is not taken before the horizon."""
    components = "- {id: a, requires: [{any_of: [b, c]}]}\n- {id: b, requires: [a]}\n- {id: c}"

    assert knots(components, "{at: 0h, outage: {select: {kind: external}}}") == []
    # Damaged without a procedure, c is no way out, and no part of the knot.
    dark = "{at: 0h, outage: {select: {id: [a, b]}, for: 1h}}"
    assert knots(components, f"{dark}, {hit('c')}") == ["a b"]


def test_a_spare_inside_a_circle_makes_no_knot() -> None:
    """Whoever waits for the hopeless does not wait for a spare it has no need of."""
    # a is kept down by c alone: of its group, d is up, whatever becomes of b.
    components = (
        "- {id: a, requires: [c, {any_of: [d, b]}]}\n- {id: b, requires: [a]}\n- {id: c}\n- {id: d}"
    )
    assert knots(components, hit("c")) == []


def test_two_of_three_with_one_way_out_are_still_a_knot() -> None:
    """Where two are needed and one can come up, the other two are waited for."""
    components = (
        "- {id: x, requires: [{any_of: [a, b, c], at_least: 2}]}\n"
        "- {id: a, requires: [x]}\n- {id: b, requires: [x]}\n- {id: c}"
    )
    assert knots(components, ALL_DARK) == ["a b x"]


def test_a_team_that_is_never_large_enough_is_no_way_out() -> None:
    """What no crew will ever mend counts as never coming up."""
    components = (
        "- {id: a, requires: [{any_of: [b, c]}]}\n- {id: b, requires: [a]}\n"
        "- {id: c, procedure: fix}"
    )
    rest = "teams: [{id: ict, size: 1}]\nprocedures: [{id: fix, tasks: [{id: do, crew: {ict: %s}, duration: 1h}]}]"

    dark = "{at: 0h, outage: {select: {id: [a, b]}}}"
    assert knots(components, f"{dark}, {hit('c')}", rest % 2) == ["a b"]
    assert knots(components, f"{dark}, {hit('c')}", rest % 1) == []


HOURS = """
organisation: {id: town, holidays: [2026-12-29, 2026-12-30, 2026-12-31, 2027-01-01]}
components:
- {id: a, requires: [{any_of: [b, c]}]}
- {id: b, requires: [a]}
- {id: c, procedure: fix}
teams: [{id: vendor, size: 1, hours: %s}, {id: night, size: 1, hours: "daily 22:00-06:00"}]
procedures: [{id: fix, tasks: [{id: do, crew: %s, duration: 1h}]}]
"""
NEW_YEAR = """
scenario: {starts: 2026-12-30T02:00, horizon: 1d}
events:
- {at: 0h, outage: {select: {id: [a, b]}}}
- {at: 0h, damage: {select: {id: c}}}
"""


def test_teams_that_never_work_together_are_no_way_out() -> None:
    """A crew of two teams whose hours never meet can begin nothing."""
    inventory = HOURS % ("daily 09:00-17:00", "{vendor: 1, night: 1}")

    assert play(inventory, NEW_YEAR).deadlocks == (("a", "b"),)
    assert play(inventory.replace("17:00", "22:01"), NEW_YEAR).deadlocks == ()


def test_days_off_up_to_the_horizon_are_not_for_ever() -> None:
    """A team that works again after the holidays can still mend, though only beyond the horizon."""
    inventory = HOURS % ("weekdays 09:00-17:00", "{vendor: 1}")

    assert play(inventory, NEW_YEAR).deadlocks == ()


def test_why_a_task_never_started_is_said() -> None:
    """Too few people, a lacking requirement and sheer lack of time are told apart."""
    inventory = """
components:
- {id: tool}
- {id: x, procedure: large}
- {id: y, procedure: tooled}
- {id: z, procedure: long}
- {id: w, procedure: short}
functions: [{id: f, requires: [z]}]
teams: [{id: ict, size: 1}]
procedures:
- {id: large, tasks: [{id: do, crew: {ict: 2}, duration: 1h}]}
- {id: tooled, tasks: [{id: do, duration: 1h, requires: [tool]}, {id: end, duration: 1h, after: [do]}]}
- {id: long, tasks: [{id: do, crew: {ict: 1}, duration: 20d}]}
- {id: short, tasks: [{id: do, crew: {ict: 1}, duration: 1h}]}
"""
    result = play(
        inventory, f"[{hit('x', 'y', 'z', 'w')}, {{at: 0h, outage: {{select: {{id: tool}}}}}}]"
    )

    expected = ["never-enough-people: x", "task-lacks: y", "task-not-started: w"]
    assert kinds(result.findings) == expected
    assert downs(result)["w"] == "0h-"
