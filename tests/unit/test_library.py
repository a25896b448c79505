from __future__ import annotations

import re
from pathlib import Path

import pytest

from bcp import library
from bcp.errors import UsageError
from bcp.inventory.load import load_inventory
from bcp.library import create_workspace, samples
from bcp.scenario.load import load_scenario
from bcp.workspace import Workspace


def contents(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_samples() -> None:
    """Chikusei ships with bcp."""
    assert "chikusei" in samples()


@pytest.mark.parametrize("name", samples())
def test_new_workspace_is_in_order(name: str, tmp_path: Path) -> None:
    """A workspace made from any sample loads, with every scenario of its own."""
    target = tmp_path / "mine"
    create_workspace(target, name)

    workspace = Workspace(target)
    (folder,) = workspace.inventories()
    loaded = load_inventory(folder)
    scenarios = workspace.scenarios()
    assert {held.inventory for held in scenarios} == {name}
    assert all(load_scenario(held.path, loaded).scenario.events for held in scenarios)
    assert len(scenarios) > 3
    assert (target / "drills").is_dir()


def test_tells_what_it_made(tmp_path: Path) -> None:
    """The files returned are the files there, and nothing else is left behind."""
    made = create_workspace(tmp_path / "a" / "mine", "chikusei")

    assert {path.relative_to(tmp_path / "a" / "mine").as_posix() for path in made} == contents(
        tmp_path / "a" / "mine"
    )
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["mine"]


def test_schema_lines_lead_to_the_schemas(tmp_path: Path) -> None:
    """Every file that names its schema names one that is in the new workspace."""
    found = 0
    for path in create_workspace(tmp_path / "mine", "chikusei"):
        match = re.search(r"\$schema=(\S+)", path.read_text(encoding="utf-8"))
        if path.suffix == ".yaml" and match:
            found += 1
            assert (path.parent / match[1]).resolve().is_file()
            assert (path.parent / match[1]).resolve().is_relative_to(tmp_path / "mine")
    assert found > 10


def test_copies_are_true(tmp_path: Path) -> None:
    """Apart from the line that names the schema, files are copied to the letter."""
    create_workspace(tmp_path / "mine", "chikusei")
    name = "inventory/chikusei/organisation.yaml"
    source = Path(str(library.root("inventory"))).parent / name

    kept = source.read_bytes().split(b"\n", 1)
    copy = (tmp_path / "mine" / name).read_bytes().split(b"\n", 1)
    assert copy[1] == kept[1]


@pytest.mark.parametrize("is_file", [True, False])
def test_overwrites_nothing(is_file: bool, tmp_path: Path) -> None:
    """A file or a folder with anything in it is left as it is."""
    target = tmp_path / "mine"
    if is_file:
        target.write_text("mine", encoding="utf-8")
    else:
        target.mkdir()
        (target / ".hidden").write_text("mine", encoding="utf-8")
    before = contents(tmp_path)

    with pytest.raises(UsageError, match="target-not-empty"):
        create_workspace(target, "chikusei")
    assert contents(tmp_path) == before


@pytest.mark.parametrize("name", [".", "mine", "new/mine"])
def test_any_empty_place(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new folder, an empty one and the one where one stands may become a workspace."""
    monkeypatch.chdir(tmp_path)
    if name == "mine":
        (tmp_path / "mine").mkdir()
    made = create_workspace(Path(name), "chikusei")

    assert Workspace(Path.cwd() / name).scenarios()
    assert {
        path.resolve().relative_to((tmp_path / name).resolve()).as_posix() for path in made
    } == (contents(tmp_path / name))


def test_nothing_is_left_in_an_empty_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If moving into an empty folder fails half way, the folder is empty again."""
    move = Path.replace

    def fail_at_schemas(path: Path, target: Path) -> Path:
        if path.name == "schemas":
            raise OSError(28, "No space left on device")
        return move(path, target)

    monkeypatch.setattr(Path, "replace", fail_at_schemas)

    with pytest.raises(OSError, match="No space"):
        create_workspace(tmp_path, "chikusei")
    assert list(tmp_path.iterdir()) == []


def test_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the disk fills up half way, nothing is left, and what happened is said."""
    written = 0
    write = Path.write_bytes

    def fail_at_the_tenth(path: Path, data: bytes) -> int:
        nonlocal written
        written += 1
        if written == 10:
            raise OSError(28, "No space left on device")
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", fail_at_the_tenth)

    with pytest.raises(OSError, match="No space") as caught:
        create_workspace(tmp_path / "mine", "chikusei")
    assert caught.value.filename == str(tmp_path / "mine")
    assert list(tmp_path.iterdir()) == []


def test_unknown_sample(tmp_path: Path) -> None:
    """A sample that does not ship is answered with those that do."""
    with pytest.raises(UsageError) as caught:
        create_workspace(tmp_path / "mine", "../chikusei")
    assert caught.value.key == "unknown-sample"
    assert "chikusei" in str(caught.value.values["known"])
    assert list(tmp_path.iterdir()) == []


def test_wheel_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a wheel the folders lie inside the package, and are found there."""
    (tmp_path / "_library" / "inventory" / "sample").mkdir(parents=True)
    monkeypatch.setattr(library, "files", lambda _: tmp_path)

    assert samples() == ("sample",)
