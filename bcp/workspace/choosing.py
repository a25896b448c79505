"""Which inventory, scenario or drill is meant by what somebody typed or wrote."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bcp.errors import UsageError
from bcp.inventory.faults import Nearest
from bcp.workspace.files import (
    SUFFIXES,
    File,
    ScenarioFile,
    Workspace,
    find_workspace,
    inventory_of,
    library_of,
)

__all__ = [
    "library_scenarios",
    "resolve",
    "resolve_drill",
    "resolve_inventory",
    "scenario_path",
    "schema_from",
]


@dataclass(frozen=True)
class _Section:
    """A folder of the workspace in which files are chosen by id, and how to say what is wrong."""

    name: str
    files: Callable[[Workspace], Sequence[File]]
    empty: str
    unknown: str
    several: str


_SCENARIOS = _Section(
    "scenarios", Workspace.scenarios, "no-scenarios", "unknown-scenario", "which-scenario"
)
_DRILLS = _Section("drills", Workspace.drills, "no-drills", "unknown-drill", "which-drill")


def resolve_inventory(option: str | None, start: Path, own: str | None = None) -> Path:
    """Return the folder of the inventory that is meant.

    Parameters
    ----------
    option
        What was given as ``--inventory``: a path, or the name of an inventory of the workspace.
    start
        Where to look for the workspace from.
    own
        The name of the one that a scenario or a drill belongs to, if it does to any.

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
    if own is not None:
        return next(path for path in held if path.name == own)
    if len(held) > 1:
        preferred = next((path for path in held if path.name == _preferred()), None)
        if preferred is not None:
            return preferred
        raise UsageError("which-inventory", known=_list(path.name for path in held))
    return held[0]


def _preferred() -> str | None:
    """Return the name of the inventory that is meant where several could be."""
    return os.environ.get("BCP_INVENTORY")


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


def library_scenarios(
    workspace: Workspace | None, library: Path | None
) -> tuple[ScenarioFile, ...]:
    """Return the scenarios for any inventory, by id: the workspace's, then those of *library*.

    Parameters
    ----------
    workspace
        One that may keep some itself; of one id, its own is meant.
    library
        The folder of those that everybody has, if there is one.
    """
    own = () if workspace is None else workspace.library()
    shipped = () if library is None else library_of(library)
    held = {file.id: file for file in (*shipped, *own)}
    return tuple(held[name] for name in sorted(held))


def resolve(
    inventory: str | None,
    scenario: str,
    start: Path | None = None,
    *,
    library: Path | None = None,
) -> tuple[Path, Path]:
    """Return the folder of the inventory and the file of the scenario that are meant.

    Parameters
    ----------
    inventory
        What was given as ``--inventory``, if anything.
    scenario
        The id of a scenario of the workspace or of a library, or the path of a file.
    start
        Where to look for the workspace from; where one stands, if left out.
    library
        The folder of the scenarios for any inventory; the workspace's own come first.

    Raises
    ------
    UsageError
        If either is not there, or one of several has to be chosen.
    """
    start = start or Path.cwd()
    found = _in_library(inventory, scenario, start, library)
    if found is not None:
        return found
    try:
        return _resolve(_SCENARIOS, inventory, scenario, start)
    except UsageError as error:
        raise _with_library(error, scenario, find_workspace(start), library) from None


def _with_library(
    error: UsageError, name: str, workspace: Workspace | None, library: Path | None
) -> UsageError:
    """Return *error*, which may be that nothing has this name, with the word perhaps meant."""
    if error.key != "unknown-scenario":
        return error
    ids = [file.id for file in library_scenarios(workspace, library)]
    nearest = Nearest()(name, ids)
    return UsageError(f"{error.key}-near", nearest=nearest, **error.values) if nearest else error


def _in_library(
    inventory: str | None, name: str, start: Path, library: Path | None
) -> tuple[Path, Path] | None:
    """Return the inventory and the file, if *name* means a scenario for any inventory."""
    if _is_path(Path(name)) or Path(name).is_file():
        return None
    workspace = _own(inventory) or find_workspace(start)
    folder = None
    if workspace is not None:
        folder = _named(inventory, workspace) if inventory is not None else None
        own = None if folder is None else folder.name
        if any(
            file.inventory in (None, own or file.inventory) for file in _called(name, workspace)
        ):
            return None
    for file in library_scenarios(workspace, library):
        if file.id == name:
            return folder or resolve_inventory(inventory, start), file.path
    return None


def _called(name: str, workspace: Workspace) -> list[ScenarioFile]:
    """Return the workspace's own scenarios that *name* may mean."""
    return [file for file in workspace.scenarios() if name in (file.id, file.path.stem)]


def resolve_drill(
    inventory: str | None, drill: str, start: Path | None = None
) -> tuple[Path, Path]:
    """Return the folder of the inventory and the file of the drill that are meant.

    Parameters
    ----------
    inventory
        What was given as ``--inventory``, if anything.
    drill
        The id of a drill of the workspace, or the path of a file.
    start
        Where to look for the workspace from; where one stands, if left out.

    Raises
    ------
    UsageError
        If either is not there, or one of several has to be chosen.
    """
    return _resolve(_DRILLS, inventory, drill, start or Path.cwd())


def _resolve(section: _Section, inventory: str | None, name: str, start: Path) -> tuple[Path, Path]:
    path = Path(name)
    if _is_path(path) or path.is_file():
        return _inventory_of_file(inventory, path, start, section), path
    workspace = _own(inventory) or _workspace(start)
    folder = _named(inventory, workspace) if inventory is not None else None
    chosen = _choose(section, name, folder, workspace)
    return folder or resolve_inventory(None, start, chosen.inventory), chosen.path


def _own(inventory: str | None) -> Workspace | None:
    """Return the workspace that was given in the place of an inventory, if it is one."""
    root = None if inventory is None else Path(inventory)
    if root is None or not ((root / "inventory").is_dir() and (root / "scenarios").is_dir()):
        return None
    return Workspace(root)


def scenario_path(drill: Path, inventory: Path, *, library: Path | None = None) -> Path:
    """Return the file of the scenario that the drill in the file *drill* rehearses.

    Parameters
    ----------
    drill
        The file of the drill.
    inventory
        The folder of its inventory: of several scenarios of one id, its own is meant.
    library
        The folder of the scenarios for any inventory; the workspace's own come first.

    Raises
    ------
    InputError
        If the head of the drill is at fault, or there is no such scenario.
    """
    from bcp.drill.file.load import fault_in, scenario_named_in

    name = scenario_named_in(drill)
    if _is_path(Path(name)):
        path = drill.parent / name
        if path.is_file():
            return path
        raise fault_in(drill, ("drill", "scenario"), "drill-scenario-missing", file=str(path))
    try:
        start = drill.parent if find_workspace(drill.parent) else Path.cwd()
        if found := _in_library(str(inventory), name, start, library):
            return found[1]
        workspace = _workspace(start)
        return _choose(_SCENARIOS, name, inventory, workspace).path
    except UsageError as error:
        raise fault_in(drill, ("drill", "scenario"), error.key, **error.values) from None


def schema_from(folder: Path, name: str = "drill.schema.json") -> str:
    """Return where an editor finds a schema, as seen from a file in *folder*.

    Parameters
    ----------
    folder
        Where the file lies or will lie; in no workspace, where it would be in one is returned.
    name
        Of the schema.
    """
    workspace = find_workspace(folder)
    for place in ("schemas", "bcp/schemas"):
        if workspace is not None and (workspace.root / place / name).is_file():
            there = (workspace.root / place / name).resolve()
            return Path(os.path.relpath(there, folder.resolve())).as_posix()
    return f"../../schemas/{name}"


def _is_path(path: Path) -> bool:
    """Return whether a file is meant rather than an id."""
    return path.suffix in SUFFIXES or len(path.parts) > 1


def _workspace(start: Path) -> Workspace:
    workspace = find_workspace(start)
    if workspace is None:
        raise UsageError("no-workspace")
    return workspace


def _choose(section: _Section, name: str, folder: Path | None, workspace: Workspace) -> File:
    """Return the file *name*; one that belongs to the inventory in *folder* if it can be."""
    known = section.files(workspace)
    if not known:
        raise UsageError(section.empty, folder=str(workspace.root / section.name))
    found = [held for held in known if held.id == name] or [
        held for held in known if held.path.stem == name
    ]
    if len(found) > 1:
        wanted = _preferred() if folder is None else folder.name
        found = [held for held in found if held.inventory == wanted] or found
    if not found:
        raise _unknown(section.unknown, name, [held.id for held in known])
    if len(found) > 1:
        files = _list(str(held.path) for held in found)
        raise UsageError(section.several, name=name, known=files)
    return found[0]


def _inventory_of_file(option: str | None, path: Path, start: Path, section: _Section) -> Path:
    """Return the inventory for the file *path*: of its own workspace, if it lies in one."""
    if option is not None:
        return resolve_inventory(option, start)
    own = find_workspace(path.parent)
    folder = path.resolve().parent
    if (own is None or folder != own.root.resolve()) and (folder / "inventory").is_dir():
        return path.parent / "inventory"
    if own is None:
        return resolve_inventory(None, start)
    names = {held.name for held in own.inventories()}
    inventory = inventory_of(path.resolve(), own.root.resolve() / section.name, names)
    return resolve_inventory(None, own.root, inventory)


def _unknown(key: str, name: str, known: Sequence[str]) -> UsageError:
    nearest = Nearest()(name, known)
    values = {"name": name, "known": _list(known)}
    if nearest is None:
        return UsageError(key, **values)
    return UsageError(f"{key}-near", nearest=nearest, **values)


def _list(names: Iterator[str] | Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(names))
