"""A command loads only what it needs: looked at while it runs, since imports may be deferred."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"matplotlib", "networkx", "numba", "numpy", "ortools", "pandas", "scipy", "textual"}


def loaded_by(*arguments: str, cwd: Path) -> set[str]:
    """Return the top-level names of all modules that the command loads."""
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "bcp", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr[-2000:]
    rows = [row for row in run.stderr.splitlines() if row.startswith("import time:")]
    return {row.rpartition("|")[2].strip().partition(".")[0] for row in rows}


@pytest.mark.parametrize(
    "arguments", [("--help",), ("--version",), ("check",), ("check", "--no-cache")]
)
def test_command_starts_light(root: Path, arguments: tuple[str, ...]) -> None:
    """Help, version and check load no charts, no screen and no solver."""
    loaded = loaded_by(*arguments, cwd=root)

    assert "click" in loaded
    assert loaded & HEAVY == set()


def test_planning_needs_no_chart(root: Path) -> None:
    """A simulation loads neither charts nor a screen."""
    loaded = loaded_by("priority", cwd=root)

    assert loaded & {"matplotlib", "textual"} == set()


def test_looking_sees_what_is_loaded(root: Path) -> None:
    """The look itself would notice a heavy module."""
    code = "import bcp, textual"
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", code],
        cwd=root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )

    assert "textual" in run.stderr
