"""Scenarios for any inventory: which one a name means, and what each file has to say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bcp.errors import InputError, UsageError
from bcp.inventory.load import LoadedInventory, load_inventory
from bcp.library import root, samples, scenarios
from bcp.recovery.simulate import simulate
from bcp.scenario.load import LoadedScenario, load_scenario, read_outline
from bcp.workspace import (
    ScenarioFile,
    Workspace,
    library_scenarios,
    resolve,
    resolve_inventory,
    scenario_path,
)
from bcp.workspace.files import library_of

ROOT = Path(__file__).resolve().parents[2]
FILES = library_of(scenarios())
LEAST = 25
UNFIT = ("unknown-tag", "selects-", "no-such-teams", "scenario-nothing-left")
"""What a scenario is refused for that does not fit an inventory; anything else is a fault of it."""
THREE_BOXES = """\
organisation: {id: town}
components:
- {id: box-a, kind: server}
- {id: box-b, kind: network, requires: [box-a]}
- {id: box-c, kind: external}
functions:
- {id: desk, rto: 1h, requires: [box-b]}
"""
TWO_TAGS = """\
organisation: {id: village}
components:
- {id: mains, kind: power, tags: [grid-power]}
- {id: hall, kind: site, tags: [main-site], requires: [mains]}
- {id: pc, kind: server, within: hall, requires: [hall]}
functions:
- {id: desk, rto: 1h, requires: [pc]}
teams:
- {id: clerk, size: 1}
"""


def held_in(folder: Path, text: str) -> Path:
    place = folder / "inventory"
    place.mkdir(parents=True)
    (place / "all.yaml").write_text(text, encoding="utf-8")
    return place


# --- the files ---------------------------------------------------------------------------------


def test_there_are_enough_and_each_has_its_own_id() -> None:
    """At least twenty-five, each called as its file is."""
    assert len(FILES) >= LEAST
    assert [held.id for held in FILES] == [held.path.stem for held in FILES]
    assert len({held.id for held in FILES}) == len(FILES)


@pytest.mark.parametrize("held", FILES, ids=lambda held: held.id)
def test_every_file_says_where_it_comes_from(held: ScenarioFile) -> None:
    """Names and lessons in both languages, source, marked likelihood, words, defaults explained."""
    outline = read_outline(held.path)
    head = outline.head
    assert head.name
    assert head.name_en
    assert head.kind
    assert head.teaches
    assert head.teaches_en
    assert head.source
    assert head.words
    assert head.starts is not None
    assert head.likelihood
    assert {"kind", "starts", "likelihood"} <= head.assumed.keys()
    assert all(one.name_en for one in outline.settings)


@pytest.mark.parametrize("held", FILES, ids=lambda held: held.id)
def test_no_file_names_an_id(held: ScenarioFile) -> None:
    """Everything is chosen by kinds, tags and what teams are, and every event says its basis."""
    text = held.path.read_text(encoding="utf-8")
    events = text[text.index("events:") :]
    lines = [line for line in events.splitlines()[1:] if not line.strip().startswith("#")]

    assert lines
    assert not [line for line in lines if "id:" in line or "within:" in line or "team:" in line]
    assert [line for line in lines if "assumed: {all: " not in line] == []


def fitted(held: ScenarioFile, loaded: LoadedInventory) -> LoadedScenario | None:
    """Return the scenario, or nothing if the inventory lacks what it needs; fail on other faults."""
    try:
        return load_scenario(held.path, loaded)
    except InputError as error:
        if any(not fault.key.startswith(UNFIT) for fault in error.faults):
            raise
    return None


# --- what fits ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", samples())
def test_every_scenario_plays_on_every_sample(name: str) -> None:
    """Each plays, or is refused for nothing but what the inventory lacks; Chikusei lacks nothing."""
    loaded = load_inventory(Path(str(root("inventory"))) / name)
    empty: list[str] = []
    for held in FILES:
        found = fitted(held, loaded)
        if found is None:
            empty.append(held.id)
            continue
        assert found.scenario.events
        assert simulate(loaded.inventory, found.scenario).scenario == held.id

    assert name != "chikusei" or empty == []


def test_every_scenario_changes_something_on_chikusei() -> None:
    """None of them leaves every function up."""
    loaded = load_inventory(Path(str(root("inventory"))) / "chikusei")
    idle = [
        held.id
        for held in FILES
        if not any(
            one.down
            for one in simulate(
                loaded.inventory, load_scenario(held.path, loaded).scenario
            ).functions.values()
        )
    ]

    assert idle == []


def test_three_boxes_are_told_what_they_lack(tmp_path: Path) -> None:
    """An inventory without any tag is refused by every scenario that needs one, tag by tag."""
    loaded = load_inventory(held_in(tmp_path, THREE_BOXES))
    lacking: dict[str, set[str]] = {}
    for held in FILES:
        with pytest.raises(InputError) as caught:
            load_scenario(held.path, loaded)
        keys = {fault.key for fault in caught.value.faults}
        assert all(key.startswith(UNFIT) for key in keys)
        lacking[held.id] = {
            str(word)
            for fault in caught.value.faults
            for key in ("value", "tags")
            for word in str(fault.values.get(key, "")).split(", ")
        }

    assert "grid-power" in lacking["blackout-region"]
    assert {"grid-power", "main-site", "unanchored"} <= lacking["quake"]
    assert "server-room" in lacking["server-room-fire"]


def test_a_village_plays_what_it_has(tmp_path: Path) -> None:
    """With two tags, a blackout plays and what is not there is named."""
    loaded = load_inventory(held_in(tmp_path, TWO_TAGS))
    paths = {held.id: held.path for held in FILES}
    found = load_scenario(paths["blackout-region"], loaded)
    result = simulate(loaded.inventory, found.scenario)

    assert result.functions["desk"].downtime == 64 * 3600
    assert {tag for one, _ in found.skipped for tag in one.tags} == {
        "mobile",
        "carrier",
        "internet",
        "fuel-supply",
        "water",
    }
    longer = load_scenario(paths["blackout-region"], loaded, {"power": "2d"})
    assert simulate(loaded.inventory, longer.scenario).functions["desk"].downtime == 48 * 3600


# --- which one a name means ----------------------------------------------------------------------


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace of two organisations with a library of its own, and stand in it."""
    folder = tmp_path / "work"
    files = {
        "inventory/north/all.yaml": "organisation: {id: north}\n",
        "inventory/south/all.yaml": "organisation: {id: south}\n",
        "scenarios/north/flood.yaml": "scenario: {id: flood}\n",
        "scenarios/library/flood.yaml": "scenario: {id: flood, name: of ours}\n",
        "scenarios/library/gale.yaml": "scenario: {id: gale, name: of ours}\n",
    }
    shipped = {
        "gale.yaml": "scenario: {id: gale, name: of all}\n",
        "quake.yaml": "scenario: {id: quake, name: of all}\n",
    }
    for base, held in ((folder, files), (tmp_path / "shipped", shipped)):
        for name, text in held.items():
            path = base / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def shipped(work: Path) -> Path:
    return work.parent / "shipped"


def test_library_is_nobodys_own(work: Path) -> None:
    """What lies in `scenarios/library` is no scenario of the workspace, but one for anybody."""
    workspace = Workspace(work)
    held = library_scenarios(workspace, shipped(work))

    assert [one.path.parent.name for one in workspace.scenarios()] == ["north"]
    assert [(one.id, one.path.parent.name) for one in held] == [
        ("flood", "library"),
        ("gale", "library"),
        ("quake", "shipped"),
    ]
    assert {one.inventory for one in held} == {None}


@pytest.mark.parametrize(
    ("inventory", "name", "expected"),
    [
        ("north", "flood", ("north", "north")),
        (None, "flood", ("north", "north")),
        ("south", "flood", ("south", "library")),
        ("south", "gale", ("south", "library")),
        ("south", "quake", ("south", "shipped")),
    ],
)
def test_own_first_then_for_anybody(
    work: Path, inventory: str | None, name: str, expected: tuple[str, str]
) -> None:
    """A scenario of the inventory comes first, then the workspace's library, then the shipped."""
    folder, path = resolve(inventory, name, library=shipped(work))

    assert (folder.name, path.parent.name) == expected


def test_several_inventories_have_to_be_told_apart(work: Path) -> None:
    """A scenario for anybody does not say which inventory is meant."""
    with pytest.raises(UsageError) as caught:
        resolve(None, "quake", library=shipped(work))

    assert caught.value.key == "which-inventory"


def test_the_word_perhaps_meant(work: Path) -> None:
    """A slip of the pen is compared with what everybody has, too."""
    with pytest.raises(UsageError) as caught:
        resolve("north", "quaek", library=shipped(work))

    assert (caught.value.key, caught.value.values["nearest"]) == ("unknown-scenario-near", "quake")


def test_without_a_workspace(work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An inventory that is named by its folder needs no workspace around it."""
    place = held_in(tmp_path / "elsewhere", THREE_BOXES)
    monkeypatch.chdir(tmp_path / "elsewhere")

    assert resolve(str(place), "quake", library=shipped(work)) == (
        place,
        shipped(work) / "quake.yaml",
    )


def test_a_drill_may_rehearse_one(work: Path) -> None:
    """The scenario that a drill names may be one for anybody."""
    drill = work / "drills" / "a.yaml"
    drill.parent.mkdir()
    drill.write_text("drill: {id: a, kind: tabletop, scenario: quake}\n", encoding="utf-8")
    south = resolve_inventory("south", Path.cwd())

    assert scenario_path(drill, south, library=shipped(work)) == shipped(work) / "quake.yaml"


def test_an_inventory_may_be_called_library(work: Path) -> None:
    """Then the folder of scenarios of that name is its own."""
    held = work / "inventory" / "library"
    held.mkdir()
    (held / "all.yaml").write_text("organisation: {id: library}\n", encoding="utf-8")

    workspace = Workspace(work)
    assert workspace.library() == ()
    assert {one.inventory for one in workspace.scenarios()} == {"north", "library"}


# --- what the manual says of them ------------------------------------------------------------------


@pytest.mark.parametrize("page", ["docs/scenario-library.md", "docs/ja/scenario-library.md"])
def test_the_manual_lists_every_scenario_and_tag(page: str) -> None:
    """Each id stands there with its defaults, and each tag that a scenario asks for."""
    text = (ROOT / page).read_text(encoding="utf-8")
    for held in FILES:
        outline = read_outline(held.path)
        (row,) = [line for line in text.splitlines() if line.startswith(f"| `{held.id}` |")]
        assert all(f"`{one.id}={one.default}`" in row for one in outline.settings)
        asked = re.findall(r"tag: (?:\[([^\]]*)\]|([a-z0-9-]+))", held.path.read_text("utf-8"))
        for tag in re.findall(r"[a-z0-9-]+", " ".join(" ".join(one) for one in asked)):
            assert f"| `{tag}` |" in text


@pytest.mark.parametrize("page", ["docs/how-to", "docs/ja/how-to"])
def test_the_example_of_the_manual_plays(page: str, tmp_path: Path) -> None:
    """What the how-to page shows loads on Chikusei, with its parameters at work."""
    text = (ROOT / page / "write-a-scenario.md").read_text(encoding="utf-8")
    path = tmp_path / "dam-release.yaml"
    path.write_text(text.split("```yaml\n")[1].split("```")[0], encoding="utf-8")
    loaded = load_inventory(Path(str(root("inventory"))) / "chikusei")

    held = load_scenario(path, loaded, {"warning": "5h"})
    assert held.skipped == ()
    assert {event.at for event in held.scenario.events} == {0, 5 * 3600}
