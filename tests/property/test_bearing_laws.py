"""Laws of measures: one that does not bear on a scenario changes nothing of it, in any package."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcp.advice.trials import Trials
from bcp.errors import InputError
from bcp.graph.network import build_network
from bcp.inventory.facts import Measure
from bcp.inventory.models import Inventory
from bcp.inventory.patch import patched
from bcp.recovery.simulate import verdict
from tests.reference.cases import random_case
from tests.support.random_cases import Both, random_both, read_both

Tree = dict[str, Any]


def random_change(rng: random.Random, case: Both) -> Tree:
    """Return the changes of a measure of any sort: people, procedures, needs, places, new things."""
    held = case.inventory
    component = rng.choice(held.components)
    function = rng.choice(held.functions) if held.functions else None
    changes: list[Tree] = [
        {"components": [{"id": component.id, "startup": f"{rng.randint(0, 90)}m"}]},
        {"components": [{"id": component.id, "tags": rng.sample(["core", "left", "right"], 1)}]},
        {"components": [{"id": component.id, "within": None}]},
        {"components": [{"id": component.id, "requires": some_groups(rng, held, component.id)}]},
        {"components": [{"id": component.id, "starts_with": []}]},
        {"components": [{"id": component.id, "name": "another name"}]},
        {
            "components": [
                {"id": "spare", "kind": component.kind, "within": component.within},
                {"id": component.id, "requires": [{"any_of": ["spare", *others(rng, held)]}]},
            ]
        },
    ]
    if held.teams:
        team = rng.choice(held.teams)
        changes.append({"teams": [{"id": team.id, "size": team.size + rng.randint(1, 2)}]})
        changes.append({"teams": [{"id": team.id, "hours": None, "assembly": None}]})
    if held.procedures:
        procedure = rng.choice(held.procedures)
        changes.append({"components": [{"id": component.id, "procedure": procedure.id}]})
        tasks = [{"id": "only", "duration": f"{rng.randint(1, 9)}h"}]
        changes.append({"procedures": [{"id": procedure.id, "tasks": tasks}]})
    if function is not None:
        changes.append({"functions": [{"id": function.id, "rto": f"{rng.randint(0, 9)}h"}]})
    return rng.choice(changes)


def others(rng: random.Random, held: Inventory) -> list[str]:
    return [item.id for item in rng.sample(held.components, min(2, len(held.components)))]


def some_groups(rng: random.Random, held: Inventory, own: str) -> list[Tree]:
    named = [name for name in others(rng, held) if name != own]
    return [{"any_of": named, "holdover": f"{rng.randint(0, 2)}h"}] if named else []


def random_measures(case: Both, seed: int) -> list[Measure]:
    """Return measures each of which fits the inventory alone, as files that are read must."""
    rng = random.Random(seed)
    found = []
    for number in range(6):
        changes = random_change(rng, case)
        measure = Measure.model_validate({"id": f"m{number}", "name": "m", "changes": changes})
        try:
            patched(case.inventory, [measure])
        except InputError:
            continue
        found.append(measure)
    return found


@pytest.mark.parametrize("strategy", ["slack", "rank"])
@settings(max_examples=60)
@given(case=random_both(), seed=st.integers(0, 2**32))
def test_what_does_not_bear_on_a_scenario_changes_nothing(
    strategy: str, case: Both, seed: int
) -> None:
    """The loss of a package is the loss of those of its measures that bear on the scenario."""
    measures = random_measures(case, seed)
    trials = Trials(case.inventory, [case.scenario], measures, strategy)
    chosen = [held for held in measures if random.Random(f"{seed}{held.id}").random() < 0.7]
    bearing = trials.bearing[0]

    losses = []
    for package in (chosen, [held for held in chosen if held.id in bearing]):
        try:
            inventory = patched(case.inventory, package)
        except InputError:
            return
        network = build_network(inventory)
        losses.append(verdict(inventory, case.scenario, strategy, network).loss)

    assert losses[0] == losses[1]


def test_some_measures_bear_and_some_do_not() -> None:
    """The law above is not empty: random measures are of both sorts."""
    counts = {True: 0, False: 0}
    for seed in range(60):
        case = read_both(random_case(random.Random(seed), 8))
        measures = random_measures(case, seed)
        bearing = Trials(case.inventory, [case.scenario], measures, "slack").bearing[0]
        for held in measures:
            counts[held.id in bearing] += 1

    assert min(counts.values()) > 20
