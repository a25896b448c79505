"""Which organisations and scenarios ``bcp risk --inventories`` means: folders, patterns, ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from glob import glob, has_magic
from pathlib import Path

from bcp.cli.command import Complaint
from bcp.library import scenarios as library
from bcp.workspace import ScenarioFile, Workspace, find_workspace, library_scenarios
from bcp.workspace.files import SUFFIXES

__all__ = ["Meant", "folders_of", "meant", "scenarios_of"]


@dataclass(frozen=True, slots=True)
class Meant:
    """What a command line means."""

    folders: tuple[Path, ...]
    """Of inventories, each once, in the order in which they were named."""
    scenarios: tuple[str, ...]
    """Ids or files; none: whatever each organisation has."""
    passed_over: tuple[str, ...]
    """What was named among the folders and is none."""


def meant(patterns: Sequence[str], words: Sequence[str]) -> Meant:
    """Return what ``--inventories`` and the words of a command line mean together.

    A shell that knows patterns has turned ``--inventories DIR/*`` into one folder for the option
    and the others as words; of one that does not, the pattern itself arrives. Either is understood:
    a word that is a folder is one of the inventories, and a file beside the folders is passed over.

    Raises
    ------
    Complaint
        If a pattern matches nothing, or a folder is not there.
    """
    named: list[Path] = []
    for pattern in patterns:
        found = _matching(pattern)
        if not found:
            raise Complaint("many-none", pattern=pattern)
        named += found
    beside = {path.parent for path in named}
    scenarios: list[str] = []
    for word in words:
        path = Path(word)
        if path.is_dir() or (path.exists() and path.parent in beside and not _is_yaml(path)):
            named.append(path)
        else:
            scenarios.append(word)
    folders = [folder for path in named if path.is_dir() for folder in folders_of(path)]
    return Meant(
        tuple({folder.resolve(): folder for folder in folders}.values()),
        tuple(scenarios),
        tuple(str(path) for path in named if not path.is_dir()),
    )


def _matching(pattern: str) -> list[Path]:
    path = Path(pattern)
    if path.exists():
        return [path]
    if not has_magic(pattern):
        return []
    found = [Path(name) for name in sorted(glob(pattern, recursive=True))]  # noqa: PTH207 (absolute patterns too)
    return [path for path in found if path.is_dir()]


def _is_yaml(path: Path) -> bool:
    return path.suffix in SUFFIXES


def folders_of(path: Path) -> tuple[Path, ...]:
    """Return the inventories of a workspace, or the folder itself if it is none."""
    if (path / "inventory").is_dir() and (path / "scenarios").is_dir():
        return Workspace(path).inventories()
    return (path,)


@cache
def _listed(root: Path) -> tuple[ScenarioFile, ...]:
    """Return the scenarios of a workspace; hundreds of inventories may stand in one."""
    return Workspace(root).scenarios()


def scenarios_of(folder: Path, wanted: Sequence[str]) -> Iterator[tuple[str, Path | None]]:
    """Yield the scenarios of the inventory in *folder*: their names, and files where there are any.

    Without any *wanted* those that have a likelihood, or all if none has one.
    """
    workspace = find_workspace(folder)
    own = {} if workspace is None else _own(workspace, folder)
    if not wanted:
        rated = {id_: held for id_, held in own.items() if held.head and held.head.likelihood}
        yield from ((id_, held.path) for id_, held in (rated or own).items())
    for name in wanted:
        if _is_yaml(Path(name)):
            yield name, Path(name)
        else:
            held = own.get(name) or _for_anybody(workspace).get(name)
            yield name, None if held is None else held.path


def _for_anybody(workspace: Workspace | None) -> dict[str, ScenarioFile]:
    """Return the scenarios for any inventory, by id."""
    return _library(None if workspace is None else workspace.root)


@cache
def _library(root: Path | None) -> dict[str, ScenarioFile]:
    workspace = None if root is None else Workspace(root)
    return {file.id: file for file in library_scenarios(workspace, library())}


def _own(workspace: Workspace, folder: Path) -> dict[str, ScenarioFile]:
    """Return the scenarios that are for an inventory, its own before those for everybody."""
    held = [file for file in _listed(workspace.root) if file.inventory in (None, folder.name)]
    held.sort(key=lambda file: file.inventory is not None)
    return dict(sorted({file.id: file for file in held}.items()))
