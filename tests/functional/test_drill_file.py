"""Drill files as people use them: checked, listed, completed, edited in Excel."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from .conftest import Run

DRILL = """\
# yaml-language-server: $schema=../schemas/drill.schema.json
drill: {id: crash-drill, name: 故障訓練, name_en: Crash drill, kind: tabletop, scenario: crash,
  on: 2026-11-25T10:00, length: 1h}
# a remark
injects:
- {no: 1, at: 10m, text: 画面が消えた。, expected: 確かめる, deadline: 10m, met_by: {started: server/restore}}
- {no: 2, at: 3h, text: まだか。, from: 窓口}
"""


@pytest.fixture
def drilled(workspace: Path) -> Path:
    """Return the small workspace with a drill."""
    (workspace / "drills" / "crash.yaml").write_text(DRILL, encoding="utf-8")
    return workspace


def test_check_counts_and_judges_drills(bcp: Run, drilled: Path) -> None:
    """A check counts the drills, and tells what is planned for after their end with its place."""
    document = json.loads(bcp("check", "--json", "--lang", "ja", cwd=drilled).stdout)

    assert document["counts"]["drills"] == 1
    (late,) = [held for held in document["findings"] if held["kind"] == "inject-after-end"]
    assert "「故障訓練」の状況付与2" in late["text"]
    assert late["places"] == [{"id": "crash-drill#2", "file": "drills/crash.yaml", "line": 7}]
    severities = [held["severity"] for held in document["findings"]]
    assert severities == sorted(severities, key=["serious", "warning", "note"].index)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_check_shows_findings_of_drills(bcp: Run, drilled: Path, lang: str) -> None:
    """They are shown to people too."""
    run = bcp("check", "--lang", lang, cwd=drilled)

    assert run.returncode == 0
    assert "drills/crash.yaml:7" in run.stdout
    assert ("訓練 1" if lang == "ja" else "drills 1") in run.stdout


def test_check_finds_all_faults(bcp: Run, drilled: Path, tmp_path: Path) -> None:
    """Faults of drills are told with those of scenarios, also after a sound check was kept."""
    environment = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "BCP_NO_CACHE": ""}
    assert bcp("check", cwd=drilled, **environment).returncode == 0
    path = drilled / "drills" / "crash.yaml"
    path.write_text(DRILL.replace("server/restore", "server/restor"), encoding="utf-8")
    scenario = drilled / "scenarios" / "crash.yaml"
    scenario.write_text("scenario: {id: crash, horizon: soon}\n", encoding="utf-8")

    run = bcp("check", "--lang", "en", cwd=drilled, **environment)

    assert run.returncode == 1
    assert "drills/crash.yaml:6: injects[no=1].met_by.started: no procedure of" in run.stderr
    assert "did you mean `restore`?" in run.stderr
    assert "scenarios/crash.yaml:1: scenario.horizon" in run.stderr
    assert "2 faults" in run.stderr


def test_list(bcp: Run, drilled: Path) -> None:
    """Drills are listed with the rest, or alone, for people and for programs."""
    everything = json.loads(bcp("list", "--json", cwd=drilled).stdout)
    alone = json.loads(bcp("list", "drills", "--json", "--lang", "en", cwd=drilled).stdout)

    assert [*everything] == ["inventories", "scenarios", "drills"]
    assert alone == {
        "drills": [
            {
                "id": "crash-drill",
                "name": "Crash drill",
                "kind": "tabletop",
                "on": "2026-11-25T10:00:00",
                "scenario": "crash",
                "inventory": None,
                "file": "drills/crash.yaml",
            }
        ]
    }
    shown = bcp("list", "drills", "--lang", "ja", cwd=drilled).stdout
    assert "故障訓練" in shown
    assert "被害想定のID" not in shown
    assert bcp("list", "dril", cwd=drilled).returncode == 2


def test_completion(bcp: Run, drilled: Path) -> None:
    """The shell completes ids of drills."""
    environment = {"_BCP_COMPLETE": "bash_complete", "COMP_WORDS": "bcp drill msel cr"}

    run = bcp(cwd=drilled, COMP_CWORD="3", **environment)

    assert "crash-drill" in run.stdout


def test_there_and_back(bcp: Run, drilled: Path) -> None:
    """A sheet that was edited makes a new drill that is in order; nothing is overwritten."""
    made = bcp("drill", "msel", "crash-drill", "--out", "m.xlsx", "--lang", "ja", cwd=drilled)
    assert (made.returncode, made.stdout, made.stderr) == (0, "m.xlsx\n", "")
    book = load_workbook(drilled / "m.xlsx")
    book["MSEL"]["C7"] = "首長"
    book["MSEL"].append(["3", None, "広報"] + [None] * 2 + ["手元に置く"])
    book.save(drilled / "m.xlsx")

    arguments = ("drill", "msel", "crash-drill", "--from", "m.xlsx", "--out", "drills/new.yaml")
    run = bcp(*arguments, "--lang", "en", cwd=drilled)

    assert (run.returncode, run.stdout) == (0, "drills/new.yaml\n")
    assert "added 1 (3), changed 1 (2), removed 0" in run.stderr
    assert "Comments (#) of drills/crash.yaml" in run.stderr
    text = (drilled / "drills" / "new.yaml").read_text(encoding="utf-8")
    assert text.startswith(
        "# yaml-language-server: $schema=../../schemas/drill.schema.json\ndrill:"
    )
    assert "    from: 首長\n" in text
    assert (drilled / "drills" / "crash.yaml").read_text(encoding="utf-8") == DRILL
    (drilled / "drills" / "crash.yaml").unlink()
    assert json.loads(bcp("check", "--json", cwd=drilled).stdout)["faults"] == []
    again = bcp(*arguments[:2], "drills/new.yaml", *arguments[3:], "--lang", "en", cwd=drilled)
    assert (again.returncode, "drills/new.yaml exists" in again.stderr) == (2, True)


def test_names_if_none_is_given(bcp: Run, drilled: Path) -> None:
    """Left out, the sheet is called by the id, and the drill by the sheet."""
    document = json.loads(bcp("drill", "msel", "crash-drill", "--json", cwd=drilled).stdout)
    assert document == {"files": ["crash-drill-msel.xlsx"], "injects": 2}

    run = bcp("drill", "msel", "crash", "--from", "crash-drill-msel.xlsx", "--json", cwd=drilled)
    document = json.loads(run.stdout)
    assert document == {
        "files": ["crash-drill-msel.yaml"],
        "injects": 2,
        "added": [],
        "changed": [],
        "removed": [],
    }


def test_faults_of_a_sheet(bcp: Run, drilled: Path) -> None:
    """Every mistake is told by its cell, in the language that was asked for; nothing is written."""
    bcp("drill", "msel", "crash-drill", "--out", "m.xlsx", cwd=drilled)
    book = load_workbook(drilled / "m.xlsx")
    book["MSEL"]["B6"] = "=NOW()"
    book["MSEL"]["H7"] = "5分"
    book.save(drilled / "m.xlsx")
    arguments = ("drill", "msel", "crash-drill", "--from", "m.xlsx")

    formulas = bcp(*arguments, "--lang", "ja", cwd=drilled)
    assert formulas.returncode == 1
    assert "m.xlsx: MSEL!B6: 数式" in formulas.stderr

    book["MSEL"]["B6"] = "10m"
    book.save(drilled / "m.xlsx")
    lengths = bcp(*arguments, "--lang", "en", cwd=drilled)
    assert lengths.returncode == 1
    assert "m.xlsx: MSEL!H7: `5分` cannot stand here" in lengths.stderr
    assert not (drilled / "m.yaml").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--out", "m.csv"),
        ("--from", "m.csv"),
        ("--from", "m.xlsx", "--out", "n.xlsx"),
        ("--out", "nowhere/m.xlsx"),
        ("--out", "taken.xlsx"),
    ],
)
def test_wrong_places(bcp: Run, drilled: Path, arguments: tuple[str, ...]) -> None:
    """A wrong suffix, a folder that is not there and a file that is are misuse; no traceback."""
    (drilled / "taken.xlsx").write_bytes(b"mine")

    run = bcp("drill", "msel", "crash-drill", *arguments, cwd=drilled)

    assert run.returncode == 2
    assert "Traceback" not in run.stderr
    assert (drilled / "taken.xlsx").read_bytes() == b"mine"


@pytest.mark.parametrize("data", [b"", b"PK", b"a,b\n"])
def test_no_excel_file(bcp: Run, drilled: Path, data: bytes) -> None:
    """A file that is none of Excel's is a fault in one sentence."""
    (drilled / "m.xlsx").write_bytes(data)

    run = bcp("drill", "msel", "crash-drill", "--from", "m.xlsx", "--lang", "en", cwd=drilled)

    assert run.returncode == 1
    assert run.stderr.startswith("m.xlsx: cannot be read as an Excel file")


def test_help(bcp: Run, drilled: Path) -> None:
    """Help in both languages says what the command is for."""
    for lang, word in (("ja", "状況付与"), ("en", "injects")):
        run = bcp("drill", "msel", "--help", "--lang", lang, cwd=drilled)
        assert (run.returncode, word in run.stdout) == (0, True)
        assert "msel" in bcp("--lang", lang, "drill", "--help", cwd=drilled).stdout
