"""``bcp drill run`` and ``resume`` as people type them, and what scripts and records do there."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bcp.cli.drilling import THEMES
from bcp.drill.live.commands import Note, Start
from bcp.drill.record.journal import RECORD
from bcp.drill.record.records import RECORDS, hold_record
from bcp.drill.session import HandClock
from tests.support.records import many_injects, record_at, workspace_at

Run = Callable[..., subprocess.CompletedProcess[str]]

SCRIPT = """
- {at: 0, do: start}
- {at: 30s, do: start-task, component: server, task: restore}
- {at: 40.5, do: note, text: 復旧に着手}
- {at: 41, do: start, refused: true}
- {at: 10m, do: fire, inject: 3}
- {at: 12m, do: finish-task, component: server, task: restore}
- {at: 13m, do: undo, entry: 4}
- {at: 20m, do: end}
- {at: 25m, do: rate, objective: back, rating: S, text: よい}
"""


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """Return a workspace with a drill and a script for it."""
    folder = workspace_at(tmp_path / "work")
    (folder / "s.yaml").write_text(SCRIPT, encoding="utf-8")
    return folder


def records(work: Path) -> list[Path]:
    return sorted(path.parent for path in (work / RECORDS).glob(f"*/*/{RECORD}"))


def printed(done: subprocess.CompletedProcess[str]) -> Any:
    """Return the JSON document of a command that succeeded."""
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_final_state_of_a_script(bcp: Run, work: Path) -> None:
    """Worked out by hand: the clock runs ×10, so that 12 minutes are two hours."""
    told = printed(bcp("drill", "run", "down", "--script", "s.yaml", cwd=work))

    assert [told[key] for key in ("drill", "scenario", "inventory")] == ["down", "crash", "town"]
    assert (told["phase"], told["exercise_ms"], told["scenario_s"]) == ("ended", 1_200_000, 12_000)
    assert told["functions"]["desk"] == {
        "down": [[0, 7200]],
        "restored_s": 7200,
        "downtime_s": 7200,
        "rto_s": 3600,
        "rto_met": False,
        "forecast_s": 7200,
        "planned_s": 7200,
    }
    assert told["components"] == {"server": {"up": True, "down": [[0, 7200]]}}
    (task,) = told["tasks"]
    assert (task["task"], task["attempt"]) == ("restore", 1)
    moments = [task[key] for key in ("start_s", "finish_s", "aborted_s", "planned_s", "by_plan")]
    assert moments == [300, 7200, None, 7200, False]
    (objective,) = told["objectives"]
    assert objective == {
        "id": "back",
        "rating": "S",
        "text": "よい",
        "within_s": 10_800,
        "reached_s": 7200,
        "met": True,
    }
    fired = [
        (row["no"], row["status"], row["fired_s"], row["fired_ms"], row["by"])
        for row in told["injects"]
    ]
    assert fired == [
        ("1", "missed", 300, 30_000, "clock"),
        ("2", "fired", 1020, 102_000, "condition"),
        ("3", "fired", 6000, 600_000, "hand"),
    ]
    assert [item["id"] for item in told["improvements"]] == ["inject-1"]
    log = [(row["n"], row["kind"], row["undone"]) for row in told["log"]]
    assert log == [
        (1, "started", False),
        (2, "inject-fired", False),
        (3, "task-started", False),
        (4, "noted", True),
        (5, "inject-fired", False),
        (6, "inject-fired", False),
        (7, "task-finished", False),
        (8, "undone", False),
        (9, "ended", False),
        (10, "rated", False),
    ]


@pytest.mark.parametrize("page", ["docs/drill-records.md", "docs/ja/drill-records.md"])
def test_every_key_of_the_final_state_is_documented(
    bcp: Run, work: Path, root: Path, page: str
) -> None:
    """In both languages, those of functions, tasks, injects and so on as well."""
    told = printed(bcp("drill", "run", "down", "--script", "s.yaml", "--no-record", cwd=work))
    text = (root / page).read_text(encoding="utf-8")
    keys = set(told)
    for held in told.values():
        rows = [*held.values()] if isinstance(held, dict) else held
        keys |= {key for row in rows[:1] for key in row} if isinstance(rows, list) else set()

    assert {"restored_s", "by_plan", "met", "fired_ms", "owner", "edited"} <= keys
    assert {key for key in keys if f"`{key}`" not in text} == set()


def test_the_same_script_gives_the_same_record(bcp: Run, work: Path) -> None:
    """To the byte, dated by the plan; and that record played as a script ends the same."""
    first = bcp("drill", "run", "down", "--script", "s.yaml", cwd=work)
    bcp("drill", "run", "down", "--script", "s.yaml", "--json", cwd=work)
    one, two = records(work)
    assert one.relative_to(work / RECORDS).as_posix() == "down/20261125-1000"
    assert (one / RECORD).read_bytes() == (two / RECORD).read_bytes()

    again = bcp("drill", "run", "down", "--script", one, "--no-record", cwd=work)
    assert printed(again) == printed(first)
    assert again.stdout == first.stdout
    assert len(records(work)) == 2
    assert str(one.relative_to(work)) in first.stderr.replace("\\", "/")


def test_a_record_goes_where_it_was_told(bcp: Run, work: Path) -> None:
    """Once; the second time that folder is refused."""
    arguments = ("drill", "run", "down", "--script", "s.yaml", "--record", "mine")
    printed(bcp(*arguments, cwd=work))
    assert (work / "mine" / RECORD).is_file()

    again = bcp(*arguments, cwd=work)
    assert (again.returncode, again.stdout) == (2, "")
    assert "mine" in again.stderr


def test_outside_of_a_workspace(bcp: Run, work: Path, tmp_path: Path) -> None:
    """A drill beside its inventory and scenario keeps its records beside itself."""
    for name in ("inventory", "scenarios/crash.yaml", "drills/down.yaml"):
        (work / name).rename(tmp_path / Path(name).name)
    text = (tmp_path / "down.yaml").read_text(encoding="utf-8")
    (tmp_path / "down.yaml").write_text(
        text.replace("scenario: crash", "scenario: crash.yaml"), encoding="utf-8"
    )

    printed(bcp("drill", "run", "down.yaml", "--script", "work/s.yaml", cwd=tmp_path))
    assert [*(tmp_path / "records").glob(f"down/*/{RECORD}")]


def test_a_script_that_goes_wrong_names_its_line(bcp: Run, work: Path) -> None:
    """What was done until then is recorded; nothing is printed as if it were an outcome."""
    script = "- {at: 0, do: start}\n- {at: 5, do: note, text: a}\n- {at: 6, do: start}\n"
    (work / "s.yaml").write_text(script, encoding="utf-8")
    done = bcp("drill", "run", "down", "--script", "s.yaml", "--lang", "en", cwd=work)
    assert (done.returncode, done.stdout) == (1, "")
    assert "s.yaml:3: [2]: refused: the drill has started" in done.stderr
    assert (records(work)[0] / RECORD).read_bytes().count(b"\n") == 3

    (work / "s.yaml").write_text("- {at: 0, do: start, refused: true}", encoding="utf-8")
    done = bcp("drill", "run", "down", "--script", "s.yaml", "--no-record", cwd=work)
    assert (done.returncode, done.stdout) == (1, "")
    assert "s.yaml:1: [0]: refused: true とありますが" in done.stderr


def test_every_fault_of_a_script_at_once(bcp: Run, work: Path) -> None:
    """In the language of the drill, before anything is recorded."""
    script = "- {at: 0, do: strat}\n- {at: x, do: note, txt: a}\n"
    (work / "s.yaml").write_text(script, encoding="utf-8")
    done = bcp("drill", "run", "down", "--script", "s.yaml", cwd=work)

    assert (done.returncode, done.stdout) == (1, "")
    told = [line.split(": ")[0:2] for line in done.stderr.splitlines()[:-1]]
    assert told == [
        ["s.yaml:1", "[0].do"],
        ["s.yaml:2", "[1]"],
        ["s.yaml:2", "[1].at"],
        ["s.yaml:2", "[1].txt"],
    ]
    assert "「start」ではありませんか" in done.stderr
    assert records(work) == []


def test_without_a_terminal(bcp: Run, work: Path) -> None:
    """There is no screen to open: that is said, and what to do; no record is made."""
    for arguments, hint in (
        (("run", "down"), "--script"),
        (("run", "down", "--no-record"), "--script"),
        (("resume",), "--json"),
    ):
        done = bcp("drill", *arguments, "--lang", "en", cwd=work)
        assert (done.returncode, done.stdout) == (2, "")
        assert hint in done.stderr
    assert records(work) == []


def test_how_a_recorded_drill_stands(bcp: Run, work: Path) -> None:
    """By drill, by name, by folder, or the latest; a damaged last line is set aside and told."""
    folder, clock = record_at(work), HandClock()
    with hold_record(folder, clock) as held:
        session = held.session(clock)
        session.do(Start())
        clock.milliseconds += 29_000
        session.do(Note(text="a note"))
    with (folder / RECORD).open("ab") as stream:
        stream.write(b'{"n":3,')

    done = bcp("drill", "resume", "--json", cwd=work)
    told = printed(done)
    assert (told["phase"], told["exercise_ms"], told["scenario_s"]) == ("running", 29_000, 290)
    assert "record.damaged-1" in done.stderr
    for named in ("down", "down/20261125-1000", folder):
        again = bcp("drill", "resume", named, "--json", cwd=work)
        assert printed(again) == told
        assert again.stderr == ""
    assert bcp("drill", "resume", "dwon", "--json", cwd=work).returncode == 2


def test_a_tampered_record_is_not_gone_on_with(bcp: Run, work: Path) -> None:
    """The line is named, and the record left as it is."""
    printed(bcp("drill", "run", "down", "--script", "s.yaml", cwd=work))
    file = records(work)[0] / RECORD
    data = file.read_bytes().replace("復旧に着手".encode(), "復旧が完了".encode())
    file.write_bytes(data)

    done = bcp("drill", "resume", "down", "--json", cwd=work)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"{RECORD}:5: " in done.stderr
    assert file.read_bytes() == data


def test_a_record_in_use(bcp: Run, work: Path) -> None:
    """The second terminal is told who holds it and how to look on."""
    folder = record_at(work)
    with hold_record(folder, HandClock()):
        done = bcp("drill", "resume", "--json", "--lang", "en", cwd=work)
    assert (done.returncode, done.stdout) == (2, "")
    assert "bcp drill watch" in done.stderr


def test_a_script_of_hundreds_of_injects(bcp: Run, work: Path) -> None:
    """Each is given once, those of one moment in the order of the file."""
    workspace_at(work, many_injects())
    script = "- {at: 0, do: start}\n- {at: 1h, do: wait}\n"
    (work / "s.yaml").write_text(script, encoding="utf-8")
    told = printed(bcp("drill", "run", "down", "--script", "s.yaml", "--no-record", cwd=work))

    given = [row["text"] for row in told["log"] if row["kind"] == "inject-fired"]
    assert len(given) == len(told["injects"]) - 1 == 120
    timed = [row for row in told["injects"] if row["by"] == "clock"]
    moments = [row["fired_s"] for row in timed]
    assert moments == sorted(moments) == [n // 2 * 40 for n in range(1, 61)]


def test_the_looks_that_can_be_asked_for() -> None:
    """They are those that the screen has."""
    from bcp.tui.themes import THEMES as HELD

    assert tuple(HELD) == THEMES
