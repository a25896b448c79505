"""Schedule generation from a list, two ways, and what a schedule loses.

The parallel scheme goes from moment to moment and starts whatever can start, in the order of the
list: rule T5 to the letter (Kelley 1963). The patient scheme keeps each team for what comes first
in the list: played with crews held back. Among its schedules is always a best one, which the
parallel scheme cannot promise (Kolisch 1996).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from bcp.compiled.jit import inlined, jit, woven
from bcp.compiled.kernel.arrays import Floats, Ints
from bcp.compiled.kernel.listing import Listing

__all__ = ["Desk", "cost_into", "cost_of", "new_desk", "open_from", "parallel", "patient"]

_NEVER = 1 << 62


class Desk(NamedTuple):
    """The memory of schedule generation; for one thread at a time."""

    left: Ints
    """Of each activity: how many that it waits for are not planned yet."""
    ready: Ints
    """Since when everything that it waits for is there."""
    queue: Ints
    """By crew, a heap of activities by their place."""
    queued: Ints
    events: Ints
    """A heap of what comes: (moment, activity; the number of activities and more: it ends)."""
    free: Ints
    """By team."""
    step: Ints
    """By team: the next of its steps."""
    moments: Ints
    """By team: the start of the last that took some of it."""
    idle: Ints
    """By person of each team: when they are free next."""
    edge_from: Ints
    """By team: its piece of the moments at which it changes how many are free."""
    edge_at: Ints
    edge_free: Ints
    edges: Ints
    """How many such moments there are."""


def new_desk(listing: Listing) -> Desk:
    """Return the memory for schedules of *listing*."""
    n, teams = len(listing.duration), len(listing.step_from) - 1
    most = np.diff(listing.step_from)
    for sort, count in enumerate(np.diff(listing.queue_from)):
        most[listing.crew_team[listing.crew_from[sort] : listing.crew_from[sort + 1]]] += 2 * count
    edge_from = np.concatenate([np.zeros(1, np.int64), np.cumsum(most, dtype=np.int64)])
    return Desk(
        left=np.zeros(n, np.int64),
        ready=np.zeros(n, np.int64),
        queue=np.zeros(n, np.int64),
        queued=np.zeros(len(listing.queue_from), np.int64),
        events=np.zeros((2 * n + len(listing.instants) + 2, 2), np.int64),
        free=np.zeros(teams, np.int64),
        step=np.zeros(teams, np.int64),
        moments=np.zeros(teams, np.int64),
        idle=np.zeros(int(listing.people_from[-1]), np.int64),
        edge_from=edge_from,
        edge_at=np.zeros(int(edge_from[-1]), np.int64),
        edge_free=np.zeros(int(edge_from[-1]), np.int64),
        edges=np.zeros(teams, np.int64),
    )


@inlined
def _push(heap: Ints, size: int, moment: int, what: int) -> int:
    child = size
    while child > 0:
        parent = (child - 1) >> 1
        if heap[parent, 0] < moment or (heap[parent, 0] == moment and heap[parent, 1] <= what):
            break
        heap[child, 0], heap[child, 1] = heap[parent, 0], heap[parent, 1]
        child = parent
    heap[child, 0], heap[child, 1] = moment, what
    return size + 1


@inlined
def _pop(heap: Ints, size: int) -> int:
    """Take the first entry away; the caller has read it."""
    size -= 1
    moment, what = heap[size, 0], heap[size, 1]
    parent = 0
    while True:
        child = 2 * parent + 1
        if child >= size:
            break
        if child + 1 < size and (
            heap[child + 1, 0] < heap[child, 0]
            or (heap[child + 1, 0] == heap[child, 0] and heap[child + 1, 1] < heap[child, 1])
        ):
            child += 1
        if heap[child, 0] > moment or (heap[child, 0] == moment and heap[child, 1] >= what):
            break
        heap[parent, 0], heap[parent, 1] = heap[child, 0], heap[child, 1]
        parent = child
    heap[parent, 0], heap[parent, 1] = moment, what
    return size


@inlined
def _line_up(queue: Ints, first: int, size: int, place: Ints, activity: int) -> None:
    """Put an activity into the queue of its crew."""
    child, mine = size, place[activity]
    while child > 0:
        parent = (child - 1) >> 1
        if place[queue[first + parent]] <= mine:
            break
        queue[first + child] = queue[first + parent]
        child = parent
    queue[first + child] = activity


@inlined
def _leave(queue: Ints, first: int, size: int, place: Ints) -> None:
    """Take the first activity out of a queue of *size*."""
    last = queue[first + size - 1]
    mine, parent = place[last], 0
    size -= 1
    while True:
        child = 2 * parent + 1
        if child >= size:
            break
        if child + 1 < size and place[queue[first + child + 1]] < place[queue[first + child]]:
            child += 1
        if place[queue[first + child]] >= mine:
            break
        queue[first + parent] = queue[first + child]
        parent = child
    queue[first + parent] = last


@woven
def open_from(listing: Listing, activity: int, moment: int) -> int:
    """Return the first moment from *moment* on at which an activity may start."""
    begin, end = listing.window_from[activity], listing.window_from[activity + 1]
    if begin == end:
        return moment
    for window in range(begin, end):
        if moment < listing.closes[window]:
            return int(max(moment, listing.opens[window]))
    return listing.horizon


@jit
def parallel(listing: Listing, place: Ints, desk: Desk, start: Ints) -> None:
    """Write the start of each activity into *start*; the horizon: it never starts."""
    n, events, size = len(listing.duration), desk.events, 0
    for team in range(len(desk.free)):
        desk.free[team] = listing.heads[listing.step_from[team]]
        desk.step[team] = listing.step_from[team] + 1
    desk.queued[:] = 0
    for moment in listing.instants:
        size = _push(events, size, moment, 2 * n)
    for a in range(n):
        start[a] = listing.horizon
        desk.ready[a] = listing.release[a]
        desk.left[a] = listing.before_from[a + 1] - listing.before_from[a]
        if desk.left[a] == 0:
            size = _push(events, size, open_from(listing, a, desk.ready[a]), a)
    while size:
        now = events[0, 0]
        if now >= listing.horizon:
            break
        while size and events[0, 0] == now:
            what = events[0, 1]
            size = _pop(events, size)
            if what < n:
                sort = listing.sort[what]
                if sort < 0:
                    start[what] = now
                    size = _finish(listing, desk, events, size, what, now)
                else:
                    first = listing.queue_from[sort]
                    _line_up(desk.queue, first, desk.queued[sort], place, what)
                    desk.queued[sort] += 1
            elif what < 2 * n:
                for row in range(
                    listing.crew_from[listing.sort[what - n]],
                    listing.crew_from[listing.sort[what - n] + 1],
                ):
                    desk.free[listing.crew_team[row]] += listing.crew_heads[row]
            else:
                for team in range(len(desk.free)):
                    step = desk.step[team]
                    while step < listing.step_from[team + 1] and listing.step_at[step] <= now:
                        desk.free[team] += listing.heads[step] - listing.heads[step - 1]
                        step += 1
                    desk.step[team] = step
        size = _start_what_can(listing, place, desk, events, size, start, now)


@inlined
def _finish(listing: Listing, desk: Desk, events: Ints, size: int, a: int, now: int) -> int:
    """Say when an activity that starts now ends, and what may follow it when."""
    end = now + listing.duration[a]
    for edge in range(listing.after_from[a], listing.after_from[a + 1]):
        follower = listing.after[edge]
        desk.ready[follower] = max(desk.ready[follower], end + listing.lag[edge])
        desk.left[follower] -= 1
        if desk.left[follower] == 0:
            moment = open_from(listing, follower, desk.ready[follower])
            size = _push(events, size, moment, follower)
    return size


@jit
def _start_what_can(
    listing: Listing, place: Ints, desk: Desk, events: Ints, size: int, start: Ints, now: int
) -> int:
    """Start whatever can start, in the order of the list; a crew only gets scarcer meanwhile."""
    n, sorts = len(listing.duration), len(listing.crew_from) - 1
    while True:
        best, chosen = _NEVER, -1
        for sort in range(sorts):
            if desk.queued[sort]:
                head = place[desk.queue[listing.queue_from[sort]]]
                if head < best:
                    can = True
                    for row in range(listing.crew_from[sort], listing.crew_from[sort + 1]):
                        if desk.free[listing.crew_team[row]] < listing.crew_heads[row]:
                            can = False
                            break
                    if can:
                        best, chosen = head, sort
        if chosen < 0:
            return size
        first = listing.queue_from[chosen]
        a = desk.queue[first]
        _leave(desk.queue, first, desk.queued[chosen], place)
        desk.queued[chosen] -= 1
        if open_from(listing, a, now) > now:
            size = _push(events, size, open_from(listing, a, now), a)
            continue
        for row in range(listing.crew_from[chosen], listing.crew_from[chosen + 1]):
            desk.free[listing.crew_team[row]] -= listing.crew_heads[row]
        start[a] = now
        size = _push(events, size, now + listing.duration[a], n + a)
        size = _finish(listing, desk, events, size, a, now)


@jit
def patient(listing: Listing, order: Ints, desk: Desk, start: Ints) -> None:
    """Write the start of each activity into *start*, if nobody overtakes who shares a team.

    Parameters
    ----------
    listing
        What is scheduled.
    order
        The list; what an activity waits for comes before it.
    desk
        Memory.
    start
        Is overwritten; the horizon: the activity never starts.
    """
    for team in range(len(desk.free)):
        # In `idle`: when each of the team is free next, the soonest first.
        desk.moments[team], count = 0, 0
        for step in range(listing.step_from[team], listing.step_from[team + 1]):
            while count < listing.heads[step]:
                desk.idle[listing.people_from[team] + count] = listing.step_at[step]
                count += 1
    for a in order:
        moment = listing.release[a]
        for edge in range(listing.before_from[a], listing.before_from[a + 1]):
            cause = listing.before[edge]
            ready = start[cause] + listing.duration[cause] + listing.wait[edge]
            moment = max(moment, ready)
        sort = listing.sort[a]
        if sort >= 0:
            for row in range(listing.crew_from[sort], listing.crew_from[sort + 1]):
                team, heads = listing.crew_team[row], listing.crew_heads[row]
                base = listing.people_from[team]
                moment = max(moment, desk.moments[team])
                if base + heads > listing.people_from[team + 1]:
                    moment = listing.horizon
                else:
                    moment = max(moment, desk.idle[base + heads - 1])
        moment = open_from(listing, a, moment)
        start[a] = min(moment, listing.horizon)
        if sort >= 0:
            for row in range(listing.crew_from[sort], listing.crew_from[sort + 1]):
                team = listing.crew_team[row]
                desk.moments[team] = start[a]
                _engage(
                    desk.idle,
                    listing.people_from[team],
                    listing.people_from[team + 1],
                    listing.crew_heads[row],
                    start[a] + listing.duration[a],
                )


@inlined
def _engage(idle: Ints, base: int, end: int, heads: int, until: int) -> None:
    """Let the first *heads* of a team be free again at *until*; the rest stay sorted."""
    if base + heads > end:
        return
    place = base
    while place + heads < end and idle[place + heads] < until:
        idle[place] = idle[place + heads]
        place += 1
    for one in range(place, place + heads):
        idle[one] = until


@jit
def cost_into(listing: Listing, start: Ints, cost: Floats) -> float:
    """Write what each function loses by the starts of the activities; return the sum."""
    total = 0.0
    for f in range(len(listing.rto)):
        cost[f] = cost_of(listing, start, f)
        total += cost[f]
    return total


@woven
def cost_of(listing: Listing, start: Ints, f: int) -> float:
    """Return what a function loses by the starts of the activities."""
    up = listing.earliest[f]
    for row in range(listing.back_from[f], listing.back_from[f + 1]):
        a = listing.back[row]
        end = listing.horizon
        if start[a] < listing.horizon:
            end = start[a] + listing.duration[a] + listing.delay[row]
        up = max(up, end)
    up = min(up, listing.horizon)
    around = min(max(0, up - listing.worked_around[f]), listing.lasts[f])
    missing = up - listing.level[f] * around
    late = max(0, up - listing.rto[f])
    return float(listing.weight[f] * (late + listing.outage_weight * missing))
