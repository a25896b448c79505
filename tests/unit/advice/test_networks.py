from __future__ import annotations

from dataclasses import astuple
from pathlib import Path

import pytest

from bcp.advice.candidates import candidates_of
from bcp.advice.networks import network_like
from bcp.advice.scene import Scene, play_scene
from bcp.advice.setting import setting_of
from bcp.graph.network import Network, build_network
from bcp.inventory.load import load_inventory
from bcp.scenario.load import load_scenario


@pytest.fixture(scope="module")
def scene(root: Path) -> Scene:
    """Return the earthquake of the sample city at night."""
    loaded = load_inventory(root / "inventory" / "chikusei")
    path = root / "scenarios" / "chikusei" / "quake-holiday-night.yaml"
    return play_scene(loaded.inventory, load_scenario(path, loaded).scenario)


def facts(network: Network) -> list[object]:
    """Return what a network says, needs by what they say."""
    tables = (
        network.needs,
        network.start_needs,
        network.task_needs,
        network.users,
        network.bridged,
    )
    return [
        *({key: [*map(astuple, needs)] for key, needs in table.items()} for table in tables),
        network.components,
        network.functions,
        network.procedures,
        network.tasks,
        network.place,
        network.wants_own,
    ]


def test_the_network_of_a_change_is_that_of_its_inventory(scene: Scene) -> None:
    """For every kind of change that is tried, whatever of the network is taken over."""
    late = [id_ for id_, held in scene.result.functions.items() if not held.rto_met]
    base = setting_of(scene.inventory, "slack", scene.planned)
    kinds = {one.kind: one for id_ in late for one in candidates_of(scene, id_)}
    assert len(kinds) > 6
    taken_over = set()
    for kind, candidate in kinds.items():
        inventory = candidate.apply(base, candidate.values[-1]).inventory
        found = network_like(scene.network, inventory)
        assert found.inventory is inventory
        assert facts(found) == facts(build_network(inventory))
        if found.needs is scene.network.needs:
            taken_over.add(kind)
    assert {"people", "duration"} <= taken_over
    assert not taken_over & {"spare", "holdover", "reserve"}
