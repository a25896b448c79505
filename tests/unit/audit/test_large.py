"""Whatever looks for failures, the readable way or the compiled one, finds the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from bcp.audit import audited, single
from bcp.audit.audit import audit
from bcp.inventory.load import load_inventory


def test_a_large_inventory_is_looked_at_the_same_way(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All findings of Chikusei are those that the compiled search for failures leads to."""
    inventory = load_inventory(root / "inventory" / "chikusei").inventory
    readable = audit(inventory)
    for module in (audited, single):
        monkeypatch.setattr(module, "LARGE", 0)

    assert audit(inventory) == readable


def test_only_the_worst_failures_of_many_are_played(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others say so; those that were played stop at least as many functions."""
    monkeypatch.setattr("bcp.audit.playing._WORK", 0)
    monkeypatch.setattr("bcp.audit.playing._LEAST", 5)
    inventory = load_inventory(root / "inventory" / "chikusei").inventory
    found = [held for held in audit(inventory) if held.kind == "single-point"]
    played = [held for held in found if held.missed is not None]
    unplayed = [held for held in found if held.phrase.key == "single-point-unplayed"]

    assert len(played) == 5
    assert unplayed
    assert min(len(held.functions) for held in played) >= max(
        len(held.functions) for held in unplayed
    )
