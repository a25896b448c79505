"""Whatever is generated is the same for the same files: in another folder, another process.

Every command that writes a paper or a picture is called in two processes with other hash seeds, in
copies of one workspace at other places.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from bcp.cli.commands.chart import build

PLAN = """\
plan: {version: '3', on: 2026-04-01, owner: 情報課, scenarios: [flood, crash],
  revisions: [{version: '3', on: 2026-04-01, what: 見直し}]}
people: [{id: chief, name: 課長, team: ict, phone: 0296-00-0000}]
roles: [{id: leader, name: 本部長, lead: chief, duties: [指揮]}]
measures:
  - {id: spare, name: 予備機, status: planned, cost: 1000000, changes: {procedures: [
      {id: rebuild, tasks: [{id: swap, crew: {ict: 1}, duration: 30m}]}]}}
actions: [{phase: initial, what: 参集する, within: 1h, role: leader}]
"""
SPREAD = {"mean": 7200, "p10": 3600, "p50": 7000, "p90": 10800, "p99": 20000}
RISK = {
    "inventory": "town",
    "scenario": "crash",
    "runs": 100,
    "seed": 1,
    "loss": {"mean": 1.5, "p10": 0.5, "p50": 1.0, "p90": 3.0, "p99": 5.0},
    "functions": {"desk": {"p_down": 1, "p_rto_met": 0.2, "p_mtpd_met": 0.9, "downtime_s": SPREAD}},
}
CHARTS: Mapping[str, tuple[str, ...]] = {
    "recovery-priority": ("crash",),
    "timeline": ("crash",),
    "curve": (),
    "crews": ("crash",),
    "heatmap": (),
    "map": (),
    "spread": ("crash", "--risk", "risk.json"),
    "benefit": (),
    "years": ("--since", "then"),
}
FILES = ("plan.docx", "plan.pdf", "plan.html", "plan.md", "forms.xlsx")
RUNNER = """\
import json, sys
from bcp.cli.main import run
for arguments in json.loads(sys.argv[1]):
    status = run(arguments)
    if status:
        sys.exit(f"{arguments}: {status}")
"""


def calls() -> list[list[str]]:
    """Return every command line, each writing all it can."""
    found = [
        ["document", "--since", "then", *outputs(FILES)],
        ["document", "--edition", "public", "--lang", "en", *outputs(["public.docx"])],
        ["report", "--since", "then", "--risk", "risk.json", *outputs(["page.html"])],
    ]
    for name, arguments in CHARTS.items():
        names = [f"{name}.{suffix}" for suffix in ("png", "svg", "pdf")]
        found.append(["chart", name, *arguments, *outputs(names)])
    return found


def outputs(names: tuple[str, ...] | list[str]) -> list[str]:
    return [part for name in names for part in ("-o", f"out/{name}")]


@pytest.fixture
def places(workspace: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Return two copies of a workspace, an earlier state beside each."""
    (workspace / "inventory" / "plan.yaml").write_text(PLAN, encoding="utf-8")
    crash = (workspace / "scenarios" / "crash.yaml").read_text(encoding="utf-8")
    other = crash.replace("crash", "flood").replace("故障", "浸水")
    (workspace / "scenarios" / "flood.yaml").write_text(other, encoding="utf-8")
    (workspace / "risk.json").write_text(json.dumps(RISK), encoding="utf-8")
    then = workspace / "then"
    shutil.copytree(workspace / "inventory", then / "inventory")
    shutil.copytree(workspace / "scenarios", then / "scenarios")
    path = then / "inventory" / "all.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("rto: 1h", "rto: 3h"))
    (workspace / "out").mkdir()
    return copy(workspace, tmp_path / "one"), copy(workspace, tmp_path / "deeper" / "down" / "two")


def copy(workspace: Path, place: Path) -> Path:
    return Path(shutil.copytree(workspace, place))


def made(place: Path, root: Path, seed: int) -> dict[str, bytes]:
    """Return what every command writes at *place*, by the name of the file."""
    run = subprocess.run(
        [sys.executable, "-c", RUNNER, json.dumps(calls())],
        cwd=place,
        env={
            **os.environ,
            "BCP_DEBUG": "1",
            "PYTHONPATH": str(root),
            "PYTHONHASHSEED": str(seed),
        },
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    files = (path for path in (place / "out").rglob("*") if path.is_file())
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in files}


def test_every_chart_is_among_them() -> None:
    """A chart that is new has to be added here."""
    assert set(build("en").list_commands(None)) == set(CHARTS)  # type: ignore[attr-defined]


def test_the_same_files_give_the_same_bytes(places: tuple[Path, Path], root: Path) -> None:
    """Of every paper and picture, in every format; nothing of the place is in any of them."""
    one, two = (made(place, root, seed) for seed, place in enumerate(places, 1))

    assert set(one) == set(two)
    assert len(one) >= len(FILES) + 2 + 3 * len(CHARTS)
    assert [name for name in one if one[name] != two[name]] == []
    place = str(places[0].parent).encode()
    assert [name for name in one if place in one[name]] == []
