"""What a check found is kept as long as nothing it read has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from bcp.cli.kept import digest, keep, recall


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for folder in ("inventory", "scenarios"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.yaml").write_text("x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_same_question_same_digest(workspace: Path) -> None:
    """Nothing changed, so the kept answer holds."""
    assert digest(None, ("ja",)) == digest(None, ("ja",)) is not None


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "inventory" / "a.yaml").write_text("y"),
        lambda root: (root / "scenarios" / "b.yaml").write_text(""),
        lambda root: (root / "scenarios" / "a.yaml").rename(root / "scenarios" / "c.yaml"),
        lambda root: (root / "inventory" / "a.yml").write_text(""),
    ],
    ids=["content", "new", "renamed", "wrong-suffix"],
)
def test_any_change_of_a_file_is_noticed(workspace: Path, change: object) -> None:
    """Another content, name or number of files: another digest."""
    before = digest(None, ())
    change(workspace)  # type: ignore[operator]

    assert digest(None, ()) != before


def test_the_question_counts(workspace: Path) -> None:
    """Another language, inventory or folder is another question."""
    other = workspace / "other"
    other.mkdir()

    assert len({digest(None, ("ja",)), digest(None, ("en",)), digest("other", ("ja",))}) == 3


def test_an_entry_comes_back(tmp_path: Path) -> None:
    """What was kept is recalled, and nothing else."""
    keep(tmp_path / "new", "k", {"a": ["復旧"]})

    assert recall(tmp_path / "new", "k") == {"a": ["復旧"]}
    assert recall(tmp_path / "new", "other") is None


def test_a_damaged_entry_is_as_good_as_none(tmp_path: Path) -> None:
    """A changed byte is noticed."""
    keep(tmp_path, "k", {"a": 1})
    entry = tmp_path / "k.json"
    entry.write_bytes(entry.read_bytes().replace(b'"a"', b'"b"'))

    assert recall(tmp_path, "k") is None


def test_only_so_many_entries_are_kept(tmp_path: Path) -> None:
    """The folder does not grow without end."""
    for number in range(30):
        keep(tmp_path, str(number), {})

    assert len(list(tmp_path.iterdir())) == 20


def test_an_unwritable_folder_is_no_matter(tmp_path: Path) -> None:
    """Where nothing can be kept, nothing is."""
    (tmp_path / "file").write_text("")

    keep(tmp_path / "file" / "below", "k", {})

    assert recall(tmp_path / "file" / "below", "k") is None
