"""What belongs to an inventory: its scenarios and drills, with the faults of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bcp.drill.file.load import LoadedDrill, load_drill
from bcp.errors import Fault, InputError
from bcp.inventory.faults import distinct
from bcp.inventory.load import LoadedInventory
from bcp.scenario.load import LoadedScenario, load_scenario
from bcp.scenario.models import Head
from bcp.workspace import DrillFile, ScenarioFile, Workspace, find_workspace, scenario_path


@dataclass(frozen=True)
class Belongings:
    """The scenarios and drills of an inventory."""

    scenarios: tuple[LoadedScenario, ...]
    """Those without faults."""
    drills: tuple[tuple[LoadedDrill, Head], ...]
    """Those without faults, each with the head of the scenario that it rehearses."""
    faults: tuple[Fault, ...]
    """Of all files."""
    is_inside: bool
    """Whether all that was read lies in the workspace."""


def belongings(folder: Path, loaded: LoadedInventory) -> Belongings:
    """Return the scenarios and drills that belong to the inventory in *folder*."""
    workspace = find_workspace(folder)
    inventories = workspace.inventories() if workspace else ()
    if workspace is None or folder.resolve() not in {path.resolve() for path in inventories}:
        return Belongings((), (), (), is_inside=True)
    names = {folder.resolve().name} | ({None} if len(inventories) == 1 else set())
    case = _Case(workspace, folder, loaded, {}, [])
    for scenario in _own(workspace.scenarios(), names):
        case.scenario(scenario)
    scenarios = tuple(held for held in case.read.values() if held is not None)
    drills = [case.drill(path) for path in _own(workspace.drills(), names)]
    return Belongings(
        scenarios,
        tuple(held for held in drills if held is not None),
        tuple(sorted(distinct(case.faults))),
        is_inside=all(path.is_relative_to(workspace.root.resolve()) for path in case.read),
    )


def _own(files: Sequence[ScenarioFile | DrillFile], names: set[str | None]) -> list[Path]:
    return [held.path for held in files if held.inventory in names]


@dataclass(frozen=True)
class _Case:
    """What has been read so far."""

    workspace: Workspace
    folder: Path
    loaded: LoadedInventory
    read: dict[Path, LoadedScenario | None]
    """The scenario in each file, or nothing if that is at fault."""
    faults: list[Fault]

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
            scenario = self.scenario(scenario_path(path, self.folder))
        except InputError as error:
            self.faults.extend(error.faults)
        held = scenario.scenario if scenario else None
        try:
            drill = load_drill(path, self.loaded, held)
        except InputError as error:
            self.faults.extend(error.faults)
            return None
        return (drill, held.scenario) if held else None
