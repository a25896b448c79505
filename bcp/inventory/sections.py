"""The sections that the files of an inventory have, and within which of them ids are unique."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from bcp.fields import Item
from bcp.inventory.facts import Action, Contract, Measure, Person, PlanFacts, Role
from bcp.inventory.measured import Measurement
from bcp.inventory.models import Component, Function, Organisation, Procedure, Team

__all__ = ["LISTS", "SINGLES", "SORTS", "SPACES", "Sort"]

Sort = Literal[
    "component", "function", "team", "procedure", "person", "role", "contract", "measure"
]

SINGLES: Mapping[str, type[Item]] = {"organisation": Organisation, "plan": PlanFacts}
"""What stands once in all files, and its model."""
LISTS: Mapping[str, type[Item]] = {
    "components": Component,
    "functions": Function,
    "teams": Team,
    "procedures": Procedure,
    "measurements": Measurement,
    "people": Person,
    "roles": Role,
    "contracts": Contract,
    "measures": Measure,
    "actions": Action,
}
"""What every file may hold any number of, and the model of each."""
SORTS: Mapping[str, Sort] = {
    "components": "component",
    "functions": "function",
    "teams": "team",
    "procedures": "procedure",
    "people": "person",
    "roles": "role",
    "contracts": "contract",
    "measures": "measure",
}
"""What an item of a section is, where it has an id."""
SPACES: tuple[tuple[str, ...], ...] = (
    ("components", "functions", "teams", "procedures"),
    ("people", "roles"),
    ("contracts",),
    ("measures",),
)
"""Sections that share their ids; the first are those that results depend on."""
