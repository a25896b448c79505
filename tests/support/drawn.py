"""Random draws and orders of a case, and both engines playing them."""

from __future__ import annotations

import random
from dataclasses import dataclass
from fractions import Fraction

from bcp.chance.draw import Draw
from bcp.chance.playing import figures_of, play_draw
from bcp.compiled.kernel import columns
from bcp.compiled.kernel.order import order_into
from bcp.compiled.kernel.play import play_into
from bcp.compiled.play import (
    RULES,
    OrderArrays,
    arrays_of,
    blank_figures,
    blank_order,
    loss_of,
    new_room,
    order_arrays,
)
from bcp.compiled.tables import Compiled, compile_chances
from bcp.graph.network import Network, build_network
from bcp.inventory.models import Inventory
from bcp.recovery.play import Case
from bcp.recovery.strategy import Order
from bcp.scenario.models import Scenario

Figures = dict[str, tuple[int, int | None, Fraction]]
"""By function: seconds of downtime, when it was restored, and the integral of 1 - level."""


@dataclass(frozen=True)
class Came:
    """What an engine made of a draw."""

    figures: Figures
    loss: Fraction
    there: tuple[Fraction, ...]
    """The levels of all functions together, by what they count, at the moments of the grid."""


class Engines:
    """Both engines over one case, the compiled one with one room for all of its runs."""

    def __init__(self, inventory: Inventory, scenario: Scenario, moments: int = 7) -> None:
        horizon = scenario.scenario.horizon
        grid = [number * horizon // moments for number in range(moments)]
        self.network: Network = build_network(inventory)
        self.scenario = scenario
        self.compiled: Compiled = compile_chances(self.network, scenario, grid)
        self.room = new_room(self.compiled.tables)
        self.order: OrderArrays = blank_order(self.compiled)

    def by_reading(self, draw: Draw, strategy: str | Order) -> Came:
        """Let the readable engine play."""
        held = figures_of(*play_draw(self.network, self.scenario, draw, strategy))
        counts = self.compiled.tables.functions[:, columns.F_COUNTS].tolist()
        pairs = list(zip(counts, held.values(), strict=True))
        there = tuple(
            sum((count * _at(one.levels, int(now)) for count, one in pairs), Fraction(0))
            for now in self.compiled.tables.grid
        )
        figures = {id_: (one.down, one.back, one.missing) for id_, one in held.items()}
        return Came(figures, sum((one.loss for one in held.values()), Fraction(0)), there)

    def by_machine(self, draw: Draw, strategy: str | Order) -> Came:
        """Let the compiled engine play."""
        compiled, tables = self.compiled, self.compiled.tables
        arrays = arrays_of(compiled, draw)
        if isinstance(strategy, str):
            order = self.order
            order_into(tables, arrays, RULES[strategy], order, self.room)
        else:
            order = order_arrays(compiled, strategy)
        made = blank_figures(compiled)
        play_into(tables, arrays, order, self.room, made)
        figures = {
            id_: (
                int(made.down[number]),
                None if made.back[number] < 0 else int(made.back[number]),
                Fraction(int(made.missing[number]), tables.unit),
            )
            for number, id_ in enumerate(compiled.functions)
        }
        there = tuple(Fraction(int(level), tables.unit) for level in made.there)
        return Came(figures, loss_of(compiled, made), there)


def _at(levels: tuple[tuple[int, Fraction], ...], now: int) -> Fraction:
    return [level for moment, level in levels if moment <= now][-1]


def random_draw(compiled: Compiled, rng: random.Random) -> Draw:
    """Return any draw that a scenario allows, and some that only an engine does."""
    share = rng.choice([0.2, 0.5, 0.8, 1.0])
    hits = tuple(strike.hit for strike in compiled.strikes if rng.random() < share)
    durations = {}
    for work in compiled.works:
        duration = compiled.network.tasks[work[1:]].duration
        if rng.random() < 0.7:
            durations[work] = rng.choice(
                [duration.low, duration.high, rng.randint(duration.low, duration.high), 0]
            )
    arrivals = {}
    for team in compiled.network.inventory.teams:
        if rng.random() < 0.5:
            number = rng.randint(0, min(3, max(1, team.size)))
            times = sorted(rng.choice([0, 600, 1800, 3600, 10800, 40000]) for _ in range(number))
            arrivals[team.id] = tuple((time, rng.randint(0, team.size)) for time in times)
    return Draw(hits, durations, arrivals)


def random_order(case: Case, rng: random.Random) -> Order:
    """Return any order of the works of a case, by any of their procedures."""
    network = case.network
    chosen = {
        component.id: rng.choice(component.procedure)
        for component in network.components.values()
        if component.procedure
    }
    pairs = [
        (component, task.id)
        for component in sorted(case.impact.damaged & chosen.keys())
        for task in network.procedures[chosen[component]].tasks
    ]
    rng.shuffle(pairs)
    durations = {key: task.duration.mean for key, task in network.tasks.items()}
    places = {pair: place for place, pair in enumerate(pairs)}
    return Order(chosen, places, durations, holds_back=rng.random() < 0.5)
