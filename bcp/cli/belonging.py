"""What belongs to an inventory: its scenarios and drills, with the faults of all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bcp.drill.file.load import LoadedDrill, load_drill
from bcp.errors import Fault, InputError
from bcp.inventory.faults import Nearest, distinct
from bcp.inventory.load import LoadedInventory
from bcp.library import scenarios as library
from bcp.scenario.load import LoadedScenario, load_scenario
from bcp.scenario.models import Head
from bcp.words import Word
from bcp.workspace import DrillFile, ScenarioFile, Workspace, find_workspace, scenario_path

_File = TypeVar("_File", ScenarioFile, DrillFile)


@dataclass(frozen=True)
class Belongings:
    """The scenarios and drills of an inventory."""

    scenarios: tuple[LoadedScenario, ...]
    """Those without faults, those that lie beside a drill too."""
    drills: tuple[tuple[LoadedDrill, Head], ...]
    """Those without faults, each with the head of the scenario that it rehearses."""
    faults: tuple[Fault, ...]
    """Of all files."""
    is_inside: bool
    """Whether all that was read lies in the workspace."""
    listed: tuple[LoadedScenario, ...] = ()
    """Those without faults in the folder of scenarios: what the plan is written for."""


def belongings(folder: Path, loaded: LoadedInventory) -> Belongings:
    """Return the scenarios and drills that belong to the inventory in *folder*."""
    case = _case_of(folder, loaded)
    if case is None:
        return Belongings((), (), (), is_inside=True)
    listed = case.scenarios()
    scenarios = tuple(held for held in case.read.values() if held is not None)
    case.faults.extend(_planned_in_vain(loaded, case.own(case.workspace.scenarios())))
    drills = [case.drill(held.path) for held in case.own(case.workspace.drills())]
    root = case.workspace.root.resolve()
    return Belongings(
        scenarios,
        tuple(held for held in drills if held is not None),
        tuple(sorted(distinct(case.faults))),
        is_inside=all(
            path.is_relative_to(root) or path.is_relative_to(library().resolve())
            for path in case.read
        ),
        listed=listed,
    )


def scenarios_of(
    folder: Path, loaded: LoadedInventory
) -> tuple[tuple[LoadedScenario, ...], tuple[Fault, ...]]:
    """Return the scenarios that were written for the inventory in *folder*, and their faults."""
    case = _case_of(folder, loaded)
    return ((), ()) if case is None else (case.scenarios(), tuple(distinct(case.faults)))


def _case_of(folder: Path, loaded: LoadedInventory) -> _Case | None:
    """Return what can be read beside the inventory in *folder*, if it is one of a workspace."""
    workspace = find_workspace(folder)
    inventories = workspace.inventories() if workspace else ()
    if workspace is None or folder.resolve() not in {path.resolve() for path in inventories}:
        return None
    names = {folder.resolve().name} | ({None} if len(inventories) == 1 else set())
    return _Case(workspace, folder, loaded, names, {}, [])


def _planned_in_vain(loaded: LoadedInventory, own: Sequence[ScenarioFile]) -> Iterator[Fault]:
    """Yield the scenarios that the plan names and that are not there."""
    plan, known = loaded.inventory.plan, [held.id for held in own]
    nearest = Nearest()
    for number, name in enumerate(plan.scenarios if plan else ()):
        if name not in known:
            place = loaded.places["plan:scenarios"]
            where, wanted = f"plan.scenarios[{number}]", Word("sort-scenario")
            key, values = "unknown-id", {"id": name, "wanted": wanted}
            if meant := nearest(name, known):
                key, values["nearest"] = "unknown-id-near", meant
            yield Fault(place.file, place.line, where, key, values)


@dataclass(frozen=True)
class _Case:
    """What has been read so far."""

    workspace: Workspace
    folder: Path
    loaded: LoadedInventory
    names: set[str | None]
    """By which folders a file is one of this inventory."""
    read: dict[Path, LoadedScenario | None]
    """The scenario in each file, or nothing if that is at fault."""
    faults: list[Fault]

    def own(self, files: Sequence[_File]) -> list[_File]:
        """Return those of *files* that belong to this inventory."""
        return [held for held in files if held.inventory in self.names]

    def scenarios(self) -> tuple[LoadedScenario, ...]:
        """Return the scenarios that lie where scenarios do, their faults noted."""
        found = [self.scenario(held.path) for held in self.own(self.workspace.scenarios())]
        return tuple(held for held in found if held is not None)

    def scenario(self, path: Path) -> LoadedScenario | None:
        """Return the scenario in the file *path*, its faults noted."""
        there = path.resolve()
        if there not in self.read:
            self.read[there] = None
            try:
                self.read[there] = load_scenario(path, self.loaded)
            except InputError as error:
                self.faults.extend(error.faults)
        return self.read[there]

    def drill(self, path: Path) -> tuple[LoadedDrill, Head] | None:
        """Return the drill in the file *path* and the head of its scenario, its faults noted."""
        scenario = None
        try:
            scenario = self.scenario(scenario_path(path, self.folder, library=library()))
        except InputError as error:
            self.faults.extend(error.faults)
        held = scenario.scenario if scenario else None
        try:
            drill = load_drill(path, self.loaded, held)
        except InputError as error:
            self.faults.extend(error.faults)
            return None
        return (drill, held.scenario) if held else None
