"""Searches that go on where they stopped, and the orders that they have come to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np

from bcp.compiled.kernel.arrays import OrderArrays
from bcp.compiled.kernel.listing import Moves
from bcp.compiled.kernel.makespan import Packed, new_walk, wander, welcome
from bcp.compiled.kernel.moves import places_into
from bcp.compiled.kernel.schedule import cost_into, new_desk, patient
from bcp.compiled.kernel.search_played import Options, judge_played, search_played
from bcp.compiled.play import blank_figures, new_room, order_arrays, plain
from bcp.compiled.tables import Compiled
from bcp.recovery.strategy import Order
from bcp.search.activities import Ints
from bcp.search.lists import list_of, order_of
from bcp.search.turning import Ground, course_of

__all__ = ["Chain", "PlayedChain", "ShortestChain", "seed_of"]


class Chain(Protocol):
    """One search, run by one thread at a time; the same steps lead to the same order."""

    @property
    def loss(self) -> float:
        """The loss of its best order, in weighted hours, about."""

    def go_on(self, rounds: float, stop: Ints) -> None:
        """Search for so many rounds, or until `stop[0]` is not 0."""

    def order(self) -> Order:
        """Return its best order."""

    def adopt(self, order: Order) -> None:
        """Go on from *order*, if it is better than its own."""


def seed_of(seed: int, chain: int) -> int:
    """Return a number that is not 0 and looks like no other seed's (splitmix64, Steele 2014)."""
    mask = (1 << 64) - 1
    mixed = (seed * 2 + chain + 1) * 0x9E3779B97F4A7C15 & mask
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9 & mask
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB & mask
    return mixed ^ mixed >> 31 or 1


class ShortestChain:
    """Search for the shortest project, for cases with one function."""

    def __init__(self, ground: Ground, packed: Packed, seed: int) -> None:
        self._ground, self._packed = ground, packed
        self._walk = new_walk(packed, seed)
        self._desk = new_desk(ground.listing)
        n = len(packed.duration)
        self._tries = max(10, 60_000 // max(20, n))
        self._patience = 1000 + 4 * n * n
        # Machine code is made before any clock of the caller runs.
        welcome(packed, new_walk(packed, seed), ground.project.causes_first)

    def _schedule(self) -> tuple[float, Ints, Ints]:
        listed = self._walk.best
        start = np.zeros(len(listed), np.int64)
        patient(self._ground.listing, listed, self._desk, start)
        cost = np.zeros(len(self._ground.project.rto))
        return cost_into(self._ground.listing, start, cost), start, listed

    @property
    def loss(self) -> float:
        """The loss of its best order."""
        return self._schedule()[0] if self._walk.counts[0] <= self._packed.limit else np.inf

    @property
    def is_shortest(self) -> bool:
        """Whether no schedule is shorter."""
        return bool(self._walk.counts[0] <= self._packed.bound)

    def go_on(self, rounds: float, stop: Ints) -> None:
        """Search for so many rounds."""
        tries = max(1, int(rounds * self._tries))
        wander(self._packed, self._walk, tries, self._patience, stop)

    def order(self) -> Order:
        """Return its best order."""
        _, start, listed = self._schedule()
        ground = self._ground
        return order_of(ground.project, start, listed, ground.base, holds_back=True)

    def adopt(self, order: Order) -> None:
        """Breed from *order* too, if it is better than its own."""
        # Another's list is never gone on from: two searches from one would soon hold the same.
        welcome(self._packed, self._walk, list_of(self._ground.project, order))


class PlayedChain:
    """Local search over lists of works and procedures, each judged by playing the case."""

    def __init__(
        self, compiled: Compiled, moves: Moves, starts: Sequence[Order], base: Order, seed: int
    ) -> None:
        self._compiled, self._base = compiled, base
        self._draw, self._room = plain(compiled), new_room(compiled.tables)
        self._figures = blank_figures(compiled)
        n = len(compiled.works)
        self._moves, self._course = moves, course_of(n, len(compiled.functions), seed)
        self._options = _options(compiled)
        for order in starts:
            self.adopt(order)
        self._tries = max(4, 40_000 // max(n, 40))

    @property
    def loss(self) -> float:
        """The loss of its best order."""
        return float(self._course.loss[1])

    def adopt(self, order: Order) -> None:
        """Go on from *order*, if it is better than its own."""
        made = order_arrays(self._compiled, order)
        made = made._replace(holds_back=self._base.holds_back)
        course, options = self._course, self._options
        cost = course.next_cost
        loss = judge_played(
            self._compiled.tables, self._draw, made, self._room, self._figures, cost
        )
        if loss < course.loss[1]:
            course.now[:] = course.best[:] = self._listed(made)
            places_into(course.now, course.place)
            options.now[:] = options.best[:] = made.procedure
            course.cost[:] = cost
            course.loss[:2] = loss
            course.clock[:2] = 0

    def _listed(self, order: OrderArrays) -> Ints:
        """Return the works in an order, those of the procedures not taken beside those that are."""
        first: dict[str, int] = {}
        for place, (component, _, _) in zip(
            order.place.tolist(), self._compiled.works, strict=True
        ):
            first[component] = min(place, first.get(component, place))
        named = set(self._base.places)
        key = [
            (place if (work[0], work[2]) in named else first[work[0]], place)
            for place, work in zip(order.place.tolist(), self._compiled.works, strict=True)
        ]
        return np.array(sorted(range(len(key)), key=key.__getitem__), np.int64)

    def go_on(self, rounds: float, stop: Ints) -> None:
        """Search for so many rounds."""
        search_played(
            self._compiled.tables,
            self._draw,
            self._room,
            self._figures,
            self._moves,
            self._options,
            self._course,
            self._base.holds_back,
            max(1, int(rounds * self._tries)),
            stop,
        )

    def order(self) -> Order:
        """Return its best order."""
        compiled, procedures = self._compiled, dict(self._base.procedures)
        for number, component in enumerate(compiled.network.components.values()):
            chosen = int(self._options.best[number])
            if component.id in procedures and chosen >= 0:
                procedures[component.id] = component.procedure[chosen]
        places: dict[tuple[str, str], int] = {}
        for item in self._course.best.tolist():
            component_id, procedure, task = compiled.works[item]
            if procedures.get(component_id) == procedure:
                places[component_id, task] = len(places)
        return replace(self._base, procedures=procedures, places=places)


def _options(compiled: Compiled) -> Options:
    """Return the choices that components have."""
    at_risk = {component for component, _, _ in compiled.works}
    choice = [
        (number, len(component.procedure))
        for number, component in enumerate(compiled.network.components.values())
        if component.id in at_risk and len(component.procedure) > 1
    ]
    chosen = [compiled.tables.shortest.copy() for _ in range(3)]
    who, many = np.array(choice, np.int64).reshape(-1, 2).T.copy()
    return Options(who, many, *chosen)
