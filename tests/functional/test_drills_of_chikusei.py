"""The drills that ship: usable as they are, and played to the end by a plausible team."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bcp.drill.file.load import load_drill
from bcp.drill.file.moments import due_of, planned_end
from bcp.drill.live.commands import Answer, Decide, End, Fire, Start
from bcp.drill.live.setting import Setting, prepare
from bcp.drill.session import HandClock, MemoryJournal, Session
from bcp.inventory.load import LoadedInventory, load_inventory
from bcp.scenario.load import load_scenario
from bcp.units import HOUR, MINUTE
from tests.functional.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
DRILLS = sorted((ROOT / "drills" / "chikusei").glob("*.yaml"))
SCRIPTS = ROOT / "tests" / "data" / "drills"
SECONDS = 1000


@pytest.fixture(scope="module")
def chikusei() -> LoadedInventory:
    """Return the inventory of Chikusei."""
    return load_inventory(ROOT / "inventory" / "chikusei")


@pytest.fixture(params=DRILLS, ids=lambda path: path.stem)
def setting(request: pytest.FixtureRequest, chikusei: LoadedInventory) -> Setting:
    """Return each drill, ready to be run."""
    drill = load_drill(request.param, chikusei, None).drill
    path = ROOT / "scenarios" / "chikusei" / f"{drill.drill.scenario}.yaml"
    scenario = load_scenario(path, chikusei).scenario
    return prepare(
        load_drill(request.param, chikusei, scenario).drill, scenario, chikusei.inventory
    )


def outcome(bcp: Run, drill: str) -> Any:
    """Return the final state of a drill, played by its script."""
    script = SCRIPTS / f"{drill}.script.yaml"
    done = bcp("drill", "run", drill, "--script", script, "--no-record", "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def statuses(told: Any) -> dict[str, str]:
    return {row["no"]: row["status"] for row in told["injects"]}


def reached(told: Any) -> dict[str, bool | None]:
    return {row["id"]: row["met"] for row in told["objectives"]}


def test_there_are_three() -> None:
    """A table-top, a timed drill and the ministry's damage survey."""
    assert [path.stem for path in DRILLS] == [
        "damage-survey",
        "quake-two-hours",
        "ransomware-tabletop",
    ]


# --- as they are written -----------------------------------------------------------------------


def test_all_that_is_read_out_is_in_both_languages(setting: Setting) -> None:
    """Injects, options, objectives and participants are in Japanese and English."""
    drill = setting.drill

    assert drill.drill.name_en
    assert drill.drill.purpose_en
    for inject in drill.injects:
        assert inject.text_en
        assert inject.expected_en
        assert all(option.text_en for option in inject.options)
    assert all(held.text_en and held.criterion_en for held in drill.objectives)
    assert all(held.name_en for held in drill.participants)


def test_a_controller_knows_what_to_do_with_every_inject(setting: Setting) -> None:
    """Every inject names who says it, to whom, how, and which objective it serves."""
    for inject in setting.drill.injects:
        assert inject.from_
        assert inject.to
        assert inject.means
        assert inject.objective
        if inject.at is not None:
            assert inject.deadline


def test_the_day_is_planned(setting: Setting) -> None:
    """Length, repetition, safety, when to break off and documents are written down."""
    head = setting.drill.drill

    assert head.length
    assert head.every
    assert head.safety
    assert head.stop_when
    assert head.documents
    roles = {held.role for held in setting.drill.participants}
    assert {"facilitator", "player", "evaluator"} <= roles


def test_nothing_is_told_in_a_leap_or_too_late_to_be_done(setting: Setting) -> None:
    """Injects come while the clock runs, and their deadlines pass before it leaps or ends."""
    drill, head = setting.drill, setting.scenario.scenario
    end = planned_end(drill)
    assert end is not None

    for inject in drill.injects:
        at = due_of(inject, head, drill.clock)
        if at is None:
            continue
        last = at + (inject.deadline or 0)
        assert last <= end, inject.no
        for leap in drill.clock.jumps:
            assert not leap.at < at < leap.to, inject.no
            assert not at <= leap.at < last, inject.no


def test_no_two_are_told_in_one_breath(setting: Setting) -> None:
    """But for the opening, a minute of the exercise and more lies between two injects."""
    moments = sorted(at for at in setting.due.values() if at is not None)
    apart = [(b - a) / setting.drill.clock.speed for a, b in pairwise(moments)]

    assert min(apart[1:]) >= MINUTE


# --- every branch can be played ----------------------------------------------------------------


def play_through(setting: Setting, choice: int) -> Session:
    """Return the drill at its end: nobody answers, and of options the one of that number is taken."""
    clock = HandClock()
    session = Session(setting, MemoryJournal(), clock)
    session.do(Start())
    bench = [inject.no for inject in setting.drill.injects if inject.is_bench]
    for _ in range((setting.drill.drill.length or HOUR) // 15):
        clock.milliseconds += 15 * SECONDS
        session.tick()
        for no, given in session.state.injects.items():
            options = setting.injects[no].options
            if given.fired is not None and options and given.option is None:
                option = options[min(choice, len(options) - 1)]
                session.do(Decide(inject=no, option=option.id))
        if bench and clock.milliseconds > 5 * MINUTE * SECONDS:
            session.do(Fire(inject=bench.pop()))
    return session


@pytest.mark.parametrize("choice", [0, 1, 2])
def test_every_branch_leads_somewhere(setting: Setting, choice: int) -> None:
    """Whatever is decided and though nobody answers, all that is due is given, and nothing breaks."""
    session = play_through(setting, choice)
    session.do(Answer(inject=setting.drill.injects[0].no, text="遅れて答えた"))
    session.do(End())
    session.forecast()

    given = session.state.injects
    assert all(given[i.no].fired is not None for i in setting.drill.injects if i.when is None)
    assert session.board().items


def test_every_conditional_inject_can_come_true(setting: Setting) -> None:
    """For each there is a way to play in which it is given, but for those that wait for a task."""
    fired: set[str] = set()
    for choice in range(3):
        state = play_through(setting, choice).state
        fired |= {no for no, given in state.injects.items() if given.fired is not None}
    left = {i.no for i in setting.drill.injects if i.no not in fired}

    # An untouched decision misses its deadline; what waits for a function needs a team that works.
    waits = {i.no for i in setting.drill.injects if i.when and (i.when.up or i.when.missed)}
    assert left <= waits


# --- as a team plays them ----------------------------------------------------------------------


def test_ransomware_is_played_in_half_an_hour(bcp: Run) -> None:
    """A slow decision brings the deputy mayor; the counters are back on the eighth day."""
    told = outcome(bcp, "ransomware-tabletop")

    assert told["phase"] == "ended"
    assert told["exercise_ms"] <= 30 * MINUTE * SECONDS
    assert reached(told)["contain"] is False
    assert reached(told)["order"] is True
    assert statuses(told)["3b"] == "answered"
    assert statuses(told)["3a"] == "waiting"
    assert reached(told)["resume"] is True
    assert told["functions"]["library-services"]["restored_s"] == 0
    aborted = [row for row in told["tasks"] if row["aborted_s"] is not None]
    assert [row["component"] for row in aborted] == ["backup-server"]


def test_whoever_waits_and_sees_loses_the_library(chikusei: LoadedInventory) -> None:
    """The choice of the first day decides whether what was outside the city's log-on goes too."""
    drill = load_drill(ROOT / "drills/chikusei/ransomware-tabletop.yaml", chikusei, None).drill
    path = ROOT / "scenarios" / "chikusei" / "ransomware.yaml"
    setting = prepare(drill, load_scenario(path, chikusei).scenario, chikusei.inventory)

    lost = {}
    for number in (1, 2):
        rows = {row.id: row for row in play_through(setting, number).board().functions}
        lost[number] = rows["library-services"].downtime > 0

    assert lost == {1: False, 2: True}


def test_the_earthquake_is_played_in_two_hours(bcp: Run) -> None:
    """A wrong order costs the night of the third day; both targets of 72 hours are met just so."""
    told = outcome(bcp, "quake-two-hours")
    safety, shelters = (
        told["functions"][id_] for id_ in ("safety-information", "evacuee-registry")
    )

    assert told["phase"] == "ended"
    assert told["exercise_ms"] <= 2 * HOUR * SECONDS
    assert reached(told)["report"] is False
    assert statuses(told)["7a"] == "answered"
    assert 71 * HOUR < safety["restored_s"] <= 72 * HOUR
    assert safety["restored_s"] - safety["planned_s"] > 12 * HOUR
    assert 71 * HOUR < shelters["restored_s"] <= 72 * HOUR
    finished = [row for row in told["tasks"] if row["finish_s"] is not None and not row["by_plan"]]
    assert len(finished) > 50
    assert {row["no"] for row in told["injects"] if row["by"] == "hand"} == {"b2"}


def test_the_damage_survey_is_played_in_real_time(bcp: Run) -> None:
    """Speed 1, tasks ended by people: the pings come late, the first survey in time."""
    told = outcome(bcp, "damage-survey")
    took = {row["component"]: row["finish_s"] - row["start_s"] for row in told["tasks"]
            if row["finish_s"] is not None and row["aborted_s"] is None}  # fmt: skip

    assert told["scenario_s"] - 2 * HOUR == told["exercise_ms"] // SECONDS
    assert 60 * MINUTE <= told["exercise_ms"] // SECONDS <= 90 * MINUTE
    assert reached(told)["first-survey"] is True
    assert reached(told)["ping"] is False
    assert statuses(told)["10a"] == "answered"
    assert took["vhost-2"] == 23 * MINUTE


@pytest.mark.parametrize("path", DRILLS, ids=lambda path: path.stem)
def test_each_ends_with_ratings_and_a_plan(path: Path, bcp: Run) -> None:
    """Every objective is rated, there was a hot wash, and items have an owner and a date."""
    told = outcome(bcp, path.stem)
    owned = [row for row in told["improvements"] if row["owner"] and row["due"]]

    assert all(row["rating"] for row in told["objectives"])
    assert sum(row["kind"] == "noted" for row in told["log"]) >= 4
    assert len(owned) >= 3
    assert any(row["opened_by"] for row in told["improvements"])
