"""A project as the arrays that the compiled searches read, and lists that a search begins with."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heapify, heappop, heappush

import numpy as np

from bcp.compiled.kernel.listing import Listing, Moves
from bcp.recovery.strategy import Order
from bcp.search.activities import Floats, Ints, Project, flat
from bcp.units import HOUR

__all__ = ["in_turn", "list_of", "listing_of", "moves_of", "order_of", "rules"]

_FAR = 1 << 60


def listing_of(project: Project) -> Listing:
    """Return *project* as list scheduling reads it."""
    crews, sort, count = _crews(project)
    crew_team, crew_from = flat([[int(k) for k in np.nonzero(crew)[0]] for crew in crews])
    after_from, after, lag = _followers(project)
    return Listing(
        duration=project.duration,
        release=project.release,
        before_from=project.before_from,
        before=project.before,
        wait=project.lag,
        after_from=after_from,
        after=after,
        lag=lag,
        window_from=project.window_from,
        opens=project.opens,
        closes=project.closes,
        sort=sort,
        crew_from=crew_from,
        crew_team=crew_team,
        crew_heads=np.array([h for crew in crews for h in crew if h], np.int64),
        queue_from=_bounds(count),
        step_from=project.step_from,
        step_at=project.step_at,
        heads=project.heads,
        instants=np.unique(project.step_at[project.step_at > 0]),
        people_from=_bounds(_most(project)),
        back_from=project.back_from,
        back=project.back,
        delay=project.delay,
        earliest=project.earliest,
        rto=project.rto,
        weight=project.weight / HOUR,
        worked_around=project.after,
        lasts=project.lasts,
        level=project.level,
        outage_weight=float(project.outage_weight),
        horizon=project.horizon,
    )


def _most(project: Project) -> Ints:
    """Return how many of each team are ever on hand."""
    bounds = project.step_from
    most = [project.heads[bounds[k] : bounds[k + 1]].max(initial=0) for k in range(len(bounds) - 1)]
    return np.array(most, np.int64)


def _crews(project: Project) -> tuple[Ints, Ints, Ints]:
    """Return each crew that some activity takes, which each takes (-1: none), and how many do."""
    busy = np.nonzero(project.crew.any(axis=1))[0]
    sort = np.full(project.size, -1, np.int64)
    if not len(busy):
        return project.crew[:0], sort, np.zeros(0, np.int64)
    crews, which, count = np.unique(
        project.crew[busy], axis=0, return_inverse=True, return_counts=True
    )
    sort[busy] = which.reshape(-1)
    return crews, sort, count.astype(np.int64)


def _bounds(lengths: Ints) -> Ints:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths, dtype=np.int64)])


def _followers(project: Project) -> tuple[Ints, Ints, Ints]:
    """Return what follows each activity, and how long after it."""
    owner = np.repeat(np.arange(project.size), np.diff(project.before_from))
    order = np.argsort(project.before, kind="stable")
    bounds = _bounds(np.bincount(project.before, minlength=project.size))
    return bounds, owner[order].astype(np.int64), project.lag[order].copy()


def moves_of(project: Project) -> Moves:
    """Return what a search has to know of the activities that it moves."""
    has_crew = project.crew.any(axis=1)
    team = np.where(has_crew, project.crew.argmax(axis=1) if project.crew.size else 0, -1)
    return Moves(
        project.before_from,
        project.before,
        project.back_from,
        project.back,
        project.duration,
        team.astype(np.int64),
    )


def list_of(project: Project, order: Order) -> Ints:
    """Return the activities in an order of works; a moment comes right after what it waits for."""
    last = len(order.places)
    key = np.zeros(project.size, np.int64)
    for number, (component, _, task) in enumerate(project.works):
        key[number] = 2 * order.places.get((component, task), last)
    for a in project.causes_first.tolist():
        if a >= len(project.works):
            causes = project.before[project.before_from[a] : project.before_from[a + 1]]
            key[a] = max((int(key[b]) | 1 for b in causes), default=0)
    return in_turn(project, np.argsort(key, kind="stable").astype(np.int64))


def in_turn(project: Project, listed: Ints) -> Ints:
    """Return a list in which each activity is moved behind those that it waits for."""
    place = np.zeros(project.size, np.int64)
    place[listed] = np.arange(project.size)
    left = np.diff(project.before_from)
    bounds, after, _ = _followers(project)
    ready = [(int(place[a]), int(a)) for a in np.nonzero(left == 0)[0]]
    heapify(ready)
    found = []
    while ready:
        a = heappop(ready)[1]
        found.append(a)
        for follower in after[bounds[a] : bounds[a + 1]].tolist():
            left[follower] -= 1
            if not left[follower]:
                heappush(ready, (int(place[follower]), follower))
    return np.array(found, np.int64)


def order_of(
    project: Project, start: Ints, listed: Ints, base: Order, *, holds_back: bool
) -> Order:
    """Return the order of works by their starts; those that start together as listed.

    Parameters
    ----------
    project
        What the activities are.
    start
        The start of each activity.
    listed
        The list that the schedule was made from.
    base
        The procedures and durations; what can never start comes last, in its order.
    holds_back
        Whether crews are kept for what comes first.
    """
    place = np.zeros(project.size, np.int64)
    place[listed] = np.arange(project.size)
    works = sorted(range(len(project.works)), key=lambda a: (int(start[a]), int(place[a])))
    pairs = [(project.works[a][0], project.works[a][2]) for a in works]
    named = set(pairs)
    pairs += sorted((p for p in base.places if p not in named), key=base.places.__getitem__)
    return Order(
        base.procedures, {pair: k for k, pair in enumerate(pairs)}, base.durations, holds_back
    )


def rules(project: Project) -> Iterator[Ints]:
    """Yield the lists of priority rules, due dates propagated backwards first.

    Latest start; due date; weighted shortest processing time and apparent tardiness cost (Vepsalainen
    and Morton 1987), the weight of a function shared among all that it waits for.
    """
    due = _due(project)
    latest = due - project.duration
    worth = _worth(project) / np.maximum(project.duration, 1)
    work = max(1.0, float((project.duration[:, None] * project.crew).sum(axis=0).max(initial=0)))
    slack = np.maximum(0, np.minimum(latest, _FAR)).astype(np.float64)
    for key in (
        latest,
        due,
        -worth,
        *(-worth * np.exp(-slack / (share * work)) for share in (0.05, 0.3)),
    ):
        yield in_turn(project, np.argsort(key, kind="stable").astype(np.int64))


def _due(project: Project) -> Ints:
    """Return by when each activity has to end for every function to meet its RTO."""
    due = np.full(project.size, _FAR, np.int64)
    for f, rto in enumerate(project.rto):
        for row in range(project.back_from[f], project.back_from[f + 1]):
            a = project.back[row]
            due[a] = min(due[a], rto - project.delay[row])
    for a in project.causes_first[::-1]:
        for row in range(project.before_from[a], project.before_from[a + 1]):
            cause = project.before[row]
            due[cause] = min(due[cause], due[a] - project.duration[a] - project.lag[row])
    return due


def _worth(project: Project) -> Floats:
    """Return the weight of each function, shared among all activities that it waits for."""
    worth = np.zeros(project.size)
    for f, weight in enumerate(project.weight):
        left = project.back[project.back_from[f] : project.back_from[f + 1]].tolist()
        seen = set(left)
        while left:
            a = left.pop()
            for cause in project.before[
                project.before_from[a] : project.before_from[a + 1]
            ].tolist():
                if cause not in seen:
                    seen.add(cause)
                    left.append(cause)
        worth[list(seen)] += weight / max(1, len(seen))
    return worth
