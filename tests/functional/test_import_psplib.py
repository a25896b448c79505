"""``bcp import psplib``: a project of the library becomes a workspace whose loss is the makespan."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.functional.conftest import Run

STARS = "*" * 72
DASHES = "-" * 72
SMALL = f"""\
{STARS}
projects                      :  1
jobs (incl. supersource/sink ):  6
RESOURCES
  - renewable                 :  2   R
  - nonrenewable              :  0   N
  - doubly constrained        :  0   D
{STARS}
PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
   1        1          3           2   3   4
   2        1          1           5
   3        1          1           6
   4        1          1           6
   5        1          1           6
   6        1          0
{STARS}
REQUESTS/DURATIONS:
jobnr. mode duration  R 1  R 2
{DASHES}
  1      1     0       0    0
  2      1     3       2    0
  3      1     4       1    1
  4      1     2       2    1
  5      1     1       0    2
  6      1     0       0    0
{STARS}
RESOURCEAVAILABILITIES:
  R 1  R 2
    3    2
{STARS}
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "tiny_1.sm"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_project_becomes_a_workspace(bcp: Run, small: Path, tmp_path: Path, lang: str) -> None:
    """The workspace is in order, its scenario plays, and the loss is the makespan in periods."""
    made = bcp("import", "psplib", small, cwd=tmp_path, BCP_LANG=lang)
    assert made.returncode == 0, made.stderr

    folder = tmp_path / "tiny-1"
    played = bcp("simulate", "start", "--inventory", folder, "--json", cwd=tmp_path)
    assert played.returncode == 0, played.stderr
    result = json.loads(played.stdout)
    # 2 and 3 at once, 5 after 2 as resource 2 is free at 4h, 4 after 2 by resource 1.
    assert result["loss"] == max(task["finish_s"] for task in result["tasks"]) / 3600
    assert result["functions"]["project"]["restored_s"] == result["loss"] * 3600
    assert {task["component"] for task in result["tasks"]} == {"job-2", "job-3", "job-4", "job-5"}


def test_what_was_made_is_told_as_json(bcp: Run, small: Path, tmp_path: Path) -> None:
    """One document on standard output: the files, and how much there is in them."""
    made = bcp("import", "psplib", small, tmp_path / "there", "--json", cwd=tmp_path)

    assert json.loads(made.stdout) == {
        "files": [
            str(tmp_path / "there" / "inventory" / "project.yaml"),
            str(tmp_path / "there" / "scenarios" / "start.yaml"),
        ],
        "jobs": 4,
        "resources": 2,
    }


def test_nothing_is_overwritten(bcp: Run, small: Path, tmp_path: Path) -> None:
    """A folder in which something lies is left as it is."""
    (tmp_path / "tiny-1").mkdir()
    (tmp_path / "tiny-1" / "mine").touch()
    made = bcp("import", "psplib", small, cwd=tmp_path)

    assert made.returncode == 2
    assert [path.name for path in (tmp_path / "tiny-1").iterdir()] == ["mine"]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_fault_is_told_with_its_line(
    bcp: Run, small: Path, tmp_path: Path, lang: str
) -> None:
    """A file at fault: status 1, each fault with its line, and nothing is made."""
    text = SMALL.replace("2      1     3       2    0", "2      1     3       9    0")
    text = text.replace("3        1          1           6", "3        1          2           6")
    small.write_text(text, encoding="utf-8")
    made = bcp("import", "psplib", small, "--lang", lang, cwd=tmp_path)

    assert made.returncode == 1
    lines = made.stderr.splitlines()
    assert lines[0].startswith(f"{small}:13: ")
    assert lines[1].startswith(f"{small}:22: ")
    assert not (tmp_path / "tiny-1").exists()


def test_a_multi_mode_file_is_refused(bcp: Run, small: Path, tmp_path: Path) -> None:
    """Modes and resources that are used up are no part of the single-mode format."""
    text = SMALL.replace("nonrenewable              :  0", "nonrenewable              :  2")
    small.write_text(text.replace("2        1          1", "2        3          1"), "utf-8")
    made = bcp("import", "psplib", small, "--lang", "en", cwd=tmp_path)

    assert made.returncode == 1
    assert "used up (nonrenewable)" in made.stderr
