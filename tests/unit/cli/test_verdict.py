"""How a function fared, and which function is told first."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from bcp.cli.commands.simulate import failures
from bcp.cli.opening import Opened
from bcp.cli.views.functions import by_urgency, verdict
from bcp.inventory.load import LoadedInventory
from bcp.inventory.models import Inventory
from bcp.recovery.result import FunctionResult, Result

MET = FunctionResult(
    down=((0, 60),),
    restored=60,
    downtime=60,
    rto=3600,
    rto_met=True,
    mtpd=7200,
    mtpd_met=True,
    rpo=None,
    data_loss=0,
    rpo_met=None,
    causes=(),
    chain=(),
    levels=((0, Fraction(1)),),
    loss=Fraction(0),
)
LATE = replace(MET, rto_met=False, downtime=4000)
LATER = replace(LATE, downtime=5000)
BEYOND = replace(LATE, mtpd_met=False)
NEVER = replace(BEYOND, restored=None)
UNTOUCHED = replace(MET, down=(), restored=0, downtime=0)
LOST = replace(MET, rpo=0, data_loss=60, rpo_met=False)


@pytest.mark.parametrize(
    ("held", "place"),
    [(NEVER, 0), (BEYOND, 1), (LATE, 2), (LOST, 3), (MET, 4), (UNTOUCHED, 5)],
    ids=["not-back", "mtpd", "rto", "rpo", "met", "not-hit"],
)
def test_the_worst_counts(held: FunctionResult, place: int) -> None:
    """Of all that can be said of a function the worst is its verdict."""
    assert verdict(held) == place


def result_of(functions: dict[str, FunctionResult]) -> Result:
    return Result(
        scenario="s",
        inventory="i",
        strategy="slack",
        horizon=86400,
        loss=Fraction(0),
        bound=None,
        components={},
        functions=functions,
        order=(),
        tasks=(),
        crews={},
        deadlocks=(("a", "b"),),
        findings=(),
    )


def test_functions_are_told_by_verdict_then_rank_then_lateness() -> None:
    """First what is worst off, among equals the better rank, among these the latest."""
    ranks = {"met": "S", "late-c": "C", "late-a": "A", "later-a": "A", "none": None, "never": "C"}
    inventory = Inventory.model_validate(
        {
            "organisation": {"id": "o"},
            "functions": [{"id": i, "rank": rank, "rto": "1h"} for i, rank in ranks.items()],
        }
    )
    opened = Opened(LoadedInventory(inventory, {}, ""), folder=None, lang="en", names={})  # type: ignore[arg-type]
    held = {"met": MET, "late-c": LATE, "late-a": LATE, "later-a": LATER, "none": LATE}

    ordered = by_urgency(opened, result_of(held | {"never": NEVER}))

    assert ordered == ["never", "later-a", "late-a", "late-c", "none", "met"]


def test_failures_are_counted() -> None:
    """--fail-on counts the functions that miss each target, and the deadlocks."""
    result = result_of({"a": NEVER, "b": LATE, "c": LOST, "d": UNTOUCHED})

    counts = {word: failures(result, word) for word in ("rto", "mtpd", "rpo", "deadlock")}

    assert counts == {"rto": 2, "mtpd": 1, "rpo": 1, "deadlock": 1}
