"""T1 and T2: what has to be done, and when a task can start."""

from __future__ import annotations

from tests.support.tiny import down, kinds, play, tasks

DAMAGE = "- {at: 0h, damage: {select: {id: x}}}\n"


def test_tasks_are_done_one_after_the_other_or_at_once() -> None:
    """A task starts when all it comes after are finished; the last one ends the damage."""
    inventory = """
components: [{id: x, procedure: fix}]
procedures:
- id: fix
  tasks:
  - {id: end, duration: 1h, after: [left, right]}
  - {id: left, duration: 1h, after: begin}
  - {id: right, duration: 3h, after: [begin]}
  - {id: begin, duration: 2h}
"""
    result = play(inventory, DAMAGE)

    assert set(tasks(result)) == {"x/begin 0h-2h", "x/left 2h-3h", "x/right 2h-5h", "x/end 5h-6h"}
    assert down(result, "x") == "0h-6h"


def test_damage_after_the_repair_calls_for_the_whole_procedure() -> None:
    """Struck again when mended, every task is listed again."""
    inventory = """
components: [{id: x, procedure: fix}]
procedures: [{id: fix, tasks: [{id: one, duration: 1h}, {id: two, duration: 1h, after: [one]}]}]
"""
    result = play(inventory, DAMAGE + "- {at: 5h, damage: {select: {id: x}}}")

    assert tasks(result) == ["x/one 0h-1h", "x/two 1h-2h", "x/one 5h-6h", "x/two 6h-7h"]
    assert down(result, "x") == "0h-2h 5h-7h"


def test_of_several_procedures_the_shortest_longest_chain_is_taken() -> None:
    """The length is that of the longest chain of mean durations; on a tie, the first listed."""
    inventory = """
components: [{id: x, procedure: [long, parallel, tied]}]
procedures:
- {id: long, tasks: [{id: a, duration: 1h}, {id: b, duration: 3h, after: [a]}]}
- {id: tied, tasks: [{id: a, duration: 3h}]}
- {id: parallel, tasks: [{id: a, duration: {low: 0h, likely: 3h, high: 6h}}, {id: b, duration: 2h}]}
"""
    assert set(tasks(play(inventory, DAMAGE))) == {"x/a 0h-3h", "x/b 0h-2h"}
    shorter = inventory.replace("likely: 3h", "likely: 4h")
    assert tasks(play(shorter, DAMAGE)) == ["x/a 0h-3h"]


def test_a_range_takes_its_mean_halves_up() -> None:
    """(low + 4 likely + high) / 6, rounded to the second."""
    inventory = """
components: [{id: x, procedure: fix}]
procedures: [{id: fix, tasks: [{id: do, duration: {low: 0s, likely: 10s, high: 23s}}]}]
"""
    # 63 / 6 = 10.5, rounded up.
    assert tasks(play(inventory, DAMAGE)) == ["x/do 0h-11s"]


def test_damaged_without_a_procedure_stays_down() -> None:
    """What nobody knows how to mend never comes back, and is a finding."""
    result = play("components: [{id: x}]", DAMAGE)

    assert (down(result, "x"), kinds(result.findings)) == ("0h-", ["no-procedure: x"])


OWN = """
components:
- {id: rack}
- {id: x, requires: [rack], procedure: fix}
procedures: [{id: fix, tasks: [{id: do, duration: 1h, requires: [own]}]}]
"""


def test_own_stands_for_the_requirements_of_the_component() -> None:
    """Nothing is restored onto a machine that is not there."""
    events = DAMAGE + "- {at: 0h, outage: {select: {id: rack}, for: 4h}}"

    assert tasks(play(OWN, events)) == ["x/do 4h-5h"]
    # Without `own` the task is done while the rack is down; the component waits.
    without = play(OWN.replace("[own]", "[]"), events)
    assert tasks(without) == ["x/do 0h-1h"]
    assert down(without, "x") == "0h-4h"


def test_a_loss_does_not_interrupt_a_task() -> None:
    """What a task requires, it requires to start."""
    events = DAMAGE + "- {at: 30m, outage: {select: {id: rack}, for: 4h}}"

    result = play(OWN, events)
    assert tasks(result) == ["x/do 0h-1h"]
    assert down(result, "x") == "0h-4h30m"


SITE = """
components:
- {id: site}
- {id: room, within: site}
- {id: x, within: room, procedure: fix}
procedures: [{id: fix, tasks: [{id: do, duration: 1h}]}]
"""
BARRED = "- {at: 0h, access: {select: {id: %s}, for: 3h}}\n"


def test_access_bars_the_place_and_what_stands_in_it() -> None:
    """No onsite task starts on a component whose place, at any depth, or which itself is barred."""
    for place in ("site", "room", "x"):
        assert tasks(play(SITE, DAMAGE + BARRED % place)) == ["x/do 3h-4h"]


def test_a_task_not_onsite_is_not_barred() -> None:
    """Remote work goes on."""
    remote = SITE.replace("duration: 1h", "duration: 1h, onsite: false")

    assert tasks(play(remote, DAMAGE + BARRED % "site")) == ["x/do 0h-1h"]


def test_access_to_another_place_bars_nothing() -> None:
    """What stands beside the place, or holds it, can be worked on."""
    inventory = SITE.replace("{id: room,", "{id: other, within: site}\n- {id: room,")

    assert tasks(play(inventory, DAMAGE + BARRED % "other")) == ["x/do 0h-1h"]


def test_access_does_not_interrupt_a_task() -> None:
    """A place barred while people are in it lets them finish."""
    events = DAMAGE + "- {at: 30m, access: {select: {id: site}, for: 3h}}"

    assert tasks(play(SITE, events)) == ["x/do 0h-1h"]


def test_overlapping_bars_hold_until_the_last_ends() -> None:
    """A place barred twice is free when both are over."""
    events = DAMAGE + BARRED % "site" + "- {at: 1h, access: {select: {id: room}, for: 4h}}\n"
    events += "- {at: 1h, access: {select: {id: site}, for: 1h}}"

    assert tasks(play(SITE, events)) == ["x/do 5h-6h"]
