"""What scenarios come to in a year."""

from __future__ import annotations

from dataclasses import replace
from math import exp, log

import pytest

from bcp.risk.blocks import Job
from bcp.risk.gather import gather
from bcp.risk.result import RiskResult, result_of
from bcp.risk.yearly import yearly_of
from tests.support.tiny import inventory_of, scenario_of

TOWN = """
components: [{id: a, procedure: fix}, {id: b, procedure: fix}]
functions: [{id: desk, rto: 0h, requires: [a]}, {id: window, rto: 0h, requires: [b]}]
procedures: [{id: fix, tasks: [{id: mend, duration: 10h}]}]
"""


def played(name: str, select: str, likelihood: float | None) -> RiskResult:
    inventory = inventory_of(TOWN)
    scenario = scenario_of(f"[{{at: 0h, damage: {{select: {select}}}}}]", inventory)
    head = scenario.scenario.model_copy(update={"id": name, "likelihood": likelihood})
    job = Job(inventory, scenario.model_copy(update={"scenario": head}), runs=1000)
    *_, reached = gather(job, 1000)
    return result_of(job, reached)


@pytest.fixture(scope="module")
def results() -> list[RiskResult]:
    """Return a small event (11 hours lost), a large one (22), and one that has no likelihood."""
    return [
        played("small", "{id: a}", 0.5),
        played("large", "{id: [a, b]}", 0.1),
        played("unrated", "{id: a}", None),
    ]


def test_expectations_add_up(results: list[RiskResult]) -> None:
    """Losses and downtimes of a year are those of an event times how often it comes."""
    found = yearly_of(results)
    assert found is not None
    assert [part.scenario for part in found.parts] == ["small", "large"]
    assert [part.loss.value for part in found.parts] == pytest.approx([5.5, 2.2])
    assert found.loss.value == pytest.approx(7.7)
    assert found.down == {"desk": pytest.approx(6), "window": pytest.approx(1)}
    assert found.left_out == ("unrated",)


def test_exceedance(results: list[RiskResult]) -> None:
    """Any loss comes with 1 - exp(-0.6) a year, one above 11 hours with 1 - exp(-0.1), none above 22."""
    found = yearly_of(results)
    assert found is not None
    curve = [(point.loss, point.rate, point.chance) for point in found.curve]
    assert curve == [
        (0, pytest.approx(0.6), pytest.approx(1 - exp(-0.6))),
        (pytest.approx(11), pytest.approx(0.1), pytest.approx(1 - exp(-0.1))),
        (pytest.approx(22), 0, 0),
    ]
    exceeded = dict(found.exceeded)
    assert exceeded[0.1] == pytest.approx(11)
    assert exceeded[0.05] == exceeded[0.001] == pytest.approx(22)


def test_what_hardly_ever_happens_exceeds_nothing(results: list[RiskResult]) -> None:
    """With an event in a thousand years, no loss is exceeded with a chance of ten percent a year."""
    found = yearly_of([replace(results[0], likelihood=0.001)])
    assert found is not None
    exceeded = dict(found.exceeded)
    assert exceeded[0.1] is None
    assert -log(1 - 0.001) > 0.001
    assert exceeded[0.001] is None
    assert found.loss.value == pytest.approx(0.011)


def test_a_year_needs_a_likelihood(results: list[RiskResult]) -> None:
    """Without any likelihood there is nothing to say of a year."""
    assert yearly_of(results[2:]) is None
