from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bcp.inventory.models import Inventory
from bcp.scenario.expand import Selector, select
from bcp.scenario.models import Select

from .conftest import INVENTORY, ground


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        pytest.param({"id": "web"}, "web", id="one id"),
        pytest.param({"id": ["db", "site"]}, "site db", id="ids in the order of the files"),
        pytest.param({"kind": ["data", "server"]}, "web db", id="any of the kinds"),
        pytest.param({"within": "site"}, "room rack web db", id="at any depth, without the place"),
        pytest.param({"within": ["room", "site"]}, "room rack web db", id="a place in another"),
        pytest.param({"within": ["rack", "room"]}, "rack web db", id="the outer one left out"),
        pytest.param({"within": "web"}, "", id="nothing stands there"),
        pytest.param({"tag": "windows"}, "web cloud", id="one tag"),
        pytest.param({"tag": ["core", "windows"]}, "web db cloud", id="any of the tags"),
        pytest.param({"tag": "none"}, "", id="a tag nowhere"),
        pytest.param({"within": "site", "tag": "windows"}, "web", id="both"),
        pytest.param({"within": "site", "kind": "external"}, "", id="both, but nothing"),
        pytest.param(
            {"within": "room", "kind": ["server", "data"], "tag": "core", "id": ["db", "cloud"]},
            "db",
            id="all four",
        ),
    ],
)
def test_select(chosen: dict[str, Any], expected: str, tmp_path: Path) -> None:
    """Values of one key are joined by OR, keys by AND, in the order of the files."""
    inventory = ground(tmp_path, INVENTORY).inventory

    assert select(Select.model_validate(chosen), inventory) == tuple(expected.split())


def test_selector_keeps_nothing_of_a_selection(tmp_path: Path) -> None:
    """A selection changes nothing for the next."""
    selector = Selector(ground(tmp_path, INVENTORY).inventory)
    chosen = [Select(within=("rack",)), Select(tag=("core",), kind=("data",)), Select(tag=("x",))]

    once = [selector(held) for held in chosen]
    assert [selector(held) for held in chosen] == once == [("web", "db"), ("db",), ()]


def test_deep_places() -> None:
    """Ten thousand places inside each other are gone through without recursion."""
    number = 10_000
    components = [{"id": "n0", "kind": "site"}] + [
        {"id": f"n{at}", "kind": "room", "within": f"n{at - 1}"} for at in range(1, number)
    ]
    inventory = Inventory.model_validate({"organisation": {"id": "deep"}, "components": components})

    assert len(select(Select(within=("n0",)), inventory)) == number - 1
