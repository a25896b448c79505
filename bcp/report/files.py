"""Puts a finished file into its place: the whole of it or nothing."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["write_whole"]


def write_whole(path: Path, data: bytes) -> None:
    """Write *data* to *path*, by way of a file beside it that takes its place when complete.

    Raises
    ------
    OSError
        If it cannot be written; what was at *path* before is still there then.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        # A device or a pipe: to replace it would be to destroy it.
        target.write_bytes(data)
        return
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
