"""Local search over turns of functions, then over lists of activities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bcp.compiled.kernel.listing import Course, Listing, Moves
from bcp.compiled.kernel.moves import places_into
from bcp.compiled.kernel.schedule import new_desk
from bcp.compiled.kernel.search import judge, search_lists
from bcp.compiled.kernel.turns import search_turns, unroll
from bcp.recovery.strategy import Order
from bcp.search.activities import Floats, Ints, Project
from bcp.search.lists import in_turn, list_of, order_of, rules

__all__ = ["Ground", "ListChain", "course_of"]

_CYCLE = 100
"""Rounds of the first cycle of annealing: of a usual effort one is for turns, one for lists."""
_WARM, _COOL = 0.5, 0.05
"""The heat of the first cycle by turns, which begins with a rule, and by lists, which goes on."""


def course_of(
    size: int, functions: int, seed: int, *, room: int | None = None, stack: int | None = None
) -> Course:
    """Return the state of a search over lists of *size* items, not begun.

    Parameters
    ----------
    size
        How many items a list has.
    functions
        How many functions lose something.
    seed
        Of its random numbers; not 0.
    room
        How many places and starts there are; None: those of the items.
    stack
        How long its stack is; None: as there are places.
    """
    room = size if room is None else room

    def ints(length: int) -> Ints:
        return np.zeros(length, np.int64)

    def floats(length: int) -> Floats:
        return np.zeros(length, np.float64)

    return Course(
        now=ints(size),
        best=ints(size),
        place=ints(room),
        start=ints(room),
        cost=floats(functions),
        loss=np.array([np.inf, np.inf, 0.0]),
        clock=np.array([0, 0, 50 * size], np.int64),
        dice=np.array([seed], np.uint64),
        next=ints(size),
        next_place=ints(room),
        next_start=ints(room),
        next_cost=floats(functions),
        mark=ints(room),
        stack=ints(room if stack is None else stack),
    )


@dataclass(frozen=True)
class Ground:
    """What the searches of one project share."""

    project: Project
    listing: Listing
    moves: Moves
    base: Order
    """Its procedures and durations count."""


class ListChain:
    """Local search, first over turns of functions, then over lists; each is judged by a schedule.

    Only activities that some function waits for are moved. All others come after them.
    """

    def __init__(self, ground: Ground, starts: Sequence[Order], seed: int) -> None:
        project = ground.project
        self._ground = ground
        self._desk = new_desk(ground.listing)
        self._is_by_turns = True
        n, functions = project.size, len(project.rto)
        stack = n + len(project.before)
        self._turns = course_of(functions, functions, seed, room=n, stack=stack)
        self._listed = self._unrolled(np.arange(functions), np.zeros(n, np.int64))
        self._is_wanted = np.isin(np.arange(n), self._listed)
        self._course = course_of(len(self._listed), functions, seed, room=n)
        self._spare = course_of(n, functions, seed)
        for course in (self._turns, self._course):
            course.place[project.causes_first] = np.arange(n, 2 * n)
            course.next_place[:] = course.place
            course.start[:] = course.next_start[:] = ground.listing.horizon
        for order in starts:
            self._begin(list_of(project, order))
        for listed in rules(project):
            self._begin(listed)
        for turns in self._plain_turns():
            self._take(self._turns, turns, self._unrolled(turns, self._listed))
        # About as long a round for each size.
        self._tries = max(8, 60_000 // max(n, 20))
        for course, heat in ((self._turns, _WARM), (self._course, _COOL)):
            course.clock[2] = _CYCLE * self._tries
            course.loss[2] = heat

    @property
    def loss(self) -> float:
        """The loss of its best order."""
        return float(min(self._turns.loss[1], self._course.loss[1]))

    def _plain_turns(self) -> Iterator[Ints]:
        """Yield the functions by RTO, and by RTO for their weight."""
        project = self._ground.project
        for key in (project.rto, project.rto / np.maximum(project.weight, 1e-9)):
            yield np.argsort(key, kind="stable").astype(np.int64)

    def _unrolled(self, turns: Ints, into: Ints) -> Ints:
        course = self._turns
        count = unroll(self._ground.moves, turns, course.mark, course.stack, into)
        return into[:count]

    def _judged(self, course: Course, listed: Ints) -> float:
        ground = self._ground
        places_into(listed, course.next_place)
        return judge(
            ground.listing,
            self._desk,
            course.next_place,
            course.next_start,
            course.next_cost,
        )

    def _begin(self, whole: Ints) -> None:
        """Go on from a list of all activities where it is better than the best."""
        listed = whole[self._is_wanted[whole]]
        self._take(self._course, listed, listed)
        if self._is_by_turns and len(listed):
            moves = self._ground.moves
            place = np.zeros(len(whole), np.int64)
            place[listed] = np.arange(len(listed))
            goals = [
                place[moves.goal[a:b]].max(initial=0)
                for a, b in zip(moves.goal_from[:-1], moves.goal_from[1:], strict=True)
            ]
            turns = np.argsort(goals, kind="stable").astype(np.int64)
            self._take(self._turns, turns, self._unrolled(turns, self._listed))

    def _take(self, course: Course, items: Ints, listed: Ints) -> None:
        loss = self._judged(course, listed)
        if loss < course.loss[1]:
            course.now[:] = course.best[:] = items
            course.place[:] = course.next_place
            course.start[:] = course.next_start
            course.cost[:] = course.next_cost
            course.loss[:2] = loss
            course.clock[:2] = 0

    def go_on(self, rounds: float, stop: Ints) -> None:
        """Search for so many rounds."""
        ground, tries = self._ground, max(1, int(rounds * self._tries))
        if self._is_by_turns:
            search_turns(
                ground.listing,
                ground.moves,
                self._desk,
                self._turns,
                self._listed,
                tries,
                stop,
            )
        else:
            search_lists(
                ground.listing,
                ground.moves,
                self._desk,
                self._course,
                tries,
                stop,
            )

    def move_works(self) -> None:
        """Leave the turns of functions, and go on with lists, from the best so far."""
        if not self._is_by_turns:
            return
        listed = self._in_time()
        self._is_by_turns = False
        self._turns.loss[1] = self._course.loss[1] = np.inf
        self._begin(listed)

    def _whole(self) -> Ints:
        """Return the best list so far, and behind it what no function waits for."""
        listed = self._course.best
        if self._turns.loss[1] < self._course.loss[1]:
            listed = self._unrolled(self._turns.best, self._listed)
        others = self._ground.project.causes_first
        return np.concatenate([listed, others[~self._is_wanted[others]]])

    def _in_time(self) -> Ints:
        """Return the best order as a list of all activities in the order of their starts."""
        listed = self._whole()
        self._judged(self._spare, listed)
        by_start = np.lexsort((self._spare.next_place, self._spare.next_start))
        return in_turn(self._ground.project, by_start.astype(np.int64))

    def order(self) -> Order:
        """Return its best order."""
        ground, listed = self._ground, self._whole()
        self._judged(self._spare, listed)
        start = self._spare.next_start
        return order_of(ground.project, start, listed, ground.base, holds_back=False)

    def adopt(self, order: Order) -> None:
        """Go on from *order*, if it is better than its own."""
        self._begin(list_of(self._ground.project, order))
