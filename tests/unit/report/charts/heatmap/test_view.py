"""The table of scenarios against functions in numbers, worked out by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bcp.report.charts.heatmap import HeatmapView, heatmap_view
from bcp.report.charts.heatmap.page import SHADES, shade_of
from bcp.report.charts.heatmap.sentences import feet, headline, text_of
from bcp.report.charts.heatmap.view import Cell
from bcp.units import DAY, HOUR
from tests.support.outlooks import BOTH, NEVER, NOTHING, outlook, town
from tests.support.sheets import lightness


def view_of(*texts: str, most: tuple[int, int] | None = (60, 14)) -> HeatmapView:
    return heatmap_view([outlook(text) for text in texts], town(), "ja", most=most)


def test_a_cell_says_what_a_scenario_does_to_a_function() -> None:
    """Web: 2 h of 3 h, met; desk: 8 h, beyond its MTPD; books: met; the outage never ends."""
    view = view_of(BOTH, NEVER, NOTHING)
    rows = {row.id: [(c.verdict, c.downtime / HOUR) for c in row.cells] for row in view.rows}

    assert list(rows) == ["web", "desk", "books"]
    assert rows["web"] == [("met", 2), ("beyond", 48), ("none", 0)]
    assert rows["desk"] == [("beyond", 8), ("none", 0), ("none", 0)]
    assert rows["books"] == [("met", 8), ("beyond", 48), ("none", 0)]
    assert view.rows[0].cells[0].ratio == pytest.approx(2 / 3)


def test_columns_and_rows_are_counted() -> None:
    """How many functions miss in a scenario, and in how many scenarios a function does."""
    view = view_of(BOTH, NEVER, NOTHING)

    assert [(column.missed, column.beyond) for column in view.columns] == [(1, 1), (2, 2), (0, 0)]
    assert [row.missed for row in view.rows] == [1, 1, 1]
    assert [figures[:3] for _, figures in feet(view)][:2] == [["1", "2", "0"], ["1", "2", "0"]]
    assert (view.missed, view.total, view.scenarios) == (3, 3, 3)
    assert headline(view) == (
        "3業務のうち3業務が、いずれかの被害想定でRTOに間に合わない。最も多いのは「未復旧」の2業務"
    )


def test_what_does_not_fit_is_folded_into_the_worst() -> None:
    """The scenarios and functions that miss most stay; the others share a row and a column."""
    view = view_of(NOTHING, BOTH, NEVER, most=(2, 1))

    assert [column.id for column in view.columns] == ["never"]
    assert [row.id for row in view.rows] == ["web"]
    assert (view.more_columns, view.more_rows) == (2, 2)
    assert [cell.verdict for cell in view.rows[0].cells] == ["beyond", "met"]
    assert view.others is not None
    assert [(cell.verdict, cell.missed) for cell in view.others.cells] == [
        ("beyond", 1),
        ("beyond", 1),
    ]


def test_all_can_be_asked_for() -> None:
    """Nothing is folded."""
    view = view_of(NOTHING, BOTH, NEVER, most=None)

    assert (len(view.columns), len(view.rows), view.others) == (3, 3, None)


def test_good_news_and_no_news_are_told() -> None:
    """All met; nothing to compare."""
    assert headline(view_of(NOTHING)) == "1件の被害想定のいずれでも、3業務すべてがRTOに間に合う"
    assert headline(view_of()) == "比べる業務又は被害想定がない"
    assert headline(view_of(BOTH)) == "両方: 3業務のうち1業務がRTOに間に合わない"


@pytest.mark.parametrize(
    ("verdict", "ratio", "shade"),
    [
        ("none", 0.0, "none"),
        ("met", 0.5, "half"),
        ("met", 1.0, "met"),
        ("late", 2.0, "late"),
        ("late", 2.1, "later"),
        ("beyond", 1.5, "beyond"),
    ],
)
def test_the_shade_follows_the_ratio(verdict: str, ratio: float, shade: str) -> None:
    """The longer the downtime against the RTO, the darker."""
    assert shade_of(Cell(verdict, HOUR, ratio, 0)) == shade  # type: ignore[arg-type]


def test_each_shade_is_darker_in_grey_and_its_ink_stands_out() -> None:
    """Printed in black and white, one shade is told from the next, and the figures can be read."""
    greys = [lightness(fill) for fill, _ in SHADES.values()]
    inks = [abs(lightness(fill) - lightness(ink)) for fill, ink in SHADES.values()]

    assert all(one - other > 4 for one, other in pairwise(greys))
    assert min(inks) > 45


def test_a_cell_is_short() -> None:
    """One unit, with a decimal where it matters; of several, how many miss."""
    late = Cell("late", 80 * HOUR, 3.3, 2)

    assert text_of(late, "ja") == "△ 3.3日"
    assert text_of(late, "en", is_several=True) == "△ 2"
    assert text_of(Cell("met", 21 * DAY, 0.3, 0), "en") == "○ 21 d"
    assert text_of(Cell("none", 0, 0, 0), "ja") == ""
