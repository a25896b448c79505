"""From what was asked for to loaded inventory, scenario and drill, and the language to speak."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bcp.cli.language import written_language
from bcp.cli.options import Request
from bcp.cli.trouble import Faulty
from bcp.errors import Fault, InputError
from bcp.inventory.cache import default_cache
from bcp.inventory.faults import distinct
from bcp.inventory.load import LoadedInventory, load_inventory
from bcp.library import scenarios as library
from bcp.report.names import names_of
from bcp.scenario.load import LoadedScenario, load_scenario
from bcp.words import Lang
from bcp.workspace import resolve, resolve_drill, resolve_inventory, scenario_path

if TYPE_CHECKING:
    from bcp.drill.file.load import LoadedDrill


@dataclass(frozen=True, slots=True)
class Opened:
    """An inventory, and how to speak of it."""

    loaded: LoadedInventory
    folder: Path
    lang: Lang
    names: dict[str, str]
    settings: tuple[tuple[str, str], ...] = ()
    """Values of parameters for the scenarios that are named."""


def language_of(request: Request, folder: Path) -> Lang:
    """Return the language for an inventory that may be at fault."""
    return request.asked or written_language(folder) or request.local


def open_inventory(request: Request) -> Opened:
    """Return the inventory that is meant.

    Raises
    ------
    Faulty
        If its files are at fault.
    UsageError
        If there is none, or one of several has to be chosen.
    """
    return open_at(request, resolve_inventory(request.inventory, Path.cwd()))


def open_scenario(request: Request, name: str) -> tuple[Opened, LoadedScenario]:
    """Return the scenario that is meant, and its inventory.

    Raises
    ------
    Faulty
        If files are at fault.
    UsageError
        If either is not there, or one of several has to be chosen.
    """
    folder, path = meant(request.inventory, name)
    opened = open_at(request, folder)
    try:
        loaded = load_scenario(path, opened.loaded, dict(opened.settings))
    except InputError as error:
        raise Faulty(error, opened.lang) from None
    from bcp.cli.conditions import tell_skipped

    tell_skipped([loaded], opened.lang)
    return opened, loaded


def meant(inventory: str | None, name: str) -> tuple[Path, Path]:
    """Return the folder of the inventory and the file of the scenario that are meant.

    Parameters
    ----------
    inventory
        What was given as ``--inventory``, if anything.
    name
        The id of a scenario, of the workspace or for any inventory, or the path of a file.

    Raises
    ------
    UsageError
        If either is not there, or one of several has to be chosen.
    """
    return resolve(inventory, name, library=library())


def open_drill(request: Request, name: str) -> tuple[Opened, LoadedScenario, LoadedDrill]:
    """Return the drill that is meant, its inventory and the scenario that it rehearses.

    Raises
    ------
    Faulty
        If files are at fault.
    UsageError
        If one of them is not there, or one of several has to be chosen.
    """
    from bcp.drill.file.load import load_drill

    folder, path = resolve_drill(request.inventory, name)
    opened = open_at(request, folder)
    faults: list[Fault] = []
    scenario = None
    try:
        scenario = load_scenario(scenario_path(path, folder, library=library()), opened.loaded)
    except InputError as error:
        faults += error.faults
    try:
        drill = load_drill(path, opened.loaded, scenario.scenario if scenario else None)
        if scenario is not None:
            return opened, scenario, drill
    except InputError as error:
        faults += error.faults
    raise Faulty(InputError(distinct(faults)), opened.lang)


def open_at(request: Request, folder: Path) -> Opened:
    """Return the inventory in *folder*.

    Raises
    ------
    Faulty
        If its files are at fault.
    """
    try:
        cache = None if request.no_cache else default_cache()
        loaded = load_inventory(folder, cache=cache)
    except InputError as error:
        raise Faulty(error, language_of(request, folder)) from None
    lang = request.asked or loaded.inventory.organisation.language
    names = names_of(loaded.inventory, lang)
    return Opened(loaded, folder, lang, names, request.settings)
