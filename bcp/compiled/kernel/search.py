"""Local search over lists, judged by a schedule of the project."""

from __future__ import annotations

from bcp.compiled.jit import jit
from bcp.compiled.kernel.arrays import Floats, Ints
from bcp.compiled.kernel.listing import Course, Listing, Moves
from bcp.compiled.kernel.moves import accept, is_cold, places_into, propose
from bcp.compiled.kernel.schedule import Desk, cost_into, parallel

__all__ = ["judge", "search_lists"]


@jit
def judge(
    listing: Listing,
    desk: Desk,
    place: Ints,
    start: Ints,
    cost: Floats,
) -> float:
    """Schedule by the places in a list; return the loss."""
    parallel(listing, place, desk, start)
    return cost_into(listing, start, cost)


@jit
def search_lists(
    listing: Listing,
    moves: Moves,
    desk: Desk,
    course: Course,
    tries: int,
    stop: Ints,
) -> None:
    """Try so many lists, or until `stop[0]` is not 0; `course` holds what came of it.

    It is simulated annealing in cycles, each of which begins with the best so far.
    """
    for _ in range(tries):
        if stop[0] != 0:
            return
        propose(moves, course, is_timed=True)
        places_into(course.next, course.next_place)
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
            places_into(course.now, course.place)
            course.loss[0] = judge(listing, desk, course.place, course.start, course.cost)
