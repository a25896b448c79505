"""The page on reviewing a plan as a diff: its scripts are run, its pipelines read."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.functional.conftest import INVENTORY, SCENARIO

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "docs" / folder / "review-in-ci.md" for folder in ("how-to", "ja/how-to")]
FENCED = re.DOTALL | re.MULTILINE

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def blocks(page: Path, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", page.read_text(encoding="utf-8"), FENCED)


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Town", "-c", "user.email=town@example.jp", "-c", "commit.gpgsign=false")
    command = ["git", *who, "-c", "init.defaultBranch=main", *arguments]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a clone of a plan that is kept elsewhere, with `bcp` on the path."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    tools, kept, here = (tmp_path / name for name in ("tools", "kept", "here"))
    tools.mkdir()
    command = tools / "bcp"
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m bcp "$@"\n')
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    for name, text in (("inventory", INVENTORY), ("scenarios", SCENARIO)):
        (kept / name).mkdir(parents=True)
        (kept / name / "all.yaml").write_text(text, encoding="utf-8")
    git(kept, "init", "--quiet")
    git(kept, "add", ".")
    git(kept, "commit", "--quiet", "-m", "first")
    git(tmp_path, "clone", "--quiet", str(kept), str(here))
    git(here, "tag", "reviewed")
    return here


def scripts(page: Path, folder: Path) -> None:
    """Put the scripts of the page where it says."""
    for text in blocks(page, "sh"):
        found = re.search(r"^# (\w+\.sh)", text, re.MULTILINE)
        assert found is not None
        (folder / found[1]).write_text(text, encoding="utf-8")


def sh(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def propose(folder: Path, old: str, new: str) -> None:
    path = folder / "inventory" / "all.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@needs_git
def test_a_proposal_that_holds_passes(clone: Path) -> None:
    """With the plan, the page and what was found beside it, the change told in the page."""
    scripts(PAGES[1], clone)
    propose(clone, "duration: 2h", "duration: 3h")

    run = sh(clone, "review.sh")

    assert run.returncode == 0, run.stderr
    made = {path.name for path in (clone / "review").iterdir()}
    assert {"plan.docx", "plan.pdf", "report.html", "check.txt"} <= made
    assert "rebuild" in (clone / "review" / "report.html").read_text(encoding="utf-8")


@needs_git
def test_a_proposal_that_breaks_a_target_fails_and_can_still_be_read(clone: Path) -> None:
    """Beyond the MTPD of a day: status 3, the function named, the papers made."""
    scripts(PAGES[0], clone)
    propose(clone, "duration: 2h", "duration: 30h")

    run = sh(clone, "review.sh", "origin/main")

    assert run.returncode == 3
    assert "窓口" in run.stdout
    assert (clone / "review" / "plan.docx").exists()


@needs_git
def test_a_proposal_at_fault_ends_at_once(clone: Path) -> None:
    """Status 1, with file and line."""
    scripts(PAGES[0], clone)
    propose(clone, "kind: server", "kind: sever")

    run = sh(clone, "review.sh")

    assert run.returncode == 1
    assert "inventory/all.yaml:3" in run.stderr


@needs_git
def test_the_nightly_review_does_nothing_until_something_arrives(clone: Path) -> None:
    """And then reviews it once."""
    scripts(PAGES[0], clone)
    assert sh(clone, "nightly.sh").returncode == 0
    assert not (clone / "review").exists()
    kept = clone.parent / "kept"
    propose(kept, "duration: 2h", "duration: 3h")
    git(kept, "commit", "--quiet", "-am", "second")

    run = sh(clone, "nightly.sh")

    assert run.returncode == 0, run.stderr
    assert (clone / "review" / "plan.docx").exists()
    shutil.rmtree(clone / "review")
    assert sh(clone, "nightly.sh").returncode == 0
    assert not (clone / "review").exists()


@pytest.mark.parametrize("page", PAGES, ids=["en", "ja"])
def test_pipelines_run_the_script_and_keep_the_papers(page: Path) -> None:
    """Whatever else they do; both are in order as YAML."""
    github, gitlab = (yaml.safe_load(text) for text in blocks(page, "yml"))
    review = gitlab["review"]

    steps = github["jobs"]["review"]["steps"]
    ran = [step["run"] for step in steps if "run" in step]
    assert any(line.startswith("sh review.sh") for line in ran)
    assert not any("${{" in line for line in ran)
    assert steps[0]["with"]["fetch-depth"] == 0
    assert steps[-1]["with"]["path"] == "review/"
    assert review["variables"]["GIT_DEPTH"] == "0"
    assert review["script"][-1].startswith("sh review.sh")
    assert review["artifacts"] == {"when": "always", "paths": ["review/"]}


def test_both_languages_show_the_same_commands() -> None:
    """Remarks aside."""
    one, two = (
        [re.sub(r"#.*", "", text) for kind in ("sh", "yml") for text in blocks(page, kind)]
        for page in PAGES
    )

    assert one == two
