"""What people install is what is developed here: built, unpacked and run away from the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

NOT_SHIPPED = (".*", "__pycache__", "build", "dist")
DATA = ("inventory", "scenarios", "drills")
SCENARIO = "quake-working-hours"


def run(*command: str | Path, cwd: Path) -> str:
    """Run *command* and return what it printed; fail with all of it if it fails."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL"))}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**environment, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    return done.stdout


def build(source: Path, out: Path, kind: str) -> Path:
    """Build a ``wheel`` or an ``sdist`` of *source* without the network and return it."""
    run(sys.executable, "-m", "build", f"--{kind}", "--no-isolation", "-o", out, cwd=source)
    (built,) = out.iterdir()
    return built


def content(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def shipped(folder: Path) -> set[str]:
    """Return the files below *folder* that belong to the project."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


class Place:
    """An environment with nothing of its own but what is installed into it."""

    def __init__(self, folder: Path) -> None:
        run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder.parent)
        self.bin = folder / ("Scripts" if os.name == "nt" else "bin")
        paths = {"base": str(folder), "platbase": str(folder)}
        scheme = "nt" if os.name == "nt" else "posix_prefix"
        self.site = Path(sysconfig.get_path("purelib", scheme, vars=paths))
        lender = sysconfig.get_path("purelib")
        (self.site / "borrowed.pth").write_text(lender + "\n", encoding="utf-8")

    def install(self, *what: str | Path) -> None:
        """Install without the network and without dependencies."""
        pip = (sys.executable, "-m", "pip", "--python", self.bin / "python", "install")
        options = (
            "--quiet",
            "--no-index",
            "--no-deps",
            "--no-build-isolation",
            "--ignore-installed",
        )
        run(*pip, *options, *what, cwd=self.bin)

    def bcp(self, *arguments: str | Path, cwd: Path) -> str:
        """Run the installed command in *cwd* and return what it printed."""
        return run(self.bin / "bcp", *arguments, cwd=cwd)

    def origin(self) -> Path:
        """Return the file that the package is imported from."""
        code = "import bcp; print(bcp.__file__)"
        return Path(run(self.bin / "python", "-c", code, cwd=self.bin).strip())


@pytest.fixture(scope="module")
def tree(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the checkout, so that building leaves no trace in it."""
    copy = tmp_path_factory.mktemp("tree") / "bcp"
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns(*NOT_SHIPPED))
    for name in (".gitignore", ".ci"):
        if (root / name).is_dir():
            shutil.copytree(root / name, copy / name)
        else:
            shutil.copy(root / name, copy)
    return copy


@pytest.fixture(scope="module")
def wheel(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tree, tmp_path_factory.mktemp("wheel"), "wheel")


@pytest.fixture(scope="module")
def unpacked(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the unpacked sdist."""
    folder = tmp_path_factory.mktemp("sdist")
    sdist = build(tree, folder, "sdist")
    shutil.unpack_archive(sdist, folder / "unpacked", filter="data")
    (inside,) = (folder / "unpacked").iterdir()
    return inside


def test_wheel_carries_the_data_and_no_tests(tree: Path, wheel: Path) -> None:
    """A wheel holds the package, its catalogues compiled, every data file once, and nothing else."""
    packed = {name for name in content(wheel) if ".dist-info/" not in name}
    held = [Path("bcp", name) for name in shipped(tree / "bcp")]
    wanted = {(p.with_suffix(".mo") if p.suffix == ".po" else p).as_posix() for p in held}
    for kind in DATA:
        wanted |= {f"bcp/_library/{kind}/{name}" for name in shipped(tree / kind)}

    assert packed == wanted
    assert {"bcp/py.typed", "bcp/schemas/inventory.schema.json"} <= packed


def test_wheel_of_the_sdist_is_the_same(
    wheel: Path, unpacked: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A wheel built from the sdist has the same files with the same content."""
    second = build(unpacked, tmp_path_factory.mktemp("second"), "wheel")

    assert content(second) == content(wheel)


def test_sdist_can_be_worked_on(tree: Path, unpacked: Path) -> None:
    """The sdist holds whatever a checkout holds but the settings of version control."""
    left_out = shipped(tree) - shipped(unpacked)

    assert left_out <= {".gitattributes"}


def test_wheel_works_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    """Installed from the wheel, the command makes a workspace and plans a recovery in it."""
    place = Place(tmp_path / "place")
    place.install(wheel)
    place.bcp("init", "city", cwd=tmp_path)
    city = tmp_path / "city"

    assert place.site in place.origin().parents
    assert place.bcp("--version", cwd=city).strip().endswith(wheel.name.split("-")[1])
    assert place.bcp("check", cwd=city)
    assert SCENARIO in place.bcp("simulate", SCENARIO, "--json", cwd=city)
    place.bcp("chart", "timeline", SCENARIO, "-o", "timeline.svg", cwd=city)
    assert "<svg" in (city / "timeline.svg").read_text(encoding="utf-8")


def test_editable_install_reads_the_live_data(tree: Path, tmp_path: Path) -> None:
    """After a change of the data in the checkout, an editable install hands out the new data."""
    checkout = tmp_path / "checkout"
    shutil.copytree(tree, checkout)
    place = Place(tmp_path / "place")
    place.install("--editable", checkout)
    changed = checkout / "inventory" / "chikusei" / "teams.yaml"
    changed.write_text(
        changed.read_text(encoding="utf-8") + "# a remark of today\n", encoding="utf-8"
    )
    place.bcp("init", "city", cwd=tmp_path)

    assert checkout in place.origin().parents
    copies = list((tmp_path / "city" / "inventory").rglob("teams.yaml"))
    assert [c.read_text(encoding="utf-8").endswith("# a remark of today\n") for c in copies] == [
        True
    ]
