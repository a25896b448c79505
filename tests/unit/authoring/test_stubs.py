from __future__ import annotations

from typing import Any, get_args

import pytest

from bcp.authoring.stubs import SECTION, Given, Sort, scenario_text, stub_lines
from bcp.inventory.models import Inventory, Kind
from bcp.inventory.sections import LISTS
from bcp.reading import read
from bcp.scenario.models import Scenario
from bcp.words import LANGS, Lang

EMPTY = Inventory.model_validate({"organisation": {"id": "town", "ranks": []}})
SMALL = Inventory.model_validate(
    {
        "organisation": {"id": "town"},
        "components": [
            {"id": "room", "kind": "room"},
            {"id": "a", "kind": "power", "within": "room"},
        ],
        "teams": [{"id": "desk", "size": 1}],
    }
)


def item_of(lines: list[str]) -> Any:
    root: Any = read("\n".join(lines).encode(), "a").root
    return root[0]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("inventory", [EMPTY, SMALL], ids=["empty", "small"])
@pytest.mark.parametrize("sort", [*SECTION])
def test_a_stub_is_an_item_as_it_stands(sort: Sort, inventory: Inventory, lang: Lang) -> None:
    """Every stub is what its model takes, keeps its name, and marks its guesses."""
    lines = stub_lines(sort, Given("new", "名: 1"), inventory, lang)

    item = item_of(lines)
    model = LISTS[SECTION[sort]].model_validate(item)
    assert model.model_dump()["name"] == "名: 1"
    assert model.assumed or sort == "measure"


@pytest.mark.parametrize("kind", get_args(Kind))
def test_a_component_of_any_kind_can_be_begun(kind: str) -> None:
    """What is given stands in the stub, and is no guess."""
    lines = stub_lines("component", Given("new", kind=kind, requires=("a",)), SMALL, "en")

    item = item_of(lines)
    assert (item["kind"], item["requires"]) == (kind, ["a"])
    assert "kind" not in item["assumed"]


@pytest.mark.parametrize("lang", LANGS)
def test_a_new_scenario_hits_something(lang: Lang) -> None:
    """The first event selects a component that is there."""
    text = scenario_text(Given("snow", kind="snow"), SMALL, lang, "s.json")

    made = Scenario.model_validate(read(text.encode(), "a").root)
    assert made.events[0].outage is not None
    assert made.events[0].outage.select.id == ("a",)
