"""Each finding of a check: a tiny case that has it, and the smallest change that ends it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from bcp.words.findings import WORDS
from tests.support.tiny import audited, kinds, said


@dataclass(frozen=True)
class Weak:
    """An inventory with a weakness, and what ends it."""

    found: str
    """``kind: ids`` of the finding."""
    text: str
    mended: tuple[str, str]
    """What to write in place of what."""
    scenario: str | None = None
    grade: str = "warning"


SLOW = """
functions: [{id: f, rto: 1h, requires: [x]}]
components: [{id: x, procedure: fix}]
procedures: [{id: fix, tasks: [{id: do, duration: 90m}]}]
"""
DATA = """
functions: [{id: f, rpo: 24h, requires: [db]}]
components:
- {id: room}
- {id: safe}
- {id: db, kind: data, within: room, backups: [{at: safe, every: 24h}]}
"""
CIRCLE = "components: [{id: a, requires: [b]}, {id: b, starts_with: [a]}]"
PEOPLE = """
functions: [{id: f, staff: {team: desk, at_least: 2}}]
teams: [{id: desk, size: 2}]
procedures: [{id: fix, tasks: [{id: do, crew: {desk: 2}, duration: 1h}]}]
"""
RESERVE = """
components:
- {id: building}
- {id: other}
- {id: grid, requires: [building]}
- {id: ups, requires: [building]}
- {id: x, requires: [{any_of: [grid], holdover: 1h, held_by: ups}]}
"""
TWINS = """
components:
- {id: line}
- {id: other}
- {id: a, requires: [line]}
- {id: b, requires: [line]}
- {id: x, requires: [{any_of: [a, b]}]}
"""
PLACE = """
components:
- {id: room, procedure: fix}
- {id: x, within: room}
procedures: [{id: fix, tasks: [{id: do, duration: 1h}]}]
"""
FIRE = "[{at: 0h, damage: {select: {id: room}}}]"

CASES = [
    Weak("target-impossible-one: x", SLOW, ("90m", "60m"), grade="serious"),
    Weak(
        "target-impossible: y",
        SLOW.replace("[{id: x, p", "[{id: y}, {id: x, startup: 10m, requires: [y], p").replace(
            "duration: 90m", "duration: 90m, requires: [own]"
        ),
        ("requires: [own]", "requires: []"),
        grade="serious",
    ),
    Weak(
        "target-later-below: f",
        "functions: [{id: f, rto: 1h, requires: [g]}, {id: g, rto: 2h}]",
        ("rto: 2h", "rto: 1h"),
    ),
    Weak(
        "disaster-rto-beyond-mtpd: f",
        "functions: [{id: f, rto: {normal: 1h, disaster: 3d}, mtpd: 2d}]",
        ("mtpd: 2d", "mtpd: {normal: 2d, disaster: 3d}"),
    ),
    Weak("cold-start: a b", CIRCLE, ("starts_with: [a]", "tags: [a]"), grade="serious"),
    Weak(
        "repair-deadlock: a b",
        "components: [{id: a, requires: [b]}, {id: b, procedure: fix}]\n"
        "procedures: [{id: fix, tasks: [{id: do, duration: 1h, requires: [a]}]}]",
        ("requires: [a]}", "requires: []}"),
        grade="serious",
    ),
    Weak(
        "no-backup: db",
        DATA.replace("{at: safe, every: 24h}", ""),
        ("backups: []", "backups: [{at: safe, every: 24h}]"),
        grade="serious",
    ),
    Weak("backup-same-place: db", DATA.replace("at: safe", "at: room"), ("at: room", "at: safe")),
    Weak(
        "backup-same-place: db",
        DATA.replace("{id: safe}", "{id: safe, within: room}"),
        ("{id: safe, within: room}", "{id: safe}"),
    ),
    Weak(
        "backup-online-only: db",
        DATA.replace("every: 24h", "every: 24h, online: true"),
        ("online: true", "online: false"),
    ),
    Weak("backup-too-rare: db", DATA.replace("every: 24h", "every: 25h"), ("25h", "24h")),
    Weak(
        "crew-too-large: fix",
        PEOPLE.replace("{desk: 2}", "{desk: 3}"),
        ("{desk: 3}", "{desk: 2}"),
        grade="serious",
    ),
    Weak(
        "staff-too-few: f",
        PEOPLE.replace("least: 2", "least: 3"),
        ("least: 3", "least: 2"),
        grade="serious",
    ),
    Weak(
        "vendor-staff: f",
        PEOPLE.replace("size: 2", "size: 2, vendor: true, assembly: {1h: 100%}"),
        (", assembly: {1h: 100%}", ""),
    ),
    Weak(
        "reserve-falls-too: x",
        RESERVE.replace("ups, requires: [building]", "ups, requires: [grid]"),
        ("ups, requires: [grid]", "ups"),
        grade="serious",
    ),
    Weak("false-redundancy: x", TWINS, ("b, requires: [line]", "b, requires: [other]")),
    Weak("place-without-effect: room", PLACE, ("within: room", "requires: [room]"), FIRE),
    Weak(
        "place-without-effect: room",
        PLACE,
        ("within: room", "within: room, requires: [room]"),
        "[{at: 0h, outage: {select: {id: room}, for: 1h}}]",
    ),
    Weak(
        "damaged-without-procedure: room",
        PLACE.replace("room, procedure: fix", "room"),
        ("{id: room}", "{id: room, procedure: fix}"),
        FIRE,
        grade="serious",
    ),
    Weak(
        "single-point: x",
        "components: [{id: x}, {id: y}]\nfunctions: [{id: f, requires: [x]}]",
        ("requires: [x]", "requires: [{any_of: [x, y]}]"),
        grade="note",
    ),
    Weak(
        "needs-nothing: f",
        "components: [{id: x}]\nfunctions: [{id: f}]",
        ("{id: f}", "{id: f, requires: [x]}"),
        grade="note",
    ),
    Weak(
        "levels-unread: x",
        "components: [{id: a}, {id: b}, {id: x, requires: [{any_of: [a, b], levels: {1: 50%}}]}]",
        (", levels: {1: 50%}", ""),
        grade="note",
    ),
]
SIMULATED = {
    "deadlock",
    "no-procedure",
    "never-enough-people",
    "task-lacks",
    "task-not-started",
    "data-lost",
}
"""What only a simulation finds."""


@pytest.mark.parametrize("weak", CASES, ids=lambda weak: weak.found.split(":")[0])
def test_a_weakness_is_found_and_its_remedy_ends_it(weak: Weak) -> None:
    """The finding is there, graded and worded in both languages; the smallest change ends it."""
    scenarios = [weak.scenario] if weak.scenario else []
    findings = audited(weak.text, *scenarios)
    held = [one for one in findings if kinds([one]) == [weak.found]]

    assert [one.severity for one in held] == [weak.grade], kinds(findings)
    japanese, english = said(WORDS, held[0].phrase)
    assert japanese != english
    assert weak.mended[0] in weak.text
    assert weak.found not in kinds(audited(weak.text.replace(*weak.mended), *scenarios))


def test_every_kind_of_finding_has_a_case() -> None:
    """No text of the table is left without a case that triggers it."""
    elsewhere = {"inject-after-end"}  # of a drill: tests/unit/drill/test_checks.py
    found = {weak.found.split(":")[0] for weak in CASES}
    assert found | SIMULATED | elsewhere == set(WORDS)


def test_a_sound_inventory_has_nothing_serious() -> None:
    """With backups, spares and people enough, only notes are left."""
    assert {one.severity for one in audited(DATA)} <= {"note"}
    assert audited("components: [{id: a}]") == []


def test_the_most_serious_comes_first() -> None:
    """Serious findings stand before warnings, and these before notes."""
    text = TWINS + "- {id: db, kind: data}\nfunctions: [{id: f, requires: [x]}]"

    grades = [one.severity for one in audited(text)]
    assert grades == sorted(grades, key=("serious", "warning", "note").index)
    assert set(grades) == {"serious", "warning", "note"}


def test_single_points_that_stop_most_come_first() -> None:
    """Of single points, the one that stops most functions is first."""
    text = """
components: [{id: small}, {id: large}]
functions: [{id: f, requires: [small, large]}, {id: g, requires: [large]}]
"""
    assert kinds(audited(text)) == ["single-point: large", "single-point: small"]


def test_impossible_targets_are_told_once_for_a_function() -> None:
    """What is latest is named, the others counted."""
    text = SLOW.replace("[x]}", "[x, y]}").replace("[{id: x", "[{id: y, startup: 2h}, {id: x")

    (found,) = [one for one in audited(text) if one.severity == "serious"]
    assert (found.kind, found.ids) == ("target-impossible", ("y",))
    assert found.phrase.values["others"] == 1


def test_a_repair_knot_within_a_cold_start_is_told_once() -> None:
    """What is a knot without any repair is not told again as one of repairs."""
    assert kinds(audited(CIRCLE)) == ["cold-start: a b"]


def test_a_group_whose_owner_fails_anyway_is_no_false_redundancy() -> None:
    """If the owner needs the shared thing by itself too, redundancy above it is not false."""
    assert "false-redundancy: x" not in kinds(audited(TWINS.replace("[a, b]}]", "[a, b]}, line]")))


def test_a_holder_with_a_source_of_its_own_is_no_finding() -> None:
    """A holder that shares only a distant cause with the bridged falls with that cause alone."""
    assert "reserve-falls-too: x" not in kinds(audited(RESERVE))
