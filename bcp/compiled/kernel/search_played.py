"""Local search over lists, judged by playing the whole case: for whatever the model can say."""

from __future__ import annotations

from typing import NamedTuple

from bcp.compiled.jit import jit
from bcp.compiled.kernel import columns as c
from bcp.compiled.kernel.arrays import DrawArrays, Figures, Floats, Ints, OrderArrays, Tables
from bcp.compiled.kernel.listing import Course, Moves
from bcp.compiled.kernel.moves import accept, below, is_cold, places_into, propose
from bcp.compiled.kernel.play import play_into
from bcp.compiled.kernel.room import Room

__all__ = ["Options", "judge_played", "search_played"]


class Options(NamedTuple):
    """The procedures that components may go through, and those that the lists are played by."""

    who: Ints
    """The components that have a choice."""
    number: Ints
    """Of how many."""
    now: Ints
    """By component: the procedure with `course.now`."""
    best: Ints
    """With `course.best`."""
    next: Ints
    """With `course.next`."""


@jit
def judge_played(
    tables: Tables, draw: DrawArrays, order: OrderArrays, room: Room, figures: Figures, cost: Floats
) -> float:
    """Play an order; write what each function loses into *cost* and return the sum."""
    play_into(tables, draw, order, room, figures)
    total = 0.0
    for function in range(len(cost)):
        late = max(0, figures.down[function] - tables.functions[function, c.F_RTO])
        missing = figures.missing[function] / tables.unit
        cost[function] = tables.weights[function] * (late + tables.outage_weight * missing)
        total += cost[function]
    return total


@jit
def search_played(
    tables: Tables,
    draw: DrawArrays,
    room: Room,
    figures: Figures,
    moves: Moves,
    options: Options,
    course: Course,
    holds_back: bool,
    tries: int,
    stop: Ints,
) -> None:
    """Try so many lists, or until `stop[0]` is not 0; `course` and `options` hold what came of it.

    It is simulated annealing in cycles, each of which begins with the best so far.
    """
    order = OrderArrays(course.next_place, options.next, holds_back)
    for _ in range(tries):
        if stop[0] != 0:
            return
        options.next[:] = options.now
        if len(options.who) and below(course.dice, 8) == 0:
            _choose(options, course)
        else:
            propose(moves, course, is_timed=False)
        places_into(course.next, course.next_place)
        loss = judge_played(tables, draw, order, room, figures, course.next_cost)
        if accept(course, loss):
            options.now[:] = options.next
        if course.clock[0] == 0:
            options.best[:] = options.next
        if is_cold(course):
            course.now[:] = course.best
            options.now[:] = options.best
            places_into(course.now, course.place)
            here = OrderArrays(course.place, options.now, holds_back)
            course.loss[0] = judge_played(tables, draw, here, room, figures, course.cost)


@jit
def _choose(options: Options, course: Course) -> None:
    """Let one component go through another procedure."""
    course.next[:] = course.now
    chosen = below(course.dice, len(options.who))
    component, number = options.who[chosen], options.number[chosen]
    other = below(course.dice, number - 1)
    if other >= options.now[component]:
        other += 1
    options.next[component] = other
