"""What a command loads, since that is what makes people wait for it to start."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HEAVY = {"matplotlib", "networkx", "numpy", "rich", "scipy", "textual"}


def loaded_by(*arguments: str, root: Path, cwd: Path) -> set[str]:
    """Return the top-level names of all modules that the command loads."""
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "bcp", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    rows = [row for row in run.stderr.splitlines() if row.startswith("import time:")]
    return {row.rpartition("|")[2].strip().partition(".")[0] for row in rows}


def test_help_and_version_load_no_model(root: Path, workspace: Path) -> None:
    """Whoever asks for help does not wait for pydantic."""
    for arguments in (("--help",), ("--version",), ("simulate", "--help")):
        loaded = loaded_by(*arguments, root=root, cwd=workspace)

        assert "click" in loaded
        assert loaded & (HEAVY | {"pydantic", "yaml"}) == set()


def test_check_loads_no_chart_and_no_screen(root: Path, workspace: Path) -> None:
    """A check that has to read everything loads what reads files, and no more."""
    loaded = loaded_by("check", "--no-cache", root=root, cwd=workspace)

    assert {"pydantic", "yaml"} <= loaded
    assert loaded & HEAVY == set()


def test_check_of_unchanged_files_loads_no_model(root: Path, workspace: Path) -> None:
    """The second check of the same files is answered from what the first one found."""
    first = loaded_by("check", root=root, cwd=workspace)
    second = loaded_by("check", root=root, cwd=workspace)

    assert "pydantic" in first
    assert second & (HEAVY | {"pydantic", "yaml"}) == set()
