"""The chapters of a report, put together."""

from __future__ import annotations

import datetime as dt

from bcp.drill.review.review import Review
from bcp.report.aar import (
    cover,
    functions,
    lessons,
    method,
    minutes,
    objectives,
    record,
    tasks,
)
from bcp.report.aar.figures import shares_figure, tasks_figure
from bcp.report.aar.origin import Origin
from bcp.report.aar.telling import Teller
from bcp.report.document import Document, Meta, Section
from bcp.report.names import called
from bcp.words import LANGS, Lang, say
from bcp.words.aar import WORDS

__all__ = ["after_action_report"]


def after_action_report(
    held: Review, origin: Origin, lang: Lang, *, charts: bool = True
) -> Document:
    """Return the report of a drill as one frozen document.

    Parameters
    ----------
    held
        What came of the drill.
    origin
        The record it was read from.
    lang
        The language of the report; what people wrote stays as they wrote it.
    charts
        Whether to draw pictures, which takes most of the time.
    """
    setting, tell = held.state.setting, Teller.of(held, lang)
    return Document(
        title=say(WORDS, "title", lang),
        subtitle=called(setting.drill.drill, lang),
        lang=lang,
        meta=Meta(
            organisation=called(setting.inventory.organisation, lang),
            date=_date(held, origin),
            inputs=" ".join(digest[:12] for _, digest in origin.digests),
            marks=tuple(say(WORDS, "mark", one) for one in LANGS),
        ),
        front=cover.front(held, origin, tell),
        sections=tuple(_sections(held, origin, tell, charts=charts)),
        contents=True,
    )


def _date(held: Review, origin: Origin) -> dt.date | None:
    """Return the day of the drill: the report has no other date, as no clock is read for it."""
    if origin.made is not None:
        return origin.made.date()
    on = held.state.setting.drill.drill.on
    return None if on is None else on.date()


def _sections(held: Review, origin: Origin, tell: Teller, *, charts: bool) -> list[Section]:
    return [
        cover.overview(held, origin, tell),
        objectives.objectives(held, tell),
        functions.chapter(held, tell),
        minutes.chapter(held, tell, shares_figure(held, tell) if charts else None),
        tasks.chapter(held, tell, tasks_figure(held, origin, tell) if charts else None),
        lessons.strengths(held, tell),
        lessons.difficulties(held, tell),
        lessons.hot_wash(held, tell),
        lessons.improvements(held, tell),
        record.timeline(held, tell),
        record.record(held, origin, tell),
        objectives.injects(held, tell),
        objectives.people(held, tell),
        method.touched(held, tell),
        record.corrections(held, tell),
        method.method(held, origin, tell),
    ]
