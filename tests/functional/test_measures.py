"""`bcp compare` and `bcp measures` as people run them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from bcp.cli.wrapping import cells
from tests.functional.conftest import Run

MEASURES = """\
measures:
  - {id: hands, name: 二人目, name_en: Another hand, cost: 1000000, yearly: 100000, status: idea,
     lead_time: 2mo, changes: {teams: [{id: ict, size: 2}]}}
  - {id: quick, name: 手順の訓練, name_en: Rehearsal, cost: 300000, status: planned, changes: {
     procedures: [{id: rebuild, tasks: [{id: restore, crew: {ict: 1}, duration: 30m}]}]}}
  - {id: hope, name: 祈る, name_en: Hope}
"""


@pytest.fixture(name="town")
def _town(workspace: Path) -> Path:
    (workspace / "inventory" / "measures.yaml").write_text(MEASURES, encoding="utf-8")
    return workspace


def test_a_measure_is_compared_with_what_is_there(bcp: Run, town: Path) -> None:
    """One name is enough; the loss, the targets and the downtime before and after are shown."""
    run = bcp("compare", "quick", "--lang", "en", cwd=town)

    assert run.returncode == 0
    assert "A  the inventory as it is [none]" in run.stdout
    assert "B  Rehearsal [quick, ¥300,000 over 5 years]" in run.stdout

    assert "△ 2h  ○ 30m" in run.stdout


def test_json_holds_every_figure(bcp: Run, town: Path) -> None:
    """By scenario and side; findings against the first side."""
    run = bcp("compare", "none", "hands", "hands+quick", "--json", cwd=town)
    found = json.loads(run.stdout)

    assert [side["measures"] for side in found["sides"]] == [[], ["hands"], ["hands", "quick"]]
    (case,) = found["cases"]
    assert [side["rto_missed"] for side in case["sides"]] == [["desk"], ["desk"], []]
    assert [fate["downtime_s"] for fate in case["functions"]["desk"]] == [7200, 7200, 1800]
    assert [side["loss"] for side in case["sides"]] == [1.2, 1.2, 0.05]


def test_scenarios_and_inventories_are_compared_too(bcp: Run, town: Path, tmp_path: Path) -> None:
    """Two scenarios on one inventory; one scenario on two inventories, as it is and as changed."""
    text = (town / "scenarios" / "crash.yaml").read_text(encoding="utf-8")
    longer = text.replace("crash", "twice").replace(
        "}}}", "}}}\n  - {at: 9h, damage: {select: {id: server}}}"
    )
    (town / "scenarios" / "twice.yaml").write_text(longer, encoding="utf-8")
    changed = tmp_path / "changed"
    shutil.copytree(town / "inventory", changed)
    file = changed / "all.yaml"
    file.write_text(file.read_text("utf-8").replace("duration: 2h", "duration: 1h"), "utf-8")

    scenarios = json.loads(bcp("compare", "crash", "twice", "--json", cwd=town).stdout)
    states = json.loads(bcp("compare", "inventory", changed, "--json", cwd=town).stdout)

    (case,) = scenarios["cases"]
    assert [fate["downtime_s"] for fate in case["functions"]["desk"]] == [7200, 14400]
    assert {held["scenario"]: held["differs"] for held in states["cases"]} == {
        "crash": True,
        "twice": True,
    }


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("hans",), "did you mean `hands`?"),
        (("crash",), "nothing to compare `crash` with"),
        (("crash", "hands"), "bcp compare hands --scenario crash"),
        (("hope",), "does not say what it changes"),
        (("hands+nobody",), "no such measure as `nobody`"),
        (("twin", "none"), "measure:twin"),
    ],
)
def test_what_cannot_be_compared_is_told(
    bcp: Run, town: Path, names: tuple[str, ...], said: str
) -> None:
    """A wrong or ambiguous name is a sentence that says what to write, not a guess."""
    text = (town / "scenarios" / "crash.yaml").read_text(encoding="utf-8")
    twin = text.replace("id: crash", "id: twin")
    (town / "scenarios" / "twin.yaml").write_text(twin, encoding="utf-8")
    file = town / "inventory" / "measures.yaml"
    more = "  - {id: twin, name: 同名, changes: {teams: [{id: ict, size: 3}]}}\n"
    file.write_text(MEASURES + more, encoding="utf-8")

    run = bcp("compare", *names, "--lang", "en", cwd=town)

    assert run.returncode == 2
    assert said in run.stderr
    assert run.stdout == ""


def test_a_prefix_tells_what_is_meant(bcp: Run, town: Path) -> None:
    """`measure:` and `scenario:` before a name choose among what has it."""
    run = bcp("compare", "inventory:inventory", "measure:quick", "--json", cwd=town)

    assert run.returncode == 0
    assert [side["sort"] for side in json.loads(run.stdout)["sides"]] == ["inventory", "measure"]


def test_measures_are_ranked(bcp: Run, town: Path) -> None:
    """What helps comes first with its worth; what does not change anything says so."""
    run = bcp("measures", "--runs", "0", "--lang", "en", cwd=town)

    assert run.returncode == 0
    assert run.stdout.index("Rehearsal") < run.stdout.index("Another hand")
    assert "Meet their RTO by it: 窓口 (in 故障)" in run.stdout
    assert "changes no downtime and no target met" in run.stdout
    assert "Hope" in run.stdout


def test_a_budget_buys_the_best_package(bcp: Run, town: Path) -> None:
    """The sum is read as people write it, and what is bought is proven to be the best."""
    run = bcp("measures", "--runs", "0", "--budget", "200万円", "--json", cwd=town)
    package = json.loads(run.stdout)["package"]

    assert package["budget"] == 2_000_000
    assert package["measures"] == ["quick"]
    assert package["proven_best"]


def test_measures_have_an_interval(bcp: Run, town: Path) -> None:
    """Drawn runs give an interval; the same seed gives the same output."""
    asked = ("measures", "--runs", "40", "--seed", "3", "--json")
    first, second = (bcp(*asked, cwd=town) for _ in range(2))

    assert first.returncode == 0, first.stderr
    assert first.stdout == second.stdout
    assert len(json.loads(first.stdout)["ranked"][0]["avoided"]["interval"]) == 2


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--runs", "5"), "--runs 5"),
        (("--budget", "lots"), "`lots` is no sum of money"),
        (("--given", "nobody"), "no such measure"),
    ],
)
def test_what_measures_cannot_do_is_told(
    bcp: Run, town: Path, asked: tuple[str, ...], said: str
) -> None:
    """A wrong option is refused before anything is computed."""
    run = bcp("measures", *asked, "--lang", "en", cwd=town)

    assert run.returncode == 2
    assert said in run.stderr


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_tables_fit_into_80_columns(bcp: Run, lang: str) -> None:
    """On the sample city no line but the command to copy is wider than the terminal."""
    asked = ("--runs", "0", "--scenario", "fibre-cut", "--budget", "20M", "--lang", lang)
    lines = [
        *bcp("measures", *asked, COLUMNS="80").stdout.splitlines()[:-1],
        *bcp(
            "compare", "none", "second-route", "planned", "--scenario", "fibre-cut",
            "--lang", lang, COLUMNS="80",
        ).stdout.splitlines(),
    ]  # fmt: skip

    assert len(lines) > 60
    assert [line for line in lines if cells(line) > 80] == []


def test_a_change_for_another_end_is_compared_and_not_ranked(bcp: Run, town: Path) -> None:
    """It stands below the ranking, is in no package word, and what it adds is told by its name."""
    change = """\
  - {id: move, name: 新しい窓口, name_en: New counter, cost: 0, status: planned, purpose: change,
     changes: {functions: [{id: counter, name: 窓口, name_en: Counter, rto: 4h, requires: [server]}]}}
"""
    (town / "inventory" / "measures.yaml").write_text(MEASURES + change, encoding="utf-8")

    ranked = json.loads(bcp("measures", "--runs", "0", "--json", cwd=town).stdout)
    told = bcp("measures", "--runs", "0", "--lang", "en", cwd=town).stdout
    packages = json.loads(bcp("compare", "all", "planned", "--json", cwd=town).stdout)
    compared = bcp("compare", "move", "--lang", "en", cwd=town).stdout

    assert {held["id"] for held in ranked["ranked"]} == {"hands", "quick"}
    assert (ranked["not_judged"], ranked["planned_changes"]) == (["hope"], ["move"])
    assert "Changes planned for other ends (not ranked)\nNew counter [move]\n" in told
    assert [side["measures"] for side in packages["sides"]] == [["hands", "quick"], ["quick"]]
    assert "Counter" in compared
    assert "only one side has: Counter" in compared
