"""Cost against benefit in words."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from bcp.report.charts.benefit.view import MILLION, YEARS, BenefitView, Point
from bcp.report.charts.frame import Head
from bcp.words import say
from bcp.words.chart_benefit import WORDS

__all__ = ["amount", "description", "figures", "head_of", "headline"]

_ROUND = 100
"""From which size on decimals say nothing."""


def amount(number: Fraction | float) -> str:
    """Return a number as people read it: decimals only where they matter.

    Examples
    --------
    >>> amount(1234.5), amount(12.34), amount(-0.04), amount(0.045)
    ('1,234', '12.3', '-0.04', '0.045')
    """
    value = float(number)
    if abs(value) >= _ROUND:
        return f"{value:,.0f}"
    if abs(value) >= 1 or not value:
        return f"{value:.1f}"
    return f"{value:.2g}"


def head_of(view: BenefitView, more: int = 0) -> Head:
    """Return what stands around the chart; *more* measures found no room in the table."""
    key = "facts-expected" if view.is_expected else "facts-once"
    values = {"organisation": view.organisation, "number": view.scenarios, "years": YEARS}
    return Head(
        lang=view.lang,
        title=headline(view),
        facts=say(WORDS, key, view.lang, **values),
        notes=tuple(_notes(view, more)),
        source=view.source,
        names=tuple(point.name for point in (*view.points, *view.aside)),
    )


def headline(view: BenefitView) -> str:
    """Return the finding."""
    best, lang = view.best, view.lang
    if not view.points and not view.aside:
        return say(WORDS, "headline-empty", lang)
    if best is None:
        return say(WORDS, "headline-none", lang)
    if best.per_million is None:
        return say(WORDS, "headline-free", lang, name=best.name, avoided=amount(best.avoided))
    return say(WORDS, "headline", lang, name=best.name, per=amount(best.per_million))


def _notes(view: BenefitView, more: int) -> Iterator[str]:
    yield say(WORDS, "note-alone", view.lang)
    rest = [say(WORDS, "note-unchanged", view.lang)]
    if more:
        rest.append(say(WORDS, "note-more", view.lang, number=more))
    yield ("" if view.lang == "ja" else " ").join(rest)


def figures(point: Point) -> tuple[str, str, str]:
    """Return the cost in million yen, what it avoids, and what a million yen does."""
    cost = "" if point.cost is None else amount(Fraction(point.cost, MILLION))
    per = point.per_million
    return cost, amount(point.avoided), "—" if per is None else amount(per)


def description(view: BenefitView) -> str:
    """Return the picture in words."""
    lines = [headline(view)]
    for point in view.points:
        cost, avoided, per = figures(point)
        values = {"number": point.number, "name": point.name, "cost": cost}
        lines.append(say(WORDS, "spoken-row", view.lang, avoided=avoided, per=per, **values))
    lines += [
        say(WORDS, "spoken-aside", view.lang, name=point.name, avoided=amount(point.avoided))
        for point in view.aside
    ]
    return "\n".join(lines)
