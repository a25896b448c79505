"""The worked examples, played by the slow reference."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .simulate import read, simulate

EXAMPLES = Path(__file__).parent.parent / "data" / "examples"
NAMES = ["chain", "flicker", "knot", "night", "pair", "reserve"]


def assert_covers(actual: Any, expected: Any, where: str) -> None:
    """Assert that `actual` has all that `expected` has; keys beyond it are free."""
    if isinstance(expected, dict):
        for key, item in expected.items():
            assert_covers(actual[key], item, f"{where}/{key}")
    elif isinstance(expected, float):
        assert actual == pytest.approx(expected, abs=1e-6), where
    else:
        assert actual == expected, where


@pytest.mark.parametrize("name", NAMES)
def test_the_reference_reproduces_the_worked_example(name: str) -> None:
    """The reference gives every figure of the worked example."""
    inventory, scenario = read(EXAMPLES / name / "inventory", EXAMPLES / name / "scenario.yaml")
    expected = json.loads((EXAMPLES / name / "expected.json").read_text(encoding="utf-8"))
    assert_covers(simulate(inventory, scenario), expected, name)
