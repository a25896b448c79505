"""What changed between two states: by hand, and by laws on random ones."""

from __future__ import annotations

import pytest
from hypothesis import given

from bcp.inventory.models import Inventory
from bcp.outlook.changes import LONGEST, ItemChange, changes_between, scenario_changes
from tests.support.random_cases import Both, random_both
from tests.support.tiny import inventory_of, scenario_of

TOWN = """
components:
  - {id: server, kind: server, requires: [power, {any_of: [a, b], at_least: 1}], startup: 20m}
  - {id: power, kind: power}
  - {id: a}
  - {id: b}
functions:
  - {id: desk, name: 窓口, rto: 4h, rank: A, requires: [server]}
teams:
  - {id: ict, size: 5, assembly: {0h: 20%, 3h: 4}}
procedures:
  - {id: fix, tasks: [{id: look, crew: {ict: 1}, duration: 1h}, {id: do, crew: {ict: 2}, duration: {low: 1h, likely: 2h, high: 4h}}]}
"""


def lines(before: str, after: str) -> list[str]:
    """Return the changes, one a line."""
    found = changes_between(inventory_of(before), inventory_of(after))
    return [line for change in found for line in told(change)]


def told(change: ItemChange) -> list[str]:
    if change.kind != "changed":
        return [f"{change.section} {change.id} {change.kind}"]
    return [f"{change.id} {field.key}: {field.before} -> {field.after}" for field in change.fields]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("rto: 4h", "rto: 90m", "desk rto: 4h -> 1h30m"),
        ("rto: 4h", "rto: {normal: 4h, disaster: 3d}", "desk rto.disaster:  -> 3d"),
        ("rank: A", "rank: B", "desk rank: A -> B"),
        ("rank: A, ", "", "desk rank: A -> "),
        ("startup: 20m", "startup: 1d1h1m1s", "server startup: 20m -> 1d1h1m1s"),
        ("startup: 20m", "startup: 0h", "server startup: 20m -> "),
        ("size: 5", "size: 6", "ict size: 5 -> 6"),
        (
            "{0h: 20%, 3h: 4}",
            "{0h: 12.5%, 3h: 4}",
            "ict assembly: {0h: 20%, 3h: 4} -> {0h: 12.5%, 3h: 4}",
        ),
        (
            "at_least: 1}",
            "at_least: 2}",
            "server requires: power, {any_of: [a, b]} -> power, {any_of: [a, b], at_least: 2}",
        ),
        ("high: 4h", "high: 6h", "fix tasks.do.duration: {low: 1h, likely: 2h, high: 4h} -> "),
        ("{ict: 1}", "{ict: 3}", "fix tasks.look.crew.ict: 1 -> 3"),
        (
            "kind: power",
            "kind: power, facts: {fuel: 軽油}",
            "power facts.fuel:  -> 軽油",
        ),
        ("size: 5", "size: 5, hours: daily 09:00-17:30", "ict hours:  -> daily 09:00-17:30"),
        (
            "rank: A",
            "rank: A, peaks: [{from: 2-16, to: 3-15, rto: 1h}]",
            "desk peaks:  -> {from: 02-16, to: 03-15, rto: 1h}",
        ),
        ("rank: A", "rank: A, weight: 2.5", "desk weight:  -> 2.5"),
        ("rank: A", "rank: A, impact: {3h: 1, 24h: 3}", "desk impact:  -> {3h: 1, 1d: 3}"),
        (
            "rank: A",
            "rank: A, workaround: {level: 30%, for: 3d}",
            "desk workaround.for:  -> 3d",
        ),
    ],
)
def test_a_key_is_told_as_files_write_it(old: str, new: str, said: str) -> None:
    """Durations, shares, groups and nested keys read as in the file."""
    assert old in TOWN
    (first, *_) = lines(TOWN, TOWN.replace(old, new))

    assert first == said if not said.endswith("-> ") else first.startswith(said)


def test_two_notations_of_the_same_are_no_change() -> None:
    """What means the same is the same, however it is written."""
    same = (
        TOWN.replace("rto: 4h", "rto: {normal: 240m}")
        .replace("{any_of: [a, b], at_least: 1}", "{any_of: [a, b]}")
        .replace("duration: 1h}", "duration: {low: 1h, likely: 1h, high: 1h}}")
    )

    assert lines(TOWN, same) == []


def test_items_come_in_the_order_of_the_files_and_what_is_gone_after_them() -> None:
    """Section by section."""
    before = inventory_of("components: [{id: gone}, {id: stays}]\nteams: [{id: t, size: 1}]")
    after = inventory_of("components: [{id: new}, {id: stays, startup: 1h}]\nteams: []")

    found = [(held.section, held.id, held.kind) for held in changes_between(before, after)]

    assert found == [
        ("components", "new", "added"),
        ("components", "stays", "changed"),
        ("components", "gone", "removed"),
        ("teams", "t", "removed"),
    ]


def test_a_task_that_is_new_is_told_in_one_line() -> None:
    """Not a line for each of its keys."""
    new = TOWN.replace("[{id: look,", "[{id: call, duration: 5m}, {id: look,")

    assert lines(TOWN, new) == ["fix tasks.call:  -> {id: call, duration: 5m}"]


def test_tasks_in_another_order_are_a_change() -> None:
    """Ties are broken by it."""
    tasks = "procedures: [{id: p, tasks: [{id: X, duration: 1h}, {id: Y, duration: 1h}]}]"
    one = tasks.replace("X", "a").replace("Y", "b")
    two = tasks.replace("X", "b").replace("Y", "a")

    assert lines(one, two) == ["p tasks: a, b -> b, a"]


def test_of_a_long_list_only_what_differs_is_told() -> None:
    """Nobody finds one id among forty."""
    names = [f"component-{number}" for number in range(40)]
    listed = "\n".join(f"  - {{id: {name}}}" for name in [*names, "extra"])
    text = f"components:\n{listed}\nfunctions: [{{id: f, requires: [NAMES]}}]"
    one = text.replace("NAMES", ", ".join(names))
    two = text.replace("NAMES", ", ".join([*names[:20], "extra", *names[21:]]))

    assert lines(one, two) == ["f requires: …, component-20, … -> …, extra, …"]


def test_of_a_long_text_only_what_differs_is_told() -> None:
    """With a few letters around it, so that one knows where it is."""
    long = "あ" * LONGEST
    inventory = "components: [{id: a, note: TEXT}]"
    (said,) = lines(
        inventory.replace("TEXT", f"{long}三日{long}"),
        inventory.replace("TEXT", f"{long}四日{long}"),
    )

    before, after = "あ" * 12, "あ" * 11
    assert said == f"a note: …{before}三日{after}… -> …{before}四日{after}…"


def test_texts_that_hold_signs_of_the_notation_stand_in_quotes() -> None:
    """One entry with a comma is not two entries."""
    inventory = "roles: [{id: r, name: R, duties: DUTIES}]"
    one, two = inventory.replace("DUTIES", '["a, b"]'), inventory.replace("DUTIES", "[a, b]")

    assert lines(one, two) == ['r duties: "a, b" -> a, b']


def test_actions_are_known_by_what_is_done() -> None:
    """They have no id."""
    one = (
        "actions: [{phase: initial, what: 参集する, within: 1h}, {phase: initial, what: 報告する}]"
    )
    two = one.replace("1h", "30m").replace("報告", "連絡")

    assert lines(one, two) == [
        "参集する within: 1h -> 30m",
        "actions 連絡する added",
        "actions 報告する removed",
    ]


def test_the_plan_is_told_by_its_keys() -> None:
    """A plan that was not there is added; one that was is changed."""
    one = "plan: {version: '3', answers: {checklist-1: {answer: 'no'}}}"
    two = one.replace("'3'", "'4'").replace("'no'", "'yes'")

    assert lines(one, two) == [
        "plan version: 3 -> 4",
        "plan answers.checklist-1.answer: no -> yes",
    ]
    assert lines("components: []", one) == ["plan plan added"]


def test_scenarios_are_compared_too() -> None:
    """What happens may have changed while the inventory did not."""
    town = inventory_of("components: [{id: a}]")
    case = scenario_of("[{at: 0h, damage: {select: {id: a}}}]", town)
    worse = scenario_of("[{at: 1h, damage: {select: {id: a}, share: 60%}}]", town)
    other = scenario_of("scenario: {id: other}\nevents: []", town)

    (change,) = scenario_changes([case], [worse])
    before = "{at: 0h, damage: {select: {id: a}}}"
    after = "{at: 1h, damage: {select: {id: a}, share: 60%}}"
    assert told(change) == [f"case events: {before} -> {after}"]
    assert [(held.id, held.kind) for held in scenario_changes([case], [other])] == [
        ("other", "added"),
        ("case", "removed"),
    ]


# --- laws --------------------------------------------------------------------------------------


def renamed(inventory: Inventory) -> Inventory:
    """Return *inventory* under one id, as a later state of the same organisation is."""
    organisation = inventory.organisation.model_copy(update={"id": "town"})
    return inventory.model_copy(update={"organisation": organisation})


@pytest.mark.property
@given(random_both())
def test_nothing_changed_is_nothing_to_tell(case: Both) -> None:
    """Of any inventory and scenario."""
    copy = Inventory.model_validate(case.inventory_tree)

    assert changes_between(case.inventory, copy) == ()
    assert scenario_changes([case.scenario], [case.scenario.model_copy(deep=True)]) == ()


@pytest.mark.property
@given(random_both(), random_both())
def test_the_other_way_round_is_the_other_way_round(case: Both, other: Both) -> None:
    """Added and removed change places, and so do before and after."""
    one, two = renamed(case.inventory), renamed(other.inventory)
    swapped = {"added": "removed", "removed": "added", "changed": "changed"}

    there = {
        (
            held.section,
            held.id,
            held.kind,
            frozenset((f.key, f.before, f.after) for f in held.fields),
        )
        for held in changes_between(one, two)
    }
    back = {
        (
            held.section,
            held.id,
            swapped[held.kind],
            frozenset((f.key, f.after, f.before) for f in held.fields),
        )
        for held in changes_between(two, one)
    }

    assert there == back


@pytest.mark.property
@given(random_both(), random_both())
def test_what_is_told_is_different(case: Both, other: Both) -> None:
    """No line says the same on both sides, and no item is told twice."""
    found = changes_between(renamed(case.inventory), renamed(other.inventory))

    assert all(field.before != field.after for held in found for field in held.fields)
    assert all(held.fields for held in found if held.kind == "changed")
    assert len({(held.section, held.id) for held in found}) == len(found)
