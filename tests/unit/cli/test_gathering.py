"""From what was asked for to everything that page and document are written from."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from bcp.cli.gathering import gather
from bcp.cli.options import Request
from bcp.cli.trouble import Faulty, fault_text
from bcp.errors import UsageError

INVENTORY = """\
organisation: {id: town, name: 町}
components:
  - {id: server, name: サーバ, kind: server, procedure: rebuild}
functions:
  - {id: desk, name: 窓口, rto: 1h, requires: [server]}
teams:
  - {id: ict, name: 情報課, size: 1}
procedures:
  - {id: rebuild, tasks: [{id: restore, crew: {ict: 1}, duration: 2h}]}
"""
PLAN = "plan: {scenarios: [flood], revisions: [{version: '1', on: 2025-04-01, what: 初版}]}\n"
MEASURES = """\
measures:
  - {id: spare, name: 予備機, status: STATUS, changes: {procedures: [
      {id: rebuild, tasks: [{id: swap, crew: {ict: 1}, duration: 30m}]}]}}
"""
SCENARIO = """\
scenario: {id: ID, name: 想定ID, horizon: 2d}
events:
  - {at: 0h, damage: {select: {id: server}}}
"""
ASKED = Request(local="ja", no_cache=True)


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace with three scenarios, and go there."""
    for name in ("inventory", "scenarios", "drills"):
        (tmp_path / name).mkdir()
    (tmp_path / "inventory" / "all.yaml").write_text(INVENTORY, encoding="utf-8")
    for name in ("crash", "flood", "quake"):
        path = tmp_path / "scenarios" / f"{name}.yaml"
        path.write_text(SCENARIO.replace("ID", name), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def add(town: Path, text: str, name: str = "more.yaml") -> None:
    (town / "inventory" / name).write_text(text, encoding="utf-8")


def played(*scenarios: str) -> list[str]:
    return [held.head.id for held in gather(ASKED, scenarios=scenarios).dossier.outlooks]


def test_all_scenarios_are_played(town: Path) -> None:
    """In the order of their ids, where the plan does not say otherwise."""
    assert played() == ["crash", "flood", "quake"]


def test_the_plan_says_which_comes_first(town: Path) -> None:
    """The others follow."""
    add(town, PLAN)

    assert played() == ["flood", "crash", "quake"]


def test_those_that_are_named_are_played_in_that_order(town: Path) -> None:
    """By id or by file, each once."""
    assert played("quake", "scenarios/crash.yaml", "quake") == ["quake", "crash"]


def test_two_files_of_one_id_are_refused(town: Path) -> None:
    """Nobody could tell whose figures are shown."""
    (town / "scenarios" / "again.yaml").write_text(SCENARIO.replace("ID", "crash"))

    with pytest.raises(UsageError, match="which-scenario"):
        gather(ASKED)


def test_a_scenario_that_is_not_there_is_refused(town: Path) -> None:
    """With the nearest there is."""
    with pytest.raises(UsageError) as told:
        gather(ASKED, scenarios=["flod"])

    assert (told.value.key, told.value.values["nearest"]) == ("unknown-scenario-near", "flood")


def test_a_plan_that_names_a_scenario_in_vain_is_at_fault(town: Path) -> None:
    """With file, line and the nearest there is."""
    add(town, "# a remark\nplan:\n  scenarios: [crash, flod]\n")

    with pytest.raises(Faulty) as told:
        gather(ASKED)

    (fault,) = told.value.error.faults
    assert (Path(fault.file).name, fault.line) == ("more.yaml", 3)
    text = fault_text(fault, "en")
    assert text.endswith("plan.scenarios[1]: no scenario has the id `flod`; did you mean `flood`?")


def test_faults_of_all_files_are_told_at_once(town: Path) -> None:
    """Two scenarios at fault are two faults."""
    for name in ("crash", "flood"):
        path = town / "scenarios" / f"{name}.yaml"
        path.write_text(path.read_text().replace("server", "servr"))

    with pytest.raises(Faulty) as told:
        gather(ASKED)

    assert len(told.value.error.faults) == 2


def test_the_date_is_never_that_of_the_clock(town: Path) -> None:
    """What was asked for, else of the plan, else of its latest revision, else none."""
    assert gather(ASKED).dossier.date is None
    add(town, PLAN)
    assert gather(ASKED).dossier.date == dt.date(2025, 4, 1)
    add(town, PLAN.replace("plan: {", "plan: {on: 2026-04-01, "))
    assert gather(ASKED).dossier.date == dt.date(2026, 4, 1)
    assert gather(ASKED, date=dt.date(2027, 1, 1)).dossier.date == dt.date(2027, 1, 1)


def test_without_a_date_no_drill_can_be_overdue(town: Path) -> None:
    """The history is judged by the date of the paper, or not at all."""
    assert gather(ASKED).dossier.history is None
    history = gather(ASKED, date=dt.date(2026, 4, 1)).dossier.history
    assert history is not None
    assert history.pasts == ()


@pytest.mark.parametrize(
    ("status", "after", "effects"),
    [
        ("planned", [1800] * 3, ["spare"]),
        ("doing", [1800] * 3, ["spare"]),
        ("idea", [], ["spare"]),
        ("done", [], []),
        ("dropped", [], []),
    ],
)
def test_planned_measures_are_what_comes_after(
    town: Path, status: str, after: list[int], effects: list[str]
) -> None:
    """An idea is judged alone; what is over is not judged at all."""
    add(town, MEASURES.replace("STATUS", status))

    dossier = gather(ASKED).dossier

    assert [held.functions["desk"].downtime for held in dossier.after] == after
    assert [held.measure for held in dossier.effects] == effects
    assert dossier.outlooks[0].functions["desk"].downtime == 7200


def test_only_what_is_wanted_is_computed(town: Path) -> None:
    """A chart of all scenarios plays none of the measures."""
    add(town, MEASURES.replace("STATUS", "planned") + PLAN)

    dossier = gather(ASKED, parts=()).dossier

    assert len(dossier.outlooks) == 3
    assert (dossier.after, dossier.effects, dossier.findings) == ((), (), ())
    assert dossier.history is None


def test_scenarios_have_names_too(town: Path) -> None:
    """Findings name them."""
    gathered = gather(ASKED)

    assert gathered.opened.names["crash"] == "想定crash"
    assert gathered.opened.names["desk"] == "窓口"


def test_what_did_not_change_since_is_not_told(town: Path) -> None:
    """Compared with itself, nothing is different and all scenarios are played again."""
    changes = gather(ASKED, since=str(town)).dossier.changes

    assert changes is not None
    assert changes.items == ()
    assert list(changes.outlooks) == ["crash", "flood", "quake"]


def test_an_earlier_folder_is_compared(
    town: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """With its own scenarios on its own inventory."""
    then = tmp_path_factory.mktemp("then")
    for name in ("inventory", "scenarios"):
        (then / name).mkdir()
    (then / "inventory" / "all.yaml").write_text(INVENTORY.replace("2h", "5h"))
    (then / "scenarios" / "crash.yaml").write_text(SCENARIO.replace("ID", "crash"))
    (then / "scenarios" / "old.yaml").write_text(SCENARIO.replace("ID", "old"))

    changes = gather(ASKED, since=str(then)).dossier.changes

    assert changes is not None
    told = [(held.section, held.id, held.kind) for held in changes.items]
    assert told == [
        ("procedures", "rebuild", "changed"),
        ("scenarios", "flood", "added"),
        ("scenarios", "quake", "added"),
        ("scenarios", "old", "removed"),
    ]
    downtimes = {id_: held.functions["desk"].downtime for id_, held in changes.outlooks.items()}
    assert downtimes == {"crash": 18_000, "old": 18_000}


def test_of_named_scenarios_only_the_same_are_compared(
    town: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The others are not missing: nobody asked for them."""
    changes = gather(ASKED, scenarios=["crash"], since=str(town)).dossier.changes

    assert changes is not None
    assert (changes.items, list(changes.outlooks)) == ((), ["crash"])


def test_an_earlier_inventory_alone_meets_the_present_scenarios(
    town: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    """Last year's copy of the inventory is enough, and it is said what was done."""
    then = tmp_path_factory.mktemp("then")
    (then / "all.yaml").write_text(INVENTORY.replace("2h", "5h"))

    changes = gather(ASKED, since=str(then)).dossier.changes

    assert changes is not None
    assert {held.functions["desk"].downtime for held in changes.outlooks.values()} == {18_000}
    assert [held.section for held in changes.items] == ["procedures"]
    assert "今の被害想定を当時の台帳に" in capsys.readouterr().err


def test_a_scenario_of_the_library_strikes_an_earlier_state_as_well(
    town: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """No state keeps it, yet then and now are compared by it."""
    changes = gather(ASKED, scenarios=["key-person-away"], since=str(town)).dossier.changes

    assert changes is not None
    assert (changes.items, list(changes.outlooks)) == ((), ["key-person-away"])


def test_values_are_not_set_beside_an_earlier_state(town: Path) -> None:
    """What was then has the values of its files; anything else would compare two questions."""
    asked = replace(ASKED, settings=(("gone", "5h"),))

    with pytest.raises(UsageError, match="set-with-since"):
        gather(asked, scenarios=["key-person-away"], since=str(town))
