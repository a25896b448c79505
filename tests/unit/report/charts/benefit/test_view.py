"""Cost against benefit in numbers, worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from bcp.inventory.models import Inventory
from bcp.outlook.effects import Effect
from bcp.report.charts.benefit import BenefitView, benefit_view
from bcp.report.charts.benefit.page import steps_to
from bcp.report.charts.benefit.sentences import description, head_of, headline
from tests.support.outlooks import TOWN
from tests.support.tiny import inventory_of

MEASURES = """
measures:
  - {id: ups, name: 電源, name_en: Power, cost: 2000000, yearly: 400000}
  - {id: line, name: 回線, cost: 1000000}
  - {id: dear, name: 別棟, cost: 9000000}
  - {id: late, name: 遅い, cost: 4000000}
  - {id: unknown, name: 未定}
  - {id: free, name: 手順書, cost: 0}
"""


def held() -> Inventory:
    return inventory_of(TOWN + MEASURES)


def effect(measure: str, **saved: int) -> Effect:
    losses = {id_: (Fraction(1000), Fraction(1000 - hours)) for id_, hours in saved.items()}
    return Effect(measure, losses, {}, {})


def view_of(*effects: Effect, **likelihoods: float | None) -> BenefitView:
    return benefit_view(effects, held(), likelihoods, "ja")


SAVED = (
    effect("ups", quake=100, flood=20),
    effect("line", quake=0, flood=10),
    effect("dear", quake=100, flood=30),
    effect("late", quake=-50, flood=0),
    effect("unknown", quake=5, flood=5),
)


def test_what_buys_most_comes_first() -> None:
    """120 hours for 4 million (with five years of running), 10 for 1, 130 for 9, -50 for 4."""
    view = view_of(*SAVED, quake=None, flood=0.1)

    assert not view.is_expected
    rows: list[tuple[object, ...]] = [
        (p.number, p.id, p.cost, p.avoided, p.per_million) for p in view.points
    ]
    assert rows == [
        (1, "ups", 4_000_000, 120, 30),
        (2, "dear", 9_000_000, 130, Fraction(130, 9)),
        (3, "line", 1_000_000, 10, 10),
        (4, "late", 4_000_000, -50, Fraction(-50, 4)),
    ]
    assert [(p.number, p.id, p.per_million) for p in view.aside] == [(0, "unknown", None)]
    expected = "100万円あたりの効果が最も大きいのは「電源」（失われる業務を30.0時間減らす）"
    assert headline(view) == expected
    assert "1回ずつ" in head_of(view).facts


def test_losses_are_weighted_where_all_have_a_likelihood() -> None:
    """Over five years a quake of 0.1 a year is expected 0.5 times, a flood of 0.02 0.1 times."""
    view = view_of(*SAVED, quake=0.1, flood=0.02)

    assert view.is_expected
    assert {p.id: p.avoided for p in view.points} == {
        "ups": 52,
        "dear": 53,
        "line": 1,
        "late": -25,
    }
    assert "頻度で重み付け" in head_of(view).facts


@pytest.mark.parametrize("likelihoods", [{}, {"quake": 0.0, "flood": 0.0}])
def test_nothing_is_weighted_by_nothing(likelihoods: dict[str, float | None]) -> None:
    """Without any frequency above zero each scenario counts once."""
    assert not view_of(*SAVED, **likelihoods).is_expected


def test_efficient_is_what_nothing_cheaper_beats() -> None:
    """The late one costs as much as the power and does harm; the rest trade cost for benefit."""
    view = view_of(*SAVED, quake=None)
    worse = view_of(effect("ups", quake=10), effect("line", quake=10), quake=None)

    assert {p.id for p in view.points if p.is_efficient} == {"ups", "line", "dear"}
    assert {p.id for p in worse.points if p.is_efficient} == {"line"}


def test_what_costs_nothing_comes_before_all() -> None:
    """No division by zero; and what is free but useless does not lead."""
    view = view_of(effect("free", quake=3), *SAVED, quake=None)
    useless = view_of(effect("free", quake=0), *SAVED, quake=None)

    assert view.points[0].id == "free"
    assert headline(view) == "費用のかからない「手順書」が、失われる業務を3.0時間減らす"
    assert useless.best is not None
    assert useless.best.id == "ups"


def test_no_measure_helps() -> None:
    """Neither harm nor nothing is a finding to buy."""
    assert view_of(effect("late", quake=-50), quake=None).best is None
    assert headline(view_of(quake=None)) == "効果を計算できる対策がない"
    assert "費用の記載なし" in description(view_of(effect("unknown", quake=5), quake=None))


@pytest.mark.parametrize(
    ("low", "high"), [(0, 0), (0, 1e-7), (0, 23), (-3, 9), (-1e6, 0), (0, 1e9), (0.1, 0.1)]
)
def test_an_axis_holds_what_it_is_for(low: float, high: float) -> None:
    """Rising, not too many, from the lowest to the highest or beyond."""
    found = steps_to(low, high)

    assert found == sorted(set(found))
    assert 2 <= len(found) <= 9
    assert found[0] <= low
    assert found[-1] >= high - 1e-9
