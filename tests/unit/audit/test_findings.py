"""Each finding of a check: a tiny case that has it, and the smallest change that ends it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from bcp.audit.codes import CODES
from bcp.words import LANGS
from bcp.words.findings import REMEDY, WORDS
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
- {id: db, kind: data, within: room, backups: [{at: safe, every: 24h, tested: 2026-02-01}]}
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
RANKS = """
components: [{id: x}]
functions:
- {id: a, rank: S, requires: [x]}
- {id: b, rank: S, requires: [x]}
- {id: c, rank: S, requires: [x]}
- {id: d, rank: S, requires: [x]}
- {id: e, rank: B, requires: [x]}
"""
ALONE = """
components: [{id: x, procedure: fix}]
functions: [{id: f, requires: [x]}]
teams: [{id: chief, size: 1}]
procedures: [{id: fix, tasks: [{id: do, crew: {chief: 1}, duration: 1h}]}]
"""
VENDOR = """
components: [{id: x, procedure: fix}, {id: y, procedure: fix}, {id: z, procedure: fix}]
teams: [{id: maker, size: 1, vendor: true}]
procedures: [{id: fix, tasks: [{id: do, crew: {maker: 1}, duration: 1h}]}]
"""
ROLES = """
people: [{id: mori, name: 森}, {id: sato, name: 佐藤}]
roles: [{id: chief, name: 班長, lead: mori, deputies: []}, {id: radio, name: 連絡, lead: sato, deputies: [mori]}]
"""
GENERATOR = """
components:
- {id: grid}
- {id: generator}
- {id: ups}
- {id: room, requires: [{any_of: [grid, generator], switchover: 15m, holdover: 10m, held_by: ups}]}
"""
ROOM = """
components:
- {id: rack, kind: room}
- {id: cage, kind: room}
- {id: a, within: rack}
- {id: b, within: rack}
- {id: x, requires: [{any_of: [a, b]}]}
"""
LINES = """
components:
- {id: a, facts: {carrier: one}}
- {id: b, facts: {carrier: one}}
- {id: x, requires: [{any_of: [a, b]}]}
"""
TWO = """
components: [{id: a}, {id: b}, {id: c}]
functions: [{id: f, requires: [{any_of: [a, b], at_least: 1}]}]
"""

CASES = [
    Weak("target-impossible-one: x", SLOW, ("90m", "60m"), grade="serious"),
    Weak(
        "target-impossible: x",
        SLOW.replace("[{id: x, p", "[{id: y}, {id: x, startup: 10m, requires: [y], p").replace(
            "duration: 90m", "duration: 90m, requires: [own]"
        ),
        ("duration: 90m", "duration: 50m"),
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
        DATA.replace("{at: safe, every: 24h, tested: 2026-02-01}", ""),
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
CASES += [
    Weak(
        "target-below-startup: f",
        "components: [{id: x, startup: 90m}]\nfunctions: [{id: f, rto: 1h, requires: [x]}]",
        ("90m", "60m"),
    ),
    Weak("rank-crowded: town", RANKS, ("{id: d, rank: S", "{id: d, rank: A")),
    Weak(
        "backup-untested: db",
        DATA.replace(", tested: 2026-02-01", ", medium: tape"),
        ("medium: tape", "tested: 2026-02-01"),
    ),
    Weak(
        "backup-test-old: db",
        DATA.replace("2026-02-01", "2025-11-21") + "plan: {on: 2026-11-22}",
        ("2025-11-21", "2025-11-22"),
        grade="note",
    ),
    Weak(
        "backup-circular: db",
        DATA.replace("{id: safe}", "{id: safe, requires: [catalogue]}")
        + "- {id: catalogue, starts_with: [db]}",
        ("{id: safe, requires: [catalogue]}", "{id: safe}"),
        grade="serious",
    ),
    Weak("one-person: chief", ALONE, ("size: 1", "size: 2")),
    Weak(
        "one-person: chief",
        ALONE.replace("size: 1", "size: 1, vendor: true"),
        ("size: 1", "size: 2"),
    ),
    Weak(
        "vendor-at-once: maker",
        VENDOR,
        ("size: 1", "size: 2"),
        "[{at: 0h, damage: {select: {id: [x, y, z]}}}]",
    ),
    Weak("vendor-at-once: maker", VENDOR, ("size: 1", "size: 2")),
    Weak("role-no-deputy: roles:chief", ROLES, ("deputies: []", "deputies: [sato]")),
    Weak(
        "roles-of-one: people:mori",
        ROLES.replace("lead: sato", "lead: mori"),
        ("lead: mori, deputies: [mori]", "lead: sato, deputies: [mori]"),
        grade="note",
    ),
    Weak("reserve-too-short: room", GENERATOR, ("holdover: 10m", "holdover: 15m"), grade="serious"),
    Weak(
        "reserve-too-short: x",
        GENERATOR.replace(", holdover: 10m, held_by: ups", "")
        + "- {id: x, requires: [{any_of: [room], holdover: 10m, held_by: ups}]}",
        ("switchover: 15m", "switchover: 10m"),
        grade="serious",
    ),
    Weak("same-room: x", ROOM, ("b, within: rack", "b, within: cage"), grade="note"),
    Weak(
        "same-carrier: x",
        LINES,
        ("b, facts: {carrier: one}", "b, facts: {carrier: two}"),
        grade="note",
    ),
    Weak("pair: a b", TWO, ("[a, b]", "[a, b, c]"), grade="note"),
    Weak("unneeded: c", TWO, ("[a, b]", "[a, b, c]"), grade="note"),
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
    assert len(said(REMEDY, held[0].phrase)) == len(LANGS)
    assert weak.mended[0] in weak.text
    assert weak.found not in kinds(audited(weak.text.replace(*weak.mended), *scenarios))


def test_every_kind_of_finding_has_a_case() -> None:
    """No kind is left without a case that has it, and one that does not."""
    of_drills = {"inject-after-end"}  # tests/unit/drill/test_checks.py
    of_acceptances = {"acceptance-expired", "acceptance-unused"}  # test_accepted.py
    found = {weak.found.split(":")[0] for weak in CASES}
    assert found | SIMULATED | of_drills | of_acceptances == set(CODES)


def test_a_sound_inventory_has_nothing_serious() -> None:
    """With backups, spares and people enough, only notes are left."""
    text = DATA.replace("{id: room}", "{id: room, procedure: fix}").replace(
        "{id: f,", "{id: f, rto: 1d,"
    )
    text = text.replace("kind: data,", "kind: data, procedure: fix,")
    text += "procedures: [{id: fix, tasks: [{id: do, duration: 1h}]}]"

    assert {one.severity for one in audited(text)} == {"note"}
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


def test_an_impossible_target_names_what_has_work_to_do() -> None:
    """What a repair needs from its start is as late as the repair, but has nothing to begin."""
    text = SLOW.replace("[{id: x", "[{id: copy}, {id: x").replace("90m", "90m, requires: [copy]")

    (found,) = [one for one in audited(text) if one.severity == "serious"]
    assert (found.kind, found.ids) == ("target-impossible", ("x",))


def test_a_repair_knot_within_a_cold_start_is_told_once() -> None:
    """What is a knot without any repair is not told again as one of repairs."""
    assert kinds(audited(CIRCLE)) == ["cold-start: a b"]


def test_a_group_whose_owner_fails_anyway_is_no_false_redundancy() -> None:
    """If the owner needs the shared thing by itself too, redundancy above it is not false."""
    assert "false-redundancy: x" not in kinds(audited(TWINS.replace("[a, b]}]", "[a, b]}, line]")))


def test_a_holder_with_a_source_of_its_own_is_no_finding() -> None:
    """A holder that shares only a distant cause with the bridged falls with that cause alone."""
    assert "reserve-falls-too: x" not in kinds(audited(RESERVE))


def test_another_procedure_does_without_the_one_person() -> None:
    """What can be recovered in another way does not hang on one person."""
    text = ALONE.replace("procedure: fix}]", "procedure: [fix, swap]}]")
    swap = "{id: swap, tasks: [{id: do, duration: 2h}]}"
    text = text.replace("procedures: [", f"procedures: [{swap}, ")

    assert "one-person: chief" not in kinds(audited(text))


def test_a_single_point_says_whether_the_function_is_late() -> None:
    """Played out: late, in time, for good, or nothing that is repaired."""
    text = """
components:
- {id: late, procedure: long}
- {id: prompt, procedure: short}
- {id: lost}
- {id: bundle, kind: service, requires: [late, prompt, lost]}
functions: [{id: f, rto: 2h, requires: [bundle]}]
procedures:
- {id: long, tasks: [{id: do, duration: 3h}]}
- {id: short, tasks: [{id: do, duration: 2h}]}
"""
    found = {one.ids[0]: one for one in audited(text) if one.kind == "single-point"}

    assert {id_: one.phrase.key.removeprefix("single-point") for id_, one in found.items()} == {
        "late": "",
        "prompt": "-in-time",
        "lost": "-for-good",
        "bundle": "-bundle",
    }
    assert {id_: one.missed for id_, one in found.items()} == {
        "late": ("f",),
        "prompt": (),
        "lost": ("f",),
        "bundle": None,
    }
    assert {one.functions for one in found.values()} == {("f",)}


def test_a_finding_shows_the_shortest_way_to_its_cause() -> None:
    """From the function through what it needs to what fails, the alternatives side by side."""
    text = TWINS + "functions: [{id: f, requires: [x]}]"
    found = {(one.kind, one.ids[0]): one for one in audited(text)}
    twins = found["false-redundancy", "x"]

    assert found["single-point", "line"].paths == (("f", "x", "a", "line"),)
    assert twins.paths == (("x", "a", "line"), ("x", "b", "line"))


def test_a_cold_start_shows_its_circle() -> None:
    """The way leads from a component back to itself."""
    (found,) = audited(CIRCLE)

    assert found.paths == (("a", "b", "a"),)


def test_of_pairs_the_nearest_are_told() -> None:
    """What lies behind one of the two does the same and is not told again."""
    text = """
components: [{id: duct}, {id: line, requires: [duct], procedure: splice}, {id: other}]
functions: [{id: f, requires: [{any_of: [line, other]}]}]
procedures: [{id: splice, tasks: [{id: do, duration: 1h}]}]
"""
    (found,) = [one for one in audited(text) if one.kind == "pair"]

    assert (found.ids, found.functions) == (("line", "other"), ("f",))
    assert found.paths == (("f", "line"), ("f", "other"))
