from __future__ import annotations

import itertools
from pathlib import Path
from typing import get_args

import pytest

from bcp.audit.audit import audit
from bcp.audit.codes import CODES
from bcp.authoring.beginning import Answers, Core, Size, beginning, usual
from bcp.authoring.layout import formatted
from bcp.drill.file.load import load_drill
from bcp.inventory.load import LoadedInventory, load_inventory
from bcp.reading import read
from bcp.recovery.simulate import simulate
from bcp.scenario.load import LoadedScenario, load_scenario
from bcp.words import LANGS, Lang

CASES = [
    (*case, LANGS[number % 2])
    for number, case in enumerate(itertools.product(get_args(Size), get_args(Core), (True, False)))
]


def opened(
    answers: Answers, lang: Lang, folder: Path
) -> tuple[LoadedInventory, list[LoadedScenario]]:
    for name, data in beginning(answers, lang).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    loaded = load_inventory(folder / "inventory" / answers.id)
    scenarios = sorted((folder / "scenarios" / answers.id).glob("*.yaml"))
    return loaded, [load_scenario(path, loaded) for path in scenarios]


@pytest.mark.parametrize(("size", "core", "generator", "lang"), CASES)
def test_every_beginning_is_in_order(
    size: Size, core: Core, generator: bool, lang: Lang, tmp_path: Path
) -> None:
    """Files load without a fault, are in their usual form, and hold enough to go on from."""
    answers = Answers("my-city", "市", size, usual(size), core, generator)

    loaded, scenarios = opened(answers, lang, tmp_path)

    drill = tmp_path / "drills/my-city/first-tabletop.yaml"
    blackout = next(one.scenario for one in scenarios if one.scenario.scenario.id == "blackout-72h")
    assert load_drill(drill, loaded, blackout).drill.injects
    for path in tmp_path.rglob("*.yaml"):
        assert formatted(path.read_bytes(), path.name) == path.read_bytes()
    inventory = loaded.inventory
    assert 30 <= len(inventory.components) <= 70
    assert 20 <= len(inventory.functions) <= 25
    assert len(scenarios) == 3
    assert inventory.organisation.language == lang


@pytest.mark.parametrize("lang", LANGS)
def test_what_nobody_said_is_assumed(lang: Lang, tmp_path: Path) -> None:
    """Every item of the inventory that has a value to guess says that it was guessed."""
    loaded, _ = opened(Answers("my-city", "市"), lang, tmp_path)
    inventory = loaded.inventory

    items = [*inventory.components, *inventory.functions, *inventory.teams, *inventory.procedures]
    facts = {"grid-power", "telephone", "mobile-network", "carrier"}
    assert {item.id for item in items if not item.assumed} <= facts


@pytest.mark.parametrize("lang", LANGS)
def test_every_scenario_stops_something(lang: Lang, tmp_path: Path) -> None:
    """A first simulation shows functions that stop and some that miss their target."""
    loaded, scenarios = opened(Answers("my-city", "市"), lang, tmp_path)

    for one in scenarios:
        result = simulate(loaded.inventory, one.scenario)
        assert any(held.down for held in result.functions.values())


def test_names_that_would_be_yaml_stay_names(tmp_path: Path) -> None:
    """Whatever a city or vendor is called is text and nothing else."""
    name = 'a: {b}, "c" # d'

    loaded, _ = opened(Answers("x", name, core_vendor="- &e *f"), "ja", tmp_path)

    assert loaded.inventory.organisation.name == name
    assert "- &e *f" in [team.name for team in loaded.inventory.teams]


def test_files_speak_the_language_that_was_asked_for() -> None:
    """An English beginning holds no Japanese, and a Japanese one names things in both."""
    english = b"".join(beginning(Answers("x", "City"), "en").values()).decode()
    japanese = beginning(Answers("x", "市"), "ja")["inventory/x/systems.yaml"].decode()

    assert not [sign for sign in english if "\u3040" <= sign <= "\u9fff"]
    assert "name: 仮想基盤\n    name_en: Virtualisation platform" in japanese
    assert read(japanese.encode(), "a").root


@pytest.mark.parametrize("lang", LANGS)
def test_nobody_is_asked_about_a_generator_that_is_not_there(lang: Lang) -> None:
    """Without one, the drill speaks of no fuel."""
    made = beginning(Answers("x", "市", generator=False), lang)[
        "drills/x/first-tabletop.yaml"
    ].decode()

    assert "燃料" not in made
    assert "fuel" not in made


@pytest.mark.parametrize(("size", "core", "generator", "lang"), CASES)
def test_what_is_weak_is_little_and_said_in_the_files(
    size: Size, core: Core, generator: bool, lang: Lang, tmp_path: Path
) -> None:
    """A check of a fresh beginning finds at most 20 things, each told where it stands."""
    answers = Answers("my-city", "市", size, usual(size), core, generator)
    loaded, scenarios = opened(answers, lang, tmp_path)

    findings = audit(loaded.inventory, [one.scenario for one in scenarios], None)

    assert 10 <= len(findings) <= 20
    for one in findings:
        assert CODES[one.kind] in remarks_on(loaded, one.ids[0])


def remarks_on(loaded: LoadedInventory, id_: str) -> str:
    """Return the comment above an item."""
    place = next(held for key, held in loaded.places.items() if key.rpartition(":")[2] == id_)
    above = Path(place.file).read_text(encoding="utf-8").splitlines()[: place.line - 1]
    return "".join(itertools.takewhile(lambda line: line.lstrip().startswith("#"), above[::-1]))
