"""Files of an inventory are changed all together or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from bcp.cli.book_writing import write_folder, write_into
from bcp.cli.command import Complaint
from bcp.exchange.book.difference import Difference

BEFORE = {"a.yaml": b"a: 1\n", "b.yaml": b"b: 1\n", "c.yaml": b"c: 1\n"}
AFTER = {"a.yaml": b"a: 2\n", "b.yaml": b"b: 1\n", "c.yaml": b"c: 2\n", "d.yaml": b"d: 2\n"}
DIFFERENCE = Difference((), (), (), (), (), BEFORE, AFTER)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "town"
    made.mkdir()
    for name, data in BEFORE.items():
        (made / name).write_bytes(data)
    (made / "logo.png").write_bytes(b"logo")
    return made


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_all_files_change(folder: Path) -> None:
    """What changes is written, what is new is added, and nothing else is touched or left."""
    write_into(folder, DIFFERENCE)

    assert held(folder) == {**AFTER, "logo.png": b"logo"}


@pytest.mark.parametrize("fails", [1, 2, 3])
def test_after_a_failure_no_file_has_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, fails: int
) -> None:
    """If one file cannot take its place, those before it are as they were."""
    calls = []
    replace = Path.replace

    def failing(path: Path, target: Path) -> Path:
        calls.append(path)
        if len(calls) == fails:
            raise OSError(28, "full")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(OSError, match="full"):
        write_into(folder, DIFFERENCE)

    assert held(folder) == {**BEFORE, "logo.png": b"logo"}


def test_somebody_else_was_faster(folder: Path) -> None:
    """A file that changed since it was read is not overwritten, and no other is."""
    (folder / "c.yaml").write_bytes(b"c: 3\n")

    with pytest.raises(Complaint) as caught:
        write_into(folder, DIFFERENCE)

    assert caught.value.key == "book-changed-meanwhile"
    assert held(folder) == {**BEFORE, "c.yaml": b"c: 3\n", "logo.png": b"logo"}


def test_a_new_folder_is_whole(folder: Path, tmp_path: Path) -> None:
    """A new folder has all that the inventory has; links in it stay links."""
    (folder / "link.png").symlink_to("/etc/hostname")
    write_folder(tmp_path / "new", folder, DIFFERENCE)

    assert (tmp_path / "new" / "link.png").is_symlink()
    (tmp_path / "new" / "link.png").unlink()
    assert held(tmp_path / "new") == {**AFTER, "logo.png": b"logo"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "town"]
