"""A real scheduler and two real workers on loopback: whatever happens to them, the same figures."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.functional.conftest import Run
from tests.support.tiny import inventory_of, scenario_of

pytest.importorskip("distributed")

RUNS = "24000"
PLAYED = ("risk", "crash", "--runs", RUNS, "--json", "--no-cache")
SECONDS = 60
UNCERTAIN = """\
scenario: {id: crash, name: 故障, horizon: 5d}
events:
  - {at: 0h, damage: {select: {id: server}, share: 70%}}
"""


@dataclass
class Farm:
    """A scheduler and its workers."""

    address: str
    died: Path
    """There once a worker has died."""


def start(folder: Path, module: str, *arguments: str) -> subprocess.Popen[bytes]:
    root = Path(__file__).resolve().parents[2]
    environment = {
        **os.environ,
        "PYTHONPATH": str(root),
        "BCP_TEST_DIED": str(folder / "died"),
        "DASK_DISTRIBUTED__WORKER__PRELOAD": "[]",
    }
    with (folder / f"{module}.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{module}", "--no-dashboard", *arguments],
            cwd=folder,
            env=environment,
            stdout=log,
            stderr=log,
        )


def address_in(file: Path) -> str:
    """Return the address that the scheduler has written."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        try:
            address: str = json.loads(file.read_text(encoding="utf-8"))["address"]
        except (FileNotFoundError, ValueError):
            time.sleep(0.05)
        else:
            return address
    raise AssertionError("the scheduler did not start")


@pytest.fixture(scope="module")
def compiled() -> None:
    """Have the kernels compiled and kept, so that three processes need not do it at a time."""
    from bcp.risk.blocks import Job, run_block

    inventory = inventory_of("components: [{id: x}]")
    run_block(Job(inventory, scenario_of("[]", inventory), runs=1), 0)


@pytest.fixture
def farm(tmp_path: Path) -> Iterator[Farm]:
    """Return a farm of two workers of one thread, one of which dies of its third piece."""
    held = tmp_path / "scheduler.json"
    loopback = ("--host", "127.0.0.1")
    started = [
        start(tmp_path, "dask_scheduler", *loopback, "--port", "0", "--scheduler-file", str(held))
    ]
    try:
        address = address_in(held)
        lone = ("--no-nanny", "--nthreads", "1", "--preload", "tests.support.dying_worker")
        started += [start(tmp_path, "dask_worker", address, *loopback, *lone) for _ in range(2)]
        yield Farm(address, tmp_path / "died")
    finally:
        for process in started:
            process.kill()
        for process in started:
            process.wait()


def test_a_worker_that_dies_changes_no_figure(
    compiled: None, bcp: Run, workspace: Path, farm: Farm
) -> None:
    """Two workers, one of which dies in the middle, print what one process prints, to the bit."""
    uncertain(workspace)
    alone = bcp(*PLAYED, "--workers", "1", cwd=workspace)

    together = bcp(*PLAYED, "--scheduler", farm.address, cwd=workspace)

    assert together.returncode == alone.returncode == 0, together.stderr + alone.stderr
    assert farm.died.exists()
    assert together.stdout == alone.stdout
    assert json.loads(alone.stdout)["runs"] == int(RUNS)


def uncertain(workspace: Path) -> None:
    (workspace / "scenarios" / "crash.yaml").write_text(UNCERTAIN, encoding="utf-8")
    file = workspace / "inventory" / "all.yaml"
    text = file.read_text(encoding="utf-8")
    drawn = "{low: 1h, likely: 2h, high: 9h}"
    file.write_text(text.replace("duration: 2h", f"duration: {drawn}"), encoding="utf-8")


def test_missing_certificates_are_a_sentence(bcp: Run, workspace: Path) -> None:
    """A cluster that cannot be used is told in a sentence, with status 1 and nothing printed."""
    run = bcp(*PLAYED, "--scheduler", "tls://127.0.0.1:9", "--lang", "en", cwd=workspace)

    assert run.returncode == 1
    assert run.stdout == ""
    assert run.stderr.startswith("error: tls://127.0.0.1:9 needs TLS certificates")
    assert len(run.stderr.splitlines()) == 1
