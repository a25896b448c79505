"""Where files are written: refused before anything is computed, and named if writing fails."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bcp.cli.command import Complaint

__all__ = ["naming", "refuse_place", "refuse_suffix"]


def refuse_suffix(path: Path, known: Sequence[str]) -> None:
    """Complain of a file that ends in none of *known*."""
    if path.suffix.lower() not in known:
        raise Complaint("bad-suffix", None, file=path, known=", ".join(known))


def refuse_place(path: Path, *, force: bool = False, key: str = "exists") -> None:
    """Complain of what would be overwritten, and of a folder that is not there.

    Parameters
    ----------
    path
        The file that is to be written.
    force
        Whether it may be overwritten.
    key
        The complaint of a file that exists.
    """
    if path.exists() and not force:
        raise Complaint(key, None, file=path)
    if not path.parent.is_dir():
        raise Complaint("no-folder", None, file=path, folder=path.parent)


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Let what fails to be written be called by the name that the user knows.

    A temporary file beside it may be what failed.
    """
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
