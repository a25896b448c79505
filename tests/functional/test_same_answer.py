"""The same files give the same answer, whatever order Python's sets happen to have."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


def _printed(arguments: tuple[str, ...], root: Path, seed: str) -> bytes:
    done = subprocess.run(
        [sys.executable, "-m", "bcp", *arguments, "--no-cache"],
        cwd=root,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        check=True,
    )
    return done.stdout


@pytest.mark.parametrize(
    "arguments",
    [("check", "--all"), ("priority", "--json"), ("simulate", "quake-holiday-night", "--json")],
    ids=lambda arguments: arguments[0],
)
def test_the_order_of_sets_does_not_show(arguments: tuple[str, ...], root: Path) -> None:
    """Two processes that order sets differently print the same, byte for byte."""
    one = _printed(arguments, root, "1")

    assert one
    assert one == _printed(arguments, root, "2")
