"""The checker agrees with the slow reference, and sees what is wrong in a spoiled result."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from .cases import random_case
from .reading import Tree, read_text
from .simulate import read, simulate
from .verify import verify

EXAMPLES = Path(__file__).parent.parent / "data" / "examples"


def delay_first(result: Tree) -> None:
    """Let the first task begin ten minutes late."""
    result["tasks"][0]["start_s"] += 600
    result["tasks"][0]["finish_s"] += 600


def stretch(result: Tree) -> None:
    """Let a task last a second longer than its duration."""
    result["tasks"][-1]["finish_s"] += 1


def leave_out(result: Tree) -> None:
    """Leave the last task out of the list."""
    result["tasks"].pop()


def list_twice(result: Tree) -> None:
    """List a task once more."""
    result["tasks"].append(dict(result["tasks"][-1]))


def restore_early(result: Tree) -> None:
    """Move the end of an outage."""
    result["components"]["server"]["down"][0][1] -= 60


def lose_less(result: Tree) -> None:
    """Print a smaller loss."""
    result["loss"] -= 0.001


def invent_a_deadlock(result: Tree) -> None:
    """Print a deadlock that is none."""
    result["deadlocks"] = [["database", "server"]]


SPOILERS = [
    delay_first,
    stretch,
    leave_out,
    list_twice,
    restore_early,
    lose_less,
    invent_a_deadlock,
]


@pytest.mark.parametrize("spoil", SPOILERS)
def test_a_spoiled_result_is_reported(spoil: Callable[[Tree], None]) -> None:
    """A result with one thing wrong does not pass."""
    inventory, scenario = read(EXAMPLES / "night/inventory", EXAMPLES / "night/scenario.yaml")
    result = simulate(inventory, scenario)
    assert verify(inventory, scenario, result, chains=False) == []
    spoiled = copy.deepcopy(result)
    spoil(spoiled)
    assert verify(inventory, scenario, spoiled, chains=False) != []


def test_a_gap_in_a_critical_chain_is_reported() -> None:
    """A chain that does not reach the restoration does not pass; one that does, passes."""
    inventory, scenario = read(EXAMPLES / "chain/inventory", EXAMPLES / "chain/scenario.yaml")
    result = simulate(inventory, scenario)
    link = {"from_s": 0, "to_s": 19200, "what": "task", "id": "db-server/inspect", "why": "crew"}
    result["functions"]["certificates"]["critical_chain"] = [link]
    assert verify(inventory, scenario, result) == []
    link["to_s"] = 19199
    assert len(verify(inventory, scenario, result)) == 1


@pytest.mark.parametrize("strategy", ["slack", "rank"])
@pytest.mark.parametrize("seed", range(40))
def test_the_checker_agrees_with_the_reference(seed: int, strategy: str) -> None:
    """What the reference plays keeps every rule the checker knows."""
    rng = random.Random(seed)
    inventory, scenario = read_text(*random_case(rng, rng.randint(3, 14)))
    result = simulate(inventory, scenario, strategy)
    assert verify(inventory, scenario, result, chains=False) == []


def test_a_case_depends_on_its_seed_alone() -> None:
    """The same seed gives the same text."""
    assert random_case(random.Random(7), 9) == random_case(random.Random(7), 9)
