"""The recovery curve in numbers, worked out by hand."""

from __future__ import annotations

from fractions import Fraction

from bcp.outlook.curve import Curve
from bcp.report.charts.curve import curve_view
from bcp.report.charts.curve.sentences import headline, moments, percent
from bcp.report.charts.curve.view import Mark
from bcp.report.risk import Risk, Spread
from bcp.units import DAY, HOUR
from tests.support.outlooks import BOTH, NEVER, NOTHING, outlook, town

THIRD = Fraction(1, 3)


def test_the_curve_rises_with_each_function() -> None:
    """Two of three stop at once, the third after an hour; the last two are back after eight."""
    panel = curve_view([outlook(BOTH)], town(), "ja").panels[0]

    assert panel.now.points == (
        (0, THIRD),
        (HOUR, Fraction(0)),
        (3 * HOUR, THIRD),
        (8 * HOUR, Fraction(1)),
    )
    assert panel.lost == Fraction(2, 3) + 2 + Fraction(2, 3) * 5
    assert (panel.back, panel.asked) == (8 * HOUR, 3 * DAY)


def test_the_title_says_what_is_lost() -> None:
    """When all is back before three days are over it says when, else how much is."""
    whole = curve_view([outlook(BOTH)], town(), "ja")
    part = curve_view([outlook(NEVER)], town(), "ja")

    assert headline(whole) == "両方: 8時間で全ての業務が戻る。失われる業務は延べ6.0時間分"
    assert headline(part) == "未復旧: 1日後に業務の33%が戻る。失われる業務は延べ32時間分"
    assert headline(curve_view([outlook(NOTHING)], town(), "en")) == "Nothing: no function stops"


def test_several_scenarios_name_the_worst() -> None:
    """The one that loses most, whatever its place; those that do not fit are counted."""
    view = curve_view([outlook(BOTH), outlook(NEVER), outlook(NOTHING)], town(), "en", most=2)

    assert headline(view) == 'Of 3 scenarios, "Never" costs the most service: 32 hours'
    assert ([panel.id for panel in view.panels], view.more) == (["both", "never"], 1)
    assert view.marks == ()


def test_measures_and_risk_are_laid_over_it() -> None:
    """The curve after the measures and the band of the runs belong to their scenario."""
    better = Curve(((0, Fraction(1)),), 10 * DAY, Fraction(0))
    band = ((0, 0.1, 0.5), (HOUR, 0.9, 1.0))
    risk = Risk("both", 100, 7, Spread(1, 1, 2, 3), {}, band)
    view = curve_view([outlook(BOTH)], town(), "ja", after={"both": better}, risks={"both": risk})

    panel = view.panels[0]
    assert (panel.after, panel.band, panel.runs) == (better, band, 100)
    assert headline(view).endswith("（計画中の対策後 0時間分）")


def test_the_rto_of_the_best_rank_is_marked() -> None:
    """Of the best rank that functions have; the axis shows every tier up to its end."""
    view = curve_view([outlook(BOTH)], town(), "ja")

    assert view.marks == (Mark(3 * HOUR, "S", 1),)
    assert (view.axis.end, moments(view)) == (8 * HOUR, [3 * HOUR, 8 * HOUR])
    assert moments(curve_view([outlook(NEVER)], town(), "ja")) == [3 * HOUR, DAY, 2 * DAY]


def test_nothing_that_lacks_is_called_whole() -> None:
    """Percent are rounded down."""
    assert (percent(Fraction(9999, 10000)), percent(Fraction(1)), percent(0.005)) == (
        "99%",
        "100%",
        "0%",
    )
