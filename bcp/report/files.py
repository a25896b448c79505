"""Puts a finished file into its place: the whole of it or nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

__all__ = ["write_whole", "writing_whole"]


def write_whole(path: Path, data: bytes) -> None:
    """Write *data* to *path*, by way of a file beside it that takes its place when complete.

    Raises
    ------
    OSError
        If it cannot be written; what was at *path* before is still there then.
    """
    with writing_whole(path) as stream:
        stream.write(data)


@contextmanager
def writing_whole(path: Path) -> Iterator[IO[bytes]]:
    """Let a file be written piece by piece that takes the place of *path* when it is complete.

    Raises
    ------
    OSError
        If it cannot be written; what was at *path* before is still there then.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        # A device or a pipe: to replace it would be to destroy it.
        with target.open("wb") as stream:
            yield stream
        return
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as stream:
            yield stream
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
