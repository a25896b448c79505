from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcp.errors import InputError
from bcp.inventory.facts import Measure
from bcp.inventory.load import load_inventory
from bcp.inventory.models import Component, Inventory
from bcp.inventory.patch import patched
from bcp.reading import read
from bcp.recovery.simulate import simulate
from bcp.units import HOUR
from bcp.words import LANGS, say
from bcp.words.faults import WORDS
from tests.reference.strategies import cases
from tests.support.tiny import inventory_of, scenario_of

from .test_load import EVERYTHING

TOWN = """\
components:
- {id: grid}
- {id: room, within: hall}
- {id: hall}
- {id: server, kind: server, name: 機, requires: [room, {any_of: [grid], holdover: 30m}], tags: [old]}
functions:
- {id: desk, rto: 3h, requires: [server], workaround: {name: 紙, level: 20%}}
teams:
- {id: ict, size: 2, assembly: {1h: 50%}, hours: weekdays 09:00-17:00}
procedures:
- {id: repair, tasks: [{id: look, duration: 1h, crew: {ict: 1}}]}
measures:
- {id: kept, name: 残る}
"""


def measure(changes: str) -> Measure:
    return Measure.model_validate(
        {"id": "m", "name": "m", "changes": read(changes.encode(), "a.yaml").root}
    )


def ids(inventory: Inventory, section: str) -> list[str]:
    return [item.id for item in getattr(inventory, section)]


def test_keys_are_replaced_whole() -> None:
    """A key that is named is replaced with all that it held; every other key stays."""
    town = inventory_of(TOWN)
    after = patched(town, [measure("components: [{id: server, requires: [hall], startup: 5m}]")])

    server = after.components[3]
    assert [group.any_of for group in server.requires] == [("hall",)]
    assert (server.startup, server.name, server.tags) == (300, "機", ("old",))
    assert after.components[:3] == town.components[:3]
    assert town.components[3].startup == 0


def test_null_takes_a_key_away() -> None:
    """A key that is null has its default again, as if it had never been written."""
    after = patched(inventory_of(TOWN), [measure("teams: [{id: ict, hours: , assembly: null}]")])

    team = after.teams[0]
    assert (team.hours, team.assembly, team.size) == (None, None, 2)
    assert {"hours", "assembly"}.isdisjoint(team.model_fields_set)


def test_new_items_stand_at_the_end() -> None:
    """What is not there yet is added, and may be named by what is changed before it."""
    town = inventory_of(TOWN)
    changes = """\
components:
- {id: grid, requires: [{any_of: [tower, mast], switchover: 90s}]}
- {id: tower, kind: power}
- {id: mast, kind: power}
functions: [{id: counter, rto: 1d}]
"""

    after = patched(town, [measure(changes)])
    assert ids(after, "components") == [*ids(town, "components"), "tower", "mast"]
    assert ids(after, "functions") == ["desk", "counter"]
    assert after.components[0].requires[0].switchover == 90
    assert after.teams is town.teams
    assert after.measures == town.measures


def test_one_after_the_other() -> None:
    """The second measure changes what the first has left, and may build on what it added."""
    first = measure("components: [{id: tower, kind: power}, {id: server, startup: 5m}]")
    second = measure("components: [{id: tower, startup: 1m}, {id: server, requires: [tower]}]")

    after = patched(inventory_of(TOWN), [first, second])
    assert (after.components[4].startup, after.components[3].startup) == (60, 300)
    with pytest.raises(InputError):
        patched(inventory_of(TOWN), [second])


def test_what_does_not_fit_is_told() -> None:
    """Everything that is in the way is told at once, by the place in the measure."""
    wrong = measure("components: [{id: server, startup: soon}, {id: mast}, {id: desk, kind: site}]")

    with pytest.raises(InputError) as caught:
        patched(inventory_of(TOWN), [wrong])
    assert [(fault.file, fault.where, fault.key) for fault in caught.value.faults] == [
        ("", "measures[id=m].changes.components[id=desk].id", "changed-elsewhere"),
        ("", "measures[id=m].changes.components[id=mast]", "missing"),
        ("", "measures[id=m].changes.components[id=server].startup", "bad-duration"),
    ]
    for fault in caught.value.faults:
        assert all(say(WORDS, fault.key, lang, **fault.values) for lang in LANGS)


def test_what_items_disagree_on_is_told() -> None:
    """A changed item that names what is not there is told where the measure names it."""
    wrong = measure("components: [{id: hall, within: room}, {id: server, requires: [romo]}]")

    with pytest.raises(InputError) as caught:
        patched(inventory_of(TOWN), [wrong])
    found = {fault.key: fault.where for fault in caught.value.faults}
    assert found == {
        "unknown-id-near": "measures[id=m].changes.components[id=server].requires[0]",
        "within-circle": "measures[id=m].changes",
    }


def test_unknown_section_is_told() -> None:
    """A measure changes only what results depend on."""
    with pytest.raises(InputError) as caught:
        patched(inventory_of(TOWN), [measure("people: [{id: chief, name: a}]")])

    assert [fault.key for fault in caught.value.faults] == ["unknown-changed-section"]


def test_results_follow() -> None:
    """A longer reserve keeps the desk up through the cut, as if the files had said so."""
    town = inventory_of(TOWN)
    events = "[{at: 0h, outage: {select: {id: grid}, for: 2h}}]"
    scenario = scenario_of(f"{{scenario: {{starts: 2026-04-01}}, events: {events}}}", town)
    longer = "components: [{id: server, requires: [room, {any_of: [grid], holdover: 4h}]}]"

    before = simulate(town, scenario).functions["desk"]
    after = simulate(patched(town, [measure(longer)]), scenario).functions["desk"]
    assert (before.restored, after.restored) == (2 * HOUR, 0)


def test_every_value_survives(tmp_path: Path) -> None:
    """An item that is touched keeps shares, weights, days and hours exactly."""
    (tmp_path / "a.yaml").write_text(EVERYTHING, encoding="utf-8")
    held = load_inventory(tmp_path).inventory
    touched = {
        section: [{"id": item.id, "note": "x"} for item in getattr(held, section)]
        for section in ("components", "functions", "teams", "procedures")
    }

    once = patched(held, [Measure(id="m", name="m", changes=_frozen(touched))])
    again = patched(once, [Measure(id="m", name="m", changes=_frozen(_without_note(held)))])
    assert once != held
    assert repr(again) == repr(held)


def _frozen(changes: Mapping[str, Any]) -> Any:
    return {section: tuple(items) for section, items in changes.items()}


def _without_note(held: Inventory) -> dict[str, list[dict[str, Any]]]:
    return {
        section: [{"id": item.id, "note": item.note} for item in getattr(held, section)]
        for section in ("components", "functions", "teams", "procedures")
    }


def loaded(case: tuple[dict[str, str], str], folder: Path) -> Inventory:
    for name, text in case[0].items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load_inventory(folder).inventory


@pytest.mark.property
@given(case=cases())
def test_no_changes_change_nothing(
    case: tuple[dict[str, str], str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A measure without changes, or one that names items and nothing else, leaves all as it is."""
    held = loaded(case, tmp_path_factory.mktemp("case"))
    named = {"components": [{"id": item.id} for item in held.components]}

    assert patched(held, []) is held
    assert patched(held, [Measure(id="m", name="m")]) == held
    assert patched(held, [Measure(id="m", name="m", changes=_frozen(named))]) == held


@pytest.mark.property
@given(case=cases(), data=st.data())
def test_there_and_back(
    case: tuple[dict[str, str], str],
    data: st.DataObject,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """A change and its inverse give the same inventory, every item in its place."""
    held = loaded(case, tmp_path_factory.mktemp("case"))
    chosen = data.draw(st.lists(st.sampled_from(held.components), unique_by=lambda item: item.id))
    there = [
        {"id": item.id, "startup": "7h7m", "name": "別", "starts_with": None} for item in chosen
    ]
    back = [_inverse(item) for item in chosen]

    once = patched(held, [Measure(id="m", name="m", changes=_frozen({"components": there}))])
    assert ids(once, "components") == ids(held, "components")
    assert patched(once, [Measure(id="m", name="m", changes=_frozen({"components": back}))]) == held


def _inverse(item: Component) -> dict[str, Any]:
    keys = ("startup", "name", "starts_with")
    kept = {key: getattr(item, key) if key in item.model_fields_set else None for key in keys}
    return {"id": item.id, **kept}
