"""Drills have their place in a workspace: they are found, named, kept apart and copied."""

from __future__ import annotations

from pathlib import Path

import pytest

from bcp import library
from bcp.cli.belonging import belongings
from bcp.cli.kept import digest
from bcp.errors import InputError, UsageError
from bcp.inventory.load import load_inventory
from bcp.workspace import Workspace, resolve_drill, scenario_path, schema_from
from tests.support.drill_files import INVENTORY


def drill(id_: str, scenario: str = "quake", rest: str = "") -> str:
    return f"drill: {{id: {id_}, name: 訓練, kind: tabletop, scenario: {scenario}}}\n{rest}"


def fill(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace of two towns with drills, and stand in it."""
    folder = fill(
        tmp_path / "work",
        {
            "inventory/north/all.yaml": INVENTORY,
            "inventory/south/all.yaml": INVENTORY,
            "scenarios/north/quake.yaml": "scenario: {id: quake}\n",
            "scenarios/south/quake.yaml": "scenario: {id: quake, starts: 2026-11-23T02:00}\n",
            "drills/north/first.yaml": drill("spring"),
            "drills/south/deep/second.yaml": drill("autumn", "own.yaml"),
            "drills/south/deep/own.yaml": "# a\nscenario: {id: own}\nevents: []\n",
            "drills/south/third.yaml": drill("autumn"),
            "drills/broken.yaml": "drill: [\n",
            "drills/records/2026/old.yaml": drill("old"),
            "drills/south/records/old.yaml": drill("old"),
            "drills/.hidden/a.yaml": drill("hidden"),
            "drills/README.md": "a",
        },
    )
    monkeypatch.chdir(folder)
    return folder


def refused(option: str | None, name: str) -> tuple[str, object]:
    with pytest.raises(UsageError) as caught:
        resolve_drill(option, name)
    return caught.value.key, caught.value.values.get("nearest")


def test_listed(root: Path) -> None:
    """Drills are listed by id; records, hidden files and scenarios beside them are none."""
    listed = Workspace(Path()).drills()

    assert [(held.id, held.inventory, str(held.path)) for held in listed] == [
        ("autumn", "south", "drills/south/deep/second.yaml"),
        ("autumn", "south", "drills/south/third.yaml"),
        ("broken", None, "drills/broken.yaml"),
        ("spring", "north", "drills/north/first.yaml"),
    ]
    assert [held.head.name if held.head else None for held in listed][-2:] == [None, "訓練"]


def test_by_id_name_or_path(root: Path) -> None:
    """A drill is named by id, file name or path, and its folder tells the inventory."""
    expected = (Path("inventory/north"), Path("drills/north/first.yaml"))

    assert resolve_drill(None, "spring") == expected
    assert resolve_drill(None, "first") == expected
    assert resolve_drill(None, "drills/north/first.yaml") == expected
    assert resolve_drill("south", "spring") == (Path("inventory/south"), expected[1])
    assert resolve_drill(None, "drills/south/deep/second.yaml")[0] == Path("inventory/south")


def test_refused(root: Path) -> None:
    """A name that is unknown, or stands for two, is told with what was perhaps meant."""
    assert refused(None, "sprin") == ("unknown-drill-near", "spring")
    assert refused(None, "xyzzy") == ("unknown-drill", None)
    assert refused(None, "autumn") == ("which-drill", None)
    assert refused(None, "broken") == ("which-inventory", None)


def test_no_drills(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any drill one is told so, and without a workspace that."""
    monkeypatch.chdir(tmp_path)
    assert refused(None, "a") == ("no-workspace", None)

    fill(tmp_path, {"inventory/all.yaml": INVENTORY, "scenarios/a.yaml": "scenario: {id: a}\n"})
    assert refused(None, "a") == ("no-drills", None)


def test_scenario_of_a_drill(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An id is looked up in the drill's workspace, its own inventory first; a file beside it."""
    own = Path("inventory/south")

    assert scenario_path(Path("drills/south/third.yaml"), own) == Path("scenarios/south/quake.yaml")
    beside = scenario_path(Path("drills/south/deep/second.yaml"), own)
    assert beside == Path("drills/south/deep/own.yaml")
    monkeypatch.chdir(root.parent)
    away = root / "drills/south/third.yaml"
    assert scenario_path(away, root / own) == Path("work/scenarios/south/quake.yaml")


@pytest.mark.parametrize(
    ("scenario", "key"),
    [
        ("quak", "unknown-scenario-near"),
        ("zzz", "unknown-scenario"),
        ("a.yaml", "drill-scenario-missing"),
    ],
)
def test_no_such_scenario(root: Path, scenario: str, key: str) -> None:
    """A scenario that is not there is a fault of the drill, with its line."""
    fill(root, {"drills/north/first.yaml": "# a\n" + drill("spring", scenario)})

    with pytest.raises(InputError) as caught:
        scenario_path(Path("drills/north/first.yaml"), Path("inventory/north"))

    (fault,) = caught.value.faults
    assert (fault.file, fault.line) == ("drills/north/first.yaml", 2)
    assert (fault.where, fault.key) == ("drill.scenario", key)


def test_what_belongs_to_an_inventory(root: Path) -> None:
    """Only its own drills are read, each with its scenario, and all faults come at once."""
    wrong = "objectives: [{id: a}]\ninjects: [{no: 1, text: a, at: 15:10, when: {up: zzz}}]\n"
    fill(
        root,
        {
            "drills/south/third.yaml": drill("autumn", rest=wrong),
            "scenarios/south/quake.yaml": "scenario: {id: quake, horizon: soon}\n",
        },
    )
    folder = Path("inventory/south")

    held = belongings(folder, load_inventory(folder))

    assert [(fault.file.split("/")[-1], fault.key) for fault in held.faults] == [
        ("third.yaml", "missing"),
        ("third.yaml", "missing"),
        ("third.yaml", "inject-at-and-when"),
        ("quake.yaml", "bad-span"),
    ]
    assert [loaded.drill.drill.id for loaded, _ in held.drills] == ["autumn"]
    assert held.is_inside


def test_scenario_from_outside(root: Path) -> None:
    """A check that read a scenario outside of the workspace is known to have done so."""
    fill(root.parent, {"far.yaml": "scenario: {id: far}\n"})
    fill(root, {"drills/north/first.yaml": drill("spring", "../../../far.yaml")})
    folder = Path("inventory/north")

    held = belongings(folder, load_inventory(folder))

    assert (held.faults, held.is_inside) == ((), False)


def test_change_of_a_drill_is_noticed(root: Path) -> None:
    """What a check found is kept by the content of the drills too."""
    before = digest(None, ())
    fill(root, {"drills/south/third.yaml": drill("winter")})

    assert digest(None, ()) != before is not None


def test_schema_as_seen_from_a_file(root: Path) -> None:
    """An editor finds the schema from wherever the drill lies."""
    fill(root, {"schemas/drill.schema.json": "{}"})

    assert schema_from(Path("drills/south")) == "../../schemas/drill.schema.json"
    assert schema_from(root / "drills") == "../schemas/drill.schema.json"
    assert schema_from(Path()) == "schemas/drill.schema.json"
    assert schema_from(root.parent) == "../../schemas/drill.schema.json"


def test_new_workspaces_have_the_drills(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Drills of a sample are copied, the line that names their schema leading to it."""
    line = "# yaml-language-server: $schema=../../{}schemas/drill.schema.json\n"
    source = fill(
        tmp_path / "source",
        {
            "inventory/town/all.yaml": INVENTORY,
            "scenarios/town/quake.yaml": "scenario: {id: quake}\n",
            "drills/town/a.yaml": line.format("bcp/") + drill("a"),
        },
    )
    monkeypatch.setattr(library, "root", lambda kind: source / kind)

    library.create_workspace(tmp_path / "mine", "town")

    copied = (tmp_path / "mine/drills/town/a.yaml").read_text(encoding="utf-8")
    assert copied == line.format("") + drill("a")
    assert (tmp_path / "mine/schemas/drill.schema.json").is_file()
