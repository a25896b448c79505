"""`bcp risk` as people and scripts run it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bcp.report.risk_file import read_risks
from bcp.risk.blocks import Job, run_block
from tests.functional.conftest import Run
from tests.support.tiny import inventory_of, scenario_of

TWO = """\
scenario: {id: NAME, name: 地震, horizon: 2d, likelihood: 0.1}
events:
  - {at: 0h, damage: {select: {id: server}, share: 40%}}
"""


@pytest.fixture(scope="module", autouse=True)
def compiled() -> None:
    """Make the machine code here, where nobody's patience is measured."""
    inventory = inventory_of("functions: [{id: desk}]")
    run_block(Job(inventory, scenario_of("[]", inventory), runs=1), 0)


@pytest.fixture
def town(workspace: Path) -> Path:
    """Return a workspace with an uncertain scenario beside the certain one."""
    path = workspace / "scenarios" / "quake.yaml"
    path.write_text(TWO.replace("NAME", "quake"), encoding="utf-8")
    return workspace


def printed(bcp: Run, town: Path, *arguments: str) -> dict[str, Any]:
    done = bcp("risk", *arguments, "--json", cwd=town)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_json_of_one_scenario(bcp: Run, town: Path) -> None:
    """The keys of the contract are there, the figures are right, and reports can read them."""
    found = printed(bcp, town, "quake", "--runs", "2500", "--seed", "3")
    jsonschema.validate(found, CONTRACT)
    assert (found["scenario"], found["runs"], found["seed"]) == ("quake", 2500, 3)
    desk = found["functions"]["desk"]
    assert desk["p_down"] == pytest.approx(0.4, abs=0.04)
    assert desk["p_rto_met"] == pytest.approx(1 - desk["p_down"])
    assert desk["downtime_s"]["p90"] == 7200
    assert desk["max_of_parts_s"] == 0  # a plain simulation draws nothing, and 40 % does not hit
    assert found["loss"]["mean"] == pytest.approx(desk["p_down"] * 1.2)
    path = town / "risk.json"
    path.write_text(json.dumps(found), encoding="utf-8")
    assert read_risks(path)["quake"].functions["desk"].p_rto_met == desk["p_rto_met"]


SPREAD = {
    "type": "object",
    "required": ["mean", "p50", "p90", "p99"],
    "additionalProperties": {"type": ["number", "array"]},
}
CONTRACT = {
    "required": ["scenario", "runs", "seed", "loss", "functions"],
    "properties": {
        "loss": SPREAD,
        "functions": {
            "additionalProperties": {
                "required": ["p_down", "p_rto_met", "p_mtpd_met", "downtime_s"],
                "properties": {"downtime_s": SPREAD},
            }
        },
    },
}


def test_figures_do_not_depend_on_workers(bcp: Run, town: Path) -> None:
    """One worker or three: the same document, byte for byte; another seed is another one."""
    runs = ("quake", "--runs", "3500", "--json")
    texts = [
        bcp("risk", *runs, *more, cwd=town).stdout
        for more in (("--workers", "1"), ("--workers", "3"), ("--seed", "1"))
    ]
    assert texts[0] == texts[1]
    assert texts[0] != texts[2]


def test_several_scenarios_and_their_year(bcp: Run, town: Path) -> None:
    """Several scenarios come as a list, with what those with a likelihood come to in a year."""
    found = printed(bcp, town, "quake", "crash", "--runs", "1000")
    quake, crash = found["scenarios"]
    assert (quake["scenario"], crash["scenario"]) == ("quake", "crash")
    assert crash["functions"]["desk"]["p_rto_met"] == 0
    assert crash["drivers"] is None
    assert found["yearly"]["left_out"] == ["crash"]
    assert found["yearly"]["loss"]["mean"] == pytest.approx(0.1 * quake["loss"]["mean"])


def test_without_a_name_those_with_a_likelihood_are_played(bcp: Run, town: Path) -> None:
    """`bcp risk` alone plays what has a likelihood; if nothing has, everything."""
    assert printed(bcp, town, "--runs", "100")["scenario"] == "quake"
    (town / "scenarios" / "quake.yaml").unlink()
    assert printed(bcp, town, "--runs", "100")["scenario"] == "crash"


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("ja", ["100回に", "「最長の一つ」", "損失のばらつきの原因", "数字の落ち着き"]),
        ("en", ["in 100", "“Longest part”", "spread of the loss", "How the figures settled"]),
    ],
)
def test_on_a_terminal(bcp: Run, town: Path, lang: str, expected: list[str]) -> None:
    """What is shown speaks of so many times in a hundred, in the language asked for."""
    done = bcp("risk", "quake", "--runs", "2000", "--lang", lang, cwd=town, COLUMNS="80")
    assert done.returncode == 0, done.stderr
    assert [text for text in expected if text not in done.stdout] == []


def test_a_certain_scenario_is_told(bcp: Run, town: Path) -> None:
    """Where nothing is uncertain, it says so instead of showing figures that look sure."""
    done = bcp("risk", "crash", "--runs", "50", "--lang", "en", cwd=town)
    assert "Nothing about this scenario is uncertain" in done.stdout
    assert "In no run does every function meet its RTO" in done.stdout


def test_precision_is_told(bcp: Run, town: Path) -> None:
    """With --precision it is said whether it was reached, and after how many runs."""
    done = bcp("risk", "quake", "--precision", "4%", "--lang", "en", cwd=town)
    assert "The precision asked for (4%) was reached after 4,000 runs." in done.stdout
    done = bcp("risk", "quake", "--precision", "1%", "--runs", "500", "--lang", "en", cwd=town)
    assert "500 runs were not enough for the precision asked for (1%)" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("quake", "--precision", "0"), "--precision takes 0.01 % to 50 %"),
        (("quake", "--precision", "lots"), "--precision takes 0.01 % to 50 %"),
        (("quake", "--runs", "0"), "--runs"),
        (("quake", "--seed", "-1"), "--seed"),
        (("quake", "--strategy", "luck"), "slack, rank"),
        (("nowhere",), "nowhere"),
    ],
)
def test_wrong_asks(bcp: Run, town: Path, arguments: tuple[str, ...], expected: str) -> None:
    """What cannot be asked for is refused in a sentence, with status 2."""
    done = bcp("risk", *arguments, "--lang", "en", cwd=town)
    assert done.returncode == 2
    assert expected in done.stderr
