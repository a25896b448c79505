"""T5: who goes first when there are not enough people for all."""

from __future__ import annotations

import pytest

from tests.support.tiny import order, play, tasks


def case(components: str, functions: str, task: str = "duration: 1h") -> str:
    """Return an inventory in which one person mends everything, an hour each."""
    return f"""
components: {components}
functions: {functions}
teams: [{{id: ict, size: 1}}]
procedures:
- {{id: fix, tasks: [{{id: do, crew: {{ict: 1}}, {task}}}]}}
- {{id: slow, tasks: [{{id: do, crew: {{ict: 1}}, duration: 3h}}]}}
"""


def damaged(*ids: str) -> str:
    return f"[{{at: 0h, damage: {{select: {{id: [{', '.join(ids)}]}}}}}}]"


def begun(inventory: str, events: str, strategy: str) -> list[str]:
    """Return the components in the order in which work on them begins."""
    return [text.split("/")[0] for text in tasks(play(inventory, events, strategy))]


TWO = case(
    "[{id: x, procedure: fix}, {id: y, procedure: fix}]",
    "[{id: f, rank: B, rto: 1h, requires: [x]}, {id: g, rank: A, rto: 9h, requires: [y]}]",
)


def test_rank_goes_by_rank_and_slack_by_time() -> None:
    """The better rank goes first by `rank`, the earlier latest start by `slack`."""
    # By rank y serves the A. By slack x must begin at 0h, y at 8h.
    assert begun(TWO, damaged("x", "y"), "rank") == ["y", "x"]
    assert begun(TWO, damaged("x", "y"), "slack") == ["x", "y"]


def test_the_rto_of_the_scenario_counts() -> None:
    """Slack is reckoned with the RTO of the severity and the day."""
    inventory = TWO.replace("rto: 9h", "rto: {normal: 9h, disaster: 30m}")

    assert begun(inventory, damaged("x", "y"), "slack") == ["x", "y"]
    disaster = f"{{scenario: {{severity: disaster}}, events: {damaged('x', 'y')}}}"
    assert begun(inventory, disaster, "slack") == ["y", "x"]


@pytest.mark.parametrize("strategy", ["rank", "slack"])
def test_ties_keep_the_order_of_the_files(strategy: str) -> None:
    """Equally urgent, components come as they stand in the files, then tasks as listed."""
    inventory = """
components: [{id: z, procedure: fix}, {id: a, procedure: fix}]
functions: [{id: f, rank: A, requires: [a, z]}]
teams: [{id: ict, size: 1}]
procedures:
- {id: fix, tasks: [{id: two, crew: {ict: 1}, duration: 1h}, {id: one, crew: {ict: 1}, duration: 1h}]}
"""
    expected = ["z/two 0h-1h", "z/one 1h-2h", "a/two 2h-3h", "a/one 3h-4h"]
    assert tasks(play(inventory, damaged("a", "z"), strategy)) == expected


@pytest.mark.parametrize("strategy", ["rank", "slack"])
def test_what_no_function_waits_for_is_last(strategy: str) -> None:
    """A component that nothing needs goes behind even the least urgent."""
    inventory = case(
        "[{id: x, procedure: fix}, {id: y, procedure: fix}]",
        "[{id: f, rank: C, rto: 9d, requires: [y]}]",
    )
    assert begun(inventory, damaged("x", "y"), strategy) == ["y", "x"]


def test_a_function_without_a_rank_counts_as_none() -> None:
    """By `rank`, whoever serves only functions without a rank goes last."""
    inventory = case(
        "[{id: x, procedure: fix}, {id: y, procedure: fix}]",
        "[{id: f, requires: [x]}, {id: g, rank: C, requires: [y]}]",
    )
    assert begun(inventory, damaged("x", "y"), "rank") == ["y", "x"]


SPARE = case(
    "[{id: x, procedure: fix}, {id: y, procedure: fix}, {id: z, procedure: fix}]",
    "[{id: f, rank: A, rto: 1h, requires: [{any_of: [x, y]}]},"
    " {id: g, rank: B, rto: 9h, requires: [z]}]",
)


def test_spares_are_last_by_slack_but_not_by_rank() -> None:
    """By slack what counts as first has the target; by rank all who could help have the rank."""
    assert begun(SPARE, damaged("x", "y", "z"), "slack") == ["x", "z", "y"]
    assert begun(SPARE, damaged("x", "y", "z"), "rank") == ["x", "y", "z"]


def test_of_a_group_the_undamaged_count_as_first() -> None:
    """Where another provider is whole, a damaged one is a spare, though listed first."""
    # y is whole: x can wait for z, whose 9h are the only target left.
    assert begun(SPARE, damaged("x", "z"), "slack") == ["z", "x"]


def test_the_undamaged_count_before_work_of_no_length() -> None:
    """Even a repair that takes no time comes after what needs none."""
    inventory = """
components: [{id: x, procedure: nothing}, {id: y}]
functions: [{id: f, rto: 1h, requires: [{any_of: [x, y]}]}]
procedures: [{id: nothing, tasks: [{id: do, duration: 0h}]}]
"""
    assert order(play(inventory, damaged("x")).order) == ["x - -"]


def test_of_the_damaged_the_shortest_counts_as_first() -> None:
    """Of damaged providers the one soonest mended has the target; without a procedure, none."""
    slow_first = SPARE.replace("{id: x, procedure: fix}", "{id: x, procedure: slow}")
    assert begun(slow_first, damaged("x", "y", "z"), "slack") == ["y", "z", "x"]

    hopeless_first = SPARE.replace("{id: x, procedure: fix}", "{id: x}")
    assert begun(hopeless_first, damaged("x", "y", "z"), "slack") == ["y", "z"]


def test_what_a_task_requires_is_wanted_before_the_task() -> None:
    """A component needed for the repair of another inherits the latest start of that task."""
    inventory = """
components: [{id: z, procedure: fix}, {id: tool, procedure: fix}, {id: x, procedure: long}]
functions: [{id: f, rto: 5h, requires: [x]}, {id: g, rto: 4h, requires: [z]}]
teams: [{id: ict, size: 1}]
procedures:
- {id: fix, tasks: [{id: do, crew: {ict: 1}, duration: 1h}]}
- {id: long, tasks: [{id: do, crew: {ict: 1}, duration: 3h, requires: [tool]}]}
"""
    # x: 5h - 3h = 2h; tool: required by 2h, so 1h; z: 4h - 1h = 3h.
    result = play(inventory, damaged("x", "z", "tool"))
    assert order(result.order) == ["tool 2h 1h", "x 5h 2h", "z 4h 3h"]
    assert tasks(result) == ["tool/do 0h-1h", "x/do 1h-4h", "z/do 4h-5h"]
    # With the tool whole, nothing is wanted of it; with x whole, its task is none.
    assert order(play(inventory, damaged("tool", "z")).order) == ["z 4h 3h", "tool - -"]


def test_tasks_of_a_procedure_have_each_their_own_latest_start() -> None:
    """What is at the head of a long procedure may be more urgent than the end of a short one."""
    inventory = """
components: [{id: x, procedure: long}, {id: y, procedure: short}]
functions: [{id: f, rto: 6h, requires: [x]}, {id: g, rto: 5h, requires: [y]}]
teams: [{id: ict, size: 1}]
procedures:
- id: long
  tasks: [{id: a, crew: {ict: 1}, duration: 2h}, {id: b, crew: {ict: 1}, duration: 1h, after: [a]}]
- {id: short, tasks: [{id: do, crew: {ict: 1}, duration: 1h}]}
"""
    # Latest starts: x/a 3h, x/b 5h, y/do 4h.
    assert tasks(play(inventory, damaged("x", "y"))) == ["x/a 0h-2h", "y/do 2h-3h", "x/b 3h-4h"]


def test_whoever_can_start_goes_ahead_of_who_cannot() -> None:
    """The order decides among those who can start; nobody waits for the more urgent."""
    inventory = case(
        "[{id: x, procedure: fix}, {id: y, procedure: slow}]",
        "[{id: f, rto: 1h, requires: [x]}, {id: g, rto: 9h, requires: [y]}]",
    )
    barred = "{at: 0h, access: {select: {id: x}, for: 30m}}"
    events = f"[{{at: 0h, damage: {{select: {{id: [x, y]}}}}}}, {barred}]"

    assert tasks(play(inventory, events)) == ["y/do 0h-3h", "x/do 3h-4h"]


def test_a_plan_lists_what_the_scenario_ever_damages() -> None:
    """Also what is struck only later has its place in the order from the start."""
    text = "[{at: 0h, damage: {select: {id: y}}}, {at: 5h, damage: {select: {id: x}}}]"
    result = play(TWO, text)

    assert [row.component for row in result.order] == ["x", "y"]
    assert result.components["x"].damaged


def test_an_unknown_strategy_is_refused() -> None:
    """A name that is no strategy raises, rather than fall back on another."""
    with pytest.raises(KeyError):
        play(TWO, damaged("x"), "guess")
