"""A lower bound of the loss that is always true and soon found: what nobody's doing can avert.

It counts for each function only the time in which it is certainly down (``bcp.search.certain``),
and in it the best level that a workaround might give; or, if that comes to more, what functions lose
because crews cannot be everywhere (``bcp.search.sharing``). ``docs/bounds.md`` has the argument.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from bcp.graph.network import Need
from bcp.inventory.models import Function
from bcp.recovery.play import Case
from bcp.recovery.strategy import targets
from bcp.search.certain import Certain, certain_of
from bcp.search.sharing import shared_loss
from bcp.search.windows import Span, joined
from bcp.units import HOUR

__all__ = ["bound_of", "certain_loss", "least_loss"]


def bound_of(case: Case) -> Fraction:
    """Return a loss below which no plan can get, in weighted hours.

    Parameters
    ----------
    case
        Any inventory under any scenario.
    """
    return least_loss(case, certain_of(case))


def least_loss(case: Case, certain: Certain) -> Fraction:
    """Return the better of the bounds that follow from *certain*, in weighted hours.

    Parameters
    ----------
    case
        Any inventory under any scenario.
    certain
        What is certainly down in it.
    """
    return max(certain_loss(case, certain), shared_loss(case, certain))


def certain_loss(case: Case, certain: Certain) -> Fraction:
    """Return the loss that the claims *certain* alone come to."""
    rto = targets(case.network, case.impact)
    outage_weight = case.network.inventory.organisation.outage_weight
    whole = Fraction(0)
    for function in case.network.functions.values():
        down = certain.down.get(function.id, ())
        late = max(0, sum(end - begin for begin, end in joined(down)) - rto[function.id])
        missing = _Missing(case, certain, function).least() if outage_weight else Fraction(0)
        whole += function.weight * (late + outage_weight * missing) / HOUR
    return whole


class _Missing:
    """How much of a function is certainly missing, in seconds of the whole function."""

    def __init__(self, case: Case, certain: Certain, function: Function) -> None:
        self._case, self._certain, self._function = case, certain, function
        self._around = function.workaround
        self._graded = [n for n in case.network.needs[function.id] if n.levels is not None]

    def least(self) -> Fraction:
        """Return the integral of 1 - level, with the best levels that might be."""
        down = self._certain.down.get(self._function.id, ())
        missing = sum((self._while_down(begin, end) for begin, end in down), Fraction(0))
        return missing + self._while_up(joined(down))

    def _while_down(self, begin: int, end: int) -> Fraction:
        """Return what is missing in one claim; the outage may have begun earlier if not at 0."""
        around = self._around
        if around is None:
            return Fraction(end - begin)
        lasts = self._case.horizon if around.for_ is None else around.for_
        first, last = max(begin, around.after), min(end, begin + around.after + lasts)
        return end - begin - around.level * min(max(0, last - first), lasts)

    def _while_up(self, down: Sequence[Span]) -> Fraction:
        """Return what is missing outside of the claims, for want of providers."""
        if not self._graded:
            return Fraction(0)
        horizon = self._case.horizon
        edges = {0, horizon, *(edge for span in down for edge in span)}
        for need in self._graded:
            for provider in need.providers:
                for span in self._certain.down.get(provider, ()):
                    edges.update(span)
        missing = Fraction(0)
        times = sorted(edge for edge in edges if edge <= horizon)
        for begin, end in pairwise(times):
            if not any(since <= begin < until for since, until in down):
                missing += (1 - self._best(begin)) * (end - begin)
        return missing

    def _best(self, moment: int) -> Fraction:
        """Return the best level at *moment*, up or worked around."""
        best = min(self._best_of(need, moment) for need in self._graded)
        return best if self._around is None else max(best, self._around.level)

    def _best_of(self, need: Need, moment: int) -> Fraction:
        assert need.levels is not None
        down = self._certain.down
        up = sum(
            not any(since <= moment < until for since, until in down.get(provider, ()))
            for provider in need.providers
        )
        most = max(up, min(need.levels))
        return max(level for number, level in need.levels.items() if number <= most)
