"""What the timeline of a scenario shows, as numbers: read off a result, in no ink."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from bcp.inventory.models import Function, Inventory, Severity
from bcp.recovery.result import FunctionResult, Interval, Result
from bcp.report.charts.picture import Size, Source
from bcp.report.charts.timeline.scale import Scale, scale_to
from bcp.report.names import called, clean, department_of
from bcp.scenario.models import Scenario
from bcp.words import Lang

MOST_ROWS: Mapping[Size, int] = {"a4": 50, "slide": 12}
"""How many functions fit on a sheet."""

Lateness = Literal["within", "late", "beyond"]
"""Of a stretch of downtime: within the RTO, after it, after the MTPD."""
Verdict = Literal["met", "rto", "mtpd", "down"]
"""Met; RTO missed; MTPD missed as well; not restored within the horizon."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in which a function gives less than all."""

    start: int
    end: int
    level: Fraction
    """What it gives: while it is down, by its workaround."""
    lateness: Lateness | None
    """None: it is up, at a lower level."""


@dataclass(frozen=True, slots=True)
class Row:
    """One function."""

    id: str
    name: str
    department: str
    rank: str
    """Empty if it has none."""
    rto: int
    mtpd: int | None
    rto_at: int | None
    """When its downtime reaches the RTO, or would if its last outage went on; None: never down."""
    mtpd_at: int | None
    """The same of the MTPD; None also if it has none."""
    downtime: int
    restored: int | None
    """None: not within the horizon."""
    outages: int
    """How often it went down."""
    has_workaround: bool
    verdict: Verdict
    stretches: tuple[Stretch, ...]
    """In the order of time, without overlap."""


@dataclass(frozen=True, slots=True)
class TimelineView:
    """Everything the picture says. All times in seconds since the incident."""

    lang: Lang
    organisation: str
    scenario: str
    strategy: str
    severity: Severity
    starts: datetime | None
    horizon: int
    scale: Scale
    rows: tuple[Row, ...]
    """The functions that were hit, most urgent first."""
    left_out: tuple[Verdict, ...]
    """The verdicts on those that were hit and do not fit on the page."""
    unaffected: tuple[str, ...]
    """The names of the functions that were never down nor impaired."""
    total: int
    """How many functions there are."""
    down: int
    """How many of them were ever down."""
    not_restored: int
    """How many of them do not come back within the horizon."""
    rto_missed: int
    """How many of them miss their RTO; those that miss the MTPD included."""
    mtpd_missed: int
    rpo_missed: int
    source: str
    """The last line: where the picture comes from."""


def timeline_view(
    result: Result,
    inventory: Inventory,
    scenario: Scenario,
    lang: Lang,
    *,
    most: int | None = MOST_ROWS["a4"],
    source: Source | None = None,
) -> TimelineView:
    """Return what the timeline shows: functions by rank, then RTO, then as in the files.

    Parameters
    ----------
    result
        What came of *scenario* on *inventory*.
    inventory
        What the organisation has; gives names, ranks and the bands of the axis.
    scenario
        What happened; gives its name and start.
    lang
        Of the names, and of the words in the picture.
    most
        How many functions to show: the most urgent of those that were hit; all if None.
    source
        Where the picture comes from.
    """
    head, organisation = scenario.scenario, inventory.organisation
    rows = [
        _row(function, result.functions[function.id], result.horizon, lang)
        for function in _by_priority(inventory, result)
    ]
    hit = [row for row in rows if row.stretches]
    shown = hit[:most]
    return TimelineView(
        lang=lang,
        organisation=clean(called(organisation, lang)),
        scenario=clean(called(head, lang)),
        strategy=result.strategy,
        severity=head.severity,
        starts=head.starts,
        horizon=result.horizon,
        scale=scale_to(
            (row.stretches[-1].end for row in shown), organisation.tiers, result.horizon
        ),
        rows=tuple(shown),
        left_out=tuple(row.verdict for row in hit[len(shown) :]),
        unaffected=tuple(row.name for row in rows if not row.stretches),
        total=len(rows),
        down=sum(bool(held.down) for held in result.functions.values()),
        not_restored=sum(held.restored is None for held in result.functions.values()),
        rto_missed=sum(not held.rto_met for held in result.functions.values()),
        mtpd_missed=sum(held.mtpd_met is False for held in result.functions.values()),
        rpo_missed=sum(held.rpo_met is False for held in result.functions.values()),
        source=source.line(lang) if source else "",
    )


def _by_priority(inventory: Inventory, result: Result) -> list[Function]:
    places = {rank: place for place, rank in enumerate(inventory.organisation.ranks)}

    def key(function: Function) -> tuple[int, int]:
        return places.get(function.rank or "", len(places)), result.functions[function.id].rto

    return sorted(inventory.functions, key=key)


def _row(function: Function, held: FunctionResult, horizon: int, lang: Lang) -> Row:
    rto_at = reached(held.down, held.rto)
    mtpd_at = None if held.mtpd is None else reached(held.down, held.mtpd)
    return Row(
        id=function.id,
        name=clean(called(function, lang)),
        department=clean(department_of(function, lang)),
        rank=clean(function.rank or ""),
        rto=held.rto,
        mtpd=held.mtpd,
        rto_at=rto_at,
        mtpd_at=mtpd_at,
        downtime=held.downtime,
        restored=held.restored,
        outages=len(held.down),
        has_workaround=function.workaround is not None,
        verdict=_verdict(held),
        stretches=_stretches(held, (rto_at, mtpd_at), horizon),
    )


def _verdict(held: FunctionResult) -> Verdict:
    if held.restored is None:
        return "down"
    if held.mtpd_met is False:
        return "mtpd"
    return "met" if held.rto_met else "rto"


def reached(downs: Sequence[Interval], target: int) -> int | None:
    """Return when the total of the down intervals passes *target*, were the last one to go on."""
    left = target
    for start, end in downs[:-1]:
        assert end is not None
        if end - start > left:
            return start + left
        left -= end - start
    return downs[-1][0] + left if downs else None


def _stretches(
    held: FunctionResult, marks: tuple[int | None, int | None], horizon: int
) -> tuple[Stretch, ...]:
    """Return where the level is below 1 or the function down, cut at every change of look."""
    cuts = {0, horizon, *(mark for mark in marks if mark is not None)}
    cuts |= {edge for down in held.down for edge in down if edge is not None}
    cuts |= {moment for moment, _ in held.levels}
    ordered = sorted(cut for cut in cuts if 0 <= cut <= horizon)
    found: list[Stretch] = []
    for start, end in pairwise(ordered):
        level = held.levels[bisect_right(held.levels, start, key=_start) - 1][1]
        if _is_down(held.down, start):
            _add(found, Stretch(start, end, level, _lateness(start, marks)))
        elif level < 1:
            _add(found, Stretch(start, end, level, None))
    return tuple(found)


def _start(item: tuple[int, object]) -> int:
    return item[0]


def _is_down(downs: Sequence[Interval], now: int) -> bool:
    place = bisect_right(downs, now, key=_start) - 1
    if place < 0:
        return False
    end = downs[place][1]
    return end is None or now < end


def _lateness(start: int, marks: tuple[int | None, int | None]) -> Lateness:
    rto_at, mtpd_at = marks
    if mtpd_at is not None and start >= mtpd_at:
        return "beyond"
    return "late" if rto_at is not None and start >= rto_at else "within"


def _add(found: list[Stretch], stretch: Stretch) -> None:
    """Add *stretch*, as one with the last where they touch and look the same."""
    if found:
        last = found[-1]
        looks_same = (last.level, last.lateness) == (stretch.level, stretch.lateness)
        if last.end == stretch.start and looks_same:
            stretch = replace(stretch, start=found.pop().start)
    found.append(stretch)
