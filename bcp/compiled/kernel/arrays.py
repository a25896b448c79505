"""The bundles of arrays that kernels are handed. Their columns are named in ``columns``."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["DrawArrays", "Figures", "Floats", "Ints", "OrderArrays", "Tables"]

Ints = NDArray[np.int64]
Flags = NDArray[np.uint8]
Floats = NDArray[np.float64]


class Tables(NamedTuple):
    """A network under a scenario, as arrays. Shared by every run and thread; never changed.

    The tables from `nodes` to `acts` have the columns of ``bcp.compiled.kernel.columns``. What
    points to a row gives its number here, -1: to none; what points to a list, where in `…_links`
    it begins. See :func:`bcp.compiled.kernel.room.new_room` for what runs make of them.
    """

    horizon: int
    unit: int
    """What full service counts: every level is a whole number of units."""
    nodes: Ints
    """``IS_DOWN`` to ``NODE``: components, then functions, in the order of the files."""
    needs: Ints
    places: Ints
    kinds: Ints
    """The tasks of all procedures, in the order of the files."""
    options: Ints
    """Of components that may be damaged, in the order of the files."""
    works: Ints
    """The works of all options, one after another."""
    crews: Ints
    teams: Ints
    absences: Ints
    functions: Ints
    moments: Ints
    """What the scenario does, and hours, by moment, rising."""
    acts: Ints
    """In the order in which they are played."""
    need_links: Ints
    """Every list of needs that a row points to."""
    node_links: Ints
    """Every list of nodes."""
    crew_links: Ints
    """Every list of crews."""
    plain_links: Ints
    """Every list of other numbers."""
    staffed: Ints
    """The needs of role STAFF, in the order of the functions."""
    strike_at: Ints
    strike_component: Ints
    step_from: Ints
    """By team: its piece of `at` and `heads` of a draw; one more entry at the end."""
    shortest: Ints
    """By component: the first of its procedures that is shortest, -1: it has none."""
    ranks: Ints
    """By node: the best rank that waits for it with nothing damaged; large: none."""
    efforts: Ints
    """By node: how long the shortest of its procedures is, NEVER: it has none."""
    demands: Ints
    """``D_…``: what each node needs, each before whatever it may need, circles apart."""
    edges: int
    """How many providers count for one node, or all of one circle, at most."""
    weights: Floats
    """By function: what a second of lateness costs, in weighted hours."""
    outage_weight: float
    """What a second without it costs against a second of lateness."""
    grid: Ints
    """The moments at which `there` of the figures is taken, rising."""


class DrawArrays(NamedTuple):
    """What chance decided for one run."""

    hit: Flags
    """By strike: whether it hits."""
    duration: Ints
    """By work: how many seconds it takes."""
    steps: Ints
    """By team: how many of its steps count. 0: nobody ever comes."""
    at: Ints
    """From which second of the scenario on, rising within a team (``tables.step_from``)."""
    heads: Ints
    """How many have come by then, before anyone is held back: in ``T_PERSON`` parts of a person."""


class OrderArrays(NamedTuple):
    """Who goes first, and by which procedure."""

    place: Ints
    """By work: the smallest goes first. No two that may wait at once are the same."""
    procedure: Ints
    """By component: which of its procedures, from 0; -1: none."""
    holds_back: bool
    """Whether nobody overtakes an earlier work that wants a team in common."""


class Figures(NamedTuple):
    """What came of the functions in one run."""

    down: Ints
    """Seconds of downtime, to the horizon."""
    back: Ints
    """When it was restored; 0: never down, -1: not within the horizon."""
    missing: Ints
    """The integral of 1 - level over time, in seconds times units."""
    there: Ints
    """By moment of the grid: the levels of all functions together, in units times ``F_COUNTS``."""
