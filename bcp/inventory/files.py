"""Which files make up an inventory, and a digest of what they hold."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from bcp.errors import Fault, InputError
from bcp.reading import Limits, read_file, unreadable

__all__ = ["Source", "digest_of", "find_sources"]


@dataclass(frozen=True)
class Source:
    """One file, not yet understood."""

    name: str
    """Relative to the folder, with slashes."""
    file: str
    """As the user would name it."""
    data: bytes
    """What it holds."""


def find_sources(folder: Path, limits: Limits) -> tuple[list[Source], list[Fault]]:
    """Return the files of *folder* in the order of the contract, and the faults of the others.

    Raises
    ------
    InputError
        If there is no such folder, nothing in it, or more than *limits* allow.
    """
    if not folder.is_dir():
        key = "inventory-not-folder" if folder.exists() else "inventory-missing"
        raise InputError([Fault(str(folder), 0, "", key)])
    faults: list[Fault] = []
    sources: list[Source] = []
    left = limits.total_bytes
    for path in sorted(_walk(folder, faults), key=lambda held: held.relative_to(folder).parts):
        try:
            _refuse_stranger(path, folder)
            data = read_file(path, str(path), limits)
        except InputError as error:
            faults += error.faults
            continue
        left -= len(data)
        if left < 0:
            most = limits.total_bytes // 2**20
            raise InputError([Fault(str(folder), 0, "", "inventory-too-large", {"most": most})])
        sources.append(Source(path.relative_to(folder).as_posix(), str(path), data))
    if not sources and not faults:
        raise InputError([Fault(str(folder), 0, "", "inventory-empty")])
    return sources, faults


def _walk(folder: Path, faults: list[Fault]) -> Iterator[Path]:
    """Yield the YAML files below *folder*; hidden ones are an editor's or a system's own."""

    def refused(error: OSError) -> None:
        faults.append(unreadable(error, str(error.filename)))

    for here, folders, files in os.walk(folder, onerror=refused):
        folders[:] = [name for name in folders if not name.startswith(".")]
        faults += [
            Fault(str(path), 0, "", "link-to-folder")
            for path in (Path(here, name) for name in folders)
            if path.is_symlink()
        ]
        for path in (Path(here, name) for name in files if not name.startswith(".")):
            if path.suffix == ".yaml":
                yield path
            elif path.suffix.lower() in (".yml", ".yaml"):
                values = {"name": f"{path.stem}.yaml"}
                faults.append(Fault(str(path), 0, "", "wrong-suffix", values))


def _refuse_stranger(path: Path, folder: Path) -> None:
    """Refuse a link that leads out: an inventory from elsewhere must not choose what is read."""
    if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(folder.resolve()):
        raise InputError([Fault(str(path), 0, "", "link-outside")])


def digest_of(sources: Iterable[Source]) -> str:
    """Return a digest of names and content: the same files, the same digest."""
    total = blake2b(digest_size=20)
    for source in sources:
        content = blake2b(source.data, digest_size=20).digest()
        total.update(source.name.encode("utf-8", "surrogateescape") + b"\0" + content)
    return total.hexdigest()
