"""The random cases of the reference, read into the models that the engine takes."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml
from hypothesis import strategies as st

from bcp.inventory.models import Inventory
from bcp.recovery.play import Case, build_case
from bcp.recovery.strategy import plan_by
from bcp.recovery.works import Plan
from bcp.scenario.models import Scenario
from tests.reference.cases import random_case
from tests.reference.reading import Tree

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Change = Callable[[Tree, Tree], None]
"""Rewrites the merged inventory and the scenario before they are read."""


@dataclass(frozen=True)
class Both:
    """One case as mappings, for the reference, and as models, for the engine."""

    inventory_tree: Tree
    scenario_tree: Tree
    inventory: Inventory
    scenario: Scenario

    def played_by(self, strategy: str = "slack") -> tuple[Case, Plan]:
        """Return what is played, and by which plan."""
        case = build_case(self.inventory, self.scenario)
        return case, plan_by(strategy, case.network, case.impact)


def both(inventory: Tree, scenario: Tree) -> Both:
    """Return a case in both forms."""
    return Both(
        inventory,
        scenario,
        Inventory.model_validate(inventory),
        Scenario.model_validate(scenario),
    )


def random_both(
    smallest: int = 3, largest: int = 9, change: Change | None = None
) -> st.SearchStrategy[Both]:
    """Return a strategy for cases in both forms, perhaps changed before they are read.

    A case is drawn by its seed: quick to make, and its size is all that shrinks. Where cases are
    to shrink piece by piece, map :func:`tests.reference.strategies.cases` by :func:`read_both`.
    """

    def build(seed: int, size: int) -> Both:
        return read_both(random_case(random.Random(seed), size), change)

    return st.builds(build, st.integers(0, 2**32), st.integers(smallest, largest))


def read_both(texts: tuple[dict[str, str], str], change: Change | None = None) -> Both:
    """Return a case in both forms, read from the text of its files."""
    files, scenario_text = texts
    merged: Tree = {}
    for path in sorted(files, key=lambda path: path.split("/")):
        for key, held in (yaml.load(files[path], _Loader) or {}).items():
            merged[key] = held if key == "organisation" else [*merged.get(key, []), *(held or [])]
    scenario = yaml.load(scenario_text, _Loader)
    if change is not None:
        change(merged, scenario)
    return both(merged, scenario)


def random_inventories(change: Change | None = None) -> st.SearchStrategy[Inventory]:
    """Return a strategy for the inventories alone."""
    return random_both(change=change).map(lambda case: case.inventory)


def groups_of(inventory: Tree) -> list[list[Any]]:
    """Return every list of groups of an inventory, to be rewritten in place."""
    items = [*inventory.get("components", []), *inventory.get("functions", [])]
    items += [task for held in inventory.get("procedures", []) for task in held["tasks"]]
    return [held[key] for held in items for key in ("requires", "starts_with") if key in held]
