"""Local search over turns: the functions in the order in which they are helped.

A list of works is then what the first function waits for, what the second waits for besides, and so
on: there are far fewer such lists than lists of works, and a step from one to the next carries all
that a function waits for.
"""

from __future__ import annotations

from bcp.compiled.jit import inlined, jit
from bcp.compiled.kernel.arrays import Ints
from bcp.compiled.kernel.listing import Course, Listing, Moves
from bcp.compiled.kernel.moves import accept, below, costly, is_cold, leap, places_into
from bcp.compiled.kernel.schedule import Desk
from bcp.compiled.kernel.search import judge

__all__ = ["search_turns", "unroll"]

_PULLS = 60
"""So many of 100 changes help a function that loses much sooner; the others move any function."""


@jit
def unroll(moves: Moves, turns: Ints, mark: Ints, stack: Ints, into: Ints) -> int:
    """List what the functions wait for, by their turns; return how many activities that is.

    Parameters
    ----------
    moves
        What the functions and the activities wait for.
    turns
        The functions.
    mark
        All 0, and so again afterwards.
    stack
        Memory for as many as there are activities and waits for one another together.
    into
        The list; what an activity waits for comes before it.
    """
    count = 0
    for f in turns:
        for goal in range(moves.goal_from[f], moves.goal_from[f + 1]):
            stack[0], size = moves.goal[goal], 1
            while size:
                item = stack[size - 1]
                if mark[item] == 0:
                    mark[item] = 1
                    for row in range(moves.before_from[item], moves.before_from[item + 1]):
                        if mark[moves.before[row]] == 0:
                            stack[size] = moves.before[row]
                            size += 1
                else:
                    if mark[item] == 1:
                        mark[item] = 2
                        into[count] = item
                        count += 1
                    size -= 1
    for k in range(count):
        mark[into[k]] = 0
    return count


@jit
def search_turns(
    listing: Listing,
    moves: Moves,
    desk: Desk,
    course: Course,
    listed: Ints,
    tries: int,
    stop: Ints,
) -> None:
    """Try so many turns, or until `stop[0]` is not 0; `course` holds what came of it.

    The items of `course` are the functions, its places, starts and marks are those of activities;
    `listed` is memory for as many activities as all functions wait for.
    """
    for _ in range(tries):
        if stop[0] != 0:
            return
        _take_turns(course)
        unroll(moves, course.next, course.mark, course.stack, listed)
        places_into(listed, course.next_place)
        loss = judge(
            listing,
            desk,
            course.next_place,
            course.next_start,
            course.next_cost,
        )
        accept(course, loss)
        if is_cold(course):
            course.now[:] = course.best
            unroll(moves, course.now, course.mark, course.stack, listed)
            places_into(listed, course.place)
            course.loss[0] = judge(listing, desk, course.place, course.start, course.cost)


@inlined
def _take_turns(course: Course) -> None:
    """Write `course.now` with one function moved into `course.next`."""
    now, into, last, place = course.now, course.next, len(course.now) - 1, 0
    if below(course.dice, 100) < _PULLS:
        f = costly(course)
        while now[place] != f:
            place += 1
        target = place - leap(course, place)
    else:
        place = below(course.dice, last + 1)
        if below(course.dice, 2):
            target = place - leap(course, place)
        else:
            target = place + leap(course, last - place)
    into[:] = now
    step = 1 if target > place else -1
    for k in range(place, target, step):
        into[k] = now[k + step]
    into[target] = now[place]
