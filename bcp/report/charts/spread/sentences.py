"""The spread of recovery times in words."""

from __future__ import annotations

from collections.abc import Iterator

from bcp.report.charts.frame import Head
from bcp.report.charts.spread.view import Row, SpreadView, percent
from bcp.words import join, say, show_span
from bcp.words.chart_spread import WORDS

__all__ = ["description", "head_of", "headline"]

_MOST_NAMED = 5


def head_of(view: SpreadView) -> Head:
    """Return what stands around the chart."""
    loss = {"p50": f"{view.loss[0]:,.1f}", "p90": f"{view.loss[1]:,.1f}"}
    return Head(
        lang=view.lang,
        title=headline(view),
        facts=say(WORDS, "facts", view.lang, runs=f"{view.runs:,}", **loss),
        notes=tuple(_notes(view)),
        source=view.source,
        names=tuple(row.name for row in view.rows),
    )


def headline(view: SpreadView) -> str:
    """Return the finding."""
    key = "finding-below"
    if not view.total:
        key = "finding-empty"
    elif view.below <= 1:
        key = "finding-below-one" if view.below else "finding-met"
    finding = say(WORDS, key, view.lang, number=view.below, total=view.total)
    return say(WORDS, "headline", view.lang, scenario=view.scenario, finding=finding)


def _notes(view: SpreadView) -> Iterator[str]:
    lang = view.lang
    axis = [say(WORDS, "note-axis", lang)] if view.rows else []
    if any(row.p10 is None for row in view.rows):
        axis.append(say(WORDS, "note-no-p10", lang))
    rest = []
    if view.more:
        rest.append(say(WORDS, "note-more", lang, shown=len(view.rows), more=view.more))
    if view.never:
        rest.append(say(WORDS, "note-never", lang, number=view.never))
    if view.unplayed:
        rest.append(say(WORDS, "note-unplayed", lang, number=view.unplayed))
    for texts in (axis, rest):
        if texts:
            yield ("" if lang == "ja" else " ").join(texts)
    if view.unknown:
        ids = join(
            [*view.unknown[:_MOST_NAMED], *(["…"] if len(view.unknown) > _MOST_NAMED else [])], lang
        )
        yield say(WORDS, "note-unknown", lang, number=len(view.unknown), ids=ids)


def description(view: SpreadView) -> str:
    """Return the picture in words."""
    return "\n".join([headline(view), *(_spoken(row, view) for row in view.rows)])


def _spoken(row: Row, view: SpreadView) -> str:
    spans = {
        key: show_span(round(value), view.lang)
        for key, value in (("p50", row.p50), ("p90", row.p90), ("p99", row.p99), ("rto", row.rto))
    }
    return say(WORDS, "spoken-row", view.lang, name=row.name, chance=percent(row.chance), **spans)
