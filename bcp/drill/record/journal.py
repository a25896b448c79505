"""A record on the disk: it only grows, and what is in it has been written through before we say so.

One process at a time holds it; the kernel lets go of the lock when that process ends, however it
ends. Reading needs no lock.
"""

from __future__ import annotations

import errno
import json
import os
import socket
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from bcp.drill.live.events import Entry
from bcp.drill.record.chain import Lines, encoded, read_lines
from bcp.errors import InputError, UsageError
from bcp.reading import Limits, read_file

__all__ = [
    "RECORD",
    "RECORD_LIMITS",
    "RecordJournal",
    "held",
    "read_record",
    "set_aside",
    "sync_folder",
    "write_through",
]

RECORD = "record.jsonl"
"""The file with the lines, in the folder of the record."""
_LOCK, _HOLDER = "record.lock", "record.holder"
_DAMAGED = "record.damaged-{number}"
RECORD_LIMITS = Limits(file_bytes=400 * 2**20)
"""Days of a drill that is recorded every second."""


def read_record(path: Path, *, strict: bool = True) -> Lines:
    """Return what the record in *path* holds, a folder or its ``record.jsonl``.

    A damaged last line is left out; somebody may be writing it at this moment.

    Parameters
    ----------
    path
        The record, named as the user would name it.
    strict
        Whether to refuse lines that are not as they were written.

    Raises
    ------
    InputError
        If it cannot be read, or was tampered with.
    """
    file = path / RECORD if path.is_dir() else path
    lines = read_lines(read_file(file, str(file), RECORD_LIMITS), str(file))
    if strict and lines.fault is not None:
        raise InputError([lines.fault])
    return lines


class RecordJournal:
    """The end of a record, where entries are added.

    Parameters
    ----------
    path
        The ``record.jsonl``; whoever writes it holds the lock.
    lines
        What is in it; anything damaged was set aside.
    """

    def __init__(self, path: Path, lines: Lines) -> None:
        self._path, self._size, self._last = path, lines.size, lines.last
        flags = os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0)
        self._handle = os.open(path, flags)
        self._is_clean = True
        """Whether nothing stands behind the last line that counts."""

    def append(self, entries: Sequence[Entry]) -> None:
        """Write *entries* and have them written through before this returns.

        Raises
        ------
        OSError
            If that cannot be; none of them is in the record then, and the next may be.
        """
        data, last = encoded(entries, self._last)
        try:
            self._look()
            self._is_clean = False
            _write(self._handle, data)
            _sync(self._handle)
        except OSError as error:
            with suppress(OSError):
                self._take_back()
            raise OSError(error.errno, error.strerror, str(self._path)) from None
        self._is_clean, self._last, self._size = True, last, self._size + len(data)

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._handle)

    def _look(self) -> None:
        """Refuse to write to a file that is no longer where, or what, it was."""
        if not self._is_clean:
            self._take_back()
        about = os.fstat(self._handle)
        if about.st_nlink == 0:
            raise OSError(errno.ENOENT, os.strerror(errno.ENOENT))
        if about.st_size != self._size:
            self._is_clean = True  # what stands there is not ours to take back
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))

    def _take_back(self) -> None:
        """Cut off what was not written as a whole."""
        if not self._is_clean:
            os.ftruncate(self._handle, self._size)
            _sync(self._handle)
            self._is_clean = True


def set_aside(path: Path, lines: Lines) -> Path | None:
    """Move a damaged last line into a file beside the record; return that, or nothing.

    Raises
    ------
    OSError
        If it cannot be written; the record is left as it is then.
    """
    if not lines.damaged:
        return None
    number = 1
    while (beside := path.with_name(_DAMAGED.format(number=number))).exists():
        number += 1
    write_through(beside, lines.damaged)
    sync_folder(path.parent)
    handle = os.open(path, os.O_WRONLY | getattr(os, "O_BINARY", 0))
    try:
        os.ftruncate(handle, lines.size)
        _sync(handle)
    finally:
        os.close(handle)
    return beside


# --- one at a time -----------------------------------------------------------------------------


@contextmanager
def held(folder: Path, since: str) -> Iterator[None]:
    """Hold the record in *folder* for oneself.

    Parameters
    ----------
    folder
        Of the record.
    since
        The local time, to tell others.

    Raises
    ------
    UsageError
        If somebody holds it already.
    """
    lock = FileLock(folder / _LOCK, timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise _taken(folder) from None
    try:
        _sign(folder, since)
        yield
    finally:
        with suppress(OSError):
            (folder / _HOLDER).unlink(missing_ok=True)
        lock.release()


def _sign(folder: Path, since: str) -> None:
    """Say who holds the record: the lock file itself cannot be read everywhere while it is held."""
    about = {"host": socket.gethostname(), "pid": os.getpid(), "since": since}
    fresh = folder / f"{_HOLDER}.new"
    with suppress(OSError):
        fresh.write_text(json.dumps(about, ensure_ascii=False), encoding="utf-8")
        fresh.replace(folder / _HOLDER)


def _taken(folder: Path) -> UsageError:
    about: dict[str, object] = {}
    with suppress(OSError, ValueError):
        about = json.loads((folder / _HOLDER).read_text(encoding="utf-8"))
    values = {name: str(about.get(name, "?")) for name in ("host", "pid", "since")}
    return UsageError("record-held", record=str(folder), **values)


# --- through to the disk -----------------------------------------------------------------------


def write_through(path: Path, data: bytes) -> None:
    """Write a new file and have its content written through.

    Raises
    ------
    OSError
        If it is there already, or cannot be written.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, 0o666)
    try:
        _write(handle, data)
        _sync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Have the names in *folder* written through, where the system knows how to."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some file systems keep folders in order by themselves
            os.fsync(handle)
    finally:
        os.close(handle)


def _write(handle: int, data: bytes) -> None:
    """Write all of *data*; a full disk takes a part first and complains then."""
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]


def _sync(handle: int) -> None:
    """Have the system write through, on macOS past the cache of the disk too."""
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):  # network disks do not know it
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)
