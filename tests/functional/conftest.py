"""The command as people run it: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.forked import Forks

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def bcp(root: Path, forks: Forks | None) -> Run:
    """Return what runs ``bcp`` with arguments, in a folder, with more of an environment."""

    def run(
        *arguments: str | Path, cwd: Path = root, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        held = {**os.environ, "PYTHONPATH": str(root), **environment}
        if forks is not None and forks.fits(held):
            return forks.run([*map(str, arguments)], cwd, held)
        return subprocess.run(
            [sys.executable, "-m", "bcp", *map(str, arguments)],
            cwd=cwd,
            env=held,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=180,  # the first call of an engine compiles it
            check=False,
        )

    return run


@pytest.fixture
def examples(root: Path) -> Path:
    """Return the folder of the worked examples."""
    return root / "tests" / "data" / "examples"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Return a small workspace that is in order."""
    folder = tmp_path / "work"
    for name in ("inventory", "scenarios", "drills"):
        (folder / name).mkdir(parents=True)
    (folder / "inventory" / "all.yaml").write_text(INVENTORY, encoding="utf-8")
    (folder / "scenarios" / "crash.yaml").write_text(SCENARIO, encoding="utf-8")
    return folder


INVENTORY = """\
organisation: {id: town, name: 町, name_en: Town, language: ja}
components:
  - {id: server, name: サーバ, kind: server, procedure: rebuild}
functions:
  - {id: desk, name: 窓口, rank: A, rto: 1h, mtpd: 24h, requires: [server]}
teams:
  - {id: ict, name: 情報課, size: 1}
procedures:
  - {id: rebuild, tasks: [{id: restore, crew: {ict: 1}, duration: 2h}]}
"""
SCENARIO = """\
scenario: {id: crash, name: 故障, horizon: 2d}
events:
  - {at: 0h, damage: {select: {id: server}}}
"""
