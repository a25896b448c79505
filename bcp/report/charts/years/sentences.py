"""An earlier state against the present one in words."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from bcp.report.charts.frame import Head
from bcp.report.charts.years.view import Row, YearsView
from bcp.words import say, show_span
from bcp.words.chart_years import WORDS

__all__ = ["description", "head_of", "headline", "hours"]


def hours(loss: Fraction | None) -> str:
    """Return a loss as people read it."""
    return "—" if loss is None else f"{float(loss):,.1f}"


def head_of(view: YearsView, scenarios: int = 0) -> Head:
    """Return what stands around the chart; *scenarios* found no room in the table of losses."""
    return Head(
        lang=view.lang,
        title=headline(view),
        facts=_facts(view),
        notes=tuple(_notes(view, scenarios)),
        source=view.source,
        names=(*(row.name for row in view.rows), *(loss.scenario for loss in view.losses)),
    )


def headline(view: YearsView) -> str:
    """Return the finding."""
    lang, counts = view.lang, view.counts
    if not view.scenario:
        return say(WORDS, "finding-none", lang)
    key = "finding-same"
    if not view.is_compared:
        key = "finding-new"
    elif counts["better"] and counts["worse"]:
        key = "finding-both"
    elif counts["better"] or counts["worse"]:
        key = "finding-better" if counts["better"] else "finding-worse"
    values = {"better": counts["better"], "worse": counts["worse"]}
    finding = say(WORDS, key, lang, label=view.label, **values)
    return say(WORDS, "headline", lang, scenario=view.scenario, finding=finding)


def _facts(view: YearsView) -> str:
    if not view.is_compared:
        return view.organisation
    loss, (was, now) = view.losses[0], view.met
    return say(
        WORDS,
        "facts",
        view.lang,
        organisation=view.organisation,
        was=was,
        now=now,
        total=view.total,
        before=hours(loss.before),
        after=hours(loss.after),
    )


def _notes(view: YearsView, scenarios: int) -> Iterator[str]:
    lang = view.lang
    if view.rows:
        yield say(WORDS, "note-axis", lang)
    rest = []
    if view.more:
        rest.append(say(WORDS, "note-more", lang, shown=len(view.rows), more=view.more))
    if view.unhit:
        rest.append(say(WORDS, "note-unhit", lang, number=view.unhit))
    if scenarios:
        rest.append(say(WORDS, "note-scenarios", lang, number=scenarios))
    if rest:
        yield ("" if lang == "ja" else " ").join(rest)


def description(view: YearsView) -> str:
    """Return the picture in words."""
    losses = [
        say(
            WORDS,
            "spoken-loss",
            view.lang,
            scenario=loss.scenario,
            before=hours(loss.before),
            after=hours(loss.after),
        )
        for loss in view.losses
    ]
    return "\n".join([headline(view), *(_spoken(row, view) for row in view.rows), *losses])


def _spoken(row: Row, view: YearsView) -> str:
    spans = {
        key: "—" if value is None else show_span(value, view.lang)
        for key, value in (("before", row.before), ("after", row.after), ("rto", row.rto))
    }
    change = say(WORDS, f"change-{row.change}", view.lang)
    return say(WORDS, "spoken-row", view.lang, name=row.name, change=change, **spans)
