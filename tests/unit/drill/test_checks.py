"""Whatever a drill, its scenario and the inventory disagree on is found, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from bcp.drill.file.checks import findings
from bcp.drill.file.load import drill_of
from bcp.errors import InputError
from bcp.reading import read
from bcp.scenario.models import Head
from bcp.words import LANGS, say
from bcp.words.faults import WORDS
from bcp.words.findings import WORDS as FINDINGS
from tests.support.drill_files import EVERY_KEY, HEAD, drill_in, town
from tests.support.tiny import said

START = "drill: {id: a, kind: tabletop, scenario: quake}\n"


def found(folder: Path, text: str, head: Head = HEAD) -> list[tuple[str, str]]:
    """Return (where, key) of every fault of a drill, each said in both languages."""
    try:
        drill_of(read((START + text).encode(), "drill.yaml"), town(folder), head)
    except InputError as error:
        for fault in error.faults:
            assert all(say(WORDS, fault.key, lang, **fault.values) for lang in LANGS)
        return [(fault.where, fault.key) for fault in error.faults]
    return []


def inject(rest: str) -> str:
    """Return injects to refer to, and one more, number 9, that has *rest*."""
    return (
        "objectives: [{id: isolate, text: a, criterion: b}]\n"
        "injects:\n- {no: 1, text: a}\n"
        "- {no: 2, text: a, expected: b, deadline: 1h, options: [{id: stay, text: a}]}\n"
        f"- {{no: 9, text: a, {rest}}}\n"
    )


def test_everything_agrees(tmp_path: Path) -> None:
    """The drill that uses every key is without fault."""
    drill_of(read(EVERY_KEY.encode(), "drill.yaml"), town(tmp_path), HEAD)


@pytest.mark.parametrize(
    ("rest", "where", "key"),
    [
        ("when: {after: 7}", "when.after", "unknown-inject"),
        ("when: {missed: 7}", "when.missed", "unknown-inject"),
        ("when: {missed: 1}", "when.missed", "missed-no-deadline"),
        ("when: {chosen: 7/stay}", "when.chosen", "unknown-inject"),
        ("when: {chosen: 2/sta}", "when.chosen", "unknown-option-near"),
        ("when: {chosen: 1/stay}", "when.chosen", "unknown-option"),
        ("when: {up: wbe}", "when.up", "unknown-id-near"),
        ("when: {up: ict}", "when.up", "wrong-sort"),
        ("when: {down: rebuild}", "when.down", "wrong-sort"),
        ("when: {after: 9}", "when", "when-circle"),
        ("met_by: {up: xyzzy}", "met_by.up", "unknown-id"),
        ("met_by: {started: desk/install}", "met_by.started", "wrong-sort"),
        ("met_by: {started: wb/install}", "met_by.started", "unknown-id-near"),
        ("met_by: {started: site/install}", "met_by.started", "work-no-procedure"),
        ("met_by: {finished: web/instal}", "met_by.finished", "unknown-work-near"),
        ("met_by: {finished: web/copy}", "met_by.finished", "unknown-work"),  # of db only
        ("objective: isolat", "objective", "unknown-objective-near"),
        ("objective: xyzzy", "objective", "unknown-objective"),
        ("deadline: 1h", "deadline", "deadline-no-expected"),
        ("at: 2026-11-23T01:59", "at", "moment-before-incident"),
        ("options: [{id: a, text: a}, {id: a, text: b}]", "options[id=a].id", "option-twice"),
        (
            "events: [{at: 0h, damage: {select: {within: web}}}]",
            "events[0].damage.select",
            "selects-empty-place",
        ),
        (
            "options: [{id: a, text: a, events: [{at: 0h, staff: {team: itc, available: 1}}]}]",
            "options[id=a].events[0].staff.team",
            "unknown-id-near",
        ),
    ],
)
def test_injects(tmp_path: Path, rest: str, where: str, key: str) -> None:
    """Whatever an inject names has to be there, and of the right sort."""
    assert found(tmp_path, inject(rest)) == [(f"injects[no=9].{where}", key)]


@pytest.mark.parametrize(
    "rest",
    [
        "when: {after: 1}",
        "when: {missed: 2, delay: 5m}",
        "when: {chosen: 2/stay}",
        "when: {up: desk}",
        "when: {down: site}",
        "met_by: {finished: db/copy}",  # of its second procedure
        "met_by: {up: desk}, expected: a, deadline: 1h, objective: isolate",
        "at: 01:00",
        "at: 0h",
        "at: 9mo",  # beyond the horizon
        "at: 2026-11-23T02:00",
    ],
)
def test_what_is_right(tmp_path: Path, rest: str) -> None:
    """What is there can be named."""
    assert found(tmp_path, inject(rest)) == []


def test_twice(tmp_path: Path) -> None:
    """Numbers and ids stand for one thing each; the second is at fault."""
    text = (
        "objectives:\n- {id: a, text: a, criterion: b}\n- {id: a, text: a, criterion: b}\n"
        "injects:\n- {no: 1, text: a}\n- {no: 1, text: a}\n- {no: 1, text: b}\n"
    )

    assert found(tmp_path, text) == [
        ("objectives[id=a].id", "objective-twice"),
        ("injects[no=1].no", "inject-twice"),
        ("injects[no=1].no", "inject-twice"),
    ]


def test_participants_and_measures(tmp_path: Path) -> None:
    """Participants act for teams; measures look at what is there and can happen."""
    text = (
        "objectives:\n"
        "- {id: a, text: a, criterion: b, measure: {up: ict, within: 1h}}\n"
        "- {id: b, text: a, criterion: b, measure: {finished: web/x, within: 1h}}\n"
        "- {id: c, text: a, criterion: b, measure: {answered: 1, within: 1h}}\n"
        "- {id: d, text: a, criterion: b, measure: {answered: 3, within: 1h}}\n"
        "participants:\n- {name: a, team: web}\n- {name: b, team: ict}\n"
        "injects: [{no: 1, text: a}]\n"
    )

    assert found(tmp_path, text) == [
        ("objectives[id=a].measure.up", "wrong-sort"),
        ("objectives[id=b].measure.finished", "unknown-work"),
        ("objectives[id=c].measure.answered", "answered-no-expected"),
        ("objectives[id=d].measure.answered", "unknown-inject"),
        ("participants[0].team", "wrong-sort"),
    ]


@pytest.mark.parametrize(
    ("clock", "wrong"),
    [
        ("{starts: 1h, jumps: [{at: 1h, to: 2h}, {at: 2h, to: 3h}]}", []),
        ("{starts: 1h, jumps: [{at: 59m, to: 2h}]}", [(0, "jump-before-start")]),
        ("{jumps: [{at: 1h, to: 3h}, {at: 2h, to: 4h}]}", [(1, "jump-order")]),
        (
            "{starts: 9h, jumps: [{at: 1h, to: 2h}, {at: 3h, to: 4h}]}",
            [(0, "jump-before-start"), (1, "jump-order")],
        ),
    ],
)
def test_jumps(tmp_path: Path, clock: str, wrong: list[tuple[int, str]]) -> None:
    """Jumps lie after the start, one after the other."""
    assert found(tmp_path, f"clock: {clock}\n") == [
        (f"clock.jumps[{number}].at", key) for number, key in wrong
    ]


@pytest.mark.parametrize("at", ["15:10", "2026-11-25T10:00"])
def test_the_local_clock_needs_a_date(tmp_path: Path, at: str) -> None:
    """What is written by the local clock needs the date of the incident."""
    wrong = [("injects[no=9].at", "moment-needs-starts")]

    assert found(tmp_path, inject(f"at: {at}"), Head(id="undated")) == wrong


def test_circles(tmp_path: Path) -> None:
    """Injects that wait for each other are one fault; what only waits for them is none."""
    text = (
        "injects:\n- {no: 1, text: a, when: {chosen: 3/x}}\n"
        "- {no: 2, text: a, when: {after: 1}, expected: b, deadline: 1h}\n"
        "- {no: 3, text: a, when: {missed: 2}, options: [{id: x, text: a}]}\n"
        "- {no: 4, text: a, when: {after: 3}}\n"
        "- {no: 5, text: a, when: {after: 6}}\n- {no: 6, text: a}\n"
    )

    assert found(tmp_path, text) == [("injects[no=1].when", "when-circle")]


# --- findings ----------------------------------------------------------------------------------


def late(length: str, *ats: str) -> list[str]:
    injects = "".join(f"- {{no: {number}, text: a, at: {at}}}\n" for number, at in enumerate(ats))
    head = f"drill: {{id: a, kind: tabletop, scenario: quake{length}}}\n"
    held = drill_in(f"{head}clock: {{speed: 2}}\ninjects:\n{injects}")
    names = {f"a#{number}": f"状況付与{number}" for number in range(len(ats))}
    for finding in findings(held, HEAD):
        assert (finding.kind, finding.severity) == ("inject-after-end", "warning")
        assert said(FINDINGS, finding.phrase, names)
    return [id_ for finding in findings(held, HEAD) for id_ in finding.ids]


def test_later_than_the_end() -> None:
    """An inject after the planned end is weak, at the very end it is not."""
    assert late(", length: 1h", "2h", "121m", "04:00", "04:01", "2026-11-23T05:00") == [
        "a#1",
        "a#3",
        "a#4",
    ]


def test_no_end_is_late_for_nothing() -> None:
    """Without a planned length no inject is too late."""
    assert late("", "300d") == []
