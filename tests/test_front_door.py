"""The commands of a checkout: the same with make and without, and clear about what is missing."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tools import run


def test_make_and_script_have_the_same_commands(root: Path) -> None:
    """Every target of the Makefile is a command of tools/run.py, and the other way round."""
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE)) - {"help"}
    called = set(re.findall(r"^\t@\$\(RUN\) ([a-z]+)$", makefile, re.MULTILINE))

    assert targets == called == set(run.COMMANDS)


def test_an_old_python_can_read_the_script(root: Path) -> None:
    """The script holds nothing that Python 3.6 cannot parse, so that it can say what is needed."""
    source = (root / "tools" / "run.py").read_text(encoding="utf-8")

    ast.parse(source, feature_version=(3, 6))


def test_an_old_python_is_told_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With a Python that is too old, nothing is done but to name the one that is needed."""
    monkeypatch.setattr(sys, "version_info", (3, 8, 18))
    monkeypatch.setattr(sys, "argv", ["run.py", "demo"])

    assert run.main() == 1
    assert "3.11" in capsys.readouterr().err


def test_environment_is_made_again_when_the_lock_changes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What the environment is made from is known by content."""
    lock = tmp_path / "dev.txt"
    lock.write_text("click==8.5.1\n", encoding="utf-8")
    monkeypatch.setattr(run, "LOCK", lock)
    before = run.wanted()
    lock.write_text("click==8.5.2\n", encoding="utf-8")

    assert run.wanted() != before


@pytest.mark.parametrize(
    ("version", "foreign"),
    [
        ("{}.{}.9".format(*sys.version_info), False),
        ("3.1.4", True),
    ],
)
def test_environment_of_another_python_is_known(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, version: str, foreign: bool
) -> None:
    """An environment that another Python made is cleared, one of the same Python is kept."""
    (tmp_path / "pyvenv.cfg").write_text(f"home = x\nversion = {version}\n", encoding="utf-8")
    monkeypatch.setattr(run, "VENV", tmp_path)

    assert run.is_foreign() is foreign


def test_demo_stops_where_it_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """When a command of the demo fails, the demo ends with its status and runs none after it."""
    ran: list[str] = []

    def fail(_: str, *arguments: str) -> int:
        ran.append(arguments[0])
        return 3 if arguments[0] == "simulate" else 0

    monkeypatch.setattr(run, "setup", lambda: 0)
    monkeypatch.setattr(run, "DEMO", tmp_path / "demo")
    monkeypatch.setattr(run, "run", fail)

    assert run.demo() == 3
    assert ran == ["check", "simulate"]


def test_all_checks_run_though_one_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A failing check hides no other, and the status says that one failed."""
    ran: list[str] = []

    def fail(name: str, *_: str) -> int:
        ran.append(name)
        return 1 if name == "mypy" else 0

    monkeypatch.setattr(run, "setup", lambda: 0)
    monkeypatch.setattr(run, "run", fail)

    assert run.test() == 1
    assert ran == ["ruff", "ruff", "mypy", "lint-imports", "pytest"]
    assert "mypy" in capsys.readouterr().err


def test_help_lists_every_command(root: Path) -> None:
    """Who asks for help sees all commands."""
    done = subprocess.run(
        [sys.executable, "tools/run.py", "--help"],
        cwd=root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )

    assert all(f"    {name}" in done.stdout for name in run.COMMANDS)
