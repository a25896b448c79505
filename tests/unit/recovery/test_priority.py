"""Recovery priority: by when, from when, in which order, and why."""

from __future__ import annotations

import pytest

from bcp.recovery.priority import BEYOND, priority
from bcp.units import DAY, HOUR, MONTH, WEEK
from bcp.words.recovery import WORDS
from tests.support.tiny import inventory_of, order, play, said

PROCEDURES = """
procedures:
- {id: fix, tasks: [{id: do, duration: 2h}]}
- {id: swap, tasks: [{id: do, duration: 1h}]}
- {id: onto, tasks: [{id: prepare, duration: 1h}, {id: restore, duration: 2h, after: [prepare], requires: [own]}]}
"""


def table(text: str) -> list[str]:
    return order(priority(inventory_of(text + PROCEDURES)))


def test_targets_go_down_the_chain() -> None:
    """Each needs to be up a start-up before whoever needs it."""
    # x: up by 9h; 20m start-up and 2h of work: 6h40m. y: up by 8h40m; 10m and 1h: 7h30m.
    assert table("""
functions: [{id: f, rto: 9h, requires: [x]}]
components:
- {id: y, startup: 10m, procedure: swap}
- {id: x, requires: [y], startup: 20m, procedure: fix}
""") == ["x 9h 6h40m", "y 8h40m 7h30m"]


def test_the_least_over_all_who_need_it_counts() -> None:
    """The most urgent of those who need it decides, in whichever way they need it."""
    # x: by 8h for g; by 9h - 1h = 8h for y; to start z, by 3h - 30m.
    assert table("""
functions:
- {id: f, rto: 9h, requires: [y]}
- {id: g, rto: 8h, requires: [x]}
- {id: h, rto: 3h, requires: [z]}
components:
- {id: x}
- {id: y, requires: [x], startup: 1h}
- {id: z, starts_with: [x], startup: 30m}
""") == ["x 2h30m 2h30m", "z 3h 2h30m", "y 9h 8h"]


def test_a_task_wants_its_requirements_by_its_own_latest_start() -> None:
    """`own` of a task asks earlier than the component itself, and the work before it not at all."""
    # x: 9h - 3h = 6h; restore by 9h - 2h = 7h, so y is required by 7h, not by 9h.
    assert table("""
functions: [{id: f, rto: 9h, requires: [x]}]
components: [{id: x, requires: [y], procedure: onto}, {id: y, procedure: swap}]
""") == ["x 9h 6h", "y 7h 6h"]


def test_a_circle_passes_its_target_on_undiminished() -> None:
    """Inside a circle nothing is taken off, and below it once."""
    # a and b need each other: 9h both; c below b: 9h - 2h.
    assert table("""
functions: [{id: f, rto: 9h, requires: [a]}]
components:
- {id: a, requires: [b], startup: 1h}
- {id: b, requires: [a, c], startup: 2h}
- {id: c}
""") == ["b 9h 7h", "c 7h 7h", "a 9h 8h"]


def test_spares_are_last_and_have_no_target() -> None:
    """The first `at_least` listed inherit the target; the rest, and what nobody needs, do not."""
    assert table("""
functions: [{id: f, rto: 9h, requires: [{any_of: [d, c, b, a], at_least: 2}]}]
components: [{id: a}, {id: b}, {id: c}, {id: d, procedure: fix}, {id: nobody}]
""") == ["d 9h 7h", "c 9h 9h", "a - -", "b - -", "nobody - -"]


def test_a_negative_latest_start_comes_first() -> None:
    """What can no longer be in time is the most urgent of all."""
    assert table("""
functions: [{id: f, rto: 1h, requires: [x]}, {id: g, rto: 30m, requires: [y]}]
components: [{id: y}, {id: x, procedure: fix}]
""") == ["x 1h -1h", "y 30m 30m"]


def test_a_function_keeps_its_own_target() -> None:
    """A function required by a more urgent one is not wanted sooner than its own RTO."""
    assert table("""
functions: [{id: f, rto: 1h, requires: [g]}, {id: g, rto: 5h, requires: [x]}]
components: [{id: x}]
""") == ["x 5h 5h"]


def test_the_severity_chooses_the_targets() -> None:
    """Without a scenario the normal RTO counts, or that of a disaster if asked."""
    inventory = inventory_of(
        "functions: [{id: f, rto: {normal: 1h, disaster: 3d}, requires: [x]}]\ncomponents: [{id: x}]"
    )
    assert order(priority(inventory)) == ["x 1h 1h"]
    assert order(priority(inventory, "disaster")) == ["x 3d 3d"]


@pytest.mark.parametrize(
    ("rto", "tier"),
    [
        ("0h", 3 * HOUR),
        ("3h", 3 * HOUR),
        ("10801s", DAY),
        ("3d", 3 * DAY),
        ("1w", WEEK),
        ("2w", 2 * WEEK),
        ("30d", MONTH),
        ("31d", BEYOND),
    ],
)
def test_tiers(rto: str, tier: int) -> None:
    """A band takes its upper end in; what is later than the last lies beyond."""
    (row,) = priority(
        inventory_of(f"functions: [{{id: f, rto: {rto}, requires: [x]}}]\ncomponents: [{{id: x}}]")
    )
    assert row.tier == tier


def test_an_organisation_may_have_its_own_tiers() -> None:
    """The bands of the files take the place of the usual ones; a spare has none."""
    text = """
organisation: {id: town, tiers: [1h, 2d]}
functions: [{id: f, rto: 2h, requires: [{any_of: [x, spare]}]}]
components: [{id: x}, {id: spare}]
"""
    assert [row.tier for row in priority(inventory_of(text))] == [2 * DAY, None]


def test_the_slack_is_what_lies_between_the_starts() -> None:
    """The earliest start waits for what the work requires; the slack is the rest."""
    # y is up at 1h10m; restore can begin then, after prepare 0h-1h; x's work begins at 0h.
    rows = priority(
        inventory_of("""
functions: [{id: f, rto: 9h, requires: [x]}]
components:
- {id: x, requires: [y], procedure: waits}
- {id: y, procedure: swap, startup: 10m}
procedures:
- {id: waits, tasks: [{id: do, duration: 2h, requires: [own]}]}
- {id: swap, tasks: [{id: do, duration: 1h}]}
""")
    )
    starts = {row.component: (row.earliest_start, row.slack) for row in rows}
    # x: latest 7h, earliest 1h10m. y: required by 7h, so latest 5h50m; earliest 0h.
    assert starts == {"x": (4200, 7 * HOUR - 4200), "y": (0, 5 * HOUR + 3000)}


REASONS = """
functions: [{id: f, name: 窓口, rto: 9h, requires: %s}, {id: g, rto: 99h, requires: %s}]
components: [{id: x, name: 台帳%s}, {id: y}]
"""


@pytest.mark.parametrize(
    ("first", "second", "x", "key"),
    [
        ("[y]", "[y]", "", "reason-nobody"),
        ("[{any_of: [y, x]}]", "[y]", "", "reason-spare-one"),
        ("[{any_of: [y, x]}]", "[{any_of: [y, x]}]", "", "reason-spare"),
        ("[x]", "[y]", ", startup: 10h", "reason-late-one"),
        ("[x]", "[x]", ", startup: 10h", "reason-late"),
        ("[x]", "[y]", ", procedure: fix", "reason-due-one"),
        ("[x]", "[x]", ", procedure: fix", "reason-due"),
        ("[x]", "[y]", "", "reason-by-one"),
        ("[x]", "[x]", "", "reason-by"),
    ],
)
def test_each_row_says_why(first: str, second: str, x: str, key: str) -> None:
    """A reason fits the row, in both languages, and names the most urgent function."""
    rows = priority(inventory_of(REASONS % (first, second, x) + PROCEDURES))
    reason = next(row.reason for row in rows if row.component == "x")

    assert reason.key == key
    texts = said(WORDS, reason, {"f": "窓口"})
    assert ("窓口" in texts[0]) == (key != "reason-nobody")
    assert texts[0] != texts[1]


def test_with_a_scenario_only_the_damaged_are_listed() -> None:
    """A scenario's order is that of the strategy, with when each was begun and finished."""
    inventory = """
functions: [{id: f, rank: B, rto: 9h, requires: [x]}, {id: g, rank: A, rto: 10h, requires: [y]}]
components: [{id: x, procedure: fix}, {id: y, procedure: fix}, {id: z}]
teams: [{id: ict, size: 1}]
procedures: [{id: fix, tasks: [{id: do, crew: {ict: 1}, duration: 2h}]}]
"""
    events = "[{at: 0h, damage: {select: {id: [x, y]}}}, {at: 0h, outage: {select: {id: z}}}]"

    slack, rank = play(inventory, events).order, play(inventory, events, "rank").order
    shown = [(r.rank, r.component, r.earliest_start, r.finish, r.unlocks) for r in slack]
    assert shown == [(1, "x", 0, 7200, ("f",)), (2, "y", 7200, 14400, ("g",))]
    assert [row.component for row in rank] == ["y", "x"]


def test_what_is_not_finished_has_no_finish() -> None:
    """A recovery with work not begun has none; one under way at the horizon has one beyond it."""
    inventory = """
components: [{id: x, procedure: fix}, {id: y, procedure: fix}]
teams: [{id: ict, size: 1}]
procedures: [{id: fix, tasks: [{id: do, crew: {ict: 1}, duration: 20d}]}]
"""
    rows = play(inventory, "[{at: 0h, damage: {select: {id: [x, y]}}}]").order

    assert [(row.earliest_start, row.finish) for row in rows] == [(0, 20 * DAY), (None, None)]
