"""What `bcp risk --json` printed, read back: all of it, or every fault with the way to it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bcp.cli.trouble import fault_text
from bcp.errors import InputError
from bcp.reading import Limits
from bcp.report import risk_file
from bcp.report.risk import Chance, Spread
from bcp.report.risk_file import read_risks
from bcp.words import LANGS

Tree = dict[str, Any]


@pytest.fixture
def tree(root: Path) -> Tree:
    path = root / "tests" / "data" / "risk" / "quake.json"
    held: Tree = json.loads(path.read_text(encoding="utf-8"))
    return held


@pytest.fixture
def faults(tmp_path: Path) -> Callable[[object], list[tuple[str, str]]]:
    def found(value: object) -> list[tuple[str, str]]:
        path = tmp_path / "risk.json"
        text = value if isinstance(value, str) else json.dumps(value)
        path.write_text(text, encoding="utf-8")
        with pytest.raises(InputError) as caught:
            read_risks(path)
        assert all(fault.file == str(path) for fault in caught.value.faults)
        assert all(fault_text(fault, lang) for fault in caught.value.faults for lang in LANGS)
        return [(fault.where, fault.key) for fault in caught.value.faults]

    return found


def test_all_of_a_scenario_is_read(root: Path) -> None:
    """Figures, percentiles and the band arrive as they were printed."""
    held = read_risks(root / "tests" / "data" / "risk" / "quake.json")["quake"]

    assert (held.scenario, held.runs, held.seed) == ("quake", 1000, 7)
    assert held.loss == Spread(41.5, 38.0, 77.5, 120.0, 12.0)
    assert held.functions["tax"] == Chance(
        0.8, 0.95, None, Spread(30000, 28800, 61200, 129600, None)
    )
    assert list(held.functions) == ["desk", "tax", "phone"]
    assert held.band == ((0, 0.0, 0.2), (3600, 0.2, 0.6), (86400, 0.7, 1.0))


@pytest.mark.parametrize(
    "shape",
    [
        lambda one, two: [one, two],
        lambda one, two: {"inventory": "town", "scenarios": [one, two]},
        lambda one, two: {"scenarios": {"quake": one, "flood": two}},
        lambda one, two: {
            "scenarios": {
                name: {key: value for key, value in held.items() if key != "scenario"}
                for name, held in (("quake", one), ("flood", two))
            }
        },
    ],
)
def test_several_scenarios_in_one_file(
    shape: Callable[[Tree, Tree], object], tree: Tree, tmp_path: Path
) -> None:
    """A list of them, in `scenarios` or not, or a mapping by id."""
    path = tmp_path / "all.json"
    path.write_text(json.dumps(shape(tree, {**tree, "scenario": "flood"})), encoding="utf-8")

    assert list(read_risks(path)) == ["quake", "flood"]


def test_every_fault_at_once(tree: Tree, faults: Callable[[object], list[tuple[str, str]]]) -> None:
    """A wrong type, a chance above 1, a missing figure, a bad id: each with the way to it."""
    tree["runs"] = "1000"
    tree["functions"]["desk"]["p_down"] = 1.5
    tree["functions"]["Bad Id"] = tree["functions"]["desk"]
    del tree["functions"]["tax"]["downtime_s"]["p50"]
    tree["band"][1] = [3600, True, 0.6]

    found = faults([{**tree, "scenario": "other", "runs": 0}, tree])

    assert ("[0].runs", "too-small") in found
    assert ("[1].runs", "risk-number") in found
    assert ("[1].functions.desk.p_down", "too-large") in found
    assert ("[1].functions.tax.downtime_s", "missing") in found
    assert ("[1].functions.Bad Id", "bad-id") in found
    assert ("[1].band[1][1]", "risk-number") in found


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda tree: tree["loss"].update(p90=1), "loss"),
        (
            lambda tree: tree["functions"]["desk"]["downtime_s"].update(p10=1e9),
            "functions.desk.downtime_s",
        ),
    ],
)
def test_percentiles_rise(
    change: Callable[[Tree], None],
    where: str,
    tree: Tree,
    faults: Callable[[object], list[tuple[str, str]]],
) -> None:
    """A P90 below the median is no P90."""
    change(tree)

    assert faults(tree) == [(where, "risk-order")]


@pytest.mark.parametrize("band", [[[5, 0, 1], [5, 0, 1]], [[0, 0.5, 0.4]]])
def test_a_band_rises_and_is_not_turned_over(
    band: object, tree: Tree, faults: Callable[[object], list[tuple[str, str]]]
) -> None:
    """Moments rise, and the bad case lies below the good one."""
    assert faults({**tree, "band": band}) == [("band", "risk-band")]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "risk-not-json"),
        ("{", "risk-not-json"),
        ("[" * 100_000, "risk-not-json"),
        ('{"loss": NaN}', "risk-not-json"),
        (f'{{"runs": {"9" * 5000}}}', "risk-not-json"),
        ('"\\ud800', "risk-not-json"),
        ("[]", "risk-not-risk"),
        ("3", "risk-not-risk"),
        ('{"scenarios": 3}', "risk-not-risk"),
        ('{"a": 1, "a": 2}', "risk-key-twice"),
        ("[3]", "not-mapping"),
    ],
)
def test_what_is_no_risk_is_said_so(
    text: str, key: str, faults: Callable[[object], list[tuple[str, str]]]
) -> None:
    """Whatever a file holds, it is a fault and never a crash."""
    assert [found for _, found in faults(text)][:1] == [key]


def test_a_scenario_twice_is_a_fault(
    tree: Tree, faults: Callable[[object], list[tuple[str, str]]]
) -> None:
    """Nobody could say which of the two counts."""
    assert faults([tree, tree]) == [("[1].scenario", "risk-twice")]


def test_a_huge_file_is_refused(
    tmp_path: Path, tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is larger than anybody prints is not read."""
    monkeypatch.setattr(risk_file, "_LIMITS", Limits(file_bytes=100))
    path = tmp_path / "risk.json"
    path.write_text(json.dumps(tree), encoding="utf-8")

    with pytest.raises(InputError) as caught:
        read_risks(path)

    assert caught.value.faults[0].key == "file-too-large"
