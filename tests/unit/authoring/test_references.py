from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from bcp.audit.accepted import Acceptance
from bcp.authoring.references import id_fields, references
from bcp.authoring.shapes import CHANGED, fields_of, model_of, part_of
from bcp.drill.file.models import Drill
from bcp.reading import read
from bcp.scenario.models import Scenario

ROOT = Path(__file__).parents[3]
EXPECTED = {
    "Acceptance": {},
    "Action": {"role": "person"},
    "Backup": {"at": "item"},
    "Component": {"id": "item", "within": "item", "procedure": "item"},
    "Contract": {"id": "contract", "vendor": "item", "covers": "item"},
    "Drill Head": {"id": "drill"},
    "Facts": {"vendor": "item"},
    "Function": {"id": "item"},
    "Group": {"any_of": "item", "held_by": "item"},
    "Inject": {"no": "local", "objective": "local"},
    "Maintenance": {"role": "person"},
    "Measure": {"id": "measure", "of": "item"},
    "Drill Measure": {"up": "item", "answered": "local"},
    "Measurement": {"procedure": "item", "task": "local"},
    "Objective": {"id": "local"},
    "Option": {"id": "local"},
    "Organisation": {"id": "organisation"},
    "Participant": {"team": "item"},
    "Person": {"id": "person", "team": "item"},
    "PlanFacts": {"scenarios": "scenario"},
    "Procedure": {"id": "item"},
    "Role": {"id": "person", "lead": "person", "deputies": "person"},
    "Head": {"id": "scenario"},
    "Select": {"id": "item", "within": "item"},
    "Sign": {"up": "item"},
    "Staff": {"team": "item"},
    "StaffChange": {"team": "item"},
    "Task": {"id": "local", "crew": "item", "after": "local"},
    "Team": {"id": "item"},
    "When": {"after": "local", "up": "item", "down": "item", "missed": "local"},
}
"""Every key that holds an id. A new one has to be looked at: what does it name?"""


def models(kind: Any, seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    if (model := model_of(kind)) is not None and model not in seen:
        seen.add(model)
        yield model
        for _, inner in fields_of(model).values():
            yield from models(inner, seen)
    if (part := part_of(kind)) is not None:
        yield from models(part, seen)


def test_every_key_that_holds_an_id_is_known() -> None:
    """Whoever adds such a key decides what it names; until then this test says so."""
    found: dict[str, dict[str, str]] = {}
    seen: set[type[BaseModel]] = set()
    for root in (CHANGED, Scenario, Drill, Acceptance):
        for model in models(root, seen):
            name = model.__name__
            twin = name in ("Head", "Measure") and "drill" in model.__module__
            if fields := dict(id_fields(model)):
                found[f"Drill {name}" if twin else name] = dict(fields)

    assert {name: held for name, held in EXPECTED.items() if held} == found


def test_ids_are_found_in_every_notation() -> None:
    """Short and long groups, one value or a list, keys of a crew, a task of a component."""
    text = """\
components: [{id: a, requires: [b, {any_of: [c], held_by: d}], procedure: p, within: w}]
procedures: [{id: p, tasks: [{id: t, crew: {ict: 1}, duration: 1h, requires: [own, e]}]}]
measures: [{id: m, name: 名, changes: {components: [{id: a, starts_with: [f]}]}}]
"""

    held = {ref.name for ref in references(read(text.encode(), "a").root, "inventory")}

    assert held == {*"abcdefpwtm", "ict"}


def test_words_are_no_ids() -> None:
    """What people wrote in sentences, and their own keys, name nothing."""
    text = "components: [{id: a, note: b, x-of: c, name: d, tags: [e], facts: {remark: f}}]\n"

    assert [ref.name for ref in references(read(text.encode(), "a").root, "inventory")] == ["a"]


def test_nearly_every_id_of_chikusei_is_defined_somewhere() -> None:
    """Everything that is named as a component and the like is one, or is added by a measure."""
    own: set[str] = set()
    named: set[str] = set()
    for path in sorted((ROOT / "inventory/chikusei").glob("*.yaml")):
        for ref in references(read(path.read_bytes(), path.name).root, "inventory"):
            if ref.space == "item":
                (own if ref.is_own else named).add(ref.name)

    assert named <= own
