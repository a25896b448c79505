"""A project whose length alone counts, packed for the search for the shortest."""

from __future__ import annotations

import math

import numpy as np

from bcp.compiled.kernel.listing import Listing
from bcp.compiled.kernel.makespan import Packed
from bcp.search.activities import Ints, Project

__all__ = ["packed_of"]

_LONGEST = 20_000
"""Units of time that a profile may have."""
_BITS = 62


def packed_of(project: Project, listing: Listing) -> Packed | None:
    """Return *project* packed, or None where that cannot be.

    It can where one function alone goes down, which waits for every activity, teams are all there
    from the start and at any hour, and time and teams fit into their fields. Its loss is then the
    less the shorter the project.
    """
    if len(project.functions) != 1 or len(project.step_at) != len(project.teams):
        return None
    if len(project.opens) or not project.size:
        return None
    unit = math.gcd(*(int(x) for held in _times(project) for x in held if x)) or 1
    heads = [int(number) for number in project.heads]
    widths = [number.bit_length() + 1 for number in heads]
    limit = int(sum(int(held.sum()) for held in _times(project))) // unit
    if limit > _LONGEST or sum(widths) > _BITS or (project.crew > project.heads).any():
        return None
    tail = _tails(project)
    if (tail < 0).any():
        return None
    shift = np.concatenate([[0], np.cumsum(widths)])[:-1].astype(np.int64)
    guard = sum(1 << int(s) + width - 1 for s, width in zip(shift, widths, strict=True))
    free = sum(number << int(s) for s, number in zip(shift, heads, strict=True))
    remains, early = _remaining(project, tail), _early(project)
    head = project.release // unit
    return Packed(
        duration=project.duration // unit,
        head=head,
        tail=np.maximum(tail, 0) // unit,
        lead=early // unit,
        before_from=project.before_from,
        before=project.before,
        before_lag=project.lag // unit,
        after_from=listing.after_from,
        after=listing.after,
        after_lag=listing.lag // unit,
        need=(project.crew << shift).sum(axis=1).astype(np.int64),
        full=guard + free,
        guard=guard,
        urgency=-remains,
        limit=limit,
        bound=_bound(project, early + remains, unit),
    )


def _times(project: Project) -> tuple[Ints, ...]:
    return project.duration, project.release, project.lag, project.delay, project.earliest


def _tails(project: Project) -> Ints:
    """Return how long after the end of each activity the function is up; -1: no activity of it."""
    tail = np.full(project.size, -1, np.int64)
    tail[project.back] = project.delay
    reached = tail >= 0
    for a in project.causes_first[::-1]:
        if reached[a]:
            reached[project.before[project.before_from[a] : project.before_from[a + 1]]] = True
    return np.where(reached, np.maximum(tail, 0), -1)


def _remaining(project: Project, tail: Ints) -> Ints:
    """Return how long it takes at least from the start of each activity to the end."""
    remains = tail + project.duration
    for a in project.causes_first[::-1]:
        for row in range(project.before_from[a], project.before_from[a + 1]):
            cause = project.before[row]
            path = project.duration[cause] + project.lag[row] + remains[a]
            remains[cause] = max(remains[cause], path)
    return remains


def _early(project: Project) -> Ints:
    """Return when each activity can start at the earliest, whatever the teams."""
    early = project.release.copy()
    for a in project.causes_first:
        for row in range(project.before_from[a], project.before_from[a + 1]):
            cause = project.before[row]
            early[a] = max(early[a], early[cause] + project.duration[cause] + project.lag[row])
    return early


def _bound(project: Project, paths: Ints, unit: int) -> int:
    """Return a length that no schedule undercuts: the longest path, and the work of each team."""
    work = (project.crew * project.duration[:, None]).sum(axis=0)
    shared = -(-work // np.maximum(project.heads, 1))
    longest = max(int(paths.max()), int(shared.max(initial=0)))
    return -(-longest // unit)
