"""What the picture of the recovery curve says in words."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from bcp.outlook.curve import Curve
from bcp.report.charts.axis import time_label
from bcp.report.charts.curve.view import CurveView, Panel
from bcp.report.charts.frame import Head
from bcp.units import HOUR
from bcp.words import join, say, show_span
from bcp.words.chart import WORDS as COMMON
from bcp.words.chart_curve import WORDS

__all__ = ["description", "head_of", "headline", "hours", "lost", "moments", "percent"]

_FEW = 10
"""Fewer hours than this show a decimal."""


def percent(share: Fraction | float) -> str:
    """Return a share in whole percent, rounded down: nothing that lacks is called whole.

    Examples
    --------
    >>> percent(Fraction(999, 1000)), percent(Fraction(1))
    ('99%', '100%')
    """
    return f"{int(share * 100)}%"


def hours(value: Fraction, view: CurveView) -> str:
    """Return hours of service lost, such as ``43時間分``."""
    number = f"{float(value):.1f}" if 0 < value < _FEW else f"{round(value):,}"
    return say(WORDS, "lost-hours", view.lang, number=number)


def _share_lost(curve: Curve) -> str:
    share = float(curve.lost * HOUR / curve.horizon)
    return f"{share:.1%}" if 0 < share < 0.1 else f"{share:.0%}"  # noqa: PLR2004 (10%)


def lost(panel: Panel, view: CurveView) -> tuple[str, str]:
    """Return what is lost now, and after the measures; the second empty if none is planned."""
    span = show_span(panel.now.horizon, view.lang)
    values = {"lost": hours(panel.lost, view), "share": _share_lost(panel.now), "horizon": span}
    now = say(WORDS, "lost", view.lang, **values)
    if panel.after is None:
        return now, ""
    return now, say(WORDS, "lost-after", view.lang, lost=hours(panel.after.lost, view))


def moments(view: CurveView) -> list[int]:
    """Return the moments at which the level is told in figures: the tiers, and the end."""
    tiers = {tier for tier in view.tiers if 0 < tier < view.axis.end}
    return sorted({*tiers, view.axis.end})


def headline(view: CurveView) -> str:
    """Return what the picture proves."""
    if len(view.panels) == 1:
        return _of_one(view.panels[0], view)
    worst = max(view.panels, key=lambda panel: panel.lost, default=None)
    number = len(view.panels) + view.more
    if worst is None or not worst.lost:
        return say(WORDS, "title-several-none", view.lang, number=number)
    values = {"scenario": worst.name, "lost": hours(worst.lost, view)}
    return say(WORDS, "title-several", view.lang, number=number, **values)


def _of_one(panel: Panel, view: CurveView) -> str:
    if not panel.lost:
        return say(WORDS, "title-none", view.lang, scenario=panel.name)
    is_whole = panel.back is not None and panel.back <= panel.asked
    moment = panel.back if is_whole and panel.back is not None else panel.asked
    text = say(
        WORDS,
        "title-whole" if is_whole else "title-part",
        view.lang,
        scenario=panel.name,
        moment=show_span(moment, view.lang),
        share=percent(panel.now.at(moment)),
        lost=hours(panel.lost, view),
    )
    if panel.after is None:
        return text
    return text + say(WORDS, "title-after", view.lang, lost=hours(panel.after.lost, view))


def head_of(view: CurveView) -> Head:
    """Return the words around the chart."""
    facts = [view.organisation, say(WORDS, "facts", view.lang)]
    runs = max((panel.runs for panel in view.panels if panel.band), default=0)
    if runs:
        facts.append(say(WORDS, "risk", view.lang, runs=f"{runs:,}"))
    return Head(
        lang=view.lang,
        title=headline(view),
        facts="　|　".join(facts),
        notes=tuple(_notes(view)),
        source=view.source,
        names=tuple(panel.name for panel in view.panels),
    )


def _notes(view: CurveView) -> Iterator[str]:
    yield say(COMMON, f"axis-{view.axis.kind}", view.lang)
    yield say(WORDS, "note-area" if view.axis.kind == "log" else "note-lost", view.lang)
    if view.more:
        yield say(WORDS, "note-others", view.lang, number=view.more)


def description(view: CurveView) -> str:
    """Return the picture in words, for those who hear it."""
    lines = [head_of(view).facts]
    for panel in view.panels:
        lines.append(_spoken("spoken", panel.name, panel.now, view))
        if panel.after is not None:
            lines.append(_spoken("spoken-after", panel.name, panel.after, view))
    return "\n".join((*lines, *_notes(view)))


def _spoken(key: str, name: str, curve: Curve, view: CurveView) -> str:
    levels = (
        say(
            WORDS,
            "spoken-level",
            view.lang,
            moment=time_label(moment, view.lang),
            share=percent(curve.at(moment)),
        )
        for moment in moments(view)
    )
    return say(
        WORDS,
        key,
        view.lang,
        scenario=name,
        levels=join(levels, view.lang),
        lost=hours(curve.lost, view),
        share=_share_lost(curve),
        horizon=show_span(curve.horizon, view.lang),
    )
