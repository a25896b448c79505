"""The serial scheme: each activity in turn starts as early as people are free for all of it.

Unlike in the patient scheme it may slip into a gap before what was placed ahead of it, so a list
need not be in the order of time (Kelley 1963; Kolisch 1996). Taken in the order of its starts, such
a schedule is one that people play with crews held back.
"""

from __future__ import annotations

from bcp.compiled.jit import inlined, jit
from bcp.compiled.kernel.arrays import Ints
from bcp.compiled.kernel.listing import Listing
from bcp.compiled.kernel.schedule import Desk, open_from

__all__ = ["serial"]


@jit
def serial(listing: Listing, order: Ints, desk: Desk, start: Ints) -> None:
    """Write the start of each activity listed into *start*.

    Parameters
    ----------
    listing
        What is scheduled.
    order
        The list; what an activity waits for comes before it. What is not listed takes nobody.
    desk
        Memory.
    start
        Is overwritten for what is listed; the horizon: the activity never starts.
    """
    for team in range(len(desk.free)):
        first, count = desk.edge_from[team], 0
        for step in range(listing.step_from[team], listing.step_from[team + 1]):
            desk.edge_at[first + count] = listing.step_at[step]
            desk.edge_free[first + count] = listing.heads[step]
            count += 1
        desk.edges[team] = count
    for a in order:
        moment = listing.release[a]
        for edge in range(listing.before_from[a], listing.before_from[a + 1]):
            cause = listing.before[edge]
            moment = max(moment, start[cause] + listing.duration[cause] + listing.wait[edge])
        sort = listing.sort[a]
        if sort < 0:
            start[a] = min(open_from(listing, a, moment), listing.horizon)
            continue
        begin, end = listing.crew_from[sort], listing.crew_from[sort + 1]
        is_found = False
        while not is_found and moment < listing.horizon:
            wanted = open_from(listing, a, moment)
            for row in range(begin, end):
                team, heads = listing.crew_team[row], listing.crew_heads[row]
                wanted = _fit(desk, team, heads, listing.duration[a], wanted, listing.horizon)
            # Whatever one team or a closed door put off has to suit all the others again.
            is_found = end == begin + 1 and open_from(listing, a, wanted) == wanted
            is_found = is_found or wanted == moment
            moment = wanted
        start[a] = min(moment, listing.horizon)
        if moment < listing.horizon:
            for row in range(begin, end):
                _book(
                    desk,
                    listing.crew_team[row],
                    listing.crew_heads[row],
                    moment,
                    moment + listing.duration[a],
                )


@inlined
def _last_edge(desk: Desk, team: int, moment: int) -> int:
    """Return the last change of a team that is not after *moment*; the first is at 0."""
    low, high = desk.edge_from[team], desk.edge_from[team] + desk.edges[team] - 1
    while low < high:
        middle = (low + high + 1) >> 1
        if desk.edge_at[middle] <= moment:
            low = middle
        else:
            high = middle - 1
    return int(low)


@inlined
def _fit(desk: Desk, team: int, heads: int, length: int, moment: int, horizon: int) -> int:
    """Return the first moment from *moment* on at which so many are free for so long."""
    edge, end = _last_edge(desk, team, moment), desk.edge_from[team] + desk.edges[team]
    while True:
        if desk.edge_free[edge] < heads:
            edge += 1
            if edge == end:
                return horizon
            moment = desk.edge_at[edge]
        elif edge + 1 < end and desk.edge_at[edge + 1] < moment + length:
            edge += 1
        else:
            return moment


@inlined
def _book(desk: Desk, team: int, heads: int, begin: int, end: int) -> None:
    """Take so many of a team away from *begin* to *end*."""
    if begin == end:
        return
    first = _cut(desk, team, begin)
    last = _cut(desk, team, end)
    for edge in range(first, last):
        desk.edge_free[edge] -= heads


@inlined
def _cut(desk: Desk, team: int, moment: int) -> int:
    """Return the change of a team at *moment*; there is one from now on."""
    edge = _last_edge(desk, team, moment)
    if desk.edge_at[edge] == moment:
        return edge
    for place in range(desk.edge_from[team] + desk.edges[team] - 1, edge, -1):
        desk.edge_at[place + 1] = desk.edge_at[place]
        desk.edge_free[place + 1] = desk.edge_free[place]
    desk.edges[team] += 1
    desk.edge_at[edge + 1] = moment
    desk.edge_free[edge + 1] = desk.edge_free[edge]
    return edge + 1
