"""The workspace: a folder with inventory, scenarios and drills, and what is meant by a name."""

from bcp.workspace.choosing import (
    library_scenarios,
    resolve,
    resolve_drill,
    resolve_inventory,
    scenario_path,
    schema_from,
)
from bcp.workspace.files import DrillFile, ScenarioFile, Workspace, find_workspace

__all__ = [
    "DrillFile",
    "ScenarioFile",
    "Workspace",
    "find_workspace",
    "library_scenarios",
    "resolve",
    "resolve_drill",
    "resolve_inventory",
    "scenario_path",
    "schema_from",
]
