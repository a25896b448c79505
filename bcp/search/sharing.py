"""A lower bound of the loss for large cases: crews cannot have done more work than there was time.

For moments of a grid: functions that are up by then need their tasks done, and of each team no more
work can be done than its people have hours. Tasks that several functions need are paid by each in
equal parts, so no task is paid twice. Which functions then leave the least loss is a knapsack per
moment and team; its linear relaxation has a dual with one multiplier, and **any** multiplier gives a
bound, so floating point only proposes and whole numbers decide (``docs/bounds.md``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import lcm

import numpy as np
import numpy.typing as npt

from bcp.graph.knots import bits, circles
from bcp.graph.network import Need
from bcp.inventory.models import Function, Task
from bcp.recovery.play import Case
from bcp.recovery.strategy import targets
from bcp.search.capacity import profile_of
from bcp.search.certain import Certain
from bcp.search.windows import Span, joined
from bcp.units import HOUR

__all__ = ["shared_loss"]

_MOMENTS = 64
"""Of the grid."""
_FINE = 2**10
"""Parts of a second in which the parts of a task are counted, rounded down."""
_EXACT = 2**53
_STEPS = 2**24
"""Parts of one in which multipliers are rounded."""


def shared_loss(case: Case, certain: Certain) -> Fraction:
    """Return a loss below which no plan can get, in weighted hours.

    Parameters
    ----------
    case
        Any inventory under any scenario.
    certain
        What is certainly down in it.
    """
    needed = _Needed(case, certain)
    functions = [f for f in case.network.functions.values() if certain.down.get(f.id) and f.weight]
    if not functions or not needed.works:
        return Fraction(0)
    return _Sharing(case, certain, needed, functions).least()


Parts = npt.NDArray[np.float64]


class _Needed:
    """Which tasks a node cannot come back without, as bits."""

    def __init__(self, case: Case, certain: Certain) -> None:
        self._network, self._certain = case.network, certain
        self.works: list[tuple[str, str, str]] = []
        self._own: dict[str, int] = {}
        self.claim = {node: self._main(node, held) for node, held in certain.down.items() if held}
        edges = {node: tuple(self._edges(node)) for node in self.claim}
        self.tasks: dict[str, int] = {}
        for circle in circles(edges, edges.__getitem__):
            mask = 0
            for node in circle:
                mask |= self._own.get(node, 0)
                for provider in edges[node]:
                    mask |= self.tasks.get(provider, 0)
            self.tasks.update(dict.fromkeys(circle, mask))

    def _main(self, node: str, spans: Sequence[Span]) -> Span:
        """Return the claim that the return of a node is counted from: that of its first damage."""
        hit = self._certain.hit.get(node, -1)
        within = (span for span in spans if span[0] <= hit < span[1])
        return next(within, max(spans, key=lambda span: span[1] - span[0]))

    def _edges(self, node: str) -> Iterator[str]:
        """Yield what must have come back before *node* does, and note its own tasks."""
        begin, end = self.claim[node]
        needs = self._network.needs[node] + self._network.start_needs[node]
        since = end - self._network.startup(node)
        for need in needs:
            yield from self._all_of(need, since - 1)
        hit = self._certain.hit.get(node, -1)
        if not begin <= hit < end:
            return
        procedures = self._network.components[node].procedure
        if len(procedures) != 1:
            return
        for task in self._network.procedures[procedures[0]].tasks:
            self._own[node] = self._own.get(node, 0) | 1 << len(self.works)
            self.works.append((node, procedures[0], task.id))
            for need in self._network.work_needs(node, procedures[0], task.id):
                yield from self._all_of(need, hit)

    def _all_of(self, need: Need, moment: int) -> Iterator[str]:
        """Yield the providers that must all come back: those that were gone by *moment*."""
        if need.at_least == len(need.providers):
            held = (p for p in need.providers if p in self.claim)
            yield from (p for p in held if self.claim[p][0] <= moment)


class _Sharing:
    """The bound, moment by moment."""

    def __init__(
        self, case: Case, certain: Certain, needed: _Needed, functions: Sequence[Function]
    ) -> None:
        self._case, self._certain, self._needed = case, certain, needed
        self._functions = functions
        self._rto = targets(case.network, case.impact)
        self._outage_weight = case.network.inventory.organisation.outage_weight
        weights = [f.weight * (1, self._outage_weight)[i] for f in functions for i in (0, 1)]
        levels = [f.workaround.level for f in functions if f.workaround is not None]
        self._scale = lcm(*(w.denominator for w in weights)) * lcm(*(x.denominator for x in levels))
        self._teams = sorted({team for work in needed.works for team in self._task(work).crew})
        self._work = self._works()
        self._wants = np.zeros((len(functions), len(needed.works)))
        for f, function in enumerate(functions):
            self._wants[f, [*bits(needed.tasks[function.id])]] = 1.0

    def _task(self, work: tuple[str, str, str]) -> Task:
        return self._case.network.tasks[work[1:]]

    def _works(self) -> Parts:
        """Return the work of each task for each team, in parts of a second of one person.

        Whole numbers below 2**53 are exact in floating point, and so are their sums.
        """
        works = np.zeros((len(self._needed.works), len(self._teams)))
        for a, work in enumerate(self._needed.works):
            task = self._task(work)
            for k, team in enumerate(self._teams):
                works[a, k] = task.crew.get(team, 0) * task.duration.mean * _FINE
        return works

    def least(self) -> Fraction:
        """Return the bound; nothing where numbers are too large to be exact."""
        total = self._work.sum(axis=0)
        if not self._teams or not total.max() or total.max() >= _EXACT:
            return Fraction(0)
        profiles = [profile_of(self._case, team, self._longest(team)) for team in self._teams]
        begins = [self._needed.claim[f.id][1] for f in self._functions]
        works = zip(total.tolist(), profiles, strict=True)
        whole = max(int(work) // _FINE // max(1, held.most) for work, held in works)
        until = min(self._case.horizon, max(whole, *begins) + 1)
        grid = [until * j // _MOMENTS for j in range(_MOMENTS + 1)]
        losses = [[self._loss(f, max(t, begins[f])) for t in grid] for f in range(len(begins))]
        found = sum(held[0] for held in losses) * _STEPS
        for j in range(1, len(grid)):
            gains = [held[j] - held[j - 1] for held in losses]
            rooms = [profile.work_until(grid[j]) * _FINE for profile in profiles]
            found += self._lost(gains, rooms)
        return Fraction(found, _STEPS * self._scale * HOUR)

    def _lost(self, gains: Sequence[int], rooms: Sequence[int]) -> int:
        """Return the least of *gains* that is lost when teams have *rooms* for work, in steps."""
        used = self._wants @ self._work
        fits: npt.NDArray[np.bool_] = np.all(used <= np.array(rooms, float), axis=1)
        lost = sum(gain for gain, fit in zip(gains, fits.tolist(), strict=True) if not fit)
        wants = self._wants[fits]
        left = [gain for gain, fit in zip(gains, fits.tolist(), strict=True) if fit]
        if not any(left):
            return lost * _STEPS
        payers = np.maximum(wants.sum(axis=0), 1.0)
        shares = wants @ np.floor(self._work / payers[:, None])
        best = max(
            _unavoidable(left, [int(x) for x in shares[:, k].tolist()], room)
            for k, room in enumerate(rooms)
        )
        return lost * _STEPS + best

    def _longest(self, team: str) -> int:
        tasks = (self._case.network.tasks[work[1:]] for work in self._needed.works)
        return max(task.duration.mean for task in tasks if team in task.crew)

    def _loss(self, number: int, up: int) -> int:
        """Return what a function loses at least that comes up at *up*, in parts of a second."""
        function = self._functions[number]
        begin, _ = self._needed.claim[function.id]
        spans = joined(self._certain.down[function.id])
        before = sum(max(0, min(end, begin) - since) for since, end in spans)
        late = max(0, before + up - begin - self._rto[function.id])
        missing = Fraction(up - begin)
        around = function.workaround
        if around is not None:
            lasts = self._case.horizon if around.for_ is None else around.for_
            first, last = max(begin, around.after), min(up, begin + around.after + lasts)
            missing -= around.level * min(max(0, last - first), lasts)
        return int(function.weight * (late + self._outage_weight * missing) * self._scale)


def _unavoidable(gains: Sequence[int], shares: Sequence[int], room: int) -> int:
    """Return the least of *gains* that is lost when *shares* compete for *room*, in steps.

    The dual of the knapsack's relaxation for one multiplier; its price is the ratio of the first
    that no longer fits.
    """
    ratio = np.array(gains, float) / np.maximum(np.array(shares, float), 1.0)
    order = np.argsort(-ratio)
    used = np.cumsum(np.array(shares, float)[order])
    last = int(np.searchsorted(used, float(room)))
    if last == len(gains):
        return 0
    price = int(ratio[order[last]] * _STEPS)
    pairs = zip(gains, shares, strict=True)
    kept = sum(max(0, gain * _STEPS - price * share) for gain, share in pairs)
    return max(0, sum(gains) * _STEPS - kept - price * room)
