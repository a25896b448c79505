"""What the timeline says in words, in the language of its view."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from bcp.report.charts.timeline.view import Row, TimelineView
from bcp.units import MONTH, WEEK
from bcp.words import join, say, show_span
from bcp.words.chart import WORDS

NONE = "–"
"""What stands for a length that is not set."""

_EDGES = {0: "edge-0", WEEK: "edge-1-week", 2 * WEEK: "edge-2-weeks", MONTH: "edge-1-month"}


def outcome(view: TimelineView) -> str:
    """Return the one sentence that the picture proves."""
    hit = len(view.rows) + len(view.left_out)
    return say(
        WORDS,
        _outcome_key(view, hit),
        view.lang,
        total=view.total,
        hit=hit,
        stopped=view.down,
        missed=view.rto_missed,
    )


def _outcome_key(view: TimelineView, hit: int) -> str:
    if not view.total:
        return "outcome-empty"
    if view.rto_missed == view.total:
        return "outcome-missed-only" if view.total == 1 else "outcome-missed-all"
    if view.rto_missed:
        return "outcome-missed-one" if view.rto_missed == 1 else "outcome-missed"
    if not hit:
        return "outcome-none"
    if not view.down:
        return "outcome-impaired"
    return "outcome-met-one" if view.down == 1 else "outcome-met"


def headline(view: TimelineView) -> str:
    """Return the title: the scenario and its outcome."""
    return say(WORDS, "headline", view.lang, scenario=view.scenario, outcome=outcome(view))


def consequences(view: TimelineView) -> str:
    """Return what a missed RTO leaves unsaid; empty if that is nothing."""
    counts = {
        "mtpd-missed": view.mtpd_missed,
        "not-restored": view.not_restored,
        "rpo-missed": view.rpo_missed,
    }
    horizon = show_span(view.horizon, view.lang)
    said = [
        say(WORDS, key, view.lang, number=number, horizon=horizon)
        for key, number in counts.items()
        if number
    ]
    text = join(said, view.lang)
    return text[:1].upper() + text[1:]


def circumstances(view: TimelineView) -> tuple[str, ...]:
    """Return where and when it happens, and how it is judged and recovered."""
    strategy = f"strategy-{view.strategy}"
    parts = [view.organisation]
    if view.starts is not None:
        parts.append(_date(view.starts, view))
    parts.append(say(WORDS, f"severity-{view.severity}", view.lang))
    key = strategy if strategy in WORDS else "strategy-other"
    parts.append(say(WORDS, key, view.lang, strategy=view.strategy))
    return tuple(parts)


def _date(moment: datetime, view: TimelineView) -> str:
    weekdays = say(WORDS, "weekdays", view.lang).split()
    return say(
        WORDS,
        "starts",
        view.lang,
        year=moment.year,
        month=moment.month,
        day=moment.day,
        weekday=weekdays[moment.weekday()],
        clock=_time(moment),
    )


def _time(moment: datetime) -> str:
    return f"{moment.hour}:{moment.minute:02}"


def edge_label(seconds: int, view: TimelineView) -> str:
    """Return what the axis calls a moment."""
    if seconds in _EDGES:
        return say(WORDS, _EDGES[seconds], view.lang)
    return show_span(seconds, view.lang)


def edge_clock(seconds: int, view: TimelineView) -> str:
    """Return the local date and time of a moment; nothing if the scenario names no start."""
    if view.starts is None:
        return ""
    then = view.starts + timedelta(seconds=seconds)
    return say(WORDS, "clock", view.lang, month=then.month, day=then.day, clock=_time(then))


def axis_note(view: TimelineView) -> str:
    """Return how to read the axis."""
    key = "axis" if len(view.scale.edges) > 2 else "axis-plain"  # noqa: PLR2004
    ticks = join((show_span(step, view.lang) for step in view.scale.steps()), view.lang)
    return say(WORDS, key, view.lang, ticks=ticks)


def verdict(row: Row, view: TimelineView) -> str:
    """Return the verdict on a function: a sign and a word."""
    return say(WORDS, f"verdict-{row.verdict}", view.lang)


def figures(row: Row, view: TimelineView) -> tuple[str, str, str]:
    """Return downtime, RTO and MTPD of a function."""
    mtpd = NONE if row.mtpd is None else show_span(row.mtpd, view.lang)
    return show_span(row.downtime, view.lang), show_span(row.rto, view.lang), mtpd


def notes(view: TimelineView) -> Iterator[str]:
    """Yield what a reader has to know beside the rows."""
    several = [row for row in view.rows if row.outages > 1]
    if view.left_out:
        missed = sum(one != "met" for one in view.left_out)
        key = "left-out" if missed else "left-out-met"
        yield say(WORDS, key, view.lang, number=len(view.left_out), missed=missed)
    if view.unaffected:
        names = join(view.unaffected, view.lang)
        yield say(WORDS, "unaffected", view.lang, number=len(view.unaffected), names=names)
    if several:
        yield say(WORDS, "several-outages", view.lang)
    if any(row.has_workaround for row in several):
        yield say(WORDS, "workaround-anew", view.lang)


def description(view: TimelineView) -> str:
    """Return the picture in words, for those who hear it."""
    facts = [*circumstances(view), consequences(view)]
    rows = [_spoken(row, view) for row in view.rows]
    return "\n".join(line for line in (join(filter(None, facts), view.lang), *rows, *notes(view)))


def _spoken(row: Row, view: TimelineView) -> str:
    downtime, rto, mtpd = figures(row, view)
    return say(
        WORDS,
        "spoken-row",
        view.lang,
        rank=row.rank or NONE,
        name=row.name,
        department=row.department or NONE,
        verdict=verdict(row, view),
        downtime=downtime,
        rto=rto,
        mtpd=mtpd,
        restored=_restored(row, view),
    )


def _restored(row: Row, view: TimelineView) -> str:
    if row.restored is None:
        return say(WORDS, "spoken-down", view.lang)
    if not row.outages:
        return say(WORDS, "spoken-up", view.lang)
    return say(WORDS, "spoken-restored", view.lang, moment=show_span(row.restored, view.lang))
