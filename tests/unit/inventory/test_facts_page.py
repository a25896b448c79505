from __future__ import annotations

import re
from pathlib import Path

import pytest

from bcp.inventory.load import load_inventory
from bcp.inventory.patch import patched

from .conftest import Write

DOCS = Path(__file__).resolve().parents[3] / "docs"
PAGES = ["facts.md", "ja/facts.md"]
AROUND = "organisation: {id: town}\nteams: [{id: ict, size: 2}, {id: vendor, size: 1, hours: daily 9:00-17:00}]\n"


def blocks(page: str) -> list[str]:
    text = (DOCS / page).read_text(encoding="utf-8")
    return re.findall(r"^```yaml\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("page", PAGES)
def test_examples_make_one_inventory(page: str, write: Write) -> None:
    """What the page shows loads as it stands, every section once, and its measures fit."""
    files: dict[str, str | bytes] = {f"{n}.yaml": text for n, text in enumerate(blocks(page))}
    held = load_inventory(write({"around.yaml": AROUND, **files})).inventory

    assert held.plan is not None
    assert all((held.people, held.roles, held.contracts, held.measures, held.actions))
    after = patched(held, held.measures)
    assert after.teams[1].hours is None
    assert [item.id for item in after.components] == ["server-room", "server", "branch", "standby"]


def test_both_languages_show_the_same() -> None:
    """The examples of both pages are the same, letter for letter."""
    assert blocks(PAGES[0]) == blocks(PAGES[1])
