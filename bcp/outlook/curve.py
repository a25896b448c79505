"""The restoration curve (予想復旧曲線): how much of all functions, by weight, is there at a time.

The area above it, in weighted hours, is the service lost (Bruneau et al. 2003, "A framework to
quantitatively assess and enhance the seismic resilience of communities": loss of resilience).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from bcp.inventory.models import Function
from bcp.recovery.result import FunctionResult
from bcp.units import HOUR

__all__ = ["Curve", "curve_of"]

Points = tuple[tuple[int, Fraction], ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """A share from 0 to 1 that holds from each moment on, up to the horizon."""

    points: Points
    """(seconds since the incident, share), the first at 0."""
    horizon: int
    lost: Fraction
    """The area above the curve, in hours of everything: 1 is an hour in which nothing worked."""

    def at(self, moment: int) -> Fraction:
        """Return the share at *moment*, in seconds."""
        return next(
            (share for start, share in reversed(self.points) if start <= moment), Fraction(1)
        )

    def thinned(self, most: int) -> Curve:
        """Return the curve with at most *most* points; its area stays that of the whole.

        Of several points close together the last stands for all, so the curve still ends as it did.
        """
        if len(self.points) <= most:
            return self
        step = -(-len(self.points) // (most - 1))
        first, *rest = self.points
        kept = [first, *(rest[min(n + step, len(rest)) - 1] for n in range(0, len(rest), step))]
        return Curve(tuple(kept), self.horizon, self.lost)


def curve_of(
    functions: Iterable[Function], results: Mapping[str, FunctionResult], horizon: int
) -> Curve:
    """Return how much of *functions* is there over time.

    Parameters
    ----------
    functions
        Which functions, each counted by its weight; if all weigh nothing, all count alike.
    results
        What became of each.
    horizon
        Up to when, in seconds.
    """
    held = list(functions)
    weights = {function.id: function.weight for function in held}
    whole = sum(weights.values(), Fraction(0))
    if not whole:
        weights, whole = dict.fromkeys(weights, Fraction(1)), Fraction(max(len(held), 1))
    steps: dict[int, Fraction] = {0: Fraction(1)}
    for function in held:
        before = Fraction(1)
        for moment, level in results[function.id].levels:
            change = (level - before) * weights[function.id] / whole
            steps[moment] = steps.get(moment, Fraction(0)) + change
            before = level
    points = _summed(steps)
    ends = [*(moment for moment, _ in points[1:]), horizon]
    lost = sum(
        ((1 - share) * (end - start) for (start, share), end in zip(points, ends, strict=True)),
        Fraction(0),
    )
    return Curve(points, horizon, lost / HOUR)


def _summed(steps: Mapping[int, Fraction]) -> Points:
    share, points = Fraction(0), list[tuple[int, Fraction]]()
    for moment in sorted(steps):
        share += steps[moment]
        if not points or points[-1][1] != share:
            points.append((moment, share))
    return tuple(points)
