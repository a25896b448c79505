"""A resource-constrained project: activities, what they wait for, and who does them.

Serial and parallel schedule generation, priority rules and constraint models all speak this
language (Pritsker, Watters and Wolfe 1969; Kolisch 1996). Where :attr:`Project.is_exact` holds, the
moments that any list schedule gives to the works are those that the simulation gives, and
:meth:`Project.loss` is its loss.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from bcp.chance.draw import WorkId
from bcp.inventory.models import Function
from bcp.units import HOUR

__all__ = ["Ints", "Project", "flat", "loss_of_outage"]

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Project:
    """Activities from 0 on: first the works, then moments at which several things have come together.

    Such a moment is an activity without a crew, so it takes place as soon as it can. Lists of
    several activities are flat arrays, cut by ``…_from``: those of activity `a` lie from
    ``…_from[a]`` to ``…_from[a + 1]``. Seconds since the incident throughout.
    """

    works: tuple[WorkId, ...]
    """What each of the first activities is; `len(works)` of them."""
    never: tuple[WorkId, ...]
    """Works that can never start, and are no activities."""
    teams: tuple[str, ...]
    functions: tuple[Function, ...]
    """The functions that go down, in the order of the files; all others lose nothing."""
    horizon: int
    outage_weight: Fraction

    duration: Ints
    """Of each activity."""
    causes_first: Ints
    """Every activity once, each after those it waits for."""
    release: Ints
    """Before when an activity cannot start."""
    before_from: Ints
    before: Ints
    """Which activities an activity waits for."""
    lag: Ints
    """How long after the end of each of them it can start."""
    window_from: Ints
    opens: Ints
    """Spans in which an activity may start (access, hours); none at all: at any time."""
    closes: Ints
    """The end of each span, not included. After its last span an activity never starts."""
    crew: Ints
    """`crew[a, k]`: how many of team `k` an activity takes."""
    step_from: Ints
    step_at: Ints
    """When the number of a team on hand changes; the first is 0. It never falls in an exact case."""
    heads: Ints
    """How many are on hand from then on."""

    back_from: Ints
    back: Ints
    """Which activities a function waits for."""
    delay: Ints
    """How long after the end of each of them it is up."""
    earliest: Ints
    """Before when a function cannot be up; the horizon: never."""
    rto: Ints
    weight: Floats
    after: Ints
    """From which length of its outage on a function is worked around."""
    lasts: Ints
    """For how long it is."""
    level: Floats
    """And at which level, 0 without a workaround."""

    obstacles: tuple[str, ...]
    """Why the case is not this project, sorted; empty: it is."""

    @property
    def is_exact(self) -> bool:
        """Whether the schedules of the project are those of the simulation."""
        return not self.obstacles

    @property
    def size(self) -> int:
        """How many activities there are."""
        return len(self.duration)

    def up(self, finish: Sequence[int]) -> list[int]:
        """Return when each function is up, at most the horizon, by when the activities finish."""
        found = []
        for f, earliest in enumerate(self.earliest.tolist()):
            cut = slice(int(self.back_from[f]), int(self.back_from[f + 1]))
            waits = zip(self.back[cut].tolist(), self.delay[cut].tolist(), strict=True)
            moment = max((finish[a] + lag for a, lag in waits), default=0)
            found.append(min(max(moment, earliest), self.horizon))
        return found

    def loss(self, finish: Sequence[int]) -> Fraction:
        """Return the loss of model.md section 4 by when the activities finish, in weighted hours.

        Parameters
        ----------
        finish
            The end of each activity; the horizon or later if it does not start within it.
        """
        rto = self.rto.tolist()
        return sum(
            (
                loss_of_outage(function, rto[f], length, self.outage_weight)
                for f, (function, length) in enumerate(
                    zip(self.functions, self.up(finish), strict=True)
                )
            ),
            Fraction(0),
        )


def loss_of_outage(function: Function, rto: int, length: int, outage_weight: Fraction) -> Fraction:
    """Return what one outage of *length* seconds adds to the loss, in weighted hours."""
    missing = Fraction(length)
    around = function.workaround
    if around is not None:
        lasts = length if around.for_ is None else around.for_
        missing -= around.level * min(max(0, length - around.after), lasts)
    return function.weight * (max(0, length - rto) + outage_weight * missing) / HOUR


def flat(lists: Sequence[Sequence[int]]) -> tuple[Ints, Ints]:
    """Return *lists* end to end, and where each begins."""
    bounds = np.zeros(len(lists) + 1, np.int64)
    np.cumsum([len(held) for held in lists], out=bounds[1:])
    whole = np.fromiter((x for held in lists for x in held), np.int64, int(bounds[-1]))
    return whole, bounds
