"""A drill file is read with every fault at once, each where it stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from pathlib import Path

import pytest

from bcp.drill.file.load import LoadedDrill, load_drill, read_drill_head, scenario_named_in
from bcp.errors import InputError
from bcp.scenario.models import Scenario
from bcp.words import LANGS, say
from bcp.words.faults import WORDS
from tests.support.drill_files import EVERY_KEY, SCENARIO, town

Load = Callable[..., LoadedDrill]
Faults = Callable[..., list[tuple[int, str, str]]]
HEAD = "drill: {id: a, kind: tabletop, scenario: quake}\n"


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Return what loads the text of a drill in the small town."""

    def loaded(text: str, scenario: Scenario | None = SCENARIO) -> LoadedDrill:
        path = tmp_path / "drill.yaml"
        path.write_text(text, encoding="utf-8", newline="")
        return load_drill(path, town(tmp_path), scenario)

    return loaded


@pytest.fixture
def faults(load: Load) -> Faults:
    """Return what gives (line, where, key) of every fault of a drill; each can be said."""

    def found(text: str, scenario: Scenario | None = SCENARIO) -> list[tuple[int, str, str]]:
        with pytest.raises(InputError) as caught:
            load(text, scenario)
        for fault in caught.value.faults:
            assert all(say(WORDS, fault.key, lang, **fault.values) for lang in LANGS)
        return [(fault.line, fault.where, fault.key) for fault in caught.value.faults]

    return found


def test_every_key(load: Load) -> None:
    """Every key is read, each to its value, and a key of one's own is free."""
    loaded = load(EVERY_KEY + "x-mine: 1\n")
    drill, injects = loaded.drill, {inject.no: inject for inject in loaded.drill.injects}

    assert (drill.drill.id, drill.drill.strategy, drill.drill.length) == ("all", "rank", 7200)
    assert drill.drill.documents == ("様式1", "様式2")
    assert (drill.clock.starts, drill.clock.jumps[1].to) == (3600, 172800)
    assert injects["1"].at == 5400
    assert injects["1"].from_ == "市民課"
    assert injects["1"].to == ("ict", "首長")
    assert injects["2"].at == time(3, 45)
    assert injects["2b"].at == datetime(2026, 11, 23, 4)  # noqa: DTZ001 (local by contract)
    assert injects["7"].when is not None
    assert injects["7"].when.chosen == "1/cut"
    assert injects["7"].to == ("[a]",)
    assert injects["bench"].is_bench
    assert drill.note == "全体の備考"


def test_places(load: Load) -> None:
    """The head and each inject know their line."""
    loaded = load(f"# first\n{HEAD}injects:\n- no: 1\n  text: a\n\n- {{no: 2, text: b}}\n")

    assert loaded.place.line == 2
    assert [place.line for place in loaded.injects] == [4, 7]


@pytest.mark.parametrize("text", [HEAD, HEAD + "injects:\n", HEAD + "objectives: []\n"])
def test_no_injects(load: Load, text: str) -> None:
    """A drill needs no injects, nor what a list that was announced holds."""
    loaded = load(text)

    assert (loaded.drill.injects, loaded.injects) == ((), ())


def test_same_content_same_digest(load: Load) -> None:
    """The digest is of the content, and a change of anything changes it."""
    assert load(HEAD).digest == load(HEAD).digest != load(HEAD + "# a\n").digest


@pytest.mark.parametrize(
    ("text", "line", "where", "key"),
    [
        ("", 1, "", "drill-empty"),
        ("- a\n", 1, "", "file-not-mapping"),
        ("injects: []\n", 1, "", "drill-missing"),
        ("scenario: {id: a}\n", 1, "", "drill-missing"),
        ("drill: a\n", 1, "drill", "not-mapping"),
        ("drill:\n", 1, "drill", "empty-value"),
        (HEAD + "inject: []\n", 2, "inject", "unknown-key-near"),
        (HEAD + "injects: {no: 1}\n", 2, "injects", "not-list"),
        (HEAD + "injects: [a]\n", 2, "injects[0]", "not-mapping"),
        (HEAD + "clock: {speed: 0}\n", 2, "clock.speed", "too-small"),
        (HEAD + "clock: {speed: fast}\n", 2, "clock.speed", "bad-number"),
        (HEAD + "clock: {jumps: [{at: 2h, to: 1h}]}\n", 2, "clock.jumps[0]", "jump-backwards"),
        (HEAD + "note: [a]\n", 2, "note", "value-not-text"),
    ],
)
def test_shape(faults: Faults, text: str, line: int, where: str, key: str) -> None:
    """What is no drill by its shape is refused where it stands."""
    assert faults(text) == [(line, where, key)]


@pytest.mark.parametrize(
    ("rest", "where", "key"),
    [
        ("at: 3 hours", ".at", "bad-moment"),
        ("at: 25:00", ".at", "bad-moment"),
        ("at: 2026-02-30T10:00", ".at", "bad-moment"),
        ("at: {a: b}", ".at", "bad-moment"),
        ("at: 1h, when: {after: 1}", "", "inject-at-and-when"),
        ("when: {}", ".when", "when-one-kind"),
        ("when: {up: web, down: web}", ".when", "when-one-kind"),
        ("when: {chosen: a}", ".when.chosen", "bad-option"),
        ("when: {chosen: [a]}", ".when.chosen", "bad-option"),
        ("met_by: {up: web, started: web/install}", ".met_by", "sign-one-kind"),
        ("met_by: {started: web}", ".met_by.started", "bad-work"),
        ("deadline: 0h", ".deadline", "bad-span"),
        ("difficulty: hrd", ".difficulty", "not-one-of-near"),
        ("fro: a", ".fro", "unknown-key-near"),
        ("events: [{at: 1h}]", ".events[0]", "event-one-kind"),
    ],
)
def test_faults_of_an_inject(faults: Faults, rest: str, where: str, key: str) -> None:
    """Every mistake in an inject is told with its number and line."""
    text = f"{HEAD}injects:\n- {{no: 1, text: a}}\n- {{no: 2, text: b, {rest}}}\n"

    assert faults(text) == [(4, f"injects[no=2]{where}", key)]


def test_all_faults_at_once(faults: Faults) -> None:
    """Faults of shape do not hide what parts disagree on, nor those of one item each other."""
    found = faults(
        "drill: {id: a, kind: tabletpo, scenario: quake}\n"
        "objectives:\n- {id: a, text: b, measure: {answered: 8, within: 1h}}\n"
        "injects:\n- {no: 1, text: a, at: noon, when: {after: 9}, events: [{at: 0h, damage: "
        "{select: {id: wbe}}}]}\n"
    )

    assert found == [
        (1, "drill.kind", "not-one-of-near"),
        (3, "objectives[id=a]", "missing"),
        (5, "injects[no=1].at", "bad-moment"),
        (5, "injects[no=1].events[0].damage.select.id", "unknown-id-near"),
        (5, "injects[no=1].when.after", "unknown-inject"),
    ]


def test_a_rejected_part_is_not_missed_elsewhere(faults: Faults) -> None:
    """A deadline, expectation or number that was misspelt counts as there for everybody else."""
    found = faults(
        HEAD + "objectives:\n- {id: a, text: b, criterion: c, measure: {answered: 2, within: 1h}}\n"
        "- {id: o}\n"
        "injects:\n"
        "- {no: 1, text: a, expected: b, deadline: 5 min, options: {id: x}, objective: o}\n"
        "- {no: 2, text: a, expected: [b], deadline: 5m}\n"
        "- {no: 3, text: a, when: {missed: 1}}\n"
        "- {no: 4, text: a, when: {chosen: 1/x}}\n"
        "- {no: 5}\n"
        "- {no: 6, text: a, when: {after: 5}}\n"
    )

    assert [(line, key) for line, _, key in found] == [
        (4, "missing"),
        (4, "missing"),
        (6, "bad-span"),
        (6, "not-list"),
        (7, "value-not-text"),
        (10, "missing"),
    ]


def test_without_the_scenario_the_rest_is_checked(load: Load, faults: Faults) -> None:
    """A scenario that is itself at fault hides no fault of the drill but those that need it."""
    text = HEAD + "injects:\n- {no: 1, text: a, at: 15:10}\n"

    assert load(text, None).drill.injects
    assert faults(text + "- {no: 1, text: a}\n", None) == [(4, "injects[no=1].no", "inject-twice")]


def test_yaml_faults(faults: Faults) -> None:
    """What is no YAML, or tries to be more than data, is refused with its line."""
    assert faults(HEAD + "note: 'a\n")[0][2] == "yaml-quote"
    assert faults(HEAD + "note: !!python/name:os.system a\n") == [(2, "", "yaml-tag")]


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is a fault, not a crash."""
    with pytest.raises(InputError) as caught:
        load_drill(tmp_path / "no.yaml", town(tmp_path), SCENARIO)
    assert [fault.key for fault in caught.value.faults] == ["file-missing"]


def test_head_alone(tmp_path: Path) -> None:
    """The head is read although the rest is at fault; a faulty one still names its scenario."""
    path = tmp_path / "a.yaml"
    path.write_text(HEAD + "injects: nonsense\n", encoding="utf-8")
    assert read_drill_head(path).id == "a"

    path.write_text("drill: {id: A, scenario: quake}\n", encoding="utf-8")
    assert scenario_named_in(path) == "quake"
    with pytest.raises(InputError) as caught:
        read_drill_head(path)
    assert sorted(fault.key for fault in caught.value.faults) == ["bad-id", "missing"]


def test_head_without_a_scenario(tmp_path: Path) -> None:
    """A drill that names no scenario says so."""
    path = tmp_path / "a.yaml"
    path.write_text("drill: {id: a, kind: tabletop}\n", encoding="utf-8")

    with pytest.raises(InputError) as caught:
        scenario_named_in(path)
    assert [fault.key for fault in caught.value.faults] == ["missing"]
