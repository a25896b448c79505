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


@pytest.mark.parametrize("failing", ["ruff", "mypy", "tools.kernels", "lint-imports", "pytest"])
def test_all_checks_run_though_one_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], failing: str
) -> None:
    """A failing check hides no other, beside or in turn; the status and the end say which failed."""
    begun: list[str] = []

    class Fake:
        def __init__(self, *step: str) -> None:
            self.line = " ".join(step)
            begun.append(self.line)

        def end(self) -> int:
            return int(failing in self.line)

    monkeypatch.setattr(run, "setup", lambda: 0)
    monkeypatch.setattr(run, "Beside", Fake)
    monkeypatch.setattr(run, "run", lambda *step: Fake(*step).end())

    assert run.test() == 1
    assert begun[:2] == ["mypy", "python -m tools.kernels"]
    assert [line.split()[0] for line in begun[2:]] == [
        "ruff",
        "ruff",
        "lint-imports",
        "pytest",
        "pytest",
    ]
    told = [f"失敗 / failed: {line}" for line in begun if failing in line]
    assert sorted(capsys.readouterr().err.splitlines()) == sorted(told)


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


def test_what_runs_beside_is_shown_when_it_ends(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Its line, all that it said on both streams, and its status, and nothing before."""
    monkeypatch.setattr(run, "tool", lambda _: sys.executable)
    code = "import sys; print('日本'); print('bad', file=sys.stderr); sys.exit(3)"
    held = run.Beside("python", "-c", code)
    assert capfd.readouterr().out == ""

    assert held.end() == 3
    shown = capfd.readouterr().out.splitlines()
    assert shown[1] == f"$ python -c {code}"
    assert sorted(shown[2:]) == ["bad", "日本"]


def test_each_test_is_run_once(root: Path) -> None:
    """What is left out of the last step is what an earlier step runs, and it is there."""
    left_out = {word.partition("=")[2] for word in run.PYTEST if word.startswith("--ignore=")}

    assert left_out == set(run.EARLY) <= set(run.PYTEST_EARLY)
    assert all((root / folder).is_dir() for folder in run.EARLY)
