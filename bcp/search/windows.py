"""When a task could start as far as the clock decides: access, hours, and people on hand at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from bcp.graph.network import Need
from bcp.inventory.models import Task
from bcp.recovery.crews import Steps
from bcp.recovery.play import Case

__all__ = ["Span", "Windows", "free_of", "joined", "unmet", "without"]

Span = tuple[int, int]
"""From, to (not included), in seconds since the incident."""


class Windows:
    """The spans in which tasks of a case may start, whatever else is under way.

    Nobody else's work is counted, nor what the task requires: a task can start outside of its
    windows under no plan at all.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self._barred: dict[str, list[Span]] = {}
        for spell in case.impact.barred:
            end = case.horizon if spell.end is None else min(spell.end, case.horizon)
            if spell.start < end:
                self._barred.setdefault(spell.component, []).append((spell.start, end))
        self._by_crew: dict[tuple[tuple[str, int], ...], tuple[Span, ...]] = {}
        self._by_place: dict[tuple[tuple[tuple[str, int], ...], tuple[str, ...]], list[Span]] = {}

    def of(self, component: str, task: Task) -> Sequence[Span]:
        """Return the spans in which *task* on *component* may start, in order, apart."""
        crew = tuple(sorted(task.crew.items()))
        places: tuple[str, ...] = ()
        if task.onsite and self._barred:
            held = self._case.network.places_of(component)
            places = tuple(place for place in held if place in self._barred)
        key = crew, places
        if key not in self._by_place:
            bars = [span for place in places for span in self._barred[place]]
            self._by_place[key] = without(self._crewed(crew), joined(bars))
        return self._by_place[key]

    def _crewed(self, crew: tuple[tuple[str, int], ...]) -> tuple[Span, ...]:
        """Return when the whole of a crew is at work, if nobody of it is busy."""
        if crew not in self._by_crew:
            spans: list[Span] = [(0, self._case.horizon)]
            for team, number in crew:
                spans = _both(spans, self._enough(team, number))
            self._by_crew[crew] = tuple(spans)
        return self._by_crew[crew]

    def _enough(self, team: str, number: int) -> list[Span]:
        roster, horizon = self._case.roster, self._case.horizon
        spans = _while_at_least(roster.on_hand[team], number, horizon)
        shifts = roster.shifts.get(team)
        return spans if shifts is None else _both(spans, _while_at_least(shifts, 1, horizon))


def _while_at_least(steps: Steps, number: int, horizon: int) -> list[Span]:
    times = [0, *(time for time in steps.times if 0 < time < horizon), horizon]
    return joined(span for span in pairwise(times) if steps.at(span[0]) >= number)


def joined(spans: Iterable[Span]) -> list[Span]:
    """Return *spans* in order, those that touch or overlap as one."""
    found: list[Span] = []
    for begin, end in sorted(spans):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        elif begin < end:
            found.append((begin, end))
    return found


def _both(one: Sequence[Span], other: Sequence[Span]) -> list[Span]:
    """Return when both hold; each is in order and apart."""
    found: list[Span] = []
    i = j = 0
    while i < len(one) and j < len(other):
        begin, end = max(one[i][0], other[j][0]), min(one[i][1], other[j][1])
        if begin < end:
            found.append((begin, end))
        if one[i][1] < other[j][1]:
            i += 1
        else:
            j += 1
    return found


def without(spans: Sequence[Span], barred: Sequence[Span]) -> list[Span]:
    """Return *spans* with *barred* cut out; each is in order and apart."""
    if not barred or not spans:
        return list(spans)
    edges = [spans[0][0], *(edge for span in barred for edge in span), spans[-1][1]]
    gaps = [(begin, end) for begin, end in zip(edges[::2], edges[1::2], strict=True) if begin < end]
    return _both(spans, gaps)


def free_of(spans: Sequence[Span], blocked: Sequence[Span], since: int) -> int | None:
    """Return the first moment from *since* on within *spans* and within none of *blocked*.

    Parameters
    ----------
    spans
        In order and apart.
    blocked
        In order; they may touch.
    since
        Seconds since the incident.
    """
    moment, i, j = since, 0, 0
    while i < len(spans):
        if spans[i][1] <= moment:
            i += 1
        elif spans[i][0] > moment:
            moment = spans[i][0]
        else:
            while j < len(blocked) and blocked[j][1] <= moment:
                j += 1
            if j == len(blocked) or blocked[j][0] > moment:
                return moment
            moment = blocked[j][1]
    return None


def unmet(need: Need, down: Iterable[Sequence[Span]]) -> list[Span]:
    """Return when more providers of *need* are down at once than it can spare.

    Where one comes up at the moment at which another goes down the span is cut in two: within that
    instant the need may have been met.

    Parameters
    ----------
    need
        The need.
    down
        For each provider that is ever down, its spans, in order; they may touch.
    """
    spare = len(need.providers) - need.at_least
    edges = sorted(
        edge for spans in down for begin, end in spans for edge in ((begin, 1), (end, -1))
    )
    found: list[Span] = []
    count, begun = 0, 0
    for moment, change in edges:
        if change == 1 and count == spare:
            begun = moment
        elif change == -1 and count == spare + 1 and begun < moment:
            found.append((begun, moment))
        count += change
    return found
