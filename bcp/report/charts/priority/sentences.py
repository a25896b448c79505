"""What the picture of the recovery priority says in words."""

from __future__ import annotations

from collections.abc import Iterator

from bcp.report.charts.axis import time_label
from bcp.report.charts.frame import Head
from bcp.report.charts.priority.view import PriorityView, Row
from bcp.words import join, say, show_span
from bcp.words.chart import WORDS as COMMON
from bcp.words.chart_priority import WORDS

__all__ = ["description", "figures", "head_of", "headline"]

NONE = "–"


def headline(view: PriorityView) -> str:
    """Return what the picture proves."""
    key = view.key
    return say(
        WORDS,
        _headline_key(view),
        view.lang,
        scenario=view.scenario,
        total=view.total if view.total or not view.stopped else view.stopped,
        late=view.late if view.total else view.missed,
        name=key.name if key else "",
        waiting=key.waiting if key else 0,
    )


def _headline_key(view: PriorityView) -> str:
    if not view.scenario:
        if not view.total:
            return "title-empty"
        return "title-all-late" if view.late else "title-all-met"
    if not view.total:
        return "title-functions" if view.stopped else "title-nothing"
    if view.key is None or not view.key.waiting:
        return "title-met" if not view.late else "title-late"
    return "title-late-one" if view.key.waiting == 1 else "title-late"


def head_of(view: PriorityView) -> Head:
    """Return the words around the chart."""
    facts = [view.organisation, say(WORDS, "facts" if view.scenario else "facts-all", view.lang)]
    if view.components:
        first = view.components[0]
        values = {"name": first.name, "waiting": first.waiting}
        facts.append(say(WORDS, "first", view.lang, **values))
    return Head(
        lang=view.lang,
        title=headline(view),
        facts="　|　".join(facts),
        notes=tuple(_notes(view)),
        source=view.source,
        names=tuple(row.name for row in (*view.functions, *view.components)),
    )


def _notes(view: PriorityView) -> Iterator[str]:
    if view.functions or view.components:
        yield say(COMMON, f"axis-{view.axis.kind}", view.lang)
    if view.components:
        yield say(WORDS, "note-due", view.lang)
    more = {"functions": view.more_functions, "components": view.more_components}
    others = [
        say(WORDS, f"others-{key}", view.lang, number=number)
        for key, number in more.items()
        if number
    ]
    if others:
        yield say(WORDS, "note-others", view.lang, others=join(others, view.lang))


def figures(row: Row, view: PriorityView) -> tuple[str, str, str, str]:
    """Return verdict, when it is back, when it is due, and how many functions wait for it."""
    end = NONE if row.end is None else show_span(row.end, view.lang)
    if row.end is None and row.verdict == "beyond":
        end = say(WORDS, "never", view.lang)
    waiting = str(row.waiting) if row.waiting else NONE
    return say(WORDS, f"verdict-{row.verdict}", view.lang), end, _due(row, view), waiting


def _due(row: Row, view: PriorityView) -> str:
    if row.due is None:
        return NONE
    return say(WORDS, "before", view.lang) if row.due < 0 else show_span(row.due, view.lang)


def description(view: PriorityView) -> str:
    """Return the picture in words, for those who hear it."""
    lines = [head_of(view).facts]
    for key, rows in (("functions", view.functions), ("components", view.components)):
        if rows:
            lines += [say(WORDS, key, view.lang), *(_spoken(row, view) for row in rows)]
    return "\n".join((*lines, *_notes(view)))


def _spoken(row: Row, view: PriorityView) -> str:
    verdict, end, due, waiting = figures(row, view)
    start = NONE if row.start is None else time_label(row.start, view.lang)
    return say(
        WORDS,
        "spoken",
        view.lang,
        mark=row.mark,
        name=row.name,
        verdict=verdict,
        start=start,
        end=end,
        due=due,
        waiting=waiting,
    )
