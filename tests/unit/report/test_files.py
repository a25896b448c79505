"""A file is in its place whole, or not at all."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from bcp.report.files import write_whole, writing_whole


def test_what_was_there_is_replaced(tmp_path: Path) -> None:
    """The new picture takes the place of the old, and nothing else is left behind."""
    path = tmp_path / "絵.png"
    path.write_bytes(b"old")

    write_whole(path, b"new")

    assert path.read_bytes() == b"new"
    assert [held.name for held in tmp_path.iterdir()] == ["絵.png"]


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    """If the disk fills up half-way, the old picture stays and the half of the new one goes."""
    path = tmp_path / "a.png"
    path.write_bytes(b"old")

    def half() -> None:
        with writing_whole(path) as stream:
            stream.write(b"n")
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        half()

    assert path.read_bytes() == b"old"
    assert [held.name for held in tmp_path.iterdir()] == ["a.png"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights that a user may lack")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What is written through a link reaches the file it points to."""
    real, link = tmp_path / "real.png", tmp_path / "link.png"
    real.write_bytes(b"old")
    link.symlink_to(real)

    write_whole(link, b"new")

    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_written_into_and_not_replaced(tmp_path: Path) -> None:
    """A device or pipe under the name is never destroyed."""
    pipe = tmp_path / "pipe.png"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()

    write_whole(pipe, b"picture")
    reader.join(10)

    assert read == [b"picture"]
    assert pipe.is_fifo()


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    """A folder that is not there is an error of the system, and nothing is made."""
    with pytest.raises(OSError, match=r"a\.png"):
        write_whole(tmp_path / "none" / "a.png", b"")
