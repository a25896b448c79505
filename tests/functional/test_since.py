"""``--since``: an earlier state out of git, or everything that stands in its way as a sentence."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from bcp.cli.gathering import gather
from bcp.cli.options import Request
from bcp.cli.trouble import explain
from bcp.errors import UsageError
from bcp.outlook.changes import Changes
from bcp.workspace.revision import checked_out

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

ASKED = Request(local="en", no_cache=True)


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Town", "-c", "user.email=town@example.jp", "-c", "commit.gpgsign=false")
    command = ["git", *who, "-c", "init.defaultBranch=main", *arguments]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


@pytest.fixture
def town(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace in git: at `then` a repair took 5 hours, now 2."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(workspace.parent))
    path = workspace / "inventory" / "all.yaml"
    now = path.read_text(encoding="utf-8")
    path.write_text(now.replace("duration: 2h", "duration: 5h"), encoding="utf-8")
    git(workspace, "init", "--quiet")
    git(workspace, "add", ".")
    git(workspace, "commit", "--quiet", "-m", "then")
    git(workspace, "tag", "then")
    path.write_text(now, encoding="utf-8")
    monkeypatch.chdir(workspace)
    return workspace


def since(name: str) -> Changes:
    changes = gather(ASKED, since=name).dossier.changes
    assert changes is not None
    return changes


def refused(name: str) -> str:
    """Return what is said of an earlier state that cannot be had, checked to be no traceback."""
    with pytest.raises(Exception) as told:
        gather(ASKED, since=name)
    status, text = explain(told.value, "en")
    assert status in (1, 2)
    return text


@pytest.mark.parametrize("name", ["then", "main", "HEAD", "main~0", "HEAD@{0}"])
def test_a_revision_is_compared(town: Path, name: str) -> None:
    """By any name that git knows; the working copy stays as it is."""
    changes = since(name)

    assert (changes.label, changes.outlooks["crash"].functions["desk"].downtime) == (name, 18_000)
    assert [held.id for held in changes.items] == ["rebuild"]
    assert "duration: 2h" in (town / "inventory" / "all.yaml").read_text(encoding="utf-8")


def test_a_folder_beats_a_revision_of_its_name(town: Path) -> None:
    """A tag `then` beside a folder `then`: what lies there is meant."""
    shutil.copytree(town / "inventory", town / "then")

    assert since("then").items == ()


def test_a_workspace_deeper_in_the_repository_is_found(
    town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The plan may be one folder of many that are kept together."""
    (town / "plans").mkdir()
    for name in ("inventory", "scenarios"):
        shutil.move(town / name, town / "plans" / name)
    git(town, "add", ".")
    git(town, "commit", "--quiet", "-m", "moved")
    monkeypatch.chdir(town / "plans" / "scenarios")

    assert since("HEAD").items == ()
    assert "holds no inventory in inventory" in refused("then")


def test_a_revision_that_is_not_there(town: Path) -> None:
    """With what to do."""
    assert "neither a folder nor a revision of git called `thn`" in refused("thn")


@pytest.mark.parametrize("name", ["--output=stolen.tar", "-h", "--", "then;touch stolen", "$(id)"])
def test_a_revision_is_never_an_option_or_a_command(town: Path, name: str) -> None:
    """What a user typed is a name and nothing else."""
    assert "neither a folder nor a revision" in refused(name)
    assert not [*town.rglob("stolen*")]


def test_where_git_keeps_nothing(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plan that was never put into git has no revisions."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(workspace.parent))
    monkeypatch.chdir(workspace)

    assert "not a git repository" in refused("main")


def test_where_git_is_not_installed(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder would still do."""
    monkeypatch.setenv("PATH", str(town / "nothing"))

    assert "git is needed and was not found" in refused("then")
    assert since(".").items == ()


def test_an_inventory_that_was_at_fault_then(town: Path) -> None:
    """Named as git names a file of a revision, with its line."""
    path = town / "inventory" / "all.yaml"
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("kind: server", "kind: sever"), encoding="utf-8")
    git(town, "commit", "--quiet", "-am", "slip")
    path.write_text(good, encoding="utf-8")

    text = refused("HEAD")

    assert text.startswith("HEAD:inventory/all.yaml:3: components[id=server].kind:")
    assert "bcp-" not in text


def test_a_scenario_that_was_at_fault_then_is_left_out(
    town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody can mend the past: the rest is compared, and it is said what is not."""
    path = town / "scenarios" / "crash.yaml"
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("id: server", "id: sever"), encoding="utf-8")
    git(town, "commit", "--quiet", "-am", "slip")
    path.write_text(good, encoding="utf-8")

    changes = since("HEAD")

    assert changes.outlooks == {}
    assert "HEAD:scenarios/crash.yaml:3" in capsys.readouterr().err


def test_scenarios_that_were_not_there_then(town: Path) -> None:
    """Those of today are played on the inventory of then."""
    git(town, "rm", "--quiet", "--cached", "-r", "scenarios")
    git(town, "commit", "--quiet", "-m", "none")

    assert list(since("HEAD").outlooks) == ["crash"]


def test_nothing_but_yaml_reaches_the_disk(town: Path) -> None:
    """A revision may hold links and programs; whoever compares it asked for neither."""
    (town / "inventory" / "run.sh").write_text("#!/bin/sh\n")
    (town / "inventory" / "link.yaml").symlink_to("/etc/hostname")
    git(town, "add", ".")
    git(town, "commit", "--quiet", "-m", "more")

    with checked_out("HEAD", town) as folder:
        found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.*"))

    assert found == ["inventory/all.yaml", "scenarios/crash.yaml"]
    assert not folder.exists()


def test_a_revision_too_large_is_refused(town: Path) -> None:
    """No revision fills the disk."""
    with pytest.raises(UsageError, match="since-too-large"), checked_out("HEAD", town, most=10):
        pass
