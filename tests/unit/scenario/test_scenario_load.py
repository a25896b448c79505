from __future__ import annotations

from datetime import datetime
from fractions import Fraction
from pathlib import Path

import pytest

from bcp.errors import InputError
from bcp.inventory.load import load_inventory
from bcp.scenario.load import load_scenario, read_head
from bcp.words import LANGS, say
from bcp.words.faults import WORDS

from .conftest import INVENTORY, Faults, Load, ground

EXAMPLES = Path(__file__).parents[2] / "data" / "examples"
HEAD = "scenario: {id: quake}\nevents:\n"


def test_every_key(load: Load) -> None:
    """Every key of the contract is read, each to its value."""
    loaded = load(
        "scenario: {id: quake, name: 地震, kind: earthquake, severity: disaster, assembly: true,\n"
        "  starts: 2026-11-23T02:00, horizon: 10d, likelihood: 0.01, teaches: 備え, x-no: 1}\n"
        "events:\n"
        "- {at: 0h, damage: {select: {within: site, kind: [server, data]}, share: 50%}}\n"
        "- {at: 30m, damage: {select: {tag: windows}, corrupt_since: 14d, correlation: site}}\n"
        "- {at: 0h, outage: {select: {id: [site, cloud]}, for: 72h}}\n"
        "- {at: 0h, access: {select: {id: site}}}\n"
        "- {at: 0h, staff: {team: ict, available: 2, for: 3d}, note: 参集}\n"
    )

    head, events = loaded.scenario.scenario, loaded.scenario.events
    assert (head.id, head.severity, head.assembly) == ("quake", "disaster", True)
    assert head.starts == datetime(2026, 11, 23, 2)  # noqa: DTZ001 (local by contract)
    assert (head.horizon, head.likelihood, head.day) == (864000, 0.01, (11, 23))
    assert events[0].damage is not None
    assert (events[0].damage.share, events[0].damage.hits) == (Fraction(1, 2), True)
    assert events[1].damage is not None
    assert (events[1].at, events[1].damage.corrupt_since) == (1800, 1209600)
    assert events[2].outage is not None
    assert (events[2].outage.select.id, events[2].outage.for_) == (("site", "cloud"), 259200)
    assert events[3].access is not None
    assert events[3].access.for_ is None
    assert events[4].staff is not None
    assert events[4].staff.available == 2


def test_defaults(load: Load) -> None:
    """A scenario needs no more than an id; nothing then happens for thirty days."""
    held = load("scenario: {id: calm}\n").scenario

    assert (held.scenario.severity, held.scenario.horizon) == ("normal", 2592000)
    assert (held.scenario.assembly, held.scenario.starts, held.events) == (False, None, ())


def test_places(load: Load) -> None:
    """The head and each event know their line."""
    loaded = load(
        "# a remark\n" + HEAD + "- at: 0h\n  outage: {select: {id: site}}\n\n"
        "- {at: 1h, outage: {select: {id: web}}}\n"
    )

    assert loaded.place.line == 2
    assert [place.line for place in loaded.events] == [4, 7]


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.iterdir()))
def test_examples_load(name: str) -> None:
    """The worked examples are without fault."""
    inventory = load_inventory(EXAMPLES / name / "inventory")

    assert load_scenario(EXAMPLES / name / "scenario.yaml", inventory).scenario.events


@pytest.mark.parametrize(
    ("event", "where", "key"),
    [
        ("{at: 0h, damage: {select: {id: wbe}}}", "damage.select.id", "unknown-id-near"),
        ("{at: 0h, damage: {select: {id: [web, zzz]}}}", "damage.select.id[1]", "unknown-id"),
        ("{at: 0h, damage: {select: {id: desk}}}", "damage.select.id", "wrong-sort"),
        ("{at: 0h, outage: {select: {within: ict}}}", "outage.select.within", "wrong-sort"),
        ("{at: 0h, outage: {select: {within: web}}}", "outage.select", "selects-empty-place"),
        ("{at: 0h, access: {select: {kind: storage}}}", "access.select", "selects-no-kind"),
        ("{at: 0h, damage: {select: {tag: windws}}}", "damage.select.tag", "unknown-tag-near"),
        (
            "{at: 0h, damage: {select: {within: rack, kind: room}}}",
            "damage.select",
            "selects-nothing",
        ),
        ("{at: 0h, damage: {select: {}}}", "damage.select", "select-empty"),
        ("{at: 0h, damage: {select: {kind: sever}}}", "damage.select.kind", "not-one-of-near"),
        ("{at: 0h, damage: {select: {id: web}, share: 2}}", "damage.share", "bad-share"),
        ("{at: 0h, damage: {select: {id: web}, for: 3h}}", "damage.for", "unknown-key"),
        (
            "{at: 0h, damage: {select: {id: web}, correlation: room}}",
            "damage",
            "bad-correlation",
        ),
        ("{at: 0h, outage: {select: {id: web}, for: 0h}}", "outage.for", "bad-span"),
        ("{at: 3 hours, outage: {select: {id: web}}}", "at", "bad-duration"),
        ("{outage: {select: {id: web}}}", "", "missing"),
        ("{at: 0h, staff: {team: itc, available: 1}}", "staff.team", "unknown-id-near"),
        ("{at: 0h, staff: {team: web, available: 1}}", "staff.team", "wrong-sort"),
        ("{at: 0h, staff: {team: ict, available: 60 of 100}}", "staff.available", "bad-people"),
        ("{at: 0h}", "", "event-one-kind"),
        (
            "{at: 0h, outage: {select: {id: web}}, access: {select: {id: web}}}",
            "",
            "event-one-kind",
        ),
        ("at once", "", "not-mapping"),
    ],
)
def test_one_fault(event: str, where: str, key: str, faults: Faults) -> None:
    """A fault of an event is told once, with its line and its place."""
    place = ".".join(part for part in ("events[0]", where) if part)

    assert faults(f"{HEAD}- {event}\n") == [(3, place, key)]


@pytest.mark.parametrize(
    ("text", "line", "where", "key"),
    [
        ("", 1, "", "scenario-empty"),
        ("- a\n", 1, "", "file-not-mapping"),
        ("events: []\n", 1, "", "scenario-missing"),
        ("scenario:\n", 1, "scenario", "empty-value"),
        ("scenario: {name: a}\n", 1, "scenario", "missing"),
        ("scenario: {id: a, severty: normal}\n", 1, "scenario.severty", "unknown-key-near"),
        ("scenario: {id: a, severity: bad}\n", 1, "scenario.severity", "not-one-of"),
        ("scenario: {id: a, starts: tomorrow}\n", 1, "scenario.starts", "bad-local-time"),
        (
            "scenario: {id: a, starts: 2026-11-23T02:00+09:00}\n",
            1,
            "scenario.starts",
            "bad-local-time",
        ),
        ("scenario: {id: a, horizon: 0h}\n", 1, "scenario.horizon", "bad-span"),
        ("scenario: {id: a, likelihood: often}\n", 1, "scenario.likelihood", "bad-number"),
        ("scenario: {id: a, likelihood: inf}\n", 1, "scenario.likelihood", "bad-number"),
        ("scenario: {id: a}\nevent: []\n", 2, "event", "unknown-key-near"),
        ("scenario: {id: a}\nevents: {at: 0h}\n", 2, "events", "section-not-list"),
    ],
)
def test_faults_of_the_file(text: str, line: int, where: str, key: str, faults: Faults) -> None:
    """The head and the shape of the file are checked as the events are."""
    assert faults(text) == [(line, where, key)]


def test_every_fault_at_once(faults: Faults) -> None:
    """One run tells all faults of the head and of all events."""
    found = faults(
        "scenario: {id: A}\nevents:\n- {at: x}\n- {at: 0h, outage: {select: {id: zz}}}\n- {at: 0h}\n"
    )

    assert found == [
        (1, "scenario.id", "bad-id"),
        (3, "events[0].at", "bad-duration"),
        (4, "events[1].outage.select.id", "unknown-id"),
        (5, "events[2]", "event-one-kind"),
    ]


def test_selection_needs_only_one_that_matches(load: Load) -> None:
    """One tag of several may be nowhere, as long as something is selected."""
    loaded = load(HEAD + "- {at: 0h, damage: {select: {tag: [windows, linux]}}}\n")

    assert len(loaded.scenario.events) == 1


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ("- {id: vendor, size: 1, hours: 'daily 08:00-20:00'}\n", "starts-missing-hours"),
        (
            "functions:\n- {id: x, rto: 1h, peaks: [{from: 02-16, to: 03-15, rto: 30m}]}\n",
            "starts-missing-peaks",
        ),
    ],
)
def test_starts_is_needed_by_a_calendar(more: str, key: str, faults: Faults, load: Load) -> None:
    """A date is asked for only where hours or peaks are read by it."""
    inventory = INVENTORY.replace("functions:\n- {id: desk, rto: 1h, requires: [web]}\n", "") + more

    assert faults("scenario: {id: a}\n", inventory) == [(1, "scenario", key)]
    loaded = load("scenario: {id: a, starts: 2026-11-23}\n", inventory)
    assert loaded.scenario.scenario.day == (11, 23)


def test_faults_speak_both_languages(load: Load) -> None:
    """Every fault of a scenario can be said in both languages."""
    with pytest.raises(InputError) as caught:
        load(
            HEAD + "- {at: 0h, damage: {select: {tag: windws}}}\n"
            "- {at: 0h, damage: {select: {id: [desk, wbe]}}}\n- {at: 0h, access: {select: {within: web}}}\n"
        )
    assert [say(WORDS, fault.key, "en", **fault.values) for fault in caught.value.faults] == [
        "no component has the tag `windws`; did you mean `windows`?",
        "`desk` is a function; this takes the id of a component",
        "no component has the id `wbe`; did you mean `web`?",
        "nothing stands within that place (the place itself is left out); to mean the place, use id",
    ]
    assert all(
        say(WORDS, fault.key, lang, **fault.values)
        for fault in caught.value.faults
        for lang in LANGS
    )


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is a fault of that file."""
    with pytest.raises(InputError) as caught:
        load_scenario(tmp_path / "none.yaml", ground(tmp_path, INVENTORY))
    assert [fault.key for fault in caught.value.faults] == ["file-missing"]


def test_head_alone(tmp_path: Path) -> None:
    """A scenario tells its name though its events fit no inventory."""
    path = tmp_path / "a.yaml"
    path.write_text("scenario: {id: a, name: 地震}\nevents: [{at: soon}]\n", encoding="utf-8")

    assert read_head(path).label == "地震"
