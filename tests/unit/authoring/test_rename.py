from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from bcp.authoring.rename import Meaning, Written, meanings, rename
from bcp.errors import UsageError
from bcp.inventory.load import load_inventory
from bcp.recovery.simulate import simulate
from bcp.report.json import simulation_json
from bcp.report.names import names_of
from bcp.scenario.load import load_scenario

ROOT = Path(__file__).parents[3]


def written(text: str, kind: Any = "inventory", file: str = "a.yaml") -> Written:
    return Written(file, kind, text.encode())


def renamed(text: str, old: str, new: str, kind: Any = "inventory") -> str:
    held = [written(text, kind)]
    (meaning,) = meanings(held, old)
    (made,) = rename(held, old, new, meaning)
    return made.data.decode()


TEXT = """\
components:
  - {id: ups, kind: power}   # ups: stays in a comment
  - &x {id: "a", kind: server, note: ups here, within: ups, requires: [{any_of: [ups], held_by: ups}]}
teams:
  - {id: ict, size: 1}
people:
  - {id: ict, name: 課長, team: ict}
"""


def test_only_the_id_changes_where_it_is_named() -> None:
    """Comments, remarks and everything else keep every byte."""
    made = renamed(TEXT, "ups", "ups-1")

    assert made == TEXT.replace("id: ups,", "id: ups-1,").replace(
        "within: ups,", "within: ups-1,"
    ).replace("[ups], held_by: ups}", "[ups-1], held_by: ups-1}")


def test_quotes_and_anchors_around_an_id_stay() -> None:
    """An id in quotes is changed inside them."""
    assert '&x {id: "b",' in renamed(TEXT, "a", "b")


def test_two_kinds_of_things_may_share_an_id() -> None:
    """A team and a person of one id are told apart, and only one of them is changed."""
    held = [written(TEXT)]

    assert [meaning.sort for meaning in meanings(held, "ict")] == ["person", "team"]
    (made,) = rename(held, "ict", "office", Meaning("team", "item"))
    assert "- {id: office, size: 1}" in made.data.decode()
    assert "- {id: ict, name: 課長, team: office}" in made.data.decode()


def test_shared_mappings_and_merged_keys_are_changed_once() -> None:
    """What an anchor says is changed where it is written."""
    text = """\
x-base: &base {within: room, tags: &t [room]}
components:
  - {id: room, kind: room}
  - {<<: *base, id: a, kind: server}
  - {id: b, kind: server, requires: &r [room], tags: *t}
  - {id: c, kind: server, requires: *r}
"""

    made = renamed(text, "room", "hall")

    assert made == text.replace("within: room", "within: hall").replace(
        "{id: room", "{id: hall"
    ).replace("requires: &r [room]", "requires: &r [hall]")


def test_messages_to_a_team_follow_it_and_others_do_not() -> None:
    """Whom an inject is for is an id only if a team has it."""
    drill = "drill: {id: d, kind: tabletop, scenario: s}\ninjects: [{no: 1, to: [ict, 市長], text: ict}]\n"
    inventory = written("teams: [{id: ict, size: 1}]\ncomponents: [{id: a, kind: site}]\n")
    held = [inventory, written(drill, "drill", "d.yaml")]

    _, made = rename(held, "ict", "office", Meaning("team", "item"))

    assert made.data.decode() == drill.replace("to: [ict,", "to: [office,")
    assert [x.file for x in rename([*held], "a", "b", Meaning("component", "item"))] == ["a.yaml"]


def test_works_of_a_component_are_named_by_it() -> None:
    """``component/task`` changes before the slash."""
    drill = """\
drill: {id: d, kind: tabletop, scenario: s}
injects: [{no: 1, text: x, met_by: {started: a/restore}, when: {up: a}}]
"""
    held = [written("components: [{id: a, kind: site}]\n"), written(drill, "drill", "d.yaml")]

    _, made = rename(held, "a", "bb", Meaning("component", "item"))

    assert "started: bb/restore}, when: {up: bb}" in made.data.decode()


def test_an_id_in_an_unusual_spelling_is_refused() -> None:
    """An id of several lines, or escaped, is not guessed at."""
    with pytest.raises(UsageError):
        renamed('components: [{id: "\\x61", kind: site}]\n', "a", "b")


@pytest.mark.parametrize(
    ("sort", "old"),
    [
        ("component", "vm-platform"),
        ("function", "resident-certificates"),
        ("team", "ict"),
        ("procedure", "restore-db"),
        ("person", "ict-head"),
        ("role", "commander"),
        ("contract", "infra-support"),
        ("measure", "fuel-for-72h"),
        ("scenario", "quake-holiday-night"),
        ("drill", "ransomware-tabletop"),
        ("organisation", "chikusei"),
    ],
)
def test_results_of_chikusei_are_the_same_but_for_the_name(
    sort: str, old: str, tmp_path: Path
) -> None:
    """One id of every kind, there and back: the same bytes; and between, the same results."""
    held = files_of_chikusei()
    known = [meaning for meaning in meanings(held, old) if meaning.sort == sort]
    if not known:
        old = some_id(held, sort)
        known = [meaning for meaning in meanings(held, old) if meaning.sort == sort]
    new = f"{old}-renamed"

    there = rename(held, old, new, known[0])
    between = with_changes(held, there)
    back = with_changes(between, rename(between, new, old, known[0]))

    assert [one.data for one in back] == [one.data for one in held]
    if sort not in ("component", "function", "team", "procedure", "scenario"):
        return  # no result depends on it
    before = plain_results("quake-holiday-night")
    after = results(between, new if sort == "scenario" else "quake-holiday-night", tmp_path)
    names = before.replace(f'"{old}"', f'"{new}"').replace(f'"{old}/', f'"{new}/')
    assert json.loads(names) == after


@cache
def plain_results(scenario: str) -> str:
    with TemporaryDirectory() as folder:
        return json.dumps(results(files_of_chikusei(), scenario, Path(folder)), ensure_ascii=False)


def files_of_chikusei() -> list[Written]:
    held = []
    for place, kind in (("inventory", "inventory"), ("scenarios", "scenario"), ("drills", "drill")):
        held += [
            Written(f"{place}/{path.name}", kind, path.read_bytes())  # type: ignore[arg-type]
            for path in sorted((ROOT / place / "chikusei").glob("*.yaml"))
        ]
    return held


def some_id(held: list[Written], sort: str) -> str:
    from bcp.authoring.references import references
    from bcp.authoring.rename import _sort
    from bcp.reading import read

    return next(
        ref.name
        for one in held
        for ref in references(read(one.data, one.file).root, one.kind)
        if ref.is_own and _sort(ref) == sort
    )


def with_changes(held: list[Written], changed: list[Any]) -> list[Written]:
    data = {one.file: one.data for one in changed}
    return [Written(one.file, one.kind, data.get(one.file, one.data)) for one in held]


def results(held: list[Written], scenario: str, folder: Path) -> Any:
    for one in held:
        path = folder / one.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.data)
    loaded = load_inventory(folder / "inventory")
    head = f"id: {scenario}\n".encode()
    name = next(folder / one.file for one in held if one.kind == "scenario" and head in one.data)
    inventory = loaded.inventory
    result = simulate(inventory, load_scenario(name, loaded).scenario)
    document = simulation_json(result, inventory, "ja", names_of(inventory, "ja"))
    return json.loads(json.dumps(document, ensure_ascii=False))
