"""What there is to name in a workspace: inventories, scenarios and drills."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bcp.errors import InputError
from bcp.reading import LIMITS
from bcp.scenario.load import read_head
from bcp.scenario.models import Head

if TYPE_CHECKING:
    from bcp.drill.file.models import Head as DrillHead

__all__ = [
    "SUFFIXES",
    "DrillFile",
    "File",
    "ScenarioFile",
    "Workspace",
    "find_workspace",
    "inventory_of",
    "library_of",
]

_ORGANISATION = re.compile(
    rb"""^(?:\xef\xbb\xbf)?(?:\{\s*)?["']?organisation["']?\s*:""", re.MULTILINE
)
_TOP = re.compile(rb"""^(?:\xef\xbb\xbf)?(?:\{\s*)?["']?(scenario|drill)["']?\s*:""", re.MULTILINE)
SUFFIXES = (".yaml", ".yml")
_RECORDS = "records"
"""The folder of what was written down in drills; nothing in it is a drill."""
_LIBRARY = "library"
"""The folder of scenarios for any inventory; none of them belongs to one."""


@dataclass(frozen=True)
class ScenarioFile:
    """A scenario of a workspace."""

    id: str
    """As it is named on the command line."""
    path: Path
    """Its file."""
    head: Head | None
    """What the file says of itself; nothing if that cannot be read."""
    inventory: str | None
    """The inventory whose folder name its own folder has."""


@dataclass(frozen=True)
class DrillFile:
    """A drill of a workspace."""

    id: str
    """As it is named on the command line."""
    path: Path
    """Its file."""
    head: DrillHead | None
    """What the file says of itself; nothing if that cannot be read."""
    inventory: str | None
    """The inventory whose folder name its own folder has."""


File = ScenarioFile | DrillFile


@dataclass(frozen=True)
class Workspace:
    """A folder that holds ``inventory/`` and ``scenarios/``, and perhaps ``drills/``."""

    root: Path
    """Relative to where one stands, if it lies there."""

    def inventories(self) -> tuple[Path, ...]:
        """Return the folders that hold an organisation each, or ``inventory/`` itself."""
        folder = self.root / "inventory"
        yaml = [path for path in _entries(folder) if path.suffix in SUFFIXES]
        if yaml:
            return (folder,)
        held = [path for path in _entries(folder) if path.is_dir() and _holds_organisation(path)]
        return tuple(held) or (folder,)

    def scenarios(self) -> tuple[ScenarioFile, ...]:
        """Return every scenario, by id; those of a library are not the workspace's own."""
        names = {path.name for path in self.inventories()}
        folder = self.root / "scenarios"
        left_out = None if _LIBRARY in names else folder / _LIBRARY
        found = (path for path in _yaml(folder) if left_out not in path.parents)
        return tuple(sorted((_scenario(path, folder, names) for path in found), key=_by_id))

    def library(self) -> tuple[ScenarioFile, ...]:
        """Return the scenarios for any inventory that the workspace keeps itself, by id."""
        if _LIBRARY in {path.name for path in self.inventories()}:
            return ()
        return library_of(self.root / "scenarios" / _LIBRARY)

    def drills(self) -> tuple[DrillFile, ...]:
        """Return every drill, by id; scenarios that lie beside them are none."""
        names = {path.name for path in self.inventories()}
        folder = self.root / "drills"
        paths = (path for path in _yaml(folder, _RECORDS) if _may_be_drill(path))
        return tuple(sorted((_drill(path, folder, names) for path in paths), key=_by_id))


def library_of(folder: Path) -> tuple[ScenarioFile, ...]:
    """Return the scenarios for any inventory in *folder*, by id; none if it is not there."""
    return tuple(sorted((_scenario(path, folder, set()) for path in _yaml(folder)), key=_by_id))


def _by_id(held: File) -> tuple[str, str]:
    return held.id, str(held.path)


def _scenario(path: Path, folder: Path, inventories: set[str]) -> ScenarioFile:
    """Describe the file *path*; one that cannot be read goes by its file name."""
    try:
        head = read_head(path)
    except InputError:
        head = None
    inventory = inventory_of(path, folder, inventories)
    return ScenarioFile(head.id if head else path.stem, path, head, inventory)


def _drill(path: Path, folder: Path, inventories: set[str]) -> DrillFile:
    """Describe the file *path*; one that cannot be read goes by its file name."""
    from bcp.drill.file.load import read_drill_head

    try:
        head = read_drill_head(path)
    except InputError:
        head = None
    inventory = inventory_of(path, folder, inventories)
    return DrillFile(head.id if head else path.stem, path, head, inventory)


def inventory_of(path: Path, folder: Path, inventories: set[str]) -> str | None:
    """Return the inventory by whose name the folder that *path* lies in is called."""
    first = path.relative_to(folder).parts[0] if path.is_relative_to(folder) else ""
    return first if first in inventories else None


def _may_be_drill(path: Path) -> bool:
    """Return whether *path* is not, by its keys, a scenario."""
    return {match[1] for match in _TOP.finditer(_bytes(path))} != {b"scenario"}


def _entries(folder: Path) -> list[Path]:
    """Return what lies in *folder*, hidden things aside; nothing if it cannot be read."""
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:
        return []


def _yaml(folder: Path, left_out: str = "") -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(n for n in folders if not n.startswith(".") and n != left_out)
        for name in sorted(files):
            if name.endswith(".yaml") and not name.startswith("."):
                yield Path(here, name)


def _holds_organisation(folder: Path) -> bool:
    """Return whether a file below *folder* has the key at its top, without reading it as YAML."""
    return any(_ORGANISATION.search(_bytes(path)) for path in _yaml(folder))


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(LIMITS.file_bytes)
    except OSError:
        return b""


def find_workspace(start: Path) -> Workspace | None:
    """Return the workspace that *start* lies in: the nearest, looking upwards."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / "inventory").is_dir() and (folder / "scenarios").is_dir():
            return Workspace(_near(folder))
    return None


def _near(path: Path) -> Path:
    """Return *path* as one would name it from where one stands."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
