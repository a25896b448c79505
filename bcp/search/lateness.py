"""Local search for the least weighted lateness where crews may be held back: one list, mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from bcp.compiled.kernel.late import search_late
from bcp.compiled.kernel.schedule import new_desk
from bcp.compiled.kernel.serial import serial
from bcp.compiled.kernel.sheet import new_sheet, settle
from bcp.compiled.kernel.turns import unroll
from bcp.recovery.strategy import Order
from bcp.search.activities import Ints
from bcp.search.lists import list_of, order_of, rules
from bcp.search.turning import Ground

__all__ = ["LateChain"]

_HOT, _COLD = 0.5, 0.01
"""The heat in the beginning and in the end; 1: what a function loses on average."""
_WORK = 2_000_000
"""A round is so many changes by activities: about as long for each size."""
_LEAST, _MOST = 1000, 20_000


class LateChain:
    """Simulated annealing over lists of works by the patient scheme, each change mended.

    Only activities that some function waits for are moved. All others come after them.
    """

    def __init__(self, ground: Ground, starts: Sequence[Order], seed: int) -> None:
        project, listing = ground.project, ground.listing
        self._ground, self._desk = ground, new_desk(listing)
        self._heat = _HOT
        wanted = self._unrolled(np.arange(len(project.rto)))
        self._is_wanted = np.isin(np.arange(project.size), wanted)
        self._start = np.full(project.size, listing.horizon, np.int64)
        self._sheet = new_sheet(listing, wanted, seed)
        self._tries = min(_MOST, max(_LEAST, _WORK // max(1, len(wanted))))
        for listed in self._lists(starts):
            self._begin(listed)
        settle(listing, self._sheet, self._sheet.best.copy())

    @property
    def loss(self) -> float:
        """The loss of its best order."""
        return float(self._sheet.loss[1])

    def _lists(self, starts: Sequence[Order]) -> Iterator[Ints]:
        """Yield what to begin with: rules, and functions by RTO, also for their weight."""
        project = self._ground.project
        yield from (self._wanted(list_of(project, order)) for order in starts)
        yield from map(self._wanted, rules(project))
        for key in (project.rto, project.rto / np.maximum(project.weight, 1e-9)):
            yield self._unrolled(np.argsort(key, kind="stable").astype(np.int64))

    def _wanted(self, listed: Ints) -> Ints:
        return listed[self._is_wanted[listed]]

    def _unrolled(self, turns: Ints) -> Ints:
        moves, n = self._ground.moves, self._ground.project.size
        into, mark = np.zeros(n, np.int64), np.zeros(n, np.int64)
        count = unroll(moves, turns, mark, np.zeros(n + len(moves.before), np.int64), into)
        return into[:count]

    def _in_time(self, listed: Ints) -> Ints:
        """Return a list by the starts that each activity has if it may also slip into gaps.

        Nothing starts later by the list that is returned than by the one given, if that is in the
        order of starts.
        """
        serial(self._ground.listing, listed, self._desk, self._start)
        return listed[np.argsort(self._start[listed], kind="stable")]

    def _begin(self, listed: Ints) -> None:
        """Go on from a list where it is better than the best."""
        sheet = self._sheet
        found = self._in_time(listed)
        if settle(self._ground.listing, sheet, found) < sheet.loss[1]:
            sheet.loss[1] = sheet.loss[0]
            sheet.best[:] = found

    def cool(self, spent: float) -> None:
        """Let the heat be what it should be when such a part of the search is over."""
        self._heat = _HOT * (_COLD / _HOT) ** min(1.0, spent)

    def go_on(self, rounds: float, stop: Ints) -> None:
        """Search for so many rounds."""
        sheet, tries = self._sheet, max(1, int(rounds * self._tries))
        search_late(self._ground.listing, sheet, tries, self._heat, stop)
        by_start = np.argsort(sheet.start[sheet.listed], kind="stable")
        self._begin(sheet.listed[by_start])

    def order(self) -> Order:
        """Return its best order."""
        ground, best = self._ground, self._sheet.best
        others = ground.project.causes_first
        whole = np.concatenate([best, others[~self._is_wanted[others]]])
        serial(ground.listing, whole, self._desk, self._start)
        return order_of(ground.project, self._start, whole, ground.base, holds_back=True)

    def adopt(self, order: Order) -> None:
        """Go on from *order*, if it is better than its own."""
        known = self.loss
        now = self._sheet.listed.copy()
        self._begin(self._wanted(list_of(self._ground.project, order)))
        if self.loss == known:
            settle(self._ground.listing, self._sheet, now)
