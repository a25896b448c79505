"""An earlier state out of git: the inventories and scenarios of a revision, in a folder for a while.

Nothing of the working copy is touched. Only YAML files are taken: whatever else a revision holds
(links, programs) never reaches the disk.
"""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO

from bcp.errors import UsageError
from bcp.reading import LIMITS
from bcp.workspace.files import SUFFIXES

__all__ = ["FOLDERS", "checked_out"]

FOLDERS = ("inventory", "scenarios")
"""What is taken of a workspace."""
_SECONDS = 120
"""How long git may take."""
_MIB = 2**20


@contextmanager
def checked_out(
    revision: str, place: Path, folders: Sequence[str] = FOLDERS, most: int = LIMITS.total_bytes
) -> Iterator[Path]:
    """Put the YAML files of a revision into a folder that is gone afterwards.

    Parameters
    ----------
    revision
        A name that git knows: a tag, a branch, a commit.
    place
        The folder that the others are in; git keeps it.
    folders
        What to take of it; what was not there then is left out, but for the first one.
    most
        How many bytes all files together may have.

    Yields
    ------
    Path
        Of the folder that *folders* are in, as *place* was then.

    Raises
    ------
    UsageError
        If git is not there, does not keep *place* or does not know the revision, or if the
        revision holds nothing in the first of *folders*, or too much.
    """
    commit = _commit(revision, place)
    held = _git(place, "ls-tree", "-d", "-z", "--name-only", commit, "--", *folders)
    there = [name for name in held.stdout.decode("utf-8", "replace").split("\0") if name]
    if folders[0] not in there:
        raise UsageError("since-not-there", name=revision, folder=folders[0])
    with TemporaryDirectory(prefix="bcp-", ignore_cleanup_errors=True) as made:
        for name in folders:
            (Path(made) / name).mkdir()
        with TemporaryFile() as packed:
            _pack(revision, place, ["archive", "--format=tar", commit, "--", *there], packed)
            _unpack(revision, packed, Path(made), most)
        yield Path(made).resolve()


def _commit(revision: str, place: Path) -> str:
    """Return the commit that *revision* means: digits only, so that no option can hide in it."""
    inside = _git(place, "rev-parse", "--is-inside-work-tree", name=revision)
    if inside.returncode:
        raise UsageError("since-no-repository", name=revision, why=_reason(inside.stderr))
    if revision.startswith("-") or "\0" in revision:
        raise UsageError("since-unknown", name=revision)
    found = _git(place, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    commit = found.stdout.decode("ascii", "replace").strip()
    if found.returncode or not commit.isalnum():
        raise UsageError("since-unknown", name=revision)
    return commit


def _git(
    place: Path, *arguments: str, name: str = "", stdout: IO[bytes] | int = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        return subprocess.run(  # noqa: S603 (no shell; what a user typed never is an option)
            ["git", *arguments],  # noqa: S607 (the git of the user)
            cwd=place,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.PIPE,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise UsageError("since-no-git", name=name) from None
    except subprocess.TimeoutExpired:
        raise UsageError("since-failed", name=name, why=f"git: {_SECONDS} s") from None


def _pack(revision: str, place: Path, arguments: Sequence[str], packed: IO[bytes]) -> None:
    done = _git(place, *arguments, name=revision, stdout=packed)
    if done.returncode:
        raise UsageError("since-failed", name=revision, why=_reason(done.stderr))


def _unpack(revision: str, packed: IO[bytes], folder: Path, most: int) -> None:
    """Write the YAML files of an archive below *folder*."""
    packed.seek(0, io.SEEK_SET)
    left = most
    with tarfile.open(fileobj=packed, mode="r:") as archive:
        for member in archive:
            if not member.isfile() or Path(member.name).suffix not in SUFFIXES:
                continue
            left -= member.size
            if left < 0:
                raise UsageError("since-too-large", name=revision, most=most // _MIB)
            archive.extract(member, folder, set_attrs=False, filter="data")


def _reason(stderr: bytes) -> str:
    """Return the first line of what git said."""
    lines = stderr.decode("utf-8", "replace").strip().splitlines() or ["git"]
    return lines[0].removeprefix("fatal: ")
