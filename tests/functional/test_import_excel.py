"""``bcp export`` and ``bcp import`` of Excel and CSV, as people run them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.functional.conftest import Run
from tests.support.books import FILES, SCENARIOS, Sheets


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """Return a workspace with one small inventory."""
    for name, text in FILES.items():
        path = tmp_path / "inventory" / "town" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "scenarios").mkdir()
    return tmp_path


def held(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_there_and_back(bcp: Run, town: Path) -> None:
    """What was exported changes nothing when it comes back, and is the same file each time."""
    first = bcp("export", "excel", "-o", "a.xlsx", "--lang", "en", cwd=town)
    bcp("export", "excel", "-o", "b.xlsx", "--lang", "en", cwd=town)
    bcp("export", "csv", "-o", "c", cwd=town)
    before = held(town / "inventory")
    excel = bcp("import", "excel", "a.xlsx", "--apply", "--json", cwd=town)
    csv = bcp("import", "csv", "c", "--apply", "--json", cwd=town)

    assert first.stdout == "a.xlsx\n"
    assert (town / "a.xlsx").read_bytes() == (town / "b.xlsx").read_bytes()
    assert [json.loads(run.stdout)["files"] for run in (excel, csv)] == [[], []]
    assert held(town / "inventory") == before


def test_the_sample_comes_back_to_the_byte(bcp: Run, root: Path, tmp_path: Path) -> None:
    """The inventory that ships with the tool changes by no byte on the way there and back."""
    folder = root / "inventory" / "chikusei"
    bcp("export", "excel", "--inventory", folder, "-o", "a.xlsx", cwd=tmp_path)
    made = bcp("import", "excel", "a.xlsx", "--into", folder, "-o", "new", cwd=tmp_path)

    assert made.returncode == 0, made.stderr
    assert held(tmp_path / "new") == held(folder)


def test_first_shown_then_written(bcp: Run, town: Path) -> None:
    """Nothing is written until it is asked for; then a new folder, or the inventory itself."""
    bcp("export", "excel", "-o", "a.xlsx", cwd=town)
    sheets = Sheets(town / "a.xlsx")
    place = sheets.put("functions", 2, "rto.normal", "2時間")
    sheets.save()
    before = held(town / "inventory" / "town")

    shown = bcp("import", "excel", "a.xlsx", cwd=town)
    dry = bcp("import", "excel", "a.xlsx", "--apply", "--dry-run", cwd=town)
    assert held(town / "inventory" / "town") == before
    assert shown.stdout == dry.stdout
    assert f"certificates 目標復旧時間（RTO）（{place}）" in shown.stdout
    assert "+    rto: {normal: 2h, disaster: 72h}" in shown.stdout
    assert max(map(len, shown.stdout.splitlines())) <= 80
    assert "まだ何も書いていない" in shown.stderr

    made = bcp("import", "excel", "a.xlsx", "-o", "new", cwd=town)
    again = bcp("import", "excel", "a.xlsx", "-o", "new", cwd=town)
    applied = bcp("import", "excel", "a.xlsx", "--apply", cwd=town)
    assert (made.returncode, again.returncode, applied.returncode) == (0, 2, 0)
    assert held(town / "new") == held(town / "inventory" / "town") != before
    assert [name for name in before if before[name] != held(town / "new")[name]] == ["work.yaml"]


def test_a_new_inventory(bcp: Run, town: Path, tmp_path: Path) -> None:
    """A workbook alone makes an inventory that the tool takes."""
    bcp("export", "excel", "-o", "a.xlsx", "--lang", "en", cwd=town)
    shutil.rmtree(town / "inventory" / "town")
    made = bcp("import", "excel", "a.xlsx", "--new", "-o", "inventory/other", cwd=town)
    checked = bcp("check", cwd=town)

    assert made.returncode == 0, made.stderr
    assert checked.returncode == 0, checked.stderr


def test_faults(bcp: Run, town: Path) -> None:
    """Every fault is a line with the file and the cell; nothing is written."""
    bcp("export", "excel", "-o", "a.xlsx", "--lang", "en", cwd=town)
    sheets = Sheets(town / "a.xlsx", "en")
    places = [
        sheets.put("functions", 2, "rto.normal", "soon"),
        sheets.put("components", 2, "kind", "bridge"),
        sheets.put("components", 3, "startup", "=1+1"),
        sheets.put("tasks", 2, "crew", "nobody: 1"),
    ]
    sheets.save()
    before = held(town / "inventory")
    run = bcp("import", "excel", "a.xlsx", "--apply", "--lang", "en", cwd=town)

    assert run.returncode == 1
    assert all(f"a.xlsx: {place}" in run.stderr for place in places)
    assert "4 faults" in run.stderr
    assert held(town / "inventory") == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["--partial", "--delete"],
        ["--apply", "-o", "new"],
        ["-o", "inventory"],
    ],
)
def test_what_contradicts_itself(bcp: Run, town: Path, arguments: list[str]) -> None:
    """Wishes that cannot be had together are refused before anything is read."""
    run = bcp("import", "excel", "a.xlsx", *arguments, cwd=town)

    assert run.returncode == 2
    assert run.stderr.startswith("誤り") or "error" in run.stderr


def test_nothing_is_overwritten(bcp: Run, town: Path) -> None:
    """An export refuses a file and a folder that are there."""
    (town / "a.xlsx").write_bytes(b"mine")
    (town / "c").mkdir()
    (town / "c" / "people.csv").write_bytes(b"mine")

    assert bcp("export", "excel", "-o", "a.xlsx", cwd=town).returncode == 2
    assert bcp("export", "csv", "-o", "c", cwd=town).returncode == 2
    assert (town / "a.xlsx").read_bytes() == b"mine"
    assert bcp("export", "excel", "-o", "a.xlsx", "--force", cwd=town).returncode == 0


@pytest.fixture
def storied(town: Path) -> Path:
    """Return a workspace whose inventory has scenarios, and another inventory that has one."""
    for name, text in SCENARIOS.items():
        path = town / "scenarios" / "town" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.copytree(town / "inventory" / "town", town / "inventory" / "village")
    other = town / "scenarios" / "village" / "other.yaml"
    other.parent.mkdir()
    other.write_text("scenario: {id: other, name: 別, starts: 2026-11-20}\n", encoding="utf-8")
    return town


def test_scenarios_there_and_back(bcp: Run, storied: Path) -> None:
    """Scenarios of the inventory, and of no other, go out and change nothing when they return."""
    before = held(storied)
    town = ("--inventory", "town", "--scenarios")
    bcp("export", "excel", *town, "-o", "a.xlsx", "--lang", "en", cwd=storied)
    bcp("export", "csv", *town, "-o", "c", cwd=storied)
    runs = [
        bcp("import", kind, name, "--into", "town", "--apply", "--json", cwd=storied)
        for kind, name in (("excel", "a.xlsx"), ("csv", "c"))
    ]

    assert [json.loads(run.stdout)["files"] for run in runs] == [[], []]
    assert {name: data for name, data in held(storied).items() if name in before} == before
    text = (storied / "c" / "scenarios.csv").read_text("utf-8-sig")
    assert "cut" in text
    assert "other" not in text


def test_scenarios_are_written_where_they_belong(bcp: Run, storied: Path) -> None:
    """Changed and new scenarios go to the folder of their inventory, the old one or a new one."""
    out = ("export", "excel", "--inventory", "town", "--scenarios", "-o", "a.xlsx")
    bcp(*out, "--lang", "ja", cwd=storied)
    sheets = Sheets(storied / "a.xlsx")
    sheets.put("scenarios", 2, "horizon", "30日")
    for column, value in (("id", "storm"), ("name", "台風"), ("starts", "2026-09-01T03:00")):
        sheets.put("scenarios", 4, column, value)
    sheets.save()
    before = held(storied / "scenarios")
    into = ("import", "excel", "a.xlsx", "--into", "town")

    shown = bcp(*into, cwd=storied)
    assert held(storied / "scenarios") == before
    assert "+  horizon: 30d" in shown.stdout
    assert max(map(len, shown.stdout.splitlines())) <= 80

    made = bcp(*into, "-o", "inventory/city", cwd=storied)
    beside = bcp(*into, "-o", "x", cwd=storied)
    again = bcp(*into, "-o", "inventory/town-3", "--apply", cwd=storied)
    assert (made.returncode, beside.returncode, again.returncode) == (0, 0, 2), made.stderr
    after = held(storied / "scenarios" / "city")
    assert sorted(after) == ["cut.yaml", "more/closed.yaml", "storm.yaml"]
    assert held(storied / "x-scenarios") == after
    assert bcp("check", "--inventory", "city", cwd=storied).returncode == 0

    applied = bcp(*into, "--apply", cwd=storied)
    assert applied.returncode == 0, applied.stderr
    assert held(storied / "scenarios" / "town") == after
    assert after["cut.yaml"].decode() == SCENARIOS["cut.yaml"].replace("14d", "30d")
    assert held(storied / "scenarios" / "village").keys() == {"other.yaml"}


def test_a_scenario_is_taken_away(bcp: Run, storied: Path) -> None:
    """The file of a scenario whose row is gone goes with --delete, and only then."""
    out = ("export", "csv", "--inventory", "town", "--scenarios", "-o", "c")
    bcp(*out, cwd=storied)
    for name in ("scenarios.csv", "events.csv"):
        path = storied / "c" / name
        lines = path.read_text("utf-8-sig").splitlines(keepends=True)
        path.write_text("".join(x for x in lines if not x.startswith("closed")), "utf-8-sig")
    place = storied / "scenarios" / "town" / "more" / "closed.yaml"
    into = ("import", "csv", "c", "--into", "town", "--apply")

    kept = bcp(*into, cwd=storied)
    assert "--delete" in kept.stdout
    assert place.exists()
    assert bcp(*into, "--delete", cwd=storied).returncode == 0
    assert not place.exists()


def test_no_place_for_scenarios(bcp: Run, town: Path, tmp_path: Path) -> None:
    """Outside a workspace new scenarios are refused before anything is written."""
    lone = tmp_path / "lone"
    shutil.copytree(town / "inventory" / "town", lone / "town")
    shutil.rmtree(town / "inventory")
    (lone / "s.csv").write_text("ID,名称,発災日時,探す言葉\nx,台風,2026-09-01,a\n", "utf-8")
    before = held(lone)
    run = bcp("import", "csv", "s.csv", "--into", "town", "--partial", "--apply", cwd=lone)

    assert run.returncode == 2
    assert "-o" in run.stderr
    assert held(lone) == before


def test_a_faulty_scenario_is_not_exported(bcp: Run, storied: Path) -> None:
    """A scenario at fault is told by its file; no workbook is made."""
    path = storied / "scenarios" / "town" / "bad.yaml"
    path.write_text("scenario: {id: bad, name: b, starts: soon}\n", encoding="utf-8")
    out = ("export", "excel", "--inventory", "town", "--scenarios", "-o", "a.xlsx")
    run = bcp(*out, cwd=storied)

    assert run.returncode == 1
    assert "bad.yaml:1" in run.stderr
    assert not (storied / "a.xlsx").exists()
