from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from bcp.drill.file.writing import drill_text
from bcp.schema import FOLDER, KINDS, schema, texts
from tests.support.drill_files import EVERY_KEY, drill_in

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "tests" / "data" / "examples"
FILES = [
    *(("inventory", path) for path in sorted(EXAMPLES.glob("*/inventory/*.yaml"))),
    *(("inventory", path) for path in sorted((ROOT / "inventory").rglob("*.yaml"))),
    *(("scenario", path) for path in sorted(EXAMPLES.glob("*/scenario.yaml"))),
    *(("scenario", path) for path in sorted((ROOT / "scenarios").rglob("*.yaml"))),
    *(("drill", path) for path in sorted((ROOT / "drills").rglob("*.yaml"))),
]
DRILL = "drill: {id: a, kind: tabletop, scenario: b}\n"


class EditorLoader(yaml.SafeLoader):
    """Reads YAML as editors do: by YAML 1.2, with neither dates nor ``no`` for false."""


EditorLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", "true|false", "tf"),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+)", "-+.0123456789"),
    ("null", "null|~|", ["n", "~", ""]),
):
    EditorLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first)
    )


def as_editor(text: str) -> Any:
    """Return the JSON that an editor checks: every key is text."""

    def told(value: Any) -> Any:
        if isinstance(value, dict):
            return {str(key): told(held) for key, held in value.items()}
        return [told(held) for held in value] if isinstance(value, list) else value

    return told(yaml.load(text, Loader=EditorLoader))


def wrong(kind: str, text: str) -> list[str]:
    """Return where a validator finds fault with *text*."""
    validator = jsonschema.Draft7Validator(schema(kind))
    return ["/".join(map(str, error.path)) for error in validator.iter_errors(as_editor(text))]


def test_kept_schemas_are_current() -> None:
    """The schemas that ship are those the models give; else run ``python -m bcp.schema``."""
    assert {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()} == texts()


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_is_a_schema(kind: str) -> None:
    """What is made is itself a valid schema."""
    jsonschema.Draft7Validator.check_schema(schema(kind))


@pytest.mark.parametrize(
    ("kind", "path"), FILES, ids=[str(path.relative_to(ROOT)) for _, path in FILES]
)
def test_files_are_valid(kind: str, path: Path) -> None:
    """The worked examples and the bundled files are valid by the schema of their kind."""
    assert wrong(kind, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("inventory", "componets: []"),
        ("inventory", "components: {}"),
        ("inventory", "components: [{id: a}]"),
        ("inventory", "components: [{id: A, kind: site}]"),
        ("inventory", "components: [{id: a, kind: sever}]"),
        ("inventory", "components: [{id: a, kind: site, startup: 3 hours}]"),
        ("inventory", "components: [{id: a, kind: site, requires: b}]"),
        ("inventory", "components: [{id: a, kind: site, requires: [{any_of: []}]}]"),
        ("inventory", "components: [{id: a, kind: site, requires: [{any_of: [b], atleast: 1}]}]"),
        ("inventory", "functions: [{id: a}]"),
        ("inventory", "functions: [{id: a, rto: 3}]"),
        ("inventory", "functions: [{id: a, rto: {disaster: 3h}}]"),
        ("inventory", "functions: [{id: a, rto: 3h, impact: {soon: 1}}]"),
        ("inventory", "functions: [{id: a, rto: 3h, impact: {3h: 5}}]"),
        ("inventory", "functions: [{id: a, rto: 3h, requires: [{any_of: [b], levels: {x: 1}}]}]"),
        ("inventory", "teams: [{id: a, size: many}]"),
        ("inventory", "teams: [{id: a, size: 1, hours: 9-17}]"),
        ("inventory", "teams: [{id: a, size: 1, assembly: {0h: most}}]"),
        ("inventory", "procedures: [{id: a, tasks: []}]"),
        ("inventory", "organisation: {id: a, holidays: [23.11.2026]}"),
        ("scenario", "events: []"),
        ("scenario", "scenario: {id: a, severity: bad}"),
        ("scenario", "scenario: {id: a, starts: 2026-11-23T02:00+09:00}"),
        ("scenario", "scenario: {id: a}\nevents: [{at: 0h}]"),
        ("scenario", "scenario: {id: a}\nevents: [{at: 0h, damage: {select: {}}}]"),
        ("scenario", "scenario: {id: a}\nevents: [{outage: {select: {id: b}}}]"),
        ("drill", "injects: []"),
        ("drill", "drill: {id: a, kind: tabletop}"),
        ("drill", "drill: {id: a, kind: party, scenario: b}"),
        ("drill", DRILL + "clock: {speed: 0}"),
        ("drill", DRILL + "objectives: [{id: a, text: b, criterion: c, measure: {within: 1h}}]"),
        ("drill", DRILL + "injects: [{no: 1}]"),
        ("drill", DRILL + "injects: [{no: A, text: b}]"),
        ("drill", DRILL + "injects: [{no: 1, text: b, at: noon}]"),
        ("drill", DRILL + "injects: [{no: 1, text: b, at: 1h, when: {after: 2}}]"),
        ("drill", DRILL + "injects: [{no: 1, text: b, when: {after: 2, up: c}}]"),
        ("drill", DRILL + "injects: [{no: 1, text: b, when: {chosen: a}}]"),
        ("drill", DRILL + "injects: [{no: 1, text: b, met_by: {}}]"),
        ("drill", DRILL + "injects: [{no: 1, text: b, deadline: 10 minutes}]"),
        ("drill", DRILL + "injects: [{no: 1, text: b, events: [{at: 0h}]}]"),
    ],
)
def test_broken_files_are_not(kind: str, text: str) -> None:
    """What the loader would refuse for its shape, the schema marks in the editor."""
    assert wrong(kind, text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("inventory", "x-defaults: {a: 1}\norganisation: {id: a, x-city: 茨城}"),
        (
            "inventory",
            "functions: [{id: a, rto: {normal: 3h, disaster: 2w}, weight: 2.5, tags: b}]",
        ),
        ("inventory", "teams: [{id: a, size: 1, assembly: {0h: 0, 1h: 30%, 1d: 0.5}}]"),
        (
            "inventory",
            "procedures: [{id: a, tasks: [{id: b, duration: {low: 1h, likely: 2h, high: 3h}}]}]",
        ),
        (
            "inventory",
            "functions: [{id: a, rto: 3h, requires: [{any_of: [b, c], levels: {1: 40%, 2: 1}}]}]",
        ),
        (
            "inventory",
            "components: [{id: a, kind: site, name: 2026, procedure: [b, c], tags: [d]}]",
        ),
        ("scenario", "scenario: {id: a, starts: 2026-11-23}"),
        (
            "scenario",
            "scenario: {id: a}\nevents: [{at: 0h, outage: {select: {id: [b, c]}}, note: d}]",
        ),
        ("drill", EVERY_KEY),
        ("drill", drill_text(drill_in(EVERY_KEY))),
        ("drill", DRILL + "injects: [{no: 1, text: 2026, at: 0, to: a, x-a: b}]"),
    ],
)
def test_short_forms_are_valid(kind: str, text: str) -> None:
    """Short forms, one for a list, numbers as names and notes of one's own are no fault."""
    assert wrong(kind, text) == []


@pytest.mark.parametrize("page", ["docs/facts.md", "docs/ja/facts.md"])
def test_examples_of_facts_are_valid(page: str) -> None:
    """An editor finds no fault with what the page on facts shows."""
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = re.findall(r"^```yaml\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)

    assert len(blocks) >= 6
    assert [wrong("inventory", block) for block in blocks] == [[] for _ in blocks]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("plan: {house: {colour: blue}}", ["plan/house/colour"]),
        ("measures: [{id: a, name: b, changes: {people: []}}]", ["measures/0/changes"]),
        (
            "measures: [{id: a, name: b, changes: {teams: [{size: 1}]}}]",
            ["measures/0/changes/teams/0"],
        ),
        ("actions: [{phase: first, what: a}]", ["actions/0/phase"]),
        ("components: [{id: a, kind: site, facts: {adress: b}}]", ["components/0/facts"]),
    ],
)
def test_wrong_facts_are_marked(text: str, where: list[str]) -> None:
    """An editor marks what loading would refuse in the facts."""
    assert wrong("inventory", text) == where


@pytest.mark.parametrize(("kind", "model"), [*KINDS.items()])
def test_every_key_is_described(kind: str, model: type[Any]) -> None:
    """Whoever hovers over a key reads what it is for."""
    held = schema(kind)

    def properties(part: Any) -> list[tuple[str, Any]]:
        if isinstance(part, list):
            return [pair for inner in part for pair in properties(inner)]
        if not isinstance(part, dict):
            return []
        own = list(part.get("properties", {}).items())
        return own + [pair for inner in part.values() for pair in properties(inner)]

    found = properties(held)
    assert {name for name, _ in found} >= {
        field.alias or name for name, field in model.model_fields.items()
    }
    assert [name for name, part in found if not part.get("description")] == []


def test_written_text_is_json() -> None:
    """The files end with a line end and hold Japanese as it is."""
    text = texts()["inventory.schema.json"]

    assert text.endswith("}\n")
    assert "業務" in text
    assert json.loads(text)["title"] == "bcp inventory"
