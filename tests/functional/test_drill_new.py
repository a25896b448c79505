"""``bcp drill new`` as people run it: a draft to go on from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.functional.conftest import Run


def test_a_draft_is_made_where_drills_lie_and_is_in_order(bcp: Run, tmp_path: Path) -> None:
    """The draft of a scenario lies in the workspace, is listed and free of faults."""
    bcp("init", "work", cwd=tmp_path)
    workspace = tmp_path / "work"

    made = bcp("drill", "new", "ransomware", "--json", cwd=workspace)
    checked = bcp("check", "--json", cwd=workspace)

    assert made.returncode == 0, made.stderr
    document = json.loads(made.stdout)
    assert document["files"] == [str(Path("drills/chikusei/ransomware-drill.yaml"))]
    assert 20 <= document["injects"] <= 30
    assert checked.returncode == 0, checked.stdout
    text = (workspace / "drills/chikusei/ransomware-drill.yaml").read_text(encoding="utf-8")
    first, second = text.splitlines()[:2]
    assert first == "# yaml-language-server: $schema=../../schemas/drill.schema.json"
    assert second.startswith("# ")


def test_the_facilitator_is_told_what_comes_next(bcp: Run, workspace: Path) -> None:
    """What was drafted, what to look at and which commands to try are printed, in two languages."""
    japanese = bcp("drill", "new", "crash", "--id", "a", cwd=workspace)
    english = bcp("drill", "new", "crash", "--id", "b", "--lang", "en", cwd=workspace)

    assert "bcp drill run a" in japanese.stdout
    assert "手で確かめること" in japanese.stdout
    assert "bcp drill run b" in english.stdout
    assert "Look at by hand" in english.stdout


def test_nothing_is_overwritten(bcp: Run, workspace: Path) -> None:
    """A second draft of the same name is refused, and the first is left as it is."""
    bcp("drill", "new", "crash", cwd=workspace)
    path = next((workspace / "drills").rglob("*.yaml"))
    path.write_text(path.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")

    again = bcp("drill", "new", "crash", cwd=workspace)

    assert again.returncode == 2
    assert path.name in again.stderr
    assert path.read_text(encoding="utf-8").endswith("# mine\n")


def test_a_draft_of_a_file_names_the_file(bcp: Run, workspace: Path) -> None:
    """Where the scenario is given as a file, the draft finds it from where it lies itself."""
    (workspace / "out").mkdir()

    made = bcp(
        "drill", "new", "scenarios/crash.yaml", "--out", "out/mine.yaml", "--length", "30m",
        cwd=workspace,
    )  # fmt: skip

    assert made.returncode == 0, made.stderr
    text = (workspace / "out" / "mine.yaml").read_text(encoding="utf-8")
    assert "  id: mine\n" in text
    assert "  scenario: ../scenarios/crash.yaml\n" in text
    assert "  length: 30m\n" in text
    sheet = bcp("drill", "msel", "out/mine.yaml", "--out", "mine.xlsx", cwd=workspace)
    assert sheet.returncode == 0, sheet.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("--id", "A b"),
        ("--length", "3"),
        ("--length", "5m"),
        ("--kind", "party"),
        ("--out", "mine.txt"),
        ("--out", "nowhere/mine.yaml"),
    ],
)
def test_what_cannot_be_is_refused(arguments: tuple[str, ...], bcp: Run, workspace: Path) -> None:
    """A wrong id, length, kind or place is said, and nothing is written."""
    made = bcp("drill", "new", "crash", *arguments, cwd=workspace)

    assert made.returncode == 2
    assert any(word in made.stderr for word in arguments)
    assert [*(workspace / "drills").rglob("*")] == []
