"""What may happen, for certain or by chance, and when."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from operator import itemgetter

from bcp.compiled.kernel import columns as c
from bcp.compiled.kernel.arrays import Ints
from bcp.compiled.links import Row, rows
from bcp.graph.network import Network
from bcp.scenario.impact import Hit, Impact

__all__ = ["Strikes"]

_Act = tuple[int, int, int, int]
"""(moment, act, node or team, strike or -1)."""


class Strikes:
    """Everything that may be damaged, and the acts of the scenario in the order of R5 (1)."""

    def __init__(self, network: Network, impact: Impact, hits: tuple[Hit, ...]) -> None:
        self._network = network
        self.impact = impact
        """What a plain simulation plays."""
        self.hits = hits
        """Whatever may be damaged, in the order of the events."""
        horizon = impact.head.horizon
        self.damageable = frozenset(hit.component for hit in hits if hit.at < horizon)

    def acts(
        self, people: Iterable[tuple[int, int, int]], staffing: frozenset[int]
    ) -> tuple[Ints, Ints]:
        """Return the moments fixed beforehand, and what happens at them.

        Parameters
        ----------
        people
            (moment, act, team) of what changes about teams.
        staffing
            The teams that functions need on hand.
        """
        horizon = self.impact.head.horizon
        held = [*self._acts(), *((time, act, team, -1) for time, act, team in people)]
        held = sorted((act for act in held if 0 <= act[0] < horizon), key=lambda act: act[:2])
        times = sorted({0, *(act[0] for act in held)})
        matters = {0, *(time for time, act, what, _ in held if _matters(act, what, staffing))}
        moments: list[Row] = []
        for time, material in zip(times, _next(times, matters), strict=True):
            begin, end = (
                bisect_left(held, moment, key=itemgetter(0)) for moment in (time, time + 1)
            )
            row = {c.I_AT: time, c.I_ACTS: begin, c.I_ACTS_END: end, c.I_MATERIAL: material}
            moments.append(row)
        acts = [{c.X_ACT: act, c.X_WHAT: what, c.X_STRIKE: strike} for _, act, what, strike in held]
        return rows(moments, c.MOMENT), rows(acts, c.ACT)

    def _acts(self) -> list[_Act]:
        place = self._network.place
        found: list[_Act] = [
            (hit.at, c.DAMAGE, place[hit.component], number) for number, hit in enumerate(self.hits)
        ]
        spells = [
            (c.HOLD, c.RELEASE, self.impact.outages),
            (c.BAR, c.UNBAR, self.impact.barred),
        ]
        for begin, end, held in spells:
            for spell in held:
                found.append((spell.start, begin, place[spell.component], -1))
                if spell.end is not None:
                    found.append((spell.end, end, place[spell.component], -1))
        return found


def _matters(act: int, what: int, staffing: frozenset[int]) -> bool:
    return act <= c.BAR or (act == c.ROSTER and what in staffing)


def _next(times: list[int], matters: set[int]) -> list[int]:
    """Return, for each of *times*, the place of the first from it on that matters."""
    found, nearest = [0] * len(times), len(times)
    for place in range(len(times) - 1, -1, -1):
        if times[place] in matters:
            nearest = place
        found[place] = nearest
    return found
