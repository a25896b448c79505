"""``bcp import`` of other tools' data and ``bcp export`` of graphs and results, as people use them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bcp.cli.wrapping import cells
from tests.functional.conftest import Run

SAMPLES: dict[str, tuple[str, ...]] = {
    "netbox": ("netbox/netbox.json",),
    "compose": ("compose/compose.yaml",),
    "kubernetes": ("kubernetes/portal.yaml",),
    "itop": ("itop/*.csv",),
    "glpi": ("glpi/*.csv",),
    "graphml": ("graphs/yed.graphml",),
    "node-link": ("graphs/node-link.json",),
}
OPTIONS = {"node-link": ("--edges", "feeds")}


def files(root: Path, tool: str) -> list[Path]:
    data = root / "tests" / "data" / "foreign"
    return [path for name in SAMPLES[tool] for path in sorted(data.glob(name))]


@pytest.mark.parametrize("tool", SAMPLES)
def test_what_is_imported_runs_at_once(bcp: Run, root: Path, tmp_path: Path, tool: str) -> None:
    """The new workspace passes `bcp check` and its scenario plays: everything stops and comes back."""
    asked = (*files(root, tool), *OPTIONS.get(tool, ()))
    made = bcp("import", tool, *asked, "-o", "made", "--json", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    told = json.loads(made.stdout)
    assert {path.name for path in map(Path, told["files"])} == {
        "imported.yaml",
        "to-fill-in.yaml",
        "cold-start.yaml",
    }
    assert {entry["sure"] for entry in told["ledger"]} >= {"taken"}

    folder = tmp_path / "made"
    checked = bcp("check", "--inventory", ".", cwd=folder)
    assert checked.returncode == 0, checked.stderr
    played = bcp("simulate", "cold-start", "--json", "--inventory", ".", cwd=folder)
    assert played.returncode == 0, played.stderr
    result = json.loads(played.stdout)
    assert result["functions"]
    assert result["deadlocks"] == []
    assert all(held["down"] == [[0, 3600]] for held in result["functions"].values())


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("tool", SAMPLES)
def test_the_ledger_fits_the_screen(
    bcp: Run, root: Path, tmp_path: Path, tool: str, lang: str
) -> None:
    """No line is wider than 80 columns, with all names too, and the remarks speak the language."""
    found = files(root, tool)
    made = bcp("import", tool, *found, "-o", "made", "--details", "--lang", lang, cwd=tmp_path)

    assert made.returncode == 0, made.stderr
    assert max(map(cells, made.stdout.splitlines())) <= 80
    stub = (tmp_path / "made" / "inventory" / "to-fill-in.yaml").read_text("utf-8")
    assert ("要記入" if lang == "ja" else "to fill in") in stub


def test_nothing_is_overwritten(bcp: Run, root: Path, tmp_path: Path) -> None:
    """A folder in which something lies is refused, and stays as it is."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "note").touch()
    made = bcp("import", "netbox", *files(root, "netbox"), "-o", "mine", cwd=tmp_path)

    assert made.returncode == 2
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["note"]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_faults_leave_nothing_behind(bcp: Run, tmp_path: Path, lang: str) -> None:
    """A file at fault: status 1, each fault with its place, no folder."""
    (tmp_path / "x.json").write_text('{"devices": [1, {"name": "a"}]}', encoding="utf-8")
    made = bcp("import", "netbox", "x.json", "--lang", lang, cwd=tmp_path)

    assert made.returncode == 1
    assert [row.split(": ")[1] for row in made.stderr.splitlines()[:2]] == [
        "devices[0]",
        "devices[1].id",
    ]
    assert not (tmp_path / "x").exists()


def test_imports_and_graphs_load_nothing_heavy(root: Path, tmp_path: Path) -> None:
    """Neither a solver nor a graph or spreadsheet library is needed for them."""
    heavy = {"matplotlib", "networkx", "numba", "numpy", "openpyxl", "ortools", "textual"}
    made = str(tmp_path / "made")
    for asked in (
        ("import", "netbox", *map(str, files(root, "netbox")), "-o", made),
        ("import", "graphml", *map(str, files(root, "graphml")), "-o", f"{made}-2"),
        ("export", "graphml", "--inventory", f"{made}/inventory"),
    ):
        run = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "bcp", *asked],
            cwd=root,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        rows = [row for row in run.stderr.splitlines() if row.startswith("import time:")]
        loaded = {row.rpartition("|")[2].strip().partition(".")[0] for row in rows}
        assert "bcp" in loaded
        assert loaded & heavy == set()


FORMATS = ("graphml", "dot", "mermaid", "node-link", "json")


@pytest.mark.parametrize("form", FORMATS)
def test_the_graph_is_printed_or_written(
    bcp: Run, workspace: Path, tmp_path: Path, form: str
) -> None:
    """The same text on standard output and in a file, which is not overwritten unless forced."""
    printed = bcp("export", form, "--inventory", workspace / "inventory")
    path = tmp_path / "graph.out"
    written = bcp("export", form, "--inventory", workspace / "inventory", "-o", path)

    assert printed.returncode == written.returncode == 0, written.stderr
    assert path.read_text("utf-8") == printed.stdout
    assert "サーバ" in printed.stdout
    again = bcp("export", form, "--inventory", workspace / "inventory", "-o", path)
    assert again.returncode == 2
    forced = bcp("export", form, "--inventory", workspace / "inventory", "-o", path, "--force")
    assert forced.returncode == 0


def test_a_cut_tells_what_it_left_out(bcp: Run, workspace: Path) -> None:
    """Needs of what lies outside are counted on standard error; wrong ids are refused."""
    asked = ("export", "mermaid", "--inventory", workspace / "inventory", "--lang", "en")
    cut = bcp(*asked, "--around", "desk", "--depth", "0")

    assert cut.returncode == 0
    assert "-->" not in cut.stdout
    assert cut.stderr.startswith("1 needs")
    for wrong in (("--around", "nobody"), ("--within", "desk"), ("--depth", "1")):
        assert bcp(*asked, *wrong).returncode == 2


@pytest.mark.parametrize("form", ["csv", "json"])
def test_results_are_written_as_tables(
    bcp: Run, workspace: Path, tmp_path: Path, form: str
) -> None:
    """Three files, whole, and never over others."""
    out = tmp_path / "out"
    asked = ("export", "results", "crash", "--format", form, "-o", out)
    first = bcp(*asked, "--inventory", "inventory", cwd=workspace)

    assert first.returncode == 0, first.stderr
    assert {path.name for path in out.iterdir()} == {
        f"{name}.{form}" for name in ("functions", "tasks", "outages")
    }
    if form == "csv":
        assert (out / "functions.csv").read_bytes().startswith(b"\xef\xbb\xbfID,")
    assert bcp(*asked, "--inventory", "inventory", cwd=workspace).returncode == 2
