"""Where the scenarios of an inventory lie, and where those of a new one go, for sheets."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from bcp.cli.opening import Opened
from bcp.cli.trouble import Faulty
from bcp.errors import Fault, InputError
from bcp.words import Lang

if TYPE_CHECKING:
    from bcp.exchange.book.inventory_files import Base
    from bcp.inventory.load import LoadedInventory

__all__ = ["base_with_scenarios", "exported", "home_of", "new_home", "place_in", "refuse_faulty"]

_OPENING = "# yaml-language-server: $schema={schema}\n"


def home_of(folder: Path) -> Path | None:
    """Return the folder of the scenarios of the inventory in *folder*; none outside a workspace."""
    from bcp.workspace import find_workspace

    workspace = find_workspace(folder)
    inventories = workspace.inventories() if workspace else ()
    if workspace is None or folder.resolve() not in {path.resolve() for path in inventories}:
        return None
    home = workspace.root / "scenarios"
    is_only = folder.resolve() == (workspace.root / "inventory").resolve()
    return home if is_only else home / folder.resolve().name


def new_home(target: Path) -> Path:
    """Return the folder for the scenarios of an inventory that is made in *target*.

    In the ``inventory/`` of a workspace it is where they are looked for, elsewhere beside it.
    """
    whole = target.absolute()
    if whole.parent.name == "inventory":
        return target.parent.parent / "scenarios" / whole.name
    return target.parent / f"{whole.name}-scenarios"


def base_with_scenarios(base: Base, folder: Path | None, home: Path | None) -> Base:
    """Return *base* with the scenarios of the inventory in *folder*.

    Parameters
    ----------
    base
        The files of the inventory.
    folder
        Where it lies; nothing for a new one.
    home
        Where its scenarios lie or will lie.

    Raises
    ------
    InputError
        If one cannot be read.
    """
    from bcp.exchange.book.inventory_files import with_scenarios
    from bcp.reading import read_file
    from bcp.workspace import schema_from

    if home is None:
        return with_scenarios(base, "scenarios", {})
    texts = {}
    for path in _files(folder) if folder is not None else ():
        name = Path(os.path.relpath(path.resolve(), home.resolve())).as_posix()
        texts[name] = (str(path), read_file(path, str(path)))
    opening = _OPENING.format(schema=schema_from(home, "scenario.schema.json"))
    return with_scenarios(base, _title(home), dict(sorted(texts.items())), opening.encode())


def _title(home: Path) -> str:
    """Return what the folder is called, wherever one stands."""
    whole = home.absolute()
    parts = whole.parts[-1:] if whole.name == "scenarios" else whole.parts[-2:]
    return "/".join(parts if parts[0] == "scenarios" else parts[-1:])


def _files(folder: Path) -> list[Path]:
    from bcp.workspace import find_workspace

    workspace = find_workspace(folder)
    if workspace is None:
        return []
    names = {folder.resolve().name} | ({None} if len(workspace.inventories()) == 1 else set())
    return [held.path for held in workspace.scenarios() if held.inventory in names]


def refuse_faulty(folder: Path, loaded: LoadedInventory, lang: Lang) -> None:
    """Complain of scenarios that are at fault, before they are made into rows.

    Raises
    ------
    Faulty
        With every fault of them.
    """
    from bcp.scenario.load import load_scenario

    faults: list[Fault] = []
    for path in _files(folder) if home_of(folder) is not None else ():
        try:
            load_scenario(path, loaded)
        except InputError as error:
            faults += error.faults
    if faults:
        raise Faulty(InputError(faults), lang)


def exported(opened: Opened, *, with_scenarios: bool) -> Base:
    """Return the files that are put on sheets.

    Raises
    ------
    Faulty
        If a scenario is at fault.
    """
    from bcp.exchange.book.inventory_files import read_base

    base = read_base(opened.folder)
    if not with_scenarios:
        return base
    refuse_faulty(opened.folder, opened.loaded, opened.lang)
    try:
        return base_with_scenarios(base, opened.folder, home_of(opened.folder))
    except InputError as error:
        raise Faulty(error, opened.lang) from None


def place_in(home: Path, name: str) -> Path:
    """Return where the scenario file *name* stands when all of them stand in *home*."""
    parts = [part for part in PurePosixPath(name).parts if part != ".."]
    return home.joinpath(*parts)
