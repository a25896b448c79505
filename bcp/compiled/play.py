"""Draws and orders on their way into arrays, and figures on their way out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

import numpy as np

from bcp.chance.draw import Draw
from bcp.compiled.kernel import columns as c
from bcp.compiled.kernel.arrays import DrawArrays, Figures, OrderArrays
from bcp.compiled.kernel.order import RANK, SLACK
from bcp.compiled.kernel.room import Room, new_room
from bcp.compiled.people import person_of
from bcp.compiled.tables import Compiled
from bcp.recovery.strategy import Order
from bcp.units import HOUR

__all__ = [
    "RULES",
    "DrawArrays",
    "Figures",
    "OrderArrays",
    "Room",
    "arrays_of",
    "blank_draw",
    "blank_figures",
    "blank_order",
    "loss_of",
    "new_room",
    "order_arrays",
    "plain",
]

RULES: Mapping[str, int] = {"slack": SLACK, "rank": RANK}
"""The rules that ``order_into`` knows, by the name that users call them."""


def blank_draw(compiled: Compiled) -> DrawArrays:
    """Return a draw in which nothing is hit, every task takes its mean and everyone is there.

    Teams that have to come in first come by their steps, a vendor not at all: nothing calls it.
    """
    tables, tasks = compiled.tables, compiled.network.tasks
    draw = DrawArrays(
        hit=np.zeros(len(compiled.strikes), np.uint8),
        duration=np.array([tasks[work[1:]].duration.mean for work in compiled.works], np.int64),
        steps=np.zeros(len(tables.teams), np.int64),
        at=np.zeros(tables.step_from[-1], np.int64),
        heads=np.zeros(tables.step_from[-1], np.int64),
    )
    _call(compiled, draw, None)
    return draw


def plain(compiled: Compiled) -> DrawArrays:
    """Return what a plain simulation plays: a share of one half or more hits, less does not."""
    draw = blank_draw(compiled)
    draw.hit[:] = [strike.share >= Fraction(1, 2) for strike in compiled.strikes]
    _call(compiled, draw, _first(compiled, draw))
    return draw


def arrays_of(compiled: Compiled, draw: Draw) -> DrawArrays:
    """Return *draw* as arrays.

    Raises
    ------
    ValueError
        If it hits what the scenario does not, or has more steps of a team than there is room for.
    """
    made = blank_draw(compiled)
    left = list(draw.hits)
    for number, strike in enumerate(compiled.strikes):
        if left and left[0] == strike.hit:
            made.hit[number] = 1
            del left[0]
    if left:
        raise ValueError(left[0])
    for number, work in enumerate(compiled.works):
        made.duration[number] = draw.durations.get(work, made.duration[number])
    _call(compiled, made, min((hit.at for hit in draw.hits), default=None))
    for number, team in enumerate(compiled.teams):
        if team in draw.arrivals:
            person = int(compiled.tables.teams[number, c.T_PERSON])
            come = ((at, int(heads * person)) for at, heads in draw.arrivals[team])
            _let_come(compiled, made, number, come)
    return made


def _first(compiled: Compiled, draw: DrawArrays) -> int | None:
    """Return when vendors are called."""
    struck = zip(compiled.strikes, draw.hit, strict=True)
    return min((strike.hit.at for strike, is_hit in struck if is_hit), default=None)


def _call(compiled: Compiled, draw: DrawArrays, first_damage: int | None) -> None:
    """Let every team come as in a plain simulation whose first damage is at *first_damage*."""
    for number, team in enumerate(compiled.network.inventory.teams):
        person = person_of(team)
        called = int(compiled.tables.teams[number, c.T_CALLED])
        begin = (0, 0, first_damage)[called]
        if not called:
            _let_come(compiled, draw, number, [(0, team.size * person)])
        elif begin is None or team.assembly is None:
            _let_come(compiled, draw, number, [])
        else:
            steps = sorted(team.assembly.items())
            come = ((begin + after, int(team.base(amount) * person)) for after, amount in steps)
            _let_come(compiled, draw, number, come)


def _let_come(
    compiled: Compiled, draw: DrawArrays, team: int, steps: Iterable[tuple[int, int]]
) -> None:
    begin, end = compiled.tables.step_from[team : team + 2]
    held = sorted(steps, key=lambda step: step[0])
    if len(held) > end - begin:
        raise ValueError(len(held))
    draw.steps[team] = len(held)
    for place, (at, heads) in enumerate(held, int(begin)):
        draw.at[place], draw.heads[place] = at, heads


def blank_order(compiled: Compiled) -> OrderArrays:
    """Return the order of the files, by the shortest procedures."""
    place = np.arange(len(compiled.works), dtype=np.int64)
    return OrderArrays(place, compiled.tables.shortest.copy(), holds_back=False)


def order_arrays(compiled: Compiled, order: Order) -> OrderArrays:
    """Return *order* as arrays; works that it does not speak of come last, as in the files."""
    made = blank_order(compiled)
    last = max(order.places.values(), default=0) + 1
    for number, (id_, procedure, task) in enumerate(compiled.works):
        is_meant = order.procedures.get(id_) == procedure
        named = order.places.get((id_, task)) if is_meant else None
        made.place[number] = last + number if named is None else named
    if np.abs(made.place).max(initial=0) >= c.MOST_PLACE:
        made.place[:] = np.unique(made.place, return_inverse=True)[1]
    for number, component in enumerate(compiled.network.components.values()):
        chosen = order.procedures.get(component.id)
        made.procedure[number] = -1 if chosen is None else component.procedure.index(chosen)
    return made._replace(holds_back=order.holds_back)


def blank_figures(compiled: Compiled) -> Figures:
    """Return room for the figures of one run."""
    number, moments = len(compiled.functions), len(compiled.tables.grid)
    return Figures(
        down=np.zeros(number, np.int64),
        back=np.zeros(number, np.int64),
        missing=np.zeros(number, np.int64),
        there=np.zeros(moments, np.int64),
    )


def loss_of(compiled: Compiled, figures: Figures) -> Fraction:
    """Return the loss of section 4 in weighted hours, exactly."""
    tables = compiled.tables
    outage_weight = compiled.network.inventory.organisation.outage_weight
    rto = tables.functions[:, c.F_RTO]
    total = Fraction(0)
    for number, function in enumerate(compiled.network.functions.values()):
        late = max(0, int(figures.down[number] - rto[number]))
        missing = Fraction(int(figures.missing[number]), int(tables.unit))
        total += function.weight * (late + outage_weight * missing) / HOUR
    return total
