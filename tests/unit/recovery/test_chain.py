"""The critical chain: each kind of link, and from where to where."""

from __future__ import annotations

from bcp.recovery.play import begin, build_case, next_instant, step
from bcp.recovery.simulate import read_result
from bcp.recovery.strategy import plan_by
from bcp.recovery.works import Work, by_order_of
from bcp.words.recovery import WORDS
from tests.support.tiny import chain, inventory_of, play, said, scenario_of

INVENTORY = """
components:
- {id: site}
- {id: tool}
- {id: y, procedure: fix}
- {id: x, within: site, procedure: fix, startup: 1h}
functions: [{id: f, rto: 9h, requires: [x]}, {id: g, requires: [y]}]
teams: [{id: ict, size: 1%s}]
procedures: [{id: fix, tasks: [{id: do, crew: {ict: 1}, duration: 2h%s}]}]
"""
PLAIN = INVENTORY % ("", "")
HIT = "- {at: 0h, damage: {select: {id: x}}}\n"


def outage(id_: str, at: str, length: str) -> str:
    return f"- {{at: {at}, outage: {{select: {{id: {id_}}}, for: {length}}}}}\n"


def test_a_task_and_a_startup() -> None:
    """A repair is followed by the start-up, each named."""
    result = play(PLAIN, HIT)

    assert chain(result, "f") == ["0h-2h task x/do why-task-by", "2h-3h startup x why-startup"]
    names = {"fix/do": "修理", "ict": "情報課"}
    assert said(WORDS, result.functions["f"].chain[0].why, names) == [
        "修理（情報課）",
        "修理 (情報課)",
    ]


def test_a_task_without_a_crew() -> None:
    """Work that takes nobody names nobody."""
    inventory = PLAIN.replace("crew: {ict: 1}, ", "")

    assert chain(play(inventory, HIT), "f")[0] == "0h-2h task x/do why-task"


def test_tasks_that_come_after_each_other() -> None:
    """The chain runs through the last of the tasks waited for."""
    inventory = PLAIN.replace(
        "tasks: [",
        "tasks: [{id: long, duration: 3h}, {id: short, duration: 1h},"
        " {id: end, duration: 1h, after: [short, long]}, ",
    )
    # do ends at 2h; end, after long, at 4h.
    assert chain(play(inventory, HIT), "f") == [
        "0h-3h task x/long why-task",
        "3h-4h task x/end why-task",
        "4h-5h startup x why-startup",
    ]


def test_an_event_that_is_yet_to_come() -> None:
    """From the incident to the first blow the component was not hit."""
    assert chain(play(PLAIN, HIT.replace("0h", "5h")), "f") == [
        "0h-5h event x why-event",
        "5h-7h task x/do why-task-by",
        "7h-8h startup x why-startup",
    ]


def test_power_that_comes_back_by_itself() -> None:
    """An outage is waited for; outages end to end are one."""
    events = outage("x", "0h", "2h") + outage("x", "2h", "1h")

    assert chain(play(PLAIN, events), "f") == [
        "0h-3h outage x why-outage",
        "3h-4h startup x why-startup",
    ]


def test_a_requirement_of_a_requirement() -> None:
    """The chain goes down to what was up last, start-up by start-up."""
    inventory = """
components:
- {id: quick}
- {id: grid, startup: 1h}
- {id: host, requires: [quick, grid], startup: 2h}
functions: [{id: f, requires: [host]}]
"""
    events = outage("grid", "0h", "5h") + outage("quick", "0h", "1h")

    assert chain(play(inventory, events), "f") == [
        "0h-5h outage grid why-outage",
        "5h-6h startup grid why-startup",
        "6h-8h startup host why-startup",
    ]


def test_a_changeover() -> None:
    """A spare that was up all along takes its time."""
    inventory = """
components: [{id: a}, {id: b}]
functions: [{id: f, requires: [{any_of: [a, b], switchover: 1h}]}]
"""
    assert chain(play(inventory, outage("a", "2h", "9h")), "f") == [
        "0h-2h event f why-event",
        "2h-3h switchover b why-switchover",
    ]
    # With b down too, its return comes first.
    events = outage("a", "0h", "9h") + outage("b", "0h", "4h")
    assert chain(play(inventory, events), "f") == [
        "0h-4h outage b why-outage",
        "4h-5h switchover b why-switchover",
    ]


def test_the_staff_of_a_function() -> None:
    """People on hand again are waited for from when they became too few."""
    inventory = (
        "teams: [{id: desk, size: 4}]\nfunctions: [{id: f, staff: {team: desk, at_least: 3}}]"
    )
    # 2 from 1h, 1 from 2h, 2 from 3h, 4 from 5h: too few from 1h to 5h.
    events = "- {at: 1h, staff: {team: desk, available: 2, for: 4h}}\n"
    events += "- {at: 2h, staff: {team: desk, available: 1, for: 1h}}"

    assert chain(play(inventory, events), "f") == [
        "0h-1h event f why-event",
        "1h-5h wait desk why-staff",
    ]


def test_access_to_the_place() -> None:
    """A place that may not be entered is waited for."""
    events = HIT + "- {at: 0h, access: {select: {id: site}, for: 5h}}"

    assert chain(play(PLAIN, events), "f") == [
        "0h-5h wait x why-access",
        "5h-7h task x/do why-task-by",
        "7h-8h startup x why-startup",
    ]


def test_working_hours() -> None:
    """A vendor's morning is waited for."""
    inventory = INVENTORY % (", hours: daily 09:00-17:00", "")
    scenario = (
        "{scenario: {starts: 2026-11-24T05:00}, events: [{at: 0h, damage: {select: {id: x}}}]}"
    )

    assert chain(play(inventory, scenario), "f")[:2] == [
        "0h-4h wait ict why-hours",
        "4h-6h task x/do why-task-by",
    ]


def test_people_on_their_way() -> None:
    """Whoever has to come in is waited for."""
    inventory = INVENTORY % (", vendor: true, assembly: {6h: 100%}", "")

    assert chain(play(inventory, HIT), "f")[:2] == [
        "0h-6h wait ict why-arrival",
        "6h-8h task x/do why-task-by",
    ]


def test_people_busy_with_something_else() -> None:
    """With one person for two, the second waits and is told for what."""
    # g has no time to lose, so y goes first.
    result = play(PLAIN, "- {at: 0h, damage: {select: {id: [x, y]}}}")

    assert chain(result, "f")[:2] == ["0h-2h wait ict why-busy", "2h-4h task x/do why-task-by"]
    assert said(WORDS, result.functions["f"].chain[0].why)[1] == "waits for ict, busy with y"


def test_what_a_task_requires() -> None:
    """A task that lacked a tool waits for the tool, and for people only from then on."""
    inventory = INVENTORY % ("", ", requires: [tool]")

    assert chain(play(inventory, HIT + outage("tool", "0h", "4h")), "f")[:2] == [
        "0h-4h outage tool why-outage",
        "4h-6h task x/do why-task-by",
    ]


def test_a_changeover_that_a_task_waits_for() -> None:
    """The changeover of a group of a task is a link like that of a component."""
    inventory = INVENTORY % ("", ", requires: [{any_of: [tool, site], switchover: 3h}]")

    assert chain(play(inventory, HIT + outage("tool", "0h", "9h")), "f")[:2] == [
        "0h-3h switchover site why-switchover",
        "3h-5h task x/do why-task-by",
    ]


def test_access_after_a_requirement() -> None:
    """A place barred only while the tool was there is waited for after the tool."""
    inventory = INVENTORY % ("", ", requires: [tool]")
    events = HIT + outage("tool", "0h", "2h") + "- {at: 1h, access: {select: {id: site}, for: 3h}}"

    assert chain(play(inventory, events), "f")[:3] == [
        "0h-2h outage tool why-outage",
        "2h-4h wait x why-access",
        "4h-6h task x/do why-task-by",
    ]


def test_a_turn_that_people_did_not_take() -> None:
    """In a drill, where nobody need start what could start, the rest is waiting for a turn."""
    inventory = inventory_of(PLAIN)
    case = build_case(inventory, scenario_of(HIT, inventory))
    plan = plan_by("slack", case.network, case.impact)
    state = step(case, begin(), plan, 0, by_order_of([]))
    state = step(case, state, plan, 3600, by_order_of([Work("x", "fix", "do", 1)]))
    while (now := next_instant(case, state)) is not None:
        state = step(case, state, plan, now)

    assert chain(read_result(case, state, plan, "drill"), "f") == [
        "0h-1h wait ict why-turn",
        "1h-3h task x/do why-task-by",
        "3h-4h startup x why-startup",
    ]


def test_the_last_outage_has_its_own_chain() -> None:
    """Of several outages the chain explains the last, from the incident on."""
    events = HIT + "- {at: 9h, damage: {select: {id: x}}}"

    assert chain(play(PLAIN, events), "f") == [
        "0h-9h event x why-event",
        "9h-11h task x/do why-task-by",
        "11h-12h startup x why-startup",
    ]


def test_people_who_left_only_lately_were_not_waited_for_before() -> None:
    """People gone since after the damage are waited for from when the task was ready."""
    # Ready at 4h with the tool; the one person is away 3h-6h, but was there before 3h.
    inventory = INVENTORY % ("", ", requires: [tool]")
    events = HIT + outage("tool", "0h", "4h")
    events += "- {at: 3h, staff: {team: ict, available: 0%, for: 3h}}"

    assert chain(play(inventory, events), "f")[:3] == [
        "0h-4h outage tool why-outage",
        "4h-6h wait ict why-arrival",
        "6h-8h task x/do why-task-by",
    ]
