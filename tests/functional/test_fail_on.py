"""``bcp check --fail-on``: a plan that is not good enough ends a script."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.functional.conftest import SCENARIO, Run

HARMLESS = (
    SCENARIO.replace("crash", "calm").replace("故障", "平穏").replace("{id: server}", "{id: spare}")
)


@pytest.fixture
def town(workspace: Path) -> Path:
    """Return a workspace in which one of two scenarios breaks the RTO: 2 h against 1 h."""
    spare = "  - {id: spare, name: 予備機, kind: server, procedure: rebuild}\n"
    path = workspace / "inventory" / "all.yaml"
    text = path.read_text(encoding="utf-8").replace("functions:\n", f"{spare}functions:\n")
    path.write_text(text, encoding="utf-8")
    (workspace / "scenarios" / "calm.yaml").write_text(HARMLESS, encoding="utf-8")
    return workspace


def checked(bcp: Run, town: Path, *options: str, status: int) -> dict[str, Any]:
    run = bcp("check", "--json", *options, cwd=town)
    assert run.returncode == status, run.stderr
    document: dict[str, Any] = json.loads(run.stdout)
    return document


def test_a_missed_target_is_status_3_and_named(bcp: Run, town: Path) -> None:
    """With scenario and function, and with the figures."""
    document = checked(bcp, town, "--fail-on", "rto", status=3)

    (failed,) = document["failed"]
    assert {key: failed[key] for key in ("scenario", "function", "on")} == {
        "scenario": "crash",
        "function": "desk",
        "on": "rto",
    }
    assert (failed["downtime_s"], failed["target_s"]) == (7200, 3600)
    assert [held["id"] for held in document["played"]] == ["calm", "crash"]
    assert document["faults"] == []


def test_what_was_not_asked_for_fails_nothing(bcp: Run, town: Path) -> None:
    """The MTPD of a day is kept; without --fail-on nothing is played at all."""
    assert checked(bcp, town, "--fail-on", "mtpd,deadlock,rpo", status=0)["failed"] == []
    assert "failed" not in checked(bcp, town, status=0)


def test_only_the_scenarios_that_are_named_are_played(bcp: Run, town: Path) -> None:
    """By id or file, repeated at will."""
    calm = checked(bcp, town, "--fail-on", "rto", "--scenario", "calm", status=0)
    both = ("--scenario", "calm", "--scenario", "scenarios/crash.yaml")

    assert [held["id"] for held in calm["played"]] == ["calm"]
    assert len(checked(bcp, town, "--fail-on", "rto", *both, status=3)["played"]) == 2


def test_the_kept_answer_fails_too(bcp: Run, town: Path) -> None:
    """Asked again about the same files, the answer and the status are the same."""
    first = bcp("check", "--fail-on", "rto", cwd=town)
    second = bcp("check", "--fail-on", "rto", cwd=town)
    plain = bcp("check", cwd=town)

    assert (first.returncode, second.returncode, plain.returncode) == (3, 3, 0)
    assert (first.stdout, first.stderr) == (second.stdout, second.stderr)
    assert "窓口" not in plain.stderr


def test_a_changed_scenario_is_played_again(bcp: Run, town: Path) -> None:
    """What was kept holds only as long as nothing changed."""
    assert bcp("check", "--fail-on", "rto", cwd=town).returncode == 3
    path = town / "scenarios" / "crash.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("{id: server}", "{id: spare}"))

    assert bcp("check", "--fail-on", "rto", cwd=town).returncode == 0


def test_a_file_outside_is_never_kept(bcp: Run, town: Path, tmp_path: Path) -> None:
    """A scenario that nobody watches may change unseen."""
    path = tmp_path / "mine.yaml"
    path.write_text(SCENARIO, encoding="utf-8")
    asked = ("check", "--fail-on", "rto", "--scenario", path, "--inventory", "inventory")
    assert bcp(*asked, cwd=town).returncode == 3
    path.write_text(HARMLESS, encoding="utf-8")

    assert bcp(*asked, cwd=town).returncode == 0


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "ja",
            [
                "故障（crash）",
                "窓口: 停止2時間、RTO 1時間",
                "--fail-on rto: 1件の被害想定で、延べ1件",
            ],
        ),
        ("en", ["故障 (crash)", "窓口: down for 2h, RTO 1h", "--fail-on rto: 1 found in 1"]),
    ],
)
def test_people_read_which_and_by_how_much(
    bcp: Run, town: Path, lang: str, said: list[str]
) -> None:
    """In both languages; the sum on standard error."""
    run = bcp("check", "--fail-on", "rto", "--lang", lang, cwd=town)

    assert all(text in run.stdout for text in said[:2])
    assert said[2] in run.stderr


def test_a_plan_that_holds_is_told_so(bcp: Run, town: Path) -> None:
    """Silence would leave open whether anything was played."""
    run = bcp("check", "--fail-on", "mtpd", "--lang", "en", cwd=town)

    assert "All of 2 scenarios are within the targets (--fail-on mtpd)" in run.stdout
    assert run.stderr == ""


def test_a_deadlock_is_named_by_its_components(bcp: Run, examples: Path, tmp_path: Path) -> None:
    """It is of no function alone."""
    scenario = examples / "knot" / "scenario.yaml"
    options = ("--inventory", examples / "knot" / "inventory", "--scenario", scenario)
    run = bcp("check", "--json", "--fail-on", "deadlock", *options)

    (failed,) = json.loads(run.stdout)["failed"]
    assert run.returncode == 3
    assert failed["function"] is None
    assert len(failed["ids"]) > 1


def test_faults_come_first(bcp: Run, town: Path) -> None:
    """Nothing is played on files that are at fault: status 1, and no word of targets."""
    (town / "inventory" / "more.yaml").write_text("components: [{id: x, kindd: server}]")

    run = bcp("check", "--json", "--fail-on", "rto", cwd=town)

    assert run.returncode == 1
    assert "failed" not in json.loads(run.stdout)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--scenario", "crash"], "--scenario goes with --fail-on"),
        (["--fail-on", "rto", "--scenario", "crsh"], "did you mean `crash`?"),
        (["--fail-on", "rtoo"], "cannot be `rtoo`"),
    ],
)
def test_what_cannot_be_asked_is_status_2(
    bcp: Run, town: Path, options: list[str], said: str
) -> None:
    """With what would be right."""
    run = bcp("check", *options, "--lang", "en", cwd=town)

    assert run.returncode == 2
    assert said in run.stderr


def test_without_any_scenario_nothing_can_be_promised(bcp: Run, workspace: Path) -> None:
    """A check that played nothing must not look like one that passed."""
    (workspace / "scenarios" / "crash.yaml").unlink()

    run = bcp("check", "--fail-on", "rto", "--lang", "en", cwd=workspace)

    assert run.returncode == 2
    assert "no scenario of this inventory to play" in run.stderr
