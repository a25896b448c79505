"""A drafted drill: what a facilitator starts from, for the sample city and for anything else."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcp.drill.drafting.draft import Draft, Wish, draft
from bcp.drill.file.load import drill_of
from bcp.drill.file.models import Drill, Kind
from bcp.drill.file.moments import due_of, planned_end
from bcp.drill.file.writing import drill_text
from bcp.drill.live.commands import End, Fire, Start
from bcp.drill.live.setting import prepare
from bcp.drill.session import HandClock, MemoryJournal, Session
from bcp.inventory.load import LoadedInventory, load_inventory
from bcp.inventory.models import Inventory
from bcp.reading import read
from bcp.report.names import names_of
from bcp.scenario.load import load_scenario
from bcp.scenario.models import Scenario
from bcp.units import HOUR, MINUTE
from bcp.words import LANGS
from tests.support.random_cases import Both, random_both

ROOT = Path(__file__).resolve().parents[3]
SCENARIOS = sorted((ROOT / "scenarios" / "chikusei").glob("*.yaml"))
JAPANESE_ONLY = {"from_", "means", "plan"}


def drafted(
    scenario: Scenario, inventory: Inventory, length: int = 2 * HOUR, kind: Kind = "functional"
) -> Draft:
    names = {lang: names_of(inventory, lang) for lang in LANGS}
    return draft(scenario, inventory, names, Wish("a-drill", kind, length, scenario.scenario.id))


@pytest.fixture(scope="module")
def chikusei() -> LoadedInventory:
    """Return the inventory of Chikusei."""
    return load_inventory(ROOT / "inventory" / "chikusei")


@pytest.fixture(params=SCENARIOS, ids=lambda path: path.stem)
def made(request: pytest.FixtureRequest, chikusei: LoadedInventory) -> tuple[Drill, Scenario]:
    """Return the draft of two hours for each scenario of Chikusei."""
    scenario = load_scenario(request.param, chikusei).scenario
    return drafted(scenario, chikusei.inventory).drill, scenario


def read_back(drill: Drill, loaded: LoadedInventory, scenario: Scenario) -> Drill:
    document = read(drill_text(drill).encode(), "drill.yaml")
    return drill_of(document, loaded, scenario.scenario)


def test_a_draft_is_a_drill_without_faults(
    made: tuple[Drill, Scenario], chikusei: LoadedInventory
) -> None:
    """What is written is read back as the same drill, and nothing in it is at fault."""
    drill, scenario = made

    assert read_back(drill, chikusei, scenario) == drill


def test_a_facilitator_starts_from_twenty_injects(made: tuple[Drill, Scenario]) -> None:
    """A draft has twenty to thirty injects, with a time, with a condition and on the bench."""
    drill, _ = made
    bench = [inject for inject in drill.injects if inject.is_bench]

    assert 20 <= len(drill.injects) <= 30
    assert len(bench) >= 4
    assert any(inject.when is not None for inject in drill.injects)
    assert any(inject.options for inject in drill.injects)


def test_every_inject_says_all_that_a_controller_needs(made: tuple[Drill, Scenario]) -> None:
    """Each inject has a sender, a means, both languages, an expected action and an objective."""
    drill, _ = made
    goals = {objective.id for objective in drill.objectives}

    for inject in drill.injects:
        assert inject.from_
        assert inject.to
        assert inject.means
        assert inject.text_en
        assert inject.expected
        assert inject.expected_en
        assert inject.objective in goals


def test_injects_come_in_order_and_leave_time_to_breathe(made: tuple[Drill, Scenario]) -> None:
    """Injects with a time stand in its order, a minute and more of the exercise apart."""
    drill, scenario = made
    due = [due_of(inject, scenario.scenario, drill.clock) for inject in drill.injects]
    moments = [at for at in due if at is not None]
    apart = [(b - a) / drill.clock.speed for a, b in pairwise(moments)]

    assert moments == sorted(moments)
    assert min(apart) >= MINUTE


def test_nothing_is_told_in_a_leap_or_after_the_end(made: tuple[Drill, Scenario]) -> None:
    """Injects fire while the clock runs, and their deadlines pass before it leaps."""
    drill, scenario = made
    end = planned_end(drill)
    assert end is not None

    for inject in drill.injects:
        at = due_of(inject, scenario.scenario, drill.clock)
        if at is None:
            continue
        assert at + (inject.deadline or 0) <= end
        for leap in drill.clock.jumps:
            assert not leap.at < at < leap.to
            assert not at <= leap.at < at + (inject.deadline or 0)


def test_criteria_can_be_met_by_the_plan(
    made: tuple[Drill, Scenario], chikusei: LoadedInventory
) -> None:
    """Whoever follows the plan reaches every objective about work that the program measures."""
    drill, scenario = made
    clock = HandClock()
    session = Session(prepare(drill, scenario, chikusei.inventory), MemoryJournal(), clock)
    session.do(Start())
    session.forecast()
    planned = {row.id: row.planned for row in session.board().functions}

    for objective in drill.objectives:
        held = objective.measure
        if held is not None and held.up is not None:
            assert (planned[held.up] or 0) <= held.within


def test_the_same_files_give_the_same_draft(chikusei: LoadedInventory) -> None:
    """A draft is a function of what it is made from."""
    scenario = load_scenario(SCENARIOS[0], chikusei).scenario

    assert drafted(scenario, chikusei.inventory) == drafted(scenario, chikusei.inventory)


@pytest.mark.parametrize("length", [10 * MINUTE, 30 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR])
def test_the_clock_fits_the_length(length: int, chikusei: LoadedInventory) -> None:
    """However long a drill is to be, its injects are over when it is."""
    path = ROOT / "scenarios" / "chikusei" / "quake-working-hours.yaml"
    scenario = load_scenario(path, chikusei).scenario

    drill = drafted(scenario, chikusei.inventory, length, "tabletop").drill

    end = planned_end(drill)
    assert end is not None
    due = [due_of(inject, scenario.scenario, drill.clock) or 0 for inject in drill.injects]
    assert max(due) <= end


def test_a_tiny_inventory_says_why_there_is_little() -> None:
    """With one function and one task there are fewer injects, and a remark says so."""
    inventory = Inventory.model_validate(
        {
            "organisation": {"id": "town", "name": "町"},
            "components": [{"id": "box", "kind": "server", "procedure": "mend"}],
            "functions": [{"id": "desk", "name": "窓口", "rto": "1h", "requires": ["box"]}],
            "teams": [{"id": "ict", "size": 1}],
            "procedures": [
                {"id": "mend", "tasks": [{"id": "fix", "crew": {"ict": "1"}, "duration": "2h"}]}
            ],
        }
    )
    scenario = Scenario.model_validate(
        {
            "scenario": {"id": "crash"},
            "events": [{"at": "0h", "damage": {"select": {"id": "box"}}}],
        }
    )

    made = drafted(scenario, inventory)

    assert 8 <= len(made.drill.injects) < 20
    assert made.remarks[0].key == "remark-few"


@pytest.mark.property
@given(random_both(), st.sampled_from([10 * MINUTE, HOUR, 2 * HOUR]))
def test_any_draft_loads_and_plays(case: Both, length: int) -> None:
    """Whatever the inventory and the scenario, a draft is read back as it is and runs to its end."""
    drill = drafted(case.scenario, case.inventory, length).drill

    assert read_back(drill, loaded_from(case.inventory), case.scenario) == drill

    clock = HandClock()
    session = Session(prepare(drill, case.scenario, case.inventory), MemoryJournal(), clock)
    session.do(Start())
    for inject in drill.injects:
        clock.milliseconds += length * 1000 // len(drill.injects)
        session.tick()
        if inject.is_bench:
            session.do(Fire(inject=inject.no))
    session.do(End())
    given = session.state.injects
    assert all(
        given[inject.no].fired is not None for inject in drill.injects if inject.when is None
    )


def loaded_from(inventory: Inventory) -> LoadedInventory:
    return LoadedInventory(inventory=inventory, places={}, digest="")
