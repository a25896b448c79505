"""What the picture of the teams' work says in words."""

from __future__ import annotations

from collections.abc import Iterator

from bcp.report.charts.crews.view import CrewsView, Lane
from bcp.report.charts.frame import Head
from bcp.words import join, say, show_span
from bcp.words.chart_crews import WORDS

__all__ = ["description", "head_of", "headline", "share_of", "size_of"]


def headline(view: CrewsView) -> str:
    """Return what the picture proves."""
    if not view.lanes:
        return say(WORDS, "title-none", view.lang, scenario=view.scenario)
    busiest = view.lanes[0]
    return say(
        WORDS,
        "title",
        view.lang,
        scenario=view.scenario,
        team=busiest.name,
        until=show_span(view.until, view.lang),
        share=share_of(busiest),
    )


def share_of(lane: Lane) -> str:
    """Return how busy a team is."""
    return f"{float(lane.share):.0%}"


def size_of(lane: Lane, view: CrewsView) -> str:
    """Return how many people a team has."""
    return say(WORDS, "people", view.lang, number=lane.size)


def head_of(view: CrewsView, *, hides: bool = False) -> Head:
    """Return the words around the chart; *hides*: some lanes show no tasks."""
    facts = view.organisation
    if view.lanes:
        values = {"teams": len(view.lanes) + view.more[0], "tasks": view.tasks}
        facts += "　|　" + say(WORDS, "facts", view.lang, **values)
    names = [lane.name for lane in view.lanes]
    return Head(
        lang=view.lang,
        title=headline(view),
        facts=facts,
        notes=tuple(_notes(view, hides=hides)),
        source=view.source,
        names=(*names, *(bar.name for lane in view.lanes for bar in lane.bars)),
    )


def _notes(view: CrewsView, *, hides: bool) -> Iterator[str]:
    if view.lanes:
        yield say(WORDS, "axis-log" if view.axis.kind == "log" else "axis", view.lang)
        yield say(WORDS, "note-share", view.lang)
    if hides:
        yield say(WORDS, "note-hidden", view.lang)
    if view.is_cut:
        yield say(WORDS, "note-cut", view.lang, tasks=view.tasks)
    if view.more[0]:
        yield say(WORDS, "note-others", view.lang, teams=view.more[0], tasks=view.more[1])
    if view.idle:
        names = join(view.idle, view.lang)
        yield say(WORDS, "note-idle", view.lang, number=len(view.idle), names=names)


def description(view: CrewsView) -> str:
    """Return the picture in words, for those who hear it."""
    lines = [head_of(view).facts, *(_spoken(lane, view) for lane in view.lanes)]
    return "\n".join((*lines, *_notes(view, hides=False)))


def _spoken(lane: Lane, view: CrewsView) -> str:
    return say(
        WORDS,
        "spoken",
        view.lang,
        team=lane.name,
        size=lane.size,
        tasks=len(lane.bars),
        share=share_of(lane),
        start=show_span(lane.bars[0].start, view.lang),
        end=show_span(max(bar.end for bar in lane.bars), view.lang),
    )
