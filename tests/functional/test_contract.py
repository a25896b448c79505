"""What scripts rely on: JSON, exit statuses, standard output and standard error."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import pytest

from tests.functional.conftest import Run

NAMES = ("chain", "flicker", "knot", "night", "pair", "reserve")


def assert_covers(actual: Any, expected: Any, where: str) -> None:
    """Assert that *actual* has all that *expected* has; keys beyond it are free."""
    if isinstance(expected, dict):
        for key, item in expected.items():
            assert_covers(actual[key], item, f"{where}/{key}")
    else:
        assert actual == expected, where


@pytest.mark.parametrize("name", NAMES)
def test_worked_example(bcp: Run, examples: Path, name: str) -> None:
    """Each worked example comes out exactly, as one JSON document and nothing else."""
    folder = examples / name
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))

    run = bcp("simulate", folder / "scenario.yaml", "--inventory", folder / "inventory", "--json")

    assert (run.returncode, run.stderr) == (0, "")
    document = json.loads(run.stdout)
    assert_covers(document, expected, name)
    assert document["components"].keys() == expected["components"].keys()
    assert document["bound"] is None


def test_recovery_order_and_chain_of_the_chain(bcp: Run, examples: Path) -> None:
    """The recovery order names every damaged component, and the chain has no gap."""
    document = json.loads(bcp("simulate", examples / "chain" / "scenario.yaml", "--json").stdout)

    order = document["recovery_order"]
    assert [(row["rank"], row["component"], row["start_s"], row["finish_s"]) for row in order] == [
        (1, "db-server", 0, 10_800),
        (2, "app-server", 1_800, 18_000),
    ]
    assert [row["unlocks"] for row in order] == [["certificates"], ["certificates"]]
    assert all(row["reason"] and row["required_by_s"] == 13_200 for row in order)
    function = document["functions"]["certificates"]
    chain = function["critical_chain"]
    assert (chain[0]["from_s"], chain[-1]["to_s"]) == (0, 19_200)
    assert all(a["to_s"] == b["from_s"] for a, b in itertools.pairwise(chain))
    assert function["causes"] == ["app-server", "db-server"]


def test_priority_without_a_scenario(bcp: Run, examples: Path) -> None:
    """The priority table has the keys of the contract, its tiers as text."""
    run = bcp("priority", "--inventory", examples / "chain" / "inventory", "--json")

    document = json.loads(run.stdout)
    assert (document["inventory"], document["scenario"]) == ("chain", None)
    keys = ("rank", "component", "tier", "required_by_s", "latest_start_s", "slack_s", "unlocks")
    assert [[row[key] for key in keys] for row in document["order"]] == [
        [1, "db-server", "24h", 13_200, 3_600, 3_600, ["certificates"]],
        [2, "app-server", "24h", 13_200, 4_200, 4_200, ["certificates"]],
        [3, "registry", "24h", 14_400, 13_200, 13_200, ["certificates"]],
    ]


def test_priority_with_a_scenario(bcp: Run, examples: Path) -> None:
    """With a scenario the table is about what it damages."""
    document = json.loads(bcp("priority", examples / "chain" / "scenario.yaml", "--json").stdout)

    assert document["scenario"] == "both-servers"
    assert [row["component"] for row in document["order"]] == ["db-server", "app-server"]


@pytest.mark.parametrize(
    ("example", "words", "status"),
    [
        ("chain", ["rto"], 3),
        ("chain", ["mtpd"], 0),
        ("chain", ["mtpd,deadlock"], 0),
        ("knot", ["deadlock"], 3),
        ("knot", ["mtpd", "rpo"], 3),
        ("chain", [], 0),
    ],
)
def test_fail_on(bcp: Run, examples: Path, example: str, words: list[str], status: int) -> None:
    """--fail-on turns what it names into status 3, and says so on standard error only."""
    options = [part for word in words for part in ("--fail-on", word)]

    run = bcp("simulate", examples / example / "scenario.yaml", "--json", *options)

    assert run.returncode == status
    assert json.loads(run.stdout)["scenario"]
    assert bool(run.stderr) == (status == 3)


def test_check_as_json(bcp: Run, workspace: Path) -> None:
    """A check prints counts and findings, each with file and line."""
    run = bcp("check", "--json", cwd=workspace)

    document = json.loads(run.stdout)
    assert run.returncode == 0
    assert document["faults"] == []
    assert document["counts"]["scenarios"] == 1
    held = [f for f in document["findings"] if f["kind"] == "single-point"]
    assert held[0]["ids"] == ["server"]
    assert held[0]["places"] == [{"id": "server", "file": "inventory/all.yaml", "line": 3}]


def test_check_of_faulty_files_as_json(bcp: Run, workspace: Path) -> None:
    """Faults come as JSON on standard output, as text on standard error, with status 1."""
    (workspace / "inventory" / "more.yaml").write_text("components: [{id: x, kindd: server}]")

    run = bcp("check", "--json", cwd=workspace)

    faults = json.loads(run.stdout)["faults"]
    assert run.returncode == 1
    assert {fault["file"] for fault in faults} == {"inventory/more.yaml"}
    assert all(fault["line"] == 1 for fault in faults)
    assert run.stderr.count("inventory/more.yaml:1") == len(faults)


def test_show_as_json(bcp: Run, workspace: Path) -> None:
    """What a thing needs, who needs it and what stops with it, by id."""
    document = json.loads(bcp("show", "server", "--json", cwd=workspace).stdout)

    assert (document["needed_by"], document["stops"]) == (["desk"], ["desk"])


def test_list_as_json(bcp: Run, workspace: Path) -> None:
    """Inventories and scenarios are listed with their names."""
    document = json.loads(bcp("list", "--json", cwd=workspace).stdout)

    assert [held["id"] for held in document["scenarios"]] == ["crash"]
    assert document["scenarios"][0]["name"] == "故障"


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("simulate",),
        ("simulate", "crash", "more"),
        ("simulate", "crash", "--strategy", "best"),
        ("simulate", "crash", "--fail-on", "rtoo"),
        ("simulate", "crash", "--inventory"),
        ("check", "--al"),
        ("check", "--lang", "fr"),
        ("simulate", "crush"),
        ("show", "sever"),
        ("check", "--inventory", "nowhere-else"),
        ("chart", "timeline", "crash", "-o", "x.gif"),
        ("chart", "pie"),
        ("init", "inventory"),
        ("init", "new", "--from", "atlantis"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_misuse(bcp: Run, workspace: Path, arguments: tuple[str, ...], lang: str) -> None:
    """Asking for what cannot be is status 2 and a sentence in the user's language."""
    run = bcp(*arguments, cwd=workspace, BCP_LANG=lang)

    assert (run.returncode, run.stdout) == (2, "")
    assert "Traceback" not in run.stderr
    is_japanese = any("\u3040" <= sign <= "\u30ff" for sign in run.stderr)
    assert is_japanese == (lang == "ja"), run.stderr


def test_a_near_miss_is_suggested(bcp: Run, workspace: Path) -> None:
    """Whoever mistypes a command, option or id is told the right one."""
    assert "`check`" in bcp("chek", cwd=workspace, BCP_LANG="en").stderr
    assert "`--json`" in bcp("check", "--jsn", cwd=workspace, BCP_LANG="en").stderr
    assert "`crash`" in bcp("simulate", "crush", cwd=workspace, BCP_LANG="en").stderr
    assert "server" in bcp("show", "sever", cwd=workspace, BCP_LANG="en").stderr


def test_language_before_and_after_the_command(bcp: Run, workspace: Path) -> None:
    """--lang is heard wherever it stands; without it the organisation's language is spoken."""
    english = bcp("--lang", "en", "check", cwd=workspace).stdout

    assert english == bcp("check", "--lang", "en", cwd=workspace).stdout
    assert "No faults" in english
    assert "誤りはありません" in bcp("check", cwd=workspace).stdout


def test_a_changed_file_is_checked_again(bcp: Run, workspace: Path) -> None:
    """A check that was kept is not shown for other files."""
    first = bcp("check", cwd=workspace)
    again = bcp("check", cwd=workspace)
    file = workspace / "inventory" / "all.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("2h", "30m"), encoding="utf-8")
    changed = bcp("check", cwd=workspace)

    assert first.stdout == again.stdout
    assert "重大" in first.stdout
    assert "重大" not in changed.stdout
