"""Making the record of a drill: a folder that is there whole or not at all.

It holds ``record.jsonl``, and in ``inputs/`` the files that are run, byte for byte, so that it can
be replayed, reported and compared whatever becomes of the inventory.
"""

from __future__ import annotations

import secrets
import shutil
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import Literal

import bcp
from bcp.drill.record.chain import FORMAT, Digests, RecordHead, first_line
from bcp.drill.record.journal import RECORD, sync_folder, write_through
from bcp.errors import InputError, UsageError
from bcp.inventory.files import Source, digest_of, find_sources
from bcp.reading import LIMITS, read_file
from bcp.words import Lang

__all__ = ["DRILL", "INVENTORY", "SCENARIO", "Inputs", "head_of", "make_record", "read_inputs"]

INVENTORY = Path("inputs", "inventory")
SCENARIO = Path("inputs", "scenario.yaml")
DRILL = Path("inputs", "drill.yaml")
"""Where the copies lie in the folder of a record."""


@dataclass(frozen=True)
class Inputs:
    """The files that a drill is made of, as they were read."""

    inventory: tuple[Source, ...]
    scenario: bytes
    drill: bytes

    @property
    def digests(self) -> Digests:
        """What the head of a record says of them."""
        return Digests(
            inventory=digest_of(self.inventory),
            scenario=blake2b(self.scenario, digest_size=20).hexdigest(),
            drill=blake2b(self.drill, digest_size=20).hexdigest(),
        )


def read_inputs(inventory: Path, scenario: Path, drill: Path) -> Inputs:
    """Return the files of an inventory (a folder), a scenario and a drill.

    Raises
    ------
    InputError
        If one cannot be read.
    """
    sources, faults = find_sources(inventory, LIMITS)
    if faults:
        raise InputError(faults)
    scenario_data, drill_data = (read_file(path, str(path)) for path in (scenario, drill))
    return Inputs(tuple(sources), scenario_data, drill_data)


def head_of(
    inputs: Inputs, drill: str, lang: Lang, made: str, by: Literal["people", "script"] = "people"
) -> RecordHead:
    """Return the first line of a record.

    Parameters
    ----------
    inputs
        The files that are run.
    drill
        The id of the drill.
    lang
        Its language.
    made
        The local time, ISO 8601 with offset.
    by
        Who runs it.
    """
    return RecordHead(
        bcp=bcp.__version__,
        record=FORMAT,
        drill=drill,
        inputs=inputs.digests,
        lang=lang,
        made=made,
        by=by,
    )


def make_record(folder: Path, inputs: Inputs, head: RecordHead, *, is_exact: bool = False) -> Path:
    """Make a new record, whole or not at all, and return its folder.

    Parameters
    ----------
    folder
        Where the records lie: it becomes ``folder/<drill>/<local start>``, numbered if that is
        there; or the very folder to make, if *is_exact*.
    inputs
        The files to copy.
    head
        The first line.
    is_exact
        Whether *folder* is to be the record itself.

    Raises
    ------
    UsageError
        If the very folder is there and not empty.
    OSError
        If it cannot be written; nothing is left of it then.
    """
    parent = folder.parent if is_exact else folder / head.drill
    fresh = parent / f".{secrets.token_hex(6)}.new"
    try:
        parent.mkdir(parents=True, exist_ok=True)
        _fill(fresh, inputs, head)
        return _put(fresh, folder) if is_exact else _put_free(fresh, parent, head.made)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(folder)) from None
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _fill(fresh: Path, inputs: Inputs, head: RecordHead) -> None:
    files = {INVENTORY / source.name: source.data for source in inputs.inventory}
    files |= {SCENARIO: inputs.scenario, DRILL: inputs.drill, Path(RECORD): first_line(head)[0]}
    folders = {fresh: None}
    for name, data in files.items():
        path = fresh / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_through(path, data)
        folders |= dict.fromkeys(p for p in path.parents if p.is_relative_to(fresh))
    for path in sorted(folders, key=lambda held: -len(held.parts)):
        sync_folder(path)


def _put(fresh: Path, folder: Path) -> Path:
    """Give the filled folder its place."""
    if folder.exists():
        if not folder.is_dir() or any(folder.iterdir()):
            raise UsageError("target-not-empty", target=str(folder))
        folder.rmdir()
    fresh.rename(folder)
    sync_folder(folder.parent)
    return folder


def _put_free(fresh: Path, parent: Path, made: str) -> Path:
    """Give the filled folder the first name of its minute that is free."""
    stamp = datetime.fromisoformat(made).strftime("%Y%m%d-%H%M")
    number = 1
    while True:
        name = stamp if number == 1 else f"{stamp}-{number}"
        try:
            return _put(fresh, parent / name)
        except (UsageError, FileExistsError):
            number += 1
