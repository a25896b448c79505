from __future__ import annotations

from pathlib import Path

import pytest

from bcp.errors import UsageError
from bcp.workspace import Workspace, find_workspace, resolve, resolve_inventory

ORGANISATION = "organisation: {id: town}\n"


def fill(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace of one organisation, and stand in it."""
    folder = fill(
        tmp_path / "one",
        {
            "inventory/town/organisation.yaml": ORGANISATION,
            "scenarios/town/quake.yaml": "scenario: {id: quake-6, name: 地震}\n",
            "scenarios/flood.yaml": "scenario: {id: flood}\n",
            "scenarios/broken.yaml": "scenario: [\n",
        },
    )
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace of two organisations, and stand in it."""
    folder = fill(
        tmp_path / "two",
        {
            "inventory/north/deep/organisation.yaml": "# first\n" + ORGANISATION,
            "inventory/south/all.yaml": "{organisation: {id: south}}\n",
            "inventory/notes/other.yaml": "x-organisation: none\n",
            "scenarios/north/quake.yaml": "scenario: {id: quake}\n",
            "scenarios/south/quake.yaml": "scenario: {id: quake}\n",
            "scenarios/south/flood.yaml": "scenario: {id: flood}\n",
            "scenarios/any.yaml": "scenario: {id: any}\n",
        },
    )
    monkeypatch.chdir(folder)
    return folder


def refused(inventory: str | None, scenario: str) -> tuple[str, dict[str, object]]:
    with pytest.raises(UsageError) as caught:
        resolve(inventory, scenario)
    return caught.value.key, caught.value.values


def test_found_upwards(one: Path) -> None:
    """The nearest folder above that holds inventory and scenarios is the workspace."""
    below = one / "scenarios" / "town"

    assert find_workspace(below) == find_workspace(one) == Workspace(Path())
    assert find_workspace(one.parent) is None


def test_named_as_from_here(one: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths are named as one would type them: relative below, whole elsewhere."""
    assert resolve_inventory(None, one) == Path("inventory", "town")

    monkeypatch.chdir(one / "scenarios")
    assert resolve_inventory(None, Path.cwd()) == one / "inventory" / "town"


def test_inventories(one: Path, two: Path, tmp_path: Path) -> None:
    """Folders with an organisation are inventories; without any, inventory/ is the only one."""
    flat = fill(tmp_path / "flat", {"inventory/a.yaml": ORGANISATION, "inventory/x/b.yaml": ""})
    bare = fill(tmp_path / "bare", {"inventory/x/b.yaml": "teams: []\n"})

    assert [path.name for path in Workspace(one).inventories()] == ["town"]
    assert [path.name for path in Workspace(two).inventories()] == ["north", "south"]
    assert [path.name for path in Workspace(flat).inventories()] == ["inventory"]
    assert [path.name for path in Workspace(bare).inventories()] == ["inventory"]


def test_scenarios(one: Path) -> None:
    """Scenarios are listed by id; one that cannot be read by the name of its file."""
    listed = Workspace(Path()).scenarios()

    assert [(held.id, held.inventory, held.head is not None) for held in listed] == [
        ("broken", None, False),
        ("flood", None, True),
        ("quake-6", "town", True),
    ]
    assert listed[2].head is not None
    assert listed[2].head.name == "地震"


def test_by_id_or_path(one: Path) -> None:
    """A scenario is named by its id, by the name of its file, or by its path."""
    expected = (Path("inventory", "town"), Path("scenarios", "town", "quake.yaml"))

    assert resolve(None, "quake-6") == expected
    assert resolve(None, "quake") == expected
    assert resolve(None, "scenarios/town/quake.yaml") == expected
    assert resolve(None, "broken") == (Path("inventory", "town"), Path("scenarios/broken.yaml"))


def test_folder_of_the_scenario_picks_the_inventory(two: Path) -> None:
    """With several inventories the scenario's own folder tells which one, by id and by path."""
    south = Path("inventory", "south")

    assert resolve(None, "flood") == (south, Path("scenarios/south/flood.yaml"))
    assert resolve(None, "scenarios/south/quake.yaml")[0] == south
    assert resolve("north", "flood") == (
        Path("inventory/north"),
        Path("scenarios/south/flood.yaml"),
    )
    assert resolve("south", "quake") == (south, Path("scenarios/south/quake.yaml"))


def test_has_to_choose(two: Path) -> None:
    """Where nothing tells which one is meant, nothing is guessed."""
    assert refused(None, "any") == ("which-inventory", {"known": "north, south"})
    key, values = refused(None, "quake")
    assert (key, values["name"]) == ("which-scenario", "quake")
    with pytest.raises(UsageError, match="which-inventory"):
        resolve_inventory(None, two)


def test_the_environment_says_which_is_meant(two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """BCP_INVENTORY decides among several, never against what was asked for."""
    monkeypatch.setenv("BCP_INVENTORY", "north")

    assert resolve_inventory(None, two) == Path("inventory", "north")
    assert resolve(None, "quake")[1] == Path("scenarios/north/quake.yaml")
    assert resolve(None, "flood")[0] == Path("inventory", "south")
    assert resolve("south", "quake")[1] == Path("scenarios/south/quake.yaml")
    monkeypatch.setenv("BCP_INVENTORY", "elsewhere")
    with pytest.raises(UsageError, match="which-inventory"):
        resolve_inventory(None, two)


def test_option_is_name_or_path(two: Path, tmp_path: Path) -> None:
    """--inventory takes a name of the workspace, a path, or another workspace."""
    other = fill(
        tmp_path / "other", {"inventory/east/a.yaml": ORGANISATION, "scenarios/a.yaml": ""}
    )

    assert resolve_inventory("north", two) == Path("inventory", "north")
    assert resolve_inventory("inventory/north", two) == Path("inventory", "north")
    assert resolve_inventory("nowhere/at/all", two) == Path("nowhere", "at", "all")
    assert resolve_inventory(str(other), two) == other / "inventory" / "east"


def test_slips(two: Path) -> None:
    """A slip is answered with the nearest name and the list."""
    assert refused(None, "floood") == (
        "unknown-scenario-near",
        {"name": "floood", "nearest": "flood", "known": "any, flood, quake"},
    )
    assert refused(None, "zzz")[0] == "unknown-scenario"
    assert refused("norht", "flood") == (
        "unknown-inventory-near",
        {"name": "norht", "nearest": "north", "known": "north, south"},
    )


def test_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside of a workspace an id means nothing, and a missing scenario says where it looked."""
    monkeypatch.chdir(tmp_path)
    assert refused(None, "quake") == ("no-workspace", {})

    fill(tmp_path, {"inventory/a.yaml": ORGANISATION, "scenarios/readme.txt": ""})
    assert refused(None, "quake") == ("no-scenarios", {"folder": "scenarios"})


def test_scenario_beside_its_inventory(two: Path, tmp_path: Path) -> None:
    """A scenario file with an inventory folder beside it belongs to that, wherever one stands."""
    case = fill(two / "cases" / "x", {"inventory/a.yaml": ORGANISATION, "s.yaml": ""})
    far = fill(tmp_path / "far", {"inventory/a.yaml": ORGANISATION, "s.yaml": ""})

    assert resolve(None, "cases/x/s.yaml") == (Path("cases/x/inventory"), Path("cases/x/s.yaml"))
    assert resolve(None, str(far / "s.yaml")) == (far / "inventory", far / "s.yaml")
    assert resolve("south", str(case / "s.yaml"))[0] == Path("inventory", "south")


def test_file_in_the_root_of_a_workspace(one: Path) -> None:
    """A scenario file anywhere in a workspace belongs to its inventory."""
    fill(one, {"draft.yaml": "", "drafts/a.yaml": ""})

    assert resolve(None, "draft.yaml")[0] == Path("inventory", "town")
    assert resolve(None, "drafts/a.yaml")[0] == Path("inventory", "town")
