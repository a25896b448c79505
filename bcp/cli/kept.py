"""Keeps what a check found, so that checking unchanged files again answers at once.

An entry is JSON under a digest of everything the answer depends on: the files, how they were
asked for, the language, and bcp itself. It is as good as none if it is damaged, and safe to
delete. Nothing heavy is imported here: that is the point.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

import bcp

_ENTRIES = 20
_HEX = 32
_SUFFIXES = (".yaml", ".yml")
_ACCEPTED = "accepted.yaml"


def kept_folder() -> Path | None:
    """Return where answers are kept; nowhere if ``BCP_NO_CACHE`` is set."""
    if os.environ.get("BCP_NO_CACHE"):
        return None
    from platformdirs import user_cache_path

    return user_cache_path("bcp", appauthor=False) / "checks"


def digest(inventory: str | None, asked: Sequence[str], files: Sequence[Path] = ()) -> str | None:
    """Return the digest of all that a check may read; nothing if that cannot be read.

    Parameters
    ----------
    inventory
        What was given as ``--inventory``.
    asked
        What else the answer depends on.
    files
        What else is read, wherever it lies.
    """
    here = Path.cwd()
    total = blake2b(digest_size=_HEX // 2)
    exists = str(inventory is not None and Path(inventory).exists())
    for text in (str(here), inventory or "", exists, *asked):
        total.update(text.encode("utf-8", "surrogateescape") + b"\0")
    try:
        for path in (*_own_files(), *_watched(here, inventory), *files):
            content = blake2b(path.read_bytes()).digest()
            total.update(os.fsencode(path) + b"\0" + content)
    except OSError:
        return None
    return total.hexdigest()


def _own_files() -> Iterator[Path]:
    """Yield the code of bcp: in a checkout it changes without a new version."""
    return iter(sorted(Path(bcp.__file__).parent.rglob("*.py")))


def _watched(here: Path, inventory: str | None) -> Iterator[Path]:
    """Yield every YAML file of the workspace, and of the inventory that was named."""
    named = None if inventory is None else Path(inventory).resolve()
    folders: dict[Path, None] = {}
    for start in (here, named or here):
        for folder in (start, *start.parents):
            if (folder / "inventory").is_dir() and (folder / "scenarios").is_dir():
                folders |= dict.fromkeys([folder / "inventory", folder / "scenarios"])
                folders |= {
                    held: None
                    for name in ("drills", "accepted")
                    if (held := folder / name).is_dir()
                }
                if (folder / _ACCEPTED).is_file():
                    yield folder / _ACCEPTED
                break
    if named is not None and named.exists():
        folders[named] = None
    records = {folder / "records" for folder in folders if folder.name == "drills"}
    for folder in folders:
        for top, below, files in os.walk(folder, onerror=_raise):
            below[:] = sorted(name for name in below if Path(top, name) not in records)
            yield from (Path(top, name) for name in sorted(files) if name.endswith(_SUFFIXES))


def _raise(error: OSError) -> None:
    raise error


def recall(folder: Path, key: str) -> dict[str, Any] | None:
    """Return what was kept under *key*."""
    with suppress(OSError, ValueError):
        checksum, payload = (folder / f"{key}.json").read_bytes().split(b"\n", 1)
        if checksum == _checksum(payload):
            document = json.loads(payload)
            return document if isinstance(document, dict) else None
    return None


def keep(folder: Path, key: str, document: dict[str, Any]) -> None:
    """Keep *document* under *key*; whatever fails here fails silently."""
    with suppress(OSError, ValueError):
        payload = json.dumps(document, ensure_ascii=False).encode()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, made = tempfile.mkstemp(dir=folder, suffix=".tmp")
        with os.fdopen(handle, "wb") as stream:
            stream.write(_checksum(payload) + b"\n" + payload)
        Path(made).replace(folder / f"{key}.json")
        entries = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime)
        for path in entries[:-_ENTRIES]:
            path.unlink(missing_ok=True)


def _checksum(payload: bytes) -> bytes:
    return blake2b(payload, digest_size=_HEX // 2).hexdigest().encode()
