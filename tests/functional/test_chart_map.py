"""The map, the spread, benefits and years as people ask for them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tests.functional.conftest import Run

MEASURES = """\
measures:
  - id: faster
    name: 予備機を置く
    cost: 1000000
    changes:
      procedures:
        - {id: rebuild, tasks: [{id: swap, crew: {ict: 1}, duration: 10m}]}
"""


@pytest.fixture
def risk(root: Path, tmp_path: Path) -> Path:
    """Return what `bcp risk --json` printed of the small workspace."""
    held = json.loads((root / "tests" / "data" / "risk" / "quake.json").read_text("utf-8"))
    path = tmp_path / "risk.json"
    path.write_text(json.dumps({**held, "scenario": "crash"}), encoding="utf-8")
    return path


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_the_map_is_the_same_on_every_run(
    bcp: Run, workspace: Path, tmp_path: Path, suffix: str
) -> None:
    """Whatever Python's hashes are, the same inventory gives the same bytes."""
    digests = set()
    for seed in ("1", "2"):
        path = tmp_path / f"{seed}.{suffix}"
        done = bcp("chart", "map", "-o", path, cwd=workspace, PYTHONHASHSEED=seed)
        assert (done.returncode, done.stdout.strip()) == (0, str(path)), done.stderr
        digests.add(hashlib.sha256(path.read_bytes()).hexdigest())

    assert len(digests) == 1


def test_the_map_of_chikusei_is_the_same_on_every_run(bcp: Run, tmp_path: Path) -> None:
    """The same of a city with circles, spares and hundreds of needs."""
    done = [
        bcp("chart", "map", "--date", "2026-04-01", "-o", path, PYTHONHASHSEED=path.stem)
        for path in (tmp_path / "1.svg", tmp_path / "2.svg")
    ]

    assert [one.returncode for one in done] == [0, 0], done[0].stderr
    assert (tmp_path / "1.svg").read_bytes() == (tmp_path / "2.svg").read_bytes()


def test_the_map_of_a_scenario_and_of_one_thing(bcp: Run, workspace: Path) -> None:
    """The files are named after what was asked for; the title says what happened."""
    struck = bcp("chart", "map", "--scenario", "crash", "--json", "--lang", "en", cwd=workspace)
    one = bcp("chart", "map", "--of", "desk", cwd=workspace)

    assert json.loads(struck.stdout)["files"] == ["crash-map.png"]
    assert "1 damaged" in json.loads(struck.stdout)["title"]
    assert one.stdout.strip() == "desk-map.png"


def test_an_unknown_thing_is_told_with_the_nearest(bcp: Run, workspace: Path) -> None:
    """A typo is a wrong ask, and no picture is drawn."""
    done = bcp("chart", "map", "--of", "desc", "--lang", "en", cwd=workspace)

    assert done.returncode == 2
    assert "desk" in done.stderr
    assert not list(workspace.glob("*.png"))


def test_the_spread_needs_a_file(bcp: Run, workspace: Path) -> None:
    """Without `--risk` there is nothing to draw, and it says where it comes from."""
    done = bcp("chart", "spread", "--lang", "en", cwd=workspace)

    assert done.returncode == 2
    assert "bcp risk" in done.stderr


def test_the_spread_of_the_only_scenario(bcp: Run, workspace: Path, risk: Path) -> None:
    """A file with one scenario needs no name; another name is told what there is."""
    done = bcp("chart", "spread", "--risk", risk, "--json", cwd=workspace)
    other = bcp("chart", "spread", "--risk", risk, "crush", "--lang", "en", cwd=workspace)

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["files"] == ["crash-spread.png"]
    assert "1業務のうち1業務は、RTOを守れる確率が90％に届かない" in json.loads(done.stdout)["title"]
    assert other.returncode == 2


def test_faults_of_the_file_are_told(bcp: Run, workspace: Path, tmp_path: Path) -> None:
    """The file, the way to each fault, and no trace of ours."""
    path = tmp_path / "bad.json"
    path.write_text('{"scenario": "crash", "runs": "many"}', encoding="utf-8")

    done = bcp("chart", "spread", "--risk", path, "--lang", "en", cwd=workspace)

    assert done.returncode == 1
    assert f"{path}: runs: `many` is not accepted" in done.stderr
    assert "Traceback" not in done.stderr


def test_benefits_of_a_measure(bcp: Run, workspace: Path) -> None:
    """A measure with a cost leads the title; without any, that is the finding."""
    none = bcp("chart", "benefit", "--json", cwd=workspace)
    (workspace / "inventory" / "measures.yaml").write_text(MEASURES, encoding="utf-8")
    done = bcp("chart", "benefit", "--json", "--force", cwd=workspace)

    assert json.loads(none.stdout)["title"] == "効果を計算できる対策がない"
    assert done.returncode == 0, done.stderr
    assert "「予備機を置く」" in json.loads(done.stdout)["title"]


def test_years_against_a_folder(bcp: Run, workspace: Path, tmp_path: Path) -> None:
    """The state of then is a folder; without one, the command asks for it."""
    old = tmp_path / "old"
    old.mkdir()
    text = (workspace / "inventory" / "all.yaml").read_text(encoding="utf-8")
    (old / "all.yaml").write_text(text, encoding="utf-8")

    asked = bcp("chart", "years", "--lang", "en", cwd=workspace)
    done = bcp("chart", "years", "--since", old, "--json", "--lang", "en", cwd=workspace)

    assert asked.returncode == 2
    assert "--since" in asked.stderr
    assert done.returncode == 0, done.stderr
    assert "no downtime has changed" in json.loads(done.stdout)["title"]
