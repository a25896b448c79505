"""``bcp risk`` for many organisations, and its runs as a file."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.functional.conftest import Run

UNCERTAIN = """\
scenario: {id: crash, name: 故障, horizon: 5d, likelihood: 0.5}
events:
  - {at: 0h, damage: {select: {id: server}, share: 70%}}
"""


@pytest.fixture
def prefecture(tmp_path: Path, workspace: Path) -> Path:
    """Return a folder of three workspaces, the last of them at fault, and a file."""
    (workspace / "scenarios" / "crash.yaml").write_text(UNCERTAIN, encoding="utf-8")
    folder = tmp_path / "prefecture"
    for town in ("alpha", "beta", "gamma"):
        shutil.copytree(workspace, folder / town)
    (folder / "notes.txt").write_text("-", encoding="utf-8")
    change(folder / "beta", "rto: 1h", "rto: 3h")
    change(folder / "beta", "name: 町", "name: 東町")
    change(folder / "gamma", "kind: server", "kind: sever")
    return folder


def change(town: Path, old: str, new: str) -> None:
    file = town / "inventory" / "all.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_every_organisation_stands_in_one_table(bcp: Run, prefecture: Path) -> None:
    """The least sure comes first; one at fault is told with its faults, and the others go on."""
    run = bcp("risk", "--inventories", "*", "--runs", "1500", cwd=prefecture)

    assert run.returncode == 1
    assert "gamma/inventory/all.yaml:3: components[id=server].kind: 「sever」" in run.stderr
    assert "3団体のうち1団体に誤り" in run.stderr
    table = run.stdout.splitlines()
    (first,) = [n for n, line in enumerate(table) if line.startswith("町 ")]
    (second,) = [n for n, line in enumerate(table) if line.startswith("東町 ")]
    assert first < second
    assert "notes.txt" not in run.stdout + run.stderr


def test_a_town_has_its_own_figures(bcp: Run, prefecture: Path) -> None:
    """Named as a shell expands them, the figures are those of the town alone, to the bit."""
    names = ("alpha", "beta", "notes.txt")
    many = bcp("risk", "--inventories", *names, "--json", "--runs", "1500", cwd=prefecture)
    alone = bcp("risk", "crash", "--json", "--runs", "1500", cwd=prefecture / "beta")

    assert many.returncode == alone.returncode == 0, many.stderr + alone.stderr
    assert "notes.txt" in many.stderr
    document, expected = json.loads(many.stdout), json.loads(alone.stdout)
    held = {one["name"]: one for one in document["organisations"]}["東町"]
    (found,) = held["scenarios"]
    assert found["runs"] == 1500
    assert {key: found["loss"][key] for key in ("mean", "p50", "p90", "p99")} == {
        key: expected["loss"][key] for key in ("mean", "p50", "p90", "p99")
    }
    assert found["p_rto_met"]["desk"] == expected["functions"]["desk"]["p_rto_met"]
    assert held["loss_h_per_year"] == pytest.approx(0.5 * expected["loss"]["mean"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--inventories", "nowhere/*"), "no folder matches `nowhere/*`"),
        (("--inventories", "*", "--precision", "1%"), "--precision does not go with"),
        (("--inventories", "*", "--parquet", "runs.parquet"), "--parquet does not go with"),
        (("crash", "--workers", "2", "--scheduler", "tcp://x:1"), "--workers is for this machine"),
        (("crash", "--scheduler", "somewhere"), "tcp://host:port (`somewhere`)"),
    ],
)
def test_what_does_not_go_together_is_refused(
    bcp: Run, prefecture: Path, arguments: tuple[str, ...], said: str
) -> None:
    """A wrong command line is a sentence and status 2, before anything is played."""
    run = bcp("risk", *arguments, "--lang", "en", cwd=prefecture)

    assert run.returncode == 2
    assert said in run.stderr
    assert run.stdout == ""


def test_runs_are_written_once(bcp: Run, prefecture: Path) -> None:
    """Every run is a row; the file is not overwritten unless that is asked for."""
    pq = pytest.importorskip("pyarrow.parquet")
    town = prefecture / "beta"
    asked = ("risk", "crash", "--parquet", "runs.parquet", "--runs", "1200", "--lang", "en")

    run = bcp(*asked, cwd=town)
    again = bcp(*asked, cwd=town)

    assert run.returncode == 0, run.stderr
    assert "wrote 1,200 rows to runs.parquet" in run.stderr
    file = pq.ParquetFile(town / "runs.parquet")
    assert file.metadata.num_rows == 1200
    about = json.loads(file.schema_arrow.metadata[b"bcp"])
    assert about["scenarios"] == [{"runs": 1200, "scenario": "crash"}]
    assert again.returncode == 2
    assert "--force" in again.stderr
    assert sorted(path.name for path in town.iterdir()) == [
        "drills",
        "inventory",
        "runs.parquet",
        "scenarios",
    ]
