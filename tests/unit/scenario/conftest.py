"""A scenario beside a small inventory, written to disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bcp.errors import InputError
from bcp.inventory.load import LoadedInventory, load_inventory
from bcp.scenario.load import LoadedScenario, load_scenario

INVENTORY = """\
organisation: {id: town}
components:
- {id: site, kind: site}
- {id: room, kind: room, within: site}
- {id: rack, kind: power, within: room}
- {id: web, kind: server, within: rack, tags: [windows, core]}
- {id: db, kind: data, within: rack, tags: [core]}
- {id: cloud, kind: external, tags: windows}
functions:
- {id: desk, rto: 1h, requires: [web]}
teams:
- {id: ict, size: 3}
"""

Load = Callable[..., LoadedScenario]
Faults = Callable[..., list[tuple[int, str, str]]]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Return what loads the text of a scenario against the inventory above, or another."""

    def loaded(text: str, inventory: str = INVENTORY) -> LoadedScenario:
        return load_scenario(write(tmp_path, text), ground(tmp_path, inventory))

    return loaded


@pytest.fixture
def faults(load: Load) -> Faults:
    """Return what gives (line, where, key) of every fault of a scenario."""

    def found(text: str, inventory: str = INVENTORY) -> list[tuple[int, str, str]]:
        with pytest.raises(InputError) as caught:
            load(text, inventory)
        return [(fault.line, fault.where, fault.key) for fault in caught.value.faults]

    return found


def write(folder: Path, text: str) -> Path:
    path = folder / "scenario.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def ground(folder: Path, text: str) -> LoadedInventory:
    path = folder / "inventory"
    path.mkdir(exist_ok=True)
    (path / "all.yaml").write_text(text, encoding="utf-8")
    return load_inventory(path)
