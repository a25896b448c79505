"""Scenarios for any inventory, as people find, read, set and play them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bcp.cli.finding import matching
from bcp.cli.wrapping import cells
from bcp.library import scenarios as library
from bcp.workspace import library_scenarios
from tests.functional.conftest import Run

TAGGED = """\
organisation: {id: town, name: 町, name_en: Town, language: ja}
components:
  - {id: mains, name: 電力, kind: power, tags: [grid-power]}
  - {id: server, name: サーバ, kind: server, requires: [mains], procedure: rebuild}
functions:
  - {id: desk, name: 窓口, rank: A, rto: 1h, mtpd: 24h, requires: [server]}
teams:
  - {id: ict, name: 情報課, size: 1}
procedures:
  - {id: rebuild, tasks: [{id: restore, crew: {ict: 1}, duration: 2h}]}
"""


@pytest.fixture
def town(workspace: Path) -> Path:
    """Return a workspace whose only tag is that of the grid."""
    (workspace / "inventory" / "all.yaml").write_text(TAGGED, encoding="utf-8")
    return workspace


def ids(run: Any, section: str = "library") -> list[str]:
    assert run.returncode == 0, run.stderr
    return [held["id"] for held in json.loads(run.stdout)[section]]


def test_found_by_words(bcp: Run, town: Path) -> None:
    """All words count, in either language, whatever their case and width."""
    found = bcp("list", "scenarios", "ＲＡＮＳＯＭＷＡＲＥ", "事業者", "--json", cwd=town)

    assert "ransomware-vendor" in ids(found)
    assert set(ids(found)) <= {"ransomware-vendor", "ransomware-backups"}


ASKED = {
    "停電": "blackout-region",
    "雪": "heavy-snow",
    "ウイルス": "pandemic-wave ransomware-backups",
    "水害": "flood-river",
    "サーバー室": "server-room-fire cooling-failure-august",
    "ｻｰﾊﾞ室": "server-room-fire",
    "夜間": "quake-night",
    "人手不足": "pandemic-wave heavy-snow new-year-blackout",
    "業者が来ない": "vendor-late",
    "年末": "new-year-blackout",
    "ネット": "carrier-outage trunk-line-cut lgwan-outage",
    "誤操作": "wrong-deletion",
    "power cut": "power-cuts-planned",
    "virus": "pandemic-wave ransomware-vendor",
    "server room": "server-room-fire",
    "staff shortage": "pandemic-wave",
    "internet": "carrier-outage trunk-line-cut",
    "ups": "ups-failure",
    "hurricane": "typhoon-blackout",
    "year-end": "new-year-blackout",
}
"""What an official might type, and scenarios that it has to bring."""


@pytest.mark.parametrize(("asked", "wanted"), ASKED.items())
def test_found_as_people_ask(asked: str, wanted: str) -> None:
    """Everyday words bring what is meant, and not nearly everything."""
    files = library_scenarios(None, library())
    found = {held.id for held in matching(files, [asked], None)}

    assert set(wanted.split()) <= found
    assert len(found) <= 20


def test_a_latin_word_is_found_where_one_begins() -> None:
    """`ups` means no backups."""
    files = library_scenarios(None, library())

    assert "ransomware-backups" not in {held.id for held in matching(files, ["ups"], None)}


def test_found_by_kind(bcp: Run, town: Path) -> None:
    """A kind narrows the list; one that does not exist is refused with those that do."""
    found = bcp("list", "scenarios", "--kind", "flood", "--json", cwd=town)
    wrong = bcp("list", "scenarios", "--kind", "flod", "--lang", "en", cwd=town)

    assert ids(found) == ["downpour-basement", "flood-river"]
    assert (wrong.returncode, "ransomware" in wrong.stderr) == (2, True)


def test_own_ones_are_listed_apart(bcp: Run, town: Path) -> None:
    """The workspace's scenarios come first, and without words all of both are there."""
    found = bcp("list", "scenarios", "--json", cwd=town)

    assert ids(found, "scenarios") == ["crash"]
    assert len(ids(found)) >= 25
    held = {one["id"]: one for one in json.loads(found.stdout)["library"]}
    assert {"id": "power", "name": "商用電力が止まる長さ", "default": "64h"} in held[
        "blackout-region"
    ]["parameters"]


def test_several_inventories_are_told_apart(bcp: Run, town: Path) -> None:
    """Where scenarios belong to several inventories, each says to which."""
    for name in ("north", "south"):
        (town / "inventory" / name).mkdir()
        text = TAGGED.replace("id: town", f"id: {name}")
        (town / "inventory" / name / "all.yaml").write_text(text, encoding="utf-8")
        (town / "scenarios" / name).mkdir()
        text = "scenario: {id: crash, name: 故障, kind: failure}\n"
        (town / "scenarios" / name / "crash.yaml").write_text(text, encoding="utf-8")
    (town / "inventory" / "all.yaml").unlink()

    lines = bcp("list", "scenarios", "障害", cwd=town).stdout.splitlines()

    assert [line.split()[:2] for line in lines if line.startswith("crash")] == [
        ["crash", "north"],
        ["crash", "south"],
    ]


def test_list_alone_is_short(bcp: Run, town: Path) -> None:
    """`bcp list` says that there are more and how to see them, but does not list them."""
    text = bcp("list", cwd=town).stdout

    assert "bcp list scenarios" in text
    assert "blackout-region" not in text


def test_words_belong_to_scenarios(bcp: Run, town: Path) -> None:
    """Words and options of the search are refused elsewhere."""
    for rest in (("drills", "fire"), ("--fits",)):
        assert bcp("list", *rest, cwd=town).returncode == 2


def test_fits(bcp: Run, town: Path) -> None:
    """Wholly, partly, not at all; with the tags that are missing."""
    found = bcp("list", "scenarios", "--fits", "--json", cwd=town)

    held = {one["id"]: one for one in json.loads(found.stdout)["library"]}
    assert (held["power-cuts-planned"]["fits"], held["power-cuts-planned"]["lacking"]) == (
        "whole",
        [],
    )
    assert held["blackout-region"]["fits"] == "partly"
    assert "fuel-supply" in held["blackout-region"]["lacking"]
    assert (held["server-room-fire"]["fits"], held["server-room-fire"]["lacking"]) == (
        "not",
        ["server-room"],
    )


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("arguments", [("scenarios", "--fits"), ("scenarios", "quake")])
def test_lists_fit_the_screen(bcp: Run, town: Path, lang: str, arguments: tuple[str, ...]) -> None:
    """No line is wider than the terminal."""
    run = bcp("list", *arguments, "--lang", lang, cwd=town, COLUMNS="80")

    assert run.returncode == 0, run.stderr
    assert [line for line in run.stdout.splitlines() if cells(line) > 80] == []


def test_one_in_full(bcp: Run, town: Path) -> None:
    """An id shows what the scenario teaches, its parameters and where the figures come from."""
    text = bcp("list", "scenarios", "blackout-region", "--lang", "en", cwd=town).stdout

    assert "power=64h" in text
    assert "how long the grid is out" in text
    assert "bcp simulate blackout-region --set power=64h" in text


def test_played_with_a_parameter(bcp: Run, town: Path) -> None:
    """What is set is played, told in the head and in the JSON; what was left out is told beside."""
    text = bcp("simulate", "blackout-region", "--set", "power=5h", "--lang", "en", cwd=town)
    run = bcp("simulate", "blackout-region", "--set", "power=5h", "--json", cwd=town)

    assert text.returncode == 0, text.stderr
    assert "(power) = 5h [default 64h]" in " ".join(text.stdout.split())
    assert "4 events left out" in text.stderr
    held = json.loads(run.stdout)
    assert held["functions"]["desk"]["downtime_s"] == 5 * 3600
    assert {"id": "power", "name": "商用電力が止まる長さ", "value": "5h", "default": "64h"} in held[
        "parameters"
    ]
    assert [one["tags"] for one in held["skipped"]] == [
        ["mobile"],
        ["carrier", "internet"],
        ["fuel-supply"],
        ["water"],
    ]


def test_no_parameters_no_keys(bcp: Run, town: Path) -> None:
    """A scenario without parameters or optional events prints what it always did."""
    held = json.loads(bcp("simulate", "crash", "--json", cwd=town).stdout)

    assert "parameters" not in held
    assert "skipped" not in held


@pytest.mark.parametrize(
    ("setting", "status", "said"),
    [
        ("power=soon", 1, "parameter `power`"),
        ("pwer=1h", 1, "did you mean `power`"),
        ("power=", 2, "NAME=VALUE"),
    ],
)
def test_wrong_settings(bcp: Run, town: Path, setting: str, status: int, said: str) -> None:
    """A wrong name or value is told with file, line and the names there are."""
    run = bcp("simulate", "blackout-region", "--set", setting, "--lang", "en", cwd=town)

    assert (run.returncode, run.stdout) == (status, "")
    assert said in run.stderr


@pytest.mark.parametrize(
    "command",
    [
        ("priority", "blackout-region"),
        ("explain", "desk", "blackout-region"),
        ("risk", "blackout-region", "--runs", "50"),
    ],
)
def test_every_command_takes_settings(bcp: Run, town: Path, command: tuple[str, ...]) -> None:
    """Wherever one scenario is named its parameters can be set, and are told."""
    run = bcp(*command, "--set", "power=5h", "--json", cwd=town)

    assert run.returncode == 0, run.stderr
    held = json.loads(run.stdout)
    assert {one["id"]: one["value"] for one in held["parameters"]}["power"] == "5h"


def test_compare_sets_what_each_has(bcp: Run, town: Path) -> None:
    """A parameter counts for each scenario that has it, and has to be one of some."""
    names = ("compare", "blackout-region", "power-cuts-planned")
    run = bcp(*names, "--set", "power=5h", "--json", cwd=town)
    wrong = bcp(*names, "--set", "pwer=5h", cwd=town)

    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout)["conditions"]
    assert told["blackout-region"]["parameters"][0]["value"] == "5h"
    assert told["power-cuts-planned"]["parameters"][0]["value"] == "3h"
    assert wrong.returncode == 1


def test_settings_need_a_scenario(bcp: Run, town: Path) -> None:
    """Nothing is set where no scenario is named."""
    for command in (("priority",), ("risk",)):
        assert bcp(*command, "--set", "power=5h", cwd=town).returncode == 2


def test_many_inventories_play_one_of_the_library(bcp: Run, town: Path) -> None:
    """A scenario for anybody can be played on every inventory of a prefecture."""
    folder = str(town / "inventory")
    run = bcp(
        "risk", "blackout-region", "--inventories", folder, "--runs", "50", "--json", cwd=town
    )

    assert run.returncode == 0, run.stderr
    assert "blackout-region" in run.stdout


def test_chart_says_what_was_set(bcp: Run, town: Path) -> None:
    """The source of a picture names the values that were set."""
    run = bcp("chart", "timeline", "blackout-region", "--set", "power=5h", "-o", "a.svg", cwd=town)

    assert run.returncode == 0, run.stderr
    assert (town / "a.svg").is_file()


def test_hostile_text_in_a_value_does_nothing(bcp: Run, town: Path) -> None:
    """A value with an escape sequence is told without it."""
    run = bcp("simulate", "blackout-region", "--set", "power=\x1b[31m7d", cwd=town)

    assert run.returncode == 1
    assert "\x1b" not in run.stderr


# --- what is handed in says under which conditions it was computed ------------------------------

HOLED = """\
scenario: {id: dark, name: 停電, name_en: Blackout, horizon: 5d}
parameters: [{id: power, name: 停電の長さ, name_en: length, default: 5h}]
events:
  - {at: 0h, outage: {select: {tag: grid-power}, for: $power}}
  - {at: 0h, optional: true, outage: {select: {tag: water}, for: $power}}
"""


@pytest.fixture
def holed(town: Path) -> Path:
    """Return a workspace whose scenario has a parameter, and an event that matches nothing."""
    (town / "scenarios" / "dark.yaml").write_text(HOLED, encoding="utf-8")
    return town


def test_the_managers_page_says_which_values_counted(bcp: Run, holed: Path) -> None:
    """What was set and what was left out stand in the page, in both languages, and in its figures."""
    asked = ("report", "--scenario", "dark", "--set", "power=7h")
    made = bcp(*asked, "-o", "page.html", cwd=holed)
    figures = bcp(*asked, "--json", cwd=holed)

    page = (holed / "page.html").read_text(encoding="utf-8")
    assert made.returncode == 0, made.stderr
    assert "停電の長さ（power）=7h［既定 5h］" in page
    assert "length (power) = 7h [default 5h]. 1 event left out" in page
    (dark,) = json.loads(figures.stdout)["by_scenario"]
    assert (dark["parameters"][0]["value"], dark["skipped"][0]["tags"]) == ("7h", ["water"])


def test_the_annual_plan_says_which_values_counted(bcp: Run, holed: Path) -> None:
    """The city's own edition tells both; the public one not what the inventory lacks."""
    asked = ("document", "--scenario", "dark", "--set", "power=7h", "--lang", "en")
    own = bcp(*asked, "-o", "own.md", cwd=holed)
    public = bcp(*asked, "-o", "public.md", "--edition", "public", "--json", cwd=holed)

    assert own.returncode == 0, own.stderr
    told = "Blackout: Parameters: length (power) = 7h [default 5h]"
    assert f"{told}. 1 event left out" in plain(holed / "own.md")
    text = plain(holed / "public.md")
    assert (told in text, "left out, as" in text) == (True, False)
    assert json.loads(public.stdout)["conditions"]["dark"]["parameters"][0]["value"] == "7h"


def test_a_check_says_which_values_counted(bcp: Run, holed: Path) -> None:
    """Of the scenarios that were played, met or not; one that was kept says the same again."""
    asked = ("check", "--fail-on", "rto", "--lang", "en")
    first, again = bcp(*asked, cwd=holed), bcp(*asked, cwd=holed)
    document = json.loads(bcp(*asked, "--json", cwd=holed).stdout)

    assert "Blackout: Parameters: length (power) = 5h. 1 event left out" in " ".join(
        first.stdout.split()
    )
    assert again.stdout == first.stdout
    dark = next(one for one in document["played"] if one["id"] == "dark")
    assert dark["skipped"][0]["tags"] == ["water"]
    assert "conditions" not in next(one for one in document["played"] if one["id"] == "crash")


@pytest.mark.parametrize("command", ["report", "document"])
def test_reports_take_scenarios_of_the_library(bcp: Run, holed: Path, command: str) -> None:
    """Beside the workspace's own, by id; what is set counts for each that has the parameter."""
    asked = (command, "--scenario", "crash", "--scenario", "blackout-region", "--json")
    found = bcp(*asked, "--set", "power=80h", cwd=holed)

    assert found.returncode == 0, found.stderr
    assert '"value": "80h"' in found.stdout


@pytest.mark.parametrize("command", ["report", "document"])
def test_what_cannot_be_set_is_refused_before_anything_is_written(
    bcp: Run, holed: Path, command: str
) -> None:
    """A value needs a scenario that is named and has it, and a present that nothing is beside."""
    before = sorted(holed.rglob("*"))
    runs = [
        bcp(command, "--set", "power=7h", cwd=holed),
        bcp(command, "--scenario", "dark", "--set", "powr=7h", cwd=holed),
        bcp(command, "--scenario", "dark", "--set", "power=7h", "--since", ".", cwd=holed),
    ]

    assert [run.returncode for run in runs] == [2, 1, 2]
    assert "dark.yaml" in runs[1].stderr
    assert sorted(holed.rglob("*")) == before


def plain(path: Path) -> str:
    """Return a Markdown file without its escapes."""
    return path.read_text(encoding="utf-8").replace("\\", "")
