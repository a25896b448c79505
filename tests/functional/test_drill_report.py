"""Looking back at drills: report, list, improve, learn."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.functional.conftest import Run
from tests.support.past_drills import RESTORED, hold_drill

NAME = "fire/20251120-1000"


def test_four_files_are_written_beside_the_record(bcp: Run, workspace: Path) -> None:
    """Word, PDF, HTML and Markdown, and the headline on the terminal."""
    folder = hold_drill(workspace)

    ran = bcp("drill", "report", cwd=workspace)

    assert (ran.returncode, ran.stderr) == (0, "")
    names = {path.name for path in folder.iterdir()}
    assert {"report.docx", "report.pdf", "report.html", "report.md"} <= names
    assert "目標1件のうち0件を達成した" in ran.stdout
    text = "".join(page.extract_text() for page in PdfReader(folder / "report.pdf").pages)
    assert "訓練実施結果報告書" in text


def test_every_page_is_marked_as_an_exercise(bcp: Run, workspace: Path) -> None:
    """Nobody may take a page of it for the report of a real incident."""
    hold_drill(workspace)

    bcp("drill", "report", "--out", "r.pdf", cwd=workspace)

    for page in PdfReader(workspace / "r.pdf").pages:
        assert "訓練" in page.extract_text()
        assert "EXERCISE" in page.extract_text()


def test_the_report_is_in_the_language_asked_for(bcp: Run, workspace: Path) -> None:
    """The record is Japanese; an English report is one word away."""
    hold_drill(workspace)

    bcp("drill", "report", "fire", "--out", "r.md", "--lang", "en", cwd=workspace)

    text = (workspace / "r.md").read_text(encoding="utf-8")
    assert "After-action report" in text
    assert "Fire drill" in text
    assert "Where the minutes went" in text


def test_nothing_is_overwritten_unless_told(bcp: Run, workspace: Path) -> None:
    """A report that somebody has worked on is not lost."""
    folder = hold_drill(workspace)
    (folder / "report.docx").write_bytes(b"mine")

    ran = bcp("drill", "report", "--format", "docx,md", cwd=workspace)

    assert ran.returncode == 2
    assert "--force" in ran.stderr
    assert (folder / "report.docx").read_bytes() == b"mine"
    assert not (folder / "report.md").exists()
    assert bcp("drill", "report", "--format", "docx", "--force", cwd=workspace).returncode == 0
    assert (folder / "report.docx").read_bytes() != b"mine"


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (("drill", "report", "nothing"), "nothing"),
        (("drill", "report", "--out", "r.doc"), ".docx"),
        (("drill", "report", "--out", "no/where/r.pdf"), "no/where"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    bcp: Run, workspace: Path, arguments: tuple[str, ...], part: str
) -> None:
    """An unknown record, an unknown format, a folder that is not there."""
    hold_drill(workspace)

    ran = bcp(*arguments, cwd=workspace)

    assert ran.returncode == 2
    assert part in ran.stderr
    assert "Traceback" not in ran.stderr


def test_without_any_record_the_way_to_one_is_told(bcp: Run, workspace: Path) -> None:
    """Nothing was held yet."""
    ran = bcp("drill", "report", cwd=workspace)

    assert ran.returncode == 2
    assert "bcp drill run" in ran.stderr


def test_the_review_as_json(bcp: Run, workspace: Path) -> None:
    """Begun ten minutes late, done 13 min 20 s sooner than planned: both are told."""
    hold_drill(workspace)

    held = json.loads(bcp("drill", "report", "--json", cwd=workspace).stdout)

    desk = held["functions"]["desk"]
    assert desk["planned"] == {"downtime_s": 7200, "restored_s": 7200}
    assert desk["achieved"] == {"downtime_s": 7000, "restored_s": 7000, "is_forecast": False}
    assert desk["shares_s"]["waiting"] == 600
    assert desk["shares_s"]["slower"] == -800
    assert sum(desk["shares_s"].values()) == desk["gap_s"] == -200
    assert [item["id"] for item in held["improvements"]] == ["objective-quick", "inject-1"]
    assert [one["text"] for one in held["difficulties"]][1:] == ["手順書が古い"]
    assert held["injects"][0]["result"] == "missed"


def test_a_record_that_was_tampered_with_is_reported_with_a_warning(
    bcp: Run, workspace: Path
) -> None:
    """It is read all the same, and every reader is told."""
    folder = hold_drill(workspace)
    record = folder / "record.jsonl"
    lines = record.read_text(encoding="utf-8").splitlines(keepends=True)
    place = next(n for n, line in enumerate(lines) if "手順書" in line)
    lines[place] = lines[place].replace("手順書が古い", "問題なし")
    record.write_text("".join(lines), encoding="utf-8")

    ran = bcp("drill", "report", "--out", "r.md", cwd=workspace)

    assert ran.returncode == 0
    assert "書き換えられ" in ran.stderr
    assert "書き換えられた跡" in (workspace / "r.md").read_text(encoding="utf-8")


def test_the_report_needs_the_record_only(bcp: Run, workspace: Path) -> None:
    """Years later, the inventory may have changed or gone: the copies are enough."""
    folder = hold_drill(workspace)
    before = bcp("drill", "report", "--json", cwd=workspace).stdout
    shutil.rmtree(workspace / "inventory")
    shutil.rmtree(workspace / "scenarios")

    after = bcp("drill", "report", str(folder), "--json", cwd=workspace).stdout

    assert json.loads(after) == json.loads(before)


# --- list and improve --------------------------------------------------------------------------


def test_drills_over_the_years(bcp: Run, workspace: Path) -> None:
    """Each with its figures, the change since the time before, and what is overdue."""
    hold_drill(workspace, made="2023-11-20T10:00:00+09:00")
    slower = [(n + 600 if what != "start" else n, what, v) for n, what, v in RESTORED]
    hold_drill(workspace, slower, made="2024-11-20T10:00:00+09:00")

    held = json.loads(bcp("drill", "list", "--json", "--today", "2026-01-01", cwd=workspace).stdout)

    assert [(one["on"], one["trend"]) for one in held["drills"]] == [
        ("2023-11-20", "first"),
        ("2024-11-20", "worse"),
    ]
    assert held["drills"][0]["over_s"] == 7000 - 3600
    assert held["overdue"] == [{"drill": "fire", "last": "2024-11-20", "due": "2025-11-20"}]
    ran = bcp("drill", "list", "--today", "2025-11-20", cwd=workspace)
    assert "時期を過ぎた訓練" not in ran.stdout
    assert "↓ 0/1" in ran.stdout


def test_rehearsals_count_for_nothing(bcp: Run, workspace: Path) -> None:
    """A script has shown nothing about people: the drill was never held, its server untouched."""
    hold_drill(workspace, by="script")

    held = json.loads(bcp("drill", "list", "--json", cwd=workspace).stdout)

    assert held["drills"][0]["by"] == "script"
    assert held["overdue"] == [{"drill": "fire", "last": None, "due": None}]
    assert held["untouched"]["town"]["components"] == ["server"]


def test_what_was_dealt_with_is_no_longer_untouched(bcp: Run, workspace: Path) -> None:
    """People restored the server: component, task and function are off the list."""
    hold_drill(workspace)

    held = json.loads(bcp("drill", "list", "--json", cwd=workspace).stdout)["untouched"]["town"]

    assert (held["components"], held["tasks"], held["functions"]) == ([], [], [])
    assert held["of"] == {"components": 1, "tasks": 1, "functions": 1}


def test_an_item_gets_an_owner_and_is_overdue_until_it_is_done(bcp: Run, workspace: Path) -> None:
    """Appended to the record, which stays whole; then it is off the list."""
    hold_drill(workspace)

    first = bcp(
        *("drill", "improve", "fire", "inject-1", "--owner", "情報課", "--due", "2026-01-31"),
        cwd=workspace,
    )
    listed = json.loads(
        bcp("drill", "list", "--json", "--today", "2026-02-01", cwd=workspace).stdout
    )
    done = bcp("drill", "improve", "fire", "inject-1", "--done", "2026-02-02", cwd=workspace)
    after = bcp("drill", "list", "--json", "--today", "2026-02-03", cwd=workspace)

    assert (first.returncode, done.returncode) == (0, 0)
    assert [(one["id"], one["owner"]) for one in listed["items"]] == [("inject-1", "情報課")]
    assert json.loads(after.stdout)["items"] == []
    held = json.loads(bcp("drill", "report", "--json", cwd=workspace).stdout)
    assert held["broken_at"] is None
    item = next(one for one in held["improvements"] if one["id"] == "inject-1")
    assert (item["owner"], item["done"]) == ("情報課", "2026-02-02")


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (("inject-9", "--done"), "inject-1"),
        (("inject-1",), "--owner"),
        (("inject-1", "--due", "tomorrow"), "tomorrow"),
    ],
)
def test_an_improvement_that_cannot_be(
    bcp: Run, workspace: Path, arguments: tuple[str, ...], part: str
) -> None:
    """No such item, nothing to say, no date."""
    hold_drill(workspace)

    ran = bcp("drill", "improve", "fire", *arguments, cwd=workspace)

    assert ran.returncode == 2
    assert part in ran.stderr


# --- learn -------------------------------------------------------------------------------------


def test_measured_times_are_shown_and_written_only_when_told(bcp: Run, workspace: Path) -> None:
    """One measurement beside its estimate; measured.yaml appears with --write, once."""
    hold_drill(workspace)
    file = workspace / "inventory" / "measured.yaml"

    shown = json.loads(bcp("drill", "learn", "--json", cwd=workspace).stdout)
    assert not file.exists()
    written = bcp("drill", "learn", "--write", cwd=workspace)
    first = file.read_bytes()
    again = bcp("drill", "learn", "--write", cwd=workspace)

    (lesson,) = shown["lessons"]
    assert (lesson["estimate_s"], lesson["median_s"], lesson["count"]) == (7200, 6400, 1)
    assert "measured.yaml" in written.stdout
    assert file.read_bytes() == first
    assert again.returncode == 0
    assert b"took: 1h46m40s" in first


def test_the_plan_says_how_often_it_was_measured(bcp: Run, workspace: Path) -> None:
    """Twice, in the component's page, the procedure's and the priority table; results stay."""
    before = bcp("simulate", "crash", "--json", cwd=workspace).stdout
    hold_drill(workspace, made="2024-11-20T10:00:00+09:00")
    hold_drill(workspace)
    bcp("drill", "learn", "--write", cwd=workspace)

    for arguments in (("show", "server"), ("show", "rebuild"), ("priority",)):
        assert "実測2回（直近2025-11）" in bcp(*arguments, cwd=workspace).stdout, arguments
    english = bcp("show", "server", "--lang", "en", cwd=workspace).stdout
    assert "measured twice, last in 2025-11" in english
    assert bcp("check", cwd=workspace).returncode == 0
    assert bcp("simulate", "crash", "--json", cwd=workspace).stdout == before


def test_what_is_no_fact_about_work_is_left_out_and_told(bcp: Run, workspace: Path) -> None:
    """Broken off, done in no time, and a rehearsal: three times nothing is learnt."""
    task: dict[str, object] = {"component": "server", "task": "restore"}
    hold_drill(
        workspace,
        [
            (0, "start", {}),
            (10, "start-task", task),
            (20, "abort-task", task),
            (30, "start-task", task),
            (30, "finish-task", task),
            (40, "end", {}),
        ],
    )
    hold_drill(workspace, by="script")

    held = json.loads(bcp("drill", "learn", "--json", cwd=workspace).stdout)

    assert held["lessons"] == []
    assert held["left_out"] == {"aborted": 1, "zero": 1, "script": 1}


def test_a_file_of_somebody_elses_is_left_alone(bcp: Run, workspace: Path) -> None:
    """measured.yaml with more in it than measurements is not ours to rewrite."""
    hold_drill(workspace)
    file = workspace / "inventory" / "measured.yaml"
    file.write_text("teams: [{id: more, size: 1}]\n", encoding="utf-8")

    ran = bcp("drill", "learn", "--write", cwd=workspace)

    assert ran.returncode == 2
    assert file.read_text(encoding="utf-8") == "teams: [{id: more, size: 1}]\n"


def test_a_measurement_of_a_task_that_is_not_there_is_a_fault(bcp: Run, workspace: Path) -> None:
    """The inventory says where, and what there is instead."""
    text = "measurements:\n- {procedure: rebuild, task: dig, took: 1h, on: 2025-11-20, drill: d, record: r}\n"
    (workspace / "inventory" / "measured.yaml").write_text(text, encoding="utf-8")

    ran = bcp("check", cwd=workspace)

    assert ran.returncode == 1
    assert "measured.yaml:2: measurements[0].task" in ran.stderr + ran.stdout
    assert "restore" in ran.stderr + ran.stdout
