"""The workspace: a folder with inventory, scenarios and drills, and what there is in it to name."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bcp.errors import InputError, UsageError
from bcp.inventory.faults import Nearest
from bcp.reading import LIMITS
from bcp.scenario.load import read_head
from bcp.scenario.models import Head

__all__ = ["ScenarioFile", "Workspace", "find_workspace", "resolve", "resolve_inventory"]

_ORGANISATION = re.compile(
    rb"""^(?:\xef\xbb\xbf)?(?:\{\s*)?["']?organisation["']?\s*:""", re.MULTILINE
)
_SUFFIXES = (".yaml", ".yml")


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
class Workspace:
    """A folder that holds ``inventory/`` and ``scenarios/``."""

    root: Path
    """Relative to where one stands, if it lies there."""

    def inventories(self) -> tuple[Path, ...]:
        """Return the folders that hold an organisation each, or ``inventory/`` itself."""
        folder = self.root / "inventory"
        yaml = [path for path in _entries(folder) if path.suffix in _SUFFIXES]
        if yaml:
            return (folder,)
        held = [path for path in _entries(folder) if path.is_dir() and _holds_organisation(path)]
        return tuple(held) or (folder,)

    def scenarios(self) -> tuple[ScenarioFile, ...]:
        """Return every scenario, by id."""
        names = {path.name for path in self.inventories()}
        folder = self.root / "scenarios"
        return tuple(sorted((_scenario(path, folder, names) for path in _yaml(folder)), key=_by_id))


def _by_id(scenario: ScenarioFile) -> tuple[str, str]:
    return scenario.id, str(scenario.path)


def _scenario(path: Path, folder: Path, inventories: set[str]) -> ScenarioFile:
    """Describe the file *path*; one that cannot be read goes by its file name."""
    try:
        head = read_head(path)
    except InputError:
        head = None
    first = path.relative_to(folder).parts[0]
    inventory = first if first in inventories else None
    return ScenarioFile(head.id if head else path.stem, path, head, inventory)


def _entries(folder: Path) -> list[Path]:
    """Return what lies in *folder*, hidden things aside; nothing if it cannot be read."""
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:
        return []


def _yaml(folder: Path) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
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


def resolve_inventory(
    option: str | None, start: Path, scenario: ScenarioFile | None = None
) -> Path:
    """Return the folder of the inventory that is meant.

    Parameters
    ----------
    option
        What was given as ``--inventory``: a path, or the name of an inventory of the workspace.
    start
        Where to look for the workspace from.
    scenario
        A scenario that may tell which one it belongs to.

    Raises
    ------
    UsageError
        If there is none, or one of several has to be chosen.
    """
    workspace = find_workspace(start)
    if option is not None:
        return _named(option, workspace)
    if workspace is None:
        raise UsageError("no-workspace")
    held = workspace.inventories()
    if scenario is not None and scenario.inventory is not None:
        return next(path for path in held if path.name == scenario.inventory)
    if len(held) > 1:
        raise UsageError("which-inventory", known=_list(path.name for path in held))
    return held[0]


def _named(option: str, workspace: Workspace | None) -> Path:
    path = Path(option)
    if (path / "inventory").is_dir() and (path / "scenarios").is_dir():
        return resolve_inventory(None, path)
    if path.exists() or workspace is None or len(path.parts) != 1:
        return path
    known = [held.name for held in workspace.inventories()]
    if (workspace.root / "inventory" / option).is_dir():
        return workspace.root / "inventory" / option
    raise _unknown("unknown-inventory", option, known)


def resolve(inventory: str | None, scenario: str, start: Path | None = None) -> tuple[Path, Path]:
    """Return the folder of the inventory and the file of the scenario that are meant.

    Parameters
    ----------
    inventory
        What was given as ``--inventory``, if anything.
    scenario
        The id of a scenario of the workspace, or the path of a file.
    start
        Where to look for the workspace from; where one stands, if left out.

    Raises
    ------
    UsageError
        If either is not there, or one of several has to be chosen.
    """
    start = start or Path.cwd()
    path = Path(scenario)
    if path.suffix in _SUFFIXES or len(path.parts) > 1 or path.is_file():
        return _inventory_of_file(inventory, path, start), path
    workspace = find_workspace(start)
    if workspace is None:
        raise UsageError("no-workspace")
    folder = _named(inventory, workspace) if inventory is not None else None
    chosen = _choose(workspace, scenario, folder)
    return folder or resolve_inventory(None, start, chosen), chosen.path


def _choose(workspace: Workspace, name: str, folder: Path | None) -> ScenarioFile:
    """Return the scenario *name*; one that belongs to the inventory in *folder* if it can be."""
    known = workspace.scenarios()
    if not known:
        raise UsageError("no-scenarios", folder=str(workspace.root / "scenarios"))
    found = [held for held in known if held.id == name] or [
        held for held in known if held.path.stem == name
    ]
    if folder is not None and len(found) > 1:
        found = [held for held in found if held.inventory == folder.name] or found
    if not found:
        raise _unknown("unknown-scenario", name, [held.id for held in known])
    if len(found) > 1:
        raise UsageError("which-scenario", name=name, known=_list(str(h.path) for h in found))
    return found[0]


def _inventory_of_file(option: str | None, path: Path, start: Path) -> Path:
    """Return the inventory for the scenario in *path*: of its own workspace, if it lies in one."""
    if option is not None:
        return resolve_inventory(option, start)
    own = find_workspace(path.parent)
    folder = path.resolve().parent
    if (own is None or folder != own.root.resolve()) and (folder / "inventory").is_dir():
        return path.parent / "inventory"
    if own is None:
        return resolve_inventory(None, start)
    return resolve_inventory(None, own.root, _described(path, own))


def _described(path: Path, workspace: Workspace) -> ScenarioFile:
    """Return *path* as a scenario of *workspace*, its content unread."""
    names = {held.name for held in workspace.inventories()}
    folder, there = workspace.root.resolve() / "scenarios", path.resolve()
    first = there.relative_to(folder).parts[0] if there.is_relative_to(folder) else ""
    return ScenarioFile(path.stem, path, None, first if first in names else None)


def _unknown(key: str, name: str, known: Sequence[str]) -> UsageError:
    nearest = Nearest()(name, known)
    values = {"name": name, "known": _list(known)}
    if nearest is None:
        return UsageError(key, **values)
    return UsageError(f"{key}-near", nearest=nearest, **values)


def _list(names: Iterator[str] | Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(names))
