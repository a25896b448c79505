"""Small changes of a list: what a search tries next.

What a function waits for is pulled forward together, since one activity alone gains nothing where
the function is late by several of them; and along the chain that fixed a function's restoration,
what waited for people is put before one of those that had them.
"""

from __future__ import annotations

import numpy as np

from bcp.compiled.jit import inlined, jit, woven
from bcp.compiled.kernel.arrays import Ints
from bcp.compiled.kernel.listing import Course, Moves, Seeds

__all__ = ["accept", "below", "costly", "is_cold", "leap", "places_into", "propose"]

_COOLEST, _SPAN = 0.03, 60.0
"""The least heat, and how much hotter it may be; 1: what a function loses on average."""
_LONGER = 5
"""A cycle is so many quarters of the one before."""


@woven
def below(dice: Seeds, n: int) -> int:
    """Return a random number from 0 to n - 1 (xorshift64*, Vigna 2016)."""
    state = dice[0]
    state ^= state >> np.uint64(12)
    state ^= state << np.uint64(25)
    state ^= state >> np.uint64(27)
    dice[0] = state
    high = (state * np.uint64(2685821657736338717)) >> np.uint64(33)
    return np.int64(high % np.uint64(n))  # type: ignore[return-value]


@jit
def propose(moves: Moves, course: Course, is_timed: bool) -> None:
    """Write a list like `course.now` with one change into `course.next`.

    Parameters
    ----------
    moves
        What the items wait for.
    course
        Its `mark` is all 0, and is so again.
    is_timed
        Whether `course.start` tells when items start.
    """
    dice, n = course.dice, len(course.now)
    kind = below(dice, 100)
    if kind < 35 and is_timed and _pull_chain(moves, course):
        return
    if kind < 60:
        _pull_function(moves, course)
    elif kind < 85:
        place = below(dice, n)
        target = place - leap(course, place)
        _pull(course, _mark_with_causes(moves, course, course.now[place], 0, target), target)
    else:
        place = below(dice, n)
        _put_off(moves, course, place, min(n - 1, place + leap(course, n - 1 - place)))


@inlined
def leap(course: Course, room: int) -> int:
    """Return how far to move: as likely from 1 to 10 as from 10 to 100."""
    if room <= 0:
        return 0
    share = (1 + below(course.dice, 1 << 20)) / (1 << 20)
    return min(room, int(room**share))


@inlined
def costly(course: Course) -> int:
    """Return a function, the more it loses the likelier."""
    total = 0.0
    for f in range(len(course.cost)):
        total += course.cost[f]
    mark = total * (below(course.dice, 1 << 30) / (1 << 30))
    for f in range(len(course.cost)):
        mark -= course.cost[f]
        if mark < 0:
            return f
    return below(course.dice, len(course.cost))


@jit
def _mark_with_causes(moves: Moves, course: Course, item: int, count: int, target: int) -> int:
    """Mark an item and all that it waits for, as far as it stands behind `target`.

    They are kept on the stack, `count` others before them; returns how many there are then.
    """
    if course.mark[item] or course.place[item] < target:
        return count
    course.mark[item] = 1
    course.stack[count] = item
    read, count = count, count + 1
    while read < count:
        for row in range(
            moves.before_from[course.stack[read]], moves.before_from[course.stack[read] + 1]
        ):
            cause = moves.before[row]
            if not course.mark[cause] and course.place[cause] >= target:
                course.mark[cause] = 1
                course.stack[count] = cause
                count += 1
        read += 1
    return count


@jit
def _pull(course: Course, count: int, target: int) -> None:
    """Put the marked items that stand behind `target` there, in their order; unmark all."""
    now, into = course.now, course.next
    into[:] = now
    left, k, end = count, target, target
    while left:
        if course.mark[now[end]]:
            into[k] = now[end]
            k += 1
            left -= 1
        end += 1
    for place in range(target, end):
        if not course.mark[now[place]]:
            into[k] = now[place]
            k += 1
    for row in range(count):
        course.mark[course.stack[row]] = 0


@inlined
def _put_off(moves: Moves, course: Course, place: int, target: int) -> None:
    """Put one item behind what stands at `target`, or before the first that waits for it."""
    now, into = course.now, course.next
    item = now[place]
    into[:] = now
    k = place
    while k < target:
        follower = now[k + 1]
        waits = False
        for row in range(moves.before_from[follower], moves.before_from[follower + 1]):
            waits = waits or moves.before[row] == item
        if waits:
            break
        into[k] = follower
        k += 1
    into[k] = item


@inlined
def _pull_function(moves: Moves, course: Course) -> None:
    """Pull all that a function waits for forward."""
    f, count, last = costly(course), 0, 0
    for row in range(moves.goal_from[f], moves.goal_from[f + 1]):
        last = max(last, course.place[moves.goal[row]])
    target = last - leap(course, last)
    for row in range(moves.goal_from[f], moves.goal_from[f + 1]):
        count = _mark_with_causes(moves, course, moves.goal[row], count, target)
    _pull(course, count, target)


@jit
def _pull_chain(moves: Moves, course: Course) -> bool:
    """Put something that waited for people, on the way to a function, before who had them.

    Returns whether there was such a thing.
    """
    f, item, latest = costly(course), -1, -1
    for row in range(moves.goal_from[f], moves.goal_from[f + 1]):
        end = course.start[moves.goal[row]] + moves.length[moves.goal[row]]
        if end > latest:
            item, latest = moves.goal[row], end
    found, chosen = 0, -1
    while item >= 0:
        latest, cause = -1, -1
        for row in range(moves.before_from[item], moves.before_from[item + 1]):
            end = course.start[moves.before[row]] + moves.length[moves.before[row]]
            if end > latest:
                latest, cause = end, moves.before[row]
        if moves.team[item] >= 0 and course.start[item] > max(latest, 0):
            found += 1
            if below(course.dice, found) == 0:
                chosen = item
        item = cause
    if chosen < 0:
        return False
    place, skip, target = course.place[chosen] - 1, below(course.dice, 6), -1
    while place >= 0:
        if moves.team[course.now[place]] == moves.team[chosen]:
            target = place
            skip -= 1
            if skip < 0:
                break
        place -= 1
    if target < 0:
        return False
    _pull(course, _mark_with_causes(moves, course, chosen, 0, target), target)
    return True


@inlined
def _warmth(course: Course) -> float:
    """Return how much more than now a list may lose and be taken: less towards the end of a cycle."""
    left = 1.0 - course.clock[1] / course.clock[2]
    share = course.loss[1] / max(1, len(course.cost))
    luck = -np.log((1 + below(course.dice, 1 << 20)) / (1 << 20))
    return float(course.loss[2] * share * left**3 * luck)


@inlined
def is_cold(course: Course) -> bool:
    """Return whether a cycle is over; if so, the next is begun, longer, and of any heat."""
    if course.clock[1] < course.clock[2]:
        return False
    course.clock[1] = 0
    course.clock[2] = course.clock[2] * _LONGER // 4
    course.loss[2] = _COOLEST * (_SPAN ** (below(course.dice, 1 << 20) / (1 << 20)))
    return True


@jit
def accept(course: Course, loss: float) -> bool:
    """Take the list that was tried, or leave it (Kirkpatrick, Gelatt and Vecchi 1983).

    Returns whether it was taken; ``course.clock[0]`` is 0 where it is the best so far.
    """
    course.clock[0] += 1
    course.clock[1] += 1
    is_taken = loss <= course.loss[0] or loss <= course.loss[0] + _warmth(course)
    if is_taken:
        course.now[:] = course.next
        course.place[:] = course.next_place
        course.start[:] = course.next_start
        course.cost[:] = course.next_cost
        course.loss[0] = loss
    if loss < course.loss[1]:
        course.best[:] = course.next
        course.loss[1] = loss
        course.clock[0] = 0
    return bool(is_taken)


@inlined
def places_into(order: Ints, place: Ints) -> None:
    """Write where each item of a list stands."""
    for k in range(len(order)):
        place[order[k]] = k
